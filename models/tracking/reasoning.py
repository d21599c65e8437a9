"""A second look at which known region is seen where, by a small network.

The linear scores of `models.tracking.matching` judge each pair by itself. Where a generator has
read both drawings, two small perceptrons judge better: the first sees a pair beside its rivals, the
other regions of its colour and the whole figure; the second sees what the first one believes of the
region's neighbours too. Both give "none of them" a score of its own. Their weights were fitted by
`tintline-train fit-tracking` on sequences of drawn characters that no benchmark uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import scipy

from models.arrays import FloatArray, IntArray
from models.hints.parts import Part
from models.tracking.matching import FEATURES, Look

WEIGHTS_FILE = Path(__file__).with_name("reasoning.npz")
MOST_PAIRS = 1_000_000
"""Pairs of regions beyond which the network would take too much memory."""
FURTHER = (
    "area_now",
    "area_of_key",
    "ground_now",
    "ground_of_key",
    "offset_x",
    "offset_y",
    "offset",
    "behind_rivals",
    "behind_others",
    "uncovered",
    "growth",
    "wider",
    "taller",
    "part_of_group",
    "like_group",
    "like_centred",
)
"""Names of the further features of a pair, in order; see `further_features`."""
NAMES = (*FEATURES, *FURTHER)
NONE_STRONGEST = ("covered", "like_key", "like_centred")
NONE_MEAN = ("uncovered", "area_now", "ground_now")
"""Features by which "none" is judged: the strongest of a region's pairs, and what all share."""
FAINTEST = 1e-4
LEAST_SPREAD = 0.003
"""Added to spreads before they are compared, so that specks do not count."""
LEAST_FIGURE = 0.02
"""Size of a figure below which nothing is measured by it, as a share of the longer side."""
MOST_OFFSET, MOST_GROWTH = 3.0, 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Rivals:
    """What bears on a pair beside its own look: n regions seen, m known ones.

    group                   int (m,): known regions of one colour share a group, from 0.
    now_beside, key_beside  sparse (n, n) and (m, m) pixels of common border.
    """

    group: IntArray
    now_beside: "scipy.sparse.csr_matrix"
    key_beside: "scipy.sparse.csr_matrix"


def can_reason(now: Look, key: Look) -> bool:
    """Whether a generator has read both drawings, and they are not too large together."""
    read = now.embedding.shape[1] > 0 and now.embedding.shape[1] == key.embedding.shape[1]
    return read and 0 < len(now.area) * len(key.area) <= MOST_PAIRS


def reason(features: FloatArray, rivals: Rivals, weights: Mapping[str, FloatArray]) -> FloatArray:
    """How much every pair scores above "none of them", float32 (n, m).

    features  float32 (n, m, len(NAMES)): those of models.tracking.matching, then
    `further_features`.
    """
    normal = (features - weights["mean"]) / weights["deviation"]
    about = _about_none(normal)
    pairs = _perceptron(normal, weights, "first")
    none = _perceptron(about, weights, "first_none")
    belief = np.exp(pairs - np.maximum(pairs.max(axis=1, keepdims=True), none))
    rest = np.exp(none - np.maximum(pairs.max(axis=1, keepdims=True), none))
    total = belief.sum(axis=1, keepdims=True) + rest
    belief, rest = belief / total, rest / total
    by_group = _by_group(belief, rivals.group)
    wide = np.concatenate([normal, _context(belief, by_group, rivals)], axis=2)
    about = np.concatenate([about, rest, by_group.max(axis=1, keepdims=True)], axis=1)
    scores = _perceptron(wide, weights, "second") - _perceptron(about, weights, "second_none")
    return np.asarray(scores, dtype=np.float32)


def further_features(
    now: Look, key: Look, last: Look, *, features: FloatArray, group: IntArray
) -> FloatArray:
    """What the network sees of every pair beyond `features`: float32 (n, m, len(FURTHER)).

    now, key, last  looks of the n regions seen, and of the m known ones in their key frame and
                    when last seen. features  float32 (n, m, F) of models.tracking.matching.
    """
    shape = features.shape[:2]
    covered, like = (features[..., FEATURES.index(name)] for name in ("covered", "like_key"))
    there, size = _places(key)
    offset = (_places(now)[0][:, None] - there[None]) / size
    offset = np.clip(offset, -MOST_OFFSET, MOST_OFFSET)
    wide = np.log(now.spread + LEAST_SPREAD)[:, None] - np.log(last.spread + LEAST_SPREAD)[None]
    wide = np.clip(wide, -MOST_OFFSET, MOST_OFFSET)
    area_now, area_key, area_last = (np.log(each.area + 1e-6) for each in (now, key, last))
    growth = np.clip(area_now[:, None] - area_last[None], -MOST_GROWTH, MOST_GROWTH)
    ground = int(Part.BACKGROUND)
    planes = [
        np.broadcast_to(area_now[:, None] / 5 + 1, shape),
        np.broadcast_to(area_key[None] / 5 + 1, shape),
        np.broadcast_to(now.parts[:, ground][:, None], shape),
        np.broadcast_to(key.parts[:, ground][None], shape),
        offset[..., 0],
        offset[..., 1],
        np.sqrt((offset**2).sum(axis=2)),
        like - like.max(axis=1, keepdims=True),
        like - like.max(axis=0, keepdims=True),
        np.broadcast_to(1 - covered.sum(axis=1, keepdims=True), shape),
        growth,
        wide[..., 0],
        wide[..., 1],
        _part_of_group(now, key, group),
        _best_of_group(like, group)[:, group],
        _centred_likeness(now, key),
    ]
    return np.stack(planes, axis=2).astype(np.float32)


