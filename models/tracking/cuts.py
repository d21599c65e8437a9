"""Closed regions that hold several colours, cut along the lines that part them incompletely.

Where a line has a gap too wide to be closed, two areas are one closed region. In a key frame the
artist's hints or the painted flats tell them apart; in other frames what was carried from there.
"""

import cv2
import numpy as np
import skimage
from numpy.typing import NDArray

from models.arrays import I32Array, U8Array
from models.cells.cells import GREY_LEVELS, flood_levels, ink_by_level
from models.color import pack_colors
from models.geometry import Rect, Size
from models.hints.hints import HintSet, hint_owners
from models.tracking.described import DrawnRegions

SMALLEST_CUT = 12
"""Pixels of paper below which a colour within a region is a slip and not a part of it."""
SMALLEST_SHARE = 0.02
"""The same as a share of the region, for colours read from flats."""
LARGEST_SLIP = 0.02
"""Side of what may be a slip however large its region is, as a share of the longer side: a coat
whose outline is open is part of the ground's region, and small beside it."""
SLIP_SHARE = 0.1
"""A hint speaks for a region that holds this share of its colour's marks."""
CORE_SHARE = 0.006
"""Distance from other carried colours at which one is believed, as a share of the longer side."""
CARRIED_SHARE = 0.12
"""Share of a carried piece that must come to lie in a region, or it has no part in it."""
LINE_SHARE = 0.35
"""Share of a cut that runs along ink. A cut across bare paper would part what is one surface: what
was carried there has gone out of sight, and no line has a gap."""


def colors_of_hints(
    regions: DrawnRegions, hints: HintSet, painted: I32Array | None = None
) -> I32Array:
    """The hinted colour of every pixel as 0xRRGGBB, int32 (H, W); -1 in regions without a hint.

    hints    in the drawing's pixels.
    painted  int32 (H, W) the picture that the hints gave, 0xRRGGBB: it counts in regions without
             a hint and, since an artist has seen where colours meet, in those with hints of
             several colours. Without it these are flooded from their hints, deep paper before
             shallow, so that they meet where it is narrowest.
    """
    size = Size(*regions.labels.shape)
    owner = hint_owners(hints, size)
    plane: I32Array = np.full(size.shape, -1, dtype=np.int32) if painted is None else painted.copy()
    if not owner.any():
        return plane
    colors = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8)
    distinct, number = np.unique(pack_colors(colors)[1:], return_inverse=True)
    marks = np.concatenate([[0], number + 1]).astype(np.int32)[owner]
    votes = _votes(regions.labels, marks, regions.count, len(distinct) + 1)[:, 1:]
    # A hint that slips over a line into the next region is no statement about that one.
    votes[votes < SLIP_SHARE * votes.max(axis=0, keepdims=True)] = 0
    several = (votes > 0).sum(axis=1) > 1
    one = (votes > 0).sum(axis=1) == 1
    table = np.where(one, distinct[np.argmax(votes, axis=1)], -1).astype(np.int32)
    plane = np.where(one[regions.labels], table[regions.labels], plane)
    if several.any() and painted is None:
        flood = several[regions.labels]
        allowed = votes[regions.labels, np.maximum(marks - 1, 0)] > 0
        markers = np.where(flood & allowed, marks, 0)
        basins = np.asarray(
            skimage.segmentation.watershed(_shallowness(regions), markers, mask=flood)
        )
        plane[flood] = np.concatenate([[-1], distinct])[basins[flood]]
    return plane


