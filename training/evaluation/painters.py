"""What is measured: a generator, or a colouring that needs no training, as one function."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import resources
from models.arrays import FloatArray
from models.cells.cells import map_cells
from models.coloring.detail import hint_fade, rescale_detail
from models.coloring.flats import flats_by_cell
from models.coloring.line_guide import make_guide
from models.coloring.painting import Painting
from models.coloring.region_color import (
    choose_region_colors,
    find_drawing_regions,
    make_region_guide,
)
from models.geometry import Frame
from models.hints.hints import HintSet, LineArt, TagSelection
from models.runtime.engine import choose_device
from models.runtime.generator import Generator, GeneratorError, LineFeatures
from models.runtime.onnx_generator import load_generator
from training.command_line import UsageError
from training.metrics.baselines import (
    best_hint_per_cell,
    darkened_watershed,
    nearest_hint,
    watershed_fill,
)
from training.metrics.case import Case
from training.metrics.pictures import to_floats, to_size

Painter = Callable[[Case, HintSet], FloatArray]
"""Colours a case: float32 (H, W, 3) sRGB in [0, 1] at the case's size."""

LINE_INK_SHARE = 0.25
"""A generator's picture shows its own line where the drawing has more ink than this."""
REFERENCE, ORACLE = "watershed", "best hint per cell"
BASELINES: Mapping[str, Painter] = {
    "nearest hint": lambda case, hints: nearest_hint(case.line_u8, hints),
    REFERENCE: lambda case, hints: watershed_fill(case.line_u8, hints),
    "watershed, lines darkened": lambda case, hints: darkened_watershed(case.line_u8, hints),
    ORACLE: lambda case, hints: best_hint_per_cell(case.line_u8, hints, case.sample.color),
}

CONTRACT = " + contract"
"""Added to a generator's name where its picture is brought under the hint contract."""


def load_named(names: Iterable[str]) -> dict[str, Generator]:
    """Generators, installed by that name or in that folder, by the last part of the name.

    Raises UsageError for a name that is neither or that is taken, GeneratorError for a folder that
    holds no generator.
    """
    generators: dict[str, Generator] = {}
    for name in dict.fromkeys(names):
        installed = resources.GENERATORS / name
        folder, short = installed if installed.is_dir() else Path(name), Path(name).name
        if short in generators or short in BASELINES:
            raise UsageError(f"two generators are called {short}; rename one's folder")
        try:
            generators[short] = load_generator(folder, choose_device("auto"))
        except GeneratorError as error:
            if folder.is_dir():
                raise
            known = sorted(each.name for each in resources.GENERATORS.iterdir() if each.is_dir())
            raise UsageError(
                f"{name}: no such folder, and no installed generator; there are {', '.join(known)}"
            ) from error
    return generators


def generator_painter(
    generator: Generator, long_side: int, *, with_tags: bool = False, with_contract: bool = False
) -> Painter:
    """Paint with a generator at a long side, as the application's final stage does.

    with_tags      give the generator the picture's own colour tags. One that takes tags but no
                   hints always gets them: it has nothing else to go by.
    with_contract  give every region the flat colour of its hints, as the application does; the
                   generator's lines and shading stay.
    """
    spec = generator.spec
    with_tags = spec.takes_tags and (with_tags or not spec.takes_hints)

    read: dict[str, LineFeatures] = {}  # of the last drawing, as the application keeps them

    def paint(case: Case, hints: HintSet) -> FloatArray:
        line = LineArt(case.line_u8)
        frame = spec.size_rule.frame(line.size, long_side=long_side)
        if line.digest not in read:
            read.clear()
            read[line.digest] = generator.read_line(line, frame)
        features = read[line.digest]
        scaled = hints.scaled(frame.scale_x, frame.scale_y)
        tags = TagSelection(case.sample.tags if with_tags else ())
        painting = generator.paint(features, scaled, tags)
        rgb = painting.rgb
        if with_contract:
            rgb = under_contract(painting, case.line_u8, frame, hints)
        return to_size(rgb, case.line_u8.shape)

    return paint


def under_contract(
    painting: Painting, line_u8: NDArray[np.uint8], frame: Frame, hints: HintSet
) -> FloatArray:
    """A generator's picture, float32 (h, w, 3), with the flat colours of the hint contract.

    line_u8  uint8 (H, W) at native size; hints  in its pixels.
    """
    guide = make_guide(line_u8, frame)
    regions = make_region_guide(find_drawing_regions(line_u8), frame)
    flat = painting.flat
    if flat is None:
        flat = flats_by_cell(painting.rgb, map_cells(guide.ink).labels, guide.ink)
    flat_u8 = guide.under_lines(np.round(flat * 255).astype(np.uint8))
    color = choose_region_colors(
        flat_u8,
        regions,
        guide.sure,
        hints=hints,
        palette=(),
        ink=guide.ink,
        is_exact=painting.flat is not None,
        names_parts=painting.parts is not None,
    )
    kept_u8, hinted = color.small_flats(flat_u8, hints.scaled(frame.scale_x, frame.scale_y))
    detail = np.round(painting.rgb * 255).astype(np.int16) - flat_u8
    share = hint_fade(kept_u8, hinted, np.arange(hinted.size)).reshape(*hinted.shape, 1)
    detail = np.round(rescale_detail(detail, flat_u8, kept_u8) * share).astype(np.int16)
    colored = to_floats(np.clip(kept_u8 + detail, 0, 255).astype(np.uint8))
    # The contract is about surfaces; the lines that the generator drew stay as they are.
    return np.where(guide.ink[..., None] > LINE_INK_SHARE, painting.rgb, colored)
