"""What a palette lock did, and where it was a close call; what became of the hints.

And which colours are shown as others: a painting is made of colours that say which is which; what
each is shown as may change without being painted again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.arrays import U8Array
from models.color import distinct_colors, pack_colors, unpack_colors
from models.coloring.flats import srgb_to_oklab
from models.hints.hints import HintSet
from models.hints.tags import Rgb, format_color

CLOSE_CALL = 1.25
"""A swatch that is no more than so many times as far as the nearest one is nearly as near."""
SEEN_DISTANCE = 0.01
"""OKLab distance below which a colour *is* its swatch, whatever else lies near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousRegion:
    """A region whose colour lay nearly as near to a second swatch.

    x, y    a picture pixel inside it, from the top left corner; pixels  its area.
    wanted  the colour before the lock; chosen  its swatch; other  the second nearest.
    """

    x: int
    y: int
    pixels: int
    wanted: Rgb
    chosen: Rgb
    other: Rgb

    def to_json(self) -> dict[str, object]:
        """As the command line lists it."""
        return {
            "x": self.x,
            "y": self.y,
            "pixels": self.pixels,
            "wanted": format_color(self.wanted),
            "chosen": format_color(self.chosen),
            "other": format_color(self.other),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorReport:
    """How a picture's flat colours came about.

    hints_visible  hints that some pixel shows, and `hints_obeyed` those of them whose every pixel,
                   in the regions they speak for, has exactly their colour, or with a palette
                   exactly the swatch nearest to it.
    regions        regions of one colour.
    pixels         of the picture, and how many were off the palette before and after the lock.
    ambiguous      regions with two swatches nearly as near, the largest first.
    """

    hints_visible: int = 0
    hints_obeyed: int = 0
    regions: int = 0
    pixels: int = 0
    off_before: int = 0
    off_after: int = 0
    ambiguous: tuple[AmbiguousRegion, ...] = ()

    def palette_json(self) -> dict[str, object]:
        """The palette lock's part, as the command line lists it."""
        return {
            "pixels": self.pixels,
            "off_before": self.off_before,
            "off_after": self.off_after,
            "ambiguous": [region.to_json() for region in self.ambiguous],
        }


def off_palette(colors_u8: U8Array, palette: Sequence[Rgb]) -> NDArray[np.bool_]:
    """Which colours (N, 3) are none of the allowed swatches; none of them for an empty palette."""
    if not palette:
        return np.zeros(len(colors_u8), dtype=bool)
    allowed = np.array(palette, dtype=np.uint8)
    return ~(colors_u8[:, None] == allowed[None]).all(axis=2).any(axis=1)


def close_calls(colors_u8: U8Array, palette: Sequence[Rgb]) -> list[tuple[int, Rgb, Rgb]]:
    """Colours (N, 3) with two swatches nearly as near: index, nearest and second swatch."""
    swatches = list(dict.fromkeys(palette))
    if len(swatches) < 2 or len(colors_u8) == 0:
        return []
    known = srgb_to_oklab(np.array(swatches, dtype=np.uint8) / 255)
    calls = []
    for index, lab in enumerate(srgb_to_oklab(colors_u8 / 255)):
        distance = np.linalg.norm(known - lab, axis=1)
        first, second = np.argsort(distance, kind="stable")[:2].tolist()
        if distance[first] > SEEN_DISTANCE and distance[second] <= CLOSE_CALL * distance[first]:
            calls.append((index, swatches[first], swatches[second]))
    return calls


@dataclass(frozen=True, slots=True)
class Recolor:
    """Colours as pairs, of a painting and as shown. One that is not among them is shown as it is.

    Raises ValueError where one colour would be shown as two, or is no sRGB bytes.
    """

    pairs: tuple[tuple[Rgb, Rgb], ...] = ()

    def __post_init__(self) -> None:
        shown = dict(self.pairs)
        if len(shown) < len(set(self.pairs)):
            raise ValueError("a colour is shown as one other; name each once")
        for color in (*shown, *shown.values()):
            if len(color) != 3 or any(not 0 <= channel <= 255 for channel in color):
                raise ValueError(f"a colour is three bytes 0 to 255; got {color}")
        changed = sorted((color, to) for color, to in shown.items() if color != to)
        object.__setattr__(self, "pairs", tuple(changed))

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def color(self, color: Rgb) -> Rgb:
        """What one colour is shown as."""
        return next((to for each, to in self.pairs if each == color), color)

    def hints(self, hints: HintSet) -> HintSet:
        """Hints in the colours that they are shown in: the same set where nothing is changed."""
        if not self.pairs:
            return hints
        shown = dict(self.pairs)
        return HintSet(
            tuple(replace(hint, color=shown.get(hint.color, hint.color)) for hint in hints)
        )

    def pixels(self, flat_u8: U8Array) -> U8Array:
        """What flats are shown as, uint8 (..., 3): the same array where nothing is changed."""
        if not self.pairs:
            return flat_u8
        found, which = distinct_colors(pack_colors(flat_u8).ravel())
        known, shown = (
            pack_colors(np.array(colors, dtype=np.uint8)) for colors in zip(*self.pairs)
        )
        place = np.minimum(np.searchsorted(known, found), len(known) - 1)
        told = np.where(known[place] == found, shown[place], found).astype(np.int32)
        return unpack_colors(told)[which].reshape(flat_u8.shape)


AS_PAINTED = Recolor()
"""Every colour shown as it is."""
