"""Fills closed regions exactly, where the pen says, and shows beforehand what it would fill."""

from collections.abc import Callable, Sequence
from functools import partial

import cv2
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
from models.coloring.region_color import DrawingRegions
from models.geometry import Size
from models.hints.hints import AreaHint
from models.hints.spans import Spans, spans_of_rows
from models.regions.sampled import LabelRows, label_strips

FILLERS = (ToolName.FILL, ToolName.LASSO)
ENCLOSED_SHARE = 0.8
"""Of a region that must lie in a loop: a hand does not follow lines to the pixel."""


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
        self._waiting: list[Callable[[], None]] = []
        self._pointer: Point | None = None
        canvas.fill_asked.connect(self._fill)
        canvas.loop_closed.connect(self._enclose)
        canvas.pointer_moved.connect(self._hover)
        canvas.tool_changed.connect(self._take_tool)
        canvas.brush_changed.connect(lambda _: self._show_reach())
        finder.changed.connect(self._take_regions)

    def _take_tool(self, name: ToolName) -> None:
        if name in FILLERS:
            self._finder.want()
        self._show_reach()

    def _take_regions(self) -> None:
        self._places.clear()
        waiting, self._waiting = self._waiting, []
        if self._finder.regions is not None:
            for work in waiting:
                work()
        elif self._canvas.tool_name in FILLERS:
            self._finder.want()
        self._show_reach()

    def _fill(self, at: Point) -> None:
        if self._finder.regions is None:
            self._waiting.append(partial(self._fill, at))
            self._finder.want()
            return
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._replace(at)
            return
        filling = self._region_at(at)
        if filling is not None:
            self._canvas.apply(FillRegion(filling))

    def _enclose(self, path: tuple[Point, ...]) -> None:
        """Fill every region that a loop holds."""
        if self._finder.regions is None:
            self._waiting.append(partial(self._enclose, path))
            self._finder.want()
            return
        for region in enclosed_regions(self._finder.regions, path):
            self._canvas.apply(FillRegion(self._place(region)))

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
        return self._place(region)

    def _place(self, region: int) -> AreaHint:
        """A region in the brush's colour."""
        assert self._finder.regions is not None
        if region not in self._places:
            self._places[region] = _place_of(self._finder.regions.labels, region)
        left, top, spans = self._places[region]
        return AreaHint(left, top, spans, self._canvas.brush.color, is_local=True)


def enclosed_regions(regions: DrawingRegions, path: Sequence[Point]) -> tuple[int, ...]:
    """The regions of which a closed path of image points holds ENCLOSED_SHARE or more."""
    height, width = regions.labels.shape
    corners = np.round(np.array([path])).astype(np.int32)
    inside, whole = (np.zeros(regions.count, dtype=np.int64) for _ in range(2))
    for rows in label_strips((height, width)):
        mask = np.zeros((rows.stop - rows.start, width), dtype=np.uint8)
        cv2.fillPoly(mask, [*(corners - (0, rows.start))], (1,))
        labels = regions.labels[rows]
        whole += np.bincount(labels.ravel(), minlength=regions.count)
        inside += np.bincount(labels[mask > 0], minlength=regions.count)
    held = (inside > 0) & (inside >= ENCLOSED_SHARE * whole)
    return tuple(np.flatnonzero(held).tolist())


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
