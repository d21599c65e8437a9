"""How a generator's answer becomes pixels of the document's layers."""

import cv2
import numpy as np

from app.document.layer import LayerKind
from app.document.pixels import LayerUpdate
from models.arrays import U8Array
from models.geometry import Rect, Size
from models.requests.request import ColorizeResult, Stage

HUGE_PIXELS = 48_000_000
"""Pixels of a picture above which coarse stages bring the colour layer alone."""


def layer_update(result: ColorizeResult, size: Size) -> LayerUpdate:
    """Bring a result to the picture's own pixels; meant for the worker's thread.

    size  of the picture. The result gives its arrays up: those that fit already are passed on.
    A full result replaces whole layers, since earlier, coarser stages may have touched more than
    its region; coarser stages are enlarged within their region only. A preview brings colour
    alone, to be there sooner; so does, of a huge picture, every stage but the full one, because
    what it would enlarge is hidden, or shown, for a moment only, and costs gigabytes.
    """
    whole = Rect.of(size)
    is_native = result.rgba_u8.shape[:2] == size.shape
    changed = result.region.clipped(size)
    region = whole if is_native else changed
    sources: dict[LayerKind, U8Array | None] = {LayerKind.COLOR: result.rgba_u8}
    is_huge = size.height * size.width > HUGE_PIXELS and result.stage is not Stage.FULL
    if result.stage is not Stage.PREVIEW and not is_huge:
        sources |= {
            LayerKind.FLATS: _seen_where(result.flat_u8, result.rgba_u8),
            LayerKind.SHADE: result.shade_u8,
            LayerKind.HIGHLIGHT: result.highlight_u8,
        }
    planes = {
        kind: _fit(source, size, region)
        for kind, source in sources.items()
        if source is not None and not region.is_empty
    }
    return LayerUpdate(
        request_id=result.request_id,
        stage=result.stage,
        region=region,
        changed=changed,
        elapsed_ms=result.elapsed_ms,
        device=result.device,
        report=result.report,
        planes=planes,
        parts=result.parts,
        told=result.told,
    )


def _seen_where(flat_u8: U8Array | None, rgba_u8: U8Array) -> U8Array | None:
    """Flats as transparent as the colour layer is where the artist wants no colour."""
    alpha = rgba_u8[..., 3]
    if flat_u8 is None or int(alpha.min()) > 0:
        return flat_u8
    return np.dstack([flat_u8, np.where(alpha > 0, np.uint8(255), np.uint8(0))])


def _fit(source: U8Array, size: Size, region: Rect) -> U8Array:
    """RGBA of a region of the picture, from a picture of any size that shows all of it."""
    if source.shape[2] == 3:
        source = np.asarray(cv2.cvtColor(source, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
    if source.shape[:2] == size.shape:
        return source
    height, width = region.shape
    if region.shape == size.shape:  # the same as below, several times faster
        whole = cv2.resize(source, (width, height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(whole, dtype=np.uint8)
    scale_x, scale_y = source.shape[1] / size.width, source.shape[0] / size.height
    to_source = np.array(
        [
            [scale_x, 0, (region.left + 0.5) * scale_x - 0.5],
            [0, scale_y, (region.top + 0.5) * scale_y - 0.5],
        ],
        dtype=np.float64,
    )
    fitted = cv2.warpAffine(
        source,
        to_source,
        (width, height),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(fitted, dtype=np.uint8)
