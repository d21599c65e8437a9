"""The head of the parts teacher: from patches of a coloured picture to the part of each pixel."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.parts import PART_COUNT
from models.networks.parts_teacher.backbone import WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsTeacherConfig:
    """Sizes of the head.

    width   channels that the backbone's features are read into.
    detail  channels of the look at the picture itself, which knows where a part ends.
    """

    width: int = 96
    detail: int = 24


class PartsTeacherHead(nn.Module):
    """Part logits at half the picture's size. 153 K parameters.

    features (B, 384, h, w) of models.networks.parts_teacher.backbone, picture (B, 3, 7h, 7w) sRGB
    in [0, 1] at half its size, to (B, 15, 7h, 7w).
    """

    def __init__(self, config: PartsTeacherConfig) -> None:
        super().__init__()
        width, detail = config.width, config.detail
        self.read = nn.Sequential(
            nn.Conv2d(WIDTH, width, 1),
            nn.GELU(),
            nn.Conv2d(width, width, 3, padding=1),
            nn.GELU(),
        )
        self.look = nn.Sequential(
            nn.Conv2d(3, detail, 3, padding=1),
            nn.GELU(),
            nn.Conv2d(detail, detail, 3, padding=1),
            nn.GELU(),
        )
        self.join = nn.Sequential(
            nn.Conv2d(width + detail, 2 * detail, 1),
            nn.GELU(),
            nn.Conv2d(2 * detail, 2 * detail, 3, padding=1),
            nn.GELU(),
            nn.Conv2d(2 * detail, PART_COUNT, 1),
        )

    def forward(self, features: Tensor, picture: Tensor) -> Tensor:
        read = functional.interpolate(
            self.read(features), picture.shape[2:], mode="bilinear", align_corners=False
        )
        logits: Tensor = self.join(torch.cat([read, self.look(picture * 2 - 1)], dim=1))
        return logits
