"""Which pictures lie in a folder and what is known of them, from metadata files and sidecars.

Read are JSON lines and JSON lists (posts as Danbooru's dumps and interface write them, or any
record that names its file), CSV and TSV with a header, and files beside a picture:
``a.png.txt``, ``a.txt``, ``a.png.json``, ``a.json``. What several of them say is united.
"""

import csv
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePosixPath
from typing import Any

from models.files.documents import DocumentError, parse_json
from models.files.texts import TextFileError, open_text, read_text
from models.pictures.kinds import SUPPORTED_SUFFIXES
from training.data.tagging import clean_tag, split_tags

PICTURE_SUFFIXES = (*SUPPORTED_SUFFIXES, ".gif", ".avif", ".heic", ".jxl")
"""Files taken for pictures; those that cannot be read are named when they are."""

_METADATA_SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")
_METADATA_FOLDER = "metadata"
_FILE_KEYS = ("file", "file_name", "filename", "path", "image", "local_path")
_CATEGORIES = {"0": "tags", "5": "tags", "1": "artists", "4": "characters", "3": "series"}
_KINDS = {
    "general": "tags",
    "meta": "tags",
    "artist": "artists",
    "artists": "artists",
    "creator": "artists",
    "character": "characters",
    "characters": "characters",
    "copyright": "series",
    "series": "series",
    "rating": "rating",
}
_MOST_PROBLEMS = 200

Record = Mapping[str, Any]


class IndexProblemError(ValueError):
    """A metadata file that cannot be used; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One picture and what its metadata say of it.

    path        relative to the folder, with forward slashes.
    tags        general and meta tags as written, in lower case with underscores, sorted.
    artists, characters, series   names in the same spelling.
    rating      as written: g, s, q, e, or a word; empty if unknown.
    licence, source   as written; empty if unknown.
    true_size   width and height of the original that the picture was made from; None: unknown.
    """

    path: str
    tags: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    rating: str = ""
    licence: str = ""
    source: str = ""
    true_size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be used, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The pictures of a folder in the order of their paths.

    problems   metadata that could not be read; at most the first 200.
    unmatched  records that name no picture of the folder.
    """

    folder: Path
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    unmatched: int = 0


def read_index(folder: Path, *, metadata: Sequence[Path] = ()) -> Index:
    """List a folder's pictures with their tags.

    metadata  files, or folders of files, that describe the pictures; if none is named, the
              .jsonl, .ndjson, .csv, .tsv and .json files in the folder itself and in its
              ``metadata`` folder.
    Raises ValueError if the folder is missing and IndexProblemError if a named file is.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; name the folder of illustrations")
    files = _list_files(folder)
    pictures = [name for name in files if name.lower().endswith(PICTURE_SUFFIXES)]
    locator = _Locator(pictures)
    sidecars = dict(_sidecars(pictures, set(files)))
    beside = {name for names in sidecars.values() for name in names}
    collected = {path: Entry(path=path) for path in pictures}
    problems: list[Problem] = []
    unmatched = 0
    found = list(_expand(metadata)) if metadata else [folder / n for n in _discover(files, beside)]
    for path in found:
        for record in read_records(path, problems):
            matches = locator.find(record)
            unmatched += not matches
            for match in matches:
                collected[match] = _unite(collected[match], _entry(match, record))
    for picture, names in sidecars.items():
        for name in names:
            for record in _read_sidecar(folder / name, problems):
                collected[picture] = _unite(collected[picture], _entry(picture, record))
    entries = tuple(collected[path] for path in pictures)
    return Index(
        folder=folder,
        entries=entries,
        problems=tuple(problems[:_MOST_PROBLEMS]),
        unmatched=unmatched,
    )


def read_records(path: Path, problems: list[Problem]) -> Iterator[Record]:
    """Yield the records of a metadata file; what cannot be read goes to problems."""
    try:
        if path.suffix.lower() in (".csv", ".tsv"):
            yield from _read_table(path, problems)
        else:
            yield from _read_json(path, problems)
    except (OSError, UnicodeDecodeError, TextFileError, csv.Error) as error:
        problems.append(Problem(str(path), f"cannot be read ({error})"))


