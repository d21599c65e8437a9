"""The names of tags: renamed ones, colour tags by group, and lists that fix a network's order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.files.documents import parse_json
from models.files.texts import read_text
from models.hints.tags import Vocabulary, load_vocabulary
from resources import TAGS

TAG_LISTS = Path(__file__).parent / "tag_lists"
RENAMED = TAG_LISTS / "renamed.json"

EXCLUSIVE_GROUPS = ("hair", "eyes")
"""Groups of which a figure has one tag: there, and only there, one tag says the others no."""

_MOST_PLACES = 100_000
"""Of a list of tags; networks take some hundreds."""


def clean_tag(name: str) -> str:
    """A tag's name in lower case with underscores, without the backslashes that taggers add."""
    return re.sub(r"\s+", "_", name.strip().lower().replace("\\", ""))


def split_tags(text: str) -> list[str]:
    """Tags of a text: by commas if there are any, else by lines, else by spaces."""
    if "," in text:
        parts = re.split(r"[,\n]", text)
    else:
        lines = [line for line in text.splitlines() if line.strip()]
        parts = lines if len(lines) > 1 else text.split()
    return [tag for part in parts if (tag := clean_tag(part))]


@dataclass(frozen=True, slots=True)
class ColorTags:
    """Colour tags of the application's vocabulary that hold, and that are known not to."""

    present: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagReader:
    """Turns the tags that a collection uses into the names that are used here.

    aliases  new or other names of a tag -> the name used here; chains are already resolved.
    implied  tags that say no more than the one that they come with: brown_hair beside
             light_brown_hair, simple_background beside white_background.
    """

    vocabulary: Vocabulary
    aliases: Mapping[str, str]
    implied: Mapping[str, tuple[str, ...]]

    def canonical(self, names: Iterable[str]) -> frozenset[str]:
        """The names used here, of any tags, colour or not, with what they imply."""
        known = {self.aliases.get(tag, tag) for name in names if (tag := clean_tag(name))}
        return frozenset(known.union(*(self.implied.get(tag, ()) for tag in known)))

    def group_tags(self, group_id: str, names: Iterable[str]) -> tuple[str, ...]:
        """The tags of a group of the vocabulary among names, in its order.

        A tag that is only implied by a narrower one of the same group is left out.
        """
        found = set()
        for name in self.canonical(names):
            key = self.vocabulary.aliases.get(name, name)
            tag = self.vocabulary.by_name.get(key)
            if tag is not None and tag.group == group_id:
                found.add(key)
        found -= {broad for tag in found for broad in self.implied.get(tag, ())}
        return tuple(name for name in self.vocabulary.names if name in found)

    def color_tags(self, names: Iterable[str]) -> ColorTags:
        """Colour tags that hold; of hair and eyes with one colour, the others are absent."""
        listed = tuple(names)
        present: list[str] = []
        absent: list[str] = []
        for group in self.vocabulary.groups:
            found = self.group_tags(group.id, listed)
            present += found
            if group.id in EXCLUSIVE_GROUPS and len(found) == 1:
                absent += [tag.name for tag in group.tags if tag.name != found[0]]
        return ColorTags(tuple(present), tuple(absent))


def load_tag_reader(renamed: Path | None = None, *, vocabulary: Path = TAGS) -> TagReader:
    """The application's vocabulary with our table of renamed tags, extended by a file's.

    renamed  a JSON file of the same form as ours: ``{"aliases": {"new": "ours"}, "implied": {}}``;
             its entries go before ours.
    Raises ValueError naming the file.
    """
    aliases, implied = _read_renamed(RENAMED)
    if renamed is not None:
        more_aliases, more_implied = _read_renamed(renamed)
        aliases, implied = {**aliases, **more_aliases}, {**implied, **more_implied}
    return TagReader(
        vocabulary=load_vocabulary(vocabulary),
        aliases=resolve_aliases(aliases),
        implied=implied,
    )


