"""Which hint covers each pixel, asked by rows: again and again by whoever colours a large picture.

A stroke more leaves most rows as they were: what was found there is kept.
"""

from dataclasses import dataclass, field
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array
from models.geometry import Size
from models.hints.following import MadeOnce
from models.hints.hints import Hint, HintSet, hint_bounds, hint_owners
from models.memory import RecentlyUsed

KEPT_BYTES = 48 << 20
"""Of what is kept for the rows of the latest hints."""
WHOLE_BYTES = 8 << 20
"""The same for whole pictures of some sizes."""


@dataclass(frozen=True, slots=True, eq=False)
class HintedPixels:
    """The pixels of some rows that hints cover, from left to right and from top to bottom.

    place  int (N,) flat indices within the rows; owner  int32 (N,), 1 + the index of the hint.
    """

    place: NDArray[np.intp]
    owner: I32Array

    def covered(self, place: NDArray[np.intp], owner: I32Array) -> "HintedPixels":
        """The same with other pixels on top."""
        at = np.searchsorted(self.place, place)
        is_known = np.append(self.place, -1)[at] == place
        below = self.owner.copy()
        below[at[is_known]] = owner[is_known]
        at, place, owner = at[~is_known], place[~is_known], owner[~is_known]
        return HintedPixels(np.insert(self.place, at, place), np.insert(below, at, owner))


def hinted_in_rows(hints: HintSet, rows: slice, width: int) -> HintedPixels | None:
    """What hints cover of some rows of a picture, as of `hint_owners`; None: nothing comes near.

    Not to be written to.
    """
    left, top, right, bottom = np.array(_bounds.of(hints), dtype=np.int64).reshape(-1, 4).T
    near = (right > 0) & (left < width) & (bottom > rows.start) & (top < rows.stop)
    numbers = np.flatnonzero(near)
    if len(numbers) == 0:
        return None
    chosen = tuple(hints.hints[number] for number in numbers.tolist())
    with _lock:
        latest = _kept.get((rows.start, rows.stop, width), _Latest)
        if latest.hints != chosen:
            latest.follow(chosen, rows, width)
            _kept.trim()
        found = latest.pixels
    numbered = np.concatenate([[0], numbers + 1]).astype(np.int32)
    return HintedPixels(found.place, numbered[found.owner])


@dataclass(slots=True, eq=False)
class _Latest:
    """The latest hints of some rows of a picture, and what they cover."""

    hints: tuple[Hint, ...] = ()
    pixels: HintedPixels = field(
        default_factory=lambda: HintedPixels(np.zeros(0, np.intp), np.zeros(0, np.int32))
    )

    def follow(self, hints: tuple[Hint, ...], rows: slice, width: int) -> None:
        """Go on to other hints; of those that follow the latest these alone are drawn."""
        known = len(self.hints)
        if hints[:known] != self.hints:
            known, self.pixels = 0, _Latest().pixels
        drawn = _drawn(HintSet(hints[known:]), rows, width)
        self.pixels = self.pixels.covered(drawn.place, drawn.owner + np.int32(known))
        self.hints = hints


def _drawn(hints: HintSet, rows: slice, width: int) -> HintedPixels:
    """What hints cover of some rows."""
    moved, size = hints.moved(0, -rows.start), Size(rows.stop - rows.start, width)
    near = moved.bounds().clipped(size)
    row, column = np.nonzero(owner := hint_owners(moved, size)[near.slices])
    place = (row + near.top) * width + column + near.left
    return HintedPixels(place, owner[row, column])


def owners_in_rows(hints: HintSet, rows: slice, width: int) -> I32Array | None:
    """Which hint covers each pixel of some rows: int32 (rows, width) as of `hint_owners`.

    None where no hint comes near, which is quick to find out.
    """
    found = hinted_in_rows(hints, rows, width)
    if found is None:
        return None
    owner = np.zeros((rows.stop - rows.start, width), dtype=np.int32)
    owner.ravel()[found.place] = found.owner
    return owner


def owners_of(hints: HintSet, size: Size) -> I32Array:
    """`hint_owners`, for all who ask the same of a small picture after each other.

    Not to be written to. Of hints that follow those of the last time these alone are drawn.
    """
    with _lock:
        latest = _whole.get(size, lambda: _Whole(HintSet(), np.zeros(size.shape, np.int32)))
        if latest.hints != hints:
            known = len(latest.hints)
            follows = hints.hints[:known] == latest.hints.hints
            before = (latest.owner, known) if follows else (None, 0)
            owner = hint_owners(hints, size, before=before[0], known=before[1])
            owner.flags.writeable = False
            latest.hints, latest.owner = hints, owner
        return latest.owner


@dataclass(slots=True, eq=False)
class _Whole:
    """The owners in a picture of one size: int32 (H, W)."""

    hints: HintSet
    owner: I32Array


_whole: RecentlyUsed[_Whole] = RecentlyUsed(WHOLE_BYTES)
_kept: RecentlyUsed[_Latest] = RecentlyUsed(KEPT_BYTES, counted=lambda latest: latest.pixels)
_lock = Lock()


def _edges(hint: Hint) -> tuple[int, int, int, int]:
    rect = hint_bounds(hint)
    return rect.left, rect.top, rect.right, rect.bottom


_bounds = MadeOnce(_edges)
"""The rectangle that each hint can touch; kept, as rows ask again and again."""
