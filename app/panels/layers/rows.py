"""The rows of the layers panel, and the list that they lie in."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QToolButton,
    QWidget,
)

from app.document.layer import BlendMode, Layer, LayerKind
from app.panels.layers.bar import IconSource, blend_name
from app.panels.layers.work import shown_name
from app.panels.widgets.thumbnails import THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH

ICONS = {
    LayerKind.LINE: "layer_line_art",
    LayerKind.HINTS: "layer_hints",
    LayerKind.COLOR: "layer_colour",
    LayerKind.FLATS: "layer_flats",
    LayerKind.SHADE: "layer_shade",
    LayerKind.HIGHLIGHT: "layer_highlight",
    LayerKind.PAINT: "layer_paint",
    LayerKind.GROUP: "layer_group",
}
INDENT = 18
"""Pixels by which what lies in a group stands to the right."""
MOST_INDENTED = 5
"""Groups within each other that are told so: names keep their room."""


class NameEntry(QLineEdit):
    """A name to be typed anew; Return or a click elsewhere takes it, Escape keeps the old one."""

    def __init__(self, name: str, rename: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(name, parent)
        self._rename = rename
        self.selectAll()
        self.editingFinished.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if not self.isHidden():
            self._close()
            self._rename(self.text())

    def _close(self) -> None:
        self.hide()
        self.deleteLater()


class LayerRow(QWidget):
    """One layer's row: eye, thumbnail, name and how it is blended."""

    def __init__(
        self,
        layer: Layer,
        icons: IconSource,
        toggle: Callable[[str], None],
        *,
        depth: int = 0,
        lacks_light: bool = False,
    ) -> None:
        """A row.

        depth        groups that the layer lies in.
        lacks_light  it carries what the light makes, and there is none.
        """
        super().__init__()
        self.layer_id = layer.id
        self._kind_icon = icons.icon(ICONS[layer.kind])
        self.eye = QToolButton()
        self.eye.setAutoRaise(True)
        self.eye.setIcon(icons.icon("eye" if layer.visible else "eye_off"))
        self.eye.setIconSize(QSize(18, 18))
        self.eye.setStyleSheet("padding: 1px 3px;")
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space does it for the row
        title = shown_name(layer)
        verb = self.tr("Hide {layer}") if layer.visible else self.tr("Show {layer}")
        self.eye.setToolTip(verb.format(layer=title))
        self.eye.setAccessibleName(verb.format(layer=title))
        self.eye.clicked.connect(lambda: toggle(layer.id))
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT)
        self._thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._thumbnail.setPixmap(self._kind_icon.pixmap(18, 18))
        self._name = QLabel(title)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setMinimumWidth(24)  # a long name gives way to what is said of the layer
        self._name.setObjectName("" if layer.visible else "muted")  # hidden, not out of use
        self.detail = QLabel(self._describe(layer))
        self.detail.setObjectName("muted")
        if lacks_light:
            self.detail.setText(self.tr("Light off"))
            self.setToolTip(
                self.tr("{layer} holds next to nothing while the light is off").format(layer=title)
            )
        for label in (self._thumbnail, self._name, self.detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 + INDENT * min(depth, MOST_INDENTED), 1, 6, 1)
        layout.setSpacing(8)
        layout.addWidget(self.eye)
        layout.addWidget(self._thumbnail)
        layout.addWidget(self._name, 1)
        layout.addWidget(self.detail)

    def _describe(self, layer: Layer) -> str:
        parts = [] if layer.blend is BlendMode.NORMAL else [blend_name(layer.blend)]
        if layer.opacity < 1:
            parts.append(f"{layer.opacity:.0%}")
        return " · ".join(parts)

    def edit_name(self, rename: Callable[[str], None]) -> None:
        """Let a name be typed in the row's own place."""
        entry = NameEntry(self._name.text(), rename, self)
        entry.setAccessibleName(self.tr("Layer name"))
        entry.setGeometry(self._name.geometry().adjusted(-4, -1, 4, 1))
        entry.show()
        entry.setFocus()

    def set_thumbnail(self, thumbnail: QPixmap | None) -> None:
        """Show the layer's pixels, or its icon where there are none."""
        self._thumbnail.setPixmap(thumbnail or self._kind_icon.pixmap(18, 18))


class LayerList(QListWidget):
    """A list whose rows can be dragged; tells of a move instead of making it.

    Between two rows a row is put there, on a group or a layer in it, into that group.

    Space shows or hides the row's layer, Alt with an arrow moves it, Delete and F2 delete and
    rename it, if it is the artist's own.
    """

    def __init__(
        self,
        dropped: Callable[[int, int, bool], None],
        stepped: Callable[[int], None],
        keys: dict[int, Callable[[], None]],
    ) -> None:
        """What is told of the current row, counted from the top.

        dropped  which row it was, the row that it goes above, and whether it fell on that one.
        stepped  by how many rows it goes down.
        keys     what a key does with its layer.
        """
        super().__init__()
        self._dropped, self._stepped = dropped, stepped
        self._keys = keys
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
        if event.key() in self._keys and row >= 0:
            self._keys[event.key()]()
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._stepped(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where it fell; the session's answer reorders the rows."""
        target = self.indexAt(event.position().toPoint())
        row = target.row() if target.isValid() else self.count()
        places, place = QAbstractItemView.DropIndicatorPosition, self.dropIndicatorPosition()
        if target.isValid() and place is places.BelowItem:
            row += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._dropped(self.currentRow(), row, target.isValid() and place is places.OnItem)
