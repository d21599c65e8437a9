"""Labels of parts as pictures, for sample grids and sheets."""

import numpy as np

from models.arrays import U8Array
from models.hints.parts import PART_COUNT

_HUES = (
    (255, 255, 255), (214, 96, 77), (33, 102, 172), (253, 219, 199), (178, 24, 43),
    (90, 60, 40), (77, 175, 74), (55, 90, 160), (152, 78, 163), (255, 127, 0),
    (120, 120, 40), (230, 180, 40), (0, 190, 190), (247, 129, 191), (150, 150, 150),
)  # fmt: skip
_TABLE = np.zeros((256, 3), np.uint8)
_TABLE[:PART_COUNT] = _HUES


def part_colors(labels_u8: U8Array) -> U8Array:
    """Labels (..., H, W) as colours (..., H, W, 3); what is unknown is black."""
    return _TABLE[labels_u8]
