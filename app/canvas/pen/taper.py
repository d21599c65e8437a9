"""Strokes whose width follows the pen: what they cover, to the pixel."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, hypot

import numpy as np

from app.canvas.viewport import Point
from models.hints.hints import AreaHint
from models.hints.spans import spans_of_mask
from models.hints.tags import Rgb

EVEN = 1.25
"""Largest radius over the smallest up to which a stroke counts as of one width."""
STEP = 0.2
"""Between the discs that a stroke is made of, as a share of the smaller radius."""


def is_tapered(radii: Sequence[float]) -> bool:
    """Whether radii differ so much that one mean radius would not do."""
    return len(radii) > 1 and max(radii) > EVEN * min(radii)


def tapered_area(points: Sequence[Point], radii: Sequence[float], color: Rgb) -> AreaHint:
    """The pixels whose centres lie within a stroke that is as wide at each point as its radius.

    points, radii  image pixels, as many of one as of the other, at least one.
    """
    left = floor(min(x - r for (x, _), r in zip(points, radii))) - 1
    top = floor(min(y - r for (_, y), r in zip(points, radii))) - 1
    right = ceil(max(x + r for (x, _), r in zip(points, radii))) + 1
    bottom = ceil(max(y + r for (_, y), r in zip(points, radii))) + 1
    mask = np.zeros((bottom - top, right - left), dtype=np.bool_)
    for x, y, radius in _discs(points, radii):
        _cover(mask, x - left, y - top, radius)
    column, row, spans = spans_of_mask(mask, left, top)
    return AreaHint(column, row, spans, color)


def _discs(points: Sequence[Point], radii: Sequence[float]) -> list[tuple[float, float, float]]:
    """Discs close enough to each other that their rims make a smooth one."""
    discs = [(*points[0], radii[0])]
    for ((x0, y0), r0), ((x1, y1), r1) in pairwise(zip(points, radii)):
        steps = max(1, ceil(hypot(x1 - x0, y1 - y0) / max(0.25, STEP * min(r0, r1))))
        for k in range(1, steps + 1):
            t = k / steps
            discs.append((x0 + t * (x1 - x0), y0 + t * (y1 - y0), r0 + t * (r1 - r0)))
    return discs


def _cover(mask: np.ndarray, x: float, y: float, radius: float) -> None:
    """Add the pixels whose centres lie within a disc, and the one that its middle lies in."""
    rows = slice(max(0, floor(y - radius)), ceil(y + radius) + 1)
    columns = slice(max(0, floor(x - radius)), ceil(x + radius) + 1)
    window = mask[rows, columns]
    down = np.arange(rows.start, rows.start + window.shape[0])[:, None] + 0.5 - y
    across = np.arange(columns.start, columns.start + window.shape[1])[None] + 0.5 - x
    window |= across * across + down * down <= radius * radius
    mask[floor(y), floor(x)] = True
