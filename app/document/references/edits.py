"""Edits of what colours are taken from."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.document import Document
from app.languages.said import said
from models.matching.references import PointPair
from models.matching.sheets import Reference


@dataclass(frozen=True, slots=True)
class AddReferences:
    """Take colours from more coloured drawings."""

    pictures: tuple[Reference, ...]
    merge_key: ClassVar[Hashable | None] = None

    @property
    def title(self) -> str:
        """Names the one, or counts them."""
        if len(self.pictures) == 1:
            return said("Take colours from {name}", name=self.pictures[0].name)
        return said("Take colours from {count} drawings", count=len(self.pictures))

    def apply(self, document: Document) -> Document:
        """The document with the references. Raises UnusableReferenceError for too many."""
        references = document.references.with_pictures(self.pictures)
        if references == document.references:
            return document
        return replace(document, references=references)


@dataclass(frozen=True, slots=True)
class RemoveReference:
    """Take no colours from a reference any more, nor from its pairs."""

    number: int
    title: ClassVar[str] = said("Remove reference")
    merge_key: ClassVar[Hashable | None] = None

    def apply(self, document: Document) -> Document:
        """The document without the reference."""
        if not 0 <= self.number < len(document.references.pictures):
            return document
        return replace(document, references=document.references.without(self.number))


@dataclass(frozen=True, slots=True)
class AddPair:
    """Say that a place of the drawing is a place of a reference."""

    pair: PointPair
    title: ClassVar[str] = said("Pair places")
    merge_key: ClassVar[Hashable | None] = None

    def apply(self, document: Document) -> Document:
        """The document with the pair. Raises UnusableReferenceError for an unknown reference."""
        return replace(document, references=document.references.with_pair(self.pair))


@dataclass(frozen=True, slots=True)
class ClearPairs:
    """Forget all pairs of places."""

    title: ClassVar[str] = said("Clear pairs")
    merge_key: ClassVar[Hashable | None] = None

    def apply(self, document: Document) -> Document:
        """The document without pairs."""
        if not document.references.pairs:
            return document
        return replace(document, references=document.references.unpaired())
