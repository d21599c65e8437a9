"""`tintline-train fit-closures`: fit the network that tells gaps from places open on purpose.

Gaps are opened in the lines of characters, circles and hair whose regions are known, and where one
line runs into another; every stroke that the application considers to close a gap becomes an
example: what models.regions.evidence sees of it, and whether it parts two regions in truth. Most
lie where lines end on purpose. Seeds lie beyond those of every benchmark and of every
generator's training.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, U8Array
from models.color import pack_colors
from models.files.whole import write_whole
from models.geometry import Size
from models.regions.closures import Closures
from models.regions.evidence import features
from models.regions.ink import find_ink, measure_ink
from models.regions.judged import LAYERS, WEIGHTS_FILE, read_weights, score
from models.regions.regions import (
    RegionSettings,
    Rooms,
    all_closures,
    open_paper,
    part_rooms,
    room_inradii,
)
from training.data.characters import draw_character
from training.data.seeds import VAL_SEEDS
from training.regions.openings import circles, erase, find_openings, flooded_regions, locks

Plane = NDArray[np.floating]

FIRST_SEED = VAL_SEEDS + 500
GAPS = (3, 4, 6, 8, 10, 12, 16, 24, 32)
SIZES = (768, 1024, 1536)
"""Sides of the characters, in turn."""
HIDDEN = 32
STEPS, BATCH, FASTEST, DECAY = 2500, 8192, 5e-3, 1e-3
SPARED = 2.0
MEMORY, SQUARES = 0.9, 0.999
HELD_OUT = 5
"""One of so many drawings tells how well the others taught."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--characters", type=int, default=120, help="drawn figures to learn from")
    parser.add_argument("--shapes", type=int, default=30, help="pictures of circles and of hair")


def run(options: argparse.Namespace) -> int:
    """Draw, open gaps, fit, write; returns the exit status."""
    examples: list[tuple[FloatArray, NDArray[np.bool_]]] = []
    for number, (whole, colors) in enumerate(_drawings(options.characters, options.shapes)):
        true = flooded_regions(whole)
        found = [
            example_of(whole, true, gap, colors=colors, seed=FIRST_SEED + number)
            for gap in GAPS[number % 3 :: 3]
        ]
        examples.append(
            (np.concatenate([each[0] for each in found]), np.concatenate([e[1] for e in found]))
        )
        print(f"drawing {number}: {len(examples[-1][0])} closures", flush=True)
    weights = fit(*_joined([each for place, each in enumerate(examples) if place % HELD_OUT]))
    looks, parts = _joined(examples[::HELD_OUT])
    closed = score(looks, weights) >= 0
    print(
        f"held out: {closed[parts].mean():.1%} of the gaps are closed, "
        f"{(~closed[~parts]).mean():.1%} of the others left open"
    )
    stored: dict[str, Any] = {**weights}
    write_whole(WEIGHTS_FILE, partial(np.savez, **stored))
    read_weights.cache_clear()
    return 0


def _drawings(characters: int, shapes: int) -> Iterator[tuple[U8Array, I32Array | None]]:
    """Line art, and what colour each pixel has, where anybody knows."""
    for number in range(characters):
        drawn = draw_character(FIRST_SEED + number, size=SIZES[number % len(SIZES)])
        assert drawn.line is not None
        assert drawn.flat is not None
        _, colors = np.unique(pack_colors(drawn.flat), return_inverse=True)
        yield drawn.line, colors.reshape(drawn.line.shape).astype(np.int32)
    random = np.random.default_rng(FIRST_SEED)
    for _ in range(shapes):
        yield circles(random), None
        yield locks(random), None


def _joined(
    examples: list[tuple[FloatArray, NDArray[np.bool_]]],
) -> tuple[FloatArray, NDArray[np.bool_]]:
    return np.concatenate([x for x, _ in examples]), np.concatenate([y for _, y in examples])


