"""Line art from coloured pictures, and what scanning, inking and style do to it.

All functions take and give uint8 (H, W) line art with 0 = ink, or RGB pictures uint8 (H, W, 3),
and draw their randomness from the generator they are given.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator as Rng

from models.arrays import U8Array
from training.data.lines.coherent import soft_lines, thin_lines
from training.data.sample import Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class XDoG:
    """Extended difference of Gaussians (Winnemöller et al. 2012) as T of METHODS.md 1.3.

    sigma, k   scales of the two Gaussians: sigma and k * sigma.
    gamma      weight of the wider one.
    epsilon    level below which a pixel is paper.
    phi        steepness; 1e9 is a step edge.
    binary     scale to the full range and cut by Otsu's threshold, as PaintsTorch does.
    """

    sigma: float = 0.4
    k: float = 4.5
    gamma: float = 0.95
    epsilon: float = -0.1
    phi: float = 1e9
    binary: bool = True

    def extract(self, rgb_u8: U8Array) -> U8Array:
        """Lines of a picture, uint8 (H, W), 0 = ink."""
        luma = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
        narrow = cv2.GaussianBlur(luma, (0, 0), self.sigma)
        wide = cv2.GaussianBlur(luma, (0, 0), self.sigma * self.k)
        edge = narrow - self.gamma * wide
        soft = 1 + np.tanh(np.clip(self.phi * (edge - self.epsilon), -20, 20))
        level = np.where(edge < self.epsilon, 1.0, soft) if self.phi > 1e6 else edge
        low, high = float(level.min()), float(level.max())
        if high - low < 1e-4:
            return np.full(luma.shape, 255, dtype=np.uint8)
        scaled: U8Array = ((level - low) / (high - low) * 255).astype(np.uint8)
        if not self.binary:
            return scaled
        _, lines = cv2.threshold(scaled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        return lines.astype(np.uint8)


def contrast_lines(rgb_u8: U8Array, *, sigma: float, k: float, contrast: float) -> U8Array:
    """Soft grey lines where a picture is darker than its surroundings.

    contrast  difference of the two blurred lumas, in [0, 1], that gives full ink.
    """
    luma = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    edge = cv2.GaussianBlur(luma, (0, 0), sigma * k) - cv2.GaussianBlur(luma, (0, 0), sigma)
    lines: U8Array = ((1 - np.clip(edge / contrast, 0, 1)) * 255).astype(np.uint8)
    return lines


def thicken(line_u8: U8Array, amount: int) -> U8Array:
    """Grow lines by `amount` pixels all around; a negative amount thins them."""
    if amount == 0:
        return line_u8
    size = 2 * abs(amount) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    grown = cv2.erode(line_u8, kernel) if amount > 0 else cv2.dilate(line_u8, kernel)
    return np.asarray(grown, dtype=np.uint8)


def open_gaps(line_u8: U8Array, rng: Rng, *, count: int, radius: tuple[float, float]) -> U8Array:
    """Break lines at `count` random inked pixels, erasing a disc of a radius in this range."""
    rows, columns = np.nonzero(line_u8 < 128)
    if len(rows) == 0:
        return line_u8
    broken = line_u8.copy()
    for index in rng.integers(len(rows), size=count):
        size = float(rng.uniform(*radius))
        centre = (int(columns[index]), int(rows[index]))
        cv2.circle(broken, centre, max(1, round(size)), 255, -1)
    return broken


def lighten(line_u8: U8Array, strength: float) -> U8Array:
    """1 - strength * (1 - x): fainter lines, as AlacGAN lightens (METHODS.md 3.4)."""
    faint: U8Array = (255 - (255 - line_u8.astype(np.float32)) * strength).astype(np.uint8)
    return faint


def scan_noise(line_u8: U8Array, rng: Rng, strength: float) -> U8Array:
    """Paper grain and uneven light of a scan; strength in sRGB steps."""
    height, width = line_u8.shape
    coarse = rng.normal(0, strength, (max(2, height // 24), max(2, width // 24)))
    light = cv2.resize(coarse.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    grain = rng.normal(0, strength, line_u8.shape).astype(np.float32)
    return np.clip(line_u8 + light + grain - strength, 0, 255).astype(np.uint8)


def draw_lines(sample: Sample, rng: Rng, *, ink_share: float = 0.4) -> U8Array:
    """Line art of a sample in a random style, uint8 (H, W).

    ink_share  chance of its exact line layer, where it has one; else lines are extracted from the
               coloured picture, as the line art of a found illustration would be: clean or soft
               ones that hold together, as artists draw them, more often than broken ones.
    """
    if sample.line is not None and rng.random() < ink_share:
        return sample.line
    style = rng.random()
    if style < 0.55:
        return thin_lines(sample.color, rng)
    if style < 0.8:
        return soft_lines(sample.color, rng)
    if style < 0.9:
        return contrast_lines(
            sample.color,
            sigma=float(rng.uniform(0.4, 0.9)),
            k=float(rng.uniform(1.6, 3)),
            contrast=float(rng.uniform(0.03, 0.12)),
        )
    sigma = float(rng.uniform(0.3, 0.9))
    return XDoG(sigma=sigma, k=float(rng.uniform(2, 4.5))).extract(sample.color)


def degrade_lines(line_u8: U8Array, rng: Rng) -> U8Array:
    """What hands, pens and scanners do to lines: thickness, gaps, softness, greyness, noise."""
    if rng.random() < 0.2:
        line_u8 = thicken(line_u8, 1)
    if rng.random() < 0.35:
        count = int(rng.integers(1, 30))
        line_u8 = open_gaps(line_u8, rng, count=count, radius=(1.0, 3.0))
    if rng.random() < 0.3:
        line_u8 = np.asarray(cv2.GaussianBlur(line_u8, (0, 0), float(rng.uniform(0.4, 0.9))))
    if rng.random() < 0.3:
        line_u8 = lighten(line_u8, float(rng.uniform(0.4, 1.0)))
    if rng.random() < 0.2:
        line_u8 = scan_noise(line_u8, rng, float(rng.uniform(1, 6)))
    return line_u8
