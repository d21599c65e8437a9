"""What the light does to whole masses of a figure: soft form, a rim from behind, and its tones."""

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.hints.parts import Part
from training.data.characters.drawing.composition import form_shade
from training.data.characters.drawing.shading import Light
from training.data.tones import UNSHADED

U8Array = NDArray[Any]
"""uint8 plane; cv2's annotations do not tell the dtype."""
RIM = 0.05
"""Width of the rim that a light from behind leaves around a figure, in units; half of it around
its parts."""
ROUNDING = 0.17
"""How far from its edge a mass bends away, in units."""
GARMENTS = (Part.TOP, Part.BOTTOM, Part.DRESS, Part.LEGWEAR, Part.FOOTWEAR, Part.HAT)


def rim(figure: U8Array, labels: U8Array, light: Light, *, unit: float) -> U8Array:
    """Where a light from behind meets a figure: uint8 (H, W), 255 on its rim.

    figure is 255 where figures are, labels holds Parts, unit is how many pixels a unit has.
    """
    lit = _edge(figure, light, RIM * unit * light.reach)
    for mass in _masses(figure, labels):
        lit = cv2.max(lit, _edge(mass, light, RIM / 2 * unit * light.reach))
    return lit


def soft_form(figure: U8Array, labels: U8Array, light: Light, *, unit: float) -> U8Array:
    """How far each place of a figure turns away from the light, uint8 (H, W), 255 = wholly.

    Arguments as in ``rim``. Hair, skin and garments are round by themselves, and all together.
    """
    dark = np.zeros_like(figure)
    for mass, radius in [(figure, ROUNDING), *((m, ROUNDING / 2) for m in _masses(figure, labels))]:
        lit = form_shade(mass, light, radius=unit * radius * light.reach, strength=1.0)
        dark = cv2.max(dark, cv2.bitwise_and(cv2.bitwise_not(lit), mass))
    return dark


def _masses(figure: U8Array, labels: U8Array) -> Iterator[U8Array]:
    table = np.zeros(256, np.uint8)
    table[list(GARMENTS)] = 1
    table[Part.HAIR], table[Part.SKIN] = 2, 3
    for part in UNSHADED[1:]:
        table[part] = 3  # holes of the face, whose form goes on below them
    kinds = cv2.LUT(labels, table)
    for kind in (1, 2, 3):
        mass = cv2.bitwise_and(figure, cv2.compare(kinds, kind, cv2.CMP_EQ))  # type: ignore[call-overload]
        if mass.any():
            yield mass


def _edge(mass: U8Array, light: Light, width: float) -> U8Array:
    """The part of a mass that lies less than a width from its edge towards the light."""
    shift = np.array([[1, 0, -light.x * width], [0, 1, -light.y * width]], np.float64)
    height, columns = mass.shape
    inner = cv2.warpAffine(mass, shift, (columns, height), borderMode=cv2.BORDER_REPLICATE)
    return cv2.subtract(mass, inner)
