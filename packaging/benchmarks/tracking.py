"""How well hints on the first frame colour the other frames of a cut, beside simpler ways.

Sequences of drawn characters whose regions are known in every frame: the first frame gets one hint
in every region, and, as an artist corrects a key frame, more where its picture is still wrong: a
line may part one region in two. Later frames get none. Every way gets the same hints. A region is
right where it has the exact colour that it has in the first frame; regions that the first frame
does not show are left out, and so is empty ground. Prints one table: share of the regions' area
and of the regions, at each measured frame. Below it stands, of ours, how colours differ from the
truth in the hinted frame and in those after it, by how much that grows, and how they wobble from
frame to frame beside the truth, in CIEDE2000 with shading.

With --keys 0,23 the last frame is hinted as well, and both tell.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import product
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import BoolArray, U8Array

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.cancel import never_cancelled  # noqa: E402
from models.hints.hints import HintSet, LineArt, TagSelection  # noqa: E402
from models.matching.matcher import likeness  # noqa: E402
from models.regions.regions import find_regions  # noqa: E402
from models.tracking.flow import carry_points, line_flow  # noqa: E402
from models.tracking.keys import KeyDrawing, KeyFrame  # noqa: E402
from models.tracking.tracked import TrackedFrame  # noqa: E402
from models.tracking.tracker import unlikened  # noqa: E402
from training.data.characters.sequences.motion import SequenceKind, draw_sequence  # noqa: E402
from training.data.sample import Sample  # noqa: E402
from training.data.seeds import VAL_SEEDS  # noqa: E402
from training.metrics.sequences import LEAST_PIXELS, measure_steadiness  # noqa: E402
from training.tracking.calibrate import LINES  # noqa: E402
from training.tracking.sequences import PAPER, Painter, finish_key, follow, planes  # noqa: E402

WAYS = ("carried by region", "same hint positions", "nearest hint by flow", "each frame by itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One way's picture of one frame: shares of area and of regions with the right colour."""

    kind: str
    way: str
    frame: int
    area: float
    regions: float


def drawn_in(sample: Sample, lines: str, seed: int) -> U8Array:
    """A sample's line art in a kind of lines, uint8 (H, W)."""
    return np.ascontiguousarray(LINES[lines](sample, np.random.default_rng(seed)))


def score(flat_u8: U8Array, sample: Sample, known: BoolArray) -> tuple[float, float]:
    """Shares of the area and of the regions known from the first frame that are right."""
    line, regions, flat = planes(sample)
    counted = (regions > 0) & (line > PAPER) & known[np.minimum(regions, len(known) - 1)]
    right = (flat_u8 == flat).all(axis=2)
    number = np.bincount(regions[counted])
    good = np.bincount(regions[counted], right[counted], len(number))
    seen = number >= LEAST_PIXELS
    return float(right[counted].mean()), float((good[seen] > number[seen] / 2).mean())


def by_nearest(line: U8Array, points: NDArray[np.float32], hints: HintSet) -> U8Array:
    """Flats in which every closed region has the colour of the hint nearest to its inside."""
    found = find_regions(line)
    colors = np.array([hint.color for hint in hints], dtype=np.uint8)
    table = np.zeros((found.count, 3), dtype=np.uint8)
    for region in range(found.count):
        inside = np.pad((found.labels == region) & (found.walls == 0), 1).view(np.uint8)
        depth = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
        row, column = divmod(int(np.argmax(depth)), line.shape[1])
        x = np.clip(points[:, 0].astype(int), 0, line.shape[1] - 1)
        y = np.clip(points[:, 1].astype(int), 0, line.shape[0] - 1)
        gap = np.hypot(points[:, 0] - column, points[:, 1] - row)
        held = found.labels[y, x] == region
        table[region] = colors[int(np.argmin(np.where(held, gap, gap + 1e6)))]
    return table[found.labels]


@dataclass(frozen=True, slots=True)
class Steady:
    """How colours hold over a cut, in CIEDE2000.

    first, later  difference from the true colours in the key frame, and the mean of the others.
    flats, colors, truth  from a frame to the next: of ours without and with shading, of the truth.
    """

    first: float
    later: float
    flats: float
    colors: float
    truth: float


