"""How fast the recipes train here, and where the time goes.

For each recipe: items a second at the given side, and the shares of waiting for data, forward and
backward (with the optimizer's step), all measured in one run on drawn characters.
"""

import argparse
import dataclasses
import sys
import time
from pathlib import Path

import torch
from lightning_fabric import Fabric

sys.path.insert(0, str(Path(__file__).parents[2]))

from models.networks.features import MissingWeightsError
from training.bundled import RECIPES, find_recipe
from training.data import characters
from training.data.items.items import Batches, Items, Reuse, SampleSet, Share
from training.methods.registry import method_of
from training.recipe import RecipeError, SourceConfig, read_recipe
from training.run.loop import set_up, to_device


def measure(name: str, options: argparse.Namespace) -> str:
    """One line of the table."""
    recipe = read_recipe(find_recipe(name))
    data = dataclasses.replace(
        recipe.data,
        sources=(SourceConfig(kind="characters", count=options.pictures),),
        side=options.side or recipe.data.side,
        workers=options.workers,
        reuse=options.reuse or recipe.data.reuse,
    )
    # Networks of one size are built for the side that is measured.
    network = {**recipe.network, "size": data.side} if "size" in recipe.network else recipe.network
    recipe = dataclasses.replace(recipe, data=data, network=network)
    batch_size = options.batch or recipe.train.batch
    fabric = Fabric(accelerator=options.accelerator, devices=1)
    method = method_of(recipe)
    cast = method.cast()
    players = set_up(fabric, cast, recipe.train)
    for network in cast.companions.values():
        network.to(fabric.device)
    pictures = [characters.draw_character(n, size=data.long_side) for n in range(options.pictures)]
    batches = Batches(
        Items([SampleSet(samples=pictures, weight=1)], method.build_item, seed=0, batch=batch_size),
        method.collate,
        share=Share(size=batch_size),
        reuse=Reuse(times=data.reuse, window=4),
        seed=0,
        workers=data.workers,
    )
    spent = dict.fromkeys(("data", "forward", "backward"), 0.0)

    def lap(what: str, since: float) -> float:
        if fabric.device.type == "cuda":
            torch.cuda.synchronize()
        now = time.perf_counter()
        spent[what] += now - since
        return now

    for step in range(-options.warmup, options.steps):
        if step == 0:
            spent = dict.fromkeys(spent, 0.0)
        batch = None
        for player in players:
            now = time.perf_counter()
            if batch is None or player.turn.own_batch:
                batch = to_device(next(batches), fabric.device)
            now = lap("data", now)
            losses = player.objective(batch)
            now = lap("forward", now)
            fabric.backward(losses["total"])
            player.optimizer.step()
            player.optimizer.zero_grad()
            lap("backward", now)
    whole = sum(spent.values())
    rate = options.steps * batch_size / whole
    shares = "".join(f"{100 * seconds / whole:9.0f} %" for seconds in spent.values())
    return f"{recipe.name:24}{data.side:6}{batch_size:7}{rate:11.2f}{shares}"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipes", nargs="*", help="default: every bundled lite recipe, tintline")
    parser.add_argument("--side", type=int, help="side of the views; default: the recipe's")
    parser.add_argument("--batch", type=int, help="items a step; default: the recipe's")
    parser.add_argument("--steps", type=int, default=6)
    parser.add_argument("--warmup", type=int, default=2)
    parser.add_argument("--pictures", type=int, default=32)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--reuse", type=int, help="uses of each batch; default: the recipe's")
    parser.add_argument("--accelerator", default="auto", choices=["auto", "cpu", "cuda"])
    options = parser.parse_args()
    names = options.recipes or [
        "tintline",
        *sorted(path.stem for path in RECIPES.glob("*_lite.toml")),
    ]
    print(f"{torch.get_num_threads()} threads, {options.accelerator}")
    print(f"{'recipe':24}{'side':>6}{'batch':>7}{'samples/s':>11}", end="")
    print("".join(f"{title:>11}" for title in ("data", "forward", "backward")))
    for name in names:
        try:
            print(measure(name, options), flush=True)
        except (RecipeError, MissingWeightsError, ValueError) as error:
            print(f"{name:24}{error}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
