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

from models.arrays import BoolArray, FloatArray, I32Array, I64Array, U8Array
from models.cells.cells import map_cells
from models.cells.pieces import is_meant
from models.colour import pack_colors, unpack_colors
from models.colouring.flats import nearest_swatches, srgb_to_oklab
from models.geometry import Size
from models.hints.hints import HintSet, hint_bounds, hint_owners
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
_COLORS = 1 << 24


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
class PartColours:
    """The parts that regions were split into, and the colour of each.

    region     int32 (P,) ascending; parts of one region lie together.
    wanted     uint8 (P, 3) what hint or generator asked for; `color` after the palette lock.
    hinted     bool (P,).
    first      int32 (regions,) first part of each region; `several` bool (regions,).
    pair_keys  int64 (Q,) ascending region << 24 | generator's colour; `pair_parts` int32 (Q,).
    claim_keys int64 (C,) ascending region << 32 | 1 + hint; `claim_parts` int32 (C,).
    """

    region: I32Array
    wanted: U8Array
    color: U8Array
    hinted: BoolArray
    first: I32Array
    several: BoolArray
    pair_keys: I64Array
    pair_parts: I32Array
    claim_keys: I64Array
    claim_parts: I32Array

    def parts_at(self, labels: I32Array, packed: I32Array) -> I32Array:
        """The part of each pixel: int32 (H, W).

        labels  int32 (H, W) regions; packed  int32 (H, W) the generator's flat colours as
                0xRRGGBB, or what these parts made of them.
        """
        parts = self.first[labels]
        where = np.nonzero(self.several[labels])
        if len(where[0]) == 0:
            return parts
        regions = labels[where]
        keys = regions.astype(np.int64) << 24 | packed[where]
        index = np.minimum(np.searchsorted(self.pair_keys, keys), len(self.pair_keys) - 1)
        chosen = self.pair_parts[index]
        unseen = np.flatnonzero(self.pair_keys[index] != keys)
        if len(unseen):
            new_keys, inverse = np.unique(keys[unseen], return_inverse=True)
            chosen[unseen] = self._nearest_parts(new_keys)[inverse]
        parts[where] = chosen
        return parts

    def _nearest_parts(self, keys: I64Array) -> I32Array:
        """For each region << 24 | colour the part of the region whose colour is nearest."""
        return _nearest_in_region(keys, self.region, self.color)

    def claimed_parts(self, labels: I32Array, owners: I32Array) -> I32Array:
        """The part that each hinted pixel belongs to, -1 where its hint has no say: int32 (N,).

        labels, owners  int32 (N,): region, and 1 + the hint's index.
        """
        if len(self.claim_keys) == 0:
            return np.full(len(labels), -1, dtype=np.int32)
        keys = labels.astype(np.int64) << 32 | owners
        index = np.minimum(np.searchsorted(self.claim_keys, keys), len(self.claim_keys) - 1)
        return np.where(self.claim_keys[index] == keys, self.claim_parts[index], -1)


