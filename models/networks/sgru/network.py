"""Interactive SGRU: a swish-gated residual U-Net with colour points joined at the third level.

Ye et al., 2019 (interactive colorization of anime sketches), section III.C, on Liu et al., "Anime
Sketch Coloring with Swish-Gated Residual U-Net", 2018. Layer normalization is not in the latter's
figure; it comes from the public code, after cascaded refinement networks.
"""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.geometry import SizeRule
from models.networks.blocks import initialize_kaiming, leaky
from models.networks.draft_discriminator import DraftDiscriminatorConfig
from models.networks.generator import Generator, GeneratorConfig, pool_hints

HINT_LEVEL = 2
"""Index of the encoder level that takes the hints: the third, at a quarter of the size."""

HINT_CELL = 4

SGRU_DISCRIMINATOR = DraftDiscriminatorConfig(side=256)
"""Ye et al. 2019 leave the discriminator's layers open: the two-stage figure's, for 256×256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SgruConfig(GeneratorConfig):
    """The generator.

    widths         features of the five encoder levels.
    decoder_widths features of the five decoder levels, the deepest first.
    tail_width     features of the last convolutions.
    images         pictures that come out: one (Ye et al.) or nine (Liu et al.).
    hints          take colour points at the third level (Ye et al.).
    norm           layer normalization, or none as in the figure of Liu et al.
    """

    widths: tuple[int, int, int, int, int] = (96, 192, 288, 384, 480)
    decoder_widths: tuple[int, int, int, int, int] = (512, 480, 384, 288, 192)
    tail_width: int = 96
    images: Literal[1, 9] = 1
    hints: bool = True
    norm: Literal["layer", "none"] = "layer"

    @property
    def conditions(self) -> tuple[str, ...]:
        """Hints, if it takes them."""
        return ("hints",) * self.hints

    @property
    def size_rule(self) -> SizeRule:
        """Multiples of 32: five halvings; trained at 256."""
        return SizeRule(multiple_of=32, minimum=64, preferred=256)


class NormedConv(nn.Sequential):
    """Convolution without bias, layer norm over (C, H, W) with an affine pair a channel, LReLU.

    ``grow`` makes it a transposed convolution k2s2; ``active`` off leaves the LReLU out.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        *,
        kernel: int,
        norm: Literal["layer", "none"],
        grow: bool = False,
        active: bool = True,
    ) -> None:
        convolution: nn.Module = (
            nn.ConvTranspose2d(inputs, outputs, 2, stride=2, bias=False)
            if grow
            else nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False)
        )
        layers: list[nn.Module] = [convolution]
        if norm == "layer":
            layers.append(nn.GroupNorm(1, outputs))
        if active:
            layers.append(leaky())
        super().__init__(*layers)


class Swish(nn.Module):
    """Swish layer: x · sigmoid(LN(conv3×3(x))). Liu et al. 2018. (B, C, H, W) -> the same shape."""

    def __init__(self, channels: int, *, norm: Literal["layer", "none"]) -> None:
        super().__init__()
        self.gate = NormedConv(channels, channels, kernel=3, norm=norm, active=False)

    def forward(self, x: Tensor) -> Tensor:
        """Gate x by itself."""
        return x * torch.sigmoid(self.gate(x))


