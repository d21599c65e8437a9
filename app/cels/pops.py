"""Finds colour pops: regions whose colour changes for a drawing or two and then is what it was.

Neighbouring pictures are brought over each other by the flow of their lines, so that what walks is
compared with itself. What passes in front of something, or opens and closes, is no pop: it brings
lines of its own, and has its colour before and after, too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from models.arrays import BoolArray, I32Array, U8Array
from models.color import unpack_colors
from models.hints.tags import Rgb
from models.regions.ink import find_ink, measure_ink
from models.tracking.flow import carry_labels, line_flow

LONGEST = 2
"""Pictures that a pop lasts at most; held ones count once."""
LEAST_PIXELS = 24
LEAST_DEPTH = 2.5
"""How deep what has popped is at least, in pixels: a seam along what moves is none."""
LEAST_GROWTH = 0.6
"""How much more of its colour there is than before and after, as a share of what has popped."""
LEAST_LINED = 0.7
"""Share of its border that runs along lines, in every one of the pictures. In eight drawn walks,
five of them in pencilled lines, 15 of 16 pops were found by it, and one that is none."""
NEAR_LINE = 5
"""Pixels across within which a border runs along a line."""


@dataclass(frozen=True, slots=True, eq=False)
class ShotFlats:
    """What one picture of a cut shows.

    first, last  frames of the cut that show it.
    packed       int32 (h, w) its flat colours, 0xRRGGBB; line_u8 uint8 (h, w), 0 = ink.
    """

    first: int
    last: int
    packed: I32Array
    line_u8: U8Array
    areas: Mapping[int, int] = field(init=False)
    """Pixels of each colour."""

    def __post_init__(self) -> None:
        colors, number = np.unique(self.packed, return_counts=True)
        object.__setattr__(self, "areas", dict(zip(colors.tolist(), number.tolist())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Popped:
    """A pop: frames that show it, its innermost place in the first picture and its pixels there."""

    first: int
    last: int
    x: int
    y: int
    pixels: int
    color: Rgb
    expected: Rgb


def find_pops(shots: Iterable[ShotFlats]) -> Iterator[Popped]:
    """The pops of pictures in order, all of one size. No more than a few are held at one time."""
    window: list[ShotFlats] = []
    for shot in shots:
        window = [*window[-(LONGEST + 1) :], shot]
        for length in range(1, LONGEST + 1):
            if len(window) >= length + 2:
                yield from _between(window[-(length + 2) :])


def _between(window: Sequence[ShotFlats]) -> Iterator[Popped]:
    """Pops that last exactly from the second to the last but one of some pictures."""
    start, last = window[1], window[-2]
    grown = _grown(window)
    if not grown:
        return
    others = (window[0], window[-1], *window[2:-1])
    flows = [line_flow(start.line_u8, each.line_u8) for each in others]
    before, after, *inside = (carry_labels(each.packed, flow) for each, flow in zip(others, flows))
    wrong = (before == after) & (before >= 0) & (before != start.packed)
    for packed in inside:
        wrong &= packed == start.packed
    if not wrong.any():
        return
    lined = [_near(start.line_u8)]
    lined += [
        carry_labels(_near(each.line_u8).astype(np.int32), flow) > 0
        for each, flow in zip(others, flows)
    ]
    for color, more in grown.items():
        own = (wrong & (start.packed == color)).view(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(own, connectivity=4)
        for label in range(1, count):
            pixels = int(stats[label, cv2.CC_STAT_AREA])
            if pixels < LEAST_PIXELS or more < LEAST_GROWTH * pixels:
                continue
            left, top, width, height = (int(value) for value in stats[label, :4])
            place = np.s_[top : top + height, left : left + width]
            region = np.pad(labels[place] == label, 1).view(np.uint8)
            depth = cv2.distanceTransform(region, cv2.DIST_L2, cv2.DIST_MASK_3)[1:-1, 1:-1]
            row, column = divmod(int(np.argmax(depth)), width)
            is_drawn = all(_lined(region, ink[place]) >= LEAST_LINED for ink in lined)
            if depth[row, column] < LEAST_DEPTH or not is_drawn:
                continue
            yield Popped(
                first=start.first,
                last=last.last,
                x=left + column,
                y=top + row,
                pixels=pixels,
                color=_rgb(color),
                expected=_rgb(int(before[top + row, left + column])),
            )


def _grown(window: Sequence[ShotFlats]) -> dict[int, int]:
    """Colours of which the second picture has more than the first and the last, and how much."""
    now, before, after = (each.areas for each in (window[1], window[0], window[-1]))
    grown = {
        color: number - max(before.get(color, 0), after.get(color, 0))
        for color, number in now.items()
    }
    return {color: more for color, more in grown.items() if more >= LEAST_GROWTH * LEAST_PIXELS}


def _near(line_u8: U8Array) -> BoolArray:
    side = np.ones((NEAR_LINE, NEAR_LINE), dtype=np.uint8)
    return cv2.dilate(find_ink(line_u8, measure_ink(line_u8)), side) > 0


def _lined(region: U8Array, near: BoolArray) -> float:
    """Share of a region's border that lies near lines: region with a margin of one pixel."""
    rim = (region > 0) & (cv2.erode(region, np.ones((3, 3), dtype=np.uint8)) == 0)
    return float(near[rim[1:-1, 1:-1]].mean())


def _rgb(packed: int) -> Rgb:
    red, green, blue = unpack_colors(np.array([packed], dtype=np.int32))[0].tolist()
    return red, green, blue
