"""The frames of a sequence: which files they are, which cut they belong to, which are the same.

Frames are read once before a batch starts, so that what cannot be read is known before the first
is coloured. What was found out about files is kept, and a file that did not change is not read
again.
"""

import hashlib
import os
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path

from app.cli_inputs import Problem, is_picture_name, natural_key
from models.documents import Value
from models.geometry import Size
from models.picture_files import PIXEL_LIMIT, Picture, PictureError, count_pages, read_picture

HINT_PICTURE = ".hints.png"
PAGE_DIGITS = 4
LOOKING_THREADS = 4
"""Files that are read at the same time at most; each may be a large picture."""
_SEPARATORS = " _-."


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One picture of a file: the digest of what is drawn, its height and width."""

    digest: str
    height: int
    width: int

    @classmethod
    def from_json(cls, entry: Value) -> "PageFacts":
        """What was kept. Raises DocumentError if it is no such thing."""
        digest, height, width = entry.items(3)
        return cls(digest.text(), *(side.whole(1, PIXEL_LIMIT) for side in (height, width)))


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
        pages = [[page.digest, page.height, page.width] for page in self.pages]
        return [self.size_bytes, self.mtime_ns, pages]

    @classmethod
    def from_json(cls, entry: Value) -> "FileFacts":
        """What was kept. Raises DocumentError if it is no such thing."""
        size_bytes, mtime_ns, pages = entry.items(3)
        read = tuple(PageFacts.from_json(page) for page in pages.items())
        if not read:
            raise pages.wrong("a page at least")
        return cls(size_bytes.whole(), mtime_ns.whole(), read)


_Look = tuple[FileFacts, list[Problem]]
"""What a file holds, and pages of it that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One drawing of a sequence.

    source   its file; page  which picture of a file of several, from 0, else None.
    folder   where it lies below the sequence's folder, with forward slashes; "" at the top.
    name     what its coloured picture is called, without suffix.
    cut      the cut it belongs to; "" if the sequence is one and has no name of its own.
    number   as the file's name numbers it; None if it does not.
    digest   of everything in the picture that a coloured one depends on.
    """

    source: Path
    page: int | None = None
    folder: str = ""
    name: str
    cut: str = ""
    number: int | None = None
    size: Size
    digest: str

    @property
    def label(self) -> str:
        """Folder and name: one of its kind in a sequence."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    def read(self) -> Picture:
        """Read the drawing again. Raises PictureError, also if it is another one by now."""
        picture = read_picture(self.source, page=self.page)
        if picture_digest(picture) != self.digest:
            raise PictureError(
                f"{self.source}: changed since the frames were looked through; start again"
            )
        return picture


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that a cut leaves out: from `first` to `last`, both missing."""

    cut: str
    first: int
    last: int

    def __str__(self) -> str:
        one = self.first == self.last
        missing = f"no frame {self.first}" if one else f"no frames {self.first} to {self.last}"
        return f"{self.cut}: {missing}" if self.cut else missing


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSequence:
    """Frames cut by cut, each in natural order.

    root      the folder, or the file of several pages, that was looked through.
    problems  files that are no frames though they should be, each with its reason.
    gaps      numbers left out.
    facts     what was read of each file, by its path below the root.
    """

    root: Path
    frames: tuple[Frame, ...]
    problems: tuple[Problem, ...] = ()
    gaps: tuple[Gap, ...] = ()
    facts: Mapping[str, FileFacts] = field(default_factory=dict)

    @property
    def cuts(self) -> dict[str, tuple[int, ...]]:
        """Indices of the frames of each cut, in order."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, frame in enumerate(self.frames):
            found[frame.cut].append(index)
        return {cut: tuple(indices) for cut, indices in found.items()}

    @property
    def sizes(self) -> tuple[Size, ...]:
        """The sizes that occur, the most frequent first."""
        return tuple(size for size, _ in Counter(f.size for f in self.frames).most_common())

    @classmethod
    def scan(
        cls,
        root: Path,
        *,
        exclude: Iterable[Path] = (),
        known: Mapping[str, FileFacts] | None = None,
        tell: Callable[[int, Path], None] | None = None,
    ) -> "FrameSequence":
        """Look through a folder and the folders in it, or through a file of several pages.

        exclude  folders and files in which no frames are looked for: results, hints.
        known    what an earlier look found; files that are still the same are not read.
        tell     called before each file with the number of files before it.
        Cuts are told by folder and by what stands around the last number of a name. Whatever
        cannot be read is a problem of its own and stops nothing. Raises PictureError where there
        is nothing to look through.
        """
        known = known or {}
        problems: list[Problem] = []
        facts: dict[str, FileFacts] = {}
        found: list[Frame] = []
        unread: list[tuple[str, int | None]] = []
        files = [
            (p, f, f"{f}/{p.name}" if f else p.name) for p, f in _files(root, exclude, problems)
        ]
        jobs = (partial(_look_at, path, known.get(key)) for path, _, key in files)
        for count, ((path, folder, key), look) in enumerate(zip(files, _ahead(jobs), strict=True)):
            if tell is not None:
                tell(count, path)
            try:
                facts[key], trouble = look.result()
            except (PictureError, OSError) as error:
                problems.append(Problem(path, str(error)))
                unread.append(_place(path, folder))
                continue
            problems += trouble
            found += _frames_of(path, folder, facts[key])
        frames = _in_cuts(_named_once(found, problems))
        return cls(
            root=root,
            frames=frames,
            problems=tuple(problems),
            gaps=tuple(_gaps(frames, unread)),
            facts=facts,
        )


