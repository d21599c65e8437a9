"""Line extraction and degradation as batched tensor operations, on whatever device they lie.

Pictures are uint8 (B, 3, H, W), line art uint8 (B, 1, H, W) with 0 = ink. Parameters are floats, or
tensors (B,) with one value a picture. Each function says which numpy function it agrees with;
``tests/training/test_gpu_augment.py`` holds them to the stated tolerance.
"""

from functools import cache

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

Amount = float | Tensor

LUMA_WEIGHTS = (0.299, 0.587, 0.114)
LEVELS = 256
FLAT = 1e-6
NO_INK = 1e-12


def luma(rgb_u8: Tensor) -> Tensor:
    """Rec. 601 luma in whole levels, float32 (B, 1, H, W); within one level of OpenCV's."""
    weights = torch.tensor(LUMA_WEIGHTS, device=rgb_u8.device).view(1, 3, 1, 1)
    return (rgb_u8.float() * weights).sum(1, keepdim=True).round()


def per_picture(value: Amount, like: Tensor) -> Tensor:
    """A parameter as float32 (B, 1, 1, 1) on the device of `like`."""
    values = torch.as_tensor(value, dtype=torch.float32, device=like.device)
    return values.expand(like.shape[0]).view(-1, 1, 1, 1)


def gaussian_blur(planes: Tensor, sigma: Amount, *, widest: float | None = None) -> Tensor:
    """Blur float (B, C, H, W); as ``cv2.GaussianBlur`` of floats, mirrored at the rim (1e-5).

    widest  an upper limit of sigma, known beforehand: spares a look at the tensor, for which a GPU
            would have to wait. Sides must be longer than four times it.
    """
    sigmas = per_picture(sigma, planes).view(-1, 1)
    limit = widest if widest is not None else float(sigmas.max())
    reach = _reach(limit)
    shortest = min(planes.shape[2:])
    if reach >= shortest:
        raise ValueError(
            f"a blur of sigma {limit:g} reaches {reach} pixels; got planes of "
            f"{planes.shape[3]}×{planes.shape[2]}: blur less or enlarge them"
        )
    offsets = torch.arange(-reach, reach + 1, device=planes.device, dtype=torch.float32)
    weights = torch.exp(-0.5 * (offsets / sigmas) ** 2)
    own_reach = torch.div(torch.round(8 * sigmas + 1).int() | 1, 2, rounding_mode="floor")
    weights = weights * (offsets.abs() <= own_reach)
    weights = weights / weights.sum(1, keepdim=True)
    batch, channels, height, width = planes.shape
    kernels = weights.repeat_interleave(channels, dim=0)
    x = planes.reshape(1, batch * channels, height, width)
    groups = batch * channels
    x = functional.pad(x, (reach, reach, 0, 0), mode="reflect")
    x = functional.conv2d(x, kernels[:, None, None, :], groups=groups)
    x = functional.pad(x, (0, 0, reach, reach), mode="reflect")
    x = functional.conv2d(x, kernels[:, None, :, None], groups=groups)
    return x.view(batch, channels, height, width)


def _reach(sigma: float) -> int:
    """Half the kernel that OpenCV takes for floats."""
    return (round(8 * sigma + 1) | 1) // 2


def xdog_lines(
    rgb_u8: Tensor,
    *,
    sigma: Amount,
    k: Amount = 4.5,
    gamma: float = 0.95,
    epsilon: float = -0.1,
    phi: float = 1e9,
    origin: float = 0.0,
    widest: float | None = None,
    widest_k: float = 4.5,
) -> Tensor:
    """XDoG cut by Otsu's threshold: T = 1 where S < ε, else 1 + tanh(φ·(S - origin)).

    With origin 0 it agrees with ``xdog_forms.alacgan_xdog``, with origin = ε with
    ``lineart.XDoG.extract``, but for at most 1 % of pixels, whose S is next to a limit.

    widest, widest_k  upper limits of sigma, as in ``gaussian_blur``, and of k.
    """
    grey = luma(rgb_u8) / 255
    narrow, wide = _two_scales(grey, sigma, k, widest, widest_k)
    difference = narrow - gamma * wide
    soft = 1 + torch.tanh(torch.clamp(phi * (difference.double() - origin), -20, 20)).float()
    return cut_by_otsu(torch.where(difference < epsilon, torch.ones_like(soft), soft))


