"""Coherent lines: a difference of Gaussians across the flow of a picture's edges, summed along it.

After Kang, Lee and Chui, *Coherent line drawing* (2007), in the separable form with a smoothed
structure tensor of Winnemöller, Kyprianidis and Olsen, *XDoG* (2012). Where plain XDoG leaves dots
and dashes, lines drawn along the flow hold together, as lines that a hand draws do.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator as Rng

from models.arrays import FloatArray, U8Array
from training.data.lines.noise import smooth_noise

WIDER = 1.6
"""The wider Gaussian's scale, relative to the narrower one's."""
STEP = 1.0
"""Pixels between samples along the flow."""
LIGHTNESS, TINT = 1.0, 0.5
"""Weights of luma and of the two colour differences in what counts as an edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoherentLines:
    """How coherent lines look.

    sigma     scale across a line in pixels; a line is some 2.5 sigma wide.
    along     scale along a line in pixels.
    smooth    scale in pixels over which the direction of the flow is averaged.
    contrast  darkness beside the surroundings, in [0, 1], that is inked fully.
    contour   0: any step from dark to light is a line; 1: only what is darker than both its sides,
              so that borders of shades stay out and drawn contours remain.
    hardness  how sharp the line's rim is: 1 soft pencil, 2 ink.
    darkness  of the darkest line, in [0, 1].
    pressure  how far width and darkness waver, as a share; 0: not at all.
    """

    sigma: float = 1.0
    along: float = 4.0
    smooth: float = 2.0
    contrast: float = 0.05
    contour: float = 0.5
    hardness: float = 2.0
    darkness: float = 1.0
    pressure: float = 0.0

    def __post_init__(self) -> None:
        if min(self.sigma, self.along, self.smooth, self.contrast) <= 0 or self.hardness < 1:
            raise ValueError(f"scales and contrast are above 0, hardness is 1 or more; got {self}")
        if not (0 <= self.contour <= 1 and 0 < self.darkness <= 1 and 0 <= self.pressure < 1):
            raise ValueError(f"contour, darkness and pressure are shares; got {self}")


def coherent_lines(rgb_u8: U8Array, style: CoherentLines, rng: Rng | None = None) -> U8Array:
    """Lines of a picture uint8 (H, W, 3), as uint8 (H, W), 0 = ink.

    rng  draws the pressure, which needs one; the rest is not random.
    """
    lab = cv2.cvtColor(rgb_u8.astype(np.float32) / 255, cv2.COLOR_RGB2Lab) / np.float32(100)
    lab = np.asarray(lab, dtype=np.float32)
    tangent = _edge_tangents(lab, style.smooth)
    response = _across(lab[..., 0], tangent, style)
    response = _along(response, tangent, style.along)
    if style.pressure and rng is not None:
        height, width = response.shape
        noise = smooth_noise(height, width, 24 * style.sigma, rng)
        response = response * (1 + style.pressure * np.clip(noise, -1, 1))
    amount = response / style.contrast
    # Half ink lies at half contrast; a hard pen goes from paper to ink within a pixel.
    ink = np.clip(0.5 + (amount - 0.5) * style.hardness, 0, 1)
    return np.round(255 * (1 - style.darkness * ink)).astype(np.uint8)


def _edge_tangents(lab: FloatArray, smooth: float) -> tuple[FloatArray, FloatArray]:
    """Unit vectors along the edges, float32 (H, W) x and y, from the smoothed structure tensor."""
    soft = cv2.GaussianBlur(lab, (0, 0), 0.8)
    dx = cv2.Scharr(soft, cv2.CV_32F, 1, 0)
    dy = cv2.Scharr(soft, cv2.CV_32F, 0, 1)
    weights = np.array([LIGHTNESS, TINT, TINT], dtype=np.float32)
    tensor = [(dx * dx) @ weights, (dx * dy) @ weights, (dy * dy) @ weights]
    xx, xy, yy = (cv2.GaussianBlur(plane, (0, 0), smooth) for plane in tensor)
    # The minor eigenvector's angle: a right angle from the direction of the gradient.
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)


