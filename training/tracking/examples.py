"""What the network of models.tracking.reasoning learns from: comparisons with known answers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I64Array, IntArray
from models.color import pack_colors
from models.hints.hints import LineArt
from models.tracking.described import DrawnRegions
from models.tracking.matching import Look, groups_of
from models.tracking.reasoning import can_reason
from models.tracking.sightings import carry, match
from models.tracking.tracker import Tracker
from training.data.sample import Sample
from training.tracking.sequences import Painter, planes

LEAST_PURE = 0.8
"""A region of which less is one drawn region is no example of anything."""
COUNTED = 24
"""Pixels from which a region counts fully."""
WIDEST = 8000
"""Pixels beyond which a region counts no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One comparison: n regions seen, m known ones.

    features  float32 (n, m, F) as of models.tracking.reasoning.
    colour    bool (n, m + 1) answers of the right colour, and `own` those that are the region
              itself; the last is "none of them". Some answer of each is right.
    weight    float32 (n,).
    beside    float32 (n, n) share of a region's border along each; touching float32 (m, m) 1 where
              known regions touch.
    group     int (m,): known regions of one colour share a group, from 0.
    """

    features: FloatArray
    color: BoolArray
    own: BoolArray
    weight: FloatArray
    beside: FloatArray
    touching: FloatArray
    group: IntArray


def sequence_examples(painter: Painter, samples: Sequence[Sample]) -> list[Example]:
    """The comparisons that the tracker makes in one sequence, hinted in its first frame."""
    lines = [LineArt(planes(sample)[0]) for sample in samples]
    key = painter.key_drawing(samples[0])
    tracker = Tracker([key], painter.reader.reading)
    before = tracker.carry(lines[0], index=0)
    known, group = key.regions, groups_of(key.colors)
    examples = []
    for index in range(1, len(samples)):
        tracked = tracker.carry(lines[index], index=index, previous=before)
        seen = tracked.sighting.regions
        if can_reason(Look.of(seen), Look.of(known)):
            carried = carry(before.sighting, seen)
            found = match(seen, known, before.sighting, carried, group=group)
            truth = Truth.of(samples[0], samples[index], known, seen)
            examples.append(truth.example(found.features, group, known, seen))
        before = tracked
    return examples


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """Which drawn region, and colour, most of each region is: of n seen and m known ones.

    pure   float (n,) share of the region that it is.
    first  drawn regions of the key frame.
    """

    region: I64Array
    color: I64Array
    pure: NDArray[np.float64]
    known_region: I64Array
    known_color: I64Array
    first: I64Array

    @classmethod
    def of(cls, first: Sample, sample: Sample, known: DrawnRegions, seen: DrawnRegions) -> "Truth":
        """Look the regions up in the drawn planes."""
        found = []
        for drawn, regions in ((sample, seen), (first, known)):
            _, numbers, flat = planes(drawn)
            found += [_most(regions, numbers), _most(regions, pack_colors(flat))]
        (region, pure), (color, _), (known_region, _), (known_color, _) = found
        drawn_first = np.unique(planes(first)[1]).astype(np.int64)
        return cls(region, color, pure, known_region, known_color, drawn_first)

    def example(
        self, features: FloatArray, group: IntArray, known: DrawnRegions, seen: DrawnRegions
    ) -> Example:
        """What is to be learnt from these features."""
        own = self.region[:, None] == self.known_region[None]
        shown = np.isin(self.region, self.first)
        color = (self.color[:, None] == self.known_color[None]) & shown[:, None]
        none = ~color.any(axis=1, keepdims=True)
        own = np.where((own.any(axis=1) & shown)[:, None], own, color)
        weight = np.sqrt(np.minimum(seen.area, WIDEST)) * (self.pure > LEAST_PURE)
        weight = np.where(seen.area < COUNTED, 0.3, 1.0) * weight
        weight = weight / max(float(weight.sum()), 1e-9)
        weight += (seen.area >= COUNTED) / max(int((seen.area >= COUNTED).sum()), 1)
        weight *= np.where(shown, 1.0, 0.5)
        beside = np.asarray(seen.beside.todense(), dtype=np.float32)
        beside /= np.maximum(beside.sum(axis=1, keepdims=True), 1)
        return Example(
            features=features,
            color=np.concatenate([color, none], axis=1),
            own=np.concatenate([own, none], axis=1),
            weight=weight.astype(np.float32),
            beside=beside,
            touching=np.asarray((known.beside > 0).todense(), dtype=np.float32),
            group=group,
        )


def _most(
    regions: DrawnRegions, values: NDArray[np.signedinteger]
) -> tuple[I64Array, NDArray[np.float64]]:
    """The value that most of each region has, and the share of it that has that."""
    distinct, number = np.unique(values, return_inverse=True)
    number = number.reshape(values.shape)[regions.paper]
    key = regions.labels[regions.paper].astype(np.int64) * len(distinct) + number
    votes = np.bincount(key, minlength=regions.count * len(distinct))
    votes = votes.reshape(regions.count, len(distinct))
    return distinct[votes.argmax(axis=1)].astype(np.int64), votes.max(axis=1) / np.maximum(
        votes.sum(axis=1), 1
    )
