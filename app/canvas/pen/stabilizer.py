"""A steady hand: the stroke follows the pen as if drawn along by a string."""

from math import hypot

from app.canvas.pen_input import PenSample


class Stabilizer:
    """What trembles by less than the string's length draws nothing; wide turns stay as they are.

    The string does not depend on how often the pen tells of itself.

    Attributes
    length  of the string in view pixels; 0: the stroke is where the pen is.
    """

    def __init__(self) -> None:
        self.length = 0.0
        self._last: PenSample | None = None

    def begin(self, sample: PenSample) -> PenSample:
        """The pen went down."""
        self._last = sample
        return sample

    def pull(self, sample: PenSample) -> PenSample | None:
        """Where the stroke is drawn to as the pen moves; None while the string is slack."""
        last = self._last
        if last is None or self.length <= 0:
            return sample
        x, y = sample.x - last.x, sample.y - last.y
        away = hypot(x, y)
        if away <= self.length:
            return None
        share = 1 - self.length / away
        self._last = PenSample(
            sample.time_ms, last.x + x * share, last.y + y * share, sample.pressure
        )
        return self._last
