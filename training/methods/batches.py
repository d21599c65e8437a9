"""Items as batches, and a batch's bytes as the ranges that networks take."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.metrics.part_palette import part_colors

Arrays = dict[str, NDArray[np.generic]]
Batch = Mapping[str, Tensor]


def stack(items: Sequence[Arrays]) -> dict[str, Tensor]:
    """Arrays of equal shapes as tensors with a batch axis."""
    return {name: torch.from_numpy(np.stack([item[name] for item in items])) for name in items[0]}


def partly_hinted(items: Sequence[Arrays], *, share: float) -> Batch:
    """A batch of which only the first share keeps its hints: painting without is learned too.

    Pictures with colours drawn anew come first: without hints nobody could know them.
    """
    batch = stack(sorted(items, key=lambda item: -float(item["redrawn"].item())))
    batch["hints"][math.ceil(len(items) * share) :] = 0
    return batch


def unit(plane_u8: Tensor) -> Tensor:
    """uint8 as float32 in [0, 1]: paper is 1."""
    return plane_u8.float() / 255


def signed(plane_u8: Tensor) -> Tensor:
    """uint8 as float32 in [-1, 1]: paper is 1."""
    return plane_u8.float() / 127.5 - 1


def shown(picture: Tensor) -> Tensor:
    """[-1, 1] as a picture in [0, 1], for sample grids; a single channel as grey."""
    picture = (picture.float() / 2 + 0.5).clamp(0, 1)
    return picture.expand(-1, 3, -1, -1) if picture.shape[1] == 1 else picture


def colored_parts(labels: Tensor) -> Tensor:
    """Labels of parts (B, H, W) as pictures (B, 3, H, W) in [0, 1], for sample grids."""
    colors = part_colors(labels.to(torch.uint8).cpu().numpy())
    return torch.from_numpy(colors).permute(0, 3, 1, 2).float() / 255
