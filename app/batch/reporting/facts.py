"""What was measured of a frame, as its record keeps it: what of a record can be believed."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from models.files.documents import DocumentError, Value

_MOST = 1 << 40
"""Of pixels, regions or hints: far more than a picture can have."""


def _count(value: Value) -> int:
    return value.whole(0, _MOST)


def _spots(value: Value) -> dict[str, object]:
    """As app.batch.reporting.measure.spots_json writes them."""
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
    """As app.batch.reporting.measure.RegionMean writes them."""
    rows = []
    for row in value.items():
        key, region, pixels, *color = row.items(6)
        rows.append([*map(_count, (key, region, pixels)), *(c.whole(0, 255) for c in color)])
    return rows


_READERS: Mapping[str, Callable[[Value], object]] = {
    **dict.fromkeys(("width", "height", "hints", "regions", "between_swatches"), _count),
    **dict.fromkeys(("hints_visible", "hints_obeyed", "off_palette"), _count),
    **dict.fromkeys(("is_key", "held"), Value.flag),
    **dict.fromkeys(("unfilled", "islands", "low_confidence", "new_regions"), _spots),
    "confidence": lambda value: value.number(0, 1),
    "means": _means,
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
