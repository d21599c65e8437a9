"""A batch on its way: which frame is next, what became of each, and how long it will take.

The runner colours nothing itself. Whoever drives it takes a task, has it done on the thread that
owns the generator, and gives back what became of it:

    while (task := runner.next_task()) is not None:
        runner.finish(task, FrameColorer(generator).color(task, is_cancelled=...))

`run` does that here and now; a window hands `job(task)` to its inference thread one at a time, so
that live requests go between two frames; a cluster hands out as many as it has workers.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from app.batch.coloring import FrameColorer, FrameTask
from app.batch.plan import BatchPlan
from app.batch.records import Journal, Outcome, RunState, Status
from models.cancel import IsCancelled, never_cancelled
from models.runtime.generator import Generator

RECENT = 24
"""The time left is judged by so many of the latest coloured drawings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a batch is. `left_s` is None until something was coloured."""

    state: RunState
    total: int
    done: int
    skipped: int
    failed: int
    running: int
    elapsed_s: float
    left_s: float | None

    @property
    def waiting(self) -> int:
        """Frames of which nothing is known yet."""
        return self.total - self.done - self.skipped - self.failed


class HasGenerator(Protocol):
    """The inference thread's painter, as far as a batch needs it."""

    @property
    def generator(self) -> Generator:
        """What paints."""
        ...


Job = Callable[[HasGenerator, IsCancelled], tuple[Outcome, ...]]


