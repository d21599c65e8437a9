"""The generator's colours in each region of a drawing, and which of them are colours of their own.

A region keeps what is no speck of it and no shade of a colour that it has already.
"""

from dataclasses import dataclass
from math import dist

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, I32Array, IntArray, U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.flats import srgb_to_oklab
from models.coloring.region_pairs import RegionPairs
from models.regions.sampled import SampledRegions

SPLIT_DISTANCE = 0.08
"""OKLab distance from which two colours of a region count as two."""
COMPARED_AT_ONCE = 1 << 17
"""Pairs of colours that are compared together, in bounded memory."""


@dataclass(frozen=True, slots=True, eq=False)
class GivenColors:
    """The generator's colours in each region: ascending pairs, and how often each occurs."""

    pairs: RegionPairs
    counts: IntArray

    def leading(
        self, wanted: BoolArray, least_share: float, apart: float = SPLIT_DISTANCE
    ) -> RegionPairs:
        """Those that regions keep, the leading one of each first.

        wanted  bool (regions,); least_share  of a region that a further colour must have.
        apart   OKLab distance from which two colours count as two.
        """
        kept = wanted[self.pairs.region]
        pairs, counts = self.pairs[kept], self.counts[kept]
        if len(pairs) == 0:
            return pairs
        order = np.lexsort((pairs.number, -counts, pairs.region))
        pairs, counts = pairs[order], counts[order]
        starts = np.flatnonzero(np.diff(pairs.region, prepend=-1))
        total = np.add.reduceat(counts, starts)
        sizes = np.diff(np.append(starts, len(pairs)))
        lab = srgb_to_oklab(unpack_colors(pairs.number) / 255)
        distance = np.linalg.norm(lab - np.repeat(lab[starts], sizes, axis=0), axis=1)
        is_other = (distance >= apart) & (np.repeat(total, sizes) > 1)
        is_leading = np.zeros(len(pairs), dtype=bool)
        is_leading[starts] = True
        share = np.add.reduceat(np.where(is_other, counts, 0), starts) / total
        for group in np.flatnonzero(share >= least_share).tolist():
            inside = slice(starts[group], starts[group] + sizes[group])
            is_leading[inside] = _heads(lab[inside], counts[inside], least_share, apart)
        return pairs[is_leading]


def count_colors(flat_u8: U8Array, regions: SampledRegions, sure: BoolArray) -> GivenColors:
    """The generator's colours in each region: off the lines where it shows such a pixel."""
    packed, labels = pack_colors(flat_u8).ravel(), regions.labels.ravel()
    is_open = np.zeros(regions.count, dtype=bool)
    is_open[labels[sure.ravel()]] = True
    counts = sure.ravel() | ~is_open[labels]
    shown = RegionPairs.of(labels[counts], packed[counts])
    missed = RegionPairs.of(regions.missed, packed[regions.place])
    return GivenColors(*shown.and_then(missed).counted())


def touching_border(regions: SampledRegions) -> BoolArray:
    """Regions that touch the picture's border: bool (regions,)."""
    labels = regions.labels
    outer = np.zeros(regions.count, dtype=bool)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        outer[edge] = True
    return outer


def far_from(pairs: RegionPairs, others: RegionPairs, least: float) -> RegionPairs:
    """Those colours of regions that lie apart from all others of their region in OKLab.

    others  ascending. Every region of the pairs has some.
    """
    if len(pairs) == 0:
        return pairs
    colors = unpack_colors(others.number)
    near = colors[nearest_of_region(pairs, others.region, colors)]
    own = unpack_colors(pairs.number)
    distance = np.linalg.norm(srgb_to_oklab(own / 255) - srgb_to_oklab(near / 255), axis=1)
    return pairs[distance >= least]


def _heads(
    lab: NDArray[np.float64], counts: NDArray[np.intp], least_share: float, apart: float
) -> BoolArray:
    """The colours, most frequent first, that stand for groups with enough pixels of their own."""
    heads: list[int] = []
    weight: list[int] = []
    places = lab.tolist()
    for index, place in enumerate(places):
        gaps = [dist(place, places[head]) for head in heads]
        near = int(np.argmin(gaps)) if gaps else -1
        if near >= 0 and gaps[near] < apart:
            weight[near] += int(counts[index])
        else:
            heads.append(index)
            weight.append(int(counts[index]))
    least = least_share * counts.sum()
    chosen = np.zeros(len(lab), dtype=bool)
    chosen[[head for head, share in zip(heads, weight, strict=True) if share >= least]] = True
    chosen[0] |= not chosen.any()
    return chosen


def nearest_of_region(asked: RegionPairs, region: I32Array, colors_u8: U8Array) -> I32Array:
    """For each region and colour, of those of its region the place of the nearest in OKLab.

    region, colors_u8  int32 (P,) ascending and uint8 (P, 3); the first wins a tie.
    """
    lab = srgb_to_oklab(unpack_colors(asked.number) / 255)
    own = srgb_to_oklab(colors_u8 / 255)
    best = np.searchsorted(region, asked.region).astype(np.int32)
    counts = np.searchsorted(region, asked.region, side="right") - best
    several = np.flatnonzero(counts > 1)
    if len(several) == 0:
        return best
    step = max(1, COMPARED_AT_ONCE // int(counts.max()))
    for some in np.split(several, range(step, len(several), step)):
        sizes = counts[some]
        begins = np.cumsum(sizes) - sizes
        which = np.repeat(np.arange(len(some)), sizes)
        candidate = np.arange(len(which)) - begins[which] + best[some][which]
        distance = ((lab[some][which] - own[candidate]) ** 2).sum(axis=1)
        nearest = np.flatnonzero(distance == np.minimum.reduceat(distance, begins)[which])
        firsts = nearest[np.diff(which[nearest], prepend=-1) > 0]
        best[some] = candidate[firsts]
    return best
