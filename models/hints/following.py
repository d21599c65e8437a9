"""What is made of hints one by one, once for each: a stroke more makes it of the stroke alone."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from models.hints.hints import Hint, HintSet, scale_hint

Made = TypeVar("Made")

KEPT = 4
"""Sets of hints that are remembered."""


class MadeOnce(Generic[Made]):
    """Makes something of each hint, and remembers the sets that were asked for or followed last.

    Several threads may ask at once.
    """

    def __init__(self, make: Callable[[Hint], Made]) -> None:
        self._make = make
        self._latest: tuple[tuple[tuple[Hint, ...], tuple[Made, ...]], ...] = ()

    def of(self, hints: HintSet) -> tuple[Made, ...]:
        """What is made of each, in their order."""
        latest = self._latest
        followed = max(
            (kept for kept in latest if hints.hints[: len(kept[0])] == kept[0]),
            key=lambda kept: len(kept[0]),
            default=None,
        )
        known, made = followed or ((), ())
        if len(known) < len(hints):
            made = (*made, *map(self._make, hints.hints[len(known) :]))
            # While its last hint is moved about, a set is followed again and again.
            before = () if followed is None else (followed,)
            others = (kept for kept in latest if kept is not followed)
            self._latest = (*others, *before, (hints.hints, made))[-KEPT:]
        return made


def scaled_hints(hints: HintSet, scale_x: float, scale_y: float) -> HintSet:
    """`HintSet.scaled`, for hints that are asked for again and again, with others behind them."""
    return HintSet(_scaled(scale_x, scale_y).of(hints))


@lru_cache(maxsize=8)
def _scaled(scale_x: float, scale_y: float) -> MadeOnce[Hint]:
    return MadeOnce(lambda hint: scale_hint(hint, scale_x, scale_y))
