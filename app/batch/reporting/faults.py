"""What may be wrong with a coloured frame, and what each kind of it is called everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultKind:
    """A kind of fault in words.

    title    what the animation panel calls it; heading  what the contact sheet does.
    counted  the places that it counts, one and several; empty if it counts none.
    """

    title: str
    heading: str
    counted: tuple[str, str] = ("", "")


FAULTS: Mapping[str, FaultKind] = {
    "failed": FaultKind("Failed", "could not be coloured"),
    "missing": FaultKind("Not coloured yet", "not coloured yet"),
    "unfilled": FaultKind("Unfilled", "unfilled regions", ("unfilled region", "unfilled regions")),
    "left_open": FaultKind(
        "Left open",
        "regions that no reference shows",
        ("region that no reference shows", "regions that no reference shows"),
    ),
    "off_palette": FaultKind("Off palette", "off-palette pixels"),
    "flicker": FaultKind("Flicker", "flicker"),
    "pops": FaultKind("Colour pop", "colour pops"),
    "islands": FaultKind(
        "Islands",
        "islands of another colour",
        ("island of another colour", "islands of another colour"),
    ),
    "low_confidence": FaultKind(
        "Low confidence",
        "low confidence",
        ("region of low confidence", "regions of low confidence"),
    ),
    "new_regions": FaultKind(
        "New regions",
        "new regions without a hint",
        ("new region without a hint", "new regions without a hint"),
    ),
    "unturned": FaultKind("Light not turned", "light not turned with the figure"),
    "no_hints": FaultKind("No hints", "no hints"),
    "hints_disobeyed": FaultKind("Hints not obeyed", "hints not obeyed"),
}
"""In the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about a frame that wants a look.

    kind    one of FAULTS; text says it in words; amount how much of it there is.
    spots   where: x, y, pixels (and confidence), in picture pixels.
    Raises ValueError for another kind.
    """

    kind: str
    text: str
    amount: float
    spots: tuple[Sequence[float], ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in FAULTS:
            raise ValueError(f"{self.kind!r} is no kind of fault; name it in FAULTS")

    def to_json(self) -> dict[str, object]:
        """As the report lists it."""
        return {
            "kind": self.kind,
            "text": self.text,
            "amount": round(self.amount, 3),
            "spots": [list(spot) for spot in self.spots],
        }
