"""Labels of parts as pictures, for sample grids and sheets."""

import torch
from torch import Tensor

from models.hints.parts import PART_COUNT

_HUES = (
    (255, 255, 255), (214, 96, 77), (33, 102, 172), (253, 219, 199), (178, 24, 43),
    (90, 60, 40), (77, 175, 74), (55, 90, 160), (152, 78, 163), (255, 127, 0),
    (120, 120, 40), (230, 180, 40), (0, 190, 190), (247, 129, 191), (150, 150, 150),
)  # fmt: skip


def part_colors(parts: Tensor) -> Tensor:
    """Labels (B, H, W) as pictures (B, 3, H, W) in [0, 1]; what is unknown is black."""
    table = torch.zeros(256, 3)
    table[:PART_COUNT] = torch.tensor(_HUES, dtype=torch.float32) / 255
    return table[parts.cpu()].permute(0, 3, 1, 2)
