"""Weights that a training without normalization can start from.

From weights drawn at random such a network learns how light a hinted place is and, for tens of
thousands of pictures, not its hue: in so deep a chain what varies least is learned last, and slower
the deeper it is (Saxe, McClelland, Ganguli, ICLR 2014). So some channels carry the hints' colours
through from the first step on, as identity weights do in residual networks; all are trained.
"""

from typing import TypeVar

import torch
from torch import Tensor, nn

from models.networks.alacgan.network import AlacGanGenerator
from models.networks.blocks import (
    LEAKY_SLOPE,
    ResNeXtBlock,
    UpStage,
    initialize_kaiming,
)
from models.networks.csa.network import CsaBlock, CsaGenerator
from models.networks.sgru.network import HINT_LEVEL, DecoderLevel, EncoderLevel, Sgru
from models.networks.two_stage.network import StageUNet

Network = TypeVar("Network", bound=nn.Module)

COLOURS = 6
"""Channels that carry colour: each of R, G and B as itself and negated, for the sake of the leaky
ReLU. The one behind them carries the hints' mask, where there is one."""
REST = 0.1
"""What remains of the random weights of the last convolution."""
POINT_GAIN = 3.0
"""How much stronger than other maps a point of SGRU begins: pooled and blurred it gets weaker."""


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


def carrying_hints(generator: AlacGanGenerator) -> AlacGanGenerator:
    """The generator, its residual blocks calmed, with hint colours carried to where they lie.

    The others are drawn after Kaiming. At first it paints a faint blurred spot of its colour around
    each hint. A generator too narrow for the carried channels stays as it is.
    """
    if conv_of(generator.out[0]).in_channels < 2 * (COLOURS + 1):
        return generator
    initialize_kaiming(generator)
    calmed(generator)
    near, halving, smooth = 2 * bell(7, 0.8), 2 * bell(4, 1.0), bell(3, 0.7)
    hint, x3, x4 = (conv_of(each[0]) for each in (generator.hint, generator.x3, generator.x4))
    _carry(hint, near, raw=True)
    _carry(x3, halving, sources=(x3.in_channels - hint.out_channels,))
    _carry(x4, halving)
    _carry_up(generator.t4, smooth, sources=(0,))
    _carry_up(generator.t3, smooth, sources=(0, x4.in_channels))
    _carry_up(generator.t2, smooth, sources=(0,))
    _carry_up(generator.t1, smooth, sources=(0,))
    paint(conv_of(generator.out[0]), smooth)
    return generator


