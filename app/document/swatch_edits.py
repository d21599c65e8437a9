"""Edits of swatches and colour sets: what colours are shown as, without painting anything anew."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.color_sets import ColorSets, Look
from app.document.document import Document
from app.document.palette import MAX_COLORS, Palette
from app.languages.said import said
from models.hints.tags import Rgb, format_color
from models.lighting.light import OwnTones


@dataclass(frozen=True, slots=True)
class ChangeColor:
    """Show everything of one key in another colour; while it is being chosen, that is one step."""

    key: Rgb
    color: Rgb

    @property
    def title(self) -> str:
        """Names the colour."""
        return said("Swatch {color}", color=format_color(self.color))

    @property
    def merge_key(self) -> Hashable:
        """Joins the steps of one choice."""
        return "swatch", self.key

    def apply(self, document: Document) -> Document:
        """The document with the key in this colour."""
        if document.color_sets.shown(self.key) == self.color:
            return document
        return replace(document, color_sets=document.color_sets.with_color(self.key, self.color))


@dataclass(frozen=True, slots=True)
class ChangeTones:
    """Say what a key becomes in shade and highlights; None of each: what the light derives."""

    key: Rgb
    tones: OwnTones
    title: ClassVar[str] = said("Tones of a swatch")

    @property
    def merge_key(self) -> Hashable:
        """Joins the steps of one choice."""
        return "tones", self.key

    def apply(self, document: Document) -> Document:
        """The document with the key's tones."""
        sets = document.color_sets
        look = replace(sets.look(self.key), tones=self.tones)
        if look == sets.look(self.key):
            return document
        return replace(document, color_sets=sets.with_look(self.key, look))


@dataclass(frozen=True, slots=True)
class MergeColors:
    """Make one swatch of two: all that has the first key has the other's colour from now on."""

    key: Rgb
    into: Rgb
    title: ClassVar[str] = said("Merge swatches")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with one swatch less."""
        sets, palette = document.color_sets, document.palette
        if sets.leader(self.key) == sets.leader(self.into):
            return document
        merged, kept = sets.merged(self.key, self.into), palette.remove(self.key)
        return replace(document, color_sets=merged, palette=kept)


@dataclass(frozen=True, slots=True)
class AddSwatches:
    """Take colours, as they are seen, into the palette, as far as there is room."""

    colors: tuple[Rgb, ...]
    title: ClassVar[str] = said("Add swatches")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with the swatches that it did not have."""
        sets, keys = document.color_sets, document.palette.colors
        for color in self.colors:
            sets, key = sets.key_for(color, keys)
            keys = keys if key in keys or len(keys) == MAX_COLORS else (*keys, key)
        if keys == document.palette.colors:
            return document
        return replace(document, palette=replace(document.palette, colors=keys), color_sets=sets)


@dataclass(frozen=True, slots=True)
class TakePalette:
    """Put other swatches, in colours as they are seen, in the place of those that are there.

    sets  colours of other scenes by the swatches' colours, as some files hold them; they replace
          those of the document. None: the file holds none.
    """

    palette: Palette
    sets: ColorSets | None = None
    title: ClassVar[str] = said("Change palette")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with this palette."""
        sets, keys = document.color_sets, []
        for color in self.palette.colors:
            sets, key = sets.key_for(color, document.palette.colors)
            keys.append(key)
        of_color = dict(zip(self.palette.colors, keys, strict=True))
        if self.sets is not None:
            sets = _with_looks(sets, self.sets, of_color)
        palette = replace(self.palette, colors=tuple(keys))
        changed = replace(document, palette=palette, color_sets=sets)
        return document if changed == document else changed


@dataclass(frozen=True, slots=True)
class SetColorSets:
    """Show another colour set, or add, name and remove one; `title` says which."""

    sets: ColorSets
    title: str
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with these sets."""
        if document.color_sets == self.sets:
            return document
        return replace(document, color_sets=self.sets)


def _with_looks(sets: ColorSets, read: ColorSets, keys: dict[Rgb, Rgb]) -> ColorSets:
    """The sets that a file holds, by the document's keys; what it says nothing of stays.

    keys  by the colours that stand for them in the file: those of its first set.
    """
    known = dict(zip(sets.names, sets.sets, strict=True))
    made = []
    for each in read.sets:
        found = known.get(each.name, replace(sets.current, name=each.name))
        for color, key in keys.items():
            look = each.look(color)
            found = found.with_look(sets.leader(key), Look(look.color or color, look.tones))
        made.append(found)
    return replace(sets, sets=tuple(made), active=read.active)
