"""The whole picture in a corner, with a frame around what the view shows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from app.canvas.display import PictureDisplay
from app.canvas.looking.looking_widget import LookingWidget
from app.canvas.viewport import Viewport
from models.geometry import Rect, Size

SIDE = 176
"""Of the longer side, in view pixels."""
MARGIN = 12
KEY_STEP = 0.25
"""Share of the view that an arrow moves."""
SETTLE_MS = 60


class MiniMap(QWidget):
    """Lies over a corner of the widget whose picture it shows; a drag or arrows move the view.

    It is there while part of the picture is out of view.
    """

    def __init__(self, canvas: LookingWidget, display: PictureDisplay) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._display = display
        self._is_on = False
        self._size: Size | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.update)
        self.setAccessibleName(self.tr("Mini map"))
        self.setAccessibleDescription(self.tr("Arrows move the view"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        canvas.viewport_changed.connect(lambda _: self.refresh())

    @property
    def is_on(self) -> bool:
        """Whether it is wanted."""
        return self._is_on

    def set_on(self, is_on: bool) -> None:
        """Show it where it is of use, or never."""
        self._is_on = is_on
        self.refresh()

    def refresh(self) -> None:
        """Go by the view as it is now."""
        size = self._canvas.picture_size
        is_shown = self._is_on and size is not None and not self._sees_all(size)
        if is_shown and size is not None:
            if size != self._size:
                self._size = size
                scale = SIDE / size.long_side
                self.resize(max(24, round(size.width * scale)), max(24, round(size.height * scale)))
            self.move(
                self._canvas.width() - self.width() - MARGIN,
                self._canvas.height() - self.height() - MARGIN,
            )
        self.setVisible(is_shown)
        self.update()

    def picture_changed(self) -> None:
        """Paint it anew a little later, together with what follows."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def sizeHint(self) -> QSize:
        """Its longest."""
        return QSize(SIDE, SIDE)

    def _sees_all(self, size: Size) -> bool:
        view = self._canvas.viewport
        corners = ((0, 0), (size.width, 0), (0, size.height), (size.width, size.height))
        seen = [view.to_view(x, y) for x, y in corners]
        return all(-1 <= x <= view.width + 1 and -1 <= y <= view.height + 1 for x, y in seen)

    def _own_view(self, size: Size) -> Viewport:
        return Viewport(
            width=self.width(),
            height=self.height(),
            centre=(size.width / 2, size.height / 2),
            scale=self.width() / size.width,
            pixel_ratio=self.devicePixelRatioF(),
        )

    def frame(self) -> QPolygonF:
        """What the view shows of the picture, in the map's pixels."""
        view, size = self._canvas.viewport, self._canvas.picture_size
        if size is None:
            return QPolygonF()
        own = self._own_view(size)
        corners = ((0, 0), (view.width, 0), (view.width, view.height), (0, view.height))
        return QPolygonF([QPointF(*own.to_view(*view.to_image(x, y))) for x, y in corners])

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring a place into the middle."""
        self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def _look_at(self, at: QPointF) -> None:
        size = self._canvas.picture_size
        if size is None:
            return
        view = self._canvas.viewport
        x, y = view.to_view(*self._own_view(size).to_image(at.x(), at.y()))
        self._canvas.pan(view.width / 2 - x, view.height / 2 - y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the view by a quarter of it."""
        steps = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        view = self._canvas.viewport
        self._canvas.pan(step[0] * KEY_STEP * view.width, step[1] * KEY_STEP * view.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, dimmed where the view does not show it."""
        size = self._canvas.picture_size
        if size is None:
            return
        painter = QPainter(self)
        if not self._display.paint(painter, self._own_view(size), Rect.of(size)):
            self._soon.start()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QPolygonF(QRectF(self.rect())).subtracted(self.frame())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 24, 110))
        painter.drawPolygon(around)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor(20, 20, 24, 200), 3.0), (QColor(255, 255, 255), 1.4)):
            painter.setPen(QPen(color, width))
            painter.drawPolygon(self.frame())
        rim = self.palette().highlight().color() if self.hasFocus() else QColor(20, 20, 24, 200)
        painter.setPen(QPen(rim, 2))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
