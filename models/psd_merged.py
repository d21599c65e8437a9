"""The merged picture of a Photoshop file, checked to be complete before it is decoded."""

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image

SIGNATURE = b"8BPS"
_HEADER = struct.Struct(">4sH6sHIIHH")
_RAW, _RLE = 0, 1
_LARGE_DOCUMENT = 2


@dataclass(frozen=True, slots=True)
class PsdHeader:
    """The first 26 bytes of a file; sides in pixels, depth in bits a channel."""

    version: int
    channels: int
    height: int
    width: int
    depth: int

    @property
    def row_bytes(self) -> int:
        """Bytes of one row of one channel, uncompressed."""
        return (self.width * self.depth + 7) // 8


@dataclass(frozen=True, slots=True, eq=False)
class MergedPsd:
    """A merged picture with what its file says of it; dpi None where it says nothing."""

    image: Image.Image
    mode: str
    icc_profile: bytes | None
    dpi: tuple[float, float] | None
    notes: tuple[str, ...]


def read_header(stream: BinaryIO) -> PsdHeader:
    """Read the header and leave the stream behind it. Raises EOFError if it is cut short."""
    content = stream.read(_HEADER.size)
    if len(content) < _HEADER.size:
        raise EOFError("the header is incomplete")
    _, version, _, channels, height, width, depth, _ = _HEADER.unpack(content)
    return PsdHeader(version, channels, height, width, depth)


def read_merged(stream: BinaryIO) -> MergedPsd:
    """Decode the merged picture, from the start of the stream.

    CMYK comes out as sRGB, everything else in the file's own colours. Raises EOFError, ValueError
    and whatever psd-tools raises on damaged files.
    """
    from psd_tools import PSDImage  # noqa: PLC0415 - a third of a second that only PSD files pay
    from psd_tools.constants import Resource  # noqa: PLC0415

    _check_complete(stream)
    stream.seek(0)
    psd = PSDImage.open(stream)
    is_cmyk = psd.pil_mode.startswith("CMYK")
    notes = ["converted from CMYK to sRGB"] if is_cmyk else []
    if psd.has_preview():
        image = psd.topil(apply_icc=is_cmyk)
    else:
        image = psd.composite(apply_icc=is_cmyk)
        notes.append("holds no merged picture; its layers were merged here")
    if image is None:
        raise ValueError("no merged picture")
    resolution = psd.image_resources.get_data(Resource.RESOLUTION_INFO)
    dpi = None
    if resolution is not None:  # 16.16 fixed point, pixels an inch whatever unit is shown
        dpi = resolution.horizontal / 65536, resolution.vertical / 65536
    profile = None if is_cmyk else psd.image_resources.get_data(Resource.ICC_PROFILE)
    return MergedPsd(image, psd.pil_mode, profile, dpi, tuple(notes))


def _check_complete(stream: BinaryIO) -> None:
    """Raise EOFError if the merged picture's bytes end early: psd-tools would fill in black."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    header = read_header(stream)
    is_large = header.version == _LARGE_DOCUMENT
    for length_format in (">I", ">I", ">Q" if is_large else ">I"):  # modes, resources, layers
        length = _read_number(stream, length_format)
        if stream.seek(length, os.SEEK_CUR) > end:
            raise EOFError("a section ends early")
    compression = _read_number(stream, ">H")
    rows = header.channels * header.height
    needed = 0
    if compression == _RAW:
        needed = rows * header.row_bytes
    elif compression == _RLE:
        counts = struct.Struct(f">{rows}{'I' if is_large else 'H'}")
        table = stream.read(counts.size)
        if len(table) < counts.size:
            raise EOFError("the merged picture ends early")
        needed = sum(counts.unpack(table))
    if stream.tell() + needed > end:
        raise EOFError("the merged picture ends early")


def _read_number(stream: BinaryIO, number_format: str) -> int:
    content = stream.read(struct.calcsize(number_format))
    if len(content) < struct.calcsize(number_format):
        raise EOFError("a section ends early")
    return int(struct.unpack(number_format, content)[0])
