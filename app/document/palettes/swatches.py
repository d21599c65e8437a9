"""Named colours as palette files hold them, and colours of other models as sRGB bytes."""

import colorsys
from dataclasses import dataclass
from math import isfinite

from app.document.color_sets import ColorSets
from models.hints.tags import Rgb

NO_NAMES = ("", "Untitled")
"""What colours without a name are called, the second by GIMP."""

_LAB_WHITE = (0.96422, 1.0, 0.82521)  # D50, as Lab of print is meant
_SRGB_OF_XYZ_D50 = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)


@dataclass(frozen=True, slots=True)
class Swatches:
    """What a palette file holds: colours in order with their names, "" for those without one.

    name  of the palette, "" if the file does not say.
    sets  what the colours are shown as in other scenes, and their tones; None if the file holds
          none, as all but GIMP's and JSON cannot.
    """

    entries: tuple[tuple[Rgb, str], ...]
    name: str = ""
    sets: ColorSets | None = None


def rgb_bytes(red: float, green: float, blue: float) -> Rgb:
    """sRGB bytes of values from 0 to 1; what is beyond is cut. Raises ValueError for no numbers."""
    values = (red, green, blue)
    if not all(map(isfinite, values)):
        raise ValueError(f"a colour is no number: {values}")
    r, g, b = (round(255 * min(1.0, max(0.0, value))) for value in values)
    return r, g, b


def rgb_of_hsb(hue: float, saturation: float, brightness: float) -> Rgb:
    """sRGB bytes of hue, saturation and brightness, each from 0 to 1."""
    return rgb_bytes(*colorsys.hsv_to_rgb(hue, saturation, brightness))


def rgb_of_cmyk(cyan: float, magenta: float, yellow: float, black: float) -> Rgb:
    """sRGB bytes of shares of ink from 0 to 1, as programs without a print profile show them."""
    red, green, blue = ((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))
    return rgb_bytes(red, green, blue)


def rgb_of_lab(light: float, a: float, b: float) -> Rgb:
    """sRGB bytes of CIELAB under D50: lightness from 0 to 100."""
    y = (light + 16) / 116
    xyz = [
        white * (t**3 if t > 6 / 29 else 3 * (6 / 29) ** 2 * (t - 4 / 29))
        for t, white in zip((y + a / 500, y, y - b / 200), _LAB_WHITE)
    ]
    linear = [sum(m * v for m, v in zip(row, xyz)) for row in _SRGB_OF_XYZ_D50]
    red, green, blue = (
        12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
        for value in linear
    )
    return rgb_bytes(red, green, blue)
