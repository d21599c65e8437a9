"""The hint contract and the palette lock, region by region.

A region with hints of one colour has exactly that flat colour. One with hints of several is split
along the generator's own boundary: each pixel takes the hint colour nearest to what the generator
gave it, or a third one where the generator saw more than the region's lines tell; so is one whose
hints lie in a pocket while the generator gives the rest to another hint. A region without hints
takes the generator's leading colour, and is split where two are nearly even. Then every part takes
its nearest allowed swatch.

Colours are chosen at the small size at which colour is inferred, and hold at every size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, I64Array, IntArray, U8Array
from models.cells.cells import map_cells
from models.color import pack_colors, unpack_colors
from models.coloring.flats import nearest_swatches, srgb_to_oklab
from models.coloring.region_pairs import PairTable, RegionPairs
from models.geometry import Size
from models.hints.hints import HintSet, hint_bounds, hint_owners
from models.hints.meant import is_meant
from models.hints.tags import Rgb
from models.regions.sampled import LabelRows, SampledRegions, label_strips

SPLIT_SHARE = 0.4
"""Share of a region without hints that a further colour must have to keep a part of it."""
OUTER_SHARE = 0.05
"""The same in one that touches the picture's border: open figures run into the background."""
THIRD_SHARE = 0.005
"""The same in a region with hints of several colours, whose lines do not tell all anyway."""
THIRD_DISTANCE = 0.05
"""OKLab distance from a region's hints from which a third colour is one, and"""
EXACT_DISTANCE = 0.02
"""the same where colours are exact, and around a pocket: pale skin is no white of an eye."""
POCKET_RADIUS = 0.5
"""A hint lies in a pocket if its cell's inradius is at most this share of its region's largest."""
POCKET_SHARE = 0.25
"""Share of the region that the generator gives a pocket's hint at most, and"""
AROUND_SHARE = 0.6
"""what it gives at least to one other hint's colour."""
SPLIT_DISTANCE = 0.08
"""OKLab distance from which two colours of a region count as two."""


@dataclass(frozen=True, slots=True, eq=False)
class Claims:
    """Which hints speak for which regions, ordered by region and hint.

    region  int32 (C,); hint  int32 (C,), 1 + its index.
    """

    region: I32Array
    hint: I32Array


def owners_in_rows(hints: HintSet, rows: slice, width: int) -> I32Array | None:
    """Which hint covers each pixel of some rows: int32 (rows, width) as of `hint_owners`.

    None where no hint comes near, which is quick to find out.
    """
    left, top, right, bottom = _bounds(hints).T
    near = np.flatnonzero((right > 0) & (left < width) & (bottom > rows.start) & (top < rows.stop))
    if len(near) == 0:
        return None
    chosen = HintSet(tuple(hints.hints[index] for index in near.tolist()))
    owner = hint_owners(chosen.moved(0, -rows.start), Size(rows.stop - rows.start, width))
    return np.concatenate([[0], near + 1]).astype(np.int32)[owner]


@lru_cache(maxsize=8)
def _bounds(hints: HintSet) -> I64Array:
    """The rectangle that each hint can touch, int64 (N, 4); kept, as strips ask again and again."""
    bounds = [hint_bounds(hint) for hint in hints]
    listed = [(rect.left, rect.top, rect.right, rect.bottom) for rect in bounds]
    return np.array(listed, dtype=np.int64).reshape(-1, 4)


