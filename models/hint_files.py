"""Hint files: JSON with points and strokes, or a PNG whose opaque pixels are hints."""

from math import pi, sqrt
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from models.conditioning import MAX_RADIUS, Hint, HintSet, PointHint, StrokeHint
from models.documents import MAX_LONG_BYTES, DocumentError, Value, read_json, shown
from models.geometry import Size
from models.tags import format_color, parse_color
from models.whole_files import write_json

VERSION = 1
MAX_POSITION = 1e6
"""Pixels from the corner; no picture is a tenth as large."""
MIN_RADIUS = 1e-3


class HintFileError(ValueError):
    """A hint file that cannot be used; the message names the file, the value and the remedy."""


def write_hints(hints: HintSet, path: Path) -> None:
    """Write hints as JSON (see `hints_to_json`). Raises FileError naming the path."""
    write_json(path, hints_to_json(hints))


def hints_to_json(hints: HintSet) -> dict[str, object]:
    """Hints as the documented JSON object, positions in image pixels from the top left corner."""
    entries: list[dict[str, object]] = []
    for hint in hints:
        common: dict[str, object] = {"color": format_color(hint.color), "radius": hint.radius}
        if isinstance(hint, PointHint):
            entries.append({"kind": "point", "x": hint.x, "y": hint.y, **common})
        else:
            points = [[x, y] for x, y in hint.points]
            entries.append({"kind": "stroke", "points": points, **common})
    return {"version": VERSION, "hints": entries}


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
    color = entry.field("color").parsed(parse_color)
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
    raise kind.error(f"{shown(kind.content)} is neither 'point' nor 'stroke'")


def _read_point(place: Value) -> tuple[float, float]:
    x, y = place.numbers(2, -MAX_POSITION, MAX_POSITION)
    return x, y


def hints_from_rgba(rgba_u8: NDArray[np.uint8], size: Size, origin: str) -> HintSet:
    """Hints from a picture with alpha: alpha > 0 is hinted, in the pixel's colour.

    rgba_u8  uint8 (H, W, 4) of the line art's size. Each connected area of one colour becomes one
    hint along its rows' middle line, so that a drawn stroke is a stroke again.
    Raises HintFileError if the size differs or the picture is opaque throughout.
    """
    if rgba_u8.shape[:2] != size.shape:
        found = Size(*rgba_u8.shape[:2])
        raise HintFileError(
            f"{origin}: hints are {found}, the line art is {size}; resize the hints"
        )
    marked = rgba_u8[..., 3] > 0
    if marked.all():
        raise HintFileError(
            f"{origin}: every pixel is opaque; hints are drawn on a transparent layer"
        )
    hints: list[Hint] = []
    packed = rgba_u8[..., :3].astype(np.int32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.int32)
    for value in np.unique(packed[marked]):
        color = (int(value) >> 16, (int(value) >> 8) & 255, int(value) & 255)
        area = ((packed == value) & marked).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(area, connectivity=8)
        for index in range(1, count):
            left, top, width, height, _ = stats[index]
            window = labels[top : top + height, left : left + width] == index
            hints.append(_trace(window, (int(left), int(top)), color))
    return HintSet(tuple(hints))


def _trace(window: NDArray[np.bool_], corner: tuple[int, int], color: tuple[int, int, int]) -> Hint:
    """One marked area as a point if it is compact, else as a stroke through its middle."""
    depth = cv2.distanceTransform(
        np.pad(window, 1).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE
    )[1:-1, 1:-1]
    radius = max(0.5, float(depth.max()) - 0.5)
    along_rows = window.shape[0] >= window.shape[1]
    lines = window if along_rows else window.T
    inner = depth if along_rows else depth.T
    step = max(1, int(radius))
    points = []
    for row in range(0, lines.shape[0], step):
        if lines[row].any():
            column = int(np.argmax(inner[row]))
            x, y = (column, row) if along_rows else (row, column)
            points.append((corner[0] + x + 0.5, corner[1] + y + 0.5))
    if max(window.shape) <= 2 * radius + 2:
        rows, columns = np.nonzero(window)
        middle = (corner[0] + float(columns.mean()) + 0.5, corner[1] + float(rows.mean()) + 0.5)
        return PointHint(*middle, color, max(0.5, sqrt(len(rows) / pi)))
    return StrokeHint(tuple(points), color, radius)
