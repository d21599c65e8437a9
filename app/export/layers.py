"""Layers as they are written to files: values of names, pixels and blend modes, and their picture.

Every export takes the same layers, bottom to top; every file's merged picture is `merged_rows`'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from app.document.layer import BlendMode
from app.errors import LayerError
from models.arrays import FloatArray, U8Array
from models.geometry import Size
from models.rows import MadeRows, PixelRows, RowSource

_BAND_PIXELS = 1 << 19
_SHARES = (np.arange(256) / np.float32(255)).astype(np.float32)
"""Bytes as shares of 1."""
_ROWS_LOOKED_AT = 4
"""Rows averaged for one row of a small picture."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExportLayer:
    """A layer: its name in any script and its pixels, uint8 RGBA (h, w, 4), straight alpha.

    rgba_u8   an array, or rows made when they are asked for (models.rows).
    left, top where the pixels lie in the picture; outside them the layer is transparent.
    opacity   0 to 1.
    is_lifted lines without their sheet: their alpha is their own, not the sheet's.
    is_painted  painted by the artist: its alpha is its own, too.
    clipped   shows only where the nearest layer or group below it that is not clipped does, and
              belongs to it: with that one hidden, it is hidden too.
    """

    name: str
    rgba_u8: PixelRows
    left: int = 0
    top: int = 0
    blend: BlendMode = BlendMode.NORMAL
    opacity: float = 1.0
    visible: bool = True
    clipped: bool = False
    is_lifted: bool = False
    is_painted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExportGroup:
    """Layers merged by themselves before they join what lies below; children bottom to top.

    is_painted  the artist's own, not that of the colours.
    """

    name: str
    children: tuple["ExportNode", ...]
    blend: BlendMode = BlendMode.NORMAL
    opacity: float = 1.0
    visible: bool = True
    clipped: bool = False
    is_painted: bool = False


ExportNode = ExportLayer | ExportGroup


def walk_layers(nodes: Sequence[ExportNode]) -> Iterator[ExportLayer]:
    """Every layer, bottom to top, those in groups too."""
    for node in nodes:
        if isinstance(node, ExportGroup):
            yield from walk_layers(node.children)
        else:
            yield node


def clip_runs(nodes: Sequence[ExportNode]) -> Iterator[tuple[ExportNode, tuple[ExportNode, ...]]]:
    """Each node that is not clipped, bottom to top, with the clipped ones right above it.

    A clipped node with nothing below it is not clipped.
    """
    start = 0
    for index in range(1, len(nodes) + 1):
        if index == len(nodes) or not nodes[index].clipped:
            yield nodes[start], tuple(nodes[start + 1 : index])
            start = index


def check_layers(nodes: Sequence[ExportNode], size: Size) -> None:
    """Raises LayerError if there is no layer or one does not fit the picture."""
    if not any(True for _ in walk_layers(nodes)):
        raise LayerError("there is no layer to write; show or add one")
    for layer in walk_layers(nodes):
        shape = layer.rgba_u8.shape
        fits = (
            len(shape) == 3
            and shape[2] == 4
            and layer.rgba_u8.dtype == np.uint8
            and min(layer.left, layer.top, shape[0] - 1, shape[1] - 1) >= 0
            and layer.top + shape[0] <= size.height
            and layer.left + shape[1] <= size.width
        )
        if not fits:
            raise LayerError(
                f"layer {layer.name!r} must be uint8 RGBA of {size} or lie inside it; "
                f"got {layer.rgba_u8.dtype} {shape} at {layer.left}, {layer.top}"
            )
        if not 0 <= layer.opacity <= 1:
            raise LayerError(f"opacity lies between 0 and 1; {layer.name!r} got {layer.opacity}")


