"""The onion skin's button: on or off, how many frames before and after, and how strong."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QMenu,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

MOST_SKINS = 4
"""Frames on either side."""


@dataclass(frozen=True, slots=True)
class OnionChoice:
    """How many frames before and after shine through, and how strongly the nearest, 0 to 1."""

    before: int = 1
    after: int = 1
    opacity: float = 0.4

    def __post_init__(self) -> None:
        for name in ("before", "after"):
            kept = min(MOST_SKINS, max(0, int(getattr(self, name))))
            object.__setattr__(self, name, kept)
        object.__setattr__(self, "opacity", min(1.0, max(0.05, self.opacity)))


class OnionButton(QToolButton):
    """Checked while neighbours shine through; its menu says which and how strongly.

    Signals
    choice_changed  the OnionChoice.
    """

    choice_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("Onion skin: show the frames before and after")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.before, self.after = (
            self._count(text) for text in (self.tr("Frames before"), self.tr("Frames after"))
        )
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(5, 100)
        self.opacity.setMinimumWidth(110)
        self.opacity.setAccessibleName(self.tr("Strength of the onion skin"))
        form = QWidget()
        rows = QFormLayout(form)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.addRow(self.tr("Before"), self.before)
        rows.addRow(self.tr("After"), self.after)
        rows.addRow(self.tr("Strength"), self.opacity)
        self._menu = QMenu(self)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(form)
        self._menu.addAction(action)
        self.setMenu(self._menu)
        self.show_choice(OnionChoice())
        for box in (self.before, self.after, self.opacity):
            box.valueChanged.connect(lambda _: self.choice_changed.emit(self.choice))

    def _count(self, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, MOST_SKINS)
        box.setAccessibleName(name)
        return box

    @property
    def choice(self) -> OnionChoice:
        """What is chosen."""
        return OnionChoice(self.before.value(), self.after.value(), self.opacity.value() / 100)

    def show_choice(self, choice: OnionChoice) -> None:
        """Show another choice without telling of it."""
        boxes = (self.before, self.after, self.opacity)
        for box in boxes:
            box.blockSignals(True)
        self.before.setValue(choice.before)
        self.after.setValue(choice.after)
        self.opacity.setValue(round(choice.opacity * 100))
        for box in boxes:
            box.blockSignals(False)
