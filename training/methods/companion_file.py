"""Weights of the networks that a generator's training needs beside it, written for its recipe."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import Tensor

from models.networks.weights_file import WeightsNote, write_network
from training.recipe import Recipe


def write_companion(
    recipe: Recipe,
    folder: Path,
    weights: Mapping[str, Tensor],
    *,
    network: str,
    config: Any,
    training: Mapping[str, object],
    tags: tuple[str, ...] = (),
) -> Path:
    """Write a trained network of the recipe's form with the note that says so; returns the file.

    network  its name in the registry; tags: order of its answers, if it recognizes tags.
    Raises models.files.whole.FileError if the disk does not take it.
    """
    note = WeightsNote(
        network=f"{network}/{recipe.form}",
        config=config,
        tags=tags,
        licence=recipe.licence,
        credits=recipe.credits,
        training={"recipe": recipe.name, "side": recipe.data.side, **training},
    )
    return write_network(folder, weights, note)