def example_of(
    whole: U8Array, true: I32Array, gap: int, *, colors: I32Array | None = None, seed: int
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """What is seen of the closures in a drawing with gaps, and which of them part true regions.

    whole   uint8 (H, W), 0 = ink; true  int32 (H, W) its regions; gap  pixels.
    colors  int32 (H, W). Where a gap was in the drawing already, a flood finds one region and an
            artist may mean two: each closure is told twice, once by regions alone and once by
            colours, too.
    Those beside a single room are left out: they part nothing either way.
    """
    line_u8 = whole.copy()
    random = np.random.default_rng(seed + gap)
    for at_junctions in (False, True):
        for opening in find_openings(whole, true, gap, random, at_junctions=at_junctions):
            erase(line_u8, opening, gap)
    limits = RegionSettings(gap=gap + 1.0).for_size(Size(*line_u8.shape))
    ink = find_ink(line_u8, measure_ink(line_u8))
    closures = all_closures(ink, limits, picture=Size(*ink.shape))
    rooms = part_rooms(*open_paper(ink, closures))
    looks = features(ink, closures, rooms, room_inradii(rooms, closures), limits.gap)
    told, parts = _truth(rooms, closures, true)
    others = parts if colors is None else parts | _truth(rooms, closures, colors)[1]
    return np.tile(looks[told], (2, 1)), np.concatenate([parts[told], others[told]])


def _truth(
    rooms: Rooms, closures: Closures, true: I32Array
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which closures lie between several rooms, and which of them between several regions."""
    open_paper_at = rooms.labels.ravel() > 0
    count = int(true.max()) + 1
    keys = rooms.labels.ravel()[open_paper_at].astype(np.int64) * count
    keys, pixels = np.unique(keys + true.ravel()[open_paper_at], return_counts=True)
    order = np.lexsort((pixels, keys // count))
    region = np.zeros(len(rooms.areas), dtype=np.int64)
    region[keys[order] // count] = keys[order] % count
    lowest = np.full(closures.count, count)
    highest, beside = np.full(closures.count, -1), np.zeros(closures.count, dtype=np.int64)
    np.minimum.at(lowest, rooms.closure, region[rooms.room])
    np.maximum.at(highest, rooms.closure, region[rooms.room])
    np.add.at(beside, rooms.closure, 1)
    return beside > 1, highest > lowest


def fit(looks: FloatArray, parts: NDArray[np.bool_]) -> dict[str, Any]:
    """Weights of models.regions.judged, by Adam (Kingma and Ba 2015).

    Of the strokes across a gap one is enough to close it, while one that is wrong cuts up a region:
    so the others weigh SPARED times as much together as those that part.
    """
    random = np.random.default_rng(0)
    widths = (looks.shape[1], HIDDEN, HIDDEN, 1)
    weights: dict[str, Plane] = {}
    for name, above, below in zip(LAYERS, widths, widths[1:]):
        weights[name] = random.uniform(-1, 1, (above, below)) / above**0.5
        weights[f"{name}_bias"] = np.zeros(below)
    mean, deviation = looks.mean(axis=0), np.maximum(looks.std(axis=0), 0.05)
    even = (looks - mean) / deviation
    weight = np.where(parts, 1 / parts.mean(), SPARED / (~parts).mean()) / (1 + SPARED)
    memory = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    for step in range(1, STEPS + 1):
        some = random.integers(0, len(looks), BATCH)
        slopes = _slopes(weights, even[some], parts[some], weight[some])
        rate = FASTEST * min(1.0, 2 * (1 - step / (STEPS + 1)))
        for name, by in slopes.items():
            first, square = memory[name]
            first = MEMORY * first + (1 - MEMORY) * by
            square = SQUARES * square + (1 - SQUARES) * by**2
            memory[name] = first, square
            fair = first / (1 - MEMORY**step)
            spread = np.sqrt(square / (1 - SQUARES**step)) + 1e-8
            weights[name] = weights[name] * (1 - rate * DECAY) - rate * fair / spread
    told_weights = {"mean": mean, "deviation": deviation, **weights}
    return {name: np.asarray(value, np.float32) for name, value in told_weights.items()}


def _slopes(
    weights: dict[str, Plane], even: Plane, parts: NDArray[np.bool_], weight: Plane
) -> dict[str, Plane]:
    """How the weighted cross-entropy of some examples changes with each weight."""
    seen = [even]
    for name in LAYERS[:-1]:
        seen.append(np.tanh(seen[-1] @ weights[name] + weights[f"{name}_bias"]))
    told = (seen[-1] @ weights[LAYERS[-1]] + weights[f"{LAYERS[-1]}_bias"])[:, 0]
    back = (weight * (1 / (1 + np.exp(-told)) - parts) / len(parts))[:, None]
    slopes: dict[str, Plane] = {}
    for name, inward in zip(reversed(LAYERS), reversed(seen)):
        slopes[name], slopes[f"{name}_bias"] = inward.T @ back, back.sum(axis=0)
        back = (back @ weights[name].T) * (1 - inward**2)
    return slopes
