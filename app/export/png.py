"""One picture for everyone: the layers merged, or a colouring under the artist's lines."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from app.export.layers import ExportGroup, ExportLayer, ExportNode, merged_rows
from models.arrays import U8Array
from models.geometry import Size
from models.hints.hints import HintSet
from models.pictures.files import Picture, write_png
from models.regions.drawn_lines import DrawnLines, LineKind, find_line_kind, read_lines
from models.rows import MadeRows, PixelRows, RowSource, row_bands, with_alpha


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
           so that no soft edge is counted twice, and the picture takes it, with the artist's paint.
    Raises PictureError naming the path, LayerError.
    """
    merged = merged_rows(layers, size)
    if alpha is not None:
        painted = [node for node in layers if isinstance(node, ExportLayer) and node.is_painted]
        shown = _united(alpha, merged_rows(painted, size)) if painted else alpha
        merged = with_alpha(merged_rows(_opaque(layers), size, on_white=True), shown)
    is_opaque = all(int(merged[rows][..., 3].min()) == 255 for rows in row_bands(merged.shape))
    pixels: PixelRows = _without_alpha(merged) if is_opaque else merged
    write_png(path, pixels, dpi=dpi, icc_profile=icc_profile)


def _opaque(nodes: Sequence[ExportNode]) -> list[ExportNode]:
    def opaque(node: ExportNode) -> ExportNode:
        if isinstance(node, ExportGroup):
            return replace(node, children=tuple(_opaque(node.children)))
        has_own = node.is_lifted or node.is_painted
        return node if has_own else replace(node, rgba_u8=with_alpha(node.rgba_u8, None))

    return [opaque(node) for node in nodes]


def _united(sheet: U8Array, painted: RowSource) -> PixelRows:
    """The alpha of a sheet, uint8 (H, W), and of what is painted on and beside it."""

    def make(start: int, stop: int) -> U8Array:
        rest = cv2.multiply(
            255 - sheet[start:stop], 255 - painted[start:stop][..., 3], scale=1 / 255
        )
        return np.asarray(255 - rest, dtype=np.uint8)

    return MadeRows(sheet.shape, make)


def _without_alpha(rgba_u8: RowSource) -> RowSource:
    return MadeRows((*rgba_u8.shape[:2], 3), lambda start, stop: rgba_u8[start:stop][..., :3])


def kept_alpha(picture: Picture, lines: DrawnLines | None = None) -> U8Array | None:
    """The alpha that a coloured picture takes over, uint8 (H, W): None if it comes out opaque.

    lines  as the picture was read; None: as it looks.
    """
    if not picture.has_alpha:
        return None
    kind = find_line_kind(picture.rgba_u8) if lines is None else lines.kind
    return sheet_alpha(picture.rgba_u8, kind)


def sheet_alpha(rgba_u8: U8Array, kind: LineKind) -> U8Array | None:
    """The same of a line layer, uint8 (H, W, 4), whose file is not known.

    Where alpha *is* the line, colours under the drawing's own alpha could not be seen.
    """
    alpha = rgba_u8[..., 3]
    return None if kind is LineKind.ALPHA or int(alpha.min()) == 255 else alpha


def color_alpha(sheet: U8Array | None, color: PixelRows | None, hints: HintSet) -> PixelRows | None:
    """The alpha of colours, rows of uint8 (H, W): the sheet's, None if it is opaque, and nothing
    where the artist wants no colour.

    color  uint8 (H, W, 4) the colour layer or the flats, transparent there.
    """
    if color is None or not hints.bare():
        return sheet

    def make(start: int, stop: int) -> U8Array:
        own = np.ascontiguousarray(color[start:stop][..., 3])
        return own if sheet is None else np.minimum(own, sheet[start:stop])

    return MadeRows(color.shape[:2], make)


def line_rows(rgba_u8: U8Array, lines: DrawnLines, flats: PixelRows | None = None) -> PixelRows:
    """A drawing, uint8 RGBA (H, W, 4), as it lies over the colours: as it is, or otherwise.

    flats  uint8 (H, W, 3 or 4), by which its lines may be coloured.
    """
    if not lines.is_lifted and lines.color is None:
        return rgba_u8

    def make(start: int, stop: int) -> U8Array:
        return lines.laid(rgba_u8, slice(start, stop), flats=flats)

    return MadeRows(rgba_u8.shape, make)


def colored_rows(
    picture: Picture,
    color: PixelRows,
    lines: DrawnLines | None = None,
    flats: PixelRows | None = None,
) -> RowSource:
    """The colour layer under the artist's picture, with the artist's alpha.

    colour  uint8 (H, W, 3 or more) of the picture's size; what lies under the lines.
    lines   as the picture was read; None: as it looks.
    flats   uint8 (H, W, 3 or 4), by which lines may be coloured.
    Gives uint8 (H, W, 3), or (H, W, 4) if the picture has alpha. Dark lines are multiplied with
    the colour, so that ink of 0 stays 0; others cover it and keep their pixels. A drawing that is
    ink on nothing comes out opaque: its own alpha would show no colour.
    """
    lines = lines or read_lines(picture.rgba_u8)
    channels = 4 if picture.has_alpha else 3

    def make(start: int, stop: int) -> U8Array:
        drawn = picture.rgba_u8[start:stop]
        below = np.ascontiguousarray(color[start:stop][..., :3])
        laid = lines.laid(picture.rgba_u8, slice(start, stop), flats=flats)
        if lines.is_multiplied:
            over = _covered(np.full_like(below, 255), laid) if lines.is_lifted else laid[..., :3]
            ink = np.ascontiguousarray(over)
            painted = np.asarray(cv2.multiply(below, ink, scale=1 / 255), dtype=np.uint8)
        else:
            painted = _covered(below, laid)
        if channels == 3:
            return painted
        alpha = drawn[..., 3]
        is_opaque = lines.kind is LineKind.ALPHA
        return np.dstack([painted, np.full_like(alpha, 255) if is_opaque else alpha])

    return MadeRows((*picture.size.shape, channels), make)


def _covered(below_u8: U8Array, over_u8: U8Array) -> U8Array:
    """RGBA (h, w, 4) over RGB (h, w, 3): uint8 (h, w, 3)."""
    share = over_u8[..., 3:].astype(np.uint16)
    mixed = over_u8[..., :3] * share + below_u8 * (255 - share) + 127
    return (mixed // 255).astype(np.uint8)
