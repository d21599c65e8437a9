"""What a match is worth: how often a colour that looked so likely was right.

The network's own probability says too much: where it said 80 % and more, one of eleven regions was
wrong. So it is weighed with how it came about: how far the likest region stands above "none of
them", whether that region's own likest is this one, whether the neighbours are as sure, whether
parts and sizes agree, and how large the region is. `tintline-train calibrate-matching` fitted the
weights on drawn characters that the network had never seen, and chose from where on a colour is
shown as sure.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from models.arrays import FloatArray, IntArray
from models.hints.parts import Part
from models.matching.looks import RegionLooks

WEIGHTS_FILE = Path(__file__).with_name("confidence.npz")
SIGNS = (
    "likely", "above_none", "mutual", "near", "same_part", "area", "area_known", "ground", "depth"
)  # fmt: skip
"""Names of the signs that are weighed, in order; see `signs_of`."""
LOG_AREA, DEPTH = 10, 12
"""Columns of RegionLooks.geometry: the logarithm of a region's share of the picture, its depth."""
MOST_ODDS, FAINTEST = 12.0, 1e-4


def signs_of(
    found: FloatArray, leading: FloatArray, own: IntArray, now: RegionLooks, known: RegionLooks
) -> FloatArray:
    """What speaks for the colours of n regions, float32 (n, len(SIGNS)).

    found    float32 (n, m) scores of models.matching.network.scores. leading  float32 (n,) the
    probability of each region's likest colour, and own  int (n,) its likest known region.
    """
    everyone = np.arange(len(found))
    above = found[everyone, own]
    by_known = np.exp(found - found.max(axis=0, keepdims=True))
    mutual = (by_known / by_known.sum(axis=0, keepdims=True))[everyone, own]
    share = np.clip(leading, 1e-6, 1 - 1e-6)
    area, area_known = now.geometry[:, LOG_AREA], known.geometry[own, LOG_AREA]
    signs = [
        np.clip(np.log(share) - np.log1p(-share), -MOST_ODDS, MOST_ODDS),
        np.clip(above, -MOST_ODDS, 2 * MOST_ODDS),
        np.log(mutual + FAINTEST),
        now.beside @ leading,
        (np.sqrt(now.parts) * np.sqrt(known.parts[own])).sum(axis=1),
        area,
        np.abs(area - area_known),
        now.parts[:, int(Part.BACKGROUND)],
        now.geometry[:, DEPTH],
    ]
    return np.stack(signs, axis=1).astype(np.float32)


def weigh(signs: FloatArray, weights: Mapping[str, FloatArray]) -> FloatArray:
    """Probability that each of n colours is right, float32 (n,)."""
    odds = signs @ weights["weight"] + weights["constant"]
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)


@cache
def read_weights() -> Mapping[str, FloatArray]:
    """The fitted weights."""
    with np.load(WEIGHTS_FILE) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def sure_from() -> float:
    """The probability from which on a colour is shown as sure."""
    return float(read_weights()["sure"])
