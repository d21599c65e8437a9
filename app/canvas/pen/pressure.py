"""From how hard a pen is pressed to how much it draws. Qt-free arithmetic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.canvas.viewport import Point

MOST_POINTS = 8
MOST_STEADINESS = 60
LEAST_STEP = 0.02
"""Between the pressures of two neighbouring points."""
STRAIGHT: tuple[Point, ...] = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class PressureCurve:
    """A curve through points of (pressure, what it counts as), each 0..1.

    Pressing harder never counts as less. Below the first point and above the last it is level.
    Raises ValueError for fewer than two points or more than MOST_POINTS, points closer than
    LEAST_STEP, points outside 0..1, or a curve that falls.
    """

    points: tuple[Point, ...] = STRAIGHT

    def __post_init__(self) -> None:
        if not 2 <= len(self.points) <= MOST_POINTS:
            raise ValueError(f"a curve has 2 to {MOST_POINTS} points; got {len(self.points)}")
        if not all(0 <= value <= 1 for point in self.points for value in point):
            raise ValueError(f"points lie within 0 and 1; got {self.points}")
        for (x0, y0), (x1, y1) in pairwise(self.points):
            if x1 - x0 < LEAST_STEP - 1e-9 or y1 < y0:
                raise ValueError(f"points rise from left to right; got {self.points}")

    def at(self, pressure: float) -> float:
        """What a pressure counts as: 0..1, by a monotone cubic (Fritsch and Carlson, 1980)."""
        points = self.points
        if pressure <= points[0][0]:
            return points[0][1]
        for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
            if pressure <= x1:
                width = x1 - x0
                t = (pressure - x0) / width
                start, end = self._slope(index), self._slope(index + 1)
                value = (
                    y0 * (1 + 2 * t) * (1 - t) ** 2
                    + y1 * t * t * (3 - 2 * t)
                    + width * (start * t * (1 - t) ** 2 - end * t * t * (1 - t))
                )
                return min(1.0, max(0.0, value))
        return points[-1][1]

    def _slope(self, index: int) -> float:
        """The slope at a point: the harmonic mean of those beside it: nothing overshoots."""
        rises = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(self.points)]
        beside = rises[max(0, index - 1) : index + 1]
        if min(beside) <= 0:
            return 0.0
        return len(beside) / sum(1 / rise for rise in beside)

    def with_point(self, x: float, y: float) -> "PressureCurve":
        """One point more. Raises ValueError where there is no room for it."""
        return PressureCurve(tuple(sorted((*self.points, (x, y)))))

    def without_point(self, index: int) -> "PressureCurve":
        """One point less. Raises ValueError if it is one of the last two."""
        return PressureCurve(self.points[:index] + self.points[index + 1 :])

    def moved(self, index: int, x: float, y: float) -> "PressureCurve":
        """A point elsewhere, as far as its neighbours let it go."""
        before = self.points[index - 1] if index > 0 else (-LEAST_STEP, 0.0)
        after = self.points[index + 1] if index + 1 < len(self.points) else (1 + LEAST_STEP, 1.0)
        x = min(after[0] - LEAST_STEP, max(before[0] + LEAST_STEP, x))
        y = min(after[1], max(before[1], y))
        points = list(self.points)
        points[index] = x, y
        return PressureCurve(tuple(points))


SOFT = PressureCurve(((0.0, 0.0), (0.3, 0.6), (1.0, 1.0)))
FIRM = PressureCurve(((0.0, 0.0), (0.6, 0.25), (1.0, 1.0)))


@dataclass(frozen=True, slots=True)
class PenSettings:
    """How strokes are taken from pen and fingers.

    curve         what the pen's pressure counts as.
    steadiness    length of the string that draws the stroke along, in view pixels; 0: none.
    finger_draws  whether one finger draws, in place of moving the picture.
    Raises ValueError for a steadiness outside 0..MOST_STEADINESS.
    """

    curve: PressureCurve = PressureCurve()
    steadiness: int = 0
    finger_draws: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.steadiness <= MOST_STEADINESS:
            raise ValueError(f"steadiness lies within 0 and 60; got {self.steadiness}")

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> "PenSettings":
        """From what was remembered; what is missing or damaged is as usual."""
        steadiness = kept.get("steadiness")
        is_usable = isinstance(steadiness, int) and 0 <= steadiness <= MOST_STEADINESS
        return cls(
            curve=_read_curve(kept.get("curve")),
            steadiness=int(steadiness) if is_usable and isinstance(steadiness, int) else 0,
            finger_draws=kept.get("finger_draws") is True,
        )

    def kept(self) -> dict[str, object]:
        """What `read` takes."""
        return {
            "curve": [list(point) for point in self.curve.points],
            "steadiness": self.steadiness,
            "finger_draws": self.finger_draws,
        }


def _read_curve(kept: object) -> PressureCurve:
    if isinstance(kept, Sequence):
        try:
            return PressureCurve(tuple((float(x), float(y)) for x, y in kept))
        except (TypeError, ValueError):
            return PressureCurve()
    return PressureCurve()
