"""Which known region is seen again where: scores of pairs, and the best assignment of all.

A known region is one that an artist coloured in a key frame. Every pair of a region seen now and a
known one gets features: what the optical flow carried there, how alike the generator's embeddings
of both are, area, place, part and neighbours. A weighted sum scores the pair; the scores of all
known regions, and of "none of them", share out the probability (softmax). The weights were fitted
on sequences of drawn characters that no benchmark uses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy

from models.arrays import BoolArray, FloatArray, I32Array, IntArray
from models.tracking.described import DrawnRegions

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
    "beside",
    "hidden",
    "hidden_like",
    "hidden_distance",
    "hidden_area",
)
"""Names of the features of a pair, in order; see `pair_features`."""
FARTHEST = 4.0
"""Distance from the expected place, in region sizes, beyond which all is equally far."""
USUAL_LIKENESS, USUAL_PART = 1.5, 0.6
"""Likeness of embeddings, and of parts, that stand where there are none."""
LEAST_SIZE = 0.01
"""Size of a region below which its place counts no more exactly, as a share of the longer side."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How regions look, m of them: fields as of models.tracking.described.DrawnRegions."""

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
    near = np.minimum(distance, FARTHEST)
    like_key = _likeness(now, known.key)
    area_key = _area_gap(now, known.key)
    hidden = np.broadcast_to((~known.is_seen)[None].astype(np.float32), covered.shape)
    return np.stack(
        [
            covered,
            held,
            np.sqrt(covered * held),
            like_key,
            _likeness(now, known.last),
            _area_gap(now, known.last),
            area_key,
            near,
            _same_part(now, known.key),
            np.abs(now.edge[:, None] - known.last.edge[None]),
            beside,
            hidden,
            hidden * like_key,
            hidden * near,
            hidden * area_key,
        ],
        axis=2,
    ).astype(np.float32)


def _likeness(now: Look, other: Look) -> FloatArray:
    """How alike embeddings are, (n, m): 0 for a right angle, 4 for the same, sharper the nearer.

    USUAL_LIKENESS for drawings that no generator read.
    """
    if now.embedding.shape[1] == 0:
        return np.full((len(now.area), len(other.area)), USUAL_LIKENESS, dtype=np.float32)
    cosine = np.clip(now.embedding @ other.embedding.T, 0, 1)
    return np.asarray(-np.log(1.02 - cosine), dtype=np.float32)


def _same_part(now: Look, other: Look) -> FloatArray:
    """Bhattacharyya coefficient of the shares of parts, (n, m); USUAL_PART without any."""
    if now.parts.shape[1] == 0:
        return np.full((len(now.area), len(other.area)), USUAL_PART, dtype=np.float32)
    return np.sqrt(now.parts) @ np.sqrt(other.parts).T


def _area_gap(now: Look, other: Look) -> FloatArray:
    gap = np.abs(np.log(now.area[:, None] + 1e-6) - np.log(other.area[None] + 1e-6))
    return np.minimum(gap, 4).astype(np.float32)


ASSIGNED_SHARE = 0.3
"""The assignment holds for a region if it is at least so probable beside the region's own best."""
NONE_SCORE = 6.35
"""Score of the answer that a region is no known one."""
WEIGHTS = {
    "covered": 1.86,
    "held": 0.62,
    "both": 1.61,
    "like_key": 2.21,
    "like_last": -1.59,
    "area_last": -0.64,
    "area_key": 0.54,
    "distance": -1.11,
    "same_part": 5.12,
    "edge": 0.3,
    "beside": 3.43,
    "hidden": -0.8,
    "hidden_like": 0.87,
    "hidden_distance": 0.66,
    "hidden_area": -0.77,
}
"""Weights of the features of a pair, whose sum is its score."""


def pair_scores(features: FloatArray) -> FloatArray:
    """How much every pair scores above "none of them": (n, m, F) to (n, m)."""
    weights = np.array([WEIGHTS[name] for name in FEATURES], dtype=np.float32)
    return np.asarray(features @ weights - np.float32(NONE_SCORE), dtype=np.float32)