class BatchRunner:
    """Keeps the order of a batch's tasks and what became of them. Used by one thread.

    overwrites  colour frames again that are done, and replace files that this batch did not write.
    journal     gets a line for each frame; None: nowhere.
    tell        called with each outcome as it comes.
    clock       seconds, rising.
    Only what `job` returns may be called on another thread, one at a time.
    """

    def __init__(
        self,
        plan: BatchPlan,
        *,
        overwrites: bool = False,
        journal: Journal | None = None,
        tell: Callable[[Outcome], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.plan = plan
        self.outcomes: dict[int, Outcome] = {}
        self._overwrites = overwrites
        self._journal = journal
        self._journalled: set[tuple[str, str]] | None = None
        self._tell = tell
        self._clock = clock
        self._started = clock()
        self._queue: deque[int] = deque(_in_order(plan))
        self._in_hand: dict[int, FrameTask] = {}
        self._state = RunState.RUNNING
        self._recent: deque[float] = deque(maxlen=RECENT)
        self._since = self._last_finish = self._started
        self._colorer: FrameColorer | None = None

    @property
    def state(self) -> RunState:
        """Whether it hands out tasks; finished once nothing waits and nothing is in hand."""
        if self._state is RunState.RUNNING and not self._queue and not self._in_hand:
            return RunState.FINISHED
        return self._state

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        counts = dict.fromkeys(Status, 0)
        for outcome in self.outcomes.values():
            counts[outcome.status] += 1
        now = self._last_finish if self.state is RunState.FINISHED else self._clock()
        return Progress(
            state=self.state,
            total=len(self.plan.selected),
            done=counts[Status.DONE],
            skipped=counts[Status.SKIPPED],
            failed=counts[Status.FAILED],
            running=len(self._in_hand),
            elapsed_s=now - self._started,
            left_s=self._left_s(),
        )

    def _left_s(self) -> float | None:
        waiting = len(self._queue) + len(self._in_hand)
        if not waiting:
            return 0.0
        return fmean(self._recent) * waiting if self._recent else None

    def next_task(self) -> FrameTask | None:
        """The next drawing to colour; None while paused, blocked or cancelled, or if none waits.

        Every task is given back by `finish`.
        """
        if self._state is not RunState.RUNNING or not self._queue:
            return None
        first = self._queue.popleft()
        if not self._in_hand:
            self._since = self._clock()  # pauses and idle times are no work
        task = FrameTask(self.plan, first, self.plan.groups[first], self._overwrites)
        self._in_hand[first] = task
        return task

    def finish(self, task: FrameTask, outcomes: Iterable[Outcome]) -> None:
        """Take back a task with what became of its frames.

        Frames that were stopped wait again, first of all, and so do those whose hints were
        corrected in the meantime. Raises PictureError where the journal cannot be written.
        """
        self._in_hand.pop(task.first, None)
        now = self._clock()
        worked_s, self._since, self._last_finish = now - self._since, now, now
        waits_again = False
        for outcome in outcomes:
            index = outcome.index
            if outcome.status is Status.STOPPED:
                waits_again = True
                continue
            if outcome.status is not Status.FAILED:
                waits_again |= outcome.fingerprint != self.plan.fingerprint(index)
            if outcome.elapsed_s:
                self._recent.append(worked_s)
            if outcome.blocks and self._state is RunState.RUNNING:
                self._state = RunState.BLOCKED
            self._note(outcome)
        if waits_again and self._state is not RunState.CANCELLED:
            self._put_first(self.plan.first_of[index] for index in task.members)

    def _note(self, outcome: Outcome) -> None:
        self.outcomes[outcome.index] = outcome
        if self._journal is not None:
            self._journal.add(self._as_told(outcome, self._journal))
        if self._tell is not None:
            self._tell(outcome)

    def _as_told(self, outcome: Outcome, journal: Journal) -> Outcome:
        """A frame that was written, but not told because the batch was killed, is told now."""
        if outcome.status is Status.FAILED:
            return outcome
        if self._journalled is None:
            self._journalled = journal.done()
        key = outcome.label, outcome.fingerprint
        is_new = key not in self._journalled
        self._journalled.add(key)
        if outcome.status is Status.SKIPPED and is_new:
            return _told_late(outcome)
        return outcome

    def _put_first(self, firsts: Iterable[int]) -> None:
        wanted = [f for f in dict.fromkeys(firsts) if f in self.plan.groups]
        free = [first for first in wanted if first not in self._in_hand]
        kept = [first for first in self._queue if first not in free]
        self._queue = deque([*free, *kept])

    def pause(self) -> None:
        """Hand out nothing more; what is in hand goes on."""
        if self._state is RunState.RUNNING:
            self._state = RunState.PAUSED

    def go_on(self) -> None:
        """Go on after a pause, or once what blocked it is mended: then failed frames wait again."""
        if self._state is RunState.BLOCKED:
            self._state = RunState.RUNNING
            self.retry()
        elif self._state is RunState.PAUSED:
            self._state = RunState.RUNNING

    def cancel(self) -> None:
        """Hand out nothing any more. What is written stays; another run goes on from there."""
        self._state = RunState.CANCELLED
        self._queue.clear()

    def retry(self, indices: Iterable[int] | None = None) -> None:
        """Let frames wait again that failed; None: every one of them."""
        failed = [i for i, o in self.outcomes.items() if o.status is Status.FAILED]
        chosen = failed if indices is None else [i for i in indices if i in failed]
        for index in chosen:
            del self.outcomes[index]
        self._put_first(sorted({self.plan.first_of[index] for index in chosen}))

    def replan(self, plan: BatchPlan) -> tuple[int, ...]:
        """Go on by another plan of the same frames; returns those that will be coloured again."""
        changed = plan.changed_since(self.plan)
        waiting = {index for first in self._queue for index in self.plan.groups[first]}
        waiting |= {i for task in self._in_hand.values() for i in task.members}
        self.plan = plan
        for index in changed:
            self.outcomes.pop(index, None)
        again = waiting | set(changed)
        firsts = {plan.first_of[index] for index in again}
        busy = set(self._in_hand)
        self._queue = deque(first for first in _in_order(plan) if first in firsts - busy)
        return changed

    def job(self, task: FrameTask) -> Job:
        """The task as work for a thread that has a painter."""

        def work(painter: HasGenerator, is_cancelled: IsCancelled) -> tuple[Outcome, ...]:
            colorer = self._colorer_for(painter.generator)
            return colorer.color(task, is_cancelled=is_cancelled)

        return work

    def _colorer_for(self, generator: Generator) -> FrameColorer:
        if self._colorer is None or self._colorer.generator is not generator:
            self._colorer = FrameColorer(generator)
        return self._colorer

    def run(
        self, generator: Generator, *, is_cancelled: IsCancelled = never_cancelled
    ) -> Iterator[Outcome]:
        """Colour what waits, here and now; yields each outcome after it is noted."""
        colorer = self._colorer_for(generator)
        while (task := self.next_task()) is not None:
            outcomes = colorer.color(task, is_cancelled=is_cancelled)
            self.finish(task, outcomes)
            yield from outcomes
            if is_cancelled():
                self.cancel()


def _told_late(outcome: Outcome) -> Outcome:
    return Outcome(
        index=outcome.index,
        label=outcome.label,
        status=Status.DONE,
        fingerprint=outcome.fingerprint,
        why="was written when the last run ended",
        first=outcome.first,
        worker=outcome.worker,
    )


def _in_order(plan: BatchPlan) -> list[int]:
    """The drawings of a plan in the order of their first frames."""
    return [first for first, _ in sorted(plan.groups.items(), key=lambda group: min(group[1]))]
