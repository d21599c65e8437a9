"""Sizes and rectangles of pictures, and the rules by which a generator accepts sizes."""

from dataclasses import dataclass
from math import ceil

import numpy as np

from models.arrays import BoolArray

MAX_SIDE = 2048
"""Of what a generator may ask for, in pixels; networks hold some hundred planes."""


@dataclass(frozen=True, slots=True, order=True)
class Size:
    """Height and width of a picture in pixels; both at least 1."""

    height: int
    width: int

    def __post_init__(self) -> None:
        if self.height < 1 or self.width < 1:
            raise ValueError(f"a picture needs at least 1×1 pixels; got {self}")

    def __str__(self) -> str:
        return f"{self.width}×{self.height}"

    @property
    def long_side(self) -> int:
        """The larger of height and width."""
        return max(self.height, self.width)

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W), as numpy orders it."""
        return self.height, self.width

    @property
    def pixels(self) -> int:
        """How many pixels it has."""
        return self.height * self.width

    def holds(self, x: float, y: float) -> bool:
        """Whether a point, from the top left corner, lies in the picture."""
        return 0 <= x < self.width and 0 <= y < self.height

    def scaled_to(self, long_side: int) -> "Size":
        """The size with this long side and the same aspect, each side at least 1."""
        factor = long_side / self.long_side
        return Size(max(1, round(self.height * factor)), max(1, round(self.width * factor)))


@dataclass(frozen=True, slots=True)
class Rect:
    """Half-open pixel rectangle: columns left..right-1, rows top..bottom-1."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, size: Size) -> "Rect":
        """All of a picture."""
        return cls(0, 0, size.width, size.height)

    @classmethod
    def around(cls, mask: BoolArray) -> "Rect":
        """The smallest rectangle that holds every pixel of a mask, bool (H, W)."""
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        if len(rows) == 0:
            return NOWHERE
        return cls(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)

    @property
    def is_empty(self) -> bool:
        """Whether it holds no pixel."""
        return self.right <= self.left or self.bottom <= self.top

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W), as numpy orders it, a side of an empty one 0."""
        return max(0, self.bottom - self.top), max(0, self.right - self.left)

    @property
    def corner(self) -> tuple[int, int]:
        """x and y of the upper left pixel."""
        return self.left, self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        """Its rows and columns in the picture, in which it must lie; none of an empty one."""
        bottom, right = max(self.top, self.bottom), max(self.left, self.right)
        return slice(self.top, bottom), slice(self.left, right)

    def slices_in(self, outer: "Rect") -> tuple[slice, slice]:
        """Its rows and columns in a plane that holds `outer` alone, in which it must lie."""
        return self.moved(-outer.left, -outer.top).slices

    def moved(self, across: int, down: int) -> "Rect":
        """The rectangle so much further to the right and down."""
        return Rect(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def grown(self, by: int) -> "Rect":
        """The rectangle with so many pixels more on every side; it may reach out of the picture."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def divided(self, by: int) -> "Rect":
        """The rectangle in squares of so many pixels a side, those touched in part as well."""
        return Rect(self.left // by, self.top // by, -(-self.right // by), -(-self.bottom // by))

    def united(self, other: "Rect") -> "Rect":
        """The smallest rectangle that holds both; an empty one adds nothing."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        return Rect(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def intersected(self, other: "Rect") -> "Rect":
        """What both have in common; it may be empty."""
        return Rect(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def clipped(self, size: Size) -> "Rect":
        """The part of it that lies in a picture of this size."""
        return self.intersected(Rect.of(size))


NOWHERE = Rect(0, 0, 0, 0)
"""An empty rectangle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRule:
    """Which sizes a generator's graphs accept.

    multiple_of   both sides are multiples of this (1: any).
    minimum       the shortest side allowed after padding.
    fixed         the only size accepted, a square of this side; 0: any.
    preferred     long side at which the final picture is inferred.
    largest       longest side of the content that the graphs paint well: larger drawings are
                  inferred at it; 0: any.
    """

    multiple_of: int = 16
    minimum: int = 64
    fixed: int = 0
    preferred: int = 512
    largest: int = 0

    def __post_init__(self) -> None:
        least = min(self.multiple_of, self.minimum, self.preferred)
        if least < 1 or self.fixed < 0 or self.largest < 0:
            raise ValueError(f"a size rule's numbers must be positive; got {self}")
        if max(self.multiple_of, self.minimum, self.preferred, self.fixed, self.largest) > MAX_SIDE:
            raise ValueError(f"a size rule's sides are at most {MAX_SIDE}; got {self}")

    def describe(self) -> str:
        """The rule in words."""
        if self.fixed:
            return f"exactly {self.fixed}×{self.fixed}"
        most = f", inferred at {self.largest} at most" if self.largest else ""
        return f"multiples of {self.multiple_of}, at least {self.minimum}{most}"

    def frame(self, size: Size, *, long_side: int = 0) -> "Frame":
        """How a picture of this size is scaled and padded for the graphs.

        long_side  the wanted long side of the content, 0 for the preferred one. Pictures that are
                   smaller are not enlarged beyond what the rule demands.
        """
        wanted = min(long_side or self.preferred, max(size.long_side, self.minimum))
        wanted = self.fixed or (min(wanted, self.largest) if self.largest else wanted)
        content = size.scaled_to(wanted)
        if self.fixed:
            return Frame(size, content, Size(self.fixed, self.fixed))
        padded = Size(*(self._round_up(side) for side in content.shape))
        return Frame(size, content, padded)

    def _round_up(self, side: int) -> int:
        return max(ceil(side / self.multiple_of), ceil(self.minimum / self.multiple_of)) * (
            self.multiple_of
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture scaled to `content` and padded with paper at right and bottom to `padded`."""

    picture: Size
    content: Size
    padded: Size

    @property
    def scale_x(self) -> float:
        """Frame pixels per picture pixel, horizontally."""
        return self.content.width / self.picture.width

    @property
    def scale_y(self) -> float:
        """Frame pixels per picture pixel, vertically."""
        return self.content.height / self.picture.height
