"""Marks of filled and kept regions, whose colours the picture shows already."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from models.hints.hints import Keep

RADIUS = 5.0
"""View pixels of a mark's round end."""


def paint_mark(painter: QPainter, at: QPointF, keep: Keep | None, color: QColor, rim: QPen) -> None:
    """A drop where a region was filled, a lock where it stays as it is, a struck-out drop where it
    stays uncoloured; at a view point."""
    painter.setPen(rim)
    painter.setBrush(color)
    if keep is Keep.AS_IT_IS:
        shackle = QRectF(at.x() - 0.6 * RADIUS, at.y() - 1.9 * RADIUS, 1.2 * RADIUS, 2 * RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(shackle, 0, 180 * 16)
        painter.setBrush(color)
        body = QRectF(at.x() - RADIUS, at.y() - 0.9 * RADIUS, 2 * RADIUS, 1.6 * RADIUS)
        painter.drawRoundedRect(body, 1.5, 1.5)
        return
    painter.drawPath(_drop(at))
    if keep is Keep.UNCOLORED:
        across = QPointF(1.5 * RADIUS, -1.5 * RADIUS)
        middle = at - QPointF(0, 0.4 * RADIUS)
        painter.drawLine(middle - across, middle + across)


def _drop(at: QPointF) -> QPainterPath:
    """A drop whose round end lies at a view point."""
    side, tip = RADIUS, at - QPointF(0, 2 * RADIUS)
    path = QPainterPath(tip)
    path.cubicTo(
        at + QPointF(0.4 * side, -1.2 * side),
        at + QPointF(side, -0.6 * side),
        at + QPointF(side, 0),
    )
    path.arcTo(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side), 0, -180)
    path.cubicTo(at + QPointF(-side, -0.6 * side), at + QPointF(-0.4 * side, -1.2 * side), tip)
    return path
