"""Trained networks as a file of weights with a note beside it that says what they are.

``weights.pt`` holds tensors alone, the matrices in fp16; ``weights.json`` names the network, its
configuration, licence and training. Generators have folders of graphs instead (models.spec).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from models.files.documents import read_json
from models.files.whole import write_json, write_whole
from models.networks.arguments import arguments_of, config_from_arguments
from models.networks.features import MissingWeightsError, read_weights
from models.networks.registry import find_form

WEIGHTS = "weights.pt"
VERSION = 1
LARGEST_HALF = 65504.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsNote:
    """What a weights file holds.

    network   its form in models.networks.registry, as ``two_stage/line-detection-lite``.
    config    the configuration that it was built with.
    tags      order of its answers, for networks that recognize tags.
    licence, credits, training   as in a generator's spec.
    """

    network: str
    config: Any
    tags: tuple[str, ...] = ()
    licence: str = ""
    credits: tuple[str, ...] = ()
    training: Mapping[str, object] = field(default_factory=dict)


def write_network(folder: Path, weights: Mapping[str, Tensor], note: WeightsNote) -> Path:
    """Write ``weights.pt`` and its note into a folder; each appears whole. Returns the file.

    Raises models.files.whole.FileError if the disk does not take them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WEIGHTS
    stored = {name: _stored(tensor.detach().cpu()) for name, tensor in weights.items()}
    write_whole(path, lambda stream: torch.save(stored, stream))
    config = arguments_of(note.config) if is_dataclass(note.config) else note.config
    about = {
        "version": VERSION,
        "network": note.network,
        "config": config,
        "tags": list(note.tags),
        "licence": note.licence,
        "credits": list(note.credits),
        "training": dict(note.training),
    }
    write_json(note_path(path), about)
    return path


def note_path(weights: Path) -> Path:
    """Where the note of a weights file lies."""
    return weights.with_suffix(".json")


def read_note(weights: Path) -> WeightsNote:
    """The note beside a weights file. Raises MissingWeightsError naming what is wrong."""
    path = note_path(weights)
    try:
        about = read_json(path).content
        if about["version"] != VERSION:
            raise ValueError(f"version {about['version']}, this program reads {VERSION}")
        form = find_form(str(about["network"]))
        config = about["config"]
        if is_dataclass(form.config):
            config = config_from_arguments(type(form.config), config)
        return WeightsNote(
            network=form.name,
            config=config,
            tags=tuple(about["tags"]),
            licence=str(about["licence"]),
            credits=tuple(about["credits"]),
            training=dict(about["training"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise MissingWeightsError(
            f"{path}: no usable note beside the weights ({error}); train and export them again"
        ) from error


def load_network(weights: Path, *, network: str) -> tuple[nn.Module, WeightsNote]:
    """A trained network, frozen and in evaluation mode, with its note.

    network  which one it must be, without the form's last word: ``two_stage/line-detection``.
    Raises MissingWeightsError naming the file and the remedy.
    """
    note = read_note(weights)
    if not note.network.startswith(network):
        raise MissingWeightsError(
            f"{weights}: holds {note.network}, needed is {network}; name another file"
        )
    built = find_form(note.network).build(note.config)
    given = {
        name: tensor.float() if tensor.is_floating_point() else tensor
        for name, tensor in read_weights(weights).items()
    }
    try:
        built.load_state_dict(given)
    except RuntimeError as error:
        raise MissingWeightsError(
            f"{weights}: does not fit {note.network} ({error}); train and export it again"
        ) from error
    return built.eval().requires_grad_(False), note


def _stored(tensor: Tensor) -> Tensor:
    """Matrices in half precision if they fit; statistics and small vectors as they are."""
    if tensor.ndim < 2 or not tensor.is_floating_point():
        return tensor.clone()
    return tensor.clone() if float(tensor.abs().max()) > LARGEST_HALF else tensor.half()
