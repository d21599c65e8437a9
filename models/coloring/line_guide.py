"""Which small pixels lie on lines, and from where the colour under the lines comes.

Colour is inferred at a small size. There, a pixel that a line touches shows a mixture that belongs
to no side. Such pixels are *unsure*; each takes the colour of a *sure* pixel that a flood over the
ink connects it with: paper floods before ink, so the two sides of a line meet on its darkest
middle. The same flood at the picture's own size tells every native pixel which small pixel lies on
its side of the line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import cv2
import numpy as np
import skimage
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.cancel import IsCancelled, check_cancelled
from models.cells.cells import CellMap, flood_levels, ink_levels, map_cells
from models.geometry import Frame
from models.memory import held_bytes

I8Array = NDArray[np.int8]
Number = TypeVar("Number", np.uint8, np.float32)

LINE_WIDTH = 9
"""Small pixels: ink narrower than this is a line, wider ink is a surface that has a colour."""
SURE_INK = 0.08
"""Mean ink of a small pixel, beyond its surface's own, up to which it shows its own colour."""
STRONG_INK = 0.4
"""A native pixel with more ink than this makes the small pixel that holds it unsure."""
SURFACE_STEP = 0.15
"""Where a surface's ink changes by more than this, its edge is a line too."""
STRIP_PIXELS = 1 << 20
"""Native pixels handled at once: bounds memory, and the time between two cancellation checks."""
STRIP_MARGINS = 4
"""A strip holds at least so many times the rows by which it is widened on either side."""


@dataclass(slots=True, eq=False)
class LineGuide:
    """The guide of one drawing at one frame.

    frame    the scale at which colour is inferred; its content is (h, w), its picture (H, W).
    ink      float32 (h, w) mean ink of each small pixel.
    sure     bool (h, w): the small pixel shows a colour of its own.
    source   int32 (h * w,): flat index of the sure pixel whose colour each small pixel takes.
    levels   uint8 (256,): the ink, 0 to 255, that each grey level of the drawing is.
    offsets  int8 (H, W, 2), rows and columns from the small pixel a native pixel lies in to the
             one whose colour it takes; None until `prepare_native`.
    """

    frame: Frame
    ink: FloatArray
    sure: BoolArray
    source: I32Array
    levels: U8Array = field(repr=False)
    offsets: I8Array | None = None
    _cells: CellMap | None = field(default=None, repr=False)

    @property
    def cells(self) -> CellMap:
        """The drawing's cells at the small size, found when first asked for."""
        if self._cells is None:
            self._cells = map_cells(self.ink)
        return self._cells

    @property
    def nbytes(self) -> int:
        """Memory kept alive, in bytes."""
        return held_bytes(self)

    def under_lines(self, plane: NDArray[Number]) -> NDArray[Number]:
        """A small plane (h, w, ...) in which unsure pixels show the colour of their side."""
        flat = plane.reshape(self.source.size, *plane.shape[2:])
        return np.take(flat, self.source, axis=0).reshape(plane.shape)

    def without_halo(self, plane: FloatArray) -> FloatArray:
        """A small plane float32 (h, w, C) in which pixels beside lines look like their neighbours.

        Networks smear the darkness of a line over the pixels next to it. These take the mean of
        those neighbours that no line touches; where there is none they stay.
        """
        square = np.ones((3, 3), dtype=np.uint8)
        beside = (cv2.dilate((~self.sure).astype(np.uint8), square) > 0) & self.sure
        inner = (self.sure & ~beside).astype(np.float32)
        weight = cv2.boxFilter(inner, -1, (3, 3), normalize=False)
        total = cv2.boxFilter(plane * inner[..., None], -1, (3, 3), normalize=False)
        replaced = beside & (weight > 0.5)
        result = plane.copy()
        result[replaced] = total[replaced] / weight[replaced][:, None]
        return result

    def strips(self) -> Iterator[slice]:
        """The native rows in strips, from top to bottom."""
        height = self.frame.picture.height
        step = strip_rows(self.frame)
        for top in range(0, height, step):
            yield slice(top, min(height, top + step))

    def prepare_native(self, line_u8: U8Array, is_cancelled: IsCancelled) -> I8Array:
        """The native offsets, computed strip by strip when first asked for. Raises Cancelled."""
        if self.offsets is None:
            offsets = np.empty((*line_u8.shape, 2), dtype=np.int8)
            for rows in self.strips():
                check_cancelled(is_cancelled)
                offsets[rows] = _native_offsets(self, line_u8, rows)
            self.offsets = offsets
        return self.offsets

    def native_rows(self, line_u8: U8Array, rows: slice) -> I8Array:
        """The native offsets of some rows: those that are kept, else computed and not kept."""
        if self.offsets is not None:
            return self.offsets[rows]
        return _native_offsets(self, line_u8, rows)


