"""What can be seen of a closure: how lines end there, what it would part, and what else is near.

All but how lines end is told by pixels near its feet, by the rooms on its sides, and by the whole
lines that it joins. Lengths are taken against the closure's width, the gap or the line.
"""

from typing import Protocol

import cv2
import numpy as np
import scipy
from numpy.typing import NDArray

from models.arrays import FloatArray, I64Array, U8Array
from models.regions.closures import Closures

NAMES = (
    "is_neck",
    "ends",
    "turn",
    "kink",
    "blunt",
    "of_gap",
    "of_line",
    "width",
    "alike",
    "thick",
    "thin",
    "smaller_area",
    "larger_area",
    "inradius",
    "pixels",
    "one_line",
    "line_extent",
    "narrower_beside",
    "closures_beside",
    "ends_joined_beside",
    "open_border",
    "closures_of_room",
    "least_along",
    "most_along",
    "least_straight",
    "most_straight",
    "least_through",
    "most_through",
)
"""Names of the features, in order."""
REACH = 3
"""Pixels around a closure's foot in which the line's thickness is taken."""
WIDE = 1e4
"""Inradius of a room that is not measured because it is wide."""
FOOT = 2
"""Pixels around a closure's foot in which its line lies."""
BESIDE = 4.0
"""Pixels between the feet of closures that begin at the same place."""
AROUND = 7
"""Pixels around a foot in which is seen how its line runs."""
AT_ONCE = 4096
"""Closures looked at together, so that memory is bounded."""
MOST_COUNTED = 8
"""More closures than this are as many."""


class TouchingRooms(Protocol):
    """Rooms of paper, and which of them lie beside which closure (models.regions.regions)."""

    @property
    def areas(self) -> I64Array:
        """int64 (count + 1,) pixels of each; entry 0 meaningless."""

    @property
    def closure(self) -> NDArray[np.intp]:
        """Closures, ascending, and"""

    @property
    def room(self) -> NDArray[np.intp]:
        """the rooms that touch them."""


