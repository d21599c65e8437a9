"""Views a second of the batched augmentation, on the CPU and on a GPU if there is one.

    python packaging/benchmarks/augment_throughput.py [--side N] [--batch N] [--seconds S]

Beside it, on the CPU, the numpy path of one picture after another (training.data.items.augment,
lineart, hints), for comparison. Pictures are drawn in code; loading files is not measured.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.geometry import Size  # noqa: E402
from models.hints.hints import rasterize_hints  # noqa: E402
from training.data.gpu_augment import BatchAugmenter, BatchStyle, PictureBatch  # noqa: E402
from training.data.hints.simulated import HintStyle, simulate_hints  # noqa: E402
from training.data.items.augment import ViewStyle, random_view  # noqa: E402
from training.data.lines.lineart import degrade_lines, draw_lines  # noqa: E402
from training.data.sample import Sample  # noqa: E402

WARM_UP = 2
Rate = dict[str, float]


def draw_sample(seed: int, side: int) -> Sample:
    """Discs of flat colour with ink outlines; labels are the discs' numbers."""
    random = np.random.default_rng(seed)
    colour = np.full((side, side, 3), 255, dtype=np.uint8)
    line = np.full((side, side), 255, dtype=np.uint8)
    labels = np.zeros((side, side), dtype=np.uint8)
    for part in range(1, 9):
        centre = tuple(random.integers(side // 8, side - side // 8, 2).tolist())
        radius = int(random.integers(side // 16, side // 4))
        cv2.circle(colour, centre, radius, random.integers(60, 256, 3).tolist(), -1, cv2.LINE_AA)
        cv2.circle(colour, centre, radius, (30, 20, 30), 2, cv2.LINE_AA)
        cv2.circle(line, centre, radius, 255, -1)
        cv2.circle(line, centre, radius, 0, 2, cv2.LINE_AA)
        cv2.circle(labels, centre, radius, part, -1)
    figure = ((labels > 0) * np.uint8(255)).astype(np.uint8)
    return Sample(
        colour=colour, figure=figure, line=line, labels=labels,
        name=f"discs-{seed}", source="benchmark", licence="Apache-2.0",
    )  # fmt: skip


def stack(samples: Sequence[Sample], device: torch.device) -> PictureBatch:
    """Samples of one size as a batch on a device."""
    rgb = np.stack([sample.colour.transpose(2, 0, 1) for sample in samples])
    labels = np.stack([sample.labels[None] for sample in samples if sample.labels is not None])
    inks = np.stack([sample.line[None] for sample in samples if sample.line is not None])
    return PictureBatch(
        rgb_u8=torch.from_numpy(rgb).to(device),
        labels=torch.from_numpy(labels.astype(np.int64)).to(device),
        line_u8=torch.from_numpy(inks).to(device),
    )


def rate(work: Callable[[], int], seconds: float, finish: Callable[[], None]) -> Rate:
    """Pictures a second of repeated work after a warm-up, by the clock and by processor time.

    On a busy machine the second of the two is what a free core would give.
    """
    for _ in range(WARM_UP):
        work()
    finish()
    start, busy, done = time.perf_counter(), time.process_time(), 0
    while done == 0 or time.perf_counter() - start < seconds:
        done += work()
        finish()
    elapsed, busy = time.perf_counter() - start, time.process_time() - busy
    return {"per_s": round(done / elapsed, 1), "per_core_s": round(done / busy, 1)}


def measure_batched(samples: Sequence[Sample], side: int, device: torch.device, s: float) -> Rate:
    """Views a second of BatchAugmenter with a batch already on the device."""
    augmenter = BatchAugmenter(BatchStyle(side=side), seed=1, device=device)
    batch = stack(samples, device)
    finish = torch.cuda.synchronize if device.type == "cuda" else (lambda: None)
    return rate(lambda: len(augmenter(batch).hints), s, finish)


def measure_numpy(samples: Sequence[Sample], side: int, seconds: float) -> Rate:
    """Views a second of the numpy functions, one process."""
    random = np.random.default_rng(1)
    style = HintStyle(layout="uniform", count=20)

    def work() -> int:
        for sample in samples:
            view = random_view(sample, ViewStyle(side=side), random)
            line = degrade_lines(draw_lines(view, random), random)
            rasterize_hints(simulate_hints(view.colour, line, style, random), Size(side, side))
        return len(samples)

    return rate(work, seconds, lambda: None)


def main() -> int:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", type=int, default=192, help="of views, in pixels")
    parser.add_argument("--source-side", type=int, default=320, help="of pictures, in pixels")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--threads", type=int, default=0, help="of torch and OpenCV; 0: default")
    options = parser.parse_args()
    if options.threads > 0:
        torch.set_num_threads(options.threads)
        cv2.setNumThreads(options.threads)
    samples = [draw_sample(seed, options.source_side) for seed in range(options.batch)]
    found: dict[str, object] = {
        "side": options.side,
        "batch": options.batch,
        "threads": torch.get_num_threads(),
        "numpy_cpu": measure_numpy(samples, options.side, options.seconds),
    }
    devices = [torch.device("cpu")]
    if torch.cuda.is_available():
        devices.append(torch.device("cuda"))
        found["gpu"] = torch.cuda.get_device_name(0)
    for device in devices:
        found[f"torch_{device.type}"] = measure_batched(
            samples, options.side, device, options.seconds
        )
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
