"""JSON and TOML that lie beside pictures: read within bounds, and told with their place.

Whatever a file claims, reading it takes bounded time and memory. What is wrong with it is said
with the file, the place inside it (``hints[3].color``) and the value that stands there.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from models.files.texts import MAX_BYTES, TextFileError, read_text

T = TypeVar("T")

MAX_LONG_BYTES = 64 << 20
"""Of a document that grows with an artist's strokes: hints, and those of a project."""
MAX_TOML_BYTES = 256 << 10
MAX_VALUES = 3_000_000
"""One takes up to 200 bytes of memory."""
MAX_DEPTH = 64
MAX_WHOLE = 2**63 - 1
MAX_TEXT = 100_000
"""Characters of a text that is one value."""

_MAX_DOTS = 256
"""In a line of TOML: a key of n parts takes n² steps to read."""
_SHOWN = 60


class DocumentError(ValueError):
    """A document that cannot be used; names the file, the place in it, the value, the remedy."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a document, and where it stands. Every reader raises DocumentError.

    origin  what the document is called in messages.
    place   where the value stands in it: ``hints[3].color``; "" for the whole document.
    """

    content: Any
    origin: str
    place: str = ""

    def error(self, reason: str) -> DocumentError:
        """An error at this value."""
        return _error(self.origin, reason, self.place)

    def wrong(self, expected: str) -> DocumentError:
        """The error of a value that is not what was expected."""
        return self.error(f"expected {expected}, got {shown(self.content)}")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of an object's fields."""
        if not isinstance(self.content, dict):
            raise self.wrong("an object")
        return tuple(self.content)

    def get(self, name: str) -> "Value | None":
        """A field of an object; None if it is missing or null."""
        if not isinstance(self.content, dict):
            raise self.wrong("an object")
        content = self.content.get(name)
        if content is None:
            return None
        return Value(content, self.origin, f"{self.place}.{name}" if self.place else name)

    def field(self, name: str) -> "Value":
        """A field that an object must have."""
        if (value := self.get(name)) is None:
            raise self.error(f"{name!r} is missing")
        return value

    def fields(self) -> dict[str, "Value"]:
        """The fields of an object that are not null."""
        found = ((name, self.get(name)) for name in self.names)
        return {name: value for name, value in found if value is not None}

    def items(self, count: int | None = None) -> list["Value"]:
        """The items of a list, which has `count` of them if that is given."""
        if not isinstance(self.content, list) or count not in (None, len(self.content)):
            raise self.wrong("a list" if count is None else f"a list of {count}")
        return [
            Value(item, self.origin, f"{self.place}[{index}]")
            for index, item in enumerate(self.content)
        ]

    def text(self) -> str:
        """A text that can be written again."""
        if not isinstance(self.content, str):
            raise self.wrong("a text")
        if len(self.content) > MAX_TEXT:
            raise self.error(f"a text of {len(self.content)} characters; at most {MAX_TEXT}")
        if "\0" in self.content or not _is_encodable(self.content):
            raise self.error(f"no text: {shown(self.content)}")
        return self.content

    def file_name(self) -> str:
        """A file's name as the system has it: of any bytes, also those that are no text."""
        if not isinstance(self.content, str):
            raise self.wrong("a file's name")
        shown_name = "".join("?" if "\udc80" <= c <= "\udcff" else c for c in self.content)
        Value(shown_name, self.origin, self.place).text()
        return self.content

    def parsed(self, parse: Callable[[str], T]) -> T:
        """What a text stands for; `parse` raises ValueError where it stands for nothing."""
        text = self.text()
        try:
            return parse(text)
        except ValueError as error:
            raise self.error(str(error)) from error

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.items())

    def number(self, low: float = -1e18, high: float = 1e18) -> float:
        """A number in a range, both ends included."""
        return _number(self, self.content, low, high)

    def numbers(self, count: int, low: float = -1e18, high: float = 1e18) -> tuple[float, ...]:
        """A list of so many numbers in a range."""
        if not isinstance(self.content, list) or len(self.content) != count:
            raise self.wrong(f"a list of {count} numbers")
        return tuple(_number(self, entry, low, high) for entry in self.content)

    def whole(self, low: int = 0, high: int = MAX_WHOLE) -> int:
        """A whole number in a range, both ends included."""
        if isinstance(self.content, bool) or not isinstance(self.content, int):
            raise self.wrong("a whole number")
        if not low <= self.content <= high:
            raise self.error(f"{self.content} is out of range; from {low} to {high}")
        return self.content

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.content, bool):
            raise self.wrong("true or false")
        return self.content


