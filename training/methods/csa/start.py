"""Weights that CSA starts from: the colours of dabs carried through its trunk."""

from torch import nn

from models.networks.csa.network import CsaBlock, CsaGenerator
from training.methods.carried_colors import COLORS, REST, bell, carry, conv_of, paint


def carrying_dabs(generator: CsaGenerator) -> CsaGenerator:
    """The trunk of CSA with the colours of its dabs carried down, through the middle and up.

    Its instance norms leave a carried colour its sign and, in each picture, one common scale. A
    trunk without the hints' mask, or too narrow, stays as drawn.
    """
    wide, smooth = bell(7, 0.8), bell(3, 0.7)
    if generator.config.inputs < 5 or generator.config.width <= COLORS:
        return generator
    carry(conv_of(generator.enter), wide, sources=(1,), raw=True)
    for layer in generator.down:
        carry(conv_of(layer), smooth)
    for block in generator.blocks:
        assert isinstance(block, CsaBlock)
        for convolution in block.residual:
            if isinstance(convolution, nn.Conv2d):
                carry(convolution, smooth)
    for level, layer in enumerate(generator.up):
        assert isinstance(layer, nn.Sequential)
        grow = layer[0]
        assert isinstance(grow, nn.ConvTranspose2d)
        joined = generator.config.skips and level > 0
        carry(grow, smooth, sources=(0, grow.in_channels // 2) if joined else (0,))
    out = conv_of(generator.out)
    joined = generator.config.skips
    paint(out, REST * wide, sources=(0, out.in_channels // 2) if joined else (0,))
    return generator
