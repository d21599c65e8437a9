"""Tones of the line art that Tag2Pix's networks read."""

import torch
from torch import Tensor

BRIGHTEST = 7.0
"""Largest factor of Tag2Pix's brightness fine-tuning; the smallest is 1 (Kim et al. 2019, 5.1)."""


def tones_changed(line: Tensor, *, jitter: float, brighten: bool = False) -> Tensor:
    """Brightness, then contrast about the mean, by a random factor for each picture.

    line      (B, 1, H, W) in [0, 1], paper 1; the result is clipped to that.
    jitter    factors are U(1 - jitter, 1 + jitter).
    brighten  brightness by U(1, 7) instead: grey ink fades, paper stays.
    """

    def factors(low: float, high: float) -> Tensor:
        return low + (high - low) * torch.rand(len(line), 1, 1, 1, device=line.device)

    bright = factors(1, BRIGHTEST) if brighten else factors(1 - jitter, 1 + jitter)
    line = (line * bright).clamp(0, 1)
    mean = line.mean(dim=(1, 2, 3), keepdim=True)
    return ((line - mean) * factors(1 - jitter, 1 + jitter) + mean).clamp(0, 1)
