"""Layers as they are written to files: values of names, pixels and blend modes, and their picture.

Every export takes the same layers, bottom to top, and every file's merged picture is `flatten`'s.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.document.layer import BlendMode
from app.errors import LayerError
from models.geometry import Size

U8Array = NDArray[np.uint8]
FloatArray = NDArray[np.float32]

_BAND_PIXELS = 1 << 19


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExportLayer:
    """A layer: its name in any script, uint8 RGBA (H, W, 4) of the picture's size, straight alpha.

    opacity  0 to 1.
    """

    name: str
    rgba_u8: U8Array
    blend: BlendMode = BlendMode.NORMAL
    opacity: float = 1.0
    visible: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExportGroup:
    """Layers merged by themselves before they join what lies below; children bottom to top."""

    name: str
    children: tuple["ExportNode", ...]
    blend: BlendMode = BlendMode.NORMAL
    opacity: float = 1.0
    visible: bool = True


ExportNode = ExportLayer | ExportGroup


def walk_layers(nodes: Sequence[ExportNode]) -> Iterator[ExportLayer]:
    """Every layer, bottom to top, those in groups too."""
    for node in nodes:
        if isinstance(node, ExportGroup):
            yield from walk_layers(node.children)
        else:
            yield node


def check_layers(nodes: Sequence[ExportNode], size: Size) -> None:
    """Raises LayerError if there is no layer or one does not fit the picture."""
    if not any(True for _ in walk_layers(nodes)):
        raise LayerError("there is no layer to write; show or add one")
    for layer in walk_layers(nodes):
        if layer.rgba_u8.dtype != np.uint8 or layer.rgba_u8.shape != (*size.shape, 4):
            raise LayerError(
                f"layer {layer.name!r} must be uint8 RGBA of {size}; "
                f"got {layer.rgba_u8.dtype} {layer.rgba_u8.shape}"
            )
        if not 0 <= layer.opacity <= 1:
            raise LayerError(f"opacity lies between 0 and 1; {layer.name!r} got {layer.opacity}")


def flatten(nodes: Sequence[ExportNode], size: Size, *, on_white: bool = False) -> U8Array:
    """The visible layers merged: uint8 RGBA (H, W, 4), straight alpha.

    on_white  lay them on opaque white paper; the result is opaque then.
    In bands of rows, so that memory stays at a few megabytes beside layers and result.
    """
    check_layers(nodes, size)
    merged_u8 = np.empty((*size.shape, 4), dtype=np.uint8)
    step = max(1, _BAND_PIXELS // size.width)
    for top in range(0, size.height, step):
        rows = slice(top, min(size.height, top + step))
        band = np.zeros((rows.stop - rows.start, size.width, 4), dtype=np.float32)
        if on_white:
            band[:] = 1
        _paint_nodes(band, nodes, rows)
        alpha = band[..., 3:]
        np.divide(band[..., :3], alpha, out=band[..., :3], where=alpha > 0)
        merged_u8[rows] = np.rint(np.clip(band, 0, 1) * 255).astype(np.uint8)
    return merged_u8


def _paint_nodes(band: FloatArray, nodes: Sequence[ExportNode], rows: slice) -> None:
    """Merge nodes into a premultiplied float32 RGBA band in [0, 1], in place."""
    for node in nodes:
        if not node.visible or node.opacity == 0:
            continue
        if isinstance(node, ExportGroup):
            source: FloatArray = np.zeros_like(band)
            _paint_nodes(source, node.children, rows)
            color, alpha = source[..., :3], source[..., 3:]
        else:
            source = np.divide(node.rgba_u8[rows], 255, dtype=np.float32)
            alpha = source[..., 3:]
            color = source[..., :3] * alpha
        _blend(band, color * node.opacity, alpha * node.opacity, node.blend)


def _blend(band: FloatArray, color: FloatArray, alpha: FloatArray, blend: BlendMode) -> None:
    """Put a premultiplied source over a premultiplied backdrop (W3C Compositing, section 5)."""
    backdrop, backdrop_alpha = band[..., :3], band[..., 3:]
    if blend is BlendMode.MULTIPLY:
        mixed = color * backdrop + color * (1 - backdrop_alpha) + backdrop * (1 - alpha)
    elif blend is BlendMode.SCREEN:
        mixed = color + backdrop - color * backdrop
    else:
        mixed = color + backdrop * (1 - alpha)
    band[..., :3] = mixed
    band[..., 3:] = alpha + backdrop_alpha * (1 - alpha)
