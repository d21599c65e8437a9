"""A progress bar on a terminal, and a line now and then where output goes to a file."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

_BAR_WIDTH = 28
_TERMINAL_PERIOD_S = 0.1
_FILE_PERIOD_S = 30.0


@dataclass(slots=True)
class Progress:
    """Counts steps towards a total; the bar tells share, rate and remaining time.

    title   what is being done; total may be given later with `begin`.
    clock   seconds that only rise.
    """

    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    title: str = ""
    total: int = 0
    done: int = 0
    _started_s: float = 0.0
    _shown_s: float = -1e9
    _first: int = 0
    _limit_s: float = 0.0
    _width: int = field(default=0)

    def begin(self, title: str, total: int, *, done: int = 0, limit_s: float = 0.0) -> None:
        """Start a new count; `done` steps were done before and do not count for the rate.

        limit_s  seconds after which it ends however far it is; 0: when all is done.
        """
        self.close()
        self._limit_s = limit_s
        self.title, self.total, self.done, self._first = title, total, done, done
        self._started_s, self._shown_s = self.clock(), -1e9
        self._show(is_due=self.stream.isatty())

    def advance(self, steps: int = 1) -> None:
        """Count steps and show them if the last showing was long enough ago."""
        self.done += steps
        period_s = _TERMINAL_PERIOD_S if self.stream.isatty() else _FILE_PERIOD_S
        now = self.clock()
        if not self.stream.isatty() and self._shown_s < 0:
            self._shown_s = self._started_s
        self._show(is_due=now - self._shown_s >= period_s)

    def close(self) -> None:
        """Leave the last state on a line of its own."""
        if self.total and self.title:
            self._show(is_due=True)
            if self.stream.isatty():
                self.stream.write("\n")
            self.stream.flush()
        self.title, self._width = "", 0

    def clear(self) -> None:
        """Take the bar off a terminal's line, so that something else can be said there."""
        if self._width:
            self.stream.write("\r" + " " * self._width + "\r")
            self.stream.flush()
            self._width, self._shown_s = 0, -1e9

    def line(self) -> str:
        """The state as text."""
        share = min(1.0, self.done / self.total) if self.total else 1.0
        filled = round(share * _BAR_WIDTH)
        bar = "█" * filled + "·" * (_BAR_WIDTH - filled)
        text = f"{self.title} {bar} {self.done}/{self.total}"
        elapsed_s = self.clock() - self._started_s
        fresh = self.done - self._first
        if fresh and elapsed_s > 0:
            rate = fresh / elapsed_s
            text += f"  {rate:.1f}/s"
            if self.done < self.total:
                left_s = (self.total - self.done) / rate
                if self._limit_s:
                    left_s = min(left_s, max(0.0, self._limit_s - elapsed_s))
                text += f"  {_duration(left_s)} left"
        return text

    def _show(self, *, is_due: bool) -> None:
        if not is_due:
            return
        self._shown_s = self.clock()
        text = self.line()
        if self.stream.isatty():
            self.stream.write("\r" + _encodable(text.ljust(self._width), self.stream))
            self._width = len(text)
        else:
            self.stream.write(_encodable(text, self.stream) + "\n")
        self.stream.flush()


def _duration(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def _encodable(text: str, stream: TextIO) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
