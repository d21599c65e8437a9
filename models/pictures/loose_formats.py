"""What Pillow leaves open about PNG, JPEG, BMP and TGA: whether alpha is meant, what is unread."""

import os
import struct
from typing import BinaryIO

import cv2
import numpy as np
from PIL import Image

from models.budget import read_png
from models.pictures.samples import UnreadKindError

_TGA_FOOTER = b"TRUEVISION-XFILE.\0"
_TGA_FOOTER_BYTES = 26
_TGA_HEADER_BYTES = 18
_TGA_ALPHA_KIND_AT = 494
_TGA_MAPPED = (1, 9)
_IGNORED_ALPHA = (0, 1, 2)
"""None; undefined, to be ignored; undefined, but to be kept."""
_MULTIPLIED_ALPHA = 4
_JPEG_FRAMES = range(0xC0, 0xD0)
_JPEG_NO_FRAMES = (0xC4, 0xC8, 0xCC)
_JPEG_LOSSLESS = (0xC3, 0xC7, 0xCB, 0xCF)
_EMPTY_ALPHA = (
    "its alpha is 0 everywhere, as programs write it that keep none; it is read as opaque"
)


def ends_like_tga(stream: BinaryIO) -> bool:
    """Whether a file ends like a TGA of the newer form; the older one has no mark."""
    return _tga_footer(stream) is not None


def _tga_footer(stream: BinaryIO) -> bytes | None:
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, end - _TGA_FOOTER_BYTES))
    footer = stream.read(_TGA_FOOTER_BYTES)
    return footer if footer.endswith(_TGA_FOOTER) else None


def check_jpeg(stream: BinaryIO) -> None:
    """Raise UnreadKindError where a JPEG has more than 8 bits or is lossless; leaves damage be."""
    stream.seek(2)
    while len(marker := stream.read(4)) == 4 and marker[0] == 0xFF:
        code, length = marker[1], int.from_bytes(marker[2:], "big")
        if code in _JPEG_FRAMES and code not in _JPEG_NO_FRAMES:
            depth = stream.read(1)
            if code in _JPEG_LOSSLESS:
                raise UnreadKindError("lossless")
            if depth and depth[0] != 8:
                raise UnreadKindError(f"{depth[0]}-bit")
            return
        stream.seek(length - 2, os.SEEK_CUR)


def settle(stream: BinaryIO, image: Image.Image, depth: int) -> tuple[Image.Image, tuple[str, ...]]:
    """A loaded picture with its alpha as its file means it, and notes on what was decided.

    depth  bits a channel in the file.
    """
    if image.format == "PNG":
        return _settle_png(stream, image, depth), ()
    if image.format == "TGA":
        return _settle_tga(stream, image)
    if image.format == "BMP":
        return _without_empty_alpha(image)
    return image, ()


def _settle_png(stream: BinaryIO, image: Image.Image, depth: int) -> Image.Image:
    """Pillow compares the transparent colour with pixels whose depth it has changed."""
    clear = image.info.get("transparency")
    if isinstance(clear, int) and image.mode == "L" and depth < 8:
        image.info["transparency"] = clear * 255 // (2**depth - 1)
    elif isinstance(clear, tuple) and image.mode == "RGB" and depth == 16:
        if not read_png(stream).is_whole:
            raise EOFError("a part of it ends early")
        stream.seek(0)
        deep = cv2.imdecode(np.frombuffer(stream.read(), dtype=np.uint8), cv2.IMREAD_UNCHANGED)
        if deep is None or deep.ndim != 3 or deep.dtype != np.uint16:
            raise ValueError("its transparent colour cannot be told")
        is_seen = np.logical_or.reduce([deep[..., 2 - index] != clear[index] for index in range(3)])
        del image.info["transparency"]
        image.putalpha(Image.fromarray(is_seen.astype(np.uint8) * np.uint8(255)))
    return image


def _settle_tga(stream: BinaryIO, image: Image.Image) -> tuple[Image.Image, tuple[str, ...]]:
    """The header counts the bits that are alpha; the newer form's extension says what they mean."""
    if image.mode == "P" and image.palette is not None and image.palette.mode == "RGBA":
        image = image.convert("RGBA")
    if image.mode not in ("RGBA", "LA"):
        return image, ()
    stream.seek(0)
    header = stream.read(_TGA_HEADER_BYTES)
    kind = _tga_alpha_kind(stream)
    if not header[17] & 0x0F or kind in _IGNORED_ALPHA:
        return _opaque(image), ()
    color_bits = header[7] if header[2] in _TGA_MAPPED else header[16]
    if color_bits == 16 and image.mode == "RGBA":  # Pillow takes a set bit for transparent
        image.putalpha(image.getchannel("A").point([255 - level for level in range(256)]))
    if kind == _MULTIPLIED_ALPHA and image.mode == "RGBA":
        image = Image.frombytes("RGBa", image.size, image.tobytes()).convert("RGBA")
    return _without_empty_alpha(image)


def _tga_alpha_kind(stream: BinaryIO) -> int | None:
    footer = _tga_footer(stream)
    place = struct.unpack("<I", footer[:4])[0] if footer else 0
    if not place:
        return None
    stream.seek(place + _TGA_ALPHA_KIND_AT)
    return next(iter(stream.read(1)), None)


def _without_empty_alpha(image: Image.Image) -> tuple[Image.Image, tuple[str, ...]]:
    if image.mode in ("RGBA", "LA") and image.getchannel("A").getextrema() == (0, 0):
        return _opaque(image), (_EMPTY_ALPHA,)
    return image, ()


def _opaque(image: Image.Image) -> Image.Image:
    return image.convert(image.mode.removesuffix("A"))
