"""The discriminator of the two-stage draft, which SGRU borrows for want of a published one."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.networks.blocks import ResNeXtBlock, conv, leaky


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDiscriminatorConfig:
    """Two-stage: with a ResNeXt block behind three of the halvings (code) or without (figure)."""

    blocks: bool = False
    width: int = 32
    side: int = 128
    cardinality: int = 4


class DraftDiscriminator(nn.Module):
    """Discriminator of the two-stage draft. Lee & Lee 2020, section 3.4, figure 7.

    picture (B, 3, 128, 128) in [-1, 1] -> probability (B, 1). No bias, no normalization.
    899,584 parameters as in the figure; 1,033,984 with blocks, as in the authors' code.
    """

    def __init__(self, config: DraftDiscriminatorConfig) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 3
        for level in range(4):
            outputs = config.width << level
            layers += [conv(channels, outputs, 4, stride=2, bias=False), leaky()]
            if config.blocks and level > 0:
                layers.append(ResNeXtBlock(outputs, cardinality=config.cardinality))
            if level < 3:
                layers += [conv(outputs, outputs, 3, bias=False), leaky()]
            channels = outputs
        self.features = nn.Sequential(*layers)
        self.score = nn.Linear(channels * (config.side // 16) ** 2, 1, bias=False)

    def logits(self, picture: Tensor) -> Tensor:
        """Score before the sigmoid, for a numerically safe cross-entropy."""
        return self.score(self.features(picture).flatten(1))

    def forward(self, picture: Tensor) -> Tensor:
        """Probability of being real."""
        return torch.sigmoid(self.logits(picture))
