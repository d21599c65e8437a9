"""The local features of AlacGAN: the first convolutions of a tagger of drawings."""

from torch import Tensor, nn
from torch.nn import functional

from models.networks.features import FeatureNetwork, channel_planes

ILLUSTRATION2VEC_MEAN_BGR = (164.76139251, 167.47864617, 181.13838569)


class LocalFeatures(FeatureNetwork):
    """Illustration2Vec's first six convolutions: what AlacGAN knows of a drawing.

    line (B, 1, H, W) in [-1, 1], paper 1 -> (B, 512, ceil(H/16), ceil(W/16)); 4,500,864 parameters
    at the paper's width. Saito & Matsui 2015; Ci et al. 2018, section 3.1. Train it as a tagger
    (``randomize`` first), or load the original's weights.
    Written fully convolutionally: any size, where the reference holds 512 alone.
    """

    title = "the local features network (Illustration2Vec)"
    mean: Tensor

    def __init__(self, *, width: int = 64) -> None:
        super().__init__()
        self.width = width
        widths = (width, 2 * width, 4 * width, 4 * width, 8 * width, 8 * width)
        inputs = (3, *widths[:-1])
        self.convolutions = nn.ModuleList(
            nn.Conv2d(fan_in, fan_out, 3, padding=1) for fan_in, fan_out in zip(inputs, widths)
        )
        self.register_buffer("mean", channel_planes(ILLUSTRATION2VEC_MEAN_BGR), persistent=False)

    @property
    def channels(self) -> int:
        """Channels of the features."""
        return 8 * self.width

    def forward(self, line: Tensor) -> Tensor:
        """Local features of line art."""
        self.require_weights()
        x = (functional.avg_pool2d(line, 2) * 0.5 + 0.5) * 255
        x = x.expand(-1, 3, -1, -1) - self.mean
        for index, convolution in enumerate(self.convolutions):
            if index in (1, 2, 4):
                x = functional.max_pool2d(x, 2, ceil_mode=True)
            x = functional.relu(convolution(x))
        return x