def cut_by_otsu(level: Tensor) -> Tensor:
    """Scale each picture to its full range and cut it in two; all paper where nothing varies.

    float (B, 1, H, W) -> uint8 of 0 and 255; as ``xdog_forms.cut_by_otsu``.
    """
    low = level.amin(dim=(1, 2, 3), keepdim=True)
    span = level.amax(dim=(1, 2, 3), keepdim=True) - low
    scaled = ((level - low) / span.clamp(min=FLAT) * 255).round().long()
    flat = scaled.flatten(1)
    counts = torch.zeros(len(flat), LEVELS, dtype=torch.float64, device=level.device)
    counts.scatter_add_(1, flat, torch.ones_like(flat, dtype=torch.float64))
    levels = torch.arange(LEVELS, dtype=torch.float64, device=level.device)
    share = counts.cumsum(1) / flat.shape[1]
    moment = (counts * levels).cumsum(1) / flat.shape[1]
    mean = moment[:, -1:]
    between = (mean * share - moment) ** 2 / (share * (1 - share)).clamp(min=NO_INK)
    threshold = between.argmax(1).view(-1, 1, 1, 1)
    paper = (scaled > threshold) | (span < FLAT)
    return paper.to(torch.uint8) * 255


def _two_scales(
    grey: Tensor, sigma: Amount, k: Amount, widest: float | None, widest_k: float
) -> tuple[Tensor, Tensor]:
    sigmas = per_picture(sigma, grey)
    wide = (sigmas * per_picture(k, grey)).flatten()
    limit = None if widest is None else widest * widest_k
    return (
        gaussian_blur(grey, sigmas.flatten(), widest=widest),
        gaussian_blur(grey, wide, widest=limit),
    )


def contrast_lines(
    rgb_u8: Tensor,
    *,
    sigma: Amount,
    k: Amount,
    contrast: Amount,
    widest: float | None = None,
    widest_k: float = 4.5,
) -> Tensor:
    """Soft grey lines; within 3 levels of ``lineart.contrast_lines``."""
    grey = luma(rgb_u8) / 255
    narrow, wide = _two_scales(grey, sigma, k, widest, widest_k)
    edge = wide - narrow
    return ((1 - (edge / per_picture(contrast, grey)).clamp(0, 1)) * 255).to(torch.uint8)


def thicken(line_u8: Tensor, amount: int) -> Tensor:
    """Grow lines by `amount` pixels, thin them if negative; exactly ``lineart.thicken``."""
    if amount == 0:
        return line_u8
    shape = _ellipse(abs(amount))
    reach = abs(amount)
    sign = 1 if amount > 0 else -1
    # Ink is 0, so growing it takes the least level; what lies outside never wins.
    padded = functional.pad(line_u8.float() * sign, (reach,) * 4, value=float(LEVELS))
    height, width = line_u8.shape[2:]
    grown = torch.full_like(line_u8, LEVELS - 1, dtype=torch.float32) * 4
    for row, column in shape:
        grown = torch.minimum(grown, padded[..., row : row + height, column : column + width])
    return (grown * sign).to(torch.uint8)


@cache
def _ellipse(amount: int) -> tuple[tuple[int, int], ...]:
    side = 2 * amount + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return tuple((int(row), int(column)) for row, column in np.argwhere(kernel))


@cache
def _disc(radius: int) -> tuple[tuple[int, int], ...]:
    """Offsets (row, column) of the pixels that a filled circle of OpenCV covers."""
    canvas = np.zeros((2 * radius + 3, 2 * radius + 3), dtype=np.uint8)
    cv2.circle(canvas, (radius + 1, radius + 1), radius, 255, -1)
    return tuple((int(row) - radius - 1, int(column) - radius - 1) for row, column in
                 np.argwhere(canvas))  # fmt: skip


