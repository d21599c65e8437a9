"""The document: everything the artist decided, as one frozen value.

Pixels of layers are not in it, but for those that the artist painted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.document.color_sets import NO_SETS, ColorSets
from app.document.layer import (
    Layer,
    LayerKind,
    check_groups,
    default_layers,
    groups_around,
    line_blend,
)
from app.document.painting.painting import Painting
from app.document.palette import Palette
from app.document.selecting.selection import Bounds, Selection
from app.errors import LayerError
from models.coloring.trace import TraceAreas
from models.geometry import Size
from models.hints.hints import HintSet, LineArt, TagSelection
from models.lighting.light import Light
from models.lighting.strokes import LightStroke
from models.line_color import LineColor
from models.matching.references import References
from models.regions.barriers import Barriers, with_barriers
from models.regions.drawn_lines import DrawnLines, LineKind
from models.regions.wishes import Joins, RegionWishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A line drawing and all that was said about its colours. Undo swaps one for another.

    name         shown to the user: the drawing's file name without folder.
    layers       bottom to top.
    generator    name in the catalogue; empty: the catalogue's first usable one.
    dpi          of the opened picture, (horizontal, vertical), kept for saving.
    icc_profile  of the opened picture, kept for saving.
    trace        areas of shade and highlight that the drawing's trace lines bounded; None if the
                 picture was not read for them.
    line_kind    what the drawing's lines are, and whether the artist said so.
    clean_paper  the lines lie over the colours without their paper.
    line_color   what colour they take; None: they stay as they are drawn.
    gap          widest gap in the lines that is closed, in pixels; None: by the drawing's size.
    smallest     side of the smallest region, in pixels; None: so, too.
    barriers     invisible lines that keep colours apart.
    joins        paths that make the regions that they lead through one.
    tidy         how far the generator's painting is tidied, 0 to 1; None: as the generator says.
    variant      which picture of a generator that makes several, from 0.
    light        where shade and highlights come from; None: as the generator has them.
    light_strokes  shade and light that the artist painted; they show while there is a light.
    color_sets  what colours are shown as. Hints, swatches and tags name each by its key.
    references  coloured drawings that tell regions their colours.
    selection  what paint may touch; None: everything.
    paintings  what is painted on each paint layer, by its id; an empty one is left out.
    """

    line_art: LineArt
    name: str = "Untitled"
    hints: HintSet = field(default_factory=HintSet)
    tags: TagSelection = field(default_factory=TagSelection)
    palette: Palette = field(default_factory=Palette)
    layers: tuple[Layer, ...] = field(default_factory=default_layers)
    generator: str = ""
    dpi: tuple[float, float] | None = None
    icc_profile: bytes | None = None
    trace: TraceAreas | None = None
    line_kind: LineKind = LineKind.DARK
    is_line_kind_set: bool = False
    clean_paper: bool = False
    line_color: LineColor | None = None
    gap: float | None = None
    smallest: float | None = None
    barriers: Barriers = ()
    joins: Joins = ()
    tidy: float | None = None
    variant: int = 0
    light: Light | None = None
    light_strokes: tuple[LightStroke, ...] = ()
    color_sets: ColorSets = NO_SETS
    references: References = field(default_factory=References)
    selection: Selection | None = None
    paintings: Mapping[str, Painting] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        ids = [layer.id for layer in self.layers]
        if len(set(ids)) != len(ids):
            raise LayerError(f"layer ids must differ; got {', '.join(ids)}")
        check_groups(self.layers)
        for layer_id, painting in self.paintings.items():
            if self.layer(layer_id).kind is not LayerKind.PAINT or painting.size != self.size:
                raise LayerError(f"{layer_id!r} is no paint layer of {self.size}")

    @property
    def size(self) -> Size:
        """Height and width of the drawing and of every layer."""
        return self.line_art.size

    @property
    def bounded(self) -> LineArt:
        """The drawing with its barriers as ink: what colours, fills and regions go by."""
        return with_barriers(self.line_art, self.barriers)

    @property
    def wishes(self) -> RegionWishes:
        """How regions are wanted, beyond what lines and barriers say."""
        return RegionWishes(self.gap, self.smallest, self.joins)

    @property
    def region_inputs(self) -> tuple[LineArt, RegionWishes]:
        """What closed regions depend on: what bounds them, and how they are wanted."""
        return self.bounded, self.wishes

    @property
    def shown_hints(self) -> HintSet:
        """The hints in the colours that they are shown in."""
        return self.color_sets.hints(self.hints)

    @property
    def shown_palette(self) -> Palette:
        """The palette in the colours that its swatches are shown in; equal ones are one."""
        shown = tuple(map(self.color_sets.shown, self.palette.colors))
        return replace(self.palette, colors=shown)

    @property
    def lit(self) -> Light | None:
        """The light, with the tones that colours have of their own."""
        tones = self.color_sets.tones
        return self.light and replace(self.light, own=tones)

    def keyed(self, hints: HintSet) -> tuple["Document", HintSet]:
        """Hints in colours as they are seen, named by their keys, and a document that has these."""
        sets, hints = self.color_sets.keyed(hints, self.palette.colors)
        is_known = sets is self.color_sets
        return self if is_known else replace(self, color_sets=sets), hints

    @property
    def lines(self) -> DrawnLines:
        """The drawing's lines as they were read, and how they lie over the colours."""
        return DrawnLines(self.line_art, self.line_kind, self.clean_paper, self.line_color)

    def with_lines(self, lines: DrawnLines, *, is_set: bool) -> "Document":
        """The document with its drawing read anew; `is_set`: the artist said what is line."""
        blend = line_blend(lines)
        return replace(
            self,
            line_art=lines.line_art,
            line_kind=lines.kind,
            is_line_kind_set=is_set,
            clean_paper=lines.clean_paper,
            line_color=lines.color,
            layers=tuple(
                replace(layer, blend=blend) if layer.kind is LayerKind.LINE else layer
                for layer in self.layers
            ),
        )

    def shows(self, layer_id: str) -> bool:
        """Whether the picture depends on a layer: it is visible, or lines take their colours of it.

        Raises LayerError.
        """
        layer = self.layer(layer_id)
        return self.is_seen(layer) or (layer.kind is LayerKind.FLATS and self.lines.reach > 0)

    def is_seen(self, layer: Layer) -> bool:
        """Whether a layer of the document, and the groups that it lies in, are shown at all."""
        around = groups_around(self.layers, layer)
        return all(each.visible and each.opacity > 0 for each in (layer, *around))

    def layer(self, layer_id: str) -> Layer:
        """The layer with this id. Raises LayerError."""
        return self.layers[self.index_of(layer_id)]

    def index_of(self, layer_id: str) -> int:
        """Position of a layer from the bottom. Raises LayerError."""
        for index, layer in enumerate(self.layers):
            if layer.id == layer_id:
                return index
        known = ", ".join(layer.id for layer in self.layers)
        raise LayerError(f"no layer {layer_id!r}; the document has {known}")

    def layer_of(self, kind: LayerKind) -> Layer | None:
        """The topmost layer of this kind, None if there is none."""
        return next((layer for layer in reversed(self.layers) if layer.kind is kind), None)

    def with_layer(self, layer: Layer) -> "Document":
        """The document with the layer of the same id replaced. Raises LayerError."""
        index = self.index_of(layer.id)
        if self.layers[index] == layer:
            return self
        return replace(self, layers=(*self.layers[:index], layer, *self.layers[index + 1 :]))

    def painting(self, layer_id: str) -> Painting:
        """What is painted on a layer; an empty one if nothing is."""
        return self.paintings.get(layer_id) or Painting(self.size)

    @property
    def bounds(self) -> Bounds | None:
        """Which pixels paint may touch; None: all."""
        return None if self.selection is None else self.selection.within

    def with_painting(self, layer_id: str, painting: Painting | None) -> "Document":
        """The document with this painted on a layer; None or an empty one: nothing."""
        others = {known: each for known, each in self.paintings.items() if known != layer_id}
        own = {layer_id: painting} if painting is not None and painting.tiles else {}
        return replace(self, paintings=MappingProxyType(others | own))

    def paint_beyond(self, before: "Document") -> int:
        """Bytes of painted pixels that it holds and another document does not."""
        if self.paintings is before.paintings:
            return 0
        return sum(
            painting.new_bytes(before.painting(layer_id))
            for layer_id, painting in self.paintings.items()
        )
