"""Which known region is seen again where: scores of pairs, and the best assignment of all.

A known region is one that an artist coloured in a key frame. Every pair of a region seen now and a
known one gets features: what the optical flow carried there, how alike the generator's embeddings
of both are, area, place and part. A logistic score turns them into a probability; its weights were
fitted on sequences of drawn characters that no benchmark uses (packaging/benchmarks/tracking.py).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from models.drawn_regions import DrawnRegions

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]

FEATURES = (
    "covered",
    "held",
    "both",
    "like_key",
    "like_last",
    "area_last",
    "area_key",
    "distance",
    "same_part",
    "edge",
    "seen",
    "beside",
)
"""Names of the features of a pair, in order; see `pair_features`."""
FARTHEST = 4.0
"""Distance from the expected place, in region sizes, beyond which all is equally far."""
LEAST_SIZE = 0.01
"""Size of a region below which its place counts no more exactly, as a share of the longer side."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How regions look, m of them: fields as of models.drawn_regions.DrawnRegions."""

    area: FloatArray
    centre: FloatArray
    spread: FloatArray
    edge: FloatArray
    embedding: FloatArray
    parts: FloatArray

    @classmethod
    def of(cls, regions: DrawnRegions) -> "Look":
        """The looks of all regions of a drawing, areas as shares of the squared longer side."""
        return cls(
            area=(regions.area / np.float32(regions.long_side) ** 2).astype(np.float32),
            centre=regions.centre,
            spread=regions.spread,
            edge=regions.edge,
            embedding=regions.embedding,
            parts=regions.parts,
        )

    def chosen(self, index: IntArray) -> "Look":
        """Some of them, in the order asked for."""
        return Look(
            self.area[index],
            self.centre[index],
            self.spread[index],
            self.edge[index],
            self.embedding[index],
            self.parts[index],
        )

    def moved_to(self, centre: FloatArray) -> "Look":
        """The same at other places."""
        return replace(self, centre=centre)

    def updated(self, index: IntArray, other: "Look") -> "Look":
        """The same with those at `index` replaced by all of `other`."""
        fields = {}
        for name in ("area", "centre", "spread", "edge", "embedding", "parts"):
            values = getattr(self, name).copy()
            values[index] = getattr(other, name)
            fields[name] = values
        return replace(self, **fields)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Known regions before a frame, m of them.

    key       how they look in their key frame; last how they looked when last seen, with `centre`
              where each is expected now.
    is_seen   bool (m,): seen in the frame before.
    """

    key: Look
    last: Look
    is_seen: BoolArray


def pair_features(
    now: Look, known: Known, *, covered: FloatArray, held: FloatArray, beside: FloatArray
) -> FloatArray:
    """Features of every pair, float32 (n, m, len(FEATURES)).

    covered  (n, m) share of the region's pixels that the flow brings from the known one.
    held     (n, m) share of what the flow brings of the known one that lies in the region.
    beside   (n, m) share of the region's border along regions that lie beside the known one.
    """
    size = np.maximum(known.last.spread.mean(axis=1), LEAST_SIZE)
    offset = now.centre[:, None] - known.last.centre[None]
    distance = np.sqrt((offset**2).sum(axis=2)) / size[None]
    seen = np.broadcast_to(known.is_seen[None].astype(np.float32), covered.shape)
    return np.stack(
        [
            covered,
            held,
            np.sqrt(covered * held),
            now.embedding @ known.key.embedding.T,
            now.embedding @ known.last.embedding.T,
            _area_gap(now, known.last),
            _area_gap(now, known.key),
            np.minimum(distance, FARTHEST),
            np.sqrt(now.parts) @ np.sqrt(known.key.parts).T,
            np.abs(now.edge[:, None] - known.last.edge[None]),
            seen,
            beside,
        ],
        axis=2,
    ).astype(np.float32)


def _area_gap(now: Look, other: Look) -> FloatArray:
    gap = np.abs(np.log(now.area[:, None] + 1e-6) - np.log(other.area[None] + 1e-6))
    return np.minimum(gap, 4).astype(np.float32)


PLURAL_SHARE = 0.5
"""How much the chance that any region of a colour is meant adds to that of the likeliest."""
ASSIGNED_SHARE = 0.3
"""The assignment holds for a region if it is at least so probable beside the region's own best."""
WEIGHTS = {
    "bias": -6.0,
    "covered": 4.0,
    "held": 1.0,
    "both": 2.0,
    "like_key": 2.0,
    "like_last": 3.0,
    "area_last": -0.5,
    "area_key": -0.1,
    "distance": -0.4,
    "same_part": 1.0,
    "edge": -0.3,
    "seen": 0.0,
    "beside": 0.5,
}
"""Weights of the features of a pair, whose sum is the log-odds that both are one region."""


def log_odds(features: FloatArray) -> FloatArray:
    """Log-odds of every pair, (n, m, F) to (n, m)."""
    weights = np.array([WEIGHTS[name] for name in FEATURES], dtype=np.float32)
    return np.asarray(features @ weights + np.float32(WEIGHTS["bias"]), dtype=np.float32)


def probabilities(odds: FloatArray) -> FloatArray:
    """Log-odds as probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """What every region seen, n of them, is taken for.

    known       int (n,) the known region, -1 without any.
    confidence  float32 (n,) that its group is right.
    """

    known: IntArray
    confidence: FloatArray


def assign(share: FloatArray, group: IntArray) -> Assignment:
    """Choose a known region for every region seen.

    share  float32 (n, m) probability that a region is a known one.
    group  int (m,): known regions of one colour share a group, numbered from 0.

    First the assignment of pairs with the most probability in all; then regions that are left
    over take what fits them best, since one region may be seen as several. Whatever is taken, the
    choice among colours is by the groups' evidence: a lock of hair that may be this lock or that
    one is hair for certain.
    """
    count, known = share.shape
    if count == 0 or known == 0:
        return Assignment(np.full(count, -1, dtype=np.intp), np.zeros(count, dtype=np.float32))
    everyone = np.arange(count)
    rows, columns = linear_sum_assignment(share, maximize=True)
    assigned = np.full(count, -1, dtype=np.intp)
    assigned[rows] = columns
    evidence = _evidence(share, group)
    order = np.argsort(-evidence, axis=1, kind="stable")
    first = evidence[everyone, order[:, 0]]
    second = evidence[everyone, order[:, 1]] if evidence.shape[1] > 1 else np.zeros_like(first)
    confidence = first * first / np.maximum(first + second, 1e-6)
    chosen = np.argmax(np.where(group[None] == order[:, :1], share, -1.0), axis=1)
    fits = (assigned >= 0) & (group[assigned] == order[:, 0])
    fits &= share[everyone, assigned] >= ASSIGNED_SHARE * share[everyone, chosen]
    return Assignment(np.where(fits, assigned, chosen), confidence.astype(np.float32))


def _evidence(share: FloatArray, group: IntArray) -> FloatArray:
    """How probable each group is for each region: (n, groups)."""
    groups = int(group.max()) + 1
    evidence: FloatArray = np.zeros((len(share), groups), dtype=np.float32)
    for number in range(groups):
        of_group = share[:, group == number]
        if of_group.shape[1]:
            best = of_group.max(axis=1)
            either = 1 - np.prod(1 - of_group, axis=1)
            evidence[:, number] = best + PLURAL_SHARE * (either - best)
    return evidence
