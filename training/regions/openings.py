"""Drawings whose regions are known, and gaps that are opened in their lines.

Circles, hair-like curves and drawn characters have closed lines, so that a flood fill tells the
truth; then pieces of line between two of its regions are erased.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array, U8Array
from models.geometry import Size
from models.regions.nearest import nearest_regions
from models.regions.regions import RegionSettings

FLOOD_LEVEL = 200
"""Grey level at which the paint stops whose fill is the truth: thin lines are drawn lighter than
half ink, and part shapes of the drawing all the same."""
GAPS_A_DRAWING = 8
LEAST_AREA = 200
"""Pixels of a region that counts."""
LONGEST_WALK = 120
"""Pixels along a line within which another one is met that it runs into."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place on a line between two regions: its middle, and the line's direction."""

    x: int
    y: int
    along: tuple[float, float]
    half_width: float
    regions: tuple[int, int]


def flooded_regions(line_u8: U8Array, level: int = FLOOD_LEVEL) -> I32Array:
    """Regions as a paint bucket without gap closing fills them, int32 (H, W): the truth, where
    lines are closed. Ink goes to the nearest one and specks are dropped as by the application.

    level  grey level at which the paint stops.
    """
    paper = (line_u8 >= level).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    smallest = RegionSettings().for_size(Size(*line_u8.shape)).smallest
    kept = np.asarray(stats[:, cv2.CC_STAT_AREA] >= smallest)
    kept[0] = False
    numbers = np.where(kept, np.cumsum(kept), 0).astype(np.int32)
    return nearest_regions(numbers[labels])


def circles(random: np.random.Generator) -> U8Array:
    """Circles of many sizes and line widths that do not meet: uint8 (640, 640), 0 = ink."""
    line_u8 = np.full((640, 640), 255, np.uint8)
    placed: list[tuple[float, float, float]] = []
    for _ in range(400):
        radius = float(random.uniform(14, 90))
        x, y = random.uniform(radius + 8, 632 - radius, 2)
        if all(np.hypot(x - u, y - v) > radius + r + 16 for u, v, r in placed):
            placed.append((float(x), float(y), radius))
            centre = (round(x * 16), round(y * 16))
            width = int(random.integers(1, 7))
            cv2.circle(line_u8, centre, round(radius * 16), (0,), width, cv2.LINE_AA, 4)
    return line_u8


def locks(random: np.random.Generator) -> U8Array:
    """Locks of hair side by side, long, bent and pointed: uint8 (640, 640), 0 = ink."""
    line_u8 = np.full((640, 640), 255, np.uint8)
    along = np.linspace(0, 1, 80)
    left = 24.0
    while left < 560:
        wide = float(random.uniform(14, 44))
        bend, turn = random.uniform(-26, 26), random.uniform(2, 5)
        length = random.uniform(420, 590)
        middle = left + wide / 2 + bend * np.sin(along * turn) * along
        half = wide / 2 * np.sqrt(1 - along**2) * (1 + 0.15 * np.sin(7 * along))
        y = 24 + along * length
        outline = np.concatenate(
            [np.stack([middle - half, y], 1), np.stack([middle + half, y], 1)[::-1]]
        )
        points = [np.round(outline * 16).astype(np.int32)]
        cv2.fillPoly(line_u8, points, (255,), cv2.LINE_AA, 4)
        cv2.polylines(line_u8, points, True, (0,), int(random.integers(1, 5)), cv2.LINE_AA, 4)
        left += wide * random.uniform(0.8, 1.25) + 6
    return line_u8