def features(
    ink: U8Array,
    closures: Closures,
    rooms: TouchingRooms,
    inradii: NDArray[np.float64],
    gap: float,
) -> FloatArray:
    """What each closure is judged by: float32 (closures, len(NAMES))."""
    line, first, second = _depths(ink, closures)
    thin, thick = np.minimum(first, second), np.maximum(first, second)
    width = np.maximum(closures.widths, 1).astype(np.float64)
    smaller, larger, radius = _beside(rooms, inradii, closures.count)
    whole, extent = _lines_joined(ink, closures)
    border, of_room = _openness(rooms, closures)
    columns = (
        closures.is_neck,
        *closures.looks.T,
        np.minimum(width / max(gap, 1.0), 1.0),
        width / line,
        np.log(width),
        thin / np.maximum(thick, 0.5),
        thick / line,
        np.log((thin + 0.5) / width),
        np.log((smaller + 1) / width**2),
        np.log((larger + 1) / width**2),
        np.clip(np.log((radius + 0.5) / width), -3, 4),
        np.log(smaller + 1),
        whole,
        np.log(extent / width),
        *_competition(closures),
        np.log(border + 1e-3),
        of_room,
        *_courses(ink, closures),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _depths(
    ink: U8Array, closures: Closures
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """The usual width of lines, and half of it where closures start and where they end."""
    depth: FloatArray = np.asarray(
        cv2.distanceTransform(ink, cv2.DIST_L2, cv2.DIST_MASK_3), dtype=np.float32
    )
    line = max(0.5, 2 * float(np.median(depth[ink > 0]))) if ink.any() else 1.0
    return line, _thickness(depth, closures.starts), _thickness(depth, closures.ends)


def _thickness(depth: FloatArray, places: NDArray[np.int32]) -> NDArray[np.float64]:
    """How deep ink is around pixels x, y, (N, 2): half the thickness of the line there."""
    height, width = depth.shape
    deepest = np.zeros(len(places))
    for down in range(-REACH, REACH + 1):
        for across in range(-REACH, REACH + 1):
            rows = np.clip(places[:, 1] + down, 0, height - 1)
            columns = np.clip(places[:, 0] + across, 0, width - 1)
            deepest = np.maximum(deepest, depth[rows, columns])
    return deepest


def _beside(
    rooms: TouchingRooms, inradii: NDArray[np.float64], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Area of the smallest and of the largest room beside each closure, and the former's inradius;
    0 and 0 for the smaller one where there is but one room."""
    smaller, larger, radius = (np.zeros(count) for _ in range(3))
    if len(rooms.closure) == 0:
        return smaller, larger, radius
    order = np.lexsort((rooms.areas[rooms.room], rooms.closure))
    closure, room = rooms.closure[order], rooms.room[order]
    begins = np.flatnonzero(np.diff(closure, prepend=-1))
    lasts = np.append(begins[1:], len(closure)) - 1
    which, several = closure[begins], lasts > begins
    larger[which] = rooms.areas[room[lasts]]
    smaller[which[several]] = rooms.areas[room[begins[several]]]
    radius[which[several]] = np.minimum(inradii[room[begins[several]]], WIDE)
    return smaller, larger, radius


def _lines_joined(
    ink: U8Array, closures: Closures
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Whether each closure begins and ends at one line, all whose ink hangs together, and how far
    the smaller of both lines extends in pixels."""
    _, lines, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_32S)
    height, width = ink.shape
    extents = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    met = []
    for places in (closures.starts, closures.ends):
        line = np.zeros(len(places), dtype=np.int64)
        for down in range(-FOOT, FOOT + 1):
            for across in range(-FOOT, FOOT + 1):
                rows = np.clip(places[:, 1] + down, 0, height - 1)
                columns = np.clip(places[:, 0] + across, 0, width - 1)
                line = np.where(line == 0, lines[rows, columns], line)
        met.append(line)
    extent = np.minimum(extents[met[0]], extents[met[1]])
    return (met[0] == met[1]).astype(np.float64), np.maximum(extent, 1).astype(np.float64)


def _competition(closures: Closures) -> NDArray[np.float64]:
    """Of closures that begin where each one does, float64 (3, N): how many are narrower, how many
    there are, whether any joins two ends."""
    count = closures.count
    feet = np.concatenate([closures.starts, closures.ends]).astype(np.float64)
    pairs = scipy.spatial.cKDTree(feet).query_pairs(BESIDE, output_type="ndarray") % count
    keys = np.unique(np.concatenate([pairs, pairs[:, ::-1]]) @ np.array([count, 1]))
    one, other = np.divmod(keys[keys // count != keys % count], count)
    joins_ends = (closures.looks[:, 0] >= 1) & ~closures.is_neck
    told = np.stack(
        [
            np.bincount(one, closures.widths[other] < closures.widths[one], count),
            np.bincount(one, minlength=count),
            np.bincount(one, joins_ends[other], count) > 0,
        ]
    )
    return np.minimum(told, MOST_COUNTED)


def _openness(
    rooms: TouchingRooms, closures: Closures
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of the smallest room beside each closure: how long all its closures are against the side of
    a square as large, and how many they are."""
    count = len(rooms.areas)
    length = np.bincount(rooms.room, closures.widths[rooms.closure] + 1.0, count)
    number = np.bincount(rooms.room, minlength=count)
    smallest = np.zeros(closures.count, dtype=np.int64)
    order = np.lexsort((rooms.areas[rooms.room], rooms.closure))
    begins = np.flatnonzero(np.diff(rooms.closure[order], prepend=-1))
    smallest[rooms.closure[order][begins]] = rooms.room[order][begins]
    share = length[smallest] / np.sqrt(np.maximum(rooms.areas[smallest], 1))
    return share, np.minimum(number[smallest], MOST_COUNTED).astype(np.float64)


def _courses(ink: U8Array, closures: Closures) -> FloatArray:
    """How lines run at both feet, float32 (6, N): least and most along the closure, least and most
    straight, least and most on to both sides of it; all from 0 to 1."""
    padded = np.pad(ink, AROUND)
    way = (closures.ends - closures.starts).astype(np.float32)
    length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)
    feet = []
    for places, toward in ((closures.starts, way), (closures.ends, -way)):
        unit: FloatArray = (toward / length[:, None]).astype(np.float32)
        parts = [slice(low, low + AT_ONCE) for low in range(0, max(1, closures.count), AT_ONCE)]
        found = [_course(padded, places[p], unit[p], length[p]) for p in parts]
        feet.append(np.concatenate(found, axis=1))
    least, most = np.minimum(*feet), np.maximum(*feet)
    return np.stack([least, most], axis=1).reshape(6, -1).astype(np.float32)


def _course(
    padded: U8Array, places: NDArray[np.int32], unit: FloatArray, length: FloatArray
) -> FloatArray:
    """How the ink around feet x, y, (N, 2), runs, as far as half of the closure: float32 (3, N)."""
    offsets = np.arange(-AROUND, AROUND + 1)
    across, down = np.meshgrid(offsets, offsets)
    disc = across**2 + down**2 <= AROUND**2
    right, low = across[disc], down[disc]
    height, width = padded.shape
    columns = np.clip(places[:, :1] + AROUND + right, 0, width - 1)
    rows = np.clip(places[:, 1:] + AROUND + low, 0, height - 1)
    x, y = right.astype(np.float32), low.astype(np.float32)
    ahead = unit[:, :1] * x + unit[:, 1:] * y
    aside = unit[:, :1] * y - unit[:, 1:] * x
    inked = padded[rows, columns] * (ahead <= np.maximum(length[:, None] / 2, 1))
    total = np.maximum(inked.sum(axis=1), 1).astype(np.float32)
    mean_x, mean_y = inked @ x / total, inked @ y / total
    xx, yy = inked @ (x * x) / total - mean_x**2, inked @ (y * y) / total - mean_y**2
    xy = inked @ (x * y) / total - mean_x * mean_y
    longer = np.hypot((xx - yy) / 2, xy)
    angle = np.arctan2(2 * xy, xx - yy) / 2
    along = np.abs(np.cos(angle) * unit[:, 0] + np.sin(angle) * unit[:, 1])
    sides = [(inked * on_side).sum(axis=1) for on_side in (aside > FOOT, aside < -FOOT)]
    straight = longer / np.maximum((xx + yy) / 2, 1e-6)
    return np.stack([along, straight, 2 * np.minimum(*sides) / total])
