"""The part of the tintline generator that reads line art: embeddings, part logits, shading."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.geometry import SizeRule
from models.hints.parts import PART_COUNT
from models.networks.generator import GeneratorConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class TintlineConfig(GeneratorConfig):
    """Sizes of the network.

    widths    channels at 1/2, 1/4, 1/8 and 1/16 of the picture.
    blocks    residual blocks at each of these levels, on the way down.
    finest    channels of the last map, at 1/2.
    embedding channels of the embedding made from it.
    tokens    width of the piece and hint tokens.
    rounds    rounds of attention between pieces and hints.
    heads     attention heads.
    reader    channels between the maps and the reader's part logits.
    detail    channels of the shading stage.
    """

    widths: tuple[int, int, int, int] = (24, 48, 112, 208)
    blocks: tuple[int, int, int, int] = (0, 1, 2, 4)
    finest: int = 40
    embedding: int = 48
    tokens: int = 96
    rounds: int = 2
    heads: int = 4
    reader: int = 64
    detail: int = 20

    conditions = (
        "cells", "cell_facts", "hint_tokens", "relations", "piece_means", "hint_values", "tags",
    )  # fmt: skip

    @property
    def size_rule(self) -> SizeRule:
        """Multiples of 16; trained on views of 160 pixels, it reads drawings best at twice that."""
        return SizeRule(multiple_of=16, minimum=64, preferred=320)


class _Residual(nn.Module):
    """Two 3×3 convolutions with batch normalization, which folds away at export."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
        )

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(x + self.body(x))


def _down(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


def _fuse(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
        _Residual(outputs),
    )


class Attention(nn.Module):
    """Multi-head attention with an additive bias (B, heads, queries, keys) and a key mask."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(2, (self.heads, -1)).transpose(1, 2)

    def forward(self, queries: Tensor, keys: Tensor, bias: Tensor) -> Tensor:
        q, k, v = (
            self._split(self.query(queries)),
            self._split(self.key(keys)),
            self._split(self.value(keys)),
        )
        scores = q @ k.transpose(2, 3) * (q.shape[-1] ** -0.5) + bias
        mixed = torch.softmax(scores, dim=3) @ v
        return self.out(mixed.transpose(1, 2).flatten(2))


class _MapAttention(nn.Module):
    """Self-attention over the coarsest map, so that a hand can know of the face."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.place = nn.Conv2d(width, width, 3, padding=1, groups=width)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.place(x)
        tokens = x.flatten(2).transpose(1, 2)
        normed = self.norm(tokens)
        tokens = tokens + self.attention(normed, normed, torch.zeros(1, device=x.device))
        return tokens.transpose(1, 2).unflatten(2, x.shape[2:])


class LineEncoder(nn.Module):
    """Line art (B, 1, H, W), ink 1, to embeddings, part logits and shading at half size.

    Returns (B, E, H/2, W/2), (B, 15, H/2, W/2), (B, 4, H/2, W/2): the last are shading features.
    H and W are multiples of 16.
    """

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        w2, w4, w8, w16 = config.widths
        b2, b4, b8, b16 = config.blocks
        self.stem = nn.Sequential(
            nn.Conv2d(4, w2, 3, padding=1, bias=False),
            nn.BatchNorm2d(w2),
            nn.ReLU(inplace=True),
            *(_Residual(w2) for _ in range(b2)),
        )
        self.down4 = nn.Sequential(_down(w2, w4), *(_Residual(w4) for _ in range(b4)))
        self.down8 = nn.Sequential(_down(w4, w8), *(_Residual(w8) for _ in range(b8)))
        half = b16 // 2
        self.down16 = nn.Sequential(
            _down(w8, w16),
            *(_Residual(w16) for _ in range(half)),
            _MapAttention(w16, config.heads),
            *(_Residual(w16) for _ in range(b16 - half)),
            _MapAttention(w16, config.heads),
        )
        self.up8 = _fuse(w16 + w8, w8)
        self.up4 = _fuse(w8 + w4, w4)
        finest = config.finest
        self.up2 = nn.Sequential(
            nn.Conv2d(w4 + w2, finest, 1, bias=False),
            nn.BatchNorm2d(finest),
            nn.ReLU(inplace=True),
            nn.Conv2d(finest, finest, 3, padding=1, bias=False),
            nn.BatchNorm2d(finest),
            nn.ReLU(inplace=True),
        )
        self.embed = nn.Conv2d(finest, config.embedding, 1)
        self.parts = nn.Conv2d(finest, PART_COUNT, 1)
        self.shading = nn.Conv2d(finest, 4, 1)

    def forward(self, line: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.outputs(self.finest(line))

    def outputs(self, finest: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Embeddings, part logits and shading from the last map (B, finest, H/2, W/2)."""
        return self.embed(finest), self.parts(finest), self.shading(finest)

    def finest(self, line: Tensor) -> Tensor:
        """The last map, of which all outputs are made."""
        x2 = self.stem(functional.pixel_unshuffle(line, 2))
        x4 = self.down4(x2)
        x8 = self.down8(x4)
        x16 = self.down16(x8)
        y8 = self.up8(torch.cat([double(x16), x8], 1))
        y4 = self.up4(torch.cat([double(y8), x4], 1))
        y2: Tensor = self.up2(torch.cat([double(y4), x2], 1))
        return y2


def double(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2, mode="nearest")
