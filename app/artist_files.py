"""Files of the artist: what a run reads, it never writes.

Files are told apart by what they are and not by how they are named: a link, another spelling of
the path, and another case where that makes no difference lead to the same file.
"""

import os
from collections.abc import Iterable
from pathlib import Path


def among(written: Iterable[Path], read: Iterable[Path]) -> dict[Path, Path]:
    """Those of the files to be written that are among the ones read, each with the latter's name.

    Looks at what there is now: ask before anything is written.
    """
    known = {key: path for path in read if (key := _identity(path)) is not None}
    found = ((path, known.get(key)) for path in written if (key := _identity(path)) is not None)
    return {path: source for path, source in found if source is not None}


def refusal(written: Path, read: Path, drawing: Path | None = None) -> str:
    """Why a file is not written. drawing: whose result it would be."""
    what = "the drawing itself" if read == drawing else "read by this run"
    same = "" if written == read else f" ({read})"
    return f"{written}: is {what}{same}, which is never overwritten; choose another OUT"


def _identity(path: Path) -> tuple[object, ...] | None:
    """What tells a file from all others; None where there is none, which nobody can harm."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    if facts.st_ino:
        return facts.st_dev, facts.st_ino
    return (os.path.normcase(os.path.realpath(path)),)  # a file system without numbers
