"""Single degradations of line art, each by name, beyond those of ``lineart.degrade_lines``.

All take and give uint8 (H, W), 0 = ink; random ones draw from the generator they are given, and
the same state gives the same bytes. Figures are those of the papers where they state any.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.random import Generator as Rng
from PIL import Image, ImageOps

from models.arrays import U8Array
from training.data.lines.lineart import lighten, open_gaps, scan_noise, thicken
from training.data.lines.noise import smooth_noise

LIGHTENING = (0.7, 1.0)
"""AlacGAN's and the two-stage draft's range of λ."""
BRIGHTNESS = (1.0, 7.0)
"""Tag2Pix's range of the factor in its last epochs."""
TONE_JITTER = 0.2
"""Tag2Pix's change of brightness and contrast, up or down."""
THICKNESS = (-0.8, 1.6)
"""Change of half the width in pixels that real drawings of one size span."""
JPEG_QUALITY = (35, 95)


def lighten_randomly(line_u8: U8Array, rng: Rng) -> U8Array:
    """1 - λ(1 - x) with λ ~ U(0.7, 1): fainter ink, paper as it is (Ci et al. 2018)."""
    return lighten(line_u8, float(rng.uniform(*LIGHTENING)))


def brighten(line_u8: U8Array, factor: float) -> U8Array:
    """Multiply levels and clip at white: grey ink fades, black stays."""
    return np.clip(np.round(line_u8 * np.float64(factor)), 0, 255).astype(np.uint8)


def brighten_randomly(line_u8: U8Array, rng: Rng) -> U8Array:
    """Tag2Pix's brightening by a factor U(1, 7), clipped at white (Kim et al. 2019, 5.1)."""
    return brighten(line_u8, float(rng.uniform(*BRIGHTNESS)))


def equalize(line_u8: U8Array) -> U8Array:
    """Histogram equalization, as the two-stage draft sees half of its lines.

    Pillow's, as its authors': the brightest level, paper, is left out of the count, so that ink
    spreads over the whole range. Where paper counted, all ink would end within a few levels.
    """
    return np.asarray(ImageOps.equalize(Image.fromarray(line_u8)), dtype=np.uint8)


def jitter_tones(line_u8: U8Array, rng: Rng) -> U8Array:
    """Brightness, then contrast about the mean level, by factors U(0.8, 1.2) (Tag2Pix)."""
    low, high = 1 - TONE_JITTER, 1 + TONE_JITTER
    bright = np.clip(line_u8 * rng.uniform(low, high), 0, 255)
    mean = float(bright.mean())
    level = np.clip((bright - mean) * rng.uniform(low, high) + mean, 0, 255)
    return np.round(level).astype(np.uint8)


