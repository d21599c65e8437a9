"""Colour sets: what each colour of a document is shown as, by day, by night, in every scene.

A colour is painted once. Hints, swatches and tags name it by the colour that it was given first,
its key; a set says what the key is shown as. So another colour for a swatch changes everything
that has it, and another set changes all of them at once, and nothing is painted anew.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import TypeVar

from app.errors import PaletteError
from models.coloring.palette import Recolor
from models.files.documents import Value
from models.hints.hints import Hint, HintSet
from models.hints.tags import Rgb, format_color, parse_color
from models.lighting.light import NO_TONES, OwnTones

T = TypeVar("T")

MAX_SETS = 64
MAX_ENTRIES = 4096
LONGEST_NAME = 60
USUAL = "usual"
"""What the set of a document is called that was given no other name."""
_NEAR = sorted(product(range(-8, 9), repeat=3), key=lambda step: sum(map(abs, step)))
_TONES = ("shade", "deep", "highlight")


@dataclass(frozen=True, slots=True)
class Look:
    """How a key is shown.

    color  sRGB bytes; None: as itself.
    tones  what it becomes in shade and highlights, where that is not left to the light.
    """

    color: Rgb | None = None
    tones: OwnTones = NO_TONES


@dataclass(frozen=True)
class ColorSet:
    """The colours of one scene: looks by key; keys that it does not name are shown as they are.

    Raises PaletteError for a name that is empty or too long, and for too many entries.
    """

    name: str = USUAL
    looks: Mapping[Rgb, Look] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise PaletteError(
                f"a colour set's name has 1 to {LONGEST_NAME} characters; got {self.name[:80]!r}"
            )
        kept = {
            key: look for key, look in self.looks.items() if look != Look() and _differs(key, look)
        }
        if len(kept) > MAX_ENTRIES:
            raise PaletteError(f"a colour set holds at most {MAX_ENTRIES} colours; got {len(kept)}")
        object.__setattr__(self, "looks", kept)

    def look(self, key: Rgb) -> Look:
        """How a key is shown."""
        return self.looks.get(key, Look())

    def shown(self, key: Rgb) -> Rgb:
        """The colour that a key is shown as."""
        return self.look(key).color or key

    def with_look(self, key: Rgb, look: Look) -> "ColorSet":
        """The set with another look for a key."""
        return replace(self, looks={**self.looks, key: look})


def _differs(key: Rgb, look: Look) -> bool:
    return look.color not in (None, key) or bool(look.tones)


@dataclass(frozen=True)
class ColorSets:
    """All sets of a document, one of which is shown; there is always one.

    joined  keys that were merged into others, whose looks they have in every set.
    active  the name of the set that is shown.
    Raises PaletteError where names repeat or the active set is none of them.
    """

    sets: tuple[ColorSet, ...] = (ColorSet(),)
    joined: Mapping[Rgb, Rgb] = field(default_factory=dict)
    active: str = USUAL

    def __post_init__(self) -> None:
        names = self.names
        if len(names) != len(set(names)) or not 0 < len(names) <= MAX_SETS:
            raise PaletteError(
                f"a document has 1 to {MAX_SETS} colour sets of different names; got "
                f"{', '.join(names[:8]) or 'none'}"
            )
        if self.active not in names:
            raise PaletteError(
                f"no colour set {self.active!r}; there {'are' if len(names) > 1 else 'is'} "
                f"{', '.join(names[:8])}"
            )

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sets, in order."""
        return tuple(each.name for each in self.sets)

    @property
    def current(self) -> ColorSet:
        """The set that is shown."""
        return self.sets[self.names.index(self.active)]

    def leader(self, key: Rgb) -> Rgb:
        """The key whose look a key has."""
        return self.joined.get(key, key)

    def allowed(self, keys: tuple[Rgb, ...]) -> tuple[Rgb, ...]:
        """The keys that may be painted where these alone may: also what was merged into them."""
        merged = (key for key, to in self.joined.items() if to in keys and key not in keys)
        return (*keys, *merged)

    def look(self, key: Rgb) -> Look:
        """How a key is shown now."""
        return self.current.look(self.leader(key))

    def shown(self, key: Rgb) -> Rgb:
        """The colour that a key is shown as now."""
        return self.current.shown(self.leader(key))

    @cached_property
    def recolor(self) -> Recolor:
        """What painted colours are shown as."""
        keys = dict.fromkeys((*self.current.looks, *self.joined))
        return Recolor(tuple((key, self.shown(key)) for key in keys))

    @cached_property
    def tones(self) -> tuple[tuple[Rgb, OwnTones], ...]:
        """Tones of their own by the colour that has them, as it is shown."""
        looks = self.current.looks.items()
        return tuple(sorted((look.color or key, look.tones) for key, look in looks if look.tones))

    def hints(self, hints: HintSet) -> HintSet:
        """Hints in the colours that they are shown in."""
        return self.recolor.hints(hints)

    def key_for(self, color: Rgb, keys: Iterable[Rgb] = ()) -> tuple["ColorSets", Rgb]:
        """The key of what is painted in a colour; and the sets, which get one if there is none.

        keys  that are preferred among those which are shown so, the first ones first.
        """
        known = (*keys, *self.current.looks, *self.joined, color)
        found = next((key for key in known if self.shown(key) == color), None)
        if found is not None:
            return self, self.leader(found)
        return self.with_new(color)

    def with_new(self, color: Rgb, like: Rgb | None = None) -> tuple["ColorSets", Rgb]:
        """A key that stands for nothing yet and is shown in a colour in every set.

        like  a key whose tones it has, and whose colours in the sets that are not shown.
        """
        leader = color if like is None else self.leader(like)
        known = (*self.joined, *self.joined.values())
        taken = {color, leader, *known, *(key for each in self.sets for key in each.looks)}
        near = (tuple(a + b for a, b in zip(color, step)) for step in _NEAR)
        free = next(k for k in near if k not in taken and all(0 <= c <= 255 for c in k))
        key = (free[0], free[1], free[2])
        if like is None:
            everywhere = tuple(each.with_look(key, Look(color)) for each in self.sets)
            return replace(self, sets=everywhere), key
        looks = [replace(each.look(leader), color=each.shown(leader)) for each in self.sets]
        alike = tuple(each.with_look(key, look) for each, look in zip(self.sets, looks))
        return replace(self, sets=alike).with_color(key, color), key

    def keyed(self, hints: HintSet, keys: Iterable[Rgb] = ()) -> tuple["ColorSets", HintSet]:
        """Hints in colours as they are seen, named by their keys; see `key_for`."""
        sets, made, keys = self, [], tuple(keys)
        for hint in hints:
            sets, key = sets.key_for(hint.color, keys)
            made.append(_colored(hint, key))
        return sets, HintSet(tuple(made))

    def seen(self, keys: Iterable[Rgb]) -> "ColorSets | None":
        """The same by the colours that keys are shown as now, for whoever knows no keys.

        None where nothing is told: one set without tones, and a usual name.
        """
        listed = {self.shown(key): self.leader(key) for key in reversed([*keys])}
        sets = tuple(
            ColorSet(
                each.name,
                {c: Look(each.shown(key), each.look(key).tones) for c, key in listed.items()},
            )
            for each in self.sets
        )
        told = replace(self, sets=sets, joined={})
        return None if told == NO_SETS else told

    # Changes

    def with_look(self, key: Rgb, look: Look) -> "ColorSets":
        """Another look for a key, and all that were merged into it, in the set that is shown."""
        return self._with_current(self.current.with_look(self.leader(key), look))

    def with_color(self, key: Rgb, color: Rgb) -> "ColorSets":
        """Another colour for a key in the set that is shown; its tones stay."""
        return self.with_look(key, replace(self.look(key), color=color))

    def merged(self, key: Rgb, into: Rgb) -> "ColorSets":
        """Everything of one key has another's looks from now on, in every set."""
        leader, old = self.leader(into), self.leader(key)
        if leader == old:
            return self
        joined = {each: leader if to == old else to for each, to in self.joined.items()}
        sets = tuple(
            replace(each, looks={k: look for k, look in each.looks.items() if k != old})
            for each in self.sets
        )
        return replace(self, sets=sets, joined={**joined, old: leader})

    def added(self, name: str) -> "ColorSets":
        """One more set, which begins as the one that is shown and is shown in its place."""
        return replace(self, sets=(*self.sets, replace(self.current, name=name)), active=name)

    def activated(self, name: str) -> "ColorSets":
        """The set of a name is shown. Raises PaletteError."""
        return self if name == self.active else replace(self, active=name)

    def renamed(self, name: str) -> "ColorSets":
        """Another name for the set that is shown. Raises PaletteError."""
        changed = self._with_current(replace(self.current, name=name), name)
        return self if name == self.active else changed

    def removed(self) -> "ColorSets":
        """Without the set that is shown; the one before it is shown then. The last one stays."""
        if len(self.sets) == 1:
            return self
        at = self.names.index(self.active)
        kept = (*self.sets[:at], *self.sets[at + 1 :])
        return replace(self, sets=kept, active=kept[max(0, at - 1)].name)

    def _with_current(self, changed: ColorSet, active: str = "") -> "ColorSets":
        sets = tuple(changed if each.name == self.active else each for each in self.sets)
        return replace(self, sets=sets, active=active or self.active)


