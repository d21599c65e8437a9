"""What was read from the files of frames, so that one that did not change is not read again."""

import os
from dataclasses import dataclass

from models.budget import MAX_SIDE
from models.files.documents import Value


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One picture of a file: the digest of what is drawn, its height and width, notes on it."""

    digest: str
    height: int
    width: int
    notes: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, entry: Value) -> "PageFacts":
        """What was kept. Raises DocumentError if it is no such thing."""
        digest, height, width, notes = entry.items(4)
        return cls(
            digest.text(),
            height.whole(1, MAX_SIDE),
            width.whole(1, MAX_SIDE),
            tuple(note.text() for note in notes.items()),
        )


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was read from a file when it had this size (bytes) and modification time."""

    size_bytes: int
    mtime_ns: int
    pages: tuple[PageFacts, ...]

    def fits(self, stat: os.stat_result) -> bool:
        """Whether the file is still that one."""
        return (self.size_bytes, self.mtime_ns) == (stat.st_size, stat.st_mtime_ns)

    def to_json(self) -> list[object]:
        """As it is kept between runs."""
        pages = [[page.digest, page.height, page.width, [*page.notes]] for page in self.pages]
        return [self.size_bytes, self.mtime_ns, pages]

    @classmethod
    def from_json(cls, entry: Value) -> "FileFacts":
        """What was kept. Raises DocumentError if it is no such thing."""
        size_bytes, mtime_ns, pages = entry.items(3)
        read = tuple(PageFacts.from_json(page) for page in pages.items())
        if not read:
            raise pages.wrong("a page at least")
        return cls(size_bytes.whole(), mtime_ns.whole(), read)
