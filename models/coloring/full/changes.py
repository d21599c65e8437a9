"""Which native rows differ from those of the picture before: only these are composed anew.

A native row follows from the small rows around it and those that its pixels look at beyond lines,
from what its regions make of the colours that are carried there, and from the hints that touch it.
Where all of that is as it was, so are the row's bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, I64Array
from models.color import pack_colors
from models.coloring.carrier import native_between
from models.coloring.contract import PartColors
from models.coloring.line_guide import LineGuide, small_index
from models.coloring.region_color import RegionColor, RegionGuide, RowCounts
from models.coloring.region_pairs import RegionPairs
from models.hints.hints import hint_bounds

LEAST_ROWS = 64
MOST_BANDS = 32
"""Rows are looked at in bands, of so many rows at least, and of so many bands about."""

Planes = tuple[NDArray[np.generic] | None, ...]
"""Small planes (h, w, ...) that native rows are made of; None counts as zeros."""


@dataclass(frozen=True, slots=True, eq=False)
class Bands:
    """The native rows of a drawing in bands, and what each follows from.

    rows     from top to bottom; each lies in one strip of the guide.
    small    int64 (bands, 2) small rows from and to, the latter not included.
    """

    guide: LineGuide
    region_guide: RegionGuide
    rows: tuple[slice, ...]
    small: I64Array

    @classmethod
    def of(cls, guide: LineGuide, region_guide: RegionGuide) -> "Bands":
        """Look through a drawing whose native offsets are known."""
        assert guide.offsets is not None
        rows = tuple(split_strips(guide.strips(), guide.frame.picture.height))
        native, small = guide.frame.picture.height, guide.frame.content.height
        own, before = small_index(native, small), native_between(native, small).before
        reach = np.zeros((len(rows), 2), dtype=np.int64)
        for index, band in enumerate(rows):
            down = guide.offsets[band][..., 0]
            first, last = band.start, band.stop - 1
            reach[index] = (
                min(int(own[first]) + int(down.min()), int(before[first])),
                max(int(own[last]) + int(down.max()), int(before[last]) + 1) + 1,
            )
        return cls(guide, region_guide, rows, np.clip(reach, 0, small))

    def by_strip(self) -> Iterator[tuple[slice, range]]:
        """Each strip of the guide, and the numbers of its bands."""
        first = 0
        for strip in self.guide.strips():
            last = first
            while last < len(self.rows) and self.rows[last].stop <= strip.stop:
                last += 1
            yield strip, range(first, last)
            first = last

    def fits(self, guide: LineGuide, region_guide: RegionGuide) -> bool:
        """Whether these are the bands of that drawing at that size."""
        return self.guide is guide and self.region_guide is region_guide


def split_strips(strips: Iterable[slice], height: int) -> Iterable[slice]:
    """Strips of a picture of so many rows in bands."""
    step = max(LEAST_ROWS, height // MOST_BANDS)
    for strip in strips:
        for top in range(strip.start, strip.stop, step):
            yield slice(top, min(strip.stop, top + step))


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What a full picture was made of. counts  of each band."""

    bands: Bands
    color: RegionColor
    planes: Planes
    counts: tuple[RowCounts, ...]

    def same_bands(self, color: RegionColor, planes: Planes) -> BoolArray:
        """Which bands have the same bytes in the picture of another request, bool (bands,).

        planes  as `self.planes`, at the same size.
        """
        before, bands = self.color, self.bands
        if before.palette != color.palette:
            return np.zeros(len(bands.rows), dtype=bool)
        rows = np.zeros(bands.guide.frame.content.height, dtype=bool)
        for old, new in zip(self.planes, planes, strict=True):
            rows |= _differing_rows(old, new)
        until = np.concatenate([[0], np.cumsum(rows)])
        differs = until[bands.small[:, 1]] > until[bands.small[:, 0]]
        differs |= self._answered_otherwise(color.parts)
        tops = np.array([band.start for band in bands.rows])
        bottoms = np.array([band.stop for band in bands.rows])
        for top, bottom in _differing_hints(before, color):
            differs |= (tops < bottom) & (bottoms > top)
        return ~differs

    def _answered_otherwise(self, parts: PartColors) -> BoolArray:
        """In which bands a region's colour would be given another one, bool (bands,)."""
        asked = RegionPairs.none().and_then(*(counts.asked for counts in self.counts))
        given = np.concatenate([counts.given for counts in self.counts])
        now = pack_colors(parts.color)[parts.parts_at(asked.region[None], asked.number[None])[0]]
        band = np.repeat(np.arange(len(self.counts)), [len(c.asked) for c in self.counts])
        return np.bincount(band[now != given], minlength=len(self.counts)) > 0


def _differing_rows(
    old: NDArray[np.generic] | None, new: NDArray[np.generic] | None
) -> BoolArray | bool:
    if old is new:
        return False
    if old is None or new is None:
        known = new if old is None else old
        assert known is not None
        return np.asarray((known != 0).any(axis=(1, 2)))
    return np.asarray((old != new).any(axis=(1, 2)))


def _differing_hints(before: RegionColor, after: RegionColor) -> Iterable[tuple[int, int]]:
    """First row and the one after the last of each hint that is not as it was at its place."""
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
        rect = hint_bounds(hint)
        yield rect.top, rect.bottom


def _differing_claims(before: PartColors, after: PartColors) -> NDArray[np.int64]:
    """1 + the index of hints that speak for other regions than before, or in other colours."""
    said = []
    for parts in (before, after):
        pairs, color = parts.claimed.pairs, pack_colors(parts.color)[parts.claimed.values]
        said.append(np.stack([pairs.number, pairs.region, color], axis=1).astype(np.int64))
    rows, counts = np.unique(np.concatenate(said), axis=0, return_counts=True)
    return np.unique(rows[counts == 1, 0])
