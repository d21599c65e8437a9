"""The form of sketchKeras: line art from a coloured picture, for users who have its weights.

Layers as in the PyTorch port of lllyasviel's network; no weights come with this package.
"""

from pathlib import Path
from typing import Literal, get_args

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from models.arrays import FloatArray, U8Array
from models.networks.features import MissingWeightsError, read_weights

SIDE = 512
BLUR_SIGMA = 3.0
NORM_EPSILON = 1e-3
LEAST_DETAIL = 1e-4
"""Less than this is rounding of an empty picture, which must not be scaled up."""
THRESHOLDS = {"plain": 0.0, "enhanced": 0.10, "pured": 0.18}
"""Answers below this are paper."""
CONTRAST_POWER = 1.4
"""Tag2Pix darkens the enhanced form by 255^(1-p) · in^p."""

Finish = Literal["plain", "enhanced", "pured", "tag2pix"]


class _Layer(nn.Module):
    """Reflection padding, convolution with bias, batch normalization, ReLU."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int,
        *,
        stride: int = 1,
        padding: tuple[int, int, int, int] = (1, 1, 1, 1),
    ) -> None:
        super().__init__()
        self.pad = nn.ReflectionPad2d(padding)
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride=stride)
        self.norm = nn.BatchNorm2d(outputs, eps=NORM_EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) -> (B, outputs, H / stride, W / stride)."""
        return functional.relu(self.norm(self.convolution(self.pad(x))))


class _Up(nn.Module):
    """Nearest ×2, kernel 4 to ``middle``, kernel 3 to ``outputs``."""

    def __init__(self, inputs: int, middle: int, outputs: int) -> None:
        super().__init__()
        self.widen = _Layer(inputs, middle, 4, padding=(1, 2, 1, 2))
        self.refine = _Layer(middle, outputs, 3)

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) -> (B, outputs, 2H, 2W)."""
        return self.refine(self.widen(functional.interpolate(x, scale_factor=2.0)))


class SketchKeras(nn.Module):
    """U-Net of five levels: 18,637,601 parameters.

    x (B, 1, H, W), one colour channel with its blur taken off, H and W multiples of 16 and at
    least 32 -> (B, 1, H, W), large where there is a line; no activation.
    lllyasviel/sketchKeras; layer list of the PyTorch port.
    """

    def __init__(self) -> None:
        super().__init__()
        self.enter = _Layer(1, 32, 3)
        self.downs = nn.ModuleList(
            nn.Sequential(
                _Layer(inputs, 2 * inputs, 4, stride=2), _Layer(2 * inputs, 2 * inputs, 3)
            )
            for inputs in (32, 64, 128)
        )
        self.bottom_down = _Layer(256, 512, 4, stride=2)
        self.bottom = _Layer(512, 512, 3)
        self.ups = nn.ModuleList(
            [_Up(1024, 512, 256), _Up(512, 256, 128), _Up(256, 128, 64), _Up(128, 64, 32)]
        )
        self.leave = nn.Sequential(nn.ReflectionPad2d(1), nn.Conv2d(64, 1, 3))
        self.origin = ""

    def forward(self, x: Tensor) -> Tensor:
        """Line strength of each pixel."""
        skips = [self.enter(x)]
        for down in self.downs:
            skips.append(down(skips[-1]))
        before = self.bottom_down(skips[-1])
        y = torch.cat([before, self.bottom(before)], dim=1)
        for up, skip in zip(self.ups, reversed(skips)):
            y = torch.cat([up(y), skip], dim=1)
        return self.leave(y)


def load_sketchkeras(path: Path) -> SketchKeras:
    """The network with weights of a ``.pt`` or ``.npz`` file, in evaluation mode.

    Arrays are taken in the file's order, whatever their names; step counters of the batch
    normalizations may lack. Raises MissingWeightsError naming the file and the first misfit.
    """
    network = SketchKeras()
    own = {
        name: value
        for name, value in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    given = [
        (key, value)
        for key, value in read_weights(path).items()
        if not key.endswith("num_batches_tracked")
    ]
    if len(given) != len(own):
        raise MissingWeightsError(
            f"{path}: {len(given)} arrays, sketchKeras needs {len(own)}; name another file"
        )
    for (name, target), (key, value) in zip(own.items(), given):
        if target.shape != value.shape:
            raise MissingWeightsError(
                f"{path}: {key} is {tuple(value.shape)}, sketchKeras needs {tuple(target.shape)} "
                f"for {name}; name another file"
            )
    with torch.no_grad():
        for target, (_, value) in zip(own.values(), given):
            target.copy_(value)
    network.origin = str(path)
    return network.eval()


def prepare(rgb_u8: U8Array) -> tuple[FloatArray, tuple[int, int]]:
    """What the network reads of a picture: float32 (3, 1, 512, 512) and the (H, W) it fills.

    The longer side becomes 512 (area resampling); each channel loses its blur of σ 3, is divided
    by 128 and by the overall maximum, and lies in the top left corner of a zero canvas. The three
    channels are a batch of three.
    """
    height, width = rgb_u8.shape[:2]
    factor = SIDE / max(height, width)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = cv2.resize(rgb_u8, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    detail = (small - cv2.GaussianBlur(small, (0, 0), BLUR_SIGMA)) / 128
    largest = float(detail.max())
    detail = detail / largest if largest > LEAST_DETAIL else np.zeros_like(detail)
    canvas = np.zeros((3, 1, SIDE, SIDE), dtype=np.float32)
    canvas[:, 0, : size[1], : size[0]] = detail.transpose(2, 0, 1)
    return canvas, (size[1], size[0])


def finish(strength: FloatArray, form: Finish) -> U8Array:
    """Line art of the network's three answers, float32 (3, H, W) -> uint8 (H, W), 0 = ink.

    The largest of the channels; values below the form's threshold are paper; 255·(1 - x), clipped;
    "tag2pix" is the enhanced form with a power of 1.4 that darkens what is not paper.
    """
    if form not in get_args(Finish):
        raise ValueError(f"unknown form {form!r}; known: {', '.join(get_args(Finish))}")
    strongest = strength.max(axis=0)
    threshold = THRESHOLDS["enhanced" if form == "tag2pix" else form]
    if threshold > 0:
        strongest = np.where(strongest < threshold, 0, strongest)
    level = np.clip(255 * (1 - strongest), 0, 255)
    if form == "tag2pix":
        level = 255 ** (1 - CONTRAST_POWER) * level**CONTRAST_POWER
    return np.asarray(level, dtype=np.float64).astype(np.uint8)


def extract_lines(network: SketchKeras, rgb_u8: U8Array, form: Finish = "enhanced") -> U8Array:
    """Line art of a picture at its own size, uint8 (H, W), 0 = ink.

    Raises MissingWeightsError if the network was not loaded from a file.
    """
    require_weights(network)
    canvas, (height, width) = prepare(rgb_u8)
    place = next(network.parameters()).device
    with torch.no_grad():
        strength = network(torch.from_numpy(canvas).to(place))[:, 0, :height, :width]
    lines = finish(strength.cpu().numpy(), form)
    shrinks = height >= rgb_u8.shape[0]
    resized = cv2.resize(
        lines,
        (rgb_u8.shape[1], rgb_u8.shape[0]),
        interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR,
    )
    return np.asarray(resized, dtype=np.uint8)


def require_weights(network: SketchKeras) -> None:
    """Raise MissingWeightsError unless the network came from a file."""
    if not network.origin:
        raise MissingWeightsError(
            "sketchKeras has no weights, and none come with this package. Name a file that holds "
            "them (.pt or .npz, arrays in order), or choose another extractor"
        )
