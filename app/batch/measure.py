"""What is measured of a coloured frame, for the report: faults that a look at it would show."""

from collections.abc import Mapping, Sequence

import cv2
import numpy as np
import skimage
from numpy.typing import NDArray

from app.batch.facts import RegionMean, Spot, spots_json
from models.arrays import I32Array, U8Array
from models.color import pack_colors
from models.coloring.compose import FullColor
from models.coloring.palette import ColorReport
from models.geometry import Size
from models.hints.hint_files import hints_to_json
from models.hints.hints import HintSet, LineArt
from models.requests.references import ReferenceReport, ToldRegion
from models.rows import PackedRows, sampled
from models.tracking.tracked import TrackedFrame, TrackedRegion

MEASURED_SIDE = 1024
"""Long side at which faults are looked for; larger pictures are thinned out to it."""
INK_LEVEL = 200
UNFILLED_SHARE = 1e-4
"""Share of the picture from which a white area enclosed by lines counts as left out."""
ISLAND_SHARE = 1.5e-4
"""Share of the picture up to which a patch of colour within another is an island."""
INK_AROUND = 0.3
"""A patch with this share of ink along its border is drawn, and no island."""
LOW_CONFIDENCE = 0.7
LOW_SHARE = 4e-4
"""Share of the picture from which a region of low confidence counts."""
PAPER = 0xFFFFFF


def measure_frame(
    line_art: LineArt,
    result: FullColor[PackedRows],
    hints: HintSet,
    *,
    is_key: bool,
    tracked: TrackedFrame | None = None,
    told: ReferenceReport | None = None,
) -> dict[str, object]:
    """Everything that the report knows of a frame, as its record keeps it.

    hints    that coloured it, in picture pixels; tracked  how they came there; told  what
    references said of its regions.
    """
    size = line_art.size
    small = size.scaled_to(min(size.long_side, MEASURED_SIDE))
    scale = size.long_side / small.long_side
    line_u8 = line_art.pixels
    if small != size:
        shrunk = cv2.resize(line_u8, (small.width, small.height), interpolation=cv2.INTER_AREA)
        line_u8 = np.asarray(shrunk, dtype=np.uint8)
    ink = line_u8 < INK_LEVEL
    flat_u8 = sampled(result.flat_u8, small)
    unfilled = find_unfilled(flat_u8, ink, hints.scaled(1 / scale, 1 / scale))
    islands = find_islands(flat_u8, ink)
    facts: dict[str, object] = {
        "width": size.width,
        "height": size.height,
        "is_key": is_key,
        "hints": len(hints),
        "carried": hints_to_json(hints),
        **report_json(result.report),
        "unfilled": spots_json([spot.enlarged(scale) for spot in unfilled]),
        "islands": spots_json([spot.enlarged(scale) for spot in islands]),
    }
    low: list[Spot] = []
    least = LOW_SHARE * size.height * size.width
    if tracked is not None:
        facts |= _tracking_facts(tracked, result)
        followed = (region for region in tracked.regions if not region.is_new)
        low += [_spot(region) for region in followed if region.confidence < LOW_CONFIDENCE]
    if told is not None:
        low += [_spot(region) for region in told.unsure_regions]
        facts["left_open"] = spots_json(
            [Spot(int(region.x), int(region.y), region.pixels) for region in told.open_regions]
        )
    if tracked is not None or told is not None:
        low = [spot for spot in low if spot.pixels >= least]
        facts["low_confidence"] = spots_json(sorted(low, key=lambda spot: -spot.pixels))
    return facts


def _spot(region: TrackedRegion | ToldRegion) -> Spot:
    return Spot(int(region.x), int(region.y), region.pixels, region.confidence)


def _tracking_facts(tracked: TrackedFrame, result: FullColor[PackedRows]) -> dict[str, object]:
    """How surely the regions were found again, and their colours."""
    labels = tracked.labels
    new = [Spot(int(r.x), int(r.y), r.pixels) for r in tracked.new_regions]
    identities = [
        None if region.key is None or region.key_region is None else (region.key, region.key_region)
        for region in sorted(tracked.regions, key=lambda region: region.region)
    ]
    rgb_u8 = sampled(result.rgba_u8, Size(*labels.shape))
    scale = tracked.size.height * tracked.size.width / labels.size
    return {
        "confidence": round(tracked.confidence, 4),
        "new_regions": spots_json(new),
        "means": [m.to_json() for m in region_means(rgb_u8, labels, identities, scale)],
    }


