"""What a training consists of, whatever the method: networks, turns, items and an export."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.random import Generator as Rng
from numpy.typing import NDArray
from torch import Tensor, nn

from training.data.sample import Sample
from training.export.graphs import Precision
from training.recipe import Recipe

Arrays = dict[str, NDArray[np.generic]]
Batch = Mapping[str, Tensor]
BuildItem = Callable[[Sample, Rng, int], Arrays]
"""One training item from a picture, a seeded generator and the step it is for.

Must be picklable, because worker processes call it, and must draw all its randomness from the
generator, because a resumed training asks for the same items again.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One player's update in each step: forward, backward, clip, optimizer step.

    name        of the player: generator, discriminator, ...; unique within the method.
    objective   called with a batch; returns scalars, the one to minimize under ``total``. Its
                registered parameters are exactly those of the player that it trains: networks
                that it only looks through are held out of ``nn.Module``'s sight (``Unseen``).
    own_batch   takes a batch of its own instead of the one before it in the same step.
    rate        learning rate relative to the recipe's.
    """

    name: str
    objective: nn.Module
    own_batch: bool = False
    rate: float = 1.0


class Unseen:
    """Holds a network for an objective that must not train, move or save it.

    nn.Module registers every module that is assigned to it; DDP would then wait for gradients of
    the opponent's weights.
    """

    def __init__(self, network: nn.Module) -> None:
        self._network = (network,)

    def __call__(self) -> nn.Module:
        """The network."""
        return self._network[0]


class Method(ABC):
    """A training's networks, turns and data. Built from a recipe by ``create``.

    network  the one that is averaged, measured and exported.
    turns    updates of a step in their order; each `Turn.objective` holds the trained networks.
    """

    Options: ClassVar[type[Any]]
    """Frozen dataclass of the recipe's ``[options]`` table."""

    network: nn.Module
    turns: tuple[Turn, ...]

    @classmethod  # noqa: B027 - most combinations can run
    def check(cls, recipe: Recipe) -> None:
        """Raise ValueError, naming value and remedy, for a recipe that can never run."""

    @classmethod
    @abstractmethod
    def create(cls, recipe: Recipe) -> "Method":
        """Networks and turns for a recipe, weights seeded by torch's global generator.

        Raises ValueError, or MissingWeightsError for networks that must come trained.
        """

    @abstractmethod
    def item_builder(self, recipe: Recipe) -> BuildItem:
        """How a picture becomes an item."""

    def collate(self, items: Sequence[Arrays]) -> Batch:
        """Items as one batch of tensors."""
        return stack(items)

    def companions(self) -> Mapping[str, nn.Module]:
        """Frozen networks that must be on the training's device; they are not saved."""
        return {}

    def at_step(self, step: int, progress: float) -> None:  # noqa: B027 - most have no schedule
        """Told before each step, for schedules.

        step      number of the step that follows, from 0.
        progress  share of the training that is done.
        """

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Pictures (B, 3, H, W) in [0, 1] for the sample grid, by column name; {}: none.

        ``painted`` is what the network made and ``truth`` what it should have made; ``best``, if
        there is one, what it could have made of what it was given.
        """
        return {}

    @classmethod
    @abstractmethod
    def export(
        cls,
        recipe: Recipe,
        *,
        weights: Mapping[str, Tensor],
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write the averaged weights as a generator's folder, or as a weights file.

        training  the record that the spec keeps (steps, samples).
        Returns a line about what was written. Raises training.export.graphs.ExportError.
        """


def stack(items: Sequence[Arrays]) -> dict[str, Tensor]:
    """Arrays of equal shapes as tensors with a batch axis."""
    return {name: torch.from_numpy(np.stack([item[name] for item in items])) for name in items[0]}


def frozen(network: nn.Module) -> nn.Module:
    """The network in evaluation mode, its weights without gradients; gradients pass through it."""
    return network.eval().requires_grad_(False)
