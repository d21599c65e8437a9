"""From planes of region numbers to what each region has: colours, parts, how many pixels."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

U8Array = NDArray[Any]
"""uint8 plane; cv2's annotations do not tell the dtype."""
FEW = 256
"""Up to so many regions are looked up in 8 bits, which is many times as fast."""


def look_up(table: U8Array, owner: NDArray[np.int16]) -> U8Array:
    """The table's entry (N,) or (N, 3) for the region at each pixel, (H, W) or (H, W, 3)."""
    if len(table) <= FEW:
        full = np.zeros((FEW, *table.shape[1:]), np.uint8)
        full[: len(table)] = table
        small = owner.astype(np.uint8)
        if table.ndim == 1:
            return cv2.LUT(small, full)
        return cv2.LUT(cv2.merge([small] * 3), full.reshape(1, FEW, 3))
    if table.ndim == 1:
        return np.take(table, owner, mode="clip")
    packed = np.zeros((len(table), 4), np.uint8)
    packed[:, :3] = table
    seen = np.take(packed.view(np.uint32)[:, 0], owner, mode="clip")
    return cv2.cvtColor(seen.view(np.uint8).reshape(*owner.shape, 4), cv2.COLOR_BGRA2BGR)


def smooth_flat(
    colors: U8Array, owner: NDArray[np.int16], *, factor: int, flat: U8Array
) -> U8Array:
    """Flat colours without steps at their borders, (H, W, 3).

    owner has ``factor`` times the rows and columns of flat; each pixel gets the mean colour of
    its factor × factor regions. Only where these differ is anything computed.
    """
    parts = [
        owner[row::factor, column::factor] for row in range(factor) for column in range(factor)
    ]
    first = np.ascontiguousarray(parts[0])
    differs = np.zeros(first.shape, np.bool_)
    for part in parts[1:]:
        differs |= part != first
    rows, columns = np.nonzero(differs)
    total = np.zeros((len(rows), 3), np.uint32)
    for part in parts:
        total += colors[part[rows, columns]]
    smooth = flat.copy()
    smooth[rows, columns] = (total + len(parts) // 2) // len(parts)
    return smooth


def count_values(owner: NDArray[np.int16], most: int) -> NDArray[np.int64]:
    """How many pixels each region number below ``most`` has, (most,)."""
    counts = cv2.calcHist([owner.view(np.uint16)], [0], None, [most], [0, most])
    return counts.ravel().astype(np.int64)
