"""Which hint covers each pixel, asked by rows: again and again by whoever colours a large picture.

A stroke more leaves most rows as they were: what was found there is kept.
"""

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array, I64Array
from models.geometry import Size
from models.hints.hints import HintSet, hint_bounds, hint_owners
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


def hinted_in_rows(hints: HintSet, rows: slice, width: int) -> HintedPixels | None:
    """What hints cover of some rows of a picture, as of `hint_owners`; None: nothing comes near.

    Not to be written to.
    """
    left, top, right, bottom = _bounds(hints).T
    near = (right > 0) & (left < width) & (bottom > rows.start) & (top < rows.stop)
    numbers = np.flatnonzero(near)
    if len(numbers) == 0:
        return None
    chosen = HintSet(tuple(hints.hints[number] for number in numbers.tolist()))

    def find() -> HintedPixels:
        size = Size(rows.stop - rows.start, width)
        owner = hint_owners(chosen.moved(0, -rows.start), size).ravel()
        place = np.flatnonzero(owner)
        return HintedPixels(place, owner[place])

    with _lock:
        found = _kept.get((chosen, rows.start, rows.stop, width), find)
    numbered = np.concatenate([[0], numbers + 1]).astype(np.int32)
    return HintedPixels(found.place, numbered[found.owner])


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
_kept: RecentlyUsed[HintedPixels] = RecentlyUsed(KEPT_BYTES)
_lock = Lock()


@lru_cache(maxsize=8)
def _bounds(hints: HintSet) -> I64Array:
    """The rectangle that each hint can touch, int64 (N, 4); kept, as rows ask again and again."""
    bounds = [hint_bounds(hint) for hint in hints]
    listed = [(rect.left, rect.top, rect.right, rect.bottom) for rect in bounds]
    return np.array(listed, dtype=np.int64).reshape(-1, 4)
