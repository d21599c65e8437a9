"""Edits of what bounds regions besides the lines: barriers, and which gaps are closed."""

from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.document import Document
from models.regions.barriers import Barrier


@dataclass(frozen=True, slots=True)
class AddBarrier:
    """Draw one more; one that touches no pixel of the drawing is none."""

    barrier: Barrier
    title: ClassVar[str] = "Barrier"
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the barrier."""
        if self.barrier.bounds(document.size).clipped(document.size).is_empty:
            return document
        return replace(document, barriers=(*document.barriers, self.barrier))


@dataclass(frozen=True, slots=True)
class SetGap:
    """Close gaps up to so many pixels, None: as the drawing's size suggests; a drag is one step."""

    gap: float | None
    merge_key: ClassVar[str] = "gap"

    @property
    def title(self) -> str:
        """Says which gaps."""
        return "Close usual gaps" if self.gap is None else f"Close gaps up to {self.gap:g} px"

    def apply(self, document: Document) -> Document:
        """The document with these gaps closed."""
        return document if document.gap == self.gap else replace(document, gap=self.gap)
