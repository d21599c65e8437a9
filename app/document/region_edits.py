"""Edits of what bounds regions besides the lines: barriers, joins, gaps and sizes."""

from dataclasses import dataclass, replace
from math import hypot
from typing import ClassVar

from app.document.document import Document
from app.languages.said import said
from models.hints.hints import Point, hint_bounds
from models.hints.marks import erase_marks, stroke_of
from models.regions.barriers import Barrier
from models.regions.wishes import Join

PASSED = 4.0
"""Pixels to either side of a gap that leaving it open leads to."""


@dataclass(frozen=True, slots=True)
class AddBarrier:
    """Draw one more; one that touches no pixel of the drawing is none."""

    barrier: Barrier
    title: ClassVar[str] = said("Barrier")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the barrier."""
        if self.barrier.bounds(document.size).clipped(document.size).is_empty:
            return document
        return replace(document, barriers=(*document.barriers, self.barrier))


@dataclass(frozen=True, slots=True)
class AddJoin:
    """Make the regions that a path leads through one; a mere dot leads nowhere, and neither does
    what touches no pixel of the drawing."""

    join: Join
    title: ClassVar[str] = said("Join regions")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the join."""
        bounds = hint_bounds(stroke_of(self.join)).clipped(document.size)
        if len(self.join.points) < 2 or bounds.is_empty:
            return document
        return replace(document, joins=(*document.joins, self.join))


@dataclass(frozen=True, slots=True)
class CloseGap:
    """Close a gap in the lines: take away what was said to leave it open, or else bar it.

    start, end  both sides of the gap, in image pixels.
    """

    start: Point
    end: Point
    title: ClassVar[str] = said("Close gap")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the gap closed."""
        across = Barrier((self.start, self.end))
        middle, width = _middle(self.start, self.end)
        joins = erase_marks(document.joins, [middle], width / 2)
        if len(joins) < len(document.joins):
            return replace(document, joins=joins)
        return AddBarrier(across).apply(document)


@dataclass(frozen=True, slots=True)
class LeaveOpen:
    """Leave a gap in the lines open, whatever its width: both sides are one region.

    start, end  both sides of the gap, in image pixels.
    """

    start: Point
    end: Point
    title: ClassVar[str] = said("Leave gap open")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the gap open."""
        (x, y), width = _middle(self.start, self.end)
        # Squarely through it, so far that both sides are met.
        across, down = self.end[1] - self.start[1], self.start[0] - self.end[0]
        step = PASSED / max(width, 1e-6)
        ends = ((x + sign * step * across, y + sign * step * down) for sign in (-1, 1))
        return AddJoin(Join(tuple(ends))).apply(document)


def _middle(start: Point, end: Point) -> tuple[Point, float]:
    """The middle between two points, and how far they are apart."""
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return middle, hypot(end[0] - start[0], end[1] - start[1])


@dataclass(frozen=True, slots=True)
class SetSmallest:
    """Set the side of the smallest region, None: as the drawing's size suggests; a drag is one
    step."""

    smallest: float | None
    merge_key: ClassVar[str] = "smallest"

    @property
    def title(self) -> str:
        """Says how small."""
        if self.smallest is None:
            return said("Smallest region usual")
        return said("Smallest region {size} px", size=f"{self.smallest:g}")

    def apply(self, document: Document) -> Document:
        """The document with regions of that size at least."""
        if document.smallest == self.smallest:
            return document
        return replace(document, smallest=self.smallest)


@dataclass(frozen=True, slots=True)
class SetGap:
    """Close gaps up to so many pixels, None: as the drawing's size suggests; a drag is one step."""

    gap: float | None
    merge_key: ClassVar[str] = "gap"

    @property
    def title(self) -> str:
        """Says which gaps."""
        if self.gap is None:
            return said("Close usual gaps")
        return said("Close gaps up to {size} px", size=f"{self.gap:g}")

    def apply(self, document: Document) -> Document:
        """The document with these gaps closed."""
        return document if document.gap == self.gap else replace(document, gap=self.gap)
