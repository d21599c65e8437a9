"""Fills closed regions exactly, where the pen says, and shows beforehand what it would fill."""

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.background import BackgroundWorker
from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import BrushSettings, ToolName
from app.canvas.viewport import Point
from app.document.color_edits import FillRegion, replace_color
from app.document.document import Document
from app.document.layer import LayerKind
from app.session import Session
from models.coloring.region_color import DrawingRegions, find_drawing_regions
from models.geometry import Size
from models.hints.hints import AreaHint, LineArt
from models.hints.spans import Spans, spans_of_rows
from models.regions.sampled import LabelRows, label_strips


class RegionFiller(QObject):
    """Knows a drawing's regions while the fill tool is chosen, and fills them.

    They are found on the thread for files; what is asked before they are known is done then.

    Signals
    failed  why nothing can be filled.
    """

    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        background: BackgroundWorker,
        canvas: CanvasWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._canvas = canvas
        self._drawing: LineArt | None = None
        self._regions: DrawingRegions | None = None
        self._places: dict[int, tuple[int, int, Spans]] = {}
        self._waiting: list[Point] = []
        self._pointer: Point | None = None
        canvas.fill_asked.connect(self._fill)
        canvas.pointer_moved.connect(self._hover)
        canvas.tool_changed.connect(self._take_tool)
        canvas.brush_changed.connect(self._take_brush)
        session.document_changed.connect(self._take_document)

    def _take_tool(self, name: ToolName) -> None:
        if name is ToolName.FILL:
            self._look()
        self._show_reach()

    def _take_brush(self, _brush: BrushSettings) -> None:
        self._show_reach()

    def _take_document(self, document: Document) -> None:
        """Another drawing is open, or its lines were read another way."""
        if document.line_art is self._drawing:
            return
        self._drawing, self._regions = None, None
        self._places.clear()
        self._waiting.clear()
        if self._canvas.tool_name is ToolName.FILL:
            self._look()
        self._show_reach()

    def _look(self) -> None:
        """Have the drawing's regions found, if they are not known."""
        document = self._session.document
        if document is None or document.line_art is self._drawing:
            return
        line_art = document.line_art
        self._drawing = line_art
        self._background.run(
            self.tr("Finding the regions…"),
            lambda: find_drawing_regions(line_art.pixels),
            done=lambda regions: self._take_regions(line_art, regions),
            failed=lambda error: self.failed.emit(str(error)),
        )

    def _take_regions(self, line_art: LineArt, regions: DrawingRegions) -> None:
        if line_art is not self._drawing:
            return
        self._regions = regions
        waiting, self._waiting = self._waiting, []
        for point in waiting:
            self._fill(point)
        self._show_reach()

    def _fill(self, at: Point) -> None:
        if self._regions is None:
            self._waiting.append(at)
            self._look()
            return
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._replace(at)
            return
        filling = self._region_at(at)
        if filling is not None:
            self._canvas.apply(FillRegion(filling))

    def _replace(self, at: Point) -> None:
        """Give everything that has the colour at a point the brush's."""
        document, flats_u8 = self._session.document, self._session.pixels_of(LayerKind.FLATS)
        if document is None or flats_u8 is None or not document.size.holds(*at):
            return
        red, green, blue, _ = flats_u8[int(at[1]), int(at[0])].tolist()
        edit = replace_color(document, flats_u8, (red, green, blue), self._canvas.brush.color)
        self._canvas.apply(edit)

    def _hover(self, at: Point | None) -> None:
        self._pointer = at
        self._show_reach()

    def _show_reach(self) -> None:
        is_at_work = self._canvas.tool_name is ToolName.FILL and self._pointer is not None
        self._canvas.show_reach(
            self._region_at(self._pointer) if is_at_work and self._pointer is not None else None
        )

    def _region_at(self, at: Point) -> AreaHint | None:
        """The region at an image point in the brush's colour; None outside, or while not known."""
        if self._regions is None:
            return None
        labels = self._regions.labels
        if not Size(*labels.shape).holds(*at):
            return None
        row = int(at[1])
        region = int(labels[row : row + 1][0, int(at[0])])
        if region not in self._places:
            self._places[region] = _place_of(labels, region)
        left, top, spans = self._places[region]
        return AreaHint(left, top, spans, self._canvas.brush.color, is_local=True)


def _place_of(labels: LabelRows, region: int) -> tuple[int, int, Spans]:
    """Corner and pixels of a region of labels (H, W)."""
    found = []
    for rows in label_strips(labels.shape):
        mask = labels[rows] == region
        inside = np.flatnonzero(mask.any(axis=1))
        if len(inside):
            steps = np.diff(mask[inside].astype(np.int8), axis=1, prepend=0, append=0)
            line, start = np.nonzero(steps > 0)
            found.append((inside[line] + rows.start, start, np.nonzero(steps < 0)[1]))
    return spans_of_rows(*(np.concatenate(column) for column in zip(*found)))
