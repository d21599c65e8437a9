"""Which pixels of a drawing are line: decided here, once, for everything that looks at it.

Lines are dark on lighter paper, light on darker paper, or all that is on a transparent sheet,
whatever its colour. Whoever asks for cells, regions, gaps or a generator's answer gets the same
ink on even white paper (models.regions.paper); the artist's own pixels are only read.

Dark lines are multiplied with the colours, and their paper with them, unless it is to be taken
off; what is on a transparent sheet covers the colours as it is; light lines cover them without
their dark paper, which would hide every colour.
"""

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from models.arrays import U8Array
from models.geometry import Rect, Size
from models.hints.hints import LineArt
from models.line_color import Beside, LineColor, dyed, dyed_by_flats
from models.regions.paper import ink_on_white
from models.rows import PixelRows, row_bands

LOOKED_AT = 768
"""Long side at which a drawing is looked at for its kind."""
LINE_WIDTH = 9
"""Pixels at that size: what is narrower is a line."""
BRIGHT_PAPER = 170
"""A sheet of which more than half is lighter than this has dark lines."""
LIGHT_FACTOR = 1.5
"""Light strokes must outweigh dark ones so many times before the lines are taken as light."""
DARK_LUMA = 128
"""Mean luma of what covers a transparent sheet below which that is ink, however broad."""
THICK_SHARE = 0.5
"""Share of a sheet's cover up to which it may be broader than lines and still be lines."""

LIFT_MARGIN = 4
"""Pixels around a piece of a drawing on which its lifted lines depend."""
FAINTEST_COVERED = 80
"""Ink from which a line covers the colour under it wholly; half of that covers nothing."""


class LineKind(StrEnum):
    """What the lines of a drawing are.

    DARK   darker than the paper.
    LIGHT  lighter than the paper, as on a blackboard or a blueprint.
    ALPHA  what covers a transparent sheet, in any colour.
    """

    DARK = "dark"
    LIGHT = "light"
    ALPHA = "alpha"


@dataclass(frozen=True, slots=True)
class DrawnLines:
    """The lines of a drawing as every step sees them, what kind they are, how they are laid.

    clean_paper  whether the lines lie over the colours without their paper, on request.
    color        what colour they take; None: they stay as they are drawn.
    """

    line_art: LineArt
    kind: LineKind = LineKind.DARK
    clean_paper: bool = False
    color: LineColor | None = None

    @property
    def is_multiplied(self) -> bool:
        """Whether the drawing is multiplied with the colours; else it covers them."""
        return self.kind is LineKind.DARK

    @property
    def is_lifted(self) -> bool:
        """Whether the lines are laid over the colours without the paper beside them."""
        return self.kind is LineKind.LIGHT or self.clean_paper

    @property
    def reach(self) -> int:
        """Pixels around a line on whose flats its colour may depend; 0: on none."""
        return 0 if self.color is None else self.color.reach(self.line_art.size)

    def laid(
        self,
        rgba_u8: U8Array,
        rows: slice,
        columns: slice = slice(None),
        flats: PixelRows | None = None,
    ) -> U8Array:
        """A piece of the drawing, uint8 RGBA (H, W, 4), as it lies over the colours.

        flats  flat colours, uint8 (H, W, 3 or 4), by which lines may be coloured; None: there are
               none yet.
        Without a colour, pixels that are line throughout are the artist's own, to the bit.
        """
        line_u8 = self.line_art.pixels
        drawn = rgba_u8[rows, columns]
        if self.is_lifted:
            drawn = _lifted(rgba_u8, line_u8, rows, columns)
        if self.color is None or (self.color.color is None and flats is None):
            return drawn
        ink_u8 = self._ink_of(drawn, rows, columns)
        if self.color.color is not None:
            return dyed(drawn, ink_u8, self.color.color)
        assert flats is not None
        place = _placed(line_u8.shape, rows, columns)
        outer = place.grown(self.reach).clipped(self.line_art.size)
        around = flats[outer.slices[0]][:, outer.slices[1]]
        beside = Beside(line_u8[outer.slices], around, place.slices_in(outer), self.reach)
        is_light = self.kind is LineKind.LIGHT
        return dyed_by_flats(
            drawn, ink_u8, beside, is_multiplied=self.is_multiplied, is_light=is_light
        )

    def _ink_of(self, drawn: U8Array, rows: slice, columns: slice) -> U8Array:
        """How much of each pixel of a piece, uint8 RGBA (h, w, 4), is ink: uint8 (h, w).

        Of what covers the colours by its alpha, a light line is ink throughout, another one as far
        as it is dark.
        """
        if self.is_multiplied and not self.is_lifted:
            return 255 - self.line_art.pixels[rows, columns]
        grey = np.asarray(cv2.cvtColor(drawn, cv2.COLOR_RGBA2GRAY), np.uint8)
        dark = np.full_like(grey, 255) if self.kind is LineKind.LIGHT else 255 - grey
        return np.where(drawn[..., 3] > 0, dark, np.uint8(0))


def read_lines(
    rgba_u8: U8Array,
    kind: LineKind | None = None,
    *,
    clean_paper: bool = False,
    color: LineColor | None = None,
) -> DrawnLines:
    """Read the lines of a drawing, uint8 RGBA (H, W, 4).

    kind   what they are; None: find out.
    color  what colour they are to take; None: their own.
    Raises ValueError if it is ALPHA and nothing is
    transparent.
    """
    if kind is LineKind.ALPHA and int(rgba_u8[..., 3].min()) == 255:
        raise ValueError("nothing in it is transparent, so alpha is no line; choose dark or light")
    kind = kind or find_line_kind(rgba_u8)
    line_u8 = ink_on_white(_as_dark(rgba_u8, kind))
    line_u8.flags.writeable = False
    return DrawnLines(LineArt(line_u8), kind, clean_paper, color)


