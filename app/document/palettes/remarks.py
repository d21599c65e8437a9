"""Colour sets and groups of tones as remarks of a GIMP palette, which other programs pass over.

In the head stands which set the colours are of; under a colour, what each set makes of it::

    # shown set "day"
     40  60 200\tDress
    # set "day": base #283cc8, shade 1 #1c2a96, highlight #a0b4ff
    # set "night": base #14103c
"""

import json
import re
from contextlib import suppress

from app.document.color_sets import USUAL, ColorSet, ColorSets, Look
from app.errors import PaletteError
from models.hints.tags import Rgb, format_color, parse_color
from models.lighting.light import OwnTones

_HEAD = re.compile(r'# shown set (".*")$')
_SET = re.compile(r'# set ("(?:[^"\\]|\\.)*"): (.*)$')
_TONES = {"base": "color", "shade 1": "shade", "shade 2": "deep", "highlight": "highlight"}
"""What each colour of a remark is."""


def head_remarks(sets: ColorSets | None) -> list[str]:
    """What is said of the sets before any colour."""
    return [] if sets is None else [f"# shown set {_quoted(sets.active)}"]


def set_remarks(sets: ColorSets | None, color: Rgb) -> list[str]:
    """What is said of a colour: a line for each set that makes something else of it."""
    lines = []
    for each in sets.sets if sets is not None else ():
        look = each.look(color)
        found = {"base": each.shown(color), **_tones_of(look.tones)}
        listed = ", ".join(f"{name} {format_color(to)}" for name, to in found.items() if to)
        lines.append(f"# set {_quoted(each.name)}: {listed}")
    return lines


def _tones_of(tones: OwnTones) -> dict[str, Rgb | None]:
    return {"highlight": tones.highlight, "shade 1": tones.shade, "shade 2": tones.deep}


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


class SetRemarks:
    """Reads the remarks of a palette, line by line; what is no such remark is passed over."""

    def __init__(self) -> None:
        self._active = ""
        self._looks: dict[str, dict[Rgb, Look]] = {}

    def read(self, line: str, color: Rgb | None) -> None:
        """A remark, under the colour that stands above it."""
        with suppress(ValueError, KeyError):
            if head := _HEAD.match(line):
                self._active = str(json.loads(head.group(1)))
            elif color is not None and (found := _SET.match(line)):
                looks = self._looks.setdefault(str(json.loads(found.group(1))), {})
                looks[color] = _look_of(found.group(2))

    def sets(self) -> ColorSets | None:
        """The sets that were told; None if none was, or none that can be."""
        if not self._looks:
            return None
        with suppress(PaletteError):
            sets = tuple(ColorSet(name, looks) for name, looks in self._looks.items())
            active = self._active if self._active in self._looks else sets[0].name
            return ColorSets(sets, active=active or USUAL)
        return None


def _look_of(text: str) -> Look:
    """Raises ValueError, KeyError."""
    found: dict[str, Rgb] = {}
    for part in text.split(","):
        name, _, color = part.strip().rpartition(" ")
        found[_TONES[name]] = parse_color(color)
    tones = OwnTones(*(found.get(name) for name in ("shade", "deep", "highlight")))
    return Look(found.get("color"), tones)
