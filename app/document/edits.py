"""Edits as values: each makes a new document of an old one and has a title for the undo list."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from app.document.document import Document
from app.document.palette import Palette
from app.languages.said import said
from models.geometry import Rect
from models.hints.hints import (
    Hint,
    HintSet,
    Point,
    TagSelection,
    hint_bounds,
)
from models.hints.tags import Vocabulary
from models.line_color import LineColor
from models.regions.drawn_lines import DrawnLines, LineKind

_LINES = {
    LineKind.DARK: said("dark"),
    LineKind.LIGHT: said("light"),
    LineKind.ALPHA: said("alpha"),
}


class Edit(Protocol):
    """One change of a document.

    `apply` returns the same object where nothing changes, so that no undo step arises.
    Consecutive edits with equal `merge_key` become one undo step, until the session seals it;
    None never merges.
    """

    @property
    def title(self) -> str:
        """What the undo list calls it."""

    @property
    def merge_key(self) -> Hashable | None:
        """Which edits it joins."""

    def apply(self, document: Document) -> Document:
        """The document after the edit."""


@dataclass(frozen=True, slots=True)
class AddHint:
    """Put a hint on top of the others, in a colour as it is seen.

    tool  what set it, where the hint itself does not tell.
    """

    hint: Hint
    tool: str = ""
    title: ClassVar[str] = said("Add hint")
    merge_key: ClassVar[None] = None

    @property
    def bounds(self) -> Rect:
        """The image pixels that it can touch."""
        return hint_bounds(self.hint)

    def apply(self, document: Document) -> Document:
        """The document with the hint."""
        document, (hint,) = document.keyed(HintSet((self.hint,)))
        return replace(document, hints=document.hints.add(hint))


@dataclass(frozen=True, slots=True)
class EraseHints:
    """Remove every hint that a round eraser touches on its way through `points`.

    Consecutive ones merge, so that a drag of the eraser is one undo step.
    """

    points: tuple[Point, ...]
    radius: float
    title: ClassVar[str] = said("Erase hints")
    merge_key: ClassVar[str] = "erase hints"

    def apply(self, document: Document) -> Document:
        """The document without the touched hints."""
        hints = document.hints
        for x, y in self.points:
            hints = hints.erase(x, y, self.radius)
        return document if hints is document.hints else replace(document, hints=hints)


@dataclass(frozen=True, slots=True)
class MoveHint:
    """Move the hint at an index by image pixels; a drag is one undo step.

    The hints that lie above it and below it stay so.
    """

    index: int
    across: float
    down: float
    title: ClassVar[str] = said("Move hint")

    @property
    def merge_key(self) -> Hashable:
        """Joins the steps of one drag."""
        return "move hint", self.index

    def apply(self, document: Document) -> Document:
        """The document with the hint elsewhere."""
        hints = document.hints.hints
        if not 0 <= self.index < len(hints) or (self.across, self.down) == (0.0, 0.0):
            return document
        moved = HintSet((hints[self.index],)).moved(self.across, self.down).hints
        kept = HintSet((*hints[: self.index], *moved, *hints[self.index + 1 :]))
        return replace(document, hints=kept)


@dataclass(frozen=True, slots=True)
class ClearHints:
    """Remove every hint."""

    title: ClassVar[str] = said("Clear hints")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document without hints."""
        return replace(document, hints=HintSet()) if document.hints.hints else document


@dataclass(frozen=True, slots=True)
class SetHints:
    """Replace all hints, as when a hint file is imported: in colours as they are seen."""

    hints: HintSet
    title: ClassVar[str] = said("Import hints")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with these hints alone."""
        document, hints = document.keyed(self.hints)
        return document if document.hints == hints else replace(document, hints=hints)


@dataclass(frozen=True, slots=True)
class ToggleTag:
    """Choose a tag in place of its group's others, or drop it."""

    name: str
    vocabulary: Vocabulary
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Names the tag."""
        return said("Tag {tag}", tag=self.name.replace("_", " "))

    def apply(self, document: Document) -> Document:
        """The document with the tag toggled."""
        return replace(document, tags=document.tags.toggled(self.name, self.vocabulary))


@dataclass(frozen=True, slots=True)
class SetTags:
    """Replace all tags."""

    tags: TagSelection
    title: ClassVar[str] = said("Set tags")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with these tags alone."""
        return document if document.tags == self.tags else replace(document, tags=self.tags)


