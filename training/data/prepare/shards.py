"""Tar shards that WebDataset reads, written the same byte for byte, whole or not at all."""

import hashlib
import io
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from models.files.whole import write_whole

KEY = "__key__"
Files = dict[str, bytes | str]
"""A sample as it lies in a shard: content by suffix, and the key as ``__key__``."""


@dataclass(frozen=True, slots=True)
class ShardSample:
    """The files of one sample by suffix (``png``, ``json``, ``figure.png``) under a common key.

    The key holds neither dots nor slashes: WebDataset cuts names at the first dot.
    """

    key: str
    files: Mapping[str, bytes]

    def __post_init__(self) -> None:
        if not self.key or set(self.key) & set("./\\"):
            raise ValueError(f"a sample's key must be without dots and slashes; got {self.key!r}")


@dataclass(frozen=True, slots=True)
class ShardFacts:
    """What a written shard is: number of samples, bytes, and SHA-256 as hexadecimal digits."""

    samples: int
    size: int
    digest: str


def write_shard(path: Path, samples: Iterable[ShardSample]) -> ShardFacts:
    """Write samples as they come into a tar file; the path appears when all is on the disk.

    Equal samples give equal bytes: no times, owners or machine's names are stored.
    Raises models.files.whole.FileError if the file cannot be written, and whatever samples
    raises; then the path stays as it was.
    """
    counts = {"samples": 0, "size": 0}
    digest = hashlib.sha256()

    def write(stream: BinaryIO) -> None:
        counted = _Digesting(stream, digest)
        with tarfile.open(fileobj=counted, mode="w|", format=tarfile.USTAR_FORMAT) as tar:
            for sample in samples:
                counts["samples"] += 1
                for suffix in sorted(sample.files):
                    content = sample.files[suffix]
                    member = tarfile.TarInfo(f"{sample.key}.{suffix}")
                    member.size, member.mode = len(content), 0o644
                    tar.addfile(member, io.BytesIO(content))
        counts["size"] = counted.size

    write_whole(path, write)
    return ShardFacts(counts["samples"], counts["size"], digest.hexdigest())


def read_shard(path: Path) -> Iterator[Files]:
    """Yield the samples of a tar file in order. Raises ValueError naming the file if damaged."""
    try:
        with path.open("rb") as stream:
            yield from samples_in(stream, path)
    except OSError as error:
        raise damaged(path, error) from error


def samples_in(stream: BinaryIO, path: Path) -> Iterator[Files]:
    """Yield the samples of a tar file, or of some bytes of it that begin and end with one.

    path  what it is called in errors: ValueError if it is damaged.
    """
    sample: Files = {}
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isfile() else None
                key, dot, suffix = member.name.partition(".")
                if content is None or not dot:
                    continue
                if sample and sample[KEY] != key:
                    yield sample
                    sample = {}
                sample[KEY] = key
                sample[suffix] = content.read()
    except (OSError, tarfile.TarError, EOFError) as error:
        raise damaged(path, error) from error
    if sample:
        yield sample


def damaged(path: Path, reason: object) -> ValueError:
    """The error of a tar file that cannot be read, with the remedy."""
    return ValueError(f"{path}: a damaged shard ({reason}); delete it and prepare again")


def digest_of(path: Path) -> str:
    """SHA-256 of a file as hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class _Digesting(io.RawIOBase):
    """Passes bytes on to a stream while counting and digesting them."""

    def __init__(self, stream: BinaryIO, digest: "hashlib._Hash") -> None:
        self._stream = stream
        self._digest = digest
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        self._stream.write(content)
        self._digest.update(content)
        self.size += len(content)
        return len(content)
