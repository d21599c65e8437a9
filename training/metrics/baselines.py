"""What needs no training: the colourings that a generator has to beat, and the best it could do."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import FloatArray, U8Array
from models.cells.cells import map_cells, normalized_ink, watershed_basins
from models.encoding import encode_cells
from models.geometry import Size
from models.hints.hints import HintSet, hint_owners
from training.metrics.fidelity import LINE_INK


def _paint(owner: NDArray[np.int32], hints: HintSet) -> FloatArray:
    colors = np.array([(255, 255, 255), *(hint.color for hint in hints)], dtype=np.float32) / 255
    return np.asarray(colors[owner], dtype=np.float32)


def nearest_hint(line_u8: U8Array, hints: HintSet) -> FloatArray:
    """Each pixel takes the nearest hint's colour; white without hints. float32 (H, W, 3)."""
    owner = hint_owners(hints, Size(*line_u8.shape))
    if not len(hints) or not owner.any():
        return np.ones((*line_u8.shape, 3), dtype=np.float32)
    rows, columns = distance_transform_edt(owner == 0, return_distances=False, return_indices=True)
    return _paint(owner[rows, columns], hints)


def watershed_fill(line_u8: U8Array, hints: HintSet) -> FloatArray:
    """Watershed from the hints on the line art (scikit-image). float32 (H, W, 3)."""
    owner = hint_owners(hints, Size(*line_u8.shape))
    return _paint(watershed_basins(normalized_ink(line_u8), owner), hints)


def darkened_watershed(line_u8: U8Array, hints: HintSet) -> FloatArray:
    """Watershed, times half plus half the line's lightness."""
    shade = 0.5 + 0.5 * line_u8.astype(np.float32)[..., None] / 255
    return np.asarray(watershed_fill(line_u8, hints) * shade, dtype=np.float32)


def best_hint_per_cell(line_u8: U8Array, hints: HintSet, truth_u8: U8Array) -> FloatArray:
    """The oracle: each cell, cut by the hints, takes the hint nearest to its true colours.

    What a perfect choice among the hints would give, without shading. float32 (H, W, 3).
    """
    if not len(hints):
        return np.ones((*line_u8.shape, 3), dtype=np.float32)
    cells = map_cells(normalized_ink(line_u8))
    labels = encode_cells(cells, hints).pieces.labels
    count = int(labels.max()) + 1
    beside = np.where((255 - line_u8.astype(np.int32)) > LINE_INK, 0.02, 1.0).ravel()
    truth = rgb2lab(truth_u8.astype(np.float32) / 255)
    best = np.full(count, np.inf)
    chosen = np.zeros(count, dtype=np.int32)
    colors = hints.colors()
    for index, color in enumerate(colors):
        lab = rgb2lab(np.array(color, dtype=np.float32)[None, None] / 255)
        difference = deltaE_ciede2000(truth, np.broadcast_to(lab, truth.shape)).ravel()
        cost = np.bincount(labels.ravel(), beside * difference, count)
        better = cost < best
        best[better], chosen[better] = cost[better], index
    table = np.array(colors, dtype=np.float32) / 255
    return np.asarray(table[chosen][labels], dtype=np.float32)
