"""The palette panel: the document's swatches, and whether colouring may use any other colour."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.color_edits import replace_color
from app.document.document import Document
from app.document.edits import SetPalette
from app.document.layer import LayerKind
from app.document.palette import MAX_COLORS, Palette
from app.panels.widgets.icons import IconBinder
from app.session import Session
from models.hints.tags import Rgb, format_color

COLOR_ROLE = Qt.ItemDataRole.UserRole
CELL = 28
"""Side of a swatch with its margin."""


class SwatchDelegate(QStyledItemDelegate):
    """Paints a swatch as a rounded square; the brush's colour and the keyboard's have a ring."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one swatch."""
        state = option.state  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hot = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(option.rect).adjusted(3, 3, -3, -3)  # type: ignore[attr-defined]
        painter.setBrush(QColor(*index.data(COLOR_ROLE)))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setOpacity(1.0 if state & QStyle.StateFlag.State_Enabled else 0.35)
        painter.drawRoundedRect(frame, 4, 4)
        if is_chosen or is_hot:
            role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.Text
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(role), 2))
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 6, 6)
        painter.restore()


class SwatchList(QListWidget):
    """Swatches in rows, to be chosen, dragged to the drawing and removed."""

    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__()
        self._remove = remove
        self.setObjectName("swatches")
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setGridSize(QSize(CELL, CELL))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(SwatchDelegate(self))

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]
        """The colour, for the canvas and for other programs."""
        content = QMimeData()
        if items:
            color: Rgb = items[0].data(COLOR_ROLE)
            content.setColorData(QColor(*color))
            content.setText(format_color(color))
        return content

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Return choose, Delete removes, arrows go on."""
        current = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and current is not None:
            self._remove()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and current:
            self.itemClicked.emit(current)
        else:
            super().keyPressEvent(event)


class PalettePanel(QWidget):
    """Shows and changes the palette of the session's document.

    Signals
    color_chosen  sRGB bytes of a swatch, for the brush.
    open_asked    read a palette file.
    save_asked    write one.
    """

    color_chosen = Signal(object)
    open_asked = Signal()
    save_asked = Signal()

    def __init__(self, session: Session, icons: IconBinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown: Palette | None = None
        self._color: Rgb = (0, 0, 0)
        self.lock = QToolButton()
        self.lock.setText(self.tr("Lock palette"))
        self.lock.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lock.setCheckable(True)
        icons.bind_icon(self.lock.setIcon, "lock")
        self.lock.clicked.connect(self.set_locked)
        self.add = self._button(icons, "add", self.tr("Add the brush's colour"), self.add_color)
        self.collect = self._button(
            icons, "collect", self.tr("Add the colours of all hints"), self.add_hint_colors
        )
        self.open = self._button(
            icons, "open", self.tr("Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…"),
            self.open_asked.emit,
        )  # fmt: skip
        self.save = self._button(
            icons, "save", self.tr("Save as a GIMP palette"), self.save_asked.emit
        )
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.lock)
        row.addStretch(1)
        for button in (self.add, self.collect, self.open, self.save):
            row.addWidget(button)
        self.list = SwatchList(self.remove_current)
        self.list.setAccessibleName(self.tr("Swatches"))
        self.list.setMinimumHeight(2 * CELL)
        self.list.itemClicked.connect(self._choose)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._empty = QLabel(
            self.tr(
                "No swatches yet. Add the brush's colour, collect those of the hints, or drop a "
                "palette file on the window."
            )
        )
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        session.document_changed.connect(self._show_document)
        self._show(Palette())
        self.setEnabled(session.document is not None)

    def _button(
        self, icons: IconBinder, icon: str, text: str, handler: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        icons.bind_icon(button.setIcon, icon)
        button.clicked.connect(lambda _=False: handler())
        return button

    # What is done to the palette

    @property
    def palette_shown(self) -> Palette:
        """The document's palette as it is shown."""
        return self._shown or Palette()

    def set_brush_color(self, color: Rgb) -> None:
        """The brush's colour, which `add_color` adds and the list marks."""
        self._color = color
        self._mark()

    def add_color(self) -> None:
        """Add the brush's colour."""
        self._apply(self.palette_shown.add(self._color))

    def add_hint_colors(self) -> None:
        """Add the colour of every hint."""
        document = self._session.document
        if document is not None:
            colors = dict.fromkeys((*self.palette_shown.colors, *document.hints.colors()))
            self._apply(replace(self.palette_shown, colors=tuple(colors)[:MAX_COLORS]))

    def remove_current(self) -> None:
        """Remove the swatch that was clicked or reached by keys last."""
        item = self.list.currentItem()
        if item is not None:
            palette = self.palette_shown.remove(item.data(COLOR_ROLE))
            self._apply(replace(palette, locked=palette.locked and bool(palette.colors)))

    def replace_current(self) -> None:
        """Give the brush's colour to the current swatch, and to everything that has its colour."""
        item, document = self.list.currentItem(), self._session.document
        if item is not None and document is not None:
            flats_u8 = self._session.pixels_of(LayerKind.FLATS)
            self._session.apply(
                replace_color(document, flats_u8, item.data(COLOR_ROLE), self._color)
            )

    def clear(self) -> None:
        """Remove every swatch; any colour is allowed again."""
        self._apply(Palette())

    def set_locked(self, is_locked: bool) -> None:
        """Allow no other colours, or any."""
        self._apply(replace(self.palette_shown, locked=is_locked))

    def _apply(self, palette: Palette) -> None:
        self._session.apply(SetPalette(palette))
        document = self._session.document
        self._show(document.palette if document is not None else Palette())

    # Showing it

    def _show_document(self, document: Document) -> None:
        self.setEnabled(True)
        if document.palette != self._shown:
            self._show(document.palette)
        self.collect.setEnabled(bool(document.hints.hints))

    def _show(self, palette: Palette) -> None:
        row = self.list.currentRow()
        if self._shown is None or (palette.colors, palette.titles) != (
            self._shown.colors,
            self._shown.titles,
        ):
            self.list.clear()
            for color, title in zip(palette.colors, palette.titles):
                item = QListWidgetItem()
                item.setData(COLOR_ROLE, color)
                text = f"{title} {format_color(color)}".lstrip()
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
                item.setToolTip(text)
                item.setSizeHint(QSize(CELL, CELL))
                self.list.addItem(item)
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._shown = palette
        has_colors = bool(palette.colors)
        self._empty.setVisible(not has_colors)
        self.list.setVisible(has_colors)
        self.save.setEnabled(has_colors)
        self.add.setEnabled(len(palette.colors) < MAX_COLORS)
        self.lock.setEnabled(has_colors)
        self.lock.setChecked(palette.locked)
        self.lock.setToolTip(
            self.tr("Colour with these swatches alone; a colour between them takes the nearest")
            if has_colors
            else self.tr("Add swatches first: then colouring can be held to them")
        )
        self._mark()

    def _mark(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setSelected(item.data(COLOR_ROLE) == self._color)

    def _choose(self, item: QListWidgetItem) -> None:
        self.color_chosen.emit(item.data(COLOR_ROLE))
        self._mark()

    def _show_menu(self, at: QPoint) -> None:
        menu = self.make_menu(self.list.itemAt(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def make_menu(self, item: QListWidgetItem | None) -> QMenu:
        """What can be done with a swatch, and with all of them."""
        menu = QMenu(self)
        if item is not None:
            self.list.setCurrentItem(item)
            name = self.palette_shown.title(item.data(COLOR_ROLE))
            menu.addAction(self.tr("Paint with {color}").format(color=name)).triggered.connect(
                lambda: self._choose(item)
            )
            replace_by = self.tr("Replace by {color} everywhere").format(
                color=format_color(self._color)
            )
            replacing = menu.addAction(replace_by)
            replacing.triggered.connect(self.replace_current)
            replacing.setEnabled(item.data(COLOR_ROLE) != self._color)
            menu.addAction(self.tr("Remove swatch")).triggered.connect(self.remove_current)
            menu.addSeparator()
        menu.addAction(self.tr("Remove all swatches")).triggered.connect(self.clear)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Paint the swatches again in a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.list.viewport().update()
