"""How far the colours under hints are from the hints, for the command line's answer."""

import numpy as np
import skimage

from models.hints.hints import HintSet
from models.hints.owners import owners_in_rows
from models.rows import PixelRows, row_bands


def hint_difference(color_u8: PixelRows, hints: HintSet) -> float:
    """Mean CIEDE2000 over the hints in sight of a picture; 0 without any.

    color_u8  uint8 (H, W, 3 or more): the colour layer, or its flats where a light shades it.
    """
    colors = np.array([hint.color for hint in hints], dtype=np.float64)
    totals, pixels = np.zeros(len(hints)), np.zeros(len(hints), dtype=np.int64)
    for rows in row_bands(color_u8.shape) if len(hints) else ():
        owners = owners_in_rows(hints, rows, color_u8.shape[1])
        if owners is None or not owners.any():
            continue
        places = np.nonzero(owners)
        index = owners[places] - 1
        found = color_u8[rows][places][:, :3].astype(np.float64)
        difference = skimage.color.deltaE_ciede2000(
            skimage.color.rgb2lab(found / 255), skimage.color.rgb2lab(colors[index] / 255)
        )
        pixels += np.bincount(index, minlength=len(hints))
        totals += np.bincount(index, difference, minlength=len(hints))
    seen = pixels > 0
    return float((totals[seen] / pixels[seen]).mean()) if seen.any() else 0.0
