"""Which tiles of a picture differ from those of the one before: only these are composed anew.

A native pixel follows from the small ones around it and those that its neighbours look at beyond
lines, from what its region makes of the colour that is carried there, and from the hints that touch
it. Where all of that is as it was, so are the bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, I64Array
from models.color import any_channel, pack_colors
from models.coloring.carrier import VOTERS, native_between
from models.coloring.contract import PartColors
from models.coloring.full.painted import PaintedTile, TiledPicture
from models.coloring.line_guide import LineGuide, small_index
from models.coloring.region_color import RegionColor, RegionGuide
from models.coloring.region_pairs import RegionPairs
from models.geometry import Rect
from models.hints.hints import hint_bounds

LEAST_ROWS, LEAST_COLUMNS = 64, 256
MOST_DOWN, MOST_ACROSS = 32, 8
"""A tile has so many rows and columns at least, and of tiles there are about so many at most."""

Planes = tuple[NDArray[np.generic] | None, ...]
"""Small planes (h, w, ...) that native pixels are made of; None counts as zeros."""


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """The native pixels of a drawing in tiles, and what each follows from.

    places   row by row from top to bottom; each lies in one strip of the guide.
    small    int64 (tiles, 4) rectangles of small pixels: left, top, right, bottom.
    """

    guide: LineGuide
    region_guide: RegionGuide
    places: tuple[Rect, ...]
    small: I64Array

    @classmethod
    def of(cls, guide: LineGuide, region_guide: RegionGuide) -> "Tiles":
        """Look through a drawing whose native offsets are known."""
        assert guide.offsets is not None
        height, width = guide.frame.picture.shape
        rows = split(guide.strips(), max(LEAST_ROWS, height // MOST_DOWN))
        columns = tuple(split([slice(0, width)], max(LEAST_COLUMNS, -(-width // MOST_ACROSS))))
        places = tuple(
            Rect(across.start, down.start, across.stop, down.stop)
            for down in rows
            for across in columns
        )
        small_height, small_width = guide.frame.content.shape
        reach = np.zeros((len(places), 4), dtype=np.int64)
        for index, place in enumerate(places):
            offsets = guide.offsets[place.slices]
            down = _reached(place.top, place.bottom, offsets[..., 0], height, small_height)
            across = _reached(place.left, place.right, offsets[..., 1], width, small_width)
            reach[index] = across[0], down[0], across[1], down[1]
        return cls(guide, region_guide, places, reach)

    def by_strip(self) -> Iterator[tuple[slice, range]]:
        """Each strip of the guide, and the numbers of its tiles."""
        first = 0
        for strip in self.guide.strips():
            last = first
            while last < len(self.places) and self.places[last].bottom <= strip.stop:
                last += 1
            yield strip, range(first, last)
            first = last

    def fits(self, guide: LineGuide, region_guide: RegionGuide) -> bool:
        """Whether these are the tiles of that drawing at that size."""
        return self.guide is guide and self.region_guide is region_guide

    def touched(self, changed: BoolArray) -> BoolArray:
        """Which tiles follow from any of some small pixels, bool (h, w): bool (tiles,)."""
        counts = np.zeros((changed.shape[0] + 1, changed.shape[1] + 1), dtype=np.int64)
        counts[1:, 1:] = changed.cumsum(axis=0, dtype=np.int64).cumsum(axis=1)
        left, top, right, bottom = self.small.T
        inside = counts[bottom, right] - counts[top, right] - counts[bottom, left]
        return np.asarray(inside + counts[top, left] > 0)

    def under(self, rects: Iterable[Rect]) -> BoolArray:
        """Which tiles have a pixel in any of some native rectangles: bool (tiles,)."""
        places = np.array([(p.left, p.top, p.right, p.bottom) for p in self.places]).T
        left, top, right, bottom = places
        found = np.zeros(len(self.places), dtype=bool)
        for rect in rects:
            across = (left < rect.right) & (right > rect.left)
            found |= across & (top < rect.bottom) & (bottom > rect.top)
        return found


def split(parts: Iterable[slice], step: int) -> Iterator[slice]:
    """Parts of a side in pieces of so many pixels at most."""
    for part in parts:
        for first in range(part.start, part.stop, step):
            yield slice(first, min(part.stop, first + step))


def _reached(
    start: int, stop: int, offsets: NDArray[np.int8], native: int, small: int
) -> tuple[int, int]:
    """The small rows, or columns, that native ones follow from: first, and after the last."""
    own, before = small_index(native, small), native_between(native, small).before
    first = min(int(own[start]) + int(offsets.min()), int(before[start]) - VOTERS)
    last = max(int(own[stop - 1]) + int(offsets.max()), int(before[stop - 1]) + 1 + VOTERS)
    return max(0, first), min(small, last + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What a full picture was made of, and its tiles as they were painted. is_lit  for a light."""

    tiles: Tiles
    color: RegionColor
    planes: Planes
    painted: tuple[PaintedTile, ...]
    is_lit: bool

    @property
    def picture(self) -> TiledPicture:
        """All of it."""
        return TiledPicture(self.tiles.places, self.painted)

    def same_tiles(self, color: RegionColor, planes: Planes) -> BoolArray:
        """Which tiles have the same bytes in the picture of another request, bool (tiles,).

        planes  as `self.planes`, at the same size.
        """
        before, tiles = self.color, self.tiles
        if before.palette != color.palette:
            return np.zeros(len(tiles.places), dtype=bool)
        changed = np.zeros(tiles.guide.frame.content.shape, dtype=bool)
        for old, new in zip(self.planes, planes, strict=True):
            changed |= _differing(old, new)
        differs = tiles.touched(changed) | tiles.under(_differing_hints(before, color))
        return ~(differs | self._answered_otherwise(color.parts))

    def _answered_otherwise(self, parts: PartColors) -> BoolArray:
        """In which tiles a region's colour would be given another one, bool (tiles,)."""
        asked = RegionPairs.none().and_then(*(tile.counts.asked for tile in self.painted))
        given = np.concatenate([tile.counts.given for tile in self.painted])
        now = pack_colors(parts.color)[parts.parts_at(asked.region[None], asked.number[None])[0]]
        lengths = [len(tile.counts.asked) for tile in self.painted]
        tile = np.repeat(np.arange(len(lengths)), lengths)
        return np.bincount(tile[now != given], minlength=len(lengths)) > 0


