"""Barriers, which no picture shows, drawn on the canvas while they matter."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from app.canvas.viewport import Viewport
from models.regions.barriers import Barriers

COLOR = (20, 190, 200)
WIDTH = 2.2
"""In view pixels, on a rim of twice that."""


def paint_barriers(painter: QPainter, viewport: Viewport, barriers: Barriers) -> None:
    """Draw them as dashed lines, to be seen on dark and light."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(*viewport.matrix), True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width, style in (
        (QColor(255, 255, 255, 220), 2 * WIDTH, Qt.PenStyle.SolidLine),
        (QColor(*COLOR), WIDTH, Qt.PenStyle.DashLine),
    ):
        pen = QPen(color, width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for barrier in barriers:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in barrier.points]))
    painter.restore()
