"""Where lines end, and the shortest strokes that would close the gaps between them.

A line's end is a place where the outline of the ink turns back on itself round a stub of ink. From
an end the line is carried on in its own direction, a little to either side, until it meets an end
that points back at it or any other ink. All measures are local: what is found in a piece of the
drawing depends on no pixel farther away than `reach_of`.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

U8Array = NDArray[np.uint8]
I32Array = NDArray[np.int32]
FloatArray = NDArray[np.float32]

STEPS = (3, 5, 8, 12, 18)
"""Steps along the outline, in pixels, at which it is tested for turning back: half as many again
as the line is wide, for lines of up to some 14 pixels."""
LEAST_TURN = 0.62
"""How far a stub must stick out from between its flanks, as a share of the step."""
WIDEST_STUB = 0.8
"""Distance between a stub's flanks, as a share of the step; a right-angled corner has 1.4."""
MOST_WIDENING = 1.35
"""A stub that widens more than this over twice the step is the corner of a shape, not a line."""
FAN = 60.0
"""Degrees to either side in which a line is carried on."""
RAYS = 17
TURNING_COST = 0.8
"""What carrying on at the fan's edge costs, as a share of the length."""


@dataclass(frozen=True, slots=True, eq=False)
class LineEnds:
    """Ends of lines: float32 (N, 2) positions x, y and (N, 2) unit directions out of the line."""

    positions: FloatArray
    directions: FloatArray

    @property
    def count(self) -> int:
        """Number of ends."""
        return len(self.positions)


@dataclass(frozen=True, slots=True, eq=False)
class Closures:
    """Straight strokes that close gaps.

    starts, ends  int32 (N, 2) pixels x, y of ink at either side of the gap.
    widths        float32 (N,) pixels of paper between them.
    """

    starts: I32Array
    ends: I32Array
    widths: FloatArray

    @property
    def count(self) -> int:
        """Number of closures."""
        return len(self.widths)

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Closures":
        """Some of them, in the order given."""
        return Closures(self.starts[which], self.ends[which], self.widths[which])

    def joined(self, other: "Closures") -> "Closures":
        """These and those, each gap once, in a fixed order: by width, then by place."""
        starts = np.concatenate([self.starts, other.starts])
        ends = np.concatenate([self.ends, other.ends])
        widths = np.concatenate([self.widths, other.widths])
        swap = (starts[:, 1] > ends[:, 1]) | (
            (starts[:, 1] == ends[:, 1]) & (starts[:, 0] > ends[:, 0])
        )
        low = np.where(swap[:, None], ends, starts)
        high = np.where(swap[:, None], starts, ends)
        key = np.concatenate([low, high], axis=1)
        _, first = np.unique(key, axis=0, return_index=True)
        order = first[np.lexsort((*key[first].T, widths[first]))]
        return Closures(low[order], high[order], widths[order])

    def moved(self, x: int, y: int) -> "Closures":
        """The same closures in coordinates whose origin lies at (-x, -y)."""
        shift = np.array([x, y], dtype=np.int32)
        return Closures(self.starts + shift, self.ends + shift, self.widths)


NO_CLOSURES = Closures(
    np.zeros((0, 2), np.int32), np.zeros((0, 2), np.int32), np.zeros(0, np.float32)
)


def reach_of(gap: float) -> int:
    """How far from a closure the ink can lie that decides about it, in pixels."""
    return int(np.ceil(2 * gap)) + 4 * max(STEPS) + 8


def find_line_ends(ink: U8Array) -> LineEnds:
    """Ends of lines in an ink mask, uint8 (H, W), 1 = ink.

    Lines that leave the picture do not end at its border.
    """
    outlines, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    outlines = [outline for outline in outlines if len(outline) >= 6]
    if not outlines:
        return LineEnds(np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32))
    lengths = np.array([len(outline) for outline in outlines], dtype=np.int64)
    points = np.concatenate([outline[:, 0] for outline in outlines]).astype(np.float32)
    begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
    sizes = np.repeat(lengths, lengths)
    joined = _Outlines(points, begins, sizes, np.arange(len(points)) - begins)
    found = [_turns(joined, ink, step) for step in STEPS]
    return _distinct_ends(points, found, ink.shape)


