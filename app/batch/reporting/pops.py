"""Colour pops: regions that change their colour for a moment and then are what they were.

They are what painting mistakes look like when a cut is played, and what checkers stop at.
"""

from dataclasses import dataclass

from app.batch.facts import Spot
from models.hints.tags import Rgb, format_color


@dataclass(frozen=True, slots=True, kw_only=True)
class Pop:
    """A region that changes its colour for a moment.

    first, last      frames of the finished cut that show it, from 0.
    drawing          index of the drawing that it is in, in the first of them.
    spot             where it is there, in the drawing's pixels.
    color, expected  what it has, and what it had before and has again after.
    """

    first: int
    last: int
    drawing: int
    spot: Spot
    color: Rgb
    expected: Rgb

    def to_json(self) -> dict[str, object]:
        """As the report lists it, frames counted from 1 as their files are."""
        return {
            "frames": [self.first + 1, self.last + 1],
            "spot": self.spot.to_json(),
            "colour": format_color(self.color),
            "expected": format_color(self.expected),
        }

    @property
    def text(self) -> str:
        """The pop in words."""
        shown = f"frame {self.first + 1}"
        if self.last > self.first:
            shown = f"frames {self.first + 1} to {self.last + 1}"
        return (
            f"{format_color(self.color)} in {shown} of the cut, "
            f"{format_color(self.expected)} before and after"
        )
