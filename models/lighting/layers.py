"""Each tone of a lit picture as a layer of its own: a colour for every flat, and a mask."""

import numpy as np

from models.arrays import U8Array
from models.color import distinct_colors, pack_colors, unpack_colors
from models.coloring.shade import decompose
from models.lighting.light import Light
from models.lighting.tints import tone_colors

SHADE, DEEP, HIGHLIGHT = 1, 2, 3
"""Tones as numbers, of which 0 is lit."""
NEAR = 12
"""Levels of six channels together by which a pixel may be off its tone's colours."""


def tone_layer(flat_u8: U8Array, tones_u8: U8Array, tone: int, light: Light) -> U8Array:
    """Rows of a tone's layer, uint8 (rows, W, 4), opaque where the tone is and else transparent.

    flat_u8  uint8 (rows, W, 3); tones_u8  uint8 (rows, W). The layers of SHADE and DEEP multiply,
    one over the other: the first lies under the second too. That of HIGHLIGHT is screened.
    """
    has_tone = (tones_u8 == tone) | ((tone == SHADE) & (tones_u8 == DEEP))
    layer = np.zeros((*tones_u8.shape, 4), dtype=np.uint8)
    packed, which = distinct_colors(pack_colors(flat_u8[has_tone]))
    if len(packed):
        layer[has_tone, :3] = _colors(unpack_colors(packed), tone, light)[which]
        layer[has_tone, 3] = 255
    return layer


def _colors(flats: U8Array, tone: int, light: Light) -> U8Array:
    """What multiplies flats, or is screened over them: uint8 (N, 3)."""
    tones = tone_colors(flats, light)
    made, below = {
        SHADE: (tones.shade, flats),
        DEEP: (tones.deep, tones.shade),
        HIGHLIGHT: (tones.highlight, flats),
    }[tone]
    shade, highlight = decompose(made[None], below[None])
    return highlight[0] if tone == HIGHLIGHT else shade[0]


def read_tones(
    flat_u8: U8Array, shade_u8: U8Array, highlight_u8: U8Array, light: Light
) -> tuple[U8Array, float]:
    """The tones of rows that a light shaded, uint8 (rows, W), and the share of them that it shows.

    All uint8 (rows, W, 3): flats, what they are multiplied by, what is screened over both. Each
    pixel has the nearest tone of its flat colour; where shade is another's, that is far from it.
    """
    packed, which = distinct_colors(pack_colors(flat_u8).ravel())
    flats = unpack_colors(packed)
    dark, deep, bright = (_colors(flats, tone, light) for tone in (SHADE, DEEP, HIGHLIGHT))
    below = np.round(dark * (deep / 255))
    lit, none = np.full_like(below, 255), np.zeros_like(below)
    wanted = np.stack(
        [np.stack([lit, none]), np.stack([dark, none]), np.stack([below, none]),
         np.stack([lit, bright])]
    ).astype(np.float32)  # fmt: skip
    given = np.stack([shade_u8.reshape(-1, 3), highlight_u8.reshape(-1, 3)]).astype(np.float32)
    away = np.stack([np.abs(given - each[:, which]).sum(axis=(0, 2)) for each in wanted])
    tones = away.argmin(axis=0).astype(np.uint8)
    told = float((away.min(axis=0) <= NEAR).mean()) if tones.size else 1.0
    return tones.reshape(flat_u8.shape[:2]), told
