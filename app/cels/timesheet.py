"""Timesheets: which cel of which layer is shown in each frame of a cut.

XDTS and TDTS files are one line that names the kind and JSON behind it. Of it the layers of cels
are read: a track lists frames where something changes, and what it says holds until the next one.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from app.errors import TintlineError
from app.picture_names import natural_key
from models.files.documents import MAX_LONG_BYTES, DocumentError, Value, parse_json

SUFFIXES = (".xdts", ".tdts")
STARTS = {
    "exchangeDigitalTimeSheet Save Data": ".xdts",
    "toeiDigitalTimeSheet Save Data": ".tdts",
}
"""The first line of each kind."""
CELL_FIELDS = (4, 0)
"""Fields that hold cels, the one that counts first: in a TDTS 0 may be the animators' own plan."""
EMPTY = "SYMBOL_NULL_CELL"
HOLDS = ("SYMBOL_HYPHEN", "SYMBOL_TICK_1", "SYMBOL_TICK_2")
"""Marks that go on with what was shown: a line drawn on, and places of inbetweens."""
MOST_FRAMES, MOST_LAYERS = 100_000, 512


class TimesheetError(TintlineError):
    """A timesheet that cannot be used; the message names the file and the remedy."""


@dataclass(frozen=True, slots=True)
class CelLayer:
    """A layer of cels, as A, and which cel it shows in each frame, None for none."""

    name: str
    cels: tuple[str | None, ...]

    @property
    def used(self) -> tuple[str, ...]:
        """The cels that are shown, in the order in which they first are."""
        return tuple(dict.fromkeys(cel for cel in self.cels if cel is not None))


@dataclass(frozen=True, slots=True)
class Timesheet:
    """The layers of a cut, bottom to top, over its frames."""

    layers: tuple[CelLayer, ...]
    frames: int
    cut: str = ""

    def __post_init__(self) -> None:
        if any(len(layer.cels) != self.frames for layer in self.layers):
            raise ValueError(f"every layer of a timesheet of {self.frames} frames has as many cels")

    def shown(self, frame: int) -> tuple[tuple[str, str], ...]:
        """Layer and cel of what is seen in a frame, bottom to top."""
        return tuple(
            (layer.name, cel) for layer in self.layers if (cel := layer.cels[frame]) is not None
        )


def find_timesheet(folder: Path) -> Path | None:
    """The timesheet of a cut's folder: the first in it, else the one beside it of its name."""
    if not folder.is_dir():
        return None
    inside = sorted(
        (path for path in folder.iterdir() if is_timesheet(path) and path.is_file()),
        key=natural_key,
    )
    beside = [folder.with_name(f"{folder.name}{suffix}") for suffix in SUFFIXES]
    return next((path for path in (*inside, *beside) if path.is_file()), None)


def is_timesheet(path: Path) -> bool:
    """Whether a file is called like a timesheet."""
    return path.suffix.lower() in SUFFIXES


def folder_of(sheet: Path) -> Path:
    """The folder of a timesheet's cut: the one beside it of its name, else where it lies."""
    beside = sheet.with_suffix("")
    return beside if beside.is_dir() else sheet.parent


def read_timesheet(path: Path) -> Timesheet:
    """Read an XDTS or a TDTS file. Raises TimesheetError naming the file."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise TimesheetError(f"{path}: cannot be read ({reason}); check its name") from error
    if len(content) > MAX_LONG_BYTES:
        raise TimesheetError(f"{path}: too large for a timesheet ({len(content):,} bytes)")
    try:
        first, _, rest = content.decode("utf-8-sig").partition("\n")
    except UnicodeDecodeError as error:
        raise TimesheetError(f"{path}: no timesheet: it is no text") from error
    if first.strip() not in STARTS:
        raise TimesheetError(f"{path}: no XDTS or TDTS timesheet; its first line does not say so")
    try:
        return _sheet(parse_json(rest, str(path)))
    except (DocumentError, json.JSONDecodeError, ValueError) as error:
        raise TimesheetError(f"{path}: damaged: {error}; export it again") from error


def _sheet(content: Value) -> Timesheet:
    """The first timesheet of a file. Raises DocumentError."""
    if (sheets := content.get("timeSheets")) is not None:  # several in one TDTS
        listed = sheets.items()
        if not listed:
            raise content.error("no timesheet in it")
        content = listed[0]
    tables = content.field("timeTables").items()
    if not tables:
        raise content.error("no time table in it")
    table = tables[0]
    frames = table.field("duration").whole()
    if not 1 <= frames <= MOST_FRAMES:
        raise table.error(f"{frames} frames; a cut has 1 to {MOST_FRAMES}")
    header = content.get("header")
    cut = header.get("cut") if header else None
    for field_id in CELL_FIELDS:
        layers = _layers(table, field_id, frames)
        if any(layer.used for layer in layers):
            return Timesheet(layers, frames, _text(cut))
    raise table.error("no layer of it shows a cel")


def _text(value: Value | None) -> str:
    return "" if value is None or value.content is None else str(value.content)


def _layers(table: Value, field_id: int, frames: int) -> tuple[CelLayer, ...]:
    """The layers of a field; none where the table lacks it."""
    names: tuple[str, ...] = ()
    headers, fields = table.get("timeTableHeaders"), table.get("fields")
    for header in headers.items() if headers else ():
        if header.field("fieldId").whole() == field_id:
            names = header.field("names").texts()
    layers: list[CelLayer] = []
    for field in fields.items() if fields else ():
        if field.field("fieldId").whole() != field_id:
            continue
        tracks = field.field("tracks").items()
        if len(tracks) > MOST_LAYERS:
            raise field.error(f"{len(tracks)} layers, at most {MOST_LAYERS}")
        for position, track in enumerate(tracks):
            number = track.get("trackNo")
            place = position if number is None else number.whole()
            name = names[place].strip() if 0 <= place < len(names) else ""
            name = name or chr(ord("A") + place % 26)
            layers.append(CelLayer(name, _cels(track, frames)))
    return tuple(layers)


def _cels(track: Value, frames: int) -> tuple[str | None, ...]:
    """What a track shows in each frame."""
    changes: dict[int, str | None] = {}
    for entry in track.field("frames").items():
        frame = entry.field("frame").whole()
        value = _value(entry)
        if value in HOLDS or not 0 <= frame < frames:
            continue
        changes[frame] = None if value in ("", EMPTY) else value
    shown: list[str | None] = []
    current: str | None = None
    for frame in range(frames):
        current = changes.get(frame, current)
        shown.append(current)
    return tuple(shown)


def _value(entry: Value) -> str:
    """The text of an entry; a hold where it has none, as where only a memo is pinned to it."""
    for data in entry.field("data").items():
        values = data.get("values")
        if values is not None and values.items():
            return _text(values.items()[0]).strip()
    return HOLDS[0]
