"""Tag2Pix's discriminator: real or generated, and which tags."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.networks.blocks import LinearGate, SeResNeXtBottleneck, conv, leaky


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag2PixDiscriminatorConfig:
    """Number of shape tags (CIT) and colour tags (CVT), and the width of the first stage."""

    cit_count: int = 370
    cvt_count: int = 115
    width: int = 32
    cardinality: int = 16


class Tag2PixDiscriminator(nn.Module):
    """Tag2Pix: real or generated, and which tags. Kim et al. 2019, section 4.1, figure 4.

    picture (B, 3, H, W) in [-1, 1], any size -> probabilities (B, 370) of shape tags, (B, 115) of
    colour tags and (B, 1) of being real. Unconditional; batch norm always. 4,515,558 parameters.
    """

    def __init__(self, config: Tag2PixDiscriminatorConfig) -> None:
        super().__init__()
        width = config.width

        def block(inputs: int, outputs: int) -> SeResNeXtBottleneck:
            return SeResNeXtBottleneck(
                inputs,
                outputs,
                inner=outputs // 4,
                cardinality=config.cardinality,
                gate=LinearGate,
            )

        self.stage1 = nn.Sequential(
            conv(3, width, 3), leaky(), nn.Conv2d(width, width, 3, stride=2), leaky()
        )
        self.stages = nn.Sequential(
            *(
                nn.Sequential(
                    block(half, 2 * half),
                    block(2 * half, 2 * half),
                    conv(2 * half, 2 * half, 3, stride=2),
                    leaky(),
                )
                for half in (width, 2 * width, 4 * width, 8 * width)
            )
        )
        deep = 16 * width
        self.tail = nn.Sequential(*(block(deep, deep) for _ in range(3)))
        self.cit_head = nn.Linear(deep, config.cit_count)
        self.cvt_head = nn.Linear(deep, config.cvt_count)
        self.real_head = nn.Linear(deep, 1)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Shape tags, colour tags, real."""
        cit, cvt, real = self.logits(picture)
        return torch.sigmoid(cit), torch.sigmoid(cvt), torch.sigmoid(real)

    def logits(self, picture: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The same before the sigmoid, for a numerically safe cross-entropy."""
        x = self.tail(self.stages(self.stage1(picture))).mean(dim=(2, 3))
        return self.cit_head(x), self.cvt_head(x), self.real_head(x)
