"""A stroke in the making: samples in image pixels become one hint, or one stroke of light."""

from app.canvas.pen.taper import is_tapered, tapered_area
from app.canvas.pen_input import PenSample
from app.canvas.viewport import Point, distance
from models.geometry import NOWHERE, Rect
from models.hints.hints import MAX_RADIUS, AreaHint, PointHint, StrokeHint
from models.hints.tags import Rgb
from models.lighting.strokes import LightKind, LightStroke

MIN_RADIUS = 0.5
PRESSURE_FLOOR = 0.3
"""Share of the brush radius that the lightest touch draws."""


def pressed_radius(radius: float, pressure: float) -> float:
    """The radius that a brush of this radius draws at a pressure of 0..1."""
    share = PRESSURE_FLOOR + (1.0 - PRESSURE_FLOOR) * pressure
    return min(MAX_RADIUS, max(MIN_RADIUS, radius * share))


class DraftStroke:
    """Points and radius of a stroke while the pen is down.

    A stroke hint has one radius: the mean over the drawn length of the radius at each sample's
    pressure. Where pressure differs more, the stroke tapers, and becomes an area. What is shown
    while drawing is what the hint will be.
    """

    def __init__(
        self, *, color: Rgb, radius: float, spacing: float = 1.0, light: LightKind | None = None
    ) -> None:
        """radius: image pixels at full pressure; spacing: least distance of kept points; light:
        what it paints of the light, None: a hint."""
        self.color = color
        self.light = light
        self._full_radius = radius
        self._spacing = max(spacing, 0.25)
        self._points: list[Point] = []
        self._radii: list[float] = []
        self._weight = 0.0
        self._weighted_radius = 0.0

    @property
    def points(self) -> tuple[Point, ...]:
        """Kept points in image pixels."""
        return tuple(self._points)

    @property
    def radii(self) -> tuple[float, ...]:
        """Radius at each kept point."""
        return tuple(self._radii)

    @property
    def is_tapered(self) -> bool:
        """Whether it is a hint whose width follows the pressure."""
        return self.light is None and is_tapered(self._radii)

    @property
    def radius(self) -> float:
        """Radius in image pixels, in steps of a quarter pixel."""
        if self._weight == 0.0:
            return max(MIN_RADIUS, self._full_radius)
        return max(MIN_RADIUS, round(4 * self._weighted_radius / self._weight) / 4)

    def add(self, sample: PenSample, *, is_last: bool = False) -> Rect:
        """Take a sample; returns the image rectangle whose look may have changed.

        The last sample is kept even if it lies near the one before.
        """
        radius_before, was_tapered = self.radius, self.is_tapered
        position = sample.position
        step = distance(self._points[-1], position) if self._points else 0.0
        is_kept = not self._points or step >= self._spacing or (is_last and step > 0)
        if is_kept:
            self._points.append(position)
            weight = max(step, 1e-3)
            self._weight += weight
            self._radii.append(pressed_radius(self._full_radius, sample.pressure))
            self._weighted_radius += weight * self._radii[-1]
        is_now_tapered = self.is_tapered
        if is_now_tapered and was_tapered:
            return _bounds(self._points[-2:], max(self._radii[-2:])) if is_kept else NOWHERE
        if self.radius != radius_before or is_now_tapered:
            return self.bounds(max(self.radius, radius_before))
        return _bounds(self._points[-2:], self.radius) if is_kept else NOWHERE

    def bounds(self, radius: float | None = None) -> Rect:
        """The image rectangle that the whole stroke covers."""
        return _bounds(self._points, max(radius or self.radius, *self._radii, 0.0))

    def to_hint(self, tolerance: float = 0.25) -> PointHint | StrokeHint:
        """The finished hint: a tap is a point. tolerance: allowed deviation in image pixels.

        Raises ValueError if no sample was taken.
        """
        points = simplified(self._points, tolerance)
        if len(points) == 1:
            return PointHint(*points[0], self.color, self.radius)
        return StrokeHint(tuple(points), self.color, self.radius)

    def to_area(self) -> AreaHint:
        """The finished hint of a stroke that tapers, to the pixel. Raises ValueError likewise."""
        if not self._points:
            raise ValueError("a stroke without a sample is no hint")
        return tapered_area(self._points, self._radii, self.color)

    def path(self, tolerance: float = 0.25) -> tuple[Point, ...]:
        """The finished path; see `to_hint`."""
        return tuple(simplified(self._points, tolerance))

    def to_light(self, kind: LightKind, tolerance: float = 0.25) -> LightStroke:
        """The finished stroke of shade or light; see `to_hint`."""
        return LightStroke(self.path(tolerance), self.radius, kind)


def _bounds(points: list[Point], radius: float) -> Rect:
    if not points:
        return NOWHERE
    xs, ys = zip(*points)
    reach = radius + 2
    return Rect(
        int(min(xs) - reach) - 1,
        int(min(ys) - reach) - 1,
        int(max(xs) + reach) + 1,
        int(max(ys) + reach) + 1,
    )


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """A polyline with fewer points that stays within `tolerance` of the given one.

    After Ramer (1972) and Douglas and Peucker (1973); iterative, for long strokes.
    """
    if len(points) < 3:
        return list(points)
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, deviation = first, tolerance
        for index in range(first + 1, last):
            away = _deviation(points[index], points[first], points[last])
            if away > deviation:
                farthest, deviation = index, away
        if farthest != first:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(keep)]


def _deviation(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    squared = dx * dx + dy * dy
    if squared == 0.0:
        return distance(point, start)
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / squared
    share = min(1.0, max(0.0, share))
    return distance(point, (start[0] + share * dx, start[1] + share * dy))
