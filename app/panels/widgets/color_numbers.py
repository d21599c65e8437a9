"""A colour as three numbers: HSV, RGB or OKLCH."""

from math import atan2, cos, degrees, hypot, radians, sin

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.coloring.flats import oklab_to_srgb, srgb_to_oklab
from models.hints.tags import Rgb

Numbers = tuple[float, float, float]
SPACES = {
    "hsv": ("HSV", (("H", 360.0, 0), ("S", 100.0, 0), ("V", 100.0, 0))),
    "rgb": ("RGB", (("R", 255.0, 0), ("G", 255.0, 0), ("B", 255.0, 0))),
    "oklch": ("OKLCH", (("L", 100.0, 1), ("C", 0.4, 3), ("H", 360.0, 1))),
}
"""By name: title; letter, largest value and decimals of each number."""
HALVINGS = 16


def numbers_of(color: Rgb, space: str) -> Numbers:
    """A colour in a space of SPACES; greys have hue 0."""
    if space == "rgb":
        return float(color[0]), float(color[1]), float(color[2])
    if space == "hsv":
        made = QColor(*color)
        hue = max(0.0, made.hsvHueF()) * 360
        return hue, made.hsvSaturationF() * 100, made.valueF() * 100
    light, a, b = (float(value) for value in srgb_to_oklab(np.array(color) / 255))
    chroma = hypot(a, b)
    hue = degrees(atan2(b, a)) % 360 if chroma > 1e-3 else 0.0
    return light * 100, chroma, hue


def color_of(numbers: Numbers, space: str) -> Rgb:
    """The nearest colour that there is: of OKLCH what sRGB can show at that lightness and hue."""
    if space == "rgb":
        red, green, blue = (round(value) for value in numbers)
        return red, green, blue
    if space == "hsv":
        hue, saturation, value = numbers
        made = QColor.fromHsvF((hue / 360) % 1.0, saturation / 100, value / 100)
        return made.red(), made.green(), made.blue()
    light, chroma, hue = numbers
    low, high = 0.0, chroma
    if _is_shown(light, chroma, hue):
        low = chroma
    else:
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if _is_shown(light, middle, hue) else (low, middle)
    red, green, blue = (round(float(v) * 255) for v in np.clip(_srgb(light, low, hue), 0, 1))
    return red, green, blue


def _srgb(light: float, chroma: float, hue: float) -> np.ndarray:
    angle = radians(hue)
    return oklab_to_srgb(np.array([light / 100, chroma * cos(angle), chroma * sin(angle)]))


def _is_shown(light: float, chroma: float, hue: float) -> bool:
    made = _srgb(light, chroma, hue)
    return bool(np.all(made > -0.002) and np.all(made < 1.002))


class ColorNumbers(QWidget):
    """Three numbers, each typed or stepped by wheel and arrows.

    Signals
    color_changed  sRGB bytes that the numbers name.
    """

    color_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._space = "hsv"
        self._color: Rgb = (0, 0, 0)
        self._letters: list[QLabel] = []
        self.boxes: list[QDoubleSpinBox] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for _ in range(3):
            letter = QLabel()
            letter.setObjectName("muted")
            letter.setFixedWidth(12)
            box = QDoubleSpinBox()
            box.setObjectName("number")
            box.setKeyboardTracking(False)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.valueChanged.connect(self._take)
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(letter)
            row.addWidget(box, 1)
            layout.addLayout(row)
            self._letters.append(letter)
            self.boxes.append(box)
        self.set_space("hsv")

    @property
    def space(self) -> str:
        """Which numbers they are, a name of SPACES."""
        return self._space

    def set_space(self, space: str) -> None:
        """Name the colour by other numbers."""
        self._space = space
        title, numbers = SPACES[space]
        for letter, box, (name, most, decimals) in zip(self._letters, self.boxes, numbers):
            letter.setText(name)
            box.blockSignals(True)
            box.setDecimals(decimals)
            box.setRange(0, most)
            box.setSingleStep(10.0 ** -min(decimals, 2) if decimals else 1)
            box.setAccessibleName(f"{title} {name}")
            box.blockSignals(False)
        self._show()

    def set_color(self, color: Rgb) -> None:
        """Show a colour without telling of it."""
        if color != self._color:
            self._color = color
            self._show()

    def _show(self) -> None:
        for box, value in zip(self.boxes, numbers_of(self._color, self._space)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)

    def _take(self) -> None:
        """The numbers stay as they were typed, though bytes are coarser."""
        first, second, third = (box.value() for box in self.boxes)
        color = color_of((first, second, third), self._space)
        if color != self._color:
            self._color = color
            self.color_changed.emit(color)
