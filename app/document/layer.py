"""Layers of a document: their names and how they are shown. Their pixels live elsewhere."""

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


COLOR_KINDS = (LayerKind.COLOR, LayerKind.FLATS, LayerKind.SHADE, LayerKind.HIGHLIGHT)
"""What a generator's answer fills."""


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
    """

    id: str
    kind: LayerKind
    name: str
    visible: bool = True
    opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL
    locks_alpha: bool = False
    keeps_to_region: bool = False

    def __post_init__(self) -> None:
        if not self.id:
            raise LayerError(f"a layer needs an id; {self.name!r} has none")
        if not 0.0 <= self.opacity <= 1.0:
            raise LayerError(f"opacity lies between 0 and 1; {self.id!r} got {self.opacity}")

    @property
    def is_colored(self) -> bool:
        """Whether a generator fills it."""
        return self.kind in COLOR_KINDS


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
