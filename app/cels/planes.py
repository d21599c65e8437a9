"""A coloured cel taken apart as studios hand it on: colour without line, line without colour."""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import BoolArray, U8Array
from models.matching.extraction import ground_of

PAPER = 250
"""Level of the line art from which a pixel is paper."""


@dataclass(frozen=True, slots=True, eq=False)
class CelPlanes:
    """One cel, three pictures of it, uint8 RGBA (H, W, 4) each.

    whole   its colours under its lines, transparent where no figure is.
    color   the colours alone, under the lines too. line  the lines alone.
    """

    whole: U8Array
    color: U8Array
    line: U8Array


def take_apart(rgba_u8: U8Array, drawing_u8: U8Array, line_u8: U8Array) -> CelPlanes:
    """Part a coloured drawing into its planes.

    rgba_u8     uint8 (H, W, 4) the coloured picture, lines over colours.
    drawing_u8  uint8 (H, W, 4) the drawing itself; line_u8 uint8 (H, W) its ink on white, 0 = ink.
    Under a line the colour of the nearest surface goes on. The even ground around the figure is
    transparent.
    """
    # What little ink is on paper darkens it, too.
    bare = rgba_u8[..., :3] * (np.float32(255) / np.maximum(line_u8, 1)[..., None])
    bare_u8 = np.clip(np.round(bare), 0, 255).astype(np.uint8)
    color_u8 = _under_lines(bare_u8, line_u8 < PAPER)
    ground = ground_of(color_u8)
    ink = (255 - line_u8).astype(np.uint8)
    solid = np.where(ground, 0, 255).astype(np.uint8)
    is_inked, inks = ink > 255 - PAPER, _inks(drawing_u8, ink)
    kept = np.maximum(solid, np.where(is_inked, ink, 0)).astype(np.uint8)
    whole = np.dstack([rgba_u8[..., :3], kept])
    # Ink over transparent ground has its own colour, not that of ink on paper.
    rim = ground & is_inked
    whole[rim, :3] = inks[rim]
    line = np.dstack([inks, ink]) * is_inked[..., None].view(np.uint8)
    return CelPlanes(whole.astype(np.uint8), np.dstack([color_u8, solid]), line)


def _under_lines(rgb_u8: U8Array, is_line: BoolArray) -> U8Array:
    """The picture with the colour of the nearest surface where lines are."""
    if not is_line.any() or is_line.all():
        return np.ascontiguousarray(rgb_u8)
    _, nearest = cv2.distanceTransformWithLabels(
        is_line.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros((int(nearest.max()) + 1, 3), dtype=np.uint8)
    table[nearest[~is_line]] = rgb_u8[~is_line]
    return table[nearest]


def _inks(drawing_u8: U8Array, ink: U8Array) -> U8Array:
    """The colour of the ink itself, (H, W, 3): what is on white paper without the paper."""
    share = np.maximum(ink, 1).astype(np.float32)[..., None] / 255
    alpha = drawing_u8[..., 3:].astype(np.float32) / 255
    on_paper = drawing_u8[..., :3] * alpha + 255 * (1 - alpha)
    return np.clip(np.round((on_paper - 255 * (1 - share)) / share), 0, 255).astype(np.uint8)


def over(below_u8: U8Array, cel_u8: U8Array) -> U8Array:
    """A cel, uint8 RGBA (H, W, 4), laid over an opaque picture, uint8 (H, W, 3)."""
    alpha = cel_u8[..., 3:].astype(np.uint32)
    mixed = cel_u8[..., :3] * alpha + below_u8 * (255 - alpha)
    return ((mixed + 127) // 255).astype(np.uint8)
