"""Colours of a random character: half from the palettes, half freely drawn."""

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.hints.tags import Rgb
from training.data.sources.spritemaker.catalogue import Catalogue

_OWNERS = (
    "top", "overshirt", "coat", "bottom", "socks", "shoes", "gloves", "hat", "neckwear",
    "earrings", "eyewear", "back",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shading:
    """How a picture is lit and inked.

    tint    sRGB in [0, 1] that full shading multiplies with.
    gain    factor on the published shading; 0 draws flat colours.
    ink     sRGB in [0, 1] of the outline.
    own     share of the outline's colour taken from the area it lies on.
    """

    tint: tuple[float, float, float]
    gain: float
    ink: tuple[float, float, float]
    own: float


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours of one character; each owner has a first and a second colour."""

    owners: dict[str, tuple[Rgb, Rgb]]
    brows: Rgb
    background: Rgb | None
    shading: Shading


def draw_colors(catalogue: Catalogue, rng: np.random.Generator, *, shaded: bool) -> Colors:
    """Draw every colour of a character; equal generator states give equal colours."""
    skin, hair, eyes = _skin(catalogue, rng), _hair(catalogue, rng), _eyes(catalogue, rng)
    second_hair = _hair(catalogue, rng) if rng.random() < 0.1 else hair
    owners = {"skin": (skin, skin), "hair": (hair, second_hair), "eyes": (eyes, eyes)}
    owners |= _outfit(catalogue, rng)
    darker = rng.uniform(0.35, 0.8)
    return Colors(
        owners=owners,
        brows=(round(hair[0] * darker), round(hair[1] * darker), round(hair[2] * darker)),
        background=_free(rng) if rng.random() < 0.25 else None,
        shading=_shading(rng, shaded=shaded),
    )


def _outfit(catalogue: Catalogue, rng: np.random.Generator) -> dict[str, tuple[Rgb, Rgb]]:
    """Colours of the garments: a matched scheme, the palette, or free ones."""
    way = rng.random()
    scheme = catalogue.schemes[rng.integers(len(catalogue.schemes))] if catalogue.schemes else ()
    listed = catalogue.palettes.get("outfit", ())
    theme = [_free(rng) for _ in range(4)]
    outfit = {}
    for owner in _OWNERS:
        pair = []
        for _ in range(2):
            if way < 0.3 and scheme and rng.random() < 0.85:
                pair.append(_pick(scheme, rng))
            elif way < 0.5 and listed:
                pair.append(_pick(listed, rng))
            elif way < 0.75:
                pair.append(_pick(theme, rng))
            else:
                pair.append(_free(rng))
        outfit[owner] = (pair[0], pair[1])
    return outfit


def _skin(catalogue: Catalogue, rng: np.random.Generator) -> Rgb:
    way = rng.random()
    if way < 0.5 and catalogue.palettes.get("skin"):
        tones = catalogue.palettes["skin"]
        return tones[int(len(tones) * rng.beta(0.8, 1.7) * 0.999)]
    if way < 0.54 and catalogue.palettes.get("skin_fantasy"):
        return _pick(catalogue.palettes["skin_fantasy"], rng)
    depth = rng.beta(0.9, 1.8)
    hue = rng.uniform(0.035, 0.085)
    return _hsv(hue, 0.06 + 0.6 * depth**0.6, 1.0 - 0.65 * depth**1.3 * rng.uniform(0.85, 1.1))


def _hair(catalogue: Catalogue, rng: np.random.Generator) -> Rgb:
    way = rng.random()
    if way < 0.38 and catalogue.palettes.get("hair"):
        return _pick(catalogue.palettes["hair"], rng)
    if way < 0.48 and catalogue.palettes.get("hair_fantasy"):
        return _pick(catalogue.palettes["hair_fantasy"], rng)
    if way < 0.58:
        return _hsv(rng.random(), rng.uniform(0, 0.35), rng.uniform(0.08, 0.28))
    if way < 0.70:
        return _hsv(rng.uniform(0.53, 0.72), rng.uniform(0.3, 0.9), rng.uniform(0.3, 0.95))
    if way < 0.77:
        return _hsv(rng.random(), rng.uniform(0, 0.12), rng.uniform(0.8, 1))
    if way < 0.85:
        return _hsv(rng.uniform(0.09, 0.15), rng.uniform(0.25, 0.75), rng.uniform(0.75, 1))
    return _free(rng)


def _eyes(catalogue: Catalogue, rng: np.random.Generator) -> Rgb:
    way = rng.random()
    if way < 0.4 and catalogue.palettes.get("eyes"):
        return _pick(catalogue.palettes["eyes"], rng)
    if way < 0.5 and catalogue.palettes.get("eyes_fantasy"):
        return _pick(catalogue.palettes["eyes_fantasy"], rng)
    if way < 0.9:
        return _hsv(rng.random(), rng.uniform(0.5, 1), rng.uniform(0.5, 1))
    return _hsv(rng.random(), rng.uniform(0, 0.4), rng.uniform(0.15, 0.7))


def _free(rng: np.random.Generator) -> Rgb:
    """Any plausible plain colour: vivid, pastel, dark, near-white, black, grey or brown."""
    hue = rng.random()
    kind = rng.choice(7, p=(0.28, 0.22, 0.14, 0.11, 0.08, 0.08, 0.09))
    if kind == 0:
        return _hsv(hue, rng.uniform(0.55, 1), rng.uniform(0.6, 1))
    if kind == 1:
        return _hsv(hue, rng.uniform(0.15, 0.45), rng.uniform(0.8, 1))
    if kind == 2:
        return _hsv(hue, rng.uniform(0.3, 0.9), rng.uniform(0.2, 0.5))
    if kind == 3:
        return _hsv(hue, rng.uniform(0, 0.08), rng.uniform(0.9, 1))
    if kind == 4:
        return _hsv(hue, rng.uniform(0, 0.3), rng.uniform(0.05, 0.2))
    if kind == 5:
        return _hsv(hue, rng.uniform(0, 0.1), rng.uniform(0.25, 0.85))
    return _hsv(rng.uniform(0.03, 0.11), rng.uniform(0.3, 0.75), rng.uniform(0.3, 0.75))


def _shading(rng: np.random.Generator, *, shaded: bool) -> Shading:
    tints = ((0.106, 0.047, 0.494), (0.35, 0.1, 0.35), (0.2, 0.2, 0.25), (0.4, 0.12, 0.1))
    tint = tints[rng.choice(4, p=(0.55, 0.2, 0.15, 0.1))]
    gain = float(rng.uniform(0.7, 1.4)) if shaded else 0.0
    ink = (0.075, 0.039, 0.043)
    own = 0.0
    way = rng.random()
    if way > 0.85:
        own = float(rng.uniform(0.2, 0.5))
    elif way > 0.7:
        hue, value = rng.uniform(0.6, 1.1) % 1, rng.uniform(0.1, 0.3)
        ink = colorsys.hsv_to_rgb(float(hue), float(rng.uniform(0.3, 0.8)), float(value))
    return Shading(tint=tint, gain=gain, ink=ink, own=own)


def _pick(colors: Sequence[Rgb], rng: np.random.Generator) -> Rgb:
    return colors[int(rng.integers(len(colors)))]


def _hsv(hue: float, saturation: float, value: float) -> Rgb:
    channels = colorsys.hsv_to_rgb(hue % 1, min(saturation, 1), min(max(value, 0), 1))
    red, green, blue = (round(255 * channel) for channel in channels)
    return red, green, blue
