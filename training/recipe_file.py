"""Tables of a recipe as frozen dataclasses; what does not fit is told by file, line and key."""

import dataclasses
import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter
from cattrs.cols import is_mapping, list_structure_factory, mapping_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from models.files.documents import parse_toml, shown

T = TypeVar("T")
Keys = tuple[str | int, ...]
"""The way to a value from the top of a file: names of tables and keys, numbers within lists."""

_MOST_LINES = 20
"""Of a value whose line can be told."""


class RecipeError(ValueError):
    """A recipe that cannot be used; the message names file, line, key and remedy."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a recipe is called in messages, and the text that it was read from; "": none."""

    name: str
    text: str = ""

    def error(self, reason: str, keys: Keys = ()) -> RecipeError:
        """An error at a key."""
        dotted = ".".join(key for key in keys if isinstance(key, str)) or "recipe"
        line = f":{_line_of(keys, self.text)}" if self.text else ""
        return RecipeError(f"{self.name}{line}: {dotted}: {reason}")

    def blame(self, reason: str, keys: Keys = ()) -> RecipeError:
        """An error at the key that a reason names first, of those within a table."""
        named = [
            (place, -len(found), found)
            for found in _keys_of(parse_toml(self.text, self.name).content)
            if found[: len(keys)] == keys
            if (place := _place_of(found[len(keys) :], reason)) is not None
        ]
        return self.error(reason, min(named)[2] if named else keys)


def structure(kind: type[T], table: object, origin: Origin, keys: Keys = ()) -> T:
    """A frozen dataclass from a table, which stands at `keys` of its origin.

    Dataclasses within it are tables, tuples are lists; whole numbers serve as floats, and nothing
    else is converted. Raises RecipeError at the key that is unknown, missing or wrong.
    """
    fault: BaseException
    try:
        return _CONVERTER.structure(table, kind)
    except (BaseValidationError, _UnfitError) as error:
        fault = error
    while isinstance(fault, BaseValidationError):
        fault = fault.exceptions[0]
        for note in getattr(fault, "__notes__", ()):
            keys = (*keys, note.name if hasattr(note, "name") else note.index)
    if isinstance(fault, _UnfitError):
        raise origin.error(str(fault), (*keys, *fault.within))
    raise origin.blame(str(fault), keys) from fault


class _UnfitError(ValueError):
    """A value that is not of its kind, or the key within it that is not."""

    def __init__(self, reason: str, *within: str) -> None:
        super().__init__(reason)
        self.within = within


def _dataclass_hook(kind: Any, converter: Converter) -> Callable[[object, Any], Any]:
    fields = [each for each in dataclasses.fields(kind) if each.type is not Origin]
    known = sorted(each.name for each in fields)
    required = [
        each.name
        for each in fields
        if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
    ]
    read: dict[str, Any] = {
        each.name: override(omit=each not in fields) for each in dataclasses.fields(kind)
    }
    structured = make_dict_structure_fn(kind, converter, **read)

    def hook(value: object, _: Any) -> Any:
        content = _of_kind(Mapping, "a table", value)
        for key in content:
            if key not in known:
                raise _UnfitError(f"unknown key; known here: {', '.join(known)}", key)
        if missing := [name for name in required if name not in content]:
            raise _UnfitError(f"{', '.join(missing)} must be given")
        return structured(content, kind)

    return hook


def _tuple_hook(kind: Any, converter: Converter) -> Callable[[object, Any], Any]:
    structured = list_structure_factory(kind, converter)
    return lambda value, _: tuple(structured(_of_kind((list, tuple), "a list", value), kind))


def _mapping_hook(kind: Any, converter: Converter) -> Callable[[object, Any], Any]:
    structured = mapping_structure_factory(kind, converter, structure_to=dict)
    return lambda value, _: structured(_of_kind(Mapping, "a table", value), kind)


def _of_kind(kind: Any, called: str, value: object) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _UnfitError(f"expected {called}, got {shown(value)}")
    return value


def _choice(value: object, kind: Any) -> object:
    if value not in get_args(kind):
        raise _UnfitError(f"{shown(value)} is none of {', '.join(map(repr, get_args(kind)))}")
    return value


def _converter() -> Converter:
    converter = Converter()
    for kind in (bool, int, str):
        converter.register_structure_hook(
            kind, lambda value, kind: _of_kind(kind, kind.__name__, value)
        )
    converter.register_structure_hook(
        float, lambda value, _: float(_of_kind((float, int), "float", value))
    )
    converter.register_structure_hook_func(lambda kind: get_origin(kind) is Literal, _choice)
    converter.register_structure_hook_factory(lambda kind: get_origin(kind) is tuple, _tuple_hook)
    converter.register_structure_hook_factory(is_mapping, _mapping_hook)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, _dataclass_hook)
    return converter


_CONVERTER = _converter()


def _keys_of(content: object) -> Iterator[Keys]:
    """The way to every value of a document, tables first."""
    entries: Any = ()
    if isinstance(content, Mapping):
        entries = content.items()
    elif isinstance(content, list):
        entries = enumerate(content)
    for key, value in entries:
        yield (key,)
        for within in _keys_of(value):
            yield (key, *within)


def _place_of(keys: Keys, reason: str) -> int | None:
    """Where a reason names a key as a word of its own."""
    names = [key for key in keys if isinstance(key, str)]
    if not names or isinstance(keys[-1], int):
        return None
    for name in (".".join(names), names[-1]):
        if found := re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", reason):
            return found.start()
    return None


def _line_of(keys: Keys, text: str) -> int:
    """The line on which a key, or a table, begins; 1 if the text has neither.

    A key is known by a document that ends below its value, and by none that ends above it.
    """
    lines = text.split("\n")
    ends = range(len(lines) + 1)
    below = bisect_left(ends, True, key=lambda end: _has(_whole(lines[:end])[0], keys))
    return 1 if below in (0, len(ends)) else _whole(lines[: below - 1])[1] + 1


def _whole(lines: list[str]) -> tuple[object, int]:
    """What the first lines hold, as many of them as are a whole document, and how many these are.

    A value that is cut off begins on one of the last lines.
    """
    for end in range(len(lines), max(0, len(lines) - _MOST_LINES), -1):
        with suppress(tomllib.TOMLDecodeError):
            return tomllib.loads("\n".join(lines[:end])), end
    return {}, 0


def _has(content: Any, keys: Keys) -> bool:
    """Does a document have a key?"""
    try:
        for key in keys:
            content = content[key]
    except (LookupError, TypeError):
        return False
    return True
