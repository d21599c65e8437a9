"""Colours drawn anew: every colour cluster of a picture gets a random one, its shading stays.

On few drawings a network learns the colours by heart and overlooks hints; with colours that no
drawing has, hints are the only way to know them.
"""

from dataclasses import replace

import cv2
import numpy as np
from numpy.random import Generator as Rng

from models.arrays import FloatArray, U8Array
from training.data.sample import Sample

CLUSTERS = 8
LOOKED_AT = 1500
"""Pixels that clusters are found from."""
LIGHTNESS_SHARE = 0.5
"""Differences in lightness count half: light and shadow of one surface are one cluster."""
BLEND = 9.0
"""CIELAB distance over which a pixel between two clusters follows both."""
INK_LIGHTNESS = (15.0, 38.0)
"""Below the first a pixel stays as it is, above the second it takes its new colour whole."""
LAB_OFFSET = np.array([0, 128, 128], dtype=np.float32)
LAB_STEP = np.array([100 / 255, 1, 1], dtype=np.float32)
PAPER_LIGHTNESS = 97.0
PAPER_KEPT = 0.75


def redraw_colors(sample: Sample, rng: Rng) -> Sample:
    """The sample with a new colour for each of its colour clusters; ink stays ink.

    Tags no longer hold afterwards and are dropped, and so is the flat plane.
    """
    lab = lab_from_rgb(sample.color).reshape(-1, 3)
    weights = np.array([LIGHTNESS_SHARE, 1, 1], dtype=np.float32)
    points = lab * weights
    centres = _clusters(points, rng)
    nearness = (points @ centres.T - (centres**2).sum(axis=1) / 2) / BLEND**2
    share = np.exp(nearness - nearness.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    old = centres / weights
    ink = np.clip((lab[:, :1] - INK_LIGHTNESS[0]) / (INK_LIGHTNESS[1] - INK_LIGHTNESS[0]), 0, 1)
    moved = lab + ink * (share @ (_new_colors(old, rng) - old))
    color = rgb_from_lab(moved.reshape(sample.color.shape))
    return replace(sample, color=color, flat=None, tags=(), absent=(), named=())


def lab_from_rgb(rgb_u8: U8Array) -> FloatArray:
    """CIELAB float32 (H, W, 3) of sRGB uint8 (H, W, 3), to OpenCV's 8 bits.

    Fine enough for colours that are random, and much faster than exact CIELAB.
    """
    coded = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2Lab).astype(np.float32)
    return np.asarray((coded - LAB_OFFSET) * LAB_STEP, dtype=np.float32)


def rgb_from_lab(lab: FloatArray) -> U8Array:
    """The inverse of ``lab_from_rgb``; colours out of sRGB's gamut are clipped."""
    coded = np.clip(np.round(lab / LAB_STEP + LAB_OFFSET), 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(coded, cv2.COLOR_Lab2RGB), dtype=np.uint8)


def _clusters(points: FloatArray, rng: Rng) -> FloatArray:
    """Centres of the colours, (K, 3)."""
    chosen = points[rng.integers(len(points), size=min(len(points), LOOKED_AT))]
    # OpenCV's k-means draws from a generator of its own.
    cv2.setRNGSeed(int(rng.integers(2**31 - 1)))
    ending = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    labels = np.zeros((len(chosen), 1), dtype=np.int32)
    _, _, centres = cv2.kmeans(
        np.ascontiguousarray(chosen), CLUSTERS, labels, ending, 1, cv2.KMEANS_PP_CENTERS
    )
    return np.asarray(centres, dtype=np.float32)


def _new_colors(old: FloatArray, rng: Rng) -> FloatArray:
    """A random CIELAB colour for each cluster; white paper mostly stays."""
    count = len(old)
    hue = rng.uniform(0, 2 * np.pi, count)
    chroma = 75 * rng.random(count) ** 0.8
    near = np.clip(old[:, 0] + rng.normal(0, 12, count), 15, 98)
    lightness = np.where(rng.random(count) < 0.5, near, rng.uniform(25, 96, count))
    # Very light and very dark colours have little chroma in sRGB.
    chroma = np.minimum(chroma, 2.2 * np.minimum(lightness, 100 - lightness) + 4)
    new = np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=1)
    paper = (np.hypot(old[:, 1], old[:, 2]) < 12) & (old[:, 0] > PAPER_LIGHTNESS)
    kept = paper & (rng.random() < PAPER_KEPT)
    return np.where(kept[:, None], old, new).astype(np.float32)
