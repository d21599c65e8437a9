"""A swatch of a tint: a colour that was chosen, or derived from each colour of the picture."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QMenu

from app.panels.widgets.swatch import color_icon
from models.hints.tags import Rgb, format_color

SIDE = 22
MOST_SWATCHES = 12
"""Of the palette, in the menu."""
_STRIPES = (QColor(214, 120, 128), QColor(226, 188, 108), QColor(104, 150, 196))


class TintButton(QAbstractButton):
    """Shows a tint; a click offers where it may come from, and a colour can be dropped on it.

    Signals
    chosen  sRGB bytes, None for derived.
    """

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._tint: Rgb | None = None
        self._brush: Rgb = (0, 0, 0)
        self._swatches: tuple[Rgb, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(SIDE, SIDE)
        self.setAcceptDrops(True)
        self.clicked.connect(self._open_menu)
        self.set_tint(None)

    @property
    def tint(self) -> Rgb | None:
        """What it shows; None: derived."""
        return self._tint

    def set_tint(self, tint: Rgb | None) -> None:
        """Show a tint without telling of it."""
        self._tint = tint
        said = self.tr("derived from each colour") if tint is None else format_color(tint)
        text = f"{self._name}: {said}"
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def set_colors(self, brush: Rgb, swatches: Sequence[Rgb]) -> None:
        """What the menu offers: the brush's colour, and swatches of the palette."""
        self._brush, self._swatches = brush, tuple(swatches[:MOST_SWATCHES])

    def make_menu(self) -> QMenu:
        """Where the tint may come from."""
        menu = QMenu(self)
        rows: list[tuple[str, Rgb | None]] = [
            (self.tr("Derived from each colour"), None),
            (self.tr("The brush's colour {color}").format(color=format_color(self._brush)),
             self._brush),
        ]  # fmt: skip
        rows += [(format_color(color), color) for color in self._swatches if color != self._brush]
        for text, color in rows:
            action = menu.addAction(text)
            if color is None:
                action.setCheckable(True)
                action.setChecked(self._tint is None)
            else:
                action.setIcon(color_icon(color))
            action.triggered.connect(lambda _=False, tint=color: self.chosen.emit(tint))
        return menu

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(SIDE, SIDE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take colours."""
        if event.mimeData().hasColor() and self.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The dropped colour is the tint."""
        color = QColor(event.mimeData().colorData())
        event.acceptProposedAction()
        self.chosen.emit((color.red(), color.green(), color.blue()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the swatch; stripes where it is derived."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.3)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        roles = QPalette.ColorRole
        is_hot = (self.underMouse() or self.hasFocus()) and self.isEnabled()
        rim = self.palette().color(roles.Highlight if is_hot else roles.Mid)
        if self._tint is None:
            _paint_stripes(painter, frame)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(QColor(*self._tint))
        painter.setPen(QPen(rim, 2 if is_hot else 1))
        painter.drawRoundedRect(frame, 4, 4)
        painter.end()


def _paint_stripes(painter: QPainter, frame: QRectF) -> None:
    """Some colours, each with what is derived of it in its lower right half."""
    painter.save()
    painter.setClipRect(frame.adjusted(1, 1, -1, -1))
    painter.setPen(Qt.PenStyle.NoPen)
    width = frame.width() / len(_STRIPES)
    for index, color in enumerate(_STRIPES):
        stripe = QRectF(frame.left() + index * width, frame.top(), width, frame.height())
        painter.fillRect(stripe, color)
    painter.setBrush(QColor(40, 32, 70, 110))
    corners = (frame.topRight(), frame.bottomRight(), frame.bottomLeft())
    painter.drawPolygon(QPolygonF([QPointF(corner) for corner in corners]))
    painter.restore()
