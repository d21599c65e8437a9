"""What a training consists of, whatever the method: networks, turns, items and an export."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from numpy.random import Generator as Rng
from torch import Tensor, nn

from models.networks.forms import NetworkForm
from models.networks.registry import NETWORKS
from training.data.sample import Sample
from training.export.graphs import Precision
from training.methods.batches import Arrays, Batch, stack
from training.methods.players import Turn
from training.recipe import Recipe, read_options

BuildItem = Callable[[Sample, Rng, int], Arrays]
"""One training item from a picture, a seeded generator and the step it is for.

Must be picklable, because worker processes call it, and must draw all its randomness from the
generator, because a resumed training asks for the same items again.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays in a training.

    network     the one that is averaged, measured and exported.
    turns       updates of a step in their order; each `Turn.objective` holds the trained networks.
    companions  frozen networks that must be on the training's device; they are not saved.
    """

    network: nn.Module
    turns: tuple[Turn, ...]
    companions: Mapping[str, nn.Module] = field(default_factory=dict)


class Method(ABC):
    """How one recipe is trained. Raises RecipeError or ValueError for one that can never run.

    It is cheap to make; networks are built by ``cast``.

    recipe         the experiment.
    options        its ``[options]``.
    form           the registered form of the network that it names, the first one if it names none.
    configuration  the network's, which is the form's with the recipe's changes.
    build_item     how a picture becomes an item.
    """

    Options: ClassVar[type[Any]]
    """Frozen dataclass of the recipe's ``[options]`` table."""
    Configuration: ClassVar[type[Any]]
    """What the forms that it trains are configured by."""
    family: ClassVar[str]
    """Whose forms these are in models.networks.registry."""
    makes: ClassVar[str]
    """What it trains, in words."""

    options: Any
    configuration: Any

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.options = read_options(recipe, self.Options)
        self.form = self._find_form()
        self.configuration = self.configure()
        self.check()
        self.build_item = self.item_builder()

    def _find_form(self) -> NetworkForm:
        fitting = {
            form.form: form
            for form in NETWORKS.values()
            if form.network == self.family and isinstance(form.config, self.Configuration)
        }
        name = self.recipe.form or next(iter(fitting))
        if name not in fitting:
            raise ValueError(f"form {name!r} is no {self.makes}; choose {', '.join(fitting)}")
        return fitting[name]

    def configure(self) -> Any:
        """The network's configuration. Raises ValueError naming an argument that does not fit."""
        return self.form.configured(self.recipe.network)

    def check(self) -> None:  # noqa: B027 - most combinations can run
        """Raise ValueError, naming value and remedy, for a recipe that can never run."""

    @property
    def in_bfloat16(self) -> bool:
        """Whether networks compute in bfloat16 where that does no harm.

        Fabric's own mixed precision would round positions and colours too.
        """
        return self.recipe.train.precision == "bf16-mixed"

    @abstractmethod
    def cast(self) -> Cast:
        """Networks and turns, weights seeded by torch's global generator.

        Raises ValueError, or MissingWeightsError for networks that must come trained.
        """

    @abstractmethod
    def item_builder(self) -> BuildItem:
        """How a picture becomes an item. Raises ValueError for lists and extractors not at hand."""

    def collate(self, items: Sequence[Arrays]) -> Batch:
        """Items as one batch of tensors."""
        return stack(items)

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

    @abstractmethod
    def export(
        self,
        weights: Mapping[str, Tensor],
        *,
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write the averaged weights as a generator's folder, or as a weights file.

        training  the record that is kept with them (steps, samples).
        Returns a line about what was written. Raises training.export.graphs.ExportError.
        """