def find_line_kind(rgba_u8: U8Array) -> LineKind:
    """What the lines of a drawing, uint8 RGBA (H, W, 4), most likely are."""
    small = _seen(rgba_u8)
    alpha = np.ascontiguousarray(small[..., 3])
    luma = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGBA2GRAY), np.uint8)
    if int(rgba_u8[..., 3].min()) > 0 or not alpha.any():
        return _dark_or_light(luma)
    square = np.ones((LINE_WIDTH, LINE_WIDTH), np.uint8)
    thick = cv2.morphologyEx(alpha, cv2.MORPH_OPEN, square, borderType=cv2.BORDER_REPLICATE)
    cover = alpha.astype(np.float64)
    if float(np.sum(thick, dtype=np.float64)) < THICK_SHARE * cover.sum():
        return LineKind.ALPHA
    # A cut-out sheet, or ink in broad surfaces: what is drawn on what is there decides.
    luma[alpha < 128] = np.median(luma[alpha > 0])
    if (kind := _dark_or_light(luma)) is LineKind.LIGHT:
        return kind
    return LineKind.ALPHA if float((luma * cover).sum() / cover.sum()) < DARK_LUMA else kind


def _dark_or_light(luma: U8Array) -> LineKind:
    """By which strokes there are more of on a sheet, uint8 (h, w): dark or light ones."""
    if float(np.median(luma[::2, ::2])) > BRIGHT_PAPER:
        return LineKind.DARK
    square = np.ones((LINE_WIDTH, LINE_WIDTH), np.uint8)
    smooth = cv2.medianBlur(luma, 3)
    strokes = {
        kind: np.asarray(cv2.morphologyEx(smooth, operation, square, borderType=border), np.uint8)
        for kind, operation, border in (
            (LineKind.DARK, cv2.MORPH_BLACKHAT, cv2.BORDER_REPLICATE),
            (LineKind.LIGHT, cv2.MORPH_TOPHAT, cv2.BORDER_REPLICATE),
        )
    }
    # Grain is as light as dark, and small beside strokes.
    most = max(int(plane.max()) for plane in strokes.values())
    weight = {
        kind: float(plane[plane > most // 3].sum(dtype=np.float64))
        for kind, plane in strokes.items()
    }
    is_light = weight[LineKind.LIGHT] > LIGHT_FACTOR * weight[LineKind.DARK]
    return LineKind.LIGHT if is_light else LineKind.DARK


def _seen(rgba_u8: U8Array) -> U8Array:
    height, width = rgba_u8.shape[:2]
    factor = -(-max(height, width) // LOOKED_AT)
    if factor == 1:
        return rgba_u8
    size = (max(1, width // factor), max(1, height // factor))
    return np.asarray(cv2.resize(rgba_u8, size, interpolation=cv2.INTER_AREA), np.uint8)


def _as_dark(rgba_u8: U8Array, kind: LineKind) -> U8Array:
    """The drawing as grey levels in which its lines are dark: uint8 (H, W)."""
    if kind is LineKind.ALPHA:
        return np.asarray(cv2.bitwise_not(rgba_u8[..., 3]), np.uint8)
    if kind is LineKind.DARK:
        return LineArt.from_rgba(rgba_u8).pixels
    grey = np.asarray(cv2.cvtColor(rgba_u8, cv2.COLOR_RGBA2GRAY), np.uint8)
    dark = np.asarray(cv2.bitwise_not(grey), np.uint8)
    if int(rgba_u8[..., 3].min()) < 255:  # outside of the sheet there is nothing drawn
        for rows in row_bands(rgba_u8.shape):
            share = rgba_u8[rows, :, 3].astype(np.uint16)
            dark[rows] = (dark[rows] * share + 255 * (255 - share) + 127) // 255
    return dark


def _lifted(rgba_u8: U8Array, line_u8: U8Array, rows: slice, columns: slice) -> U8Array:
    """Lines without paper, straight alpha: soft edges take their colour from the line beside.

    A sheet's own alpha is in the ink already: outside of it there is none.
    """
    place = _placed(line_u8.shape, rows, columns)
    outer = place.grown(LIFT_MARGIN).clipped(Size(*line_u8.shape))
    drawn = rgba_u8[outer.slices].astype(np.float32)
    ink = 255 - line_u8[outer.slices].astype(np.float32)
    crest = cv2.dilate(ink, np.ones((5, 5), np.uint8))
    cover = ink / np.maximum(crest, FAINTEST_COVERED)
    cover *= np.clip(crest / (FAINTEST_COVERED / 2) - 1, 0, 1)
    weight = (cover**4)[..., None]
    total, weights = cv2.blur(drawn[..., :3] * weight, (5, 5)), cv2.blur(weight, (5, 5))
    color = total / np.maximum(weights, 1e-6)[..., None]
    color[cover == 1] = drawn[..., :3][cover == 1]
    lifted = np.dstack([color, cover * 255])
    lifted[cover == 0] = 0
    return np.round(lifted[place.slices_in(outer)]).astype(np.uint8)


def _placed(shape: tuple[int, ...], rows: slice, columns: slice) -> Rect:
    """The rectangle of some rows and columns of a picture of this shape."""
    top, bottom, _ = rows.indices(shape[0])
    left, right, _ = columns.indices(shape[1])
    return Rect(left, top, right, bottom)
