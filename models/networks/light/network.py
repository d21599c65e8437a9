"""The network that knows where shade lies: a U-Net on line art and flats, steered by the light.

Read top to bottom: what steers it, a block, the network. After Ronneberger et al. 2015 (U-Net) and
Perez et al. 2018 (scale and shift by a condition).
"""

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

LIGHT_WIDTH = 4
"""Of the light: sine and cosine of its direction (clockwise, 0 from above), whether it is known,
and the share of the figure that lies in shade."""
TONE_COUNT = 4
"""First tone (the second included), second tone, highlight, soft form."""
DRAWING_PLANES = 4
"""The line art and three colours."""
INPUTS = ("line", "flats", "light")
FINEST = 2
"""The finest features have half the size of the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LightConfig:
    """How large the network is.

    widths   channels at a half, a fourth, … of the drawing's size.
    blocks   residual blocks of each on the way down. The last ones look ever farther: each is
             dilated twice as much as the one before it.
    steered  width of what the light is made into before it steers the blocks.
    """

    widths: tuple[int, ...] = (16, 32, 64, 104)
    blocks: tuple[int, ...] = (0, 1, 1, 4)
    steered: int = 48

    def __post_init__(self) -> None:
        if len(self.widths) != len(self.blocks) or len(self.widths) < 2:
            raise ValueError("widths and blocks are of the same levels, two or more")
        if min(*self.widths, self.steered) < 1 or min(self.blocks) < 0:
            raise ValueError("widths are 1 or more, blocks 0 or more")

    @property
    def multiple_of(self) -> int:
        """What the drawing's sides are multiples of."""
        return int(FINEST * 2 ** (len(self.widths) - 1))


class Steered(nn.Module):
    """A 3×3 convolution whose channels are scaled and shifted by the light."""

    def __init__(
        self, inputs: int, outputs: int, steered: int, *, stride: int = 1, dilation: int = 1
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(
            inputs, outputs, 3, stride=stride, padding=dilation, dilation=dilation, bias=False
        )
        self.norm = nn.BatchNorm2d(outputs)
        self.by_light = nn.Linear(steered, 2 * outputs)
        nn.init.zeros_(self.by_light.bias)

    def forward(self, x: Tensor, light: Tensor) -> Tensor:
        """(B, inputs, H, W) and the made light (B, steered) to (B, outputs, H / stride, …)."""
        scale, shift = self.by_light(light)[:, :, None, None].chunk(2, dim=1)
        return self.norm(self.conv(x)) * (1 + scale) + shift


class Block(nn.Module):
    """A residual block, steered once. Its first convolution may be dilated."""

    def __init__(self, width: int, steered: int, *, dilation: int = 1) -> None:
        super().__init__()
        self.first = Steered(width, width, steered, dilation=dilation)
        self.second = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(width)
        nn.init.zeros_(self.norm.weight)

    def forward(self, x: Tensor, light: Tensor) -> Tensor:
        """The same shape as x."""
        inner = functional.relu(self.first(x, light))
        return functional.relu(x + self.norm(self.second(inner)))


class LightNetwork(nn.Module):
    """Line art, flats and the light to the logits of four tones."""

    def __init__(self, config: LightConfig) -> None:
        super().__init__()
        self.config = config
        widths, steered = config.widths, config.steered
        self.light = nn.Sequential(
            nn.Linear(LIGHT_WIDTH, steered), nn.ReLU(), nn.Linear(steered, steered), nn.ReLU()
        )
        planes = DRAWING_PLANES * FINEST**2
        self.enter = Steered(planes, widths[0], steered)
        self.down = nn.ModuleList(
            Steered(fine, coarse, steered, stride=2) for fine, coarse in pairwise(widths)
        )
        self.ways_down = nn.ModuleList(
            nn.ModuleList(
                Block(width, steered, dilation=2**place if level == len(widths) - 1 else 1)
                for place in range(count)
            )
            for level, (width, count) in enumerate(zip(widths, config.blocks))
        )
        self.narrow = nn.ModuleList(nn.Conv2d(coarse, fine, 1) for fine, coarse in pairwise(widths))
        self.merge = nn.ModuleList(Steered(width, width, steered) for width in widths[:-1])
        self.leave = nn.Conv2d(widths[0], TONE_COUNT * FINEST**2, 3, padding=1)

    def forward(self, line: Tensor, flats: Tensor, light: Tensor) -> Tensor:
        """Logits (B, 4, H, W) of the tones.

        line (B, 1, H, W), ink 1; flats (B, 3, H, W) in [0, 1]; light (B, 4). H and W are
        multiples of LightConfig.multiple_of.
        """
        made = self.light(light)
        drawing = functional.pixel_unshuffle(torch.cat([line, flats], dim=1), FINEST)
        x = functional.relu(self.enter(drawing, made))
        seen = []
        for level, way in enumerate(self.ways_down):
            if level:
                x = functional.relu(self.down[level - 1](x, made))
            for block in way.children():
                x = block(x, made)
            seen.append(x)
        for level in reversed(range(len(self.merge))):
            x = functional.interpolate(self.narrow[level](x), scale_factor=2.0, mode="nearest")
            x = functional.relu(self.merge[level](x + seen[level], made))
        return functional.pixel_shuffle(self.leave(x), FINEST)


class LightGraph(nn.Module):
    """The network as its graph has it: probabilities, and none on lines."""

    def __init__(self, network: LightNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, line: Tensor, flats: Tensor, light: Tensor) -> Tensor:
        """Probabilities (B, 4, H, W) of first tone, second tone, highlight and soft form."""
        return torch.sigmoid(self.network(line, flats, light))