def _places(look: Look) -> tuple[FloatArray, float]:
    """Places of regions, (n, 2) from the middle of the figure, and the figure's size."""
    weight = look.area * (1 - look.parts[:, int(Part.BACKGROUND)])
    weight = (weight / max(float(weight.sum()), 1e-9))[:, None]
    place = look.centre - (weight * look.centre).sum(axis=0)
    size = float(np.sqrt((weight * place**2).sum()))
    return np.asarray(place, dtype=np.float32), max(size, LEAST_FIGURE)


def _part_of_group(now: Look, key: Look, group: IntArray) -> FloatArray:
    """Bhattacharyya coefficient of parts with those of all regions of a pair's colour: (n, m)."""
    count = int(group.max()) + 1
    weighted = (key.parts * key.area[:, None]).astype(np.float64)
    sums = np.stack([np.bincount(group, column, count) for column in weighted.T], axis=1)
    parts = sums / np.maximum(sums.sum(axis=1, keepdims=True), 1e-9)
    return np.asarray((np.sqrt(now.parts) @ np.sqrt(parts).T)[:, group], dtype=np.float32)


def _best_of_group(values: FloatArray, group: IntArray) -> FloatArray:
    """The largest value, (n, m), of each group's members: (n, groups)."""
    order = np.argsort(group, kind="stable")
    starts = np.searchsorted(group[order], np.arange(int(group.max()) + 1))
    return np.asarray(np.maximum.reduceat(values[:, order], starts, axis=1), dtype=np.float32)


def _centred_likeness(now: Look, key: Look) -> FloatArray:
    """Cosine of embeddings once what all regions of their drawing share is taken away: (n, m)."""
    units = []
    for look in (now, key):
        centred = look.embedding - look.embedding.mean(axis=0)
        length = np.linalg.norm(centred, axis=1, keepdims=True)
        units.append(centred / np.maximum(length, 1e-6))
    return np.asarray(units[0] @ units[1].T, dtype=np.float32)


def _about_none(normal: FloatArray) -> FloatArray:
    strongest = [normal[..., NAMES.index(name)].max(axis=1) for name in NONE_STRONGEST]
    means = [normal[..., NAMES.index(name)].mean(axis=1) for name in NONE_MEAN]
    return np.stack([*strongest, *means], axis=1)


def _by_group(belief: FloatArray, group: IntArray) -> FloatArray:
    order = np.argsort(group, kind="stable")
    starts = np.searchsorted(group[order], np.arange(int(group.max()) + 1))
    return np.asarray(np.add.reduceat(belief[:, order], starts, axis=1), dtype=np.float32)


def _context(belief: FloatArray, by_group: FloatArray, rivals: Rivals) -> FloatArray:
    """What the first look tells the second, float32 (n, m, 5)."""
    length = np.maximum(np.asarray(rivals.now_beside.sum(axis=1)), 1)
    around = np.asarray(rivals.now_beside @ belief) / length
    group = rivals.group
    touching = (rivals.key_beside > 0).astype(np.float32)
    near_group = np.asarray(rivals.now_beside @ by_group) / length
    planes = [
        np.log(belief + FAINTEST) / 4,
        by_group[:, group],
        np.asarray((touching @ around.T).T),
        near_group[:, group],
        np.broadcast_to(np.minimum(belief.sum(axis=0, keepdims=True), 4), belief.shape),
    ]
    return np.stack(planes, axis=2).astype(np.float32)


def _perceptron(values: FloatArray, weights: Mapping[str, FloatArray], name: str) -> FloatArray:
    """One score for the last axis, which is kept for rows of two axes and dropped for three."""
    layers = sum(1 for key in weights if key.startswith(f"{name}.weight"))
    for layer in range(layers):
        values = values @ weights[f"{name}.weight{layer}"] + weights[f"{name}.bias{layer}"]
        if layer < layers - 1:
            values = np.maximum(values, 0)
    return values[..., 0] if values.ndim == 3 else values


@cache
def read_weights() -> Mapping[str, FloatArray]:
    """The fitted weights."""
    with np.load(WEIGHTS_FILE) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
