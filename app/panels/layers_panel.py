"""The layers panel: order, visibility and opacity of the document's layers, topmost first."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.edits import SetLayerOpacity, SetLayerVisible
from app.document.layer import Layer, LayerKind, block_of, groups_around
from app.document.painting.grouping import Spot
from app.panels.layers.bar import IconSource, LayerBar
from app.panels.layers.line_color import LineColorMenu
from app.panels.layers.rows import LayerList, LayerRow
from app.panels.layers.work import LayerWork, shown_name
from app.panels.widgets.thumbnails import (
    LIGHT_KINDS,
    THUMBNAIL_HEIGHT,
    has_light,
    layer_thumbnail,
)
from app.session import Session

ID_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL_DELAY_MS = 300


class LayersPanel(QWidget):
    """Shows and changes the layers of the session's document."""

    def __init__(self, session: Session, icons: IconSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._icons = icons
        self.work = LayerWork(session, self)
        self._shown: tuple[Layer, ...] = ()
        self._had_light = False
        self._is_waiting = False
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
        self.opacity.setToolTip(self.tr("Opacity"))
        self.bar = LayerBar(self.work, icons)
        row.addWidget(self.bar.blend)
        row.addWidget(self.opacity, 1)
        row.addWidget(self._percent)
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self._toggle_current,
            Qt.Key.Key_Delete: self.work.remove,
            Qt.Key.Key_F2: self.work.ask_name,
        }
        self.list = LayerList(self._drop_row, self.work.step, keys)
        self.list.setToolTip(
            self.tr("Space shows or hides, Alt and arrows or dragging move, F2 renames")
        )
        self.list.itemDoubleClicked.connect(lambda _: self.work.ask_name())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.setAccessibleName(self.tr("Layers"))
        self.list.setMinimumHeight(52)
        self.list.currentItemChanged.connect(self._select)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 6)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.bar)
        self.work.chosen.connect(self.select)
        self.work.rename_wanted.connect(self._edit_name)
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
        if (layer := self.work.layer) is not None:
            self.toggle_visible(layer.id)

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
        work, layer = self.work, self.work.layer
        if layer is None:
            return menu
        rows: tuple[tuple[str, bool, Callable[[], None]], ...] = (
            (self.tr("Hide layer") if layer.visible else self.tr("Show layer"), True,
             self._toggle_current),
            (self.tr("Move up"), work.can_step(-1), lambda: work.step(-1)),
            (self.tr("Move down"), work.can_step(1), lambda: work.step(1)),
            (self.tr("Full opacity"), layer.opacity < 1,
             lambda: self._session.apply(SetLayerOpacity(layer.id, 1.0))),
            (self.tr("Add a paint layer above"), True, work.add),
        )  # fmt: skip
        if work.own_layer is not None:
            is_group = layer.kind is LayerKind.GROUP
            is_merged = is_group or work.below is not None
            rows += (
                (self.tr("Rename…"), True, work.ask_name),
                (self.tr("Group"), True, work.group),
                (self.tr("Ungroup"), is_group or bool(layer.group), work.ungroup),
                (
                    self.tr("Merge group") if is_group else self.tr("Merge down"),
                    is_merged,
                    work.merge_down,
                ),
                (
                    self.tr("Delete group") if is_group else self.tr("Delete layer"),
                    True,
                    work.remove,
                ),
            )
        for text, is_usable, handler in rows:
            action = menu.addAction(text)
            action.setEnabled(is_usable)
            action.triggered.connect(lambda _=False, chosen=handler: chosen())
        if layer.kind is LayerKind.LINE:
            menu.addSeparator()
            menu.addMenu(LineColorMenu(self._session, self, menu))
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
        self.list.blockSignals(True)
        self.list.clear()
        for layer in reversed(document.layers):
            item = QListWidgetItem()
            item.setData(ID_ROLE, layer.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, shown_name(layer))
            item.setSizeHint(QSize(0, THUMBNAIL_HEIGHT + 4))
            self.list.addItem(item)
            lacks_light = layer.kind in LIGHT_KINDS and not self._had_light
            row = LayerRow(
                layer,
                self._icons,
                self.toggle_visible,
                depth=len(groups_around(document.layers, layer)),
                lacks_light=lacks_light,
            )
            self.list.setItemWidget(item, row)
        self.list.blockSignals(False)
        if (chosen := self.work.layer) is not None:
            self.select(chosen.id)
        self._select()

    def _edit_name(self) -> None:
        """Type the chosen layer's name in its row."""
        if (layer := self.work.layer) is not None:
            self.row(layer.id).edit_name(self.work.rename)

    def _select(self, *_: object) -> None:
        item = self.list.currentItem()
        document = self._session.document
        self.opacity.setEnabled(item is not None)
        if item is None or document is None:
            return
        layer_id = str(item.data(ID_ROLE))
        self.work.choose(layer_id)
        self.bar.refresh()
        percent = round(document.layer(layer_id).opacity * 100)
        self.opacity.blockSignals(True)
        self.opacity.setValue(percent)
        self.opacity.blockSignals(False)
        self._percent.setText(f"{percent} %")

    def _set_opacity(self, percent: int) -> None:
        if (layer := self.work.layer) is not None:
            self._session.apply(SetLayerOpacity(layer.id, percent / 100))

    def _drop_row(self, source: int, above: int, is_on: bool) -> None:
        """Put a row above another, or into that one's group. Rows count from the top."""
        document = self._session.document
        if document is None or source < 0:
            return
        rows = document.layers[::-1]
        moved, group = rows[source], rows[source].group
        if is_on and rows[above].kind is LayerKind.GROUP:
            group, above = rows[above].id, above + 1
        elif is_on:
            group = rows[above].group
        block = block_of(document.layers, moved)
        below = sum(each not in block for each in rows[above:])
        self.work.move(moved.id, Spot(below, group))

    def wait_for_pen(self, is_drawing: bool) -> None:
        """Draw no thumbnails while the pen is down."""
        self._is_waiting = is_drawing
        self._want_thumbnails()

    def _want_thumbnails(self, *_changed: object) -> None:
        if not self._thumbnail_timer.isActive():
            self._thumbnail_timer.start()

    def _refresh_thumbnails(self) -> None:
        document, pixels = self._session.document, self._session.pixels
        if document is None or pixels is None or self._is_waiting:
            return
        for layer in document.layers:
            self.row(layer.id).set_thumbnail(layer_thumbnail(document, pixels, layer))
