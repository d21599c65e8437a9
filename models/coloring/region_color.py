"""The regions of one drawing at one frame, and how they colour the pixels of the whole picture."""

from dataclasses import dataclass, field
from math import ceil, sqrt

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, IntArray, U8Array
from models.color import pack_colors
from models.coloring.contract import (
    PartColors,
    choose_colors,
    claim_regions,
)
from models.coloring.flats import snap_hints
from models.coloring.palette import AmbiguousRegion, ColorReport, close_calls, off_palette
from models.coloring.region_pairs import PairTable, RegionPairs
from models.geometry import Frame, Rect, Size
from models.hints.hints import HintSet
from models.hints.owners import owners_in_rows, owners_of
from models.hints.tags import Rgb
from models.memory import give_back, held_bytes
from models.regions.regions import find_regions, measure_labels
from models.regions.sampled import KeptLabels, LabelRows, SampledRegions, sample_regions
from models.regions.wishes import RegionWishes

USUAL = RegionWishes()
MOST_PIXELS = 26_000_000
"""Pixels of a drawing up to which its regions are found at its own size."""


@dataclass(frozen=True, slots=True, eq=False)
class RegionGuide:
    """Regions of a drawing beside their view at a frame's size.

    labels  int32 (H, W) native, 0 to count - 1: models.regions.regions.RegionMap has them.
    """

    labels: LabelRows
    sampled: SampledRegions

    @property
    def nbytes(self) -> int:
        """Memory kept alive, the drawing's labels included, in bytes."""
        return held_bytes(self)


