"""Exponential moving average of a network's weights."""

import copy

import torch
from torch import nn


class Average:
    """Keeps averaged parameters; buffers (running statistics) are copied as they are."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.network = copy.deepcopy(network).eval().requires_grad_(False)

    @torch.no_grad()
    def update(self, network: nn.Module, step: int) -> None:
        """Move towards the network's weights; faster in the first steps."""
        decay = min(self.decay, (1 + step) / (10 + step))
        ours: list[torch.Tensor] = [p for p in self.network.parameters() if p.is_floating_point()]
        theirs: list[torch.Tensor] = [
            p.detach() for p in network.parameters() if p.is_floating_point()
        ]
        torch._foreach_lerp_(ours, theirs, 1 - decay)
        for mine, other in zip(self.network.buffers(), network.buffers(), strict=True):
            mine.copy_(other)
