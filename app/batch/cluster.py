"""A batch on Dask distributed: on this machine, or on whatever a scheduler has workers.

Every worker has the folders of frames and results and the generator. Tracking goes from frame to
frame as a chain of tasks, and each frame is coloured and written by whichever worker is free, so
that several frames of one cut are coloured at once. The results are those of one process, byte
for byte, since both run the same functions.

Who reaches a Dask scheduler or worker can have it run anything. So the processes that are started
here speak to each other by TLS alone, with credentials that are made for the run and live in
memory, and their web servers are shut. Whoever names a scheduler has to trust its network.

Where a worker is lost, Dask gives its tasks to others. A frame that the lost one had written
already is found done and is not written again.
"""

import ctypes
import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import dask
from distributed import Client, Future, LocalCluster, WorkerPlugin, as_completed, get_worker
from distributed.security import Security

from app.batch.carrying import packed, unpacked
from app.batch.coloring import FrameColorer, FrameTask
from app.batch.plan import BatchPlan
from app.batch.records import Found, Outcome, ResultFolder, Status
from app.batch.runner import BatchRunner
from app.errors import TintlineError, describe
from app.places import generator_folders
from models.cancel import never_cancelled
from models.cores import core_count
from models.device import DeviceWish
from models.runtime.catalog import Catalog
from models.runtime.engine import choose_device
from models.runtime.generator import Generator
from models.tracking.tracked import TrackedFrame

CONNECT_TIMEOUT_S = 20
TASKS_PER_WORKER = 2
"""Drawings that are handed out for each worker: one in work, one that waits."""
RETRIES = 2
PLUGIN = "tintline"

_CONFIGURATION = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.tick.limit": "30s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.scheduler.work-stealing-interval": "1s",
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
"""Dask looks a hundred times a second at what each worker does, and otherwise at itself: a tenth
of a core for two workers, whose tasks take a second each. And it shows all that to any browser."""
_THREADS = "distributed.nanny.pre-spawn-environ.OMP_NUM_THREADS"
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_ARRAY_BYTES = 32 << 20
"""What glibc itself works up to: freed arrays up to this size are used again."""


class ClusterError(TintlineError):
    """A cluster that cannot be reached or used."""


def load_by_name(name: str, device: DeviceWish) -> Generator:
    """A worker's generator. Raises GeneratorError."""
    return Catalog(generator_folders()).load(name, choose_device(device))


def keep_freed_memory() -> bool:
    """Let the process use freed memory again, as it would by itself; returns whether it will.

    Dask's nannies set MALLOC_TRIM_THRESHOLD_, which makes glibc give back every freed array to the
    system and take it anew from there, page by page: a frame of 1080p took 1.8 times the processor
    seconds. Elsewhere than on glibc there is nothing to mend.
    """
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    kept = mallopt(_M_MMAP_THRESHOLD, _KEPT_ARRAY_BYTES)
    return bool(kept and mallopt(_M_TRIM_THRESHOLD, 2 * _KEPT_ARRAY_BYTES))


class ColoringPlugin(WorkerPlugin):
    """What every worker keeps: the plan and, from its first frame on, the generator.

    is_own  whether its process was started for this batch and ends with it.
    """

    name = PLUGIN

    def __init__(
        self, plan: BatchPlan, load: Callable[[], Generator], *, is_own: bool = False
    ) -> None:
        self.plan = plan
        self._load = load
        self._is_own = is_own
        self._colorer: FrameColorer | None = None

    def __getstate__(self) -> dict[str, Any]:
        kept = {"plan": self.plan, "_load": self._load, "_is_own": self._is_own}
        return {**kept, "_colorer": None}

    def setup(self, worker: Any) -> None:
        """Called by Dask on each worker."""
        keep_freed_memory()
        cv2.setNumThreads(core_count())
        if self._is_own:
            worker.http_server.stop()
        if self._is_own and threading.current_thread() is threading.main_thread():
            # Ctrl+C reaches every process of the terminal; the one in front ends the others.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._name = str(worker.name)
        self._lock = threading.Lock()

    def color(self, task: FrameTask, tracked: TrackedFrame | None) -> tuple[Outcome, ...]:
        """Colour and write frames, with their hints if those were carried already."""
        with self._lock:
            colorer = self._ready()
            if tracked is not None:
                colorer.carrier(self.plan).keep(task.first, tracked)
            return colorer.color(task, is_cancelled=never_cancelled)

    def track(
        self, index: int, previous: TrackedFrame | None, following: bytes | None
    ) -> TrackedFrame:
        """Carry hints one frame on."""
        after = None if following is None else unpacked(following)
        with self._lock:
            carrier = self._ready().carrier(self.plan)
            return carrier.step(index, previous, after, passes_over=True)

    def track_back(self, index: int, following: bytes | None) -> bytes:
        """Carry the next key frame's hints one frame back."""
        after = None if following is None else unpacked(following)
        with self._lock:
            return packed(self._ready().carrier(self.plan).step_back(index, after))

    def _ready(self) -> FrameColorer:
        if self._colorer is None:
            self._colorer = FrameColorer(self._load(), worker=self._name)
        return self._colorer


