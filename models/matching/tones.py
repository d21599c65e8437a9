"""The flat colours of a coloured drawing, region by region, and which are shades of which.

A region shows its base, and perhaps a darker tone of it where it lies in shade, and a lighter one
where light falls. Which colours belong together is told by the regions that they share; the one
with the largest area is the base.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.arrays import BoolArray, I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.flats import srgb_to_oklab
from models.hints.tags import Rgb

LEAST_SHARE = 0.06
"""Share of a region from which a further colour is one of its tones."""
MOST_DISTINCT = 1024
"""Exact colours of a region that are looked at, the most frequent ones."""
FLAT_SHARE = 0.7
"""Share of a figure's pixels with exact colours below which it is painted, not flat."""
MOST_TONES = 4
MOST_HIGHLIGHTS, MOST_SHADES = 1, 2
"""Tones that a base has: highlight, base, shade 1, shade 2."""
SOLID_SHARE, SOLID_PIXELS = 0.6, 12
"""Share of a region, and its pixels, from which an exact colour is meant as it is."""
SAME, NEARLY_SAME = 0.012, 0.035
"""OKLab distances below which two colours are one, as a file's compression blurs it: any, and one
that fills at most"""
RARE = 0.2
"""of what the other does."""
FARTHEST_HUE = 0.055
"""OKLab distance across hue and chroma of a tone from what its base would be in that much light."""
DARKEST = 0.55
"""Lightness of the darkest shade, as a share of its base's."""
PAINTED_HUE = 0.32
"""The same as a share of that base's chroma, in a painted picture where both share no region."""
LINKED_SHARE = 0.15
"""Share of a colour that lies in regions of a base, from which it is a tone of that."""


@dataclass(frozen=True, slots=True)
class ToneGroup:
    """A base colour and its tones: lighter ones, lightest first, and darker ones, darkest last.

    pixels  how many of the picture they are.
    """

    base: Rgb
    highlights: tuple[Rgb, ...]
    shades: tuple[Rgb, ...]
    pixels: int

    @property
    def colors(self) -> tuple[Rgb, ...]:
        """All of them, the lightest first."""
        return (*self.highlights, self.base, *self.shades)


@dataclass(frozen=True, slots=True, eq=False)
class RegionTones:
    """Colours of the n regions of a picture.

    color   int32 (n,) 0xRRGGBB the base of each, -1 where it cannot be told.
    groups  all of the picture, the largest first.
    """

    color: I32Array
    groups: tuple[ToneGroup, ...]


def find_tones(rgb_u8: U8Array, labels: I32Array, counted: BoolArray, count: int) -> RegionTones:
    """The tones of each region: rgb_u8 uint8 (H, W, 3), labels int32 (H, W), 0 to count - 1.

    counted  bool (H, W): pixels that show a surface, no line.
    """
    packed = pack_colors(rgb_u8)
    order = np.argsort(labels[counted], kind="stable")
    colors = packed[counted][order]
    ends = np.cumsum(np.bincount(labels[counted], minlength=count))
    parts = np.split(colors, ends[:-1])
    shown = [_colors_of(part) for part in parts]
    area: dict[int, int] = {}
    for tones in shown:
        for color, number, _ in tones:
            area[color] = area.get(color, 0) + number
    is_painted = _is_painted(shown, area)
    solid = set() if is_painted else _solid(shown, [len(part) for part in parts])
    merged = _merge_same(area, solid)
    joined = [_joined(colored, merged) for colored in shown]
    areas: dict[int, int] = {}
    for found in joined:
        for color, number in found.items():
            areas[color] = areas.get(color, 0) + number
    base = _grouped(joined, areas, is_painted=is_painted)
    bases = [
        base[max(found, key=lambda each: (found[each], -each))] if found else -1 for found in joined
    ]
    return RegionTones(np.array(bases, dtype=np.int32), _tone_groups(base, areas))


Shown = tuple[int, int, int]
"""A colour of a region, the pixels that have it or nearly, and those that have exactly it."""


def _colors_of(packed: I32Array) -> list[Shown]:
    """A region's colours, the most frequent first: what is nearly one colour is the exact one that
    is most frequent of it."""
    if len(packed) == 0:
        return []
    found, number = np.unique(packed, return_counts=True)
    order = np.lexsort((found, -number))[:MOST_DISTINCT]
    found, number = found[order], number[order]
    lab = srgb_to_oklab(unpack_colors(found) / 255)
    left = np.ones(len(found), dtype=bool)
    shown: list[Shown] = []
    while left.any() and len(shown) < 2 * MOST_TONES:
        first = int(np.argmax(left))
        near = left & (np.linalg.norm(lab - lab[first], axis=1) < NEARLY_SAME)
        shown.append((int(found[first]), int(number[near].sum()), int(number[first])))
        left &= ~near
    shown.sort(key=lambda each: (-each[1], each[0]))
    least = LEAST_SHARE * int(number.sum())
    return [each for each in shown if each[1] >= least][:MOST_TONES]


