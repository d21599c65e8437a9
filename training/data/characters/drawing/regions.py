"""Numbers of regions: new ones for each picture, or kept over the frames of a sequence."""

from dataclasses import dataclass

from models.hints.parts import Part
from models.hints.tags import Rgb


@dataclass(frozen=True, slots=True)
class RegionKey:
    """What a region is: the scope it was drawn in, part, flat colour, and its place among equals.

    ``place`` counts the shapes of one scope, part and colour in painter's order, so that a shape
    that is hidden in some frames only disturbs the numbers of its own kind in its own scope.
    """

    scope: str
    part: Part
    color: Rgb
    place: int


class RegionBook:
    """Gives every region key its number, part and flat colour; 0 is the empty background.

    One book for a picture numbers its regions from 1; one book for all frames of a sequence keeps
    a region's number over all of them.
    """

    def __init__(self, background: Rgb) -> None:
        self.keys: list[RegionKey] = [RegionKey("", Part.BACKGROUND, background, 0)]
        self.colors: list[Rgb] = [background]
        self.parts: list[Part] = [Part.BACKGROUND]
        self.scopes: list[str] = [""]
        self._numbers: dict[RegionKey, int] = {}

    def number(self, key: RegionKey) -> int:
        """The key's number, a new one if it was never seen."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.colors)
            self.keys.append(key)
            self.colors.append(key.color)
            self.parts.append(key.part)
            self.scopes.append(key.scope)
        return found
