"""Features of coloured pictures from a network that our own recipes train: VGG's place without VGG.

For content and perceptual losses, and for CSA's look at hints, where no ImageNet weights can be
had. It is trained as a tagger of drawings (training.methods.alacgan.local_features).
"""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.features import FeatureNetwork

DEPTHS = (1, 2, 4, 8, 8)
"""Width of each level relative to the first; level l has size H / 2^(l-1), as VGG's."""
LEVELS = tuple(f"relu{level}_2" for level in range(1, len(DEPTHS) + 1))


class PictureFeatures(FeatureNetwork):
    """Ten 3×3 convolutions in five levels: 588,688 parameters at width 16.

    x (B, 3, H, W) in [-1, 1] -> a tuple of maps, one for each name of ``taps``: ``relu2_2`` is
    behind the second convolution of the second level (H / 2), divided by ``scales``, so that maps
    of every level have about unit size and can be compared as they are.
    """

    title = "the picture features network"
    scales: Tensor

    def __init__(self, *, width: int = 16, taps: Sequence[str] = LEVELS) -> None:
        super().__init__()
        self.width = width
        self.taps = tuple(taps)
        if unknown := [tap for tap in taps if tap not in LEVELS]:
            raise ValueError(
                f"picture features have no {', '.join(unknown)}; there are {', '.join(LEVELS)}"
            )
        self.levels = nn.ModuleList()
        channels = 3
        for depth in DEPTHS[: max(LEVELS.index(tap) for tap in taps) + 1]:
            wide = depth * width
            self.levels.append(
                nn.Sequential(
                    nn.Conv2d(channels, wide, 3, padding=1),
                    nn.ReLU(),
                    nn.Conv2d(wide, wide, 3, padding=1),
                    nn.ReLU(),
                )
            )
            channels = wide
        self.register_buffer("scales", torch.ones(len(LEVELS)))

    @property
    def channels(self) -> int:
        """Channels of the last map."""
        return DEPTHS[LEVELS.index(self.taps[-1])] * self.width

    def load_weights(self, weights: Mapping[str, Tensor], *, origin: str) -> None:
        """As every feature network, and the maps' scales if they are given."""
        convolutions = {name: each for name, each in weights.items() if name != "scales"}
        super().load_weights(convolutions, origin=origin)
        scales = weights.get("scales")
        if scales is not None and scales.shape == self.scales.shape:
            self.scales.copy_(scales)

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """The maps of ``taps``."""
        self.require_weights()
        maps = self.unscaled(x)
        return tuple(maps[LEVELS.index(tap)] / self.scales[LEVELS.index(tap)] for tap in self.taps)

    def unscaled(self, x: Tensor) -> list[Tensor]:
        """The maps of all levels as the convolutions give them."""
        maps: list[Tensor] = []
        for level in self.levels:
            if maps:
                x = functional.max_pool2d(x, 2)
            x = level(x)
            maps.append(x)
        return maps

    @torch.no_grad()
    def measure_scales(self, maps: Sequence[Tensor], *, share: float) -> None:
        """Move each scale towards the root mean square of its map by a share of the way."""
        for index, each in enumerate(maps):
            size = each.float().square().mean().sqrt().clamp(min=1e-4)
            self.scales[index].lerp_(size, share)
