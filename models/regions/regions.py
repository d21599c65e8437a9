"""Closed regions of line art: what a paint bucket would fill if no line had a gap.

The ink and the strokes that close its gaps (`models.regions.line_ends`) part the paper into rooms.
A room too small for the gap that made it is no room, and joins the one beyond it; specks join what
is nearest. Every pixel of ink belongs to the nearest region, so that colour meets in the middle of
a line and no fringe is left beside a soft one. Deterministic; numpy and OpenCV.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array, I64Array, U8Array
from models.geometry import Rect, Size
from models.memory import give_back
from models.regions.closures import Closures
from models.regions.ink import InkScale, find_ink, measure_ink
from models.regions.judged import are_meant
from models.regions.line_ends import find_closures, find_line_ends
from models.regions.nearest import nearest_regions
from models.regions.necks import beside_ends, find_necks
from models.regions.sampled import label_strips

WIDEST_GAP = 256.0
"""Pixels that anybody may ask to be closed."""
GAP_SHARE = 0.006
"""Gap closed unless another is asked for, as a share of the picture's longer side."""
SMALLEST_SHARE = 0.0025
"""Side of the smallest region kept, as a share of the picture's longer side."""
BALL_SHARE = 0.35
"""Diameter of the trapped ball unless another is asked for, as a share of the gap."""
WIDE_ROOM = 400.0
"""Rooms of more than this times the square of the widest gap are not measured: they are wide."""
NECK_RATIO = 4.0
"""Where paper is merely narrow, both rooms must be wider by this factor to be two."""
POCKET_RADIUS = 0.45
POCKET_AREA = 3.0
"""A room behind a gap of width w is a mere pocket of the next if no disc of radius
POCKET_RADIUS · w fits into it and its area is less than POCKET_AREA · w²."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionSettings:
    """How regions are to be found, as somebody asks for it.

    gap       widest gap that is closed, in pixels; 0 closes none; None: by the picture's size.
    ball      diameter of a ball that is trapped: what narrower passages join is two regions even
              where no line ends, if both are far wider; 0: none; None: a third of the gap.
    smallest  area in pixels below which a region joins its neighbour; None: by the size.
    """

    gap: float | None = None
    ball: float | None = None
    smallest: int | None = None

    def __post_init__(self) -> None:
        if self.gap is not None and not 0 <= self.gap <= WIDEST_GAP:
            raise ValueError(
                f"the gap to close lies between 0 and {WIDEST_GAP:g} pixels; got {self.gap}"
            )
        if self.ball is not None and not 0 <= self.ball <= 256:
            raise ValueError(f"the trapped ball has 0 to 256 pixels; got {self.ball}")
        if self.smallest is not None and self.smallest < 0:
            raise ValueError(f"the smallest region has 0 pixels or more; got {self.smallest}")

    def for_size(self, size: Size) -> "RegionLimits":
        """What they are for a picture of this size."""
        gap = max(2.0, GAP_SHARE * size.long_side) if self.gap is None else float(self.gap)
        smallest = self.smallest
        if smallest is None:
            smallest = max(6, round((SMALLEST_SHARE * size.long_side) ** 2))
        ball = BALL_SHARE * gap if self.ball is None else float(self.ball)
        return RegionLimits(gap=gap, ball=ball, smallest=smallest)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionLimits:
    """How the regions of one drawing are found, in its pixels; see RegionSettings."""

    gap: float
    ball: float
    smallest: int


@dataclass(frozen=True, slots=True, eq=False)
class RegionMap:
    """Regions of one drawing.

    labels    int32 (H, W), 0 to count - 1; every pixel belongs to a region, ink too.
    areas     int64 (count,) pixels of each.
    bounds    int32 (count, 4) left, top, right, bottom of each, half-open.
    ink       uint8 (H, W), 1 = ink.
    walls     uint8 (H, W), 1 = ink, closure or speck: labelled by what is nearest.
    closures  every stroke considered to close a gap.
    sides     int32 (closures, 2) the two regions that each keeps apart; equal where it parts none.
    scale     what the drawing's paper and lines were found to be.
    limits    by which they were found.
    """

    labels: I32Array
    areas: I64Array
    bounds: I32Array
    ink: U8Array
    walls: U8Array
    closures: Closures
    sides: I32Array
    scale: InkScale
    limits: RegionLimits

    @property
    def count(self) -> int:
        """One more than the highest label."""
        return len(self.areas)

    @property
    def size(self) -> Size:
        """Size of the drawing."""
        return Size(*self.labels.shape)

    def rect(self, region: int) -> Rect:
        """The smallest rectangle that holds a region."""
        return Rect(*(int(edge) for edge in self.bounds[region]))

    def mask(self, region: int) -> NDArray[np.bool_]:
        """Where a region lies within its `rect`: bool (h, w)."""
        return np.asarray(self.labels[self.rect(region).slices] == region)


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """Pixels of closures: the closure's number and the flat index of each, both int (P,)."""

    owner: NDArray[np.int64]
    pixels: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Rooms:
    """Paper parted by ink and closures, before anything is joined.

    labels  int32 (H, W), 0 = ink or closure.
    areas   int64 (count + 1,), entry 0 meaningless.
    touch   closure and room pairs, each int (P,), in ascending order.
    """

    labels: I32Array
    areas: I64Array
    closure: NDArray[np.intp]
    room: NDArray[np.intp]


