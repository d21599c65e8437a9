"""Export a generator to its folder: two graphs and a spec, or nothing."""

import copy
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.arrays import FloatArray, U8Array
from models.cells.cells import map_drawing
from models.encoding import encode_line, paint_inputs
from models.files.whole import copy_whole, whole_folder
from models.geometry import Size, SizeRule
from models.hints.hints import HintSet, PointHint, TagSelection
from models.networks.generator import Generator, Graph
from models.spec import (
    GENERATOR_FILES,
    LINE_GRAPH,
    PAINT_GRAPH,
    GeneratorSpec,
    file_digest,
    write_spec,
)
from training.export.graphs import (
    TOLERANCES,
    ExportError,
    Precision,
    difference,
    evaluating,
    export_graph,
    load_session,
)

SPEC_FIELDS = (
    "name", "title", "method", "arguments", "tags", "licence", "credits", "training", "summary",
    "rank", "group", "tidy",
)  # fmt: skip
"""What ``export_generator`` cannot know by itself and takes for the spec."""


def export_generator(
    generator: Generator,
    *,
    spec_fields: Mapping[str, Any],
    folder: Path,
    precision: Precision = "fp32",
    tolerance: float | None = None,
    largest: int = 0,
    line_file: Path | None = None,
) -> GeneratorSpec:
    """Write a generator's folder: ``line.onnx``, ``paint.onnx`` and ``spec.json``.

    ``spec_fields`` gives some or all of ``SPEC_FIELDS``; the rest follows from the generator.
    ``largest`` is the longest side that the spec lets it infer, 0 for any. ``line_file`` is a line
    graph that the paint half was trained on, to be taken as it is. Both graphs are compared with
    torch one by one, on two drawings of different sizes where the size is free, and then together,
    unless the generator paints by choices: rounded features may turn one. The folder, or the new
    one in place of an old, appears only after that. Raises ExportError, FileError, or SpecError or
    ValueError for fields that do not fit.
    """
    if unknown := sorted(set(spec_fields) - set(SPEC_FIELDS)):
        raise ValueError(f"no spec fields {', '.join(unknown)}; give {', '.join(SPEC_FIELDS)}")
    tags = tuple(spec_fields.get("tags", ()))
    if len(tags) != generator.tag_count:
        raise ValueError(
            f"{folder.name}: the generator takes {generator.tag_count} tags, {len(tags)} are named"
        )
    spec = GeneratorSpec(
        **{**spec_fields, "tags": tags, "credits": tuple(spec_fields.get("credits", ()))},
        takes_hints=generator.takes_hints,
        takes_tags=generator.takes_tags,
        size_rule=_limited(generator.size_rule, largest),
        features=generator.feature_names,
        inputs=generator.condition_names,
        outputs=generator.paint_outputs,
        parameters=generator.inference_parameters,
        precision=precision,
    )
    if generator.paints_by_choice and precision == "fp16":
        # A choice between near equals must not hang on the rounding of the file.
        generator = _rounded_to_half(generator)
    limit = TOLERANCES[precision] if tolerance is None else tolerance
    with evaluating(generator), whole_folder(folder, names=GENERATOR_FILES) as draft:
        examples = _write_graphs(
            generator,
            spec,
            folder=draft,
            precision=precision,
            tolerance=limit,
            line_file=line_file,
        )
        if not generator.paints_by_choice:
            _compare_halves(generator, folder=draft, example=examples[1], tolerance=limit)
        digests = {name: file_digest(draft / name) for name in (LINE_GRAPH, PAINT_GRAPH)}
        write_spec(replace(spec, digests=digests), draft)
    return replace(spec, digests=digests)


def _limited(rule: SizeRule, largest: int) -> SizeRule:
    """The rule for pictures up to a side, at which final pictures are inferred; 0: unchanged."""
    return replace(rule, largest=largest, preferred=largest) if largest else rule


def _rounded_to_half(generator: Generator) -> Generator:
    """A copy whose weights and statistics half precision can hold."""
    rounded = copy.deepcopy(generator)
    with torch.no_grad():
        for tensor in (*rounded.parameters(), *rounded.buffers()):
            if tensor.is_floating_point():
                tensor.copy_(tensor.half().float())
    return rounded


Example = dict[str, Tensor]


