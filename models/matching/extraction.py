"""Line art of a coloured picture whose lines nobody kept apart.

Lines are what is darker than both of its sides: the picture's closing tells how light it is around
them. Where two colours meet without a line, there is one too, but not where a colour meets its own
shade: such a border is no line of a drawing.
"""

import cv2
import numpy as np

from models.arrays import BoolArray, U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.flats import srgb_to_oklab

WIDEST_LINE = 1 / 90
"""Width of the widest line, as a share of the picture's longer side."""
FAINTEST = 0.16
"""How much darker than its surroundings a line is at least, as a share of their light; and"""
DARKEST = 0.55
"""how much from which it is black."""
HUE_BORDER = 0.075
"""OKLab distance across hue and chroma from which a line parts two colours that meet; and"""
LIGHT_BORDER = 0.35
"""the same of lightness, beyond what shade does."""
EVEN_RIM = 0.5
"""Share of the picture's edge that one colour fills where there is even ground."""
GROUND_NOISE = 6
"""Levels by which even ground differs from its colour."""
WORKING_SIDE = 1024


def find_lines(rgb_u8: U8Array) -> U8Array:
    """Line art, uint8 (H, W), 0 = ink, of a picture, uint8 (H, W, 3)."""
    height, width = rgb_u8.shape[:2]
    scale = min(1.0, WORKING_SIDE / max(height, width))
    small = rgb_u8
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = np.asarray(cv2.resize(rgb_u8, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    side = 2 * max(3, round(WIDEST_LINE * max(small.shape[:2]) / 2)) + 1
    disk = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    luma = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    around = cv2.morphologyEx(luma, cv2.MORPH_CLOSE, disk).astype(np.float32)
    darker = (around - luma) / np.maximum(around, 24)
    ink = np.clip((darker - FAINTEST) / (DARKEST - FAINTEST), 0, 1)
    # Without their lines, colours meet where the lines were; those borders are drawn already.
    bare = _without_lines(small, ink > 0)
    drawn = cv2.dilate((ink > 0.25).view(np.uint8), np.ones((5, 5), dtype=np.uint8)) > 0
    border = (_borders(bare) | _outline(ground_of(bare))) & ~drawn
    line_u8 = np.round(255 * (1 - ink)).astype(np.uint8)
    line_u8[border] = 0
    if scale < 1:
        full = cv2.resize(line_u8, (width, height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(full, dtype=np.uint8)
    return line_u8


def _without_lines(rgb_u8: U8Array, is_line: BoolArray) -> U8Array:
    """The picture with the colour of the nearest surface on its lines."""
    grown = cv2.dilate(is_line.view(np.uint8), np.ones((3, 3), dtype=np.uint8))
    if not grown.any() or grown.all():
        return rgb_u8
    _, nearest = cv2.distanceTransformWithLabels(
        grown, cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros((int(nearest.max()) + 1, 3), dtype=np.uint8)
    free = grown == 0
    table[nearest[free]] = rgb_u8[free]
    return table[nearest]


def ground_of(rgb_u8: U8Array) -> BoolArray:
    """The even ground that runs in from the picture's edge, bool (H, W); nothing if it is uneven.

    rgb_u8  uint8 (H, W, 3).
    """
    rim = np.concatenate([rgb_u8[0], rgb_u8[-1], rgb_u8[:, 0], rgb_u8[:, -1]])
    found, counts = np.unique(pack_colors(rim), return_counts=True)
    if counts.max() < EVEN_RIM * len(rim):
        return np.zeros(rgb_u8.shape[:2], dtype=bool)
    even = unpack_colors(found[np.argmax(counts)])
    near = np.abs(rgb_u8.astype(np.int16) - even).max(axis=2) <= GROUND_NOISE
    _, labels = cv2.connectedComponents(near.view(np.uint8), connectivity=4)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return np.isin(labels, np.unique(edge[edge > 0])) & near


def _outline(mask: BoolArray) -> BoolArray:
    """The pixels of a mask that touch what is outside of it."""
    inner = cv2.erode(
        mask.view(np.uint8), np.ones((3, 3), dtype=np.uint8), borderType=cv2.BORDER_REPLICATE
    )
    return mask & (inner == 0)


def _borders(rgb_u8: U8Array) -> BoolArray:
    """Where colours meet that are no shades of each other, one pixel wide: bool (H, W)."""
    calm = np.asarray(cv2.medianBlur(rgb_u8, 5), dtype=np.uint8)
    lab = srgb_to_oklab(calm / np.float32(255)).astype(np.float32)
    found = np.zeros(lab.shape[:2], dtype=bool)
    strength = np.zeros(lab.shape[:2], dtype=np.float32)
    for axis in (0, 1):
        ahead, behind = np.roll(lab, -2, axis=axis), np.roll(lab, 2, axis=axis)
        light, *hue = np.moveaxis(np.abs(ahead - behind), 2, 0)
        apart = np.maximum(np.hypot(*hue) / HUE_BORDER, light / LIGHT_BORDER)
        edge = slice(0, 2), slice(-2, None)
        for part in edge:
            apart[(slice(None),) * axis + (part,)] = 0
        # Of a ramp across the border, its steepest pixel.
        best = apart >= np.maximum(np.roll(apart, 1, axis=axis), np.roll(apart, -1, axis=axis))
        found |= best & (apart >= 1)
        strength = np.maximum(strength, apart)
    return found & (strength >= 1)
