"""Edits that give places exactly a colour: a region, or everything that has another colour."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from app.document.document import Document
from models.arrays import U8Array
from models.geometry import NOWHERE
from models.hints.hints import AreaHint, Hint, HintSet, hint_bounds, hint_owners
from models.hints.spans import spans_of_mask
from models.hints.tags import Rgb
from models.rows import row_bands


@dataclass(frozen=True, slots=True)
class FillRegion:
    """Pour a colour into a region, or keep it from any: local area hints, in place of those that
    were poured there before.

    Consecutive ones merge, so that a drag over many regions is one undo step.
    hints  one, or where several colours are kept, one for each.
    base   what they are laid over; None: the hints that there are.
    """

    hints: tuple[AreaHint, ...]
    base: HintSet | None = None
    title: ClassVar[str] = "Fill"
    merge_key: ClassVar[str] = "fill"

    def apply(self, document: Document) -> Document:
        """The document with the region filled."""
        base = document.hints if self.base is None else self.base
        document, hints = document.keyed(HintSet(self.hints))
        hints = HintSet((*without_fills(base, self.hints), *hints))
        return document if hints == document.hints else replace(document, hints=hints)


def without_fills(hints: HintSet, areas: Sequence[AreaHint]) -> tuple[Hint, ...]:
    """The hints but for local areas that lie wholly within what these areas cover together."""
    bounds = HintSet(tuple(areas)).bounds()
    within = np.zeros(0, dtype=bool)
    kept = []
    for hint in hints:
        near = hint_bounds(hint) if isinstance(hint, AreaHint) and hint.is_local else NOWHERE
        if near.is_empty or near.united(bounds) != bounds:
            kept.append(hint)
            continue
        assert isinstance(hint, AreaHint)
        if not within.size:
            within = np.zeros(bounds.shape, dtype=bool)
            for area in areas:
                left, top = area.corner
                area.spans.fill(within, left - bounds.left, top - bounds.top, 1)
        columns, rows = hint.spans.places().T
        if not within[rows + near.top - bounds.top, columns + near.left - bounds.left].all():
            kept.append(hint)
    return tuple(kept)


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