def _ahead(jobs: Iterable[Callable[[], _Look]]) -> Iterator["Future[_Look]"]:
    """Jobs done on a few threads, a little ahead of whoever takes their answers in order."""
    threads = min(LOOKING_THREADS, os.cpu_count() or 1)
    with ThreadPoolExecutor(threads, thread_name_prefix="frames") as pool:
        waiting: deque[Future[_Look]] = deque()
        try:
            for job in jobs:
                waiting.append(pool.submit(job))
                if len(waiting) > 2 * threads:
                    yield waiting.popleft()
            while waiting:
                yield waiting.popleft()
        finally:
            for future in waiting:
                future.cancel()


def picture_digest(picture: Picture) -> str:
    """A digest of pixels, alpha, profile and resolution."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{picture.size} {picture.has_alpha} {picture.dpi}".encode())
    digest.update(picture.icc_profile or b"")
    digest.update(picture.rgba_u8.data)
    return digest.hexdigest()


def _files(
    root: Path, exclude: Iterable[Path], problems: list[Problem]
) -> Iterator[tuple[Path, str]]:
    """Picture files with the folder they lie in, in natural order, folder by folder."""
    if root.is_file():
        yield root, ""
        return
    if not root.is_dir():
        raise PictureError(f"{root}: no such file or folder; check the name")
    left_out = {path.resolve() for path in exclude} - {root.resolve()}

    def tell(error: OSError) -> None:
        folder = error.filename or root
        problems.append(
            Problem(Path(folder), f"{folder}: the folder cannot be read ({error.strerror})")
        )

    for place, folders, names in os.walk(root, onerror=tell):
        here = Path(place)
        inner = (name for name in folders if not name.startswith("."))
        kept = (name for name in inner if (here / name).resolve() not in left_out)
        folders[:] = sorted(kept, key=lambda name: natural_key(Path(name)))
        relative = here.relative_to(root).as_posix()
        for path in sorted((here / name for name in names), key=natural_key):
            if not is_picture_name(path) or path.name.lower().endswith(HINT_PICTURE):
                continue
            if path.resolve() not in left_out:
                yield path, "" if relative == "." else relative


def _look_at(path: Path, known: FileFacts | None) -> _Look:
    """What a file holds, and pages of it that cannot be read. Raises PictureError, OSError."""
    stat = path.stat()
    if known is not None and known.fits(stat):
        return known, []
    count = count_pages(path)
    pages: list[PageFacts] = []
    trouble: list[Problem] = []
    for page in range(count):
        try:
            picture = read_picture(path, page=page if count > 1 else None)
        except PictureError as error:
            if count == 1:
                raise
            trouble.append(Problem(path, f"page {page + 1} of {error}"))
            pages.append(PageFacts("", 0, 0))
            continue
        pages.append(PageFacts(picture_digest(picture), *picture.size.shape))
    if trouble:  # so that the next look tries again, and tells again
        return FileFacts(-1, stat.st_mtime_ns, tuple(pages)), trouble
    return FileFacts(stat.st_size, stat.st_mtime_ns, tuple(pages)), []


def _frames_of(path: Path, folder: str, facts: FileFacts) -> Iterator[Frame]:
    several = len(facts.pages) > 1
    cut, number = _place(path, folder)
    for page, seen in enumerate(facts.pages):
        if not seen.digest:
            continue
        stem = path.stem
        yield Frame(
            source=path,
            page=page if several else None,
            folder=folder,
            name=f"{stem}_{page + 1:0{PAGE_DIGITS}d}" if several else stem,
            cut=f"{folder}/{stem}".lstrip("/") if several else cut,
            number=page + 1 if several else number,
            size=Size(seen.height, seen.width),
            digest=seen.digest,
        )


def _place(path: Path, folder: str) -> tuple[str, int | None]:
    """The cut and the number that a file's folder and name say."""
    prefix, number, suffix = _split_name(path.stem)
    around = f"{prefix.rstrip(_SEPARATORS)}{suffix.rstrip(_SEPARATORS)}"
    return "/".join(part for part in (folder, around) if part), number