@dataclass(frozen=True, slots=True, eq=False)
class _Outlines:
    """Closed outlines of ink, one after another: points (P, 2), each one's outline and place."""

    points: FloatArray
    begins: NDArray[np.int64]
    sizes: NDArray[np.int64]
    places: NDArray[np.int64]

    def at(self, offset: int, chosen: NDArray[np.intp]) -> FloatArray:
        """The points so many steps along their outlines from the chosen ones."""
        along = (self.places[chosen] + offset) % self.sizes[chosen]
        return self.points[self.begins[chosen] + along]


def _turns(
    outlines: _Outlines, ink: U8Array, step: int
) -> tuple[NDArray[np.intp], FloatArray, FloatArray]:
    """Outline points where the ink turns back within `step`: index, how far, direction."""
    chosen = np.flatnonzero(outlines.sizes >= 2 * step)
    before, after = outlines.at(-step, chosen), outlines.at(step, chosen)
    middle = (before + after) / 2
    out = outlines.points[chosen] - middle
    reach = np.hypot(out[:, 0], out[:, 1])
    chord = np.hypot(*(after - before).T)
    kept = (reach >= LEAST_TURN * step) & (chord <= WIDEST_STUB * step)
    chosen, middle, reach, chord = chosen[kept], middle[kept], reach[kept], chord[kept]
    if len(chosen) == 0:
        return chosen, reach, middle
    far_before, far_after = outlines.at(-2 * step, chosen), outlines.at(2 * step, chosen)
    far_middle = (far_before + far_after) / 2
    widened = np.hypot(*(far_after - far_before).T)
    short = outlines.sizes[chosen] < 5 * step
    solid = _is_ink(ink, middle) & (short | _is_ink(ink, far_middle))
    kept = solid & (short | (widened <= MOST_WIDENING * chord + 2.0))
    out = outlines.points[chosen] - np.where(short[:, None], middle, far_middle)
    size = np.maximum(np.hypot(out[:, 0], out[:, 1]), 1e-6)[:, None]
    return chosen[kept], reach[kept], (out / size)[kept].astype(np.float32)


def _is_ink(ink: U8Array, points: NDArray[np.floating]) -> NDArray[np.bool_]:
    x, y = _rounded(points).T
    return np.asarray(ink[y, x] > 0)


def _rounded(values: NDArray[np.floating]) -> I32Array:
    """To the nearest integer, halves upwards wherever the origin lies."""
    return np.floor(values + 0.5).astype(np.int32)


def _distinct_ends(
    points: FloatArray,
    found: list[tuple[NDArray[np.intp], FloatArray, FloatArray]],
    shape: tuple[int, int],
) -> LineEnds:
    """One end for each stub, the one that sticks out farthest at the smallest step."""
    index = np.concatenate([part[0] for part in found])
    step = np.concatenate(
        [np.full(len(part[0]), size, np.float32) for part, size in zip(found, STEPS)]
    )
    reach = np.concatenate([part[1] for part in found])
    direction = np.concatenate([part[2] for part in found])
    place = points[index]
    height, width = shape
    inside = (
        (place[:, 0] > 0)
        & (place[:, 1] > 0)
        & (place[:, 0] < width - 1)
        & (place[:, 1] < height - 1)
    )
    index, step, reach = index[inside], step[inside], reach[inside]
    direction, place = direction[inside], place[inside]
    if len(index) == 0:
        return LineEnds(np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32))
    order = np.lexsort((place[:, 0], place[:, 1], -np.round(reach, 3), step))
    step, direction, place = step[order], direction[order], place[order]
    near = cKDTree(place)
    taken = np.zeros(len(place), dtype=bool)
    kept = []
    neighbours = near.query_ball_point(place, 0.75 * step + 1.5)
    for number in range(len(place)):
        if not taken[number]:
            kept.append(number)
            taken[neighbours[number]] = True
    return LineEnds(place[kept], direction[kept])