def carrying_colours(stage: StageUNet, *, masked: bool) -> StageUNet:
    """The stage, its residual blocks calmed, with colours carried from its input to its output.

    masked  a mask follows the colours in its input: they are sparse hints and not a picture.
    A stage too narrow for the carried channels is only calmed.
    """
    calmed(stage)
    if stage.out.in_channels < 2 * (COLOURS + masked):
        return stage
    smooth = bell(3, 0.7)
    halving = (2 if masked else 1) * bell(4, 1.0)
    enter, *others = (conv_of(layer) for layer in stage.e)
    _carry(enter, smooth, sources=(1,), raw=True, masked=masked)
    for layer in others:
        _carry(layer, smooth if layer.stride == (1, 1) else halving, masked=masked)
    for up in stage.up:
        assert isinstance(up, UpStage)
        _carry_up(up, smooth, sources=(0, up.enter.in_channels // 2), masked=masked)
    _carry(conv_of(stage.d1), smooth, masked=masked)
    paint(stage.out, smooth / 2, sources=(0, stage.out.in_channels // 2))
    return stage


def carrying_dabs(generator: CsaGenerator) -> CsaGenerator:
    """The trunk of CSA with the colours of its dabs carried down, through the middle and up.

    Its instance norms leave a carried colour its sign and, in each picture, one common scale. A
    trunk without the hints' mask, or too narrow, stays as drawn.
    """
    wide, smooth = bell(7, 0.8), bell(3, 0.7)
    if generator.config.inputs < 5 or generator.config.width <= COLOURS:
        return generator
    _carry(conv_of(generator.enter), wide, sources=(1,), raw=True)
    for layer in generator.down:
        _carry(conv_of(layer), smooth)
    for block in generator.blocks:
        assert isinstance(block, CsaBlock)
        for convolution in block.residual:
            if isinstance(convolution, nn.Conv2d):
                _carry(convolution, smooth)
    for level, layer in enumerate(generator.up):
        assert isinstance(layer, nn.Sequential)
        grow = layer[0]
        assert isinstance(grow, nn.ConvTranspose2d)
        joined = generator.config.skips and level > 0
        _carry(grow, smooth, sources=(0, grow.in_channels // 2) if joined else (0,))
    out = conv_of(generator.out)
    joined = generator.config.skips
    paint(out, REST * wide, sources=(0, out.in_channels // 2) if joined else (0,))
    return generator


def carrying_points(network: Sgru) -> Sgru:
    """SGRU with the colours of its points carried from the third level down and up to the picture.

    Both ways through a level carry, the refined and the gated one. A network without hints or too
    narrow for the carried channels stays as drawn.
    """
    config = network.config
    widths = (*config.widths, *config.decoder_widths, config.tail_width)
    if not config.hints or min(widths) < 2 * (COLOURS + 1):
        return network
    point, smooth = torch.ones(1, 1), bell(3, 0.8)
    for index, level in enumerate(network.encoder):
        assert isinstance(level, EncoderLevel)
        if index < HINT_LEVEL:
            continue
        enter = _first(level.enter)
        if index == HINT_LEVEL:
            _carry(enter, POINT_GAIN * point, sources=(enter.in_channels - 4,), raw=True)
        else:
            _carry(enter, point / 2, sources=(0, enter.in_channels // 2))
        for refine in level.refine:
            _carry(_first(refine), smooth)
    carrying_skips = len(config.widths) - HINT_LEVEL
    joined: tuple[int, ...] = (0, config.widths[-1])
    for index, level in enumerate(network.decoder):
        assert isinstance(level, DecoderLevel)
        _carry(_first(level.enter), point / len(joined), sources=joined)
        for refine in level.refine:
            _carry(_first(refine), smooth)
        for grow in (level.grow, level.grow_residual):
            _carry(_first(grow), torch.ones(2, 2))
        width = config.decoder_widths[index]
        joined = (0, width, 2 * width)[: 3 if index < carrying_skips else 2]
    tail_enter, *refined, out = network.tail
    _carry(_first(tail_enter), point / len(joined), sources=joined)
    for refine in refined:
        _carry(_first(refine), smooth)
    paint(conv_of(out), REST * point)
    return network


def _first(module: object) -> nn.Conv2d | nn.ConvTranspose2d:
    first = module[0] if isinstance(module, nn.Sequential) else module
    assert isinstance(first, nn.Conv2d | nn.ConvTranspose2d)
    return first


def conv_of(module: object) -> nn.Conv2d:
    """The module itself if it is a convolution, or the one that a sequence begins with."""
    first = module[0] if isinstance(module, nn.Sequential) else module
    assert isinstance(first, nn.Conv2d)
    return first


def _carry_up(
    stage: UpStage, kernel: Tensor, *, sources: tuple[int, ...], masked: bool = True
) -> None:
    """Carry through a decoder stage, from all sources alike."""
    _carry(stage.enter, kernel / len(sources), sources=sources, masked=masked)
    _carry(stage.leave, kernel, copies=4, masked=masked)


def paint(convolution: nn.Conv2d, kernel: Tensor, *, sources: tuple[int, ...] = (0,)) -> None:
    """Let the last convolution show the carried colours, and little of all else."""
    with torch.no_grad():
        convolution.weight.mul_(REST)
        for source in sources:
            for colour in range(3):
                first = source + 2 * colour
                convolution.weight[colour, first : first + 2] = _signed(kernel)


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


def _carry(
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
        weight[: (COLOURS + masked) * copies] = 0
        for source in sources:
            for channel in range(COLOURS + masked):
                outputs = slice(channel * copies, (channel + 1) * copies)
                sign = -1 if channel % 2 else 1
                pair = source + channel - channel % 2
                if raw:
                    weight[outputs, source + channel // 2] = sign * kernel
                elif channel == COLOURS:
                    weight[outputs, source + channel] = kernel
                else:
                    weight[outputs, pair : pair + 2] = sign * _signed(kernel)
