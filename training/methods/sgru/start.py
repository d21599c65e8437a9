"""Weights that SGRU starts from: the colours of points carried down and up."""

import torch
from torch import nn

from models.networks.sgru.network import HINT_LEVEL, DecoderLevel, EncoderLevel, Sgru
from training.methods.carried_colors import COLORS, REST, bell, carry, conv_of, paint

POINT_GAIN = 3.0
"""How much stronger than other maps a point of SGRU begins: pooled and blurred it gets weaker."""


def carrying_points(network: Sgru) -> Sgru:
    """SGRU with the colours of its points carried from the third level down and up to the picture.

    Both ways through a level carry, the refined and the gated one. A network without hints or too
    narrow for the carried channels stays as drawn.
    """
    config = network.config
    widths = (*config.widths, *config.decoder_widths, config.tail_width)
    if not config.hints or min(widths) < 2 * (COLORS + 1):
        return network
    point, smooth = torch.ones(1, 1), bell(3, 0.8)
    for index, level in enumerate(network.encoder):
        assert isinstance(level, EncoderLevel)
        if index < HINT_LEVEL:
            continue
        enter = _first(level.enter)
        if index == HINT_LEVEL:
            carry(enter, POINT_GAIN * point, sources=(enter.in_channels - 4,), raw=True)
        else:
            carry(enter, point / 2, sources=(0, enter.in_channels // 2))
        for refine in level.refine:
            carry(_first(refine), smooth)
    carrying_skips = len(config.widths) - HINT_LEVEL
    joined: tuple[int, ...] = (0, config.widths[-1])
    for index, level in enumerate(network.decoder):
        assert isinstance(level, DecoderLevel)
        carry(_first(level.enter), point / len(joined), sources=joined)
        for refine in level.refine:
            carry(_first(refine), smooth)
        for grow in (level.grow, level.grow_residual):
            carry(_first(grow), torch.ones(2, 2))
        width = config.decoder_widths[index]
        joined = (0, width, 2 * width)[: 3 if index < carrying_skips else 2]
    tail_enter, *refined, out = network.tail
    carry(_first(tail_enter), point / len(joined), sources=joined)
    for refine in refined:
        carry(_first(refine), smooth)
    paint(conv_of(out), REST * point)
    return network


def _first(module: object) -> nn.Conv2d | nn.ConvTranspose2d:
    first = module[0] if isinstance(module, nn.Sequential) else module
    assert isinstance(first, nn.Conv2d | nn.ConvTranspose2d)
    return first
