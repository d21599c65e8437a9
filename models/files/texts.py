"""Text files as people's programs write them: with any byte order mark, in UTF-8, UTF-16 or UTF-32.

Every text that is read goes through here, so that what one command takes the others take too.
"""

import codecs
from io import TextIOWrapper
from pathlib import Path

MAX_BYTES = 16 << 20
"""Far more than hints, tags, cards, palettes and recipes need."""
_HEAD_BYTES = 1 << 16

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins as the mark of UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"\x84\x31\x95\x33": "gb18030",
}
_LAST_PLANE = 3
_COMMON_KANJI = range(0x81, 0xA0)
"""First bytes of kana and common kanji in Shift-JIS; in Western European they are rare signs."""


class TextFileError(ValueError):
    """Bytes that are no text, or too many; the message gives the reason, the caller the file."""


def read_text(path: Path, *, max_bytes: int | None = MAX_BYTES, is_lenient: bool = False) -> str:
    r"""A file's text, its lines ended by ``\n`` alone.

    max_bytes   the largest file that is taken; None: any.
    is_lenient  as of `decode_text`.
    Raises OSError, and TextFileError.
    """
    with path.open("rb") as stream:
        content = stream.read(-1 if max_bytes is None else max_bytes + 1)
    if max_bytes is not None and len(content) > max_bytes:
        raise TextFileError(f"larger than {max_bytes:,} bytes; such files hold far less")
    return decode_text(content, is_lenient=is_lenient)


def open_text(path: Path, *, newline: str | None = None) -> TextIOWrapper:
    """A text of any size, to be read line by line, in the encoding of which its head speaks.

    newline  as of `open`.
    Raises OSError; reading on raises UnicodeDecodeError.
    """
    stream = path.open("rb")
    head = stream.read(_HEAD_BYTES)
    stream.seek(max(len(mark) for mark in (b"", *_MARKS) if head.startswith(mark)))
    return TextIOWrapper(stream, encoding=encoding_of(head), newline=newline)


def decode_text(content: bytes, *, is_lenient: bool = False) -> str:
    r"""Bytes as text, its lines ended by ``\n`` alone.

    A byte order mark decides, then the zeros that UTF-16 and UTF-32 hold; all else is UTF-8.

    is_lenient  for texts in which names alone can be anything but ASCII: what is no UTF-8 is taken
                for Shift-JIS if it looks like it, else for Western European.
    Raises TextFileError.
    """
    encoding = encoding_of(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or not is_lenient:
            name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
            raise TextFileError(
                f"not {name} text (byte {error.start + 1}); save it as UTF-8"
            ) from error
        text = _decode_legacy(content)
    if "\0" in text:
        raise TextFileError("not a text; save it as UTF-8")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(content: bytes) -> str:
    """The encoding that the bytes of a text, or the first of them, speak for."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return encoding
    if b"\0" not in content:
        return "utf-8"
    # Letters of UTF-32 are of the first planes; what else holds zeros has them beside its ASCII.
    if not any(content[3::4]) and max(content[2::4], default=9) <= _LAST_PLANE:
        return "utf-32-le"
    if not any(content[0::4]) and max(content[1::4], default=9) <= _LAST_PLANE:
        return "utf-32-be"
    return "utf-16-le" if content[1::2].count(0) > content[0::2].count(0) else "utf-16-be"


def _decode_legacy(content: bytes) -> str:
    """Text of a time before UTF-8: Japanese where it reads as such, else Western European."""
    try:
        text = content.decode("cp932")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
    wide = [letter.encode("cp932")[0] for letter in text if not letter.isascii()]
    common = sum(byte in _COMMON_KANJI for byte in wide)
    return text if 2 * common >= len(wide) else content.decode("cp1252", errors="replace")
