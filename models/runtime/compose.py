"""From a small painting to the colour layer at the picture's own size.

The colour layer is the colour *under* the lines: where there is a line it shows the colour of the
surface beside it, and the artist's drawing is multiplied over it, untouched. So line darkness is
never counted twice, and the generator's own idea of the lines never shows.

Borders between flat colours follow the middle of the native lines (models.runtime.line_guide), or
where no line is, a smooth contour between the small pixels. What the picture holds beyond its
flats, shading and detail, is carried along as a smooth difference that never crosses into another
flat colour. Everything runs in strips, within bounded memory.
"""

from dataclasses import dataclass
from typing import Generic

import cv2
import numpy as np
from numpy.typing import NDArray

from models.conditioning import HintSet, hint_owners
from models.flats import flats_by_cell, obey_hints, pack_colors, snap_to_palette, unpack_colors
from models.geometry import Frame, Size
from models.regions import map_cells
from models.rows import MakeRows, PackedRows, Rows, whole_rows
from models.runtime.generator import FloatArray, IsCancelled, Painting, check_cancelled
from models.runtime.line_guide import LineGuide, small_index
from models.tags import Rgb

U8Array = NDArray[np.uint8]
I32Array = NDArray[np.int32]
_Places = tuple[NDArray[np.intp], ...]
"""Rows and columns, as numpy gives places."""

HINT_FADE = 6.0
"""Small pixels around a hint over which shading returns after the hint's exact colour."""
VISIBLE_DETAIL = 1.5
"""Levels of 255: a painting that differs less from its flats is flat."""


@dataclass(frozen=True, slots=True, eq=False)
class SmallColour:
    """The colour under the lines at the small size, ready to be shown or carried to full size.

    flat_u8   uint8 (h, w, 3).
    detail    int16 (h, w, 3): the picture is flat + detail; None where it is flat throughout.
    shade_u8  uint8 (h, w, 3) shading factor; None where the generator gives none.
    """

    flat_u8: U8Array
    detail: NDArray[np.int16] | None
    shade_u8: U8Array | None

    def rgb_u8(self) -> U8Array:
        """uint8 (h, w, 3), flat + detail."""
        return _add_detail(self.flat_u8, self.detail)


@dataclass(frozen=True, slots=True, eq=False)
class FullColour(Generic[Rows]):
    """The colour layer at native size: RGBA, flats and shade, uint8 (H, W, 4 or 3)."""

    rgba_u8: Rows
    flat_u8: Rows
    shade_u8: Rows | None


def prepare_colour(
    painting: Painting, guide: LineGuide, *, hints: HintSet, palette: tuple[Rgb, ...] = ()
) -> SmallColour:
    """Take the lines out of a painting, lock its flats to the palette, and obey the hints.

    hints  in small pixels. Under a hint the colour is exactly the hint's; around it, within flats
    of that colour, shading returns softly. A generator without flats gets its cells' mean colours.
    """
    flat = painting.flat
    if flat is None:
        flat = flats_by_cell(painting.rgb, map_cells(guide.ink).labels, guide.ink)
    flat_u8 = guide.under_lines(_to_u8(flat))
    # Where a whole surface is inked, what darkens it is the drawing, which is multiplied later.
    paper = 1 - guide.under_lines(guide.ink)[..., None]
    own_detail = guide.without_halo((painting.rgb - flat) * np.float32(255))
    detail = np.asarray(np.round(guide.under_lines(own_detail) * paper), dtype=np.int16)
    snapped, report = snap_to_palette(flat_u8, palette)
    if report.off_before:
        detail = _rescale_detail(detail, flat_u8, snapped)
    obeyed = obey_hints(snapped, hints)
    detail = _fade_detail(detail, obeyed, hints)
    shade = None
    if painting.shade is not None:
        shade = _to_u8(guide.under_lines(guide.without_halo(painting.shade)))
    is_flat = int(np.abs(detail).max()) <= VISIBLE_DETAIL
    return SmallColour(obeyed, None if is_flat else detail, shade)


def _rescale_detail(
    detail: NDArray[np.int16], flat_u8: U8Array, snapped_u8: U8Array
) -> NDArray[np.int16]:
    """The same shading on other flats: darkening by a share, not by an amount."""
    share = np.minimum((snapped_u8 + np.float32(1)) / (flat_u8 + np.float32(1)), 2)
    return np.asarray(np.round(detail * share), dtype=np.int16)


