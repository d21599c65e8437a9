"""Two-stage generator: a small coloured draft, then colour at full size.

Lee & Lee: "Automatic Colorization of Anime Style Illustrations Using a Two-Stage Generator",
Applied Sciences 2020, sections 3.3 to 3.5; layers as in figures 6 and 7 and in the code of
rapidrabbit76/SketchColorization.
"""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.encoding import DRAFT_ONLY
from models.geometry import SizeRule
from models.networks.blocks import UpStage, conv, initialize_kaiming, leaky
from models.networks.generator import Generator, GeneratorConfig, pool_hints

DRAFT_INPUTS = 5
"""Channels that the draft stage reads: line, colour of the hints, mask."""
DRAFT_FACTOR = 4
"""The draft's side is a quarter of the picture's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageConfig:
    """One stage: channels of its first layer, halvings, ResNeXt blocks a level, their groups."""

    width: int = 32
    levels: Literal[2, 3, 4] = 4
    blocks: int = 10
    cardinality: int = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoStageConfig(GeneratorConfig):
    """Both stages, and the side of the pictures, 512 in the paper.

    The paper's figure gives the colour stage three halvings; the authors' code and their released
    model have four, as here by default.
    """

    draft: StageConfig = StageConfig()
    colour: StageConfig = StageConfig()
    size: int = 512

    conditions = ("hints", DRAFT_ONLY)

    @property
    def size_rule(self) -> SizeRule:
        """Exactly ``size`` × ``size``."""
        return SizeRule(multiple_of=16, minimum=self.size, fixed=self.size, preferred=self.size)


class StageUNet(nn.Module):
    """U-Net of either stage: no bias, no normalization, LReLU. Lee & Lee 2020, figure 7.

    (B, inputs, H, W) -> (B, 3, H, W) in [-1, 1]. Encoder e0 to e8 (or e6): c32k3, then for each
    level c(n)k4s2 and c(n)k3; decoder: one ``UpStage`` a level, the first on both maps of the
    deepest level, each other on the skip and the one below; d1; out on e0 and d1.
    Parameters: draft (5 inputs) 22,191,264; colour (4 inputs) 22,190,976, or 5,491,584 with
    three levels.
    """

    def __init__(self, config: StageConfig, *, inputs: int) -> None:
        super().__init__()
        width = config.width
        layers = [nn.Sequential(conv(inputs, width, 3, bias=False), leaky())]
        for level in range(1, config.levels + 1):
            outputs = width << level
            layers.append(
                nn.Sequential(conv(outputs // 2, outputs, 4, stride=2, bias=False), leaky())
            )
            layers.append(nn.Sequential(conv(outputs, outputs, 3, bias=False), leaky()))
        self.e = nn.ModuleList(layers)
        self.up = nn.ModuleList(
            UpStage(
                2 * (width << level),
                width << level,
                cardinality=config.cardinality,
                dilations=(1,) * config.blocks,
                bias=False,
            )
            for level in range(config.levels, 0, -1)
        )
        self.d1 = nn.Sequential(conv(width, width, 3, bias=False), leaky())
        self.out = conv(2 * width, 3, 3, bias=False)
        initialize_kaiming(self)
        nn.init.xavier_normal_(self.out.weight)

    def forward(self, x: Tensor) -> Tensor:
        """Colour."""
        maps = []
        for layer in self.e:
            x = layer(x)
            maps.append(x)
        x = self.up[0](torch.cat([maps[-2], maps[-1]], dim=1))
        for index, stage in enumerate(self.up[1:], start=1):
            x = stage(torch.cat([maps[-1 - 2 * index], x], dim=1))
        return torch.tanh(self.out(torch.cat([maps[0], self.d1(x)], dim=1)))


class TwoStage(Generator):
    """Draft and colour stage together. 44,382,240 parameters in the released form.

    The draft is painted at a quarter of the size from line and hints, enlarged by nearest
    neighbour, and joined with the full-size line. It is the second output, ``draft``
    (B, 3, S/4, S/4), to be shown as a preview.
    """

    config: TwoStageConfig
    feature_names = ("feature_line", "feature_small_line")
    paint_outputs = ("rgb", "draft")

    def __init__(self, config: TwoStageConfig) -> None:
        super().__init__()
        self.config = config
        self.draft = StageUNet(config.draft, inputs=DRAFT_INPUTS)
        self.colour = StageUNet(config.colour, inputs=4)
        self.shrink = BicubicShrink(DRAFT_FACTOR)

    def forward(
        self, line: Tensor, small_line: Tensor, small_hints: Tensor
    ) -> tuple[Tensor, Tensor]:
        """line (B, 1, S, S) and at a quarter of the size, in [-1, 1] with paper 1; hints likewise.

        Returns picture and draft. The stages are trained one after the other, through ``draft``
        and ``colour`` themselves.
        """
        draft = self.draft(torch.cat([small_line, small_hints], dim=1))
        return self.colour(torch.cat([line, enlarge_draft(draft)], dim=1)), draft

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """The line as both stages see it: nothing else goes without hints."""
        signed = 1 - 2 * line
        return signed, self.shrink(signed)

    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Lines, full-size hints and, if given, ``draft_only`` -> picture and draft.

        draft_only (1,) above 0: the picture is the enlarged draft, and the colour stage, nine
        tenths of the work, does not run. The application's preview.
        """
        line, small_line, hints, *draft_only = inputs
        draft = self.draft(torch.cat([small_line, pool_hints(hints, DRAFT_FACTOR)], dim=1))

        def stop(_line: Tensor, draft: Tensor) -> Tensor:
            return enlarge_draft(draft)

        def go_on(line: Tensor, draft: Tensor) -> Tensor:
            return self.colour(torch.cat([line, enlarge_draft(draft)], dim=1))

        if not draft_only:
            return go_on(line, draft), draft
        wanted = draft_only[0].sum() > 0
        if torch.compiler.is_exporting():
            picture = torch.cond(wanted, stop, go_on, (line, draft))
            assert isinstance(picture, Tensor)
            return picture, draft
        return (stop if bool(wanted) else go_on)(line, draft), draft


