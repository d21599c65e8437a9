"""A small training in a process of its own, to be killed: `killed_training.py RUN`.

It says ``saving N`` on its output while checkpoint N is half written.
"""

import dataclasses
import sys
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.helpers.training.tiny_training import drawn_sets, plan
from training.run import loop


def main(run: Path) -> None:
    """Train on drawn figures with a checkpoint at every step."""
    loop.load_sets = drawn_sets
    save = torch.save

    def save_and_say(state: dict[str, Any], stream: Any) -> None:
        save(state, stream)
        stream.flush()
        print("saving", state["step"], flush=True)

    torch.save = save_and_say
    endless = plan(run, 10_000)
    train = dataclasses.replace(endless.recipe.train, checkpoint_every=1, samples_every=0)
    recipe = dataclasses.replace(endless.recipe, train=train)
    loop.fit(dataclasses.replace(endless, recipe=recipe))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
