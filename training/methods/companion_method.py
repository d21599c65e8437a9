"""Networks that a generator's training leans on: trained beforehand, kept as a file of weights."""

from collections.abc import Mapping
from pathlib import Path

from torch import Tensor, nn

from models.networks.features import MissingWeightsError
from models.networks.weights_file import WeightsNote, load_network, write_network
from training.bundled import find_weights
from training.export.graphs import Precision
from training.methods.method import Method


class CompanionMethod(Method):
    """Trains a network for other trainings."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Order of its answers, if it recognizes tags."""
        return ()

    def kept(self, weights: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
        """Those of the trained weights that others need."""
        return weights

    def export(
        self,
        weights: Mapping[str, Tensor],
        *,
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write a weights file with a note; half precision always, for it loses nothing visible.

        Raises models.files.whole.FileError if the disk does not take it.
        """
        recipe = self.recipe
        note = WeightsNote(
            network=self.form.name,
            config=self.configuration,
            tags=self.tags,
            licence=recipe.licence,
            credits=recipe.credits,
            training={"recipe": recipe.name, "side": recipe.data.side, **training},
        )
        path = write_network(folder, self.kept(weights), note)
        known = f" of {len(self.tags)} tags" if self.tags else ""
        return f"{path}: {self.makes}{known}, {self.form.form}"


def load_companion(
    text: str, *, network: str, recipes: tuple[str, str]
) -> tuple[nn.Module, WeightsNote]:
    """A network that a recipe names by its file, frozen, with its note.

    network  which one it must be: ``two_stage/line-detection``; recipes: those that train it.
    Raises MissingWeightsError naming the file and the remedy.
    """
    try:
        return load_network(find_weights(text), network=network)
    except MissingWeightsError as error:
        raise MissingWeightsError(
            f"{error}. Such weights come from the recipes {' and '.join(recipes)}"
        ) from error
