"""Simulated hints: what an artist might dab on a drawing whose colours are known.

Every sampler yields a real HintSet, so that training sees what the canvas makes.
"""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.random import Generator as Rng

from models.arrays import BoolArray, U8Array
from models.geometry import Rect, Size
from models.hints.hints import Hint, HintSet, PointHint, StrokeHint
from models.hints.tags import Rgb

Layout = Literal["segments", "uniform", "areas"]
ON_LINE_INK = 64
"""A pixel this much darker than paper counts as line; dabs are placed beside lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintStyle:
    """How simulated hints look.

    layout        where: the seven segments of C-FID, anywhere, or one in each of many areas.
    count         number of hints.
    max_radius    radii are drawn from half a pixel up to this.
    stroke_share  share of hints that are strokes.
    noise         standard deviation added to the colours, in sRGB steps.
    """

    layout: Layout
    count: int
    max_radius: float = 0.5
    stroke_share: float = 0.0
    noise: float = 0.0


def segment_of_each_hint(count: int) -> list[tuple[float, float, float, float]]:
    """Boxes (left, top, right, bottom, as shares) in which C-FID draws each of `count` hints.

    Four corner squares with one hint each of 28, two side wings with two each, the rest in the
    body (Lee and Lee 2020, 4.2). Other counts keep these proportions, body first.
    """
    quarter = 0.25
    corners = [
        (0.0, 0.0, quarter, quarter),
        (1 - quarter, 0.0, 1.0, quarter),
        (0.0, 1 - quarter, quarter, 1.0),
        (1 - quarter, 1 - quarter, 1.0, 1.0),
    ]
    wings = [(0.0, quarter, quarter, 1 - quarter), (1 - quarter, quarter, 1.0, 1 - quarter)]
    body = (quarter, 0.0, 1 - quarter, 1.0)
    outer = [*corners, *(wing for wing in wings for _ in range(2))]
    outer_count = round(count * len(outer) / 28)
    boxes = [outer[index % len(outer)] for index in range(outer_count)]
    return [*boxes, *([body] * (count - outer_count))]


def simulate_hints(rgb_u8: U8Array, line_u8: U8Array, style: HintStyle, rng: Rng) -> HintSet:
    """Hints in a picture's true colours.

    rgb_u8   uint8 (H, W, 3) the coloured picture.
    line_u8  uint8 (H, W) its line art, 0 = ink: hints avoid the lines where they can.
    """
    free = line_u8 > 255 - ON_LINE_INK
    if not free.any():
        free = np.ones_like(free)
    if style.layout == "areas":
        places = _one_per_area(free, style.count, rng)
    else:
        places = _in_boxes(free, style, rng)
    hints = [_dab(rgb_u8, free, place, style, rng) for place in places]
    return HintSet(tuple(hints))


def _in_boxes(free: BoolArray, style: HintStyle, rng: Rng) -> list[tuple[int, int]]:
    height, width = free.shape
    if style.layout == "segments":
        boxes = segment_of_each_hint(style.count)
    else:
        boxes = [(0.0, 0.0, 1.0, 1.0)] * style.count
    places = []
    for left, top, right, bottom in boxes:
        column = row = 0
        for _ in range(12):
            column = int(rng.integers(int(left * width), max(int(right * width), 1)))
            row = int(rng.integers(int(top * height), max(int(bottom * height), 1)))
            if free[row, column]:
                break
        places.append((row, column))
    return places


def _one_per_area(free: BoolArray, count: int, rng: Rng) -> list[tuple[int, int]]:
    """Deep points of connected areas, larger areas more often: where an artist would dab."""
    number, labels, stats, _ = cv2.connectedComponentsWithStats(
        free.astype(np.uint8), connectivity=4
    )
    sizes = stats[1:, cv2.CC_STAT_AREA].astype(np.float64)
    if number <= 1:
        return []
    weights = np.sqrt(sizes) * (sizes >= 6)
    if weights.sum() == 0:
        weights = sizes
    picked = rng.choice(number - 1, size=count, p=weights / weights.sum()) + 1
    places = []
    for index in picked:
        left, top, width, height = stats[index, :4]
        window = labels[top : top + height, left : left + width] == index
        rows, columns = np.nonzero(window)
        pick = int(rng.integers(len(rows)))
        places.append((int(top + rows[pick]), int(left + columns[pick])))
    return places


def _dab(
    rgb_u8: U8Array, free: BoolArray, place: tuple[int, int], style: HintStyle, rng: Rng
) -> Hint:
    row, column = place
    radius = 0.5
    if style.max_radius > 0.5 and rng.random() < 0.6:
        radius = float(rng.uniform(0.5, style.max_radius))
    color = _color_at(rgb_u8, place, radius, style.noise, rng)
    if rng.random() < style.stroke_share:
        points = _walk(rgb_u8, free, place, rng)
        if len(points) > 1:
            return StrokeHint(points, color, max(radius, 1.0))
    return PointHint(column + 0.5, row + 0.5, color, radius)


def _color_at(
    rgb_u8: U8Array, place: tuple[int, int], radius: float, noise: float, rng: Rng
) -> Rgb:
    row, column = place
    color = rgb_u8[row, column].astype(np.float64)
    if radius > 1:
        near = Rect(column, row, column + 1, row + 1).grown(int(radius))
        window = rgb_u8[near.clipped(Size(*rgb_u8.shape[:2])).slices]
        color = np.median(window.reshape(-1, 3), axis=0)
    if noise > 0:
        color = color + rng.normal(0, noise, 3)
    red, green, blue = np.clip(np.round(color), 0, 255).astype(int).tolist()
    return red, green, blue


def _walk(
    rgb_u8: U8Array, free: BoolArray, place: tuple[int, int], rng: Rng
) -> tuple[tuple[float, float], ...]:
    """A short path that stays beside the lines and on one colour."""
    height, width = free.shape
    start = rgb_u8[place].astype(np.int32)
    y, x = float(place[0]) + 0.5, float(place[1]) + 0.5
    heading = rng.uniform(0, 2 * np.pi)
    points = [(x, y)]
    for _ in range(int(rng.integers(3, 14))):
        heading += rng.normal(0, 0.4)
        step = rng.uniform(1.5, 3.5)
        nx, ny = x + step * np.cos(heading), y + step * np.sin(heading)
        if not (0 <= nx < width and 0 <= ny < height) or not free[int(ny), int(nx)]:
            break
        if np.abs(rgb_u8[int(ny), int(nx)].astype(np.int32) - start).max() > 24:
            break
        x, y = float(nx), float(ny)
        points.append((x, y))
    return tuple(points)
