"""The layers of a Photoshop file: whether its merged picture shows them, and merging them here.

Programs leave the merged picture black, white or as it was before the last change. psd-tools
merges layers; what it cannot, is left to the program that wrote the file.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import Tag

from models.arrays import U8Array

MERGE_PIXELS = 16_000_000
"""About how many pixels are merged at once: psd-tools holds some twenty floats for each."""
COMPARED_PIXELS = 1_000_000
"""About how many pixels of a layer are looked up in the merged picture."""
_PLAIN_BLENDS = (b"norm", b"pass")
_COMPARED_MODES = ("L", "RGB")
_FAR = 12
_FAR_SHARE = 0.02


def are_seen(psd: PSDImage) -> bool:
    """Whether any layer is visible and holds pixels."""
    return any(
        not layer.is_group() and layer.is_visible() and layer.width * layer.height > 0
        for layer in psd.descendants()
    )


def agree(psd: PSDImage, rgba_u8: U8Array) -> bool:
    """Whether the topmost layer's opaque pixels stand in the merged picture, uint8 (H, W, 4).

    Says yes wherever that cannot be told from one layer alone.
    """
    layer = _top_layer(psd) if psd.pil_mode.removesuffix("A") in _COMPARED_MODES else None
    drawn = layer.topil(apply_icc=False) if layer is not None else None
    if layer is None or drawn is None:
        return True
    left, top, right, bottom = layer.bbox
    first, last = max(left, 0), min(right, psd.width)
    above, below = max(top, 0), min(bottom, psd.height)
    if first >= last or above >= below:
        return True
    rows = range(above, below, max(1, (last - first) * (below - above) // COMPARED_PIXELS))
    layer_u8 = np.concatenate(
        [_row(drawn, first - left, last - left, row - top) for row in rows], dtype=np.int16
    )
    apart = np.abs(layer_u8 - rgba_u8[rows.start : rows.stop : rows.step, first:last]).max(axis=2)
    is_solid = layer_u8[..., 3] == 255
    return not is_solid.any() or bool((apart[is_solid] > _FAR).mean() <= _FAR_SHARE)


def _row(image: Image.Image, left: int, right: int, row: int) -> U8Array:
    return np.asarray(image.crop((left, row, right, row + 1)).convert("RGBA"))


def _top_layer(group: Iterable[Any]) -> Any | None:
    """The topmost visible layer if nothing changes how it looks, else None."""
    for layer in reversed(list(group)):
        is_empty = layer.kind in ("pixel", "group") and not layer.width * layer.height
        if layer.visible and not is_empty:
            return _plain(layer)
    return None


def _plain(layer: Any) -> Any | None:
    is_plain = (
        layer.blend_mode.value in _PLAIN_BLENDS
        and layer.opacity == 255
        and layer.tagged_blocks.get_data(Tag.BLEND_FILL_OPACITY, 255) == 255
        and not layer.has_mask()
        and not layer.has_vector_mask()
        and not layer.has_effects()
        and not layer.clipping
        and not _is_blended_by_level(layer)
    )
    if not is_plain:
        return None
    if layer.is_group():
        return _top_layer(layer)
    return layer if layer.kind == "pixel" else None


def _is_blended_by_level(layer: Any) -> bool:
    """Whether some levels of the layer, or of what lies below it, let the other through."""
    ranges = layer._record.blending_ranges
    pairs = [ranges.composite_ranges or [], *(ranges.channel_ranges or [])]
    return any(tuple(pair) != (0, 65535) for each in pairs for pair in each)


def merge(psd: PSDImage) -> U8Array | None:
    """The visible layers merged, uint8 (H, W, 4), CMYK as sRGB; None where they cannot be."""
    rgba_u8 = np.empty((psd.height, psd.width, 4), dtype=np.uint8)
    step = max(1, MERGE_PIXELS // psd.width)
    is_cmyk = psd.pil_mode.startswith("CMYK")
    try:
        for top in range(0, psd.height, step):
            bottom = min(psd.height, top + step)
            band = psd.composite(
                (0, top, psd.width, bottom), ignore_preview=True, apply_icc=is_cmyk
            )
            rgba_u8[top:bottom] = np.asarray(band.convert("RGBA"))
    except (ImportError, NotImplementedError, ValueError, TypeError, AttributeError, KeyError):
        return None
    return rgba_u8