def merged_rows(nodes: Sequence[ExportNode], size: Size, *, on_white: bool = False) -> RowSource:
    """The visible layers merged: rows of uint8 RGBA (H, W, 4), straight alpha, made when asked for.

    on_white  lay them on opaque white paper; the result is opaque then.
    In bands of rows, so that memory stays at a few megabytes beside the layers. Raises LayerError.
    """
    check_layers(nodes, size)
    step = max(1, _BAND_PIXELS // size.width)

    def make(start: int, stop: int) -> U8Array:
        merged_u8 = np.empty((stop - start, size.width, 4), dtype=np.uint8)
        for top in range(start, stop, step):
            rows = slice(top, min(stop, top + step))
            band = np.zeros((4, rows.stop - top, size.width), dtype=np.float32)
            if on_white:
                band[:] = 1
            _paint_nodes(band, nodes, rows)
            _straighten(band)
            bytes_u8 = [cv2.convertScaleAbs(plane, alpha=255) for plane in band]
            merged_u8[top - start : rows.stop - start] = cv2.merge(bytes_u8)
        return merged_u8

    return MadeRows((*size.shape, 4), make)


def _is_solid(alpha: FloatArray) -> bool:
    return float(alpha.min()) >= 1


def _straighten(band: FloatArray) -> None:
    """Premultiplied to straight colours, in place; black where nothing is."""
    if not _is_solid(band[3]):
        np.divide(band[:3], band[3], out=band[:3], where=band[3] > 0)


def _paint_nodes(band: FloatArray, nodes: Sequence[ExportNode], rows: slice) -> None:
    """Merge nodes into a premultiplied float32 (4, rows, W) band of [0, 1], in place."""
    for base, clipped in clip_runs(nodes):
        if not base.visible or base.opacity == 0:
            continue
        source = _rendered(base, band.shape, rows)
        above = [node for node in clipped if node.visible and node.opacity > 0]
        if above:
            # What is clipped joins the base's colours as if that were opaque, then takes its alpha.
            alpha = source[3].copy()
            _straighten(source)
            source[3] = 1
            for node in above:
                _blend(source, _faded(_rendered(node, band.shape, rows), node), node.blend)
            source[:3] *= alpha
            source[3] = alpha
        _blend(band, _faded(source, base), base.blend)


def _faded(source: FloatArray, node: ExportNode) -> FloatArray:
    return source if node.opacity == 1 else source * np.float32(node.opacity)


def _rendered(node: ExportNode, shape: tuple[int, ...], rows: slice) -> FloatArray:
    """A node by itself, without its opacity: premultiplied float32 of the band's shape."""
    source: FloatArray = np.zeros(shape, dtype=np.float32)
    if isinstance(node, ExportGroup):
        _paint_nodes(source, node.children, rows)
        return source
    height, width = node.rgba_u8.shape[:2]
    first, last = max(rows.start, node.top), min(rows.stop, node.top + height)
    if first < last:
        own = np.ascontiguousarray(node.rgba_u8[first - node.top : last - node.top])
        part = source[:, first - rows.start : last - rows.start, node.left : node.left + width]
        for plane, channel in zip(part, cv2.split(own), strict=True):
            plane[:] = cv2.LUT(channel, _SHARES)
        if not _is_solid(part[3]):
            part[:3] *= part[3]
    return source


def _blend(band: FloatArray, source: FloatArray, blend: BlendMode) -> None:
    """Put a premultiplied source over a premultiplied backdrop (W3C Compositing, section 5).

    What is left out where all is opaque would add or multiply exactly nothing.
    """
    color, below = source[:3], band[:3]
    is_solid, is_solid_below = _is_solid(source[3]), _is_solid(band[3])
    rest = None if is_solid else below * (1 - source[3])
    if blend is BlendMode.MULTIPLY:
        if not is_solid_below:
            below += 1 - band[3]
        below *= color
    elif blend is BlendMode.SCREEN:
        rest = None
        below *= 1 - color
        below += color
    elif blend in (BlendMode.OVERLAY, BlendMode.ADD):
        below[:] = _joint(color, below, source[3], band[3], blend)
    else:
        below[:] = color
    if rest is not None:
        below += rest
    if is_solid:
        band[3] = 1
    elif not is_solid_below:
        band[3] *= 1 - source[3]
        band[3] += source[3]


def _joint(
    color: FloatArray,
    below: FloatArray,
    alpha: FloatArray,
    alpha_below: FloatArray,
    blend: BlendMode,
) -> FloatArray:
    """The share of a source that shows, premultiplied: mixed where something is below it.

    The modes that mix what both cover; see `_blend`.
    """
    both = alpha * alpha_below
    if blend is BlendMode.ADD:
        mix = np.minimum(color * alpha_below + below * alpha, both)
    else:
        light = both - 2 * (alpha_below - below) * (alpha - color)
        mix = np.where(2 * below <= alpha_below, 2 * color * below, light)
    return mix + color * (1 - alpha_below)


def small_picture(rgba_u8: PixelRows, long_side: int) -> U8Array:
    """RGBA rows averaged down to at most this long side, uint8 (h, w, 4); looks at few rows."""
    size = Size(*rgba_u8.shape[:2])
    small = size.scaled_to(min(long_side, size.long_side))
    averaged = np.empty((small.height, small.width, 4), dtype=np.float32)
    edges = np.linspace(0, size.height, small.height + 1).astype(int)
    for row, (start, stop) in enumerate(pairwise(edges.tolist())):
        if stop - start <= 2 * _ROWS_LOOKED_AT:
            seen = rgba_u8[start:stop]
        else:
            step = (stop - start) // _ROWS_LOOKED_AT
            seen = np.concatenate([rgba_u8[at : at + 1] for at in range(start, stop, step)])
        weighted = seen.astype(np.float32)
        weighted[..., :3] *= weighted[..., 3:] / 255
        mean = weighted.mean(axis=0, keepdims=True)
        averaged[row] = cv2.resize(mean, (small.width, 1), interpolation=cv2.INTER_AREA)
    alpha = averaged[..., 3:]
    averaged[..., :3] *= np.divide(255, alpha, out=np.zeros_like(alpha), where=alpha > 0)
    return np.rint(np.clip(averaged, 0, 255)).astype(np.uint8)
