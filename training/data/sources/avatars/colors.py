"""Colours of random avatars: from the style's own palettes, or any that suit the part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from skimage.color import hsv2rgb

from models.hints.parts import Part
from models.hints.tags import Rgb, parse_color
from training.data.sources.vector import parse_paint

_SKINS: Sequence[Rgb] = (
    (251, 230, 218),
    (243, 207, 181),
    (236, 173, 128),
    (217, 164, 119),
    (163, 104, 63),
    (107, 68, 48),
    (92, 56, 41),
)
_HAIRS: Sequence[Rgb] = (
    (240, 210, 122),
    (111, 69, 40),
    (46, 42, 48),
    (74, 120, 200),
    (128, 88, 168),
    (240, 154, 182),
    (195, 199, 208),
    (94, 164, 92),
    (184, 53, 47),
    (241, 238, 238),
    (229, 132, 57),
    (139, 139, 147),
    (106, 204, 210),
    (169, 118, 74),
)
_INKS: Sequence[Rgb] = ((0, 0, 0), (20, 18, 24), (38, 26, 22), (24, 26, 48), (44, 30, 44))
_LEAST_DISTANCE = 60.0
_TRIES = 12


@dataclass(frozen=True, slots=True)
class AvatarColors:
    """Colour of each named paint and, beyond the palettes, of each part."""

    named: Mapping[str, Rgb]
    parts: Mapping[int, Rgb]
    ink: Rgb
    shift: tuple[int, int, int]
    """Added to paints that are neither named nor of a coloured part."""

    def paint(self, text: str, part: int) -> Rgb:
        """Colour of a paint: ``@name``, or SVG colour text, on this part."""
        if text.startswith("@"):
            if part in self.parts:
                return self.parts[part]
            return self.named[text[1:]]
        color = parse_paint(text)
        if color is None:
            return 255, 255, 255
        if min(color) == max(color):
            return color
        red, green, blue = (
            min(255, max(0, value + step)) for value, step in zip(color, self.shift, strict=True)
        )
        return red, green, blue


def draw_colors(
    palettes: Mapping[str, Any], *, uses_palette: bool, random: np.random.Generator
) -> AvatarColors:
    """Draw all colours of an avatar from the palettes or, without them, freely by part."""
    named: dict[str, Rgb] = {}
    for name, palette in palettes.items():
        values = [parse_color(value) for value in palette["values"]]
        avoided = [named[other] for other in palette.get("notEqualTo", ()) if other in named]
        fitting = [value for value in values if value not in avoided] or values
        named[name] = fitting[int(random.integers(len(fitting)))]
    if uses_palette:
        return AvatarColors(named, {}, (0, 0, 0), (0, 0, 0))
    ink = _INKS[int(random.integers(len(_INKS)))]
    red, green, blue = (int(step) for step in random.integers(-24, 25, 3))
    return AvatarColors(named, _draw_part_colors(random), ink, (red, green, blue))


def _draw_part_colors(random: np.random.Generator) -> dict[int, Rgb]:
    """A colour for every part that is coloured freely; neighbours differ visibly."""
    skin = _fantasy(random) if random.random() < 0.15 else _jitter(_pick(_SKINS, random), random)
    hair = _apart(random, (skin,), _draw_hair)
    top = _apart(random, (skin, hair), _fantasy)
    return {
        int(Part.SKIN): skin,
        int(Part.HAIR): hair,
        int(Part.BROWS): hair,
        int(Part.TOP): top,
        int(Part.DRESS): top,
        int(Part.HAT): _apart(random, (skin, hair), _fantasy),
        int(Part.EYES): _draw_eyes(random),
        int(Part.GLASSES): _draw_eyes(random),
        int(Part.ORNAMENT): _fantasy(random),
    }


def _draw_hair(random: np.random.Generator) -> Rgb:
    return _fantasy(random) if random.random() < 0.3 else _jitter(_pick(_HAIRS, random), random)


def _draw_eyes(random: np.random.Generator) -> Rgb:
    return (0, 0, 0) if random.random() < 0.35 else _fantasy(random)


def _fantasy(random: np.random.Generator) -> Rgb:
    """Any hue; often pale or muted, seldom dark."""
    hue, saturation = random.random(), random.beta(2.0, 2.0)
    value = 1 - 0.75 * random.beta(1.2, 2.2)
    red, green, blue = np.rint(hsv2rgb(np.array([[hue, saturation, value]]))[0] * 255).astype(int)
    return int(red), int(green), int(blue)


def _pick(colors: Sequence[Rgb], random: np.random.Generator) -> Rgb:
    return colors[int(random.integers(len(colors)))]


def _jitter(color: Rgb, random: np.random.Generator) -> Rgb:
    moved = np.clip(np.array(color) + random.normal(0, 10, 3), 0, 255).astype(int)
    return int(moved[0]), int(moved[1]), int(moved[2])


def _apart(
    random: np.random.Generator, others: Sequence[Rgb], draw: Callable[[np.random.Generator], Rgb]
) -> Rgb:
    """Draw until the colour differs from the others, or give up after some tries."""
    color = draw(random)
    for _ in range(_TRIES):
        if all(np.linalg.norm(np.subtract(color, other)) >= _LEAST_DISTANCE for other in others):
            break
        color = draw(random)
    return color
