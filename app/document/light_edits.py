"""Edits of the light and of what the artist paints of it."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.document import Document
from app.languages.said import said
from models.geometry import Rect
from models.lighting.light import Light
from models.lighting.strokes import LightStroke


@dataclass(frozen=True, slots=True)
class SetLight:
    """Set the light, or take it away by None.

    dial  the dial or slider that is being turned, whose steps become one; "" for a single step.
    """

    light: Light | None
    dial: str = ""
    title: ClassVar[str] = said("Change light")

    @property
    def merge_key(self) -> Hashable | None:
        """Joins the steps of one turn of a dial."""
        return ("light", self.dial) if self.dial else None

    def apply(self, document: Document) -> Document:
        """The document under this light."""
        return document if document.light == self.light else replace(document, light=self.light)


@dataclass(frozen=True, slots=True)
class AddLightStroke:
    """Paint shade or light over what was painted before."""

    stroke: LightStroke
    title: ClassVar[str] = said("Paint light")
    merge_key: ClassVar[None] = None

    @property
    def bounds(self) -> Rect:
        """The image pixels that it can touch."""
        return self.stroke.bounds

    def apply(self, document: Document) -> Document:
        """The document with the stroke."""
        return replace(document, light_strokes=(*document.light_strokes, self.stroke))
