"""A field to try the pen on: strokes as wide as the pressure counts."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.canvas.pen.pressure import PenSettings
from app.canvas.pen.stabilizer import Stabilizer
from app.canvas.pen_input import PenReader
from app.canvas.stroke import pressed_radius

RADIUS = 9.0
"""Of a stroke at full pressure, in view pixels."""
MOST_POINTS = 4000


class TestField(QWidget):
    """Draws what pen or mouse draw on it, until the next stroke.

    Signals
    pressure_changed  the pen's pressure, 0..1, before the curve; None as it is lifted.
    """

    __test__ = False  # it tests pens
    pressure_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen = PenSettings()
        self.points: list[tuple[QPointF, float]] = []
        self._reader = PenReader()
        self._steady = Stabilizer()
        self._is_down = False
        self.setAccessibleName(self.tr("Test field for the pen"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As high as the curve beside it."""
        return QSize(260, 232)

    def set_pen(self, pen: PenSettings) -> None:
        """Draw by these settings from now on, and what is there anew."""
        self.pen = pen
        self._steady.length = float(pen.steadiness)
        self.update()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with the pen."""
        event.accept()
        self._take(event, event.position(), event.pressure(), event.timestamp())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Draw with the mouse, always at full pressure."""
        self._take(event, event.position(), 1.0, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on."""
        self._take(event, event.position(), 1.0, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift it."""
        self._take(event, event.position(), 1.0, event.timestamp())

    def _take(self, event: QEvent, at: QPointF, pressure: float, time_ms: float) -> None:
        kind = event.type()
        if kind in (QEvent.Type.TabletPress, QEvent.Type.MouseButtonPress):
            self._is_down = True
            self._reader.begin()
            self.points.clear()
        if not self._is_down:
            return
        sample = self._reader.sample(
            time_ms=time_ms, x=at.x(), y=at.y(), pressure=pressure, is_down=True
        )
        if sample is not None:
            is_first = not self.points
            sample = self._steady.begin(sample) if is_first else self._steady.pull(sample)
        if sample is not None and len(self.points) < MOST_POINTS:
            self.points.append((QPointF(sample.x, sample.y), sample.pressure))
            self.pressure_changed.emit(sample.pressure)
        if kind in (QEvent.Type.TabletRelease, QEvent.Type.MouseButtonRelease):
            self._is_down = False
            self.pressure_changed.emit(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stroke, on the ground of a field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, roles = self.palette(), QPalette.ColorRole
        painter.setPen(QPen(palette.color(roles.Mid), 1))
        painter.setBrush(palette.color(roles.Base))
        painter.drawRoundedRect(self.rect().adjusted(6, 6, -7, -7), 6, 6)
        if not self.points:
            painter.setPen(palette.color(roles.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Try the pen here"))
        color = palette.color(roles.WindowText)
        last = None
        for at, pressure in self.points:
            width = 2 * pressed_radius(RADIUS, self.pen.curve.at(pressure))
            line = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(color, width, *line))
            painter.drawLine(last or at, at)
            last = at
        painter.end()
