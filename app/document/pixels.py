"""Pixels of layers by id, and what brings new ones."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.document.layer import LayerKind
from app.errors import LayerError
from models.arrays import U8Array
from models.coloring.palette import ColorReport
from models.device import DeviceChoice
from models.geometry import Rect, Size
from models.requests.references import ReferenceReport
from models.requests.request import Stage


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
    told     what references told of regions; None before the last stage, and without references.
    """

    request_id: int
    stage: Stage
    region: Rect
    changed: Rect
    elapsed_ms: float
    device: DeviceChoice | None
    report: ColorReport | None
    planes: Mapping[LayerKind, U8Array]
    parts: U8Array | None = None
    told: ReferenceReport | None = None