def _error(origin: str, reason: str, place: str = "") -> DocumentError:
    return DocumentError(": ".join(filter(None, (origin, place, reason))))


def _number(value: Value, content: object, low: float, high: float) -> float:
    if isinstance(content, bool) or not isinstance(content, int | float):
        raise value.error(f"expected a number, got {shown(content)}")
    if not low <= content <= high:
        raise value.error(f"{content:g} is out of range; from {low:g} to {high:g}")
    return float(content)


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown(content: object) -> str:
    """A value in few characters, for messages."""
    if isinstance(content, dict | list):
        kind = "object" if isinstance(content, dict) else "list"
        if not content:
            return f"an empty {kind}"
        return f"{'an' if kind == 'object' else 'a'} {kind} of {len(content)}"
    if isinstance(content, str):
        return repr(content) if len(content) <= _SHOWN else f"{content[:_SHOWN]!r}…"
    return json.dumps(content, default=str)


def read_json(path: Path, *, max_bytes: int = MAX_BYTES) -> Value:
    """Read a JSON file. Raises DocumentError naming it."""
    return parse_json(_read_text(path, max_bytes), str(path))


def _read_text(path: Path, max_bytes: int) -> str:
    try:
        return read_text(path, max_bytes=max_bytes)
    except FileNotFoundError as error:
        raise DocumentError(f"{path}: no such file; check the name") from error
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})") from error
    except TextFileError as error:
        raise DocumentError(f"{path}: {error}") from error


def parse_json(text: str, origin: str, *, max_values: int | None = MAX_VALUES) -> Value:
    """Read JSON. `origin` names it in errors (DocumentError).

    Refused are also names that stand twice in one object, NaN and infinite numbers.
    max_values  about how many it may hold; None: any number.
    """
    count = text.count(",") + text.count("[") + text.count("{")
    if max_values is not None and count > max_values:
        raise _error(origin, f"more than {max_values} values; no such file holds so many")
    try:
        content = json.loads(text, object_pairs_hook=_distinct)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _error(origin, f"not JSON, {where}: {error.msg}") from error
    except RecursionError as error:
        raise _error(origin, _TOO_DEEP) from error
    except ValueError as error:
        raise _error(origin, _reason(error)) from error
    return _checked(content, origin)


def parse_toml(text: str, origin: str) -> Value:
    """Read TOML. `origin` names it in errors (DocumentError)."""
    if any(line.count(".") > _MAX_DOTS for line in text.split("\n")):
        raise _error(origin, f"more than {_MAX_DOTS} dots in a line; break the line")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _error(origin, f"not TOML: {error}") from error
    except RecursionError as error:
        raise _error(origin, _TOO_DEEP) from error
    except ValueError as error:
        raise _error(origin, _reason(error)) from error
    return _checked(content, origin)


_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels; no such file is"


class _WrongContentError(ValueError):
    """Something that no document may hold."""


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        name, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise _WrongContentError(f"the name {shown(name)} stands twice in one object; keep one")
    return content


def _reason(error: ValueError) -> str:
    if isinstance(error, _WrongContentError):
        return str(error)
    return "a number of more than 4,000 digits; write it shorter"  # Python reads no longer ones


def _checked(content: object, origin: str) -> Value:
    """The document, every number in it finite and below 2**63, no deeper than MAX_DEPTH."""
    place: list[str] = []
    try:
        _check(content, place, MAX_DEPTH)
    except _WrongContentError as error:
        found = "".join(reversed(place)).removeprefix(".")
        raise _error(origin, str(error), found) from error
    except RecursionError as error:
        raise _error(origin, _TOO_DEEP) from error
    return Value(content, origin)


def _check(value: object, place: list[str], levels: int) -> None:
    """Raise at a value that is out of bounds; `place` is then the way to it, from its end."""
    if isinstance(value, dict | list):
        if not levels:
            raise RecursionError
        step: str | int = ""
        try:
            entries = value.items() if isinstance(value, dict) else enumerate(value)
            for step, entry in entries:  # noqa: B007 - told where the loop ends early
                if not isinstance(entry, str | bool | None):
                    _check(entry, place, levels - 1)
        except _WrongContentError:
            place.append(f"[{step}]" if isinstance(step, int) else f".{step[:_SHOWN]}")
            raise
    elif isinstance(value, float) and not isfinite(value):
        raise _WrongContentError("a number that is not finite; write one within ±1e18")
    elif isinstance(value, int) and not -MAX_WHOLE <= value <= MAX_WHOLE:
        raise _WrongContentError("a number of more than 18 digits; write it shorter")
