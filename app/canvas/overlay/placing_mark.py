"""A picture that is being placed, with a frame and handles to drag it by."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from app.canvas.painting.placing import Placing
from app.canvas.viewport import Viewport
from app.qimage import image_from_rgba
from models.arrays import U8Array

LIGHT, DARK = QColor(255, 255, 255, 235), QColor(25, 28, 36, 235)
HANDLE_RADIUS = 5.0


class PlacingMark:
    """Keeps the picture as the screen wants it."""

    def __init__(self) -> None:
        self.placing: Placing | None = None
        self._image: tuple[U8Array, QImage] | None = None

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Paint it in the view."""
        placing = self.placing
        if placing is None:
            self._image = None
            return
        if self._image is None or self._image[0] is not placing.rgba_u8:
            self._image = placing.rgba_u8, image_from_rgba(placing.rgba_u8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        to_view = QTransform(*viewport.matrix)
        painter.setTransform(QTransform(*placing.matrix) * to_view, True)
        painter.drawImage(QPointF(0, 0), self._image[1])
        painter.restore()
        self._paint_frame(painter, placing, viewport)

    @staticmethod
    def _paint_frame(painter: QPainter, placing: Placing, viewport: Viewport) -> None:
        corners = [QPointF(*viewport.to_view(*corner)) for corner in placing.corners]
        arm = QPointF(*viewport.to_view(*placing.arm(1 / viewport.scale)))
        middle = (corners[0] + corners[1]) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in ((DARK, 3.0), (LIGHT, 1.4)):
            painter.setPen(QPen(color, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF(corners))
            painter.drawLine(middle, arm)
        painter.setPen(QPen(DARK, 1.4))
        painter.setBrush(LIGHT)
        for handle in (*corners, arm):
            painter.drawEllipse(handle, HANDLE_RADIUS, HANDLE_RADIUS)
        painter.restore()