def find_regions(line_u8: U8Array, settings: RegionSettings | None = None) -> RegionMap:
    """Part line art into regions.

    line_u8  uint8 (H, W), 0 = ink. Regions are numbered by their first pixel, row by row.
    Raises ValueError if the array is no such plane.
    """
    check_line(line_u8)
    limits = (settings or RegionSettings()).for_size(Size(*line_u8.shape))
    scale = measure_ink(line_u8)
    ink = find_ink(line_u8, scale)
    closures = all_closures(ink, limits, picture=Size(*ink.shape))
    give_back()  # what comes now holds more than all before
    return regions_of_ink(ink, closures, scale, limits)


def all_closures(ink: U8Array, limits: RegionLimits, *, picture: Size) -> Closures:
    """Every stroke that may close a gap: at the ends of lines, and across narrow passages.

    picture  size of the drawing of which the ink is all, or a piece from an even row and column on.
    """
    closures = find_closures(ink, find_line_ends(ink), limits.gap)
    necks = find_necks(ink, limits.ball, picture=picture)
    return closures.joined(necks.chosen(~beside_ends(necks, closures)))


def check_line(line_u8: U8Array) -> None:
    """Raise ValueError unless this is a plane of line art."""
    if line_u8.ndim != 2 or line_u8.dtype != np.uint8 or line_u8.size == 0:
        raise ValueError(
            f"regions need line art as uint8 of shape (H, W); got {line_u8.dtype} of shape "
            f"{line_u8.shape}: convert colour with models.hints.hints.LineArt.from_rgba"
        )


def regions_of_ink(
    ink: U8Array, closures: Closures, scale: InkScale, limits: RegionLimits
) -> RegionMap:
    """Regions between ink, uint8 (H, W) with 1 = ink, and the given closures."""
    rooms = part_rooms(*open_paper(ink, closures))
    meant = are_meant(ink, closures, rooms, room_inradii(rooms, closures), limits.gap)
    kept = closures
    if not meant.all():
        kept = closures.chosen(meant)
        del rooms  # a plane of labels less while others are found
        rooms = part_rooms(*open_paper(ink, kept))
    groups = join_rooms(rooms, kept, limits.smallest, room_inradii(rooms, kept))
    if not groups.any():
        groups[1:] = np.arange(1, len(groups))
    labels = groups[rooms.labels]
    del rooms  # a plane of labels less while the most is held
    walls = (labels == 0).view(np.uint8)
    labels = nearest_regions(labels)
    areas, bounds = measure_labels(labels, int(labels.max()) + 1)
    sides = closure_sides(labels, closures)
    return RegionMap(
        labels=labels,
        areas=areas,
        bounds=bounds,
        ink=ink,
        walls=walls,
        closures=closures,
        sides=sides,
        scale=scale,
        limits=limits,
    )


