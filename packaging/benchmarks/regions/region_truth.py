"""Regions found in our drawn characters, against the shapes they were painted from.

    python packaging/benchmarks/regions/region_truth.py [--figures N] [--sizes 512 4096] [--sheet F]

Border precision: share of found borders that lie on a true one; recall: share of true borders
that were found, of all and of the visible ones (shapes whose common border bears no ink over a
long stretch, as a sleeve and its bodice, are one). Over-segmentation: share of the figure outside
the largest found part of its shape; under-segmentation: share of it in a found region that mostly
belongs to another shape. Lines inside a shape (folds, ribs, locks of hair) part paper without
being a border, for every method.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from region_baselines import FINDERS, default_gap

from models.arrays import I32Array, U8Array

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from models.pictures.files import write_png  # noqa: E402
from training.data.characters import draw_character  # noqa: E402

TOLERANCE_SHARE = 0.006
"""How far a found border may lie from the true one, as a share of the picture's side."""
OPEN_SHARE = 0.02
"""Shapes whose common border is not drawn over a stretch of this share of the side are one."""
FIRST_SEED = 9000


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well found regions agree with true ones; all shares."""

    precision: float
    recall: float
    visible_recall: float
    over: float
    under: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of visible borders."""
        return (
            2
            * self.precision
            * self.visible_recall
            / max(self.precision + self.visible_recall, 1e-9)
        )


def borders(labels: I32Array) -> NDArray[np.bool_]:
    """Pixels whose right or lower neighbour belongs to another region: bool (H, W)."""
    found = np.zeros(labels.shape, dtype=bool)
    found[:, :-1] |= labels[:, :-1] != labels[:, 1:]
    found[:-1] |= labels[:-1] != labels[1:]
    return found


def distance_to(mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Distance of every pixel from the nearest marked one, in pixels."""
    if not mask.any():
        return np.full(mask.shape, np.inf, dtype=np.float32)
    return np.asarray(
        cv2.distanceTransform((~mask).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5), np.float32
    )


def visible_shapes(true: I32Array, line_u8: U8Array) -> I32Array:
    """Shapes joined where nothing tells them apart: a long stretch of their border bears no ink.

    Sleeves run into bodices, and whites of eyes into faces; no line drawing says where.
    """
    side = max(true.shape)
    bare = borders(true) & (distance_to(line_u8 < 128) > TOLERANCE_SHARE * side / 2)
    _, stretches, stats, _ = cv2.connectedComponentsWithStats(
        cv2.dilate(bare.view(np.uint8), np.ones((3, 3), np.uint8)), connectivity=8
    )
    extent = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    extent[0] = 0
    joined = np.arange(int(true.max()) + 1)
    y, x = np.nonzero(bare & (extent[stretches] > OPEN_SHARE * side))
    for step_y, step_x in ((0, 1), (1, 0)):
        row = np.minimum(y + step_y, true.shape[0] - 1)
        column = np.minimum(x + step_x, true.shape[1] - 1)
        pairs = np.unique(np.stack([true[y, x], true[row, column]], axis=1), axis=0)
        for one, two in pairs.tolist():
            low, high = sorted((int(joined[one]), int(joined[two])))
            joined[joined == high] = low
    return joined.astype(np.int32)[true]


def compare(found: I32Array, true: I32Array, line_u8: U8Array) -> Agreement:
    """Measure found regions against true ones of the same picture."""
    tolerance = TOLERANCE_SHARE * max(true.shape)
    found_border, true_border = borders(found), borders(true)
    shapes = visible_shapes(true, line_u8)
    shape_border = borders(shapes)
    from_true, from_found = distance_to(true_border), distance_to(found_border)
    true, figure = shapes, true > 0
    overlap = np.bincount(
        true[figure].astype(np.int64) * (int(found.max()) + 1) + found[figure],
        minlength=(int(true.max()) + 1) * (int(found.max()) + 1),
    ).reshape(int(true.max()) + 1, -1)
    total = max(int(overlap.sum()), 1)
    # The ground counts where a region reaches out of the figure into it.
    ground = np.bincount(found[~figure], minlength=overlap.shape[1])
    best = overlap.max(axis=0)
    return Agreement(
        precision=float((from_true[found_border] <= tolerance).mean()),
        recall=float((from_found[true_border] <= tolerance).mean()),
        visible_recall=float((from_found[shape_border] <= tolerance).mean()),
        over=1 - float(overlap.max(axis=1).sum()) / total,
        under=1 - float(np.where(best >= ground, best, 0).sum()) / total,
    )


def drawn(seed: int, size: int) -> tuple[U8Array, I32Array]:
    """Line art and true regions of a character: uint8 and int32 (size, size)."""
    sample = draw_character(seed, size=size)
    assert sample.line is not None
    assert sample.regions is not None
    return sample.line, sample.regions


def measure(size: int, figures: int) -> dict[str, list[Agreement]]:
    """Every method on the characters of the first seeds at one size."""
    results: dict[str, list[Agreement]] = {name: [] for name in FINDERS}
    for seed in range(FIRST_SEED, FIRST_SEED + figures):
        line_u8, true = drawn(seed, size)
        gap = default_gap(line_u8)
        for name, find in FINDERS.items():
            results[name].append(compare(find(line_u8, gap), true, line_u8))
    return results


def save_sheet(path: Path, size: int, figures: int) -> None:
    """A picture with a row for each figure: the true regions, then each method's."""
    colors = np.random.default_rng(5).integers(70, 256, (1 << 16, 3)).astype(np.uint8)
    rows = []
    for seed in range(FIRST_SEED, FIRST_SEED + figures):
        line_u8, true = drawn(seed, size)
        gap = default_gap(line_u8)
        maps = [true, *(find(line_u8, gap) for find in FINDERS.values())]
        ink = cv2.cvtColor(line_u8, cv2.COLOR_GRAY2BGR)
        rows.append(np.hstack([cv2.multiply(colors[part], ink, scale=1 / 255) for part in maps]))
    write_png(path, np.vstack(rows))


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--figures", type=int, default=24)
    parser.add_argument("--sizes", type=int, nargs="+", default=[512, 2048, 4096])
    parser.add_argument("--sheet", type=Path, help="also write coloured region maps to this PNG")
    arguments = parser.parse_args()
    print(f"{arguments.figures} characters, border tolerance {TOLERANCE_SHARE:.1%} of the side")
    heads = ("precision", "recall", "visible recall", "F1", "over", "under")
    print(f"{'size':>5}  {'method':<14}" + "".join(f"{head:>14}" for head in heads))
    for size in arguments.sizes:
        for name, results in measure(size, arguments.figures).items():
            values = [
                np.mean([getattr(result, key) for result in results])
                for key in ("precision", "recall", "visible_recall", "f1", "over", "under")
            ]
            print(f"{size:>5}  {name:<14}" + "".join(f"{value:>14.3f}" for value in values))
    if arguments.sheet is not None:
        save_sheet(arguments.sheet, arguments.sizes[0], min(arguments.figures, 6))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
