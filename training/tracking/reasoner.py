"""The network of models.tracking.reasoning as it is fitted: its loss, and how that changes.

The same two looks, with the way back written out: four small perceptrons need no library. Weights
are a dictionary as models.tracking.reasoning reads it; "mean" and "deviation" in it are not fitted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray
from models.tracking.reasoning import FAINTEST, NAMES, NONE_MEAN, NONE_STRONGEST
from training.tracking.examples import Example

Plane = NDArray[np.floating]
Weights = Mapping[str, Plane]

HIDDEN = 24
NONE_HIDDEN = 12
CONTEXT = 5
"""Numbers that the first look tells the second of every pair."""
MOST_CLAIMED = 4.0
"""Belief in a known region, added up over all regions seen, beyond which it counts no more."""
OWN_SHARE, FIRST_SHARE = 0.3, 0.5
"""What the right region counts beside the right colour, and the first look beside the second."""


def fresh_weights(features: Plane, rng: np.random.Generator) -> dict[str, Plane]:
    """Weights before any fitting: uniform within one over the root of what goes in.

    features  (k, F) some of those that are going to be learnt from, for their mean and deviation.
    """
    count, about = len(NAMES), len(NONE_STRONGEST) + len(NONE_MEAN)
    sizes = {
        "first": (count, HIDDEN, HIDDEN, 1),
        "first_none": (about, NONE_HIDDEN, 1),
        "second": (count + CONTEXT, HIDDEN, HIDDEN, 1),
        "second_none": (about + 2, NONE_HIDDEN, 1),
    }
    weights: dict[str, Plane] = {
        "mean": features.mean(axis=0).astype(np.float32),
        "deviation": np.maximum(features.std(axis=0, ddof=1), 0.05).astype(np.float32),
    }
    for name, layers in sizes.items():
        for number, (before, after) in enumerate(pairwise(layers)):
            bound = before**-0.5
            for part, shape in (("weight", (before, after)), ("bias", (after,))):
                drawn = rng.uniform(-bound, bound, shape).astype(np.float32)
                weights[f"{name}.{part}{number}"] = drawn
    return weights


def loss_and_slopes(weights: Weights, example: Example) -> tuple[float, dict[str, Plane]]:
    """Loss of an example, and by how much it grows with every weight."""
    looks = _Looks.of(weights, example)
    slopes: dict[str, Plane] = {}
    loss, by_second = _loss(looks.second, example)
    first_loss, by_first = _loss(looks.first, example)
    wide = looks.perceptrons["second"].back(by_second[:, :-1].reshape(-1, 1), slopes)
    about = looks.perceptrons["second_none"].back(by_second[:, -1:], slopes)
    wide = wide.reshape(*looks.belief.shape, -1)[..., -CONTEXT:]
    by_shares = looks.back_to_shares(wide, about[:, -2:], example)
    shares = looks.shares
    inner = (by_shares * shares).sum(axis=1, keepdims=True)
    by_first = FIRST_SHARE * by_first + shares * (by_shares - inner)
    looks.perceptrons["first"].back(by_first[:, :-1].reshape(-1, 1), slopes)
    looks.perceptrons["first_none"].back(by_first[:, -1:], slopes)
    return loss + FIRST_SHARE * first_loss, slopes


def scores(weights: Weights, example: Example) -> Plane:
    """Scores of the second look, (n, m + 1), "none" last."""
    return _Looks.of(weights, example).second


@dataclass(slots=True, eq=False)
class _Perceptron:
    """Layers with what went into each, for the way back."""

    name: str
    weights: Weights
    entered: list[Plane] = field(default_factory=list)

    def forth(self, values: Plane) -> Plane:
        """Rows (k, in) to (k, 1)."""
        count = sum(key.startswith(f"{self.name}.weight") for key in self.weights)
        for layer in range(count):
            if layer:
                values = np.maximum(values, 0)
            self.entered.append(values)
            values = (
                values @ self.weights[f"{self.name}.weight{layer}"]
                + self.weights[f"{self.name}.bias{layer}"]
            )
        return values

    def back(self, slope: Plane, slopes: dict[str, Plane]) -> Plane:
        """From the slope of what came out, (k, 1), to that of what went in; fills `slopes`."""
        for layer in reversed(range(len(self.entered))):
            entered = self.entered[layer]
            slopes[f"{self.name}.weight{layer}"] = entered.T @ slope
            slopes[f"{self.name}.bias{layer}"] = slope.sum(axis=0)
            slope = slope @ self.weights[f"{self.name}.weight{layer}"].T
            if layer:
                slope = slope * (entered > 0)
        return slope


@dataclass(frozen=True, slots=True, eq=False)
class _Looks:
    """Both looks at an example, n regions seen and m known ones.

    first, second  (n, m + 1) scores, "none" last; shares  (n, m + 1) what the first look believes.
    by_group       (n, groups) belief in each colour.
    """

    first: Plane
    second: Plane
    shares: Plane
    by_group: Plane
    members: Plane
    perceptrons: Mapping[str, _Perceptron]

    @property
    def belief(self) -> Plane:
        """The shares of the known regions, (n, m)."""
        return self.shares[:, :-1]

    @classmethod
    def of(cls, weights: Weights, example: Example) -> "_Looks":
        """Look twice."""
        names = ("first", "first_none", "second", "second_none")
        each = {name: _Perceptron(name, weights) for name in names}
        normal = (example.features - weights["mean"]) / weights["deviation"]
        strongest = [normal[..., NAMES.index(name)].max(axis=1) for name in NONE_STRONGEST]
        means = [normal[..., NAMES.index(name)].mean(axis=1) for name in NONE_MEAN]
        about = np.stack([*strongest, *means], axis=1)
        shape = normal.shape[:2]
        pairs = each["first"].forth(normal.reshape(-1, len(NAMES))).reshape(shape)
        first = np.concatenate([pairs, each["first_none"].forth(about)], axis=1)
        shares = _softmax(first)
        belief = shares[:, :-1]
        members = np.eye(int(example.group.max()) + 1, dtype=belief.dtype)[example.group]
        by_group = belief @ members
        context = [
            np.log(belief + FAINTEST) / 4,
            by_group[:, example.group],
            example.beside @ belief @ example.touching,
            (example.beside @ by_group)[:, example.group],
            np.broadcast_to(np.minimum(belief.sum(axis=0, keepdims=True), MOST_CLAIMED), shape),
        ]
        wide = np.concatenate([normal, np.stack(context, axis=2)], axis=2)
        about = np.concatenate([about, shares[:, -1:], by_group.max(axis=1, keepdims=True)], axis=1)
        pairs = each["second"].forth(wide.reshape(-1, wide.shape[2])).reshape(shape)
        second = np.concatenate([pairs, each["second_none"].forth(about)], axis=1)
        return cls(first, second, shares, by_group, members, each)

    def back_to_shares(self, context: Plane, about: Plane, example: Example) -> Plane:
        """Slope of the shares, (n, m + 1), from that of what the first look told the second.

        context  (n, m, CONTEXT); about  (n, 2) of the share of "none" and of the leading colour.
        """
        belief = self.belief
        own, in_group, around, near_group, claimed = np.moveaxis(context, 2, 0)
        by_group = in_group @ self.members + example.beside.T @ (near_group @ self.members)
        leading = self.by_group == self.by_group.max(axis=1, keepdims=True)
        by_group = by_group + about[:, 1:] * leading / leading.sum(axis=1, keepdims=True)
        slope = own / (4 * (belief + FAINTEST)) + by_group @ self.members.T
        slope = slope + example.beside.T @ (around @ example.touching.T)
        slope = slope + claimed.sum(axis=0) * (belief.sum(axis=0) <= MOST_CLAIMED)
        return np.concatenate([slope, about[:, :1]], axis=1)


def _loss(found: Plane, example: Example) -> tuple[float, Plane]:
    """Minus the log of the right answers' probability, and its slope over (n, m + 1) scores."""
    shares = _softmax(found)
    loss, slope = 0.0, np.zeros_like(found)
    for right, counts in ((example.color, 1.0), (example.own, OWN_SHARE)):
        among = _softmax(found, right)
        held = np.maximum((shares * right).sum(axis=1), np.finfo(found.dtype).tiny)
        loss -= counts * float((example.weight * np.log(held)).sum())
        slope += counts * example.weight[:, None] * (shares - among)
    return loss, slope


