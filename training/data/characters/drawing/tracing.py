"""All paths and pen strokes of a drawing as polygons in a picture's pixels, computed at once.

A drawing has some hundreds of them of a dozen points each: one pass over all points costs a
fraction of what one pass for each would.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.characters.drawing.drawing import Blush, Cast, Drawing, Pen, Shape
from training.data.characters.drawing.geometry import Points
from training.data.characters.drawing.marks import Stroke

SHIFT = 4
"""Fractional bits of cv2's polygon coordinates."""
Bounds = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed polygon: int32 (N, 2) x and y in 1/16 pixel, and its bounds in whole pixels.

    bounds  left, top, right, bottom; right and bottom lie just outside.
    """

    points: NDArray[np.int32]
    bounds: Bounds


class Traced:
    """A drawing's paths and strokes as polygons; asked for by the very objects of the drawing."""

    def __init__(self, drawing: Drawing, *, scale: float, shift: Points, width_px: float) -> None:
        paths: list[Points] = []
        strokes: list[Stroke] = []
        for item in drawing.items:
            paths.extend(_paths(item))
            strokes.extend(_strokes(item))
        self._drawing = drawing  # keeps the objects alive whose identities are the keys
        placed = [] if not paths else [np.concatenate(paths) * scale + shift]
        sizes = [len(path) for path in paths]
        if strokes:
            points = np.concatenate([stroke.points for stroke in strokes]) * scale + shift
            counts = np.array([len(stroke.points) for stroke in strokes])
            placed.append(pen_outlines(points, counts, strokes, width_px))
            sizes.extend((2 * counts).tolist())
        keys = [*map(id, paths), *map(id, strokes)]
        self._polygons = dict(zip(keys, _polygons(placed, sizes)))

    def path(self, points: Points) -> Polygon:
        """The polygon of a path of the drawing."""
        return self._polygons[id(points)]

    def stroke(self, stroke: Stroke) -> Polygon:
        """The outline of a pen stroke of the drawing."""
        return self._polygons[id(stroke)]


def _paths(item: Shape | Cast | Blush | Pen) -> Iterator[Points]:
    if isinstance(item, Pen):
        yield from item.solids
        return
    yield item.path
    if isinstance(item, Shape):
        if item.clip is not None:
            yield item.clip
        yield from (tone.path for tone in item.tones)
        yield from (glow.path for glow in item.glows)


def _strokes(item: Shape | Cast | Blush | Pen) -> Iterator[Stroke]:
    if isinstance(item, Shape):
        yield from item.inside
    if isinstance(item, Shape | Pen):
        yield from item.strokes


def _polygons(placed: Sequence[Points], sizes: Sequence[int]) -> Iterator[Polygon]:
    if not sizes:
        return
    fixed = np.rint(np.concatenate(placed) * (1 << SHIFT)).astype(np.int32)
    ends: NDArray[np.int64] = np.cumsum(np.array(sizes, np.int64))
    starts: NDArray[np.int64] = ends - np.array(sizes, np.int64)
    least = np.minimum.reduceat(fixed, starts) >> SHIFT
    most = (np.maximum.reduceat(fixed, starts) >> SHIFT) + 1
    bounds = np.concatenate([least, most], axis=1).tolist()
    for start, end, (left, top, right, bottom) in zip(starts.tolist(), ends.tolist(), bounds):
        yield Polygon(fixed[start:end], (left, top, right, bottom))


def pen_outlines(
    points: Points, counts: NDArray[np.int64], strokes: Sequence[Stroke], width_px: float
) -> Points:
    """Closed outlines of strokes whose width follows the pen's pressure, one after the other.

    points  all strokes' points in pixels, (N, 2); counts how many each has, at least two.
    Returns (2 N, 2): each stroke's left side from its start, then its right side back.
    """
    ends = np.cumsum(counts)
    starts = ends - counts
    settings = np.array([(each.start, each.end, each.width) for each in strokes])
    opening, closing, width = np.repeat(settings, counts, axis=0).T
    share = _shares_along(points, starts, counts)
    rise = np.minimum(share / 0.45, 1)
    fall = np.minimum((1 - share) / 0.45, 1)
    rise *= 2 - rise
    fall *= 2 - fall
    pressure = np.minimum(opening + (1 - opening) * rise, closing + (1 - closing) * fall)
    half = (0.5 * width_px * width) * pressure
    way = np.empty_like(points)
    way[1:-1] = points[2:] - points[:-2]
    way[starts] = points[starts + 1] - points[starts]
    way[ends - 1] = points[ends - 1] - points[ends - 2]
    size = half / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    side = np.stack([way[:, 1] * size, -way[:, 0] * size], axis=1)
    order = np.arange(len(points))
    outline = np.empty((2 * len(points), 2))
    outline[order + np.repeat(starts, counts)] = points + side
    outline[np.repeat(starts + 2 * ends - 1, counts) - order] = points - side
    return outline


def _shares_along(
    points: Points, starts: NDArray[np.int64], counts: NDArray[np.int64]
) -> NDArray[np.float64]:
    """How far along its own stroke each point lies, 0 to 1."""
    way = points[1:] - points[:-1]
    at = np.zeros(len(points))
    np.cumsum(np.hypot(way[:, 0], way[:, 1]), out=at[1:])
    total = at[starts + counts - 1] - at[starts]
    return (at - np.repeat(at[starts], counts)) / np.repeat(np.maximum(total, 1e-9), counts)