NO_SETS = ColorSets()
"""One set, in which every colour is shown as it is."""


def _colored(hint: Hint, color: Rgb) -> Hint:
    return hint if hint.color == color else replace(hint, color=color)


def sets_to_json(sets: ColorSets) -> dict[str, object]:
    """Colour sets as the documented JSON object."""
    return {
        "active": sets.active,
        "sets": [
            {
                "name": each.name,
                "colors": {format_color(k): _look_json(v) for k, v in each.looks.items()},
            }
            for each in sets.sets
        ],
        "joined": {format_color(key): format_color(to) for key, to in sets.joined.items()},
    }


def _look_json(look: Look) -> dict[str, str]:
    colors = {"color": look.color, **{name: getattr(look.tones, name) for name in _TONES}}
    return {name: format_color(color) for name, color in colors.items() if color is not None}


def sets_from_json(value: Value) -> ColorSets:
    """Colour sets from the documented JSON object. Raises DocumentError, PaletteError."""
    joined = value.get("joined")
    return ColorSets(
        tuple(_set_from(each) for each in value.field("sets").items()),
        _by_color(joined, lambda to: to.parsed(parse_color)) if joined else {},
        value.field("active").text(),
    )


def _set_from(value: Value) -> ColorSet:
    looks = value.field("colors")
    return ColorSet(value.field("name").text(), _by_color(looks, _look_from))


def _look_from(value: Value) -> Look:
    color, *tones = (
        None if (found := value.get(name)) is None else found.parsed(parse_color)
        for name in ("color", *_TONES)
    )
    return Look(color, OwnTones(*tones))


def _by_color(value: Value, read: Callable[[Value], T]) -> dict[Rgb, T]:
    """An object whose names are colours. Raises DocumentError."""
    found = {}
    for name, each in value.fields().items():
        try:
            found[parse_color(name)] = read(each)
        except ValueError as error:
            raise value.error(str(error)) from error
    return found
