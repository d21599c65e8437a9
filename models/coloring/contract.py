"""The hint contract and the palette lock, region by region.

A region with hints of one colour has exactly that flat colour. A generator that knows parts may
know better where lines are open and hair, face and paper are one region: other parts then keep
their own colours beside the hint's, unless the region was filled. One with hints of several is
split along the generator's own boundary: each pixel takes the hint colour nearest to what the
generator gave it, or a third one where the generator saw more than the region's lines tell; so is
one whose hints lie in a pocket while the generator gives the rest to another hint. A region without
hints takes the generator's leading colour, and is split where two are nearly even, or in a soft
painting where another is no speck. Then every part takes its nearest allowed swatch.

Colours are chosen at the small size at which colour is inferred, and hold at every size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.cells.cells import map_cells
from models.color import pack_colors, unpack_colors
from models.coloring.flats import nearest_swatches
from models.coloring.given_colors import (
    SPLIT_DISTANCE,
    GivenColors,
    count_colors,
    far_from,
    nearest_of_region,
    touching_border,
)
from models.coloring.region_pairs import PairTable, RegionPairs
from models.geometry import Size
from models.hints.hints import AreaHint, HintSet, hint_owners
from models.hints.meant import is_meant
from models.hints.owners import hinted_in_rows
from models.hints.tags import Rgb
from models.regions.sampled import LabelRows, SampledRegions, label_strips

SPLIT_SHARE = 0.4
"""Share of a region without hints that a further colour must have to keep a part of it."""
OUTER_SHARE = 0.05
"""The same in one that touches the picture's border, since open figures run into the background,
and in any if the generator paints softly: its colours are those of pieces, and hair that is open
to a face or a coat is no smaller for that."""
PART_SHARE = 0.25
"""The same in a closed region if the generator knows parts; beside a hint, which must have as much
of the region itself."""
THIRD_SHARE = 0.005
"""The same in a region with hints of several colours, whose lines do not tell all anyway, and in an
open one if the generator knows parts."""
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


@dataclass(frozen=True, slots=True, eq=False)
class Claims:
    """Which hints speak for which regions, ordered by region and hint.

    region  int32 (C,); hint  int32 (C,), 1 + its index.
    """

    region: I32Array
    hint: I32Array


def claim_regions(labels: LabelRows, hints: HintSet, sampled: SampledRegions) -> Claims:
    """Find the regions, int32 (H, W), that hints in their pixels speak for.

    sampled  the same regions at the small size, which tell how large each is, about.
    """
    stride = len(hints) + 1
    counted: dict[int, int] = {}
    for strip in label_strips(labels.shape) if len(hints) else ():
        found = hinted_in_rows(hints, strip, labels.shape[1])
        if found is None:
            continue
        keys = labels[strip].ravel()[found.place].astype(np.int64) * stride + found.owner
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
    exact   bool (P,) those that exact hints alone have: no other pixel is of them. They come last.
    """

    region: I32Array
    wanted: U8Array
    color: U8Array
    hinted: BoolArray
    exact: BoolArray

    def nearest(self, asked: RegionPairs, colors_u8: U8Array) -> I32Array:
        """For each region and colour the part of that region whose colour is nearest in OKLab.

        colors_u8  uint8 (P, 3) by which parts are known; the first wins a tie.
        """
        known = np.flatnonzero(~self.exact).astype(np.int32)
        return known[nearest_of_region(asked, self.region[known], colors_u8[known])]


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
        where = np.flatnonzero(self.several[labels])
        if len(where) == 0:
            return parts
        pixels = RegionPairs.of(labels.ravel()[where], packed.ravel()[where])
        begins, lengths = pixels.runs()
        asked = pixels[begins]
        chosen, is_known = self.seen.at(asked)
        if not is_known.all():
            new, which = asked[~is_known].numbered()
            chosen[~is_known] = self.listed.nearest(new, self.color)[which]
        parts.ravel()[where] = np.repeat(chosen, lengths)
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
    names_parts: bool = False,
    kept: RegionPairs | None = None,
) -> PartColors:
    """Decide the flat colour of every region, or of its parts.

    flat_u8  uint8 (h, w, 3) the generator's flat colours, its hints being those of the allowed
             swatches nearest to `hints`; sure  bool (h, w) pixels that no line touches.
    ink      float32 (h, w): with it, a hint in a pocket of a region that the generator gives to
             another hint, as in an eye that is open to the face, keeps to its own place there.
    is_exact the generator chose these flats itself, among the hints' colours; names_parts  and
             among colours of the figure's parts.
    kept     regions with colours of the generator that a region without hints keeps beside its
             leading one, however few their pixels are.
    """
    asked = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8)
    shown = _locked(asked, palette)
    given = count_colors(flat_u8, regions, sure)
    is_exact_hint = [isinstance(hint, AreaHint) and hint.is_exact for hint in hints]
    exact = np.array([False, *is_exact_hint])[claims.hint]
    every, claims = claims, Claims(claims.region[~exact], claims.hint[~exact])
    claimed = RegionPairs.of(claims.region, pack_colors(shown[claims.hint]))
    hinted, firsts = claimed.distinct()
    is_local = np.array([False, *(hint.is_local for hint in hints)])
    filled = np.isin(np.arange(regions.count), claims.region[is_local[claims.hint]])
    pockets = np.zeros(regions.count, dtype=bool)
    if ink is not None:
        pockets = _pockets(given, regions, claims, colors=shown, hints=hints, ink=ink) & ~filled
    if names_parts:
        free = _free_of_parts(
            given,
            hinted,
            is_open=touching_border(regions) & ~filled,
            is_whole=filled,
            hint_colors=pack_colors(shown[1:]),
            pockets=pockets,
            kept=kept,
        )
    else:
        free = _free_colors(given, hinted, regions, pockets=pockets, is_exact=is_exact, kept=kept)
    alone = RegionPairs.of(every.region[exact], pack_colors(shown[every.hint[exact]]))
    parts = _locked_parts(hinted, free, asked[claims.hint[firsts]], palette, alone)
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
            RegionPairs.of(every.region, every.hint),
            nearest_of_region(
                RegionPairs.of(every.region, pack_colors(shown[every.hint])),
                parts.region,
                parts.color,
            ),
        ),
    )


