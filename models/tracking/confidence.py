"""What the evidence for a region's colour is worth: how often so much of it was right.

Evidence adds up what speaks for a colour as if nothing ever misled: where it said 97 %, three of
four regions were right. `tintline-train calibrate-tracking` compared it with the truth of drawn
sequences, in thin, soft, broken and pencilled lines, and fitted the curve that is kept beside this
module. It is the chance that a region was followed rightly, times the chance that so large a
region shows what was meant. More evidence never means less confidence, nor does a larger region.
"""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray

CURVE_FILE = Path(__file__).with_name("confidence.npz")
WEIGHTS = ("constant", "weak", "strong", "sound", "small")
KNEE = 4.0
"""Log odds of evidence above which it is weighed apart."""
SPECK = 64.0
"""Pixels of paper below which a region is the more often mistaken, the smaller it is."""
_MOST_ODDS = 14.0


def confidence_of(evidence: FloatArray, area: FloatArray) -> FloatArray:
    """Probability that each region's colour is right, float32 (n,).

    evidence  float32 (n,) 0 to 1; see models.tracking.matching.assign. area  float32 (n,) pixels.
    """
    return weigh(evidence, area, _curve()).astype(np.float32)


def weigh(
    evidence: NDArray[np.floating], area: NDArray[np.floating], curve: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The same by a curve, float64 (len(WEIGHTS),)."""
    constant, weak, strong, sound, small = curve
    share = np.clip(np.asarray(evidence, dtype=np.float64), 0, 1)
    with np.errstate(divide="ignore"):
        odds = np.clip(np.log(share) - np.log1p(-share), -_MOST_ODDS, _MOST_ODDS)
    size = np.log(np.clip(area, 1, SPECK) / SPECK)
    followed = constant + weak * np.minimum(odds, KNEE) + strong * np.maximum(odds - KNEE, 0)
    return np.asarray(_share(followed) * _share(sound + small * size), dtype=np.float64)


def _share(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


@cache
def _curve() -> NDArray[np.float64]:
    """The fitted weights."""
    with np.load(CURVE_FILE) as stored:
        return np.array([float(stored[name]) for name in WEIGHTS])