def find_closures(ink: U8Array, ends: LineEnds, gap: float) -> Closures:
    """Strokes of at most `gap` pixels of paper that carry ends of lines on to other ink.

    ink  uint8 (H, W), 1 = ink. Two ends that face each other are joined; an end also reaches the
    ink before it that is nearest in its direction.
    """
    if ends.count == 0 or gap < 1:
        return NO_CLOSURES
    return _join_ends(ink, ends, gap).joined(_carry_on(ink, ends, gap))


def _join_ends(ink: U8Array, ends: LineEnds, gap: float) -> Closures:
    pairs = cKDTree(ends.positions).query_pairs(gap + 1.0, output_type="ndarray")
    if len(pairs) == 0:
        return NO_CLOSURES
    first, second = pairs.T
    way = ends.positions[second] - ends.positions[first]
    length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)
    unit = way / length[:, None]
    least = np.cos(np.deg2rad(FAN))
    forward = (ends.directions[first] * unit).sum(axis=1)
    backward = -(ends.directions[second] * unit).sum(axis=1)
    facing = (forward >= least) & (backward >= least)
    first, second, length = first[facing], second[facing], length[facing]
    starts = np.rint(ends.positions[first]).astype(np.int32)
    stops = np.rint(ends.positions[second]).astype(np.int32)
    # Nothing else may lie on the way: the crossing line is met by carrying on.
    free = np.ones(len(first), dtype=bool)
    for share in np.linspace(0, 1, max(3, int(gap) + 2))[1:-1]:
        point = ends.positions[first] + _rounded((stops - starts) * share)
        away = np.minimum(share, 1 - share) * length > 1.0
        free &= ~(away & _is_ink(ink, point))
    widths = np.maximum(length - 1.0, 0).astype(np.float32)
    return Closures(starts, stops, widths).chosen(free)


def _carry_on(ink: U8Array, ends: LineEnds, gap: float) -> Closures:
    """From each end to the ink ahead of it, by the cheapest ray of a fan."""
    height, width = ink.shape
    angles = np.deg2rad(np.linspace(-FAN, FAN, RAYS)).astype(np.float32)
    cosine, sine = np.cos(angles), np.sin(angles)
    x, y = ends.directions.T
    ray_x = x[:, None] * cosine - y[:, None] * sine
    ray_y = x[:, None] * sine + y[:, None] * cosine
    columns, lines = (ends.positions[:, axis : axis + 1].astype(np.int32) for axis in (0, 1))
    left = np.zeros(ray_x.shape, dtype=bool)
    hit = np.full(ray_x.shape, np.inf, dtype=np.float32)
    blocked = np.zeros(ray_x.shape, dtype=bool)
    for distance in np.arange(0.5, gap + 2.01, 0.5, dtype=np.float32):
        # Rounded apart from the position, so that a piece of a drawing gives what the whole does.
        column = columns + _rounded(ray_x * distance)
        row = lines + _rounded(ray_y * distance)
        inside = (column >= 0) & (row >= 0) & (column < width) & (row < height)
        inked = np.zeros(ray_x.shape, dtype=bool)
        inked[inside] = ink[row[inside], column[inside]] > 0
        new = inked & left & ~np.isfinite(hit) & ~blocked
        hit[new] = distance
        left |= inside & ~inked
        # A ray that is still in its own stub after two pixels does not lead out of it.
        blocked |= inked & ~left & (distance >= 2.0)
    length = hit - 1.0
    cost = (length + 1.0) * (1 + TURNING_COST * (angles / angles[-1]) ** 2)
    cost = np.where(length <= gap, cost, np.inf)
    best = np.argmin(cost, axis=1)
    rows = np.arange(ends.count)
    good = np.isfinite(cost[rows, best])
    rows, best = rows[good], best[good]
    away = hit[rows, best][:, None]
    way = np.stack([ray_x[rows, best], ray_y[rows, best]], axis=1)
    starts = np.rint(ends.positions[rows]).astype(np.int32)
    stops = starts + _rounded(way * away)
    widths = np.maximum(length[rows, best], 0).astype(np.float32)
    return Closures(starts, stops, widths)
