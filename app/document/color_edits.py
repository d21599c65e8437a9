"""Edits that give places exactly a colour: a region, or everything that has another colour."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from app.document.document import Document
from models.arrays import U8Array
from models.hints.hints import AreaHint, Hint, HintSet, hint_owners
from models.hints.spans import spans_of_mask
from models.hints.tags import Rgb
from models.rows import row_bands


@dataclass(frozen=True, slots=True)
class FillRegion:
    """Pour a colour into a region: a local area hint, in place of what was poured there before.

    Consecutive ones merge, so that a drag over many regions is one undo step.
    """

    hint: AreaHint
    title: ClassVar[str] = "Fill"
    merge_key: ClassVar[str] = "fill"

    def apply(self, document: Document) -> Document:
        """The document with the region filled."""
        kept = tuple(hint for hint in document.hints if not self._is_same_place(hint))
        document, (hint,) = document.keyed(HintSet((self.hint,)))
        hints = HintSet((*kept, hint))
        return document if hints == document.hints else replace(document, hints=hints)

    def _is_same_place(self, hint: Hint) -> bool:
        return (
            hint.is_local
            and isinstance(hint, AreaHint)
            and ((hint.corner, hint.spans) == (self.hint.corner, self.hint.spans))
        )


@dataclass(frozen=True, slots=True)
class ReplaceColor:
    """Give everything of one colour, as it is seen, another: hints, the swatch, and what no hint
    coloured.

    The swatch keeps its name and place; where the other colour is a swatch already, both are one.

    places  a local hint of the new colour where the picture has the old one, whoever chose it;
            None: nowhere.
    """

    old: Rgb
    new: Rgb
    places: AreaHint | None = None
    title: ClassVar[str] = "Replace colour"
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the new colour."""
        if self.old == self.new:
            return document
        shown = document.color_sets.shown
        sets, new = document.color_sets.key_for(self.new, document.palette.colors)
        hints = tuple(
            replace(hint, color=new) if shown(hint.color) == self.old else hint
            for hint in document.hints
        )
        if self.places is not None:
            hints = (replace(self.places, color=new), *hints)
        palette = document.palette
        for key in palette.colors:
            if shown(key) == self.old:
                palette = palette.replaced(key, new)
        if hints == document.hints.hints and palette == document.palette:
            return document
        return replace(document, hints=HintSet(hints), palette=palette, color_sets=sets)


def replace_color(document: Document, flats_u8: U8Array | None, old: Rgb, new: Rgb) -> ReplaceColor:
    """The edit that gives everything of one colour another.

    flats_u8  uint8 (H, W, 4) the picture's flat colours; None: not known yet.
    """
    if flats_u8 is None:
        return ReplaceColor(old, new)
    hinted = hint_owners(document.hints, document.size) > 0
    rows = []
    for band in row_bands(flats_u8.shape):
        rows.append((flats_u8[band, :, :3] == old).all(axis=2) & ~hinted[band])
    mask = np.concatenate(rows)
    if not mask.any():
        return ReplaceColor(old, new)
    left, top, spans = spans_of_mask(mask)
    return ReplaceColor(old, new, AreaHint(left, top, spans, new, is_local=True))
