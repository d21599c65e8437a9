"""Ink on even white paper, whatever it was drawn, scanned or photographed on.

A sheet may be grey, coloured, shaded, stained, grained or dithered. Its paper is what is left once
everything thinner than a line is closed over; the drawing is divided by it, what is no more than
the paper's grain becomes paper, and lines that are very faint as a whole become as dark as faint
lines usually are. A drawing on even white paper comes back as it is, to the pixel.

Everything works on grey levels in which ink is dark; models.regions.drawn_lines brings drawings
there.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import U8Array

LOOKED_AT = 900
"""Long side at which paper is looked for: larger sheets are averaged down to it."""
LINE_WIDTH = 15
"""Pixels at that size: what is dark and narrower is a line, what is wider may be paper."""
WHITE = 250
"""A level from which paper counts as white."""
SOLID_SHARE = 0.35
"""What is darker than this share of the paper is no shaded paper but an inked surface."""
EVEN_SHARE = 0.97
"""Paper that is nowhere darker than this share of its usual level is even."""
UNEVEN_AREA = 0.01
"""Share of the sheet that must be darker than that before it is levelled."""
GRAIN_SPREADS = 4.0
"""How many times the spread of its grain the paper is darker in places."""
FILL_REDUCTION, FILL_SIGMA = 8, 4.0
"""Paper under inked surfaces is guessed at this fraction of the size, from so many pixels there."""
RING = (3, 9)
"""Pixels beside a line in which the paper's grain, and a compressed picture's, is measured."""
LEAST_DARKNESS = 8
"""Levels below the paper that never count as ink."""
LEAST_AREA = 2e-4
"""Share of the sheet that ink covers at least."""
CERTAIN_INK = 0.4
"""Share of the darkest lines' darkness from which a pixel is ink for certain."""
MOST_GRAIN = 0.2
"""Share of the darkest lines' darkness that grain has at most; what lies above is drawn."""
UNEVEN_GRAIN = 0.12
"""The same share below which nothing counts as drawn on uneven paper: rims of stains, shadows."""
FAINT_DARKNESS = 150
"""Levels to which the darkest lines of a faint drawing are brought."""
DOTTED_TILES = 0.6
"""Share of the sheet's squares that hold single dots where the paper is dithered."""
TILE, TILES = 64, 6
"""Side of those squares, and how many are looked at each way."""
DOT_SIGMA = 1.6
"""Blur, in pixels, that makes dithered paper grey again and leaves lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """What a sheet says about its paper, and what makes its lines ink on white.

    levels  uint8 (h, w), the paper's level at the size it was looked at; None: white throughout.
    grain   levels below even white paper that are paper still.
    gain    by which the darkness beyond them is multiplied.
    dotted  whether the paper is dithered.
    """

    levels: U8Array | None = None
    grain: int = 0
    gain: float = 1.0
    dotted: bool = False

    @property
    def is_clean(self) -> bool:
        """Whether the sheet is ink on even white paper already."""
        return self.levels is None and self.grain == 0 and self.gain == 1 and not self.dotted


def ink_on_white(line_u8: U8Array) -> U8Array:
    """A drawing as ink on even white paper: uint8 (H, W), 255 = paper; the same array if it is.

    line_u8  uint8 (H, W), dark lines on lighter paper.
    """
    paper = measure_paper(line_u8)
    return line_u8 if paper.is_clean else _taken_off(line_u8, paper)


def measure_paper(line_u8: U8Array) -> Paper:
    """What paper a drawing, uint8 (H, W), lies on."""
    dotted = _is_dotted(line_u8)
    seen = _averaged(_without_dots(line_u8) if dotted else line_u8)
    levels = paper_levels(seen)
    counts = _histogram(levels)
    usual = _quantile(counts, 0.9)
    is_uneven = counts[: int(EVEN_SHARE * usual)].sum() > UNEVEN_AREA * counts.sum()
    is_white = usual >= WHITE and not is_uneven
    spread = _spread(seen) * 255 / max(usual, 1)
    if not is_white:
        if not is_uneven:
            levels[:] = usual
        seen = _divided(seen, levels)
        # Closing takes the lightest of a grained paper: bring its middle to white.
        middle = max(_quantile(_histogram(seen), 0.5), 1)
        levels = np.asarray(cv2.convertScaleAbs(levels, alpha=middle / 255), np.uint8)
        seen = np.asarray(cv2.convertScaleAbs(seen, alpha=255 / middle), np.uint8)
    kept = None if is_white else levels
    darkness = np.asarray(cv2.bitwise_not(seen), np.uint8)
    full = _darkest_lines(darkness, spread)
    if full == 0:
        return Paper(kept, grain=round(GRAIN_SPREADS * spread), dotted=dotted)
    grain = min(_grain(darkness, full), round(MOST_GRAIN * full))
    if is_uneven:
        grain = max(grain, round(UNEVEN_GRAIN * full))
    return Paper(kept, grain, max(1.0, FAINT_DARKNESS / full), dotted)


def paper_levels(line_u8: U8Array) -> U8Array:
    """The paper's level at every pixel, uint8 (H, W), lines and inked surfaces closed over."""
    square = np.ones((LINE_WIDTH, LINE_WIDTH), np.uint8)
    smooth = cv2.medianBlur(line_u8, 3)
    closed = np.asarray(cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, square), np.uint8)
    darkest = int(SOLID_SHARE * _quantile(_histogram(closed), 0.9))
    _, light = cv2.threshold(closed, darkest, 255, cv2.THRESH_BINARY)
    # Beside an inked surface the paper is what it is further out.
    paper = np.asarray(cv2.erode(light, square), np.uint8)
    return closed if paper.all() else _filled_in(closed, paper)


