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

EXACT_SHARE = 0.2
"""Share of a region from which an exact colour is one of its tones."""
LEAST_SHARE = 0.06
"""The same of a further one."""
MOST_TONES = 4
SOLID_SHARE, SOLID_PIXELS = 0.6, 12
"""Share of a region, and its pixels, from which an exact colour is meant as it is."""
BIN = 16
"""Levels of a channel that are taken together in a picture that is painted softly."""
SAME, NEARLY_SAME = 0.012, 0.035
"""OKLab distances below which two colours are one, as a file's compression blurs it: any, and one
that fills at most"""
RARE = 0.2
"""of what the other does."""
FARTHEST_HUE = 0.055
"""OKLab distance across hue and chroma of a tone from what its base would be in that much light."""
DARKEST = 0.55
"""Lightness of the darkest shade, as a share of its base's."""
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
    shown = [_colors_of(part) for part in np.split(colors, ends[:-1])]
    area: dict[int, int] = {}
    for tones in shown:
        for color, number in tones:
            area[color] = area.get(color, 0) + number
    sizes = np.bincount(labels[counted], minlength=count)
    solid = {
        tones[0][0]
        for tones, size in zip(shown, sizes.tolist())
        if size >= SOLID_PIXELS and tones[0][1] >= SOLID_SHARE * size
    }
    merged = _merge_same(area, solid)
    shown = [_joined(tones, merged) for tones in shown]
    areas: dict[int, int] = {}
    for tones in shown:
        for color, number in tones:
            areas[color] = areas.get(color, 0) + number
    group_of = _grouped(shown, areas)
    bases = np.array([group_of[tones[0][0]] if tones else -1 for tones in shown], dtype=np.int32)
    return RegionTones(bases, _tone_groups(group_of, areas))


def _colors_of(packed: I32Array) -> list[tuple[int, int]]:
    """A region's colours and how many pixels have each, the most frequent first."""
    if len(packed) == 0:
        return []
    found, number = np.unique(packed, return_counts=True)
    order = np.lexsort((found, -number))
    found, number = found[order], number[order]
    if number[0] >= EXACT_SHARE * len(packed):
        kept = number >= LEAST_SHARE * len(packed)
        return [(int(c), int(n)) for c, n in zip(found[kept], number[kept])][:MOST_TONES]
    # Painted softly: the middle of what the fullest bin holds.
    rgb = unpack_colors(packed)
    bins = pack_colors(rgb // BIN)
    fullest, sizes = np.unique(bins, return_counts=True)
    chosen = fullest[np.lexsort((fullest, -sizes))][0]
    middle = np.median(rgb[bins == chosen], axis=0).astype(np.uint8)
    return [(int(pack_colors(middle)), int(sizes.max()))]


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


def _joined(tones: list[tuple[int, int]], merged: dict[int, int]) -> list[tuple[int, int]]:
    total: dict[int, int] = {}
    for color, number in tones:
        total[merged[color]] = total.get(merged[color], 0) + number
    return sorted(total.items(), key=lambda each: (-each[1], each[0]))


def is_tone(one: int, other: int) -> bool:
    """Whether two colours, 0xRRGGBB, may be one surface in light and in shade."""
    lab = srgb_to_oklab(unpack_colors(np.array([one, other], dtype=np.int32)) / 255)
    darker, lighter = sorted(lab, key=lambda each: float(each[0]))
    light = darker[0] / max(float(lighter[0]), 1e-6)
    # Less light makes all of a colour less, its chroma too.
    hue = np.hypot(*(darker[1:] - light * lighter[1:]))
    return bool(hue < FARTHEST_HUE and light > DARKEST and lighter[0] - darker[0] > SAME)


def _grouped(shown: Sequence[list[tuple[int, int]]], areas: dict[int, int]) -> dict[int, int]:
    """The base of every colour: the largest of those that share regions as tones do."""
    together: dict[int, dict[int, int]] = {}
    for tones in shown:
        for color, number in tones:
            for other, _ in tones:
                if other != color and is_tone(color, other):
                    links = together.setdefault(color, {})
                    links[other] = links.get(other, 0) + number
    base: dict[int, int] = {}
    for color in sorted(areas, key=lambda each: (-areas[each], each)):
        links = together.get(color, {})
        # A tone follows the base that most of it lies beside, which is larger and so is known.
        least = LINKED_SHARE * areas[color]
        known = [each for each in links if base.get(each) == each and links[each] >= least]
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
        ordered = sorted(colors, key=lambda color: (-light[color], color))
        groups.append(
            ToneGroup(
                base=_rgb(own),
                highlights=tuple(_rgb(c) for c in ordered if light[c] > light[own]),
                shades=tuple(_rgb(c) for c in ordered if c != own and light[c] <= light[own]),
                pixels=sum(areas[color] for color in colors),
            )
        )
    return tuple(sorted(groups, key=lambda group: (-group.pixels, group.base)))


def _lightness(color: int) -> float:
    return float(srgb_to_oklab(np.array(_rgb(color)) / 255)[0])


def _rgb(color: int) -> Rgb:
    return color >> 16, color >> 8 & 255, color & 255
