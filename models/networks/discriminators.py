"""The discriminators of the five published methods."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.blocks import (
    LinearGate,
    ResNeXtBlock,
    SeResNeXtBottleneck,
    conv,
    leaky,
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AlacGanCriticConfig:
    """The critic.

    width           base width, 64 in the paper.
    local_channels  channels of the local features, 512 in the paper.
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

    def forward(self, picture: Tensor, local: Tensor) -> Tensor:
        """Score of pictures, higher for real ones."""
        x = self.picture_stages(self.stem(picture))
        x = self.joint_stages(self.join(torch.cat([x, local], dim=1)))
        return self.score(self.pool(self.last_block(x)).flatten(1))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchDiscriminatorsConfig:
    """CSA: input channels (line and colour), base width, number of scales."""

    inputs: int = 4
    width: int = 64
    scales: int = 3


class PatchDiscriminator(nn.Module):
    """pix2pixHD's 70×70 PatchGAN with feature taps. 2,765,761 parameters with 4 inputs.

    x (B, C, H, W) -> five maps: after each of the layers k4 with padding 2, c64s2 LReLU; c128s2,
    c256s2, c512s1 each with instance norm and LReLU; c1s1, the patch logits (67×67 for 512).
    """

    def __init__(self, config: PatchDiscriminatorsConfig) -> None:
        super().__init__()
        width = config.width

        def layer(inputs: int, outputs: int, stride: int) -> nn.Sequential:
            return nn.Sequential(
                nn.Conv2d(inputs, outputs, 4, stride=stride, padding=2),
                nn.InstanceNorm2d(outputs),
                leaky(),
            )

        self.layers = nn.ModuleList(
            [
                nn.Sequential(nn.Conv2d(config.inputs, width, 4, stride=2, padding=2), leaky()),
                layer(width, 2 * width, 2),
                layer(2 * width, 4 * width, 2),
                layer(4 * width, 8 * width, 1),
                nn.Conv2d(8 * width, 1, 4, padding=2),
            ]
        )

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """All maps, the patch logits last."""
        maps = []
        for layer in self.layers:
            x = layer(x)
            maps.append(x)
        return tuple(maps)


class PatchDiscriminators(nn.Module):
    """CSA's three PatchGANs at full, half and quarter size. Yuan & Simo-Serra 2021, section 3.2.

    x (B, 4, H, W), line and picture in [-1, 1] -> for each scale its ``PatchDiscriminator`` maps.
    8,297,283 parameters. The pyramid is an average pool k3 s2 p1 that leaves the border out.
    """

    def __init__(self, config: PatchDiscriminatorsConfig) -> None:
        super().__init__()
        self.scales = nn.ModuleList(PatchDiscriminator(config) for _ in range(config.scales))
        for part in self.modules():
            if isinstance(part, nn.Conv2d):
                nn.init.normal_(part.weight, std=0.02)

    def forward(self, x: Tensor) -> tuple[tuple[Tensor, ...], ...]:
        """Maps of every scale, the full size first."""
        results = []
        for index, scale in enumerate(self.scales):
            if index > 0:
                x = functional.avg_pool2d(x, 3, stride=2, padding=1, count_include_pad=False)
            results.append(scale(x))
        return tuple(results)


SGRU_DISCRIMINATOR = DraftDiscriminatorConfig(side=256)
"""Ye et al. 2019 leave the discriminator's layers open: the two-stage figure's, for 256×256."""
