"""Names of files as the system has them: of any script and any bytes, and of limited length."""

import os
from hashlib import blake2b
from pathlib import Path

MOST_BYTES = 255
"""What a name may take on nearly every file system."""
_MARK = "~"


def printable(name: str) -> str:
    """A name as text: bytes that are none become a replacement character each."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in name)


def fitting(stem: str, ending: str) -> str:
    """A name of this stem and ending; where it would be too long, of what fits of the stem.

    Different stems get different names, and the same ones the same.
    """
    name = f"{stem}{ending}"
    if len(os.fsencode(name)) <= MOST_BYTES:
        return name
    tail = f"{_MARK}{blake2b(os.fsencode(stem), digest_size=4).hexdigest()}{ending}"
    return f"{shortened(stem, MOST_BYTES - len(os.fsencode(tail)))}{tail}"


def proposed(stem: str, ending: str) -> str:
    """A name for a file that somebody may save: text, in which nothing leads elsewhere."""
    text = printable(stem).replace("/", "_").replace("\0", "_")
    return f"{shortened(text, MOST_BYTES - len(ending.encode()))}{ending}"


def labelled(folder: Path, label: str, ending: str) -> Path:
    """The file in a folder that a label calls: a name, and folders with slashes before it."""
    inner, _, name = label.rpartition("/")
    return folder / inner / fitting(name, ending)


def exists(path: Path) -> bool:
    """Whether there is such a file; there is none under a name that no file can have."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def shortened(text: str, most_bytes: int) -> str:
    """As many of a name's characters, from its beginning, as that many bytes hold."""
    while len(os.fsencode(text)) > most_bytes:
        text = text[: len(text) - max(1, (len(os.fsencode(text)) - most_bytes) // 4)]
    return text
