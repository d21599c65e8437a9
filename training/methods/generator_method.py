"""What the trainings of generators share: their folder, and that views must fit the network."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from torch import Tensor

from models.networks.generator import Generator, GeneratorConfig
from training.export.generator import export_generator
from training.export.graphs import Precision
from training.methods.method import Method

Network = TypeVar("Network", bound=Generator)


class GeneratorMethod(Method, Generic[Network]):
    """Trains a generator."""

    makes = "generator"
    tag_names: tuple[str, ...] = ()
    """Tags in the order of the generator's input; () if it takes none."""

    configuration: GeneratorConfig

    def generator(self) -> Network:
        """The generator, untrained."""
        network: Any = self.form.build(self.configuration)
        assert isinstance(network, Generator)
        return network  # type: ignore[return-value]

    @property
    def line_file(self) -> Path | None:
        """A finished line graph in place of the network's own; None: its own."""
        return None

    def require_side(self) -> None:
        """Raise ValueError if the network cannot take the recipe's views."""
        side, rule = self.recipe.data.side, self.configuration.size_rule
        if rule.fixed and side != rule.fixed:
            raise ValueError(
                f"data.side is {side}, the generator's size is {rule.fixed}, to which it is tied; "
                f"set size in [network], or data.side, so that they agree"
            )
        if side % rule.multiple_of or side < rule.minimum:
            raise ValueError(f"data.side: {self.family} needs {rule.describe()}; got {side}")

    def export(
        self,
        weights: Mapping[str, Tensor],
        *,
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write the generator's folder, networks trained beforehand included.

        Raises ExportError, or RuntimeError for weights that do not fit.
        """
        recipe, generator = self.recipe, self.generator()
        generator.load_state_dict(dict(weights))
        fields = {
            "name": recipe.name,
            "title": recipe.title,
            "method": self.family,
            "arguments": generator.arguments,
            "tags": self.tag_names,
            "licence": recipe.licence,
            "credits": recipe.credits,
            "summary": recipe.summary,
            "rank": recipe.rank,
            "group": recipe.group,
            "tidy": recipe.tidy,
            "training": dict(training),
        }
        spec = export_generator(
            generator,
            spec_fields=fields,
            folder=folder,
            precision=precision,
            largest=recipe.largest,
            line_file=self.line_file,
        )
        return f"{spec.title}, {spec.parameters:,} parameters, {spec.precision}"
