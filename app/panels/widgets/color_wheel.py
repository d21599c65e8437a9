"""A hue ring around a square of saturation and value."""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QConicalGradient,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.hints.tags import Rgb

RING_SHARE = 0.13
"""Width of the ring as a share of the radius."""
KEY_STEP = 0.02


class ColorWheel(QWidget):
    """Chooses hue on the ring, saturation (to the right) and value (upwards) in the square.

    Keeps hue and saturation of greys and blacks, which have none of their own.

    Signals
    color_changed  sRGB bytes chosen by the user.
    """

    color_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue, self._saturation, self._value = 0.0, 0.0, 0.0
        self._grabbed: str | None = None
        self.setAccessibleName(self.tr("Colour wheel"))
        self.setAccessibleDescription(
            self.tr("Arrows change saturation and value, Page Up and Page Down the hue")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(90, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(196, 196)

    @property
    def color(self) -> Rgb:
        """The chosen sRGB bytes."""
        color = QColor.fromHsvF(self._hue, self._saturation, self._value)
        return color.red(), color.green(), color.blue()

    def set_color(self, color: Rgb) -> None:
        """Show a colour without telling of it."""
        if color == self.color:
            return
        asked = QColor(*color)
        if asked.hsvHueF() >= 0 and asked.hsvSaturationF() > 0:
            self._hue = asked.hsvHueF()
        if asked.valueF() > 0:
            self._saturation = asked.hsvSaturationF()
        self._value = asked.valueF()
        self.update()

    # Geometry

    def _radii(self) -> tuple[float, float]:
        outer = min(self.width(), self.height()) / 2 - 3
        return outer, outer * (1 - RING_SHARE)

    def _square(self) -> QRectF:
        half = (self._radii()[1] - 3) / sqrt(2)
        middle = QRectF(self.rect()).center()
        return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, square and their handles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        self._paint_square(painter)
        if self.hasFocus():
            outer = self._radii()[0] + 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.6))
            painter.drawEllipse(QRectF(self.rect()).center(), outer, outer)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        outer, inner = self._radii()
        middle = QRectF(self.rect()).center()
        gradient = QConicalGradient(middle, 0)
        for step in range(13):
            gradient.setColorAt(step / 12, QColor.fromHsvF((step / 12) % 1.0, 1, 1))
        ring = QPainterPath()
        ring.addEllipse(middle, outer, outer)
        ring.addEllipse(middle, inner, inner)
        painter.setOpacity(1.0 if self.isEnabled() else 0.3)
        painter.fillPath(ring, gradient)
        angle = radians(self._hue * 360)
        between = (outer + inner) / 2
        handle = QPointF(middle.x() + between * cos(angle), middle.y() - between * sin(angle))
        _paint_handle(painter, handle, QColor.fromHsvF(self._hue, 1, 1), (outer - inner) / 2)

    def _paint_square(self, painter: QPainter) -> None:
        square = self._square()
        saturation = QLinearGradient(square.topLeft(), square.topRight())
        saturation.setColorAt(0, QColor(255, 255, 255))
        saturation.setColorAt(1, QColor.fromHsvF(self._hue, 1, 1))
        value = QLinearGradient(square.topLeft(), square.bottomLeft())
        value.setColorAt(0, QColor(0, 0, 0, 0))
        value.setColorAt(1, QColor(0, 0, 0, 255))
        frame = QPainterPath()
        frame.addRoundedRect(square, 3, 3)
        painter.fillPath(frame, saturation)
        painter.fillPath(frame, value)
        spot = QPointF(
            square.left() + self._saturation * square.width(),
            square.bottom() - self._value * square.height(),
        )
        _paint_handle(painter, spot, QColor(*self.color), 7.0)

    # Input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the ring or the square."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        middle = QRectF(self.rect()).center()
        away = hypot(event.position().x() - middle.x(), event.position().y() - middle.y())
        outer, inner = self._radii()
        if inner - 3 <= away <= outer + 4:
            self._grabbed = "ring"
        elif self._square().adjusted(-6, -6, 6, 6).contains(event.position()):
            self._grabbed = "square"
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer with what is held."""
        x, y = event.position().x(), event.position().y()
        if self._grabbed == "ring":
            middle = QRectF(self.rect()).center()
            hue = (degrees(atan2(middle.y() - y, x - middle.x())) / 360) % 1.0
            self._choose(hue, self._saturation, self._value)
        elif self._grabbed == "square":
            square = self._square()
            self._choose(
                self._hue,
                (x - square.left()) / square.width(),
                (square.bottom() - y) / square.height(),
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the square, Page Up and Down along the ring."""
        steps = {
            Qt.Key.Key_Left: (0.0, -KEY_STEP, 0.0),
            Qt.Key.Key_Right: (0.0, KEY_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, 0.0, KEY_STEP),
            Qt.Key.Key_Down: (0.0, 0.0, -KEY_STEP),
            Qt.Key.Key_PageUp: (KEY_STEP, 0.0, 0.0),
            Qt.Key.Key_PageDown: (-KEY_STEP, 0.0, 0.0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose((self._hue + step[0]) % 1.0, self._saturation + step[1], self._value + step[2])

    def _choose(self, hue: float, saturation: float, value: float) -> None:
        before = self.color
        self._hue = hue
        self._saturation = min(1.0, max(0.0, saturation))
        self._value = min(1.0, max(0.0, value))
        self.update()
        if self.color != before:
            self.color_changed.emit(self.color)


def _paint_handle(painter: QPainter, at: QPointF, fill: QColor, radius: float) -> None:
    painter.setBrush(fill)
    painter.setPen(QPen(QColor(0, 0, 0, 150), 3.4))
    painter.drawEllipse(at, radius - 1.5, radius - 1.5)
    painter.setPen(QPen(QColor(255, 255, 255), 1.8))
    painter.drawEllipse(at, radius - 1.5, radius - 1.5)
