"""How a figure is turned and mirrored against its key frame, told from regions found again."""

from dataclasses import dataclass
from math import atan2, degrees, isfinite

import numpy as np

from models.arrays import BoolArray, FloatArray, IntArray
from models.tracking.described import DrawnRegions

FEWEST = 4
"""Regions below which nothing is sure."""
OFF = 0.12
"""Mean distance from where a turn would put the regions, as a share of their spread around the
figure's middle, up to which it is sure: what bends its limbs is off by less."""
MIRROR_GAIN = 0.5
"""Share of the distance without mirroring below which a mirrored figure is believed."""
ON_EDGE = 0.02
"""Share of its outline on the picture's edge from which on a region is the ground, or cut off."""
FIRM = 0.5
"""Share of the regions, weighed, that move with the figure where it is sure."""
STEPS = 6
"""How often regions are weighed anew: what moves by itself counts ever less."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How a figure lies in a picture: mirrored left to right first, if at all, then turned.

    degrees  clockwise, kept in [-180, 180).
    """

    degrees: float = 0.0
    mirrored: bool = False

    def __post_init__(self) -> None:
        if not isfinite(self.degrees):
            raise ValueError(f"a turn is a finite number of degrees; got {self.degrees}")
        object.__setattr__(self, "degrees", (self.degrees + 180.0) % 360.0 % 360.0 - 180.0)

    def __bool__(self) -> bool:
        return bool(self.degrees) or self.mirrored

    def then(self, other: "Turn") -> "Turn":
        """This turn, and another one of what it gave."""
        own = -self.degrees if other.mirrored else self.degrees
        return Turn(other.degrees + own, self.mirrored != other.mirrored)

    def of_angle(self, angle_deg: float) -> float:
        """Where a direction of the figure lies in the picture, in degrees clockwise."""
        return ((-angle_deg if self.mirrored else angle_deg) + self.degrees) % 360.0

    def to_angle(self, angle_deg: float) -> float:
        """Which direction of the figure lies there in the picture."""
        there = angle_deg - self.degrees
        return (-there if self.mirrored else there) % 360.0


AS_IN_KEY = Turn()
"""No turn: the figure lies as it did."""


def find_turn(
    now: DrawnRegions, key: DrawnRegions, known: IntArray, confidence: FloatArray
) -> Turn | None:
    """How a figure is turned against a key drawing; None where that is not sure.

    known  int (n,) the key's region that each of now's is, -1 for none; confidence  float32 (n,).
    """
    inner = (now.edge < ON_EDGE) & (known >= 0)
    inner &= key.edge[np.maximum(known, 0)] < ON_EDGE
    inner &= _largest(now.area, known)
    found = known[inner]
    weight = np.sqrt(np.minimum(now.area[inner], key.area[found])) * confidence[inner]
    return fit_turn(key.centre[found], now.centre[inner], weight.astype(np.float32))


def _largest(area: FloatArray, known: IntArray) -> BoolArray:
    """Whether each region is the largest one that is taken for its known one, bool (n,)."""
    order = np.argsort(area, kind="stable")
    last = {int(known[region]): int(region) for region in order}
    chosen = np.zeros(len(area), dtype=bool)
    chosen[list(last.values())] = True
    return chosen


def fit_turn(before: FloatArray, after: FloatArray, weight: FloatArray) -> Turn | None:
    """The turn that brings places to others, whatever the shift and the size; None if none does.

    before, after  float32 (n, 2) x, y down; weight  float32 (n,).
    """
    if len(before) < FEWEST or not weight.any():
        return None
    straight, off = _fit(before, after, weight, mirrored=False)
    mirrored, mirrored_off = _fit(before, after, weight, mirrored=True)
    if mirrored_off < MIRROR_GAIN * off:
        straight, off = mirrored, mirrored_off
    return straight if off <= OFF else None


def _fit(
    before: FloatArray, after: FloatArray, weight: FloatArray, *, mirrored: bool
) -> tuple[Turn, float]:
    """The best turn of one kind, and how far off it is as a share of the places' spread."""
    # As complex numbers a turn with its size is one factor.
    old = before[:, 0].astype(np.float64) + 1j * before[:, 1]
    new = after[:, 0].astype(np.float64) + 1j * after[:, 1]
    if mirrored:
        old = -old.conj()
    whole = weight / float(weight.sum())
    spread = max(float(np.sqrt(whole @ np.abs(new - whole @ new) ** 2)), 1e-9)
    own = whole
    factor, off = 1.0 + 0j, np.inf
    for _ in range(STEPS):
        share = own / own.sum()
        here, there = old - share @ old, new - share @ new
        factor = (share @ (here.conj() * there)) / max(float(share @ np.abs(here) ** 2), 1e-12)
        away = np.abs(there - factor * here)
        off = float(share @ away) / spread
        own = whole / (1 + (away / (OFF * spread)) ** 2)
    if own.sum() < FIRM:
        off = np.inf
    return Turn(degrees(atan2(factor.imag, factor.real)), mirrored), off