def choose_colours(
    flat_u8: U8Array,
    regions: SampledRegions,
    sure: BoolArray,
    *,
    claims: Claims,
    hints: HintSet,
    palette: Sequence[Rgb] = (),
    ink: FloatArray | None = None,
    is_exact: bool = False,
    kept: I64Array | None = None,
) -> PartColours:
    """Decide the flat colour of every region, or of its parts.

    flat_u8  uint8 (h, w, 3) the generator's flat colours, its hints being those of the allowed
             swatches nearest to `hints`; sure  bool (h, w) pixels that no line touches.
    ink      float32 (h, w): with it, a hint in a pocket of a region that the generator gives to
             another hint, as in an eye that is open to the face, keeps to its own place there.
    is_exact the generator chose these flats itself, among the hints' colours.
    kept     int64 (K,) region << 24 | colour: those of the generator that a region without hints
             keeps beside its leading one, however few its pixels are.
    """
    asked = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8)
    shown = _locked(asked, palette)
    pairs = _count_pairs(flat_u8, regions, sure)
    claim_colors = pack_colors(shown[claims.hint])
    hinted = np.zeros(regions.count, dtype=bool)
    hinted[claims.region] = True
    # Claimed colours, each once a region, in the order in which regions and hints come.
    claimed_keys, firsts = np.unique(
        claims.region.astype(np.int64) << 24 | claim_colors, return_index=True
    )
    mixed = np.bincount(claimed_keys >> 24, minlength=regions.count) > 1
    apart = EXACT_DISTANCE if is_exact else THIRD_DISTANCE
    further = _far_from(_leading_colors(pairs, mixed, THIRD_SHARE), claimed_keys, apart)
    if ink is not None:
        pockets = _pockets(pairs, regions, claims, colors=shown, hints=hints, ink=ink)
        around = _leading_colors(pairs, pockets & ~mixed, THIRD_SHARE)
        further = np.concatenate([further, _far_from(around, claimed_keys, EXACT_DISTANCE)])
    outer = _touching_border(regions)
    free_keys = np.concatenate(
        [
            _leading_colors(pairs, ~hinted & ~outer, SPLIT_SHARE),
            _leading_colors(pairs, ~hinted & outer, OUTER_SHARE),
            further,
            *([] if kept is None else [kept[~hinted[kept >> 24]]]),
        ]
    )
    keys = np.concatenate([claimed_keys, free_keys])
    wanted = np.concatenate(
        [asked[claims.hint[firsts]], unpack_colors((free_keys % _COLORS).astype(np.int32))]
    )
    is_hinted = np.arange(len(keys)) < len(claimed_keys)
    # Free parts of a region whose colours meet in one swatch are one part.
    free_colors = _locked(unpack_colors((keys % _COLORS).astype(np.int32)), palette)
    order = np.lexsort((np.arange(len(keys)), keys >> 24))
    region = (keys[order] >> 24).astype(np.int32)
    color = free_colors[order]
    locked_keys = region.astype(np.int64) << 24 | pack_colors(color)
    _, kept = np.unique(locked_keys, return_index=True)
    kept = np.sort(kept)
    region, color = region[kept], color[kept]
    wanted, is_hinted = wanted[order][kept], is_hinted[order][kept]
    first = np.searchsorted(region, np.arange(regions.count)).astype(np.int32)
    several = np.bincount(region, minlength=regions.count) > 1
    # The generator's colours are matched with the colours it was told, not with the swatches.
    told = np.where(is_hinted[:, None], color, wanted)
    seen = pairs.keys[several[(pairs.keys >> 24).astype(np.int32)]]
    own = region.astype(np.int64)[several[region]] << 24 | pack_colors(color[several[region]])
    pair_keys = np.unique(np.concatenate([seen, own]))
    pair_parts = _nearest_in_region(pair_keys, region, told)
    claim_parts = _nearest_in_region(
        claims.region.astype(np.int64) << 24 | claim_colors, region, color
    )
    return PartColours(
        region=region,
        wanted=wanted,
        color=color,
        hinted=is_hinted,
        first=first,
        several=several,
        pair_keys=pair_keys,
        pair_parts=pair_parts,
        claim_keys=claims.region.astype(np.int64) << 32 | claims.hint,
        claim_parts=claim_parts,
    )


def _locked(colors_u8: U8Array, palette: Sequence[Rgb]) -> U8Array:
    """Colours (N, 3) moved to their nearest swatches; as they are where any colour is allowed."""
    if not palette or len(colors_u8) == 0:
        return colors_u8
    return np.array(palette, dtype=np.uint8)[nearest_swatches(colors_u8, palette)]


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Colours by region: ascending keys region << 24 | colour, and how often each occurs."""

    keys: I64Array
    counts: NDArray[np.intp]


def _count_pairs(flat_u8: U8Array, regions: SampledRegions, sure: BoolArray) -> _Pairs:
    """The generator's colours in each region: off the lines where it shows such a pixel."""
    packed = pack_colors(flat_u8).ravel()
    labels = regions.labels.ravel()
    keys = labels.astype(np.int64) << 24 | packed
    open_regions = np.zeros(regions.count, dtype=bool)
    open_regions[labels[sure.ravel()]] = True
    counted = keys[sure.ravel() | ~open_regions[labels]]
    missed = regions.missed.astype(np.int64) << 24 | packed[regions.place]
    distinct, counts = np.unique(np.concatenate([counted, missed]), return_counts=True)
    return _Pairs(distinct, counts)


