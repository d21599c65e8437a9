"""Shade and light that an artist paints: obeyed exactly where they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from models.arrays import U8Array
from models.files.documents import DocumentError, Value, shown
from models.geometry import Rect, Size
from models.hints.hints import HintSet, Point, StrokeHint, draw_hint, hint_bounds
from models.hints.marks import points_from_json, points_to_json, stroke_of
from models.lighting.light import LightError

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
        stroke_of(self)

    @property
    def bounds(self) -> Rect:
        """The pixel rectangle that it can touch."""
        return hint_bounds(stroke_of(self))


LightStrokes = tuple[LightStroke, ...]
"""Strokes in the order they were painted; later ones cover earlier ones."""


def scale_strokes(strokes: LightStrokes, scale_x: float, scale_y: float) -> LightStrokes:
    """The strokes of a picture resized by these factors."""
    hints = HintSet(tuple(stroke_of(stroke) for stroke in strokes)).scaled(scale_x, scale_y)
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
        draw_hint(plane, stroke_of(stroke), kinds[stroke.kind])
    return plane


def strokes_to_json(strokes: Sequence[LightStroke]) -> list[object]:
    """Strokes as the documented JSON list, positions in image pixels."""
    return [
        {
            "kind": stroke.kind.value,
            "radius": stroke.radius,
            "points": points_to_json(stroke),
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
    return LightStroke(
        points_from_json(entry.field("points"), "a stroke"),
        entry.field("radius").number(MIN_RADIUS, MAX_RADIUS),
        LightKind(kind.content),
    )
