"""From planes to the coloured picture: shadow colours, rounded form, highlights, coloured ink."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.hints.tags import Rgb
from training.data.characters.drawing.shading import Light

U8Array = NDArray[Any]
"""uint8 plane; cv2's annotations do not tell the dtype."""
ROSY = (238, 128, 120)
SHADOW_REACH = 2.4
"""How fast a darker shade takes on the shadow's colour."""


def shadow_colors(colors: U8Array, tint: tuple[float, float, float]) -> U8Array:
    """The colour of each flat colour in shadow before it is darkened, uint8 (N, 3).

    A shadow is more saturated than the light, as painters have it, and leans to ``tint``
    (factor of each channel); its luminance stays.
    """
    lit = colors.astype(np.float64)
    most = np.maximum(lit.max(axis=1), 1)
    is_warm = (lit[:, 0] > lit[:, 1]) & (lit[:, 1] >= lit[:, 2])  # skin above all
    is_warm &= lit.min(axis=1) < 0.95 * most
    depth = np.where(is_warm, 0.9, 0.55)[:, None]
    deep = lit * (np.maximum(lit, 1) / most[:, None]) ** depth
    deep *= np.array(tint)
    deep[is_warm] *= (1.0, 0.91, 0.86)
    weights = np.array([0.299, 0.587, 0.114])
    same = (lit @ weights) / np.maximum(deep @ weights, 1e-6)
    return np.clip(deep * np.minimum(same, 1.25)[:, None], 0, 255).astype(np.uint8)


def form_shade(mask: U8Array, light: Light, *, radius: float, strength: float) -> U8Array:
    """Soft shading of a rounded mass: uint8 (H, W), 255 where lit.

    A light from behind lights only what turns towards it. mask is 255 where the mass is, radius
    how far from its edge it bends away, in pixels. It is computed at a fraction of the size, as it
    has no detail.
    """
    height, width = mask.shape
    step = max(1, int(radius / 5))
    small = cv2.resize(mask, (max(width // step, 8), max(height // step, 8)), None, 0, 0, 3)
    reach = radius / step
    soft = cv2.GaussianBlur(small, (0, 0), reach * 0.8).astype(np.float32)
    across = np.array([light.x, light.y]) * reach
    rows, columns = small.shape
    shifts = [np.array([[1, 0, s * across[0]], [0, 1, s * across[1]]], np.float32) for s in (-1, 1)]
    toward, away = (
        cv2.warpAffine(soft, m, (columns, rows), borderMode=cv2.BORDER_REPLICATE) for m in shifts
    )
    turned = (toward - away) / 255 + (0.5 if light.behind else 0.0)
    dark = np.clip(turned, 0, 1) * strength * 1.6
    lit = (255 * (1 - np.minimum(dark, strength))).astype(np.uint8)
    return cv2.resize(lit, (width, height), interpolation=cv2.INTER_LINEAR)


def compose(
    smooth_flat: U8Array,
    *,
    shadow: U8Array,
    shade: U8Array,
    blush: U8Array,
    glow: U8Array,
) -> U8Array:
    """Shade the flat colours, then add blush and highlights; all uint8, (H, W, 3) or (H, W)."""
    depth = cv2.convertScaleAbs(cv2.bitwise_not(shade), alpha=SHADOW_REACH)
    base = mixed(smooth_flat, shadow, depth)
    base = cv2.multiply(base, cv2.merge([shade] * 3), scale=1 / 255)
    rosy, lit = _where(blush), _where(glow)
    if rosy:
        part = base[rosy]
        base[rosy] = mixed(part, np.full_like(part, ROSY), blush[rosy])
    if lit:
        part = base[lit]
        lack = cv2.multiply(cv2.bitwise_not(part), cv2.merge([glow[lit]] * 3), scale=1 / 255)
        base[lit] = cv2.add(part, lack)
    return base


def _where(plane: U8Array) -> tuple[slice, slice] | None:
    """The rectangle that holds all of a plane that is not 0; None if it is empty."""
    x, y, width, height = cv2.boundingRect(plane)
    return (slice(y, y + height), slice(x, x + width)) if width else None


def inked(color: U8Array, flat: U8Array, line: U8Array, ink: Rgb, share: float) -> U8Array:
    """Lay the lines over a picture, in ink that takes a ``share`` of the surface's hue.

    Of the surface's colour most of the grey is left out, so that lines on white or skin stay dark.
    """
    red, green, blue = cv2.split(flat)
    grey = cv2.convertScaleAbs(cv2.min(cv2.min(red, green), blue), alpha=0.8)
    tone = cv2.convertScaleAbs(cv2.subtract(flat, cv2.merge([grey] * 3)), alpha=share)
    tone = cv2.add(tone, np.array([*(channel * (1 - share) for channel in ink), 0]))
    return mixed(color, tone, cv2.bitwise_not(line))


def mixed(base: U8Array, over: U8Array, alpha: U8Array) -> U8Array:
    """Blend ``over`` onto ``base`` by an 8-bit alpha plane."""
    weight = cv2.merge([alpha] * 3)
    kept = cv2.multiply(base, cv2.bitwise_not(weight), scale=1 / 255)
    return cv2.add(kept, cv2.multiply(over, weight, scale=1 / 255))
