"""Validation as the application sees it: held-out art at native size, lines as artists draw them.

Every method colours the drawing through the application's own way, from the drawing to the picture
of its size; nothing is measured at the size at which a network happens to work.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.arrays import U8Array
from models.hints.hints import HintSet, StrokeHint
from training.data.library import iterate
from training.data.lines.coherent import CoherentLines, coherent_lines
from training.data.lines.degrade import jitter_positions
from training.data.lines.lineart import open_gaps
from training.data.sample import Sample
from training.evaluation.validation import fit_to_side
from training.metrics.case import Case
from training.metrics.fidelity import LINE_INK
from training.recipe import SourceConfig

LineKind = Literal["clean", "soft", "inked", "sketchy"]
LINE_KINDS: tuple[LineKind, ...] = ("clean", "soft", "inked", "sketchy")
NATIVE_SIDE = 768
HELD_OUT = (
    SourceConfig(kind="spritemaker", folder="spritemaker", count=24),
    SourceConfig(kind="sprites", folder="renpy"),
    SourceConfig(kind="sprites", folder="drawings/gdquest_vn"),
    SourceConfig(kind="storybook", folder="drawings/african_storybook"),
    SourceConfig(kind="drawings", folder="drawings/mikanixonable_cc0"),
    SourceConfig(kind="drawings", folder="drawings/pepper_runner"),
    SourceConfig(kind="drawings", folder="drawings/bookdash_inked"),
)
"""Sources whose validation split no training draws from."""
CLEAN = CoherentLines(sigma=1.0, contrast=0.05, contour=0.2, pressure=0.25)
SOFT = CoherentLines(
    sigma=1.8, smooth=2.5, contrast=0.1, contour=0.25, hardness=1.1, darkness=0.75, pressure=0.5
)
COLORS = 16
"""Colours of a picture that count as its parts where no labels tell them."""
STROKE_SHARE = 0.06
"""Length of an artist's stroke as a share of the longer side."""


def native_cases(
    data: Path,
    kind: LineKind,
    *,
    long_side: int = NATIVE_SIDE,
    limit: int = 0,
    half: str = "",
    sources: Sequence[SourceConfig] = HELD_OUT,
) -> Iterator[Case]:
    """Held-out pictures with lines of a kind, cropped to the figure, their long side `long_side`.

    limit  pictures a source, evenly spread; 0: all.
    half   "choose": every other picture, for choosing among designs; "judge": the others; "": all.
    Line art of the kind "inked" is the source's own; pictures without are left out there. Sources
    whose folder is missing are left out.
    """
    for source in sources:
        folder = data / source.folder
        if not folder.is_dir():
            continue
        samples = list(iterate(source, folder, "val", long_side))
        if half:
            samples = samples[0 if half == "choose" else 1 :: 2]
        if limit:
            step = max(1, len(samples) // limit)
            samples = samples[::step][:limit]
        for sample in samples:
            fitted, own = fit_to_side(sample, long_side)
            line_u8 = drawn_lines(fitted, kind)
            if line_u8 is not None:
                yield Case(
                    source=Path(source.folder).name or source.kind,
                    sample=fitted,
                    line_u8=line_u8,
                    own=own,
                )


def drawn_lines(sample: Sample, kind: LineKind) -> U8Array | None:
    """Lines of a kind, uint8 (H, W), the same every time; None where there are none."""
    rng = np.random.default_rng(_seed(sample.name, kind))
    if kind == "inked":
        return sample.line
    if kind == "soft":
        return coherent_lines(sample.color, SOFT, rng)
    clean = coherent_lines(sample.color, CLEAN, rng)
    return clean if kind == "clean" else _sketched(clean, rng)


def _sketched(clean_u8: U8Array, rng: np.random.Generator) -> U8Array:
    """Two unsteady passes of a pencil, with gaps where the pen was lifted."""
    passes = [jitter_positions(clean_u8, rng, reach=2.0, grain=40) for _ in range(2)]
    passes = [open_gaps(each, rng, count=60, radius=(2.0, 5.0)) for each in passes]
    return np.minimum(*(255 - ((255 - each) * 0.7).astype(np.uint8) for each in passes))


def _seed(*names: str) -> int:
    return int.from_bytes(hashlib.sha256("/".join(names).encode()).digest()[:8], "big")


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture that an artist would give one stroke: bool (H, W) and its colour."""

    where: NDArray[np.bool_]
    color: tuple[int, int, int]


def artist_strokes(case: Case, count: int) -> HintSet:
    """An artist's first strokes: one in each part's colour, the largest part first."""
    areas = colored_areas(case)[:count]
    return HintSet(tuple(stroke_through(area.where, area.color) for area in areas))


def colored_areas(case: Case) -> list[Area]:
    """The figure's parts by colour, largest first: areas of the colours into which it divides."""
    color, figure = case.sample.color, case.sample.figure > 127
    beside = figure & (case.line_u8 > 255 - LINE_INK)
    if not beside.any():
        return []
    pixels = Image.fromarray(color[beside][None])
    nearest = np.asarray(pixels.quantize(COLORS, kmeans=4, dither=Image.Dither.NONE))[0]
    plane = np.full(figure.shape, -1, dtype=np.int32)
    plane[beside] = nearest
    areas = []
    for index in np.argsort(-np.bincount(nearest, minlength=COLORS), kind="stable"):
        where = plane == index
        if where.sum() >= 64:
            red, green, blue = np.median(color[where], axis=0).round().astype(int).tolist()
            areas.append(Area(where, (red, green, blue)))
    return areas


def stroke_through(where: NDArray[np.bool_], color: tuple[int, int, int]) -> StrokeHint:
    """A stroke through the deepest place of an area, bool (H, W), along its longer extent there."""
    depth = cv2.distanceTransform(
        np.pad(where.astype(np.uint8), 1), cv2.DIST_L2, cv2.DIST_MASK_PRECISE
    )[1:-1, 1:-1]
    row, column = (int(each) for each in np.unravel_index(int(depth.argmax()), depth.shape))
    reach = STROKE_SHARE * max(depth.shape) / 2
    best: list[tuple[float, float]] = [(column + 0.5, row + 0.5)]
    for angle in np.arange(8) * np.pi / 8:
        found = [
            (x, y)
            for step in np.arange(-reach, reach + 0.5)
            for x, y in [(column + 0.5 + step * np.cos(angle), row + 0.5 + step * np.sin(angle))]
            if 0 <= x < depth.shape[1] and 0 <= y < depth.shape[0] and depth[int(y), int(x)] >= 2
        ]
        if len(found) > len(best):
            best = [(float(x), float(y)) for x, y in found]
    if len(best) == 1:
        best = [*best, (best[0][0] + 0.25, best[0][1])]
    return StrokeHint(tuple(best), color, 1.0)
