"""Fixed feature networks: layers here, weights from a file, never silently random.

A feature network refuses to run until its weights are loaded (``load_weights``, ``load_file`` or a
checkpoint that holds them) or somebody asks for random ones by ``randomize``. Torchvision's
weights are fetched by ``training.feature_weights``.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, Literal
from zipfile import BadZipFile

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
CAFFE_MEAN_BGR = (103.939, 116.779, 123.68)


class MissingWeightsError(RuntimeError):
    """A feature network without weights, or a file that does not hold them; says what to do."""


class FeatureNetwork(nn.Module):
    """A network that is only ever used with given weights.

    ``origin`` says where the weights came from; it is empty as long as there are none.
    ``torchvision_name`` is torchvision's name of the network whose weights fit, empty if none.
    """

    title = "feature network"
    torchvision_name = ""

    def __init__(self) -> None:
        super().__init__()
        self.origin = ""

    def require_weights(self) -> None:
        """Raise MissingWeightsError unless there are weights."""
        if not self.origin:
            raise MissingWeightsError(
                f"{self.title} has no weights. Name a file that holds them (.npz of arrays or .pt "
                f"of tensors, convolutions in order), or install torchvision and let it fetch "
                f"its own, or choose another feature network in the recipe"
            )

    def load_weights(self, weights: Mapping[str, Tensor], *, origin: str) -> None:
        """Take weights in order: the first N entries with the shapes of this network's N weights.

        Names do not matter, so that torchvision's, the authors' and plain archives all load; the
        entries after them are ignored. Raises MissingWeightsError naming the first misfit.
        """
        own = list(self.named_parameters())
        given = list(weights.items())
        if len(given) < len(own):
            raise MissingWeightsError(
                f"{origin}: {len(given)} arrays, {self.title} needs {len(own)}; name another file"
            )
        for (name, target), (key, value) in zip(own, given):
            if tuple(value.shape) != tuple(target.shape):
                raise MissingWeightsError(
                    f"{origin}: {key} is {tuple(value.shape)}, {self.title} needs "
                    f"{tuple(target.shape)} for {name}; name another file"
                )
        with torch.no_grad():
            for (_, target), (_, value) in zip(own, given):
                target.copy_(value)
        self.origin = origin

    def load_file(self, path: Path) -> None:
        """Load a ``.npz`` or ``.pt`` file. Raises MissingWeightsError naming the file."""
        self.load_weights(read_weights(path), origin=str(path))

    def randomize(self, *, seed: int) -> None:
        """Fill with Kaiming normal weights on purpose: to train from scratch, or to test."""
        generator = torch.Generator().manual_seed(seed)
        with torch.no_grad():
            for part in self.modules():
                if isinstance(part, nn.Conv2d):
                    spread = (2 / (part.in_channels * part.kernel_size[0] ** 2)) ** 0.5
                    shape = part.weight.shape
                    part.weight.copy_(spread * _normal(shape, generator))
                    if part.bias is not None:
                        part.bias.zero_()
        self.origin = f"random numbers, seed {seed}"

    def _load_from_state_dict(
        self, state_dict: Mapping[str, Any], prefix: str, *others: Any
    ) -> None:
        """Weights of a checkpoint count as loaded."""
        super()._load_from_state_dict(state_dict, prefix, *others)
        own = [name for name, _ in self.named_parameters()]
        if own and all(prefix + name in state_dict for name in own):
            self.origin = "checkpoint"


def read_weights(path: Path) -> dict[str, Tensor]:
    """Read named arrays from a ``.npz`` or tensors from a ``.pt`` file, in the file's order.

    Pickled code is never run. Raises MissingWeightsError naming the file and the remedy.
    """
    try:
        if path.suffix == ".npz":
            with path.open("rb") as stream:
                archive = np.load(stream, allow_pickle=False)
                if not isinstance(archive, np.lib.npyio.NpzFile):
                    raise ValueError("a single array")
                return {name: torch.from_numpy(archive[name]) for name in archive.files}
        if path.suffix in (".pt", ".pth"):
            content = torch.load(path, map_location="cpu", weights_only=True)
            if not isinstance(content, dict):
                raise ValueError("no dictionary of tensors")
            return {name: value for name, value in content.items() if torch.is_tensor(value)}
    except (OSError, ValueError, RuntimeError, EOFError, BadZipFile, UnpicklingError) as error:
        raise MissingWeightsError(
            f"{path}: cannot be read as weights ({error}); name another file"
        ) from error
    raise MissingWeightsError(f"{path}: weights are .npz, .pt or .pth files")


class VggFeatures(FeatureNetwork):
    """VGG's 3×3 convolutions up to some layer, with ImageNet statistics in front.

    x (B, 3, H, W) in [-1, 1] -> a tuple of maps, one for each name of ``taps``: ``relu2_2`` is
    behind the ReLU of the second convolution of the second level, ``conv4_4`` before it.
    Level l has size H / 2^(l-1). With ``imagenet_statistics`` off, x goes in as it is, as
    pix2pixHD does. VGG16 to relu2_2: 260,160 parameters; VGG19 to conv4_4: 10,585,152.
    Simonyan & Zisserman, ICLR 2015.
    """

    mean: Tensor
    std: Tensor

    def __init__(
        self, *, depths: Sequence[int], taps: Sequence[str], imagenet_statistics: bool = True
    ) -> None:
        super().__init__()
        self.taps = tuple(taps)
        self.imagenet_statistics = imagenet_statistics
        names = [
            f"{level}_{index}" for level, n in enumerate(depths, 1) for index in range(1, n + 1)
        ]
        last = max(names.index(tap.removeprefix("relu").removeprefix("conv")) for tap in taps)
        self.names = names[: last + 1]
        self.title = f"VGG to conv{self.names[-1]}"
        self.torchvision_name = {13: "vgg16", 16: "vgg19"}.get(sum(depths), "")
        self.convolutions = nn.ModuleDict()
        channels = 3
        for name in self.names:
            width = min(64 * 2 ** (int(name[0]) - 1), 512)
            self.convolutions[f"conv{name}"] = nn.Conv2d(channels, width, 3, padding=1)
            channels = width
        self.register_buffer("mean", channel_planes(IMAGENET_MEAN), persistent=False)
        self.register_buffer("std", channel_planes(IMAGENET_STD), persistent=False)

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """The maps of ``taps``."""
        self.require_weights()
        if self.imagenet_statistics:
            x = (x * 0.5 + 0.5 - self.mean) / self.std
        maps = {}
        level = "1"
        for name in self.names:
            if name[0] != level:
                x, level = functional.max_pool2d(x, 2), name[0]
            x = self.convolutions[f"conv{name}"](x)
            maps[f"conv{name}"] = x
            x = functional.relu(x)
            maps[f"relu{name}"] = x
        return tuple(maps[tap] for tap in self.taps)


def vgg16_relu2_2() -> VggFeatures:
    """Content features of AlacGAN and of the two-stage draft: (B, 128, H/2, W/2)."""
    return VggFeatures(depths=(2, 2, 3, 3, 3), taps=("relu2_2",))


def vgg19_perceptual(*, imagenet_statistics: bool = False) -> VggFeatures:
    """pix2pixHD's five maps relu1_1 to relu5_1, fed with [-1, 1] directly by default."""
    taps = tuple(f"relu{level}_1" for level in range(1, 6))
    return VggFeatures(depths=(2, 2, 4, 4, 4), taps=taps, imagenet_statistics=imagenet_statistics)


