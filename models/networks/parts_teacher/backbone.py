"""DINOv2 small: features of coloured pictures that know parts of bodies and of clothes.

Oquab et al. 2023, *DINOv2: Learning Robust Visual Features without Supervision*: a vision
transformer of 12 layers (ViT-S/14, 22 M parameters) trained without labels. On bare line art it
sees next to nothing, so it serves as a teacher on coloured pictures, and is never shipped.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.features import IMAGENET_MEAN, IMAGENET_STD, MissingWeightsError

WIDTH, DEPTH, HEADS = 384, 12, 6
PATCH = 14
"""Side of a patch in pixels: pictures' sides are multiples of it."""
GRID = 37
"""Patches a side of the pictures that the places were learned on."""
MLP = 4


class _Layer(nn.Module):
    """Attention and a multilayer perceptron, each beside the straight way and scaled (ls)."""

    def __init__(self) -> None:
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(WIDTH, eps=1e-6), nn.LayerNorm(WIDTH, eps=1e-6)
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.fc1, self.fc2 = nn.Linear(WIDTH, MLP * WIDTH), nn.Linear(MLP * WIDTH, WIDTH)
        self.ls1, self.ls2 = nn.Parameter(torch.ones(WIDTH)), nn.Parameter(torch.ones(WIDTH))

    def forward(self, x: Tensor) -> Tensor:
        batch, count, _ = x.shape
        queries, keys, values = (
            self.qkv(self.ln1(x)).view(batch, count, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        )
        seen = functional.scaled_dot_product_attention(queries, keys, values)
        x = x + self.o(seen.transpose(1, 2).flatten(2)) * self.ls1
        return x + self.fc2(functional.gelu(self.fc1(self.ln2(x)))) * self.ls2


class DinoV2(nn.Module):
    """Pictures (B, 3, H, W) sRGB in [0, 1], H and W multiples of 14, to (B, 384, H/14, W/14)."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = nn.Conv2d(3, WIDTH, PATCH, stride=PATCH)
        self.first = nn.Parameter(torch.zeros(1, 1, WIDTH))
        """The class token, with its place."""
        self.places = nn.Parameter(torch.zeros(1, WIDTH, GRID, GRID))
        self.layers = nn.ModuleList(_Layer() for _ in range(DEPTH))
        self.ln = nn.LayerNorm(WIDTH, eps=1e-6)
        self.mean: Tensor
        self.std: Tensor
        self.register_buffer("mean", torch.tensor(IMAGENET_MEAN).view(3, 1, 1))
        self.register_buffer("std", torch.tensor(IMAGENET_STD).view(3, 1, 1))

    def forward(self, rgb: Tensor) -> Tensor:
        patches = self.patch((rgb - self.mean) / self.std)
        size = patches.shape[2:]
        places: Tensor = self.places
        if tuple(size) != (GRID, GRID):
            places = functional.interpolate(places, size, mode="bicubic", align_corners=False)
        x = (patches + places).flatten(2).transpose(1, 2)
        x = torch.cat([self.first.expand(len(x), -1, -1), x], dim=1)
        for layer in self.layers:
            x = layer(x)
        return self.ln(x)[:, 1:].transpose(1, 2).unflatten(2, size)


def load_dinov2(path: Path) -> DinoV2:
    """The network with the weights of a ``.npz`` (fp16), frozen and in evaluation mode.

    The file holds for each layer q, k, v, o, fc1, fc2 (in × out), ln1, ln2, ls1 and ls2, and
    patch, cls_token, pos_cls, pos_patch and ln.
    Raises MissingWeightsError naming the file and the remedy.
    """
    try:
        with np.load(path) as stored:
            arrays = {name: np.asarray(stored[name], dtype=np.float32) for name in stored.files}
        state = _state(arrays)
        network = DinoV2()
        missing = network.load_state_dict(
            {**state, "mean": network.mean, "std": network.std}, strict=True
        )
        assert not missing.missing_keys
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise MissingWeightsError(
            f"{path}: not the weights of DINOv2 small ({error}); name its file, a .npz of arrays"
        ) from error
    return network.eval().requires_grad_(False)


def _state(arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
    """Arrays by the network's own names."""

    def tensor(name: str) -> Tensor:
        return torch.from_numpy(arrays[name])

    def matrix(name: str) -> Tensor:
        return tensor(f"{name}.weight").T.contiguous()

    state = {
        "patch.weight": tensor("patch.weight"),
        "patch.bias": tensor("patch.bias"),
        "first": (tensor("cls_token") + tensor("pos_cls")).reshape(1, 1, WIDTH),
        "places": tensor("pos_patch").reshape(GRID, GRID, WIDTH).permute(2, 0, 1)[None],
        "ln.weight": tensor("ln.weight"),
        "ln.bias": tensor("ln.bias"),
    }
    for layer in range(DEPTH):
        own, into = f"{layer}", f"layers.{layer}"
        state[f"{into}.qkv.weight"] = torch.cat([matrix(f"{own}.{name}") for name in "qkv"])
        state[f"{into}.qkv.bias"] = torch.cat([tensor(f"{own}.{name}.bias") for name in "qkv"])
        for name in ("o", "fc1", "fc2"):
            state[f"{into}.{name}.weight"] = matrix(f"{own}.{name}")
            state[f"{into}.{name}.bias"] = tensor(f"{own}.{name}.bias")
        for name in ("ln1", "ln2"):
            state[f"{into}.{name}.weight"] = tensor(f"{own}.{name}.weight")
            state[f"{into}.{name}.bias"] = tensor(f"{own}.{name}.bias")
        for name in ("ls1", "ls2"):
            state[f"{into}.{name}"] = tensor(f"{own}.{name}")
    return state
