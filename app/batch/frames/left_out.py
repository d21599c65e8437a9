"""What lies among the frames of a sequence and is none: earlier results, thumbnails and such."""

from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from app.batch.records import KEPT_FOLDER, PART_JOURNALS, ResultFolder
from app.picture_names import RESULTS, is_picture_name, tell_left_out, why_no_drawing

_THUMBNAILS = frozenset({"thumbnails", "_thumbnails", "thumbs", "_thumbs", "@eadir"})
_SYSTEM = frozenset(
    {"__macosx", "#recycle", "$recycle.bin", "system volume information", "lost+found"}
)


class LeftOut:
    """Tells what is none of a sequence's frames, and remembers it.

    root  the folder that is looked through; what an earlier run wrote into it is no frame either.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._results = ResultFolder(root)
        self._has_results = self._results.kept.is_dir()
        self._found: dict[str, list[str]] = defaultdict(list)

    def takes_folder(self, folder: Path) -> bool:
        """Whether a folder below the root may hold frames."""
        if folder.name == KEPT_FOLDER:
            return False
        inside = _look_into(folder)
        why = _why_no_frames(folder.name.casefold(), inside)
        if why == RESULTS or (why and any(map(is_picture_name, inside))):
            self._found[why].append(f"{folder.relative_to(self._root).as_posix()}/")
        return not why

    def takes_picture(self, path: Path) -> bool:
        """Whether a picture may be a frame."""
        label = path.relative_to(self._root).as_posix()
        why = why_no_drawing(path) or (RESULTS if self._is_written(path, label) else "")
        if why:
            self._found[why].append(label)
        return not why

    def _is_written(self, path: Path, label: str) -> bool:
        if not self._has_results:
            return False
        record = self._results.read_record(label.removesuffix(path.suffix))
        return record is not None and path.suffix in record.files

    @property
    def notes(self) -> tuple[str, ...]:
        """A line for each reason, naming the first of what was left out."""
        return tell_left_out(self._found)


def _look_into(folder: Path) -> list[Path]:
    with suppress(OSError):  # whoever walks there tells
        return list(folder.iterdir())
    return []


def _why_no_frames(name: str, inside: list[Path]) -> str:
    """What a folder holds instead of frames, "" if it may hold some; `name` in lower case."""
    if any(path.name == KEPT_FOLDER or path.match(PART_JOURNALS) for path in inside):
        return RESULTS
    if name.strip(".") in _THUMBNAILS:
        return "thumbnails"
    if name in _SYSTEM:
        return "files of a system"
    return "hidden" if name.startswith(".") else ""
