"""Fills closed regions exactly, where the pen says, and shows beforehand what it would fill."""

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.canvas.viewport import Point
from app.document.color_edits import FillRegion, replace_color
from app.document.layer import LayerKind
from app.session import Session
from app.window.regions.finder import RegionFinder
from models.geometry import Size
from models.hints.hints import AreaHint
from models.hints.spans import Spans, spans_of_rows
from models.regions.sampled import LabelRows, label_strips


class RegionFiller(QObject):
    """Fills regions as the fill tool asks; what is asked before they are known is done then."""

    def __init__(
        self,
        session: Session,
        finder: RegionFinder,
        canvas: CanvasWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self._canvas = canvas
        self._places: dict[int, tuple[int, int, Spans]] = {}
        self._waiting: list[Point] = []
        self._pointer: Point | None = None
        canvas.fill_asked.connect(self._fill)
        canvas.pointer_moved.connect(self._hover)
        canvas.tool_changed.connect(self._take_tool)
        canvas.brush_changed.connect(lambda _: self._show_reach())
        finder.changed.connect(self._take_regions)

    def _take_tool(self, name: ToolName) -> None:
        if name is ToolName.FILL:
            self._finder.want()
        self._show_reach()

    def _take_regions(self) -> None:
        self._places.clear()
        waiting, self._waiting = self._waiting, []
        if self._finder.regions is not None:
            for point in waiting:
                self._fill(point)
        elif self._canvas.tool_name is ToolName.FILL:
            self._finder.want()
        self._show_reach()

    def _fill(self, at: Point) -> None:
        if self._finder.regions is None:
            self._waiting.append(at)
            self._finder.want()
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
        reach = None
        if self._canvas.tool_name is ToolName.FILL and self._pointer is not None:
            reach = self._region_at(self._pointer)
        self._canvas.update_region(self._canvas.overlay.set_reach(reach))

    def _region_at(self, at: Point) -> AreaHint | None:
        """The region at an image point in the brush's colour; None outside, or while not known."""
        if self._finder.regions is None:
            return None
        labels = self._finder.regions.labels
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
