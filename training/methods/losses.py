"""Losses that several methods share."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional


def content_loss(maps: Sequence[Tensor], wanted: Sequence[Tensor]) -> Tensor:
    """Mean squared error of feature maps, mean over the maps (VGG16's relu2_2 is one)."""
    errors = [
        functional.mse_loss(ours.float(), theirs.float()) for ours, theirs in zip(maps, wanted)
    ]
    return torch.stack(errors).mean()


def opinion_loss(logits: Tensor, *, real: bool) -> Tensor:
    """Binary cross-entropy against real or generated, mean over the batch."""
    wanted = torch.full_like(logits, float(real), dtype=torch.float32)
    return functional.binary_cross_entropy_with_logits(logits.float(), wanted)


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
