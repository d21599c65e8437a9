"""AlacGAN: line art coloured from strokes, conditioned on features of a tagging network.

Ci, Ma, Wang, Li, Luo: "User-Guided Deep Anime Line Art Colorization with Conditional Adversarial
Networks", ACM Multimedia 2018, section 3.3; layers as in the authors' code (orashi/AlacGAN).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.geometry import SizeRule
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.blocks import UpStage, conv, leaky
from models.networks.generator import Generator, GeneratorConfig

HINT_CELL = 4
"""Hints live on a grid of a quarter of the picture's size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlacGanConfig(GeneratorConfig):
    """The generator.

    width        channels of the hint branch, 64 in the paper; all others in proportion.
    local        look at local features; off: the paper's "w/o local features network".
    local_width  first width of the local features network, 64 in the paper.
    dilations    one entry for each block of the sub-networks T4, T3, T2, T1. The paper's text is
                 understood to say 20, 10, 10, 5 blocks; the authors' code has 20, 8, 8, 5.
    cardinality  groups of the blocks of T4, T3, T2, T1.
    """

    width: int = 64
    local: bool = True
    local_width: int = 64
    dilations: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]] = (
        (1,) * 20,
        (1, 1, 2, 2, 4, 4, 2, 1),
        (1, 1, 2, 2, 4, 4, 2, 1),
        (1, 2, 4, 2, 1),
    )
    cardinality: tuple[int, int, int, int] = (32, 32, 32, 16)

    conditions = ("hints",)

    @property
    def local_channels(self) -> int:
        """Channels of the local features; 0 without them."""
        return 8 * self.local_width if self.local else 0

    @property
    def size_rule(self) -> SizeRule:
        """Multiples of 16: four halvings."""
        return SizeRule(multiple_of=16, minimum=64, preferred=512)


class AlacGanGenerator(nn.Module):
    """The published generator: 21,936,003 parameters, no normalization.

    line (B, 1, H, W) in [-1, 1] with paper 1, hints (B, 4, H/4, W/4) as colour in [-1, 1] × mask,
    then mask, local features (B, 512, H/16, W/16), None without them -> picture (B, 3, H, W) in
    [-1, 1].
    """

    def __init__(self, config: AlacGanConfig) -> None:
        super().__init__()
        width = config.width
        self.hint = nn.Sequential(conv(4, width, 7), leaky())
        self.x0 = nn.Sequential(conv(1, width // 2, 3), leaky())
        self.x1 = nn.Sequential(conv(width // 2, width, 4, stride=2), leaky())
        self.x2 = nn.Sequential(conv(width, 2 * width, 4, stride=2), leaky())
        self.x3 = nn.Sequential(conv(3 * width, 4 * width, 4, stride=2), leaky())
        self.x4 = nn.Sequential(conv(4 * width, 8 * width, 4, stride=2), leaky())
        inputs = (8 * width + config.local_channels, 8 * width, 4 * width, 2 * width)
        self.t4, self.t3, self.t2, self.t1 = (
            UpStage(
                inputs[index],
                8 * width >> index,
                cardinality=config.cardinality[index],
                dilations=config.dilations[index],
                bias=True,
            )
            for index in range(4)
        )
        self.out = nn.Sequential(conv(width, 3, 3), nn.Tanh())

    def encode(self, line: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """x0, x1 and x2, which the line alone decides."""
        x0 = self.x0(line)
        x1 = self.x1(x0)
        return x0, x1, self.x2(x1)

    def decode(
        self, encoded: tuple[Tensor, Tensor, Tensor], local: Tensor | None, hints: Tensor
    ) -> Tensor:
        """The picture from ``encode``'s maps, local features and quarter-size hints."""
        x0, x1, x2 = encoded
        x3 = self.x3(torch.cat([x2, self.hint(hints)], dim=1))
        x4 = self.x4(x3)
        x = self.t4(x4 if local is None else torch.cat([x4, local], dim=1))
        x = self.t3(torch.cat([x, x3], dim=1))
        x = self.t2(torch.cat([x, x2], dim=1))
        x = self.t1(torch.cat([x, x1], dim=1))
        return self.out(torch.cat([x, x0], dim=1))

    def forward(self, line: Tensor, hints: Tensor, local: Tensor | None) -> Tensor:
        """Colour."""
        return self.decode(self.encode(line), local, hints)


class AlacGan(Generator):
    """Local features network and generator together, as the application runs them.

    26,436,867 parameters. The local features network is trained beforehand, as a tagger, and
    frozen; it refuses to run without weights (see models.networks.features).
    """

    config: AlacGanConfig
    fixed_parts = ("local_features.",)

    def __init__(self, config: AlacGanConfig) -> None:
        super().__init__()
        self.config = config
        maps = ("feature_x0", "feature_x1", "feature_x2")
        self.feature_names = (*maps, "feature_local") if config.local else maps
        self.local_features = LocalFeatures(width=config.local_width) if config.local else None
        if self.local_features is not None:
            self.local_features.requires_grad_(False)
        self.generator = AlacGanGenerator(config)

    def forward(self, line: Tensor, hints: Tensor) -> Tensor:
        """line (B, 1, H, W) in [-1, 1], paper 1; hints (B, 4, H/4, W/4) -> picture."""
        return self.generator(line, hints, self.local(line))

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """x0 to x2 and local features of line art with ink 1."""
        signed = 1 - 2 * line
        encoded, local = self.generator.encode(signed), self.local(signed)
        return encoded if local is None else (*encoded, local)

    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Features and full-size hints, treated as user strokes -> picture."""
        x0, x1, x2, *local, hints = inputs
        features = local[0] if local else None
        return (self.generator.decode((x0, x1, x2), features, strokes_to_cells(hints)),)

    def local(self, line: Tensor) -> Tensor | None:
        """Local features of line art in [-1, 1]; None if it looks at none."""
        if self.local_features is None:
            return None
        with torch.no_grad():
            return self.local_features(line)


def strokes_to_cells(hints: Tensor) -> Tensor:
    """The paper's treatment of user strokes (section 3.4): quarter size, every other cell dropped.

    hints (B, 4, H, W) -> (B, 4, H/4, W/4): max pool of mask and of the colours under it, then a
    checkerboard keeps the marked cells whose row and column add up to an even number, so that
    strokes look like the sampled points of training. An odd cell stays where no marked even cell
    touches it: a dab of a single cell is never lost.
    """
    color, mask = hints[:, :3], hints[:, 3:]
    color = functional.max_pool2d(color * mask - (1 - mask), HINT_CELL)
    marked = functional.max_pool2d(mask, HINT_CELL)
    rows = torch.arange(marked.shape[2], device=hints.device)[:, None]
    columns = torch.arange(marked.shape[3], device=hints.device)[None, :]
    even = ((rows + columns) % 2 == 0).to(hints.dtype)
    kept = marked * even
    beside = torch.maximum(
        functional.max_pool2d(kept, (1, 3), stride=1, padding=(0, 1)),
        functional.max_pool2d(kept, (3, 1), stride=1, padding=(1, 0)),
    )
    kept = kept + marked * (1 - even) * (1 - beside)
    return torch.cat([color * kept, kept], dim=1)
