"""Selects what the pen asks for: a region, a colour, what a loop holds; or all, or the rest."""

from functools import partial

import cv2
import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.canvas.viewport import Point
from app.document.layer import LayerKind
from app.document.selecting.edits import ClearSelected, Select
from app.document.selecting.selection import Joining, Selection, joined
from app.languages.said import said
from app.panels.layers.work import LayerWork
from app.session import Session
from app.window.regions.places import RegionPlaces
from models.arrays import BoolArray, U8Array
from models.geometry import Rect
from models.rows import row_bands


class SelectionControl(QObject):
    """Makes selections by the select tool and the commands.

    Signals
    changed  how it selects.
    refused  why nothing is deleted.

    Attributes
    by_color  a press takes every pixel of the colour there, not the region.
    joining   what becomes of what was selected; Shift adds.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        session: Session,
        places: RegionPlaces,
        canvas: CanvasWidget,
        work: LayerWork,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._places, self._canvas, self._work = session, places, canvas, work
        self.by_color, self.joining = False, Joining.REPLACE
        selector = canvas.easel.selector
        selector.pressed.connect(self._press)
        selector.drawn.connect(self._enclose)
        canvas.tool_changed.connect(self._take_tool)

    def set_by_color(self, by_color: bool) -> None:
        """Let a press take a colour everywhere, or the region."""
        self.by_color = by_color
        self.changed.emit()

    def set_joining(self, joining: Joining) -> None:
        """Let more be added or taken away."""
        self.joining = joining
        self.changed.emit()

    # Commands

    def select_all(self) -> None:
        """Select the whole picture."""
        self._places.finder.in_turn(self._select_all)

    def _select_all(self) -> None:
        if (document := self._session.document) is not None:
            whole = Rect.of(document.size)
            everything = Selection.of(whole, np.ones(whole.shape, dtype=bool))
            self._session.apply(Select(everything, said("Select all")))

    def select_none(self) -> None:
        """Select nothing in particular."""
        nothing = Select(None, said("Select nothing"))
        self._places.finder.in_turn(lambda: self._session.apply(nothing))

    def invert(self) -> None:
        """Select what is not selected."""
        self._places.finder.in_turn(self._invert)

    def _invert(self) -> None:
        document = self._session.document
        if document is not None and document.selection is not None:
            rest = document.selection.inverted(document.size)
            self._session.apply(Select(rest, said("Invert selection")))

    def clear_paint(self) -> None:
        """Delete what is painted within the selection on the chosen layer."""
        if (layer := self._work.paint_layer) is None:
            return
        if reason := self._work.why_kept:
            self.refused.emit(reason)
        else:
            self._places.finder.in_turn(partial(self._clear, layer.id))

    def _clear(self, layer_id: str) -> None:
        document = self._session.document
        if document is not None and any(layer.id == layer_id for layer in document.layers):
            self._session.apply(ClearSelected(layer_id))

    # What the pen asks for

    def _press(self, at: Point) -> None:
        document = self._session.document
        if document is None or not document.size.holds(*at):
            return
        joining = self._asked_joining()
        finder = self._places.finder
        if self.by_color:
            finder.in_turn(partial(self._take_color, at, joining))
        else:
            finder.when_known(partial(self._take_region, at, joining))

    def _take_color(self, at: Point, joining: Joining | None) -> None:
        self._join(self._of_color(at), "Select colour", joining, at)

    def _take_region(self, at: Point, joining: Joining | None) -> None:
        if (region := self._places.at(at)) is not None:
            shape = self._places.shape(region)
            selection = Selection(shape.left, shape.top, shape.spans)
            self._join(selection, "Select region", joining, at)

    def _enclose(self, path: tuple[Point, ...]) -> None:
        document = self._session.document
        if document is None:
            return
        corners = np.floor(np.array(path)).astype(np.int32)
        (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        box = Rect(left, top, right + 1, bottom + 1).clipped(document.size)
        if box.is_empty:
            return
        mask = np.zeros(box.shape, dtype=np.uint8)
        cv2.fillPoly(mask, [corners - (box.left, box.top)], (1,))
        loop, joining = Selection.of(box, mask > 0), self._asked_joining()
        self._places.finder.in_turn(partial(self._join, loop, "Select by lasso", joining))

    def _of_color(self, at: Point) -> Selection | None:
        """Every pixel that has the colour at a point: painted there, else of the flats."""
        document, layer = self._session.document, self._work.paint_layer
        assert document is not None
        whole, x, y = Rect.of(document.size), int(at[0]), int(at[1])
        painting = document.painting(layer.id) if layer is not None else None
        if painting is not None and painting.pixels(Rect(x, y, x + 1, y + 1))[0, 0, 3]:
            return Selection.of(whole, _alike(painting.pixels(whole), x, y, 4))
        for kind in (LayerKind.FLATS, LayerKind.COLOR):
            pixels = self._session.pixels_of(kind)
            if pixels is not None:
                return Selection.of(whole, _alike(pixels, x, y, 3))
        return None

    def _asked_joining(self) -> Joining | None:
        """How the pen selects now; None with Shift."""
        is_shifted = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        return None if is_shifted else self.joining

    def _join(
        self,
        more: Selection | None,
        title: str,
        joining: Joining | None,
        at: Point | None = None,
    ) -> None:
        """Select more; with Shift a press on what is selected takes it away, all else adds."""
        document = self._session.document
        if document is None:
            return
        before = document.selection
        if joining is None:
            joining = Joining.ADD
            if at is not None and before is not None:
                x, y = int(at[0]), int(at[1])
                is_selected = bool(before.within(Rect(x, y, x + 1, y + 1)).any())
                joining = Joining.SUBTRACT if is_selected else Joining.ADD
        self._session.apply(Select(joined(before, more, joining), title))

    def _take_tool(self, name: ToolName) -> None:
        if name is ToolName.SELECT and not self.by_color:
            self._places.finder.want()


def _alike(pixels: U8Array, x: int, y: int, channels: int) -> BoolArray:
    """Which pixels, uint8 (H, W, 4), have the first channels of the one at (x, y): bool (H, W)."""
    wanted = pixels[y, x, :channels]
    alike = [
        (pixels[rows][..., :channels] == wanted).all(axis=2) for rows in row_bands(pixels.shape)
    ]
    return np.concatenate(alike)
