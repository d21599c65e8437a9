"""Where lines end, and the shortest strokes that would close the gaps between them.

A line's end is a place where the outline of the ink turns back on itself round a stub of ink. From
an end the line is carried on in its own direction, a little to either side, until it meets an end
that points back at it or any other ink. All measures are local: what is found depends
on no pixel farther away than some gaps and steps.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import scipy
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, U8Array
from models.regions.closures import NO_CLOSURES, Closures

STEPS = (3, 5, 7, 10, 14, 20, 28)
"""Steps along the outline, in pixels, at which it is tested for turning back: half as many again
as the line is wide, for lines of up to some 21 pixels."""
LONGEST_THIN = 5
"""Steps up to this are those of thin lines, whose direction is taken farther back."""
LEAST_TURN = 0.62
"""How far a stub must stick out from between its flanks, as a share of the step."""
WIDEST_STUB = 0.8
"""Distance between a stub's flanks, as a share of the step; a right-angled corner has 1.4."""
MOST_WIDENING = 1.35
"""A stub that widens more than this over twice the step is the corner of a shape, not a line."""
CLEAR_OF_INK = 0.7
"""How far beyond all ink of its stub an end is placed, so that no ray meets it again."""
FAN = 60.0
"""Degrees to either side in which a line is carried on, or looks for another end."""
RAYS = 17
TURNING_COST = 0.7
"""What carrying on at the fan's edge costs, as a share of the length."""
BOW_COST = 0.3
"""The same for two ends at the edges of their fans that are joined in one even bow."""
NEAR_TIP = (-1, 0, 1)
BEHIND_TIP = (8, 12, 16, 20)
"""A line's width at its end is taken between the flanks at the step that found it, and behind at
twice that step, so many pixels to either side of them."""
TAPERED, BLUNT = 0.4, 0.8
"""Width at the tip, as a share of that behind, at which an end is wholly tapered or blunt."""


@dataclass(frozen=True, slots=True, eq=False)
class LineEnds:
    """Ends of lines.

    positions   float32 (N, 2) pixels x, y just where the line's axis leaves its ink.
    directions  float32 (N, 2) unit vectors out of the line.
    anchors     int32 (N, 2) pixels x, y of ink at the end.
    bluntness   float32 (N,) 0 = tapered by the pen, 1 = as wide as the line behind.
    """

    positions: FloatArray
    directions: FloatArray
    anchors: I32Array
    bluntness: FloatArray

    @property
    def count(self) -> int:
        """Number of ends."""
        return len(self.positions)


NO_ENDS = LineEnds(
    np.zeros((0, 2), np.float32),
    np.zeros((0, 2), np.float32),
    np.zeros((0, 2), np.int32),
    np.zeros(0, np.float32),
)


def find_line_ends(ink: U8Array) -> LineEnds:
    """Ends of lines in an ink mask, uint8 (H, W), 1 = ink.

    Lines that leave the picture do not end at its border.
    """
    outlines, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    outlines = [outline for outline in outlines if len(outline) >= 6]
    if not outlines:
        return NO_ENDS
    lengths = np.array([len(outline) for outline in outlines], dtype=np.int64)
    points = np.concatenate([outline[:, 0] for outline in outlines]).astype(np.float32)
    begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
    sizes = np.repeat(lengths, lengths)
    joined = _Outlines(points, begins, sizes, np.arange(len(points)) - begins)
    found = [_turns(joined, ink, step) for step in STEPS]
    return _distinct_ends(joined, found, ink)


@dataclass(frozen=True, slots=True, eq=False)
class _Outlines:
    """Closed outlines of ink, one after another: points (P, 2), each one's outline and place."""

    points: FloatArray
    begins: NDArray[np.int64]
    sizes: NDArray[np.int64]
    places: NDArray[np.int64]

    def at(self, offset: int | NDArray[np.int64], chosen: NDArray[np.intp]) -> FloatArray:
        """The points so many steps along their outlines from the chosen ones."""
        along = (self.places[chosen] + offset) % self.sizes[chosen]
        return self.points[self.begins[chosen] + along]


