"""`tintline-train overfit`: can a method learn 16 pictures by heart? If not, it is broken."""

import argparse
import dataclasses
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from lightning_fabric import Fabric

from models.files.whole import write_json
from models.networks.features import MissingWeightsError
from training.bundled import find_recipe
from training.data import characters
from training.export.graphs import evaluating
from training.methods.batches import Arrays
from training.methods.method import Cast, Method
from training.methods.registry import method_of
from training.recipe import Recipe, RecipeError, read_recipe
from training.run.loop import NotFiniteError, schedule, set_up, take_turn
from training.run.precision import usable

PICTURES = 16
BOUND = 0.5
"""Share of the error at the start that must be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overfit:
    """What came of it.

    measured  mean absolute error of the painted pictures in [0, 1], beyond that of the best that
              could be painted where a method knows it; or the loss for methods that paint none.
    """

    recipe: str
    measured: str
    steps: int
    before: float
    after: float
    seconds: float

    @property
    def is_learned(self) -> bool:
        """Is the error below the bound?"""
        return self.after <= BOUND * self.before


def overfit(recipe: Recipe, *, steps: int, say: Callable[[str], None]) -> Overfit:
    """Train on 16 fixed items of drawn characters and measure the error on them before and after.

    Raises ValueError or MissingWeightsError as the method does.
    """
    train = dataclasses.replace(recipe.train, steps=steps, warmup=min(20, steps), compile=False)
    recipe = usable(dataclasses.replace(recipe, train=train), torch.device("cpu"))
    method = method_of(recipe)
    torch.manual_seed(train.seed)
    fabric = Fabric(accelerator="cpu")
    cast = method.cast()
    items = fixed_items(method)
    players = set_up(fabric, cast, train)
    before, measured = reconstruction_error(method, cast, items)
    started = time.monotonic()
    rng = np.random.default_rng(train.seed)
    for step in range(steps):
        method.at_step(step, step / steps)
        torch.manual_seed(step)
        chosen = rng.choice(len(items), min(train.batch, len(items)), replace=False)
        batch = method.collate([items[int(index)] for index in chosen])
        rate = train.learning_rate * schedule(step, step / steps, train)
        for player in players:
            losses = take_turn(fabric, player, batch, rate=rate, clip=train.clip)
        if (step + 1) % 100 == 0:
            shown = "  ".join(f"{name} {float(value):.4f}" for name, value in losses.items())
            say(f"{recipe.name} step {step + 1}: {shown}")
    after, _ = reconstruction_error(method, cast, items)
    return Overfit(
        recipe=recipe.name,
        measured=measured,
        steps=steps,
        before=before,
        after=after,
        seconds=time.monotonic() - started,
    )


def fixed_items(method: Method) -> list[Arrays]:
    """The same item for each of 16 characters, whatever the step."""
    side = method.recipe.data.long_side
    pictures = [characters.draw_character(seed, size=side) for seed in range(PICTURES)]
    return [
        method.build_item(picture, np.random.default_rng(n), 0)
        for n, picture in enumerate(pictures)
    ]


@torch.no_grad()
def reconstruction_error(method: Method, cast: Cast, items: Sequence[Arrays]) -> tuple[float, str]:
    """Mean absolute error of what the method shows, and what it is an error of.

    Where a method cannot reach the truth, because it copies colours and was given too few, the
    error is what it makes beyond that of the best it could have shown.
    """
    network = cast.network
    errors = []
    with evaluating(network):
        for first in range(0, len(items), 4):
            batch = method.collate(items[first : first + 4])
            columns = method.show(network, batch)
            if "painted" not in columns:
                torch.manual_seed(0)
                losses: Mapping[str, torch.Tensor] = cast.turns[-1].objective(batch)
                errors.append(float(losses["total"]))
            else:
                error = (columns["painted"] - columns["truth"]).abs().mean()
                if "best" in columns:
                    error = error - (columns["best"] - columns["truth"]).abs().mean()
                errors.append(float(error))
    return float(np.mean(errors)), "picture" if "painted" in columns else "loss"


def run(options: argparse.Namespace) -> int:
    """A line for each recipe; 0 if all have learned."""
    results, failed = [], False
    for name in options.recipes:
        try:
            recipe = read_recipe(find_recipe(name))
            if options.side:
                data = dataclasses.replace(recipe.data, side=options.side)
                recipe = dataclasses.replace(recipe, data=data)
            result = overfit(
                recipe, steps=options.steps, say=lambda line: print(line, file=sys.stderr)
            )
        except (RecipeError, NotFiniteError, MissingWeightsError, ValueError, OSError) as error:
            print(f"tintline-train overfit: {error}", file=sys.stderr)
            failed = True
            continue
        results.append(result)
        failed |= not result.is_learned
        print(
            f"{result.recipe:24} {result.measured:8} {result.before:.4f} -> {result.after:.4f} "
            f"({result.after / result.before:.2f}, bound {BOUND}) in {result.steps} steps, "
            f"{result.seconds:.0f} s",
            flush=True,
        )
    if options.json:
        write_json(options.json, [dataclasses.asdict(each) for each in results])
    return int(failed)