def claim_regions(labels: LabelRows, hints: HintSet, sampled: SampledRegions) -> Claims:
    """Find the regions, int32 (H, W), that hints in their pixels speak for.

    sampled  the same regions at the small size, which tell how large each is, about.
    """
    stride = len(hints) + 1
    counted: dict[int, int] = {}
    for strip in label_strips(labels.shape) if len(hints) else ():
        owner = owners_in_rows(hints, strip, labels.shape[1])
        if owner is None:
            continue
        where = np.nonzero(owner)
        keys = labels[strip][where].astype(np.int64) * stride + owner[where]
        for key, count in zip(*(a.tolist() for a in np.unique(keys, return_counts=True))):
            counted[key] = counted.get(key, 0) + count
    keys = np.array(sorted(counted), dtype=np.int64)
    counts = np.array([counted[key] for key in keys.tolist()], dtype=np.int64)
    region, hint = keys // stride, keys % stride
    areas = np.bincount(sampled.labels.ravel(), minlength=sampled.count)
    areas = areas * (labels.shape[0] * labels.shape[1] / sampled.labels.size)
    kept = is_meant(hint, counts, areas[region])
    return Claims(region[kept].astype(np.int32), hint[kept].astype(np.int32))


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What regions were split into, P parts.

    region  int32 (P,) ascending; parts of one region lie together, hinted ones first.
    wanted  uint8 (P, 3) what hint or generator asked for; `color` after the palette lock.
    hinted  bool (P,).
    """

    region: I32Array
    wanted: U8Array
    color: U8Array
    hinted: BoolArray

    def nearest(self, asked: RegionPairs, colors_u8: U8Array) -> I32Array:
        """For each region and colour the part of that region whose colour is nearest in OKLab.

        colors_u8  uint8 (P, 3) by which parts are known; the first wins a tie.
        """
        return _nearest(asked, self.region, colors_u8)


@dataclass(frozen=True, slots=True, eq=False)
class PartColors:
    """The parts that regions were split into, the colour of each, and where each lies.

    listed   all parts.
    first    int32 (regions,) first part of each region; `several` bool (regions,).
    seen     the part of each of the generator's colours in regions of several parts.
    claimed  the part of each region and 1 + hint that speaks for it.
    """

    listed: Parts
    first: I32Array
    several: BoolArray
    seen: PairTable
    claimed: PairTable

    @property
    def color(self) -> U8Array:
        """uint8 (P, 3) of the parts."""
        return self.listed.color

    def parts_at(self, labels: I32Array, packed: I32Array) -> I32Array:
        """The part of each pixel: int32 (H, W).

        labels  int32 (H, W) regions; packed  int32 (H, W) the generator's flat colours as
                0xRRGGBB, or what these parts made of them.
        """
        parts = self.first[labels]
        where = np.nonzero(self.several[labels])
        if len(where[0]) == 0:
            return parts
        asked = RegionPairs.of(labels[where], packed[where])
        chosen, is_known = self.seen.at(asked)
        if not is_known.all():
            new, which = asked[~is_known].numbered()
            chosen[~is_known] = self.listed.nearest(new, self.color)[which]
        parts[where] = chosen
        return parts

    def claimed_parts(self, labels: I32Array, owners: I32Array) -> I32Array:
        """The part that each hinted pixel belongs to, -1 where its hint has no say: int32 (N,).

        labels, owners  int32 (N,): region, and 1 + the hint's index.
        """
        parts, is_known = self.claimed.at(RegionPairs.of(labels, owners))
        return np.where(is_known, parts, -1)


def choose_colors(
    flat_u8: U8Array,
    regions: SampledRegions,
    sure: BoolArray,
    *,
    claims: Claims,
    hints: HintSet,
    palette: Sequence[Rgb] = (),
    ink: FloatArray | None = None,
    is_exact: bool = False,
    kept: RegionPairs | None = None,
) -> PartColors:
    """Decide the flat colour of every region, or of its parts.

    flat_u8  uint8 (h, w, 3) the generator's flat colours, its hints being those of the allowed
             swatches nearest to `hints`; sure  bool (h, w) pixels that no line touches.
    ink      float32 (h, w): with it, a hint in a pocket of a region that the generator gives to
             another hint, as in an eye that is open to the face, keeps to its own place there.
    is_exact the generator chose these flats itself, among the hints' colours.
    kept     regions with colours of the generator that a region without hints keeps beside its
             leading one, however few their pixels are.
    """
    asked = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8)
    shown = _locked(asked, palette)
    given = _count_colors(flat_u8, regions, sure)
    claimed = RegionPairs.of(claims.region, pack_colors(shown[claims.hint]))
    hinted, firsts = claimed.distinct()
    pockets = np.zeros(regions.count, dtype=bool)
    if ink is not None:
        pockets = _pockets(given, regions, claims, colors=shown, hints=hints, ink=ink)
    apart = EXACT_DISTANCE if is_exact else THIRD_DISTANCE
    free = _free_colors(given, hinted, regions, pockets=pockets, apart=apart, kept=kept)
    parts = _locked_parts(hinted, free, asked[claims.hint[firsts]], palette)
    several = np.bincount(parts.region, minlength=regions.count) > 1
    # The generator's colours are matched with the colours it was told, not with the swatches.
    told = np.where(parts.hinted[:, None], parts.color, parts.wanted)
    occurring = given.pairs.and_then(RegionPairs.of(parts.region, pack_colors(parts.color)))
    seen, _ = occurring[several[occurring.region]].distinct()
    return PartColors(
        listed=parts,
        first=np.searchsorted(parts.region, np.arange(regions.count)).astype(np.int32),
        several=several,
        seen=PairTable(seen, parts.nearest(seen, told)),
        claimed=PairTable(
            RegionPairs.of(claims.region, claims.hint), parts.nearest(claimed, parts.color)
        ),
    )


def _free_colors(
    given: "_Given",
    hinted: RegionPairs,
    regions: SampledRegions,
    *,
    pockets: BoolArray,
    apart: float,
    kept: RegionPairs | None,
) -> RegionPairs:
    """Regions with the generator's colours that they keep, the leading one of each first.

    hinted   regions with their hints' colours, ascending; pockets  bool (regions,).
    apart    distance from which a third colour beside several hints is one.
    """
    has_hints = np.zeros(regions.count, dtype=bool)
    has_hints[hinted.region] = True
    mixed = np.bincount(hinted.region, minlength=regions.count) > 1
    outer = _touching_border(regions)
    third = given.leading(mixed, THIRD_SHARE)
    around = given.leading(pockets & ~mixed, THIRD_SHARE)
    further = RegionPairs.none() if kept is None else kept[~has_hints[kept.region]]
    return given.leading(~has_hints & ~outer, SPLIT_SHARE).and_then(
        given.leading(~has_hints & outer, OUTER_SHARE),
        _far_from(third, hinted, apart),
        _far_from(around, hinted, EXACT_DISTANCE),
        further,
    )


def _locked_parts(
    hinted: RegionPairs, free: RegionPairs, asked_u8: U8Array, palette: Sequence[Rgb]
) -> Parts:
    """A part for each colour of a region; those whose colours meet in one swatch are one part.

    asked_u8  uint8 (hinted, 3) the hints' own colours, before the palette lock.
    """
    pairs = hinted.and_then(free)
    order = np.argsort(pairs.region, kind="stable")
    region = pairs.region[order]
    color = _locked(unpack_colors(pairs.number), palette)[order]
    wanted = np.concatenate([asked_u8, unpack_colors(free.number)])[order]
    _, firsts = RegionPairs.of(region, pack_colors(color)).distinct()
    kept = np.sort(firsts)
    return Parts(region[kept], wanted[kept], color[kept], (order < len(hinted))[kept])


def _locked(colors_u8: U8Array, palette: Sequence[Rgb]) -> U8Array:
    """Colours (N, 3) moved to their nearest swatches; as they are where any colour is allowed."""
    if not palette or len(colors_u8) == 0:
        return colors_u8
    return np.array(palette, dtype=np.uint8)[nearest_swatches(colors_u8, palette)]


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    """The generator's colours in each region: ascending pairs, and how often each occurs."""

    pairs: RegionPairs
    counts: IntArray

    def leading(self, wanted: BoolArray, least_share: float) -> RegionPairs:
        """Those that regions keep, the leading one of each first.

        wanted  bool (regions,); least_share  of a region that a further colour must have.
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
        is_other = (distance >= SPLIT_DISTANCE) & (np.repeat(total, sizes) > 1)
        is_leading = np.zeros(len(pairs), dtype=bool)
        is_leading[starts] = True
        share = np.add.reduceat(np.where(is_other, counts, 0), starts) / total
        for group in np.flatnonzero(share >= least_share).tolist():
            inside = slice(starts[group], starts[group] + sizes[group])
            is_leading[inside] = _apart(lab[inside], counts[inside], least_share)
        return pairs[is_leading]


def _count_colors(flat_u8: U8Array, regions: SampledRegions, sure: BoolArray) -> _Given:
    """The generator's colours in each region: off the lines where it shows such a pixel."""
    packed, labels = pack_colors(flat_u8).ravel(), regions.labels.ravel()
    is_open = np.zeros(regions.count, dtype=bool)
    is_open[labels[sure.ravel()]] = True
    counts = sure.ravel() | ~is_open[labels]
    shown = RegionPairs.of(labels[counts], packed[counts])
    missed = RegionPairs.of(regions.missed, packed[regions.place])
    return _Given(*shown.and_then(missed).counted())


