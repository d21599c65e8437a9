"""Weights that both stages start from: colours carried from input to output."""

from models.networks.blocks import UpStage
from models.networks.two_stage.network import StageUNet
from training.methods.carried_colors import (
    COLORS,
    bell,
    calmed,
    carry,
    carry_up,
    conv_of,
    paint,
)


def carrying_colors(stage: StageUNet, *, masked: bool) -> StageUNet:
    """The stage, its residual blocks calmed, with colours carried from its input to its output.

    masked  a mask follows the colours in its input: they are sparse hints and not a picture.
    A stage too narrow for the carried channels is only calmed.
    """
    calmed(stage)
    if stage.out.in_channels < 2 * (COLORS + masked):
        return stage
    smooth = bell(3, 0.7)
    halving = (2 if masked else 1) * bell(4, 1.0)
    enter, *others = (conv_of(layer) for layer in stage.e)
    carry(enter, smooth, sources=(1,), raw=True, masked=masked)
    for layer in others:
        carry(layer, smooth if layer.stride == (1, 1) else halving, masked=masked)
    for up in stage.up:
        assert isinstance(up, UpStage)
        carry_up(up, smooth, sources=(0, up.enter.in_channels // 2), masked=masked)
    carry(conv_of(stage.d1), smooth, masked=masked)
    paint(stage.out, smooth / 2, sources=(0, stage.out.in_channels // 2))
    return stage
