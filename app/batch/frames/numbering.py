"""What the names of a folder say together: cuts, and the number of each frame in its cut.

No name tells by itself which of its digits count; the names of a folder do:

- The number is what varies. Where several things vary, it is the last one that is no cut's,
  scene's, camera's or layer's number; the others tell cuts apart.
- Versions and retakes (``v2``, ``_r3``, ``-final``, ``(2)``) are no numbers while other digits are
  there. They tell cuts apart only where they repeat most of the numbers.
- A hyphen is a minus sign at the beginning and behind a dot or an underscore: ``shot.-001`` is -1.
  Elsewhere it joins, and ``shot-001`` is 1, unless ``shot0000`` counts from 0 beside it.
- Case, normal form and width of letters and digits make no difference.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.picture_names import fold_name

_HYPHENS = "-\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
_SEPARATORS = f"{_HYPHENS} _.\N{FULLWIDTH LOW LINE}\N{FULLWIDTH FULL STOP}\N{IDEOGRAPHIC SPACE}"
_NUMBER = re.compile(rf"((?:^|(?<=[._]))[{_HYPHENS}]?\d+|\d+)")
_VERSION = re.compile(
    rf"""(?:^|[{_SEPARATORS}]+|(?<=\d))
    (?: [vrt]\d{{1,3}} | (?:ver|version|rev|take)[{_SEPARATORS}]?\d{{1,3}}
    | (?:final|fix|fixed|retake|copy)(?:[{_SEPARATORS}]?\d{{1,3}})? | \(\d{{1,3}}\) )
    (?=$|[{_SEPARATORS}])""",
    re.VERBOSE | re.IGNORECASE,
)
_PLACE_WORD = re.compile(
    r"(?:^|[^a-z])(?:cut|scene|sc|shot|sh|ep|episode|cam|camera|layer|part)[ _.-]?$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name belongs: its cut, "" without a name of its own, its number, its version."""

    cut: str = ""
    number: int | None = None
    version: str = ""

    def below(self, folder: str) -> "Place":
        """The place with its cut named below a folder."""
        return replace(self, cut="/".join(filter(None, (folder, self.cut))))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in pieces: one text more than numbers, before, between and behind them."""

    texts: tuple[str, ...]
    digits: tuple[str, ...]
    version: str = ""

    @classmethod
    def of(cls, stem: str, *, has_version: bool = True) -> "_Name":
        """A name; with `has_version` its version is not among its numbers, if it has others."""
        text = unicodedata.normalize("NFC", stem)
        version = ""
        if has_version:
            marks = [match.group().strip(_SEPARATORS) for match in _VERSION.finditer(text)]
            rest = _VERSION.sub("", text)
            if any(map(str.isdecimal, rest)):
                text = rest.lstrip(_SEPARATORS) if _VERSION.match(text) else rest
                version = "_".join(marks)
        pieces = _NUMBER.split(text)
        return cls(tuple(pieces[0::2]), tuple(pieces[1::2]), version)

    @property
    def key(self) -> tuple[str, ...]:
        """The same for names that differ in numbers alone."""
        return tuple(map(fold_name, self.texts))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The values of the digits."""
        return tuple(int(fold_name(each)) for each in self.digits)

    def negative(self, column: int) -> "_Name":
        """The name with the hyphen before a number taken for its sign."""
        texts, digits = list(self.texts), list(self.digits)
        texts[column], digits[column] = texts[column][:-1], f"-{digits[column]}"
        return replace(self, texts=tuple(texts), digits=tuple(digits))

    def around(self, dropped: Iterable[int]) -> str:
        """The name without some of its numbers."""
        parts = [self.texts[0]]
        for column, digits in enumerate(self.digits):
            if column in dropped:
                parts.append(self.texts[column + 1])
            else:
                parts[-1] += digits + self.texts[column + 1]
        rest = "".join(part.rstrip(_SEPARATORS) for part in parts).replace("()", "")
        return rest.strip(_SEPARATORS)