def erase_discs(line_u8: Tensor, centres: Tensor, radii: Tensor, *, largest: int = 3) -> Tensor:
    """Erase filled circles; exactly what ``lineart.open_gaps`` does at given places.

    centres  int64 (B, N) pixel index row · W + column; -1 erases nothing.
    radii    int64 (B, N), 1 to `largest`.
    """
    batch, _, height, width = line_u8.shape
    canvas = torch.zeros(batch, height * width + 1, dtype=torch.uint8, device=line_u8.device)
    rows, columns = centres // width, centres % width
    for radius in range(1, largest + 1):
        offsets = torch.tensor(_disc(radius), device=line_u8.device)
        row = rows[..., None] + offsets[:, 0]
        column = columns[..., None] + offsets[:, 1]
        inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        inside &= ((radii == radius) & (centres >= 0))[..., None]
        index = torch.where(inside, row * width + column, height * width)
        canvas.scatter_(1, index.flatten(1), 1)
    erased = canvas[:, :-1].view(batch, 1, height, width).bool()
    return torch.where(erased, torch.full_like(line_u8, LEVELS - 1), line_u8)


def open_gaps(line_u8: Tensor, generator: torch.Generator, *, most: int) -> Tensor:
    """Up to `most` - 1 gaps of radius 1 to 3 at random inked pixels of each picture.

    Pictures without ink stay as they are. As ``lineart.degrade_lines`` opens them, from another
    random stream.
    """
    batch = len(line_u8)
    place = line_u8.device
    ink = (line_u8 < LEVELS // 2).flatten(1).float()
    centres = torch.multinomial(ink + NO_INK, most, replacement=True, generator=generator)
    counts = torch.randint(1, most, (batch, 1), generator=generator, device=place)
    dropped = (torch.arange(most, device=place) >= counts) | (ink.gather(1, centres) == 0)
    radii = 1 + 2 * torch.rand(batch, most, generator=generator, device=place)
    return erase_discs(line_u8, centres.masked_fill(dropped, -1), radii.round().long())


def lighten(line_u8: Tensor, strength: Amount) -> Tensor:
    """Fainter lines; within one level of ``lineart.lighten``."""
    faint = 255 - (255 - line_u8.float()) * per_picture(strength, line_u8)
    return faint.to(torch.uint8)


def brighten(line_u8: Tensor, factor: Amount) -> Tensor:
    """Multiply and clip at white; within one level of ``degrade.brighten``."""
    bright = (line_u8.float() * per_picture(factor, line_u8)).round()
    return bright.clamp(0, 255).to(torch.uint8)


def add_scan_noise(line_u8: Tensor, coarse: Tensor, grain: Tensor, strength: Amount) -> Tensor:
    """Uneven light and grain, given as noise; within 2 levels of ``lineart.scan_noise``.

    coarse  float (B, 1, h, w), enlarged to the picture by cubic interpolation; grain (B, 1, H, W).
            Both have a deviation of `strength`, in levels, by which paper also darkens.
    """
    size = line_u8.shape[2:]
    light = functional.interpolate(coarse, size=size, mode="bicubic", align_corners=False)
    noisy = line_u8.float() + light + grain - per_picture(strength, line_u8)
    return noisy.clamp(0, 255).to(torch.uint8)


def scan_noise(line_u8: Tensor, generator: torch.Generator, strength: Amount) -> Tensor:
    """Random uneven light and grain of this deviation, as ``lineart.scan_noise`` draws it."""
    batch, _, height, width = line_u8.shape
    place = line_u8.device
    small = (max(2, height // 24), max(2, width // 24))
    deviation = per_picture(strength, line_u8)
    coarse = torch.randn(batch, 1, *small, generator=generator, device=place) * deviation
    grain = torch.randn(batch, 1, height, width, generator=generator, device=place) * deviation
    return add_scan_noise(line_u8, coarse, grain, strength)
