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

from app.batch.file_facts import FileFacts, PageFacts
from app.batch.frames.left_out import LeftOut
from app.batch.frames.numbering import Place, place_names
from app.inputs import Problem
from app.picture_names import is_picture_name, name_some, natural_key
from models.geometry import Size
from models.pictures.files import Picture, PictureError, count_pages, read_picture

PAGE_DIGITS = 4
LOOKING_THREADS = 4
"""Files that are read at the same time at most; each may be a large picture."""


_Look = tuple[FileFacts, list[Problem]]
"""What a file holds, and pages of it that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One drawing of a sequence.

    source   its file; page  which picture of a file of several, from 0, else None.
    folder   where it lies below the sequence's folder, with forward slashes; "" at the top.
    name     what its coloured picture is called, without suffix.
    cut      the cut it belongs to; "" if the sequence is one and has no name of its own.
    number   as the names of its folder number it (app.batch.frames.numbering); None if they do not.
    digest   of everything in the picture that a coloured one depends on.
    notes    what its file's reading had to say.
    """

    source: Path
    page: int | None = None
    folder: str = ""
    name: str
    cut: str = ""
    number: int | None = None
    size: Size
    digest: str
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Folder and name: one of its kind in a sequence."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    @property
    def layers(self) -> tuple[str, ...]:
        """What its layer of cels may be called: as its folder or its cut, or as its name begins,
        with the retake and without."""
        leading = re.match(r"[^\W\d_]+", self.name)
        names = [each.rpartition("/")[2] for each in (self.folder, self.cut)]
        names.append(leading[0] if leading else "")
        return (*names, *(re.split(r"(?i)[ ._-]r?\d", name)[0] for name in names))

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
    """Frames cut by cut, each in the order of its numbers.

    root      the folder, or the file of several pages, that was looked through.
    problems  files that are no frames though they should be, each with its reason.
    gaps      numbers left out.
    numbers   of all files that were looked at, also of those that cannot be read.
    notes     what else is worth saying: numbers that are there twice, what is taken for no frame,
              and how frames were read.
    facts     what was read of each file, by its path below the root.
    """

    root: Path
    frames: tuple[Frame, ...]
    problems: tuple[Problem, ...] = ()
    gaps: tuple[Gap, ...] = ()
    numbers: Mapping[Path, int | None] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    facts: Mapping[str, FileFacts] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that was looked at, also those that are no frames."""
        found = [frame.source for frame in self.frames]
        return tuple(dict.fromkeys([*found, *(problem.source for problem in self.problems)]))

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
        Cuts are told by folder and by name (app.batch.frames.numbering). Earlier results,
        thumbnails and files of a system are no frames. Whatever cannot be read is a problem of its
        own and stops nothing. Raises PictureError where there is nothing to look through.
        """
        known = known or {}
        left_out = LeftOut(root)
        problems: list[Problem] = []
        facts: dict[str, FileFacts] = {}
        found: list[Frame] = []
        unread: list[Place] = []
        files = [
            (path, folder, f"{folder}/{path.name}" if folder else path.name)
            for path, folder in _files(root, exclude, problems, left_out)
        ]
        places = _places(path for path, _, _ in files)
        jobs = (partial(_look_at, path, known.get(key)) for path, _, key in files)
        for count, ((path, folder, key), look) in enumerate(zip(files, _ahead(jobs), strict=True)):
            if tell is not None:
                tell(count, path)
            try:
                facts[key], trouble = look.result()
            except (PictureError, OSError) as error:
                problems.append(Problem(path, str(error)))
                unread.append(places[path].below(folder))
                continue
            problems += trouble
            found += _frames_of(path, folder, places[path], facts[key])
        frames = _in_cuts(_named_once(found, problems))
        return cls(
            root=root,
            frames=frames,
            problems=tuple(problems),
            gaps=tuple(_gaps(frames, unread)),
            numbers={path: place.number for path, place in places.items()},
            notes=(*_repeated(frames), *left_out.notes, *_noted(frames)),
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
    root: Path, exclude: Iterable[Path], problems: list[Problem], left_out: LeftOut
) -> Iterator[tuple[Path, str]]:
    """Picture files with the folder they lie in, in natural order, folder by folder."""
    if root.is_file():
        yield root, ""
        return
    if not root.is_dir():
        raise PictureError(f"{root}: no such file or folder; check the name")
    excluded = {path.resolve() for path in exclude} - {root.resolve()}

    def tell(error: OSError) -> None:
        folder = error.filename or root
        problems.append(
            Problem(Path(folder), f"{folder}: the folder cannot be read ({error.strerror})")
        )

    for place, folders, names in os.walk(root, onerror=tell):
        here = Path(place)
        inner = sorted((here / name for name in folders), key=natural_key)
        kept = (path for path in inner if path.resolve() not in excluded)
        folders[:] = [path.name for path in kept if left_out.takes_folder(path)]
        relative = here.relative_to(root).as_posix()
        for path in sorted((here / name for name in names), key=natural_key):
            if not is_picture_name(path) or path.resolve() in excluded:
                continue
            if left_out.takes_picture(path) and path.is_file():
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
        pages.append(PageFacts(picture_digest(picture), *picture.size.shape, picture.notes))
    if trouble:  # so that the next look tries again, and tells again
        return FileFacts(-1, stat.st_mtime_ns, tuple(pages)), trouble
    return FileFacts(stat.st_size, stat.st_mtime_ns, tuple(pages)), []


