"""Files of a finished cut: those that this batch wrote are written again, and no others.

Beside the records of frames lies a line for every file, with the digest of what is about to be
written. Whatever moment it was stopped at, a file is the batch's own exactly if it is what some
line says.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.batch.records import Journal, ResultFolder, digest_of
from models.files.whole import FileError, append_line, json_text, make_folder, write_bytes

FILE = ".finished.jsonl"
"""Begins with a dot as no frame does, whose records lie beside it."""


class FinishedFiles:
    """The finished files in a folder of results."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._path = ResultFolder(out).kept / FILE
        self._known = {
            (str(line.get("file")), str(line.get("sha256"))) for line in Journal(self._path).lines()
        }

    def foreign(self, targets: Iterable[Path]) -> Iterator[Path]:
        """Those of some files that are there and that this batch did not write."""
        for path in targets:
            if path.exists() and (self._name(path), digest_of(path)) not in self._known:
                yield path

    def put(self, path: Path, content: bytes, *, overwrites: bool = False) -> None:
        """Write a file, unless it is somebody else's. Raises FileError.

        overwrites  whatever is there.
        """
        if not overwrites and any(self.foreign((path,))):
            raise FileError(refusal(path))
        line = (self._name(path), hashlib.sha256(content).hexdigest())
        if line not in self._known:
            make_folder(self._path.parent)
            append_line(self._path, json_text({"file": line[0], "sha256": line[1]}))
            self._known.add(line)
        make_folder(path.parent)
        write_bytes(path, content)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._out).as_posix()


def refusal(path: Path, more: int = 0) -> str:
    """Why a file is not written, and so many others."""
    others = f" and {more} more" if more else ""
    return (
        f"{path}{others}: not written by this batch, or changed since; move it away or add "
        "--overwrite"
    )
