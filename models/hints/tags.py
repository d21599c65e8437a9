"""Colour tags: what an artist can name, which part each one colours, and with what colour."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import skimage

from models.files.documents import DocumentError, read_json, shown
from models.hints.parts import Part
from models.hints.tag_search import TagWords, find_words

Rgb = tuple[int, int, int]
_LONGEST_NAME = 60
"""Characters of a tag that near ones are looked for."""
OUTER_GROUPS = ("jacket",)
"""Groups of tags that cover others of the same part."""


class UnknownTagError(ValueError):
    """A tag that the vocabulary does not hold; the message suggests near ones."""


def parse_color(text: str) -> Rgb:
    """Read ``#rgb`` or ``#rrggbb`` (the # may be left out) as sRGB bytes.

    Raises ValueError naming the text.
    """
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise ValueError(f"{shown(text)} is not a colour; write it as #rrggbb, for example #aabbcc")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def format_color(color: Rgb) -> str:
    """Write sRGB bytes as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*color)


@dataclass(frozen=True, slots=True)
class Tag:
    """A colour tag: ``blue_hair`` colours HAIR with its blue."""

    name: str
    group: str
    part: Part
    color: Rgb


@dataclass(frozen=True, slots=True)
class TagGroup:
    """Tags that exclude each other, as one list of the panel."""

    id: str
    title: str
    part: Part
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Every tag that can be chosen, in a fixed order, with the default colour of each part.

    words  by which tags are searched.
    """

    groups: tuple[TagGroup, ...]
    defaults: Mapping[Part, Rgb]
    aliases: Mapping[str, str]
    shape_tags: tuple[str, ...]
    words: TagWords

    @cached_property
    def by_name(self) -> dict[str, Tag]:
        """Tags by their name, in vocabulary order."""
        return {tag.name: tag for group in self.groups for tag in group.tags}

    @property
    def names(self) -> tuple[str, ...]:
        """Tag names in the order of a generator's multi-hot input."""
        return tuple(self.by_name)

    def canonical(self, name: str) -> str:
        """Resolve case, spaces and aliases. Raises UnknownTagError with suggestions."""
        key = name.strip().lower().replace(" ", "_")
        key = self.aliases.get(key, key)
        if key not in self.by_name:
            raise UnknownTagError(self._unknown_message(name, key))
        return key

    def _unknown_message(self, name: str, key: str) -> str:
        key = key[:_LONGEST_NAME]
        near = self.words.search(name[:_LONGEST_NAME])[:3]
        near = near or tuple(difflib.get_close_matches(key, self.by_name, n=3, cutoff=0.5))
        hint = f"did you mean {', '.join(near)}?" if near else "see `tintline models --tags`"
        return f"unknown tag {shown(name)}; {hint}"

    def nearest(self, group_id: str, color: Rgb) -> Tag:
        """The group's tag whose colour is nearest in CIELAB (CIE 1976 difference)."""
        tags = next(group.tags for group in self.groups if group.id == group_id)
        palette = np.array([tag.color for tag in tags], dtype=np.float64) / 255
        lab = skimage.color.rgb2lab(palette[None])[0]
        target = skimage.color.rgb2lab(np.array(color, dtype=np.float64)[None, None] / 255)[0, 0]
        return tags[int(np.argmin(((lab - target) ** 2).sum(axis=1)))]


def load_vocabulary(path: Path) -> Vocabulary:
    """Read a vocabulary file. Raises ValueError naming the file and what is wrong with it."""
    try:
        content: Any = read_json(path).content
        groups = tuple(_read_group(entry) for entry in content["groups"])
        defaults = {Part[name]: parse_color(value) for name, value in content["defaults"].items()}
        words = _read_words(groups, content.get("synonyms", {}))
    except (DocumentError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: not a usable tag vocabulary ({error!r})") from error
    names = [tag.name for group in groups for tag in group.tags]
    if repeated := _repeated(names):
        raise ValueError(f"{path}: tags listed twice: {', '.join(repeated)}")
    if missing := [part.name for part in Part if part not in defaults]:
        raise ValueError(f"{path}: no default colour for {', '.join(missing)}")
    return Vocabulary(
        groups=groups,
        defaults=defaults,
        aliases=dict(content.get("aliases", {})),
        shape_tags=tuple(content.get("shape_tags", ())),
        words=words,
    )


def _read_words(groups: Iterable[TagGroup], synonyms: Mapping[str, Mapping[str, str]]) -> TagWords:
    """Synonyms of a group hold for its tags, those of a word for every tag whose name has it."""
    of_group, of_word, of_tag = (synonyms.get(key, {}) for key in ("groups", "words", "tags"))
    own, other = {}, {}
    for group in groups:
        for tag in group.tags:
            own[tag.name] = find_words((tag.name, group.title))
            meant = [of_word.get(word, "") for word in tag.name.split("_")]
            meant += [of_group.get(group.id, ""), of_tag.get(tag.name, "")]
            other[tag.name] = find_words(meant)
    return TagWords(own, other)


def _read_group(entry: Mapping[str, object]) -> TagGroup:
    group_id, part = str(entry["id"]), Part[str(entry["part"])]
    listed = entry["tags"]
    assert isinstance(listed, list)
    tags = tuple(Tag(tag["name"], group_id, part, parse_color(tag["color"])) for tag in listed)
    return TagGroup(id=group_id, title=str(entry["title"]), part=part, tags=tags)


def _repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return sorted({name for name in names if name in seen or seen.add(name)})  # type: ignore[func-returns-value]
