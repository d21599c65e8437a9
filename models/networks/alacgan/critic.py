"""AlacGAN's critic."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.networks.blocks import ResNeXtBlock, conv, leaky


@dataclass(frozen=True, slots=True, kw_only=True)
class AlacGanCriticConfig:
    """The critic.

    width           base width, 64 in the paper.
    local_channels  channels of the local features, 512 in the paper; 0: it sees none.
    cardinality     groups of the blocks.
    joint_halvings  halvings behind the local features, 3 in the paper; they set the size.
    """

    width: int = 64
    local_channels: int = 512
    cardinality: int = 8
    joint_halvings: int = 3

    @property
    def side(self) -> int:
        """The one size it takes: 512 in the paper, half as much for each halving less."""
        return 64 << self.joint_halvings


class AlacGanCritic(nn.Module):
    """AlacGAN's Wasserstein critic. Ci et al. 2018, section 3.3, figure 3.

    picture (B, 3, 512, 512) in [-1, 1], local features (B, 512, 32, 32) -> (B, 1), no sigmoid;
    smaller pictures with fewer ``joint_halvings``.
    It sees neither line nor hints. No bias except the last. 10,612,033 parameters.
    """

    def __init__(self, config: AlacGanCriticConfig) -> None:
        super().__init__()
        width = config.width

        def pair(channels: int) -> nn.Sequential:
            return nn.Sequential(
                ResNeXtBlock(channels, cardinality=config.cardinality),
                ResNeXtBlock(channels, cardinality=config.cardinality, stride=2),
            )

        def widen(inputs: int, outputs: int, kernel: int) -> nn.Sequential:
            return nn.Sequential(conv(inputs, outputs, kernel, bias=False), leaky())

        self.stem = nn.Sequential(
            conv(3, width, 7, bias=False),
            leaky(),
            conv(width, width, 4, stride=2, bias=False),
            leaky(),
        )
        self.picture_stages = nn.Sequential(
            pair(width),
            widen(width, 2 * width, 1),
            pair(2 * width),
            widen(2 * width, 4 * width, 1),
            pair(4 * width),
        )
        self.join = widen(4 * width + config.local_channels, 8 * width, 3)
        self.joint_stages = nn.Sequential(*(pair(8 * width) for _ in range(config.joint_halvings)))
        self.last_block = ResNeXtBlock(8 * width, cardinality=config.cardinality)
        self.pool = nn.Sequential(nn.Conv2d(8 * width, 8 * width, 4, bias=False), leaky())
        self.score = nn.Linear(8 * width, 1)

    def forward(self, picture: Tensor, local: Tensor | None) -> Tensor:
        """Score of pictures, higher for real ones."""
        x = self.picture_stages(self.stem(picture))
        x = self.joint_stages(self.join(x if local is None else torch.cat([x, local], dim=1)))
        return self.score(self.pool(self.last_block(x)).flatten(1))
