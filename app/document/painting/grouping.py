"""Edits of the order of layers, and of the groups that the artist's own lie in."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.document.document import Document
from app.document.layer import OWN_KINDS, Layer, LayerKind, block_of, members_of
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
    """Put a layer of the artist's own, or a group, into a new group, which takes its mode.

    The picture stays as it is.
    """

    layer_id: str
    merge_key: ClassVar[None] = None
    title: ClassVar[str] = said("Group layers")

    def apply(self, document: Document) -> Document:
        """The document with the group.

        Raises LayerError for a layer that nobody painted, or too many groups within each other;
        BudgetError if a project could not hold so many.
        """
        layer = document.layer(self.layer_id)
        if layer.kind not in OWN_KINDS:
            raise LayerError(f"{layer.name!r} cannot be grouped; choose a paint layer or a group")
        check_layers(len(document.layers) + 1, document.size.width, document.size.height)
        ids = {each.id for each in document.layers}
        number = next(n for n in range(1, len(ids) + 2) if f"{_PREFIX}-{n}" not in ids)
        group = Layer(
            id=f"{_PREFIX}-{number}",
            kind=LayerKind.GROUP,
            name=f"Group {number}",
            blend=layer.blend,
            group=layer.group,
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
            replace(layer, group=group.group) if layer.group == group.id else layer
            for layer in rest
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
        merged = merged_group(document, group)
        *members, _ = block_of(document.layers, group)
        one = replace(
            members[0],
            name=group.name,
            visible=group.visible,
            opacity=group.opacity,
            blend=group.blend,
            group=group.group,
        )
        gone = {layer.id for layer in members}
        layers = tuple(
            one if layer is group else layer for layer in document.layers if layer.id not in gone
        )
        for layer_id in gone:
            document = document.with_painting(layer_id, None)
        return replace(document, layers=layers).with_painting(one.id, merged)


def merged_group(document: Document, group: Layer) -> Painting:
    """What a group's layers show by themselves, without its own mode and opacity."""
    merged = Painting(document.size)
    for layer in members_of(document.layers, group.id):
        is_group = layer.kind is LayerKind.GROUP
        upper = merged_group(document, layer) if is_group else document.painting(layer.id)
        if not layer.visible or upper.box.is_empty:
            continue
        box = upper.box.united(merged.box)
        above = faded(upper.pixels(box), layer.opacity)
        merged = merged.written(box, laid_over(merged.pixels(box), above, layer.blend))
    return merged


@dataclass(frozen=True, slots=True)
class MoveLayer:
    """Move a layer, or a group with what is in it, so that so many of the others lie below it.

    index  positions beyond are clipped, and what cannot lie in a group goes above it.
    group  that one of the artist's own is to be in where it touches that group's lower end;
           between a group's layers it is in that one anyway.
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
        """The document with its layers in the new order.

        Raises LayerError, also for too many groups within each other.
        """
        layer = document.layer(self.layer_id)
        (*inner, _), rest = _taken(document.layers, layer)
        at = min(max(self.index, 0), len(rest))
        if layer.kind not in OWN_KINDS:
            at = next(each for each in range(at, len(rest) + 1) if not _groups_at(rest, each)[0])
        groups = _groups_at(rest, at)
        group = self.group if self.group in groups and layer.kind in OWN_KINDS else groups[0]
        moved = (*inner, replace(layer, group=group))
        layers = without_empty_groups((*rest[:at], *moved, *rest[at:]))
        return document if layers == document.layers else replace(document, layers=layers)


def step(layers: Layers, layer_id: str, rows: int) -> Spot | None:
    """Where a layer goes by one row up (-1) or down (1) of the list; None at the list's end.

    One of the artist's own goes into each group that it meets, and out of its own at the ends of
    that; any other passes groups by.
    """
    layer = next(each for each in layers if each.id == layer_id)
    block, rest = _taken(layers, layer)
    spots = [
        Spot(at, group)
        for at in range(len(rest) + 1)
        for group in _groups_at(rest, at)
        if layer.kind in OWN_KINDS or not group
    ]
    place = spots.index(Spot(layers.index(block[0]), layer.group)) - rows
    return spots[place] if 0 <= place < len(spots) else None


def without_empty_groups(layers: Layers) -> Layers:
    """Layers less the groups that hold nothing."""
    used = {layer.group for layer in layers}
    kept = tuple(layer for layer in layers if layer.kind is not LayerKind.GROUP or layer.id in used)
    return layers if kept == layers else without_empty_groups(kept)


def _taken(layers: Layers, layer: Layer) -> tuple[Layers, Layers]:
    """A layer with what is in it, bottom to top, and the others."""
    block = block_of(layers, layer)
    return block, tuple(each for each in layers if each not in block)


def _groups_at(rest: Layers, at: int) -> tuple[str, ...]:
    """The groups that a layer may be in that lies below `rest[at]`, outermost first.

    The first is the one that it is in anyway, empty for none; in others it is the lowest.
    """
    inside, lowest = "", []
    for index in range(len(rest) - 1, at - 1, -1):
        group = rest[index]
        if group.kind is LayerKind.GROUP:
            lower = index + 1 - len(block_of(rest, group))
            if lower < at:
                inside = group.id
            elif lower == at:
                lowest.append(group.id)
    return inside, *lowest


def _group(document: Document, layer_id: str) -> Layer:
    layer = document.layer(layer_id)
    if layer.kind is not LayerKind.GROUP:
        raise LayerError(f"{layer.name!r} is no group")
    return layer