def _softmax(found: Plane, among: BoolArray | None = None) -> Plane:
    """Shares of each row, (n, k), of all or among some, of which there is one."""
    lowest = found if among is None else np.where(among, found, -np.inf)
    powers = np.exp(lowest - lowest.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=found.dtype)


class Descent:
    """Weights on their way down: AdamW on a one-cycle schedule, both in one place.

    Kingma and Ba 2015; Loshchilov and Hutter 2019; Smith and Topin 2018. The step grows to
    `fastest` over the first WARM_SHARE of all steps and then falls to almost nothing, the memory
    of earlier slopes running against it.
    """

    WARM_SHARE = 0.3
    SLOWEST_START, SLOWEST_END = 25.0, 1e4
    MEMORY = (0.85, 0.95)
    SQUARES = 0.999
    DECAY = 1e-3
    MOST_SLOPE = 5.0
    """Length to which the slopes of all weights together are cut."""

    def __init__(self, weights: dict[str, Plane], *, steps: int, fastest: float) -> None:
        self.weights = weights
        self._steps, self._fastest, self._done = steps, fastest, 0
        self._mean = {name: np.zeros_like(value) for name, value in weights.items()}
        self._square = {name: np.zeros_like(value) for name, value in weights.items()}

    def step(self, slopes: Sequence[dict[str, Plane]]) -> None:
        """One step against the mean of some examples' slopes, in place."""
        mean = {name: np.mean([each[name] for each in slopes], axis=0) for name in slopes[0]}
        length = sum(float((slope**2).sum()) for slope in mean.values()) ** 0.5
        cut = min(1.0, self.MOST_SLOPE / (length + 1e-6))
        rate, memory = self._pace()
        self._done += 1
        for name, uncut in mean.items():
            slope = uncut * cut
            self._mean[name] = memory * self._mean[name] + (1 - memory) * slope
            self._square[name] *= self.SQUARES
            self._square[name] += (1 - self.SQUARES) * slope**2
            fair = self._mean[name] / (1 - memory**self._done)
            scale = np.sqrt(self._square[name] / (1 - self.SQUARES**self._done)) + 1e-8
            kept = self.weights[name] * (1 - rate * self.DECAY)
            self.weights[name] = (kept - rate * fair / scale).astype(kept.dtype)

    def _pace(self) -> tuple[float, float]:
        """Length of the next step, and how much of earlier slopes it keeps."""
        turn = self.WARM_SHARE * self._steps - 1
        low, high = self.MEMORY
        start = self._fastest / self.SLOWEST_START
        if self._done <= turn:
            share = self._done / max(turn, 1)
            return _eased(start, self._fastest, share), _eased(high, low, share)
        share = min(1.0, (self._done - turn) / max(self._steps - 1 - turn, 1))
        return _eased(self._fastest, start / self.SLOWEST_END, share), _eased(low, high, share)


def _eased(start: float, end: float, share: float) -> float:
    return end + (start - end) / 2 * (1 + float(np.cos(np.pi * share)))
