"""The regions of a key frame, followed from drawing to drawing."""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray, I32Array, IntArray
from models.tracking.cuts import cut_by_carried
from models.tracking.described import DrawnRegions, LineReading, recut
from models.tracking.flow import carry_labels, line_flow
from models.tracking.matching import Known, Look, pair_features, pair_scores
from models.tracking.reasoning import Rivals, can_reason, further_features, read_weights, reason

STILL_WEIGHT = 12.0
"""Score of a known region that lies where it lay in its key frame, in the same lines."""
CHANCE = 0.5
"""Share of a region's lines that may meet lines of the key frame by chance."""
NEAR_SHARE = 0.1
"""Distance over which hidden regions move along with those seen, as a share of the longer side."""


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """A drawing in which the m regions of a key drawing have been looked for.

    regions     the drawing's, n of them.
    known       int (n,) the key's region that each is, -1 for none; confidence float32 (n,).
    last        how each of the key's regions looked when last seen, at the place where it is
                expected now.
    is_seen     bool (m,): found in this drawing.
    """

    regions: DrawnRegions
    known: IntArray
    confidence: FloatArray
    last: Look
    is_seen: BoolArray

    @classmethod
    def of_key(cls, key: DrawnRegions) -> "Sighting":
        """The key drawing itself: every region is its own."""
        return cls(
            regions=key,
            known=np.arange(key.count),
            confidence=np.ones(key.count, dtype=np.float32),
            last=Look.of(key),
            is_seen=np.ones(key.count, dtype=bool),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """What the flow brings from a sighting to a drawing.

    pieces  int32 (H, W) the sighting's region that comes to each pixel, -1 for none.
    flow    float32 (H, W, 2) as of models.tracking.flow.
    """

    pieces: I32Array
    flow: FloatArray


def carry(before: Sighting, after: DrawnRegions) -> Carried:
    """Work out the flow between two drawings of one size."""
    flow = line_flow(after.line_u8, before.regions.line_u8)
    return Carried(carry_labels(before.regions.labels, flow), flow)


def cut_merged(
    after: DrawnRegions,
    carried: Carried,
    before: Sighting,
    *,
    colors: I32Array,
    reading: LineReading | None,
) -> DrawnRegions:
    """The drawing's regions, those cut in which several colours have run together.

    colors  int32 (m,) of the key's regions, 0xRRGGBB, -1 unknown.
    """
    of_piece = np.where(before.known >= 0, colors[before.known], -1).astype(np.int32)
    labels = cut_by_carried(after, carried.pieces, of_piece, before.regions.area)
    return after if labels is None else recut(after, labels, reading)


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """How probable it is that a region is one of the key's.

    features  float32 (n, m, F); scores float32 (n, m) above the score of none of them, see
              models.tracking.matching and models.tracking.reasoning.
    expected  float32 (m, 2) where each of the key's regions should be.
    still     float32 (n, m) 0 to 1, how far a region lies in the known one's own place and lines.
    """

    features: FloatArray
    scores: FloatArray
    expected: FloatArray
    still: FloatArray


def match(
    after: DrawnRegions,
    key: DrawnRegions,
    before: Sighting,
    carried: Carried,
    *,
    group: IntArray,
) -> Matches:
    """Compare every region of a drawing with every one of the key's.

    group  int (m,): the key's regions of one colour share a group, numbered from 0.
    """
    counts = _carried_counts(after, before, carried)
    area = np.maximum(after.area[:, None], 1)
    trust = np.where(before.known >= 0, before.confidence, 0).astype(np.float32)
    by_known: FloatArray = np.zeros((after.count, key.count), dtype=np.float32)
    trusted = counts * trust[None]
    found = before.known >= 0
    np.add.at(by_known.T, before.known[found], trusted.T[found])
    covered = (by_known / area).astype(np.float32)
    total = np.maximum(by_known.sum(axis=0, keepdims=True), 1)
    held = (by_known / total).astype(np.float32)
    expected = _expected(before, carried, counts)
    last = before.last.moved_to(expected)
    now, look = Look.of(after), Look.of(key)
    features = pair_features(
        now,
        Known(key=look, last=last, is_seen=before.is_seen),
        covered=covered,
        held=held,
        beside=_beside(after, key, covered),
    )
    still = stillness(after, key)
    if not can_reason(now, look):
        return Matches(features, pair_scores(features) + STILL_WEIGHT * still, expected, still)
    further = further_features(now, look, last, features=features, group=group)
    features = np.concatenate([features, further], axis=2)
    scores = reason(features, Rivals(group, after.beside, key.beside), read_weights())
    return Matches(features, scores + STILL_WEIGHT * still, expected, still)


def stillness(after: DrawnRegions, key: DrawnRegions) -> FloatArray:
    """How far each region lies where a known one lay, its lines on that drawing's: (n, m).

    What passes in front of a figure that stands still does not lie in its lines, and what comes
    out behind it does.
    """
    ink = cv2.dilate((~key.paper).view(np.uint8), np.ones((3, 3), np.uint8)) > 0
    walls = ~after.paper
    length = np.bincount(after.labels[walls], minlength=after.count)
    met = np.bincount(after.labels[walls & ink], minlength=after.count)
    share = np.clip((met / np.maximum(length, 1) - CHANCE) / (1 - CHANCE), 0, 1)
    both = after.paper & key.paper
    pair = after.labels[both].astype(np.int64) * key.count + key.labels[both]
    common = np.bincount(pair, minlength=after.count * key.count).reshape(after.count, key.count)
    return np.asarray(share[:, None] * common / np.maximum(after.area, 1)[:, None], np.float32)


def _carried_counts(after: DrawnRegions, before: Sighting, carried: Carried) -> FloatArray:
    """Pixels of paper that come from each region before to each after: (n, pieces)."""
    pieces = before.regions.count
    seen = after.paper & (carried.pieces >= 0)
    key = after.labels[seen].astype(np.int64) * pieces + carried.pieces[seen]
    counts = np.bincount(key, minlength=after.count * pieces)
    return counts.reshape(after.count, pieces).astype(np.float32)


def _expected(before: Sighting, carried: Carried, counts: FloatArray) -> FloatArray:
    """Where the key's regions should be now, as shares of the longer side: float32 (m, 2)."""
    scale = before.regions.long_side
    pieces = before.regions.count
    seen = carried.pieces >= 0
    index = carried.pieces[seen]
    number = np.maximum(np.bincount(index, minlength=pieces), 1)
    steps = (
        np.stack(
            [-np.bincount(index, carried.flow[seen][:, axis], pieces) / number for axis in (0, 1)],
            axis=1,
        )
        / scale
    )
    moved = counts.sum(axis=0) > 0
    centre = before.regions.centre
    if not moved.any():
        return before.last.centre
    weight = np.sqrt(before.regions.area) * moved
    offset = before.last.centre[:, None] - centre[None]
    near = np.exp(-(offset**2).sum(axis=2) / (2 * NEAR_SHARE**2)) * weight[None] + 1e-9 * moved
    shift = near @ steps / near.sum(axis=1, keepdims=True)
    own = np.zeros(len(shift), dtype=bool)
    found = (before.known >= 0) & moved
    largest = np.flatnonzero(found)[np.argsort(before.regions.area[found], kind="stable")]
    shift[before.known[largest]] = steps[largest]
    own[before.known[largest]] = True
    return (before.last.centre + shift).astype(np.float32)


def _beside(after: DrawnRegions, key: DrawnRegions, covered: FloatArray) -> FloatArray:
    """Share of a region's border along what, by the flow, lies beside the known region: (n, m)."""
    touching = (key.beside > 0).astype(np.float32)
    guess = np.zeros_like(covered)
    best = np.argmax(covered, axis=1)
    sure = covered[np.arange(after.count), best] > 0
    guess[np.flatnonzero(sure), best[sure]] = 1
    around = after.beside @ guess
    length = np.asarray(after.beside.sum(axis=1)).reshape(-1, 1)
    return np.asarray((around @ touching) / np.maximum(length, 1), dtype=np.float32)


def sighted(
    after: DrawnRegions,
    before: Sighting,
    matches: Matches,
    *,
    known: IntArray,
    confidence: FloatArray,
    sure: float,
) -> Sighting:
    """The next sighting, once it is decided which known region each is.

    sure  confidence from which a region's looks are remembered as its last ones.
    """
    now = Look.of(after)
    last = before.last.moved_to(matches.expected)
    found = np.flatnonzero((known >= 0) & (confidence >= sure))
    # Of several pieces of one region the largest, which comes last, is remembered.
    found = found[np.argsort(after.area[found], kind="stable")]
    last = last.updated(known[found], now.chosen(found))
    is_seen = np.zeros(len(before.is_seen), dtype=bool)
    is_seen[known[known >= 0]] = True
    return Sighting(after, known, confidence, last, is_seen)
