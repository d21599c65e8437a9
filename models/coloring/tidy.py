"""Tidying a painting: from the network's own picture to one colour a region.

Soft networks colour with fog: hues run over lines, and paper around the figure is tinted. What
they know of light is worth keeping all the same. So tidying first cleans the chroma within each
flat colour, while its light stays, but for what is too dark or bright to be anything but fog; then
takes the light out as well. Paper around the figure has no light, and turns white unless a hint
lies on it.
"""

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array

LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
"""Of sRGB bytes: how light a colour looks, near enough to tell shade from lit."""
HALF = 0.5
"""Up to here chroma is cleaned, from here on light is taken out."""
GROUND_BORDER = 0.25
"""Share of the picture's border from which on a region is the paper around the figure."""
MOST_LIGHT = 0.3
"""Share by which light darkens or brightens at most."""
WHITE = 255


def check_tidy(tidy: float) -> None:
    """Raise ValueError unless it is a share."""
    if not 0 <= tidy <= 1:
        raise ValueError(f"tidy is a share, 0 to 1; got {tidy:g}")


def tidied_paper(
    flat_u8: U8Array, labels: I32Array, *, hinted: BoolArray, tidy: float
) -> tuple[U8Array, BoolArray]:
    """Flats with the paper around the figure whiter, uint8 (h, w, 3), and all such paper (h, w).

    labels  int32 (h, w) regions; hinted  bool (h, w) pixels under hints: a region that one lies in
            keeps its colour.
    """
    around = _surrounding(labels)
    paper = around[labels]
    around[labels[hinted]] = False
    bare = around[labels]
    if not bare.any():
        return flat_u8, paper
    whiter = flat_u8.copy()
    away = WHITE - flat_u8[bare].astype(np.float32)
    whiter[bare] = np.round(flat_u8[bare] + cleaned_share(tidy) * away).astype(np.uint8)
    return whiter, paper


def tidied_detail(detail: NDArray[np.int16], flat_u8: U8Array, *, tidy: float) -> NDArray[np.int16]:
    """What lies over the flats, int16 (h, w, 3), with less chroma of its own, then less light."""
    if tidy == 0:
        return detail
    flat = flat_u8.astype(np.float32)
    cleaned, share = _light_alone(flat, detail.astype(np.float32)), cleaned_share(tidy)
    kept = min(1.0, 2 * (1 - tidy))
    return np.round(kept * (detail + share * (cleaned - detail))).astype(np.int16)


def cleaned_share(tidy: float) -> float:
    """How much of the chroma is cleaned, 0 to 1."""
    return min(1.0, tidy / HALF)


def _light_alone(flat: FloatArray, detail: FloatArray) -> FloatArray:
    """The detail that is as dark or light, of the flat's own hue: a factor, or a way to white."""
    before = (flat @ LUMA)[..., None]
    after = (np.clip(flat + detail, 0, WHITE) @ LUMA)[..., None]
    shade = _bounded(np.maximum(before - after, 0) / np.maximum(before, 1))
    light = _bounded(np.maximum(after - before, 0) / np.maximum(WHITE - before, 1))
    return np.asarray((WHITE - flat) * light - flat * shade, dtype=np.float32)


def _bounded(share: FloatArray) -> FloatArray:
    """A share that never goes beyond the most that light does."""
    return np.asarray(MOST_LIGHT * np.tanh(share / MOST_LIGHT), dtype=np.float32)


def _surrounding(labels: I32Array) -> BoolArray:
    """Regions that surround the picture: bool (regions,)."""
    border = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    counts = np.bincount(border, minlength=int(labels.max()) + 1)
    return np.asarray(counts >= GROUND_BORDER * border.size, dtype=np.bool_)
