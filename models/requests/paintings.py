"""The latest paintings of a generator: what it is not told of makes it paint nothing anew."""

from collections import deque
from dataclasses import dataclass

from models.cancel import IsCancelled
from models.coloring.painting import Painting
from models.hints.hints import HintSet, TagSelection
from models.runtime.generator import Generator, LineFeatures

KEPT = 2
"""Of one request: its preview and its picture."""


@dataclass(frozen=True, slots=True, eq=False)
class _Painted:
    """What was asked for, and the answer."""

    features: LineFeatures
    hints: HintSet
    tags: TagSelection
    draft: bool
    painting: Painting


class Paintings:
    """Paints with one generator. Used by one thread at a time."""

    def __init__(self, generator: Generator) -> None:
        self._generator = generator
        self._kept: deque[_Painted] = deque(maxlen=KEPT)

    def paint(
        self,
        features: LineFeatures,
        hints: HintSet,
        tags: TagSelection,
        *,
        draft: bool,
        is_cancelled: IsCancelled,
    ) -> Painting:
        """What the generator makes of features, hints and tags. Raises as it does."""
        for kept in self._kept:
            is_same = (kept.hints, kept.tags, kept.draft) == (hints, tags, draft)
            if is_same and kept.features is features:
                return kept.painting
        painting = self._generator.paint(
            features, hints, tags, draft=draft, is_cancelled=is_cancelled
        )
        self._kept.append(_Painted(features, hints, tags, draft, painting))
        return painting