def _shallowness(regions: DrawnRegions) -> I32Array:
    """Eighths of a pixel by which each pixel is nearer to the lines than the deepest one."""
    paper = np.pad(regions.paper.view(np.uint8), 1, mode="edge")
    depth = cv2.distanceTransform(paper, cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
    return np.asarray(np.round((depth.max() - depth) * 8), dtype=np.int32)


def cut_by_color(regions: DrawnRegions, colors: I32Array) -> tuple[I32Array, I32Array]:
    """Cut every region where its colour, int32 (H, W) of 0xRRGGBB or -1, changes.

    Returns labels int32 (H, W), 0 to m - 1, and each one's colour, int32 (m,). Slivers join what
    has most of their region.
    """
    distinct, number = np.unique(colors, return_inverse=True)
    number = number.reshape(colors.shape)
    votes = _votes(
        regions.labels[regions.paper], number[regions.paper], regions.count, len(distinct)
    )
    bare = votes.sum(axis=1) == 0
    if bare.any():
        votes[bare] = _votes(regions.labels, number, regions.count, len(distinct))[bare]
    area = votes.sum(axis=1, keepdims=True)
    main = np.argmax(votes, axis=1)
    slip = np.minimum(SMALLEST_SHARE * area, (LARGEST_SLIP * regions.long_side) ** 2)
    kept = votes >= np.maximum(SMALLEST_CUT, slip)
    kept[np.arange(regions.count), main] = True
    region, color = np.nonzero(kept)
    table = np.full(kept.shape, -1, dtype=np.int32)
    table[region, color] = np.arange(len(region))
    labels = table[regions.labels, number]
    labels = np.where(labels < 0, table[np.arange(regions.count), main][regions.labels], labels)
    return labels.astype(np.int32), distinct[color].astype(np.int32)


def cut_by_carried(
    regions: DrawnRegions, carried: I32Array, colors: I32Array, areas: NDArray[np.float32]
) -> I32Array | None:
    """Cut regions into which pieces of several colours were carried; None if there are none.

    carried  int32 (H, W) the piece that the flow brings to each pixel, -1 for none.
    colors   int32 (m,) each piece's colour, 0xRRGGBB, -1 unknown; areas float32 (m,) its pixels.
    Returns labels int32 (H, W), 0 to n - 1.
    """
    seen = regions.paper & (carried >= 0)
    votes = _votes(regions.labels[seen], carried[seen], regions.count, len(areas))
    at_home = votes >= np.maximum(SMALLEST_CUT, CARRIED_SHARE * areas)[None]
    at_home &= (colors >= 0)[None]
    labels = regions.labels
    following = regions.count
    for region in range(regions.count):
        inside = np.flatnonzero(at_home[region])
        if len(np.unique(colors[inside])) < 2:
            continue
        cut = _cut(regions, region, carried, inside, colors)
        if cut is None:
            continue
        if labels is regions.labels:
            labels = labels.copy()
        rows, columns, part = cut
        for number in range(1, int(part.max()) + 1):
            where = part == number
            labels[rows[where], columns[where]] = following
            following += 1
    return None if labels is regions.labels else labels


def _cut(
    regions: DrawnRegions,
    region: int,
    carried: I32Array,
    inside: NDArray[np.intp],
    colors: I32Array,
) -> tuple[NDArray[np.intp], NDArray[np.intp], I32Array] | None:
    """A region's pixels and their parts from 0, or None if no cut is believable."""
    window = Rect.around(regions.labels == region)
    place, mask = window.slices, regions.labels[window.slices] == region
    distinct = np.unique(colors[inside])
    table = np.zeros(len(colors) + 1, dtype=np.int32)
    table[inside] = np.searchsorted(distinct, colors[inside]) + 1
    marks = np.where(mask & regions.paper[place], table[carried[place]], 0)
    reach = max(1.0, CORE_SHARE * regions.long_side)
    markers: I32Array = np.zeros_like(marks)
    for number in range(1, len(distinct) + 1):
        here = np.pad((marks == number).view(np.uint8), 1)
        depth = cv2.distanceTransform(here, cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
        markers[depth > reach] = number
    if len(np.unique(markers[markers > 0])) < 2:
        return None
    levels = flood_levels(ink_by_level(regions.line_u8).astype(np.float32))
    ink = levels[regions.line_u8[place]]
    parts = np.asarray(skimage.segmentation.watershed(ink, markers, mask=mask), dtype=np.int32)
    parts = _without_open_cuts(parts, ink)
    found = np.unique(parts[mask])
    if len(found) < 2:
        return None
    y, x = np.nonzero(mask)
    numbers = np.searchsorted(found, parts[y, x]).astype(np.int32)
    return y + window.top, x + window.left, numbers


def _without_open_cuts(parts: I32Array, ink: U8Array) -> I32Array:
    """Join neighbouring parts, int32 (h, w) from 1, whose border hardly follows ink."""
    lined = cv2.dilate((ink >= GREY_LEVELS // 3).view(np.uint8), np.ones((3, 3), np.uint8)) > 0
    while True:
        worst: tuple[float, int, int] | None = None
        found = [int(number) for number in np.unique(parts) if number > 0]
        for index, one in enumerate(found):
            near = cv2.dilate((parts == one).view(np.uint8), np.ones((3, 3), np.uint8)) > 0
            for other in found[index + 1 :]:
                border = near & (parts == other)
                length = int(border.sum())
                share = float((border & lined).sum()) / length if length else 1.0
                if share < LINE_SHARE and (worst is None or share < worst[0]):
                    worst = (share, one, other)
        if worst is None:
            return parts
        _, one, other = worst
        sizes = [(parts == number).sum() for number in (one, other)]
        small, large = (one, other) if sizes[0] < sizes[1] else (other, one)
        parts = np.where(parts == small, large, parts)


def _votes(
    labels: NDArray[np.signedinteger], values: NDArray[np.signedinteger], rows: int, columns: int
) -> NDArray[np.int64]:
    """How often each value, from 0, meets each label: int64 (rows, columns)."""
    key = labels.ravel().astype(np.int64) * columns + values.ravel()
    return np.bincount(key, minlength=rows * columns).reshape(rows, columns)
