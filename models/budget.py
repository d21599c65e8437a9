"""What a file may ask for: held against limits, and against what the file holds, before any memory
is spent on it.

Heads lie: a few bytes can claim hundreds of megapixels, and decoders paint what is missing black or
grey without a word.
"""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAX_PIXELS = 200_000_000
MAX_SIDE = 300_000
"""As long as Photoshop's largest files are."""
MAX_PROFILE_BYTES = 16 << 20
MAX_LAYERS = 100
MAX_LAYER_PIXELS = 8 * MAX_PIXELS
"""Of all layers of a document together."""

_DEFLATED = 1032
"""Bytes that one byte of Deflate stands for at most."""
_JPEG_PIXELS = 512
"""Pixels that one byte of a JPEG stands for at most: eight blocks of 64, a bit each."""
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PNG_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
               (0, 1, 1, 2))  # fmt: skip
"""First column and row of each pass of an interlaced PNG, and its steps across and down."""
_PIECE = 1 << 16


class BudgetError(ValueError):
    """More than any file may ask for; the message gives the value, the limit and the remedy."""


def check_size(width: int, height: int) -> None:
    """Raise BudgetError for a picture of no pixel, or of more than is read."""
    if width < 1 or height < 1:
        raise BudgetError(f"the picture is {width}×{height}, without a pixel; save again")
    if max(width, height) > MAX_SIDE:
        raise BudgetError(
            f"{width}×{height} pixels are longer than the limit of {MAX_SIDE} a side; cut the "
            "picture up"
        )
    if width * height > MAX_PIXELS:
        raise BudgetError(
            f"{width}×{height} pixels ({width * height / 1e6:.0f} megapixels) are more than the "
            f"limit of {MAX_PIXELS // 1_000_000} megapixels; scale the picture down"
        )


def check_layers(count: int, width: int, height: int) -> None:
    """Raise BudgetError for a document of more layers than are read."""
    if count > MAX_LAYERS or count * width * height > MAX_LAYER_PIXELS:
        raise BudgetError(
            f"{count} layers of {width}×{height} pixels are more than the limit of {MAX_LAYERS} "
            f"layers and {MAX_LAYER_PIXELS // 1_000_000} megapixels; merge some"
        )


def check_jpeg(stream: BinaryIO, width: int, height: int) -> None:
    """Raise EOFError if a JPEG is too short for its size."""
    if width * height > _JPEG_PIXELS * stream.seek(0, os.SEEK_END):
        raise EOFError(f"it is too short for {width}×{height} pixels")


@dataclass(frozen=True, slots=True)
class PngData:
    """How many bytes a PNG's rows take up, and where its compressed ones lie: (place, length).

    is_whole  whether none of its parts is longer than the file: some decoders make room for them.
    """

    height: int
    needed: int
    stretches: tuple[tuple[int, int], ...]
    is_whole: bool

    @property
    def packed(self) -> int:
        """Bytes of compressed rows."""
        return sum(length for _, length in self.stretches)


def read_png(stream: BinaryIO) -> PngData:
    """What a PNG promises. Raises EOFError if it holds too little for it, whatever that is."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(16)
    head = stream.read(13)
    if len(head) < 13:
        raise EOFError("its head is incomplete")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits = head[8] * _PNG_SAMPLES.get(head[9], 4)
    whole = ((0, 0, 1, 1),)
    needed = 0
    for left, top, across, down in _PNG_PASSES if head[12] else whole:
        columns, rows = -((left - width) // across), -((top - height) // down)
        if columns > 0 and rows > 0:
            needed += rows * (1 + (columns * bits + 7) // 8)
    parts = tuple(_parts(stream, end))
    data = PngData(
        height=height,
        needed=needed,
        stretches=tuple(
            (place, min(n, end - place)) for name, place, n in parts if name == b"IDAT"
        ),
        is_whole=all(place + length <= end for _, place, length in parts),
    )
    if needed > _DEFLATED * data.packed + _DEFLATED:
        raise EOFError(f"it is too short for {width}×{height} pixels")
    return data


def _parts(stream: BinaryIO, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and length of each part of a PNG."""
    place = 8
    while place + 8 <= end:
        stream.seek(place)
        head = stream.read(8)
        length = int.from_bytes(head[:4], "big")
        yield head[4:], place + 8, length
        place += 12 + length


def check_png_rows(stream: BinaryIO) -> None:
    """Raise EOFError if the rows of a PNG end early, which decoders may leave unsaid."""
    data = read_png(stream)
    inflate = zlib.decompressobj()
    found = 0
    for place, length in data.stretches:
        stream.seek(place)
        for begin in range(0, length, _PIECE):
            piece = stream.read(min(_PIECE, length - begin))
            while piece and found < data.needed:
                found += len(inflate.decompress(piece, _PIECE))
                piece = inflate.unconsumed_tail
    if found < data.needed:
        rows = found * data.height // data.needed
        raise EOFError(f"about {rows} of {data.height} rows are there")
