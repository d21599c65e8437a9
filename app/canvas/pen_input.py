"""Mouse and tablet events as clean pen samples.

Drivers misreport in known ways; each guard below names the quirk it is for. The reader knows no
Qt types, so that every quirk can be told to it in a test.
"""

from dataclasses import dataclass
from math import isfinite

from app.canvas.viewport import Point

FALLBACK_PRESSURE = 0.5
"""Pressure of a pen that reports none."""


@dataclass(frozen=True, slots=True)
class PenSample:
    """One position of a pen or a mouse.

    time_ms   never runs backwards within a stroke.
    x, y      position in the caller's coordinates (view pixels until the viewport maps them).
    pressure  0..1; a mouse always has 1.
    """

    time_ms: float
    x: float
    y: float
    pressure: float = 1.0

    @property
    def position(self) -> Point:
        """(x, y)."""
        return self.x, self.y

    def moved_to(self, position: Point) -> "PenSample":
        """The same sample in other coordinates."""
        return PenSample(self.time_ms, *position, self.pressure)


class PenReader:
    """Turns raw readings of one stroke into samples, guarding device quirks."""

    def __init__(self) -> None:
        self._last: PenSample | None = None

    def begin(self) -> None:
        """Forget the stroke before."""
        self._last = None

    def sample(
        self, *, time_ms: float, x: float, y: float, pressure: float, is_down: bool
    ) -> PenSample | None:
        """A sample of one reading, or None if the reading carries nothing usable.

        is_down: whether a button or the tip is held.
        """
        last = self._last
        if not (isfinite(x) and isfinite(y)):
            # Some drivers report NaN positions for the event on leaving the tablet's range.
            return None
        if not isfinite(time_ms) or (last is not None and time_ms < last.time_ms):
            # Time stamps of mouse and tablet events come from different clocks on X11 and may
            # run backwards when a stroke mixes them.
            time_ms = last.time_ms if last is not None else 0.0
        if not isfinite(pressure):
            # Pens without a pressure axis yield NaN on some drivers.
            pressure = last.pressure if last is not None else FALLBACK_PRESSURE
        pressure = min(1.0, max(0.0, pressure))
        if is_down and pressure == 0.0:
            # The first and last events of a stroke often say 0 although the tip is down: keep
            # the last known pressure, so that no stroke starts or ends as a hairline.
            pressure = last.pressure if last is not None else FALLBACK_PRESSURE
        sample = PenSample(time_ms, x, y, pressure)
        self._last = sample
        return sample
