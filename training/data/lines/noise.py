"""Smooth noise: what wavers over a picture, pressure and paper."""

import cv2
import numpy as np
from numpy.random import Generator as Rng

from models.arrays import FloatArray


def smooth_noise(height: int, width: int, grain: float, rng: Rng) -> FloatArray:
    """Normal noise of deviation about 0.6 that changes over `grain` pixels, float32 (H, W)."""
    rows, columns = (max(2, round(side / grain) + 1) for side in (height, width))
    coarse = rng.standard_normal((rows, columns)).astype(np.float32)
    return np.asarray(
        cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32
    )
