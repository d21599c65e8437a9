"""How near a colouring is to the truth as a picture: signal, structure, sharpness, features."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.color import rgb2lab
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from models.arrays import FloatArray, U8Array
from training.metrics.perceptual import PictureDistance
from training.metrics.pictures import to_floats

MOST_PSNR = 100.0
"""Decibels given for an identical picture, where the ratio is infinite."""
LEAST_SIDE = 11
"""SSIM's window: pictures with a shorter side have no SSIM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Figures of one whole picture against its truth, lines and background included.

    psnr              peak signal to noise ratio in decibels, sRGB; at most MOST_PSNR.
    ssim              structural similarity, Gaussian window of 11 with sigma 1.5, mean of R, G, B
                      and of all places whose window lies in the picture.
    sharpness         gradient energy as a share of the truth's, over the figure: the mean squared
                      Scharr gradient of CIELAB's L*, a* and b* together. 1 is as sharp as the
                      truth, below it blurred or flat, above it harsh or noisy; NaN where the truth
                      is flat.
    feature_distance  distance of feature maps; the network is named beside the table. NaN if none.
    """

    psnr: float
    ssim: float
    sharpness: float
    feature_distance: float


def measure_quality(
    result: FloatArray, truth_u8: U8Array, *, figure: U8Array, distance: PictureDistance | None
) -> Quality:
    """Compare a result, float32 (H, W, 3) in [0, 1], with the true picture, uint8 (H, W, 3)."""
    truth = to_floats(truth_u8)
    ours = np.clip(result, 0, 1).astype(np.float32)
    return Quality(
        psnr=psnr(ours, truth),
        ssim=ssim(ours, truth),
        sharpness=sharpness(ours, truth, figure > 127),
        feature_distance=float("nan") if distance is None else distance(ours, truth),
    )


def psnr(result: FloatArray, truth: FloatArray) -> float:
    """Peak signal to noise ratio of pictures in [0, 1], in decibels."""
    if np.array_equal(result, truth):
        return MOST_PSNR
    return min(MOST_PSNR, float(peak_signal_noise_ratio(truth, result, data_range=1.0)))


def ssim(result: FloatArray, truth: FloatArray) -> float:
    """Structural similarity (Wang et al. 2004) of pictures in [0, 1]; NaN below LEAST_SIDE."""
    if min(result.shape[:2]) < LEAST_SIDE:
        return float("nan")
    value = structural_similarity(
        truth.astype(np.float64),
        result.astype(np.float64),
        data_range=1.0,
        channel_axis=2,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
    )
    return float(value)


def sharpness(result: FloatArray, truth: FloatArray, inside: NDArray[np.bool_]) -> float:
    """Gradient energy of the result as a share of the truth's, over ``inside``; see Quality."""
    if not inside.any():
        return float("nan")
    wanted = _gradient_energy(truth)[inside].mean()
    return float(_gradient_energy(result)[inside].mean() / wanted) if wanted > 1e-9 else np.nan


def _gradient_energy(picture: FloatArray) -> NDArray[np.float64]:
    lab = rgb2lab(picture).astype(np.float64)
    energy = np.zeros(lab.shape[:2])
    for channel in range(3):
        plane = np.ascontiguousarray(lab[..., channel])
        # A Scharr kernel sums to 16 on either side: so divided it gives steps a pixel.
        energy += (cv2.Scharr(plane, cv2.CV_64F, 1, 0) / 32) ** 2
        energy += (cv2.Scharr(plane, cv2.CV_64F, 0, 1) / 32) ** 2
    return energy
