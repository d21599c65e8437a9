"""Surfaces that are ground, although the parts of a figure were seen in them too, and the reverse.

Speech bubbles and boxes with lettering are near a figure, white and closed as its clothes are, and
so is the ground that a lock of hair or an arm encloses. A lock that flies far from its head is
taken for ground, which no other that has its colour is.
"""

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray, I32Array, IntArray, U8Array
from models.color import pack_colors
from models.geometry import Rect
from models.hints.parts import Part

CERTAIN_SHARE = 0.7
"""Share of a surface that is told to be ground from which on it is, and its colour the ground's."""
FIGURE_SHARE = 0.3
"""Share of a colour that is told to be ground up to which it is a figure's wherever it is seen."""
DOUBT_SHARE = 0.15
"""The same from which on a surface of the ground's colour is one of a figure only in doubt."""
OWN_SHARE = 0.5
"""Share of a part from which on a colour is the part's own, whether or not it is the ground's."""
PALE = 235
"""Darkest channel of a colour that passes for paper."""
CONVEX = 0.85
"""Share of its hull that a speech bubble or a box fills."""
WRITTEN = 0.25
"""Ink of lettering, which is thin at a small size."""
LETTERS = 2
"""Pieces of ink, away from its outline, from which on a bubble holds lettering."""
LETTER_SIDE = 0.4
"""Longest side of a piece of lettering, as a share of the bubble's; a word runs together."""


def paper_surfaces(index: I32Array, colors: U8Array, tally: IntArray, ink: FloatArray) -> BoolArray:
    """Which surfaces are ground of the two kinds, bool (count,).

    index  int32 (h, w); colors  uint8 (count, 3); tally  int (count, parts) pixels of each part.
    """
    area = np.maximum(tally.sum(axis=1), 1)
    main = tally.argmax(axis=1)
    of_ground = _of_ground(tally)
    of_color = _of_ground(_by_color(colors, tally))
    is_pale = colors.min(axis=1) >= PALE
    found = _enclosed(pack_colors(colors), main, area, of_ground) & (of_color > FIGURE_SHARE)
    # A sky's colour, or a lawn's, is the ground's wherever else it is seen.
    found |= ~is_pale & (main != Part.BACKGROUND) & (of_color >= CERTAIN_SHARE)
    pale = is_pale & (of_ground >= DOUBT_SHARE)
    pale &= (of_ground < CERTAIN_SHARE) | (main != Part.BACKGROUND)
    for surface in np.flatnonzero(pale & ~found):
        found[surface] = _is_bubble(index == surface, ink)
    return found


def seen_parts(colors: U8Array, tally: IntArray) -> IntArray:
    """The Part of each surface, int (count,): what was seen most in it.

    Where that is ground, and the colour nearly everywhere a figure's, it is what the colour is
    seen most in. Arguments as of `paper_surfaces`.
    """
    main = tally.argmax(axis=1)
    by_color = _by_color(colors, tally)
    lost = (main == Part.BACKGROUND) & (_of_ground(by_color) <= FIGURE_SHARE)
    main[lost] = by_color[lost, 1:].argmax(axis=1) + 1
    return main


def _by_color(colors: U8Array, tally: IntArray) -> IntArray:
    """Pixels of each part in all surfaces that share a surface's colour, int (count, parts)."""
    _, alike = np.unique(pack_colors(colors), return_inverse=True)
    summed = np.zeros((len(colors), tally.shape[1]), dtype=tally.dtype)
    np.add.at(summed, alike, tally)
    return np.asarray(summed[alike])


def _of_ground(tally: IntArray) -> FloatArray:
    """The share of each row's pixels that is ground, float (count,)."""
    return np.asarray(tally[:, Part.BACKGROUND] / np.maximum(tally.sum(axis=1), 1))


def _enclosed(colors: I32Array, main: IntArray, area: IntArray, of_ground: FloatArray) -> BoolArray:
    """Of the ground's colour, which is not that of the part that was seen, and in doubt.

    Hair is of one colour, and no doubt is needed; clothes have white collars.
    """
    ground = np.unique(colors[of_ground >= CERTAIN_SHARE])
    in_colors = np.isin(colors, ground)
    whole = np.bincount(main, area, len(Part))
    _, alike = np.unique(main.astype(np.int64) << 24 | colors, return_inverse=True)
    is_own = np.bincount(alike, area)[alike] >= OWN_SHARE * whole[main]
    doubted = (of_ground >= DOUBT_SHARE) & (main != Part.BACKGROUND) | (main == Part.HAIR)
    return np.asarray(doubted & in_colors & ~is_own)


def _is_bubble(mask: BoolArray, ink: FloatArray) -> bool:
    """Whether a surface, bool (h, w), is closed, round or a box, and holds lettering."""
    place = Rect.around(mask)
    own = mask[place.slices].astype(np.uint8)
    outlines, _ = cv2.findContours(own, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=cv2.contourArea)
    hull = cv2.contourArea(cv2.convexHull(outline))
    if own.sum() < CONVEX * hull:
        return False
    written = own & (ink[place.slices] >= WRITTEN).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(np.pad(written, 1), connectivity=8)
    grown = np.pad(own, 1)
    edge = grown > cv2.erode(grown, np.ones((3, 3), np.uint8))
    inner = np.ones(count, dtype=bool)
    inner[np.unique(labels[edge])] = False
    inner[0] = False
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    inner &= sides <= LETTER_SIDE * max(place.shape)
    return int(inner.sum()) >= LETTERS