@dataclass(frozen=True, slots=True)
class _Loader:
    """Loads a generator by name wherever it is called."""

    name: str
    device: DeviceWish

    def __call__(self) -> Generator:
        return load_by_name(self.name, self.device)


def _plugin() -> ColoringPlugin:
    found = get_worker().plugins[PLUGIN]
    assert isinstance(found, ColoringPlugin)
    return found


def _color(
    first: int, members: tuple[int, ...], overwrites: bool, tracked: TrackedFrame | None
) -> tuple[Outcome, ...]:
    plugin = _plugin()
    return plugin.color(FrameTask(plugin.plan, first, members, overwrites), tracked)


def _track(index: int, previous: TrackedFrame | None, following: bytes | None) -> TrackedFrame:
    return _plugin().track(index, previous, following)


def _track_back(index: int, following: bytes | None) -> bytes:
    return _plugin().track_back(index, following)


def run_on_cluster(
    runner: BatchRunner,
    *,
    address: str | None = None,
    workers: int = 0,
    device: DeviceWish = "auto",
    note: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """Colour what waits on a scheduler's workers; yields each outcome after it is noted.

    address  of a scheduler; None: workers are started on this machine, `workers` of them or one
             for each core, and end with the batch.
    note     told which workers there are.
    Raises ClusterError if the scheduler does not answer or has no worker.
    """
    cluster = None
    try:
        if address is None:
            cluster = _start_here(workers or core_count())
        try:
            client = Client(cluster or address, timeout=CONNECT_TIMEOUT_S)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(
                f"--cluster {address}: no scheduler answers ({describe(error)}); start one with "
                "`dask scheduler` and workers with `dask worker ADDRESS`"
            ) from error
        with client:
            yield from run_with_client(
                runner, client, device=device, note=note, owns_workers=cluster is not None
            )
    finally:
        if cluster is not None:
            cluster.close()


def _start_here(count: int) -> LocalCluster:
    """A scheduler and `count` workers of this machine, which nobody else can use."""
    try:
        security = Security.temporary()
    except ImportError as error:
        raise ClusterError(
            f"--cluster: credentials for its workers cannot be made ({error}); "
            "pip install 'tintline[cluster]'"
        ) from error
    share = {_THREADS: max(1, core_count() // count)}
    with dask.config.set({**_CONFIGURATION, **share}):
        cluster = LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            memory_limit=0,
            security=security,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.ERROR,
        )
    assert cluster.scheduler is not None
    cluster.scheduler.http_server.stop()
    return cluster


def run_with_client(
    runner: BatchRunner,
    client: Client,
    *,
    load: Callable[[], Generator] | None = None,
    device: DeviceWish = "auto",
    note: Callable[[str], None] | None = None,
    owns_workers: bool = False,
) -> Iterator[Outcome]:
    """Colour what waits on a client's workers. See `run_on_cluster`.

    load          gives a worker its generator; None: by the plan's name, on the device.
    owns_workers  whether they were started for this batch.
    """
    plan = runner.plan
    load = load or _Loader(plan.generator, device)
    client.register_plugin(ColoringPlugin(plan, load, is_own=owns_workers))
    count = len(client.scheduler_info(n_workers=-1)["workers"])
    if not count:
        raise ClusterError("--cluster: the scheduler has no worker; start some with `dask worker`")
    if note is not None:
        note(f"running on {count} {'worker' if count == 1 else 'workers'}")
    yield from _Run(runner, client, plan, count).outcomes()


class _Run:
    """Tasks handed out and taken back; what is in the scheduler stays within a few frames."""

    def __init__(self, runner: BatchRunner, client: Client, plan: BatchPlan, count: int) -> None:
        self._runner = runner
        self._client = client
        self._plan = plan
        self._most = max(2, TASKS_PER_WORKER * count)
        self._tracks: dict[int, Future] = {}
        self._backs: dict[int, Future] = {}
        self._tasks: dict[object, FrameTask] = {}
        self._completed = as_completed()

    def outcomes(self) -> Iterator[Outcome]:
        """Hand out and take back until nothing is left."""
        yield from self._hand_out()
        for future in self._completed:
            task = self._tasks.pop(future.key)
            outcomes = self._take(task, future)
            self._runner.finish(task, outcomes)
            yield from outcomes
            yield from self._hand_out()

    def _take(self, task: FrameTask, future: Future) -> tuple[Outcome, ...]:
        error = future.exception()
        if error is None:
            found: tuple[Outcome, ...] = future.result()
            return found
        why = describe(error)
        return tuple(
            Outcome(
                index=index,
                label=self._plan.frames[index].label,
                status=Status.FAILED,
                fingerprint=self._plan.fingerprint(index),
                why=f"{self._plan.frames[index].source}: {why}",
                first=task.first,
            )
            for index in task.members
        )

    def _hand_out(self) -> Iterator[Outcome]:
        """Fill the workers' queues; frames that are done already need no worker."""
        while len(self._tasks) < self._most:
            task = self._runner.next_task()
            if task is None:
                return
            done = _already_done(task)
            if done:
                self._runner.finish(task, done)
                yield from done
                continue
            future = self._client.submit(
                _color,
                task.first,
                task.members,
                task.overwrites,
                self._tracked(task.first),
                pure=False,
                retries=RETRIES,
            )
            self._tasks[future.key] = task
            self._completed.add(future)

    def _tracked(self, index: int) -> Future | None:
        """The frame as it is tracked; None where no tracking is needed."""
        plan = self._plan
        left, right = plan.keys_around(index)
        if (left is None and right is None) or not plan.settings.carries_hints:
            return None
        chain: list[int] = []
        step: int | None = index
        while step is not None and step not in self._tracks:
            chain.append(step)
            step = plan.previous(step)
        before = None if step is None else self._tracks[step]
        for each in reversed(chain):
            before = self._client.submit(
                _track, each, before, self._back(each), pure=False, retries=RETRIES, priority=1
            )
            # Only the latest frame of a chain is asked for again.
            last = plan.previous(each)
            if last is not None:
                self._tracks.pop(last, None)
            self._tracks[each] = before
        return before

    def _back(self, index: int) -> Future | None:
        """The drawing after a frame as it is followed back; None where nothing is."""
        chain: list[int] = []
        step = self._plan.following(index)
        while step is not None and step not in self._backs:
            chain.append(step)
            step = self._plan.following(step)
        after = None if step is None else self._backs[step]
        for each in reversed(chain):
            after = self._client.submit(_track_back, each, after, pure=False, retries=RETRIES)
            self._backs[each] = after
        self._backs.pop(index, None)  # no frame asks for it again
        return after


def _already_done(task: FrameTask) -> Sequence[Outcome]:
    """Outcomes of a task whose every frame is done; empty if there is work."""
    if task.overwrites:
        return ()
    plan, folder = task.plan, ResultFolder(task.plan.out)
    outcomes = []
    for index in task.members:
        label, fingerprint = plan.frames[index].label, plan.fingerprint(index)
        if folder.look(label, plan.targets(index), fingerprint) is not Found.DONE:
            return ()
        outcomes.append(
            Outcome(
                index=index,
                label=label,
                status=Status.SKIPPED,
                fingerprint=fingerprint,
                why="is done already",
                first=task.first,
            )
        )
    return outcomes
