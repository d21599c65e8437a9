"""The colours of shade and highlights: derived from each flat colour, never black over it.

In OKLab (Ottosson, 2020). A shadow is darker, a little more saturated, and turns toward the tint;
skin, through which light shines, stays warm.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, U8Array
from models.coloring.flats import oklab_to_srgb, srgb_to_oklab
from models.hints.tags import Rgb
from models.lighting.light import Light, OwnTones

DARKER = 0.38
"""Share of its lightness that a colour loses in full shade."""
DEEPER = 1.65
"""How much more of everything in the second tone."""
RICHER = 0.2
"""Share of its chroma that it gains."""
TURNED = 0.24
"""Radians by which its hue turns to the tint's, at most."""
TINTED = 0.45
"""Share of the way to the tint that a grey goes."""
GREY = (0.02, 0.07)
"""Chromas up to which a colour is grey, and from which on it is not."""
MOST_DARKER = 0.85
DEFAULT_TINT: Rgb = (118, 104, 178)
"""What shade turns to unless a tint is set: the violet of a clear day."""
WARM_TINT: Rgb = (214, 104, 92)
"""What shade on skin turns to, before the light's own tint."""
WARM_SHARE = 0.7
SKIN_HUES, SKIN_CHROMA, SKIN_LIGHTNESS = (0.45, 1.5), (0.015, 0.13), 0.45
"""Hues in radians, chromas and least lightness of what counts as skin."""
WHITE: Rgb = (255, 255, 255)
BRIGHTER = 0.6
"""Of the glow, screened over what is lit, in full highlights."""


@dataclass(frozen=True, slots=True, eq=False)
class ToneColors:
    """Of N flat colours, uint8 (N, 3) each: the shade tones and the highlight."""

    shade: U8Array
    deep: U8Array
    highlight: U8Array


def tone_colors(flat_u8: U8Array, light: Light) -> ToneColors:
    """The tones of flat colours, uint8 (N, 3), under a light, or their own.

    No channel of a shade is above its flat's, none of a highlight below.
    """
    lab = srgb_to_oklab(flat_u8 / 255)
    tint = srgb_to_oklab(np.array(light.tint or DEFAULT_TINT) / 255)[1:]
    warm = srgb_to_oklab(np.array(WARM_TINT) / 255)[1:]
    skin = _is_skin(lab)[:, None]
    target = np.where(skin, WARM_SHARE * warm + (1 - WARM_SHARE) * tint, tint[None])
    shades = [
        np.minimum(_shaded(lab, target, light.strength * share), flat_u8) for share in (1.0, DEEPER)
    ]
    glow = np.array(light.glow or WHITE) * (BRIGHTER * light.highlights)
    left = (255.0 - flat_u8) * (255 - glow) / 255
    highlight = np.maximum(np.round(255 - left).astype(np.uint8), flat_u8)
    tones = ToneColors(shades[0], shades[1], highlight)
    for color, own in light.own:
        _take_own(tones, flat_u8, color, own)
    return tones


def _take_own(tones: ToneColors, flat_u8: U8Array, color: Rgb, own: OwnTones) -> None:
    """Put one colour's own tones in the place of what was derived, in place."""
    where = (flat_u8 == color).all(axis=1)
    flat = np.array(color, dtype=np.uint8)
    if own.shade is not None:
        tones.shade[where] = np.minimum(flat, np.array(own.shade, dtype=np.uint8))
        tones.deep[where] = np.minimum(tones.deep[where], tones.shade[where])
    if own.deep is not None:
        tones.deep[where] = np.minimum(tones.shade[where], np.array(own.deep, dtype=np.uint8))
    if own.highlight is not None:
        tones.highlight[where] = np.maximum(flat, np.array(own.highlight, dtype=np.uint8))


def _shaded(
    lab: NDArray[np.float64], target: NDArray[np.float64], amount: float
) -> NDArray[np.uint8]:
    darker = lab.copy()
    darker[:, 0] *= 1 - min(MOST_DARKER, DARKER * amount)
    chroma, hue = np.hypot(lab[:, 1], lab[:, 2]), np.arctan2(lab[:, 2], lab[:, 1])
    away = np.arctan2(target[:, 1], target[:, 0]) - hue
    away = (away + np.pi) % (2 * np.pi) - np.pi
    hue = hue + np.clip(away, -TURNED * amount, TURNED * amount)
    rich = chroma * (1 + RICHER * amount)
    colorful = np.stack([rich * np.cos(hue), rich * np.sin(hue)], axis=1)
    tinted = lab[:, 1:] + min(1.0, TINTED * amount) * (target - lab[:, 1:])
    # What is grey has no hue to turn, and takes some of the tint's.
    share = np.clip((chroma - GREY[0]) / (GREY[1] - GREY[0]), 0, 1)[:, None]
    darker[:, 1:] = share * colorful + (1 - share) * tinted
    return np.round(np.clip(oklab_to_srgb(darker), 0, 1) * 255).astype(np.uint8)


def _is_skin(lab: NDArray[np.float64]) -> BoolArray:
    hue, chroma = np.arctan2(lab[:, 2], lab[:, 1]), np.hypot(lab[:, 1], lab[:, 2])
    is_warm = (hue >= SKIN_HUES[0]) & (hue <= SKIN_HUES[1])
    is_pale = (chroma >= SKIN_CHROMA[0]) & (chroma <= SKIN_CHROMA[1])
    return is_warm & is_pale & (lab[:, 0] >= SKIN_LIGHTNESS)
