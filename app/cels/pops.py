"""Colour pops: a region whose colour changes for one frame or two and then is what it was.

They are what painting mistakes look like when a cut is played, and what checkers stop at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.hints.tags import Rgb

LONGEST = 2
"""Frames that a pop lasts at most."""
LEAST_PIXELS = 24
LEAST_DEPTH = 2.5
"""How deep what has popped is at least, in pixels: a seam along what moves is none."""
LEAST_SHARE = 0.6
"""How much more of its colour there is than before and after, as a share of what has popped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pop:
    """A region that changes its colour for a moment.

    first, last  frames that show it, by their place in the sequence.
    x, y         a place in it in the first one, in picture pixels; pixels  its size there.
    color        what it has, and `expected` what it had before and has again after.
    """

    first: int
    last: int
    x: float
    y: float
    pixels: int
    color: Rgb
    expected: Rgb


def find_pops(frames: Iterable[U8Array]) -> list[Pop]:
    """The pops of a sequence of flat colours, uint8 (H, W, 3) of one size, frame by frame.

    Holds no more than a few frames at one time. Identical frames in a row count as often as they
    are shown.
    """
    found: list[Pop] = []
    window: list[U8Array] = []
    for index, flat_u8 in enumerate(frames):
        window = [*window[-(LONGEST + 1) :], flat_u8]
        for length in range(1, LONGEST + 1):
            if len(window) >= length + 2:
                found += _pops_between(window[-(length + 2) :], index - length)
    return sorted(found, key=lambda pop: (pop.first, pop.y, pop.x))


def _pops_between(window: Sequence[U8Array], first: int) -> list[Pop]:
    """Pops that last exactly from the second to the last but one of some frames."""
    before, *inside, after = (pack_colors(each) for each in window)
    shape = inside[0].shape
    if any(each.shape != shape for each in (before, *inside, after)):
        return []
    start = inside[0]
    wrong = np.ones(shape, dtype=bool)
    for each in inside:
        wrong &= (each != before) & (each != after) & (each == start)
    wrong &= before == after
    if not wrong.any():
        return []
    areas = [_areas(each) for each in (before, start, after)]
    pops = []
    for color in np.unique(start[wrong]).tolist():
        # What passes by has as much of its colour before and after; what pops has it anew.
        grown = areas[1][color] - max(areas[0].get(color, 0), areas[2].get(color, 0))
        own = np.pad(wrong & (start == color), 1).view(np.uint8)
        depth = cv2.distanceTransform(own, cv2.DIST_L2, cv2.DIST_MASK_3)[1:-1, 1:-1]
        count, labels, stats, _ = cv2.connectedComponentsWithStats(own, connectivity=4)
        labels = labels[1:-1, 1:-1]
        for label in range(1, count):
            pixels = int(stats[label, cv2.CC_STAT_AREA])
            if pixels < LEAST_PIXELS or grown < LEAST_SHARE * pixels:
                continue
            region = labels == label
            row, column = divmod(int(np.argmax(np.where(region, depth, 0))), shape[1])
            if depth[row, column] < LEAST_DEPTH:
                continue
            colors, number = np.unique(before[region], return_counts=True)
            pops.append(
                Pop(
                    first=first,
                    last=first + len(inside) - 1,
                    x=column + 0.5,
                    y=row + 0.5,
                    pixels=pixels,
                    color=_rgb(color),
                    expected=_rgb(int(colors[np.argmax(number)])),
                )
            )
    return pops


def _areas(packed: I32Array) -> dict[int, int]:
    """How many pixels each colour fills."""
    colors, number = np.unique(packed, return_counts=True)
    return dict(zip(colors.tolist(), number.tolist()))


def _rgb(packed: int) -> Rgb:
    red, green, blue = unpack_colors(np.array([packed], dtype=np.int32))[0].tolist()
    return red, green, blue
