"""Simplification of sketches towards constant line width, by morphology, and its measures.

No network: ink is cut from paper, mended and thinned to its centre line, short spurs go, and the
centre line is drawn again with one width. It stands where CSA and Tag2Pix use the network of
Simo-Serra et al., whose licence is for non-commercial research only. It makes widths even and drops
specks; it does not choose one of several repeated strokes, unless they touch.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.morphology import skeletonize

from models.arrays import BoolArray, FloatArray, U8Array

PAPER_WINDOW = 25
"""Side of the window over which paper's brightness is taken."""
LEAST_CONTRAST = 40
"""Ink is so many levels darker than the paper around it,"""
INK_SHARE = 0.35
"""and by this share of the way to the darkest ink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Simplification:
    """How lines are redrawn.

    width       of every line, in pixels.
    mend        gaps of up to about this many pixels close, and so does hatching as dense.
    speck       pieces whose centre line is shorter than this go.
    spur        branches of the centre line shorter than this go.
    solid       areas whose half width passes this stay filled as they are; they are no lines.
    enlargement the centre line is found at so many times the size, for smoother curves.
    """

    width: float = 2.0
    mend: float = 1.0
    speck: int = 5
    spur: int = 4
    solid: float = 8.0
    enlargement: int = 2

    def __post_init__(self) -> None:
        if self.width <= 0 or self.enlargement < 1:
            raise ValueError(
                f"simplified lines need a width above 0 and an enlargement of 1 or more; got "
                f"{self.width:g} and {self.enlargement}"
            )


def simplify_lines(line_u8: U8Array, style: Simplification | None = None) -> U8Array:
    """Redraw line art or a sketch with one line width, antialiased: uint8 (H, W), 0 = ink."""
    style = style or Simplification()
    height, width = line_u8.shape
    times = style.enlargement
    size = (width * times, height * times)
    large = cv2.resize(line_u8, size, interpolation=cv2.INTER_CUBIC) if times > 1 else line_u8
    ink = _mend(find_ink(np.asarray(large, dtype=np.uint8), times), round(style.mend * times / 2))
    depth = _depth(ink)
    solid = _solid_areas(ink, depth, style.solid * times)
    centre = centre_line(ink & ~solid)
    centre = _drop_specks(_prune(centre, style.spur * times), style.speck * times)
    if centre.any():
        away = cv2.distanceTransform((~centre).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        away = cv2.GaussianBlur(away, (0, 0), 0.6 * times)
    else:
        away = np.full(centre.shape, 1e6, dtype=np.float32)
    covered = np.clip(style.width * times / 2 + 0.5 - away, 0, 1)
    covered = np.maximum(covered, solid.astype(np.float32))
    redrawn = cv2.resize(covered, (width, height), interpolation=cv2.INTER_AREA)
    return np.round(255 * (1 - np.clip(redrawn, 0, 1))).astype(np.uint8)


def find_ink(line_u8: U8Array, scale: int = 1) -> BoolArray:
    """Where there is ink: darker than the paper around it, or just dark; bool (H, W)."""
    window = PAPER_WINDOW * scale | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (window, window))
    paper = cv2.dilate(line_u8, kernel).astype(np.int16)
    span = paper - int(line_u8.min())
    ink = paper - line_u8 > np.maximum(LEAST_CONTRAST, INK_SHARE * span)
    return np.asarray(ink | (line_u8 < 64), dtype=np.bool_)


def centre_line(ink: BoolArray) -> BoolArray:
    """The one pixel wide skeleton of ink, bool (H, W)."""
    return np.asarray(skeletonize(ink), dtype=np.bool_)


def _depth(ink: BoolArray) -> FloatArray:
    """Distance of inked pixels to the rim of their ink, half a pixel before the next paper."""
    padded = np.pad(ink, 1).astype(np.uint8)
    plane = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    return np.where(ink, plane - 0.5, 0).astype(np.float32)


def _mend(ink: BoolArray, reach: int) -> BoolArray:
    if reach < 1:
        return ink
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    padded = np.pad(ink, reach).astype(np.uint8)
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, kernel)
    return np.asarray(closed[reach:-reach, reach:-reach] > 0)


def _solid_areas(ink: BoolArray, depth: FloatArray, half_width: float) -> BoolArray:
    """Ink too wide to be a line, with its own outline."""
    core = (depth > half_width).astype(np.uint8)
    if not core.any():
        return np.zeros_like(ink)
    reach = round(half_width) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return np.asarray((cv2.dilate(core, kernel) > 0) & ink)


def _neighbours(line: BoolArray) -> NDArray[np.int16]:
    kernel = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=np.float32)
    count = cv2.filter2D(line.astype(np.float32), -1, kernel, borderType=cv2.BORDER_CONSTANT)
    return np.where(line, np.round(count), 0).astype(np.int16)


def _prune(line: BoolArray, length: int) -> BoolArray:
    """Take off branches shorter than `length` that end freely and start at a junction."""
    near = _neighbours(line)
    junction = cv2.dilate((near > 2).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    branches = line & ~junction
    number, labels, stats, _ = cv2.connectedComponentsWithStats(
        branches.astype(np.uint8), connectivity=8
    )
    if number <= 1:
        return line
    ends_freely = np.zeros(number, dtype=np.bool_)
    ends_freely[labels[branches & (near <= 1)]] = True
    touches = np.zeros(number, dtype=np.bool_)
    beside = cv2.dilate((junction & line).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    touches[labels[branches & beside]] = True
    short = (stats[:, cv2.CC_STAT_AREA] < length) & ends_freely & touches
    short[0] = False
    return centre_line(line & ~short[labels])


def _drop_specks(line: BoolArray, length: int) -> BoolArray:
    number, labels, stats, _ = cv2.connectedComponentsWithStats(
        line.astype(np.uint8), connectivity=8
    )
    long = stats[:, cv2.CC_STAT_AREA] >= length
    long[0] = False
    return np.asarray(long[labels]) if number > 1 else line
