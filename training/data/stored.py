"""Samples that lie in tar files and are read when they are drawn.

What is held of a sample is where it lies, in 24 bytes; it is found once, and kept beside the tar
files. Any number of processes read the same files and share nothing else.
"""

import io
import json
import logging
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.files.whole import FileError, write_bytes
from training.data.prepare.shards import Files, damaged, samples_in
from training.data.sample import Sample

log = logging.getLogger(__name__)

Places = NDArray[np.int64]
"""(N, 3): number of the tar file, and where in it a sample begins and how many bytes it takes."""

_VERSION = 1


class StoredSamples(Sequence[Sample]):
    """Samples of tar files in their order, read anew each time that they are asked for.

    shards  the tar files, each sample's files side by side, as training.data.prepare.shards has
            them.
    read    makes a sample of its files; it is sent to worker processes.
    index   file where the places are kept; it is made again if a shard has changed.
    most    how many are taken at most; 0: all.
    Raises ValueError naming a shard that is damaged, also when a sample is read.
    """

    def __init__(
        self, shards: Sequence[Path], read: Callable[[Files], Sample], *, index: Path, most: int = 0
    ) -> None:
        self._shards = tuple(shards)
        self._read = read
        self._places = find_places(self._shards, index)[: most or None]

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, number: Any) -> Any:
        """The sample of a number, read now."""
        shard, start, size = self._places[number].tolist()
        path = self._shards[shard]
        try:
            with path.open("rb") as stream:
                stream.seek(start)
                content = stream.read(size)
        except OSError as error:
            raise damaged(path, error) from error
        files = next(samples_in(io.BytesIO(content), path), None)
        if files is None or len(content) < size:
            raise damaged(path, "it has become shorter")
        return self._read(files)


def find_places(shards: Sequence[Path], index: Path) -> Places:
    """Where each sample lies, from the index if it was made of these shards as they are.

    Else every shard is looked through, and the index is written; without it if it cannot be.
    Raises ValueError naming a damaged shard.
    """
    try:
        facts = [[path.name, path.stat().st_size, path.stat().st_mtime_ns] for path in shards]
    except OSError as error:
        raise ValueError(f"{error.filename}: cannot be read ({error}); prepare it again") from error
    if (known := _read_index(index, facts)) is not None:
        return known
    rows = [(n, *place) for n, path in enumerate(shards) for place in _places_in(path)]
    places = np.array(rows, dtype="<i8").reshape(-1, 3)
    head = json.dumps({"version": _VERSION, "samples": len(places), "shards": facts})
    try:
        write_bytes(index, head.encode() + b"\n" + places.tobytes())
    except FileError as error:
        log.info("%s; the shards will be looked through again", error)
    return places


def _read_index(path: Path, facts: list[list[object]]) -> Places | None:
    """The places that a file holds, if it was made of shards with these facts and is whole."""
    try:
        head, _, content = path.read_bytes().partition(b"\n")
        about = json.loads(head)
        places = np.frombuffer(content, dtype="<i8").reshape(-1, 3)
    except (OSError, ValueError, RecursionError):
        return None
    expected = {"version": _VERSION, "samples": len(places), "shards": facts}
    return places if about == expected else None


def _places_in(path: Path) -> Iterator[tuple[int, int]]:
    """Where each sample of a tar file begins, and its size; only headers are read."""
    start = end = 0
    last = ""
    try:
        with tarfile.open(path, mode="r:") as tar:
            for member in tar:
                key, dot, _ = member.name.partition(".")
                if not member.isfile() or not dot:
                    continue
                if key != last:
                    if last:
                        yield start, end - start
                    last, start = key, member.offset
                end = member.offset_data + -(-member.size // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE
        if end > path.stat().st_size:
            raise EOFError("it ends within a file")
    except (OSError, tarfile.TarError, EOFError) as error:
        raise damaged(path, error) from error
    if last:
        yield start, end - start
