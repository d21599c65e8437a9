"""`tintline-train calibrate-tracking`: fit models.tracking.confidence, and print how it holds.

The tracker carries the hints of one or two key frames through sequences of drawn characters, in
lines of several kinds. Every region that it tells a colour is an observation: the evidence for the
colour, and whether most of the region truly has it. The curve is fitted on the characters of some
seeds; the tables are of others, neither of which any benchmark or fit uses. In them stands, for
each band of what is shown, the mean shown, how many were right, and the number of regions.

An hour on two cores. With --keep, what was observed is kept there and taken from there again.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from models.arrays import U8Array
from models.color import pack_colors
from models.files.whole import write_whole
from models.hints.hints import LineArt
from models.matching.matcher import likeness
from models.tracking.confidence import CURVE_FILE, SPECK, WEIGHTS, weigh
from models.tracking.tracked import TrackedFrame
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.lines.degrade import change_thickness, paper_texture
from training.data.lines.extractors import pencil_lines
from training.data.lines.lineart import lighten, open_gaps
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS
from training.tracking.sequences import PAPER, Painter, add_sequences, follow, planes

Floats = NDArray[np.float64]
Draw = Callable[[Sample, np.random.Generator], U8Array]

FIRST_SEED, HELD_OUT_SEED = VAL_SEEDS + 300, VAL_SEEDS + 600
LEAST_PIXELS = 4
"""Pixels away from lines below which it cannot be told what a region is."""
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001)
"""Of what is shown, in the tables."""


def soft(sample: Sample, rng: np.random.Generator) -> U8Array:
    """A soft pencil's grey lines on rough paper."""
    blurred = np.asarray(cv2.GaussianBlur(planes(sample)[0], (0, 0), 1.0), dtype=np.uint8)
    return paper_texture(lighten(blurred, 0.65), rng, depth=16)


LINES: Mapping[str, Draw] = {
    "ink": lambda sample, _rng: planes(sample)[0],
    "soft": soft,
    "thin": lambda sample, _rng: change_thickness(planes(sample)[0], -0.5),
    "pencil": lambda sample, _rng: pencil_lines(sample.color, sigma=2.0, darkness=1.5),
    "broken": lambda sample, rng: open_gaps(planes(sample)[0], rng, count=12, radius=(1.0, 2.5)),
}
ORDER = ("ink", "soft", "thin", "pencil", "broken", "soft")
"""Kinds of lines as sequences take turns in them."""


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """Regions that were told a colour, n of them: fields are arrays (n,).

    evidence  0 to 1; area pixels of paper; right whether most of it truly has the colour.
    lines     place of the kind of lines in ORDER.
    """

    evidence: Floats
    area: Floats
    right: Floats
    lines: Floats

    @classmethod
    def joined(cls, parts: Sequence["Observations"]) -> "Observations":
        """All of several."""
        names = [field.name for field in fields(cls)]
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_sequences(parser, characters="drawn figures to fit on", default=8, frames=20)
    parser.add_argument("--held-out", type=int, default=6, help="drawn figures to measure on")
    parser.add_argument("--keep", type=Path, help="folder of observations")


def run(options: argparse.Namespace) -> int:
    """Draw, track, fit, write, and print the tables; returns the exit status."""
    seen = {}
    for name, first, count in (
        ("fitted", FIRST_SEED, options.characters),
        ("held-out", HELD_OUT_SEED, options.held_out),
    ):
        kept = options.keep / f"{name}.npz" if options.keep else None
        if kept is not None and kept.exists():
            with np.load(kept) as stored:
                seen[name] = Observations(**{key: stored[key] for key in stored.files})
            continue
        seen[name] = observe(range(first, first + count), options)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            arrays = {f.name: getattr(seen[name], f.name) for f in fields(Observations)}
            write_whole(kept, partial(np.savez, **arrays))
    curve = fit(seen["fitted"])
    fitted: dict[str, Any] = dict(zip(WEIGHTS, curve, strict=True))
    write_whole(CURVE_FILE, partial(np.savez, **fitted))
    print("curve: " + ", ".join(f"{n} {w:.3f}" for n, w in zip(WEIGHTS, curve, strict=True)))
    for name, observed in seen.items():
        print(f"\n{name} seeds, {len(observed.right)} regions")
        print_tables(observed, curve)
    return 0


