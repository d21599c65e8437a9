"""Each tone of a lit picture as a layer of its own: a colour for every flat, and a mask."""

import numpy as np

from models.arrays import U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.shade import decompose
from models.lighting.light import Light
from models.lighting.tints import tone_colors

SHADE, DEEP, HIGHLIGHT = 1, 2, 3
"""Tones as numbers, of which 0 is lit."""


def tone_layer(flat_u8: U8Array, tones_u8: U8Array, tone: int, light: Light) -> U8Array:
    """Rows of a tone's layer, uint8 (rows, W, 4), opaque where the tone is and else transparent.

    flat_u8  uint8 (rows, W, 3); tones_u8  uint8 (rows, W). The layers of SHADE and DEEP multiply,
    one over the other: the first lies under the second too. That of HIGHLIGHT is screened.
    """
    has_tone = (tones_u8 == tone) | ((tone == SHADE) & (tones_u8 == DEEP))
    layer = np.zeros((*tones_u8.shape, 4), dtype=np.uint8)
    packed, which = np.unique(pack_colors(flat_u8[has_tone]), return_inverse=True)
    if len(packed):
        layer[has_tone, :3] = _colors(unpack_colors(packed.astype(np.int32)), tone, light)[which]
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
