"""Shows the closed regions of a drawing, each in a colour of its own, over the picture."""

from math import ceil, sqrt

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.window.regions.finder import RegionFinder
from models.coloring.region_color import DrawingRegions
from models.regions.sampled import label_strips

MOST_PIXELS = 4_000_000
"""Of the picture of regions; larger drawings are shown more coarsely."""
SEED = 7


class RegionView(QObject):
    """Keeps the canvas's picture of regions up to date while it is switched on."""

    def __init__(
        self, finder: RegionFinder, canvas: CanvasWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._canvas = canvas
        self._is_on = False
        self._was_shown = False
        finder.changed.connect(self._show)
        canvas.tool_changed.connect(lambda _: self._take_tool())

    def set_on(self, is_on: bool) -> None:
        """Show the regions of this drawing and of those that are opened later, or none."""
        self._is_on = is_on
        self._show()

    @property
    def _is_wanted(self) -> bool:
        """Whether regions are to be seen: always where they are joined."""
        return self._is_on or self._canvas.tool_name is ToolName.JOIN

    def _take_tool(self) -> None:
        if self._is_wanted != self._was_shown:
            self._show()

    def _show(self) -> None:
        self._was_shown = self._is_wanted
        if self._is_wanted and self._finder.regions is None:
            self._finder.want()
        shown = self._finder.regions if self._is_wanted else None
        self._canvas.overlay.regions = None if shown is None else paint_regions(shown)
        self._canvas.update()


def paint_regions(regions: DrawingRegions) -> QImage:
    """Every region in a colour of its own; the largest, which mostly is the paper, in none."""
    height, width = regions.labels.shape
    step = ceil(sqrt(height * width / MOST_PIXELS))
    rows = []
    for strip in label_strips((height, width)):
        first = -strip.start % step
        rows.append(regions.labels[strip][first::step, ::step])
    labels = np.concatenate(rows)
    hues = np.random.default_rng(SEED).random(regions.count)
    colors = np.stack([np.sin(2 * np.pi * (hues + third / 3)) for third in range(3)], axis=1)
    table = np.full((regions.count, 4), 255, dtype=np.uint8)
    table[:, :3] = 150 + 90 * colors
    table[np.argmax(np.bincount(labels.ravel(), minlength=regions.count))] = 0
    rgba_u8 = np.ascontiguousarray(table[labels])
    height, width = labels.shape
    image = QImage(rgba_u8.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.copy()