def _is_painted(shown: Sequence[list[Shown]], area: dict[int, int]) -> bool:
    """Whether few pixels of the figure have exactly one of its colours."""
    ground = max(area, key=lambda color: (area[color], -color), default=-1)
    counts = [each for tones in shown for each in tones if each[0] != ground]
    number = sum(number for _, number, _ in counts)
    return sum(exact for _, _, exact in counts) < FLAT_SHARE * number


def _solid(shown: Sequence[list[Shown]], sizes: Sequence[int]) -> set[int]:
    """Colours that fill regions exactly, and so are meant as they are."""
    return {
        tones[0][0]
        for tones, size in zip(shown, sizes)
        if tones and size >= SOLID_PIXELS and tones[0][2] >= SOLID_SHARE * size
    }


def _merge_same(area: dict[int, int], solid: set[int]) -> dict[int, int]:
    """Colours that are one but for noise, each as the most frequent of its kind.

    solid  colours that fill regions exactly, and so are meant.
    """
    ordered = sorted(area, key=lambda color: (-area[color], color))
    lab = srgb_to_oklab(unpack_colors(np.array(ordered, dtype=np.int32)) / 255)
    kept: list[int] = []
    merged = {}
    for index, color in enumerate(ordered):
        away = np.linalg.norm(lab[kept] - lab[index], axis=1) if kept else np.empty(0)
        rare = np.array([area[color] <= RARE * area[ordered[k]] for k in kept], dtype=bool)
        near = away < np.where(rare, NEARLY_SAME, SAME)
        if color not in solid and near.any():
            merged[color] = ordered[kept[int(np.argmin(np.where(near, away, np.inf)))]]
        else:
            kept.append(index)
            merged[color] = color
    return merged


def _joined(tones: list[Shown], merged: dict[int, int]) -> dict[int, int]:
    """A region's colours and their pixels once some are one."""
    total: dict[int, int] = {}
    for color, number, _ in tones:
        total[merged[color]] = total.get(merged[color], 0) + number
    return total


def is_tone(one: int, other: int, *, is_painted: bool = False) -> bool:
    """Whether two colours, 0xRRGGBB, may be one surface in light and in shade.

    is_painted  nothing else says so, and they are to be the more alike.
    """
    lab = srgb_to_oklab(unpack_colors(np.array([one, other], dtype=np.int32)) / 255)
    darker, lighter = sorted(lab, key=lambda each: float(each[0]))
    light = darker[0] / max(float(lighter[0]), 1e-6)
    # Less light makes all of a colour less, its chroma too.
    hue = np.hypot(*(darker[1:] - light * lighter[1:]))
    farthest = FARTHEST_HUE
    if is_painted:
        chroma = light * float(np.hypot(*lighter[1:]))
        farthest = min(farthest, max(PAINTED_HUE * chroma, SAME))
    return bool(hue < farthest and light > DARKEST and lighter[0] - darker[0] > SAME)


def _grouped(
    shown: Sequence[dict[int, int]], areas: dict[int, int], *, is_painted: bool
) -> dict[int, int]:
    """The base of every colour: the largest of those that share regions as tones do.

    is_painted  shade may fill regions of its own, and a smaller colour that could be a tone of a
                larger one is.
    """
    together: dict[int, dict[int, int]] = {}
    for tones in shown:
        for color, number in tones.items():
            for other in tones:
                if other != color and is_tone(color, other):
                    links = together.setdefault(color, {})
                    links[other] = links.get(other, 0) + number
    base: dict[int, int] = {}
    for color in sorted(areas, key=lambda each: (-areas[each], each)):
        links = together.get(color, {})
        # A tone follows the base that most of it lies beside, which is larger and so is known.
        least = LINKED_SHARE * areas[color]
        known = [each for each in links if base.get(each) == each and links[each] >= least]
        if is_painted and not known:
            links = {each: areas[each] for each in base if base[each] == each}
            known = [each for each in links if is_tone(color, each, is_painted=True)]
        if known:
            base[color] = max(known, key=lambda each: (links[each], each))
        else:
            base[color] = color
    return base


def _tone_groups(base: dict[int, int], areas: dict[int, int]) -> tuple[ToneGroup, ...]:
    members: dict[int, list[int]] = {}
    for color, own in base.items():
        members.setdefault(own, []).append(color)
    groups = []
    for own, colors in members.items():
        light = {color: _lightness(color) for color in colors}
        largest = sorted(colors, key=lambda color: (-areas[color], color))
        lighter = [c for c in largest if light[c] > light[own]][:MOST_HIGHLIGHTS]
        darker = [c for c in largest if c != own and light[c] <= light[own]][:MOST_SHADES]
        groups.append(
            ToneGroup(
                base=_rgb(own),
                highlights=tuple(_rgb(c) for c in sorted(lighter, key=lambda c: -light[c])),
                shades=tuple(_rgb(c) for c in sorted(darker, key=lambda c: -light[c])),
                pixels=sum(areas[color] for color in colors),
            )
        )
    return tuple(sorted(groups, key=lambda group: (-group.pixels, group.base)))


def _lightness(color: int) -> float:
    return float(srgb_to_oklab(np.array(_rgb(color)) / 255)[0])


def _rgb(color: int) -> Rgb:
    return color >> 16, color >> 8 & 255, color & 255