def find_openings(
    line_u8: U8Array,
    regions: I32Array,
    gap: int,
    random: np.random.Generator,
    *,
    at_junctions: bool = False,
) -> list[Opening]:
    """Places far from each other where one line alone parts two large regions.

    at_junctions  where such a line runs into another one, and is to stop short of it.
    """
    areas = np.bincount(regions.ravel())
    ink = (line_u8 < 128).astype(np.uint8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, cv2.DIST_MASK_5)
    edge = np.zeros(regions.shape, dtype=bool)
    edge[:, :-1] |= regions[:, :-1] != regions[:, 1:]
    edge[:-1] |= regions[:-1] != regions[1:]
    y, x = np.nonzero(edge & (ink > 0))
    find = _junction_at if at_junctions else _opening_at
    found: list[Opening] = []
    for index in random.permutation(len(x))[:600].tolist():
        place = find(ink, depth, regions, (int(x[index]), int(y[index])), gap)
        if place is None or min(areas[list(place.regions)]) < LEAST_AREA:
            continue
        far = all(np.hypot(place.x - o.x, place.y - o.y) > 60 for o in found)
        if far and all(place.regions != o.regions for o in found):
            found.append(place)
        if len(found) == GAPS_A_DRAWING:
            break
    return found


def _junction_at(
    ink: U8Array, depth: NDArray, regions: I32Array, place: tuple[int, int], gap: int
) -> Opening | None:
    """An opening at the end of the straight line that begins at this pixel, if it runs into
    another line."""
    begun = _opening_at(ink, depth, regions, place, 0)
    if begun is None:
        return None
    height, width = ink.shape
    for sign in (1, -1):
        way = (sign * begun.along[0], sign * begun.along[1])
        for step in range(LONGEST_WALK):
            x, y = round(begun.x + way[0] * step), round(begun.y + way[1] * step)
            if not (0 <= x < width and 0 <= y < height and ink[y, x]):
                break
            if regions[y, x] in begun.regions:
                continue
            # Behind the middle of the other line; the opening ends where its ink begins.
            end = step - float(depth[y, x])
            if end - gap < 2 * begun.half_width + 4:
                break
            x, y = (
                round(start + along * (end - gap / 2))
                for start, along in zip((begun.x, begun.y), way)
            )
            reach = int(gap / 2 + 2 * begun.half_width + 4)
            if reach <= x < width - reach and reach <= y < height - reach:
                return Opening(x, y, way, begun.half_width, begun.regions)
            break
    return None


def _opening_at(
    ink: U8Array, depth: NDArray, regions: I32Array, place: tuple[int, int], gap: int
) -> Opening | None:
    """An opening at this pixel if it lies on one straight line between two regions only."""
    x, y = place
    half = float(depth[max(y - 2, 0) : y + 3, max(x - 2, 0) : x + 3].max())
    reach = int(gap / 2 + 2 * half + 4)
    height, width = ink.shape
    if half > 8 or not (reach <= x < width - reach and reach <= y < height - reach):
        return None
    box = (slice(y - reach, y + reach + 1), slice(x - reach, x + reach + 1))
    beside = np.unique(regions[box])
    rows, columns = np.nonzero(ink[box])
    if len(beside) != 2 or len(rows) < 4:
        return None
    offsets = np.stack([columns - reach, rows - reach]).astype(np.float64)
    spread, axes = np.linalg.eigh(np.cov(offsets))
    across = np.abs(axes[:, 0] @ offsets)
    if spread[1] < 4 * spread[0] or across.max() > 2 * half + 1.5:
        return None
    return Opening(
        x, y, (float(axes[0, 1]), float(axes[1, 1])), half, (int(beside[0]), int(beside[1]))
    )


def erase(line_u8: U8Array, opening: Opening, gap: int) -> None:
    """Erase `gap` pixels of the line, with soft edges as an eraser leaves them."""
    reach = int(gap / 2 + 2 * opening.half_width + 4)
    offset = np.arange(-reach, reach + 1)
    along = opening.along[0] * offset[None] + opening.along[1] * offset[:, None]
    across = -opening.along[1] * offset[None] + opening.along[0] * offset[:, None]
    bare = np.clip(gap / 2 + 0.5 - np.abs(along), 0, 1)
    bare *= np.abs(across) <= 2 * opening.half_width + 3
    box = (
        slice(opening.y - reach, opening.y + reach + 1),
        slice(opening.x - reach, opening.x + reach + 1),
    )
    part = line_u8[box].astype(np.float64)
    line_u8[box] = np.round(part + (255 - part) * bare).astype(np.uint8)
