"""The pressure curve as a drawing whose points are dragged, or moved by keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.canvas.pen.pressure import PressureCurve

MARGIN = 12
REACH = 12.0
"""View pixels from which a point is taken hold of."""
KEY_STEP = 0.02
SAMPLES = 64


class CurveEdit(QWidget):
    """Pressure to the right, what it counts as upwards.

    A click on the curve makes a point, a double click or Delete takes one away; Page Up and Page
    Down choose a point, arrows move it.

    Signals
    changed  the PressureCurve that was made.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve = PressureCurve()
        self._chosen = 0
        self._is_held = False
        self._pressure: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pressure curve"))
        self.setAccessibleDescription(
            self.tr("Page Up and Page Down choose a point, arrows move it, Delete takes it away")
        )
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(232, 232)

    def set_curve(self, curve: PressureCurve) -> None:
        """Show a curve without telling of it."""
        self.curve = curve
        self._chosen = min(self._chosen, len(curve.points) - 1)
        self.update()

    def show_pressure(self, pressure: float | None) -> None:
        """Mark where the pen is on the curve; None: it is lifted."""
        self._pressure = pressure
        self.update()

    def to_view(self, x: float, y: float) -> QPointF:
        """Where a point of the curve is drawn."""
        frame = self._frame()
        return QPointF(frame.left() + x * frame.width(), frame.bottom() - y * frame.height())

    def _to_curve(self, at: QPointF) -> tuple[float, float]:
        frame = self._frame()
        x = (at.x() - frame.left()) / frame.width()
        y = (frame.bottom() - at.y()) / frame.height()
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _change(self, curve: PressureCurve) -> None:
        if curve != self.curve:
            self.set_curve(curve)
            self.changed.emit(curve)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point, or make one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        near = [
            ((self.to_view(*point) - event.position()).manhattanLength(), index)
            for index, point in enumerate(self.curve.points)
        ]
        away, index = min(near)
        if away > REACH:
            place = self._to_curve(event.position())
            try:
                curve = self.curve.with_point(place[0], self.curve.at(place[0]))
            except ValueError:  # no room between its neighbours
                return
            index = next(i for i, point in enumerate(curve.points) if point[0] == place[0])
            self._change(curve)
        self._chosen, self._is_held = index, True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if self._is_held:
            self._change(self.curve.moved(self._chosen, *self._to_curve(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._is_held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a point away."""
        self._is_held = False
        self._remove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move and take away by keys."""
        steps = {
            Qt.Key.Key_Left: (-KEY_STEP, 0.0),
            Qt.Key.Key_Right: (KEY_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, KEY_STEP),
            Qt.Key.Key_Down: (0.0, -KEY_STEP),
        }
        key = Qt.Key(event.key())
        if key in steps:
            x, y = self.curve.points[self._chosen]
            place = (x + steps[key][0], y + steps[key][1])
            clipped = tuple(min(1.0, max(0.0, value)) for value in place)
            self._change(self.curve.moved(self._chosen, *clipped))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = 1 if key == Qt.Key.Key_PageUp else -1
            self._chosen = (self._chosen + step) % len(self.curve.points)
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        if len(self.curve.points) > 2:
            self._change(self.curve.without_point(self._chosen))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, curve, points, and where the pen is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, roles = self.palette(), QPalette.ColorRole
        frame = self._frame()
        painter.setPen(QPen(palette.color(roles.Mid), 1))
        painter.setBrush(palette.color(roles.Base))
        painter.drawRoundedRect(frame.adjusted(-6, -6, 6, 6), 6, 6)
        for share in (0.25, 0.5, 0.75):
            painter.drawLine(self.to_view(share, 0), self.to_view(share, 1))
            painter.drawLine(self.to_view(0, share), self.to_view(1, share))
        self._paint_curve(painter, palette.color(roles.Highlight))
        text = palette.color(roles.WindowText)
        for index, point in enumerate(self.curve.points):
            is_chosen = index == self._chosen and self.hasFocus()
            painter.setPen(QPen(text, 1.6))
            painter.setBrush(palette.color(roles.Highlight if is_chosen else roles.Base))
            painter.drawEllipse(self.to_view(*point), 5, 5)
        if self._pressure is not None:
            spot = self.to_view(self._pressure, self.curve.at(self._pressure))
            painter.setPen(QPen(text, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(spot.x(), frame.bottom()), spot)
            painter.drawLine(QPointF(frame.left(), spot.y()), spot)
            painter.setBrush(text)
            painter.drawEllipse(spot, 3, 3)
        painter.end()

    def _paint_curve(self, painter: QPainter, color: QColor) -> None:
        path = QPainterPath(self.to_view(0, self.curve.at(0)))
        for index in range(1, SAMPLES + 1):
            x = index / SAMPLES
            path.lineTo(self.to_view(x, self.curve.at(x)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2.4))
        painter.drawPath(path)
