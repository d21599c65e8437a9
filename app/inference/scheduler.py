"""When live colouring asks for a new result: timing policy alone, without Qt and without a clock.

A fast generator answers every stroke at once. A slow one waits for a pause of the pen, so that it
does not spend its time on states that nobody will look at; but never longer than a bound, so that
continuous drawing cannot starve. What is light work for any generator is asked at once.
"""

from math import inf


class LiveScheduler:
    """Decides from the times of changes; every `now` is in seconds of one rising clock.

    Attributes
    grace_s     how long the pen must pause before a slow generator, or one whose artist is in the
                middle of a stroke, is asked.
    max_wait_s  the longest that a change waits.
    slow_s      answers that take longer make a generator slow.
    """

    def __init__(
        self, *, grace_s: float = 0.25, max_wait_s: float = 2.0, slow_s: float = 0.35
    ) -> None:
        if not 0 <= grace_s <= max_wait_s:
            raise ValueError(f"grace {grace_s} s must lie between 0 and the wait {max_wait_s} s")
        self.grace_s = grace_s
        self.max_wait_s = max_wait_s
        self.slow_s = slow_s
        self._first_change: float | None = None
        self._last_change = 0.0
        self._is_light_work = False
        self._is_drawing = False
        self._is_slow = False

    @property
    def is_waiting(self) -> bool:
        """Whether there is a change that was not submitted."""
        return self._first_change is not None

    def note_change(self, now: float, *, is_light_work: bool = False) -> None:
        """Something that affects pixels changed; `is_light_work`: without anything to paint."""
        if self._first_change is None:
            self._first_change, self._is_light_work = now, is_light_work
        self._is_light_work &= is_light_work
        self._last_change = now

    def note_drawing(self, is_drawing: bool, now: float) -> None:
        """The pen went down or up; going up counts as the last sign of activity."""
        if self._is_drawing and not is_drawing:
            self._last_change = now
        self._is_drawing = is_drawing

    def note_elapsed(self, elapsed_s: float) -> None:
        """How long the last answer took."""
        self._is_slow = elapsed_s > self.slow_s

    def note_submitted(self) -> None:
        """Every change so far is in a request."""
        self._first_change = None

    def due_at(self) -> float | None:
        """When a request is due if nothing more happens; None if nothing changed."""
        if self._first_change is None:
            return None
        if self._is_light_work:
            return self._last_change
        if self._is_slow:
            quiet = inf if self._is_drawing else self._last_change + self.grace_s
        else:
            quiet = self._last_change + (self.grace_s if self._is_drawing else 0.0)
        return min(quiet, self._first_change + self.max_wait_s)

    def is_due(self, now: float) -> bool:
        """Whether a request should be submitted now."""
        due = self.due_at()
        return due is not None and now >= due
