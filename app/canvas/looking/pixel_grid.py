"""Lines between the picture's pixels, once they are large enough to be told apart."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.overlay.overlay import view_transform
from app.canvas.viewport import Viewport
from models.geometry import Rect

LEAST_ZOOM = 12.0
"""Device pixels of a picture's pixel from which the grid is shown."""
COLOR = QColor(110, 118, 140, 80)


def paint_pixel_grid(painter: QPainter, viewport: Viewport, area: Rect) -> None:
    """Draw the grid over an area of the picture, clipped to it; far away nothing."""
    if viewport.zoom < LEAST_ZOOM or area.is_empty:
        return
    painter.save()
    painter.setTransform(view_transform(viewport), True)
    pen = QPen(COLOR, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    for x in range(area.left, area.right + 1):
        painter.drawLine(QPointF(x, area.top), QPointF(x, area.bottom))
    for y in range(area.top, area.bottom + 1):
        painter.drawLine(QPointF(area.left, y), QPointF(area.right, y))
    painter.restore()
