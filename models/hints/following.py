"""What is made of hints goes on from those before: of a stroke more, it is made of that alone."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from models.hints.hints import Hint, HintSet, scale_hint

Made = TypeVar("Made")

KEPT = 4
"""Sets of hints that are remembered."""


class Followed(Generic[Made]):
    """What was made of the latest hints, and of those that they follow.

    While its last hint is moved about, or taken back, a set is followed again and again. Several
    threads may ask at once.

    most  sets of hints that are remembered.
    """

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._sets: tuple[tuple[tuple[Hint, ...], Made], ...] = ()

    def of(self, hints: tuple[Hint, ...], go_on: Callable[[Made | None, int], Made]) -> Made:
        """What is made of some hints.

        go_on  makes it of what is made of so many of the first of them, None and 0 for nothing.
        """
        sets = self._sets
        followed = max(
            (each for each in sets if hints[: len(each[0])] == each[0]),
            key=lambda each: len(each[0]),
            default=None,
        )
        if followed is not None and len(followed[0]) == len(hints):
            return followed[1]
        made = go_on(None, 0) if followed is None else go_on(followed[1], len(followed[0]))
        before = () if followed is None else (followed,)
        others = (each for each in sets if each is not followed)
        self._sets = (*others, *before, (hints, made))[-self._most :]
        return made

    def made(self) -> list[Made]:
        """All that is kept."""
        return [made for _, made in self._sets]


class MadeOnce(Generic[Made]):
    """Makes something of each hint, of one that was there before once."""

    def __init__(self, make: Callable[[Hint], Made]) -> None:
        self._make = make
        self._followed: Followed[tuple[Made, ...]] = Followed()

    def of(self, hints: HintSet) -> tuple[Made, ...]:
        """What is made of each, in their order."""

        def go_on(made: tuple[Made, ...] | None, known: int) -> tuple[Made, ...]:
            return (*(made or ()), *map(self._make, hints.hints[known:]))

        return self._followed.of(hints.hints, go_on)


def scaled_hints(hints: HintSet, scale_x: float, scale_y: float) -> HintSet:
    """`HintSet.scaled`, for hints that are asked for again and again, with others behind them."""
    return HintSet(_scaled(scale_x, scale_y).of(hints))


@lru_cache(maxsize=8)
def _scaled(scale_x: float, scale_y: float) -> MadeOnce[Hint]:
    return MadeOnce(lambda hint: scale_hint(hint, scale_x, scale_y))
