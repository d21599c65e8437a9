"""Flats under a light: colour, shade, highlight and tones at any size, row by row."""

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.compose import LaidRows
from models.coloring.shade import NEUTRAL_HIGHLIGHT, NEUTRAL_SHADE, decompose
from models.coloring.trace import TraceAreas
from models.geometry import Size
from models.lighting.form import LitForm
from models.lighting.light import Light
from models.lighting.maps import ToneMaps
from models.lighting.shapes import find_shapes
from models.lighting.strokes import LightStrokes
from models.lighting.tints import tone_colors
from models.lighting.tones import PictureTones, shares_of_level, tones_of


class Relighter:
    """Lays one light over a picture's flats. Rows may be asked for in any order."""

    def __init__(
        self,
        form: LitForm,
        maps: ToneMaps,
        light: Light,
        size: Size,
        *,
        trace: TraceAreas | None = None,
        strokes: LightStrokes = (),
    ) -> None:
        shapes = find_shapes(maps, form.bodies, form.cuts, light.style)
        self._tones = PictureTones(size, shapes, form.bodies, form.cuts, trace, strokes)
        self._light = light
        self._form = form

    def rows(self, rows: slice, surfaces: I32Array, flat_u8: U8Array) -> LaidRows:
        """Some rows of the picture.

        surfaces  int32 (rows, W) of `Surfaces.at`; flat_u8  uint8 (rows, W, 3).
        """
        levels = self._tones.levels(rows, surfaces)
        rgba = np.asarray(cv2.cvtColor(flat_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
        shade = np.full_like(rgba, NEUTRAL_SHADE)
        highlight = np.full_like(rgba, NEUTRAL_HIGHLIGHT)
        where = np.flatnonzero(levels)
        if len(where):
            colors, of_pixel = self._colors(surfaces.ravel()[where], flat_u8.reshape(-1, 3)[where])
            used, which = _numbered(of_pixel * 256 + levels.ravel()[where], 256 * len(colors))
            flats, toned = self._toned(colors, used >> 8, used & 255)
            dark, bright = decompose(toned[None], flats[None])
            for plane, values in ((rgba, toned), (shade, dark[0]), (highlight, bright[0])):
                _whole_pixels(plane)[where] = _whole_pixels(_opaque(values))[which]
        return LaidRows(rgba, _without_alpha(shade), _without_alpha(highlight), tones_of(levels))

    def _colors(self, surfaces: I32Array, flat_u8: U8Array) -> tuple[U8Array, I32Array]:
        """Flat colours, uint8 (N, 3), and the number of each pixel's: int32 (pixels,)."""
        known = self._form.surfaces
        strange = surfaces == known.count
        if not strange.any():
            return known.colors, surfaces
        packed, which = np.unique(pack_colors(flat_u8[strange]), return_inverse=True)
        numbers = surfaces.copy()
        numbers[strange] = known.count + which
        return np.concatenate([known.colors, unpack_colors(packed)]), numbers

    def _toned(
        self, colors: U8Array, numbers: I32Array, levels: I32Array
    ) -> tuple[U8Array, U8Array]:
        """Flat colours of some numbers, and the same at some levels: uint8 (N, 3) each."""
        used, which = np.unique(numbers, return_inverse=True)
        tones = tone_colors(colors[used], self._light)
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
