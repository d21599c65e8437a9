"""A colour picture as flats, a shade to multiply them by and a highlight to screen over both.

With the flats known, shade and highlight follow channel by channel: the shade carries what is
darker than its flat, the highlight what is brighter. In bytes their composite differs from the
picture by one level at most, and differences that nobody sees leave both layers empty.
"""

from functools import cache

import cv2
import numpy as np

from models.arrays import U8Array

UNSEEN = 1
"""Levels of 255 in every channel up to which a pixel counts as its flat colour."""
NEUTRAL_SHADE = 255
NEUTRAL_HIGHLIGHT = 0


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
    shade_table, highlight_table = _tables()
    place = flat_u8.astype(np.uint16)
    place <<= 8
    place |= color_u8
    shade, highlight = shade_table.ravel()[place], highlight_table.ravel()[place]
    difference = cv2.absdiff(color_u8, flat_u8)
    flat = (difference <= UNSEEN).all(axis=2)
    shade[flat], highlight[flat] = NEUTRAL_SHADE, NEUTRAL_HIGHLIGHT
    return shade, highlight


def composed(flat_u8: U8Array, shade_u8: U8Array, highlight_u8: U8Array) -> U8Array:
    """The picture that flats make with a shade and a highlight, uint8 (H, W, 3) each."""
    shaded = np.round(flat_u8 * (shade_u8 / np.float32(255)))
    left = (255 - shaded) * ((255 - highlight_u8.astype(np.float32)) / 255)
    return np.round(255 - left).astype(np.uint8)
