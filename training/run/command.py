"""`tintline-train fit`: train a recipe and export what it has learned."""

import argparse
import os
from pathlib import Path

from training.bundled import find_recipe
from training.recipe import read_recipe
from training.run.export import export_recipe
from training.run.loop import FitPlan, fit


def run(options: argparse.Namespace) -> int:
    """Train; returns the exit status."""
    recipe = read_recipe(find_recipe(options.recipe))
    plan = FitPlan(
        recipe=recipe,
        data=options.data,
        run=options.run or Path("runs") / recipe.name,
        cache=options.cache,
        time_limit_s=options.time_limit,
        warm_start=options.warm_start,
        accelerator=options.accelerator,
        devices=options.devices,
        nodes=options.nodes,
    )
    fit(plan)
    if int(os.environ.get("RANK", os.environ.get("LOCAL_RANK", "0"))):
        return 0  # of several processes, one writes
    export_recipe(recipe, plan.run, options.export or plan.run / "export" / recipe.name)
    return 0
