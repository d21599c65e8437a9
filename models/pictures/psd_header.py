"""The first bytes of a Photoshop file, and whether those of its merged picture are all there."""

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

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
    color_mode: int

    @property
    def row_bytes(self) -> int:
        """Bytes of one row of one channel, uncompressed."""
        return (self.width * self.depth + 7) // 8


def read_header(stream: BinaryIO) -> PsdHeader:
    """Read the header and leave the stream behind it. Raises EOFError if it is cut short."""
    content = stream.read(_HEADER.size)
    if len(content) < _HEADER.size:
        raise EOFError("the header is incomplete")
    _, version, _, *facts = _HEADER.unpack(content)
    return PsdHeader(version, *facts)


def check_complete(stream: BinaryIO) -> PsdHeader:
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
    return header


def _read_number(stream: BinaryIO, number_format: str) -> int:
    content = stream.read(struct.calcsize(number_format))
    if len(content) < struct.calcsize(number_format):
        raise EOFError("a section ends early")
    return int(struct.unpack(number_format, content)[0])
