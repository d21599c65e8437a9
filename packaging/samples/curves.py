"""Curves as an illustrator thinks of them: through points, with corners, the pen up or down.

A curve is written as points, ``"120,40 180,90* 150,200- 90,160"``. Through plain points it is
smooth; ``*`` makes a corner; behind ``-`` the pen is up until the next point, so that a shape's
fill goes on there and its outline does not.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(N, 2), x and y in pixels of the picture."""
STEP = 4.0
"""About so many pixels lie between two samples of a curve."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A piece of a curve from corner to corner: its points (N, 2), and whether ink follows it."""

    points: Points
    inked: bool = True


Curve = tuple[Run, ...]


def outline(curve: Curve) -> Points:
    """All points of a curve, one after the other."""
    return np.concatenate([run.points for run in curve])


def curve(text: str, *, closed: bool = False) -> Curve:
    """A curve through the points of a text. Raises ValueError if it has fewer than two."""
    spots, corners, lifted = [], [], []
    for word in text.split():
        bare = word.rstrip("*-")
        marks = word[len(bare) :]
        x, y = bare.split(",")
        spots.append((float(x), float(y)))
        corners.append("*" in marks)
        lifted.append("-" in marks)
    if len(spots) < 2:
        raise ValueError(f"a curve needs two points: {text!r}")
    return through(np.array(spots), corners, lifted, closed=closed)


def through(spots: Points, corners: list[bool], lifted: list[bool], *, closed: bool) -> Curve:
    """The curve through points, of which some are corners, or lift the pen."""
    count = len(spots)
    breaks = [i for i in range(count) if corners[i] or lifted[i] or lifted[i - 1]]
    if not closed:
        breaks = sorted({0, count - 1, *breaks})
    elif not breaks:
        return (Run(_spline(spots, cyclic=True)),)
    runs = []
    pairs = list(pairwise(breaks))
    if closed:
        pairs.append((breaks[-1], breaks[0] + count))
    for first, last in pairs:
        # Where the pen is lifted in the middle of a smooth piece, the neighbours still bend it.
        before = None if corners[first % count] else spots[(first - 1) % count]
        after = None if corners[last % count] else spots[(last + 1) % count]
        if not closed:
            before = None if first == 0 else before
            after = None if last == count - 1 else after
        piece = spots[np.arange(first, last + 1) % count]
        runs.append(Run(_spline(piece, before=before, after=after), not lifted[first % count]))
    return tuple(runs)


def _spline(
    spots: Points,
    *,
    cyclic: bool = False,
    before: Points | None = None,
    after: Points | None = None,
) -> Points:
    """Centripetal Catmull-Rom through all points."""
    if cyclic:
        padded = np.vstack([spots[-1], spots, spots[:2]])
    else:
        first = 2 * spots[0] - spots[1] if before is None else before
        last = 2 * spots[-1] - spots[-2] if after is None else after
        padded = np.vstack([first, spots, last])
    pieces = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:]):
        d1, d2, d3 = (
            max(float(np.hypot(*(b - a))), 1e-6) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3))
        )
        m1 = (p1 - p0) / d1 - (p2 - p0) / (d1 + d2) + (p2 - p1) / d2
        m2 = (p2 - p1) / d2 - (p3 - p1) / (d2 + d3) + (p3 - p2) / d3
        t = np.linspace(0, 1, max(2, round(d2 * d2 / STEP)), endpoint=False)[:, None]
        m1, m2 = m1 * d2, m2 * d2
        a, b = 2 * (p1 - p2) + m1 + m2, 3 * (p2 - p1) - 2 * m1 - m2
        pieces.append(((a * t + b) * t + m1) * t + p1)
    return np.vstack([*pieces, padded[-2]])


def mirrored(given: Curve, x: float) -> Curve:
    """The curve on the other side of an upright axis."""
    return tuple(Run(run.points * (-1, 1) + (2 * x, 0), run.inked) for run in given)


def ellipse(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0) -> Curve:
    """An ellipse about a middle, turned by degrees clockwise."""
    ry = rx if ry is None else ry
    t = np.linspace(0, 2 * pi, max(24, round((rx + ry) * pi / STEP)))
    c, s = cos(turn * pi / 180), sin(turn * pi / 180)
    a, b = rx * np.cos(t), ry * np.sin(t)
    return (Run(np.column_stack([x + a * c - b * s, y + a * s + b * c])),)


def band(text: str, widths: str, *, blunt: bool = False, open_root: bool = False) -> Curve:
    """A closed shape along a spine, with widths told at even places: an arm, a lock, a tail.

    blunt  the end is cut straight across, else it comes to a point or is as wide as told.
    open_root  no ink at the beginning, where it grows out of something.
    """
    spine = outline(curve(text))
    told = [float(each) for each in widths.split()]
    place = np.r_[0, np.cumsum(np.hypot(*np.diff(spine, axis=0).T))]
    spine = np.column_stack(
        [
            np.interp(np.linspace(0, place[-1], max(12, int(place[-1] / STEP))), place, axis)
            for axis in spine.T
        ]
    )
    ahead = np.gradient(spine, axis=0)
    ahead /= np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
    at = np.linspace(0, 1, len(spine))
    knots = np.linspace(0, 1, len(told))
    half = _eased(at, knots, np.array(told))[:, None] / 2
    side = np.column_stack([-ahead[:, 1], ahead[:, 0]]) * half
    left, right = spine + side, (spine - side)[::-1]
    runs = [Run(left)]
    if told[-1] > 6 and not blunt:
        runs = [Run(np.vstack([left, _cap(left[-1], right[0], ahead[-1]), right]))]
    else:
        if told[-1] > 1:
            runs.append(Run(np.vstack([left[-1], right[0]])))
        runs.append(Run(right))
    if open_root:
        runs.append(Run(np.vstack([right[-1], left[0]]), inked=False))
    elif told[0] > 1:
        runs.append(
            Run(
                _cap(right[-1], left[0], -ahead[0])
                if not blunt
                else np.vstack([right[-1], left[0]])
            )
        )
    return tuple(runs)


def _cap(start: Points, end: Points, ahead: Points) -> Points:
    """Half an ellipse around an end."""
    middle, across = (start + end) / 2, (start - end) / 2
    reach = float(np.hypot(*across)) * 0.9
    t = np.linspace(0, pi, 14)[:, None]
    return middle + across * np.cos(t) + ahead * reach * np.sin(t)


def _eased(at: Points, knots: Points, told: Points) -> Points:
    """Values between knots without kinks, and never beyond them."""
    spot = np.clip(np.searchsorted(knots, at, side="right") - 1, 0, len(knots) - 2)
    slopes = np.gradient(told, knots) if len(told) > 2 else np.full(2, (told[-1] - told[0]))
    span = knots[spot + 1] - knots[spot]
    t = (at - knots[spot]) / span
    a, b, m, n = told[spot], told[spot + 1], slopes[spot] * span, slopes[spot + 1] * span
    found = (2 * t**3 - 3 * t**2 + 1) * a + (t**3 - 2 * t**2 + t) * m
    return np.maximum(found + (3 * t**2 - 2 * t**3) * b + (t**3 - t**2) * n, 0)
