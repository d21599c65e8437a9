"""Half-written files: what they are called, whose they are, and which of them the dead left behind.

Nothing is written in its place, but beside it under a name of its own, and locked for as long as
whoever writes it lives. So the next one in that folder can tell what a killed process left from
what another is writing.
"""

import os
import platform
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, which deletes no file that is open
    fcntl = None  # type: ignore[assignment]

STALE_S = 900.0
"""After so long it is left behind, where locks do not tell: of another machine, or without them."""
PATTERN = ".tintline-*.part"
_MACHINE = blake2b(platform.node().encode(), digest_size=3).hexdigest()
_OPEN = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_LOOK = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def part_file(folder: Path, mode: int = 0o666) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file in a folder and the stream into it; deleted in the end unless it was renamed.

    The stream may be closed earlier; the file stays locked until the end. Raises OSError.
    """
    path, descriptor, lock = _create_file(folder, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield path, stream
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        _release(lock)


@contextmanager
def part_folder(folder: Path) -> Iterator[Path]:
    """A new folder in a folder, deleted in the end with whatever is still in it. Raises OSError."""
    path, lock = _create_folder(folder)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        _release(lock)


def clear_parts(folder: Path) -> int:
    """Delete what dead processes left half-written in a folder; returns how many that were."""
    try:
        return sum(_delete_if_left(path) for path in list(folder.glob(PATTERN)))
    except OSError:
        return 0


def _new_path(folder: Path) -> Path:
    return folder / f".tintline-{_MACHINE}-{secrets.token_hex(6)}.part"


def _create_file(folder: Path, mode: int) -> tuple[Path, int, int]:
    """Path and descriptor of a new file, and what holds its lock."""
    while True:
        path = _new_path(folder)
        descriptor = os.open(path, _OPEN, mode)
        if _lock(descriptor):
            return path, descriptor, os.dup(descriptor) if fcntl else -1
        os.close(descriptor)


def _create_folder(folder: Path) -> tuple[Path, int]:
    """Path of a new folder, and what holds its lock."""
    while True:
        path = _new_path(folder)
        path.mkdir()
        if fcntl is None:
            return path, -1
        with suppress(FileNotFoundError):
            lock = os.open(path, os.O_RDONLY)
            if _lock(lock):
                return path, lock
            os.close(lock)


def _lock(descriptor: int) -> bool:
    """Whether it is ours: in the moment before, another may have deleted it as left behind."""
    if fcntl is not None:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
    return os.fstat(descriptor).st_nlink > 0


def _release(lock: int) -> None:
    if lock >= 0:
        os.close(lock)


def _delete_if_left(path: Path) -> bool:
    """Delete a half-written file or folder if nobody writes it any more."""
    try:
        kind = path.lstat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            return False
        descriptor = os.open(path, _LOOK) if fcntl else -1
        try:
            is_free = _is_free(descriptor)
            is_ours = path.name.split("-")[1] == _MACHINE
            if is_free is None or (is_free and not is_ours):  # locks do not tell all
                is_free = time.time() - _touched_s(path) > STALE_S
            if is_free:
                shutil.rmtree(path) if stat.S_ISDIR(kind) else path.unlink()
            return is_free
        finally:
            _release(descriptor)
    except OSError:
        return False


def _is_free(descriptor: int) -> bool | None:
    """Whether nobody holds the lock; None where there are no locks."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _touched_s(path: Path) -> float:
    """When it or something in it was written last."""
    return max(each.lstat().st_mtime for each in (path, *path.rglob("*")))