def number_of(path: Path) -> int | None:
    """The number that a file's name gives its frame."""
    return _split_name(path.stem)[1]


def _split_name(stem: str) -> tuple[str, int | None, str]:
    """What stands before the last number of a name, the number, and what stands behind it.

    A name without a number has nothing around it: such files of a folder are one cut.
    """
    match = re.fullmatch(r"(.*?)(\d+)(\D*)", stem)
    return (match[1], int(match[2]), match[3]) if match else ("", None, "")


def _named_once(frames: list[Frame], problems: list[Problem]) -> list[Frame]:
    """Frames whose results have names of their own, also where case is not told apart."""
    taken: dict[str, Frame] = {}
    for frame in frames:
        first = taken.setdefault(frame.label.casefold(), frame)
        if first is not frame:
            problems.append(
                Problem(
                    frame.source,
                    f"{frame.source}: its result would be {frame.label}.png, as that of "
                    f"{first.source}; rename one of them",
                )
            )
    return list(taken.values())


def _in_cuts(frames: list[Frame]) -> tuple[Frame, ...]:
    """Cut by cut, in the order in which cuts begin."""
    cuts: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        cuts[frame.cut].append(frame)
    return tuple(frame for cut in cuts.values() for frame in cut)


def _gaps(frames: tuple[Frame, ...], unread: Iterable[tuple[str, int | None]]) -> Iterator[Gap]:
    """Numbers left out, where a cut counts by ones, or by twos throughout.

    unread  cuts and numbers of files that are there, but cannot be read.
    """
    cuts: dict[str, set[int]] = defaultdict(set)
    for cut, number in (*((frame.cut, frame.number) for frame in frames), *unread):
        if number is not None:
            cuts[cut].add(number)
    for cut, numbers in cuts.items():
        ordered = sorted(numbers)
        steps = Counter(after - before for before, after in pairwise(ordered))
        if not steps:
            continue
        step = min(steps, key=lambda step: (-steps[step], step))
        for before, after in pairwise(ordered):
            if after - before > step:
                yield Gap(cut, before + step, max(before + step, after - step))
