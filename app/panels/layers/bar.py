"""The controls of the chosen layer: add, merge, delete, how it is blended, what paint may touch."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from app.document.layer import BlendMode, LayerKind
from app.panels.layers.work import LayerWork

BLEND_NAMES = {
    BlendMode.NORMAL: "Normal",
    BlendMode.MULTIPLY: "Multiply",
    BlendMode.SCREEN: "Screen",
    BlendMode.OVERLAY: "Overlay",
    BlendMode.ADD: "Add",
}


def blend_name(blend: BlendMode) -> str:
    """What artists call it."""
    return QCoreApplication.translate("Blend", BLEND_NAMES[blend])


class IconSource(Protocol):
    """Where the bar gets its icons."""

    def icon(self, name: str) -> QIcon:
        """The icon of a name."""


class LayerBar(QWidget):
    """A row of buttons and the list of blend modes; `refresh` it when anything changed."""

    def __init__(self, work: LayerWork, icons: IconSource) -> None:
        super().__init__()
        self._work, self._icons = work, icons
        self._named: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.add = self._button("layer_add", self.tr("Add a paint layer"), work.add)
        self.merge = self._button("merge_down", self.tr("Merge down"), work.merge_down)
        self.remove = self._button("clear", self.tr("Delete the layer"), work.remove)
        self.lock = self._button("lock_alpha", self.tr("Lock alpha: paint changes colours alone"))
        self.lock.clicked.connect(work.set_alpha_lock)
        self.clip = self._button(
            "clip_region", self.tr("Clip to regions: a stroke stays in the region it began in")
        )
        self.clip.clicked.connect(work.set_region_clip)
        self.blend = QComboBox()
        self.blend.setAccessibleName(self.tr("Blend mode"))
        self.blend.setToolTip(self.tr("How the layer joins what lies below it"))
        for mode in BlendMode:
            self.blend.addItem(blend_name(mode), mode)
        self.blend.activated.connect(lambda at: work.set_blend(BlendMode(self.blend.itemData(at))))
        self.group = self._button("layer_group", self.tr("Group the layer"), self._group)
        for widget in (self.add, self.group, self.merge, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.lock, self.clip):
            row.addWidget(widget)

    def _button(self, icon: str, tip: str, press: Callable[[], None] | None = None) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setStyleSheet("padding: 2px 4px;")
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(":")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(press is None)
        if press is not None:
            button.clicked.connect(lambda _=False: press())
        self._named.append((button, icon))
        return button

    def _group(self) -> None:
        """Group a layer, or ungroup a group."""
        if self._work.paint_layer is not None:
            self._work.group()
        else:
            self._work.ungroup()

    def refresh(self) -> None:
        """Show the chosen layer's ways."""
        work = self._work
        layer, painted, own = work.layer, work.paint_layer, work.own_layer
        for button, icon in self._named:
            button.setIcon(self._icons.icon(icon))
        for widget in (self.remove, self.blend, self.group):
            widget.setEnabled(own is not None)
        for way in (self.lock, self.clip):
            way.setEnabled(painted is not None)
        is_group = own is not None and own.kind is LayerKind.GROUP
        self.merge.setEnabled(is_group or work.below is not None)
        verb = self.tr("Ungroup the layers") if is_group else self.tr("Group the layer")
        self.group.setToolTip(verb)
        self.group.setAccessibleName(verb)
        self.lock.setChecked(painted is not None and painted.locks_alpha)
        self.clip.setChecked(painted is not None and painted.keeps_to_region)
        if layer is not None:
            self.blend.setCurrentIndex(self.blend.findData(layer.blend))