@dataclass(frozen=True, slots=True, eq=False)
class _Tips:
    """Stubs found at one step: outline point, tip (N, 2), direction (N, 2), the step (N,)."""

    turns: NDArray[np.intp]
    positions: FloatArray
    directions: FloatArray
    steps: FloatArray


def _turns(outlines: _Outlines, ink: U8Array, step: int) -> _Tips:
    """Stubs of ink that turn back within `step` along the outline."""
    chosen = np.flatnonzero(outlines.sizes >= 2 * step)
    before, after = outlines.at(-step, chosen), outlines.at(step, chosen)
    middle = (before + after) / 2
    out = outlines.points[chosen] - middle
    reach = np.hypot(out[:, 0], out[:, 1])
    chord = np.hypot(*(after - before).T)
    kept = (reach >= LEAST_TURN * step) & (chord <= WIDEST_STUB * step)
    chosen, middle, chord = chosen[kept], middle[kept], chord[kept]
    if len(chosen) == 0:
        return _tips(outlines, chosen, step)
    beyond = step + step // 2 + 1
    far_before, far_after = outlines.at(-beyond, chosen), outlines.at(beyond, chosen)
    far_middle = (far_before + far_after) / 2
    widened = np.hypot(*(far_after - far_before).T)
    short = outlines.sizes[chosen] < 5 * step
    solid = _is_ink(ink, middle) & (short | _is_ink(ink, far_middle))
    kept = solid & (short | (widened <= MOST_WIDENING * chord + 2.0))
    chosen = chosen[kept]
    if len(chosen) == 0:
        return _tips(outlines, chosen, step)
    # One of each stretch that turns; a blunt line turns at its corners as well.
    breaks = np.flatnonzero(np.diff(chosen) > 2)
    firsts = np.concatenate([[0], breaks + 1])
    lasts = np.concatenate([breaks, [len(chosen) - 1]])
    return _tips(outlines, chosen[(firsts + lasts) // 2], step)


def _tips(outlines: _Outlines, turns: NDArray[np.intp], step: int) -> _Tips:
    """Where stubs end, just beyond all their ink in the direction of their axes."""
    short = outlines.sizes[turns] < 5 * step
    turns = np.where(short, turns, _centred(outlines, turns, step))
    middle = outlines.points[turns]
    # Thick lines tell their direction close to the end, where a curve has not yet turned away.
    back = np.where(short | (step > LONGEST_THIN), step, 2 * step)
    behind = (outlines.at(-back, turns) + outlines.at(back, turns)) / 2
    out = middle - behind
    unit = out / np.maximum(np.hypot(out[:, 0], out[:, 1]), 1e-6)[:, None]
    beyond = np.zeros(len(turns), dtype=np.float32)
    for shift in range(-step, step + 1):
        beyond = np.maximum(beyond, ((outlines.at(shift, turns) - middle) * unit).sum(axis=1))
    return _Tips(
        turns,
        (middle + _rounded(unit * (beyond[:, None] + CLEAR_OF_INK))).astype(np.float32),
        unit.astype(np.float32),
        np.full(len(turns), step, dtype=np.float32),
    )


def _centred(outlines: _Outlines, turns: NDArray[np.intp], step: int) -> NDArray[np.intp]:
    """The turns moved along the outline to where both flanks are equally long.

    There the line between the flanks crosses the stub squarely, and is shortest.
    """
    reach = step // 2 + 1
    shifts = np.array(sorted(range(-reach, reach + 1), key=lambda shift: (abs(shift), shift)))
    spans = np.stack(
        [
            np.hypot(*(outlines.at(shift + step, turns) - outlines.at(shift - step, turns)).T)
            for shift in shifts.tolist()
        ]
    )
    best = shifts[np.argmin(np.round(spans, 2), axis=0)]
    return outlines.begins[turns] + (outlines.places[turns] + best) % outlines.sizes[turns]


def _is_ink(ink: U8Array, points: NDArray[np.floating] | I32Array) -> NDArray[np.bool_]:
    x, y = _rounded(points).T
    height, width = ink.shape
    return np.asarray(ink[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)] > 0)


def _rounded(values: NDArray[np.floating] | I32Array) -> I32Array:
    """To the nearest integer, halves upwards wherever the origin lies."""
    return np.floor(values + 0.5).astype(np.int32)


def _bluntness(outlines: _Outlines, chosen: NDArray[np.intp], steps: FloatArray) -> FloatArray:
    """How wide lines are at their tips against behind: float32 (N,), 0 = tapered, 1 = blunt."""

    def width(middle: NDArray[np.int64], offsets: tuple[int, ...]) -> FloatArray:
        chords = [
            np.hypot(*(outlines.at(middle + far, chosen) - outlines.at(-middle - far, chosen)).T)
            for far in offsets
        ]
        return np.asarray(np.mean(chords, axis=0), np.float32) + 1

    arms = steps.astype(np.int64)
    share = width(arms, NEAR_TIP) / width(2 * arms, BEHIND_TIP)
    bluntness = np.asarray(np.clip((share - TAPERED) / (BLUNT - TAPERED), 0, 1), np.float32)
    bluntness[outlines.sizes[chosen] < 4 * arms + 2 * BEHIND_TIP[-1]] = 1
    return bluntness


def _distinct_ends(outlines: _Outlines, found: list[_Tips], ink: U8Array) -> LineEnds:
    """One end for each stub: that of the smallest step."""
    turns = np.concatenate([tips.turns for tips in found])
    place = np.concatenate([tips.positions for tips in found])
    direction = np.concatenate([tips.directions for tips in found])
    step = np.concatenate([tips.steps for tips in found])
    height, width = ink.shape
    inside = (place > 0).all(axis=1) & (place[:, 0] < width - 1) & (place[:, 1] < height - 1)
    order = np.lexsort((place[:, 0], place[:, 1], step))
    order = order[inside[order]]
    if len(order) == 0:
        return NO_ENDS
    turns, place, direction, step = turns[order], place[order], direction[order], step[order]
    taken = np.zeros(len(place), dtype=bool)
    kept = []
    neighbours = scipy.spatial.cKDTree(place).query_ball_point(place, 0.75 * step + 1.5)
    for number in range(len(place)):
        if not taken[number]:
            kept.append(number)
            near = np.array(neighbours[number], dtype=np.intp)
            # The end on the other side of a narrow gap looks the other way.
            taken[near[direction[near] @ direction[number] > 0]] = True
    return LineEnds(
        place[kept],
        direction[kept],
        _anchors(ink, place[kept], direction[kept]),
        _bluntness(outlines, turns[kept], step[kept]),
    )


def _anchors(ink: U8Array, tips: FloatArray, directions: FloatArray) -> I32Array:
    """The first ink on the way back from each tip, whose middle a slanted end leaves bare."""
    anchors = _rounded(tips)
    bare = ~_is_ink(ink, tips)
    for back in range(1, max(STEPS)):
        if not bare.any():
            break
        anchors[bare] = _rounded(tips[bare]) + _rounded(-directions[bare] * back)
        bare[bare] = ~_is_ink(ink, anchors[bare])
    return anchors


def find_closures(ink: U8Array, ends: LineEnds, gap: float) -> Closures:
    """Strokes of at most `gap` pixels of paper that carry ends of lines on to other ink.

    ink  uint8 (H, W), 1 = ink. Two ends that face each other are joined; an end also reaches the
    ink before it that is nearest in its direction.
    """
    if ends.count == 0 or gap < 1:
        return NO_CLOSURES
    return _join_ends(ink, ends, gap).joined(_carry_on(ink, ends, gap))


def _join_ends(ink: U8Array, ends: LineEnds, gap: float) -> Closures:
    pairs = scipy.spatial.cKDTree(ends.positions).query_pairs(gap + 1.0, output_type="ndarray")
    if len(pairs) == 0:
        return NO_CLOSURES
    first, second = pairs.T
    way = ends.positions[second] - ends.positions[first]
    length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)
    unit = way / length[:, None]
    here, there = _turning(ends.directions[first], unit), _turning(ends.directions[second], -unit)
    # Both ends of one bow turn to the same side; what they differ by is a kink.
    kink = np.abs(here + there) / 2
    turn = np.maximum(np.abs(here), np.abs(there))
    cost = length * (1 + BOW_COST * turn**2 + TURNING_COST * kink**2)
    facing = (turn <= 1) & (cost <= gap)
    first, second, length = first[facing], second[facing], length[facing]
    starts = ends.positions[first].astype(np.int32)
    stops = ends.positions[second].astype(np.int32)
    # Nothing else may lie on the way: the crossing line is met by carrying on.
    free = np.ones(len(first), dtype=bool)
    for share in np.linspace(0, 1, max(3, int(gap) + 2))[1:-1]:
        point = ends.positions[first] + _rounded((stops - starts) * share)
        away = np.minimum(share, 1 - share) * length > 1.0
        free &= ~(away & _is_ink(ink, point))
    widths = (length + 1).astype(np.float32)
    is_neck = np.zeros(len(widths), dtype=bool)
    blunt = np.minimum(ends.bluntness[first], ends.bluntness[second])
    looks = np.stack([np.ones(len(first)), turn[facing], kink[facing], blunt], axis=1)
    found = Closures(
        ends.anchors[first], ends.anchors[second], widths, is_neck, looks.astype(np.float32)
    )
    return found.chosen(free)


