"""Where colour would run out of a region: the gaps in its lines, closed ones and open ones."""

from dataclasses import dataclass, replace

import numpy as np

from models.geometry import Rect
from models.regions.regions import RegionMap, all_closures, regions_of_ink

LOOK_FARTHER = 3.0
"""Gaps are sought up to this many times the width that is closed, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A gap in the lines through which a plain fill would spill.

    x, y        its middle, in image pixels from the top left corner.
    start, end  pixels (x, y) of ink on either side of it.
    width       pixels of paper between them.
    closed      whether the regions were found with this gap closed.
    regions     labels on its two sides, the lower first; equal where the gap is open.
    area        pixels of the smaller side: how much would spill, or be spilt upon.
    """

    x: float
    y: float
    start: tuple[int, int]
    end: tuple[int, int]
    width: float
    closed: bool
    regions: tuple[int, int]
    area: int


def locate_leaks(regions: RegionMap, *, widest: float | None = None) -> tuple[Leak, ...]:
    """The gaps through which the regions of a drawing spill, widest first.

    widest  gaps up to this many pixels are looked for; None: three times the gap that was closed.
    Open gaps, wider than the setting closes, say where a region reaches farther than its lines
    suggest; closed ones where a plain flood fill would leak.
    """
    gap = regions.limits.gap
    limit = max(gap, LOOK_FARTHER * gap if widest is None else float(widest))
    wide = regions
    if limit > gap:
        limits = replace(regions.limits, gap=limit)
        closures = all_closures(regions.ink, limits, picture=regions.size)
        wide = regions_of_ink(regions.ink, closures, regions.scale, limits)
    leaks = []
    closures = wide.closures
    parts = (wide.sides[:, 0] != wide.sides[:, 1]) & (closures.widths <= limit)
    for number in np.flatnonzero(parts).tolist():
        start, end = closures.starts[number], closures.ends[number]
        beside = [_label_beside(regions, wide, number, side) for side in (0, 1)]
        leaks.append(
            Leak(
                x=float(start[0] + end[0] + 1) / 2,
                y=float(start[1] + end[1] + 1) / 2,
                start=(int(start[0]), int(start[1])),
                end=(int(end[0]), int(end[1])),
                width=float(closures.widths[number]),
                closed=beside[0] != beside[1],
                regions=(min(beside), max(beside)),
                area=int(wide.areas[wide.sides[number]].min()),
            )
        )
    return tuple(sorted(leaks, key=lambda leak: (-leak.width, leak.y, leak.x)))


def _label_beside(regions: RegionMap, wide: RegionMap, number: int, side: int) -> int:
    """The given map's label at one side of a closure of the wide map."""
    start, end = wide.closures.starts[number], wide.closures.ends[number]
    (left, top), (right, bottom) = np.minimum(start, end).tolist(), np.maximum(start, end).tolist()
    near = Rect(left, top, right + 1, bottom + 1).grown(3).clipped(regions.size)
    box = near.slices
    here = wide.labels[box] == wide.sides[number, side]
    return int(np.bincount(regions.labels[box][here]).argmax())
