"""The layers panel: order, visibility and opacity of the document's layers, topmost first."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QDropEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.edits import MoveLayer, SetLayerOpacity, SetLayerVisible
from app.document.layer import BlendMode, Layer, LayerKind
from app.panels.widgets.thumbnails import (
    LIGHT_KINDS,
    THUMBNAIL_HEIGHT,
    THUMBNAIL_WIDTH,
    has_light,
    layer_thumbnail,
)
from app.session import Session

ID_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL_DELAY_MS = 300
ICONS = {
    LayerKind.LINE: "layer_line_art",
    LayerKind.HINTS: "layer_hints",
    LayerKind.COLOR: "layer_colour",
    LayerKind.FLATS: "layer_flats",
    LayerKind.SHADE: "layer_shade",
    LayerKind.HIGHLIGHT: "layer_highlight",
}


class IconSource(Protocol):
    """Where the panel gets its icons."""

    def icon(self, name: str) -> QIcon:
        """The icon of a name."""


class LayerRow(QWidget):
    """One layer's row: eye, thumbnail, name and how it is blended."""

    def __init__(
        self,
        layer: Layer,
        icons: IconSource,
        toggle: Callable[[str], None],
        *,
        lacks_light: bool = False,
    ) -> None:
        """lacks_light: it carries what the light makes, and there is none."""
        super().__init__()
        self.layer_id = layer.id
        self._kind_icon = icons.icon(ICONS[layer.kind])
        self.eye = QToolButton()
        self.eye.setAutoRaise(True)
        self.eye.setIcon(icons.icon("eye" if layer.visible else "eye_off"))
        self.eye.setIconSize(QSize(18, 18))
        self.eye.setStyleSheet("padding: 1px 3px;")
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space does it for the row
        title = QCoreApplication.translate("Layers", layer.name)
        verb = self.tr("Hide {layer}") if layer.visible else self.tr("Show {layer}")
        self.eye.setToolTip(verb.format(layer=title))
        self.eye.setAccessibleName(verb.format(layer=title))
        self.eye.clicked.connect(lambda: toggle(layer.id))
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT)
        self._thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._thumbnail.setPixmap(self._kind_icon.pixmap(18, 18))
        name = QLabel(title)
        name.setObjectName("" if layer.visible else "muted")  # hidden, not out of use
        self.detail = QLabel(self._describe(layer))
        self.detail.setObjectName("muted")
        if lacks_light:
            self.detail.setText(self.tr("Light off"))
            self.setToolTip(
                self.tr("{layer} holds next to nothing while the light is off").format(layer=title)
            )
        for label in (self._thumbnail, name, self.detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 1, 6, 1)
        layout.setSpacing(8)
        layout.addWidget(self.eye)
        layout.addWidget(self._thumbnail)
        layout.addWidget(name, 1)
        layout.addWidget(self.detail)

    def _describe(self, layer: Layer) -> str:
        blends = {BlendMode.MULTIPLY: self.tr("Multiply"), BlendMode.SCREEN: self.tr("Screen")}
        parts = [blends[layer.blend]] if layer.blend in blends else []
        if layer.opacity < 1:
            parts.append(f"{layer.opacity:.0%}")
        return " · ".join(parts)

    def set_thumbnail(self, thumbnail: QPixmap | None) -> None:
        """Show the layer's pixels, or its icon where there are none."""
        self._thumbnail.setPixmap(thumbnail or self._kind_icon.pixmap(18, 18))


