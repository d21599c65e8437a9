"""A bar that floats at the foot of the picture while what it sets is worked on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

MARGIN = 12
"""Pixels between bars, and to the foot."""


class FootBar(QFrame):
    """Controls in a row; `place` it when its parent is resized.

    Signals
    toggled  it was shown or hidden.
    """

    toggled = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 8, 6)
        self.row.setSpacing(10)
        self.hide()

    def add_button(self, text: str, tip: str, *, is_checkable: bool = False) -> QToolButton:
        """A button with a text at the end of the row."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setCheckable(is_checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        return button

    def show_if(self, is_wanted: bool) -> None:
        """Show or hide it."""
        if is_wanted != self.isVisible():
            self.setVisible(is_wanted)
            self.toggled.emit()

    def place(self, foot: int) -> int:
        """Lie in the parent's middle, so many pixels above its foot; the next bar's foot."""
        if not self.isVisible():
            return foot
        size = self.sizeHint()
        left = (self._area.width() - size.width()) // 2
        top = self._area.height() - foot - MARGIN - size.height()
        self.setGeometry(left, top, *size.toTuple())
        self.raise_()
        return foot + MARGIN + size.height()
