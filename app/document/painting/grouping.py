"""Edits of the order of layers, and of the groups that the artist's own lie in."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.document import Document
from app.document.layer import Layer, LayerKind, members_of
from app.document.painting.blending import faded, laid_over
from app.document.painting.painting import Painting
from app.errors import LayerError
from app.languages.said import said
from models.budget import check_layers

_PREFIX = "group"
Layers = tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place among layers: how many of the others lie below it, and the group that it is in."""

    index: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class GroupLayer:
    """Put a paint layer into a group of its own, which takes its mode: the picture stays."""

    layer_id: str
    merge_key: ClassVar[None] = None
    title: ClassVar[str] = said("Group layers")

    def apply(self, document: Document) -> Document:
        """The document with the group.

        Raises LayerError for a layer that nobody painted, or that is in a group; BudgetError if a
        project could not hold so many.
        """
        layer = document.layer(self.layer_id)
        if layer.kind is not LayerKind.PAINT or layer.group:
            raise LayerError(f"{layer.name!r} cannot be grouped; choose a paint layer in no group")
        check_layers(len(document.layers) + 1, document.size.width, document.size.height)
        ids = {each.id for each in document.layers}
        number = next(n for n in range(1, len(ids) + 2) if f"{_PREFIX}-{n}" not in ids)
        group = Layer(
            id=f"{_PREFIX}-{number}",
            kind=LayerKind.GROUP,
            name=f"Group {number}",
            blend=layer.blend,
        )
        at = document.index_of(layer.id)
        member = replace(layer, group=group.id)
        layers = (*document.layers[:at], member, group, *document.layers[at + 1 :])
        return replace(document, layers=layers)


@dataclass(frozen=True, slots=True)
class Ungroup:
    """Let a group's layers lie by themselves, where they are."""

    group_id: str
    merge_key: ClassVar[None] = None
    title: ClassVar[str] = said("Ungroup layers")

    def apply(self, document: Document) -> Document:
        """The document without the group. Raises LayerError for what is none."""
        group = _group(document, self.group_id)
        rest = (layer for layer in document.layers if layer is not group)
        layers = tuple(
            replace(layer, group="") if layer.group == group.id else layer for layer in rest
        )
        return replace(document, layers=layers)


@dataclass(frozen=True, slots=True)
class MergeGroup:
    """Make one paint layer of what a group shows, with the group's name, mode and opacity."""

    group_id: str
    merge_key: ClassVar[None] = None
    title: ClassVar[str] = said("Merge group")

    def apply(self, document: Document) -> Document:
        """The document with the layer. Raises LayerError for what is no group."""
        group = _group(document, self.group_id)
        members = members_of(document.layers, group.id)
        merged = Painting(document.size)
        for layer in members:
            upper = document.painting(layer.id)
            if not layer.visible or upper.box.is_empty:
                continue
            box = upper.box.united(merged.box)
            above = faded(upper.pixels(box), layer.opacity)
            merged = merged.written(box, laid_over(merged.pixels(box), above, layer.blend))
        one = replace(
            members[0],
            name=group.name,
            visible=group.visible,
            opacity=group.opacity,
            blend=group.blend,
            group="",
        )
        gone = {layer.id for layer in members}
        layers = tuple(
            one if layer is group else layer for layer in document.layers if layer.id not in gone
        )
        for layer in members[1:]:
            document = document.with_painting(layer.id, None)
        return replace(document.with_painting(one.id, None), layers=layers).with_painting(
            one.id, merged
        )


@dataclass(frozen=True, slots=True)
class MoveLayer:
    """Move a layer, or a group with what is in it, so that so many of the others lie below it.

    index  positions beyond are clipped, and what cannot lie in a group goes above it.
    group  that a paint layer is to be in where it touches that group's lower end; between a
           group's layers it is in that one anyway.
    A group that nothing is left in goes.
    """

    layer_id: str
    index: int
    group: str = ""
    title: ClassVar[str] = said("Move layer")

    @property
    def merge_key(self) -> Hashable:
        """Joins the steps of one drag."""
        return "move", self.layer_id

    def apply(self, document: Document) -> Document:
        """The document with its layers in the new order. Raises LayerError."""
        layer = document.layer(self.layer_id)
        block, rest = _taken(document.layers, layer)
        at = min(max(self.index, 0), len(rest))
        group = _group_at(rest, at, self.group)
        if layer.kind is not LayerKind.PAINT:
            while group:
                at += 1
                group = _group_at(rest, at, "")
        else:
            block = (replace(layer, group=group),)
        layers = without_empty_groups((*rest[:at], *block, *rest[at:]))
        return document if layers == document.layers else replace(document, layers=layers)


def step(layers: Layers, layer_id: str, rows: int) -> Spot | None:
    """Where a layer goes by one row up (-1) or down (1) of the list; None at the list's end.

    A paint layer goes into the group that it meets, and out of its own at the ends of that.
    """
    layer = next(each for each in layers if each.id == layer_id)
    block, rest = _taken(layers, layer)
    at = layers.index(block[0])
    above, below = rest[at : at + 1], rest[at - 1 : at] if at else ()
    is_paint = layer.kind is LayerKind.PAINT
    if rows < 0:
        if not above:
            return None
        if above[0].id == layer.group:
            return Spot(at + 1)
        if above[0].group and above[0].group != layer.group:
            if is_paint:
                return Spot(at, above[0].group)
            return Spot(at + 1 + len(members_of(rest, above[0].group)))
        return Spot(at + 1, layer.group)
    if layer.group and (not below or below[0].group != layer.group):
        return Spot(at)
    if not below:
        return None
    if below[0].kind is LayerKind.GROUP:
        group = below[0].id
        return Spot(at - 1, group) if is_paint else Spot(at - 1 - len(members_of(rest, group)))
    return Spot(at - 1, layer.group)


def without_empty_groups(layers: Layers) -> Layers:
    """Layers less the groups that hold nothing."""
    used = {layer.group for layer in layers}
    return tuple(layer for layer in layers if layer.kind is not LayerKind.GROUP or layer.id in used)


def _taken(layers: Layers, layer: Layer) -> tuple[Layers, Layers]:
    """A layer with what is in it, bottom to top, and the others."""
    block = (*members_of(layers, layer.id), layer)
    return block, tuple(each for each in layers if each not in block)


def _group_at(rest: Layers, at: int, wish: str) -> str:
    """The group that a layer is in that lies below `rest[at]`; empty for none."""
    if at == len(rest):
        return ""
    if rest[at].kind is LayerKind.GROUP:
        return rest[at].id
    inside = rest[at].group
    is_between = at > 0 and rest[at - 1].group == inside
    return inside if is_between or inside == wish else ""


def _group(document: Document, layer_id: str) -> Layer:
    layer = document.layer(layer_id)
    if layer.kind is not LayerKind.GROUP:
        raise LayerError(f"{layer.name!r} is no group")
    return layer