def resolve_aliases(aliases: Mapping[str, str]) -> dict[str, str]:
    """Follow chains to their end. Raises ValueError naming a circle."""
    resolved = {}
    for name in aliases:
        seen, target = [name], aliases[name]
        while target in aliases:
            if target in seen:
                raise ValueError(f"aliases go in a circle: {' -> '.join([*seen, target])}")
            seen.append(target)
            target = aliases[target]
        resolved[name] = target
    return resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class TagList:
    """Tags in the order of a network's input; None holds a place that no tag has here.

    aliases  other names -> the list's.
    is_foreign  its names are a collection's, and not those of the application's vocabulary.
    """

    title: str
    tags: tuple[str | None, ...]
    aliases: Mapping[str, str]
    is_foreign: bool = True

    def __post_init__(self) -> None:
        names = [tag for tag in self.tags if tag is not None]
        if not names:
            raise ValueError(f"{self.title}: a list of tags needs at least one")
        if len(set(names)) < len(names):
            twice = sorted({name for name in names if names.count(name) > 1})
            raise ValueError(f"{self.title}: tags listed twice: {', '.join(twice)}")

    @property
    def place_names(self) -> tuple[str, ...]:
        """A name for every place: a generator's spec has one for each of its inputs."""
        return tuple(tag or f"unused_{place}" for place, tag in enumerate(self.tags))

    def encode(self, names: Iterable[str]) -> NDArray[np.float32]:
        """Multi-hot float32 (N,): 1 for each tag among names."""
        known = set(names)
        known |= {self.aliases[name] for name in known if name in self.aliases}
        return np.array([tag in known for tag in self.tags], dtype=np.float32)


def own_color_tags() -> TagList:
    """The colour tags of the application's vocabulary, in its order."""
    names = load_vocabulary(TAGS).names
    return TagList(title="Tintline", tags=names, aliases={}, is_foreign=False)


def find_tag_list(name: str) -> TagList:
    """A list by its file, or by the name of one that comes with this package.

    Raises ValueError naming the file, and those that come with the package.
    """
    path, bundled = Path(name), TAG_LISTS / name
    if not path.is_file() and not bundled.is_file():
        known = ", ".join(
            sorted(each.name for each in TAG_LISTS.iterdir() if each.name != RENAMED.name)
        )
        raise ValueError(f"{name}: no such list of tags; name a file, or one of {known}")
    return read_tag_list(path if path.is_file() else bundled)


def read_tag_list(path: Path) -> TagList:
    """Read a list of tags of any length, such as the 115 and 370 of Tag2Pix.

    Text holds a tag a line (or between commas); JSON is a list in which null keeps a place, or
    ``{"title", "size", "groups": [{"id", "first", "tags"}], "aliases"}`` with each group's
    first index. Raises ValueError naming the file.
    """
    try:
        text = read_text(path)
        if path.suffix.lower() != ".json":
            return TagList(title=path.stem, tags=tuple(split_tags(text)), aliases={})
        content: Any = parse_json(text, "").content
        if isinstance(content, list):
            return TagList(title=path.stem, tags=tuple(map(_place, content)), aliases={})
        return TagList(
            title=str(content.get("title", path.stem)),
            tags=_places(content),
            aliases=dict(content.get("aliases", {})),
        )
    except (OSError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: not a usable list of tags ({error!r})") from error
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _place(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{value!r} is neither a tag nor null")
    return None if value is None else clean_tag(value)


def _places(content: Mapping[str, object]) -> tuple[str | None, ...]:
    groups = content["groups"]
    assert isinstance(groups, list)
    size = int(str(content["size"]))
    if not 0 <= size <= _MOST_PLACES:
        raise ValueError(f"size {size} is out of range; from 0 to {_MOST_PLACES}")
    places: list[str | None] = [None] * size
    for group in groups:
        for index, name in enumerate(group["tags"], start=int(group["first"])):
            if not 0 <= index < size or places[index] is not None:
                raise ValueError(f"group {group['id']}: place {index} is taken or not in {size}")
            places[index] = _place(name)
    return tuple(places)


def _read_renamed(path: Path) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    try:
        content: Any = parse_json(read_text(path), "").content
        aliases = {clean_tag(k): clean_tag(v) for k, v in content.get("aliases", {}).items()}
        implied = {
            clean_tag(name): tuple(clean_tag(each) for each in listed)
            for name, listed in content.get("implied", {}).items()
        }
    except (OSError, AttributeError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: not a usable table of renamed tags ({error})") from error
    return aliases, implied