def jitter_positions(line_u8: U8Array, rng: Rng, *, reach: float, grain: float) -> U8Array:
    """An unsteady hand: lines waver smoothly by about `reach` pixels.

    grain  distance in pixels over which the wavering changes its direction.
    """
    height, width = line_u8.shape
    offset_x, offset_y = (smooth_noise(height, width, grain, rng) * reach for _ in range(2))
    xs, ys = np.meshgrid(np.arange(width), np.arange(height))
    moved = cv2.remap(
        line_u8,
        (xs + offset_x).astype(np.float32),
        (ys + offset_y).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(moved, dtype=np.uint8)


def change_thickness(line_u8: U8Array, amount: float) -> U8Array:
    """Lines `amount` pixels wider (narrower if negative) on either side, fractions included."""
    whole = int(np.floor(amount))
    share = amount - whole
    near = thicken(line_u8, whole)
    if share == 0:
        return near
    far = thicken(line_u8, whole + 1)
    return np.round(near * (1 - share) + far * share).astype(np.uint8)


def vary_thickness(line_u8: U8Array, rng: Rng) -> U8Array:
    """Pressure: the width wavers along the lines within the range of THICKNESS."""
    low, high = THICKNESS
    centre = rng.uniform(low * 0.6, high * 0.6)
    height, width = line_u8.shape
    noise = smooth_noise(height, width, 40, rng) * 0.6
    amount = np.clip(centre + noise, low, high)
    levels = np.arange(np.floor(low), np.ceil(high) + 1)
    stack = np.stack([thicken(line_u8, int(level)) for level in levels]).astype(np.float32)
    index = np.clip(np.floor(amount - levels[0]).astype(np.intp), 0, len(levels) - 2)
    share = amount - levels[0] - index
    near = np.take_along_axis(stack, index[None], axis=0)[0]
    far = np.take_along_axis(stack, index[None] + 1, axis=0)[0]
    return np.round(near * (1 - share) + far * share).astype(np.uint8)


def paper_texture(line_u8: U8Array, rng: Rng, *, depth: float) -> U8Array:
    """Rough paper: fibres and tooth darken it and let ink skip.

    depth  darkest tooth, in sRGB steps; ink fades by twice the share that paper darkens.
    """
    height, width = line_u8.shape
    fine = rng.standard_normal((height, width)).astype(np.float32)
    along = cv2.GaussianBlur(fine, (0, 0), sigmaX=2.5, sigmaY=0.6)
    across = cv2.GaussianBlur(fine[::-1], (0, 0), sigmaX=0.6, sigmaY=2.5)
    cloud = smooth_noise(height, width, 32, rng)
    tooth = along / along.std() + across / across.std() + 0.5 * cloud
    share = np.clip(0.5 + tooth / 6, 0, 1) * depth / 255
    ink = (1 - line_u8.astype(np.float32) / 255) * (1 - 2 * share)
    return np.round(255 * np.clip((1 - share) * (1 - ink), 0, 1)).astype(np.uint8)


def compress_jpeg(line_u8: U8Array, quality: int) -> U8Array:
    """What JPEG of this quality, 1 to 100, leaves of the lines."""
    if not 1 <= quality <= 100:
        raise ValueError(f"JPEG quality is 1 to 100; got {quality}")
    _, encoded = cv2.imencode(".jpg", line_u8, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _gaps(line_u8: U8Array, rng: Rng) -> U8Array:
    return open_gaps(line_u8, rng, count=int(rng.integers(1, 30)), radius=(1.0, 3.0))


def _unsteady(line_u8: U8Array, rng: Rng) -> U8Array:
    reach, grain = float(rng.uniform(0.3, 1.5)), float(rng.uniform(8, 40))
    return jitter_positions(line_u8, rng, reach=reach, grain=grain)


def _paper(line_u8: U8Array, rng: Rng) -> U8Array:
    return paper_texture(line_u8, rng, depth=float(rng.uniform(8, 50)))


def _noise(line_u8: U8Array, rng: Rng) -> U8Array:
    return scan_noise(line_u8, rng, float(rng.uniform(1, 6)))


def _jpeg(line_u8: U8Array, rng: Rng) -> U8Array:
    low, high = JPEG_QUALITY
    return compress_jpeg(line_u8, int(rng.integers(low, high + 1)))


DEGRADATIONS: Mapping[str, Callable[[U8Array, Rng], U8Array]] = {
    "thickness": vary_thickness,
    "jitter": _unsteady,
    "gaps": _gaps,
    "lightening": lighten_randomly,
    "brightness": brighten_randomly,
    "tones": jitter_tones,
    "equalization": lambda line_u8, _rng: equalize(line_u8),
    "paper": _paper,
    "noise": _noise,
    "jpeg": _jpeg,
}
"""Every degradation in the order in which drawing, inking, scanning and storing bring them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DegradationMix:
    """The chance of each degradation by name; those not named never happen.

    Raises ValueError naming an unknown degradation or a chance outside 0 to 1.
    """

    chances: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, chance in self.chances.items():
            if name not in DEGRADATIONS:
                raise ValueError(f"unknown degradation {name!r}; known: {', '.join(DEGRADATIONS)}")
            if not 0 <= chance <= 1:
                raise ValueError(f"the chance of {name} is 0 to 1; got {chance:g}")

    def apply(self, line_u8: U8Array, rng: Rng) -> U8Array:
        """Degrade line art, each kind with its own chance, in the order of DEGRADATIONS."""
        for name, degrade in DEGRADATIONS.items():
            if rng.random() < self.chances.get(name, 0.0):
                line_u8 = degrade(line_u8, rng)
        return line_u8
