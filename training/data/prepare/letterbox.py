"""Letterbox bars off, mirrored padding on: pictures of any aspect as squares (METHODS.md 2.6)."""

from dataclasses import dataclass

import numpy as np

from models.arrays import U8Array
from models.geometry import Rect

LEAST_BAR_SHARE = 0.02
"""Bars together cover at least this share of a side; thinner dark rims are part of a picture."""
FLAT_LEVELS = 6
DARK_LEVEL = 16


@dataclass(frozen=True, slots=True)
class Padded:
    """A padded picture and where the picture lies in it."""

    pixels_u8: U8Array
    window: Rect


def find_bars(rgb_u8: U8Array) -> Rect | None:
    """The picture inside dark bars at two opposite sides of uint8 (H, W, 3); None without bars.

    A bar is a run of rows (or columns) from the edge that are flat and nearly black; both of a
    pair must be there and differ by at most 2 pixels, which a dark scene hardly does.
    """
    for axis in (0, 1):
        lines = rgb_u8 if axis == 0 else rgb_u8.swapaxes(0, 1)
        flat = lines.reshape(len(lines), -1)
        is_bar = (flat.max(axis=1) <= DARK_LEVEL) & (np.ptp(flat, axis=1) <= FLAT_LEVELS)
        if is_bar.all():
            return None
        first, last = int(np.argmin(is_bar)), int(np.argmin(is_bar[::-1]))
        height, width = rgb_u8.shape[:2]
        enough = first and last and first + last >= LEAST_BAR_SHARE * len(lines)
        if enough and abs(first - last) <= 2:
            if axis == 0:
                return Rect(0, first, width, height - last)
            return Rect(first, 0, width - last, height)
    return None


def true_window(size: tuple[int, int], true_size: tuple[int, int]) -> Rect:
    """Where the picture lies in a letterboxed one of this (width, height).

    true_size  width and height of the original. Two pixels less than its share are kept along
               the bars, for the blur between them and the picture. The whole picture if the
               aspects agree to within those 2 pixels.
    """
    width, height = size
    true_width, true_height = true_size
    if min(width, height, true_width, true_height) < 1:
        raise ValueError(f"sizes must be positive; got {size} and {true_size}")
    scale = min(width / true_width, height / true_height)
    across, down = round(true_width * scale), round(true_height * scale)
    across = max(1, across - 2) if width - across > 2 else width
    down = max(1, down - 2) if height - down > 2 else height
    left, top = (width - across) // 2, (height - down) // 2
    return Rect(left, top, left + across, top + down)


def remove_letterbox(rgb_u8: U8Array, true_size: tuple[int, int] | None = None) -> Rect:
    """Where the picture lies: by its bars, and by its true aspect where that is known.

    A known aspect is only believed where the border that it would cut off is flat: a file may
    have been cropped since its metadata were written.
    """
    height, width = rgb_u8.shape[:2]
    whole = Rect(0, 0, width, height)
    if true_size is not None:
        window = true_window((width, height), true_size)
        if window != whole and _is_flat_outside(rgb_u8, window):
            return window
    return find_bars(rgb_u8) or whole


def pad_to_square(pixels_u8: U8Array) -> Padded:
    """Mirror (H, W) or (H, W, C) to a square: landscape only at the top, portrait on both sides.

    The left side gets the odd pixel's smaller half. Beyond an aspect of 2:1 the mirror images
    repeat.
    """
    height, width = pixels_u8.shape[:2]
    side = max(height, width)
    top = side - height
    left = (side - width) // 2
    amounts = [(top, 0), (left, side - width - left), (0, 0)][: pixels_u8.ndim]
    padded = np.pad(pixels_u8, amounts, mode="symmetric")
    return Padded(padded, Rect(left, top, left + width, side))


def _is_flat_outside(rgb_u8: U8Array, window: Rect) -> bool:
    bars = (
        rgb_u8[: max(0, window.top - 2)],
        rgb_u8[window.bottom + 2 :],
        rgb_u8[:, : max(0, window.left - 2)],
        rgb_u8[:, window.right + 2 :],
    )
    return all(int(np.ptp(bar)) <= 2 * FLAT_LEVELS for bar in bars if bar.size)
