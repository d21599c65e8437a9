"""Regions of a drawing told their colours by coloured drawings of the same things.

Every region of the drawing is compared with all regions of all references together; the colour
whose regions are likest is its colour, if that is likelier than that no reference shows the region.
What nothing explains stays open. A place that the artist paired, this here is that there, is held
to that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy

from models.arrays import BoolArray, FloatArray, I32Array, IntArray
from models.cancel import IsCancelled, check_cancelled
from models.hints.hints import Point
from models.hints.parts import PART_COUNT
from models.hints.tags import Rgb
from models.matching.confidence import read_weights as confidence_weights
from models.matching.confidence import signs_of, weigh
from models.matching.looks import RegionLooks
from models.matching.network import Comparison, read_weights, scores
from models.matching.sheets import SheetFigure
from models.tracking.described import DrawnRegions, LineReading, describe

OPEN_SHARE = 0.4
"""Probability of a colour below which a region stays open."""
MOST_PAIRS = 600_000
"""Pairs of regions that are compared at most; beyond, the smallest known regions are left out."""
MOST_REGIONS = 2_000
"""Regions of either side that are compared at most, since each side looks at itself, too: of a
screen tone only the largest dots, and the others stay open."""
LEAST_KNOWN = 3.0
"""Pixels of a known region below which it tells nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownFigure:
    """A figure of a reference with what a generator reads in it.

    reference  the number of its reference.
    """

    figure: SheetFigure
    regions: DrawnRegions
    looks: RegionLooks
    reference: int

    @classmethod
    def of(cls, figure: SheetFigure, reading: LineReading, reference: int) -> "KnownFigure":
        """Look at a figure. Raises ValueError for a reading without parts."""
        regions = describe(
            figure.line.pixels, figure.labels, figure.paper, parent=figure.parent, reading=reading
        )
        return cls(figure, regions, RegionLooks.of(regions), reference)


@dataclass(frozen=True, slots=True, eq=False)
class RegionMatches:
    """What references tell of the n regions of a drawing.

    color       int32 (n,) 0xRRGGBB, -1 of those that stay open.
    confidence  float32 (n,) 0 to 1 that the colour, or that it is open, is right; of colours see
                models.matching.confidence.
    figure      int (n,) which of the known figures shows it, and region  int (n,) its number there;
                -1 for none.
    """

    color: I32Array
    confidence: FloatArray
    figure: IntArray
    region: IntArray

    def rgb(self, region: int) -> Rgb | None:
        """The colour of a region, None where it stays open."""
        packed = int(self.color[region])
        return None if packed < 0 else (packed >> 16, packed >> 8 & 255, packed & 255)

    def without(self, regions: BoolArray) -> "RegionMatches":
        """The same where some regions, bool (n,), stay open."""
        return replace(
            self,
            color=np.where(regions, -1, self.color).astype(np.int32),
            figure=np.where(regions, -1, self.figure),
            region=np.where(regions, -1, self.region),
        )


