"""Writes what a run has learned: its newest checkpoint's averaged weights, as its method does."""

from pathlib import Path

from training.export.graphs import Precision
from training.methods.registry import method_of
from training.recipe import Recipe
from training.run.checkpoint import load_newest, require_same_network


def export_run(recipe: Recipe, *, run: Path, folder: Path, precision: Precision = "fp16") -> str:
    """Export into `folder`, a generator's folder or one with a weights file.

    Returns a line about what was written. Raises ValueError if the run has no checkpoint or it is
    another network's, training.export.graphs.ExportError if a graph differs from torch.
    """
    state = load_newest(run / "checkpoints")
    if state is None:
        raise ValueError(f"{run}: no readable checkpoint; train first")
    require_same_network(state, recipe, run=run)
    steps = int(state["step"])
    return method_of(recipe).export(
        recipe,
        weights=state["average"],
        folder=folder,
        precision=precision,
        training={"steps": steps, "samples": steps * recipe.train.batch},
    )
