"""`tintline-train fit-tracking`: fit the network by which the tracker judges pairs of regions.

The tracker carries the first frame's hints through sequences of drawn characters; every comparison
that it makes becomes an example: the features of all pairs, and which known regions each region
truly is. The network of models.tracking.reasoning learns from all of them. The tracker's mistakes
are the network's own, so it is fitted again on what it then meets, beside what it met before. Seeds
lie beyond those of every benchmark and of every generator's training.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np

from models.files.whole import write_whole
from models.tracking.reasoning import WEIGHTS_FILE, read_weights
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.seeds import VAL_SEEDS
from training.tracking.examples import Example, sequence_examples
from training.tracking.reasoner import Descent, Plane, fresh_weights, loss_and_slopes
from training.tracking.sequences import Painter, add_sequences

FIRST_SEED = VAL_SEEDS + 100
TOGETHER = 4
"""Examples of one step."""
EVERY = 7
"""Of so many pairs of an example one is looked at for the features' mean and deviation."""
FASTEST = 4e-3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_sequences(parser, characters="drawn figures to learn from", default=8, frames=24)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=2, help="how often it tracks and learns")


def run(options: argparse.Namespace) -> int:
    """Draw, track, fit, write; returns the exit status."""
    painter = Painter("tintline")
    examples: list[Example] = []
    for _ in range(options.rounds):
        for seed in range(FIRST_SEED, FIRST_SEED + options.characters):
            for kind in options.kinds.split(","):
                drawn = draw_sequence(
                    SequenceKind(kind), seed, frames=options.frames, size=options.size
                )
                examples += sequence_examples(painter, list(drawn))
                print(f"{kind} {seed}: {len(examples)} examples", flush=True)
        weights: dict[str, Any] = {**fit(examples, epochs=options.epochs)}
        write_whole(WEIGHTS_FILE, partial(np.savez, **weights))
        read_weights.cache_clear()
    return 0


def fit(examples: Sequence[Example], *, epochs: int) -> dict[str, Plane]:
    """Weights under which the right colours, and less so the right regions, are likeliest."""
    rng = np.random.default_rng(0)
    seen = [each.features.reshape(-1, each.features.shape[2])[::EVERY] for each in examples]
    batches = -(-len(examples) // TOGETHER)
    descent = Descent(
        fresh_weights(np.concatenate(seen), rng), steps=epochs * batches, fastest=FASTEST
    )
    for epoch in range(epochs):
        total = 0.0
        for batch in np.array_split(rng.permutation(len(examples)), batches):
            found = [loss_and_slopes(descent.weights, examples[number]) for number in batch]
            descent.step([slopes for _, slopes in found])
            total += sum(loss for loss, _ in found)
        print(f"epoch {epoch + 1}: {total / len(examples):.3f}", flush=True)
    return descent.weights
