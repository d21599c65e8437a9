"""Borders between flat colours where the drawing has no line: smooth contours, no steps or specks.

A generator that chooses by place tells colours on a coarse grid. Where an open figure's hair ends
and its face begins, no line hides the steps of that grid, and a place that it was unsure of leaves
specks. There each pixel takes the colour that weighs most around it.
"""

import cv2
import numpy as np

from models.arrays import BoolArray, I32Array, IntArray, U8Array
from models.color import pack_colors, unpack_colors
from models.geometry import Rect, Size

STEPS = 8
"""How often colours spread to the next pixels: by 8 its weights are a bell of 2.3 small pixels."""
REACH = 6
"""Small pixels round a border within which it may move."""


def smoothed_borders(
    flat_u8: U8Array, labels: I32Array, sure: BoolArray, *, fixed: BoolArray
) -> U8Array:
    """Flats, uint8 (h, w, 3), with smooth borders between colours that meet without a line.

    labels  int32 (h, w) regions, across whose borders nothing moves.
    sure    bool (h, w) pixels that no line touches: others neither change nor let colours through.
    fixed   bool (h, w) pixels that keep their colour.
    """
    packed = pack_colors(flat_u8)
    meeting = _meeting(np.where(sure, packed, -1), labels)
    if not meeting.any():
        return flat_u8
    smoothed = packed.copy()
    rows, columns = np.nonzero(meeting)
    of_border = labels[rows, columns]
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * REACH + 1, 2 * REACH + 1))
    for region in np.unique(of_border).tolist():
        own = of_border == region
        box = _box_around(rows[own], columns[own], Size(*labels.shape))
        before, inside = packed[box.slices], labels[box.slices] == region
        border, free = meeting[box.slices] & inside, sure[box.slices] & inside
        colors = np.unique(before[border])
        after = _leading(before, colors, free, border)
        near = cv2.dilate(border.astype(np.uint8), disc) > 0
        moves = near & free & ~fixed[box.slices]
        moves[moves] = np.isin(before[moves], colors)
        smoothed[box.slices][moves] = after[moves]
    return unpack_colors(smoothed)


def _meeting(packed: I32Array, labels: I32Array) -> BoolArray:
    """Pixels beside one of the same region and another colour, none of them -1: bool (h, w)."""
    found = np.zeros(packed.shape, dtype=bool)
    for one, other in (
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
    ):
        differs = (packed[one] != packed[other]) & (labels[one] == labels[other])
        differs &= (packed[one] >= 0) & (packed[other] >= 0)
        found[one] |= differs
        found[other] |= differs
    return found


def _box_around(rows: IntArray, columns: IntArray, size: Size) -> Rect:
    """The pixels of a picture that decide how a border of some of its pixels may move."""
    left, right = int(columns.min()), int(columns.max()) + 1
    tight = Rect(left, int(rows.min()), right, int(rows.max()) + 1)
    return tight.grown(REACH + STEPS).clipped(size)


def _leading(packed: I32Array, colors: IntArray, free: BoolArray, border: BoolArray) -> I32Array:
    """Which of some colours weighs most around each free pixel that a border moves: int32 (h, w).

    Weights spread from pixel to pixel, so that they go round lines and not through them.
    """
    side = 2 * (REACH + STEPS) + 1
    near = cv2.dilate(border.astype(np.uint8), np.ones((side, side), dtype=np.uint8)) > 0
    best = np.zeros(packed.shape, dtype=np.float32)
    leading = packed.copy()
    for color in colors.tolist():
        shown = (packed == color) & free
        # No further do weights spread, and beyond the picture they are as on its edge.
        left, top, width, height = cv2.boundingRect((shown & near).view(np.uint8))
        tight = Rect(left, top, left + width, top + height)
        box = tight.grown(STEPS).clipped(Size(*packed.shape)).slices
        open_, weight = free[box].astype(np.float32), shown[box].astype(np.float32)
        for _ in range(STEPS):
            weight = cv2.blur(weight, (3, 3), borderType=cv2.BORDER_REPLICATE) * open_
        wins = weight > best[box]
        leading[box][wins] = color
        best[box][wins] = weight[wins]
    return leading