def _differing(
    old: NDArray[np.generic] | None, new: NDArray[np.generic] | None
) -> BoolArray | bool:
    """Small pixels at which two planes (h, w, 3) differ."""
    if old is new:
        return False
    if old is None or new is None:
        known = new if old is None else old
        assert known is not None
        return any_channel(known != 0)
    return any_channel(old != new)


def _differing_hints(before: RegionColor, after: RegionColor) -> Iterator[Rect]:
    """The pixels that each hint touches that is not as it was at its place."""
    old, new = before.hints.hints, after.hints.hints
    shared = min(len(old), len(new))
    told = set(_differing_claims(before.parts, after.parts).tolist())
    differing = [*old[shared:], *new[shared:]]
    for index in range(shared):
        if old[index] is not new[index] and old[index] != new[index]:
            differing += [old[index], new[index]]
        elif index + 1 in told:
            differing.append(new[index])
    for hint in differing:
        yield hint_bounds(hint)


def _differing_claims(before: PartColors, after: PartColors) -> NDArray[np.int64]:
    """1 + the index of hints that speak for other regions than before, or in other colours."""
    said = []
    for parts in (before, after):
        pairs, color = parts.claimed.pairs, pack_colors(parts.color)[parts.claimed.values]
        said.append(np.stack([pairs.number, pairs.region, color], axis=1).astype(np.int64))
    rows, counts = np.unique(np.concatenate(said), axis=0, return_counts=True)
    return np.unique(rows[counts == 1, 0])
