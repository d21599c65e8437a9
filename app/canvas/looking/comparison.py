"""Before and after: another state of the picture over the one that is worked on."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.canvas.compositor import Compositor
from app.canvas.display import PictureDisplay, exposed_area
from app.canvas.viewport import Viewport
from app.document.document import Document
from app.document.layer import LayerKind
from app.document.pixels import LayerPixels

HANDLE_WIDTH = 22
KEY_STEP = 0.02
INK, PAPER = QColor(20, 20, 24, 200), QColor(255, 255, 255, 235)


class Comparison:
    """Paints the state before, at the left of a divider or all over.

    The state before is the drawing without colours, unless another one is set.

    Attributes
    share       where the divider is, as a share of the view's width.
    is_divided  whether it is there.
    is_whole    whether the state before covers all, as while a key is held.
    title       what the state before is called.
    """

    def __init__(self) -> None:
        self._compositor = Compositor()
        self._display = PictureDisplay(self._compositor)
        self._is_other = False
        self.share = 0.5
        self.is_divided = False
        self.is_whole = False
        self.title = ""

    def set_document(self, document: Document, pixels: LayerPixels) -> None:
        """Follow the document whose drawing is shown, unless another state is."""
        if self._is_other:
            return
        layers = tuple(
            replace(layer, visible=layer.visible and layer.kind is LayerKind.LINE)
            for layer in document.layers
        )
        self._compositor.set_source(replace(document, layers=layers, line_color=None), pixels)

    def set_before(self, document: Document, pixels: LayerPixels, title: str) -> None:
        """Compare with another state of the same drawing."""
        self._is_other, self.title = True, title
        self._compositor.set_source(document, pixels)

    def forget_before(self) -> None:
        """Compare with the drawing again; `set_document` must follow."""
        self._is_other, self.title = False, ""

    def paint(
        self, painter: QPainter, viewport: Viewport, exposed: QRectF, ground: QColor, title: str
    ) -> bool:
        """Cover what is exposed of its side; False if tiles are still missing.

        title  what the drawing is called, where no other state is compared with.
        """
        if not (self.is_whole or self.is_divided):
            return True
        width = viewport.width if self.is_whole else viewport.width * self.share
        side = QRectF(0, 0, width, viewport.height)
        painter.save()
        painter.setClipRect(side.intersected(exposed))
        painter.fillRect(side, ground)
        is_complete = self._display.paint(
            painter, viewport, exposed_area(viewport, side.intersected(exposed))
        )
        painter.resetTransform()
        _paint_label(painter, self.title or title, right=width, bottom=viewport.height)
        painter.restore()
        return is_complete


def _paint_label(painter: QPainter, text: str, *, right: float, bottom: float) -> None:
    """A title on a dark ground, at the divider's foot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text) + 18
    box = QRectF(max(8.0, right - width - 16), bottom - 40, width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(PAPER)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Divider(QWidget):
    """The line between before and after, dragged, or moved by arrows.

    Signals
    moved  where it is now, as a share of its parent's width.
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._share = 0.5
        self._grabbed: float | None = None
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Divider between before and after"))
        self.setAccessibleDescription(self.tr("Left and right arrows move it"))
        self.hide()

    def sizeHint(self) -> QSize:
        """As high as the view."""
        return QSize(HANDLE_WIDTH, 100)

    def place(self) -> None:
        """Stand where the share says, in a parent of another size."""
        x = round(self._view.width() * self._share - HANDLE_WIDTH / 2)
        self.setGeometry(x, 0, HANDLE_WIDTH, self._view.height())

    def move_to(self, share: float) -> None:
        """Stand elsewhere, and tell of it."""
        self._share = min(0.98, max(0.02, share))
        self.place()
        self.moved.emit(self._share)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._grabbed = event.position().x() - HANDLE_WIDTH / 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._grabbed is not None:
            at = self.mapToParent(event.position().toPoint()).x() - self._grabbed
            self.move_to(at / max(1, self._view.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it."""
        steps = {Qt.Key.Key_Left: -KEY_STEP, Qt.Key.Key_Right: KEY_STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_to(self._share + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line that shows on any colour, and a grip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        for color, width in ((INK, 3.0), (PAPER, 1.2)):
            painter.setPen(QPen(color, width))
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        highlight = self.palette().highlight().color()
        painter.setPen(QPen(highlight if self.hasFocus() else INK, 1.6))
        painter.setBrush(PAPER)
        painter.drawEllipse(middle, 9.5, 9.5)
        painter.setPen(QPen(QColor(20, 20, 24), 1.6))
        for side in (-1, 1):
            tip = middle + QPointF(6 * side, 0)
            painter.drawLine(tip, tip + QPointF(-3 * side, -3))
            painter.drawLine(tip, tip + QPointF(-3 * side, 3))
        painter.end()
