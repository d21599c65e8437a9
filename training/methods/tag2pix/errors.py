"""How far Tag2Pix's pictures are from what they should be, pixel by pixel."""

import torch
from torch import Tensor

from models.hints.parts import UNLABELLED
from training.methods.batches import Batch

PAPER = 0.75
"""Pixels of line art brighter than this count as beside the lines."""


def both_colorings(batch: Batch) -> Batch:
    """A batch whose views come in two colourings, as one of twice their number; else as it is."""
    if "rgb_other" not in batch:
        return batch
    return {
        name: torch.cat([values, batch.get(f"{name}_other", values)])
        for name, values in batch.items()
        if not name.endswith("_other")
    }


def pair_error(picture: Tensor, real: Tensor, weights: Tensor) -> Tensor:
    """Mean absolute error of the difference between both halves of a batch."""
    painted, wanted = (first - second for first, second in (picture.chunk(2), real.chunk(2)))
    return weighted_error(painted, wanted, weights[: len(painted)])


def mean_error(picture: Tensor, real: Tensor, parts: Tensor, line: Tensor) -> Tensor:
    """Mean absolute error of the parts' mean colours beside the lines, every part counting alike.

    parts  (B, H, W) labels; unlabelled pixels are a part of their own.
    line   (B, 1, H, W) line art, 1 on paper; a part that is ink throughout counts as right.
    """
    flat = parts.flatten(1).long()
    beside = (line > PAPER).flatten(2).float()
    off = (picture - real).flatten(2).float() * beside
    counts = _pixels_of_parts(flat, beside[:, 0])
    sums = torch.zeros(*off.shape[:2], UNLABELLED + 1, device=parts.device)
    sums = sums.scatter_add(2, flat[:, None].expand_as(off), off)
    means = sums.abs().mean(dim=1) / counts.clamp(min=1)
    return (means.sum(dim=1) / (counts > 0).sum(dim=1).clamp(min=1)).mean()


def pixel_weights(parts: Tensor, *, even_share: float) -> Tensor:
    """How much each pixel of a batch counts, (B, 1, H, W), mean 1 in each picture.

    parts  (B, H, W) labels; unlabelled pixels are a part of their own.
    """
    flat = parts.flatten(1).long()
    counts = _pixels_of_parts(flat, torch.ones_like(flat, dtype=torch.float32))
    shown = (counts > 0).sum(dim=1, keepdim=True)
    even = flat.shape[1] / (shown * counts.gather(1, flat))
    return (1 - even_share + even_share * even).reshape(parts.shape)[:, None]


def weighted_error(picture: Tensor, real: Tensor, weights: Tensor) -> Tensor:
    """Mean absolute error of pixels that count differently."""
    return ((picture - real).abs() * weights).mean()


def _pixels_of_parts(flat: Tensor, weights: Tensor) -> Tensor:
    """The sums (B, 256) of a picture's weights (B, H * W) over the pixels of each label."""
    return torch.zeros(len(flat), UNLABELLED + 1, device=flat.device).scatter_add(1, flat, weights)
