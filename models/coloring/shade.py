"""A colour picture as flats, a shade to multiply them by and a highlight to screen over both.

With the flats known, shade and highlight follow channel by channel: the shade carries what is
darker than its flat, the highlight what is brighter. In bytes their composite differs from the
picture by one level at most, and differences that nobody sees leave both layers empty.

A soft network's picture holds fog besides, hues that run over lines. Tidying it, from the network's
own picture at 0 to one colour a region at 1, first cleans the chroma within each flat colour while
its light stays, but for what is too dark or bright to be anything but fog; then takes the light out
as well.
"""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.color import any_channel

UNSEEN = 1
"""Levels of 255 in every channel up to which a pixel counts as its flat colour."""
NEUTRAL_SHADE = 255
NEUTRAL_HIGHLIGHT = 0
LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
"""Of sRGB bytes: how light a colour looks, near enough to tell shade from lit."""
CHROMA_UNTIL = 0.5
"""How far chroma is cleaned by tidying; from here on light is taken out."""
MOST_LIGHT = 0.3
"""Share by which the light of a tidied picture darkens or brightens at most."""


@cache
def _tables() -> tuple[U8Array, U8Array]:
    """Shade and highlight of a channel, uint8 (256 flat, 256 colour) each."""
    flat = np.arange(256, dtype=np.float64)[:, None]
    color = np.arange(256, dtype=np.float64)[None]
    shade = np.where(flat > 0, np.round(255 * np.minimum(color, flat) / np.maximum(flat, 1)), 255)
    below = np.round(flat * shade / 255)
    missing = np.maximum(color - below, 0)
    # One level of rounding below a full flat is no highlight.
    missing[(color <= flat) & (missing <= UNSEEN)] = 0
    highlight = np.round(255 * missing / np.maximum(255 - below, 1))
    return shade.astype(np.uint8), highlight.astype(np.uint8)


def decompose(color_u8: U8Array, flat_u8: U8Array) -> tuple[U8Array, U8Array]:
    """Shade and highlight that make a picture of its flats, uint8 (H, W, 3) each.

    color_u8, flat_u8  uint8 (H, W, 3). The shade is 255 and the highlight 0 where the picture
    differs from its flats by no more than UNSEEN. The flats times the shade, screened by the
    highlight and rounded to 8 bits after every step, are within 2 levels of the picture.
    """
    differs = any_channel(cv2.absdiff(color_u8, flat_u8) > UNSEEN)
    if 2 * np.count_nonzero(differs) > differs.size:
        shade, highlight = _looked_up(color_u8, flat_u8)
        shade[~differs], highlight[~differs] = NEUTRAL_SHADE, NEUTRAL_HIGHLIGHT
        return shade, highlight
    # Most of a picture is as flat as its flats are, and is not looked up at all.
    shade = np.full_like(color_u8, NEUTRAL_SHADE)
    highlight = np.full_like(color_u8, NEUTRAL_HIGHLIGHT)
    where = np.flatnonzero(differs)
    if len(where):
        found = _looked_up(color_u8.reshape(-1, 3)[where], flat_u8.reshape(-1, 3)[where])
        shade.reshape(-1, 3)[where], highlight.reshape(-1, 3)[where] = found
    return shade, highlight


def _looked_up(color_u8: U8Array, flat_u8: U8Array) -> tuple[U8Array, U8Array]:
    """Shade and highlight of every channel, uint8 of the same shape."""
    shade_table, highlight_table = _tables()
    place = flat_u8.astype(np.uint16)
    place <<= 8
    place |= color_u8
    return shade_table.ravel()[place], highlight_table.ravel()[place]


def composed(flat_u8: U8Array, shade_u8: U8Array, highlight_u8: U8Array) -> U8Array:
    """The picture that flats make with a shade and a highlight, uint8 (H, W, 3) each."""
    shaded = np.round(flat_u8 * (shade_u8 / np.float32(255)))
    left = (255 - shaded) * ((255 - highlight_u8.astype(np.float32)) / 255)
    return np.round(255 - left).astype(np.uint8)


def check_tidy(tidy: float) -> None:
    """Raise ValueError unless it is a share."""
    if not 0 <= tidy <= 1:
        raise ValueError(f"tidy is a share, 0 to 1; got {tidy:g}")


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
    return min(1.0, tidy / CHROMA_UNTIL)


def _light_alone(flat: FloatArray, detail: FloatArray) -> FloatArray:
    """The detail that is as dark or light, of the flat's own hue: a factor, or a way to white."""
    before = (flat @ LUMA)[..., None]
    after = (np.clip(flat + detail, 0, 255) @ LUMA)[..., None]
    shade = _bounded(np.maximum(before - after, 0) / np.maximum(before, 1))
    light = _bounded(np.maximum(after - before, 0) / np.maximum(255 - before, 1))
    return np.asarray((255 - flat) * light - flat * shade, dtype=np.float32)


def _bounded(share: FloatArray) -> FloatArray:
    """A share that never goes beyond the most that light does."""
    return np.asarray(MOST_LIGHT * np.tanh(share / MOST_LIGHT), dtype=np.float32)
