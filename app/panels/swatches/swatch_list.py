"""The list of swatches: chosen, changed, merged by dragging one on another, and removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from models.hints.tags import Rgb, format_color, parse_color
from models.lighting.light import NO_TONES, OwnTones

SWATCH_ROLE = Qt.ItemDataRole.UserRole
SWATCH_TYPE = "application/x-tintline-swatch"
"""What a swatch is dragged as besides its colour: its key."""
CELL = 28
"""Side of a swatch with its margin."""
TONE_SHARE = 0.32
"""Of a swatch's height that its own tones take."""


@dataclass(frozen=True, slots=True)
class ShownSwatch:
    """A swatch as it is seen: what its key is, what that is shown as, and what it is called."""

    key: Rgb
    color: Rgb
    title: str = ""
    tones: OwnTones = NO_TONES

    @property
    def text(self) -> str:
        """In words, with the tones that it has of its own."""
        parts = [f"{self.title} {format_color(self.color)}".lstrip()]
        named = (
            (QCoreApplication.translate("Swatches", "shade 1"), self.tones.shade),
            (QCoreApplication.translate("Swatches", "shade 2"), self.tones.deep),
            (QCoreApplication.translate("Swatches", "highlight"), self.tones.highlight),
        )
        parts += [f"{name} {format_color(tone)}" for name, tone in named if tone is not None]
        return ", ".join(parts)


class SwatchDelegate(QStyledItemDelegate):
    """Paints a swatch as a rounded square, its own tones at its foot.

    The brush's colour and the keyboard's have a ring, and so has what a swatch is dragged onto.
    """

    target: Rgb | None = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one swatch."""
        state = option.state  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        swatch: ShownSwatch = index.data(SWATCH_ROLE)
        is_target = swatch.key == self.target
        is_chosen = bool(state & QStyle.StateFlag.State_Selected) or is_target
        is_hot = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(option.rect).adjusted(3, 3, -3, -3)  # type: ignore[attr-defined]
        painter.setOpacity(1.0 if state & QStyle.StateFlag.State_Enabled else 0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*swatch.color))
        painter.drawRoundedRect(frame, 4, 4)
        if swatch.tones:
            _paint_tones(painter, frame, swatch)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(frame, 4, 4)
        if is_chosen or is_hot:
            role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.Text
            painter.setPen(QPen(palette.color(role), 3 if is_target else 2))
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 6, 6)
        painter.restore()


def _paint_tones(painter: QPainter, frame: QRectF, swatch: ShownSwatch) -> None:
    """Shade 2, shade 1 and highlight side by side; the flat colour where one is derived."""
    tones = swatch.tones
    outline = QPainterPath()
    outline.addRoundedRect(frame, 4, 4)
    painter.save()
    painter.setClipPath(outline)
    width, top = frame.width() / 3, frame.bottom() - TONE_SHARE * frame.height()
    for place, tone in enumerate((tones.deep, tones.shade, tones.highlight)):
        strip = QRectF(frame.left() + place * width, top, width + 0.5, frame.bottom() - top)
        painter.fillRect(strip, QColor(*(tone or swatch.color)))
    painter.restore()


class SwatchList(QListWidget):
    """Swatches in rows.

    Signals
    removed   the current swatch shall go.
    edited    the ShownSwatch that shall have another colour.
    merged    keys of a swatch and of the one that it was dropped on.
    """

    removed = Signal()
    edited = Signal(object)
    merged = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("swatches")
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setGridSize(QSize(CELL, CELL))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.viewport().setAcceptDrops(True)  # which a list that keeps its items in place does not
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delegate = SwatchDelegate(self)
        self.setItemDelegate(self._delegate)
        self.itemDoubleClicked.connect(lambda item: self.edited.emit(item.data(SWATCH_ROLE)))

    def show_swatches(self, swatches: Sequence[ShownSwatch]) -> None:
        """Show others; where only colours changed, the items stay."""
        row = self.currentRow()
        while self.count() > len(swatches):
            self.takeItem(self.count() - 1)
        while self.count() < len(swatches):
            item = QListWidgetItem()
            item.setSizeHint(QSize(CELL, CELL))
            self.addItem(item)
        for place, swatch in enumerate(swatches):
            item = self.item(place)
            if item.data(SWATCH_ROLE) != swatch:
                item.setData(SWATCH_ROLE, swatch)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, swatch.text)
                item.setToolTip(swatch.text)
        self.setCurrentRow(min(row, self.count() - 1))

    @property
    def current(self) -> ShownSwatch | None:
        """The swatch that was clicked or reached by keys last."""
        item = self.currentItem()
        return None if item is None else item.data(SWATCH_ROLE)

    def mark(self, color: Rgb) -> None:
        """Ring the swatches of a colour."""
        for row in range(self.count()):
            item = self.item(row)
            item.setSelected(item.data(SWATCH_ROLE).color == color)

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]
        """The colour, for the canvas and for other programs."""
        content = QMimeData()
        if items:
            swatch: ShownSwatch = items[0].data(SWATCH_ROLE)
            content.setColorData(QColor(*swatch.color))
            content.setText(format_color(swatch.color))
            content.setData(SWATCH_TYPE, format_color(swatch.key).encode())
        return content

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Return choose, F2 changes, Delete removes, arrows go on."""
        current = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and current is not None:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and current:
            self.itemClicked.emit(current)
        elif event.key() == Qt.Key.Key_F2 and current is not None:
            self.edited.emit(current.data(SWATCH_ROLE))
        else:
            super().keyPressEvent(event)

    # One swatch dragged on another

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a swatch."""
        event.setAccepted(event.mimeData().hasFormat(SWATCH_TYPE))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Ring what the swatch would be merged into."""
        target = self._target(event)
        self._ring(target)
        event.setAccepted(target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._ring(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Merge the swatch that was dragged into the one under it."""
        target = self._target(event)
        self._ring(None)
        event.setAccepted(target is not None)
        if target is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            self.merged.emit(_dragged(event), target.key)

    def _target(self, event: QDropEvent) -> ShownSwatch | None:
        """What lies under a swatch of this list that is dragged, unless it is the same."""
        item = self.itemAt(event.position().toPoint())
        if item is None or not event.mimeData().hasFormat(SWATCH_TYPE):
            return None
        swatch: ShownSwatch = item.data(SWATCH_ROLE)
        dragged = _dragged(event)
        keys = (self.item(row).data(SWATCH_ROLE).key for row in range(self.count()))
        return swatch if dragged != swatch.key and dragged in keys else None

    def _ring(self, target: ShownSwatch | None) -> None:
        key = None if target is None else target.key
        if key != self._delegate.target:
            self._delegate.target = key
            self.viewport().update()


def _dragged(event: QDropEvent) -> Rgb:
    """The key of the swatch that is dragged."""
    return parse_color(bytes(event.mimeData().data(SWATCH_TYPE).data()).decode())