def _filled_in(levels: U8Array, known: U8Array) -> U8Array:
    """Levels with the unknown ones taken from the known (255, else 0) around them."""
    height, width = levels.shape
    small = (-(-width // FILL_REDUCTION), -(-height // FILL_REDUCTION))
    total, weight = (
        np.asarray(cv2.GaussianBlur(small_u8.astype(np.float32), (0, 0), FILL_SIGMA))
        for small_u8 in (
            cv2.resize(plane, small, interpolation=cv2.INTER_AREA)
            for plane in (cv2.bitwise_and(levels, known), known)
        )
    )
    mean = float(total.sum()) / max(float(weight.sum()), 1.0)
    level = np.where(weight > 1, total / np.maximum(weight, 1), mean) * 255
    filled = cv2.resize(np.clip(np.round(level), 0, 255).astype(np.uint8), (width, height))
    cv2.copyTo(levels, known, filled)
    return np.asarray(filled, np.uint8)


def _histogram(plane_u8: U8Array) -> NDArray[np.intp]:
    """How many of every second pixel each way have each level: int (256,)."""
    return np.bincount(plane_u8[::2, ::2].ravel(), minlength=256)


def _quantile(counts: NDArray[np.intp], share: float) -> int:
    """The level up to which this share of the pixels lies."""
    return int(np.searchsorted(np.cumsum(counts), share * counts.sum()))


def _averaged(line_u8: U8Array) -> U8Array:
    height, width = line_u8.shape
    factor = -(-max(height, width) // LOOKED_AT)
    if factor == 1:
        return line_u8
    size = (max(1, width // factor), max(1, height // factor))
    return np.asarray(cv2.resize(line_u8, size, interpolation=cv2.INTER_AREA), np.uint8)


def _divided(line_u8: U8Array, levels: U8Array) -> U8Array:
    """The share of the paper's light that is left at each pixel, 255 = all: uint8 (H, W)."""
    return np.asarray(cv2.divide(line_u8, levels, scale=255), np.uint8)


def _taken_off(line_u8: U8Array, paper: Paper) -> U8Array:
    if paper.dotted:
        line_u8 = _without_dots(line_u8)
    if paper.levels is not None:
        height, width = line_u8.shape
        levels = paper.levels
        if levels.shape != line_u8.shape:
            levels = np.asarray(cv2.resize(levels, (width, height)), np.uint8)
        line_u8 = _divided(line_u8, levels)
    # Up to the grain all is paper, from twice of it on a line is as dark as it was.
    darkness = 255 - np.arange(256, dtype=np.float32)
    drawn = np.minimum(darkness, 2 * np.maximum(darkness - paper.grain, 0))
    table = 255 - np.minimum(np.round(drawn * paper.gain), 255).astype(np.uint8)
    return np.asarray(cv2.LUT(line_u8, table), np.uint8)


def _spread(line_u8: U8Array) -> float:
    """Spread of the paper's grain in levels; most of a sheet is no edge."""
    rough = np.asarray(cv2.absdiff(line_u8, cv2.medianBlur(line_u8, 3)), np.uint8)
    return 1.6 * _quantile(_histogram(rough), 0.5)


def _darkest_lines(darkness: U8Array, spread: float) -> int:
    """How dark the darkest lines are on paper of such grain; 0 without lines."""
    counts = _histogram(darkness)
    most = _quantile(counts, 1 - LEAST_AREA)
    counts[: max(LEAST_DARKNESS, round(min(GRAIN_SPREADS * spread, most / 2)))] = 0
    full = _quantile(counts, 0.9)
    is_drawn = counts.sum() > LEAST_AREA * darkness.size / 4
    return full if is_drawn and full > (GRAIN_SPREADS - 1) * spread else 0


def _grain(darkness: U8Array, full: int) -> int:
    """Levels below white within which the paper beside the lines stays."""
    _, ink = cv2.threshold(darkness, CERTAIN_INK * full, 255, cv2.THRESH_BINARY)
    near, far = (cv2.dilate(ink, np.ones((2 * reach + 1,) * 2, np.uint8)) for reach in RING)
    beside = np.asarray(cv2.subtract(far, near))[::2, ::2] > 0
    return _quantile(np.bincount(darkness[::2, ::2][beside], minlength=256), 0.95)


def _is_dotted(line_u8: U8Array) -> bool:
    """Whether single dark dots lie all over the sheet."""
    height, width = line_u8.shape
    side = min(TILE, height, width)
    dotted = total = 0
    for top in np.linspace(0, height - side, TILES).astype(int):
        for left in np.linspace(0, width - side, TILES).astype(int):
            tile = np.ascontiguousarray(line_u8[top : top + side, left : left + side])
            dots = cv2.subtract(cv2.medianBlur(tile, 3), tile) > 96
            dotted += float(dots.mean()) > 0.03
            total += 1
    return dotted > DOTTED_TILES * total


def _without_dots(line_u8: U8Array) -> U8Array:
    return np.asarray(cv2.GaussianBlur(line_u8, (0, 0), DOT_SIGMA), np.uint8)
