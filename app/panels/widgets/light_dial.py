"""A ball under a light, and a sun that is turned around it."""

from math import atan2, cos, degrees, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QRadialGradient,
    QWheelEvent,
)
from PySide6.QtWidgets import QDial

SIDE = 86
ARROW_DEGREES, FINE_DEGREES, PAGE_DEGREES = 5, 1, 45
SNAP_DEGREES = 15
"""What a drag keeps to while Shift is held."""
SUN_RADIUS = 5.0
RAYS = 8
WARM, COOL = QColor(255, 244, 222), QColor(58, 60, 96)
"""The ball where the light falls, and where it does not."""


class LightDial(QDial):
    """Chooses where the light comes from: degrees clockwise, 0 from above, 90 from the right.

    A drag turns it, with Shift in steps of 15°; so do the wheel and the arrows, with Shift by 1°,
    and Page Up and Page Down by 45°. In the lower half the light stands behind the ball: the way
    there is dotted, and the sun is hollow. `valueChanged` and `sliderReleased` are as a slider's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 359)
        self.setWrapping(True)
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Direction of the light"))
        self.setAccessibleDescription(
            self.tr("Degrees clockwise from above; arrows turn by 5, Page Up and Page Down by 45")
        )
        self._wheel = 0.0

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(SIDE, SIDE)

    # Input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the sun to the pointer, and hold it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._turn_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._turn_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        arrow = FINE_DEGREES if is_fine else ARROW_DEGREES
        steps = {
            Qt.Key.Key_Left: -arrow,
            Qt.Key.Key_Down: -arrow,
            Qt.Key.Key_Right: arrow,
            Qt.Key.Key_Up: arrow,
            Qt.Key.Key_PageUp: PAGE_DEGREES,
            Qt.Key.Key_PageDown: -PAGE_DEGREES,
            Qt.Key.Key_Home: -self.value(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            self._turn_by(step)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The keys let go like a hand."""
        if not event.isAutoRepeat():
            self.sliderReleased.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn by a step a notch; a touchpad's small steps add up."""
        self._wheel += (event.angleDelta().y() or event.angleDelta().x()) / 120 * ARROW_DEGREES
        whole = int(self._wheel)
        self._wheel -= whole
        self._turn_by(whole)
        event.accept()

    def _turn_by(self, step: int) -> None:
        self.setValue((self.value() + step) % 360)

    def _turn_to(self, event: QMouseEvent) -> None:
        away = event.position() - QRectF(self.rect()).center()
        if away.manhattanLength() < 1:
            return  # its middle points nowhere
        angle = degrees(atan2(away.x(), -away.y()))
        is_snapping = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = SNAP_DEGREES if is_snapping else 1
        self.setValue(round(angle / step) * step % 360)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ball, the ring and the sun."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        ring = min(self.width(), self.height()) / 2 - SUN_RADIUS - 5
        self._paint_ball(painter, middle, ring - SUN_RADIUS - 7)
        roles = QPalette.ColorRole
        line = self.palette().color(roles.PlaceholderText)
        if self.hasFocus():
            line = self.palette().color(roles.Highlight)
        sun = self.palette().color(roles.WindowText)
        if not self.isEnabled():
            group = QPalette.ColorGroup.Disabled
            line = sun = self.palette().color(group, roles.WindowText)
        frame = QRectF(middle.x() - ring, middle.y() - ring, 2 * ring, 2 * ring)
        paint_ring(painter, frame, QPen(line, 1.4))
        paint_sun(
            painter,
            sun_at(middle, ring, self.value()),
            radius=SUN_RADIUS,
            pen=QPen(sun, 1.5),
            fill=sun if self.isEnabled() else QColor(Qt.GlobalColor.transparent),
            is_behind=is_behind(self.value()),
            ground=self.palette().color(roles.Window),
        )
        painter.end()

    def _paint_ball(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        if not self.isEnabled():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius, radius)
            return
        toward = sun_at(QPointF(0, 0), 1.0, self.value())
        depth = max(0.0, toward.y())  # how far the light stands behind
        spot = middle + toward * radius * (0.5 + 0.42 * depth)
        shine = QRadialGradient(spot, radius * (1.45 - 0.85 * depth))
        shine.setColorAt(0.0, WARM)
        shine.setColorAt(0.45, _between(WARM, COOL, 0.35 + 0.3 * depth))
        shine.setColorAt(1.0, COOL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shine)
        painter.drawEllipse(middle, radius, radius)


def sun_at(middle: QPointF, radius: float, angle_deg: float) -> QPointF:
    """Where the sun of an angle stands on a ring."""
    angle = radians(angle_deg)
    return middle + QPointF(sin(angle), -cos(angle)) * radius


def is_behind(angle_deg: float) -> bool:
    """Whether a light stands behind the figure rather than before it."""
    return cos(radians(angle_deg)) < -1e-9


def paint_ring(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    """The sun's way: drawn out before the figure, dotted behind it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for start, style in ((0, Qt.PenStyle.SolidLine), (180, Qt.PenStyle.DotLine)):
        half = QPen(pen)
        half.setStyle(style)
        painter.setPen(half)
        painter.drawArc(frame, start * 16, 180 * 16)


def paint_sun(
    painter: QPainter,
    at: QPointF,
    *,
    radius: float,
    pen: QPen,
    fill: QColor,
    is_behind: bool,
    ground: QColor,
) -> None:
    """A disc with rays, hollow where it stands behind; `ground` parts it from its ring."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(at, radius + 5, radius + 5)
    painter.setPen(pen)
    painter.setBrush(QColor(Qt.GlobalColor.transparent) if is_behind else fill)
    painter.drawEllipse(at, radius - 0.8, radius - 0.8)
    for ray in range(RAYS):
        painter.drawLine(
            sun_at(at, radius + 1.8, ray * 360 / RAYS), sun_at(at, radius + 3.8, ray * 360 / RAYS)
        )


def _between(first: QColor, second: QColor, share: float) -> QColor:
    def mix(a: float, b: float) -> float:
        return a + (b - a) * share

    return QColor.fromRgbF(
        mix(first.redF(), second.redF()),
        mix(first.greenF(), second.greenF()),
        mix(first.blueF(), second.blueF()),
    )
