"""Hints as someone who knows the result would paint them: a touch or a stroke a region."""

from collections import Counter
from math import cos, pi, sin
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from models.color import pack_colors, unpack_colors
from models.hints.parts import Part
from models.hints.tags import format_color
from models.regions.regions import find_regions

MOST = 200
"""Hints of a drawing at most."""
LEAST_DEPTH = 4.0
"""A region counts from such a depth in pixels, and"""
STROKE_DEPTH = 14.0
"""gets a stroke from such a depth, else a touch."""
STEPS = 5
MOST_SPOTS, FURTHER, FURTHER_DEPTH = 5, 420, 36.0
"""A wide region gets further hints, so many pixels apart, where it is so deep."""
EVEN_SHARE = 0.2
"""A second colour of a region, where lines are open, gets a hint from such a share of it."""
KEEN = {Part.EYES: 6.0, Part.SKIN: 2.0, Part.HAIR: 1.5, Part.MOUTH: 2.0}
"""What a look falls on first."""


def choose(
    line: NDArray[Any], flat: NDArray[Any], labels: NDArray[Any], most: int = MOST
) -> list[dict[str, object]]:
    """Hints as a hint file lists them, the ones that matter most first.

    line uint8 (H, W), 0 = ink; flat uint8 (H, W, 3), the colours meant; labels uint8 (H, W), parts.
    Large regions come first; each further one of the same part and colour counts for less.
    """
    regions, packed = find_regions(line).labels, pack_colors(flat)
    paper, places = line > 235, []
    for region, window in enumerate(ndimage.find_objects(regions + 1)):
        if window is None:
            continue
        inside = (regions[window] == region) & paper[window]
        colors, counts = np.unique(packed[window][inside], return_counts=True)
        for color, pixels in zip(colors.tolist(), counts.tolist()):
            if pixels < max(60, EVEN_SHARE * counts.sum()):
                continue
            own = np.pad(inside & (packed[window] == color), 1).astype(np.uint8)
            depth = cv2.distanceTransform(own, cv2.DIST_L2, 5)[1:-1, 1:-1]
            if depth.max() < LEAST_DEPTH:
                continue
            part = Part(int(np.bincount(labels[window][own[1:-1, 1:-1] > 0]).argmax()))
            weight = pixels**0.5 * KEEN.get(part, 1.0)
            corner = window[1].start, window[0].start
            for number, spot in enumerate(_spots(depth)):
                places.append((weight / (1 + number), part, color, depth, spot, corner))
    used: Counter[tuple[int, int]] = Counter()
    hints: list[dict[str, object]] = []
    while places and len(hints) < most:
        best = max(range(len(places)), key=lambda i: places[i][0] / (1 + used[places[i][1:3]]))
        _, part, color, depth, spot, corner = places.pop(best)
        used[part, color] += 1
        ((red, green, blue),) = unpack_colors(np.array([color], dtype=np.int32)).tolist()
        hints.append(_hint(depth, spot, corner, format_color((red, green, blue))))
    return hints


def _spots(depth: NDArray[Any]) -> list[tuple[int, int]]:
    """Where a region is deepest, and other deep places of a wide one, each x and y."""
    spots: list[tuple[int, int]] = []
    left = depth.copy()
    while len(spots) < MOST_SPOTS and (not spots or left.max() > FURTHER_DEPTH):
        y, x = (int(each) for each in np.unravel_index(int(left.argmax()), left.shape))
        spots.append((x, y))
        cv2.circle(left, (x, y), FURTHER, 0.0, -1)
    return spots


def _hint(
    depth: NDArray[Any], spot: tuple[int, int], corner: tuple[int, int], color: str
) -> dict[str, object]:
    """A touch in a place, or a stroke that leads through it."""
    x, y = spot
    deep, left, top = float(depth[y, x]), corner[0] + 0.5, corner[1] + 0.5
    radius = float(np.clip(round(deep * 0.3), 2, 9))
    if deep < STROKE_DEPTH:
        return {"kind": "point", "x": x + left, "y": y + top, "color": color, "radius": radius}
    first = max(range(16), key=lambda i: _depth_at(depth, *_ahead(x, y, i * pi / 8, deep)))
    ends = [_walk(depth, x, y, first * pi / 8 + turn, deep) for turn in (0, pi)]
    spots = [*reversed(ends[0]), (x, y), *ends[1]]
    if len(spots) == 1:
        return {"kind": "point", "x": x + left, "y": y + top, "color": color, "radius": radius}
    points = [[round(px + left, 1), round(py + top, 1)] for px, py in spots]
    return {"kind": "stroke", "points": points, "color": color, "radius": radius}


def _ahead(x: float, y: float, angle: float, step: float) -> tuple[float, float]:
    return x + cos(angle) * step, y + sin(angle) * step


def _depth_at(depth: NDArray[Any], x: float, y: float) -> float:
    column, row = round(x), round(y)
    if not (0 <= row < depth.shape[0] and 0 <= column < depth.shape[1]):
        return 0.0
    return float(depth[row, column])


def _walk(
    depth: NDArray[Any], x: float, y: float, angle: float, deep: float
) -> list[tuple[float, float]]:
    """Steps along the middle of a region, as long as it is wide enough."""
    path = []
    step = float(np.clip(deep * 0.9, 12, 42))
    for _ in range(STEPS):
        angle = max(
            (angle + turn * pi / 12 for turn in (0, -1, 1, -2, 2)),
            key=lambda each: _depth_at(depth, *_ahead(x, y, each, step)),
        )
        nearer = _ahead(x, y, angle, step / 2)
        x, y = _ahead(x, y, angle, step)
        least = max(LEAST_DEPTH + 2, deep * 0.35)
        if min(_depth_at(depth, x, y), _depth_at(depth, *nearer)) < least:
            break
        path.append((x, y))
    return path
