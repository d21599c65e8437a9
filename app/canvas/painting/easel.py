"""The paint layer that the pen works on, and the tools that paint there."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.canvas.compositor import Compositor
from app.canvas.painting.draft import PaintDraft, PaintWay
from app.canvas.painting.placing import PlaceTool, Placing
from app.canvas.painting.selecting import Selector, SelectTool
from app.canvas.painting.touches import BrushTip, TouchPath
from app.canvas.tools import BrushSettings, Tool, ToolHost, ToolName, ToolSample
from app.canvas.viewport import Point
from app.document.document import Document
from app.document.layer import Layer, LayerKind
from app.document.painting.edits import Paint
from app.document.selecting.selection import Bounds, both
from app.languages.said import said
from app.session import Session
from models.arrays import BoolArray
from models.geometry import Rect


class UnpaintableError(Exception):
    """Why the pen cannot paint now; for the user."""


class EaselHost(Protocol):
    """What the easel needs of the canvas."""

    @property
    def brush(self) -> BrushSettings:
        """Colour, radius and ways of the brush."""

    def show_painted(self, region: Rect) -> None:
        """Show pixels of the picture that changed, at once."""


class Easel(QObject):
    """Paints on the chosen layer, if that is one to paint on; then brush and eraser are paint's.

    Signals
    changed  another layer is painted on, or none.
    placing_moved  the picture that is placed, dragged elsewhere.
    refused  why a stroke cannot be painted.

    Attributes
    placing    a picture that is placed: until it is, every tool but hand and picker drags it.
    selector   tells what is to be selected.
    bounds_at  what bounds a stroke that begins at an image point. Raises UnpaintableError.
    """

    changed = Signal()
    placing_moved = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, compositor: Compositor, host: EaselHost) -> None:
        super().__init__(session)
        self._session, self._compositor, self._host = session, compositor, host
        self._layer_id = ""
        self._tools: dict[ToolName, Tool] = {
            ToolName.BRUSH: PaintTool(self, erases=False),
            ToolName.ERASER: PaintTool(self, erases=True),
        }
        self.placing: Placing | None = None
        self._place = PlaceTool(lambda: self.placing, self.placing_moved.emit)
        self.selector = Selector()
        self._select = SelectTool(self.selector)
        self.bounds_at: Callable[[Layer, Point], Bounds | None] = lambda layer, at: None
        session.document_changed.connect(self._take_document)

    @property
    def layer(self) -> Layer | None:
        """The layer that is painted on; None if the chosen one is none of the artist's own."""
        document = self._session.document
        layers = document.layers if document is not None else ()
        found = (layer for layer in layers if layer.id == self._layer_id)
        return next((layer for layer in found if layer.kind is LayerKind.PAINT), None)

    @property
    def usable_layer(self) -> Layer:
        """The same. Raises UnpaintableError where it is hidden."""
        layer = self.layer
        if layer is None:
            raise UnpaintableError(self.tr("Choose a paint layer, or add one."))
        document = self._session.document
        if document is None or not document.is_seen(layer):
            text = self.tr("{layer} is hidden: show it to paint on it.")
            raise UnpaintableError(text.format(layer=layer.name))
        return layer

    def choose(self, layer_id: str) -> None:
        """Work on a layer; one that nobody paints on leaves brush and eraser to the hints."""
        if layer_id != self._layer_id:
            self._layer_id = layer_id
            self.changed.emit()

    def tool(self, name: ToolName) -> Tool | None:
        """What a tool of this name does with paint; None if it does nothing, or none is chosen.

        To select, no layer to paint on need be chosen.
        """
        if self.placing is not None and name not in (ToolName.PAN, ToolName.PICKER):
            return self._place
        if name is ToolName.SELECT:
            return self._select
        return self._tools.get(name) if self.layer is not None else None

    # What its tools ask for

    def begin(self, at: Point, *, erases: bool) -> PaintDraft | None:
        """A stroke that begins at an image point; None, with a word, where none can be."""
        document, brush = self._session.document, self._host.brush
        try:
            layer = self.usable_layer
            bounds = self.bounds_at(layer, at)
        except UnpaintableError as reason:
            self.refused.emit(str(reason))
            return None
        assert document is not None
        tip = BrushTip(
            brush.radius, brush.hardness, brush.opacity, brush.uses_pressure, brush.fades
        )
        bounds = both(bounds, document.bounds)
        way = PaintWay(None if erases else brush.color, layer.locks_alpha, bounds)
        return PaintDraft(layer.id, document.painting(layer.id), way, TouchPath(tip))

    def show(self, draft: PaintDraft, changed: Rect) -> None:
        """Show a stroke in the making where it changed."""
        self._compositor.draft = draft
        self._host.show_painted(changed)

    def finish(self, draft: PaintDraft, title: str) -> None:
        """Make the stroke an undo step, unless its layer was changed or taken away meanwhile."""
        document = self._session.document
        layers = document.layers if document is not None else ()
        is_there = any(layer.id == draft.layer_id for layer in layers)
        if document is None or not is_there or document.painting(draft.layer_id) != draft.base:
            self.drop(draft)
            return
        painting = draft.finished()
        self._compositor.land(painting)
        self._session.apply(Paint(draft.layer_id, painting, title))
        self._compositor.land(None)

    def drop(self, draft: PaintDraft) -> None:
        """Give the stroke up."""
        self._compositor.land(None)
        self._host.show_painted(draft.touched)

    def fill(self, area: Rect, inside: BoolArray) -> None:
        """Paint some pixels of an area in the brush's colour, bool (h, w); a drag is one step."""
        document, brush = self._session.document, self._host.brush
        try:
            layer = self.usable_layer
        except UnpaintableError as reason:
            self.refused.emit(str(reason))
            return
        assert document is not None
        way = PaintWay(brush.color, layer.locks_alpha, document.bounds)
        painting = document.painting(layer.id)
        cover = inside * np.uint8(round(255 * brush.opacity))
        filled = painting.written(area, way.applied(area, painting.pixels(area), cover))
        self._session.apply(Paint(layer.id, filled, said("Fill"), merges=True))

    def _take_document(self, _: Document) -> None:
        self.changed.emit()


class PaintTool:
    """Paints or erases on the easel's layer; a stroke is one undo step."""

    def __init__(self, easel: Easel, *, erases: bool) -> None:
        self._easel, self._erases = easel, erases
        self._draft: PaintDraft | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Begin a stroke."""
        self._draft = self._easel.begin(sample.image.position, erases=self._erases)
        self.move(sample, host)

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Lead the stroke on."""
        if self._draft is not None:
            pen = sample.image
            self._easel.show(self._draft, self._draft.go_on(pen.x, pen.y, pen.pressure))

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Finish the stroke."""
        self.move(sample, host)
        draft, self._draft = self._draft, None
        if draft is not None:
            self._easel.finish(draft, said("Erase paint" if self._erases else "Paint"))

    def cancel(self, host: ToolHost) -> None:
        """Forget the stroke."""
        if self._draft is not None:
            self._easel.drop(self._draft)
            self._draft = None
