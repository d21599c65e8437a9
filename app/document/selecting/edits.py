"""Edits that select pixels, and clear what is painted in them."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from app.document.color_sets import ColorSets
from app.document.document import Document
from app.document.painting.blending import erased
from app.document.painting.edits import Paint
from app.document.selecting.selection import Selection
from app.languages.said import said
from models.arrays import U8Array
from models.geometry import Rect
from models.hints.hints import HintSet


@dataclass(frozen=True, slots=True)
class Select:
    """Select these pixels alone; None: none in particular, so that paint may go everywhere."""

    selection: Selection | None
    title: str = said("Select")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the selection."""
        if document.selection == self.selection:
            return document
        return replace(document, selection=self.selection)


@dataclass(frozen=True, slots=True)
class ClearSelected:
    """Take away what is painted on a layer within the selection, or all of it without one."""

    layer_id: str
    title: str = said("Delete paint")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document without that paint. Raises LayerError if nobody painted the layer."""
        painting, selection = document.painting(self.layer_id), document.selection
        box = painting.box
        if document.layer(self.layer_id).locks_alpha or box.is_empty:
            return document

        def cleared(area: Rect, rgba_u8: U8Array) -> U8Array:
            inside = (
                np.ones(area.shape, dtype=bool) if selection is None else selection.within(area)
            )
            return erased(rgba_u8, inside * np.uint8(255))

        return Paint(self.layer_id, painting.with_tiles(box, cleared)).apply(document)


@dataclass(frozen=True, slots=True)
class ChangeHints:
    """Put other hints in the place of all: some were cut, or pasted.

    sets  colour sets that know the hints' colours; None: as they are.
    """

    hints: HintSet
    title: str
    sets: ColorSets | None = None
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with these hints."""
        if self.hints == document.hints:
            return document
        return replace(document, hints=self.hints, color_sets=self.sets or document.color_sets)
