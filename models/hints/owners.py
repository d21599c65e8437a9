"""Which hint covers each pixel, asked by rows: again and again by whoever colours a large picture.

A stroke more leaves most rows as they were: what was found there is kept.
"""

from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np

from models.arrays import I32Array
from models.geometry import Size
from models.hints.following import Followed, MadeOnce
from models.hints.hints import Hint, HintSet, hint_bounds, hint_owners
from models.memory import RecentlyUsed

KEPT_BYTES = 48 << 20
"""Of what is kept for the rows of the latest hints."""
WHOLE_BYTES = 8 << 20
"""The same for whole pictures of some sizes."""
LATEST = 2
"""Sets of hints that are kept of one place: the latest, and those that it follows."""


@dataclass(frozen=True, slots=True, eq=False)
class HintedPixels:
    """The pixels of some rows that hints cover, from left to right and from top to bottom.

    place  int32 (N,) flat indices within the rows; owner  int32 (N,), 1 + the index of the hint.
    """

    place: I32Array
    owner: I32Array

    def covered(self, place: I32Array, owner: I32Array) -> "HintedPixels":
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

    def go_on(below: HintedPixels | None, known: int) -> HintedPixels:
        drawn = _drawn(HintSet(chosen[known:]), rows, width)
        if below is None:
            return drawn
        return below.covered(drawn.place, drawn.owner + np.int32(known))

    with _lock:
        found = _kept.get((rows.start, rows.stop, width), _latest).of(chosen, go_on)
        _kept.trim()
    numbered = np.concatenate([[0], numbers + 1]).astype(np.int32)
    return HintedPixels(found.place, numbered[found.owner])


def _latest() -> Followed[Any]:
    return Followed(LATEST)


def _drawn(hints: HintSet, rows: slice, width: int) -> HintedPixels:
    """What hints cover of some rows."""
    moved, size = hints.moved(0, -rows.start), Size(rows.stop - rows.start, width)
    near = moved.bounds().clipped(size)
    row, column = np.nonzero(owner := hint_owners(moved, size)[near.slices])
    place = (row + near.top) * width + column + near.left
    return HintedPixels(place.astype(np.int32), owner[row, column])


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

    Not to be written to. Of hints that follow known ones these alone are drawn.
    """

    def go_on(below: I32Array | None, known: int) -> I32Array:
        owner = hint_owners(hints, size, before=below, known=known)
        owner.flags.writeable = False
        return owner

    with _lock:
        owner = _whole.get(size, _latest).of(hints.hints, go_on)
        _whole.trim()
    return owner


_whole: RecentlyUsed[Followed[I32Array]] = RecentlyUsed(WHOLE_BYTES, counted=Followed.made)
_kept: RecentlyUsed[Followed[HintedPixels]] = RecentlyUsed(KEPT_BYTES, counted=Followed.made)
_lock = Lock()


def _edges(hint: Hint) -> tuple[int, int, int, int]:
    rect = hint_bounds(hint)
    return rect.left, rect.top, rect.right, rect.bottom


_bounds = MadeOnce(_edges)
"""The rectangle that each hint can touch; kept, as rows ask again and again."""
