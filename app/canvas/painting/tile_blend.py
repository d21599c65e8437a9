"""A block of a layer over what lies below it, as fast as the screen asks: bytes where they do."""

import cv2
import numpy as np

from app.document.layer import BlendMode, Layer
from models.arrays import U8Array


def resized(source: U8Array, shape: tuple[int, int]) -> U8Array:
    """A block averaged down to (h, w); partly transparent RGBA is averaged premultiplied.

    Returns RGB (h, w, 3) where opaque, grey (h, w) as it came, else premultiplied RGBA.
    """
    if source.shape[:2] != shape:
        small = cv2.resize(source, shape[::-1], interpolation=cv2.INTER_AREA)
    else:
        small = source
    if source.ndim == 2:
        return np.asarray(small, dtype=np.uint8)
    if int(cv2.extractChannel(small, 3).min()) == 255:
        return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGBA2RGB), dtype=np.uint8)
    alpha = np.ascontiguousarray(source[..., 3])
    premultiplied = cv2.merge(
        [
            *(cv2.multiply(source[..., channel], alpha, scale=1 / 255) for channel in range(3)),
            alpha,
        ]
    )
    if source.shape[:2] != shape:
        premultiplied = cv2.resize(premultiplied, shape[::-1], interpolation=cv2.INTER_AREA)
    return np.asarray(premultiplied, dtype=np.uint8)


def straight(source: U8Array, shape: tuple[int, int]) -> U8Array:
    """RGBA averaged down to (h, w) as `resized` does, but of straight alpha, uint8 (h, w, 4)."""
    if source.shape[:2] == shape:
        return source
    small = resized(source, shape)
    if small.shape[2] == 3:
        return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
    alpha = cv2.merge([small[..., 3]] * 3)
    color = cv2.divide(small[..., :3], alpha, scale=255)
    return np.dstack([color, small[..., 3]])


def _screened(base: U8Array, source: U8Array) -> U8Array:
    """Screen a block over RGB; where it is partly transparent, the share that its alpha leaves."""
    lit = cv2.subtract(source[..., :3], cv2.multiply(base, source[..., :3], scale=1 / 255))
    if source.shape[2] == 3:
        return np.asarray(cv2.add(base, lit), dtype=np.uint8)
    covered = cv2.multiply(base, cv2.merge([source[..., 3]] * 3), scale=1 / 255)
    return np.asarray(cv2.add(covered, lit), dtype=np.uint8)


def _overlaid(base: U8Array, source: U8Array) -> U8Array:
    """Overlay a block on RGB; where it is partly transparent, the share that its alpha leaves."""
    whole = _whole(source)
    dark = cv2.multiply(base, source[..., :3], scale=2 / 255)
    light = cv2.multiply(255 - base, whole - source[..., :3], scale=2 / 255)
    return np.where(base < 128, dark, cv2.subtract(whole, light)).astype(np.uint8)


def _added(base: U8Array, source: U8Array) -> U8Array:
    """Add a block to RGB; where it is partly transparent, the share that its alpha leaves."""
    whole = _whole(source)
    share = cv2.multiply(base, whole, scale=1 / 255)
    return np.asarray(cv2.min(cv2.add(share, source[..., :3]), whole), dtype=np.uint8)


def _whole(source: U8Array) -> U8Array:
    """What white would be there: the block's alpha in each of three channels."""
    if source.shape[2] == 3:
        return np.full_like(source, 255)
    return np.asarray(cv2.merge([source[..., 3]] * 3), dtype=np.uint8)


def blended(base: U8Array, source: U8Array, layer: Layer) -> U8Array:
    """`source` (as `resized` gives it) over `base` (h, w, 3) by a layer's mode and opacity."""
    if source.ndim == 2:
        source = np.asarray(cv2.cvtColor(source, cv2.COLOR_GRAY2RGB), dtype=np.uint8)
    color = np.ascontiguousarray(source[..., :3])
    if layer.blend is BlendMode.MULTIPLY:
        color = np.asarray(cv2.multiply(base, color, scale=1 / 255), dtype=np.uint8)
    elif layer.blend is BlendMode.SCREEN:
        color = _screened(base, source)
    elif layer.blend is BlendMode.OVERLAY:
        color = _overlaid(base, source)
    elif layer.blend is BlendMode.ADD:
        color = _added(base, source)
    if source.shape[2] == 3:
        if layer.opacity >= 1:
            return color
        mixed = cv2.addWeighted(color, layer.opacity, base, 1 - layer.opacity, 0)
        return np.asarray(mixed, dtype=np.uint8)
    uncovered = 255 - source[..., 3].astype(np.float32) * layer.opacity
    rest = cv2.multiply(base.astype(np.float32), cv2.merge([uncovered] * 3), scale=1 / 255)
    total = rest + color.astype(np.float32) * layer.opacity
    return np.clip(total + 0.5, 0, 255).astype(np.uint8)
