"""The tags of TIFF files, classic or big, in either order of bytes."""

import os
import struct
from collections.abc import Mapping
from typing import BinaryIO

STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"II\0*", b"MM*\0")
"""How a TIFF begins; the last two with their number turned round, as some programs write it."""
Value = bytes | tuple[int, ...] | tuple[float, ...]
Tags = Mapping[int, Value]
"""What a page says of itself, by number; texts and unknown kinds as bytes."""

_BIG = (b"II+\0", b"MM\0+")
_KINDS = {
    1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I", 16: "Q", 17: "q",
    18: "Q",
}  # fmt: skip
_RATIONALS = {5: "I", 10: "i"}


def read_directories(stream: BinaryIO) -> list[Tags]:
    """The tags of every page, in the file's order; tags that lie outside the file are left out.

    Raises EOFError where a directory, or every one, is missing.
    """
    end = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    start = stream.read(4)
    order, is_big = "<" if start[:2] == b"II" else ">", start in _BIG
    if is_big:
        stream.seek(8)
    reader = _Reader(stream, end, order, is_big=is_big)
    pages: list[Tags] = []
    seen: set[int] = set()
    place = reader.number(reader.offset)
    while place and place not in seen:
        seen.add(place)
        tags, place = reader.directory(place)
        pages.append(tags)
    if not pages:
        raise EOFError("it holds no page")
    return pages


class _Reader:
    def __init__(self, stream: BinaryIO, end: int, order: str, *, is_big: bool) -> None:
        self._stream = stream
        self._end = end
        self._order = order
        self._is_big = is_big
        self.offset = "Q" if is_big else "I"

    def number(self, kind: str) -> int:
        """The next number. Raises EOFError."""
        content = self._stream.read(struct.calcsize(f"{self._order}{kind}"))
        try:
            return int(struct.unpack(f"{self._order}{kind}", content)[0])
        except struct.error as error:
            raise EOFError("its tags end early") from error

    def directory(self, place: int) -> tuple[Tags, int]:
        """The tags at a place, and where the next ones are, 0 behind the last."""
        self._stream.seek(min(place, self._end))
        count = self.number("Q" if self._is_big else "H")
        entry = struct.Struct(f"{self._order}HH{self.offset}{8 if self._is_big else 4}s")
        if count * entry.size > self._end - self._stream.tell():
            raise EOFError("its tags end early")
        entries = [entry.unpack(self._stream.read(entry.size)) for _ in range(count)]
        after = self.number(self.offset)
        found = {}
        for tag, kind, length, content in entries:
            value = self._value(kind, length, content)
            if value is not None:
                found[tag] = value
        return found, after

    def _value(self, kind: int, length: int, content: bytes) -> Value | None:
        letter = _KINDS.get(kind) or _RATIONALS.get(kind, "B")
        parts = length * (2 if kind in _RATIONALS else 1)
        size = struct.calcsize(f"{self._order}{letter}") * parts
        if size > len(content):
            place = int(struct.unpack(f"{self._order}{self.offset}", content)[0])
            if place + size > self._end:
                return None
            self._stream.seek(place)
            content = self._stream.read(size)
        if kind not in _KINDS and kind not in _RATIONALS:
            return content[:size]
        numbers = struct.unpack(f"{self._order}{parts}{letter}", content[:size])
        if kind in _RATIONALS:
            return tuple(
                above / below if below else 0.0
                for above, below in zip(numbers[::2], numbers[1::2], strict=True)
            )
        return numbers
