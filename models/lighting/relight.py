"""Flats under a light: colour, shade, highlight and tones at any size, row by row."""

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array, IntArray, U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.compose import LaidRows
from models.coloring.palette import AS_PAINTED, Recolor
from models.coloring.shade import NEUTRAL_HIGHLIGHT, NEUTRAL_SHADE, decompose
from models.coloring.trace import TraceAreas
from models.geometry import Size
from models.lighting.bodies.surfaces import find_surfaces
from models.lighting.form import LitForm
from models.lighting.light import Light
from models.lighting.maps import ToneMaps
from models.lighting.shapes import find_shapes
from models.lighting.strokes import LightStrokes
from models.lighting.tints import tone_colors
from models.lighting.tones import LEVELS, PictureTones, shares_of_level, tones_of


class Relighter:
    """Lays one light over a picture's flats. Rows may be asked for in any order.

    recolor    what the flats are shown as, which moves no shade.
    sketch_u8  uint8 (h, w) at the form's size: the levels of the rows that were asked for.
    """

    def __init__(
        self,
        form: LitForm,
        maps: ToneMaps,
        light: Light,
        size: Size,
        *,
        trace: TraceAreas | None = None,
        strokes: LightStrokes = (),
        recolor: Recolor = AS_PAINTED,
    ) -> None:
        shapes = find_shapes(maps, form.bodies, form.cuts, light.style)
        self._tones = PictureTones(size, shapes, form.bodies, form.cuts, trace, strokes)
        self._light = light
        self._recolor = recolor
        self._surfaces = form.surfaces
        small = form.bodies.index.shape
        self._seen_rows, self._seen_columns = (
            (np.arange(few) * 2 + 1) * many // (2 * few)
            for few, many in zip(small, size.shape, strict=True)
        )
        self.sketch_u8: U8Array = np.zeros(small, dtype=np.uint8)

    def rows(self, rows: slice, surfaces: I32Array, flat_u8: U8Array) -> LaidRows:
        """Some rows of the picture.

        surfaces  int32 (rows, W) of `Surfaces.at`; flat_u8  uint8 (rows, W, 3).
        """
        levels = self._tones.levels(rows, surfaces)
        first, last = np.searchsorted(self._seen_rows, (rows.start, rows.stop))
        seen = self._seen_rows[first:last, None] - rows.start, self._seen_columns
        self.sketch_u8[first:last] = levels[seen]
        known_u8 = self._surfaces.colors
        return _laid(levels, surfaces, flat_u8, known_u8, self._light, recolor=self._recolor)


def lay_levels(
    levels_u8: U8Array, flat_u8: U8Array, light: Light, recolor: Recolor = AS_PAINTED
) -> LaidRows:
    """Flats, uint8 (h, w, 3), at levels of a light that are known: uint8 (h, w)."""
    surfaces = find_surfaces(flat_u8, None)
    return _laid(levels_u8, surfaces.index, flat_u8, surfaces.colors, light, recolor=recolor)


def _laid(
    levels: U8Array,
    surfaces: I32Array,
    flat_u8: U8Array,
    known_u8: U8Array,
    light: Light,
    *,
    recolor: Recolor,
) -> LaidRows:
    """Rows of flats at some levels. known_u8  uint8 (count, 3) the colour of each surface."""
    shown_u8 = recolor.pixels(flat_u8)
    rgba = np.asarray(cv2.cvtColor(shown_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
    shade = np.full_like(rgba, NEUTRAL_SHADE)
    highlight = np.full_like(rgba, NEUTRAL_HIGHLIGHT)
    where = np.flatnonzero(levels != 0)
    if len(where):
        colors, of_pixel = _colors(surfaces.ravel()[where], where, flat_u8, known_u8)
        codes = of_pixel * np.int32(LEVELS)
        codes += levels.ravel()[where]
        used, which = _numbered(codes, LEVELS * len(colors))
        shown = recolor.pixels(colors)
        flats, toned = _toned(shown, used // LEVELS, used % LEVELS, light)
        dark, bright = decompose(toned[None], flats[None])
        for plane, values in ((rgba, toned), (shade, dark[0]), (highlight, bright[0])):
            _whole_pixels(plane)[where] = _whole_pixels(_opaque(values))[which]
    dark, bright = _without_alpha(shade), _without_alpha(highlight)
    return LaidRows(rgba, shown_u8, dark, bright, tones_of(levels), levels)


def _colors(
    surfaces: I32Array, where: IntArray, flat_u8: U8Array, known_u8: U8Array
) -> tuple[U8Array, I32Array]:
    """Flat colours, uint8 (N, 3), and the number of each pixel's: int32 (pixels,).

    surfaces  int32 (pixels,) of those at `where` of the flats, len(known_u8) for unknown ones.
    """
    strange = surfaces == len(known_u8)
    if not strange.any():
        return known_u8, surfaces
    packed, which = np.unique(
        pack_colors(flat_u8.reshape(-1, 3)[where[strange]]), return_inverse=True
    )
    numbers = surfaces.copy()
    numbers[strange] = len(known_u8) + which
    return np.concatenate([known_u8, unpack_colors(packed)]), numbers


def _toned(
    colors: U8Array, numbers: I32Array, levels: I32Array, light: Light
) -> tuple[U8Array, U8Array]:
    """Flat colours of some numbers, and the same at some levels: uint8 (N, 3) each."""
    used, which = np.unique(numbers, return_inverse=True)
    tones = tone_colors(colors[used], light)
    flats = colors[numbers]
    mixed = flats.astype(np.float32)
    before: NDArray[np.floating] = mixed.copy()
    for tone, shares in zip(
        (tones.shade, tones.deep, tones.highlight), shares_of_level(), strict=True
    ):
        after = tone[which].astype(np.float32)
        start = flats if tone is tones.highlight else before
        mixed += shares[levels][:, None] * (after - start)
        before = after
    return flats, np.round(np.clip(mixed, 0, 255)).astype(np.uint8)


def _numbered(codes: I32Array, most: int) -> tuple[I32Array, I32Array]:
    """The distinct ones of codes below `most`, ascending, and which of them each is."""
    used = np.flatnonzero(np.bincount(codes, minlength=most)).astype(np.int32)
    numbers = np.zeros(most, dtype=np.int32)
    numbers[used] = np.arange(len(used), dtype=np.int32)
    return used, numbers[codes]


def _opaque(rgb_u8: U8Array) -> U8Array:
    """uint8 (N, 3) as (N, 4)."""
    return np.concatenate([rgb_u8, np.full((len(rgb_u8), 1), 255, dtype=np.uint8)], axis=1)


def _whole_pixels(rgba_u8: U8Array) -> NDArray[np.uint32]:
    """uint8 (..., 4) as one number each, which moves several times faster: a flat view."""
    return rgba_u8.reshape(-1).view(np.uint32)


def _without_alpha(rgba_u8: U8Array) -> U8Array:
    return np.asarray(cv2.cvtColor(rgba_u8, cv2.COLOR_RGBA2RGB), dtype=np.uint8)