def match_regions(
    now: DrawnRegions,
    known: Sequence[KnownFigure],
    *,
    pairs: Sequence[tuple[int, int, int]] = (),
    is_cancelled: IsCancelled,
) -> RegionMatches:
    """Tell every region of a drawing its colour.

    pairs  (region of the drawing, figure, region there) that the artist said.
    Raises Cancelled, and ValueError if no generator read the drawing.
    """
    looks = RegionLooks.of(now)
    asked = np.sort(np.argsort(-now.area, kind="stable")[:MOST_REGIONS])
    most = min(MOST_REGIONS, MOST_PAIRS // max(1, len(asked)))
    figure, region, color = _numbered(known, most=most)
    nothing = np.full(now.count, -1)
    result = RegionMatches(
        color=nothing.astype(np.int32),
        confidence=np.zeros(now.count, dtype=np.float32),
        figure=nothing.copy(),
        region=nothing.copy(),
    )
    if len(color) == 0:
        result.confidence[:] = 1
    else:
        shown = _joined(known, figure, region)
        group = np.unique(color, return_inverse=True)[1]
        check_cancelled(is_cancelled)
        found = scores(Comparison.of(looks.chosen(asked), shown, group), read_weights())
        check_cancelled(is_cancelled)
        own, leading = likest(found, group)
        told = leading >= OPEN_SHARE
        share = weigh(
            signs_of(found, leading, own, looks.chosen(asked), shown), confidence_weights()
        )
        result.confidence[asked] = np.where(told, share, 1 - leading)
        here, own = asked[told], own[told]
        result.color[here] = color[own]
        result.figure[here], result.region[here] = figure[own], region[own]
    for place, which, there in pairs:
        result.color[place] = int(known[which].figure.tones.color[there])
        result.confidence[place] = 1.0
        result.figure[place], result.region[place] = which, there
    return result


def likest(found: FloatArray, group: IntArray) -> tuple[IntArray, FloatArray]:
    """Of the likest colour the likest known region, int (n,), and how likely it is, (n,).

    found  float32 (n, m) as of `scores`; group  int (m,): regions of one colour share a group.
    """
    strongest = np.maximum(found.max(axis=1, keepdims=True), 0)
    belief = np.exp(found - strongest)
    none = np.exp(-strongest[:, 0])
    by_group = np.stack(
        [belief[:, group == number].sum(axis=1) for number in range(int(group.max()) + 1)], axis=1
    )
    share = by_group / (by_group.sum(axis=1) + none)[:, None]
    best = np.argmax(share, axis=1)
    own = np.argmax(np.where(group[None] == best[:, None], found, -np.inf), axis=1)
    return own, share[np.arange(len(found)), best]


def _numbered(known: Sequence[KnownFigure], most: int) -> tuple[IntArray, IntArray, I32Array]:
    """Figure, region and colour, (m,) each, of the known regions that tell something."""
    figures, regions, colors, areas = [], [], [], []
    for number, each in enumerate(known):
        color = each.figure.tones.color
        kept = np.flatnonzero((color >= 0) & (each.regions.area >= LEAST_KNOWN))
        figures.append(np.full(len(kept), number))
        regions.append(kept)
        colors.append(color[kept])
        areas.append(each.regions.area[kept])
    if not figures:
        return (np.empty(0, dtype=np.intp),) * 2 + (np.empty(0, dtype=np.int32),)
    figure, region, color = (np.concatenate(each) for each in (figures, regions, colors))
    if len(color) > most:
        largest = np.sort(np.argsort(-np.concatenate(areas), kind="stable")[:most])
        figure, region, color = figure[largest], region[largest], color[largest]
    return figure, region, color.astype(np.int32)


def _joined(known: Sequence[KnownFigure], figure: IntArray, region: IntArray) -> RegionLooks:
    """The looks of known regions, figure after figure."""
    each = [known[number].looks.chosen(region[figure == number]) for number in np.unique(figure)]
    return RegionLooks(
        np.concatenate([looks.embedding for looks in each]),
        np.concatenate([looks.parts for looks in each]),
        np.concatenate([looks.geometry for looks in each]),
        scipy.sparse.block_diag([looks.beside for looks in each], format="csr"),
    )


def likeness(now: DrawnRegions, key: DrawnRegions, group: IntArray) -> FloatArray | None:
    """How much regions are alike as references are compared, as models.tracking.tracker.Liken."""
    counts = now.count, key.count
    if min(counts) == 0 or max(counts) > MOST_REGIONS or counts[0] * counts[1] > MOST_PAIRS:
        return None
    if any(regions.parts.shape[1] != PART_COUNT for regions in (now, key)):
        return None
    asked, known, weights = RegionLooks.of(now), RegionLooks.of(key), read_weights()
    # Other generators read lines otherwise than the one by whose features this was fitted.
    if asked.tokens().shape[1] != weights["token_mean"].size:
        return None
    return scores(Comparison.of(asked, known, group), weights)


def region_at(regions: DrawnRegions, place: Point, scale: float) -> int | None:
    """The region at x, y of a picture that is shown `scale` times as large; None outside."""
    column, row = (int(value * scale) for value in place)
    height, width = regions.labels.shape
    if not (0 <= row < height and 0 <= column < width):
        return None
    return int(regions.labels[row, column])
