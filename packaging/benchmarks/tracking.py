"""How well hints on the first frame colour the other frames of a cut, beside simpler ways.

Sequences of drawn characters whose regions are known in every frame: the first frame gets one hint
in every region, and, as an artist corrects a key frame, more where its picture is still wrong: a
line may part one region in two. Later frames get none. Every way gets the same hints. A region is
right where it has the exact colour that it has in the first frame; regions that the first frame
does not show are left out, and so is empty ground. Prints one table: share of the regions' area
and of the regions, at each measured frame.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

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
from models.tracking.tracker import Tracker, unlikened  # noqa: E402
from training.data.characters.sequences.motion import SequenceKind, draw_sequence  # noqa: E402
from training.data.sample import Sample  # noqa: E402
from training.data.seeds import VAL_SEEDS  # noqa: E402
from training.metrics.sequences import LEAST_PIXELS, measure_steadiness  # noqa: E402
from training.tracking.calibrate import LINES  # noqa: E402
from training.tracking.sequences import PAPER, Painter, finish_key, planes  # noqa: E402

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


@dataclass(slots=True)
class Cut:
    """One sequence and what is measured in it."""

    painter: Painter
    samples: list[Sample]
    measured: tuple[int, ...]
    ways: tuple[str, ...]
    rounds: int
    likens: bool

    def measure(self, kind: str) -> tuple[list[Figure], tuple[float, float]]:
        """Figures of every way, and the flicker of ours: of flats and of shaded colours."""
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
        return figures, self._flicker(painted, known)

    def _track(self, hints: HintSet, flat_u8: U8Array) -> list[TrackedFrame]:
        lines = [LineArt(planes(sample)[0]) for sample in self.samples]
        read = self.painter.reader.reading
        key = KeyDrawing.of(
            KeyFrame(index=0, hints=hints), lines[0], flat_u8=flat_u8,
            reading=read(lines[0], never_cancelled),
        )  # fmt: skip
        tracker = Tracker([key], read, likeness if self.likens else unlikened)
        tracked: list[TrackedFrame] = []
        for index, line in enumerate(lines):
            before = tracked[-1] if tracked else None
            tracked.append(tracker.carry(line, index=index, previous=before))
        return tracked

    def _flicker(
        self, painted: list[tuple[U8Array, U8Array]], known: BoolArray
    ) -> tuple[float, float]:
        """Over all frames, each beside the next."""
        maps = []
        for sample in self.samples:
            line, regions, _ = planes(sample)
            maps.append(np.where((line > PAPER) & known[regions], regions, 0).astype(np.int32))
        flats, colors = (
            measure_steadiness([(each[part] / 255).astype(np.float32) for each in painted], maps)
            for part in (0, 1)
        )
        return flats.flicker, colors.flicker


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
    parser.add_argument("--lines", default="ink", choices=list(LINES), help="how lines are drawn")
    parser.add_argument(
        "--no-likeness", action="store_true", help="without the network that compares references"
    )
    parser.add_argument("--only-ours", action="store_true", help="leave the simpler ways out")
    options = parser.parse_args()
    measured = tuple(int(index) for index in options.measured.split(","))
    ways = WAYS[:1] if options.only_ours else WAYS
    painter = Painter(options.generator)
    began = time.perf_counter()
    columns = [*measured, "mean"]
    head = "".join(f"{f'area {index}':>10}{f'reg. {index}':>10}" for index in columns)
    print(f"{'sequence':<12}{'way':<24}{head}{'worst':>8}", flush=True)
    for kind in options.kinds.split(","):
        figures: list[Figure] = []
        flicker = []
        for seed in range(options.first_seed, options.first_seed + options.characters):
            drawn = draw_sequence(
                SequenceKind(kind), seed, frames=options.frames, size=options.size
            )
            samples = [replace(each, line=drawn_in(each, options.lines, seed)) for each in drawn]
            cut = Cut(
                painter, samples, measured, ways, options.corrections, not options.no_likeness
            )
            found, steady = cut.measure(kind)
            figures += found
            flicker.append(steady)
        _print_kind(kind, ways, measured, figures)
        flats, colors = np.mean(np.array(flicker), axis=0)
        print(f"{'':<12}flicker: flats {flats:.2f}, with shading {colors:.2f}", flush=True)
    print(f"{time.perf_counter() - began:.0f} s")


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
        print(f"{kind:<12}{way:<24}{cells}{min(areas):8.1%}", flush=True)


if __name__ == "__main__":
    main()