def _turning(directions: FloatArray, ways: FloatArray) -> FloatArray:
    """Signed angle from directions to ways, both unit vectors, as a share of the fan's half."""
    cross = directions[:, 0] * ways[:, 1] - directions[:, 1] * ways[:, 0]
    angle = np.arctan2(cross, (directions * ways).sum(axis=1))
    return np.asarray(np.degrees(angle) / FAN, dtype=np.float32)


def _carry_on(ink: U8Array, ends: LineEnds, gap: float) -> Closures:
    """From each end to the ink ahead of it, by the cheapest ray of a fan."""
    height, width = ink.shape
    angles = np.deg2rad(np.linspace(-FAN, FAN, RAYS)).astype(np.float32)
    cosine, sine = np.cos(angles), np.sin(angles)
    x, y = ends.directions.T
    ray_x = x[:, None] * cosine - y[:, None] * sine
    ray_y = x[:, None] * sine + y[:, None] * cosine
    columns, lines = (ends.positions[:, axis : axis + 1].astype(np.int32) for axis in (0, 1))
    hit = np.full(ray_x.shape, np.inf, dtype=np.float32)
    for distance in np.arange(0, gap + 1.01, 0.5, dtype=np.float32):
        # Rounded apart from the position, so that a piece of a drawing gives what the whole does.
        column = columns + _rounded(ray_x * distance)
        row = lines + _rounded(ray_y * distance)
        inside = (column >= 0) & (row >= 0) & (column < width) & (row < height)
        inked = np.zeros(ray_x.shape, dtype=bool)
        inked[inside] = ink[row[inside], column[inside]] > 0
        hit[inked & ~np.isfinite(hit)] = distance
    length = hit
    turning = 1 + TURNING_COST * (angles / angles[-1]) ** 2
    cost = np.where(length * turning <= gap, (length + 1.0) * turning, np.inf)
    best = np.argmin(cost, axis=1)
    rows = np.arange(ends.count)
    good = np.isfinite(cost[rows, best])
    rows, best = rows[good], best[good]
    away = hit[rows, best][:, None]
    way = np.stack([ray_x[rows, best], ray_y[rows, best]], axis=1)
    starts = ends.positions[rows].astype(np.int32)
    stops = starts + _rounded(way * away)
    widths = np.maximum(length[rows, best], 0).astype(np.float32)
    turn = np.abs(angles[best] / angles[-1])
    looks = np.stack([np.full(len(rows), 0.5), turn, turn, ends.bluntness[rows]], axis=1)
    is_neck = np.zeros(len(widths), dtype=bool)
    return Closures(ends.anchors[rows], stops, widths, is_neck, looks.astype(np.float32))
