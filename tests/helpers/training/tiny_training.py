"""A training of a tiny network of our own on drawn figures."""

from pathlib import Path

import torch

from tests.helpers.training.method_trials import TINY_NETWORKS
from tests.helpers.training.small_set import two_tone_figure
from training.data.items.items import SampleSet
from training.recipe import DataConfig, Recipe, SourceConfig, TrainConfig
from training.run.loop import FitPlan


def drawn_sets(*_arguments: object, **_named: object) -> list[SampleSet]:
    """Four figures, in the place of ``training.run.loop.load_sets``; torch takes one thread."""
    torch.set_num_threads(1)
    return [SampleSet(samples=[two_tone_figure(index) for index in range(4)], weight=1.0)]


def plan(run: Path, steps: int, **changes: object) -> FitPlan:
    """The training; changes are fields of its course."""
    recipe = Recipe(
        name="tiny",
        method="tintline",
        title="Tiny",
        licence="Apache-2.0",
        network=TINY_NETWORKS["tintline"],
        data=DataConfig(
            sources=(SourceConfig(kind="characters", count=1),), side=64, workers=0, reuse=2
        ),
        train=TrainConfig(
            steps=steps,
            batch=4,
            warmup=3,
            log_every=5,
            checkpoint_every=5,
            precision="32-true",
            **changes,  # type: ignore[arg-type]
        ),
    )
    return FitPlan(recipe=recipe, data=run, run=run, accelerator="cpu")