def place_names(stems: Sequence[str], *, tells_versions: bool = True) -> list[Place]:
    """The places of the names of one folder, which are given without suffix.

    tells_versions  whether versions may be numbers or tell cuts apart; else they tell nothing.
    """
    names = [_Name.of(stem) for stem in stems]
    if tells_versions:
        names = _whole_where_versions_vary(names, stems)
    names = _negative_beside_zero(names)
    groups: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    columns = {key: _columns(group) for key, group in groups.items() if len(key) > 1}
    cuts: dict[str, str] = {}
    places = []
    for name in names:
        if not name.digits:
            places.append(Place())
            continue
        number, noise = columns[name.key]
        cut = name.around({number, *noise})
        cut = cuts.setdefault(fold_name(cut), cut)
        places.append(Place(cut, name.numbers[number], name.version))
    return _versions_apart(places) if tells_versions else places


def repeated_numbers(places: Iterable[Place]) -> list[tuple[str, int]]:
    """Cuts and numbers that several names have."""
    counts = Counter((place.cut, place.number) for place in places)
    return [(cut, number) for (cut, number), n in counts.items() if n > 1 and number is not None]


def _whole_where_versions_vary(names: list[_Name], stems: Sequence[str]) -> list[_Name]:
    """Names whose versions are numbers, as nothing else tells them apart."""
    same: dict[object, set[str]] = defaultdict(set)
    for name in names:
        same[name.key].add(str(name.numbers))
    alike = {key for key, numbers in same.items() if len(numbers) == 1}
    counts = Counter(name.key for name in names)
    return [
        _Name.of(stem, has_version=False) if name.key in alike and counts[name.key] > 1 else name
        for name, stem in zip(names, stems)
    ]


def _negative_beside_zero(names: list[_Name]) -> list[_Name]:
    """Names as they are, hyphens taken for signs where the others count from zero."""
    zeros = {
        (name.key, column)
        for name in names
        for column, number in enumerate(name.numbers)
        if number == 0
    }
    found = []
    for name in names:
        for column, text in enumerate(name.texts[:-1]):
            if text.endswith(tuple(_HYPHENS)):
                signed = name.negative(column)
                if (signed.key, column) in zeros:
                    name = signed  # noqa: PLW2901
        found.append(name)
    return found


def _columns(group: Sequence[_Name]) -> tuple[int, tuple[int, ...]]:
    """Which number of names of one key counts frames, and which tell nothing at all."""
    rows = list(dict.fromkeys(name.numbers for name in group))
    texts = group[0].key
    every = range(len(rows[0]))
    varying = [column for column in every if len({row[column] for row in rows}) > 1] or [*every]
    varying.sort(key=lambda column: (not _PLACE_WORD.search(texts[column]), column), reverse=True)
    if len(varying) == 1 or len(rows) == 1:
        return varying[0], ()
    for column in varying:
        cuts = Counter((*row[:column], *row[column + 1 :]) for row in rows)
        if max(cuts.values()) > 1:
            return column, ()
    # All vary together: what counts by ones is the number, the others are of each drawing.
    best = max(varying, key=lambda column: _unit_steps(row[column] for row in rows))
    return best, tuple(column for column in varying if column != best)


def _unit_steps(numbers: Iterable[int]) -> int:
    return sum(after - before == 1 for before, after in pairwise(sorted(numbers)))


def _versions_apart(places: list[Place]) -> list[Place]:
    """Places with versions as cuts of their own where they repeat more than half of a cut."""
    numbers: dict[str, set[int | None]] = defaultdict(set)
    for place in places:
        numbers[place.cut].add(place.number)
    repeated = Counter(cut for cut, _ in repeated_numbers(set(places)))
    return [
        replace(place, cut="_".join(filter(None, (place.cut, place.version))))
        if 2 * repeated[place.cut] > len(numbers[place.cut])
        else place
        for place in places
    ]
