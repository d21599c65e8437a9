"""`tintline-train fit-closures`: fit the network that tells gaps from places open on purpose.

Gaps are opened in characters, circles and hair whose regions are known, and every stroke that the
application considers to close a gap becomes an example: what models.regions.judged sees of it, and
whether it parts two regions in truth. Seeds lie beyond those of every benchmark and of every
generator's training.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, U8Array
from models.files.whole import write_whole
from models.geometry import Size
from models.regions.closures import Closures
from models.regions.ink import find_ink, measure_ink
from models.regions.judged import WEIGHTS_FILE, features, read_weights, score
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
HALF_INK = 128
"""Grey level of the flood that is learned from: what lines lighter than that part is unsure."""
HIDDEN = 16
STEPS, FASTEST, DECAY = 2500, 1e-2, 1e-4
MEMORY, SQUARES = 0.9, 0.999
HELD_OUT = 5
"""One of so many drawings tells where the balance lies."""
RECALL = 0.985
"""Share of the closures that part regions which are to be kept, of those of drawings held out."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--characters", type=int, default=60, help="drawn figures to learn from")
    parser.add_argument("--shapes", type=int, default=12, help="pictures of circles and of hair")


def run(options: argparse.Namespace) -> int:
    """Draw, open gaps, fit, write; returns the exit status."""
    examples: list[tuple[FloatArray, NDArray[np.bool_]]] = []
    for number, whole in enumerate(_drawings(options.characters, options.shapes)):
        true = flooded_regions(whole, HALF_INK)
        found = [
            example_of(whole, true, gap, seed=FIRST_SEED + number) for gap in GAPS[number % 3 :: 3]
        ]
        examples.append(
            (np.concatenate([each[0] for each in found]), np.concatenate([e[1] for e in found]))
        )
        print(f"drawing {number}: {len(examples[-1][0])} closures", flush=True)
    learned = [each for place, each in enumerate(examples) if place % HELD_OUT]
    weights = fit(*_joined(learned))
    looks, parts = _joined(examples[::HELD_OUT])
    told = score(looks, weights)
    level = float(np.quantile(told[parts], 1 - RECALL))
    weights["second_bias"] = weights["second_bias"] - np.float32(level)
    refused = float((told[~parts] < level).mean())
    print(f"held out: {RECALL:.1%} of the gaps are closed, {refused:.1%} of the others refused")
    stored: dict[str, Any] = {**weights}
    write_whole(WEIGHTS_FILE, partial(np.savez, **stored))
    read_weights.cache_clear()
    return 0


def _drawings(characters: int, shapes: int) -> Iterator[U8Array]:
    for number in range(characters):
        drawn = draw_character(FIRST_SEED + number, size=SIZES[number % len(SIZES)])
        assert drawn.line is not None
        yield drawn.line
    random = np.random.default_rng(FIRST_SEED)
    for _ in range(shapes):
        yield circles(random)
        yield locks(random)


def _joined(
    examples: list[tuple[FloatArray, NDArray[np.bool_]]],
) -> tuple[FloatArray, NDArray[np.bool_]]:
    return np.concatenate([x for x, _ in examples]), np.concatenate([y for _, y in examples])


def example_of(
    whole: U8Array, true: I32Array, gap: int, *, seed: int
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """What is seen of the closures in a drawing with gaps, and which of them part true regions.

    whole  uint8 (H, W), 0 = ink, without gaps; true  int32 (H, W) its regions; gap  pixels.
    Those beside a single room are left out: they part nothing either way.
    """
    line_u8 = whole.copy()
    for opening in find_openings(whole, true, gap, np.random.default_rng(seed + gap)):
        erase(line_u8, opening, gap)
    limits = RegionSettings(gap=gap + 1.0).for_size(Size(*line_u8.shape))
    ink = find_ink(line_u8, measure_ink(line_u8))
    closures = all_closures(ink, limits, picture=Size(*ink.shape))
    rooms = part_rooms(*open_paper(ink, closures))
    looks = features(ink, closures, rooms, room_inradii(rooms, closures), limits.gap)
    told, parts = _truth(rooms, closures, true)
    return looks[told], parts[told]


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
    """Weights of models.regions.judged, by Adam (Kingma and Ba 2015) on all examples at once."""
    random = np.random.default_rng(0)
    count = looks.shape[1]
    weights: dict[str, Plane] = {
        "first": random.uniform(-1, 1, (count, HIDDEN)) / count**0.5,
        "first_bias": np.zeros(HIDDEN),
        "second": random.uniform(-1, 1, HIDDEN) / HIDDEN**0.5,
        "second_bias": np.zeros(()),
    }
    mean, deviation = looks.mean(axis=0), np.maximum(looks.std(axis=0), 0.05)
    even, wanted = (looks - mean) / deviation, parts.astype(np.float64)
    weight = np.where(parts, 0.5 / parts.mean(), 0.5 / (~parts).mean())
    memory = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    for step in range(1, STEPS + 1):
        hidden = np.tanh(even @ weights["first"] + weights["first_bias"])
        told = hidden @ weights["second"] + weights["second_bias"]
        slope = weight * (1 / (1 + np.exp(-told)) - wanted) / len(wanted)
        back = slope[:, None] * weights["second"] * (1 - hidden**2)
        slopes = {
            "first": even.T @ back,
            "first_bias": back.sum(axis=0),
            "second": hidden.T @ slope,
            "second_bias": slope.sum(),
        }
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
