"""Concatenation and spatial attention: colour patches attended to in the middle of a U-Net.

Yuan & Simo-Serra: "Line Art Colorization with Concatenated Spatial Attention", CVPR Workshops
2021, sections 3.1 and 3.2. No code is public, and the channel numbers of the paper's figure cannot
be recovered: the trunk is pix2pixHD's global generator (Wang et al., CVPR 2018) at any width.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import torch
from torch import Tensor, nn

from models.geometry import SizeRule
from models.networks.features import FeatureNetwork, SqueezeNetFeatures, vgg19_conv4_4
from models.networks.generator import Generator, GeneratorConfig
from models.networks.picture_features import PictureFeatures

HintNetwork = Literal["vgg19_conv4_4", "squeezenet_fire5", "picture_features"]

DOWNSAMPLINGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CsaConfig(GeneratorConfig):
    """The generator.

    width             base channels; 64 is pix2pixHD's.
    blocks            blocks in the middle, eight in the paper.
    inputs            line, three colours and mask; 4 is the pix2pixHD oracle's.
    skips             U-Net concatenations; off in pix2pixHD's form.
    attention         attend to hint features; off for plain residual blocks, the paper's
                      "ours w/o proposed module".
    hint_network      fixed network that looks at the hint image.
    hint_network_width  first width of ``picture_features``; the others have their own.
    hint_width        channels of the hint features within the blocks; 0: four times ``width``.
    per_block_hints   each block has hint convolutions of its own; else all share three.
    attention_kernel  kernel of the two convolutions that make the attention map (not in the paper).
    inner_skip        the residual block adds its input before the attention as well, the literal
                      reading of "ResNet block"; off, x is added once, as in SECat.
    """

    width: int = 64
    blocks: int = 8
    inputs: int = 5
    skips: bool = True
    attention: bool = True
    hint_network: HintNetwork = "vgg19_conv4_4"
    hint_network_width: int = 16
    hint_width: int = 0
    per_block_hints: bool = False
    attention_kernel: int = 3
    inner_skip: bool = False

    conditions = ("hints",)

    @property
    def hint_channels(self) -> int:
        """``hint_width``, or its default."""
        return self.hint_width or 4 * self.width

    @property
    def size_rule(self) -> SizeRule:
        """Multiples of 16: four downsamplings."""
        return SizeRule(multiple_of=2**DOWNSAMPLINGS, minimum=64, preferred=512)


class CsaBlock(nn.Module):
    """One block of the middle: x + r ⊙ a, r = residual branch of x.

    x (B, C, H, W), hint features (B, K, H, W) -> (B, C, H, W), with
    a = sigmoid(conv(ReLU(conv(r ⧺ h)))), one weight for each channel and pixel. Without attention
    it is pix2pixHD's residual block, x + r: 18,876,416 parameters with 1024 channels.
    """

    def __init__(self, channels: int, config: CsaConfig) -> None:
        super().__init__()
        kernel = config.attention_kernel
        self.inner_skip = config.inner_skip
        self.residual = nn.Sequential(
            _reflected(channels, channels, 3),
            nn.InstanceNorm2d(channels),
            nn.ReLU(),
            _reflected(channels, channels, 3),
            nn.InstanceNorm2d(channels),
        )
        self.attend = (
            nn.Sequential(
                nn.Conv2d(channels + config.hint_channels, channels, kernel, padding=kernel // 2),
                nn.ReLU(),
                nn.Conv2d(channels, channels, kernel, padding=kernel // 2),
                nn.Sigmoid(),
            )
            if config.attention
            else None
        )

    def forward(self, x: Tensor, hints: Tensor | None) -> Tensor:
        """Refine x under the hint features."""
        refined = self.residual(x)
        if self.attend is None or hints is None:
            return x + refined
        if self.inner_skip:
            refined = x + refined
        return x + refined * self.attend(torch.cat([refined, hints], dim=1))


class CsaGenerator(nn.Module):
    """The trunk: (B, 5, H, W) in [-1, 1] and hint network maps -> picture (B, 3, H, W).

    Reflected c(w)k7, four c(2w..16w)k3s2, the blocks, four transposed k3s2, c3k7, tanh; instance
    norm without weights and ReLU throughout. Hint maps (B, M, H/8, W/8) go through three 3×3
    convolutions, the first of stride 2. 163,569,987 parameters in pix2pixHD's form (width 64,
    inputs 4, no skips, no attention); 337,376,579 as configured by default.
    """

    def __init__(self, config: CsaConfig) -> None:
        super().__init__()
        self.config = config
        width = config.width
        widths = [width << level for level in range(DOWNSAMPLINGS + 1)]
        self.enter = nn.Sequential(
            _reflected(config.inputs, width, 7), nn.InstanceNorm2d(width), nn.ReLU()
        )
        self.down = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(inputs, outputs, 3, stride=2, padding=1),
                nn.InstanceNorm2d(outputs),
                nn.ReLU(),
            )
            for inputs, outputs in pairwise(widths)
        )
        self.hint_convolutions = nn.ModuleList(
            _hint_convolutions(config)
            for _ in range((config.blocks if config.per_block_hints else 1) * config.attention)
        )
        self.blocks = nn.ModuleList(CsaBlock(widths[-1], config) for _ in range(config.blocks))
        joined = 2 if config.skips else 1
        self.up = nn.ModuleList(
            nn.Sequential(
                nn.ConvTranspose2d(
                    inputs * (joined if level > 0 else 1),
                    inputs // 2,
                    3,
                    stride=2,
                    padding=1,
                    output_padding=1,
                ),
                nn.InstanceNorm2d(inputs // 2),
                nn.ReLU(),
            )
            for level, inputs in enumerate(reversed(widths[1:]))
        )
        self.out = nn.Sequential(_reflected(width * joined, 3, 7), nn.Tanh())
        for part in self.modules():
            if isinstance(part, nn.Conv2d | nn.ConvTranspose2d):
                nn.init.normal_(part.weight, std=0.02)

    def forward(self, x: Tensor, hint_maps: Tensor | None) -> Tensor:
        """Colour; hint_maps may be None only without attention."""
        if self.config.attention and hint_maps is None:
            raise ValueError("this CSA generator attends to hint features; give hint_maps")
        skips = [self.enter(x)]
        for layer in self.down:
            skips.append(layer(skips[-1]))
        x = skips.pop()
        features = [convolutions(hint_maps) for convolutions in self.hint_convolutions]
        for index, block in enumerate(self.blocks):
            x = block(x, features[index % len(features)] if features else None)
        for layer in self.up:
            x = layer(x)
            if self.config.skips:
                x = torch.cat([x, skips.pop()], dim=1)
        return self.out(x)


class Csa(Generator):
    """Hint network and trunk together, as the application runs them.

    347,961,731 parameters by default, 10,585,152 of them VGG19's. Nothing but the line's range
    goes without hints: the first convolution takes both.
    """

    config: CsaConfig
    feature_names = ("feature_line",)
    fixed_parts = ("hint_network.",)
    may_begin_anew = ("hint_network.scales",)  # one of them is all that a graph needs

    def __init__(self, config: CsaConfig) -> None:
        super().__init__()
        self.config = config
        self.hint_network = _hint_network(config) if config.attention else None
        if self.hint_network is not None:
            self.hint_network.requires_grad_(False)
        self.generator = CsaGenerator(config)

    def forward(self, line: Tensor, hints: Tensor) -> Tensor:
        """line (B, 1, H, W) in [-1, 1] with paper 1, hints (B, 4, H, W) -> picture.

        hints: colour in [-1, 1], 0 where unhinted, then mask, at full size.
        """
        x = torch.cat([line, hints], dim=1)
        return self.generator(x[:, : self.config.inputs], self._hint_maps(hints[:, :3]))

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """The line in [-1, 1]."""
        return (1 - 2 * line,)

    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Line and hints -> picture."""
        line, hints = inputs
        return (self(line, hints),)

    def _hint_maps(self, color: Tensor) -> Tensor | None:
        if self.hint_network is None:
            return None
        with torch.no_grad():
            return self.hint_network(color)[0]


