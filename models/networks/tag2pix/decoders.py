"""The six decoder blocks that the Tag2Pix paper compares (figure 11, table 3)."""

from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.blocks import GroupedConv, LinearGate

DecoderBlockKind = Literal["resnext", "se", "concat_front", "concat_all", "adain", "secat"]
DECODER_BLOCK_KINDS: tuple[DecoderBlockKind, ...] = (
    "resnext",
    "se",
    "concat_front",
    "concat_all",
    "adain",
    "secat",
)


class ResNeXtDecoderBlock(nn.Module):
    """Residual ResNeXt block, with the gate and the place of the tag vector that its kind says.

    x (B, inputs, H, W), vector (B, V) -> (B, outputs, H, W): 1×1 to outputs/4, ReLU, grouped 3×3,
    ReLU, 1×1, gate, + shortcut (1×1 where the width changes), ReLU. No convolution has a bias;
    batch norm follows each if ``norm``. Kinds:

    resnext       no gate, no vector.
    se            squeeze and excitation.
    concat_front  the vector joins the first convolution's input; se gate, as the authors' code.
    concat_all    the vector joins every convolution's input; se gate, as the authors' code.
    secat         the vector joins the means within the gate: the paper's proposal.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        *,
        kind: DecoderBlockKind,
        vector: int,
        cardinality: int,
        norm: bool,
    ) -> None:
        super().__init__()
        inner = outputs // 4
        front = vector if kind in ("concat_front", "concat_all") else 0
        behind = vector if kind == "concat_all" else 0
        self.kind = kind
        self.reduce = nn.Conv2d(inputs + front, inner, 1, bias=False)
        self.grouped = GroupedConv(
            inner + behind, inner, 3, padding=1, groups=cardinality, bias=False
        )
        self.expand = nn.Conv2d(inner + behind, outputs, 1, bias=False)
        self.reduce_norm = nn.BatchNorm2d(inner) if norm else nn.Identity()
        self.grouped_norm = nn.BatchNorm2d(inner) if norm else nn.Identity()
        self.expand_norm = nn.BatchNorm2d(outputs) if norm else nn.Identity()
        self.gate = (
            None
            if kind == "resnext"
            else LinearGate(outputs, condition=vector if kind == "secat" else 0)
        )
        self.shortcut: nn.Module = nn.Identity()
        if inputs != outputs:
            change = nn.Conv2d(inputs, outputs, 1, bias=False)
            self.shortcut = nn.Sequential(change, nn.BatchNorm2d(outputs)) if norm else change

    def forward(self, x: Tensor, vector: Tensor) -> Tensor:
        """Refine x under the tag vector."""
        front = self.kind in ("concat_front", "concat_all")
        behind = self.kind == "concat_all"
        inner = self.reduce(_join(x, vector) if front else x)
        inner = functional.relu(self.reduce_norm(inner))
        inner = self.grouped(_join(inner, vector) if behind else inner)
        inner = functional.relu(self.grouped_norm(inner))
        outer = self.expand_norm(self.expand(_join(inner, vector) if behind else inner))
        if self.gate is not None:
            outer = self.gate(outer, vector if self.kind == "secat" else None)
        return functional.relu(outer + self.shortcut(x))


class AdaptiveInstanceNorm(nn.Module):
    """Instance norm whose scale and shift follow from a vector, as in StyleGAN.

    The linear layer's rate is equalized: normal weights of variance 1, scaled by sqrt(2 / V) at
    run time. Scales start at 1, shifts at 0.
    """

    def __init__(self, channels: int, *, vector: int) -> None:
        super().__init__()
        self.gain = (2 / vector) ** 0.5
        self.weight = nn.Parameter(torch.randn(2 * channels, vector))
        self.bias = nn.Parameter(torch.cat([torch.ones(channels), torch.zeros(channels)]))

    def forward(self, x: Tensor, vector: Tensor) -> Tensor:
        """Normalize x (B, C, H, W) and restyle it by vector (B, V)."""
        style = functional.linear(vector, self.weight * self.gain, self.bias)
        scale, shift = style[:, :, None, None].chunk(2, dim=1)
        return functional.instance_norm(x) * scale + shift


class AdaInDecoderBlock(nn.Module):
    """AdaIN after each of the three convolutions of a ResNeXt bottleneck.

    Without shortcut and gate: the paper's count of 16.51 M holds only so.
    """

    def __init__(self, inputs: int, outputs: int, *, vector: int, cardinality: int) -> None:
        super().__init__()
        inner = outputs // 4
        self.reduce = nn.Conv2d(inputs, inner, 1, bias=False)
        self.reduce_norm = AdaptiveInstanceNorm(inner, vector=vector)
        self.grouped = GroupedConv(inner, inner, 3, padding=1, groups=cardinality, bias=False)
        self.grouped_norm = AdaptiveInstanceNorm(inner, vector=vector)
        self.expand = nn.Conv2d(inner, outputs, 1, bias=False)
        self.expand_norm = AdaptiveInstanceNorm(outputs, vector=vector)

    def forward(self, x: Tensor, vector: Tensor) -> Tensor:
        """Restyle x by the tag vector."""
        x = functional.relu(self.reduce_norm(self.reduce(x), vector))
        x = functional.relu(self.grouped_norm(self.grouped(x), vector))
        return functional.relu(self.expand_norm(self.expand(x), vector))


class DecoderStage(nn.Module):
    """``depth`` blocks of one kind, then pixel shuffle.

    x (B, inputs, H, W), vector (B, V) -> (B, outputs / 4, 2H, 2W). Only the first block changes
    the width.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        *,
        depth: int,
        kind: DecoderBlockKind,
        vector: int,
        cardinality: int,
        norm: bool,
    ) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            AdaInDecoderBlock(width, outputs, vector=vector, cardinality=cardinality)
            if kind == "adain"
            else ResNeXtDecoderBlock(
                width, outputs, kind=kind, vector=vector, cardinality=cardinality, norm=norm
            )
            for width in [inputs, *[outputs] * (depth - 1)]
        )

    def forward(self, x: Tensor, vector: Tensor) -> Tensor:
        """Refine x and double its size."""
        for block in self.blocks:
            x = block(x, vector)
        return functional.pixel_shuffle(x, 2)


def _join(x: Tensor, vector: Tensor) -> Tensor:
    """Append the vector to x as constant planes."""
    planes = vector[:, :, None, None].expand(-1, -1, x.shape[2], x.shape[3])
    return torch.cat([x, planes], dim=1)