class EncoderLevel(nn.Module):
    """One level down: (B, inputs, H, W) -> joined maps at half size, and the skip (B, f, H, W).

    u = 1×1 to f (the input itself with ``first``); v = two 3×3 of u; joined = maxpool(v) ⧺
    S(maxpool(u)), f + (f or inputs) channels; skip = S'(v).
    """

    def __init__(
        self, inputs: int, width: int, *, norm: Literal["layer", "none"], first: bool
    ) -> None:
        super().__init__()
        self.enter = nn.Identity() if first else NormedConv(inputs, width, kernel=1, norm=norm)
        entered = inputs if first else width
        self.refine = nn.Sequential(
            NormedConv(entered, width, kernel=3, norm=norm),
            NormedConv(width, width, kernel=3, norm=norm),
        )
        self.swish = Swish(entered, norm=norm)
        self.skip_swish = Swish(width, norm=norm)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Joined maps and skip."""
        u = self.enter(x)
        v = self.refine(u)
        gated = self.swish(functional.max_pool2d(u, 2))
        return torch.cat([functional.max_pool2d(v, 2), gated], dim=1), self.skip_swish(v)


class DecoderLevel(nn.Module):
    """One level up: (B, inputs, H, W) and skip (B, s, 2H, 2W) -> (B, 2f + s, 2H, 2W).

    u = 1×1 to f; v = two 3×3 of u; grown(v) ⧺ S(grown(u)) ⧺ skip, each grown by its own k2s2.
    """

    def __init__(self, inputs: int, width: int, *, norm: Literal["layer", "none"]) -> None:
        super().__init__()
        self.enter = NormedConv(inputs, width, kernel=1, norm=norm)
        self.refine = nn.Sequential(
            NormedConv(width, width, kernel=3, norm=norm),
            NormedConv(width, width, kernel=3, norm=norm),
        )
        self.grow = NormedConv(width, width, kernel=2, norm=norm, grow=True)
        self.grow_residual = NormedConv(width, width, kernel=2, norm=norm, grow=True)
        self.swish = Swish(width, norm=norm)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        """Joined maps at double size."""
        u = self.enter(x)
        grown = self.grow(self.refine(u))
        return torch.cat([grown, self.swish(self.grow_residual(u)), skip], dim=1)


class Sgru(Generator):
    """The generator, published whole: there is no network beside it.

    line (B, 1, H, W) in 0 to 255 with paper 255, hints (B, 4, H/4, W/4) -> linear output
    (B, 3·images, H, W), 1 = white and -1 = black. Parameters: 47,826,382 with hints and one
    picture, 47,827,558 without hints and with nine, 47,825,230 with neither.
    """

    config: SgruConfig

    def __init__(self, config: SgruConfig) -> None:
        super().__init__()
        self.config = config
        names = [
            f"feature_skip{level}" for level in range(1, (HINT_LEVEL if config.hints else 5) + 1)
        ]
        self.feature_names = (*names, "feature_deep")
        if config.images > 1:
            self.paint_outputs = ("rgb", "variants")
        self.encoder = nn.ModuleList()
        channels = 1
        for level, width in enumerate(config.widths):
            joined = 4 if config.hints and level == HINT_LEVEL else 0
            self.encoder.append(
                EncoderLevel(channels + joined, width, norm=config.norm, first=level == 0)
            )
            channels = width + (channels if level == 0 else width)
        self.decoder = nn.ModuleList()
        for width, skip in zip(config.decoder_widths, reversed(config.widths)):
            self.decoder.append(DecoderLevel(channels, width, norm=config.norm))
            channels = 2 * width + skip
        tail = config.tail_width
        self.tail = nn.Sequential(
            NormedConv(channels, tail, kernel=1, norm=config.norm),
            NormedConv(tail, tail, kernel=3, norm=config.norm),
            NormedConv(tail, tail, kernel=3, norm=config.norm),
            nn.Conv2d(tail, 3 * config.images, 1),
        )
        initialize_kaiming(self)

    def forward(self, line: Tensor, hints: Tensor | None = None) -> Tensor:
        """All pictures, linear."""
        if self.config.hints and hints is None:
            raise ValueError("this SGRU takes hints; give them, all zero for none")
        skips, deep = self._descend(line, first=0, last=HINT_LEVEL)
        if hints is not None and self.config.hints:
            deep = torch.cat([deep, hints], dim=1)
        more, deep = self._descend(deep, first=HINT_LEVEL, last=5)
        return self._ascend([*skips, *more], deep)

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """Skips and joined maps of the levels above the hints, or of all without hints."""
        grey = 255 * (1 - line)
        skips, deep = self._descend(grey, first=0, last=HINT_LEVEL if self.config.hints else 5)
        return *skips, deep

    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Features, and full-size hints if it takes them -> picture (and all nine variants).

        ``variants`` is (B, 27, H, W), nine pictures of three channels; ``rgb`` is the first.
        """
        if self.config.hints:
            *skips, deep, hints = inputs
            joined = torch.cat([deep, pool_hints(hints, HINT_CELL)], dim=1)
            more, deep = self._descend(joined, first=HINT_LEVEL, last=5)
            skips = [*skips, *more]
        else:
            *skips, deep = inputs
        pictures = self._ascend(skips, deep).clamp(-1, 1)
        return (pictures,) if self.config.images == 1 else (pictures[:, :3], pictures)

    def _descend(self, x: Tensor, *, first: int, last: int) -> tuple[list[Tensor], Tensor]:
        """Encoder levels ``first`` to ``last`` - 1: their skips and the last joined maps."""
        skips = []
        for level in self.encoder[first:last]:
            x, skip = level(x)
            skips.append(skip)
        return skips, x

    def _ascend(self, skips: list[Tensor], x: Tensor) -> Tensor:
        """All decoder levels and the tail."""
        for level, skip in zip(self.decoder, reversed(skips)):
            x = level(x, skip)
        return self.tail(x)
