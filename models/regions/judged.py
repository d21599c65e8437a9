"""Which closures part two regions, and which places are open on purpose.

A line that ends in the middle of a surface, as folds and locks of hair do, is near other lines and
parts nothing. A small network looks at what is seen of each closure (`models.regions.evidence`).
Its weights, in the file beside this one, were fitted on drawn characters, circles and hair whose
regions are known (`tintline-train fit-closures`).
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.regions.closures import Closures
from models.regions.evidence import NAMES, TouchingRooms, features

WEIGHTS_FILE = Path(__file__).with_name("judged.npz")
LAYERS = ("first", "second", "third")
GAPS, REFUSED = (1.5, 4.0), (-1.0, 2.5)
"""Widest gap that is closed, in widths of the drawing's lines, and the score below which a closure
parts nothing then; evenly between. Of the strokes across a gap one is enough to close it, while any
that is wrong cuts up a region: so each must be rather sure. But where two lines come as close as
they are thick, they mostly mean to meet. Chosen on drawn characters that no fit saw."""
FINE, MEETING = 1.5, 0.7
"""Longest closure in pixels, and its length in the same widths at least, for which the least score
is enough however wide gaps are closed: a pixel between lines of one pixel does not open when wider
gaps close. Shorter ones are slits within thick lines."""


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
    seen = features(ink, closures, rooms, inradii, gap)
    told = score(seen, read_weights()) >= least_score(seen, gap)
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


def least_score(found: FloatArray, gap: float) -> NDArray[np.float64]:
    """The score from which on each closure parts, float64 (N,), where gaps so wide are closed.

    found  float32 (N, len(evidence.NAMES)).
    """
    of_line, width = (found[:, NAMES.index(name)] for name in ("of_line", "width"))
    by_gap = np.interp(gap * of_line / np.exp(width), GAPS, REFUSED)
    meets = (np.exp(width) <= FINE) & (of_line >= MEETING)
    return np.where(meets, REFUSED[0], by_gap)


def score(found: FloatArray, weights: Mapping[str, FloatArray]) -> FloatArray:
    """How much speaks for each closure, float32 (N,): it parts from `least_score` on.

    found  float32 (N, len(evidence.NAMES)).
    """
    seen = (found - weights["mean"]) / weights["deviation"]
    *inner, last = LAYERS
    for name in inner:
        seen = np.tanh(seen @ weights[name] + weights[f"{name}_bias"])
    told = (seen @ weights[last] + weights[f"{last}_bias"])[:, 0]
    # Rounded, so that no machine's arithmetic tips the balance.
    return np.asarray(np.round(told, 3), dtype=np.float32)


@lru_cache(maxsize=1)
def read_weights() -> Mapping[str, FloatArray]:
    """The fitted weights."""
    with np.load(WEIGHTS_FILE) as stored:
        return {name: np.asarray(stored[name], np.float32) for name in stored.files}
