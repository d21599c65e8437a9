"""A sun on a ring around the picture's middle: dragged, it turns the light."""

from dataclasses import dataclass
from math import atan2, degrees, hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.viewport import Point, Viewport
from app.panels.widgets.light_dial import SNAP_DEGREES, is_behind, paint_ring, paint_sun, sun_at
from models.geometry import Size
from models.lighting.light import Light

RING_SHARE = 0.4
"""Radius of the ring, as a share of the shorter side of what is seen of the picture."""
LEAST_RADIUS, MOST_RADIUS = 36.0, 240.0
"""Of the ring, in view pixels."""
SUN_RADIUS = 7.0
REACH = 15
"""View pixels around the sun's middle where it is had."""
FILL, DARK, PALE = QColor(255, 214, 92), QColor(24, 24, 28, 235), QColor(255, 255, 255, 200)
RING_OPACITY, HELD_OPACITY = 0.4, 0.85
"""Of the ring while it lies there, and while the sun is dragged."""


@dataclass(frozen=True, slots=True)
class RingPlace:
    """Where the ring lies in the view: around the middle of what is seen of the picture."""

    middle: Point
    radius: float

    @classmethod
    def of(cls, viewport: Viewport, size: Size) -> "RingPlace | None":
        """The place for a picture of a size; None where nothing of it is seen."""
        corners = [viewport.to_view(x, y) for x in (0, size.width) for y in (0, size.height)]
        xs, ys = zip(*corners)
        left, right = max(0.0, min(xs)), min(viewport.width, max(xs))
        top, bottom = max(0.0, min(ys)), min(viewport.height, max(ys))
        if right <= left or bottom <= top:
            return None
        radius = RING_SHARE * min(right - left, bottom - top)
        return cls(
            ((left + right) / 2, (top + bottom) / 2), min(MOST_RADIUS, max(LEAST_RADIUS, radius))
        )


def to_view_angle(viewport: Viewport, angle_deg: float) -> float:
    """An angle of the picture as it is seen, through turned and mirrored views."""
    there = sun_at(QPointF(0, 0), 1.0, angle_deg)
    m11, m12, m21, m22, *_ = viewport.matrix
    x, y = m11 * there.x() + m21 * there.y(), m12 * there.x() + m22 * there.y()
    return degrees(atan2(x, -y)) % 360


def to_picture_angle(viewport: Viewport, dx: float, dy: float) -> float:
    """The angle in the picture of a direction in the view."""
    x0, y0 = viewport.to_image(0.0, 0.0)
    x, y = viewport.to_image(dx, dy)
    return degrees(atan2(x - x0, -(y - y0))) % 360


class LightRing(QWidget):
    """The sun's way over the picture; lets the pointer through."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._turn, self._is_held = 0.0, False
        self._drawn = QPixmap()
        self.hide()

    def show_turn(self, turn: float) -> None:
        """Turn it clockwise by degrees, as the picture is turned."""
        if turn != self._turn:
            self._turn = turn
            self._renew()

    def show_held(self, is_held: bool) -> None:
        """Stand out while the sun is dragged."""
        self._is_held = is_held
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It is drawn anew."""
        self._renew()

    def _renew(self) -> None:
        self._drawn = QPixmap()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the ring, which is drawn once: dots take long, and the canvas paints often."""
        ratio = self.devicePixelRatioF()
        if self._drawn.isNull() or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._draw(ratio)
        painter = QPainter(self)
        painter.setOpacity(HELD_OPACITY if self._is_held else RING_OPACITY)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, ratio: float) -> QPixmap:
        """The ring, seen on dark and on light."""
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(self.rect()).center())
        painter.rotate(self._turn)
        radius = self.width() / 2 - 3
        frame = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        for color, width in ((PALE, 3.4), (DARK, 1.3)):
            paint_ring(painter, frame, QPen(color, width))
        painter.end()
        return drawn


class LightHandle(QWidget):
    """The sun, over a canvas.

    Signals
    turned    degrees clockwise in the picture, while it is dragged.
    released  it was let go.
    """

    turned = Signal(float)
    released = Signal()

    def __init__(self, canvas: CanvasWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._ring = LightRing(canvas)
        self._light: Light | None = None
        self._size: Size | None = None
        self._place: RingPlace | None = None
        self.is_held = False
        self.setFixedSize(2 * REACH + 1, 2 * REACH + 1)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Handle of the light"))
        self.setToolTip(self.tr("Drag to turn the light; with Shift in steps of 15°"))
        self.hide()
        canvas.viewport_changed.connect(self._settle)

    def show_light(self, light: Light | None, size: Size | None) -> None:
        """Stand where the light of a picture of this size comes from; None: be away."""
        self._light, self._size = light, size
        self._settle()

    def _settle(self, _viewport: object = None) -> None:
        viewport = self._canvas.viewport
        self._place = RingPlace.of(viewport, self._size) if self._size is not None else None
        is_shown = self._place is not None and self._light is not None
        if self._place is not None and self._light is not None:
            (x, y), radius = self._place.middle, self._place.radius
            half = round(radius) + 3
            above = self._light.turn.of_angle(0.0)
            self._ring.show_turn(to_view_angle(viewport, above))
            self._ring.setGeometry(round(x) - half, round(y) - half, 2 * half, 2 * half)
            at = sun_at(QPointF(x, y), radius, to_view_angle(viewport, self._light.seen_deg))
            self.move(round(at.x()) - REACH, round(at.y()) - REACH)
            self.raise_()
            self.update()
        for widget in (self._ring, self):
            widget.setVisible(is_shown)

    # Input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold; other buttons are the canvas's."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold(True)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the light after the pointer."""
        if self.is_held:
            self._turn_to(event.position(), event.modifiers())
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold(False)
        else:
            event.ignore()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen turns it too; accepted, so that the canvas draws nothing."""
        event.accept()
        if event.type() == QEvent.Type.TabletMove and self.is_held:
            self._turn_to(event.position(), event.modifiers())
        elif event.button() is Qt.MouseButton.LeftButton:
            self._hold(event.type() == QEvent.Type.TabletPress)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer left the picture: no brush is shown under the sun."""
        QApplication.sendEvent(self._canvas, QEvent(QEvent.Type.Leave))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer hot."""
        self.update()

    def _hold(self, is_held: bool) -> None:
        if is_held == self.is_held:
            return
        self.is_held = is_held
        self._ring.show_held(is_held)
        shapes = Qt.CursorShape
        self.setCursor(shapes.ClosedHandCursor if is_held else shapes.OpenHandCursor)
        if not is_held:
            self.released.emit()

    def _turn_to(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self._place is None or self._light is None:
            return
        at = self.mapToParent(position)
        dx, dy = at.x() - self._place.middle[0], at.y() - self._place.middle[1]
        if hypot(dx, dy) < 1:
            return  # the middle points nowhere
        angle = self._light.turn.to_angle(to_picture_angle(self._canvas.viewport, dx, dy))
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            angle = round(angle / SNAP_DEGREES) * SNAP_DEGREES
        self.turned.emit(round(angle) % 360)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sun, hollow where the light stands behind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hot = self.underMouse() or self.is_held
        paint_sun(
            painter,
            QRectF(self.rect()).center(),
            radius=SUN_RADIUS + is_hot,
            pen=QPen(DARK, 1.6),
            fill=FILL,
            is_behind=self._light is not None and is_behind(self._light.angle_deg),
            ground=PALE,
        )
        painter.end()
