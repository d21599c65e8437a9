"""A small colour carried to the pixels of the picture's own size."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.color import any_channel, pack_colors
from models.coloring.line_guide import LineGuide, small_index
from models.geometry import Frame, Rect

VOTERS = 2
"""Small pixels on either side of one between which a border may run, that have a vote on it."""
_BELL = np.array([0.25, 0.75, 1.0, 0.75, 0.25], dtype=np.float32)
"""Their weights along one side."""
_Places = NDArray[np.intp]
"""Flat indices of pixels of a rectangle."""


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """The flat colours that a rectangle of native pixels got, (rows, columns) each.

    packed  int32 as 0xRRGGBB; source  int32 flat index of the small pixel that each is of.
    kind    uint8 of the square between small pixels that each lies in (Carrier).
    """

    place: Rect
    packed: I32Array
    source: I32Array
    kind: U8Array


class Carrier:
    """Carries a small colour to native pixels. It may be asked by several threads at once.

    A native pixel lies between four small ones (fewer at the border, which is repeated). Where all
    four are sure and of one flat colour, the rest is bilinear. Else the pixel first chooses its
    flat colour, and then averages only among neighbours that are sure and have that colour.
    """

    def __init__(
        self, flat_u8: U8Array, detail: NDArray[np.int16] | None, guide: LineGuide
    ) -> None:
        self._height, self._width = guide.sure.shape
        self._frame = guide.frame
        self._colors = pack_colors(flat_u8).ravel()
        sure = guide.sure.ravel()
        self._sure_colors = np.where(sure, self._colors, -1)
        corners = _corners(self._sure_colors.reshape(guide.sure.shape))
        unsure = np.any([corner < 0 for corner in corners], axis=0)
        differs = np.any([corner != corners[0] for corner in corners[1:]], axis=0)
        # (h + 1, w + 1) squares between small pixels: 0 even, 1 a border without a line, 2 a line.
        self._kind = np.where(unsure, 2, differs).astype(np.uint8)
        self._contest = _Contest.at(
            self._kind == 1, np.stack(corners), self._sure_colors.reshape(guide.sure.shape)
        )
        self._y = native_between(guide.frame.picture.height, self._height)
        self._x = native_between(guide.frame.picture.width, self._width)
        self._planes = None
        if detail is not None:
            self._planes = detail.astype(np.float32)
            self._wide = _widened(self._planes, guide.frame)
            self._shaded = any_channel(detail != 0)
            self._near_shaded = np.any(_corners(self._shaded), axis=0)

    def flats(self, place: Rect, offsets: NDArray[np.int8]) -> Carried:
        """The flats of a rectangle; offsets  int8 (rows, columns, 2) of its pixels."""
        rows, columns = place.slices
        own_y = small_index(self._frame.picture.height, self._height)[rows, None]
        own_x = small_index(self._frame.picture.width, self._width)[None, columns]
        source = (own_y + offsets[..., 0]) * np.int32(self._width) + (own_x + offsets[..., 1])
        packed = self._colors[source]
        kind = self._kind[self._squares(place)]
        self._vote(packed.reshape(-1), np.flatnonzero(kind == 1), place)
        return Carried(place, packed, source, kind)

    def detail(self, carried: Carried, packed: I32Array) -> FloatArray | None:
        """What lies over the flats of a rectangle, float32 (rows, columns, 3); None: nothing.

        packed  int32 (rows, columns), the flats' last word: the detail of a pixel whose colour
                differs from what was carried comes from neighbours of the new colour, and is 0
                where there is none.
        """
        if self._planes is None:
            return None
        place = carried.place
        is_shaded = self._near_shaded[self._squares(place)]
        is_shaded |= self._shaded.reshape(-1)[carried.source]
        if not is_shaded.any():
            return None
        planes = self._bilinear(place)
        is_shaded &= (carried.kind != 0) | (packed != carried.packed)
        where = np.flatnonzero(is_shaded)
        self._average(
            planes, packed.reshape(-1)[where], carried.source.reshape(-1)[where], where, place
        )
        return planes

    def _squares(self, place: Rect) -> tuple[I32Array, I32Array]:
        """Rows and columns of the squares between small pixels that native ones lie in."""
        rows, columns = place.slices
        return self._y.before[rows, None] + 1, self._x.before[None, columns] + 1

    def _bilinear(self, place: Rect) -> FloatArray:
        """The planes at native pixels, float32 (rows, columns, C)."""
        rows, columns = place.slices
        down = self._y.share[rows, None, None]
        upper = np.maximum(self._y.before[rows], 0)
        lower = np.minimum(self._y.before[rows] + 1, self._height - 1)
        wide = self._wide[:, columns]
        mixed = wide[lower]
        mixed -= wide[upper]
        mixed *= down
        mixed += wide[upper]
        return mixed

    def _neighbours(self, where: _Places, place: Rect) -> tuple[list[I32Array], list[FloatArray]]:
        """Flat indices and bilinear weights of the four small pixels around native pixels."""
        rows, columns = np.divmod(where.astype(np.int32), np.int32(place.right - place.left))
        rows, columns = rows + place.top, columns + place.left
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

    def _vote(self, packed: I32Array, where: _Places, place: Rect) -> None:
        """Give pixels at borders without a line the flat colour that weighs most around them."""
        if len(where) == 0:
            return
        _, weights = self._neighbours(where, place)
        rows, columns = self._squares(place)
        squares = np.broadcast_to(rows * np.int32(self._width + 1) + columns, place.shape)
        packed[where] = self._contest.won(squares.reshape(-1)[where], np.stack(weights))

    def _average(
        self, planes: FloatArray, wanted: I32Array, source: I32Array, where: _Places, place: Rect
    ) -> None:
        """Average near lines and borders only among sure neighbours of the wanted colour."""
        if len(where) == 0 or self._planes is None:
            return
        flat_planes = self._planes.reshape(-1, self._planes.shape[2])
        indices, weights = self._neighbours(where, place)
        total = np.zeros(len(wanted), dtype=np.float32)
        mixed = np.zeros((len(wanted), flat_planes.shape[1]), dtype=np.float32)
        for index, weight in zip(indices, weights, strict=True):
            share = weight * (self._sure_colors[index] == wanted)
            total += share
            mixed += share[:, None] * flat_planes[index]
        alone = total < 1e-3
        own = source[alone]
        same = (self._colors[own] == wanted[alone])[:, None]
        mixed[alone] = np.where(same, flat_planes[own], 0)
        total[alone] = 1
        planes.reshape(-1, flat_planes.shape[1])[where] = mixed / total[:, None]


@dataclass(frozen=True, slots=True, eq=False)
class _Contest:
    """What the colours weigh at the corners of the squares where they meet without a line.

    row     int32 (squares,) of each square of the plane, in reading order, its row here.
    colors  int32 (N, 4) of its corners; weights  float32 (N, 4, 4) at each corner, of each of them.
    """

    row: I32Array
    colors: I32Array
    weights: FloatArray

    @classmethod
    def at(cls, meeting: BoolArray, corners: I32Array, packed: I32Array) -> "_Contest":
        """Of squares, bool (h + 1, w + 1), with colours (4, h + 1, w + 1) at their corners.

        packed  int32 (h, w), -1 for pixels that have no say.
        """
        where = np.flatnonzero(meeting)
        row = np.zeros(meeting.size, dtype=np.int32)
        row[where] = np.arange(len(where), dtype=np.int32)
        colors = corners[:, meeting].T
        weights = np.zeros((len(where), 4, 4), dtype=np.float32)
        wide = np.pad(packed, VOTERS + 1, mode="edge")
        top, left = np.divmod(where, meeting.shape[1])
        for corner, (down, right) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1))):
            for y, across in enumerate(_BELL):
                for x, share in enumerate(_BELL):
                    seen = wide[top + down + y, left + right + x]
                    weights[:, corner] += (across * share) * (colors == seen[:, None])
        return cls(row, colors, weights)

    def won(self, squares: I32Array, shares: FloatArray) -> I32Array:
        """The colour that weighs most at pixels (M,) of squares: int32 (M,).

        shares  float32 (4, M) of the squares' corners.
        """
        row = self.row[squares]
        weight = np.einsum("cm,mck->mk", shares, self.weights[row])
        best: I32Array = self.colors[row, weight.argmax(axis=1)]
        return best


def _corners(plane: NDArray[Any]) -> list[NDArray[Any]]:
    """The four small pixels around each square between them: (h + 1, w + 1) each."""
    padded = np.pad(plane, 1, mode="edge")
    return [padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]]


def _widened(planes: FloatArray, frame: Frame) -> FloatArray:
    """Planes (h, w, C) stretched to the native width: float32 (h, W, C)."""
    target = (frame.picture.width, planes.shape[0])
    wide = cv2.resize(planes, target, interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, dtype=np.float32).reshape(planes.shape[0], frame.picture.width, -1)


@dataclass(frozen=True, slots=True, eq=False)
class Between:
    """Where native pixels lie between small ones along one side.

    before    int32 (native,) index of the small pixel before, -1 at the beginning.
    share     float32 (native,) weight of the one after it.
    position  float32 (native,) position in small pixels, centres at integers.
    """

    before: I32Array
    share: FloatArray
    position: FloatArray


def native_between(native: int, small: int) -> Between:
    """Where so many native pixels lie between so many small ones."""
    position = ((np.arange(native) + 0.5) * (small / native) - 0.5).astype(np.float32)
    before = np.floor(position).astype(np.int32)
    return Between(before, position - before, position)
