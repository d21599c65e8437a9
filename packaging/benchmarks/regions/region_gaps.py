"""Gaps of 1 to 12 pixels opened at random in lines: the share of regions that stay apart.

    python packaging/benchmarks/regions/region_gaps.py [--drawings FOLDER] [--number N] [--seed N]

Circles, hair-like curves and drawings are parted whole by a flood fill, and pieces of line between
two of its regions are erased. A gap counts as kept when these still are two regions, each with four
fifths of its pixels. Every method is told how wide a gap to close: one pixel more than was opened.

The drawings are our own characters, whose lines are closed, or the PNG, JPEG or WebP line art of a
folder. That has gaps of its own, so that a flood fill tells no truth there: it is each method's own
regions of the whole drawing that must be kept. Cutting everything up keeps most; how many regions
a method finds in a drawing is therefore printed below.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from region_baselines import FINDERS, by_flood_fill

from models.arrays import I32Array, U8Array

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from training.data.characters import draw_character  # noqa: E402

GAPS = (1, 2, 3, 4, 6, 8, 12)
GAPS_A_DRAWING = 8
LEAST_AREA = 200
"""Pixels of a region that counts."""
KEPT_SHARE = 0.8
LONGEST_SIDE = 1200
"""Larger drawings are shrunk to this."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place on a line between two regions: its middle, and the line's direction."""

    x: int
    y: int
    along: tuple[float, float]
    half_width: float
    regions: tuple[int, int]


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


def real_drawings(folder: Path | None, number: int, seed: int) -> Iterator[U8Array]:
    """Line art of a folder, or else of our own characters: uint8 (H, W), 0 = ink."""
    if folder is None:
        for index in range(number):
            line = draw_character(seed + index, size=1024).line
            assert line is not None
            yield line
        return
    kinds = {".png", ".jpg", ".jpeg", ".webp"}
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in kinds)
    if not paths:
        raise SystemExit(f"{folder} holds no PNG, JPEG or WebP: name a folder of line art")
    for path in paths[:: max(1, len(paths) // number)][:number]:
        line_u8 = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_GRAYSCALE)
        if line_u8 is None:
            raise SystemExit(f"{path} is no picture: take it out of the folder")
        scale = LONGEST_SIDE / max(line_u8.shape)
        if scale < 1:
            line_u8 = cv2.resize(line_u8, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        yield np.asarray(line_u8, np.uint8)


def find_openings(
    line_u8: U8Array, regions: I32Array, gap: int, random: np.random.Generator
) -> list[Opening]:
    """Places far from each other where one line alone parts two large regions."""
    areas = np.bincount(regions.ravel())
    ink = (line_u8 < 128).astype(np.uint8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, cv2.DIST_MASK_5)
    edge = np.zeros(regions.shape, dtype=bool)
    edge[:, :-1] |= regions[:, :-1] != regions[:, 1:]
    edge[:-1] |= regions[:-1] != regions[1:]
    y, x = np.nonzero(edge & (ink > 0))
    found: list[Opening] = []
    for index in random.permutation(len(x))[:600].tolist():
        place = _opening_at(ink, depth, regions, (int(x[index]), int(y[index])), gap)
        if place is None or min(areas[list(place.regions)]) < LEAST_AREA:
            continue
        far = all(np.hypot(place.x - o.x, place.y - o.y) > 60 for o in found)
        if far and all(place.regions != o.regions for o in found):
            found.append(place)
        if len(found) == GAPS_A_DRAWING:
            break
    return found


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


def beside(opening: Opening, filled: I32Array, unbroken: I32Array) -> tuple[int, int]:
    """What a method finds in the whole drawing on the two sides of an opening.

    filled    the flood fill's regions, which tell the sides; unbroken  the method's own.
    """
    reach = int(2 * opening.half_width + 6)
    box = (
        slice(max(opening.y - reach, 0), opening.y + reach + 1),
        slice(max(opening.x - reach, 0), opening.x + reach + 1),
    )
    first, second = (
        int(np.bincount(unbroken[box][filled[box] == region]).argmax())
        for region in opening.regions
    )
    return first, second


def is_kept(found: I32Array, unbroken: I32Array, pair: tuple[int, int]) -> bool:
    """Whether the two regions beside an opening still are two."""
    numbers = []
    for region in pair:
        inside = found[unbroken == region]
        counts = np.bincount(inside)
        if counts.max() < KEPT_SHARE * len(inside):
            return False
        numbers.append(int(counts.argmax()))
    return numbers[0] != numbers[1]


def measure(
    drawings: list[U8Array], gap: int, seed: int, *, is_closed: bool
) -> tuple[dict[str, float], int]:
    """Share of the opened gaps that each method keeps closed, and how many were opened.

    is_closed  the drawings' lines are, so that a flood fill finds the true regions.
    """
    random = np.random.default_rng(seed + gap)
    kept = dict.fromkeys(FINDERS, 0)
    opened = 0
    for whole in drawings:
        true = by_flood_fill(whole, 0)
        openings = find_openings(whole, true, gap, random)
        line_u8 = whole.copy()
        for opening in openings:
            erase(line_u8, opening, gap)
        opened += len(openings)
        for name, find in FINDERS.items():
            found = find(line_u8, float(gap + 1))
            unbroken = true if is_closed else find(whole, float(gap + 1))
            pairs = [beside(opening, true, unbroken) for opening in openings]
            kept[name] += sum(is_kept(found, unbroken, pair) for pair in pairs)
    return {name: count / max(opened, 1) for name, count in kept.items()}, opened


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--drawings", type=Path, help="a folder of line art")
    parser.add_argument("--number", type=int, default=20, help="drawings of each kind")
    parser.add_argument("--seed", type=int, default=9000)
    arguments = parser.parse_args()
    random = np.random.default_rng(arguments.seed)
    kinds = {
        "circles": [circles(random) for _ in range(arguments.number)],
        "hair": [locks(random) for _ in range(arguments.number)],
        "drawings": list(real_drawings(arguments.drawings, arguments.number, arguments.seed)),
    }
    print(f"share of regions kept apart, {arguments.number} pictures of each kind")
    print(" " * 8 + "".join(f"| {kind:^42} " for kind in kinds))
    row = "".join(f"{name:>14}" for name in FINDERS)
    print(f"{'gap':>5}   " + "".join(f"| {row} " for _ in kinds) + "| opened")
    for gap in GAPS:
        cells, counts = [], []
        for kind, drawings in kinds.items():
            is_closed = kind != "drawings" or arguments.drawings is None
            shares, opened = measure(drawings, gap, arguments.seed, is_closed=is_closed)
            cells.append("| " + "".join(f"{share:>14.3f}" for share in shares.values()) + " ")
            counts.append(str(opened))
        print(f"{gap:>2} px   " + "".join(cells) + "| " + " ".join(counts), flush=True)
    middle = float(GAPS[len(GAPS) // 2] + 1)
    counts = {
        name: np.mean([len(np.unique(find(line_u8, middle))) for line_u8 in kinds["drawings"]])
        for name, find in FINDERS.items()
    }
    listed = ", ".join(f"{name} {count:.0f}" for name, count in counts.items())
    print(f"regions found in a whole drawing of the last kind: {listed}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
