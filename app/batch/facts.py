"""What was measured of a frame, as its record keeps it: how it is written, and what is believed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from models.files.documents import DocumentError, Value
from models.tracking.turns import AS_IN_KEY, Turn

MOST_LISTED = 24
_MOST = 1 << 40
"""Of pixels, regions or hints: far more than a picture can have."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture, in its pixels from the top left corner, and how many it takes up."""

    x: int
    y: int
    pixels: int
    confidence: float | None = None

    def enlarged(self, scale: float) -> "Spot":
        """The place in a picture `scale` times as large."""
        return replace(
            self,
            x=int((self.x + 0.5) * scale),
            y=int((self.y + 0.5) * scale),
            pixels=round(self.pixels * scale * scale),
        )

    def to_json(self) -> list[float]:
        """As a record keeps it."""
        extra = [] if self.confidence is None else [round(self.confidence, 3)]
        return [self.x, self.y, self.pixels, *extra]


@dataclass(frozen=True, slots=True)
class RegionMean:
    """Mean colour of a tracked region in a frame; `key` and `region` say which one it is."""

    key: int
    region: int
    pixels: int
    color: tuple[int, int, int]

    def to_json(self) -> list[int]:
        """As a record keeps it."""
        return [self.key, self.region, self.pixels, *self.color]


def spots_json(spots: Sequence[Spot]) -> dict[str, object]:
    """How many there are, what they take up together, and the largest of them."""
    return {
        "count": len(spots),
        "pixels": sum(spot.pixels for spot in spots),
        "spots": [spot.to_json() for spot in spots[:MOST_LISTED]],
    }


def turn_json(turn: Turn | None) -> dict[str, object]:
    """How far a light was turned with the figure; None: it was not, as that was not sure."""
    own = turn or AS_IN_KEY
    told = {"degrees": round(own.degrees, 3), "mirrored": own.mirrored, "sure": turn is not None}
    return {"turned": told}


def turn_of(facts: Mapping[str, Any]) -> Turn:
    """How far a frame's light was turned, by its facts."""
    told = facts.get("turned")
    return AS_IN_KEY if told is None else Turn(told["degrees"], told["mirrored"])


def _turned(value: Value) -> dict[str, object]:
    """As `turn_json` writes it."""
    return {
        "degrees": value.field("degrees").number(-180, 180),
        "mirrored": value.field("mirrored").flag(),
        "sure": value.field("sure").flag(),
    }


def _count(value: Value) -> int:
    return value.whole(0, _MOST)


def _spots(value: Value) -> dict[str, object]:
    """As `spots_json` writes them."""
    spots = [_spot(item) for item in value.field("spots").items()]
    return {
        "count": _count(value.field("count")),
        "pixels": _count(value.field("pixels")),
        "spots": spots,
    }


def _spot(value: Value) -> list[float]:
    """x, y, pixels, and confidence where it is known."""
    return list(value.numbers(4 if len(value.items()) == 4 else 3, -_MOST, _MOST))


def _means(value: Value) -> list[list[int]]:
    """As `RegionMean` writes them."""
    rows = []
    for row in value.items():
        key, region, pixels, *color = row.items(6)
        rows.append([*map(_count, (key, region, pixels)), *(c.whole(0, 255) for c in color)])
    return rows


_READERS: Mapping[str, Callable[[Value], object]] = {
    **dict.fromkeys(("width", "height", "hints", "regions", "between_swatches"), _count),
    **dict.fromkeys(("hints_visible", "hints_obeyed", "off_palette"), _count),
    **dict.fromkeys(("is_key", "held"), Value.flag),
    **dict.fromkeys(("unfilled", "islands", "left_open", "low_confidence", "new_regions"), _spots),
    "confidence": lambda value: value.number(0, 1),
    "means": _means,
    "turned": _turned,
    "carried": lambda value: (
        value.content
    ),  # models.hints.hint_files looks through it where it is used
}


def read_facts(value: Value) -> dict[str, object]:
    """The facts of a record, without those of which it says what cannot be."""
    facts = {}
    for name, fact in value.fields().items():
        with suppress(DocumentError):
            if name in _READERS:
                facts[name] = _READERS[name](fact)
    return facts
