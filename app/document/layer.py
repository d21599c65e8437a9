"""Layers of a document: their names and how they are shown. Their pixels live elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import LayerError


class LayerKind(StrEnum):
    """What a layer holds."""

    LINE = "line"
    HINTS = "hints"
    COLOUR = "colour"
    FLATS = "flats"
    SHADE = "shade"


class BlendMode(StrEnum):
    """How a layer joins what lies below it."""

    NORMAL = "normal"
    MULTIPLY = "multiply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer's description.

    id       unique in the document and stable for its life; the key of its pixels.
    opacity  0 (unseen) to 1.
    """

    id: str
    kind: LayerKind
    name: str
    visible: bool = True
    opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL

    def __post_init__(self) -> None:
        if not self.id:
            raise LayerError(f"a layer needs an id; {self.name!r} has none")
        if not 0.0 <= self.opacity <= 1.0:
            raise LayerError(f"opacity lies between 0 and 1; {self.id!r} got {self.opacity}")


def default_layers() -> tuple[Layer, ...]:
    """The layers of a new document, bottom to top.

    Flats and shade start hidden: the colour layer already holds their product. Shown, they lie
    above it, so that flats alone, or flats times shade, take its place.
    """
    return (
        Layer(id="colour", kind=LayerKind.COLOUR, name="Colour"),
        Layer(id="flats", kind=LayerKind.FLATS, name="Flats", visible=False),
        Layer(
            id="shade",
            kind=LayerKind.SHADE,
            name="Shade",
            visible=False,
            blend=BlendMode.MULTIPLY,
        ),
        Layer(id="line", kind=LayerKind.LINE, name="Line art", blend=BlendMode.MULTIPLY),
        Layer(id="hints", kind=LayerKind.HINTS, name="Hints"),
    )
