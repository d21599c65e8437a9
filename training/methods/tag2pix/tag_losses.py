"""Tags that are known in part, and the tones of the line art that Tag2Pix's networks read."""

import torch
from torch import Tensor
from torch.nn import functional

BRIGHTEST = 7.0
"""Largest factor of Tag2Pix's brightness fine-tuning; the smallest is 1 (Kim et al. 2019, 5.1)."""


def known_cross_entropy(logits: Tensor, true: Tensor, known: Tensor) -> Tensor:
    """Binary cross-entropy, mean over batch and tags of which it is known whether they hold.

    logits, true, known  (B, T); true and known in {0, 1}. 0 if nothing is known.
    """
    each = functional.binary_cross_entropy_with_logits(logits.float(), true, reduction="none")
    return (each * known).sum() / known.sum().clamp(min=1)


def share_right(logits: Tensor, true: Tensor, known: Tensor) -> Tensor:
    """Share of the known tags on whose right side of ½ the answer lies."""
    right = ((logits > 0) == (true > 0.5)).float() * known
    return right.sum() / known.sum().clamp(min=1)


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
