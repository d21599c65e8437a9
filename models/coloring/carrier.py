"""A small colour carried to the rows of the picture's own size."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, U8Array
from models.color import pack_colors
from models.coloring.line_guide import LineGuide, small_index
from models.geometry import Frame

_Places = tuple[NDArray[np.intp], ...]
"""Rows and columns, as numpy gives places."""
Recolor = Callable[[slice, I32Array], I32Array]
"""Takes native rows and their flat colours as 0xRRGGBB, int32 (rows, W), and gives others."""


class Carrier:
    """Carries a small colour to native strips.

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
        self._planes = None if detail is None else detail.astype(np.float32)
        self._wide = None if self._planes is None else _widened(self._planes, guide.frame)
        padded = np.pad(self._sure_colors.reshape(guide.sure.shape), 1, mode="edge")
        corners = [padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]]
        unsure = np.any([corner < 0 for corner in corners], axis=0)
        differs = np.any([corner != corners[0] for corner in corners[1:]], axis=0)
        # (h + 1, w + 1) squares between small pixels: 0 even, 1 a border without a line, 2 a line.
        self._kind = np.where(unsure, 2, differs).astype(np.uint8)
        self._y = native_between(guide.frame.picture.height, self._height)
        self._x = native_between(guide.frame.picture.width, self._width)

    def carry(
        self, rows: slice, offsets: NDArray[np.int8], recolor: Recolor | None = None
    ) -> tuple[I32Array, FloatArray | None]:
        """Flats of a strip as 0xRRGGBB, int32 (rows, W), and its detail, float32 (rows, W, 3).

        recolour  has the last word on flat colours; the detail of a pixel whose colour it changes
                  comes from neighbours of the new colour, and is 0 where there is none.
        """
        own_y = small_index(self._frame.picture.height, self._height)[rows, None]
        own_x = small_index(self._frame.picture.width, self._width)[None]
        source = (own_y + offsets[..., 0]) * np.int32(self._width) + (own_x + offsets[..., 1])
        chosen = self._colors[source]
        kind = self._kind[self._y.before[rows, None] + 1, self._x.before[None] + 1]
        self._vote(chosen, np.nonzero(kind == 1), rows.start)
        mixed = kind != 0
        if recolor is not None:
            final = recolor(rows, chosen)
            mixed |= final != chosen
            chosen = final
        if self._planes is None:
            return chosen, None
        planes = self._bilinear(rows)
        self._average(planes, chosen, source, np.nonzero(mixed), rows.start)
        return chosen, planes

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
        own = source[where][alone]
        same = (self._colors[own] == wanted[alone])[:, None]
        mixed[alone] = np.where(same, flat_planes[own], 0)
        total[alone] = 1
        planes[where] = mixed / total[:, None]


def _widened(planes: FloatArray, frame: Frame) -> FloatArray:
    """Planes (h, w, C) stretched to the native width: float32 (h, W * C)."""
    target = (frame.picture.width, planes.shape[0])
    wide = cv2.resize(planes, target, interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, dtype=np.float32).reshape(planes.shape[0], -1)


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
