"""What the trainings of generators share."""

from abc import abstractmethod
from collections.abc import Mapping
from pathlib import Path

from torch import Tensor

from models.networks.generator import Generator
from training.export.generator import export_trained
from training.export.graphs import Precision
from training.methods.method import Method
from training.recipe import Recipe


class PublishedMethod(Method):
    """Trains one of the generators of models.networks.registry."""

    tag_names: tuple[str, ...] = ()
    """Tags in the order of the generator's input; () if it takes none."""

    @classmethod
    @abstractmethod
    def generator_of(cls, recipe: Recipe) -> Generator:
        """The generator that a recipe describes, untrained."""

    @classmethod
    def line_file(cls, recipe: Recipe) -> Path | None:
        """A finished line graph in place of the network's own; None: its own."""
        return None

    @classmethod
    def export(
        cls,
        recipe: Recipe,
        *,
        weights: Mapping[str, Tensor],
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write the generator's folder, networks trained beforehand included."""
        return export_trained(
            cls.generator_of(recipe),
            recipe,
            weights=weights,
            folder=folder,
            precision=precision,
            training=training,
            tags=cls.tag_names,
            line_file=cls.line_file(recipe),
        )
