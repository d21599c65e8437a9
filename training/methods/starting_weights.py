"""Weights that a training without normalization can start from."""

from typing import TypeVar

from torch import nn

from models.networks.blocks import ResNeXtBlock

Network = TypeVar("Network", bound=nn.Module)


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