def enlarge_draft(draft: Tensor) -> Tensor:
    """Nearest neighbour ×4, as the colour stage is trained with."""
    return functional.interpolate(draft, scale_factor=float(DRAFT_FACTOR), mode="nearest")


class BicubicShrink(nn.Module):
    """Exact bicubic reduction by a whole factor (Keys' kernel, a = -0.5, widened), clipped.

    x (B, 1, H, W) in [-1, 1] -> (B, 1, H/factor, W/factor). What Pillow's BICUBIC does, borders
    included, as strided convolutions, which export everywhere.
    """

    kernel: Tensor

    def __init__(self, factor: int) -> None:
        super().__init__()
        self.factor = factor
        taps = (torch.arange(4 * factor, dtype=torch.float64) + 0.5) / factor - 2
        distance = taps.abs()
        near = 1.5 * distance**3 - 2.5 * distance**2 + 1
        far = -0.5 * distance**3 + 2.5 * distance**2 - 4 * distance + 2
        weights = torch.where(distance <= 1, near, far)
        weights = weights / weights.sum()
        kernel = torch.outer(weights, weights).to(torch.float32)
        self.register_buffer("kernel", kernel[None, None], persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """Shrink."""
        border = 3 * self.factor // 2
        total = functional.conv2d(x, self.kernel, stride=self.factor, padding=border)
        inside = functional.conv2d(
            torch.ones_like(x), self.kernel, stride=self.factor, padding=border
        )
        return (total / inside).clamp(-1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDetectionConfig:
    """Channels of the first layer and halvings, 32 and 4 in the paper; groups of the norms."""

    width: int = 32
    levels: int = 4
    groups: int = 4


class LineDetectionModel(nn.Module):
    """Autoencoder from colour picture to line, for the draft's line loss. Lee & Lee, figure 6.

    picture (B, 3, 128, 128) in [-1, 1] -> line (B, 1, 128, 128) in [-1, 1], paper 1. Every layer
    but the last with group norm and ReLU; no bias, no skips. 13,063,936 parameters.
    """

    def __init__(self, config: LineDetectionConfig) -> None:
        super().__init__()
        self.config = config
        width = config.width

        def layer(part: nn.Module, channels: int) -> nn.Sequential:
            return nn.Sequential(part, nn.GroupNorm(config.groups, channels), nn.ReLU())

        encoder = [layer(conv(3, width, 3, bias=False), width)]
        for level in range(1, config.levels + 1):
            wide = width << level
            encoder.append(layer(conv(wide // 2, wide, 4, stride=2, bias=False), wide))
            encoder.append(layer(conv(wide, wide, 3, bias=False), wide))
        decoder = []
        for level in range(config.levels, 0, -1):
            wide = width << level
            grow = nn.ConvTranspose2d(wide, wide, 4, stride=2, padding=1, bias=False)
            decoder.append(layer(grow, wide))
            decoder.append(layer(conv(wide, wide // 2, 3, bias=False), wide // 2))
        self.encoder = nn.Sequential(*encoder)
        self.decoder = nn.Sequential(*decoder)
        self.out = conv(width, 1, 3, bias=False)

    def forward(self, picture: Tensor) -> Tensor:
        """The picture's line."""
        return torch.tanh(self.out(self.decoder(self.encoder(picture))))
