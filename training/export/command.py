"""`tintline-train export`: a training's newest checkpoint as a generator."""

import argparse
from pathlib import Path

from training.bundled import find_recipe
from training.export.graphs import Precision
from training.export.run import export_run
from training.recipe import Recipe, read_recipe


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
