"""Which places a hint is meant for, of those that it covers: what slips over a line says nothing.

Places are whatever lines bound, cells as well as regions.
"""

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I64Array

SLIP_SHARE = 0.1
"""Pixels of a hint in a place, as a share of those in the one that holds most of it, below which it
has slipped over a line and says nothing of what lies there."""
EDGE_SHARE = 0.35
"""The same where the hint covers no more than COVERED_SHARE of that place: the end of a broad
stroke that overruns a line, but not a stroke through a narrow stripe."""
COVERED_SHARE = 0.1


def is_meant(
    hint: NDArray[np.integer], counts: NDArray[np.integer], areas: I64Array | FloatArray
) -> BoolArray:
    """Whether each part of a hint is meant for the place that it lies in: bool (N,).

    hint    int (N,) number of each part's hint; counts  int (N,) its pixels in that place.
    areas   (N,) pixels of the place.
    """
    most = np.zeros(int(hint.max(initial=0)) + 1, dtype=np.int64)
    np.maximum.at(most, hint, counts)
    share = counts / most[hint]
    covers = counts >= COVERED_SHARE * areas
    return (share >= SLIP_SHARE) & ((share >= EDGE_SHARE) | covers)