def observe(seeds: Sequence[int], options: argparse.Namespace) -> Observations:
    """Track a sequence of each kind for every seed."""
    painter = Painter("tintline")
    parts: list[Observations] = []
    for seed in seeds:
        for number, kind in enumerate(options.kinds.split(",")):
            drawn = list(
                draw_sequence(SequenceKind(kind), seed, frames=options.frames, size=options.size)
            )
            lines = (seed + number) % len(ORDER)
            has_two_keys = (seed // 2 + number) % 3 == 0
            keys = (0, options.frames - 6) if has_two_keys else (0,)
            parts += observe_sequence(painter, drawn, lines, keys, np.random.default_rng(seed))
            print(f"{kind} {seed} in {ORDER[lines]} lines, keys {keys}", flush=True)
    return Observations.joined(parts)


def observe_sequence(
    painter: Painter,
    drawn: Sequence[Sample],
    lines: int,
    keys: Sequence[int],
    rng: np.random.Generator,
) -> list[Observations]:
    """Follow one sequence, drawn in a kind of lines, from key frames hinted and corrected."""
    draw = LINES[ORDER[lines]]
    samples = [replace(sample, line=np.ascontiguousarray(draw(sample, rng))) for sample in drawn]
    given = [painter.key_drawing(samples[key], key) for key in keys]
    lines_of_all = [LineArt(planes(sample)[0]) for sample in samples]
    tracked = follow(given, lines_of_all, painter.reader.reading, likeness)
    return [
        compare(each, sample, lines)
        for each, sample in zip(tracked, drawn, strict=True)
        if each.index not in keys
    ]


def compare(tracked: TrackedFrame, sample: Sample, lines: int) -> Observations:
    """What is told of a frame's regions beside its truth, away from the lines truly drawn."""
    line, _, flat = planes(sample)
    regions = tracked.sighting.regions
    told = np.array([(-1, -1, -1) if r.color is None else r.color for r in tracked.regions])
    packed = told @ (65536, 256, 1)
    counted = regions.paper & (line > PAPER)
    number = np.bincount(regions.labels[counted], minlength=regions.count)
    same = (pack_colors(flat) == packed[regions.labels])[counted]
    good = np.bincount(regions.labels[counted], same, regions.count)
    known = (told[:, 0] >= 0) & (number >= LEAST_PIXELS)
    return Observations(
        evidence=tracked.sighting.confidence[known].astype(np.float64),
        area=regions.area[known].astype(np.float64),
        right=(good > number / 2)[known].astype(np.float64),
        lines=np.full(int(known.sum()), lines, dtype=np.float64),
    )


def fit(observed: Observations) -> Floats:
    """The weights, none negative but the constants, under which what was seen is likeliest."""

    def loss(curve: Floats) -> float:
        share = np.clip(weigh(observed.evidence, observed.area, curve), 1e-9, 1 - 1e-9)
        return float(-np.mean(np.log(np.where(observed.right > 0.5, share, 1 - share))))

    start = {"constant": 0.0, "weak": 0.5, "strong": 0.5, "sound": 3.0, "small": 1.0}
    free = ("constant", "sound")
    found = minimize(
        loss,
        np.array([start[name] for name in WEIGHTS]),
        bounds=[(None if name in free else 0.0, 10.0) for name in WEIGHTS],
        method="L-BFGS-B",
    )
    return np.asarray(found.x, dtype=np.float64)


def print_tables(observed: Observations, curve: Floats) -> None:
    """Reliability before and after, of all, of regions above specks and by kind of lines."""
    after = weigh(observed.evidence, observed.area, curve)
    print(
        f"{'':<22}" + "".join(f"{f'{low:.0%} to {high:.0%}':>22}" for low, high in pairwise(BANDS))
    )
    _print_row("before, all", observed.evidence, observed.right)
    _print_row("after, all", after, observed.right)
    kinds = np.array(ORDER)[observed.lines.astype(int)]
    chosen = {f"{name} lines": kinds == name for name in LINES}
    chosen |= {"large regions": observed.area >= SPECK, "specks": observed.area < SPECK}
    for name, those in chosen.items():
        _print_row(f"after, {name}", after[those], observed.right[those])


def _print_row(name: str, shown: Floats, right: Floats) -> None:
    cells = []
    for low, high in pairwise(BANDS):
        band = (shown >= low) & (shown < high)
        cell = f"{shown[band].mean():.3f} {right[band].mean():.3f}" if band.any() else "-"
        cells.append(f"{cell} {band.sum():6d}".rjust(22))
    print(f"{name:<28}" + "".join(cells))