@dataclass(slots=True)
class Cut:
    """One sequence and what is measured in it."""

    painter: Painter
    samples: list[Sample]
    measured: tuple[int, ...]
    ways: tuple[str, ...]
    rounds: int
    likens: bool
    keys: tuple[int, ...]

    def measure(self, kind: str) -> tuple[list[Figure], Steady | None]:
        """Figures of every way, and how ours holds."""
        first = self.samples[0]
        hints, key_flat_u8 = finish_key(self.painter, first, self.rounds)
        _, regions, _ = planes(first)
        known = np.zeros(max(int(planes(each)[1].max()) for each in self.samples) + 1, dtype=bool)
        known[np.unique(regions)] = True
        palette = hints.colors()
        tracked = self._track(hints, key_flat_u8) if WAYS[0] in self.ways else []
        points = np.array([(hint.points[0]) for hint in hints], dtype=np.float32)
        tags = TagSelection(first.tags)
        figures: list[Figure] = []
        painted: list[tuple[U8Array, U8Array]] = []
        for index, sample in enumerate(self.samples):
            line = planes(sample)[0]
            if index:
                points = carry_points(points, line_flow(line, planes(self.samples[index - 1])[0]))
            flats: dict[str, U8Array] = {}
            if tracked:
                painted.append(self.painter.paint(line, tracked[index].hints, tags, palette))
                flats[WAYS[0]] = painted[-1][0]
            if index not in self.measured:
                continue
            if WAYS[1] in self.ways:
                flats[WAYS[1]] = self.painter.paint(line, hints, tags, palette)[0]
            if WAYS[2] in self.ways:
                flats[WAYS[2]] = by_nearest(line, points, hints)
            if WAYS[3] in self.ways:
                flats[WAYS[3]] = self.painter.paint(line, HintSet(), tags, palette)[0]
            for way, flat_u8 in flats.items():
                area, share = score(flat_u8, sample, known)
                figures.append(Figure(kind=kind, way=way, frame=index, area=area, regions=share))
        return figures, self._steady(painted, known) if painted else None

    def _track(self, hints: HintSet, flat_u8: U8Array) -> list[TrackedFrame]:
        lines = [LineArt(planes(sample)[0]) for sample in self.samples]
        read = self.painter.reader.reading
        given = [
            KeyDrawing.of(
                KeyFrame(index=0, hints=hints), lines[0], flat_u8=flat_u8,
                reading=read(lines[0], never_cancelled),
            ),
            *[self.painter.key_drawing(self.samples[key], key) for key in self.keys[1:]],
        ]  # fmt: skip
        return follow(given, lines, read, likeness if self.likens else unlikened)

    def _steady(self, painted: list[tuple[U8Array, U8Array]], known: BoolArray) -> Steady:
        """Over all frames, away from the lines truly drawn."""
        maps, differences = [], []
        for sample, (_, color_u8) in zip(self.samples, painted, strict=True):
            line, regions, _ = planes(sample)
            off = cv2.erode(line, np.ones((5, 5), np.uint8)) > PAPER
            maps.append(np.where(off & known[regions], regions, 0).astype(np.int32))
            told, truth = (rgb2lab(each[maps[-1] > 0] / 255) for each in (color_u8, sample.color))
            differences.append(float(deltaE_ciede2000(told, truth).mean()))
        flats, colors, truth = (
            measure_steadiness([(each / 255).astype(np.float32) for each in frames], maps).flicker
            for frames in (
                [flat for flat, _ in painted],
                [color for _, color in painted],
                [sample.color for sample in self.samples],
            )
        )
        return Steady(differences[0], float(np.mean(differences[1:])), flats, colors, truth)


def main() -> None:
    """Draw, track, paint, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kinds", default="turn,walk,blink,hair_swing,occlusion")
    parser.add_argument("--characters", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=VAL_SEEDS)
    parser.add_argument("--frames", type=int, default=24)
    parser.add_argument("--measured", default="4,8,12,16,20,23", help="frames to compare")
    parser.add_argument("--corrections", type=int, default=3, help="rounds on the key frame")
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--generator", default="tintline")
    parser.add_argument("--lines", default="ink", help=f"by commas, of {', '.join(LINES)}")
    parser.add_argument("--keys", default="0", help="hinted frames, the first of them 0")
    parser.add_argument(
        "--no-likeness", action="store_true", help="without the network that compares references"
    )
    parser.add_argument("--only-ours", action="store_true", help="leave the simpler ways out")
    options = parser.parse_args()
    measured, keys = (
        tuple(int(index) for index in each.split(",")) for each in (options.measured, options.keys)
    )
    ways = WAYS[:1] if options.only_ours else WAYS
    painter = Painter(options.generator)
    began = time.perf_counter()
    columns = [*measured, "mean"]
    head = "".join(f"{f'area {index}':>10}{f'reg. {index}':>10}" for index in columns)
    print(f"{'sequence':<20}{'way':<24}{head}{'worst':>8}", flush=True)
    for lines, kind in product(options.lines.split(","), options.kinds.split(",")):
        figures: list[Figure] = []
        steady: list[Steady] = []
        for seed in range(options.first_seed, options.first_seed + options.characters):
            drawn = draw_sequence(
                SequenceKind(kind), seed, frames=options.frames, size=options.size
            )
            samples = [replace(each, line=drawn_in(each, lines, seed)) for each in drawn]
            cut = Cut(
                painter, samples, measured, ways, options.corrections, not options.no_likeness, keys
            )
            found, holds = cut.measure(kind)
            figures += found
            steady += [holds] if holds else []
        _print_kind(f"{kind} {lines}", ways, measured, figures)
        _print_steady(steady)
    print(f"{time.perf_counter() - began:.0f} s")


def _print_steady(found: Sequence[Steady]) -> None:
    if not found:
        return
    mean = {
        each.name: np.mean([getattr(one, each.name) for one in found]) for each in fields(Steady)
    }
    growth = mean["later"] / max(mean["first"], 1e-6)
    print(
        f"{'':<12}off by {mean['first']:.2f} in the hinted frame, {mean['later']:.2f} after it: "
        f"grows by {growth:.2f}; from frame to frame {mean['colors']:.2f}, "
        f"flats {mean['flats']:.2f}, truth {mean['truth']:.2f}",
        flush=True,
    )


def _print_kind(
    kind: str, ways: Sequence[str], measured: Sequence[int], figures: Sequence[Figure]
) -> None:
    for way in ways:
        cells = ""
        areas = [figure.area for figure in figures if figure.way == way]
        for frames in (*((index,) for index in measured), measured):
            chosen = [each for each in figures if each.way == way and each.frame in frames]
            cells += f"{np.mean([each.area for each in chosen]):10.1%}"
            cells += f"{np.mean([each.regions for each in chosen]):10.1%}"
        print(f"{kind:<20}{way:<24}{cells}{min(areas):8.1%}", flush=True)


if __name__ == "__main__":
    main()
