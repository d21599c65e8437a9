"""Weights that AlacGAN starts from: hint colours carried to where they lie."""

from models.networks.alacgan.network import AlacGanGenerator
from models.networks.blocks import initialize_kaiming
from training.methods.carried_colors import (
    COLORS,
    bell,
    calmed,
    carry,
    carry_up,
    conv_of,
    paint,
)


def carrying_hints(generator: AlacGanGenerator) -> AlacGanGenerator:
    """The generator, its residual blocks calmed, with hint colours carried to where they lie.

    The others are drawn after Kaiming. At first it paints a faint blurred spot of its colour around
    each hint. A generator too narrow for the carried channels stays as it is.
    """
    if conv_of(generator.out[0]).in_channels < 2 * (COLORS + 1):
        return generator
    initialize_kaiming(generator)
    calmed(generator)
    near, halving, smooth = 2 * bell(7, 0.8), 2 * bell(4, 1.0), bell(3, 0.7)
    hint, x3, x4 = (conv_of(each[0]) for each in (generator.hint, generator.x3, generator.x4))
    carry(hint, near, raw=True)
    carry(x3, halving, sources=(x3.in_channels - hint.out_channels,))
    carry(x4, halving)
    carry_up(generator.t4, smooth, sources=(0,))
    carry_up(generator.t3, smooth, sources=(0, x4.in_channels))
    carry_up(generator.t2, smooth, sources=(0,))
    carry_up(generator.t1, smooth, sources=(0,))
    paint(conv_of(generator.out[0]), smooth)
    return generator
