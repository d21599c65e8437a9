"""Pieces of a shape: what of it a ball fits in without leaving through a narrow passage."""

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray
from models.cells.cells import map_cells

LOOKED_AT = 256
"""Longer side at which a shape is parted."""


def piece_around(shape: BoolArray, x: int, y: int) -> BoolArray | None:
    """The piece of a shape, bool (H, W), in which a pixel of it lies: bool (H, W).

    None if the shape is all of one piece. Pieces meet where the shape is narrow.
    """
    height, width = shape.shape
    scale = min(1.0, LOOKED_AT / max(height, width))
    small = (max(1, round(width * scale)), max(1, round(height * scale)))
    paper = cv2.resize(shape.astype(np.float32), small, interpolation=cv2.INTER_AREA)
    # A rim of ink, so that the shape ends where it does.
    ink: FloatArray = np.pad(1 - np.asarray(paper), 1, constant_values=1)
    cells = map_cells(ink)
    labels = cells.labels[1:-1, 1:-1]
    row = min(small[1] - 1, int(y * small[1] / height))
    column = min(small[0] - 1, int(x * small[0] / width))
    inside = (labels == labels[row, column]).astype(np.float32)
    near = cv2.resize(inside, (width, height), interpolation=cv2.INTER_LINEAR) >= 0.5
    piece = np.asarray(near) & shape
    return piece if piece[y, x] and not np.array_equal(piece, shape) else None
