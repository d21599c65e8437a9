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
from pathlib import Path

import cv2
import numpy as np
from region_baselines import FINDERS

from models.arrays import I32Array, U8Array

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from training.data.characters import draw_character  # noqa: E402
from training.regions.openings import (  # noqa: E402
    Opening,
    circles,
    erase,
    find_openings,
    flooded_regions,
    locks,
)

GAPS = (1, 2, 3, 4, 6, 8, 12)
KEPT_SHARE = 0.8
LONGEST_SIDE = 1200
"""Larger drawings are shrunk to this."""


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
        true = flooded_regions(whole)
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