def _list_files(folder: Path) -> list[str]:
    """Relative paths of all files, sorted; hidden ones and linked folders are left out."""
    found = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        relative = Path(base).relative_to(folder)
        found += [(relative / name).as_posix() for name in names if not name.startswith(".")]
    return sorted(found)


def _expand(named: Sequence[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.is_file())
        elif path.is_file():
            yield path
        else:
            raise IndexProblemError(f"{path}: no such file or folder of metadata; check the name")


def _discover(files: Iterable[str], beside: set[str]) -> Iterator[str]:
    for name in files:
        path = PurePosixPath(name)
        at_top = len(path.parts) == 1
        if not at_top and path.parts[0] != _METADATA_FOLDER:
            continue
        is_list = path.suffix.lower() == ".json" and name not in beside
        if path.suffix.lower() in _METADATA_SUFFIXES or is_list:
            yield name


def _sidecars(pictures: Iterable[str], files: set[str]) -> Iterator[tuple[str, list[str]]]:
    for picture in pictures:
        stem = str(PurePosixPath(picture).with_suffix(""))
        names = [f"{base}{end}" for end in (".txt", ".json") for base in (stem, picture)]
        if known := [name for name in names if name in files]:
            yield picture, known


class _Locator:
    """Finds the pictures that a record speaks of."""

    def __init__(self, pictures: Sequence[str]) -> None:
        self._paths = set(pictures)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for path in pictures:
            self._by_name[PurePosixPath(path).name].append(path)
            self._by_stem[PurePosixPath(path).stem].append(path)

    def find(self, record: Record) -> list[str]:
        for key in _FILE_KEYS:
            if isinstance(value := record.get(key), str) and value:
                return self._find_file(value.replace("\\", "/"))
        for key in ("md5", "id"):
            if (value := record.get(key)) not in (None, "") and str(value) in self._by_stem:
                return self._by_stem[str(value)]
        return []

    def _find_file(self, name: str) -> list[str]:
        tidy = str(PurePosixPath(name))
        if tidy in self._paths:
            return [tidy]
        same_name = self._by_name.get(PurePosixPath(tidy).name, [])
        if not same_name:  # written without a suffix
            same_name = self._by_stem.get(PurePosixPath(tidy).name, [])
        return same_name if len(same_name) == 1 else []


def _read_table(path: Path, problems: list[Problem]) -> Iterator[Record]:
    csv.field_size_limit(2**30)
    with open_text(path, newline="") as stream:
        delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
        rows = csv.DictReader(stream, delimiter=delimiter)
        known = {*_FILE_KEYS, "md5", "id"}
        if not known & set(rows.fieldnames or ()):
            problems.append(
                Problem(str(path), "its first line names no column file, path, md5 or id")
            )
            return
        for row in rows:
            yield {key: value for key, value in row.items() if key is not None and value}


def _read_json(path: Path, problems: list[Problem]) -> Iterator[Record]:
    """JSON lines, a JSON list, or an object of records by file name."""
    with open_text(path) as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                record = parse_json(line, "").content
            except DocumentError as error:
                if number == 1:
                    yield from _read_whole_json(path, problems)
                    return
                problems.append(Problem(str(path), f"line {number}: {error}"))
                continue
            if number == 1 and _is_collection(record):
                yield from _flatten(record)
            elif isinstance(record, dict):
                yield record
            else:
                problems.append(Problem(str(path), f"line {number}: not a record with names"))


def _read_whole_json(path: Path, problems: list[Problem]) -> Iterator[Record]:
    try:
        content = parse_json(read_text(path, max_bytes=None), "", max_values=None).content
    except DocumentError as error:
        problems.append(Problem(str(path), str(error)))
        return
    yield from _flatten(content) if _is_collection(content) else [content]


def _is_collection(content: object) -> bool:
    """Whether this is a list of records or an object of records by file name."""
    if isinstance(content, dict):
        return bool(content) and all(isinstance(value, dict) for value in content.values())
    return isinstance(content, list)


def _flatten(content: Any) -> Iterator[Record]:
    if isinstance(content, dict):
        for name, record in content.items():
            yield {"file": name, **record}
        return
    yield from (record for record in content if isinstance(record, dict))


def _read_sidecar(path: Path, problems: list[Problem]) -> Iterator[Record]:
    try:
        text = read_text(path)
        if path.suffix.lower() == ".txt":
            yield {"tags": split_tags(text)}
            return
        content = parse_json(text, "").content
    except (OSError, TextFileError, DocumentError) as error:
        problems.append(Problem(str(path), f"cannot be read ({error})"))
        return
    if isinstance(content, list):
        content = {"tags": content}
    if isinstance(content, dict):
        yield content
    else:
        problems.append(Problem(str(path), "neither a record nor a list of tags"))


def _entry(path: str, record: Record) -> Entry:
    """The entry that a record describes, whichever of the known forms it has."""
    names: dict[str, set[str]] = defaultdict(set)
    _collect(names, "tags", record.get("tags"))
    has_kinds = any(key.startswith("tag_string_") for key in record)
    if not has_kinds:
        _collect(names, "tags", _spaced(record.get("tag_string")))
    for kind, target in _KINDS.items():
        if target != "rating":
            _collect(names, target, _spaced(record.get(f"tag_string_{kind}")))
            if kind not in ("general", "meta"):
                _collect(names, target, _listed(record.get(kind)))
    rating = next(iter(names.pop("rating", set())), "") or clean_tag(
        str(record.get("rating") or "")
    )
    return Entry(
        path=path,
        tags=tuple(sorted(names["tags"])),
        artists=tuple(sorted(names["artists"])),
        characters=tuple(sorted(names["characters"])),
        series=tuple(sorted(names["series"])),
        rating=rating,
        licence=str(record.get("licence") or record.get("license") or ""),
        source=str(record.get("source") or ""),
        true_size=_true_size(record),
    )


def _collect(names: dict[str, set[str]], target: str, value: object) -> None:
    """Add names from a text, a list of texts, Danbooru's list of objects, or lists by kind."""
    if isinstance(value, str):
        value = split_tags(value)
    if isinstance(value, Mapping):
        for kind, listed in value.items():
            _collect(names, _KINDS.get(str(kind), target), listed)
        return
    if not isinstance(value, Iterable):
        return
    for item in value:
        if isinstance(item, Mapping):
            kind = _CATEGORIES.get(str(item.get("category", "0")), "tags")
            _collect(names, kind, [str(item.get("name", ""))])
        elif isinstance(item, str) and (tag := clean_tag(item)):
            prefix, colon, rest = tag.partition(":")
            is_kind = colon and prefix in _KINDS and rest
            names[_KINDS[prefix] if is_kind else target].add(rest.strip("_") if is_kind else tag)


def _spaced(value: object) -> list[str] | None:
    return value.split() if isinstance(value, str) else None


def _listed(value: object) -> object:
    """Names in one text are separated by commas or semicolons: a name may hold spaces."""
    return re.split(r"[,;]", value) if isinstance(value, str) else value


def _true_size(record: Record) -> tuple[int, int] | None:
    for keys in (("image_width", "image_height"), ("width", "height")):
        try:
            width, height = (int(record[key]) for key in keys)
        except (KeyError, TypeError, ValueError):
            continue
        if width > 0 and height > 0:
            return width, height
    return None


def _unite(first: Entry, second: Entry) -> Entry:
    """What both say: names of both, and the first word given on the rest."""
    united: dict[str, Any] = {}
    for each in fields(Entry):
        if each.name == "path":
            continue
        one, other = getattr(first, each.name), getattr(second, each.name)
        is_names = each.name in ("tags", "artists", "characters", "series")
        united[each.name] = tuple(sorted({*one, *other})) if is_names else one or other
    return replace(first, **united)
