"""What is drawn on a shape: pen strokes, shadows and highlights."""

from dataclasses import dataclass

from training.data.characters.drawing.geometry import Points


@dataclass(frozen=True, slots=True)
class Stroke:
    """A pen line. ``width`` is a multiple of the drawing's line width.

    ``start`` and ``end`` are the shares of that width left at the two ends (pen pressure).
    """

    points: Points
    width: float = 1.0
    start: float = 0.25
    end: float = 0.25


@dataclass(frozen=True, slots=True)
class Tone:
    """A shadow on a shape: inside ``path``, or with ``outside`` all of the shape but ``path``."""

    path: Points
    depth: int = 1
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Glow:
    """A highlight on a shape: mixed towards white by ``strength`` (0 to 1)."""

    path: Points
    strength: float = 0.5
