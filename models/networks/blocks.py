"""Building blocks that several of the published networks share."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

LEAKY_SLOPE = 0.2
"""Negative slope of every leaky ReLU in all five methods."""


def conv(
    inputs: int, outputs: int, kernel: int, *, stride: int = 1, bias: bool = True
) -> nn.Conv2d:
    """Convolution that keeps the size, or halves it exactly when ``stride`` is 2.

    Kernel 4 with stride 2 and the odd kernels: padding is (kernel - 1) // 2.
    """
    return nn.Conv2d(inputs, outputs, kernel, stride=stride, padding=(kernel - 1) // 2, bias=bias)


def leaky() -> nn.LeakyReLU:
    """The leaky ReLU of all five methods."""
    return nn.LeakyReLU(LEAKY_SLOPE)


class GroupedConv(nn.Conv2d):
    """Grouped convolution that computes in float32 on a CPU, whatever autocast says.

    With few channels a group and dilation, oneDNN's bfloat16 gradients run out of bounds there
    (torch 2.15, AVX-512 BF16: infinite values, then a crash); it is no faster than float32 either.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Convolve."""
        if x.device.type != "cpu" or not torch.is_autocast_enabled("cpu"):
            return super().forward(x)
        with torch.autocast("cpu", enabled=False):
            return super().forward(x.float())


class ResNeXtBlock(nn.Module):
    """ResNeXt bottleneck in AlacGAN's form: no bias, no norm, no activation after the addition.

    (B, C, H, W) -> the same shape, or half the size with ``stride`` 2, where the grouped
    convolution has kernel 4 and the shortcut is a 2×2 average pool.
    Parameters: 2·C·D + 9·D²/groups (16·D²/groups with stride 2), D = C / 2.
    After Ci et al. 2018; also the block of Lee & Lee 2020.
    """

    def __init__(
        self, channels: int, *, cardinality: int, dilation: int = 1, stride: int = 1
    ) -> None:
        super().__init__()
        inner = channels // 2
        self.stride = stride
        self.reduce = nn.Conv2d(channels, inner, 1, bias=False)
        self.grouped = GroupedConv(
            inner,
            inner,
            3 if stride == 1 else 4,
            stride=stride,
            padding=dilation,
            dilation=dilation,
            groups=cardinality,
            bias=False,
        )
        self.expand = nn.Conv2d(inner, channels, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Add the bottleneck's output to its (pooled) input."""
        inner = functional.leaky_relu(self.reduce(x), LEAKY_SLOPE)
        inner = functional.leaky_relu(self.grouped(inner), LEAKY_SLOPE)
        shortcut = x if self.stride == 1 else functional.avg_pool2d(x, 2)
        return self.expand(inner) + shortcut


class UpStage(nn.Module):
    """Convolution, ResNeXt blocks, convolution, pixel shuffle: one level of a decoder.

    (B, inputs, H, W) -> (B, width / 2, 2H, 2W): c(width)k3, LReLU, one block for each entry of
    ``dilations``, c(2·width)k3, PS(2), LReLU.
    """

    def __init__(
        self,
        inputs: int,
        width: int,
        *,
        cardinality: int,
        dilations: Sequence[int],
        bias: bool,
    ) -> None:
        super().__init__()
        self.enter = conv(inputs, width, 3, bias=bias)
        self.blocks = nn.Sequential(
            *(
                ResNeXtBlock(width, cardinality=cardinality, dilation=dilation)
                for dilation in dilations
            )
        )
        self.leave = conv(width, 2 * width, 3, bias=bias)

    def forward(self, x: Tensor) -> Tensor:
        """Refine and double the size."""
        x = self.blocks(functional.leaky_relu(self.enter(x), LEAKY_SLOPE))
        return functional.leaky_relu(functional.pixel_shuffle(self.leave(x), 2), LEAKY_SLOPE)


class ConvGate(nn.Module):
    """Squeeze and excitation with 1×1 convolutions: C -> C/16 -> C, both with bias."""

    def __init__(self, channels: int, *, reduction: int = 16) -> None:
        super().__init__()
        self.squeeze = nn.Conv2d(channels, channels // reduction, 1)
        self.excite = nn.Conv2d(channels // reduction, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Scale every channel by a weight in (0, 1) that follows from all channels' means."""
        mean = x.mean(dim=(2, 3), keepdim=True)
        return x * torch.sigmoid(self.excite(functional.relu(self.squeeze(mean))))


class LinearGate(nn.Module):
    """Squeeze and excitation with linear layers without bias, optionally joined by a vector.

    With ``condition`` features it is Tag2Pix's SECat: the means of C channels and the condition
    vector go through Linear (C + condition) -> C/16, ReLU, Linear -> C, sigmoid.
    Parameters: (2·C + condition)·C/16.
    """

    def __init__(self, channels: int, *, condition: int = 0, reduction: int = 16) -> None:
        super().__init__()
        inner = channels // reduction
        self.squeeze = nn.Linear(channels + condition, inner, bias=False)
        self.excite = nn.Linear(inner, channels, bias=False)

    def forward(self, x: Tensor, vector: Tensor | None = None) -> Tensor:
        """Scale the channels of x (B, C, H, W); vector (B, condition) if there is one."""
        mean = x.mean(dim=(2, 3))
        if vector is not None:
            mean = torch.cat([mean, vector], dim=1)
        weights = torch.sigmoid(self.excite(functional.relu(self.squeeze(mean))))
        return x * weights[:, :, None, None]


class SeResNeXtBottleneck(nn.Module):
    """SE-ResNeXt bottleneck with batch norm: (B, inputs, H, W) -> (B, outputs, H/s, W/s).

    1×1 to ``inner``, BN, ReLU; grouped 3×3 with the stride, BN, ReLU; 1×1 to ``outputs``, BN;
    gate; shortcut (1×1 + BN where the shape changes); ReLU. Convolutions have no bias.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        *,
        inner: int,
        cardinality: int,
        gate: Callable[[int], nn.Module],
        stride: int = 1,
    ) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(inputs, inner, 1, bias=False)
        self.reduce_norm = nn.BatchNorm2d(inner)
        self.grouped = GroupedConv(
            inner, inner, 3, stride=stride, padding=1, groups=cardinality, bias=False
        )
        self.grouped_norm = nn.BatchNorm2d(inner)
        self.expand = nn.Conv2d(inner, outputs, 1, bias=False)
        self.expand_norm = nn.BatchNorm2d(outputs)
        self.gate = gate(outputs)
        self.shortcut = (
            nn.Identity()
            if stride == 1 and inputs == outputs
            else nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False),
                nn.BatchNorm2d(outputs),
            )
        )

    def forward(self, x: Tensor) -> Tensor:
        """Refine x."""
        inner = functional.relu(self.reduce_norm(self.reduce(x)))
        inner = functional.relu(self.grouped_norm(self.grouped(inner)))
        outer = self.gate(self.expand_norm(self.expand(inner)))
        return functional.relu(outer + self.shortcut(x))


def initialize_kaiming(module: nn.Module, *, slope: float = LEAKY_SLOPE) -> None:
    """Kaiming normal for leaky ReLU over all convolutions and linear layers; biases 0."""
    for part in module.modules():
        if isinstance(part, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
            nn.init.kaiming_normal_(part.weight, a=slope)
            if part.bias is not None:
                nn.init.zeros_(part.bias)
