"""Layers of a document: their names and how they are shown. Their pixels live elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.errors import LayerError
from models.regions.drawn_lines import DrawnLines


class LayerKind(StrEnum):
    """What a layer holds."""

    LINE = "line"
    HINTS = "hints"
    COLOR = "colour"
    FLATS = "flats"
    SHADE = "shade"
    HIGHLIGHT = "highlight"
    PAINT = "paint"
    GROUP = "group"


OWN_KINDS = (LayerKind.PAINT, LayerKind.GROUP)
"""What the artist adds, names and deletes."""
COLOR_KINDS = (LayerKind.COLOR, LayerKind.FLATS, LayerKind.SHADE, LayerKind.HIGHLIGHT)
"""What a generator's answer fills."""
MOST_NESTED = 10
"""Groups within each other, as many as Photoshop opens."""


class BlendMode(StrEnum):
    """How a layer joins what lies below it."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"
    OVERLAY = "overlay"
    ADD = "add"


def line_blend(lines: DrawnLines) -> BlendMode:
    """How a drawing joins the colours under it."""
    return BlendMode.MULTIPLY if lines.is_multiplied else BlendMode.NORMAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer's description.

    id       unique in the document and stable for its life; the key of its pixels.
    opacity  0 (unseen) to 1.
    locks_alpha      paint changes the colours of a paint layer, and no pixel's opacity.
    keeps_to_region  a stroke on it stays in the region that it began in.
    group    id of the group that one of the artist's own lies in; empty for none.
    """

    id: str
    kind: LayerKind
    name: str
    visible: bool = True
    opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL
    locks_alpha: bool = False
    keeps_to_region: bool = False
    group: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise LayerError(f"a layer needs an id; {self.name!r} has none")
        if not 0.0 <= self.opacity <= 1.0:
            raise LayerError(f"opacity lies between 0 and 1; {self.id!r} got {self.opacity}")
        if self.group and self.kind not in OWN_KINDS:
            raise LayerError(f"only your own layers lie in groups; {self.id!r} is {self.kind}")

    @property
    def is_colored(self) -> bool:
        """Whether a generator fills it."""
        return self.kind in COLOR_KINDS


def members_of(layers: Sequence[Layer], group_id: str) -> tuple[Layer, ...]:
    """The layers and groups in a group, bottom to top; none where the id is no group's."""
    return tuple(layer for layer in layers if layer.group == group_id) if group_id else ()


def block_of(layers: Sequence[Layer], layer: Layer) -> tuple[Layer, ...]:
    """A layer, and below it all that is in it, whatever its depth."""
    at = lowest = layers.index(layer)
    groups = {layer.id}
    while lowest > 0 and layers[lowest - 1].group in groups:
        lowest -= 1
        groups.add(layers[lowest].id)
    return tuple(layers[lowest : at + 1])


def groups_around(layers: Sequence[Layer], layer: Layer) -> tuple[Layer, ...]:
    """The groups that a layer lies in, the nearest first."""
    nearest = next((each for each in layers if layer.group and each.id == layer.group), None)
    return () if nearest is None else (nearest, *groups_around(layers, nearest))


def check_groups(layers: Sequence[Layer]) -> None:
    """Raises LayerError unless each group holds layers, right below it, and few lie in each other.

    From the top down, what follows a group is in it until something is that is not.
    """
    around: list[str] = []
    is_empty = False
    for layer in reversed(layers):
        if is_empty and layer.group != around[-1]:
            break
        while around and around[-1] != layer.group:
            around.pop()
        if layer.group and not around:
            raise LayerError(f"{layer.id!r} does not lie right below its group {layer.group!r}")
        is_empty = layer.kind is LayerKind.GROUP
        if is_empty:
            around.append(layer.id)
        if len(around) > MOST_NESTED:
            raise LayerError(f"at most {MOST_NESTED} groups may lie within each other")
    if is_empty:
        raise LayerError(f"group {around[-1]!r} holds nothing")


def highlight_layer(layer_id: str = "highlight") -> Layer:
    """What is brighter than flats times shade, screened over them; hidden as they are."""
    return Layer(
        id=layer_id,
        kind=LayerKind.HIGHLIGHT,
        name="Highlight",
        visible=False,
        blend=BlendMode.SCREEN,
    )


def default_layers() -> tuple[Layer, ...]:
    """The layers of a new document, bottom to top.

    Flats, shade and highlight start hidden: the colour layer already holds what they make
    together. Shown, they lie above it, so that they take its place.
    """
    return (
        Layer(id="colour", kind=LayerKind.COLOR, name="Colour"),
        Layer(id="flats", kind=LayerKind.FLATS, name="Flats", visible=False),
        Layer(
            id="shade",
            kind=LayerKind.SHADE,
            name="Shade",
            visible=False,
            blend=BlendMode.MULTIPLY,
        ),
        highlight_layer(),
        Layer(id="line", kind=LayerKind.LINE, name="Line art", blend=BlendMode.MULTIPLY),
        Layer(id="hints", kind=LayerKind.HINTS, name="Hints"),
    )
