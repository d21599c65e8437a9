"""Colours carried through a network's first weights, so that a training finds hues early.

From weights drawn at random a network without normalization learns how light a hinted place is and,
for tens of thousands of pictures, not its hue: in so deep a chain what varies least is learned
last, and slower the deeper it is (Saxe, McClelland, Ganguli, ICLR 2014). So some channels carry the
hints' colours through from the first step on, as identity weights do in residual networks; all are
trained. Which layers carry them is each method's own matter: see ``start`` in its folder. None of
this is in the papers: a recipe asks for it by ``start = "carried"``, and else its weights are drawn
as the authors draw them.
"""

from typing import Literal, TypeVar

import torch
from torch import Tensor, nn

from models.networks.blocks import LEAKY_SLOPE, ResNeXtBlock, UpStage

Network = TypeVar("Network", bound=nn.Module)
Start = Literal["drawn", "carried"]
"""What a training starts from: weights drawn as published, or such as carry colours through."""

COLORS = 6
"""Channels that carry colour: each of R, G and B as itself and negated, for the sake of the leaky
ReLU. The one behind them carries the hints' mask, where there is one."""
REST = 0.1
"""What remains of the random weights of the last convolution."""


def calmed(network: Network) -> Network:
    """The network with residual blocks that pass their input on unchanged at first.

    With Kaiming's weights in them, ten blocks without normalization saturate the tanh before the
    first step, and nothing is learned. The authors' trainers leave torch's own weights, with which
    the first steps learn less. After Zhang et al., Fixup initialization, ICLR 2019.
    """
    for block in network.modules():
        if isinstance(block, ResNeXtBlock):
            nn.init.zeros_(block.expand.weight)
    return network


def conv_of(module: object) -> nn.Conv2d:
    """The module itself if it is a convolution, or the one that a sequence begins with."""
    first = module[0] if isinstance(module, nn.Sequential) else module
    assert isinstance(first, nn.Conv2d)
    return first


def carry_up(
    stage: UpStage, kernel: Tensor, *, sources: tuple[int, ...], masked: bool = True
) -> None:
    """Carry through a decoder stage, from all sources alike."""
    carry(stage.enter, kernel / len(sources), sources=sources, masked=masked)
    carry(stage.leave, kernel, copies=4, masked=masked)


def paint(convolution: nn.Conv2d, kernel: Tensor, *, sources: tuple[int, ...] = (0,)) -> None:
    """Let the last convolution show the carried colours, and little of all else."""
    with torch.no_grad():
        convolution.weight.mul_(REST)
        for source in sources:
            for color in range(3):
                first = source + 2 * color
                convolution.weight[color, first : first + 2] = _signed(kernel)


def bell(side: int, sigma: float) -> Tensor:
    """A Gaussian of side × side whose values add up to 1."""
    places = torch.arange(side) - (side - 1) / 2
    row = torch.exp(-((places / sigma) ** 2) / 2)
    bell = row[:, None] * row[None, :]
    return bell / bell.sum()


def _signed(kernel: Tensor) -> Tensor:
    """Weights (2, k, k) that read a value from what leaky ReLUs left of it and of its negative."""
    return torch.stack([kernel, -kernel]) / (1 + LEAKY_SLOPE)


def signed_pair() -> Tensor:
    """The same for a single weight, (2,)."""
    return _signed(torch.tensor(1.0))


def carry(
    convolution: nn.Conv2d | nn.ConvTranspose2d,
    kernel: Tensor,
    *,
    sources: tuple[int, ...] = (0,),
    raw: bool = False,
    copies: int = 1,
    masked: bool = True,
) -> None:
    """Give a convolution's first outputs the carried channels of its inputs, blurred.

    sources  first input channel of each map that carries; raw: the input is colour and mask
             themselves; copies: outputs for each channel, those that a pixel shuffle spreads;
             masked: a mask is carried too.
    """
    with torch.no_grad():
        weight = convolution.weight
        if isinstance(convolution, nn.ConvTranspose2d):
            weight = weight.transpose(0, 1)
        weight[: (COLORS + masked) * copies] = 0
        for source in sources:
            for channel in range(COLORS + masked):
                outputs = slice(channel * copies, (channel + 1) * copies)
                sign = -1 if channel % 2 else 1
                pair = source + channel - channel % 2
                if raw:
                    weight[outputs, source + channel // 2] = sign * kernel
                elif channel == COLORS:
                    weight[outputs, source + channel] = kernel
                else:
                    weight[outputs, pair : pair + 2] = sign * _signed(kernel)
