"""How the cost of hints grows: with their number, and with the pixels of a hint picture.

    python packaging/benchmarks/hint_count.py [--runs N] [--largest PIXELS]

Processor time, which other programs on the machine lengthen less than the clock, of

- `tintline colorize` of a drawing of 640 × 480 with 10, 1,000, 5,000 and 20,000 point hints;
- reading a hint picture, from a hard and from a soft brush, of 512 px and more a side.

Each line has its ratio to the line before it, as exponent of growth.
"""

import argparse
import contextlib
import io
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import cv2
import numpy as np
from region_speed import timed

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.cli.command import run_command  # noqa: E402
from models.files.whole import write_json  # noqa: E402
from models.geometry import Size  # noqa: E402
from models.hints.hint_files import hints_from_rgba  # noqa: E402
from models.pictures.files import write_png  # noqa: E402

WIDTH, HEIGHT = 640, 480
COUNTS = (10, 1_000, 5_000, 20_000)
COLORS = ("#c02030", "#2060c0", "#f0d0b0", "#30a050")


def least_s(work: Callable[[], object], runs: int) -> float:
    """Least processor time of several runs, in seconds."""
    return timed(work, runs)["processor_seconds"]


def colorize(folder: Path, count: int) -> None:
    """Colour the drawing of a folder with so many hints; all of them must be obeyed."""
    spots = np.random.default_rng(2).permutation(WIDTH * HEIGHT)[:count].tolist()
    hints = [
        {"kind": "point", "x": spot % WIDTH + 0.5, "y": spot // WIDTH + 0.5, "radius": 0.5}
        | {"color": COLORS[index % len(COLORS)]}
        for index, spot in enumerate(spots)
    ]
    write_json(folder / "hints.json", {"version": 1, "hints": hints})
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = run_command(
            [
                *("colorize", str(folder / "line.png"), "--hints", str(folder / "hints.json")),
                *("-o", str(folder / "out.png"), "--overwrite", "--json"),
            ]
        )
    (picture,) = json.loads(said.getvalue())["pictures"]
    obeyed, visible = picture["hints"]["obeyed"], picture["hints"]["visible"]
    if status or obeyed != visible:
        sys.exit(f"{count} hints: status {status}, {obeyed} of {visible} obeyed")


def picture(side: int, *, is_soft: bool) -> np.ndarray:
    """A hint picture, uint8 (side, side, 4): a dab of 80 px in every 160 px."""
    rgba = np.zeros((side, side, 4), dtype=np.uint8)
    for index, (x, y) in enumerate(
        (x, y) for y in range(80, side, 160) for x in range(80, side, 160)
    ):
        color = COLORS[index % len(COLORS)]
        rgb = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
        cv2.circle(rgba, (x, y), 40, (*rgb, 255), -1)
    if is_soft:
        alpha = cv2.GaussianBlur(rgba[..., 3], (0, 0), 6)
        spread = cv2.dilate(rgba[..., :3], np.ones((41, 41), np.uint8))
        rgba = np.dstack([np.where(alpha[..., None] > 0, spread, 0), alpha])
    return rgba


def table(rows: Iterable[tuple[str, float, float]]) -> None:
    """Print name, amount and seconds of each row, with the exponent from the row before."""
    before: tuple[float, float] | None = None
    for name, amount, seconds in rows:
        growth = ""
        if before:
            power = math.log(seconds / before[1]) / math.log(amount / before[0])
            growth = f"  grows by the power {power:.2f}"
        print(f"{name:<28} {seconds:8.3f} s{growth}", flush=True)
        before = (amount, seconds)


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=3, help="the least of so many; default: 3")
    parser.add_argument("--largest", type=int, default=8192, help="largest side in pixels")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        line = np.full((HEIGHT, WIDTH), 255, dtype=np.uint8)
        for column in range(40, WIDTH, 40):
            cv2.line(line, (column, 0), (column, HEIGHT - 1), 0, 2)
        write_png(folder / "line.png", line)
        colorize(folder, 10)
        table(
            (f"{count:,} hints", count, least_s(lambda: colorize(folder, count), options.runs))  # noqa: B023
            for count in COUNTS
        )
    for kind, is_soft in (("hard", False), ("soft", True)):
        rows = []
        side = 512
        while side <= options.largest:
            rgba = picture(side, is_soft=is_soft)
            size = Size(side, side)
            seconds = least_s(lambda: hints_from_rgba(rgba, size, "hints"), options.runs)  # noqa: B023
            rows.append((f"{kind} brush, {side} px", float(side * side), seconds))
            side *= 2
        table(rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