@dataclass(frozen=True, slots=True, eq=False)
class DrawingRegions:
    """Every region of a drawing.

    labels  int32 (H, W), 0 to count - 1.
    bounds  int32 (count, 4) left, top, right, bottom of each, half-open.
    """

    labels: LabelRows
    count: int
    bounds: I32Array

    @classmethod
    def of(cls, labels: I32Array, shape: tuple[int, ...]) -> "DrawingRegions":
        """Regions of a drawing of this shape, (H, W), found at its size or at a smaller one."""
        count = int(labels.max()) + 1
        height, width = shape
        own, small = np.array([width, height] * 2), np.array([*labels.shape[::-1]] * 2)
        # In whole numbers, rounded up: fractions would put some edges a pixel too far.
        bounds = -(-measure_labels(labels, count)[1] * own // small)
        return cls(KeptLabels.of(labels, count, (height, width)), count, bounds.astype(np.int32))

    @property
    def nbytes(self) -> int:
        """Memory kept alive, in bytes."""
        return held_bytes(self)


def find_drawing_regions(line_u8: U8Array, wishes: RegionWishes = USUAL) -> DrawingRegions:
    """The regions of a drawing, uint8 (H, W), 0 = ink, as they are wanted, in bounded memory.

    Above MOST_PIXELS they are found in a smaller picture of it. No other work on a drawing takes
    as much memory for a while: what is free is given back before it and after.
    """
    give_back()
    factor = ceil(sqrt(line_u8.size / MOST_PIXELS))
    seen_u8 = line_u8
    if factor > 1:
        height, width = line_u8.shape
        small = (max(1, width // factor), max(1, height // factor))
        seen_u8 = np.asarray(cv2.resize(line_u8, small, interpolation=cv2.INTER_AREA), np.uint8)
    labels = wishes.joined(find_regions(seen_u8, wishes.settings(factor)).labels, factor)
    found = DrawingRegions.of(labels, line_u8.shape)
    del labels
    give_back()
    return found


def make_region_guide(regions: DrawingRegions, frame: Frame) -> RegionGuide:
    """Look at a drawing's regions at a frame's content size."""
    return RegionGuide(regions.labels, sample_regions(regions.labels, regions.count, frame.content))


@dataclass(frozen=True, slots=True, eq=False)
class RegionColor:
    """The colours of a request's regions: at the small size, and for the pixels of the picture.

    hints    in picture pixels, as the artist gave them.
    told     how many of the first of them are what references told: nobody counts them as obeyed.
    """

    guide: RegionGuide
    parts: PartColors
    hints: HintSet
    palette: tuple[Rgb, ...]
    told: int = 0

    def small_flats(self, flat_u8: U8Array, hints: HintSet) -> tuple[U8Array, BoolArray]:
        """Flats of the parts, uint8 (h, w, 3), and the pixels at which a hint is at work.

        flat_u8  uint8 (h, w, 3) the generator's; hints  in small pixels.
        """
        labels = self.guide.sampled.labels
        parts = self.parts.parts_at(labels, pack_colors(flat_u8))
        owner = owners_of(hints, Size(*labels.shape))
        hinted = _force(self.parts, parts, labels, owner)
        return np.take(self.parts.color, parts, axis=0), hinted

    def bare_parts(self) -> BoolArray | None:
        """Which parts stay uncoloured, bool (P,); None if there are none."""
        hints = self.hints.bare()
        if not hints:
            return None
        claimed = self.parts.claimed
        bare = np.zeros(len(self.parts.color), dtype=bool)
        bare[claimed.values[np.isin(claimed.pairs.number, np.array(hints) + 1)]] = True
        return bare

    def small_bare(self, flat_u8: U8Array, hints: HintSet) -> BoolArray | None:
        """Small pixels that stay uncoloured, bool (h, w), of what `small_flats` takes."""
        bare = self.bare_parts()
        if bare is None:
            return None
        labels = self.guide.sampled.labels
        parts = self.parts.parts_at(labels, pack_colors(flat_u8))
        _force(self.parts, parts, labels, owners_of(hints, Size(*labels.shape)))
        return np.asarray(bare[parts])

    def painter(self) -> "RegionPainter":
        """What colours native pixels, and counts them."""
        return RegionPainter(self)


def choose_region_colors(
    flat_u8: U8Array,
    guide: RegionGuide,
    sure: BoolArray,
    *,
    hints: HintSet,
    palette: tuple[Rgb, ...],
    ink: FloatArray | None = None,
    is_exact: bool = False,
    names_parts: bool = False,
    kept: RegionPairs | None = None,
) -> RegionColor:
    """Decide every region's colour. See models.coloring.contract.choose_colors.

    hints  in picture pixels, as the artist gave them.
    """
    parts = choose_colors(
        flat_u8,
        guide.sampled,
        sure,
        claims=claim_regions(guide.labels, hints, guide.sampled),
        hints=hints,
        palette=palette,
        ink=ink,
        is_exact=is_exact,
        names_parts=names_parts,
        kept=kept,
    )
    return RegionColor(guide, parts, hints, palette)


def _force(parts: PartColors, chosen: I32Array, labels: I32Array, owner: I32Array) -> BoolArray:
    """Give hinted pixels, in place, the part of their hint; returns where: bool (H, W)."""
    hinted = np.zeros(owner.shape, dtype=bool)
    where = np.nonzero(owner)
    claimed = parts.claimed_parts(labels[where], owner[where])
    valid = claimed >= 0
    where = (where[0][valid], where[1][valid])
    chosen[where] = claimed[valid]
    hinted[where] = True
    return hinted


def _runs(labels: I32Array, packed: I32Array) -> NDArray[np.intp]:
    """Where, in reading order, another region or another colour begins: (N,) flat indices."""
    labels, packed = labels.ravel(), packed.ravel()
    differs = labels[1:] != labels[:-1]
    differs |= packed[1:] != packed[:-1]
    return np.concatenate([[0], np.flatnonzero(differs) + 1])


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What was found in some pixels, in words that hold for the next request too.

    asked, given       each region and carried colour, and int32 the colour that it was given.
    shown, pixels      each region and colour given, and how many pixels show it.
    hint, seen, wrong  of each hint at work, 1 + its index: pixels, and those of another colour.
    """

    asked: RegionPairs
    given: I32Array
    shown: RegionPairs
    pixels: IntArray
    hint: I32Array
    seen: IntArray
    wrong: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A rectangle of native pixels, coloured: packed int32 (rows, columns) as 0xRRGGBB.

    hinted  bool (rows, columns) where a hint is at work, None for nowhere; bare  where it wants no
            colour.
    """

    packed: I32Array
    hinted: BoolArray | None
    bare: BoolArray | None
    counts: Counts


@dataclass(slots=True, eq=False)
class RegionPainter:
    """Colours native pixels by their regions, and keeps count. For one request.

    `owners` and `paint` may be asked by several threads at once; `take` and `report` by one.
    """

    color: RegionColor
    _packed: I32Array = field(init=False)
    _number: PairTable = field(init=False)
    _bare: BoolArray | None = field(init=False)
    _asked: I32Array = field(init=False)
    _areas: NDArray[np.int64] = field(init=False)
    _seen: NDArray[np.int64] = field(init=False)
    _wrong: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        self._packed = pack_colors(self.color.parts.color)
        self._bare = self.color.bare_parts()
        pairs, firsts = RegionPairs.of(self.color.parts.listed.region, self._packed).distinct()
        self._number = PairTable(pairs, firsts.astype(np.int32))
        self._areas = np.zeros(len(self._packed), dtype=np.int64)
        hints = snap_hints(self.color.hints, self.color.palette)
        asked = [(0, 0, 0), *(hint.color for hint in hints)]
        self._asked = pack_colors(np.array(asked, dtype=np.uint8))
        self._seen = np.zeros(len(asked), dtype=np.int64)
        self._wrong = self._seen.copy()

    def owners(self, rows: slice) -> I32Array | None:
        """Which hint covers each pixel of some rows, int32 (rows, W); None: none comes near."""
        return owners_in_rows(self.color.hints, rows, self.color.guide.labels.shape[1])

    def paint(self, place: Rect, packed: I32Array, owner: I32Array | None) -> Painted:
        """The colours of the parts of a rectangle, for those carried there.

        packed  int32 (rows, columns) as 0xRRGGBB; owner  its part of `owners`.
        """
        color = self.color
        labels = color.guide.labels[place.slices]
        begins = _runs(labels, packed)
        region, carried = labels.ravel()[begins], packed.ravel()[begins]
        part_of_run = color.parts.parts_at(region, carried)
        asked, firsts = RegionPairs.of(region, carried).distinct()
        lengths = np.diff(begins, append=packed.size)
        hinted = None
        owners = wrong = np.zeros(0, dtype=np.int32)
        if owner is None or not owner.any():
            pixels = np.bincount(part_of_run, weights=lengths).astype(np.int64)
            shown = np.repeat(self._packed[part_of_run], lengths).reshape(packed.shape)
            bare = None if self._bare is None else np.repeat(self._bare[part_of_run], lengths)
        else:
            parts = np.repeat(part_of_run, lengths).reshape(packed.shape)
            hinted = _force(color.parts, parts, labels, owner)
            owners = owner[hinted]
            shown = self._packed[parts]
            wrong = owners[shown[hinted] != self._asked[owners]]
            pixels = np.bincount(parts.ravel())
            bare = None if self._bare is None else self._bare[parts]
        seen = np.bincount(owners)
        hint, part = np.flatnonzero(seen), np.flatnonzero(pixels)
        counts = Counts(
            asked=asked,
            given=self._packed[part_of_run[firsts]],
            shown=RegionPairs.of(color.parts.listed.region[part], self._packed[part]),
            pixels=pixels[part],
            hint=hint.astype(np.int32),
            seen=seen[hint],
            wrong=np.bincount(wrong, minlength=len(seen))[hint],
        )
        return Painted(shown, hinted, None if bare is None else bare.reshape(packed.shape), counts)

    def take(self, counts: Counts) -> None:
        """Count pixels that were coloured, by this request or as this one would."""
        self._areas[self._number.at(counts.shown)[0]] += counts.pixels
        self._seen[counts.hint] += counts.seen
        self._wrong[counts.hint] += counts.wrong

    def report(self) -> ColorReport:
        """What was counted, once every row is coloured."""
        parts, palette = self.color.parts, self.color.palette
        own = slice(1 + self.color.told, None)  # 0 is no hint
        visible = self._seen[own] > 0
        return ColorReport(
            hints_visible=int(visible.sum()),
            hints_obeyed=int((visible & (self._wrong[own] == 0)).sum()),
            regions=int((self._areas > 0).sum()),
            pixels=int(self._areas.sum()),
            off_before=int(self._areas[off_palette(parts.listed.wanted, palette)].sum()),
            off_after=int(self._areas[off_palette(parts.color, palette)].sum()),
            ambiguous=tuple(self._ambiguous()),
        )

    def _ambiguous(self) -> list[AmbiguousRegion]:
        parts = self.color.parts.listed
        found = []
        for index, chosen, other in close_calls(parts.wanted, self.color.palette):
            if self._areas[index] == 0:
                continue
            x, y = self._place(int(parts.region[index]))
            wanted = tuple(int(channel) for channel in parts.wanted[index])
            found.append(
                AmbiguousRegion(
                    x=x,
                    y=y,
                    pixels=int(self._areas[index]),
                    wanted=(wanted[0], wanted[1], wanted[2]),
                    chosen=chosen,
                    other=other,
                )
            )
        return sorted(found, key=lambda region: (-region.pixels, region.y, region.x))

    def _place(self, region: int) -> tuple[int, int]:
        """A picture pixel in a region: its small pixel nearest to the middle of them."""
        sampled = self.color.guide.sampled
        height, width = self.color.guide.labels.shape
        rows, columns = np.nonzero(sampled.labels == region)
        if len(rows) == 0:
            flat = int(sampled.place[sampled.missed == region][0])
            row, column = divmod(flat, sampled.labels.shape[1])
        else:
            gap = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
            row, column = int(rows[np.argmin(gap)]), int(columns[np.argmin(gap)])
        y = int((row + 0.5) * height / sampled.labels.shape[0])
        return int((column + 0.5) * width / sampled.labels.shape[1]), y
