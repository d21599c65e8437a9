"""Hint files: JSON with points, strokes and areas, or a picture whose painted areas are hints."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.files.documents import MAX_LONG_BYTES, DocumentError, Value, read_json, shown
from models.files.whole import write_json
from models.geometry import Size
from models.hints.hints import MAX_RADIUS, AreaHint, Hint, HintSet, Keep, PointHint, StrokeHint
from models.hints.painted_areas import VISIBLE, find_areas
from models.hints.spans import MOST_PIXELS, spans_of_runs
from models.hints.tags import Rgb, format_color, parse_color

VERSION = 1
MAX_POSITION = 1e6
"""Pixels from the corner; no picture is a tenth as large."""
MIN_RADIUS = 1e-3
BARE: Rgb = (255, 255, 255)
"""Colour of what stays uncoloured, where a file names none."""


class HintFileError(ValueError):
    """A hint file that cannot be used; the message names the file, the value and the remedy."""


def write_hints(hints: HintSet, path: Path) -> None:
    """Write hints as JSON (see `hints_to_json`). Raises FileError naming the path."""
    write_json(path, hints_to_json(hints))


def hints_to_json(hints: HintSet) -> dict[str, object]:
    """Hints as the documented JSON object, positions in image pixels from the top left corner."""
    return {"version": VERSION, "hints": [_hint_to_json(hint) for hint in hints]}


def _hint_to_json(hint: Hint) -> dict[str, object]:
    color = format_color(hint.color)
    told: dict[str, object] = {"local": True} if hint.is_local else {}
    if hint.keep is not None:
        told["keep"] = hint.keep.value
    if isinstance(hint, AreaHint):
        box = {"x": hint.x, "y": hint.y, "width": hint.spans.width, "height": hint.spans.height}
        if hint.is_exact:
            told["exact"] = True
        return {"kind": "area", **box, "runs": hint.spans.to_runs(), "color": color, **told}
    common = {"color": color, "radius": hint.radius, **told}
    if isinstance(hint, PointHint):
        return {"kind": "point", "x": hint.x, "y": hint.y, **common}
    return {"kind": "stroke", "points": [[x, y] for x, y in hint.points], **common}


def read_hints_json(path: Path) -> HintSet:
    """Read a JSON hint file. Raises HintFileError."""
    try:
        return _read_hints(read_json(path, max_bytes=MAX_LONG_BYTES))
    except DocumentError as error:
        raise HintFileError(str(error)) from error


def hints_from_json(content: object, origin: str) -> HintSet:
    """Hints from the documented JSON object; `origin` names it in errors (HintFileError)."""
    try:
        return _read_hints(Value(content, origin))
    except DocumentError as error:
        raise HintFileError(str(error)) from error


def _read_hints(document: Value) -> HintSet:
    if not isinstance(document.content, dict) or "hints" not in document.names:
        raise document.error('expected {"version": 1, "hints": [...]}')
    version = document.content.get("version")
    if version != VERSION:
        raise document.error(f"version {shown(version)} is unknown; this program reads {VERSION}")
    return HintSet(tuple(_read_hint(entry) for entry in document.field("hints").items()))


def _read_hint(entry: Value) -> Hint:
    said = entry.get("keep")
    keep = None if said is None else said.parsed(Keep)
    is_bare = keep is Keep.UNCOLORED and entry.get("color") is None
    color = BARE if is_bare else entry.field("color").parsed(parse_color)
    hint = _read_shape(entry, color)
    local = entry.get("local")
    is_local = keep is not None or (local is not None and local.flag())
    hint = replace(hint, is_local=is_local, keep=keep) if is_local else hint
    exact = entry.get("exact")
    if exact is not None and exact.flag() and isinstance(hint, AreaHint):
        return replace(hint, is_local=True, is_exact=True)
    return hint


def _read_shape(entry: Value, color: Rgb) -> Hint:
    given = entry.get("radius")
    radius = None if given is None else given.number(MIN_RADIUS, MAX_RADIUS)
    kind = entry.field("kind")
    if kind.content == "point":
        x, y = (entry.field(name).number(-MAX_POSITION, MAX_POSITION) for name in ("x", "y"))
        return PointHint(x, y, color, 2.0 if radius is None else radius)
    if kind.content == "stroke":
        points = [_read_point(point) for point in entry.field("points").items()]
        if not points:
            raise entry.error("a stroke needs at least one point")
        return StrokeHint(tuple(points), color, 3.0 if radius is None else radius)
    if kind.content == "area":
        return _read_area(entry, color)
    raise kind.error(f"{shown(kind.content)} is none of 'point', 'stroke' and 'area'")


def _read_area(entry: Value, color: Rgb) -> AreaHint:
    x, y = (entry.field(name).number(-MAX_POSITION, MAX_POSITION) for name in ("x", "y"))
    width, height = (entry.field(name).whole(1, MOST_PIXELS) for name in ("width", "height"))
    runs = entry.field("runs")
    try:
        left, top, spans = spans_of_runs(width, height, runs.texts())
    except DocumentError:
        raise
    except ValueError as error:
        raise runs.error(str(error)) from error
    return AreaHint(x + left, y + top, spans, color)


def _read_point(place: Value) -> tuple[float, float]:
    x, y = place.numbers(2, -MAX_POSITION, MAX_POSITION)
    return x, y


def hints_from_rgba(rgba_u8: NDArray[np.uint8], size: Size, origin: str) -> HintSet:
    """Hints from a picture with alpha: what is painted is hinted, where and in what is seen.

    rgba_u8  uint8 (H, W, 4) of the line art's size. Each connected area of one colour becomes one
    hint (models.hints.painted_areas).
    Raises HintFileError if the size differs, or if everything or nothing to be seen is painted.
    """
    if rgba_u8.shape[:2] != size.shape:
        found = Size(*rgba_u8.shape[:2])
        raise HintFileError(
            f"{origin}: hints are {found}, the line art is {size}; resize the hints"
        )
    most = int(rgba_u8[..., 3].max())
    if int(rgba_u8[..., 3].min()) >= VISIBLE:
        raise HintFileError(
            f"{origin}: every pixel is opaque; hints are drawn on a transparent layer"
        )
    if 0 < most < VISIBLE:
        raise HintFileError(
            f"{origin}: what it holds is hardly to be seen, {most / 2.55:.0f} % opaque at most; "
            "paint hints more opaquely"
        )
    areas = find_areas(rgba_u8)
    return HintSet(tuple(AreaHint(each.left, each.top, each.spans, each.color) for each in areas))
