"""Small painted pieces that several panels share: colour swatches and tag chips."""

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDrag,
    QIcon,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from models.hints.tags import Rgb, format_color


def drag_color(source: QWidget, color: Rgb) -> None:
    """Let a colour be dropped on the canvas, or in another program."""
    content = QMimeData()
    content.setColorData(QColor(*color))
    content.setText(format_color(color))
    drag = QDrag(source)
    drag.setMimeData(content)
    drag.exec(Qt.DropAction.CopyAction)


def color_icon(color: Rgb) -> QIcon:
    """A colour as a small icon, for menus and lists."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(QColor(*color))
    return QIcon(pixmap)


class Swatch(QAbstractButton):
    """A rounded square of one colour, to click or to drag; None shows an empty place."""

    def __init__(
        self, color: Rgb | None = None, *, side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._color: Rgb | None = None
        self._pressed_at = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_color(color)

    @property
    def color(self) -> Rgb | None:
        """What it shows."""
        return self._color

    def set_color(self, color: Rgb | None) -> None:
        """Show another colour."""
        self._color = color
        self.setEnabled(color is not None)
        name = "" if color is None else format_color(color)
        self.setToolTip(name)
        self.setAccessibleName(name or self.tr("Empty swatch"))
        self.update()

    def sizeHint(self) -> QSize:
        """Its side, both ways."""
        return QSize(self._side, self._side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, in case it becomes a drag."""
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the colour once the pointer went far enough."""
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        away = (event.position() - self._pressed_at).manhattanLength()
        if is_held and self._color is not None and away >= QApplication.startDragDistance():
            self.setDown(False)
            drag_color(self, self._color)
            return
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        line = self.palette().color(QPalette.ColorRole.Mid)
        if self._color is None:
            painter.setPen(QPen(line, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            is_hot = (self.underMouse() or self.hasFocus()) and self.isEnabled()
            accent = self.palette().color(QPalette.ColorRole.Highlight)
            painter.setOpacity(1.0 if self.isEnabled() else 0.3)
            painter.setPen(QPen(accent, 2) if is_hot else QPen(line, 1))
            painter.setBrush(QColor(*self._color))
        painter.drawRoundedRect(frame, 4, 4)
        painter.end()


class TagChip(QAbstractButton):
    """A pill with a colour dot and a label; checkable, or removable with a small cross."""

    HEIGHT = 24
    DOT = 12

    def __init__(
        self, label: str, color: Rgb, *, is_removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._color = QColor(*color)
        self._is_removable = is_removable
        self.setText(label)
        self.setCheckable(not is_removable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Room for dot, label and cross."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + self.DOT + 25 + (14 if self._is_removable else 0), self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, roles = self.palette(), QPalette.ColorRole
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        is_chosen = self.isChecked() or self._is_removable
        accent = palette.color(roles.Highlight)
        frame = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        fill = palette.color(roles.Base)
        if is_chosen:
            fill = QColor(accent)
            fill.setAlpha(56)
        elif self.underMouse() and self.isEnabled():
            fill = palette.color(roles.Midlight)
        rim = palette.color(roles.WindowText) if self.hasFocus() else palette.color(roles.Mid)
        painter.setPen(QPen(accent if is_chosen and not self.hasFocus() else rim, 1.2))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        if self.hasFocus():  # a second ring, since the chosen have one too
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = frame.adjusted(1.6, 1.6, -1.6, -1.6)
            painter.setPen(QPen(accent, 1.6))
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        dot = QRectF(7, (self.height() - self.DOT) / 2, self.DOT, self.DOT)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.setPen(QPen(QColor(0, 0, 0, 70), 1))
        painter.setBrush(self._color)
        painter.drawEllipse(dot)
        painter.setPen(palette.color(group, roles.WindowText))
        text = QRectF(self.rect()).adjusted(self.DOT + 13, 0, -8, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._is_removable:
            x, y = self.width() - 14.5, self.height() / 2
            painter.setPen(QPen(palette.color(group, roles.WindowText), 1.4))
            painter.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3))
            painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))
        painter.end()
