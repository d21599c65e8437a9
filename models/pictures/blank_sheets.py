"""Sheets on which nothing is to be seen: read and coloured like any other, but never silently."""

import numpy as np
from numpy.typing import NDArray

from models.rows import row_bands

_FAINT_ALPHA = 8
_FAINT_STEPS = 3


def blank_note(rgba_u8: NDArray[np.uint8]) -> str | None:
    """A sentence where a picture, uint8 (H, W, 4), shows nothing; None where something is drawn.

    Nothing is seen where all is transparent, or of one colour: also as good as, so that the
    noise of a JPEG does not pass for a drawing.
    """
    low = np.full(4, 255, dtype=np.uint8)
    high = np.zeros(4, dtype=np.uint8)
    for rows in row_bands(rgba_u8.shape):
        band = rgba_u8[rows]
        # Whole rows first: what they hold apart is told in a pass that numpy does quickly.
        np.minimum(low, band.min(axis=0).min(axis=0), out=low)
        np.maximum(high, band.max(axis=0).max(axis=0), out=high)
        if high[3] > _FAINT_ALPHA and int((high - low).max()) > _FAINT_STEPS:
            return None
    if high[3] <= _FAINT_ALPHA:
        colors = (
            ", though colours lie under it" if int((high - low)[:3].max()) > _FAINT_STEPS else ""
        )
        return (
            f"is wholly transparent{colors}; nothing of it will be seen: if there should be a "
            "drawing, save it again without transparency"
        )
    red, green, blue = (int(value) for value in low[:3])
    return (
        f"is blank, #{red:02x}{green:02x}{blue:02x} all over; if there should be a drawing, look "
        "at the file and save it again"
    )
