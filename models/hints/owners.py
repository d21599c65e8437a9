"""Which hint covers each pixel, asked by rows: again and again by whoever colours a large picture.

A stroke more leaves most rows as they were: what was found there is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

import numpy as np

from models.arrays import I32Array
from models.geometry import Size
from models.hints.following import MadeOnce
from models.hints.hints import Hint, HintSet, hint_bounds, hint_owners
from models.memory import RecentlyUsed

KEPT_BYTES = 48 << 20
"""Of what is kept for the rows of the latest hints."""
WHOLE_BYTES = 8 << 20
"""The same for whole pictures of some sizes."""
Made = TypeVar("Made")


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
        found = _kept.get((rows.start, rows.stop, width), _Latest).of(chosen, go_on)
        _kept.trim()
    numbered = np.concatenate([[0], numbers + 1]).astype(np.int32)
    return HintedPixels(found.place, numbered[found.owner])


@dataclass(slots=True, eq=False)
class _Latest(Generic[Made]):
    """What the latest hints cover of one place, and what those did that they follow.

    Both are kept, since the last hint may be moved about, or taken back.
    """

    sets: tuple[tuple[tuple[Hint, ...], Made], ...] = ()

    def of(self, hints: tuple[Hint, ...], go_on: Callable[[Made | None, int], Made]) -> Made:
        """What other hints cover.

        go_on  adds all but so many of the first hints to what those cover; None: nothing.
        """
        followed = next(
            (each for each in self.sets[::-1] if hints[: len(each[0])] == each[0]), None
        )
        known, made = followed or ((), None)
        if made is None or len(known) < len(hints):
            made = go_on(made, len(known))
            self.sets = (*(() if followed is None else (followed,)), (hints, made))
        return made

    def made(self) -> list[Made]:
        """All that is kept."""
        return [made for _, made in self.sets]


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
        owner = _whole.get(size, _Latest).of(hints.hints, go_on)
        _whole.trim()
    return owner


_whole: RecentlyUsed[_Latest[I32Array]] = RecentlyUsed(WHOLE_BYTES, counted=_Latest.made)
_kept: RecentlyUsed[_Latest[HintedPixels]] = RecentlyUsed(KEPT_BYTES, counted=_Latest.made)
_lock = Lock()


def _edges(hint: Hint) -> tuple[int, int, int, int]:
    rect = hint_bounds(hint)
    return rect.left, rect.top, rect.right, rect.bottom


_bounds = MadeOnce(_edges)
"""The rectangle that each hint can touch; kept, as rows ask again and again."""
