"""What a training leaves to look at: metrics.jsonl, TensorBoard scalars, grids of samples."""

import json
import logging
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.utils.tensorboard import SummaryWriter

from models.files.whole import append_line
from models.pictures.files import write_png
from training.data.progress import Progress

log = logging.getLogger(__name__)

GRID_ROWS = 6


class RunLog:
    """Means of the losses since the last line, and where the time went.

    folder    of the run; metrics.jsonl is appended to, samples/ and TensorBoard's files lie beside.
    items     that a step takes, over all processes.
    progress  the bar that counts samples; a terminal's only: elsewhere the lines say as much.
    """

    def __init__(self, folder: Path, *, items: int, progress: Progress | None = None) -> None:
        self._items = items
        self._progress = Progress(sys.stderr) if progress is None else progress
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._board = SummaryWriter(log_dir=str(folder / "tensorboard"))
        self._started = time.monotonic()
        self._clear()

    def _clear(self) -> None:
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = {}
        self._waited_s = 0.0
        self._steps = 0
        self._since = time.monotonic()

    def begin(self, step: int, steps: int, *, limit_s: float = 0.0) -> None:
        """Start the bar at a step of so many; limit_s: seconds until a time limit, 0: none."""
        if self._progress.stream.isatty():
            self._progress.begin(
                "training, samples", steps * self._items, done=step * self._items, limit_s=limit_s
            )

    def add(self, losses: Mapping[str, Tensor], *, prefix: str = "") -> None:
        """Losses of one turn; `prefix` keeps the players of a method apart."""
        for name, value in losses.items():
            key = prefix + name
            now = value.detach().float()
            self._sums[key] = self._sums[key] + now if key in self._sums else now
            self._counts[key] = self._counts.get(key, 0) + 1

    def end_step(self, waited_s: float) -> None:
        """One step is done; for `waited_s` of it, it waited for data."""
        self._steps += 1
        self._waited_s += waited_s
        if self._progress.title:
            self._progress.advance(self._items)

    def write(self, step: int, *, rate: float, left_s: float) -> None:
        """Append a line for the steps since the last one, and say it in the log.

        rate  the learning rate now; left_s: seconds that the training will still take.
        """
        now = time.monotonic()
        spent = now - self._since
        means = {name: float(value) / self._counts[name] for name, value in self._sums.items()}
        line = {
            **means,
            "step": step,
            "learning_rate": rate,
            "samples_per_s": self._steps * self._items / spent,
            "data_wait": self._waited_s / spent,
            "minutes": (now - self._started) / 60,
        }
        append_line(self._folder / "metrics.jsonl", json.dumps(line))
        for name, value in line.items():
            if name != "step":
                self._board.add_scalar(name, value, step)
        self._progress.clear()
        log.info(
            "step %d  %s  %.1f samples/s  wait %.0f %%  %.0f min left",
            step,
            "  ".join(f"{name} {value:.3f}" for name, value in means.items()),
            line["samples_per_s"],
            100 * line["data_wait"],
            left_s / 60,
        )
        self._clear()

    def show(self, step: int, columns: Mapping[str, Tensor]) -> Path | None:
        """Write a grid with a column for each batch of pictures (B, 3, H, W) in [0, 1]."""
        if not columns:
            return None
        grid = picture_grid(columns)
        path = self._folder / "samples" / f"step-{step:08d}.png"
        path.parent.mkdir(exist_ok=True)
        write_png(path, grid)
        self._board.add_image("samples", grid, step, dataformats="HWC")
        return path

    def close(self) -> None:
        """End the bar and flush TensorBoard's files."""
        self._progress.close()
        self._board.close()


def picture_grid(columns: Mapping[str, Tensor]) -> np.ndarray:
    """Pictures side by side, uint8 (H, W, 3): a row an item up to GRID_ROWS, a column a batch."""
    side = max(max(batch.shape[2:]) for batch in columns.values())
    strips = []
    for batch in columns.values():
        shown = batch[:GRID_ROWS].detach().float().cpu().clamp(0, 1)
        shown = torch.nn.functional.interpolate(shown, (side, side), mode="nearest")
        strips.append(torch.cat(list(shown), dim=1))
    grid = torch.cat(strips, dim=2).permute(1, 2, 0)
    return (grid.numpy() * 255 + 0.5).astype(np.uint8)
