"""Photoshop files of every mode, byte by byte, for the tests of their reading."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BITMAP, GREY, INDEXED, RGB, CMYK, MULTICHANNEL, DUOTONE, LAB = 0, 1, 2, 3, 4, 7, 8, 9


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Pixels of uint8 (h, w, 4) at a place, and how they are shown."""

    rgba_u8: np.ndarray
    left: int = 0
    top: int = 0
    opacity: int = 255
    blend: bytes = b"norm"
    visible: bool = True
    ranges: bytes = b""
    blocks: bytes = b""


def _samples(plane: np.ndarray, depth: int) -> bytes:
    if depth == 1:
        return np.packbits(plane.astype(np.uint8), axis=1).tobytes()
    return plane.astype({8: ">u1", 16: ">u2", 32: ">f4"}[depth]).tobytes()


def _layer_section(layers: Sequence[Layer], *, says_alpha: bool, length: str) -> bytes:
    if not layers and not says_alpha:
        return b""
    records, data = b"", b""
    for number, layer in enumerate(layers):
        height, width = layer.rgba_u8.shape[:2]
        right, bottom = layer.left + width, layer.top + height
        records += struct.pack(">4iH", layer.top, layer.left, bottom, right, 4)
        for channel in (-1, 0, 1, 2):
            records += struct.pack(f">h{length}", channel, 2 + width * height)
            data += struct.pack(">H", 0) + layer.rgba_u8[..., channel].tobytes()
        flags = 0 if layer.visible else 2
        records += struct.pack(">4s4sBBBB", b"8BIM", layer.blend, layer.opacity, 0, flags, 0)
        name = f"Layer {number}".encode()
        name = (bytes([len(name)]) + name).ljust((len(name) + 4) // 4 * 4, b"\0")
        extra = struct.pack(">II", 0, len(layer.ranges)) + layer.ranges + name + layer.blocks
        records += struct.pack(">I", len(extra)) + extra
    count = -len(layers) if says_alpha else len(layers)
    info = struct.pack(">h", count) + records + data
    info += bytes(-len(info) % 4)
    return struct.pack(f">{length}", len(info)) + info + struct.pack(">I", 0)


def psd_bytes(
    planes: np.ndarray,
    mode: int,
    *,
    depth: int = 8,
    layers: Sequence[Layer] = (),
    says_alpha: bool = False,
    resources: dict[int, bytes] | None = None,
    table: bytes = b"",
    version: int = 1,
) -> bytes:
    """A file whose merged picture is planes (channels, H, W), as they are stored.

    says_alpha  whether the count of layers is negative: the first extra channel is transparency.
    """
    channels, height, width = planes.shape
    length = "Q" if version == 2 else "I"
    file = struct.pack(">4sH6sHIIHH", b"8BPS", version, b"", channels, height, width, depth, mode)
    file += struct.pack(">I", len(table)) + table
    blocks = b""
    for number, content in (resources or {}).items():
        blocks += struct.pack(">4sHHI", b"8BIM", number, 0, len(content))
        blocks += content + bytes(len(content) % 2)
    file += struct.pack(">I", len(blocks)) + blocks
    section = _layer_section(layers, says_alpha=says_alpha, length=length)
    file += struct.pack(f">{length}", len(section)) + section
    return file + struct.pack(">H", 0) + b"".join(_samples(plane, depth) for plane in planes)
