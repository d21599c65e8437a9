"""The artist's own hints, carried along with regions whose shape has not changed."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from models.conditioning import Hint, HintSet
from models.drawn_regions import DrawnRegions

FloatArray = NDArray[np.float32]

STILL_SHARE = 0.85
"""How far a region lies in its place in the key frame if it has not moved."""
SAME_AREA, SAME_SPREAD = 0.12, 0.08
"""Differences of logarithms up to which a region that has moved has kept its shape."""


def kept_hints(
    hints: Iterable[Hint],
    *,
    key: DrawnRegions,
    now: DrawnRegions,
    taken_for: Mapping[int, int],
    still: FloatArray,
    scale: float,
) -> HintSet:
    """Hints of a key drawing as they lie in another one, in their order.

    A hint set in a region that is found again goes along with it, if the region has stayed where
    it was or kept its shape, and if all of the hint comes to lie in it. So a hint on a detail too
    small to be a region of its own is not lost.

    hints      in picture pixels, `scale` times as large as the drawings'.
    taken_for  the key's region that each region of `now` is. still  float32 (n, m) as of
               models.region_tracking.Matches.
    """
    area = np.log(now.area)[:, None] - np.log(key.area)[None]
    spread = np.log(now.spread + 1e-3)[:, None] - np.log(key.spread + 1e-3)[None]
    same = (np.abs(area) < SAME_AREA) & (np.abs(spread) < SAME_SPREAD).all(axis=2)
    moves: dict[int, list[tuple[int, FloatArray]]] = {}
    for region, known in taken_for.items():
        step: FloatArray = np.zeros(2, dtype=np.float32)
        if still[region, known] < STILL_SHARE:
            if not same[region, known]:
                continue
            step = (now.centre[region] - key.centre[known]) * now.long_side
        moves.setdefault(known, []).append((region, step))
    kept: list[Hint] = []
    for hint in hints:
        places = np.array(hint.points, dtype=np.float32) * scale
        owners = _labels_at(key, places)
        if owners is None or len(set(owners.tolist())) > 1:
            continue
        for region, step in moves.get(int(owners[0]), []):
            found = _labels_at(now, places + step)
            if found is not None and (found == region).all():
                across, down = (float(each) / scale for each in step)
                kept += HintSet((hint,)).moved(across, down)
                break
    return HintSet(tuple(kept))


def _labels_at(regions: DrawnRegions, places: FloatArray) -> NDArray[np.int32] | None:
    """Regions at x, y, (k, 2); None where one lies outside of the drawing."""
    height, width = regions.labels.shape
    columns, rows = np.floor(places).astype(np.int32).T
    if (
        (columns < 0).any()
        or (rows < 0).any()
        or (columns >= width).any()
        or (rows >= height).any()
    ):
        return None
    return np.asarray(regions.labels[rows, columns], dtype=np.int32)
