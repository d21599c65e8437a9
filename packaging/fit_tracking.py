"""Fit the network of models.tracking.reasoning on sequences of drawn characters.

The tracker carries the first frame's hints through each sequence; every comparison that it makes
becomes a sample: the features of all pairs, and which known regions each region truly is. The
network learns from all of them, and models/tracking/reasoning.npz is written. The tracker's
mistakes are the network's own, so it is fitted again on what it then meets, beside what it met
before. Seeds lie beyond those of every benchmark and of every generator's training. Needs torch.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "benchmarks")]

from tracking import Painter, finish_key, planes  # noqa: E402

from app.batch.tracking.tracker import KeyFrame, TrackedFrame, Tracker  # noqa: E402
from models.colour import pack_colors  # noqa: E402
from models.files.whole import write_whole  # noqa: E402
from models.hints.hints import LineArt  # noqa: E402
from models.tracking.described import DrawnRegions  # noqa: E402
from models.tracking.matching import Look, groups_of  # noqa: E402
from models.tracking.reasoning import (  # noqa: E402
    FAINTEST,
    NAMES,
    NONE_MEAN,
    NONE_STRONGEST,
    WEIGHTS_FILE,
    can_reason,
    read_weights,
)
from models.tracking.sightings import carry, match  # noqa: E402
from training.data.characters.sequences.motion import SequenceKind, draw_sequence  # noqa: E402
from training.data.library import VAL_SEEDS  # noqa: E402
from training.data.sample import Sample  # noqa: E402

FIRST_SEED = VAL_SEEDS + 100
LEAST_PURE = 0.8
"""A region of which less is one drawn region is no example of anything."""
COUNTED = 24
"""Pixels from which a region counts fully."""
WIDEST = 8000
"""Pixels beyond which a region counts no more."""
HIDDEN = 24
NONE_HIDDEN = 12


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One comparison: n regions seen, m known ones.

    features  (n, m, F). colour, own: bool (n, m + 1) answers of the right colour, and those that
              are the region itself; the last is "none of them". weight (n,).
    beside    (n, n) share of a region's border along each; touching (m, m) whether they touch.
    group     (m,) of the known regions.
    """

    features: Tensor
    colour: Tensor
    own: Tensor
    weight: Tensor
    beside: Tensor
    touching: Tensor
    group: Tensor


def main() -> None:
    """Draw, track, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kinds", default="walk,occlusion,hair_swing,turn,blink")
    parser.add_argument("--characters", type=int, default=8)
    parser.add_argument("--frames", type=int, default=24)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
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
        network = fit(examples, epochs=options.epochs)
        weights = network.weights()
        write_whole(WEIGHTS_FILE, partial(np.savez, **weights))
        read_weights.cache_clear()


def sequence_examples(painter: Painter, samples: Sequence[Sample]) -> list[Example]:
    """The comparisons of one sequence, hinted and corrected in its first frame."""
    lines = [LineArt(planes(sample)[0]) for sample in samples]
    hints, flat_u8 = finish_key(painter, samples[0], 3)
    key = KeyFrame(line_art=lines[0], hints=hints, flat_u8=flat_u8)
    tracker = Tracker({0: key}, painter.generator)
    before: TrackedFrame = tracker.carry(lines[0], index=0)
    known = before.sighting.regions
    told = [(-1, -1, -1) if each.color is None else each.color for each in before.regions]
    group = groups_of((np.array(told, dtype=np.int32) @ (65536, 256, 1)).astype(np.int32))
    examples = []
    for index in range(1, len(samples)):
        tracked = tracker.carry(lines[index], index=index, previous=before)
        seen = tracked.sighting.regions
        if can_reason(Look.of(seen), Look.of(known)):
            carried = carry(before.sighting, seen)
            found = match(seen, known, before.sighting, carried, group=group)
            truth = Truth.of(samples[0], samples[index], known, seen)
            examples.append(truth.example(found.features, group, known, seen))
        before = tracked
    return examples


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """Which drawn region, and colour, most of each region is: of n seen and m known ones.

    pure  float (n,) share of the region that it is.
    """

    region: NDArray[np.int64]
    color: NDArray[np.int64]
    pure: NDArray[np.float64]
    known_region: NDArray[np.int64]
    known_color: NDArray[np.int64]
    first: NDArray[np.int64]

    @classmethod
    def of(cls, first: Sample, sample: Sample, known: DrawnRegions, seen: DrawnRegions) -> "Truth":
        """Look the regions up in the drawn planes."""
        found = []
        for drawn, regions in ((sample, seen), (first, known)):
            _, numbers, flat = planes(drawn)
            found += [_most(regions, numbers), _most(regions, pack_colors(flat))]
        (region, pure), (color, _), (known_region, _), (known_color, _) = found
        return cls(region, color, pure, known_region, known_color, np.unique(planes(first)[1]))

    def example(
        self,
        features: NDArray[np.float32],
        group: NDArray[np.intp],
        known: DrawnRegions,
        seen: DrawnRegions,
    ) -> Example:
        """What is to be learnt from these features."""
        own = self.region[:, None] == self.known_region[None]
        shown = np.isin(self.region, self.first)
        colour = (self.color[:, None] == self.known_color[None]) & shown[:, None]
        none = ~colour.any(axis=1, keepdims=True)
        own = np.where((own.any(axis=1) & shown)[:, None], own, colour)
        weight = np.sqrt(np.minimum(seen.area, WIDEST)) * (self.pure > LEAST_PURE)
        weight = np.where(seen.area < COUNTED, 0.3, 1.0) * weight
        weight = weight / max(float(weight.sum()), 1e-9)
        weight += (seen.area >= COUNTED) / max(int((seen.area >= COUNTED).sum()), 1)
        weight *= np.where(shown, 1.0, 0.5)
        beside = np.asarray(seen.beside.todense(), dtype=np.float32)
        beside /= np.maximum(beside.sum(axis=1, keepdims=True), 1)
        return Example(
            features=torch.from_numpy(features),
            colour=torch.from_numpy(np.concatenate([colour, none], axis=1)),
            own=torch.from_numpy(np.concatenate([own, none], axis=1)),
            weight=torch.from_numpy(weight.astype(np.float32)),
            beside=torch.from_numpy(beside),
            touching=torch.from_numpy(np.asarray((known.beside > 0).todense(), dtype=np.float32)),
            group=torch.from_numpy(group),
        )


def _most(
    regions: DrawnRegions, values: NDArray[np.signedinteger]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The value that most of each region has, and the share of it that has that."""
    distinct, number = np.unique(values, return_inverse=True)
    number = number.reshape(values.shape)[regions.paper]
    key = regions.labels[regions.paper].astype(np.int64) * len(distinct) + number
    votes = np.bincount(key, minlength=regions.count * len(distinct))
    votes = votes.reshape(regions.count, len(distinct))
    return distinct[votes.argmax(axis=1)].astype(np.int64), votes.max(axis=1) / np.maximum(
        votes.sum(axis=1), 1
    )