@dataclass(frozen=True, slots=True)
class SetLayerVisible:
    """Show or hide a layer."""

    layer_id: str
    visible: bool
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Says which of both."""
        return said("Show layer" if self.visible else "Hide layer")

    def apply(self, document: Document) -> Document:
        """The document with the layer shown or hidden. Raises LayerError."""
        return document.with_layer(replace(document.layer(self.layer_id), visible=self.visible))


@dataclass(frozen=True, slots=True)
class SetLayerOpacity:
    """Set a layer's opacity, 0 to 1; a drag of the slider is one undo step."""

    layer_id: str
    opacity: float
    title: ClassVar[str] = said("Opacity of layer")

    @property
    def merge_key(self) -> Hashable:
        """Joins changes of the same layer's opacity."""
        return "opacity", self.layer_id

    def apply(self, document: Document) -> Document:
        """The document with the layer's new opacity. Raises LayerError."""
        return document.with_layer(replace(document.layer(self.layer_id), opacity=self.opacity))


@dataclass(frozen=True, slots=True)
class SetPalette:
    """Replace the palette."""

    palette: Palette
    title: ClassVar[str] = said("Change palette")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document with this palette."""
        if document.palette == self.palette:
            return document
        return replace(document, palette=self.palette)


@dataclass(frozen=True, slots=True)
class SetGenerator:
    """Choose the generator by its catalogue name."""

    name: str

    title: ClassVar[str] = said("Change generator")
    merge_key: ClassVar[None] = None

    def apply(self, document: Document) -> Document:
        """The document coloured by this generator."""
        return (
            document if document.generator == self.name else replace(document, generator=self.name)
        )


@dataclass(frozen=True, slots=True)
class SetTidy:
    """Tidy the generator's painting so far, 0 to 1; None: as the generator says.

    A drag of the slider is one step.
    """

    tidy: float | None
    merge_key: ClassVar[str] = "tidy"

    @property
    def title(self) -> str:
        """What the undo list calls it."""
        if self.tidy is None:
            return said("Tidy as usual")
        return said("Tidy {share}", share=f"{self.tidy:.0%}")

    def apply(self, document: Document) -> Document:
        """The document tidied so far."""
        return document if document.tidy == self.tidy else replace(document, tidy=self.tidy)


@dataclass(frozen=True, slots=True)
class SetVariant:
    """Choose among the pictures of a generator that makes several, from 0."""

    variant: int
    merge_key: ClassVar[str] = "variant"

    @property
    def title(self) -> str:
        """What the undo list calls it."""
        return said("Variant {number}", number=self.variant + 1)

    def apply(self, document: Document) -> Document:
        """The document with this picture."""
        same = document.variant == self.variant
        return document if same else replace(document, variant=self.variant)


@dataclass(frozen=True, slots=True)
class SetLines:
    """Read the drawing's lines another way; `is_set`: as the artist said, not as they look."""

    lines: DrawnLines
    is_set: bool
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Says what is line, and whether the paper is off."""
        kind = _LINES[self.lines.kind] if self.is_set else said("find out")
        off = self.lines.clean_paper
        return said("Lines: {kind}, paper off" if off else "Lines: {kind}", kind=kind)

    def apply(self, document: Document) -> Document:
        """The document with these lines."""
        if (document.lines, document.is_line_kind_set) == (self.lines, self.is_set):
            return document
        return document.with_lines(self.lines, is_set=self.is_set)


@dataclass(frozen=True, slots=True)
class SetLineColor:
    """Give the lines a colour, or tones of the flats beside them; None: as they are drawn.

    Colours that are tried one after the other are one step.
    """

    color: LineColor | None
    merge_key: ClassVar[str] = "line colour"

    @property
    def title(self) -> str:
        """Says which colour."""
        if self.color is None:
            return said("Lines as drawn")
        if self.color.color is None:
            return said("Lines by the colours beside")
        return said("Lines {color}", color=self.color)

    def apply(self, document: Document) -> Document:
        """The document with its lines so coloured."""
        same = document.line_color == self.color
        return document if same else replace(document, line_color=self.color)


@dataclass(frozen=True, slots=True, eq=False)
class ReturnTo:
    """Take up all that was decided in another state of the same drawing, called `name`."""

    document: Document
    name: str
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Says to which."""
        return said("Return to {name}", name=self.name)

    def apply(self, document: Document) -> Document:
        """The other state, whatever of the drawing counted as line in it."""
        return self.document
