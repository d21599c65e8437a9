"""Watching folders: which files changed, told once they are whole.

A program that writes a frame takes its time. A file counts as whole once its size and modification
time stayed the same for a while.
"""

import queue
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from app.errors import TintlineError

SETTLE_S = 1.0
LONGEST_WAIT_S = 30.0
"""Whole files are told after so long even while others are still being written."""

State = tuple[int, int]
"""Size in bytes and modification time in nanoseconds; (-1, -1) for a file that is not there."""
NextPath = Callable[[float | None], Path | None]
"""Waits for an event at most so many seconds, None: for ever; gives its path, or None."""


class WatchError(TintlineError):
    """A folder that the system does not watch."""


class SettledFiles:
    """Collects files that change and tells which of them do no more.

    settle_s  how long a file must stay the same; clock  seconds, rising.
    """

    def __init__(
        self,
        *,
        settle_s: float = SETTLE_S,
        clock: Callable[[], float] = time.monotonic,
        look: Callable[[Path], State] | None = None,
    ) -> None:
        self._settle_s = settle_s
        self._clock = clock
        self._look = look or state_of
        self._waiting: dict[Path, tuple[State, float]] = {}
        self._first_s: float | None = None

    def note(self, path: Path) -> None:
        """A file appeared, changed or went away."""
        now = self._clock()
        if self._first_s is None:
            self._first_s = now
        self._waiting[path] = self._look(path), now

    @property
    def unsettled(self) -> tuple[Path, ...]:
        """Files that still change."""
        return tuple(self._waiting)

    def wait_s(self) -> float | None:
        """How long until something may be told; None while nothing changes."""
        if not self._waiting:
            return None
        due = min(since for _, since in self._waiting.values()) + self._settle_s
        return max(0.0, due - self._clock())

    def take(self) -> tuple[Path, ...]:
        """The files that are whole; none while others change, unless that takes too long."""
        now = self._clock()
        whole = []
        for path, (state, since) in list(self._waiting.items()):
            present = self._look(path)
            if present != state:
                self._waiting[path] = present, now
            elif now - since >= self._settle_s:
                whole.append(path)
        has_patience = self._first_s is not None and now - self._first_s < LONGEST_WAIT_S
        if not whole or (len(whole) < len(self._waiting) and has_patience):
            return ()
        for path in whole:
            del self._waiting[path]
        self._first_s = now if self._waiting else None
        return tuple(sorted(whole))


def state_of(path: Path) -> State:
    """What tells that a file changed."""
    try:
        stat = path.stat()
    except OSError:
        return -1, -1
    return stat.st_size, stat.st_mtime_ns


def settled_changes(files: SettledFiles, next_path: NextPath) -> Iterator[tuple[Path, ...]]:
    """Sets of changed files, each told when they are whole, for as long as it is asked."""
    while True:
        path = next_path(files.wait_s())
        while path is not None:
            files.note(path)
            path = next_path(0.0)
        if whole := files.take():
            yield whole


class _Handler(FileSystemEventHandler):
    """Puts the files of events into a queue; runs on watchdog's thread."""

    def __init__(self, events: "queue.SimpleQueue[Path]", exclude: Sequence[Path]) -> None:
        self._events = events
        self._exclude = exclude

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog."""
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        for place in (event.src_path, event.dest_path):
            path = Path(place if isinstance(place, str) else bytes(place).decode())
            inside = any(path.is_relative_to(folder) for folder in self._exclude)
            if place and not inside and not path.name.startswith("."):
                self._events.put(path)


@contextmanager
def watching(folders: Iterable[Path], *, exclude: Iterable[Path] = ()) -> Iterator[NextPath]:
    """Watch folders and those in them; gives what waits for the next path.

    exclude  folders whose changes do not count: results.
    Raises WatchError.
    """
    events: queue.SimpleQueue[Path] = queue.SimpleQueue()
    handler = _Handler(events, tuple(folder.resolve() for folder in exclude))
    observer = Observer()
    for folder in dict.fromkeys(folder.resolve() for folder in folders):
        try:
            observer.schedule(handler, str(folder), recursive=True)
        except OSError as error:
            observer.stop()
            raise WatchError(
                f"{folder}: cannot be watched ({error.strerror or error}); watch a folder with "
                "fewer folders in it, or run without --watch"
            ) from error

    def next_path(timeout_s: float | None) -> Path | None:
        try:
            return events.get(timeout=timeout_s) if timeout_s != 0 else events.get_nowait()
        except queue.Empty:
            return None

    observer.start()
    try:
        yield next_path
    finally:
        observer.stop()
        observer.join()


def watched_folders(frames: Path, hints: Path | None) -> tuple[Path, ...]:
    """The folders in which changes matter; those in others are watched with them."""
    folders = [frames if frames.is_dir() else frames.parent]
    if hints is not None and not hints.resolve().is_relative_to(folders[0].resolve()):
        folders.append(hints)
    return tuple(folders)