def find_unfilled(flat_u8: U8Array, ink: NDArray[np.bool_], hints: HintSet) -> list[Spot]:
    """Areas left white that are enclosed by lines or colour, the largest first.

    flat_u8  uint8 (h, w, 3) flats; ink  bool (h, w), where lines are.
    hints    in these pixels: an area that was asked to be white was not left out.
    """
    white = ((pack_colors(flat_u8) == PAPER) & ~ink).astype(np.uint8)
    count, labels, stats, centres = cv2.connectedComponentsWithStats(white, connectivity=4)
    border = {*labels[0].tolist(), *labels[-1].tolist()}
    border |= {*labels[:, 0].tolist(), *labels[:, -1].tolist()}
    height, width = white.shape
    wanted = set()
    for hint in hints:
        for x, y in hint.points:
            row, column = int(y), int(x)
            if 0 <= row < height and 0 <= column < width:
                wanted.add(int(labels[row, column]))
    least = UNFILLED_SHARE * white.size
    spots = []
    for number in range(1, count):
        area = int(stats[number, cv2.CC_STAT_AREA])
        if number in border or number in wanted or area < least:
            continue
        x, y = _inside(labels, number, stats[number], centres[number])
        spots.append(Spot(x, y, area))
    return sorted(spots, key=lambda spot: (-spot.pixels, spot.y, spot.x))


def _inside(
    labels: I32Array, number: int, stats: I32Array, centre: NDArray[np.float64]
) -> tuple[int, int]:
    """A pixel of a component: that of its pixels which is nearest to its middle."""
    left, top, width, height = (int(value) for value in stats[:4])
    rows, columns = np.nonzero(labels[top : top + height, left : left + width] == number)
    away = (rows + top - centre[1]) ** 2 + (columns + left - centre[0]) ** 2
    nearest = int(np.argmin(away))
    return int(columns[nearest]) + left, int(rows[nearest]) + top


def find_islands(flat_u8: U8Array, ink: NDArray[np.bool_]) -> list[Spot]:
    """Specks of one flat colour within another without a line around them, the largest first."""
    packed = pack_colors(flat_u8)
    labels = np.asarray(
        skimage.measure.label(packed, background=-1, connectivity=1), dtype=np.int32
    )
    areas = np.bincount(labels.ravel())
    small = (areas > 0) & (areas <= max(2.0, ISLAND_SHARE * packed.size))
    is_small = small[labels]
    if not is_small.any():
        return []
    ring = (labels[:, 1:] != labels[:, :-1]), (labels[1:] != labels[:-1])
    border = np.zeros(len(areas), dtype=np.int64)
    inked = np.zeros(len(areas), dtype=np.int64)
    near_ink = cv2.dilate(ink.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    pairs = (
        (ring[0], labels[:, 1:], labels[:, :-1], near_ink[:, 1:] | near_ink[:, :-1]),
        (ring[1], labels[1:], labels[:-1], near_ink[1:] | near_ink[:-1]),
    )
    for edge, one, other, dark in pairs:
        for side in (one, other):
            border += np.bincount(side[edge], minlength=len(areas))
            inked += np.bincount(side[edge & dark], minlength=len(areas))
    found = np.flatnonzero(small & (border > 0) & (inked < INK_AROUND * border))
    if len(found) == 0:
        return []
    flat_labels = labels.ravel()
    where = np.flatnonzero(np.isin(flat_labels, found))
    first = dict(zip(flat_labels[where][::-1].tolist(), where[::-1].tolist()))
    spots = []
    for number in found.tolist():
        row, column = divmod(first[number], labels.shape[1])
        spots.append(Spot(column, row, int(areas[number])))
    return sorted(spots, key=lambda spot: (-spot.pixels, spot.y, spot.x))


def region_means(
    rgb_u8: U8Array, labels: I32Array, identities: Sequence[tuple[int, int] | None], scale: float
) -> list[RegionMean]:
    """Mean colours of tracked regions.

    rgb_u8      uint8 (h, w, 3 or more) of the size of `labels`, int32 (h, w).
    identities  for each label the key frame and its region; None where it is new.
    scale       picture pixels for each of these pixels.
    """
    flat = labels.ravel()
    count = len(identities)
    areas = np.bincount(flat, minlength=count)
    sums = [np.bincount(flat, rgb_u8[..., c].ravel(), count) for c in range(3)]
    means = []
    for number, identity in enumerate(identities):
        if identity is None or areas[number] == 0:
            continue
        red, green, blue = (round(float(plane[number] / areas[number])) for plane in sums)
        pixels = round(float(areas[number]) * scale)
        means.append(RegionMean(identity[0], identity[1], pixels, (red, green, blue)))
    return means


def report_json(report: ColorReport | None) -> Mapping[str, object]:
    """What became of regions, hints and palette."""
    report = report or ColorReport()
    return {
        "regions": report.regions,
        "hints_visible": report.hints_visible,
        "hints_obeyed": report.hints_obeyed,
        "off_palette": report.off_after,
        "between_swatches": len(report.ambiguous),
    }