def open_paper(ink: U8Array, closures: Closures) -> tuple[U8Array, Strokes]:
    """Paper that no closure covers, uint8 (H, W) with 1 = open, and the pixels of paper that each
    closure covers."""
    free = np.subtract(1, ink, dtype=np.uint8)
    strokes = _strokes(closures, free)
    free.reshape(-1)[strokes.pixels] = 0
    return free, strokes


def part_rooms(free: U8Array, strokes: Strokes, inside: NDArray[np.bool_] | None = None) -> Rooms:
    """Connected open paper; only where `inside`, bool (H, W), if given."""
    paper = free if inside is None else np.bitwise_and(free, inside.view(np.uint8))
    _, found, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4, ltype=cv2.CV_32S)
    labels: I32Array = np.asarray(found, dtype=np.int32)
    areas = stats[:, cv2.CC_STAT_AREA].astype(np.int64)
    closure, room = _touching(labels, strokes)
    return Rooms(labels, areas, closure, room)


def _strokes(closures: Closures, free: U8Array) -> Strokes:
    """The paper that each closure covers from ink to ink, its longest run, and nothing beyond the
    line at its foot.

    free  uint8 (H, W), 1 = paper.
    """
    height, width = free.shape
    way = (closures.ends - closures.starts).astype(np.int64)
    counts = np.abs(way).max(axis=1, initial=0) + 1
    owner = np.repeat(np.arange(closures.count), counts)
    along = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    share = along / np.maximum(counts - 1, 1)[owner]
    x, y = (closures.starts[owner] + np.rint(way[owner] * share[:, None]).astype(np.int64)).T
    inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    owner, x, y = owner[inside], x[inside], y[inside]
    bare = free[y, x] > 0
    # A slanting stroke may slip between two pixels of a line that meet at their corners.
    passes = (free[y[1:], x[:-1]] | free[y[:-1], x[1:]]) > 0
    goes_on = np.append(False, bare[:-1] & (owner[1:] == owner[:-1]) & passes)
    run = np.cumsum(bare & ~goes_on)[bare]
    owner, pixels = owner[bare], (y * width + x)[bare]
    rank = np.bincount(run)[run] * (len(run) + 1) - run
    best = np.zeros(closures.count, dtype=np.int64)
    np.maximum.at(best, owner, rank)
    return Strokes(owner[rank == best[owner]], pixels[rank == best[owner]])


