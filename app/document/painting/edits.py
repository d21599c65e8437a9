"""Edits of layers that the artist paints on: their place, their ways, their pixels."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.document import Document
from app.document.layer import OWN_KINDS, BlendMode, Layer, LayerKind, block_of
from app.document.painting.blending import faded, laid_over
from app.document.painting.grouping import Spot, without_empty_groups
from app.document.painting.painting import Painting
from app.errors import LayerError
from app.languages.said import said
from models.budget import check_layers

_PREFIX = "paint"


def new_paint_layer(document: Document) -> Layer:
    """A layer to paint on, with an id and a name that the document does not have yet."""
    ids = {layer.id for layer in document.layers}
    number = next(n for n in range(1, len(ids) + 2) if f"{_PREFIX}-{n}" not in ids)
    return Layer(id=f"{_PREFIX}-{number}", kind=LayerKind.PAINT, name=f"Paint {number}")


def place_above(document: Document, layer_id: str) -> Spot:
    """Where a paint layer goes that is to lie right above a layer, or on top in a group.

    What lies above the hints would hide nothing of them, so above those and the lines it goes
    between both; above what a generator fills, over all of that, since those layers are one
    picture.
    """
    layers = document.layers
    at = document.index_of(layer_id)
    if layers[at].kind is LayerKind.HINTS:
        return Spot(at)
    if layers[at].kind is LayerKind.GROUP:
        return Spot(at, layers[at].id)
    if layers[at].is_colored:
        at = max(index for index, layer in enumerate(layers) if layer.is_colored)
    return Spot(at + 1, layers[at].group)


_MODES = {
    BlendMode.NORMAL: said("normal"),
    BlendMode.MULTIPLY: said("multiply"),
    BlendMode.SCREEN: said("screen"),
    BlendMode.OVERLAY: said("overlay"),
    BlendMode.ADD: said("add"),
}


@dataclass(frozen=True, slots=True)
class AddPaintLayer:
    """Put a layer, with what is painted on it, at its place among the others."""

    layer: Layer
    spot: Spot
    painting: Painting | None = None
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Names the layer."""
        return said("Add layer {layer}", layer=self.layer.name)

    def apply(self, document: Document) -> Document:
        """The document with the layer.

        Raises LayerError if its id is taken, BudgetError if a project could not hold so many.
        """
        check_layers(len(document.layers) + 1, document.size.width, document.size.height)
        index = min(max(self.spot.index, 0), len(document.layers))
        layer = replace(self.layer, group=self.spot.group)
        layers = (*document.layers[:index], layer, *document.layers[index:])
        return replace(document, layers=layers).with_painting(self.layer.id, self.painting)


@dataclass(frozen=True, slots=True)
class RemovePaintLayer:
    """Take a paint layer away, or a group with what is in it; a group that is empty then goes."""

    layer_id: str
    name: str
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Names the layer."""
        return said("Delete layer {layer}", layer=self.name)

    def apply(self, document: Document) -> Document:
        """The document without it. Raises LayerError for a layer that nobody painted."""
        layer = _own(document, self.layer_id)
        gone = {each.id for each in block_of(document.layers, layer)}
        for layer_id in gone:
            document = document.with_painting(layer_id, None)
        rest = tuple(layer for layer in document.layers if layer.id not in gone)
        return replace(document, layers=without_empty_groups(rest))


@dataclass(frozen=True, slots=True)
class RenameLayer:
    """Call a paint layer or a group something else."""

    layer_id: str
    name: str
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Names the layer."""
        return said("Rename layer to {layer}", layer=self.name)

    def apply(self, document: Document) -> Document:
        """The document with the name; an empty one changes nothing. Raises LayerError."""
        layer, name = _own(document, self.layer_id), self.name.strip()
        return document.with_layer(replace(layer, name=name)) if name else document


@dataclass(frozen=True, slots=True)
class SetLayerBlend:
    """Let a paint layer or a group join what lies below it another way."""

    layer_id: str
    blend: BlendMode

    @property
    def title(self) -> str:
        """Says how."""
        return said("Blend by {mode}", mode=_MODES[self.blend])

    @property
    def merge_key(self) -> Hashable:
        """Joins a walk through the modes."""
        return "blend", self.layer_id

    def apply(self, document: Document) -> Document:
        """The document with the mode. Raises LayerError."""
        layer = _own(document, self.layer_id)
        return document.with_layer(replace(layer, blend=self.blend))


