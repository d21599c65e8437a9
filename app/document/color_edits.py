"""Edits that give places exactly a colour: a region, or everything that has another colour."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import cv2
import numpy as np

from app.document.document import Document
from app.languages.said import said
from models.arrays import U8Array
from models.color import pack_colors, unpack_colors
from models.geometry import NOWHERE, Size
from models.hints.hints import AreaHint, Hint, HintSet, hint_bounds, hint_owners
from models.hints.parts import Part
from models.hints.spans import spans_of_mask
from models.hints.tags import Rgb
from models.rows import row_bands, sampled

PART_WORDS: Mapping[Part, str] = {
    Part.BACKGROUND: said("background"),
    Part.HAIR: said("hair"),
    Part.EYES: said("eyes"),
    Part.SKIN: said("skin"),
    Part.MOUTH: said("mouth"),
    Part.BROWS: said("brows"),
    Part.TOP: said("top"),
    Part.BOTTOM: said("skirt or trousers"),
    Part.DRESS: said("dress"),
    Part.LEGWEAR: said("legwear"),
    Part.FOOTWEAR: said("footwear"),
    Part.HAT: said("hat"),
    Part.GLASSES: said("glasses"),
    Part.ORNAMENT: said("ornament"),
    Part.OTHER: "",
}
"""What a part is called in the name of a step; empty for what has no name."""


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
    title: ClassVar[str] = said("Fill")
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
    title: ClassVar[str] = said("Replace colour")
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


PAPER_LEVEL = 128
SHARED = 0.9
"""Share of a colour's area from which it is a part's own; else others have it too."""


@dataclass(frozen=True, slots=True)
class RecolorPart:
    """Show a part of the figure in another colour; while it is being chosen, that is one step.

    key     what the part is painted in.
    places  a local hint where the part has that colour, if other parts have it too; None: nothing
            else has it, and the key alone is shown as another.

    In colour sets that are not shown the part stays as it is.
    """

    part: Part
    key: Rgb
    color: Rgb
    places: AreaHint | None = None

    @property
    def title(self) -> str:
        """Names the part."""
        return said("Recolour {part}", part=PART_WORDS[self.part])

    @property
    def merge_key(self) -> Hashable:
        """Joins the steps of one choice."""
        return "part", self.part

    def apply(self, document: Document) -> Document:
        """The document with the part in this colour."""
        sets = document.color_sets
        if self.places is None:
            changed = sets.with_color(self.key, self.color)
            return document if changed == sets else replace(document, color_sets=changed)
        place = self.places.corner, self.places.spans
        for hint in document.hints:
            if isinstance(hint, AreaHint) and (hint.corner, hint.spans) == place:
                return replace(document, color_sets=sets.with_color(hint.color, self.color))
        sets, key = sets.with_new(self.color, like=self.key)
        hints = document.hints.add(replace(self.places, color=key))
        return replace(document, hints=hints, color_sets=sets)


def part_colors(flats_u8: U8Array, parts_u8: U8Array) -> dict[Part, Rgb]:
    """The colour that most of each part of the figure has, as it is seen.

    flats_u8  uint8 (H, W, 3 or more); parts_u8  uint8 (h, w) Part of each place.
    """
    colors = pack_colors(sampled(flats_u8, Size(*parts_u8.shape)))
    found = {}
    for part in Part:
        values, counts = np.unique(colors[parts_u8 == part], return_counts=True)
        if len(values):
            red, green, blue = unpack_colors(values[counts.argmax()][None])[0].tolist()
            found[part] = (red, green, blue)
    return found


def recolor_part(
    document: Document, flats_u8: U8Array, parts_u8: U8Array, part: Part, old: Rgb
) -> Callable[[Rgb], RecolorPart]:
    """What makes the edit that shows a part's colour, as it is seen, as another.

    Where other parts have the colour too, whole areas are parted from them: those that lie on the
    part for the most part, or where none does, what of them lies on it. flats_u8, parts_u8  as of
    `part_colors`.
    """
    seen = (sampled(flats_u8, Size(*parts_u8.shape))[..., :3] == old).all(axis=2)
    own = float((seen & (parts_u8 == part)).sum()) / max(1, int(seen.sum()))
    sets, hinted = document.color_sets, document.hints.colors()
    known = (*document.palette.colors, *hinted, *sets.current.looks)
    keys = {sets.leader(key) for key in known if sets.shown(key) == old}
    _, key = sets.key_for(old, document.palette.colors)
    if own >= SHARED and len(keys) <= 1:
        return lambda color: RecolorPart(part, key, color)
    is_paper = document.bounded.pixels >= PAPER_LEVEL  # lines part what they lie between
    has_color = ((flats_u8[..., :3] == old).all(axis=2) & is_paper).astype(np.uint8)
    count, areas = cv2.connectedComponents(has_color, connectivity=4)
    size = has_color.shape[::-1]
    on_part = cv2.resize((parts_u8 == part).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    whole = np.bincount(areas.ravel(), minlength=count)
    inside = np.bincount(areas[on_part > 0], minlength=count)
    chosen = 2 * inside >= whole
    chosen[0] = False
    mask = chosen[areas] if chosen.any() else (has_color & on_part) > 0
    if not mask.any():
        return lambda color: RecolorPart(part, key, color)
    left, top, spans = spans_of_mask(mask)
    places = AreaHint(left, top, spans, old, is_local=True)
    return lambda color: RecolorPart(part, key, color, places)
