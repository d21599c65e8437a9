"""A few choices side by side, of which one holds."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget


class ChoiceRow(QWidget):
    """Buttons as wide as there is room; the chosen one stays down.

    Signals
    chosen  the value of the button that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, choices: Mapping[Hashable, tuple[str, str]]) -> None:
        """choices: text and tool tip of each value, in order."""
        super().__init__()
        self.buttons: dict[Hashable, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for value, (text, tip) in choices.items():
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(f"{text}: {tip}")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setObjectName("choice")
            button.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
            self.buttons[value] = button
            layout.addWidget(button)

    def show_choice(self, value: Hashable | None) -> None:
        """Show which value holds, without telling of it; None: none of them."""
        for each, button in self.buttons.items():
            button.setChecked(each == value)

    def _choose(self, value: Hashable) -> None:
        self.show_choice(value)
        self.chosen.emit(value)
