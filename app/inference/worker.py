"""The one thread that owns the device: loads generators, answers live requests, runs batch jobs."""

import logging
from collections.abc import Collection
from typing import cast

from PySide6.QtCore import QObject, QThread, Signal

from app.errors import describe
from app.inference.answer import layer_update
from app.inference.mailbox import JobTask, LiveTask, LoadTask, Mailbox
from app.inference.painter import Job, Painter, PainterLoader
from app.inference.rest import Rest
from models.cancel import Cancelled, check_cancelled
from models.requests.request import ColorizeRequest, Stage

log = logging.getLogger(__name__)

FALLBACK = "watershed"
"""The generator that always works; loaded where the wanted one cannot be."""

NO_REQUEST = 0


class _Thread(QThread):
    """Runs the worker's loop and nothing else."""

    def __init__(self, worker: "InferenceWorker") -> None:
        super().__init__(worker)
        self.setObjectName("inference")
        self._worker = worker

    def run(self) -> None:
        self._worker.loop()


class InferenceWorker(QObject):
    """Owner of the inference thread, which begins with the first request.

    Its methods belong to the thread that made it; the signals reach that thread queued. Whoever
    makes it calls `stop` before it goes.

    Signals
    result_ready     a LayerUpdate: one stage of an answer, fitted to the picture.
    failed           request id (0: no request's, as when loading a generator) and why.
    generator_ready  the GeneratorSpec in use and the DeviceChoice it was loaded for.
    batch_done       a job's id and what it returned.
    batch_failed     a job's id and why.
    busy_changed     whether something runs.
    idle             nothing runs and nothing waits.

    Attributes
    rest  what runs stands still while it is on.
    """

    result_ready = Signal(object)
    failed = Signal(int, str)
    generator_ready = Signal(object, object)
    batch_done = Signal(int, object)
    batch_failed = Signal(int, str)
    busy_changed = Signal(bool)
    idle = Signal()

    def __init__(self, load: PainterLoader, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._mailbox = Mailbox()
        self.rest = Rest()
        self._thread: _Thread | None = None
        self._painter: Painter | None = None
        self._is_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None and self._thread.isRunning()

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        return self._mailbox.is_empty

    def set_generator(self, name: str) -> None:
        """Load a generator by its catalogue name, empty for the best; ends the running request."""
        self._mailbox.put_generator(name)
        self._begin()

    def submit_live(self, request: ColorizeRequest) -> None:
        """Ask for a picture; replaces a waiting request, and a running one of other line art."""
        self._mailbox.put_live(request)
        self._begin()

    def submit_batch(self, job_id: int, job: Job, *, gives_way: bool = False) -> None:
        """Ask for a job, run with the painter on the worker's thread when nothing live waits.

        gives_way  it is told to stop as soon as something live waits, and may be asked for again.
        """
        self._mailbox.put_job(job_id, job, gives_way=gives_way)
        self._begin()

    def load_beside(self, name: str) -> Painter:
        """Another generator's painter beside the one in use. For jobs, on their thread alone."""
        return self._load(name)

    def cancel_jobs(self, job_ids: Collection[int]) -> None:
        """Forget those of some jobs that wait, and ask the running one to stop if it is of them."""
        self._mailbox.cancel_jobs(job_ids)

    def cancel_live(self) -> None:
        """Forget the waiting live request and ask the running one to stop."""
        self._mailbox.cancel_live()

    def stop(self) -> None:
        """End the thread and wait for it: at the running task's next question whether to stop.

        Final: what is submitted afterwards is forgotten.
        """
        self._is_stopped = True
        self._mailbox.close()
        self.rest.end()
        if self._thread is not None:
            self._thread.wait()

    def _begin(self) -> None:
        if self._thread is None and not self._is_stopped:
            self._thread = _Thread(self)
            self._thread.start()

    def loop(self) -> None:
        """Take and run tasks until the mailbox closes. Runs on the inference thread alone."""
        while (task := self._mailbox.take()) is not None:
            self.busy_changed.emit(True)
            try:
                if isinstance(task, LoadTask):
                    self._run_load(task)
                elif isinstance(task, LiveTask):
                    self._run_live(task)
                else:
                    self._run_job(task)
            except Cancelled:
                log.debug("cancelled %s", type(task).__name__)
            except Exception as error:
                log.exception("inference failed")
                self._tell_failure(task, describe(error))
            if self._mailbox.finish():
                self.busy_changed.emit(False)
                self.idle.emit()
        self._painter = None

    def _tell_failure(self, task: LoadTask | LiveTask | JobTask, message: str) -> None:
        if isinstance(task, JobTask):
            self.batch_failed.emit(task.job_id, message)
        else:
            number = task.request.request_id if isinstance(task, LiveTask) else NO_REQUEST
            self.failed.emit(number, message)

    def _run_load(self, task: LoadTask) -> None:
        """Load a generator, or in its place the fallback, after telling why."""
        self._painter = None
        try:
            painter = self._load(task.name)
        except Exception as error:
            if task.name == FALLBACK:
                raise
            log.exception("generator %r cannot be loaded", task.name)
            self.failed.emit(NO_REQUEST, describe(error))
            painter = self._load(FALLBACK)
        self._painter = painter
        self._tell_generator(painter)

    def _run_live(self, task: LiveTask) -> None:
        painter = self._ready_painter()
        size = task.request.line_art.size
        is_cancelled = self.rest.before(task.cancelled.is_set)
        for result in painter.run(task.request, is_cancelled=is_cancelled):
            check_cancelled(task.cancelled.is_set)
            self.result_ready.emit(layer_update(result, size))
            if result.stage is Stage.FINAL:
                self._mailbox.tell_shown(task)
                check_cancelled(task.cancelled.is_set)

    def _run_job(self, task: JobTask) -> None:
        painter = self._ready_painter()
        self.batch_done.emit(
            task.job_id, task.job(painter, self.rest.before(task.cancelled.is_set))
        )

    def _ready_painter(self) -> Painter:
        if self._painter is None:
            self._run_load(LoadTask(""))
        return cast(Painter, self._painter)

    def _tell_generator(self, painter: Painter) -> None:
        self.generator_ready.emit(painter.generator.spec, painter.generator.device)
