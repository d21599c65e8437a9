"""Pixels of layers by id, and how a generator's result becomes pixels of layers."""

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from app.document.layer import LayerKind
from app.errors import LayerError
from models.arrays import U8Array
from models.colouring.palette import ColourReport
from models.device import DeviceChoice
from models.geometry import Rect, Size
from models.runtime.request import ColorizeResult, Stage

HUGE_PIXELS = 48_000_000
"""Pixels of a picture above which coarse stages bring the colour layer alone."""


class LayerPixels:
    """uint8 RGBA (H, W, 4) arrays of the document's size, by layer id.

    A layer without pixels is transparent and costs nothing. Arrays that were handed out by
    `snapshot`, or came read-only, are copied before the first change.
    """

    def __init__(self, size: Size, pixels: Mapping[str, U8Array] | None = None) -> None:
        self.size = size
        self._arrays: dict[str, U8Array] = {}
        self._shared: set[str] = set()
        for layer_id, rgba_u8 in (pixels or {}).items():
            self.replace(layer_id, rgba_u8)

    def __contains__(self, layer_id: str) -> bool:
        return layer_id in self._arrays

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the layers that have pixels."""
        return tuple(self._arrays)

    def get(self, layer_id: str) -> U8Array | None:
        """A read-only view of a layer's pixels, None if it has none. Changes show through it."""
        array = self._arrays.get(layer_id)
        return None if array is None else _read_only(array)

    def replace(self, layer_id: str, rgba_u8: U8Array) -> None:
        """Take an array of the document's size as a layer's pixels, without a copy.

        The caller gives the array up: it may be written to later, unless it is read-only.
        Raises LayerError if its size or type differs.
        """
        self._check(layer_id, rgba_u8, self.size.shape)
        self._arrays[layer_id] = rgba_u8
        self._shared.discard(layer_id)

    def set_region(self, layer_id: str, rgba_u8: U8Array, region: Rect) -> None:
        """Copy an array of the region's size into a layer, which begins transparent.

        Raises LayerError if the region leaves the document or the array does not fit it.
        """
        if region.is_empty or region.clipped(self.size) != region:
            raise LayerError(f"{region} does not lie in a document of {self.size}")
        self._check(layer_id, rgba_u8, region.shape)
        array = self._writable(layer_id)
        array[region.slices] = rgba_u8

    def discard(self, layer_id: str) -> None:
        """Make a layer transparent again."""
        self._arrays.pop(layer_id, None)
        self._shared.discard(layer_id)

    def snapshot(self) -> dict[str, U8Array]:
        """Every layer's pixels as they are now, read-only, without a copy; for another thread."""
        self._shared.update(self._arrays)
        return {layer_id: _read_only(array) for layer_id, array in self._arrays.items()}

    def _writable(self, layer_id: str) -> U8Array:
        array = self._arrays.get(layer_id)
        if array is None:
            array = np.zeros((*self.size.shape, 4), dtype=np.uint8)
        elif layer_id in self._shared or not array.flags.writeable:
            array = array.copy()
        self._shared.discard(layer_id)
        self._arrays[layer_id] = array
        return array

    @staticmethod
    def _check(layer_id: str, rgba_u8: U8Array, shape: tuple[int, int]) -> None:
        if rgba_u8.dtype != np.uint8 or rgba_u8.shape != (*shape, 4):
            raise LayerError(
                f"layer {layer_id!r} takes uint8 {(*shape, 4)}; got {rgba_u8.dtype} {rgba_u8.shape}"
            )


def _read_only(array: U8Array) -> U8Array:
    view = array.view()
    view.flags.writeable = False
    return view


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LayerUpdate:
    """A result made ready for the layers, so that the window's thread has nothing to compute.

    region   picture pixels that the arrays cover.
    changed  picture pixels that the request may have changed, at most the region.
    device   where it was computed; None if the result does not say.
    report   what became of hints and palette; None before the last stage.
    planes   uint8 RGBA of the region's size by layer kind; the receiver owns them.
    parts    uint8 (h, w) part of each place of the picture, at a size of its own; None if unknown.
    """

    request_id: int
    stage: Stage
    region: Rect
    changed: Rect
    elapsed_ms: float
    device: DeviceChoice | None
    report: ColourReport | None
    planes: Mapping[LayerKind, U8Array]
    parts: U8Array | None = None


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
    sources: dict[LayerKind, U8Array | None] = {LayerKind.COLOUR: result.rgba_u8}
    is_huge = size.height * size.width > HUGE_PIXELS and result.stage is not Stage.FULL
    if result.stage is not Stage.PREVIEW and not is_huge:
        sources |= {
            LayerKind.FLATS: result.flat_u8,
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
    )


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