class LayerList(QListWidget):
    """A list whose rows can be dragged; tells of a move instead of making it.

    Space shows or hides the row's layer, Alt with an arrow moves it.
    """

    def __init__(self, moved: Callable[[int, int], None], toggle: Callable[[], None]) -> None:
        super().__init__()
        self._moved = moved
        self._toggle = toggle
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)  # no empty rest
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._toggle()
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if 0 <= row + step < self.count():
                self._moved(row, row + step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell from which row to which; the session's answer reorders the rows."""
        target = self.indexAt(event.position().toPoint())
        row = target.row() if target.isValid() else self.count()
        below = QAbstractItemView.DropIndicatorPosition.BelowItem
        if target.isValid() and self.dropIndicatorPosition() is below:
            row += 1
        source = self.currentRow()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._moved(source, row - 1 if row > source else row)


class LayersPanel(QWidget):
    """Shows and changes the layers of the session's document."""

    def __init__(self, session: Session, icons: IconSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._icons = icons
        self._shown: tuple[Layer, ...] = ()
        self._had_light = False
        self._current_id: str | None = None
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setAccessibleName(self.tr("Layer opacity"))
        self.opacity.valueChanged.connect(self._set_opacity)
        self.opacity.sliderReleased.connect(session.seal)
        self._percent = QLabel()
        self._percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.tr("Opacity"))
        label.setObjectName("muted")
        row.addWidget(label)
        row.addWidget(self.opacity, 1)
        row.addWidget(self._percent)
        self.list = LayerList(self._move_row, self._toggle_current)
        self.list.setToolTip(self.tr("Space shows or hides, Alt and arrows or dragging move"))
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.setAccessibleName(self.tr("Layers"))
        self.list.setMinimumHeight(60)
        self.list.currentItemChanged.connect(self._select)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        self._thumbnail_timer = QTimer(self)
        self._thumbnail_timer.setSingleShot(True)
        self._thumbnail_timer.setInterval(THUMBNAIL_DELAY_MS)
        self._thumbnail_timer.timeout.connect(self._refresh_thumbnails)
        session.document_changed.connect(self._show_document)
        # A method is disconnected with its panel; a lambda would outlive it.
        session.pixels_changed.connect(self._want_thumbnails)
        self.setEnabled(session.document is not None)

    def refresh(self) -> None:
        """Build the rows again, as when the theme changed."""
        self._shown = ()
        if self._session.document is not None:
            self._show_document(self._session.document)

    def row(self, layer_id: str) -> LayerRow:
        """The row of a layer. Raises KeyError."""
        for index in range(self.list.count()):
            widget = self.list.itemWidget(self.list.item(index))
            if isinstance(widget, LayerRow) and widget.layer_id == layer_id:
                return widget
        raise KeyError(layer_id)

    def toggle_visible(self, layer_id: str) -> None:
        """Show or hide a layer."""
        document = self._session.document
        if document is not None:
            self._session.apply(SetLayerVisible(layer_id, not document.layer(layer_id).visible))

    def _toggle_current(self) -> None:
        if self._current_id is not None:
            self.toggle_visible(self._current_id)

    def _show_menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is not None:
            self.list.setCurrentItem(item)
            menu = self.make_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def make_menu(self) -> QMenu:
        """What can be done with the chosen layer."""
        menu = QMenu(self)
        document, layer_id = self._session.document, self._current_id
        if document is None or layer_id is None:
            return menu
        layer, row = document.layer(layer_id), self.list.currentRow()
        rows: tuple[tuple[str, bool, Callable[[], None]], ...] = (
            (self.tr("Hide layer") if layer.visible else self.tr("Show layer"), True,
             self._toggle_current),
            (self.tr("Move up"), row > 0, lambda: self._move_row(row, row - 1)),
            (self.tr("Move down"), row < self.list.count() - 1,
             lambda: self._move_row(row, row + 1)),
            (self.tr("Full opacity"), layer.opacity < 1,
             lambda: self._session.apply(SetLayerOpacity(layer_id, 1.0))),
        )  # fmt: skip
        for text, is_usable, handler in rows:
            action = menu.addAction(text)
            action.setEnabled(is_usable)
            action.triggered.connect(lambda _=False, chosen=handler: chosen())
        return menu

    def select(self, layer_id: str) -> None:
        """Make a layer the one whose opacity is shown."""
        for index in range(self.list.count()):
            if self.list.item(index).data(ID_ROLE) == layer_id:
                self.list.setCurrentRow(index)

    def _show_document(self, document: Document) -> None:
        self.setEnabled(True)
        self._want_thumbnails()
        if (document.layers, has_light(document)) == (self._shown, self._had_light):
            return
        self._shown, self._had_light = document.layers, has_light(document)
        wanted = self._current_id or "colour"
        self.list.blockSignals(True)
        self.list.clear()
        for layer in reversed(document.layers):
            item = QListWidgetItem()
            item.setData(ID_ROLE, layer.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, layer.name)
            item.setSizeHint(QSize(0, THUMBNAIL_HEIGHT + 4))
            self.list.addItem(item)
            lacks_light = layer.kind in LIGHT_KINDS and not self._had_light
            row = LayerRow(layer, self._icons, self.toggle_visible, lacks_light=lacks_light)
            self.list.setItemWidget(item, row)
        self.list.blockSignals(False)
        self.select(wanted)
        self._select()

    def _select(self, *_: object) -> None:
        item = self.list.currentItem()
        document = self._session.document
        self.opacity.setEnabled(item is not None)
        if item is None or document is None:
            return
        self._current_id = str(item.data(ID_ROLE))
        percent = round(document.layer(self._current_id).opacity * 100)
        self.opacity.blockSignals(True)
        self.opacity.setValue(percent)
        self.opacity.blockSignals(False)
        self._percent.setText(f"{percent} %")

    def _set_opacity(self, percent: int) -> None:
        if self._current_id is not None:
            self._session.apply(SetLayerOpacity(self._current_id, percent / 100))

    def _move_row(self, source: int, target: int) -> None:
        """Rows count from the top, layers from the bottom."""
        if source == target or source < 0:
            return
        layer_id = str(self.list.item(source).data(ID_ROLE))
        self._session.apply(MoveLayer(layer_id, self.list.count() - 1 - target))

    def _want_thumbnails(self, *_changed: object) -> None:
        if not self._thumbnail_timer.isActive():
            self._thumbnail_timer.start()

    def _refresh_thumbnails(self) -> None:
        document, pixels = self._session.document, self._session.pixels
        if document is None or pixels is None:
            return
        for layer in document.layers:
            self.row(layer.id).set_thumbnail(layer_thumbnail(document, pixels, layer))
