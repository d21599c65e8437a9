"""First-step gradients of one of several processes: `gloo_gradients.py OUT RANKS` under torchrun.

Each process trains on its share of the same joint batch; rank 0 writes the gradients.
"""

import sys
from pathlib import Path

import torch
from lightning_fabric import Fabric

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.helpers.training.small_set import two_tone_figure
from training.data.items.items import Batches, Items, Reuse, SampleSet, Share
from training.methods.registry import method_of
from training.recipe import DataConfig, Recipe, SourceConfig, TrainConfig
from training.run.loop import set_up
from training.run.processes import launched

JOINT = 8


def main(out: Path, ranks: int) -> None:
    """Forward and backward of the joint batch's first step."""
    torch.set_num_threads(1)
    fabric = Fabric(accelerator="cpu", devices=ranks, strategy="ddp" if ranks > 1 else "auto")
    with launched(fabric):
        write_gradients(fabric, out, ranks)


def write_gradients(fabric: Fabric, out: Path, ranks: int) -> None:
    """The first process writes what the joint batch's first step leaves."""
    torch.manual_seed(3)
    recipe = Recipe(
        name="tiny",
        method="line_detection",
        form="line-detection-lite",
        title="Tiny",
        licence="Apache-2.0",
        network={"width": 8},
        data=DataConfig(sources=(SourceConfig(kind="characters", count=1),), side=64),
        train=TrainConfig(batch=JOINT // ranks, precision="32-true"),
    )
    method = method_of(recipe)
    cast = method.cast()
    (player,) = set_up(fabric, cast, recipe.train)
    sets = [SampleSet(samples=[two_tone_figure(index) for index in range(4)], weight=1.0)]
    batches = Batches(
        Items(sets, method.build_item, seed=5, batch=JOINT),
        method.collate,
        share=Share(size=recipe.train.batch, rank=fabric.global_rank, ranks=ranks),
        reuse=Reuse(),
        seed=5,
    )
    losses = player.objective(next(batches))
    fabric.backward(losses["total"])
    if fabric.global_rank == 0:
        gradients = {name: weight.grad for name, weight in cast.network.named_parameters()}
        torch.save(gradients, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
