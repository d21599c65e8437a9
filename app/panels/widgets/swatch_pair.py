"""The colour that is painted with, over the second one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.panels.widgets.swatch import Swatch
from models.hints.tags import Rgb, format_color

SIDE, STEP = 26, 14
"""Of each swatch, and how far the second one stands out; in logical pixels."""


class SwatchPair(QWidget):
    """Both can be dragged; a click on the second one lets them change places.

    Signals
    swap_asked  the second one was clicked.
    """

    swap_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.second = Swatch(side=SIDE, parent=self)
        self.first = Swatch(side=SIDE, parent=self)
        self.second.setGeometry(STEP + 4, 6, SIDE, SIDE)
        self.first.setGeometry(0, 0, SIDE, SIDE)
        self.first.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # shows, and can be dragged
        self.second.clicked.connect(self.swap_asked)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Both, one over the other."""
        return QSize(SIDE + STEP + 4, SIDE + 6)

    def set_color(self, color: Rgb) -> None:
        """Show what is painted with."""
        self.first.set_color(color)

    def set_second(self, color: Rgb) -> None:
        """Show the other one."""
        self.second.set_color(color)
        text = self.tr("Second colour {color}: click to swap")
        self.second.setToolTip(text.format(color=format_color(color)))