def _touching_border(regions: SampledRegions) -> BoolArray:
    labels = regions.labels
    outer = np.zeros(regions.count, dtype=bool)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        outer[edge] = True
    return outer


def _pockets(
    given: _Given,
    regions: SampledRegions,
    claims: Claims,
    *,
    colors: U8Array,
    hints: HintSet,
    ink: FloatArray,
) -> BoolArray:
    """Regions whose hints lie in pockets of them while the rest is another hint's: bool (regions,).

    colors  uint8 (hints + 1, 3) as the generator was told them; hints  in native pixels.
    """
    region, counts = given.pairs.region, given.counts
    total = np.bincount(region, counts, regions.count)
    # Generators mix colours a little: what is near a hint's colour is that hint's.
    distinct, which = np.unique(pack_colors(colors), return_inverse=True)
    meant = nearest_swatches(
        unpack_colors(given.pairs.number),
        [tuple(color) for color in unpack_colors(distinct).tolist()],
    )
    said = np.zeros((regions.count, len(distinct)), dtype=np.int64)
    np.add.at(said, (region, meant), counts)
    claimed = np.zeros(said.shape, dtype=bool)
    claimed[claims.region, which[claims.hint]] = True
    own = np.where(claimed, said, 0).sum(axis=1)
    around = np.where(claimed, 0, said).max(axis=1)
    found = np.zeros(regions.count, dtype=bool)
    found[claims.region] = True
    found &= (own <= POCKET_SHARE * total) & (around >= AROUND_SHARE * np.maximum(total, 1))
    if not found.any():
        return found
    height, width = regions.labels.shape
    scaled = hints.scaled(width / regions.shape[1], height / regions.shape[0])
    owner = hint_owners(scaled, Size(height, width))
    cells = map_cells(ink)
    for index in np.flatnonzero(found).tolist():
        inside = regions.labels == index
        hinted = inside & np.isin(owner, claims.hint[claims.region == index])
        radius = cells.radius[cells.labels[inside]].max(initial=0)
        reach = cells.radius[cells.labels[hinted]].max(initial=radius if not hinted.any() else 0)
        found[index] = reach <= POCKET_RADIUS * radius
    return found


