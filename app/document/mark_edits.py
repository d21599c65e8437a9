"""Edits that take marks away: one way for painted light, barriers and joins."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, ClassVar

from app.document.document import Document
from app.languages.said import said
from models.hints.hints import Point
from models.hints.marks import Mark, erase_marks


class MarkKind(StrEnum):
    """Which marks, by the document's name for them."""

    LIGHT = "light_strokes"
    BARRIER = "barriers"
    JOIN = "joins"

    def of(self, document: Document) -> tuple[Mark, ...]:
        """A document's marks of this kind."""
        marks: tuple[Mark, ...] = getattr(document, self.value)
        return marks

    def replaced(self, document: Document, marks: tuple[Mark, ...]) -> Document:
        """The document with these in their place, itself if they are as many."""
        if len(marks) == len(self.of(document)):
            return document
        changed: dict[str, Any] = {self.value: marks}
        return replace(document, **changed)


_MARKS = {
    MarkKind.LIGHT: said("painted light"),
    MarkKind.BARRIER: said("barriers"),
    MarkKind.JOIN: said("joins"),
}


@dataclass(frozen=True, slots=True)
class EraseMarks:
    """Remove every mark of a kind that a round eraser touches on its way through `points`.

    Consecutive ones merge, so that a drag of the eraser is one undo step.
    """

    kind: MarkKind
    points: tuple[Point, ...]
    radius: float

    @property
    def title(self) -> str:
        """Names the kind."""
        return said("Erase {marks}", marks=_MARKS[self.kind])

    @property
    def merge_key(self) -> Hashable:
        """Joins the steps of one drag."""
        return "erase", self.kind

    def apply(self, document: Document) -> Document:
        """The document without the touched marks."""
        marks = erase_marks(self.kind.of(document), self.points, self.radius)
        return self.kind.replaced(document, marks)


@dataclass(frozen=True, slots=True)
class ClearMarks:
    """Remove all of a kind."""

    kind: MarkKind
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Names the kind."""
        return said("Clear {marks}", marks=_MARKS[self.kind])

    def apply(self, document: Document) -> Document:
        """The document without them."""
        return self.kind.replaced(document, ())
