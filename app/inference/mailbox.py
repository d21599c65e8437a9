"""What waits for the inference thread: one generator, one live request, any number of jobs."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from threading import Condition, Event

from app.inference.painter import Job
from models.requests.request import ColorizeRequest


@dataclass(frozen=True, slots=True, eq=False)
class LoadTask:
    """Load a generator by its catalogue name."""

    name: str
    cancelled: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True, eq=False)
class LiveTask:
    """Answer a live request; `shown` is set once its final picture is out."""

    request: ColorizeRequest
    cancelled: Event = field(default_factory=Event)
    shown: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True, eq=False)
class JobTask:
    """Run a batch job; `job_id` names it in the worker's signals.

    gives_way  `cancelled` is set as soon as a live request waits; who asked for it asks again.
    """

    job_id: int
    job: Job
    gives_way: bool = False
    cancelled: Event = field(default_factory=Event)


Task = LoadTask | LiveTask | JobTask


class Mailbox:
    """Hands tasks to one thread: generators first, then the newest live request, then jobs.

    A newer live request replaces the waiting one. The running one finishes, unless the newer one
    has other line art or the generator changes: then its `cancelled` is set. Every method may be
    called from any thread.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._load: LoadTask | None = None
        self._live: LiveTask | None = None
        self._jobs: deque[JobTask] = deque()
        self._running: Task | None = None
        self._is_closed = False

    def put_generator(self, name: str) -> None:
        """Ask for another generator; what the present one paints is no longer wanted."""
        with self._changed:
            self._load = LoadTask(name)
            if isinstance(self._running, LiveTask):
                self._running.cancelled.set()
            self._changed.notify_all()

    def put_live(self, request: ColorizeRequest) -> None:
        """Ask for a picture in place of a request that still waits."""
        with self._changed:
            running = self._running
            if isinstance(running, LiveTask) and (
                running.shown.is_set() or running.request.line_art != request.line_art
            ):
                running.cancelled.set()
            if isinstance(running, JobTask) and running.gives_way:
                running.cancelled.set()
            self._live = LiveTask(request)
            self._changed.notify_all()

    def put_job(self, job_id: int, job: Job, *, gives_way: bool = False) -> None:
        """Ask for batch work, done in order when nothing live waits. gives_way: see JobTask."""
        with self._changed:
            self._jobs.append(JobTask(job_id, job, gives_way))
            self._changed.notify_all()

    def cancel_jobs(self, job_ids: Collection[int]) -> None:
        """Forget those of some jobs that wait, and ask the running one to stop if it is of them."""
        with self._changed:
            self._jobs = deque(task for task in self._jobs if task.job_id not in job_ids)
            if isinstance(self._running, JobTask) and self._running.job_id in job_ids:
                self._running.cancelled.set()

    def cancel_live(self) -> None:
        """Forget the waiting live request and ask the running one to stop."""
        with self._changed:
            self._live = None
            if isinstance(self._running, LiveTask):
                self._running.cancelled.set()

    def close(self) -> None:
        """Forget everything that waits, ask the running task to stop, and let `take` end."""
        with self._changed:
            self._is_closed = True
            self._load, self._live = None, None
            self._jobs.clear()
            if self._running is not None:
                self._running.cancelled.set()
            self._changed.notify_all()

    def take(self) -> Task | None:
        """The next task, waiting for one; None once the mailbox is closed.

        The task counts as running until `finish` is called.
        """
        with self._changed:
            while not self._is_closed:
                task = self._next()
                if task is not None:
                    self._running = task
                    return task
                self._changed.wait()
            return None

    def finish(self) -> bool:
        """The running task is over; returns whether nothing waits."""
        with self._changed:
            self._running = None
            return not (self._load or self._live or self._jobs)

    def tell_shown(self, task: LiveTask) -> None:
        """The task's final picture is out; it is cancelled if a newer request waits."""
        with self._changed:
            task.shown.set()
            if self._live is not None:
                task.cancelled.set()

    @property
    def is_empty(self) -> bool:
        """Whether nothing runs and nothing waits."""
        with self._changed:
            return not (self._running or self._load or self._live or self._jobs)

    def _next(self) -> Task | None:
        if self._load is not None:
            task, self._load = self._load, None
            return task
        if self._live is not None:
            live, self._live = self._live, None
            return live
        return self._jobs.popleft() if self._jobs else None
