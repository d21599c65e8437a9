"""One thread for reading and writing files, so that the window never waits for a disk."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """Work for the thread, and who is told on the window's thread."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Thread(QThread):
    """Takes tasks until None comes."""

    def __init__(self, owner: "BackgroundWorker", name: str) -> None:
        super().__init__(owner)
        self.setObjectName(name)
        self._owner = owner

    def run(self) -> None:
        self._owner.loop()


class BackgroundWorker(QObject):
    """Runs functions one after another on a thread of its own, which begins with the first.

    Whoever makes it calls `stop` before it goes.

    Signals
    busy_changed  what is being done, in words; empty when nothing is.
    """

    busy_changed = Signal(str)
    _finished = Signal(object, object, object)

    def __init__(self, name: str = "files", parent: QObject | None = None) -> None:
        """name  of the thread."""
        super().__init__(parent)
        self._thread_name = name
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._names: list[str] = []
        self._thread: _Thread | None = None
        self._is_stopped = False
        self._finished.connect(self._tell)

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None and self._thread.isRunning()

    @property
    def is_busy(self) -> bool:
        """Whether something runs or waits."""
        return bool(self._names)

    def run(
        self,
        name: str,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call `work` on the thread, then `done` with its answer or `failed` with its exception.

        name  what it is, in words for the status bar: "Opening cat.png". Forgotten after `stop`.
        """
        if self._is_stopped:
            return
        if self._thread is None:
            self._thread = _Thread(self, self._thread_name)
            self._thread.start()
        self._names.append(name)
        self._tasks.put(_Task(work, done, failed))
        self.busy_changed.emit(self._names[0])

    def stop(self) -> None:
        """End the thread after the running task; what waits is forgotten, nobody is told."""
        self._is_stopped = True
        self._tasks.put(None)
        if self._thread is not None:
            self._thread.wait()

    def loop(self) -> None:
        """Run tasks until told to stop. Runs on the thread alone."""
        while (task := self._tasks.get()) is not None and not self._is_stopped:
            try:
                self._finished.emit(task, task.work(), None)
            except Exception as error:  # told to the caller, who knows what it means
                self._finished.emit(task, None, error)

    def _tell(self, task: _Task, answer: object, error: Exception | None) -> None:
        if self._is_stopped:
            return
        self._names.pop(0)
        self.busy_changed.emit(self._names[0] if self._names else "")
        if error is not None:
            task.failed(error)
        else:
            task.done(answer)
