"""What the artist gives to take colours from: coloured drawings, and pairs of places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.files.documents import Value
from models.hints.hints import Point
from models.matching.sheets import Reference

MOST_REFERENCES = 64


class UnusableReferenceError(ValueError):
    """References that cannot be used; the message names the thing and the remedy."""


@dataclass(frozen=True, slots=True)
class PointPair:
    """The artist's word: what is at `here` in the drawing is what is at `there` in a reference.

    here, there  x, y in pixels of the drawing and of the reference; picture  the reference's
    number.
    """

    here: Point
    there: Point
    picture: int = 0


@dataclass(frozen=True, slots=True)
class References:
    """Coloured drawings in order, and pairs of places; later pairs outrank earlier ones."""

    pictures: tuple[Reference, ...] = ()
    pairs: tuple[PointPair, ...] = ()

    def __post_init__(self) -> None:
        if len(self.pictures) > MOST_REFERENCES:
            raise UnusableReferenceError(
                f"at most {MOST_REFERENCES} references; got {len(self.pictures)}: leave some out"
            )
        if any(not 0 <= pair.picture < len(self.pictures) for pair in self.pairs):
            raise UnusableReferenceError("a pair of places names a reference that is not there")

    def __bool__(self) -> bool:
        return bool(self.pictures)

    @property
    def digests(self) -> list[str]:
        """What each of the pictures is, in order."""
        return [picture.digest for picture in self.pictures]

    def for_layers(self, layers: Iterable[str]) -> "References":
        """Those that are for drawings of some layers, or for every drawing."""
        wanted = {"", *(layer.casefold() for layer in layers)}
        kept = tuple(each for each in self.pictures if each.layer.casefold() in wanted)
        return self if kept == self.pictures else References(kept)

    def with_pictures(self, added: Sequence[Reference]) -> "References":
        """These and more at the end; one that is there already is not added again."""
        return replace(self, pictures=tuple(dict.fromkeys((*self.pictures, *added))))

    def without(self, number: int) -> "References":
        """Without one, and without its pairs."""
        pictures = (*self.pictures[:number], *self.pictures[number + 1 :])
        kept = [
            replace(pair, picture=pair.picture - (pair.picture > number))
            for pair in self.pairs
            if pair.picture != number
        ]
        return References(pictures, tuple(kept))

    def unpaired(self) -> "References":
        """Without pairs, as for other drawings than the one that they were said of."""
        return replace(self, pairs=()) if self.pairs else self

    def with_pair(self, pair: PointPair) -> "References":
        """With one more pair of places."""
        return replace(self, pairs=(*self.pairs, pair))


def pairs_to_json(pairs: Sequence[PointPair]) -> list[dict[str, object]]:
    """As a project file keeps them."""
    return [
        {"here": list(pair.here), "there": list(pair.there), "picture": pair.picture}
        for pair in pairs
    ]


def pairs_from_json(value: Value) -> tuple[PointPair, ...]:
    """Read what `pairs_to_json` wrote. Raises DocumentError naming the place."""
    return tuple(
        PointPair(
            _point(entry.field("here")), _point(entry.field("there")),
            entry.field("picture").whole(),
        )
        for entry in value.items()
    )  # fmt: skip


def _point(value: Value) -> Point:
    x, y = (each.number(-1e6, 1e6) for each in value.items(2))
    return x, y
