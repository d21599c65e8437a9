"""The forms of XDoG that published colourizers extract their line art with.

S = G(σ)∗I - γ·G(kσ)∗I, and T = 1 where S < ε, else 1 + tanh(φ·S) (Winnemöller et al. 2012 as these
programs write it). The forms differ in I, in the parameters and in what becomes of T, hence in
whether lines come out black, grey, hard or smooth. All take RGB uint8 (H, W, 3) and give line art
uint8 (H, W), 0 = ink; the random ones draw from the generator they are given.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator as Rng
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array

SIGMAS = (0.3, 0.4, 0.5)
"""The scales that AlacGAN and the two-stage generator choose from."""
TAG2PIX_SIDE = 768
"""Tag2Pix enlarges its pictures so far before it extracts lines."""
ENLARGEMENT = 7
"""manga-colorization v1 extracts lines from a picture so many times larger."""
MAX_ENLARGED_SIDE = 8192
FLAT = 1e-6
"""A spread of T below this is no line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class XDoGParameters:
    """sigma and k·sigma are the two scales; gamma, epsilon, phi as in the formula above.

    epsilon and S have the unit of the picture: [0, 1], or 0 to 255 for the two-stage form.
    """

    sigma: float
    k: float = 4.5
    gamma: float = 0.95
    epsilon: float = -0.1
    phi: float = 1e9

    def __post_init__(self) -> None:
        if self.sigma <= 0 or self.k <= 1:
            raise ValueError(
                f"XDoG needs sigma above 0 and k above 1; got sigma {self.sigma:g}, k {self.k:g}"
            )


def difference(plane: NDArray[np.generic], parameters: XDoGParameters) -> FloatArray:
    """S, float32 of the plane's shape and unit. Blurs of 8-bit planes are rounded to 8 bits."""
    narrow = cv2.GaussianBlur(np.asarray(plane), (0, 0), parameters.sigma)
    wide = cv2.GaussianBlur(np.asarray(plane), (0, 0), parameters.sigma * parameters.k)
    return narrow.astype(np.float32) - np.float32(parameters.gamma) * wide.astype(np.float32)


def soft_step(difference_s: FloatArray, parameters: XDoGParameters) -> FloatArray:
    """T, float32 in [0, 2]: 1 where S < ε, else 1 + tanh(φ·S)."""
    slope = np.clip(parameters.phi * difference_s.astype(np.float64), -20, 20)
    return np.where(difference_s < parameters.epsilon, 1.0, 1 + np.tanh(slope)).astype(np.float32)


def cut_by_otsu(level: FloatArray) -> U8Array:
    """Scale to the full range and cut in two: uint8 of 0 and 255; all paper if nothing varies."""
    low, high = float(level.min()), float(level.max())
    if high - low < FLAT:
        return np.full(level.shape, 255, dtype=np.uint8)
    scaled = np.round((level - low) / (high - low) * 255).astype(np.uint8)
    _, lines = cv2.threshold(scaled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return lines.astype(np.uint8)


def alacgan_xdog(rgb_u8: U8Array, *, sigma: float) -> U8Array:
    """AlacGAN's lines as PaintsTorch reproduces them: 0 and 255, solid blacks stay black.

    Luma in [0, 1], γ 0.95, k 4.5, ε -0.1, φ 1e9, Otsu; sigma is one of SIGMAS.
    Ci et al. 2018, section 4.1.
    """
    luma = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    parameters = XDoGParameters(sigma=sigma)
    return cut_by_otsu(soft_step(difference(luma, parameters), parameters))


def paintstorch2_xdog(rgb_u8: U8Array) -> U8Array:
    """PaintsTorch2's lines: as AlacGAN's, of the mean of R, G and B, σ 0.3 and ε switched off."""
    mean = rgb_u8.mean(axis=2, dtype=np.float32) / 255
    parameters = XDoGParameters(sigma=0.3, epsilon=-10)
    return cut_by_otsu(soft_step(difference(mean, parameters), parameters))


def tag2pix_xdog(rgb_u8: U8Array, rng: Rng, *, work_side: int | None = TAG2PIX_SIDE) -> U8Array:
    """Tag2Pix's lines: σ ~ U(0.35, 0.45) and k ~ U(2, 3) a picture, φ 1e9, ε -0.5, no Otsu.

    work_side  the longer side is enlarged to this by Lanczos resampling and the lines are shrunk
               back, which makes them thin and smooth; None extracts at the picture's own size and
               gives the levels as they are: ink 0, paper 254 (255 on pure black).
    Paper is 254 because 255·T leaves 8 bits there: 510 becomes 254. Kim et al. 2019, section 5.1.
    """
    grey = np.asarray(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    height, width = grey.shape
    parameters = XDoGParameters(
        sigma=float(rng.uniform(0.35, 0.45)), k=float(rng.uniform(2, 3)), epsilon=-0.5
    )
    if work_side is not None and max(height, width) < work_side:
        factor = work_side / max(height, width)
        size = (round(width * factor), round(height * factor))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_LANCZOS4), dtype=np.uint8)
    level = soft_step(difference(grey, parameters) / np.float32(255), parameters)
    lines = (np.round(level * 255).astype(np.int32) % 256).astype(np.uint8)
    return _shrink(lines, height, width)


def two_stage_xdog(rgb_u8: U8Array, *, sigma: float) -> U8Array:
    """The two-stage generator's lines: grey of about 127 on white paper.

    Each of R, G and B in 0 to 255 by itself, ε -0.1 and φ 200 in that unit, T·127.5, then luma:
    where S falls below ε, T is 1, half of paper's 2. Lee & Lee 2020, section 4.1; the levels agree
    with the histogram of that paper.
    """
    parameters = XDoGParameters(sigma=sigma, phi=200)
    planes = [
        soft_step(difference(np.ascontiguousarray(rgb_u8[..., channel]), parameters), parameters)
        for channel in range(3)
    ]
    levels = (np.stack(planes, axis=2) * 127.5).astype(np.uint8)
    return np.asarray(cv2.cvtColor(levels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def manga_colorization_xdog(rgb_u8: U8Array) -> U8Array:
    """manga-colorization v1's lines: thin and smooth, cut at seven times the size and shrunk.

    Luma of the picture enlarged by Lanczos resampling, σ 0.5, k 8, φ 89.25, Otsu, area resampling.
    Raises ValueError if the enlarged picture is over MAX_ENLARGED_SIDE pixels a side.
    """
    height, width = rgb_u8.shape[:2]
    if max(height, width) * ENLARGEMENT > MAX_ENLARGED_SIDE:
        raise ValueError(
            f"lines of manga-colorization are cut at {ENLARGEMENT} times the size, at most "
            f"{MAX_ENLARGED_SIDE} pixels; got a picture of {width}×{height}: shrink it to "
            f"{MAX_ENLARGED_SIDE // ENLARGEMENT} pixels first"
        )
    grey = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY)
    size = (width * ENLARGEMENT, height * ENLARGEMENT)
    large = cv2.resize(grey, size, interpolation=cv2.INTER_LANCZOS4).astype(np.float32) / 255
    parameters = XDoGParameters(sigma=0.5, k=8, phi=89.25)
    return _shrink(cut_by_otsu(soft_step(difference(large, parameters), parameters)), height, width)


def _shrink(line_u8: U8Array, height: int, width: int) -> U8Array:
    if line_u8.shape == (height, width):
        return line_u8
    small = cv2.resize(line_u8, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)
