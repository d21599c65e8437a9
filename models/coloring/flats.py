"""Flat colours: the palette lock, and the contract that a hint is obeyed exactly."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.geometry import Size
from models.hints.hints import HintSet, hint_owners
from models.hints.tags import Rgb

_ROWS = 256
"""Rows handled at once, so that large pictures need little memory and other threads run."""


_LINEAR_TO_CONES = np.array(
    [
        [0.4122214708, 0.2119034982, 0.0883024619],
        [0.5363325363, 0.6806995451, 0.2817188376],
        [0.0514459929, 0.1073969566, 0.6299787005],
    ]
)
_CONES_TO_LAB = np.array(
    [
        [0.2104542553, 1.9779984951, 0.0259040371],
        [0.7936177850, -2.4285922050, 0.7827717662],
        [-0.0040720468, 0.4505937099, -0.8086757660],
    ]
)


def srgb_to_oklab(srgb: NDArray[np.floating]) -> NDArray[np.float64]:
    """sRGB (..., 3) in [0, 1] to OKLab, L in [0, 1]. After Ottosson, "Oklab", 2020."""
    srgb = np.asarray(srgb, dtype=np.float64)
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear @ _LINEAR_TO_CONES) @ _CONES_TO_LAB


def oklab_to_srgb(oklab: NDArray[np.floating]) -> NDArray[np.float64]:
    """OKLab (..., 3) to sRGB; outside [0, 1] where a screen cannot show it."""
    oklab = np.asarray(oklab, dtype=np.float64)
    cones = oklab @ np.linalg.inv(_CONES_TO_LAB)
    linear = cones**3 @ np.linalg.inv(_LINEAR_TO_CONES)
    light = np.maximum(linear, 0)
    return np.where(light <= 0.0031308, linear * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def nearest_swatches(colors_u8: U8Array, palette: Sequence[Rgb]) -> NDArray[np.intp]:
    """Index of the nearest allowed swatch in OKLab for each colour (N, 3); the first on a tie."""
    allowed = np.array(palette, dtype=np.uint8)
    swatches = srgb_to_oklab(allowed / 255)
    nearest = np.empty(len(colors_u8), dtype=np.intp)
    block = max(1, (1 << 20) // len(allowed))
    for start in range(0, len(colors_u8), block):
        part = colors_u8[start : start + block]
        lab = srgb_to_oklab(part / 255)
        distance = ((lab[:, None] - swatches[None]) ** 2).sum(axis=2)
        exact = (part[:, None] == allowed[None]).all(axis=2)
        nearest[start : start + block] = np.argmin(np.where(exact, -1.0, distance), axis=1)
    return nearest


def snap_to_palette(flat_u8: U8Array, palette: Sequence[Rgb]) -> U8Array:
    """Move each flat colour to the nearest allowed swatch in OKLab.

    flat_u8  uint8 (H, W, 3) sRGB; palette  the allowed swatches, empty: every colour is allowed.
    Returns a new array of the same shape, equal colours staying equal.
    """
    if not palette:
        return flat_u8.copy()
    packed = pack_colors(flat_u8)
    # A table of every colour finds the distinct ones without a sort, which would hold the GIL.
    present = np.zeros(1 << 24, dtype=bool)
    for start in range(0, packed.shape[0], _ROWS):
        present[packed[start : start + _ROWS]] = True
    distinct = np.flatnonzero(present).astype(np.int32)
    colors = unpack_colors(distinct)
    target = np.array(palette, dtype=np.uint8)[nearest_swatches(colors, palette)]
    lookup = np.zeros(1 << 24, dtype=np.int32)
    lookup[distinct] = pack_colors(target)
    snapped = np.empty_like(flat_u8)
    for start in range(0, packed.shape[0], _ROWS):
        rows = packed[start : start + _ROWS]
        snapped[start : start + _ROWS] = unpack_colors(lookup[rows])
    return snapped


def snap_hints(hints: HintSet, palette: Sequence[Rgb]) -> HintSet:
    """The hints with their colours moved to the nearest allowed swatches."""
    if not palette or not len(hints):
        return hints
    colors = np.array([hint.color for hint in hints], dtype=np.uint8)
    nearest = nearest_swatches(colors, palette)
    return HintSet(
        tuple(
            replace(hint, color=palette[int(index)])
            for hint, index in zip(hints, nearest, strict=True)
        )
    )


def obey_hints(flat_u8: U8Array, hints: HintSet) -> U8Array:
    """Flats in which every pixel under a hint has exactly the hint's colour.

    flat_u8  uint8 (H, W, 3); hints  in its pixels, later ones cover earlier ones.
    """
    if not len(hints):
        return flat_u8
    owner = hint_owners(hints, Size(*flat_u8.shape[:2]))
    colors = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8)
    return np.where((owner > 0)[..., None], colors[owner], flat_u8)


def flats_by_cell(rgb: FloatArray, labels: I32Array, ink: FloatArray) -> FloatArray:
    """Flat colours for a generator that gives none: each cell's mean colour off the ink.

    rgb     float32 (H, W, 3) in [0, 1]; labels int32 (H, W), 0 to count - 1; ink (H, W) in [0, 1].
    Returns float32 (H, W, 3).
    """
    flat_labels = labels.ravel()
    count = int(labels.max()) + 1
    weight = np.clip(1 - 4 * ink, 1e-3, 1).ravel()
    total = np.bincount(flat_labels, weight, count)
    means = np.empty((count, 3), dtype=np.float32)
    for channel in range(3):
        sums = np.bincount(flat_labels, weight * rgb[..., channel].ravel(), count)
        means[:, channel] = sums / np.maximum(total, 1e-9)
    return means[labels]