@dataclass(frozen=True, slots=True)
class SetAlphaLock:
    """Let paint change colours alone, and no pixel's opacity, or both."""

    layer_id: str
    is_locked: bool
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Says which of both."""
        return said("Lock alpha") if self.is_locked else said("Unlock alpha")

    def apply(self, document: Document) -> Document:
        """The document with the layer locked or not. Raises LayerError."""
        layer = _painted(document, self.layer_id)
        return document.with_layer(replace(layer, locks_alpha=self.is_locked))


@dataclass(frozen=True, slots=True)
class SetRegionClip:
    """Let a stroke on a layer stay in the region that it began in, or go everywhere."""

    layer_id: str
    is_clipped: bool
    merge_key: ClassVar[None] = None

    @property
    def title(self) -> str:
        """Says which of both."""
        return said("Clip to regions") if self.is_clipped else said("Paint across regions")

    def apply(self, document: Document) -> Document:
        """The document with the layer so. Raises LayerError."""
        layer = _painted(document, self.layer_id)
        return document.with_layer(replace(layer, keeps_to_region=self.is_clipped))


@dataclass(frozen=True, slots=True)
class Paint:
    """Put other pixels on a paint layer: a stroke, a fill, what was cut or pasted.

    merges  consecutive ones of a title are one undo step, as on a drag over several regions.
    """

    layer_id: str
    painting: Painting
    title: str = said("Paint")
    merges: bool = False

    @property
    def merge_key(self) -> Hashable | None:
        """Joins what belongs together."""
        return (self.title, self.layer_id) if self.merges else None

    def apply(self, document: Document) -> Document:
        """The document with this painting. Raises LayerError."""
        _painted(document, self.layer_id)
        before = document.painting(self.layer_id)
        if self.painting == before:
            return document
        return document.with_painting(self.layer_id, self.painting)


@dataclass(frozen=True, slots=True)
class MergeDown:
    """Make one of a paint layer and the paint layer right below it, which keeps its name."""

    layer_id: str
    merge_key: ClassVar[None] = None
    title: ClassVar[str] = said("Merge down")

    def apply(self, document: Document) -> Document:
        """The document with both as one. Raises LayerError if no paint layer lies below.

        Both layers' opacity and the upper one's mode are in the pixels then. Where the lower one
        shows nothing, the upper one's pixels lie there as they are.
        """
        above = _painted(document, self.layer_id)
        below = paint_layer_below(document, self.layer_id)
        if below is None:
            raise LayerError(f"below {above.name!r} lies no layer that it can be merged with")
        upper, lower = document.painting(above.id), document.painting(below.id)
        merged, box = lower, upper.box.united(lower.box)
        if not box.is_empty:
            base = faded(lower.pixels(box), below.opacity)
            pixels = laid_over(base, faded(upper.pixels(box), above.opacity), above.blend)
            merged = lower.written(box, pixels)
        layers = tuple(layer for layer in document.layers if layer.id != above.id)
        gone = replace(document.with_painting(above.id, None), layers=layers)
        return gone.with_layer(replace(below, opacity=1.0)).with_painting(below.id, merged)


def paint_layer_below(document: Document, layer_id: str) -> Layer | None:
    """The layer right below a paint layer, if that is one, too, and in the same group."""
    index = document.index_of(layer_id)
    below = document.layers[index - 1] if index > 0 else None
    if below is None or below.kind is not LayerKind.PAINT:
        return None
    return below if below.group == document.layer(layer_id).group else None


def _own(document: Document, layer_id: str) -> Layer:
    layer = document.layer(layer_id)
    if layer.kind not in OWN_KINDS:
        raise LayerError(f"{layer.name!r} is none of your own layers; choose or add one")
    return layer


def _painted(document: Document, layer_id: str) -> Layer:
    layer = document.layer(layer_id)
    if layer.kind is not LayerKind.PAINT:
        raise LayerError(f"{layer.name!r} is no layer to paint on; choose or add one")
    return layer