def vgg19_sgru() -> VggFeatures:
    """SGRU's maps conv1_2, 2_2, 3_2, 4_2, 5_2, behind their ReLU."""
    taps = tuple(f"relu{level}_2" for level in range(1, 6))
    return VggFeatures(depths=(2, 2, 4, 4, 4), taps=taps)


def vgg19_conv4_4() -> VggFeatures:
    """Hint features of CSA, before the ReLU: (B, 512, H/8, W/8)."""
    return VggFeatures(depths=(2, 2, 4, 4, 4), taps=("conv4_4",))


class Fire(nn.Module):
    """SqueezeNet's block: 1×1 to ``squeeze``, then 1×1 and 3×3 to ``expand`` each, joined."""

    def __init__(self, inputs: int, squeeze: int, expand: int) -> None:
        super().__init__()
        self.squeeze1x1 = nn.Conv2d(inputs, squeeze, 1)
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) -> (B, 2·expand, H, W)."""
        x = functional.relu(self.squeeze1x1(x))
        return torch.cat(
            [functional.relu(self.expand1x1(x)), functional.relu(self.expand3x3(x))], dim=1
        )


class SqueezeNetFeatures(FeatureNetwork):
    """SqueezeNet 1.1 without classifier: an ImageNet network that a laptop can afford.

    x (B, 3, H, W) in [-1, 1] -> maps of ``taps``, a selection of ``fire2`` to ``fire9``
    (128 channels at 1/4, 256 at 1/8, 512 at 1/16 of the size, each a little less for want of
    padding). 722,496 parameters up to fire9.
    ``preprocessing`` "caffe" is BGR 0 to 255 minus a mean, of the original release; "imagenet" is
    torchvision's. Iandola et al. 2016.
    """

    mean: Tensor
    std: Tensor
    caffe_mean: Tensor

    WIDTHS = (16, 16, 32, 32, 48, 48, 64, 64)
    """Squeeze width of fire2 to fire9; the expand widths are four times as large."""

    def __init__(
        self,
        *,
        taps: Sequence[str] = ("fire3", "fire5", "fire9"),
        preprocessing: Literal["caffe", "imagenet"] = "caffe",
    ) -> None:
        super().__init__()
        self.title = "SqueezeNet 1.1"
        self.torchvision_name = "squeezenet1_1"
        self.taps = tuple(taps)
        self.preprocessing = preprocessing
        last = max(int(tap.removeprefix("fire")) for tap in taps)
        self.conv1 = nn.Conv2d(3, 64, 3, stride=2)
        self.fires = nn.ModuleDict()
        channels = 64
        for number, squeeze in zip(range(2, last + 1), self.WIDTHS):
            self.fires[f"fire{number}"] = Fire(channels, squeeze, 4 * squeeze)
            channels = 8 * squeeze
        self.register_buffer("caffe_mean", channel_planes(CAFFE_MEAN_BGR), persistent=False)
        self.register_buffer("mean", channel_planes(IMAGENET_MEAN), persistent=False)
        self.register_buffer("std", channel_planes(IMAGENET_STD), persistent=False)

    def load_weights(self, weights: Mapping[str, Tensor], *, origin: str) -> None:
        """As every feature network; torchvision's names (``features.0.weight``) tell its scale."""
        super().load_weights(weights, origin=origin)
        ported = next(iter(weights)).startswith("features.")
        self.preprocessing = "imagenet" if ported else "caffe"

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """The maps of ``taps``."""
        self.require_weights()
        x = x * 0.5 + 0.5
        if self.preprocessing == "caffe":
            x = x.flip(1) * 255 - self.caffe_mean
        else:
            x = (x - self.mean) / self.std
        x = functional.max_pool2d(functional.relu(self.conv1(x)), 3, stride=2)
        maps = {}
        for name, fire in self.fires.items():
            if name in ("fire4", "fire6"):
                x = functional.max_pool2d(x, 3, stride=2)
            x = fire(x)
            maps[name] = x
        return tuple(maps[tap] for tap in self.taps)


def _normal(shape: Sequence[int], generator: torch.Generator) -> Tensor:
    """Normal numbers drawn on the CPU, so that a seed means the same on every device."""
    return torch.randn(*shape, generator=generator, device="cpu")


def channel_planes(values: Sequence[float]) -> Tensor:
    """Channel constants as (1, C, 1, 1)."""
    return torch.tensor(values, dtype=torch.float32).reshape(1, -1, 1, 1)