def _touching(labels: I32Array, strokes: Strokes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Which rooms lie beside which closure; 0 is none.

    Only what would be one with a pixel of the closure were it open: no room beyond the line at its
    foot.
    """
    if len(strokes.pixels) == 0:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    height, width = labels.shape
    y, x = np.divmod(strokes.pixels, width)
    keys = []
    for step_x, step_y in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        row, column = y + step_y, x + step_x
        inside = (row >= 0) & (column >= 0) & (row < height) & (column < width)
        room = labels[row[inside], column[inside]].astype(np.int64)
        keys.append((strokes.owner[inside][room > 0] << 32) + room[room > 0])
    pairs = np.unique(np.concatenate(keys))
    return pairs >> 32, pairs & ((1 << 32) - 1)


def join_rooms(
    rooms: Rooms,
    closures: Closures,
    smallest: int,
    inradii: NDArray[np.float64],
) -> I32Array:
    """Which region each room belongs to: int32 (rooms + 1,), 0 = a speck for its surroundings.

    inradii  of `room_inradii`. Regions are numbered from 1 by their first room.
    """
    count = len(rooms.areas)
    parent = np.arange(count)

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = int(parent[node])
        return node

    areas = rooms.areas.copy()
    radius = inradii.copy()
    splits = np.flatnonzero(np.diff(rooms.closure, prepend=-1, append=-1))
    spans = list(zip(splits[:-1].tolist(), splits[1:].tolist()))
    # Widest first, so that what hangs together has grown before a narrower place is judged.
    for begin, end in reversed(spans):
        number = rooms.closure[begin]
        width = float(closures.widths[number])
        beside = sorted({root(int(room)) for room in rooms.room[begin:end]})
        if len(beside) < 2:
            continue
        first = largest = max(beside, key=lambda room: (areas[room], -room))
        for room in beside:
            if room == first:
                continue
            if closures.is_neck[number]:
                joins = min(radius[room], radius[largest]) < NECK_RATIO * (width + 1) / 2
            else:
                joins = (
                    areas[room] < POCKET_AREA * width * width
                    and radius[room] < POCKET_RADIUS * width
                ) or areas[room] < smallest
            if joins:
                low, high = min(room, largest), max(room, largest)
                parent[high] = low
                areas[low] = areas[low] + areas[high]
                radius[low] = max(radius[low], radius[high])
                largest = low
    roots = np.array([root(node) for node in range(count)])
    kept = areas[roots] >= smallest
    kept[0] = False
    _, numbers = np.unique(roots[kept], return_inverse=True)
    groups = np.zeros(count, dtype=np.int32)
    groups[kept] = numbers + 1
    return groups


def room_inradii(rooms: Rooms, closures: Closures) -> NDArray[np.float64]:
    """Inradius of the small rooms beside closures; infinite for all others."""
    radius = np.full(len(rooms.areas), np.inf)
    if closures.count == 0:
        return radius
    beside = np.zeros(len(rooms.areas), dtype=bool)
    beside[rooms.room] = True
    wanted = np.flatnonzero(beside & (rooms.areas < WIDE_ROOM * closures.widths.max() ** 2))
    if len(wanted) == 0:
        return radius
    small = np.zeros(len(rooms.areas), dtype=np.uint8)
    small[wanted] = 1
    # Rooms meet only across walls, so the distance to the nearest wall is each one's own.
    mask = small[rooms.labels]
    depth = cv2.distanceTransform(mask, cv2.DIST_L2, cv2.DIST_MASK_5)
    radius[wanted] = 0
    for rows in label_strips(depth.shape):
        outer = slice(max(0, rows.start - 1), rows.stop + 1)
        highest = cv2.dilate(depth[outer], np.ones((3, 3), np.uint8))
        highest = highest[rows.start - outer.start :][: rows.stop - rows.start]
        y, x = np.nonzero((depth[rows] >= highest) & (mask[rows] > 0))
        np.maximum.at(radius, rooms.labels[rows][y, x], depth[rows][y, x].astype(np.float64))
    return radius


def measure_labels(labels: I32Array, count: int) -> tuple[I64Array, I32Array]:
    """Area and bounds of every label, in bounded memory."""
    areas = np.zeros(count, dtype=np.int64)
    bounds = np.zeros((count, 4), dtype=np.int32)
    height, width = labels.shape
    bounds[:, :2] = max(height, width)
    for top in range(0, height, 256):
        part = labels[top : top + 256]
        rows = np.arange(top, top + len(part))
        # Runs of equal labels: far fewer than pixels.
        starts = np.ones(part.shape, dtype=bool)
        np.not_equal(part[:, 1:], part[:, :-1], out=starts[:, 1:])
        row, left = np.nonzero(starts)
        label = part[row, left]
        flat = row * width + left
        length = np.diff(flat, append=part.size)
        areas += np.bincount(label, length, count).astype(np.int64)
        np.minimum.at(bounds[:, 0], label, left.astype(np.int32))
        np.minimum.at(bounds[:, 1], label, rows[row].astype(np.int32))
        np.maximum.at(bounds[:, 2], label, (left + length).astype(np.int32))
        np.maximum.at(bounds[:, 3], label, rows[row].astype(np.int32) + 1)
    bounds[areas == 0] = 0
    return areas, bounds


def closure_sides(labels: I32Array, closures: Closures) -> I32Array:
    """The two regions beside each closure's middle: int32 (N, 2), equal where it parts none."""
    if closures.count == 0:
        return np.zeros((0, 2), dtype=np.int32)
    height, width = labels.shape
    middle = (closures.starts + closures.ends) / 2
    way = (closures.ends - closures.starts).astype(np.float64)
    unit = way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)[:, None]
    normal = np.stack([-unit[:, 1], unit[:, 0]], axis=1) * 1.5
    sides = []
    for sign in (-1, 1):
        x, y = np.floor(middle + sign * normal + 0.5).astype(np.intp).T
        sides.append(labels[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)])
    return np.stack(sides, axis=1).astype(np.int32)
