"""Generators that are exported graphs: ``line.onnx`` once a drawing, ``paint.onnx`` a stroke."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from models.arrays import FloatArray, U8Array
from models.cancel import IsCancelled, check_cancelled, never_cancelled
from models.cells.cells import map_drawing
from models.coloring.painting import Painting
from models.device import DeviceChoice
from models.encoding import (
    crop_to_content,
    decode_rgb,
    encode_line,
    fit_line,
    paint_inputs,
)
from models.geometry import Frame
from models.hints.hints import HintSet, LineArt, TagSelection
from models.hints.parts import PART_COUNT, Part
from models.memory import give_back
from models.runtime.engine import Graph, MakeSession, open_session
from models.runtime.generator import GeneratorError, LineFeatures
from models.spec import LINE_GRAPH, PAINT_GRAPH, GeneratorSpec, SpecError, read_spec

_CELL_INPUT = "cells"
_PLANES = frozenset({"rgb", "flat", "shade"})
LARGE_PIXELS = 1 << 22
"""Pixels from which what a drawing was decoded from is worth giving back before it is read."""
_PART_NAMES = "feature_names"
"""Feature of part logits (1, 15, H/2, W/2) by which a part's colour is taken."""
GROUND_DOUBT = 4.0
"""What ground must be surer by, in logits, than any part of a figure to get no light: of a crowd or
a scene, generators take much for ground that has a form."""


def load_generator(
    folder: Path, device: DeviceChoice, *, make_session: MakeSession = open_session
) -> "OnnxGenerator":
    """Open a generator's folder on a device, both graphs ready to run.

    Digests are the catalogue's matter. Raises GeneratorError naming the file and the remedy.
    """
    try:
        spec = read_spec(folder)
    except SpecError as error:
        raise GeneratorError(str(error)) from error
    generator = OnnxGenerator(
        spec,
        Graph(folder / LINE_GRAPH, device, make_session=make_session),
        Graph(folder / PAINT_GRAPH, device, make_session=make_session),
    )
    generator.open()
    return generator