def _fade_detail(detail: NDArray[np.int16], flat_u8: U8Array, hints: HintSet) -> NDArray[np.int16]:
    """No detail under a hint, and ever more away from it within flats of the hint's colour."""
    owner = hint_owners(hints, Size(*flat_u8.shape[:2]))
    if not owner.any():
        return detail
    distance, nearest = cv2.distanceTransformWithLabels(
        (owner == 0).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    hinted = owner > 0
    color_of_label = np.zeros(int(nearest.max()) + 1, dtype=np.int32)
    packed = pack_colors(flat_u8)
    color_of_label[nearest[hinted]] = packed[hinted]
    same = color_of_label[nearest] == packed
    share = np.where(same, np.clip(distance / HINT_FADE, 0, 1), 1)
    faded: NDArray[np.int16] = np.round(detail * share[..., None]).astype(np.int16)
    return faded


def compose_full(
    small: SmallColour,
    guide: LineGuide,
    line_u8: U8Array,
    *,
    hints: HintSet,
    is_cancelled: IsCancelled,
) -> FullColour[U8Array]:
    """The colour layer at the picture's own size.

    line_u8  uint8 (H, W), the drawing at native size; hints  in its pixels.
    The guide keeps its native offsets for the next time. Raises Cancelled between strips.
    """
    guide.prepare_native(line_u8, is_cancelled)
    return _compose(small, guide, line_u8, whole_rows, hints=hints, is_cancelled=is_cancelled)


def compose_packed(
    small: SmallColour,
    guide: LineGuide,
    line_u8: U8Array,
    *,
    hints: HintSet,
    is_cancelled: IsCancelled,
) -> FullColour[PackedRows]:
    """The same pixels as `compose_full`, kept compressed; nothing of native size stays."""
    return _compose(small, guide, line_u8, PackedRows, hints=hints, is_cancelled=is_cancelled)


def _compose(
    small: SmallColour,
    guide: LineGuide,
    line_u8: U8Array,
    make_rows: MakeRows[Rows],
    *,
    hints: HintSet,
    is_cancelled: IsCancelled,
) -> FullColour[Rows]:
    height, width = line_u8.shape
    carrier = _Carrier(small, guide)
    rgba = make_rows((height, width, 4))
    flat = make_rows((height, width, 3))
    shade = None if small.shade_u8 is None else make_rows((height, width, 3))
    colors = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8)
    for rows in guide.strips():
        check_cancelled(is_cancelled)
        offsets = guide.native_rows(line_u8, rows)
        flat_strip, detail_strip, shade_strip = carrier.carry(rows, offsets)
        owner = hint_owners(hints.moved(0, -rows.start), Size(*flat_strip.shape[:2]))
        hinted = np.nonzero(owner)
        flat_strip[hinted] = colors[owner[hinted]]
        if detail_strip is not None:
            detail_strip[hinted] = 0
        flat[rows] = flat_strip
        rgb_strip = _add_detail(flat_strip, detail_strip)
        rgba[rows] = np.asarray(cv2.cvtColor(rgb_strip, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
        if shade is not None and shade_strip is not None:
            shade[rows] = shade_strip
    return FullColour(rgba, flat, shade)


def _to_u8(unit: FloatArray) -> U8Array:
    """[0, 1] to bytes."""
    return np.round(np.clip(unit, 0, 1) * 255).astype(np.uint8)


def _add_detail(flat_u8: U8Array, detail: NDArray[np.int16] | FloatArray | None) -> U8Array:
    if detail is None:
        return flat_u8
    return np.clip(flat_u8 + detail, 0, 255).astype(np.uint8)


class _Carrier:
    """Carries a small colour to native strips.

    A native pixel lies between four small ones (fewer at the border, which is repeated). Where all
    four are sure and of one flat colour, the rest is bilinear. Else the pixel first chooses its
    flat colour, and then averages only among neighbours that are sure and have that colour.
    """

    def __init__(self, small: SmallColour, guide: LineGuide) -> None:
        self._height, self._width = guide.sure.shape
        self._frame = guide.frame
        self._colors = pack_colors(small.flat_u8).ravel()
        sure = guide.sure.ravel()
        self._sure_colors = np.where(sure, self._colors, -1)
        planes = [plane for plane in (small.detail, small.shade_u8) if plane is not None]
        self._has_detail, self._has_shade = small.detail is not None, small.shade_u8 is not None
        self._planes = (
            np.concatenate([plane.astype(np.float32) for plane in planes], axis=2)
            if planes
            else None
        )
        self._wide = None if self._planes is None else _widened(self._planes, guide.frame)
        padded = np.pad(self._sure_colors.reshape(guide.sure.shape), 1, mode="edge")
        corners = [padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]]
        unsure = np.any([corner < 0 for corner in corners], axis=0)
        differs = np.any([corner != corners[0] for corner in corners[1:]], axis=0)
        # (h + 1, w + 1) squares between small pixels: 0 even, 1 a border without a line, 2 a line.
        self._kind = np.where(unsure, 2, differs).astype(np.uint8)
        self._y = _between(guide.frame.picture.height, self._height)
        self._x = _between(guide.frame.picture.width, self._width)

    def carry(
        self, rows: slice, offsets: NDArray[np.int8]
    ) -> tuple[U8Array, FloatArray | None, U8Array | None]:
        """Flats uint8, detail float32 and shade uint8 of a strip, each (rows, W, 3)."""
        own_y = small_index(self._frame.picture.height, self._height)[rows, None]
        own_x = small_index(self._frame.picture.width, self._width)[None]
        source = (own_y + offsets[..., 0]) * np.int32(self._width) + (own_x + offsets[..., 1])
        chosen = self._colors[source]
        kind = self._kind[self._y.before[rows, None] + 1, self._x.before[None] + 1]
        self._vote(chosen, np.nonzero(kind == 1), rows.start)
        if self._planes is None:
            return unpack_colors(chosen), None, None
        planes = self._bilinear(rows)
        self._average(planes, chosen, source, np.nonzero(kind), rows.start)
        detail = planes[..., :3] if self._has_detail else None
        shade = None
        if self._has_shade:
            shade = np.round(np.clip(planes[..., -3:], 0, 255)).astype(np.uint8)
        return unpack_colors(chosen), detail, shade

    def _bilinear(self, rows: slice) -> FloatArray:
        """The planes at the native pixels of a strip, float32 (rows, W, C)."""
        assert self._wide is not None
        down = self._y.share[rows, None]
        upper = np.maximum(self._y.before[rows], 0)
        lower = np.minimum(self._y.before[rows] + 1, self._height - 1)
        mixed = self._wide[lower]
        mixed -= self._wide[upper]
        mixed *= down
        mixed += self._wide[upper]
        return mixed.reshape(len(upper), self._frame.picture.width, -1)

    def _neighbours(self, where: _Places, top: int) -> tuple[list[I32Array], list[FloatArray]]:
        """Flat indices and bilinear weights of the four small pixels around native pixels."""
        rows, columns = where[0] + top, where[1]
        upper = self._y.before[rows]
        left = self._x.before[columns]
        down, right = self._y.share[rows], self._x.share[columns]
        last_row, last_column = self._height - 1, self._width - 1
        up = np.maximum(upper, 0) * np.int32(self._width)
        low = np.minimum(upper + 1, last_row) * np.int32(self._width)
        first, second = np.maximum(left, 0), np.minimum(left + 1, last_column)
        indices = [up + first, up + second, low + first, low + second]
        weights = [
            (1 - down) * (1 - right),
            (1 - down) * right,
            down * (1 - right),
            down * right,
        ]
        return indices, weights

    def _vote(self, chosen: I32Array, where: _Places, top: int) -> None:
        """Give pixels at borders without a line the flat colour that weighs most around them."""
        if len(where[0]) == 0:
            return
        indices, weights = self._neighbours(where, top)
        colors = [self._colors[index] for index in indices]
        best = colors[0]
        best_weight = np.full(len(best), -1, dtype=np.float32)
        for candidate in colors:
            weight = sum(
                share * (color == candidate) for share, color in zip(weights, colors, strict=True)
            )
            wins = weight > best_weight
            best = np.where(wins, candidate, best)
            best_weight = np.where(wins, weight, best_weight)
        chosen[where] = best

    def _average(
        self,
        planes: FloatArray,
        chosen: I32Array,
        source: I32Array,
        where: _Places,
        top: int,
    ) -> None:
        """Average near lines and borders only among sure neighbours of the chosen colour."""
        if len(where[0]) == 0 or self._planes is None:
            return
        flat_planes = self._planes.reshape(-1, self._planes.shape[2])
        wanted = chosen[where]
        indices, weights = self._neighbours(where, top)
        total = np.zeros(len(wanted), dtype=np.float32)
        mixed = np.zeros((len(wanted), flat_planes.shape[1]), dtype=np.float32)
        for index, weight in zip(indices, weights, strict=True):
            share = weight * (self._sure_colors[index] == wanted)
            total += share
            mixed += share[:, None] * flat_planes[index]
        alone = total < 1e-3
        mixed[alone] = flat_planes[source[where][alone]]
        total[alone] = 1
        planes[where] = mixed / total[:, None]


def _widened(planes: FloatArray, frame: Frame) -> FloatArray:
    """Planes (h, w, C) stretched to the native width: float32 (h, W * C)."""
    target = (frame.picture.width, planes.shape[0])
    wide = cv2.resize(planes, target, interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, dtype=np.float32).reshape(planes.shape[0], -1)


@dataclass(frozen=True, slots=True, eq=False)
class _Between:
    """Where native pixels lie between small ones along one side.

    before    int32 (native,) index of the small pixel before, -1 at the beginning.
    share     float32 (native,) weight of the one after it.
    position  float32 (native,) position in small pixels, centres at integers.
    """

    before: I32Array
    share: FloatArray
    position: FloatArray


def _between(native: int, small: int) -> _Between:
    position = ((np.arange(native) + 0.5) * (small / native) - 0.5).astype(np.float32)
    before = np.floor(position).astype(np.int32)
    return _Between(before, position - before, position)
