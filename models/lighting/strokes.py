"""Shade and light that an artist paints: obeyed exactly where they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from models.arrays import U8Array
from models.files.documents import DocumentError, Value, shown
from models.geometry import Rect, Size
from models.hints.hints import HintSet, Point, StrokeHint, draw_hint, hint_bounds
from models.lighting.light import LightError

MAX_POSITION = 1e6
"""Pixels from the corner; no picture is a tenth as large."""
MIN_RADIUS, MAX_RADIUS = 1e-3, 4096.0


class LightKind(Enum):
    """What a stroke makes of what it covers. LIT takes shade away, and highlights with it."""

    SHADE = "shade"
    LIGHT = "light"
    LIT = "lit"


@dataclass(frozen=True, slots=True)
class LightStroke:
    """A painted path of (x, y) in image pixels, all within `radius` of it is of its kind."""

    points: tuple[Point, ...]
    radius: float
    kind: LightKind

    def __post_init__(self) -> None:
        _path(self)

    @property
    def bounds(self) -> Rect:
        """The pixel rectangle that it can touch."""
        return hint_bounds(_path(self))


LightStrokes = tuple[LightStroke, ...]
"""Strokes in the order they were painted; later ones cover earlier ones."""


def _path(stroke: LightStroke) -> StrokeHint:
    """The stroke as a hint without a colour. Raises ValueError if it can be none."""
    return StrokeHint(stroke.points, (0, 0, 0), stroke.radius)


def erase_strokes(strokes: LightStrokes, x: float, y: float, radius: float) -> LightStrokes:
    """The strokes that a round eraser at (x, y) does not touch."""
    return tuple(stroke for stroke in strokes if len(HintSet((_path(stroke),)).erase(x, y, radius)))


def scale_strokes(strokes: LightStrokes, scale_x: float, scale_y: float) -> LightStrokes:
    """The strokes of a picture resized by these factors."""
    hints = HintSet(tuple(_path(stroke) for stroke in strokes)).scaled(scale_x, scale_y)
    return tuple(
        LightStroke(hint.points, hint.radius, stroke.kind)
        for hint, stroke in zip(hints, strokes, strict=True)
        if isinstance(hint, StrokeHint)
    )


def draw_strokes(strokes: LightStrokes, size: Size) -> U8Array:
    """Which kind is painted at each pixel: uint8 (H, W), 0 for none, else 1 + its place in
    `LightKind`."""
    kinds = {kind: number for number, kind in enumerate(LightKind, start=1)}
    plane = np.zeros(size.shape, dtype=np.uint8)
    for stroke in strokes:
        draw_hint(plane, _path(stroke), kinds[stroke.kind])
    return plane


def strokes_to_json(strokes: Sequence[LightStroke]) -> list[object]:
    """Strokes as the documented JSON list, positions in image pixels."""
    return [
        {
            "kind": stroke.kind.value,
            "radius": stroke.radius,
            "points": [[x, y] for x, y in stroke.points],
        }
        for stroke in strokes
    ]


def strokes_from_json(content: object, origin: str) -> LightStrokes:
    """Strokes from the documented JSON list; `origin` names it in errors (LightError)."""
    try:
        return tuple(_read_stroke(entry) for entry in Value(content, origin).items())
    except DocumentError as error:
        raise LightError(str(error)) from error


def _read_stroke(entry: Value) -> LightStroke:
    kind = entry.field("kind")
    if kind.content not in {each.value for each in LightKind}:
        raise kind.error(f"{shown(kind.content)} is none of 'shade', 'light' and 'lit'")
    points = entry.field("points").items()
    if not points:
        raise entry.error("a stroke needs at least one point")
    places = [point.numbers(2, -MAX_POSITION, MAX_POSITION) for point in points]
    return LightStroke(
        tuple((x, y) for x, y in places),
        entry.field("radius").number(MIN_RADIUS, MAX_RADIUS),
        LightKind(kind.content),
    )
