"""The row of colour sets: which is shown, what it is called, one more, one less."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.document.color_sets import LONGEST_NAME, MAX_SETS, ColorSets
from app.panels.widgets.icons import IconBinder


class SetsRow(QWidget):
    """Shows the sets of a document.

    Signals
    chosen   the name of the set to show.
    renamed  another name for the set that is shown.
    added    one more set is wanted. removed  the one that is shown shall go.
    """

    chosen = Signal(str)
    renamed = Signal(str)
    added = Signal()
    removed = Signal()

    def __init__(self, icons: IconBinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Colour set"))
        label.setObjectName("muted")
        self.names = QComboBox()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.names.setAccessibleName(self.tr("Colour set"))
        self.names.setToolTip(
            self.tr("The colours of a scene, as day or night. Type another name to rename it.")
        )
        self._entry = QLineEdit()
        self._entry.setStyleSheet("border: none; padding: 0; margin: 0; background: transparent;")
        self._entry.setMaxLength(LONGEST_NAME)
        self._entry.setAccessibleName(self.tr("Name of the colour set"))
        self._entry.editingFinished.connect(self._take_name)
        self.names.setLineEdit(self._entry)
        self.names.textActivated.connect(self._choose)
        self.names.setCompleter(None)  # type: ignore[arg-type]
        self.add = self._button(icons, "add", self.tr("One more colour set, like this one"))
        self.add.clicked.connect(lambda _=False: self.added.emit())
        self.remove = self._button(icons, "close", self.tr("Remove this colour set"))
        self.remove.clicked.connect(lambda _=False: self.removed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (label, self.names, self.add, self.remove):
            row.addWidget(widget, 1 if widget is self.names else 0)
        self._shown = ColorSets()

    @staticmethod
    def _button(icons: IconBinder, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        icons.bind_icon(button.setIcon, icon)
        return button

    def show_sets(self, sets: ColorSets) -> None:
        """Show the sets, without telling of it."""
        self._shown = sets
        if [self.names.itemText(at) for at in range(self.names.count())] != [*sets.names]:
            self.names.clear()
            self.names.addItems(list(sets.names))
        self.names.setCurrentIndex(sets.names.index(sets.active))
        self.names.setEditText(sets.active)
        self.add.setEnabled(len(sets.sets) < MAX_SETS)
        self.remove.setEnabled(len(sets.sets) > 1)

    def ask_name(self) -> None:
        """Let another name be typed for the set that is shown."""
        self._entry.setFocus()
        self._entry.selectAll()

    def _choose(self, name: str) -> None:
        if name in self._shown.names and name != self._shown.active:
            self.chosen.emit(name)

    def _take_name(self) -> None:
        """After typing: a new name renames the set, that of another shows it."""
        name = self.names.currentText().strip()
        if name in self._shown.names:
            self._choose(name)
        elif name:
            self.renamed.emit(name)
        else:
            self.show_sets(self._shown)
