"""The colours that lines take instead of their own: one for all, or a tone of the flat beside each.

The second is what artists call colour trace: skin is bounded by a dark skin tone, a blue skirt by a
dark blue. Ink keeps its weight, so that soft edges stay soft and pale strokes pale; what is no ink
keeps its pixels to the bit.
"""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray, IntArray, U8Array
from models.color import unpack_colors
from models.geometry import Size
from models.hints.tags import Rgb, format_color, parse_color

AUTO = "auto"
PAPER = 248
"""A flat of which no channel is darker is white, and has no tone."""
DEPTH = 0.36
"""The brightest channel of a tone that is laid over its flat."""
RICHNESS = 1.8
"""Power of a flat's channels, relative to its brightest, in its tone; 1 keeps its saturation."""
GLOW = 0.4
"""How far a light line's tone is from white, as a share of how far its flat is."""
REACHES = (4, 16)
"""Pixels, at least and at most, from which an uncoloured pixel takes the tone of a flat."""
_SHARE_OF_SIDE = 300
_GREY_INK = 48
"""Ink from which its own hue is given up wholly."""
_LUMA = np.array([[0.299], [0.587], [0.114]], np.float32)
_CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)
_SQUARE = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, slots=True)
class LineColor:
    """What colour lines take. color: sRGB bytes; None: a tone of the flat beside each pixel."""

    color: Rgb | None = None

    def __post_init__(self) -> None:
        if self.color is not None and not all(0 <= each <= 255 for each in self.color):
            raise ValueError(f"sRGB bytes lie between 0 and 255; got {self.color}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``auto`` or a colour as #rrggbb. Raises ValueError naming the text."""
        return cls(None if text.strip().lower() == AUTO else parse_color(text))

    def __str__(self) -> str:
        return AUTO if self.color is None else format_color(self.color)

    def reach(self, size: Size) -> int:
        """Pixels around an inked one on whose flats it may depend; 0: on none."""
        least, most = REACHES
        share = round(size.long_side / _SHARE_OF_SIDE)
        return 0 if self.color is not None else min(max(share, least), most)


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """What lies around a piece of a drawing.

    line_u8  uint8 (H, W): the drawing, ink 0.
    flat_u8  uint8 (H, W, 3) or, transparent where nothing is coloured, (H, W, 4): flat colours.
    inside   rows and columns in them that are the piece's own.
    reach    pixels from which what is white or transparent takes the nearest flat: so many are
             around the piece, where the picture does not end.
    """

    line_u8: U8Array
    flat_u8: U8Array
    inside: tuple[slice, slice]
    reach: int

    def nearest(self) -> tuple[BoolArray, FloatArray]:
        """Where the piece itself has a colour, bool (h, w); the packed nearest one, -1: none."""
        rgb_u8 = np.ascontiguousarray(self.flat_u8[..., :3])
        own = cv2.bitwise_not(cv2.inRange(rgb_u8, (PAPER,) * 3, (255,) * 3))
        if self.flat_u8.shape[2] == 4:
            own[self.flat_u8[..., 3] == 0] = 0
        # Whole numbers below 2²⁴ are exact in float32, of which dilation takes the largest.
        packed = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2BGRA).view("<u4")[..., 0] & 0xFFFFFF
        near = packed.astype(np.float32)
        near[own == 0] = -1
        for step in range(self.reach):
            unknown = (near < 0).view(np.uint8)
            if not unknown.any():
                break
            cv2.copyTo(cv2.dilate(near, _CROSS if step % 2 else _SQUARE), unknown, near)
        return own[self.inside] > 0, near[self.inside]

    def thinness(self) -> FloatArray:
        """How far ink is line and no solid black, float32 (h, w): 0 deeper in it than `reach`."""
        ink = (self.line_u8 < 128).view(np.uint8)
        depth = cv2.distanceTransform(ink, cv2.DIST_L2, cv2.DIST_MASK_5)[self.inside]
        return np.asarray(np.clip(2 - depth * (2 / self.reach), 0, 1), np.float32)


def dyed(drawn_u8: U8Array, ink_u8: U8Array, color: Rgb) -> U8Array:
    """Lines, uint8 RGBA (h, w, 4), with their ink in one colour; alpha stays.

    ink_u8  uint8 (h, w): how much of a pixel is ink.
    """
    return _dyed(drawn_u8, ink_u8, np.flatnonzero(ink_u8), np.array([color], np.float32))


def dyed_by_flats(
    drawn_u8: U8Array, ink_u8: U8Array, beside: Beside, *, is_multiplied: bool, is_light: bool
) -> U8Array:
    """The same with each pixel's ink in a tone of the flat there, or of the nearest one.

    Where there is none in reach, ink stays as it is; and so does the inside of solid black.
    is_multiplied  lines are multiplied with the flats; else they cover them.
    is_light       they are lighter than what they cover.
    """
    if not ink_u8.any():
        return drawn_u8
    own, near = beside.nearest()
    at = np.flatnonzero((ink_u8 > 0) & (near >= 0))
    flat = unpack_colors(near.ravel()[at].astype(np.int32)).astype(np.float32)
    thin = beside.thinness().ravel()[at][:, None]
    if is_light:
        return _dyed(drawn_u8, ink_u8, at, 255 - (255 - flat) * GLOW * thin)
    brightest = np.maximum(flat.max(axis=1, keepdims=True), 1)
    tones = thin * 255 * DEPTH * (flat / brightest) ** RICHNESS
    # Over its own flat a multiplied line becomes the tone that it has over white beside it.
    is_whole = ~own.ravel()[at] if is_multiplied else np.full(len(flat), fill_value=True)
    tones[is_whole] *= flat[is_whole] / 255
    return _dyed(drawn_u8, ink_u8, at, tones)


def _dyed(drawn_u8: U8Array, ink_u8: U8Array, at: IntArray, tones: FloatArray) -> U8Array:
    """Ink of some pixels, numbered row by row, in colours of full ink, float32 (n, 3) or (1, 3)."""
    result = np.array(drawn_u8, order="C")
    pixels = result.reshape(-1, 4)
    rgb = pixels[at, :3].astype(np.float32)
    ink = ink_u8.ravel()[at].astype(np.float32)[:, None]
    grey = np.minimum(rgb @ _LUMA, 255 - ink)
    paper = rgb + (grey - rgb) * np.minimum(ink / _GREY_INK, 1)
    pixels[at, :3] = np.clip(np.round(paper + tones * (ink / 255)), 0, 255)
    return result
