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
    """Coloured drawings in order, and pairs of places; later pairs outrank earlier ones.

    layers  of cels that the drawing may be of; None: it is of no cut, and all drawings tell.
    """

    pictures: tuple[Reference, ...] = ()
    pairs: tuple[PointPair, ...] = ()
    layers: frozenset[str] | None = None

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

    @property
    def telling(self) -> tuple[tuple[int, Reference], ...]:
        """Those that tell something of the drawing, and the number of each."""
        return tuple(
            (number, picture)
            for number, picture in enumerate(self.pictures)
            if self.layers is None or picture.layer.casefold() in ("", *self.layers)
        )

    def for_layers(self, layers: Iterable[str]) -> "References":
        """The same for a drawing of some layer, whatever that may be called."""
        return replace(self, layers=frozenset(layer.casefold() for layer in layers))

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
        return replace(self, pictures=pictures, pairs=tuple(kept))

    def unpaired(self) -> "References":
        """Without pairs."""
        return replace(self, pairs=())

    def lent(self) -> "References":
        """As for other drawings than the one that they were said of: without pairs and layers."""
        return References(self.pictures)

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
