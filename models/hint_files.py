"""Hint files: JSON with points and strokes, or a PNG whose opaque pixels are hints."""

import json
from collections.abc import Mapping
from math import pi, sqrt
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from models.conditioning import Hint, HintSet, PointHint, StrokeHint
from models.geometry import Size
from models.tags import format_color, parse_color
from models.text_files import TextFileError, read_text

VERSION = 1


class HintFileError(ValueError):
    """A hint file that cannot be used; the message names the file, the value and the remedy."""


def write_hints(hints: HintSet, path: Path) -> None:
    """Write hints as JSON (see `hints_to_json`)."""
    path.write_text(json.dumps(hints_to_json(hints), indent=1) + "\n", encoding="utf-8")


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
        content = json.loads(read_text(path))
    except (OSError, TextFileError) as error:
        raise HintFileError(f"{path}: cannot be read ({error})") from error
    except json.JSONDecodeError as error:
        raise HintFileError(f"{path}: not JSON, line {error.lineno}: {error.msg}") from error
    return hints_from_json(content, str(path))


def hints_from_json(content: object, origin: str) -> HintSet:
    """Hints from the documented JSON object; `origin` names it in errors (HintFileError)."""
    if not isinstance(content, dict) or not isinstance(content.get("hints"), list):
        raise HintFileError(f'{origin}: expected {{"version": 1, "hints": [...]}}')
    if content.get("version") != VERSION:
        raise HintFileError(
            f"{origin}: version {content.get('version')!r} is unknown; this program reads {VERSION}"
        )
    hints = []
    for number, entry in enumerate(content["hints"], start=1):
        try:
            hints.append(_read_hint(entry))
        except (KeyError, TypeError, ValueError) as error:
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise HintFileError(f"{origin}: hint {number}: {reason}") from error
    return HintSet(tuple(hints))


def _read_hint(entry: Mapping[str, object]) -> Hint:
    if not isinstance(entry, dict):
        raise TypeError(f"expected an object, got {entry!r}")
    color = parse_color(str(entry["color"]))
    if entry["kind"] == "point":
        radius = float(entry.get("radius", 2.0))
        return PointHint(float(entry["x"]), float(entry["y"]), color, radius)
    if entry["kind"] == "stroke":
        radius = float(entry.get("radius", 3.0))
        points = tuple((float(x), float(y)) for x, y in entry["points"])
        return StrokeHint(points, color, radius)
    raise ValueError(f"kind {entry['kind']!r} is neither 'point' nor 'stroke'")


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
