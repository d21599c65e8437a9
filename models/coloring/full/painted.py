"""Full pictures as they are kept for the next request, within little memory.

Most of a picture is as flat as its flats are, and a stroke changes little of it. So of each tile
its flats are kept, and what lies over them at those pixels alone where something does; tiles that
do not change are shared with the picture before.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Protocol

import cv2
import numpy as np

from models.arrays import I32Array, U8Array
from models.color import any_channel
from models.coloring.compose import LaidRows
from models.coloring.region_color import Counts
from models.coloring.shade import NEUTRAL_HIGHLIGHT, NEUTRAL_SHADE, decompose
from models.cores import on_every_core
from models.geometry import Rect


class PaintedPicture(Protocol):
    """A full picture as it was painted, without a light and other colours, read band by band."""

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W)."""

    def flats(self, rows: slice) -> U8Array:
        """The flats of some rows: uint8 (rows, W, 3), which may be a view."""

    def laid(self, rows: slice) -> LaidRows:
        """All of some rows as the generator shaded it. Only for pictures without a light."""


@dataclass(frozen=True, slots=True, eq=False)
class WholePicture:
    """One whose arrays are kept as they are. rgba_u8  as it was shaded; None for a light."""

    plain_u8: U8Array
    rgba_u8: U8Array | None

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W)."""
        height, width = self.plain_u8.shape[:2]
        return height, width

    def flats(self, rows: slice) -> U8Array:
        """The flats of some rows: a view."""
        return self.plain_u8[rows]

    def laid(self, rows: slice) -> LaidRows:
        """All of some rows: views, and what follows from them."""
        assert self.rgba_u8 is not None
        rgba_u8, plain_u8 = self.rgba_u8[rows], self.plain_u8[rows]
        return LaidRows(rgba_u8, plain_u8, *decompose(rgba_u8[..., :3], plain_u8))


@dataclass(frozen=True, slots=True, eq=False)
class Over:
    """What lies over the flats of a tile, uint8 (N, 3) each.

    where  int32 (N,) flat indices of the pixels that differ from their flats, ascending.
    """

    where: I32Array
    rgb_u8: U8Array
    shade_u8: U8Array
    highlight_u8: U8Array

    def within(self, start: int, stop: int) -> tuple[I32Array, slice]:
        """Flat indices from `start` to `stop`, counted from there, and which ones they are."""
        first, last = np.searchsorted(self.where, (start, stop)).tolist()
        return self.where[first:last] - np.int32(start), slice(first, last)


@dataclass(frozen=True, slots=True, eq=False)
class PaintedTile:
    """A tile as it was painted: uint8 (rows, columns, 3), and what was counted in it.

    over  None where nothing lies over the flats, or a light is to.
    """

    flat_u8: U8Array
    over: Over | None
    counts: Counts

    @classmethod
    def of(cls, flat_u8: U8Array, rgb_u8: U8Array, counts: Counts) -> "PaintedTile":
        """Keep a tile that is shown as `rgb_u8`; the same array as the flats where it is flat."""
        if rgb_u8 is flat_u8:
            return cls(flat_u8, None, counts)
        flats, colors = flat_u8.reshape(-1, 3), rgb_u8.reshape(-1, 3)
        where = np.flatnonzero(any_channel(flats != colors)).astype(np.int32)
        if len(where) == 0:
            return cls(flat_u8, None, counts)
        colors = colors[where]
        shade_u8, highlight_u8 = (plane[0] for plane in decompose(colors[None], flats[where][None]))
        return cls(flat_u8, Over(where, colors, shade_u8, highlight_u8), counts)

    def lay(self, target: LaidRows, place: Rect, first: int = 0) -> None:
        """Lay rows from the first one on, as the generator shaded them, into a place of others."""
        height, width = place.shape
        flat_u8 = self.flat_u8[first : first + height]
        rgba_u8 = np.asarray(cv2.cvtColor(flat_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
        target.rgba_u8[place.slices], target.flat_u8[place.slices] = rgba_u8, flat_u8
        target.shade_u8[place.slices] = NEUTRAL_SHADE
        target.highlight_u8[place.slices] = NEUTRAL_HIGHLIGHT
        if self.over is not None:
            where, chosen = self.over.within(first * width, (first + height) * width)
            rows, columns = place.top + where // width, place.left + where % width
            target.rgba_u8[rows, columns, :3] = self.over.rgb_u8[chosen]
            target.shade_u8[rows, columns] = self.over.shade_u8[chosen]
            target.highlight_u8[rows, columns] = self.over.highlight_u8[chosen]


def empty_rows(height: int, width: int, *, lit: bool) -> LaidRows:
    """Rows to be filled, their content arbitrary. lit  with the tones of a light."""
    colors = (np.empty((height, width, 3), dtype=np.uint8) for _ in range(3))
    tones = (np.empty((height, width), dtype=np.uint8) if lit else None for _ in range(2))
    return LaidRows(np.empty((height, width, 4), dtype=np.uint8), *colors, *tones)


def lay_whole(
    lay: Callable[[slice], LaidRows], shape: tuple[int, int], bands: Iterable[slice], *, lit: bool
) -> LaidRows:
    """All rows of a picture (H, W), laid band by band on every core. Raises what `lay` raises."""
    whole = empty_rows(*shape, lit=lit)

    def fill(rows: slice) -> None:
        laid = lay(rows)
        for field in fields(LaidRows):
            plane = getattr(whole, field.name)
            if plane is not None:
                plane[rows] = getattr(laid, field.name)

    on_every_core(fill, bands)
    return whole


@dataclass(frozen=True, slots=True, eq=False)
class TiledPicture:
    """One that is kept tile by tile. places  of the tiles, row by row; they cover it."""

    places: tuple[Rect, ...]
    painted: tuple[PaintedTile, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W)."""
        return self.places[-1].bottom, self.places[-1].right

    def flats(self, rows: slice) -> U8Array:
        """The flats of some rows, put together."""
        flat_u8 = np.empty((rows.stop - rows.start, self.shape[1], 3), dtype=np.uint8)
        for tile, place, first in self._within(rows):
            flat_u8[place.slices] = tile.flat_u8[first : first + place.shape[0]]
        return flat_u8

    def laid(self, rows: slice) -> LaidRows:
        """All of some rows, put together."""
        whole = empty_rows(rows.stop - rows.start, self.shape[1], lit=False)
        for tile, place, first in self._within(rows):
            tile.lay(whole, place, first)
        return whole

    def _within(self, rows: slice) -> Iterator[tuple[PaintedTile, Rect, int]]:
        """Each tile that has some of the rows, where they lie in them, and which is its first."""
        for place, tile in zip(self.places, self.painted, strict=True):
            top, bottom = max(place.top, rows.start), min(place.bottom, rows.stop)
            if top < bottom:
                inside = Rect(place.left, top - rows.start, place.right, bottom - rows.start)
                yield tile, inside, top - place.top
