"""Draws the composite through a viewport: shadow, paper, and the level that fits the zoom."""

import time

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from app.canvas.compositor import TILE, Compositor, LevelImage, level_for, tiles_of
from app.canvas.overlay.overlay import view_transform
from app.canvas.viewport import Viewport
from models.geometry import Rect

COMPOSE_BUDGET_S, DRAWING_BUDGET_S = 0.012, 0.002
"""Time that one repaint may spend on composing tiles, and with the pen down; the rest follows in
the next ones."""
SMOOTH_BELOW = 2.0
"""Zoom from which pixels stay sharp squares; 100 % without a turn is sharp by itself."""
SHADOW = ((5, 14), (3, 22), (1, 40))
"""Reach in view pixels and opacity (0..255) of the frames that make the picture's shadow."""


def exposed_area(viewport: Viewport, exposed: QRectF) -> Rect:
    """The picture pixels that a view rectangle can show, not clipped to the picture."""
    back = view_transform(viewport).inverted()[0].mapRect(exposed.adjusted(-2, -2, 2, 2))
    return Rect(
        int(back.left()) - 1, int(back.top()) - 1, int(back.right()) + 2, int(back.bottom()) + 2
    )


class PictureDisplay:
    """Paints what a compositor composes.

    Attributes
    is_drawing  the pen is down: a repaint takes less time for what the stroke did not change.
    """

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self.is_drawing = False

    def paint(self, painter: QPainter, viewport: Viewport, area: Rect) -> bool:
        """Paint the picture area; False if tiles are still missing and should follow soon."""
        size = self._compositor.size
        if size is None:
            return True
        transform = view_transform(viewport)
        _paint_paper(painter, viewport, QRectF(0, 0, size.width, size.height))
        area = area.clipped(size)
        if area.is_empty:
            return True
        level = level_for(viewport.zoom)
        budget = DRAWING_BUDGET_S if self.is_drawing else COMPOSE_BUDGET_S
        deadline = time.perf_counter() + budget
        is_complete = self._compositor.prepare(
            level, area, may_go_on=lambda: time.perf_counter() < deadline
        )
        is_exact = viewport.zoom == 1.0 and viewport.angle % 90 == 0
        painter.save()
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, viewport.zoom < SMOOTH_BELOW and not is_exact
        )
        for level_image in self._compositor.images(level, area):
            step = float(1 << level_image.level)
            painter.setTransform(QTransform.fromScale(step, step) * transform)
            _draw_known(painter, level_image, area)
        painter.restore()
        return is_complete


def _paint_paper(painter: QPainter, viewport: Viewport, frame: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, viewport.angle % 90 != 0)
    painter.setTransform(view_transform(viewport))
    for reach, alpha in SHADOW:
        spread = reach / viewport.scale
        shadow = frame.adjusted(-spread, -spread, spread, spread)
        painter.fillRect(shadow, QColor(0, 0, 0, alpha))
    painter.fillRect(frame, Qt.GlobalColor.white)
    painter.restore()


def _draw_known(painter: QPainter, level_image: LevelImage, area: Rect) -> None:
    """Draw the tiles of the area that were composed, in one go where none is missing."""
    rows, columns = tiles_of(area)
    known = level_image.known
    if known[rows, columns].all():
        painter.drawImage(QPointF(0, 0), level_image.image)
        return
    tile = TILE >> level_image.level
    for row in range(rows.start, rows.stop):
        for column in range(columns.start, columns.stop):
            if known[row, column]:
                spot = QRectF(column * tile, row * tile, tile, tile)
                spot &= QRectF(level_image.image.rect())
                painter.drawImage(spot, level_image.image, spot)