def shares_of(scores: FloatArray) -> FloatArray:
    """Probability that each region is each known one, (n, m); what is left of 1 is for none.

    scores  (n, m) of every pair above the score of "none of them".
    """
    known = np.exp(np.minimum(scores, 60.0).astype(np.float64))
    return np.asarray(known / (known.sum(axis=1, keepdims=True) + 1), dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """What every region seen, n of them, is taken for.

    known     int (n,) the known region, -1 without any.
    evidence  float32 (n,) 0 to 1, what speaks for its group; models.tracking.confidence says how
              often so much of it is right.
    """

    known: IntArray
    evidence: FloatArray


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
    rows, columns = scipy.optimize.linear_sum_assignment(share, maximize=True)
    assigned = np.full(count, -1, dtype=np.intp)
    assigned[rows] = columns
    evidence = _evidence(share, group, int(group.max()) + 1)
    best = np.argmax(evidence, axis=1)
    chosen = np.argmax(np.where(group[None] == best[:, None], share, -1.0), axis=1)
    fits = (assigned >= 0) & (group[assigned] == best)
    fits &= share[everyone, assigned] >= ASSIGNED_SHARE * share[everyone, chosen]
    return Assignment(np.where(fits, assigned, chosen), evidence[everyone, best].astype(np.float32))


def surest(shares: Sequence[FloatArray], group: IntArray) -> FloatArray:
    """Of several key frames' answers the surer one for every region, (n, m) of all together.

    shares  float32 (n, m_i) for each key frame; group  int (m,) of all their regions, one after
    the other. Where another key frame tells another colour, what speaks for that one is doubt.
    """
    if len(shares) == 1:
        return shares[0]
    count = int(group.max()) + 1
    ends = np.cumsum([share.shape[1] for share in shares])
    evidence = np.stack(
        [
            _evidence(share, group[end - share.shape[1] : end], count)
            for share, end in zip(shares, ends, strict=True)
        ]
    )
    best, strongest = evidence.argmax(axis=2), evidence.max(axis=2)
    surer, everyone = strongest.argmax(axis=0), np.arange(strongest.shape[1])
    told, sure = best[surer, everyone], strongest[surer, everyone]
    against = np.where(best == told, 0, strongest).max(axis=0)
    doubted = sure * (1 - against) + against * (1 - sure)
    kept = np.minimum(1, (1 - against) / np.maximum(doubted, 1e-9))
    shown = [
        np.where((surer == number)[:, None], share * kept[:, None], 0)
        for number, share in enumerate(shares)
    ]
    return np.concatenate(shown, axis=1).astype(np.float32)


def _evidence(share: FloatArray, group: IntArray, count: int) -> FloatArray:
    """What speaks for each of `count` groups, (n, count)."""
    return np.stack([share[:, group == number].sum(axis=1) for number in range(count)], axis=1)


def followed(chosen: Assignment, share: FloatArray, group: IntArray, *, least: float) -> IntArray:
    """The regions of the first key frame that regions are followed as, int (n,), -1 for none.

    share  float32 (n, m) of that key frame alone, whose m regions come first in `group`. A region
    that another key frame told its colour is the likest one of that colour.
    """
    known = chosen.known.copy()
    own = group[: share.shape[1]]
    beyond = known >= share.shape[1]
    if beyond.any():
        same = own[None] == group[known[beyond]][:, None]
        of_color = np.where(same, share[beyond], -1.0)
        best = of_color.argmax(axis=1)
        told = of_color[np.arange(len(best)), best] >= least
        known[beyond] = np.where(told, best, -1)
    known[chosen.evidence < least] = -1
    return known


def groups_of(colors: I32Array) -> IntArray:
    """The group of each known region, by its colour, 0xRRGGBB; without one, -1, it is its own."""
    packed = np.where(colors < 0, -1 - np.arange(len(colors)), colors.astype(np.int64))
    return np.asarray(np.unique(packed, return_inverse=True)[1], dtype=np.intp)
