"""Checkpoints that survive being killed: written aside, then put in place; rotated."""

import json
import logging
import pickle
from pathlib import Path
from typing import Any

import torch

from models.files.whole import FileError, make_folder, write_whole
from training.recipe import Recipe

log = logging.getLogger(__name__)

NAME = "step-{:08d}.pt"
KEPT = 3


def save_checkpoint(folder: Path, step: int, state: dict[str, Any]) -> Path:
    """Write a checkpoint whole and drop all but the newest few.

    Raises OSError naming the file and the remedy if the disk does not take it; what was there
    stays.
    """
    path = folder / NAME.format(step)
    try:
        make_folder(folder)
        write_whole(path, lambda stream: torch.save(state, stream))
    except (FileError, RuntimeError) as error:  # torch tells of a full disk by a RuntimeError
        raise OSError(
            f"{path}: cannot be written ({error}); make room or allow writing there, then start "
            f"again: the run goes on from its last whole checkpoint"
        ) from error
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


def require_same_network(state: dict[str, Any], recipe: Recipe, *, run: Path) -> None:
    """Raise ValueError if a run's checkpoint is of another method, form or network arguments."""
    arguments = json.loads(json.dumps(dict(recipe.network)))
    known = json.loads(json.dumps(dict(state.get("arguments", arguments))))
    theirs, ours = (state["method"], state["form"]), (recipe.method, recipe.form)
    if theirs != ours or known != arguments:
        raise ValueError(
            f"{run}: was trained as {' '.join(theirs).strip()} with [network] {known}, the recipe "
            f"says {' '.join(ours).strip()} with {arguments}; give the recipe of this run, or "
            f"another folder with --run"
        )
