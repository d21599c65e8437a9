"""One picture for everyone: the layers merged, or a colouring under the artist's lines."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.export.layers import ExportGroup, ExportNode, merged_rows
from models.geometry import Size
from models.picture_files import Picture, write_png
from models.rows import MadeRows, PixelRows, RowSource, row_bands, with_alpha

U8Array = NDArray[np.uint8]

_INK_LUMA = 128


def write_merged_png(
    path: Path,
    layers: Sequence[ExportNode],
    size: Size,
    *,
    alpha: U8Array | None = None,
    dpi: tuple[float, float] | None = None,
    icc_profile: bytes | None = None,
) -> None:
    """Write the visible layers, bottom to top, as one PNG; RGB where nothing is transparent.

    alpha  of the sheet that all layers lie on, uint8 (H, W): they are merged as if it were opaque,
           so that no soft edge is counted twice, and the picture takes it.
    Raises PictureError naming the path, LayerError.
    """
    merged = merged_rows(layers, size)
    if alpha is not None:
        merged = with_alpha(merged_rows(_opaque(layers), size, on_white=True), alpha)
    is_opaque = all(int(merged[rows][..., 3].min()) == 255 for rows in row_bands(merged.shape))
    pixels: PixelRows = _without_alpha(merged) if is_opaque else merged
    write_png(path, pixels, dpi=dpi, icc_profile=icc_profile)


def _opaque(nodes: Sequence[ExportNode]) -> list[ExportNode]:
    return [
        replace(node, children=tuple(_opaque(node.children)))
        if isinstance(node, ExportGroup)
        else replace(node, rgba_u8=with_alpha(node.rgba_u8, None))
        for node in nodes
    ]


def _without_alpha(rgba_u8: RowSource) -> RowSource:
    return MadeRows((*rgba_u8.shape[:2], 3), lambda start, stop: rgba_u8[start:stop][..., :3])


def is_ink_on_transparent(picture: Picture) -> bool:
    """Whether the picture is nothing but ink: no paper is visible, so that alpha *is* the line.

    Colours under such a picture's own alpha could not be seen.
    """
    return picture.has_alpha and _is_only_ink(picture.rgba_u8)


def _is_only_ink(rgba_u8: U8Array) -> bool:
    if int(rgba_u8[..., 3].min()) > 0:
        return False
    covered = ink = 0.0
    for rows in row_bands(rgba_u8.shape):
        band = rgba_u8[rows]
        alpha = band[..., 3].astype(np.float32)
        luma = np.asarray(cv2.cvtColor(band, cv2.COLOR_RGBA2GRAY), dtype=np.float32)
        covered += float(alpha.sum(dtype=np.float64))
        ink += float((luma * alpha).sum(dtype=np.float64))
    return covered > 0 and ink / covered < _INK_LUMA


def kept_alpha(picture: Picture) -> U8Array | None:
    """The alpha that a coloured picture takes over, uint8 (H, W): None if it comes out opaque."""
    keeps = picture.has_alpha and not is_ink_on_transparent(picture)
    return picture.rgba_u8[..., 3] if keeps else None


def sheet_alpha(rgba_u8: U8Array) -> U8Array | None:
    """The same of a line layer, uint8 (H, W, 4), whose file is not known."""
    alpha = rgba_u8[..., 3]
    return None if int(alpha.min()) == 255 or _is_only_ink(rgba_u8) else alpha


def coloured_rows(picture: Picture, colour: PixelRows) -> RowSource:
    """The colour layer multiplied by the artist's picture, with the artist's alpha.

    colour  uint8 (H, W, 3 or more) of the picture's size; what lies under the lines.
    Gives uint8 (H, W, 3), or (H, W, 4) if the picture has alpha. Ink of 0 stays 0, and whatever
    the artist drew in colour keeps it over white. A drawing that is ink on nothing comes out
    opaque: its own alpha would show no colour.
    """
    is_ink = is_ink_on_transparent(picture)
    channels = 4 if picture.has_alpha else 3

    def make(start: int, stop: int) -> U8Array:
        drawn = picture.rgba_u8[start:stop]
        over = _ink_over_paper(drawn) if is_ink else np.ascontiguousarray(drawn[..., :3])
        below = np.ascontiguousarray(colour[start:stop][..., :3])
        painted = np.asarray(cv2.multiply(below, over, scale=1 / 255), dtype=np.uint8)
        if channels == 3:
            return painted
        alpha = np.full(drawn.shape[:2], 255, np.uint8) if is_ink else drawn[..., 3]
        return np.dstack([painted, alpha])

    return MadeRows((*picture.size.shape, channels), make)


def _ink_over_paper(rgba_u8: U8Array) -> U8Array:
    """Ink on nothing, laid on white paper: uint8 RGB (h, w, 3)."""
    share = rgba_u8[..., 3:].astype(np.uint16)
    return ((rgba_u8[..., :3] * share + 255 * (255 - share) + 127) // 255).astype(np.uint8)


def coloured_picture(picture: Picture, colour_u8: U8Array) -> U8Array:
    """`coloured_rows`, all of them."""
    return coloured_rows(picture, colour_u8)[:]