def _far_from(pairs: RegionPairs, others: RegionPairs, least: float) -> RegionPairs:
    """Those colours of regions that lie apart from all others of their region in OKLab.

    others  ascending. Every region of the pairs has some.
    """
    if len(pairs) == 0:
        return pairs
    colors = unpack_colors(others.number)
    near = colors[_nearest(pairs, others.region, colors)]
    own = unpack_colors(pairs.number)
    distance = np.linalg.norm(srgb_to_oklab(own / 255) - srgb_to_oklab(near / 255), axis=1)
    return pairs[distance >= least]


def _apart(lab: NDArray[np.float64], counts: NDArray[np.intp], least_share: float) -> BoolArray:
    """The colours, most frequent first, that stand for groups with enough pixels of their own."""
    heads: list[int] = []
    weight: list[int] = []
    for index in range(len(lab)):
        gaps = [float(np.linalg.norm(lab[index] - lab[head])) for head in heads]
        near = int(np.argmin(gaps)) if gaps else -1
        if near >= 0 and gaps[near] < SPLIT_DISTANCE:
            weight[near] += int(counts[index])
        else:
            heads.append(index)
            weight.append(int(counts[index]))
    least = least_share * counts.sum()
    chosen = np.zeros(len(lab), dtype=bool)
    chosen[[head for head, share in zip(heads, weight, strict=True) if share >= least]] = True
    chosen[0] |= not chosen.any()
    return chosen


def _nearest(asked: RegionPairs, region: I32Array, colors_u8: U8Array) -> I32Array:
    """For each region and colour, of those of its region the place of the nearest in OKLab.

    region, colors_u8  int32 (P,) ascending and uint8 (P, 3); the first wins a tie.
    """
    lab = srgb_to_oklab(unpack_colors(asked.number) / 255)
    own = srgb_to_oklab(colors_u8 / 255)
    best = np.searchsorted(region, asked.region).astype(np.int32)
    last = np.searchsorted(region, asked.region, side="right").astype(np.int32)
    chosen = best.copy()
    nearest = np.full(len(asked), np.inf)
    for step in range(int((last - best).max(initial=0))):
        candidate = best + step
        valid = candidate < last
        distance = np.full(len(asked), np.inf)
        distance[valid] = ((lab[valid] - own[candidate[valid]]) ** 2).sum(axis=1)
        closer = distance < nearest
        nearest[closer], chosen[closer] = distance[closer], candidate[closer]
    return chosen
