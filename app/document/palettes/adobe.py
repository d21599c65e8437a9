"""Adobe's palettes: Photoshop's swatches (.aco) and tables (.act), and swatches of all (.ase)."""

import struct
from collections.abc import Callable, Iterator, Mapping

from app.document.palettes.swatches import (
    Swatches,
    rgb_bytes,
    rgb_of_cmyk,
    rgb_of_hsb,
    rgb_of_lab,
)
from models.hints.tags import Rgb

_FULL = 65535.0
_ACT_COLORS, _ACT_BYTES = 256, (768, 772)
_NONE = 0xFFFF
_GROUP, _GROUP_END, _COLOR = 0xC001, 0xC002, 0x0001
_GLOBAL = 0


def _signed(value: int) -> int:
    return value - 65536 if value >= 32768 else value


_ACO_MODELS: Mapping[int, Callable[[int, int, int, int], Rgb]] = {
    0: lambda w, x, y, z: rgb_bytes(w / _FULL, x / _FULL, y / _FULL),
    1: lambda w, x, y, z: rgb_of_hsb(w / _FULL, x / _FULL, y / _FULL),
    2: lambda w, x, y, z: rgb_of_cmyk(*(1 - ink / _FULL for ink in (w, x, y, z))),
    7: lambda w, x, y, z: rgb_of_lab(w / 100, _signed(x) / 100, _signed(y) / 100),
    8: lambda w, x, y, z: rgb_bytes(*[w / 10000] * 3),
    9: lambda w, x, y, z: rgb_of_cmyk(*(ink / 10000 for ink in (w, x, y, z))),
}
"""Colour by the number of its model: RGB, HSB, CMYK (0: all ink), Lab, grey, wide CMYK."""

_ASE_MODELS: Mapping[bytes, tuple[int, Callable[..., Rgb]]] = {
    b"RGB ": (3, rgb_bytes),
    b"CMYK": (4, rgb_of_cmyk),
    b"LAB ": (3, lambda light, a, b: rgb_of_lab(100 * light, a, b)),
    b"Gray": (1, lambda grey: rgb_bytes(grey, grey, grey)),
}
"""Count of values, and colour, by model."""


def is_aco(content: bytes) -> bool:
    """Whether bytes begin as Photoshop's swatches do, and are long enough for as many."""
    if len(content) < 14:
        return False
    version, count = struct.unpack_from(">HH", content)
    return version in (1, 2) and count > 0 and len(content) >= 4 + count * (6 + 4 * version)


def read_aco(content: bytes) -> Swatches:
    """The second part, which has names, if it is there; colours of unknown models are left out."""
    entries, place = _aco_part(content, 0)
    if place + 4 <= len(content) and content[place : place + 2] == b"\0\2":
        entries, _ = _aco_part(content, place)
    if not entries:
        raise ValueError("holds colours of books alone (Pantone, HKS), which have no values")
    return Swatches(tuple(entries))


def _aco_part(content: bytes, place: int) -> tuple[list[tuple[Rgb, str]], int]:
    """Colours of the part that begins at a place, and where it ends."""
    version, count = struct.unpack_from(">HH", content, place)
    place += 4
    entries = []
    for _ in range(count):
        model, *values = struct.unpack_from(">5H", content, place)
        place += 10
        title = ""
        if version == 2:
            (length,) = struct.unpack_from(">I", content, place)
            title, place = _utf16(content, place + 4, length)
        if model in _ACO_MODELS:
            entries.append((_ACO_MODELS[model](*values), title))
    return entries, place


def write_aco(swatches: Swatches) -> bytes:
    """Both parts, in RGB."""
    count = len(swatches.entries)
    colors = [struct.pack(">5H", 0, *(257 * v for v in c), 0) for c, _ in swatches.entries]
    titles = [_utf16_of(title) for _, title in swatches.entries]
    named = (
        color + struct.pack(">I", len(title) // 2) + title for color, title in zip(colors, titles)
    )
    parts = (struct.pack(">HH", 1, count), *colors, struct.pack(">HH", 2, count), *named)
    return b"".join(parts)


def is_act(content: bytes) -> bool:
    """Whether bytes are as long as a colour table."""
    return len(content) in _ACT_BYTES


def read_act(content: bytes) -> Swatches:
    """256 colours, or as many as the last bytes say, without the transparent one and padding."""
    count, transparent = _ACT_COLORS, _NONE
    if len(content) == _ACT_BYTES[1]:
        count, transparent = struct.unpack_from(">HH", content, _ACT_BYTES[0])
        count = count if 0 < count <= _ACT_COLORS else _ACT_COLORS
    colors = [struct.unpack_from("3B", content, 3 * index) for index in range(count)]
    if len(content) == _ACT_BYTES[0]:
        while len(colors) > 2 and colors[-1] == colors[-2]:
            colors.pop()
        if 2 < len(colors) < _ACT_COLORS and colors[-1] == (0, 0, 0):
            colors.pop()
    kept = (color for index, color in enumerate(colors) if index != transparent)
    return Swatches(tuple(((red, green, blue), "") for red, green, blue in kept))


def write_act(swatches: Swatches) -> bytes:
    """The first 256 colours; without names."""
    colors = [color for color, _ in swatches.entries[:_ACT_COLORS]]
    table = b"".join(map(bytes, colors)).ljust(_ACT_BYTES[0], b"\0")
    return table + struct.pack(">HH", len(colors), _NONE)


def read_ase(content: bytes) -> Swatches:
    """Colours of all groups in order; named as the first group, if there is one."""
    entries: list[tuple[Rgb, str]] = []
    name = ""
    for kind, block in _ase_blocks(content):
        if kind == _GROUP and not name:
            name, _ = _utf16(block, 2, *struct.unpack_from(">H", block))
        elif kind == _COLOR:
            title, place = _utf16(block, 2, *struct.unpack_from(">H", block))
            model = block[place : place + 4]
            if model not in _ASE_MODELS:
                raise ValueError(f"colour {title!r} is of a model that is not read: {model!r}")
            count, color = _ASE_MODELS[model]
            entries.append((color(*struct.unpack_from(f">{count}f", block, place + 4)), title))
    return Swatches(tuple(entries), name)


def _ase_blocks(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each block; those behind a damaged one are lost."""
    place = 12
    while place + 6 <= len(content):
        kind, length = struct.unpack_from(">HI", content, place)
        yield kind, content[place + 6 : place + 6 + length]
        place += 6 + length


def write_ase(swatches: Swatches) -> bytes:
    """One group of colours in RGB."""
    blocks = [_ase_block(_GROUP, _named(swatches.name))]
    for color, title in swatches.entries:
        values = struct.pack(">3fH", *(channel / 255 for channel in color), _GLOBAL)
        blocks.append(_ase_block(_COLOR, _named(title) + b"RGB " + values))
    blocks.append(_ase_block(_GROUP_END, b""))
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def _ase_block(kind: int, content: bytes) -> bytes:
    return struct.pack(">HI", kind, len(content)) + content


def _named(title: str) -> bytes:
    encoded = _utf16_of(title)
    return struct.pack(">H", len(encoded) // 2) + encoded


def _utf16(content: bytes, place: int, length: int) -> tuple[str, int]:
    """A text of so many units at a place, without the zero at its end, and where it ends."""
    end = place + 2 * length
    if end > len(content):
        raise ValueError("is cut short")
    return content[place:end].decode("utf-16-be", "replace").rstrip("\0"), end


def _utf16_of(title: str) -> bytes:
    return f"{title}\0".encode("utf-16-be", "replace")
