"""Batches that another process prepares, after this one has used OpenCV's threads."""

import subprocess
import sys
import textwrap

# A process of its own, because threads are what it is about, and because it must be let go.
PROGRAM = textwrap.dedent(
    """
    import cv2
    import numpy as np
    import torch

    from training.data.characters import draw_character
    from training.data.items.items import Batches, Items, Reuse, SampleSet, Share

    def build(sample, rng, step):
        blurred = cv2.GaussianBlur(sample.color, (0, 0), 3)
        return {"mean": blurred.mean(dtype=np.float32, keepdims=True)}

    def collate(items):
        return torch.stack([torch.from_numpy(item["mean"]) for item in items])

    if __name__ == "__main__":
        cv2.setNumThreads(2)
        cv2.GaussianBlur(np.zeros((2000, 2000, 3), np.uint8), (0, 0), 9)
        torch.nn.functional.conv2d(torch.zeros(4, 8, 64, 64), torch.zeros(8, 8, 3, 3))
        sets = [SampleSet(samples=[draw_character(0, size=64)], weight=1)]
        batches = Batches(
            Items(sets, build, seed=0, batch=2),
            collate,
            share=Share(size=2),
            reuse=Reuse(),
            seed=0,
            workers=1,
        )
        print(*next(batches).shape)
    """
)


def test_workers_start_after_threads_have_been_used() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.stdout.split() == ["2", "1", "1", "1"], run.stderr