def _free_colors(
    given: GivenColors,
    hinted: RegionPairs,
    regions: SampledRegions,
    *,
    pockets: BoolArray,
    is_exact: bool,
    kept: RegionPairs | None,
) -> RegionPairs:
    """Regions with the generator's colours that they keep, the leading one of each first.

    hinted   regions with their hints' colours, ascending; pockets  bool (regions,).
    """
    has_hints = np.zeros(regions.count, dtype=bool)
    has_hints[hinted.region] = True
    mixed = np.bincount(hinted.region, minlength=regions.count) > 1
    outer = touching_border(regions) if is_exact else np.ones(regions.count, dtype=bool)
    apart = EXACT_DISTANCE if is_exact else THIRD_DISTANCE
    third = given.leading(mixed, THIRD_SHARE)
    around = given.leading(pockets & ~mixed, THIRD_SHARE)
    further = RegionPairs.none() if kept is None else kept[~has_hints[kept.region]]
    return given.leading(~has_hints & ~outer, SPLIT_SHARE).and_then(
        given.leading(~has_hints & outer, OUTER_SHARE),
        far_from(third, hinted, apart),
        far_from(around, hinted, EXACT_DISTANCE),
        further,
    )


def _free_of_parts(
    given: GivenColors,
    hinted: RegionPairs,
    *,
    is_open: BoolArray,
    is_whole: BoolArray,
    hint_colors: I32Array,
    pockets: BoolArray,
    kept: RegionPairs | None,
) -> RegionPairs:
    """The same of a generator that knows parts, and so what lines that are open do not tell.

    Beside hints of one colour parts keep their own colours: in an open figure all that are no
    speck; in a closed region only if the hint's has its share too, else the artist means the whole
    of it. Hints of several colours have a closed region to themselves, but for what is `kept`.
    is_open, is_whole  bool (regions,) which belong to the figure that the paper runs into, and
    which were filled; hint_colors  int32 (hints,) 0xRRGGBB.
    """
    pairs, count = given.pairs, len(is_open)
    colors = np.bincount(hinted.region, minlength=count)
    kept = RegionPairs.none() if kept is None else kept
    own = np.bincount(pairs.region, given.counts * np.isin(pairs.packed, hinted.packed), count)
    fair = own >= PART_SHARE * np.bincount(pairs.region, given.counts, count)
    third = given.leading(colors > 1, THIRD_SHARE)
    of_hint = np.isin(third.number, hint_colors) | np.isin(third.packed, kept.packed)
    third = third[of_hint | is_open[third.region]]
    pocket = given.leading((colors == 1) & pockets, THIRD_SHARE)
    alone = given.leading((colors == 1) & is_open, THIRD_SHARE, EXACT_DISTANCE).and_then(
        given.leading((colors == 1) & ~is_open & ~is_whole & fair, PART_SHARE, EXACT_DISTANCE)
    )
    alone = alone[~np.isin(alone.number, hint_colors)]
    return given.leading((colors == 0) & ~is_open, PART_SHARE, EXACT_DISTANCE).and_then(
        given.leading((colors == 0) & is_open, THIRD_SHARE, EXACT_DISTANCE),
        far_from(third.and_then(pocket), hinted, EXACT_DISTANCE),
        far_from(alone, hinted, SPLIT_DISTANCE),
        kept[colors[kept.region] == 0],
    )


def _locked_parts(
    hinted: RegionPairs,
    free: RegionPairs,
    asked_u8: U8Array,
    palette: Sequence[Rgb],
    exact: RegionPairs,
) -> Parts:
    """A part for each colour of a region; those whose colours meet in one swatch are one part.

    asked_u8  uint8 (hinted, 3) the hints' own colours, before the palette lock; exact  the regions
    and colours of hints that speak for their own pixels alone.
    """
    pairs = hinted.and_then(free, exact)
    order = np.argsort(pairs.region, kind="stable")
    region = pairs.region[order]
    color = _locked(unpack_colors(pairs.number), palette)[order]
    own = [asked_u8, unpack_colors(free.number), unpack_colors(exact.number)]
    wanted = np.concatenate(own)[order]
    _, firsts = RegionPairs.of(region, pack_colors(color)).distinct()
    kept = np.sort(firsts)
    is_exact = order >= len(hinted) + len(free)
    is_hinted = (order < len(hinted)) | is_exact
    return Parts(region[kept], wanted[kept], color[kept], is_hinted[kept], is_exact[kept])


def _locked(colors_u8: U8Array, palette: Sequence[Rgb]) -> U8Array:
    """Colours (N, 3) moved to their nearest swatches; as they are where any colour is allowed."""
    if not palette or len(colors_u8) == 0:
        return colors_u8
    return np.array(palette, dtype=np.uint8)[nearest_swatches(colors_u8, palette)]


def _pockets(
    given: GivenColors,
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
