"""What the pointer looks like over the canvas, so that the hand sees what a press will do."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QIcon, QPainter, QPixmap

from app.canvas.tools import ToolName

BITMAP = Qt.CursorShape.BitmapCursor
SIDE = 24
_TIP = QPoint(3, 21)
"""Where the tip of the pipette is drawn, in its icon of 24 pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Cursors:
    """A cursor for each tool. picker: of a theme; a cross until one is made."""

    picker: QCursor | None = None

    @classmethod
    def of_icons(cls, picker: QIcon, pixel_ratio: float) -> "Cursors":
        """With a pipette like the tool's icon."""
        return cls(QCursor(outlined(picker, pixel_ratio), _TIP.x(), _TIP.y()))

    def of(self, name: ToolName, *, is_down: bool, is_over_hint: bool) -> QCursor:
        """The cursor of a tool that is at work, or would be at the next press."""
        shapes = Qt.CursorShape
        if name in (ToolName.PAN, ToolName.ROTATE):
            return QCursor(shapes.ClosedHandCursor if is_down else shapes.OpenHandCursor)
        if name is ToolName.MOVE:
            return QCursor(shapes.SizeAllCursor if is_over_hint else shapes.ArrowCursor)
        if name is ToolName.PICKER and self.picker is not None:
            return self.picker
        return QCursor(shapes.CrossCursor)


def outlined(icon: QIcon, pixel_ratio: float) -> QPixmap:
    """The icon in black with a white rim: a cursor lies on any colour."""
    drawing = icon.pixmap(QSize(SIDE, SIDE), pixel_ratio)
    whole = QPixmap(drawing.size())
    whole.setDevicePixelRatio(drawing.devicePixelRatio())
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    white, black = (_tinted(drawing, QColor(shade)) for shade in ("white", "black"))
    for across in (-1, 0, 1):
        for down in (-1, 0, 1):
            painter.drawPixmap(across, down, white)
    painter.drawPixmap(0, 0, black)
    painter.end()
    return whole


def _tinted(drawing: QPixmap, color: QColor) -> QPixmap:
    tinted = QPixmap(drawing)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), color)
    painter.end()
    return tinted
