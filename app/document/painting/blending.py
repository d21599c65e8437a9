"""How painted pixels join others: straight alpha in, straight alpha out, colours kept exact."""

import cv2
import numpy as np

from app.document.layer import BlendMode
from models.arrays import FloatArray, U8Array
from models.hints.tags import Rgb

FULL = 255
"""Of alpha and cover: all of a pixel."""


def mixed(below: FloatArray, above: FloatArray, blend: BlendMode) -> FloatArray:
    """What a mode makes of two opaque colours, float32 of 0 to 1 (W3C Compositing, section 10)."""
    if blend is BlendMode.MULTIPLY:
        return below * above
    if blend is BlendMode.SCREEN:
        return below + above - below * above
    if blend is BlendMode.OVERLAY:
        dark, light = 2 * below * above, 1 - 2 * (1 - below) * (1 - above)
        return np.asarray(np.where(below <= 0.5, dark, light), dtype=np.float32)
    if blend is BlendMode.ADD:
        return np.minimum(below + above, np.float32(1))
    return above


def faded(rgba_u8: U8Array, opacity: float) -> U8Array:
    """Pixels, uint8 (h, w, 4), with that share of their alpha."""
    if opacity >= 1:
        return rgba_u8
    alpha = np.rint(rgba_u8[..., 3] * np.float32(opacity)).astype(np.uint8)
    return np.dstack([rgba_u8[..., :3], alpha])


def laid_over(below_u8: U8Array, above_u8: U8Array, blend: BlendMode = BlendMode.NORMAL) -> U8Array:
    """RGBA over RGBA, uint8 (h, w, 4) each, both of straight alpha.

    Where only one of them shows, its colour stays as it is to the bit.
    """
    below, above = _shares(below_u8), _shares(above_u8)
    own, over = below[..., 3:], above[..., 3:]
    both = mixed(below[..., :3], above[..., :3], blend)
    color = (above[..., :3] * (1 - own) + both * own) * over
    return _straight(color + below[..., :3] * own * (1 - over), over + own * (1 - over))


def painted_on(below_u8: U8Array, color: Rgb, cover: U8Array) -> U8Array:
    """A colour over RGBA, uint8 (h, w, 4), as far as it covers each pixel, uint8 (h, w)."""
    touched = cover > 0
    if not below_u8[..., 3].any():
        seen = touched.astype(np.uint8)
        return np.asarray(cv2.merge([*(seen * level for level in _solid(color)[:3]), cover]))
    painted: U8Array = np.where((cover == FULL)[..., None], _solid(color), below_u8)
    soft = touched & (cover < FULL)
    below, share = _shares(below_u8[soft]), _shares(cover[soft, None])
    own = below[:, 3:] * (1 - share)
    painted[soft] = _straight(_tint(color) * share + below[:, :3] * own, share + own)
    return painted


def tinted(below_u8: U8Array, color: Rgb, cover: U8Array) -> U8Array:
    """The same where alpha is locked: colours change, and no pixel's alpha."""
    painted: U8Array = below_u8.copy()
    touched = (cover > 0) & (below_u8[..., 3] > 0)
    below, share = _shares(below_u8[touched]), _shares(cover[touched, None])
    painted[touched] = _bytes(below[:, :3] * (1 - share) + _tint(color) * share, below[:, 3:])
    return painted


def erased(below_u8: U8Array, cover: U8Array) -> U8Array:
    """RGBA, uint8 (h, w, 4), less what is covered of each pixel, uint8 (h, w)."""
    left: U8Array = below_u8.copy()
    touched = cover > 0
    below = below_u8[touched]
    alpha = _shares(below[:, 3:]) * (1 - _shares(cover[touched, None]))
    left[touched] = _bytes(_shares(below[:, :3]), alpha)
    return left


def _shares(levels: U8Array) -> FloatArray:
    """Bytes as shares of 1."""
    shares: FloatArray = np.multiply(levels, np.float32(1 / 255), dtype=np.float32)
    return shares


def _solid(color: Rgb) -> U8Array:
    return np.array((*color, FULL), dtype=np.uint8)


def _tint(color: Rgb) -> FloatArray:
    return np.array(color, dtype=np.float32) * np.float32(1 / 255)


def _straight(color: FloatArray, alpha: FloatArray) -> U8Array:
    """Premultiplied shares of 1 as bytes of straight alpha."""
    return _bytes(np.divide(color, alpha, out=np.zeros_like(color), where=alpha > 0), alpha)


def _bytes(color: FloatArray, alpha: FloatArray) -> U8Array:
    """Shares of 1 as bytes, uint8 (…, 4); nothing where alpha rounds to nothing."""
    rgba = np.rint(np.concatenate([color, alpha], axis=-1) * np.float32(FULL))
    rgba[rgba[..., 3] == 0] = 0
    return np.clip(rgba, 0, FULL).astype(np.uint8)
