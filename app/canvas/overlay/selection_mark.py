"""The outline of the selection: quiet dashes that are seen on every colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from app.canvas.overlay.reach_mark import outline_of
from app.canvas.viewport import Viewport
from app.document.selecting.selection import Selection
from models.geometry import NOWHERE, Rect

LIGHT, DARK = QColor(255, 255, 255, 230), QColor(25, 28, 36, 230)
DASHES = (4.0, 4.0)


class SelectionMark:
    """Keeps the outline of what is selected."""

    def __init__(self) -> None:
        self._selection: Selection | None = None
        self._path = QPainterPath()

    def set_selection(self, selection: Selection | None) -> Rect:
        """Show another selection; the image region whose look changed."""
        before = self._selection
        if selection == before:
            return NOWHERE
        self._selection = selection
        self._path = QPainterPath() if selection is None else outline_of(selection.spans)
        changed = NOWHERE if before is None else before.box.grown(1)
        return changed if selection is None else changed.united(selection.box.grown(1))

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Paint it in the view."""
        if self._selection is None:
            return
        painter.save()
        painter.setTransform(QTransform(*viewport.matrix), True)
        painter.translate(QPointF(self._selection.left, self._selection.top))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, is_dashed in ((LIGHT, False), (DARK, True)):
            pen = QPen(color, 1.4)
            pen.setCosmetic(True)
            if is_dashed:
                pen.setDashPattern(DASHES)
            painter.setPen(pen)
            painter.drawPath(self._path)
        painter.restore()
