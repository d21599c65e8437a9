"""`tintline-train fit-matching`: fit the network by which references colour a drawing.

Views of drawn characters are drawn and read once, and kept. Then every example is one view beside
one to five others of the same character: which of their regions has the colour of each of its own?
The loss is the cross-entropy over the references' colours and "none of them", as colour is copied
and never told. The seeds lie beyond those of every generator's training, since what a generator
reads of drawings that it knows by heart is better than what it reads of others.

With --minutes it stops in time, whatever is reached: half of that is for views, and what is left
for fitting. With --start it goes on from weights that there are.
"""

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import torch

import resources
from models.arrays import FloatArray
from models.device import CPU
from models.files.whole import write_whole
from models.matching.network import WEIGHTS_FILE, read_weights
from models.reading.reader import DrawingReader
from models.runtime.onnx_generator import load_generator
from training.data.seeds import VAL_SEEDS
from training.matching.examples import choose_example
from training.matching.network import MatchingNetwork, Tensors
from training.matching.views import View, read_views

FIRST_SEED = VAL_SEEDS + 1000
TOGETHER = 4
"""Examples of one step."""
LOOKED_AT = 60
"""Examples that are looked at for the mean and deviation of what goes in, of pairs one of"""
EVERY = 5
FASTEST, WARM_STEPS, DECAY, DROP = 1e-3, 200, 1e-2, 0.1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add = parser.add_argument
    add("--characters", type=int, default=160, help="drawn characters to learn from")
    add("--views", type=int, default=7, help="of each")
    add("--cache", type=Path, required=True, help="folder where views are kept as they were read")
    add("--first-seed", type=int, default=FIRST_SEED, help="of the characters")
    add("--steps", type=int, default=2000, help="of fitting")
    add("--fastest", type=float, default=FASTEST, help="rate at which it learns at most")
    add("--minutes", type=float, default=inf, help="that it may take in all")
    add("--start", type=Path, help="weights to go on from; default: none")
    add("--out", type=Path, default=WEIGHTS_FILE, help="the weights; default: those that ship")


def run(options: argparse.Namespace) -> int:
    """Draw, fit, write; returns the exit status."""
    began, limit = time.monotonic(), 60 * options.minutes
    reader = DrawingReader(load_generator(resources.GENERATORS / "tintline", CPU))
    characters: list[list[View]] = []
    for seed in range(options.first_seed, options.first_seed + options.characters):
        if characters and time.monotonic() - began > limit / 2:
            break
        characters.append(read_views(reader, seed, options.views, options.cache))
        print(f"character {seed}", flush=True)
    fitting = time.monotonic()

    def spent() -> float:
        return (time.monotonic() - fitting) / max(limit - (fitting - began), 1.0)

    network = fit(
        characters,
        steps=options.steps,
        fastest=options.fastest,
        start=read_weights(options.start) if options.start else None,
        spent=spent,
    )
    weights: dict[str, Any] = dict(network.weights())
    write_whole(options.out, partial(np.savez_compressed, **weights))
    return 0


def fit(
    characters: Sequence[Sequence[View]],
    *,
    steps: int,
    fastest: float = FASTEST,
    start: Mapping[str, FloatArray] | None = None,
    spent: Callable[[], float] = lambda: 0.0,
) -> MatchingNetwork:
    """The network that gives the right colours the highest probability, after so many steps.

    fastest  rate at which it learns at most. start  weights to go on from.
    spent    share of the time that is over: it ends, and slows down towards that, at 1.
    """
    rng = np.random.default_rng(0)
    torch.manual_seed(0)
    looked = [choose_example(_one(characters, rng), rng).comparison for _ in range(LOOKED_AT)]
    network = MatchingNetwork(
        np.concatenate([side for each in looked for side in (each.now, each.known)]),
        np.concatenate([each.pairs.reshape(-1, each.pairs.shape[2])[::EVERY] for each in looked]),
    )
    if start is not None:
        network.load_state_dict({name: torch.from_numpy(each) for name, each in start.items()})
    descent = torch.optim.AdamW(network.parameters(), lr=fastest, weight_decay=DECAY)
    total = 0.0
    for step in range(1, steps + 1):
        over = max((step - 1) / steps, spent())
        if over >= 1:
            break
        pace = min(1.0, step / WARM_STEPS) * (0.5 + 0.5 * np.cos(np.pi * over))
        descent.param_groups[0]["lr"] = fastest * float(pace)
        descent.zero_grad()
        for _ in range(TOGETHER):
            loss = _loss(network, _one(characters, rng), rng)
            (loss / TOGETHER).backward()  # type: ignore[no-untyped-call]
            total += float(loss.detach())
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        descent.step()
        if step % 100 == 0:
            print(f"step {step}: {total / 100 / TOGETHER:.3f}", flush=True)
            total = 0.0
    return network.eval()


def _one(characters: Sequence[Sequence[View]], rng: np.random.Generator) -> Sequence[View]:
    return characters[int(rng.integers(len(characters)))]


def _loss(
    network: MatchingNetwork, views: Sequence[View], rng: np.random.Generator
) -> torch.Tensor:
    example = choose_example(views, rng)
    scores = network(Tensors.of(example.comparison), DROP)
    scores = torch.cat([scores, torch.zeros(len(scores), 1)], dim=1)
    right = torch.where(torch.from_numpy(example.right), scores, -1e4)
    likelihood = torch.logsumexp(right, dim=1) - torch.logsumexp(scores, dim=1)
    weight = torch.from_numpy(example.weight)
    return -(likelihood * weight).sum() / weight.sum().clamp(min=1e-3)