class Reasoner(nn.Module):
    """The same network as models.tracking.reasoning.reason, to be fitted."""

    def __init__(self, mean: Tensor, deviation: Tensor) -> None:
        super().__init__()
        count, about = len(NAMES), len(NONE_STRONGEST) + len(NONE_MEAN)
        self.first = _perceptron(count, HIDDEN, HIDDEN)
        self.first_none = _perceptron(about, NONE_HIDDEN)
        self.second = _perceptron(count + 5, HIDDEN, HIDDEN)
        self.second_none = _perceptron(about + 2, NONE_HIDDEN)
        self.mean, self.deviation = mean, deviation

    def forward(self, example: Example) -> tuple[Tensor, Tensor]:
        """Scores of both looks, (n, m + 1) each, "none" last."""
        normal = (example.features - self.mean) / self.deviation
        strongest = [normal[..., NAMES.index(name)].amax(1) for name in NONE_STRONGEST]
        means = [normal[..., NAMES.index(name)].mean(1) for name in NONE_MEAN]
        about = torch.stack([*strongest, *means], 1)
        first = torch.cat([self.first(normal)[..., 0], self.first_none(about)], 1)
        shares = first.softmax(1)
        belief = shares[:, :-1]
        members = nn.functional.one_hot(example.group).float()
        by_group = belief @ members
        around = example.beside @ belief
        context = [
            torch.log(belief + FAINTEST) / 4,
            by_group[:, example.group],
            around @ example.touching,
            (example.beside @ by_group)[:, example.group],
            belief.sum(0, keepdim=True).clamp(max=4).expand(belief.shape),
        ]
        wide = torch.cat([normal, torch.stack(context, 2)], 2)
        about = torch.cat([about, shares[:, -1:], by_group.amax(1, keepdim=True)], 1)
        return first, torch.cat([self.second(wide)[..., 0], self.second_none(about)], 1)

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """What models.tracking.reasoning reads."""
        found = {"mean": self.mean.numpy(), "deviation": self.deviation.numpy()}
        for name in ("first", "first_none", "second", "second_none"):
            layers = [each for each in getattr(self, name) if isinstance(each, nn.Linear)]
            for number, layer in enumerate(layers):
                found[f"{name}.weight{number}"] = layer.weight.detach().numpy().T.copy()
                found[f"{name}.bias{number}"] = layer.bias.detach().numpy().copy()
        return found


def _perceptron(*sizes: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for before, after in pairwise(sizes):
        layers += [nn.Linear(before, after), nn.ReLU()]
    return nn.Sequential(*layers, nn.Linear(sizes[-1], 1))


def fit(examples: Sequence[Example], *, epochs: int) -> Reasoner:
    """Fit by the probability of the right colour, and less of the right region."""
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    every = torch.cat([each.features.flatten(0, 1)[::7] for each in examples])
    network = Reasoner(every.mean(0), every.std(0).clamp(min=0.05))
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=1e-3)
    steps = epochs * (len(examples) // 4) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps)
    for epoch in range(epochs):
        total = 0.0
        for count, number in enumerate(rng.permutation(len(examples)), start=1):
            first, second = network(examples[number])
            loss = _loss(second, examples[number]) + 0.5 * _loss(first, examples[number])
            (loss / 4).backward()
            total += float(loss.detach())
            if count % 4 == 0:
                nn.utils.clip_grad_norm_(network.parameters(), 5.0)
                optimizer.step()
                optimizer.zero_grad()
                schedule.step()
        print(f"epoch {epoch + 1}: {total / len(examples):.3f}", flush=True)
    return network


def _loss(scores: Tensor, example: Example) -> Tensor:
    shares = scores.log_softmax(1)
    colour = shares.masked_fill(~example.colour, -1e9).logsumexp(1)
    own = shares.masked_fill(~example.own, -1e9).logsumexp(1)
    return -(example.weight * (colour + 0.3 * own)).sum()


if __name__ == "__main__":
    main()
