"""A palette of what references show: colours by the part of a figure, each with its tones."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.color import unpack_colors
from models.hints.parts import PART_COUNT, Part
from models.hints.tags import Rgb
from models.matching.matcher import KnownFigure
from models.matching.tones import ToneGroup

LEAST_PIXELS = 12
"""Pixels that a colour fills at least to be one of the palette."""
MOST_COLORS = 96
NAMES = {Part.OTHER: "colour", Part.BROWS: "brows", Part.ORNAMENT: "ornament"}
"""Where they differ from the part's own."""


@dataclass(frozen=True, slots=True)
class NamedColor:
    """A colour of references and what it is called: hair, hair shade 1, hair highlight."""

    name: str
    color: Rgb


def name_colors(known: Sequence[KnownFigure]) -> tuple[NamedColor, ...]:
    """The colours that references show, by part and size, without the ground behind figures."""
    area: dict[Rgb, float] = {}
    parts: dict[Rgb, np.ndarray] = {}
    tones: dict[Rgb, ToneGroup] = {}
    for each in known:
        shown = each.figure.tones
        for region in np.flatnonzero((shown.color >= 0) & ~each.figure.is_ground).tolist():
            base = _rgb(int(shown.color[region]))
            own = float(each.regions.area[region])
            area[base] = area.get(base, 0.0) + own
            sums = parts.setdefault(base, np.zeros(PART_COUNT))
            sums += own * each.regions.parts[region]
        for group in shown.groups:
            if group.base not in tones or tones[group.base].pixels < group.pixels:
                tones[group.base] = group
    bases = [base for base, pixels in area.items() if pixels >= LEAST_PIXELS]
    bases.sort(key=lambda base: (int(np.argmax(parts[base][1:])), -area[base], base))
    counts: dict[str, int] = {}
    named: dict[Rgb, NamedColor] = {}
    for base in bases:
        part = Part(1 + int(np.argmax(parts[base][1:])))
        name = NAMES.get(part, part.name.lower())
        counts[name] = counts.get(name, 0) + 1
        if counts[name] > 1:
            name = f"{name} {counts[name]}"
        group = tones[base]
        shades = [f"{name} shade {number}" for number in range(1, len(group.shades) + 1)]
        highlights = [f"{name} highlight"] * len(group.highlights)
        for title, color in zip((*highlights, name, *shades), group.colors):
            named.setdefault(color, NamedColor(title, color))
    return tuple(named.values())[:MOST_COLORS]


def _rgb(packed: int) -> Rgb:
    red, green, blue = unpack_colors(np.array([packed], dtype=np.int32))[0].tolist()
    return red, green, blue
