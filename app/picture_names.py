"""What the names of pictures say: which are drawings, how they are sorted, what belongs to them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from models.files.names import fitting
from models.pictures.kinds import foreign_name, is_supported_name

RESULTS, HINTS = "results of an earlier run", "hints"
_NO_DRAWINGS = {
    ".hints": HINTS,
    **dict.fromkeys((".flats", ".paint"), RESULTS),
    **dict.fromkeys((".tmp", ".temp", ".part", ".bak", "~", "#"), "temporary files and backups"),
    ".thumb": "thumbnails",
}
"""How the names of pictures end that lie among drawings and are none, and what they are."""
_MOST_NAMED = 3


def natural_key(path: Path) -> tuple[tuple[int, str], ...]:
    """Sorts frame9 before frame10."""
    pieces = re.findall(r"\d+|\D+", path.name.casefold())
    return tuple((int(p), "") if p.isdecimal() else (-1, p) for p in pieces)


def fold_name(name: str) -> str:
    """A name as it is compared: without regard to case, normal form, width and kind of hyphen."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return folded.replace("\N{MINUS SIGN}", "-")


def is_picture_name(path: Path) -> bool:
    """Whether a file is called like a picture, of a kind that is read or not."""
    return is_supported_name(path) or foreign_name(path) is not None


def why_no_drawing(path: Path) -> str:
    """What a picture among drawings is instead of one, by its name; "" if it may be a drawing."""
    stem = path.stem.casefold()
    if stem.startswith("."):
        return "hidden"
    if stem.startswith("~"):
        stem = "~"
    for ending, why in _NO_DRAWINGS.items():
        if stem.endswith(ending):
            return why
    kind = foreign_name(path)
    return f"{kind} files are not read (export them as PNG)" if kind else ""


def is_drawing(path: Path) -> bool:
    """Whether a file of a folder is taken for a drawing."""
    return is_supported_name(path) and not why_no_drawing(path) and path.is_file()


def tell_left_out(found: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """A line for each reason why something is no drawing, naming the first of what it is.

    Hints are not told: they are where they belong.
    """
    return tuple(
        f"{name_some(names)}: {why}, left out" for why, names in found.items() if why != HINTS
    )


def name_some(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


class NamedFiles:
    """The files of a folder, found by the pictures whose names they carry."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, Path] = {}
        with suppress(OSError):  # a folder that is not there holds nothing
            self._files = {
                path.name: path for path in sorted(folder.iterdir()) if not path.is_dir()
            }
        self._folded = {fold_name(name): path for name, path in reversed(self._files.items())}
        self._ways: tuple[tuple[dict[str, Path], Callable[[str], str]], ...] = (
            (self._files, str), (self._folded, fold_name),
        )  # fmt: skip

    def find(self, stem: str, endings: Iterable[str], *, but: Path | None = None) -> Path | None:
        """The file called as a picture, with one of some endings, the first of them that is there.

        but  the picture itself, where it lies in this folder.
        """
        for files, fold in self._ways:
            for ending in endings:
                path = files.get(fold(fitting(stem, ending)))
                if path is not None and not (but is not None and _is_same(path, but)):
                    return path
        return None

    def every(self, stem: str, endings: Sequence[str]) -> tuple[Path, ...]:
        """All the files called as a picture, with any of some endings."""
        names = [fitting(stem, ending) for ending in endings]
        found = (files.get(fold(name)) for files, fold in self._ways for name in names)
        return tuple(dict.fromkeys(path for path in found if path is not None))

    def named(self, endings: Sequence[str]) -> dict[str, Path]:
        """Files with one of these endings, by what they are called without it, in their order."""
        found: dict[str, Path] = {}
        for name, path in self._files.items():
            ending = next((end for end in endings if name.casefold().endswith(end)), None)
            if ending is not None and not name.startswith("."):
                found.setdefault(name[: -len(ending)], path)
        return found


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
