"""Random views of a whole batch at once: recolouring, warps, lines and hints as tensors.

One process prepares the batches of a large GPU there; on a CPU the same code runs and gives the
same kind of views. Each operation agrees with its numpy counterpart within the stated tolerance;
random streams differ from numpy's.

By packaging/benchmarks/augment_throughput.py (views of 192 pixels in batches of 16, one thread, per
second of processor time): 108 views, where the numpy functions make 377. ``fit`` draws its views
by numpy (training.data.items.augment) on every machine; what a GPU makes of these was not measured.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from models.geometry import Size
from models.hints.parts import Part
from training.data import gpu_lines as lines
from training.data.gpu_hints import draw_hints, place_points

PAPER = 255
SOFTENING = 0.35
"""Blur of a picture that shrinks below 0.8, over the factor; as in ``augment.random_view``."""
WIDEST_SOFTENING = 2.0
SIGMAS = (0.3, 0.6)
WIDENINGS = (2.0, 4.5)
CONTRASTS = (0.03, 0.12)


def recolour(rgb_u8: Tensor, regions: Tensor, turns: Tensor, saturation: Tensor) -> Tensor:
    """Turn the hues of each region and scale saturation; shading and lines stay.

    rgb_u8      uint8 (B, 3, H, W).
    regions     int64 (B, 1, H, W), part labels or identities of regions, 0 to K - 1.
    turns       float (B, K): degrees by which each region's hue turns.
    saturation  float (B,): factor, clipped at full saturation.
    Within 3 levels on average of ``augment.recolour``, whose OpenCV steps hues by 2 degrees.
    """
    rgb = rgb_u8.float() / 255
    value, low = rgb.amax(1), rgb.amin(1)
    chroma = value - low
    safe = chroma.clamp(min=1e-6)
    red, green, blue = rgb.unbind(1)
    sixth = torch.where(
        value == red,
        (green - blue) / safe,
        torch.where(value == green, 2 + (blue - red) / safe, 4 + (red - green) / safe),
    )
    turn = turns.gather(1, regions.flatten(1)).view_as(value)
    hue = sixth + turn / 60
    rich = (chroma / value.clamp(min=1e-6) * saturation.view(-1, 1, 1)).clamp(0, 1)
    channels = []
    for start in (5, 3, 1):
        corner = torch.remainder(start + hue, 6)
        dip = torch.minimum(corner, 4 - corner).clamp(0, 1)
        channels.append(value * (1 - rich * dip))
    return (torch.stack(channels, dim=1) * 255).round().to(torch.uint8)


def sampling_places(matrices: Tensor, size: Size, offsets: Tensor | None = None) -> Tensor:
    """Where each pixel of the view comes from: float (B, H, W, 2) of (x, y) source pixels.

    matrices  float (B, 2, 3) from source to view, as ``cv2.warpAffine`` takes them.
    offsets   float (B, 2, H, W): elastic displacement (x, y) in view pixels, added before.
    """
    rows = torch.arange(size.height, device=matrices.device, dtype=torch.float64)
    columns = torch.arange(size.width, device=matrices.device, dtype=torch.float64)
    y, x = torch.meshgrid(rows, columns, indexing="ij")
    view = torch.stack([x, y], dim=-1).expand(len(matrices), -1, -1, -1)
    if offsets is not None:
        view = view + offsets.permute(0, 2, 3, 1)
    inverse = _inverted(matrices.double())
    source = torch.einsum("bij,bhwj->bhwi", inverse[:, :, :2], view)
    return (source + inverse[:, None, None, :, 2]).float()


def _inverted(matrices: Tensor) -> Tensor:
    (a, b, c), (d, e, f) = (row.unbind(1) for row in matrices.unbind(1))
    determinant = a * e - b * d
    rows = [e, -b, b * f - c * e, -d, a, c * d - a * f]
    return torch.stack([row / determinant for row in rows], dim=1).view(-1, 2, 3)


def warp(planes_u8: Tensor, places: Tensor, *, fill: float, nearest: bool = False) -> Tensor:
    """Sample uint8 or integer planes (B, C, H, W) at places; `fill` lies outside.

    Linear: within 1 level on average of ``cv2.warpAffine`` and ``cv2.remap``, which step places by
    1/32 pixel. Nearest, for labels: equal but for places half-way between pixels.
    """
    height, width = planes_u8.shape[2:]
    scale = torch.tensor([2 / width, 2 / height], device=places.device)
    grid = (places + 0.5) * scale - 1
    moved = functional.grid_sample(
        planes_u8.float() - fill,
        grid,
        mode="nearest" if nearest else "bilinear",
        padding_mode="zeros",
        align_corners=False,
    )
    return (moved + fill).round().to(planes_u8.dtype)


def elastic_offsets(
    generator: torch.Generator, *, batch: int, size: Size, reach: float, grain: float
) -> Tensor:
    """Smooth random displacements of about `reach` pixels, float (B, 2, H, W).

    grain  distance in pixels over which they change.
    """
    rows, columns = (max(2, round(side / grain) + 1) for side in size.shape)
    place = generator.device
    coarse = torch.randn(batch, 2, rows, columns, generator=generator, device=place)
    smooth = functional.interpolate(coarse, size.shape, mode="bicubic", align_corners=False)
    return smooth * reach


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchStyle:
    """How the views of a batch are drawn.

    side             views are squares of this side in pixels.
    turn             largest turn in degrees, either way.
    least_scale      the smallest share of the picture's longer side that a view shows.
    elastic_reach    elastic displacement in pixels; 0 for none.
    elastic_grain    over which it changes, in pixels.
    recolour_share   chance of turned hues.
    ink_share        chance of the exact line layer, where there is one.
    xdog_share       share of XDoG among extracted lines; the rest is contrast lines.
    thicken_share, gap_share, soften_share, lighten_share, noise_share
                     chances of each degradation, as in ``lineart.degrade_lines``.
    most_hints       hints are U{0..most_hints} points.
    """

    side: int = 192
    turn: float = 15.0
    least_scale: float = 0.45
    elastic_reach: float = 1.5
    elastic_grain: float = 48.0
    recolour_share: float = 0.3
    ink_share: float = 0.4
    xdog_share: float = 0.6
    thicken_share: float = 0.2
    gap_share: float = 0.35
    soften_share: float = 0.3
    lighten_share: float = 0.3
    noise_share: float = 0.2
    most_hints: int = 40


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PictureBatch:
    """Coloured pictures as tensors on one device.

    rgb_u8  uint8 (B, 3, H, W); labels int64 (B, 1, H, W) of models.hints.parts.Part;
    line_u8 uint8 (B, 1, H, W) exact ink, or None.
    """

    rgb_u8: Tensor
    labels: Tensor
    line_u8: Tensor | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ViewBatch:
    """What a network trains on: rgb_u8 and labels as in PictureBatch, line_u8 (B, 1, S, S), and
    hints float32 (B, 4, S, S) as ``models.encoding`` gives them.
    """

    rgb_u8: Tensor
    labels: Tensor
    line_u8: Tensor
    hints: Tensor


class BatchAugmenter:
    """Draws random views of batches on a device; the same seed gives the same views there.

    Windows and which pictures an operation takes are drawn on the CPU, so that only those are
    worked on and the device never waits for an answer.
    """

    def __init__(self, style: BatchStyle, *, seed: int, device: torch.device) -> None:
        self.style = style
        self.generator = torch.Generator(device=device).manual_seed(seed)
        self.choices = torch.Generator().manual_seed(seed)

    def __call__(self, batch: PictureBatch) -> ViewBatch:
        """Warp, recolour, extract and degrade lines, draw hints."""
        style = self.style
        count = len(batch.rgb_u8)
        size = Size(style.side, style.side)
        matrices, scale = self._windows(*batch.rgb_u8.shape[2:], count=count)
        places = self._places(matrices.to(batch.rgb_u8.device))
        rgb = warp(_softened(batch.rgb_u8, scale), places, fill=PAPER)
        labels = warp(batch.labels, places, fill=int(Part.BACKGROUND), nearest=True)
        rgb = self._changed(style.recolour_share, rgb, lambda x, i: self._recolour(x, labels[i]))
        line = self._extracted(rgb)
        if batch.line_u8 is not None:
            ink = batch.line_u8
            line = self._changed(
                style.ink_share, line, lambda _, i: warp(ink[i], places[i], fill=PAPER)
            )
        line = self._degraded(line)
        counts = torch.randint(
            style.most_hints + 1, (count,), generator=self.generator, device=rgb.device
        )
        dabs = place_points(rgb, line, self.generator, counts=counts, most=style.most_hints)
        return ViewBatch(rgb_u8=rgb, labels=labels, line_u8=line, hints=draw_hints(dabs, size))

    def _uniform(self, count: int, low: float, high: float) -> Tensor:
        drawn = torch.rand(count, generator=self.generator, device=self.generator.device)
        return low + (high - low) * drawn

    def _choose(self, count: int, low: float, high: float) -> Tensor:
        """As _uniform, on the CPU."""
        return low + (high - low) * torch.rand(count, generator=self.choices)

    def _changed(
        self, share: float, planes: Tensor, change: Callable[[Tensor, Tensor], Tensor]
    ) -> Tensor:
        """Planes with each picture changed with this chance; `change` takes (planes, indices)."""
        chosen = self._choose(len(planes), 0, 1) < share
        index = chosen.nonzero()[:, 0].to(planes.device)
        if len(index) == 0:
            return planes
        return planes.index_copy(0, index, change(planes[index], index))

    def _windows(self, height: int, width: int, *, count: int) -> tuple[Tensor, Tensor]:
        """Matrices (count, 2, 3) of random windows and the scale (count,) of each view, on CPU."""
        style = self.style
        extent = max(height, width) * self._choose(count, style.least_scale, 1.1)
        scale = style.side / extent
        angle = torch.deg2rad(self._choose(count, -style.turn, style.turn))
        mirror = torch.where(self._choose(count, 0, 1) < 0.5, -1.0, 1.0)
        # A window that shows less may lie farther from the picture's middle.
        spare = (1 - extent / max(height, width)).clamp(min=0)
        middle_x = width * (0.5 + self._choose(count, -0.5, 0.5) * spare)
        middle_y = height * (0.5 + self._choose(count, -0.5, 0.5) * spare)
        cosine, sine = torch.cos(angle) * scale, torch.sin(angle) * scale
        first = torch.stack([mirror * cosine, mirror * sine], dim=1)
        second = torch.stack([-sine, cosine], dim=1)
        linear = torch.stack([first, second], dim=1)
        middle = torch.stack([middle_x, middle_y], dim=1)
        shift = (style.side - 1) / 2 - torch.einsum("bij,bj->bi", linear, middle)
        return torch.cat([linear, shift[..., None]], dim=2), scale

    def _places(self, matrices: Tensor) -> Tensor:
        """Sampling places (B, S, S, 2) of windows, with elastic displacement if wanted."""
        style = self.style
        size = Size(style.side, style.side)
        if style.elastic_reach == 0:
            return sampling_places(matrices, size)
        offsets = elastic_offsets(
            self.generator,
            batch=len(matrices),
            size=size,
            reach=style.elastic_reach,
            grain=style.elastic_grain,
        )
        return sampling_places(matrices, size, offsets)

    def _recolour(self, rgb_u8: Tensor, labels: Tensor) -> Tensor:
        count = len(rgb_u8)
        turns = self._uniform(count * 256, 0, 360).view(count, 256)
        turns[:, int(Part.BACKGROUND)] = 0
        return recolour(rgb_u8, labels, turns, self._uniform(count, 0.6, 1.4))

    def _extracted(self, rgb_u8: Tensor) -> Tensor:
        """XDoG lines of some pictures, contrast lines of the others."""
        count = len(rgb_u8)
        sigma = self._uniform(count, *SIGMAS)
        k = self._uniform(count, *WIDENINGS)
        contrast = self._uniform(count, *CONTRASTS)
        limits = {"widest": SIGMAS[1], "widest_k": WIDENINGS[1]}
        hard = self._choose(count, 0, 1) < self.style.xdog_share
        line = torch.empty_like(rgb_u8[:, :1])
        for chosen, is_hard in ((hard, True), (~hard, False)):
            i = chosen.nonzero()[:, 0].to(rgb_u8.device)
            if len(i) == 0:
                continue
            if is_hard:
                drawn = lines.xdog_lines(rgb_u8[i], sigma=sigma[i], origin=-0.1, **limits)
            else:
                drawn = lines.contrast_lines(
                    rgb_u8[i], sigma=sigma[i], k=k[i], contrast=contrast[i], **limits
                )
            line.index_copy_(0, i, drawn)
        return line

    def _degraded(self, line_u8: Tensor) -> Tensor:
        style = self.style

        def soften(x: Tensor, index: Tensor) -> Tensor:
            sigma = self._uniform(len(index), 0.4, 0.9)
            return lines.gaussian_blur(x.float(), sigma, widest=0.9).round().to(torch.uint8)

        line_u8 = self._changed(style.thicken_share, line_u8, lambda x, _: lines.thicken(x, 1))
        line_u8 = self._changed(
            style.gap_share, line_u8, lambda x, _: lines.open_gaps(x, self.generator, most=30)
        )
        line_u8 = self._changed(style.soften_share, line_u8, soften)
        line_u8 = self._changed(
            style.lighten_share,
            line_u8,
            lambda x, i: lines.lighten(x, self._uniform(len(i), 0.4, 1.0)),
        )
        return self._changed(
            style.noise_share,
            line_u8,
            lambda x, i: lines.scan_noise(x, self.generator, self._uniform(len(i), 1, 6)),
        )


def _softened(rgb_u8: Tensor, scale: Tensor) -> Tensor:
    """Pictures that shrink below 0.8 blurred by what a linear warp would skip.

    scale  float (B,), on the CPU.
    """
    shrinks = scale < 0.8
    if not shrinks.any():
        return rgb_u8
    sigma = (SOFTENING / scale[shrinks]).clamp(max=WIDEST_SOFTENING)
    index = shrinks.nonzero()[:, 0].to(rgb_u8.device)
    widest = float(sigma.max())
    soft = lines.gaussian_blur(rgb_u8[index].float(), sigma, widest=widest)
    return rgb_u8.index_copy(0, index, soft.round().to(torch.uint8))
