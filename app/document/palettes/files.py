"""Every kind of palette file that is read, told by content, and those that are written."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.document.palettes import adobe, archives, texts
from app.document.palettes.swatches import Swatches
from models.files.texts import MAX_BYTES, TextFileError, decode_text
from models.pictures.files import read_picture
from models.pictures.kinds import is_supported_name

GIMP_SUFFIX = ".gpl"
PICTURE_COLORS = 256
"""A picture of more colours is no palette."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file holds: its bytes, and its text, "" if it is none."""

    raw: bytes
    text: str

    def begins(self, word: str) -> bool:
        """Whether the text begins with a word, in whatever case."""
        return self.text[: len(word)].casefold() == word.casefold()


@dataclass(frozen=True, slots=True)
class PaletteKind:
    """One kind of palette file. Readers raise ValueError, struct.error and KeyError.

    title   for people; suffix  as such files are called.
    write   None for kinds that are read alone.
    """

    title: str
    suffix: str
    fits: Callable[[_Content], bool]
    read: Callable[[_Content], Swatches]
    write: Callable[[Swatches], bytes] | None = None


PALETTE_KINDS = (
    PaletteKind(
        "GIMP palette", GIMP_SUFFIX,
        lambda c: c.begins("GIMP Palette") or c.begins("KDE RGB Palette"),
        lambda c: texts.read_gimp(c.text), texts.write_gimp,
    ),
    PaletteKind(
        "Adobe Swatch Exchange", ".ase",
        lambda c: c.raw.startswith(b"ASEF"),
        lambda c: adobe.read_ase(c.raw), adobe.write_ase,
    ),
    PaletteKind(
        "Procreate swatches", ".swatches",
        lambda c: archives.has_procreate(c.raw),
        lambda c: archives.read_procreate(c.raw), archives.write_procreate,
    ),
    PaletteKind(
        "Krita palette", ".kpl",
        lambda c: archives.has_krita(c.raw),
        lambda c: archives.read_krita(c.raw), archives.write_krita,
    ),
    PaletteKind(
        "JASC palette", ".pal",
        lambda c: c.begins("JASC-PAL"),
        lambda c: texts.read_jasc(c.text), texts.write_jasc,
    ),
    PaletteKind(
        "Windows palette", ".pal",
        lambda c: archives.is_riff(c.raw),
        lambda c: archives.read_riff(c.raw),
    ),
    PaletteKind(
        "JSON", ".json",
        lambda c: c.text.lstrip().startswith(("[", "{")),
        lambda c: texts.read_json(c.text), texts.write_json,
    ),
    PaletteKind(
        "LibreOffice colours", ".soc",
        lambda c: c.text.lstrip().startswith("<"),
        lambda c: texts.read_xml(c.text),
    ),
    PaletteKind(
        "Paint.NET palette", ".txt",
        lambda c: c.begins(";paint.net"),
        lambda c: texts.read_hex(c.text), texts.write_paint_net,
    ),
    PaletteKind(
        "#rrggbb lines", ".hex",
        lambda c: bool(c.text or not c.raw) and texts.may_be_hex(c.text),
        lambda c: texts.read_hex(c.text), texts.write_hex,
    ),
    PaletteKind(
        "Photoshop swatches", ".aco",
        lambda c: adobe.is_aco(c.raw),
        lambda c: adobe.read_aco(c.raw), adobe.write_aco,
    ),
    PaletteKind(
        "Photoshop colour table", ".act",
        lambda c: adobe.is_act(c.raw),
        lambda c: adobe.read_act(c.raw), adobe.write_act,
    ),
)  # fmt: skip
"""In the order in which they are tried."""

PALETTE_SUFFIXES = tuple(dict.fromkeys(kind.suffix for kind in PALETTE_KINDS))
WRITERS = {kind.suffix: kind.write for kind in PALETTE_KINDS if kind.write is not None}
"""How each kind is written, by its suffix."""
TAKEN = (
    ", ".join(f"{kind.title} ({kind.suffix})" for kind in PALETTE_KINDS)
    + f", pictures of at most {PICTURE_COLORS} colours"
)


def read_swatches(path: Path) -> Swatches:
    """Read a palette file of any kind, or the colours of a picture.

    Raises OSError, PictureError, and ValueError with the reason; who calls names the file.
    """
    if is_supported_name(path):
        return _read_picture(path)
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES:,} bytes; palettes hold far less")
    content = _Content(raw, _text_of(raw))
    kind = next((kind for kind in PALETTE_KINDS if kind.fits(content)), None)
    if kind is None:
        raise ValueError(f"is no palette of a kind that is read; these are: {TAKEN}")
    try:
        return kind.read(content)
    except struct.error as error:
        raise ValueError(f"{kind.title}: is cut short") from error
    except KeyError as error:
        raise ValueError(f"{kind.title}: {error} is missing") from error


def _text_of(raw: bytes) -> str:
    try:
        return decode_text(raw, is_lenient=True)
    except TextFileError:
        return ""


def _read_picture(path: Path) -> Swatches:
    """The colours of a picture, as they first come row by row; transparent pixels are none."""
    rgba_u8 = read_picture(path).rgba_u8.reshape(-1, 4)
    packed = rgba_u8[rgba_u8[:, 3] > 0, :3] @ np.array([1 << 16, 1 << 8, 1], dtype=np.int32)
    values, places = np.unique(packed, return_index=True)
    if len(values) > PICTURE_COLORS:
        raise ValueError(
            f"has {len(values):,} colours; a picture of at most {PICTURE_COLORS} is a palette"
        )
    ordered = (int(values[index]) for index in np.argsort(places))
    return Swatches(tuple(((v >> 16, (v >> 8) & 255, v & 255), "") for v in ordered))
