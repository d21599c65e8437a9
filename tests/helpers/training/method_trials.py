"""What the tests of training methods share: tiny recipes, feature weights, short trainings."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from models.networks.parts_teacher import backbone
from models.networks.picture_features import PictureFeatures
from tests.helpers.training.small_set import lit_figure, two_tone_figure
from training.data.items.items import SampleSet
from training.methods.batches import Batch
from training.methods.method import Method
from training.methods.registry import find_method
from training.recipe import DataConfig, Recipe, SourceConfig, TrainConfig, read_options
from training.run import loop
from training.run.loop import FitPlan

SIDE = 64

TINY_CIT = {"width": 8, "depths": [1, 1, 1, 1], "cardinality": 4}
TINY_STAGE = {"width": 4, "levels": 2, "blocks": 1, "cardinality": 2}
TINY_TINTLINE = {
    "widths": [8, 8, 16, 16],
    "blocks": [0, 1, 1, 2],
    "finest": 8,
    "embedding": 8,
    "tokens": 16,
    "rounds": 1,
    "detail": 8,
}
TINY_NETWORKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "tintline": TINY_TINTLINE,
        "tintline_reader": TINY_TINTLINE,
        "parts_teacher": {"width": 4, "detail": 2},
        "tag2pix": {
            "size": SIDE,
            "width": 4,
            "depths": [1, 1, 1, 1],
            "cardinality": 2,
            "cit_extractor": TINY_CIT,
        },
        "cit_extractor": TINY_CIT,
        "alacgan": {
            "width": 8,
            "local_width": 4,
            "dilations": [[1], [1], [1], [1]],
            "cardinality": [4, 4, 4, 2],
        },
        "local_features": {},
        "line_detection": {"width": 4, "levels": 1},
        "two_stage_draft": TINY_STAGE,
        "two_stage": {"size": SIDE, "draft": TINY_STAGE, "colour": TINY_STAGE},
        "csa": {
            "width": 4,
            "blocks": 1,
            "hint_network": "picture_features",
            "hint_network_width": 4,
            "attention_kernel": 1,
        },
        "light": {"widths": [4, 4, 8, 8], "blocks": [0, 0, 1, 1], "steered": 4},
        "sgru": {"widths": [8] * 5, "decoder_widths": [8] * 5, "tail_width": 8},
    }
)
"""Arguments by which every form of a method's network becomes tiny; features have none."""


def draw_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every training four drawn figures, lit ones if it asks for them; torch one thread."""

    def drawn(config: DataConfig, *_args: object, **_keywords: object) -> list[SampleSet]:
        draw = lit_figure if config.lit else two_tone_figure
        return [SampleSet(samples=[draw(index) for index in range(4)], weight=1.0)]

    monkeypatch.setattr(loop, "load_sets", drawn)
    torch.set_num_threads(1)


def tiny_recipe(
    method: str,
    *,
    form: str,
    options: Any,
    network: Mapping[str, Any] | None = None,
    steps: int = 3,
) -> Recipe:
    """A recipe of drawn figures at 64 pixels."""
    return Recipe(
        name=f"tiny-{method}",
        method=method,
        form=form,
        title="Tiny",
        licence="Apache-2.0",
        network=network or {},
        options=asdict(options),
        data=DataConfig(sources=(SourceConfig(kind="characters", count=1),), side=SIDE, workers=0),
        train=TrainConfig(
            steps=steps,
            batch=4,
            warmup=1,
            log_every=steps,
            checkpoint_every=steps,
            samples_every=steps,
            precision="32-true",
        ),
    )


def options_of(recipe: Recipe) -> Any:
    """Its options as its method has them."""
    return read_options(recipe, find_method(recipe.method).Options)


def plan_of(recipe: Recipe, run: Path) -> FitPlan:
    """Its training on the CPU."""
    return FitPlan(recipe=recipe, data=run, run=run, accelerator="cpu")


def batch_of(method: Method, count: int = 4) -> Batch:
    """A batch of the method's own items."""
    return method.collate(
        [method.build_item(two_tone_figure(n), np.random.default_rng(n), 0) for n in range(count)]
    )


def picture_features_file(folder: Path, *, width: int = 4) -> Path:
    """Random weights of picture features in a file, as our recipe writes them."""
    network = PictureFeatures(width=width)
    network.randomize(seed=5)
    path = folder / "picture_features.pt"
    torch.save(network.state_dict(), path)
    return path


def amount(value: torch.Tensor) -> float:
    """A scalar's value, its history left aside."""
    return float(value.detach())


def weights_of(module: nn.Module) -> dict[str, torch.Tensor]:
    """A copy of all weights and buffers."""
    return {name: tensor.clone() for name, tensor in module.state_dict().items()}


def changed(before: Mapping[str, torch.Tensor], module: nn.Module) -> set[str]:
    """Names of the weights that are no longer what they were."""
    return {name for name, tensor in module.state_dict().items() if not tensor.equal(before[name])}


def with_gradient(module: nn.Module) -> set[str]:
    """Names of the weights that hold a gradient that is not 0."""
    return {
        name
        for name, weight in module.named_parameters()
        if weight.grad is not None and bool(weight.grad.abs().sum() > 0)
    }


def same_state(first: object, second: object) -> bool:
    """Are two nested states equal to the last bit?"""
    if isinstance(first, torch.Tensor):
        return isinstance(second, torch.Tensor) and torch.equal(first, second)
    if isinstance(first, dict):
        return (
            isinstance(second, dict)
            and first.keys() == second.keys()
            and all(same_state(first[key], second[key]) for key in first)
        )
    if isinstance(first, list):
        return isinstance(second, list) and all(map(same_state, first, second))
    return first == second


def tiny_backbone(path: Path) -> Path:
    """Random weights of DINOv2 small as its file has them, of as many layers as `DEPTH` says."""
    rng, wide = np.random.default_rng(0), backbone.WIDTH

    def noise(*shape: int) -> NDArray[np.float16]:
        return (rng.standard_normal(shape) * 0.05).astype(np.float16)

    arrays = {
        "patch.weight": noise(wide, 3, backbone.PATCH, backbone.PATCH),
        "patch.bias": noise(wide),
        "cls_token": noise(wide),
        "pos_cls": noise(wide),
        "pos_patch": noise(backbone.GRID**2, wide),
        "ln.weight": 1 + noise(wide),
        "ln.bias": noise(wide),
    }
    for layer in range(backbone.DEPTH):
        shapes = {**dict.fromkeys("qkvo", (wide, wide))}
        shapes |= {"fc1": (wide, 4 * wide), "fc2": (4 * wide, wide)}
        for name, shape in shapes.items():
            arrays[f"{layer}.{name}.weight"] = noise(*shape)
            arrays[f"{layer}.{name}.bias"] = noise(shape[1])
        for name in ("ln1", "ln2"):
            arrays[f"{layer}.{name}.weight"] = 1 + noise(wide)
            arrays[f"{layer}.{name}.bias"] = noise(wide)
        for name in ("ls1", "ls2"):
            arrays[f"{layer}.{name}"] = 1 + noise(wide)
    np.savez(path, **arrays)
    return path