class OnnxGenerator:
    """A generator's two graphs and its spec. See models.runtime.generator.Generator."""

    def __init__(self, spec: GeneratorSpec, line_graph: Graph, paint_graph: Graph) -> None:
        self._spec = spec
        self._line_graph = line_graph
        self._paint_graph = paint_graph

    @property
    def spec(self) -> GeneratorSpec:
        """What it takes and gives."""
        return self._spec

    @property
    def device(self) -> DeviceChoice:
        """Where it runs."""
        return self._line_graph.device

    def open(self) -> None:
        """Open both graphs, so that the first stroke does not wait. Raises GeneratorError."""
        self._line_graph.open()
        self._paint_graph.open()
        give_back()  # onnxruntime took several times the graphs' size to make sessions of them

    def read_line(
        self, line: LineArt, frame: Frame, *, is_cancelled: IsCancelled = never_cancelled
    ) -> LineFeatures:
        """Run ``line.onnx`` and, for generators that choose by cell, map the cells."""
        check_cancelled(is_cancelled)
        fitted = fit_line(line.pixels, frame)
        by_cell = _CELL_INPUT in self._spec.inputs
        tensor = encode_line(fitted, normalized=by_cell)
        if line.size.pixels >= LARGE_PIXELS:
            give_back()  # a large drawing was decoded just now, in several copies
        tensors, device = self._line_graph.run(
            {"line": tensor}, self._spec.features, is_cancelled=is_cancelled
        )
        cells = map_drawing(fitted) if by_cell else None
        check_cancelled(is_cancelled)
        height, width = frame.content.shape
        return LineFeatures(
            line_digest=line.digest,
            frame=frame,
            line_u8=np.ascontiguousarray(fitted[:height, :width]),
            tensors=tensors,
            cells=cells,
            parts=_parts(tensors, frame),
            lit_parts=_parts(tensors, frame, ground=-GROUND_DOUBT),
            device=device,
        )

    def paint(
        self,
        features: LineFeatures,
        hints: HintSet,
        tags: TagSelection,
        *,
        draft: bool = False,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Painting:
        """Run ``paint.onnx`` and crop its picture to the frame's content."""
        check_cancelled(is_cancelled)
        inputs = self._encode(features, hints, tags, draft=draft)
        taken = self._paint_graph.inputs()
        feeds = {name: tensor for name, tensor in features.tensors.items() if name in taken}
        outputs, device = self._paint_graph.run(
            feeds | inputs, self._spec.outputs, is_cancelled=is_cancelled
        )
        self._check(outputs, features.frame)
        frame = features.frame
        planes: dict[str, FloatArray | None] = {
            name: crop_to_content(outputs[name], frame) if name in outputs else None
            for name in ("flat", "shade")
        }
        owner = outputs.get("owner")
        fell_back = features.device is not None and features.device.name != self.device.name
        return Painting(
            rgb=decode_rgb(outputs["rgb"], frame),
            flat=planes["flat"],
            shade=planes["shade"],
            owner=None if owner is None else owner[0],
            variants=self._variants(outputs, frame),
            parts=features.parts,
            lit_parts=features.lit_parts,
            device=features.device if fell_back and device.name == self.device.name else device,
        )

    def _variants(self, outputs: Mapping[str, FloatArray], frame: Frame) -> FloatArray | None:
        """All pictures of a generator that makes several, float32 (n, h, w, 3) in [0, 1]."""
        count = self._spec.variants
        if count == 1:
            return None
        expected = (1, 3 * count, *frame.padded.shape)
        if outputs["variants"].shape != expected or not np.isfinite(outputs["variants"]).all():
            raise GeneratorError(
                f"{self._paint_graph.path}: gives variants in shape {outputs['variants'].shape}, "
                f"not {expected}, or with numbers that are not finite; export the generator again"
            )
        pictures = np.split(outputs["variants"], count, axis=1)
        return np.stack([decode_rgb(each, frame) for each in pictures])

    def _check(self, outputs: Mapping[str, object], frame: Frame) -> None:
        """Raise GeneratorError if the graph has not given pictures of this frame."""
        for name in _PLANES.intersection(outputs):
            plane = outputs[name]
            expected = (1, 3, *frame.padded.shape)
            if not isinstance(plane, np.ndarray) or plane.dtype.kind != "f":
                found = getattr(plane, "dtype", type(plane).__name__)
                problem = f"as {found}, not as floating-point numbers"
            elif plane.shape != expected:
                problem = f"in shape {plane.shape}, not {expected}"
            elif not np.isfinite(plane).all():
                problem = "with numbers that are not finite"
            else:
                continue
            raise GeneratorError(
                f"{self._paint_graph.path}: gives {name} {problem}; export the generator again or "
                "choose another"
            )

    def _encode(
        self,
        features: LineFeatures,
        hints: HintSet,
        tags: TagSelection,
        *,
        draft: bool,
    ) -> dict[str, np.ndarray]:
        try:
            inputs = paint_inputs(
                self._spec,
                hints=hints,
                tags=tags,
                size=features.frame.padded,
                cells=features.cells,
                features=features.tensors,
                draft=draft,
            )
        except ValueError as error:
            raise GeneratorError(f"{error}; update Tintline") from error
        return dict(inputs)


def _parts(tensors: Mapping[str, object], frame: Frame, *, ground: float = 0.0) -> U8Array | None:
    """The part of each pixel where a generator names parts: uint8 (h, w) of the frame's content.

    ground  added to what the generator says of ground.
    """
    names = tensors.get(_PART_NAMES)
    shape = (1, PART_COUNT, frame.padded.height // 2, frame.padded.width // 2)
    if not isinstance(names, np.ndarray) or names.shape != shape:
        return None
    logits = names[0]
    if ground:
        logits = logits.copy()
        logits[Part.BACKGROUND] += ground
    part = logits.argmax(axis=0).astype(np.uint8)
    height, width = frame.content.shape
    return np.repeat(np.repeat(part, 2, axis=0), 2, axis=1)[:height, :width]
