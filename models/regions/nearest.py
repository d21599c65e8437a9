"""To which region ink and closures belong: that of the nearest pixel which has one."""

import cv2
import numpy as np

from models.arrays import BoolArray, I32Array

PIXELS_AT_ONCE = 1 << 21
"""Pixels whose distances are worked out together: twelve bytes are held for each."""
ROWS_BEYOND = 64
"""Rows beyond them that are looked at first; lines are seldom as thick."""


def nearest_regions(labels: I32Array) -> I32Array:
    """Region of every pixel, from 0: its own, or where it has none that of the nearest one.

    labels  int32 (H, W), 0 = none, else one more than the region; given up, since they become the
            answer. Without any, all is region 0.
    """
    bare = labels == 0
    if bare.all():
        return labels
    height, width = labels.shape
    step = max(1, PIXELS_AT_ONCE // width)
    for top in range(0, height, step):
        rows = slice(top, min(height, top + step))
        beyond = ROWS_BEYOND
        while not _take_nearest(labels, bare, rows, beyond):
            beyond *= 4
    labels -= 1
    return labels


def _take_nearest(labels: I32Array, bare: BoolArray, rows: slice, beyond: int) -> bool:
    """Give the bare pixels of some rows, bool (H, W), the label of the nearest other one.

    Rows are looked at so far beyond; False if a nearer one may lie further away.
    """
    height = len(labels)
    outer = slice(max(0, rows.start - beyond), min(height, rows.stop + beyond))
    without = bare[outer]
    inner = slice(rows.start - outer.start, rows.stop - outer.start)
    if not without[inner].any():
        return True
    is_whole = outer.stop - outer.start == height
    if without.all():
        return False
    distance, nearest = cv2.distanceTransformWithLabels(
        without.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    if not is_whole and distance[inner].max() >= beyond:
        return False
    # Pixels of distance 0 are numbered row by row from 1.
    sources = labels[outer][~without]
    labels[rows][bare[rows]] = sources[nearest[inner][bare[rows]] - 1]
    return True
