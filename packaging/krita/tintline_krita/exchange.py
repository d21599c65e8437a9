"""What goes to Tintline and what comes back, in files: nothing here knows Krita.

Pixels are Krita's own: bytes of blue, green, red, alpha, row by row, straight alpha.
"""

from __future__ import annotations

import shutil
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COLOR_GROUP = "Colour"
"""The group of Tintline's layered file that holds flats, shade and highlights."""
BLEND_MODES = {
    "svg:src-over": "normal",
    "svg:multiply": "multiply",
    "svg:screen": "screen",
    "svg:color-dodge": "dodge",
}
"""Krita's names of what OpenRaster calls them."""
LINES, HINTS, PALETTE, COLORED = "lines.png", "hints.png", "palette.txt", "colored.png"


class ExchangeError(Exception):
    """What an artist is told."""


@dataclass(frozen=True)
class Sent:
    """What is sent: pixels of width by height; hints None without; palette of (r, g, b)."""

    width: int
    height: int
    lines: bytes
    hints: bytes | None = None
    palette: Sequence[tuple[int, int, int]] = ()

    def __post_init__(self) -> None:
        for pixels in (self.lines, self.hints):
            if pixels is not None and len(pixels) != 4 * self.width * self.height:
                raise ValueError(
                    f"{len(pixels)} bytes are not {self.width}×{self.height} pixels of four"
                )


@dataclass(frozen=True)
class Layer:
    """What comes back, bottom to top. opacity from 0 to 255; pixels: of the whole picture."""

    name: str
    blend: str
    opacity: int
    is_visible: bool
    pixels: bytes


def is_blank(pixels: bytes) -> bool:
    """Whether nothing is painted."""
    return not any(pixels[3::4])


def is_opaque(pixels: bytes) -> bool:
    """Whether the sheet is paper and no transparent one."""
    return pixels[3::4].count(255) == len(pixels) // 4


def write_png(path: Path, pixels: bytes, width: int, height: int) -> None:
    """Write pixels as an RGBA picture."""
    rgba = bytearray(len(pixels))
    rgba[0::4], rgba[1::4], rgba[2::4], rgba[3::4] = (
        pixels[2::4], pixels[1::4], pixels[0::4], pixels[3::4],
    )  # fmt: skip
    row = 4 * width
    lines = b"".join(b"\0" + rgba[at : at + row] for at in range(0, row * height, row))

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines, 1))
        + chunk(b"IEND", b"")
    )


def find_program(wish: str) -> str:
    """Where `tintline` is: a path, or a name in the search path. Raises ExchangeError."""
    found = shutil.which(wish or "tintline")
    if found is None:
        raise ExchangeError(
            f"{wish or 'tintline'} was not found. Install Tintline, or name the program in full."
        )
    return found


def prepare(sent: Sent, folder: Path) -> list[str]:
    """Write what is sent into a folder; the arguments with which Tintline colours it."""
    write_png(folder / LINES, sent.lines, sent.width, sent.height)
    arguments = ["colorize", str(folder / LINES), "-o", str(folder / COLORED)]
    arguments += ["--layers", "ora", "--overwrite"]
    if sent.hints is not None and not is_blank(sent.hints):
        write_png(folder / HINTS, sent.hints, sent.width, sent.height)
        arguments += ["--hints", str(folder / HINTS)]
    if sent.palette:
        named = "".join("#{:02x}{:02x}{:02x}\n".format(*color) for color in sent.palette)
        (folder / PALETTE).write_text(named, encoding="utf-8")
        arguments += ["--palette", str(folder / PALETTE), "--light", "315"]
    return arguments


def take_back(folder: Path, decode: Callable[[bytes], bytes]) -> list[Layer]:
    """The layers of the colours, bottom to top.

    decode  gives a PNG's pixels. Raises ExchangeError if there is no coloured picture.
    """
    path = folder / Path(COLORED).with_suffix(".ora")
    try:
        with zipfile.ZipFile(path) as archive:
            root = ElementTree.fromstring(archive.read("stack.xml"))
            group = next(each for each in root.iter("stack") if each.get("name") == COLOR_GROUP)
            return [_layer(each, archive, decode) for each in reversed(list(group))]
    except (OSError, zipfile.BadZipFile, ElementTree.ParseError, StopIteration, KeyError) as error:
        raise ExchangeError(
            f"Tintline wrote no layers ({error or type(error).__name__})."
        ) from error


def _layer(
    entry: ElementTree.Element, archive: zipfile.ZipFile, decode: Callable[[bytes], bytes]
) -> Layer:
    return Layer(
        name=entry.get("name", ""),
        blend=BLEND_MODES.get(entry.get("composite-op", ""), "normal"),
        opacity=round(255 * float(entry.get("opacity", "1"))),
        is_visible=entry.get("visibility") != "hidden",
        pixels=decode(archive.read(entry.get("src", ""))),
    )
