"""Work that stands still while a stroke is drawn, so that the pen has the processor for itself."""

import time
from collections.abc import Callable
from threading import Event

from models.cancel import IsCancelled

REST_S = 1.0
"""The longest that work rests for one stroke; a longer one goes on beside it."""


class Rest:
    """Begun and ended by the window, kept by whoever asks whether to go on, on any thread."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._is_over = Event()
        self._is_over.set()
        self._until = 0.0

    @property
    def is_on(self) -> bool:
        """Whether work rests now."""
        return not self._is_over.is_set() and self._clock() < self._until

    def begin(self) -> None:
        """Let work stand still from its next question on."""
        self._until = self._clock() + REST_S
        self._is_over.clear()

    def end(self) -> None:
        """Let it go on."""
        self._is_over.set()

    def before(self, is_cancelled: IsCancelled) -> IsCancelled:
        """The same question, answered once the rest is over, or at once if work is to end."""

        def asked() -> bool:
            if not is_cancelled() and self.is_on:
                self._is_over.wait(self._until - self._clock())
            return is_cancelled()

        return asked
