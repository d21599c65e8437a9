"""What the network of models.matching learns from: comparisons with known answers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.arrays import BoolArray, FloatArray, I32Array, IntArray
from models.matching.looks import RegionLooks
from models.matching.network import Comparison
from training.matching.views import View, joined

SHEETS = (1, 1, 1, 2, 3, 5)
"""How many views are references of another, each as often as it stands here."""
LEAST_KNOWN_PURE = 0.6
"""A known region of which less has one colour tells nothing, and"""
LEAST_PURE = 0.8
"""a region of which less has one is no example of anything."""
COUNTED = 10
"""Pixels from which a region counts fully."""
SPECK_WEIGHT, UNKNOWN_WEIGHT = 0.2, 0.5
"""What smaller ones count, and regions that no reference shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One comparison: n regions of a view, m known ones of other views of the character.

    right   bool (n, m + 1) known regions of the right colour; the last is "none of them".
    weight  float32 (n,). group  int (m,): known regions of one colour share a group.
    color   int32 (m,) of the known regions. pixels  float32 (n,) of the view's.
    now, known  how both look.
    """

    comparison: Comparison
    right: BoolArray
    weight: FloatArray
    group: IntArray
    color: I32Array
    pixels: FloatArray
    now: RegionLooks
    known: RegionLooks


def choose_example(views: Sequence[View], rng: np.random.Generator) -> Example:
    """One of a character's views beside some of the others."""
    number = min(int(rng.choice(SHEETS)), len(views) - 1)
    order = rng.permutation(len(views))
    return example_of(views[order[0]], [views[index] for index in order[1 : 1 + number]])


def example_of(view: View, references: Sequence[View]) -> Example:
    """A view beside references."""
    known = joined([reference.known for reference in references])
    kept = np.flatnonzero((known.color >= 0) & (known.pure > LEAST_KNOWN_PURE))
    color, asked = known.color[kept], view.asked
    group = np.unique(color, return_inverse=True)[1]
    right = asked.color[:, None] == color[None]
    none = ~right.any(axis=1, keepdims=True)
    weight = np.minimum(1.0, 0.4 + np.log(np.maximum(asked.pixels, 1)) / 8)
    weight = weight * (asked.pure > LEAST_PURE)
    weight = weight * np.where(asked.pixels > COUNTED, 1.0, SPECK_WEIGHT)
    weight = weight * np.where(none[:, 0], UNKNOWN_WEIGHT, 1.0)
    shown = known.looks.chosen(kept)
    return Example(
        Comparison.of(asked.looks, shown, group),
        np.concatenate([right, none], axis=1),
        weight.astype(np.float32),
        group,
        color,
        asked.pixels,
        asked.looks,
        shown,
    )