def _write_graphs(
    generator: Generator,
    spec: GeneratorSpec,
    *,
    folder: Path,
    precision: Precision,
    tolerance: float,
    line_file: Path | None,
) -> tuple[Example, Example]:
    """Write both graphs, each compared with torch; returns the examples, features among them."""
    first_size, second_size = _example_sizes(generator.size_rule)
    first_drawn, second_drawn = _Drawn(spec, first_size, dabs=4), _Drawn(spec, second_size, dabs=7)
    first, second = first_drawn.line(), second_drawn.line()
    line_graph, paint_graph = generator.line_graph(), generator.paint_graph()

    def export(graph: Graph, file: str) -> None:
        inputs = [{name: each[name] for name in graph.input_names} for each in (first, second)]
        export_graph(
            graph,
            example_inputs=inputs[0],
            input_names=graph.input_names,
            output_names=graph.output_names,
            dynamic_axes=_varying_axes(*inputs),
            path=folder / file,
            precision=precision,
            tolerance=tolerance,
            check_inputs=inputs[1:],
        )

    if line_file is None:
        export(line_graph, LINE_GRAPH)
    else:
        copy_whole(line_file, folder / LINE_GRAPH)
    session = load_session(folder / LINE_GRAPH)
    for drawn, example in ((first_drawn, first), (second_drawn, second)):
        features = session.run(list(spec.features), {"line": example["line"].numpy()})
        named = dict(zip(spec.features, features, strict=True))
        example.update(drawn.conditions(named))
        example.update({name: torch.from_numpy(each) for name, each in named.items()})
    export(paint_graph, PAINT_GRAPH)
    return first, second


def _varying_axes(first: Example, second: Example) -> dict[str, dict[int, str]]:
    """The axes in which two examples differ, by input, named for whoever reads the file."""
    found = {}
    for name, tensor in first.items():
        axes = [
            axis
            for axis, sides in enumerate(zip(tensor.shape, second[name].shape, strict=True))
            if sides[0] != sides[1]
        ]
        words = {2: "height", 3: "width"} if axes == [2, 3] else {}
        prefix = "" if name == "line" else f"{name}_"
        found[name] = {axis: f"{prefix}{words.get(axis, axis)}" for axis in axes}
    return found


def _compare_halves(
    generator: Generator, *, folder: Path, example: Example, tolerance: float
) -> None:
    """Run line and paint graph in a row, as the application does, and compare the pictures.

    Rounded weights may move the border of a colour: of a hundred values one may be off by more
    than the tolerance, none by more than ten times as much.
    """
    conditions = [example[name] for name in generator.condition_names]
    with torch.no_grad():
        expected = generator.paint(*generator.encode_line(example["line"]), *conditions)
    names = generator.paint_graph().input_names
    outputs = load_session(folder / PAINT_GRAPH).run(
        list(generator.paint_outputs), {name: example[name].numpy() for name in names}
    )
    for name, ours, theirs in zip(generator.paint_outputs, outputs, expected):
        value = max(
            difference(np.asarray(ours), theirs.numpy(), share=0.99),
            difference(np.asarray(ours), theirs.numpy()) / 10,
        )
        if not value <= tolerance:
            raise ExportError(
                f"{folder.name}: {name!r} of both graphs in a row differs from torch by "
                f"{value:.2g}, more than {tolerance:.2g}; nothing was written"
            )


def _example_sizes(rule: SizeRule) -> tuple[Size, Size]:
    """Two sizes that the rule accepts, sides different where they may be."""
    if rule.fixed:
        return Size(rule.fixed, rule.fixed), Size(rule.fixed, rule.fixed)
    step = rule.multiple_of
    base = -(-rule.minimum // step) * step
    return Size(base + 2 * step, base), Size(base, base + 3 * step)


class _Drawn:
    """A drawing with a few lines, dabs of colour and tags, as tensors of both graphs."""

    def __init__(self, spec: GeneratorSpec, size: Size, *, dabs: int) -> None:
        self._spec = spec
        self._size = size
        self._line_u8 = _draw_lines(size)
        self._cells = map_drawing(self._line_u8) if "cells" in spec.inputs else None
        self._hints = HintSet(
            tuple(
                PointHint(
                    (0.1 + 0.37 * index) % 1 * size.width,
                    (0.2 + 0.29 * index) % 1 * size.height,
                    (230 - 30 * index, 50 + 25 * index, 140),
                    2.0,
                )
                for index in range(dabs)
            )
        )

    def line(self) -> Example:
        """What the line graph takes."""
        tensor = encode_line(self._line_u8, normalized=self._cells is not None)
        return {"line": torch.from_numpy(tensor)}

    def conditions(self, features: Mapping[str, FloatArray]) -> Example:
        """What the paint graph takes besides the features, which the line graph gave."""
        spec = self._spec
        tags = TagSelection(spec.tags[:: max(1, len(spec.tags) // 10)])  # as a character has
        arrays = paint_inputs(
            spec,
            hints=self._hints,
            tags=tags,
            size=self._size,
            cells=self._cells,
            features=features,
        )
        return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _draw_lines(size: Size) -> U8Array:
    """A circle and a line across it, uint8 (H, W), 0 = ink."""
    rows = np.linspace(-1, 1, size.height)[:, None]
    columns = np.linspace(-1, 1, size.width)[None, :]
    ink = (np.abs(np.hypot(rows, columns) - 0.7) < 0.03) | (np.abs(rows - 0.4 * columns) < 0.02)
    return np.where(ink, 0, 255).astype(np.uint8)
