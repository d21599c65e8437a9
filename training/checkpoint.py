"""Checkpoints that survive being killed: written aside, then put in place; rotated."""

import logging
import os
import pickle
from pathlib import Path
from typing import Any

import torch

log = logging.getLogger(__name__)

NAME = "step-{:08d}.pt"
KEPT = 3


def save_checkpoint(folder: Path, step: int, state: dict[str, Any]) -> Path:
    """Write a checkpoint atomically and drop all but the newest few."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME.format(step)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as stream:
        torch.save(state, stream)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(path)
    for old in checkpoints(folder)[:-KEPT]:
        old.unlink()
    return path


def checkpoints(folder: Path) -> list[Path]:
    """Whole checkpoints, oldest first."""
    return sorted(folder.glob("step-*.pt"))


def load_newest(folder: Path) -> dict[str, Any] | None:
    """The newest checkpoint that can be read; None if there is none.

    A damaged one is skipped with a warning, so that the one before it serves.
    """
    for path in reversed(checkpoints(folder)):
        try:
            state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        except (OSError, RuntimeError, EOFError, ValueError, pickle.UnpicklingError) as error:
            log.warning("%s: not readable (%s); trying the one before", path, error)
            continue
        return state
    return None
