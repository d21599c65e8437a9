"""A small training in a process of its own, to be killed: `killed_training.py RUN [STEPS]`.

It says ``saving N`` on its output while checkpoint N is half written.
"""

import dataclasses
import sys
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.helpers.training.small_set import two_tone_figure
from tests.training.run.test_fit import plan
from training.data.items.items import SampleSet
from training.run import checkpoint, loop


def main(run: Path, steps: int) -> None:
    """Train on drawn figures with a checkpoint at every step."""
    torch.set_num_threads(1)
    loop.load_sets = lambda *_args, **_keywords: [
        SampleSet(samples=[two_tone_figure(index) for index in range(4)], weight=1.0)
    ]
    save = torch.save

    def save_and_say(state: dict[str, Any], stream: Any) -> None:
        save(state, stream)
        stream.flush()
        print("saving", state["step"], flush=True)

    torch.save = save_and_say
    newest = checkpoint.load_newest(run / "checkpoints")
    print("resumed at", newest["step"] if newest else 0, flush=True)
    small = plan(run, steps)
    train = dataclasses.replace(small.recipe.train, checkpoint_every=1, samples_every=0)
    loop.fit(dataclasses.replace(small, recipe=dataclasses.replace(small.recipe, train=train)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