def _across(
    luma: FloatArray, tangent: tuple[FloatArray, FloatArray], style: CoherentLines
) -> FloatArray:
    """How much darker each pixel is than what lies beside it, across the flow: float32 (H, W)."""
    normal_x, normal_y = -tangent[1], tangent[0]
    reach = int(np.ceil(2.5 * style.sigma * WIDER))
    xs, ys = _grid(luma.shape)
    sides = [np.zeros_like(luma), np.zeros_like(luma)]
    narrow = np.zeros_like(luma)
    narrow_total = side_total = 0.0
    for offset in range(-reach, reach + 1):
        thin = float(np.exp(-0.5 * (offset / style.sigma) ** 2))
        wide = float(np.exp(-0.5 * (offset / (style.sigma * WIDER)) ** 2))
        sample = cv2.remap(
            luma,
            xs + offset * normal_x,
            ys + offset * normal_y,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        narrow += thin * sample
        narrow_total += thin
        ring = wide * (1 - thin)
        if offset:
            sides[int(offset > 0)] += ring * sample
            side_total += ring / 2
    narrow /= narrow_total
    first, second = (side / side_total for side in sides)
    mean = (first + second) / 2
    lower = np.minimum(first, second)
    return np.asarray(mean * (1 - style.contour) + lower * style.contour - narrow, np.float32)


def _along(
    response: FloatArray, tangent: tuple[FloatArray, FloatArray], scale: float
) -> FloatArray:
    """The response averaged along the flow, by a Gaussian of this scale in pixels."""
    xs, ys = _grid(response.shape)
    total = response.copy()
    weight = 1.0
    for direction in (1.0, -1.0):
        x, y = xs, ys
        step_x, step_y = direction * tangent[0], direction * tangent[1]
        for count in range(1, int(np.ceil(2 * scale / STEP)) + 1):
            x, y = x + STEP * step_x, y + STEP * step_y
            share = float(np.exp(-0.5 * (count * STEP / scale) ** 2))
            total += share * _sampled(response, x, y)
            weight += share
            next_x, next_y = _sampled(tangent[0], x, y), _sampled(tangent[1], x, y)
            # Tangents have no sign of their own: go on the way one came.
            turned = np.where(next_x * step_x + next_y * step_y < 0, np.float32(-1), np.float32(1))
            step_x, step_y = next_x * turned, next_y * turned
    return np.asarray(total / weight, dtype=np.float32)


def _sampled(plane: FloatArray, x: FloatArray, y: FloatArray) -> FloatArray:
    return np.asarray(
        cv2.remap(plane, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32
    )


def _grid(shape: tuple[int, ...]) -> tuple[FloatArray, FloatArray]:
    ys, xs = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    return xs, ys


def thin_lines(rgb_u8: U8Array, rng: Rng) -> U8Array:
    """Clean pen lines in a random style, 2 to 3 pixels wide in a picture of 768."""
    scale = max(rgb_u8.shape[:2]) / 768
    style = CoherentLines(
        sigma=max(0.5, float(rng.uniform(0.8, 1.2)) * scale),
        along=max(2.0, float(rng.uniform(3, 6)) * scale),
        smooth=max(1.0, 2.0 * scale),
        contrast=float(rng.uniform(0.04, 0.09)),
        contour=float(rng.uniform(0.0, 0.7)),
        pressure=float(rng.uniform(0, 0.5)),
    )
    return coherent_lines(rgb_u8, style, rng)


def soft_lines(rgb_u8: U8Array, rng: Rng) -> U8Array:
    """Soft lines as a pencil draws them, 4 to 6 pixels wide at 768, in a random style."""
    scale = max(rgb_u8.shape[:2]) / 768
    style = CoherentLines(
        sigma=max(0.7, float(rng.uniform(1.4, 2.2)) * scale),
        along=max(2.0, float(rng.uniform(3, 6)) * scale),
        smooth=max(1.0, 2.5 * scale),
        contrast=float(rng.uniform(0.08, 0.2)),
        contour=float(rng.uniform(0.0, 0.7)),
        hardness=float(rng.uniform(1.0, 1.3)),
        darkness=float(rng.uniform(0.5, 0.95)),
        pressure=float(rng.uniform(0.2, 0.7)),
    )
    return coherent_lines(rgb_u8, style, rng)
