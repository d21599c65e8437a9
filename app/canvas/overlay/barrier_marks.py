"""Barriers and joins, which no picture shows, drawn on the canvas while they matter."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from app.canvas.viewport import Viewport
from models.hints.marks import Mark
from models.hints.tags import Rgb

WIDTH = 2.2
"""In view pixels, on a rim of twice that."""


def paint_bounds(
    painter: QPainter, viewport: Viewport, marks: Iterable[Mark], mark_color: Rgb
) -> None:
    """Draw them as dashed lines, to be seen on dark and light."""
    lines = [QPolygonF([QPointF(x, y) for x, y in mark.points]) for mark in marks]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(*viewport.matrix), True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width, style in (
        (QColor(255, 255, 255, 220), 2 * WIDTH, Qt.PenStyle.SolidLine),
        (QColor(*mark_color), WIDTH, Qt.PenStyle.DashLine),
    ):
        pen = QPen(color, width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for line in lines:
            painter.drawPolyline(line)
    painter.restore()
