"""Preferences of keys: every command with its keys, searched, set, cleared and reset."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.commands.actions import MENUS
from app.commands.key_presets import PRESETS
from app.commands.shortcuts import KeyUse, Shortcuts
from app.languages.spoken import bare
from app.window.preferences.form import Page, push_button
from app.window.preferences.key_field import KeyField

_ID = Qt.ItemDataRole.UserRole


class ShortcutsPage(Page):
    """Which keys do what. A key that is taken is told, and taken over on demand alone."""

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__(self.tr("Keys"))
        self._shortcuts = shortcuts
        self._wanted: QKeySequence | None = None
        self._items: dict[str, QTreeWidgetItem] = {}
        self.preset = QComboBox()
        self.preset.setAccessibleName(self.tr("Keys as in"))
        for name, (title, _) in PRESETS.items():
            self.preset.addItem(title, name)
        self.preset.setCurrentIndex(self.preset.findData(shortcuts.preset))
        self.preset.activated.connect(lambda _: shortcuts.choose_preset(self.preset.currentData()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search commands and keys"))
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = self._make_list()
        self.field = KeyField()
        self.field.pressed.connect(self.take)
        self.field.left.connect(self.list.setFocus)
        self.clear = push_button(self.tr("Clear"), self._clear)
        self.reset = push_button(self.tr("Reset"), self._reset)
        self.reset_all = push_button(self.tr("Reset all"), shortcuts.reset_all)
        self.take_over = push_button(self.tr("Take it over"), self._take_over)
        self.message = QLabel()
        self.message.setObjectName("warned")
        self.message.setWordWrap(True)
        self.add(_row(QLabel(self.tr("Keys as in")), self.preset, self.search))
        self.add(self.list, 1)
        self.add(_row(self.field, self.clear, self.reset, self.reset_all))
        self.add(_row(self.message, self.take_over))
        self._fill()
        shortcuts.changed.connect(self._show_keys)
        self.list.setCurrentItem(next(iter(self._items.values())))

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Commands"))
        tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        tree.header().setStretchLastSection(False)
        tree.setColumnWidth(1, 190)
        tree.setIndentation(16)
        tree.setUniformRowHeights(True)
        tree.currentItemChanged.connect(lambda *_: self._show_current())
        tree.itemActivated.connect(lambda *_: self.field.setFocus())
        return tree

    def _fill(self) -> None:
        groups = {"canvas": self.tr("On the canvas")}
        groups |= {name: bare(QCoreApplication.translate("Actions", text)) for name, text in MENUS}
        tops: dict[str, QTreeWidgetItem] = {}
        for name, text in groups.items():
            tops[name] = QTreeWidgetItem(self.list, [text])
            tops[name].setFlags(Qt.ItemFlag.ItemIsEnabled)
            tops[name].setExpanded(True)
        for use in self._shortcuts.uses:
            item = QTreeWidgetItem(tops[use.menu], [use.title])
            item.setData(0, _ID, use.id)
            self._items[use.id] = item
        self._show_keys()

    @property
    def current(self) -> str:
        """Identifier of the chosen command; empty where a menu's name is chosen."""
        item = self.list.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def choose(self, name: str) -> None:
        """Choose a command."""
        self.list.setCurrentItem(self._items[name])

    # What is shown

    def _show_keys(self) -> None:
        for name, item in self._items.items():
            item.setText(1, self._shortcuts.text(name))
            item.setToolTip(1, self._shortcuts.text(name))
            font = item.font(1)
            font.setBold(self._shortcuts.is_own(name))
            item.setFont(1, font)
        self.reset_all.setEnabled(self._shortcuts.own_count > 0)
        self._filter()
        self._show_current()

    def _show_current(self) -> None:
        self._wanted = None
        name = self.current
        self.field.setText(self._shortcuts.text(name))
        self.field.setEnabled(bool(name))
        self.clear.setEnabled(bool(self._shortcuts.keys(name)))
        self.reset.setEnabled(self._shortcuts.is_own(name))
        self._warn("")

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        for item in self._items.values():
            text = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in text for word in words))
        shown = {_top(item).text(0) for item in self._items.values() if not item.isHidden()}
        for item in self._items.values():
            _top(item).setHidden(_top(item).text(0) not in shown)

    def _warn(self, text: str) -> None:
        self.message.setText(text)
        self.take_over.setVisible(bool(text))

    # What is set

    def take(self, key: QKeySequence) -> None:
        """Set a key for the chosen command; if another command has it, ask first."""
        name = self.current
        holder = self._shortcuts.use_of(key)
        if holder is None or holder.id == name:
            self._shortcuts.set_keys(name, (key,))
            return
        self._wanted = key
        native = key.toString(QKeySequence.SequenceFormat.NativeText)
        self.field.setText(native)
        self._warn(self._clash(native, holder))

    def _clash(self, native: str, holder: KeyUse) -> str:
        text = self.tr("{keys} is the key of “{command}”, which would be without it.")
        others = len(self._shortcuts.keys(holder.id)) > 1
        if others:
            text = self.tr("{keys} is a key of “{command}”, which would keep its others.")
        return text.format(keys=native, command=holder.title)

    def _take_over(self) -> None:
        if self._wanted is not None:
            self._shortcuts.set_keys(self.current, (self._wanted,))

    def _clear(self) -> None:
        self._shortcuts.set_keys(self.current, ())

    def _reset(self) -> None:
        self._shortcuts.reset(self.current)


def _top(item: QTreeWidgetItem) -> QTreeWidgetItem:
    return item.parent()  # type: ignore[return-value]


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        grows = isinstance(widget, QLineEdit) or widget.objectName() == "warned"
        layout.addWidget(widget, 1 if grows else 0)
    return row
