"""A coloured drawing to look at closely: zoomed and moved, colours and places picked from it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.hints.hints import Point

MOST_ZOOM = 32.0
STEP = 1.25
MARK = 6.0
"""Radius of a marked place, in view pixels."""
DRAGGED = 4
"""View pixels from which a press is a drag."""
NEAR, FAR = QColor(255, 255, 255), QColor(20, 20, 24)


class ReferenceView(QWidget):
    """Shows one picture.

    The wheel and the keys + and - zoom, 0 fits, a drag moves, a click picks.

    Signals
    color_picked  the colour under a click, as sRGB bytes.
    place_picked  x, y of a click, in the picture's pixels.
    """

    color_picked = Signal(object)
    place_picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Reference"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._image = QImage()
        self._zoom = 1.0
        self._middle = QPointF(0.5, 0.5)
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self._marks: tuple[tuple[Point, str], ...] = ()
        self._picks_places = False

    def sizeHint(self) -> QSize:
        """As wide as a panel."""
        return QSize(240, 200)

    def show_image(self, image: QImage) -> None:
        """Show another picture, all of it."""
        self._image = image
        self.fit()

    def show_marks(self, marks: tuple[tuple[Point, str], ...]) -> None:
        """Mark places, each with a short text."""
        self._marks = marks
        self.update()

    def set_picks_places(self, picks: bool) -> None:
        """Whether a click picks a place, and no colour."""
        self._picks_places = picks

    def fit(self) -> None:
        """Show all of the picture."""
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def look_at(self, x: float, y: float) -> None:
        """Bring a place of the picture into the middle, if it is zoomed."""
        if not self._image.isNull() and self._zoom > 1:
            self._middle = QPointF(x / self._image.width(), y / self._image.height())
            self.update()

    @property
    def zoom(self) -> float:
        """How many times as large as fitted."""
        return self._zoom

    def to_view(self, x: float, y: float) -> QPointF:
        """Where a place of the picture is seen."""
        frame = self._frame()
        return QPointF(
            frame.left() + x / max(1, self._image.width()) * frame.width(),
            frame.top() + y / max(1, self._image.height()) * frame.height(),
        )

    def to_picture(self, at: QPointF) -> Point | None:
        """The picture's place at a point of the view; None beside it."""
        frame = self._frame()
        if self._image.isNull() or not frame.contains(at):
            return None
        x = (at.x() - frame.left()) / frame.width() * self._image.width()
        y = (at.y() - frame.top()) / frame.height() * self._image.height()
        return min(x, self._image.width() - 0.01), min(y, self._image.height() - 0.01)

    def _frame(self) -> QRectF:
        """The picture's rectangle in the view."""
        if self._image.isNull():
            return QRectF()
        scale = self._zoom * min(
            self.width() / self._image.width(), self.height() / self._image.height()
        )
        width, height = self._image.width() * scale, self._image.height() * scale
        left = self.width() / 2 - self._middle.x() * width
        top = self.height() / 2 - self._middle.y() * height
        return QRectF(left, top, width, height)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the view; None: its middle."""
        at = at or QPointF(self.width() / 2, self.height() / 2)
        place = self.to_picture(at)
        self._zoom = min(MOST_ZOOM, max(1.0, self._zoom * factor))
        if self._zoom == 1.0:
            self._middle = QPointF(0.5, 0.5)
        elif place is not None:
            moved = self.to_view(*place) - at
            self._move_by(-moved)
        self.update()

    def _move_by(self, delta: QPointF) -> None:
        frame = self._frame()
        if frame.isEmpty():
            return
        x = self._middle.x() - delta.x() / frame.width()
        y = self._middle.y() - delta.y() / frame.height()
        self._middle = QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
        self.update()

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is."""
        steps = event.angleDelta().y() / 120
        self.zoom_by(STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is zoomed."""
        if self._pressed is None:
            return
        delta = event.position() - self._pressed
        if self._is_dragged or delta.manhattanLength() > DRAGGED:
            self._is_dragged = True
            self._move_by(delta)
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick what was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._is_dragged:
            return
        self._pick(event.position())

    def _pick(self, at: QPointF) -> None:
        place = self.to_picture(at)
        if place is None:
            return
        if self._picks_places:
            self.place_picked.emit(*place)
            return
        color = self._image.pixelColor(int(place[0]), int(place[1]))
        self.color_picked.emit((color.red(), color.green(), color.blue()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by keys."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture and its marks."""
        painter = QPainter(self)
        if self._image.isNull():
            return
        frame = self._frame()
        painter.setClipRect(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < 6)
        painter.drawImage(frame, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, text in self._marks:
            at = self.to_view(*place)
            for color, width in ((FAR, 4.0), (NEAR, 1.6)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(at, MARK, MARK)
            if text:
                beside = at + QPointF(MARK + 3, 4)
                painter.setPen(FAR)
                for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    painter.drawText(beside + QPointF(x, y), text)
                painter.setPen(NEAR)
                painter.drawText(beside, text)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
