"""A stroke of the paint brush or the eraser in the making, and what it makes of its layer."""

from dataclasses import dataclass

import numpy as np

from app.canvas.painting.touches import Touch, TouchPath
from app.document.painting.blending import erased, painted_on, tinted
from app.document.painting.painting import Painting
from app.document.selecting.selection import Bounds
from models.arrays import U8Array
from models.geometry import NOWHERE, Rect
from models.hints.tags import Rgb


@dataclass(frozen=True, slots=True, eq=False)
class PaintWay:
    """How a stroke changes pixels.

    color        None: it erases.
    locks_alpha  no pixel's opacity changes.
    bounds       where it may paint; None: everywhere.
    """

    color: Rgb | None
    locks_alpha: bool = False
    bounds: Bounds | None = None

    def applied(self, area: Rect, below_u8: U8Array, cover_u8: U8Array) -> U8Array:
        """What it makes of an area's pixels, uint8 (h, w, 4), where it covers them, (h, w)."""
        if self.bounds is not None:
            cover_u8 = np.where(self.bounds(area), cover_u8, 0).astype(np.uint8)
        if self.color is None:
            return below_u8 if self.locks_alpha else erased(below_u8, cover_u8)
        if self.locks_alpha:
            return tinted(below_u8, self.color, cover_u8)
        return painted_on(below_u8, self.color, cover_u8)


class PaintDraft:
    """A painting and a stroke over it, which covers each pixel once, however often it crosses it.

    Attributes
    layer_id  of the paint layer.
    base      the painting that it lies over.
    touched   the area that it can have changed.
    """

    def __init__(self, layer_id: str, base: Painting, way: PaintWay, path: TouchPath) -> None:
        self.layer_id = layer_id
        self.touched = NOWHERE
        self.base, self._way, self._path = base, way, path
        self._cover: U8Array = np.zeros(base.size.shape, dtype=np.uint8)

    def go_on(self, x: float, y: float, pressure: float) -> Rect:
        """Lead the stroke on to an image point; the area whose look changed."""
        changed = NOWHERE
        for touch in self._path.to(x, y, pressure):
            changed = changed.united(self._stamp(touch))
        self.touched = self.touched.united(changed)
        return changed

    def read(self, area: Rect) -> U8Array | None:
        """uint8 RGBA (h, w, 4) of an area as it would be; None where nothing is painted."""
        common = area.intersected(self.touched)
        below_u8 = self.base.read(area)
        if common.is_empty or not self._cover[common.slices].any():
            return below_u8
        if below_u8 is None:
            below_u8 = np.zeros((*area.shape, 4), dtype=np.uint8)
        inside = common.slices_in(area)
        below_u8[inside] = self._way.applied(common, below_u8[inside], self._cover[common.slices])
        return below_u8

    def finished(self) -> Painting:
        """The painting with the stroke."""

        def applied(area: Rect, below_u8: U8Array) -> U8Array | None:
            cover_u8 = self._cover[area.slices]
            return self._way.applied(area, below_u8, cover_u8) if cover_u8.any() else None

        return self.base.with_tiles(self.touched, applied)

    def _stamp(self, touch: Touch) -> Rect:
        area = Rect(0, 0, *touch.cover_u8.shape[::-1]).moved(touch.left, touch.top)
        inside = area.clipped(self.base.size)
        if inside.is_empty:
            return NOWHERE
        plane = self._cover[inside.slices]
        np.maximum(plane, touch.cover_u8[inside.slices_in(area)], out=plane)
        return inside
