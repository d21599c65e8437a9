"""The colour panel: wheel, numbers, both colours and those painted with last."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.panels.widgets.color_numbers import SPACES, ColorNumbers
from app.panels.widgets.color_wheel import ColorWheel
from app.panels.widgets.swatch import Swatch
from app.panels.widgets.swatch_pair import SwatchPair
from models.hints.tags import Rgb, format_color, parse_color

RECENT_COLUMNS = 10
RECENT_ROWS = 1
LEAST_WHEEL, COLUMN_WIDTH = 144, 116
"""Of the wheel and of what stands beside it, in logical pixels."""


class ColorPanel(QWidget):
    """Shows and chooses the brush's colour.

    Signals
    color_chosen  sRGB bytes chosen here.
    swap_asked    both colours are to change places.
    space_chosen  which numbers are shown, a name of SPACES.
    """

    color_chosen = Signal(object)
    swap_asked = Signal()
    space_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.wheel = ColorWheel()
        self.wheel.setMinimumSize(LEAST_WHEEL, LEAST_WHEEL)
        self.wheel.color_changed.connect(self._choose)
        self.pair = SwatchPair()
        self.pair.swap_asked.connect(self.swap_asked)
        self.hex_entry = QLineEdit()
        self.hex_entry.setAccessibleName(self.tr("Colour as hexadecimal digits"))
        self.hex_entry.setPlaceholderText("#rrggbb")
        self.hex_entry.setMaxLength(9)
        self.hex_entry.textEdited.connect(self._check_hex)
        self.hex_entry.editingFinished.connect(self._take_hex)
        self.picker_button = QToolButton()
        self.picker_button.setAccessibleName(self.tr("Pick a colour from the picture"))
        self.picker_button.setToolTip(self.tr("Pick a colour from the picture, or hold Alt"))
        self.numbers = ColorNumbers()
        self.numbers.color_changed.connect(self._choose)
        self.space = QComboBox()
        self.space.setObjectName("space")
        self.space.setAccessibleName(self.tr("Numbers of the colour"))
        for name, (title, _) in SPACES.items():
            self.space.addItem(title, name)
        self.space.activated.connect(lambda _: self._choose_space())
        column = QWidget()
        column.setFixedWidth(COLUMN_WIDTH)
        beside = QVBoxLayout(column)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for left, right in ((self.pair, self.space), (self.hex_entry, self.picker_button)):
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(left)
            line.addWidget(right)
            beside.addLayout(line)
        beside.addWidget(self.numbers)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.wheel, 1)
        row.addWidget(column)
        self._recent = [Swatch(side=20) for _ in range(RECENT_COLUMNS * RECENT_ROWS)]
        grid = QGridLayout()
        grid.setSpacing(4)
        for index, swatch in enumerate(self._recent):
            grid.addWidget(swatch, index // RECENT_COLUMNS, index % RECENT_COLUMNS)
            swatch.clicked.connect(lambda _=False, chosen=swatch: self._choose_swatch(chosen))
        self._notice = QLabel()
        self._notice.setObjectName("notice")
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._body = QWidget()
        self._body.setObjectName("panel")
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(row, 1)
        inner.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(8)
        layout.addWidget(self._notice)
        layout.addWidget(self._body, 1)
        self.set_color((0, 0, 0))

    @property
    def color(self) -> Rgb:
        """The colour shown."""
        return self.wheel.color

    def set_color(self, color: Rgb) -> None:
        """Show a colour without telling of it."""
        self.wheel.set_color(color)
        self.pair.set_color(color)
        self.numbers.set_color(color)
        if not self.hex_entry.hasFocus() or self._typed() != color:
            self.hex_entry.setText(format_color(color))
        self._mark_hex(None)

    def set_second(self, color: Rgb) -> None:
        """Show the colour that is not painted with."""
        self.pair.set_second(color)

    def ask_swap(self) -> None:
        """Let both colours change places."""
        self.swap_asked.emit()

    def set_space(self, space: str) -> None:
        """Show other numbers; an unknown name shows HSV."""
        self.space.setCurrentIndex(max(0, self.space.findData(space)))
        self.numbers.set_space(self.space.currentData())

    def _choose_space(self) -> None:
        self.set_space(self.space.currentData())
        self.space_chosen.emit(self.space.currentData())

    def set_recent(self, colors: Sequence[Rgb]) -> None:
        """Show the colours painted with last, the newest first."""
        for index, swatch in enumerate(self._recent):
            swatch.set_color(colors[index] if index < len(colors) else None)

    def set_unavailable(self, reason: str) -> None:
        """Grey the colours and say why; empty: they can be used."""
        self._notice.setText(reason)
        self._notice.setVisible(bool(reason))
        self._body.setEnabled(not reason)

    def _choose(self, color: Rgb) -> None:
        self.set_color(color)
        self.color_chosen.emit(color)

    def _choose_swatch(self, swatch: Swatch) -> None:
        if swatch.color is not None:
            self._choose(swatch.color)

    def _typed(self) -> Rgb | None:
        try:
            return parse_color(self.hex_entry.text())
        except ValueError:
            return None

    def _check_hex(self, text: str) -> None:
        """While typing: a whole colour is taken at once, anything else is marked."""
        try:
            color = parse_color(text)
        except ValueError as error:
            self._mark_hex(str(error))
            return
        self._mark_hex(None)
        if len(text.strip().removeprefix("#")) == 6:
            self._choose(color)

    def _take_hex(self) -> None:
        """After typing: take what is a colour, else show the last one again."""
        color = self._typed()
        if color is not None and color != self.color:
            self._choose(color)
        self.hex_entry.setText(format_color(self.color))
        self._mark_hex(None)

    def _mark_hex(self, problem: str | None) -> None:
        self.hex_entry.setToolTip(problem or self.tr("Colour as #rrggbb"))
        is_invalid = problem is not None
        if self.hex_entry.property("invalid") != is_invalid:
            self.hex_entry.setProperty("invalid", is_invalid)
            self.hex_entry.style().polish(self.hex_entry)
