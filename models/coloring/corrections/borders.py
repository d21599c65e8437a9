"""Borders between flat colours where the drawing has no line: smooth contours, no steps or specks.

A generator that chooses by place tells colours on a coarse grid. Where an open figure's hair ends
and its face begins, no line hides the steps of that grid, and a place that it was unsure of leaves
specks. There each pixel takes the colour that weighs most around it.
"""

import cv2
import numpy as np

from models.arrays import BoolArray, I32Array, IntArray, U8Array
from models.color import pack_colors, unpack_colors
from models.geometry import Rect

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
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * REACH + 1, 2 * REACH + 1))
    for region in np.unique(labels[meeting]).tolist():
        inside = labels == region
        border = meeting & inside
        box = _box_around(border)
        free = (sure & inside)[box.slices]
        near = cv2.dilate(border[box.slices].astype(np.uint8), disc) > 0
        before = packed[box.slices]
        colors = np.unique(packed[border])
        after = _leading(before, colors, free)
        moves = free & near & ~fixed[box.slices] & np.isin(before, colors)
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


def _box_around(border: BoolArray) -> Rect:
    """The pixels that decide how a border, bool (h, w), may move."""
    tight = Rect.around(border)
    spread = REACH + STEPS
    return Rect(
        left=max(0, tight.left - spread),
        top=max(0, tight.top - spread),
        right=min(border.shape[1], tight.right + spread),
        bottom=min(border.shape[0], tight.bottom + spread),
    )


def _leading(packed: I32Array, colors: IntArray, free: BoolArray) -> I32Array:
    """Which of some colours weighs most around each free pixel: int32 (h, w).

    Weights spread from pixel to pixel, so that they go round lines and not through them.
    """
    open_ = free.astype(np.float32)
    best = np.zeros(packed.shape, dtype=np.float32)
    leading = packed.copy()
    for color in colors.tolist():
        weight = (packed == color) * open_
        for _ in range(STEPS):
            weight = cv2.blur(weight, (3, 3), borderType=cv2.BORDER_REPLICATE) * open_
        wins = weight > best
        leading[wins] = color
        best[wins] = weight[wins]
    return leading
