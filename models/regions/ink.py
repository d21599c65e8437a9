"""What is ink and what is paper: a threshold that holds for black, faint, soft and coloured lines.

Paper may be grey, shaded or textured: its level is taken from the brightest spots of every block
of the sheet. Ink is what is darker than the paper's own roughness, and not merely the faint halo
of a darker line beside it. Everything works on grey levels.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import U8Array

BLOCK = 32
"""Side of the blocks in which the paper's level is measured, in pixels."""
REDUCTION = 4
"""Blocks are read at this fraction of the size, which averages the paper's grain away."""
FAINTEST_SHARE = 0.12
"""A line counts when it has this share of the darkness of the drawing's darkest lines."""
LEAST_DARKNESS = 10
"""Grey levels below the paper that never count as ink."""
ROUGHNESS_FACTOR = 4.0
"""How far beyond the spread of the paper's grain ink begins."""
HALO_SHARE = 0.2
"""A pixel with less than this share of the darkness beside it is the line's soft edge: paper."""
PINHOLE = 7
"""Inked neighbours of eight that fill a hole in a rough line; a slit one pixel wide has six."""
DEEPEST_SHADE = 64
"""Levels by which a shaded corner of the sheet may lie below the rest and still be paper."""


@dataclass(frozen=True, slots=True, eq=False)
class InkScale:
    """What the whole drawing says about its paper and lines.

    paper      uint8 (ceil(H / BLOCK), ceil(W / BLOCK)) level of the paper in each block.
    threshold  levels below the paper at which ink begins.
    """

    paper: U8Array
    threshold: int


def measure_ink(line_u8: U8Array) -> InkScale:
    """Level of the paper all over the sheet, and where ink begins.

    line_u8  uint8 (H, W), 0 = ink.
    """
    height, width = line_u8.shape
    paper = _paper_levels(line_u8)
    darkness = darkness_below_paper(line_u8, paper)
    counts = np.bincount(darkness.ravel()[:: max(1, darkness.size >> 22)], minlength=256)
    share = np.cumsum(counts) / max(int(counts.sum()), 1)
    # The paper is most of the sheet, so the median of its darkness tells how rough it is.
    spread = 1.48 * float(np.searchsorted(share, 0.5))
    inked = counts.copy()
    inked[: 2 * LEAST_DARKNESS] = 0
    if inked.sum() < 1e-5 * height * width or not inked.any():
        return InkScale(paper, LEAST_DARKNESS)
    dark = float(np.searchsorted(np.cumsum(inked) / inked.sum(), 0.9))
    wanted = max(FAINTEST_SHARE * dark, min(ROUGHNESS_FACTOR * spread, 0.4 * dark))
    return InkScale(paper, max(LEAST_DARKNESS, round(wanted)))


def find_ink(line_u8: U8Array, scale: InkScale, *, top: int = 0, left: int = 0) -> U8Array:
    """Which pixels are ink: uint8 (H, W), 1 = ink.

    top, left  where the given piece lies in the drawing that the scale was measured on.
    """
    darkness = darkness_below_paper(line_u8, scale.paper, top=top, left=left)
    beside = cv2.dilate(darkness, np.ones((3, 3), np.uint8))
    halo = cv2.convertScaleAbs(beside, alpha=HALO_SHARE)
    limit = np.maximum(halo, np.uint8(min(scale.threshold, 255)), out=np.asarray(halo))
    ink = np.greater(darkness, limit).view(np.uint8)
    around = cv2.boxFilter(ink, -1, (3, 3), normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.bitwise_or(ink, np.greater_equal(around, PINHOLE).view(np.uint8))


def darkness_below_paper(
    line_u8: U8Array, paper: U8Array, *, top: int = 0, left: int = 0
) -> U8Array:
    """How far each pixel lies below the paper's level: uint8 (H, W), 0 = paper.

    top, left  where the piece lies in the sheet of which `paper` holds the blocks.
    """
    height, width = line_u8.shape
    if int(paper.max()) - int(paper.min()) <= 2:
        table = np.clip(int(np.median(paper)) - np.arange(256), 0, 255).astype(np.uint8)
        return np.asarray(cv2.LUT(line_u8, table), np.uint8)
    # Bilinear between the middles of the blocks.
    x = (np.arange(left, left + width, dtype=np.float32) + 0.5) / BLOCK - 0.5
    y = (np.arange(top, top + height, dtype=np.float32) + 0.5) / BLOCK - 0.5
    result = np.empty_like(line_u8)
    rows = 256
    for start in range(0, height, rows):
        part = slice(start, min(start + rows, height))
        map_x = np.broadcast_to(x, (part.stop - start, width))
        map_y = np.broadcast_to(y[part, None], (part.stop - start, width))
        level = cv2.remap(
            paper,
            np.ascontiguousarray(map_x),
            np.ascontiguousarray(map_y),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        result[part] = cv2.subtract(level, line_u8[part])
    return result


def _paper_levels(line_u8: U8Array) -> U8Array:
    height, width = line_u8.shape
    rows, columns = -(-height // BLOCK), -(-width // BLOCK)
    bottom, right = rows * BLOCK - height, columns * BLOCK - width
    if bottom or right:
        line_u8 = np.asarray(
            cv2.copyMakeBorder(line_u8, 0, bottom, 0, right, cv2.BORDER_REPLICATE), np.uint8
        )
    side = BLOCK // REDUCTION
    small = cv2.resize(line_u8, (columns * side, rows * side), interpolation=cv2.INTER_AREA)
    blocks = np.asarray(small).reshape(rows, side, columns, side).max(axis=(1, 3))
    # The median of a neighbourhood ignores a block that a black area fills.
    levels = np.asarray(cv2.medianBlur(np.ascontiguousarray(blocks), 5), np.uint8)
    usual = int(np.median(levels))
    lost = levels.astype(np.int16) < usual - DEEPEST_SHADE
    return np.where(lost, np.uint8(usual), levels).astype(np.uint8)
