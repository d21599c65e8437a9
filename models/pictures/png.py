"""PNG, written band by band: pictures of any size in a few megabytes.

After the PNG specification, third edition, https://www.w3.org/TR/png-3/
"""

import struct
import zlib
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from models.arrays import U8Array
from models.rows import PixelRows, row_bands

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOR_TYPES = {1: 0, 3: 2, 4: 6}
_LEVEL = 4
_INCH_METRES = 0.0254
_NONE, _SUB, _UP = 0, 1, 2
_SAMPLED = 3
"""One byte in so many is looked at when a row's filter is chosen."""


def encode_png(
    stream: BinaryIO,
    pixels_u8: PixelRows,
    *,
    icc_profile: bytes | None = None,
    dpi: tuple[float, float] | None = None,
) -> None:
    """Encode uint8 (H, W), (H, W, 3) or (H, W, 4) as grey, RGB or RGBA into a binary stream.

    The same pixels give the same bytes. Raises ValueError for another shape or type.
    """
    channels = 1 if len(pixels_u8.shape) == 2 else int(pixels_u8.shape[2])
    if pixels_u8.dtype != np.uint8 or channels not in _COLOR_TYPES:
        raise ValueError(
            f"a PNG takes uint8 (H, W), (H, W, 3) or (H, W, 4); got {pixels_u8.dtype} "
            f"{pixels_u8.shape}"
        )
    height, width = pixels_u8.shape[:2]
    stream.write(_SIGNATURE)
    _write_chunk(
        stream, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _COLOR_TYPES[channels], 0, 0, 0)
    )
    if icc_profile is not None:
        _write_chunk(stream, b"iCCP", b"ICC Profile\0\0" + zlib.compress(icc_profile))
    if dpi is not None:
        across, down = (max(1, round(value / _INCH_METRES)) for value in dpi)
        _write_chunk(stream, b"pHYs", struct.pack(">IIB", across, down, 1))
    compressor = zlib.compressobj(_LEVEL)
    above = np.zeros(width * channels, dtype=np.uint8)
    for rows in row_bands(pixels_u8.shape):
        band = np.ascontiguousarray(pixels_u8[rows]).reshape(rows.stop - rows.start, -1)
        packed = compressor.compress(_filtered(band, above, channels).data)
        if packed:
            _write_chunk(stream, b"IDAT", packed)
        above = band[-1].copy()
    _write_chunk(stream, b"IDAT", compressor.flush())
    _write_chunk(stream, b"IEND", b"")


def _write_chunk(stream: BinaryIO, name: bytes, content: bytes) -> None:
    stream.write(struct.pack(">I", len(content)))
    stream.write(name)
    stream.write(content)
    stream.write(struct.pack(">I", zlib.crc32(content, zlib.crc32(name))))


def _filtered(band: U8Array, above: U8Array, channels: int) -> U8Array:
    """Rows (n, bytes) with the filter that leaves least, and its number before each: (n, 1 + b).

    above  the row above the first. The choice by the sum of absolute differences is the
    specification's own advice (section 12.7).
    """
    count, width = band.shape
    filtered = np.empty((count, 1 + width), dtype=np.uint8)
    up = np.empty_like(band)
    np.subtract(band[0], above, out=up[0])
    np.subtract(band[1:], band[:-1], out=up[1:])
    sub = band.copy()
    np.subtract(band[:, channels:], band[:, :-channels], out=sub[:, channels:])
    costs = np.stack([_cost(band), _cost(sub), _cost(up)])
    chosen = np.argmin(costs, axis=0).astype(np.uint8)
    filtered[:, 0] = chosen
    for kind, rows in ((_NONE, band), (_SUB, sub), (_UP, up)):
        is_chosen = chosen == kind
        if is_chosen.all():
            filtered[:, 1:] = rows
        elif is_chosen.any():
            filtered[is_chosen, 1:] = rows[is_chosen]
    return filtered


def _cost(rows: U8Array) -> NDArray[np.int64]:
    """How far a sample of each row's bytes lies from 0, seen as signed: int64 (n,)."""
    sampled = rows[:, ::_SAMPLED]
    return np.asarray(np.minimum(sampled, -sampled).sum(axis=1, dtype=np.int64))
