"""`tintline-train study`: train a folder of recipes at small scale and tabulate what they reach.

The ablations of the papers as recipes that differ in one thing each: all see the same pictures in
the same order and are measured on the same held-out pictures.
"""

import argparse
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from models.files.whole import write_json
from models.pictures.files import write_png
from training.bundled import RECIPES
from training.command_line import UsageError
from training.data.items.items import Items, SampleSet
from training.data.library import load_source
from training.methods.method import Method
from training.methods.registry import method_of
from training.metrics.frechet import (
    SetFeatures,
    bias_warning,
    choose_set_features,
    frechet_distance,
)
from training.metrics.quality import psnr, ssim
from training.recipe import Recipe, read_recipe
from training.run.checkpoint import load_newest
from training.run.loop import FitPlan, fit
from training.run.runlog import picture_grid

STUDIES = RECIPES / "studies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one recipe reached on held-out pictures.

    error  mean absolute error in [0, 1]; psnr in decibels; fid with the study's feature network.
    """

    name: str
    title: str
    steps: int
    error: float
    psnr: float
    ssim: float
    fid: float


def held_out_items(method: Method, *, data: Path, cache: Path | None, count: int) -> Items:
    """Items from the validation split of the recipe's sources, the same for every recipe."""
    recipe, sets = method.recipe, []
    for source in recipe.data.sources:
        smaller = dataclasses.replace(source, count=min(source.count, count) if source.count else 0)
        samples = load_source(
            smaller, data, split="val", long_side=recipe.data.long_side, cache=cache
        )
        sets.append(SampleSet(samples=samples, weight=source.weight))
    return Items(sets, method.build_item, seed=20_000_003, batch=1 << 30)


@torch.no_grad()
def measure(method: Method, *, run: Path, items: Items, count: int, features: SetFeatures) -> Entry:
    """Paint held-out pictures with a run's averaged weights; writes RUN/held_out.png."""
    state = load_newest(run / "checkpoints")
    if state is None:
        raise ValueError(f"{run}: no readable checkpoint; train first")
    recipe, network = method.recipe, method.cast().network
    network.load_state_dict(state["average"])
    network.eval()
    # Schedules that change the inputs stand where they end.
    method.at_step(recipe.train.steps, 1.0)
    painted, truth = [], []
    for first in range(0, count, 4):
        batch = method.collate([items[n] for n in range(first, min(count, first + 4))])
        columns = method.show(network, batch)
        if "painted" not in columns:
            raise ValueError(f"{recipe.name}: {recipe.method} paints nothing to compare")
        painted += list(columns["painted"].float())
        truth += list(columns["truth"].float())
        if first == 0:
            write_png(run / "held_out.png", picture_grid(columns))
    pairs = [
        (ours.permute(1, 2, 0).numpy(), theirs.permute(1, 2, 0).numpy())
        for ours, theirs in zip(painted, truth, strict=True)
    ]
    return Entry(
        name=recipe.name,
        title=recipe.title,
        steps=int(state["step"]),
        error=float(np.mean([np.abs(ours - theirs).mean() for ours, theirs in pairs])),
        psnr=float(np.mean([psnr(*pair) for pair in pairs])),
        ssim=float(np.mean([ssim(*pair) for pair in pairs])),
        fid=frechet_distance(
            np.stack([features.extract(ours) for ours, _ in pairs]),
            np.stack([features.extract(theirs) for _, theirs in pairs]),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyPlan:
    """Where a study trains and what it looks at.

    data, cache, run  as for `tintline-train fit`; each recipe has a folder of its name in `run`.
    time_limit_s      of each training; 0: the recipes' steps.
    pictures          held-out pictures that are compared.
    """

    data: Path
    run: Path
    cache: Path | None
    time_limit_s: float
    accelerator: str
    pictures: int


def carry_out(recipes: Sequence[Recipe], plan: StudyPlan, features: SetFeatures) -> list[Entry]:
    """Train what is not trained yet, in the given order, and measure all of it."""
    entries = []
    for recipe in recipes:
        run = plan.run / recipe.name
        state = load_newest(run / "checkpoints")
        done = state is not None and (plan.time_limit_s or int(state["step"]) >= recipe.train.steps)
        if not done:
            fit(
                FitPlan(
                    recipe=recipe,
                    data=plan.data,
                    run=run,
                    cache=plan.cache,
                    time_limit_s=plan.time_limit_s,
                    accelerator=plan.accelerator,
                )
            )
        method = method_of(recipe)
        items = held_out_items(method, data=plan.data, cache=plan.cache, count=plan.pictures)
        entry = measure(method, run=run, items=items, count=plan.pictures, features=features)
        entries.append(entry)
        print(row(entry), flush=True)
    return entries


def with_steps(recipe: Recipe, steps: int | None) -> Recipe:
    """The recipe with another number of steps; None: its own. Raises ValueError below 1."""
    if steps is None:
        return recipe
    return dataclasses.replace(recipe, train=dataclasses.replace(recipe.train, steps=steps))


def row(entry: Entry) -> str:
    """An entry as a line of the table."""
    return (
        f"{entry.title[:44]:44} {entry.steps:6}  {entry.error:.4f}  {entry.psnr:6.2f}  "
        f"{entry.ssim:.4f}  {entry.fid:9.3f}"
    )


def find_study(name: str) -> list[Path]:
    """Recipes of a folder, or the bundled ones whose names begin so. Raises ValueError."""
    folder = Path(name)
    paths = list(folder.glob("*.toml")) if folder.is_dir() else list(STUDIES.glob(f"{name}*.toml"))
    if not paths:
        known = ", ".join(sorted(path.stem for path in STUDIES.glob("*.toml")))
        raise ValueError(
            f"{name}: no folder with recipes, and no bundled one begins so; there are {known}"
        )
    return sorted(paths)


def run(options: argparse.Namespace) -> int:
    """Train, measure and tabulate; returns the exit status."""
    if options.pictures < 2:
        raise UsageError("--pictures must be at least 2")
    paths = find_study(options.study)
    recipes = [with_steps(read_recipe(path), options.steps) for path in paths]
    for recipe in recipes:
        method_of(recipe)  # none is trained if another cannot be
    features = choose_set_features(options.fid_features, options.data)
    print(f"FID features: {features.name}; {options.pictures} held-out pictures")
    print(f"{'':44}  steps   error    PSNR    SSIM        FID")
    entries = carry_out(
        recipes,
        StudyPlan(
            data=options.data,
            run=options.run or Path("runs") / Path(options.study).name,
            cache=options.cache,
            time_limit_s=options.time_limit,
            accelerator=options.accelerator,
            pictures=options.pictures,
        ),
        features,
    )
    if warning := bias_warning(options.pictures):
        print(warning)
    if options.json:
        record = {
            "features": features.name,
            "pictures": options.pictures,
            "entries": [dataclasses.asdict(entry) for entry in entries],
        }
        write_json(options.json, record)
    return 0
