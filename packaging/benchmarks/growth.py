"""How cost grows with a drawing's pixels, with its hints and with a batch's frames.

    python packaging/benchmarks/growth.py [--sides 256 … 8192] [--hints 1 … 5000]
        [--frames 1 … 1000] [--generator NAME] [--json]

Processor time, which other programs on the machine lengthen less than the clock, of the first
full picture of a drawing, of one stroke more, and of a batch. To each row a power of the size is
fitted, by least squares between logarithms, over all sizes and over the upper half of them: where
the latter is above 1, cost grows faster than what it is spent on. Exits with 1 where one is above
LIMIT.
"""

import argparse
import json
import math
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import resources  # noqa: E402
from app.batch.frames.frames import FrameSequence  # noqa: E402
from app.batch.runner import BatchRunner  # noqa: E402
from app.cli.benching.tasks import Drawing, bare_plan  # noqa: E402
from models.cancel import never_cancelled  # noqa: E402
from models.hints.hints import HintSet  # noqa: E402
from models.pictures.files import write_png  # noqa: E402
from models.requests.colorizer import Colorizer  # noqa: E402
from models.requests.request import ColorizeRequest  # noqa: E402
from models.runtime.catalog import Catalog  # noqa: E402
from models.runtime.engine import choose_device  # noqa: E402
from models.runtime.generator import Generator  # noqa: E402

SIDES = (256, 512, 1024, 2048, 4096, 8192)
HINTS = (1, 10, 100, 1000, 5000)
FRAMES = (1, 10, 100, 1000)
HINTED_SIDE, FRAME_SIDE = 1024, 256
LIMIT = 1.15
"""Exponent above which growth is no longer about linear."""

Rows = dict[str, list[float]]


def seconds(colorizer: Colorizer, drawing: Drawing, hints: HintSet) -> float:
    """Processor seconds of a full picture."""
    began = time.process_time()
    request = ColorizeRequest(request_id=1, line_art=drawing.line_art, hints=hints)
    for _ in colorizer.run(request, is_cancelled=never_cancelled):
        pass
    return time.process_time() - began


def by_side(generator: Generator, sides: Sequence[int]) -> Rows:
    """A drawing of ever more pixels, with the hints of the sample."""
    rows: Rows = {"first full picture": [], "a stroke more": []}
    for side in sides:
        drawing, colorizer = Drawing(side, resources.SAMPLES), Colorizer(generator)
        first = seconds(colorizer, drawing, drawing.hints)
        seconds(colorizer, drawing, drawing.add_stroke())
        strokes = [seconds(colorizer, drawing, drawing.add_stroke()) for _ in range(3)]
        rows["first full picture"].append(first)
        rows["a stroke more"].append(float(np.median(strokes)))
    return rows


def by_hints(generator: Generator, counts: Sequence[int]) -> Rows:
    """Ever more strokes on one drawing."""
    drawing, colorizer = Drawing(HINTED_SIDE, resources.SAMPLES), Colorizer(generator)
    while len(drawing.hints) < max(counts) + 4:
        drawing.add_stroke()
    hints = drawing.hints.hints
    rows: Rows = {"a stroke more": []}
    for count in counts:
        seconds(colorizer, drawing, HintSet(hints[:count]))
        strokes = [
            seconds(colorizer, drawing, HintSet(hints[: count + more])) for more in (1, 2, 3)
        ]
        rows["a stroke more"].append(float(np.median(strokes)))
    return rows


def by_frames(generator: Generator, counts: Sequence[int]) -> Rows:
    """Batches of ever more frames, each another drawing."""
    line_u8 = Drawing(FRAME_SIDE, resources.SAMPLES).line_art.pixels
    rows: Rows = {"looking through": [], "colouring": []}
    for count in counts:
        folder = Path(tempfile.mkdtemp(prefix="tintline-growth-"))
        frames = folder / "frames"
        frames.mkdir()
        for index in range(count):
            grey = np.roll(line_u8, (index % 97, index // 97), axis=(1, 0))
            opaque = np.full((*grey.shape, 4), 255, dtype=np.uint8)
            opaque[..., :3] = grey[..., None]
            write_png(frames / f"cut_{index + 1:05}.png", opaque)
        began = time.process_time()
        sequence = FrameSequence.scan(frames)
        looked = time.process_time()
        plan = bare_plan(sequence, generator, folder / "out")
        plan.out.mkdir()
        for _ in BatchRunner(plan).run(generator):
            pass
        rows["looking through"].append(looked - began)
        rows["colouring"].append(time.process_time() - looked)
        shutil.rmtree(folder)
    return rows


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The power of the size that fits costs best; 0 for a single one."""
    if len(sizes) < 2:
        return 0.0
    return float(np.polyfit(np.log(sizes), np.log(np.maximum(costs, 1e-6)), 1)[0])


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sides", type=int, nargs="*", default=SIDES)
    parser.add_argument("--hints", type=int, nargs="*", default=HINTS)
    parser.add_argument("--frames", type=int, nargs="*", default=FRAMES)
    parser.add_argument("--generator", default="tintline")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    catalog, device = Catalog((resources.GENERATORS,)), choose_device("cpu")
    generator = catalog.load(arguments.generator, device)
    found, worst = [], 0.0
    for what, sizes, measure in (
        ("pixels", arguments.sides, by_side),
        ("hints", arguments.hints, by_hints),
        ("frames", arguments.frames, by_frames),
    ):
        if not sizes:
            continue
        scale = [side * side * 3 / 4 for side in sizes] if what == "pixels" else list(sizes)
        for name, costs in measure(generator, sizes).items():
            half = len(sizes) // 2
            fitted = exponent(scale, costs), exponent(scale[half:], costs[half:])
            worst = max(worst, fitted[1])
            found.append({"by": what, "of": name, "sizes": list(sizes), "seconds": costs,
                          "exponent": fitted[0], "upper": fitted[1]})  # fmt: skip
            if not arguments.json:
                told = ", ".join(f"{size}: {cost:.3g} s" for size, cost in zip(sizes, costs))
                print(f"{name} by {what}: {fitted[0]:.2f}, upper half {fitted[1]:.2f} ({told})")
    if arguments.json:
        print(json.dumps(found, indent=1))
    return int(worst > LIMIT or math.isnan(worst))


if __name__ == "__main__":
    raise SystemExit(main())
