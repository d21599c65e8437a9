"""Every file is written here: whole or not at all, and nothing else is touched on the way.

Whatever stops a writer (a full disk, a signal, a power cut), the name holds what it held before or
all of the new, and what the dead left half-written is deleted by the next one in that folder.
"""

import json
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EFBIG, ENAMETOOLONG, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import BinaryIO

from models.files.partial import clear_parts, part_file, part_folder

PRIVATE_MODE = 0o600
ASIDE = ".damaged"
"""Added to the name of a file that cannot be read and is out of the way."""
_tidied: set[Path] = set()
"""Folders in which this process has deleted what others left behind."""


class FileError(ValueError):
    """A file that cannot be read or written; names the file, what is wrong and the remedy."""


def write_whole(
    path: Path | str, write: Callable[[BinaryIO], None], *, is_private: bool = False
) -> None:
    """Let `write` fill a temporary file beside `path`, then put it in the place of `path`.

    The file is on the disk before it takes the name. A link keeps pointing where it did; an
    existing file's mode and owner are kept.

    is_private  nobody but its owner may read the file, from its first byte on.
    Raises FileError naming the path and the remedy.
    """
    path = Path(path)
    try:
        target = _resolved(path)
        if target.is_dir():
            raise FileError(f"{path}: is a folder; name a file to write")
        known = target.stat() if target.exists() else None
        if known is not None and not os.access(target, os.W_OK):
            raise FileError(f"{path}: is write-protected; choose another name")
        tidy(target.parent)
        _write_beside(target, write, known, is_private=is_private)
    except OSError as error:
        raise FileError(f"{path}: {_write_problem(path, error)}") from error


def write_bytes(path: Path | str, content: bytes, *, is_private: bool = False) -> None:
    """Write a file whole or not at all. Raises FileError."""

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_whole(path, write, is_private=is_private)


def write_json(
    path: Path | str, content: object, *, indent: int | None = 1, is_private: bool = False
) -> None:
    """Write JSON in UTF-8, with a line break at its end. Raises FileError."""
    write_bytes(path, f"{json_text(content, indent=indent)}\n".encode(), is_private=is_private)


def copy_whole(source: Path, path: Path) -> None:
    """Write what another file holds, whole or not at all. Raises FileError."""

    def write(stream: BinaryIO) -> None:
        with source.open("rb") as content:
            shutil.copyfileobj(content, stream, 1 << 20)

    write_whole(path, write)


def json_text(content: object, *, indent: int | None = None) -> str:
    """JSON that UTF-8 can hold: readable, with escapes where a file's name is no text."""
    text = json.dumps(content, indent=indent, ensure_ascii=False)
    return text if is_text(text) else json.dumps(content, indent=indent)


def is_text(text: str) -> bool:
    """Whether it can be encoded; names of files may hold bytes that are no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def append_line(path: Path, line: str) -> None:
    """Add a line to a file of lines at once; one that was cut short before it is ended first.

    Raises FileError.
    """
    try:
        with path.open("ab+") as stream:
            if stream.tell():
                stream.seek(-1, os.SEEK_END)
                line = line if stream.read(1) == b"\n" else f"\n{line}"
            stream.write(f"{line}\n".encode())
    except OSError as error:
        raise FileError(f"{path}: {_write_problem(path, error)}") from error


def set_aside(path: Path) -> None:
    """Give a damaged file another name, so that it is out of the way and not lost, if it can be."""
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}{ASIDE}"))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises FileError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise FileError(f"{folder}: is a file; name a folder to write into") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileError(
            f"{folder}: the folder cannot be made ({reason}); choose another one"
        ) from error


@contextmanager
def whole_folder(folder: Path, *, names: Collection[str]) -> Iterator[Path]:
    """An empty folder to fill; after the block it takes the place of `folder`.

    names  of the files that belong into it; one that holds anything else is not replaced.
    If the block fails or the folder cannot be put in place, what was there stays; if the process
    dies in between, the next one puts it back. Raises FileError.
    """
    folder = folder.resolve()
    make_folder(folder.parent)
    previous = folder.with_name(f".{folder.name}.previous")
    try:
        if previous.is_dir() and not folder.exists():
            previous.rename(folder)
        if folder.exists():
            _check_own(folder, names)
        tidy(folder.parent)
        with part_folder(folder.parent) as scratch:
            draft = scratch / folder.name
            draft.mkdir()
            yield draft
            _swap(draft, folder, previous)
    except OSError as error:
        raise FileError(f"{folder}: {_write_problem(folder, error)}") from error


def _check_own(folder: Path, names: Collection[str]) -> None:
    if not folder.is_dir():
        raise FileError(f"{folder}: is a file; name a folder to write")
    if foreign := sorted(each.name for each in folder.iterdir() if each.name not in names):
        raise FileError(
            f"{folder}: holds {foreign[0]}, and the whole folder would be replaced; name another"
        )


def _swap(draft: Path, folder: Path, previous: Path) -> None:
    shutil.rmtree(previous, ignore_errors=True)
    had_one = folder.exists()
    if had_one:
        folder.rename(previous)
    try:
        draft.rename(folder)
    except OSError:
        if had_one:
            previous.rename(folder)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # links that point at each other
        raise FileError(f"{path}: is a link to itself; choose another name") from error


def tidy(folder: Path) -> None:
    """Delete what the dead left half-written in a folder; done by whoever writes there first."""
    if folder not in _tidied:
        _tidied.add(folder)
        clear_parts(folder)


def _write_beside(
    target: Path,
    write: Callable[[BinaryIO], None],
    known: os.stat_result | None,
    *,
    is_private: bool,
) -> None:
    mode = None if known is None else stat.S_IMODE(known.st_mode)
    mode = PRIVATE_MODE if is_private else mode
    with part_file(target.parent, 0o666 if mode is None else mode) as (part, stream):
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())
        stream.close()
        if known is not None and hasattr(os, "chown"):
            with suppress(OSError):
                os.chown(part, known.st_uid, known.st_gid)
        if mode is not None:
            part.chmod(mode)
        part.replace(target)


def _write_problem(path: Path, error: OSError) -> str:
    folder = path.parent
    reason = error.strerror or " ".join(str(error).split()) or type(error).__name__
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return f"the disk is full ({reason}); free some space and save again"
    if error.errno == ENAMETOOLONG:
        return f"the name is too long ({reason}); choose a shorter one"
    if error.errno in (EACCES, EPERM, EROFS):
        return f"the folder {folder} may not be written; choose another or change its permissions"
    if not folder.is_dir():
        return f"the folder {folder} does not exist; create it first"
    return f"cannot be written ({reason}); choose another name or folder"
