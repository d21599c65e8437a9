"""Which closures part two regions, and which places are open on purpose.

A line that ends in the middle of a surface, as folds and locks of hair do, is near other lines and
parts nothing. A small network looks at each closure: how the lines end that it joins, how wide the
gap is against them, and what rooms would lie on both sides. Its weights, in the file beside this
one, were fitted on drawn characters, circles and hair whose regions are known
(`tintline-train fit-closures`).
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I64Array, U8Array
from models.regions.closures import Closures

WEIGHTS_FILE = Path(__file__).with_name("judged.npz")
NAMES = (
    "is_neck",
    "ends",
    "turn",
    "kink",
    "blunt",
    "of_gap",
    "of_line",
    "width",
    "alike",
    "thick",
    "thin",
    "smaller_area",
    "larger_area",
    "inradius",
    "pixels",
)
"""Names of the features, in order."""
REACH = 3
"""Pixels around a closure's foot in which the line's thickness is taken."""
REFUSED = 0.0
"""Score below which a closure parts nothing: a gap that is left open costs more than a fold."""
WIDE = 1e4
"""Inradius of a room that is not measured because it is wide."""


class TouchingRooms(Protocol):
    """Rooms of paper, and which of them lie beside which closure (models.regions.regions)."""

    @property
    def areas(self) -> I64Array:
        """int64 (count + 1,) pixels of each; entry 0 meaningless."""

    @property
    def closure(self) -> NDArray[np.intp]:
        """Closures, ascending, and"""

    @property
    def room(self) -> NDArray[np.intp]:
        """the rooms that touch them."""


def are_meant(
    ink: U8Array,
    closures: Closures,
    rooms: TouchingRooms,
    inradii: NDArray[np.float64],
    gap: float,
) -> NDArray[np.bool_]:
    """Which closures part what lies beside them: bool (closures,).

    ink  uint8 (H, W), 1 = ink; inradii  float64 (count + 1,) of the rooms; gap  widest that is
    closed.
    """
    if closures.count == 0 or gap < 1:  # then narrow places alone were asked for
        return np.ones(closures.count, dtype=bool)
    told = score(features(ink, closures, rooms, inradii, gap), read_weights()) >= REFUSED
    return _with_those_beside(told, rooms)


def _with_those_beside(told: NDArray[np.bool_], rooms: TouchingRooms) -> NDArray[np.bool_]:
    """Also those that part two rooms which another one that is meant parts, too: one gap has
    several strokes across it, and one of them is enough to close it."""
    splits = np.flatnonzero(np.diff(rooms.closure, prepend=-1, append=-1))
    beside = {
        int(rooms.closure[begin]): list(combinations(sorted(rooms.room[begin:end].tolist()), 2))
        for begin, end in pairwise(splits.tolist())
    }
    kept = {pair for closure, pairs in beside.items() if told[closure] for pair in pairs}
    meant = told.copy()
    for closure, pairs in beside.items():
        meant[closure] |= not kept.isdisjoint(pairs)
    return meant


def features(
    ink: U8Array,
    closures: Closures,
    rooms: TouchingRooms,
    inradii: NDArray[np.float64],
    gap: float,
) -> FloatArray:
    """What each closure is judged by: float32 (closures, len(NAMES))."""
    depth: FloatArray = np.asarray(
        cv2.distanceTransform(ink, cv2.DIST_L2, cv2.DIST_MASK_3), dtype=np.float32
    )
    line = max(0.5, 2 * float(np.median(depth[ink > 0]))) if ink.any() else 1.0
    first, second = _thickness(depth, closures.starts), _thickness(depth, closures.ends)
    thin, thick = np.minimum(first, second), np.maximum(first, second)
    width = np.maximum(closures.widths, 1).astype(np.float64)
    smaller, larger, radius = _beside(rooms, inradii, closures.count)
    columns = (
        closures.is_neck,
        *closures.looks.T,
        np.minimum(width / max(gap, 1.0), 1.0),
        width / line,
        np.log(width),
        thin / np.maximum(thick, 0.5),
        thick / line,
        np.log((thin + 0.5) / width),
        np.log((smaller + 1) / width**2),
        np.log((larger + 1) / width**2),
        np.clip(np.log((radius + 0.5) / width), -3, 4),
        np.log(smaller + 1),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _thickness(depth: FloatArray, places: NDArray[np.int32]) -> NDArray[np.float64]:
    """How deep ink is around pixels x, y, (N, 2): half the thickness of the line there."""
    height, width = depth.shape
    deepest = np.zeros(len(places))
    for down in range(-REACH, REACH + 1):
        for across in range(-REACH, REACH + 1):
            rows = np.clip(places[:, 1] + down, 0, height - 1)
            columns = np.clip(places[:, 0] + across, 0, width - 1)
            deepest = np.maximum(deepest, depth[rows, columns])
    return deepest


def _beside(
    rooms: TouchingRooms, inradii: NDArray[np.float64], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Area of the smallest and of the largest room beside each closure, and the former's inradius;
    0 and 0 for the smaller one where there is but one room."""
    smaller, larger, radius = (np.zeros(count) for _ in range(3))
    if len(rooms.closure) == 0:
        return smaller, larger, radius
    order = np.lexsort((rooms.areas[rooms.room], rooms.closure))
    closure, room = rooms.closure[order], rooms.room[order]
    begins = np.flatnonzero(np.diff(closure, prepend=-1))
    lasts = np.append(begins[1:], len(closure)) - 1
    which, several = closure[begins], lasts > begins
    larger[which] = rooms.areas[room[lasts]]
    smaller[which[several]] = rooms.areas[room[begins[several]]]
    radius[which[several]] = np.minimum(inradii[room[begins[several]]], WIDE)
    return smaller, larger, radius


def score(found: FloatArray, weights: Mapping[str, FloatArray]) -> FloatArray:
    """How much speaks for each closure, float32 (N,): it parts from REFUSED on.

    found  float32 (N, len(NAMES)).
    """
    even = (found - weights["mean"]) / weights["deviation"]
    hidden = np.tanh(even @ weights["first"] + weights["first_bias"])
    # Rounded, so that no machine's arithmetic tips the balance.
    told = hidden @ weights["second"] + weights["second_bias"]
    return np.asarray(np.round(told, 3), dtype=np.float32)


@lru_cache(maxsize=1)
def read_weights() -> Mapping[str, FloatArray]:
    """The fitted weights."""
    with np.load(WEIGHTS_FILE) as stored:
        return {name: np.asarray(stored[name], np.float32) for name in stored.files}
