"""CSA's discriminators: PatchGANs at three scales."""

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional

from models.networks.blocks import leaky


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
