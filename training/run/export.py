"""`tintline-train export`: what a run has learned, as its method writes it."""

import argparse
from pathlib import Path

from training.bundled import find_recipe
from training.export.graphs import Precision
from training.methods.registry import method_of
from training.recipe import Recipe, read_recipe
from training.run.checkpoint import load_newest, require_same_network


def run(options: argparse.Namespace) -> int:
    """Export; returns the exit status."""
    recipe = read_recipe(find_recipe(options.recipe))
    export_recipe(recipe, options.run, options.output, precision=options.precision)
    return 0


def export_recipe(
    recipe: Recipe, run: Path, folder: Path, *, precision: Precision = "fp16"
) -> None:
    """Write what a run of a recipe has learned, and say what was written."""
    print(f"{folder}: {export_run(recipe, run=run, folder=folder, precision=precision)}")


def export_run(recipe: Recipe, *, run: Path, folder: Path, precision: Precision = "fp16") -> str:
    """Export the newest checkpoint's averaged weights into `folder`, as graphs or a weights file.

    Returns a line about what was written. Raises ValueError if the run has no checkpoint or it is
    another network's, training.export.graphs.ExportError if a graph differs from torch.
    """
    state = load_newest(run / "checkpoints")
    if state is None:
        raise ValueError(f"{run}: no readable checkpoint; train first")
    require_same_network(state, recipe, run=run)
    steps = int(state["step"])
    return method_of(recipe).export(
        state["average"],
        folder=folder,
        precision=precision,
        training={"steps": steps, "samples": steps * recipe.train.batch},
    )