def make_guide(line_u8: U8Array, frame: Frame) -> LineGuide:
    """The small part of the guide. line_u8  uint8 (H, W) at native size, 0 = ink."""
    height, width = frame.content.shape
    levels = ink_levels(line_u8)
    ink_u8 = cv2.LUT(line_u8, levels)
    shrinks = height <= line_u8.shape[0] and width <= line_u8.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    ink = _share(cv2.resize(ink_u8, (width, height), interpolation=method))
    cv2.threshold(ink_u8, 255 * STRONG_INK, 255, cv2.THRESH_BINARY, dst=ink_u8)
    strong = _share(cv2.resize(ink_u8, (width, height), interpolation=method))
    sure = _sure_pixels(ink, strong)
    return LineGuide(frame, ink, sure, _flood_small(ink, sure), levels)


def _share(plane_u8: NDArray[Any]) -> FloatArray:
    return np.asarray(plane_u8 * np.float32(1 / 255), dtype=np.float32)


def _sure_pixels(ink: FloatArray, strong: FloatArray) -> BoolArray:
    """Small pixels that show a colour of their own: paper, and the inside of inked surfaces."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (LINE_WIDTH, LINE_WIDTH))
    surface = cv2.morphologyEx(ink, cv2.MORPH_OPEN, disc, borderType=cv2.BORDER_REPLICATE)
    covered = cv2.morphologyEx(strong, cv2.MORPH_OPEN, disc, borderType=cv2.BORDER_REPLICATE)
    square = np.ones((3, 3), dtype=np.uint8)
    step = cv2.dilate(surface, square) - cv2.erode(surface, square)
    sure = (ink - surface <= SURE_INK) & (strong - covered < 1 / 512) & (step <= SURFACE_STEP)
    # Small places between lines hold no such pixel: there the lightest pixel speaks.
    lightest = cv2.erode(ink, square)
    hollow = (ink <= lightest) & (cv2.dilate(ink, square) - ink >= 0.2) & (ink < 0.5)
    near_sure = cv2.dilate(sure.astype(np.uint8), square) > 0
    sure |= hollow & ~near_sure
    if not sure.any():
        sure[:] = True
    return sure


def _flood_small(ink: FloatArray, sure: BoolArray) -> I32Array:
    own = np.arange(sure.size, dtype=np.int32)
    reached = _flood(flood_levels(ink), ~sure, own.reshape(sure.shape) + 1)
    return np.where(sure | (reached == 0), own.reshape(sure.shape), reached - 1).ravel()


def _flood(grey: U8Array, unsure: BoolArray, labels: I32Array) -> I32Array:
    """Flood `labels` (above 0) from the sure pixels into the unsure ones; 0 where none arrives."""
    if not unsure.any():
        return np.zeros_like(labels)
    near = cv2.dilate(unsure.astype(np.uint8), np.ones((3, 3), dtype=np.uint8)) > 0
    rim = near & ~unsure
    if not rim.any():
        return np.zeros_like(labels)
    markers = np.where(rim, labels, 0)
    return np.asarray(skimage.segmentation.watershed(grey, markers, mask=near), dtype=np.int32)


def small_index(native: int, small: int) -> I32Array:
    """The small row (or column) that each native one lies in: int32 (native,)."""
    centres = (np.arange(native) + 0.5) * (small / native)
    return np.minimum(centres.astype(np.int32), small - 1)


def strip_rows(frame: Frame) -> int:
    """Native rows in one strip.

    Several times the rows that are looked at beyond its borders, or a huge picture would be
    flooded almost three times over.
    """
    wanted = max(1, STRIP_PIXELS // frame.picture.width, STRIP_MARGINS * _margin(frame))
    return min(frame.picture.height, wanted)


def _margin(frame: Frame) -> int:
    """Native rows beyond a strip through which lines that cross its border are followed."""
    return int(np.ceil(2 * frame.picture.height / frame.content.height))


def _native_offsets(guide: LineGuide, line_u8: U8Array, strip: slice) -> I8Array:
    """The offsets of a strip of native rows: int8 (rows, W, 2)."""
    height, width = line_u8.shape
    small_h, small_w = guide.sure.shape
    rows = small_index(height, small_h)
    columns = small_index(width, small_w)
    grey_table = flood_levels(guide.levels / 255)
    margin = _margin(guide.frame)
    outer = slice(max(0, strip.start - margin), min(height, strip.stop + margin))
    own = rows[outer, None] * np.int32(small_w) + columns[None]
    unsure = ~guide.sure.ravel()[own]
    grey = np.asarray(cv2.LUT(line_u8[outer], grey_table), dtype=np.uint8)
    reached = _flood(grey, unsure, own + 1)
    inner = slice(strip.start - outer.start, strip.stop - outer.start)
    own, unsure, reached = own[inner], unsure[inner], reached[inner]
    source = np.where(unsure, np.where(reached > 0, reached - 1, guide.source[own]), own)
    offsets = np.empty((*source.shape, 2), dtype=np.int8)
    for axis, base in enumerate((rows[strip, None], columns[None])):
        place = source // small_w if axis == 0 else source % small_w
        offsets[..., axis] = np.clip(place - base, -127, 127)
    return offsets
