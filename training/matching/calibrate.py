"""`tintline-train calibrate-matching`: fit models.matching.confidence, and print how it holds.

Views of drawn characters are coloured from one to five others of the same character. Every region
that is told a colour is an observation: what speaks for it, and whether it is right. Weights are
fitted on the characters of some seeds, and a colour is sure from where on fewer than TARGET of
those characters' colours were wrong, each judged by weights that its own character had no part in.
The table is of others; neither benchmarks nor fits use any of them.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

import resources
from models.arrays import BoolArray, FloatArray, IntArray
from models.device import CPU
from models.files.whole import write_whole
from models.matching.confidence import SIGNS, WEIGHTS_FILE, signs_of, weigh
from models.matching.matcher import OPEN_SHARE, likest
from models.matching.network import read_weights, scores
from models.reading.reader import DrawingReader
from models.runtime.onnx_generator import load_generator
from training.data.seeds import VAL_SEEDS
from training.matching.examples import COUNTED, choose_example
from training.matching.views import View, read_views

FIRST_SEED, HELD_OUT_SEED = VAL_SEEDS + 3000, VAL_SEEDS + 4000
TARGET = 0.006
"""Share of sure colours that may be wrong where they are chosen; 0.01 is what is promised."""
EACH = 8
"""Comparisons of a character."""
FOLDS = 5
CALM = 1e-3
"""What large weights cost."""


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """Regions that were told a colour, n of them.

    signs  float32 (n, S) as of models.matching.confidence; likely (n,) what the network believes.
    right  bool (n,); pixels  float32 (n,) the region's; seed  int (n,) its character's.
    """

    signs: FloatArray
    likely: FloatArray
    right: BoolArray
    pixels: FloatArray
    seed: IntArray

    @classmethod
    def joined(cls, parts: Sequence["Observations"]) -> "Observations":
        """All of several."""
        names = [field.name for field in fields(cls)]
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add = parser.add_argument
    add("--characters", type=int, default=40, help="drawn characters to fit on")
    add("--held-out", type=int, default=12, help="drawn characters to measure on")
    add("--views", type=int, default=7, help="of each")
    add("--cache", type=Path, required=True, help="folder where views are kept as they were read")
    add("--out", type=Path, default=WEIGHTS_FILE, help="the weights; default: those that ship")


def run(options: argparse.Namespace) -> int:
    """Draw, compare, fit, write, and print the table; returns the exit status."""
    reader = DrawingReader(load_generator(resources.GENERATORS / "tintline", CPU))
    fitted, held_out = (
        Observations.joined(
            [
                observe(read_views(reader, seed, options.views, options.cache), seed)
                for seed in range(first, first + count)
            ]
        )
        for first, count in (
            (FIRST_SEED, options.characters),
            (HELD_OUT_SEED, options.held_out),
        )
    )
    weights = fit(fitted)
    crossed = cross_fitted(fitted)
    weights["sure"] = np.array(sure_from(crossed, fitted.right), dtype=np.float32)
    stored: dict[str, Any] = dict(weights)
    write_whole(options.out, partial(np.savez, **stored))
    print(f"sure from {float(weights['sure']):.4f}")
    _print("fitted", crossed, fitted, float(weights["sure"]))
    _print("held-out", weigh(held_out.signs, weights), held_out, float(weights["sure"]))
    _print("held-out, unweighed", held_out.likely, held_out, 0.8)
    return 0


def observe(views: Sequence[View], seed: int) -> Observations:
    """Colour views of a character from some of the others."""
    rng = np.random.default_rng(seed)
    return Observations.joined([_observed(views, seed, rng) for _ in range(EACH)])


def _observed(views: Sequence[View], seed: int, rng: np.random.Generator) -> Observations:
    example = choose_example(views, rng)
    found = scores(example.comparison, read_weights())
    own, leading = likest(found, example.group)
    right = example.right[np.arange(len(own)), own]
    told = (leading >= OPEN_SHARE) & (example.pixels > COUNTED)
    signs = signs_of(found, leading, own, example.now, example.known)
    return Observations(
        signs[told],
        leading[told].astype(np.float32),
        right[told],
        example.pixels[told],
        np.full(int(told.sum()), seed),
    )


def fit(observed: Observations) -> dict[str, FloatArray]:
    """The weights under which what was seen is likeliest."""
    mean, deviation = observed.signs.mean(axis=0), observed.signs.std(axis=0) + 1e-3
    signs = ((observed.signs - mean) / deviation).astype(np.float64)
    right = observed.right.astype(np.float64)

    def loss(values: FloatArray) -> tuple[float, FloatArray]:
        odds = signs @ values[1:] + values[0]
        share = 1 / (1 + np.exp(-odds))
        cost = np.logaddexp(0, odds) - right * odds
        slope = (share - right) / len(right)
        total = float(cost.mean() + CALM * (values[1:] ** 2).sum())
        grown = np.concatenate([[slope.sum()], signs.T @ slope + 2 * CALM * values[1:]])
        return total, grown

    found = minimize(loss, np.zeros(len(SIGNS) + 1), jac=True, method="L-BFGS-B").x
    weight = (found[1:] / deviation).astype(np.float32)
    return {"weight": weight, "constant": np.array(found[0] - (weight * mean).sum(), np.float32)}


def cross_fitted(observed: Observations) -> FloatArray:
    """How probable each colour is by weights of other characters, float32 (n,)."""
    share = np.zeros(len(observed.right), dtype=np.float32)
    for fold in range(FOLDS):
        own = observed.seed % FOLDS == fold
        others = [getattr(observed, field.name)[~own] for field in fields(Observations)]
        if own.any() and len(others[0]):
            share[own] = weigh(observed.signs[own], fit(Observations(*others)))
    return share


def sure_from(share: FloatArray, right: BoolArray) -> float:
    """The lowest probability from which on no more than TARGET of the colours are wrong."""
    order = np.argsort(-share, kind="stable")
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(wrong <= TARGET)
    return float(share[order][kept[-1]]) if len(kept) else 1.0


def _print(name: str, share: FloatArray, observed: Observations, sure: float) -> None:
    shown = share >= sure
    pixels = observed.pixels
    print(
        f"{name}: {len(share)} regions, {observed.right.mean():.1%} right; sure are "
        f"{shown.mean():.1%} of them and {pixels[shown].sum() / pixels.sum():.1%} of their area, "
        f"of which {1 - observed.right[shown].mean():.2%} are wrong "
        f"({pixels[shown & ~observed.right].sum() / pixels[shown].sum():.2%} of the area)"
    )