def _touching_border(regions: SampledRegions) -> BoolArray:
    labels = regions.labels
    outer = np.zeros(regions.count, dtype=bool)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        outer[edge] = True
    return outer


def _pockets(
    pairs: _Pairs,
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
    region, counts = (pairs.keys >> 24).astype(np.int32), pairs.counts
    total = np.bincount(region, counts, regions.count)
    # Generators mix colours a little: what is near a hint's colour is that hint's.
    distinct, which = np.unique(pack_colors(colors), return_inverse=True)
    meant = nearest_swatches(
        unpack_colors((pairs.keys % _COLORS).astype(np.int32)),
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


def _far_from(keys: I64Array, others: I64Array, least: float) -> I64Array:
    """Those keys region << 24 | colour that lie apart from all others, ascending, of their region.

    Every region of the keys has others.
    """
    if len(keys) == 0:
        return keys
    colors = unpack_colors((others % _COLORS).astype(np.int32))
    near = colors[_nearest_in_region(keys, (others >> 24).astype(np.int32), colors)]
    own = unpack_colors((keys % _COLORS).astype(np.int32))
    distance = np.linalg.norm(srgb_to_oklab(own / 255) - srgb_to_oklab(near / 255), axis=1)
    return keys[distance >= least]


def _leading_colors(pairs: _Pairs, wanted: BoolArray, least_share: float) -> I64Array:
    """Keys of the generator's own colours that regions keep, the leading one of each first.

    wanted  bool (regions,); least_share  of a region that a further colour must have.
    """
    kept = wanted[(pairs.keys >> 24).astype(np.int32)]
    keys, counts = pairs.keys[kept], pairs.counts[kept]
    if len(keys) == 0:
        return keys
    region = keys >> 24
    order = np.lexsort((keys, -counts, region))
    keys, counts, region = keys[order], counts[order], region[order]
    starts = np.flatnonzero(np.r_[True, np.diff(region) > 0])
    total = np.add.reduceat(counts, starts)
    sizes = np.diff(np.r_[starts, len(keys)])
    lab = srgb_to_oklab(unpack_colors((keys % _COLORS).astype(np.int32)) / 255)
    distance = np.linalg.norm(lab - np.repeat(lab[starts], sizes, axis=0), axis=1)
    is_other = (distance >= SPLIT_DISTANCE) & (np.repeat(total, sizes) > 1)
    is_leading = np.zeros(len(keys), dtype=bool)
    is_leading[starts] = True
    share = np.add.reduceat(np.where(is_other, counts, 0), starts) / total
    for group in np.flatnonzero(share >= least_share).tolist():
        inside = slice(starts[group], starts[group] + sizes[group])
        is_leading[inside] = _apart(lab[inside], counts[inside], least_share)
    return keys[is_leading]


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


def _nearest_in_region(keys: I64Array, region: I32Array, colors_u8: U8Array) -> I32Array:
    """For each region << 24 | colour the part of that region whose colour is nearest in OKLab.

    region, colors_u8  int32 (P,) ascending and uint8 (P, 3) of all parts; the first wins a tie.
    """
    wanted = (keys >> 24).astype(np.int32)
    lab = srgb_to_oklab(unpack_colors((keys % _COLORS).astype(np.int32)) / 255)
    own = srgb_to_oklab(colors_u8 / 255)
    best = np.searchsorted(region, wanted).astype(np.int32)
    last = np.searchsorted(region, wanted, side="right").astype(np.int32)
    chosen = best.copy()
    nearest = np.full(len(keys), np.inf)
    for step in range(int((last - best).max(initial=0))):
        candidate = best + step
        valid = candidate < last
        distance = np.full(len(keys), np.inf)
        distance[valid] = ((lab[valid] - own[candidate[valid]]) ** 2).sum(axis=1)
        closer = distance < nearest
        nearest[closer], chosen[closer] = distance[closer], candidate[closer]
    return chosen
