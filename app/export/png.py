"""One picture for everyone: the layers merged, or a colouring under the artist's lines."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.export.layers import ExportNode, flatten
from models.geometry import Size
from models.picture_files import Picture, write_png

U8Array = NDArray[np.uint8]

_INK_LUMA = 128


def write_merged_png(
    path: Path,
    layers: Sequence[ExportNode],
    size: Size,
    *,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
) -> None:
    """Write the visible layers, bottom to top, as one PNG; RGB where nothing is transparent.

    Raises PictureError naming the path, LayerError.
    """
    merged_u8 = flatten(layers, size)
    is_opaque = int(merged_u8[..., 3].min()) == 255
    pixels_u8 = merged_u8[..., :3] if is_opaque else merged_u8
    write_png(path, pixels_u8, dpi=dpi, icc_profile=icc_profile)


def is_ink_on_transparent(picture: Picture) -> bool:
    """Whether the picture is nothing but ink: no paper is visible, so that alpha *is* the line.

    Colours under such a picture's own alpha could not be seen.
    """
    if not picture.has_alpha:
        return False
    alpha = picture.rgba_u8[..., 3].astype(np.float32)
    covered = float(alpha.sum())
    if covered == 0 or int(picture.rgba_u8[..., 3].min()) > 0:
        return False
    luma = np.asarray(cv2.cvtColor(picture.rgba_u8, cv2.COLOR_RGBA2GRAY), dtype=np.float32)
    return float((luma * alpha).sum()) / covered < _INK_LUMA


def ink_over_paper(picture: Picture) -> U8Array:
    """The picture's colours to multiply by: uint8 RGB (H, W, 3).

    Straight colours where alpha is kept; on white where the picture is ink on nothing.
    """
    rgb_u8 = np.ascontiguousarray(picture.rgba_u8[..., :3])
    if not is_ink_on_transparent(picture):
        return rgb_u8
    share = picture.rgba_u8[..., 3:].astype(np.uint16)
    return ((rgb_u8 * share + 255 * (255 - share) + 127) // 255).astype(np.uint8)


def coloured_picture(picture: Picture, colour_u8: U8Array) -> U8Array:
    """The colour layer multiplied by the artist's picture, with the artist's alpha.

    colour_u8  uint8 (H, W, 3 or more) of the picture's size; what lies under the lines.
    Returns uint8 (H, W, 3), or (H, W, 4) if the picture has alpha. Ink of 0 stays 0, and whatever
    the artist drew in colour keeps it over white. A drawing that is ink on nothing comes out
    opaque: its own alpha would show no colour.
    """
    rgb_u8 = np.ascontiguousarray(colour_u8[..., :3])
    painted = np.asarray(cv2.multiply(rgb_u8, ink_over_paper(picture), scale=1 / 255), np.uint8)
    if not picture.has_alpha:
        return painted
    alpha = picture.rgba_u8[..., 3]
    return np.dstack(
        [painted, np.full_like(alpha, 255) if is_ink_on_transparent(picture) else alpha]
    )