def _frames_of(path: Path, folder: str, place: Place, facts: FileFacts) -> Iterator[Frame]:
    several = len(facts.pages) > 1
    own = place.below(folder)
    for page, seen in enumerate(facts.pages):
        if not seen.digest:
            continue
        stem = path.stem
        yield Frame(
            source=path,
            page=page if several else None,
            folder=folder,
            name=f"{stem}_{page + 1:0{PAGE_DIGITS}d}" if several else stem,
            cut=f"{folder}/{stem}".lstrip("/") if several else own.cut,
            number=page + 1 if several else own.number,
            size=Size(seen.height, seen.width),
            digest=seen.digest,
            notes=seen.notes,
        )


def _places(paths: Iterable[Path]) -> dict[Path, Place]:
    """What the names of each folder say of its files."""
    folders: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        folders[path.parent].append(path)
    return {
        path: place
        for inside in folders.values()
        for path, place in zip(inside, place_names([each.stem for each in inside]), strict=True)
    }


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
    """Cut by cut, in the order in which cuts begin, and in each by number."""
    cuts: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        cuts[frame.cut].append(frame)
    return tuple(frame for cut in cuts.values() for frame in sorted(cut, key=_number_key))


def _number_key(frame: Frame) -> int:
    return 0 if frame.number is None else frame.number


def _repeated(frames: tuple[Frame, ...]) -> Iterator[str]:
    """What is said of numbers that several frames of a cut have."""
    names: dict[tuple[str, int], list[str]] = defaultdict(list)
    for frame in frames:
        if frame.number is not None:
            names[frame.cut, frame.number].append(frame.name)
    for (cut, number), same in names.items():
        if len(same) > 1:
            place = f"{cut}: " if cut else ""
            yield f"{place}number {number} is there {len(same)} times: {name_some(same)}"


def _noted(frames: tuple[Frame, ...]) -> Iterator[str]:
    """What is said of how frames were read, once for all that it is said of."""
    labels: dict[str, list[str]] = defaultdict(list)
    for frame in frames:
        for note in frame.notes:
            labels[note].append(frame.label)
    return (f"{name_some(same)}: {note}" for note, same in labels.items())


def _gaps(frames: tuple[Frame, ...], unread: Iterable[Place]) -> Iterator[Gap]:
    """Numbers left out, where a cut counts by ones, or by twos throughout.

    unread  of files that are there, but cannot be read.
    """
    cuts: dict[str, set[int]] = defaultdict(set)
    numbered: list[Frame | Place] = [*frames, *unread]
    for each in numbered:
        if each.number is not None:
            cuts[each.cut].add(each.number)
    for cut, numbers in cuts.items():
        ordered = sorted(numbers)
        steps = Counter(after - before for before, after in pairwise(ordered))
        if not steps:
            continue
        step = min(steps, key=lambda step: (-steps[step], step))
        for before, after in pairwise(ordered):
            if after - before > step:
                yield Gap(cut, before + step, max(before + step, after - step))
