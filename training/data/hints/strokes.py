"""An artist's strokes: one through each part of a picture, the largest parts first."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator as Rng
from PIL import Image

from models.arrays import BoolArray, U8Array
from models.hints.hints import HintSet, StrokeHint
from models.hints.tags import Rgb
from training.data.hints.simulated import ON_LINE_INK

COLORS = 16
"""Colours of a picture that count as its parts where no labels tell them."""
STROKE_SHARE = 0.06
"""Length of an artist's stroke as a share of the longer side."""
LEAST_PIXELS = 64
"""A part smaller than this gets no stroke."""


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A part of a picture that an artist would give one stroke: bool (H, W) and its colour."""

    where: BoolArray
    color: Rgb


def artist_strokes(
    color_u8: U8Array,
    figure_u8: U8Array,
    line_u8: U8Array,
    *,
    count: int,
    rng: Rng | None = None,
) -> HintSet:
    """An artist's first strokes: one in each part's colour, the largest part first.

    color_u8 (H, W, 3), figure_u8 (H, W) above 127 in the figure, line_u8 (H, W), 0 = ink.
    rng  parts in any order, larger ones more often first; None: by size.
    """
    areas = colored_areas(color_u8, figure_u8, line_u8)
    if rng is not None:
        size = np.array([area.where.sum() for area in areas], dtype=np.float64)
        areas = [areas[index] for index in np.argsort(rng.exponential(size=len(areas)) / size)]
    return HintSet(tuple(stroke_through(area.where, area.color) for area in areas[:count]))


def colored_areas(color_u8: U8Array, figure_u8: U8Array, line_u8: U8Array) -> list[Area]:
    """The figure's parts by colour, largest first: areas of the colours into which it divides."""
    beside = (figure_u8 > 127) & (line_u8 > 255 - ON_LINE_INK)
    if not beside.any():
        return []
    pixels = Image.fromarray(color_u8[beside][None])
    nearest = np.asarray(pixels.quantize(COLORS, kmeans=4, dither=Image.Dither.NONE))[0]
    plane = np.full(beside.shape, -1, dtype=np.int32)
    plane[beside] = nearest
    areas = []
    for index in np.argsort(-np.bincount(nearest, minlength=COLORS), kind="stable"):
        where = plane == index
        if where.sum() >= LEAST_PIXELS:
            red, green, blue = np.median(color_u8[where], axis=0).round().astype(int).tolist()
            areas.append(Area(where, (red, green, blue)))
    return areas


def stroke_through(where: BoolArray, color: Rgb) -> StrokeHint:
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
