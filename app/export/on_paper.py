"""Layers of a picture with line and flats on transparent layers, over a layer of paper.

The picture is the same. Otherwise the line layer is the artist's own sheet, multiplied, and flats
cover all of it, which keeps every pixel of the file that came in.
"""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from app.document.layer import BlendMode
from app.export.layers import ExportGroup, ExportLayer, ExportNode, merged_rows
from models.arrays import BoolArray, U8Array
from models.geometry import Size
from models.rows import MadeRows, PixelRows, row_bands

PAPER_NAME = "Paper"
WHITE = 255
INK = 128
"""What is darker than this of a sheet bounds paper."""


def on_paper(nodes: Sequence[ExportNode], size: Size) -> list[ExportNode]:
    """Layers, bottom to top, whose sheets of lines and whose flats show nothing but what is drawn.

    Flats show nothing where they are paper: white from the picture's border to the lines, and not
    shaded. Layers without a group of colours, or on a sheet that is transparent itself, stay.
    """
    single = [node for node in nodes if isinstance(node, ExportLayer)]
    sheets = [node for node in single if _is_sheet(node)]
    lifted = [node for node in single if node.is_lifted]
    found = [node for node in nodes if isinstance(node, ExportGroup) and node.children]
    groups = [group for group in found if not group.is_painted]
    if not (sheets or lifted) or not groups:
        return list(nodes)
    paper = _paper(groups[0], (*sheets, *lifted), size)
    result: list[ExportNode] = [ExportLayer(name=PAPER_NAME, rgba_u8=_white(size))]
    for node in nodes:
        if node is groups[0]:
            flats, *above = groups[0].children
            result.append(replace(groups[0], children=(_without(flats, paper), *above)))
        elif isinstance(node, ExportLayer) and node in sheets:
            result.append(replace(node, rgba_u8=_lines(node.rgba_u8), is_lifted=True))
        else:
            result.append(node)
    return result


def _is_sheet(layer: ExportLayer) -> bool:
    """Whether a layer is lines on an opaque sheet."""
    if layer.blend is not BlendMode.MULTIPLY or layer.is_lifted or layer.clipped:
        return False
    pixels = layer.rgba_u8
    return all(int(pixels[rows][..., 3].min()) == WHITE for rows in row_bands(pixels.shape))


def _white(size: Size) -> PixelRows:
    width = size.width
    return MadeRows(
        (*size.shape, 4),
        lambda start, stop: np.full((stop - start, width, 4), WHITE, dtype=np.uint8),
    )


def _lines(sheet: PixelRows) -> PixelRows:
    """What of a sheet darkens, uint8 RGBA: multiplied with anything it gives what the sheet did."""

    def make(start: int, stop: int) -> U8Array:
        rgb = sheet[start:stop][..., :3]
        alpha = WHITE - rgb.min(axis=2)
        left = rgb - (WHITE - alpha)[..., None]
        color = (left.astype(np.uint16) * WHITE + alpha[..., None] // 2) // np.maximum(
            alpha[..., None], 1
        )
        return np.dstack([color.astype(np.uint8), alpha])

    return MadeRows(sheet.shape, make)


def _paper(group: ExportGroup, lines: Sequence[ExportLayer], size: Size) -> U8Array:
    """Where a group shows nothing but the paper around what is drawn: uint8 (H, W), 0 or 1."""
    shown, flats = (
        merged_rows([replace(node, visible=True, opacity=1.0)], size, on_white=True)
        for node in (group, group.children[0])
    )
    state = np.zeros((size.height + 2, size.width + 2), dtype=np.uint8)
    for rows in row_bands(shown.shape):
        blank = (shown[rows][..., :3].min(axis=2) == WHITE) & (
            flats[rows][..., :3].min(axis=2) == WHITE
        )
        for layer in lines:
            blank &= ~_is_inked(layer.rgba_u8[rows])
        state[rows.start + 1 : rows.stop + 1, 1:-1] = blank
    state[[0, -1]], state[:, [0, -1]] = 1, 1
    cv2.floodFill(state, None, (0, 0), (2,), flags=4)
    return np.asarray(state[1:-1, 1:-1] == 2, dtype=np.uint8)


def _is_inked(rgba_u8: U8Array) -> BoolArray:
    """Where rows, uint8 (rows, W, 4), darken by more than half."""
    dark = (WHITE - rgba_u8[..., :3].min(axis=2)).astype(np.uint16) * rgba_u8[..., 3]
    return np.asarray(dark > (WHITE - INK) * WHITE)


def _without(node: ExportNode, paper: U8Array) -> ExportNode:
    """Flats that show nothing on paper, uint8 (H, W)."""
    if isinstance(node, ExportGroup):
        return replace(node, children=tuple(_without(child, paper) for child in node.children))
    pixels, left, top = node.rgba_u8, node.left, node.top

    def make(start: int, stop: int) -> U8Array:
        rgba = pixels[start:stop].copy()
        covered = paper[top + start : top + stop, left : left + rgba.shape[1]]
        rgba[..., 3] *= 1 - covered
        return rgba

    return replace(node, rgba_u8=MadeRows(pixels.shape, make))