def _reflected(inputs: int, outputs: int, kernel: int) -> nn.Conv2d:
    """Convolution with reflected borders."""
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, padding_mode="reflect")


def _hint_convolutions(config: CsaConfig) -> nn.Sequential:
    """Three convolutions from the hint network's maps at 1/8 to the middle's 1/16."""
    maps = {
        "vgg19_conv4_4": 512,
        "squeezenet_fire5": 256,
        "picture_features": 8 * config.hint_network_width,
    }[config.hint_network]
    width = config.hint_channels
    return nn.Sequential(
        nn.Conv2d(maps, width, 3, stride=2, padding=1),
        nn.ReLU(),
        nn.Conv2d(width, width, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(width, width, 3, padding=1),
        nn.ReLU(),
    )


def _hint_network(config: CsaConfig) -> FeatureNetwork:
    """VGG19 as in the paper, or for a small generator SqueezeNet or our own; maps at 1/8.

    SqueezeNet's fire5 (256 channels) is one pixel short of 1/8 for want of padding, and the
    stride-2 convolution behind it brings it to exactly 1/16.
    """
    if config.hint_network == "vgg19_conv4_4":
        return vgg19_conv4_4()
    if config.hint_network == "squeezenet_fire5":
        return SqueezeNetFeatures(taps=("fire5",))
    return PictureFeatures(width=config.hint_network_width, taps=("relu4_2",))
