"""Which pictures a colouring reads and writes, and the hints, tags and palettes beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import artist_files
from app.document.color_sets import ColorSets
from app.document.document import Document
from app.document.palette import OPENTOONZ_SUFFIX, read_color_names, read_palette, read_sets
from app.document.project_file import SUFFIX, read_project
from app.errors import PaletteError, ProjectError, UsageError
from app.picture_names import (
    NamedFiles,
    is_drawing,
    is_picture_name,
    name_some,
    natural_key,
    tell_left_out,
    why_no_drawing,
)
from models.files.names import fitting
from models.geometry import Size
from models.hints.hint_files import hints_from_rgba, read_hints_json
from models.hints.hints import HintSet, TagSelection, hint_bounds
from models.hints.tag_files import read_tags
from models.hints.tags import Rgb, UnknownTagError, Vocabulary
from models.pictures.files import read_picture
from models.pictures.kinds import SUPPORTED_SUFFIXES

__all__ = [
    "Job",
    "Plan",
    "Problem",
    "count_outside",
    "find_pictures",
    "join_tags",
    "parse_tags",
    "plan_jobs",
    "read_allowed_colors",
    "read_allowed_names",
    "read_color_sets",
    "read_hints",
    "read_tags",
    "tell_unnamed",
]

PNG_SUFFIX = ".png"
HINT_ENDINGS = (".hints.json", ".json", ".hints.png", ".png")
TAG_ENDINGS = (".tags.txt", ".tags.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One picture to colour: what is read and what is written. None: not wanted, or not there."""

    source: Path
    target: Path
    layers_target: Path | None
    flats_target: Path | None
    hints_file: Path | None
    tags_file: Path | None
    paint_target: Path | None = None

    @property
    def targets(self) -> tuple[Path, ...]:
        """Every file that will be written."""
        paint = self.paint_target
        palette = paint.with_suffix(OPENTOONZ_SUFFIX) if paint else None
        wanted = (self.target, self.layers_target, self.flats_target, paint, palette)
        return tuple(path for path in wanted if path is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that cannot be done, and why; the reason names the file."""

    source: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a command line means: what is done, what cannot be, and what is worth saying of it."""

    jobs: list[Job]
    problems: list[Problem]
    notes: list[str]


def find_pictures(inputs: Iterable[Path]) -> tuple[list[Path], list[Problem], list[str]]:
    """Files as given, folders as the drawings directly in them, in natural order; and notes."""
    found: list[Path] = []
    problems: list[Problem] = []
    notes: list[str] = []
    for path in inputs:
        if not path.is_dir():
            found.append(path)
            continue
        try:
            entries = sorted(path.iterdir(), key=natural_key)
        except OSError as error:
            problems.append(Problem(path, f"{path}: the folder cannot be read ({error.strerror})"))
            continue
        pictures = [entry for entry in entries if is_drawing(entry)]
        left_out: dict[str, list[str]] = {}
        for entry in entries:
            if is_picture_name(entry) and (why := why_no_drawing(entry)):
                left_out.setdefault(why, []).append(str(entry))
        notes += tell_left_out(left_out)
        if not pictures:
            kinds = ", ".join(SUPPORTED_SUFFIXES)
            problems.append(Problem(path, f"{path}: the folder holds no picture ({kinds})"))
        found += pictures
    return list(dict.fromkeys(found)), problems, notes


def plan_jobs(
    inputs: Sequence[Path],
    out: str,
    *,
    hints: Path | None,
    layers_suffix: str | None,
    wants_flats: bool,
    overwrite: bool,
    wants_paint: bool = False,
    also_read: Iterable[Path] = (),
) -> Plan:
    """Pair every input with what it writes.

    out        as typed: a PNG file for a single picture; a folder if it is one, ends with a
               separator or has no suffix.
    also_read  files besides pictures and hints that may not be overwritten either.
    Raises UsageError; whatever concerns one picture only is a Problem.
    """
    pictures, problems, notes = find_pictures(inputs)
    is_single = len(inputs) == 1 and not inputs[0].is_dir()
    out_file = _out_file(out, is_single=is_single)
    if hints is not None and not hints.exists():
        raise UsageError(f"--hints {hints}: no such file or folder; check the name")
    if hints is not None and not hints.is_dir() and not is_single:
        raise UsageError(f"--hints {hints}: one file serves one picture; name a folder of hints")
    beside = NamedFiles(hints) if hints is not None and hints.is_dir() else None
    planned: list[Job] = []
    unnamed: list[Path] = []
    read = [*pictures, *also_read, *([hints] if hints is not None else [])]
    for source in pictures:
        hints_file, tags_file = hints, None
        if beside is not None:
            hints_file = beside.find(source.stem, HINT_ENDINGS, but=source)
            tags_file = beside.find(source.stem, TAG_ENDINGS)
            unnamed += [source] if hints_file is None and tags_file is None else []
            read += beside.every(source.stem, (*HINT_ENDINGS, *TAG_ENDINGS))
        target = out_file or Path(out) / fitting(source.stem, PNG_SUFFIX)
        planned.append(
            Job(
                source=source,
                target=target,
                layers_target=_side(target, layers_suffix) if layers_suffix else None,
                flats_target=_side(target, ".flats" + PNG_SUFFIX) if wants_flats else None,
                hints_file=hints_file,
                tags_file=tags_file,
                paint_target=_side(target, ".paint" + PNG_SUFFIX) if wants_paint else None,
            )
        )
    harmed = artist_files.among((path for job in planned for path in job.targets), read)
    jobs: list[Job] = []
    taken: dict[Path, Path] = {}
    for job in planned:
        if reason := _target_problem(job, taken, harmed, overwrite=overwrite):
            problems.append(Problem(job.source, f"{job.source}: {reason}"))
        else:
            jobs.append(job)
            taken.update(dict.fromkeys(job.targets, job.source))
    if hints is not None and beside is not None and unnamed:
        names, first = name_some([path.name for path in unnamed]), unnamed[0].stem
        told = tell_unnamed(hints, beside, names, first, is_one=len(unnamed) == 1)
        notes.append(f"--hints {told}")
    return Plan(jobs, problems, notes)


def tell_unnamed(
    folder: Path, beside: NamedFiles, pictures: str, stem: str, *, is_one: bool = False
) -> str:
    """That a folder holds no hints of some pictures, how they would be called, and what it holds.

    pictures  what they are called together; stem  of the first; is_one  whether it is alone.
    """
    held = [path.name for path in beside.named((*HINT_ENDINGS, *TAG_ENDINGS)).values()]
    these = "they" if is_one else "those of the first"
    return (
        f"{folder}: holds no hints of {pictures}; {these} are called {stem}.json or "
        f"{stem}.png; there {'are' if len(held) > 1 else 'is'} {name_some(held) or 'nothing'}"
    )


def _side(target: Path, ending: str) -> Path:
    """A file beside a picture, called as it is."""
    return target.with_name(fitting(target.stem, ending))


def _out_file(out: str, *, is_single: bool) -> Path | None:
    """OUT as the file of a single picture, None where it is a folder."""
    path = Path(out)
    is_folder = path.is_dir() or out.endswith(("/", "\\")) or not path.suffix
    if is_single and not is_folder:
        if path.suffix.lower() != PNG_SUFFIX:
            raise UsageError(f"-o {out}: pictures are written as PNG; name it {path.stem}.png")
        return path
    if path.exists() and not path.is_dir():
        raise UsageError(f"-o {out}: is a file; several pictures need a folder")
    if path.suffix.lower() == PNG_SUFFIX and not path.is_dir():
        raise UsageError(f"-o {out}: several pictures need a folder; leave out {path.suffix}")
    return None


def _target_problem(
    job: Job, taken: Mapping[Path, Path], harmed: Mapping[Path, Path], *, overwrite: bool
) -> str | None:
    """harmed  targets that are files which the run reads, with those."""
    for target in job.targets:
        if target in taken:
            return f"{target} is already the result of {taken[target]}; rename one of them"
        if target in harmed:
            return artist_files.refusal(target, harmed[target], job.source)
        if target.exists() and not overwrite:
            return f"{target} exists; choose another OUT or add --overwrite"
    return None


def read_hints(path: Path, size: Size) -> HintSet:
    """Hints of a picture of this size, from JSON or a picture with alpha.

    Raises HintFileError, and PictureError where the picture cannot be read.
    """
    if path.suffix.lower() == ".json":
        return read_hints_json(path)
    return hints_from_rgba(read_picture(path).rgba_u8, size, str(path))


def count_outside(hints: HintSet, size: Size) -> int:
    """How many hints touch no pixel of the picture."""
    return sum(hint_bounds(hint).clipped(size).is_empty for hint in hints)


def parse_tags(text: str, vocabulary: Vocabulary) -> TagSelection:
    """Tags of the command line, with commas between them. Raises UsageError."""
    try:
        return TagSelection.parse((name.strip() for name in text.split(",")), vocabulary)
    except UnknownTagError as error:
        raise UsageError(f"--tags: {error}") from error


def join_tags(common: TagSelection, own: TagSelection, vocabulary: Vocabulary) -> TagSelection:
    """A picture's own tags, and the common ones of the groups about which it says nothing."""
    groups = {vocabulary.by_name[name].group for name in own.names}
    kept = (name for name in common.names if vocabulary.by_name[name].group not in groups)
    return TagSelection((*own.names, *kept))


def read_allowed_colors(path: Path) -> tuple[Rgb, ...]:
    """The colours of a palette file of any kind, or a project's. Raises UsageError."""
    if path.suffix.lower() == SUFFIX:
        return _document(path).palette.colors
    try:
        return read_palette(path).colors
    except PaletteError as error:
        raise UsageError(f"--palette {error}") from error


def read_allowed_names(path: Path) -> dict[Rgb, str]:
    """What a palette file, or a project, calls its colours. Raises UsageError."""
    if path.suffix.lower() == SUFFIX:
        palette = _document(path).palette
        return {color: name for color, name in zip(palette.colors, palette.titles) if name}
    try:
        return read_color_names(path)
    except PaletteError as error:
        raise UsageError(f"--palette {error}") from error


def read_color_sets(path: Path) -> ColorSets | None:
    """The colour sets of a palette file or a project; None without. Raises UsageError."""
    if path.suffix.lower() == SUFFIX:
        return _document(path).color_sets
    try:
        return read_sets(path)
    except PaletteError as error:
        raise UsageError(f"--palette {error}") from error


def _document(path: Path) -> Document:
    try:
        return read_project(path).document
    except ProjectError as error:
        raise UsageError(f"--palette {error}") from error
