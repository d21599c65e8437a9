"""Curves in the unit system of a figure: one unit is a head's height, y points down."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Pair = tuple[float, float]
Matrix = NDArray[np.float64]

IDENTITY: Matrix = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


@cache
def _shares(count: int) -> NDArray[np.float64]:
    """0 to 1 in equal steps; computed once, as curves are drawn by the thousand."""
    return np.linspace(0.0, 1.0, count)


@cache
def _bezier(steps: int) -> NDArray[np.float64]:
    """Weights (steps, 3) of a quadratic Bézier curve's points."""
    s = _shares(steps)
    return np.stack([(1 - s) ** 2, 2 * s * (1 - s), s**2], axis=1)


@cache
def _catmull_rom(steps: int) -> NDArray[np.float64]:
    """Weights (steps, 4) of a Catmull-Rom segment's points."""
    s = np.arange(steps) / steps
    columns = [-s + 2 * s**2 - s**3, 2 - 5 * s**2 + 3 * s**3, s + 4 * s**2 - 3 * s**3, s**3 - s**2]
    return 0.5 * np.stack(columns, axis=1)


@cache
def _smoothing(count: int, closed: bool, steps: int) -> NDArray[np.float64]:
    """Weights (N, count) of a smooth curve's points through ``count`` knots."""
    knots = np.eye(count)
    if closed:
        padded = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        first, last = 2 * knots[0] - knots[1], 2 * knots[-1] - knots[-2]
        padded = np.concatenate([first[None], knots, last[None]])
    windows = np.stack([padded[:-3], padded[1:-2], padded[2:-1], padded[3:]], axis=1)
    curve = (_catmull_rom(steps) @ windows).reshape(-1, count)
    return curve if closed else np.concatenate([curve, knots[-1:]])


def as_points(pairs: Sequence[Pair | Points] | Points) -> Points:
    """Points as float64 (N, 2)."""
    return np.asarray(pairs, dtype=np.float64).reshape(-1, 2)


def smooth(
    pairs: Sequence[Pair | Points] | Points, *, closed: bool = False, steps: int = 7
) -> Points:
    """Catmull-Rom curve through every point, ``steps`` samples a segment.

    An open curve starts and ends at its end points; a closed one does not repeat its start.
    """
    knots = as_points(pairs)
    return _smoothing(len(knots), closed, steps) @ knots


def bend(
    start: Pair | Points, control: Pair | Points, end: Pair | Points, steps: int = 9
) -> Points:
    """Quadratic Bézier curve from start to end."""
    return _bezier(steps) @ np.array([start, control, end], dtype=np.float64)


def bow(start: Pair | Points, end: Pair | Points, bulge: float, steps: int = 9) -> Points:
    """Curve from start to end that bulges to the left of its direction by a share of its length."""
    a, c = np.asarray(start, dtype=np.float64), np.asarray(end, dtype=np.float64)
    way = c - a
    control = (a + c) / 2 + 2 * bulge * np.array([way[1], -way[0]])
    return bend(a, control, c, steps)


def join(*pieces: Points) -> Points:
    """One path from consecutive pieces; their meeting points become corners."""
    return np.concatenate(pieces)


def mirror(points: Points) -> Points:
    """The path on the other side of the vertical axis."""
    return points * np.array([-1.0, 1.0])


def moved(points: Pair | Points, x: float, y: float) -> Points:
    """Point or points shifted by (x, y)."""
    return np.asarray(points, dtype=np.float64) + np.array([x, y])


def ellipse(center: Pair | Points, radii: Pair, *, turn: float = 0.0, steps: int = 28) -> Points:
    """Closed ellipse; ``turn`` in radians."""
    angle = np.linspace(0.0, 2 * np.pi, steps, endpoint=False)
    x, y = radii[0] * np.cos(angle), radii[1] * np.sin(angle)
    cos, sin = np.cos(turn), np.sin(turn)
    return np.stack([x * cos - y * sin, x * sin + y * cos], axis=1) + np.asarray(center)


def lengths(points: Points) -> NDArray[np.float64]:
    """Distance along the path at each point, from 0."""
    way = points[1:] - points[:-1]
    at = np.zeros(len(points))
    np.cumsum(np.hypot(way[:, 0], way[:, 1]), out=at[1:])
    return at


def resample(points: Points, count: int) -> Points:
    """``count`` points at equal distances along an open path."""
    at = lengths(points)
    if at[-1] == 0:
        return np.repeat(points[:1], count, axis=0)
    wanted = _shares(count) * at[-1]
    found = np.empty((count, 2))
    for i in (0, 1):
        found[:, i] = np.interp(wanted, at, points[:, i])
    return found


def part_of(points: Points, start: float, end: float, count: int = 12) -> Points:
    """The stretch of an open path between two shares of its length."""
    at = lengths(points)
    wanted = (start + (end - start) * _shares(count)) * at[-1]
    found = np.empty((count, 2))
    for i in (0, 1):
        found[:, i] = np.interp(wanted, at, points[:, i])
    return found


def normals(points: Points) -> Points:
    """Unit vectors to the left of the path's direction."""
    way = np.empty_like(points)
    way[1:-1] = (points[2:] - points[:-2]) / 2
    way[0], way[-1] = points[1] - points[0], points[-1] - points[-2]
    size = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    across = np.empty_like(way)
    across[:, 0], across[:, 1] = way[:, 1] / size, -way[:, 0] / size
    return across


def ribbon(spine: Points, half_widths: NDArray[np.float64]) -> tuple[Points, Points]:
    """Left and right edges of a band around a spine, without the loops of tight bends."""
    side = normals(spine) * half_widths[:, None]
    edges = np.stack([spine + side, spine - side])
    dx = edges[..., 0, None] - spine[:, 0]
    dy = edges[..., 1, None] - spine[:, 1]
    gap = (np.sqrt(dx * dx + dy * dy) - half_widths).min(axis=2)
    keep = gap > -0.02 * max(float(half_widths.max()), 1e-6)
    keep[:, 0] = keep[:, -1] = True
    return edges[0][keep[0]], edges[1][keep[1]]


def place(points: Points, matrix: Matrix) -> Points:
    """Apply a 2 × 3 affine matrix."""
    return points @ matrix[:, :2].T + matrix[:, 2]


def affine(*, scale: Pair = (1.0, 1.0), turn: float = 0.0, shift: Pair = (0.0, 0.0)) -> Matrix:
    """Matrix that scales, then turns (radians, clockwise as y points down), then shifts."""
    cos, sin = np.cos(turn), np.sin(turn)
    return np.array(
        [[cos * scale[0], -sin * scale[1], shift[0]], [sin * scale[0], cos * scale[1], shift[1]]]
    )
