"""A colour dropped on the drawing, from a swatch or another program, becomes a point hint.

Dropped with Shift held it is for the region there alone, as whatever else is drawn with Shift.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent

from app.canvas.canvas_widget import CanvasWidget
from app.document.edits import AddHint
from app.languages.said import said
from app.session import Session
from models.hints.hints import PointHint


class ColorDrop(QObject):
    """Watches a canvas's drag and drop events. `setAcceptDrops` of the canvas switches it off."""

    def __init__(self, session: Session, canvas: CanvasWidget) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take colours over the drawing; leave files to the window."""
        if isinstance(event, QDropEvent | QDragMoveEvent | QDragEnterEvent):
            if not event.mimeData().hasColor() or event.mimeData().hasUrls():
                event.ignore()
                return True
            is_inside = self._is_inside(event.position())
            event.setAccepted(is_inside or event.type() == QEvent.Type.DragEnter)
            if event.type() == QEvent.Type.Drop and is_inside:
                event.acceptProposedAction()
                is_local = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                color = QColor(event.mimeData().colorData())
                self._set_hint(event.position(), color, is_local=is_local)
            return True
        return False

    def _is_inside(self, at: QPointF) -> bool:
        document = self._session.document
        if document is None:
            return False
        x, y = self._canvas.viewport.to_image(at.x(), at.y())
        return 0 <= x < document.size.width and 0 <= y < document.size.height

    def _set_hint(self, at: QPointF, color: QColor, *, is_local: bool) -> None:
        x, y = self._canvas.viewport.to_image(at.x(), at.y())
        rgb = (color.red(), color.green(), color.blue())
        point = PointHint(x, y, rgb, self._canvas.brush.radius, is_local=is_local)
        self._canvas.apply(AddHint(point, tool=said("Dropped colour")))
