"""Drives a batch on the inference thread, one drawing at a time, live requests first."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.animation.cut import confidence_of
from app.batch.plan import BatchPlan, generator_digest
from app.batch.records import Journal, Outcome, ResultFolder, RunState, Status
from app.errors import describe
from app.inference.worker import InferenceWorker
from models.cancel import IsCancelled
from models.files.whole import FileError
from models.runtime.catalog import Catalog
from models.runtime.generator import Generator

if TYPE_CHECKING:  # what colours frames is imported by the first batch
    from app.batch.coloring import FrameTask
    from app.batch.runner import BatchRunner, HasGenerator, Job

MOST_YIELDS = 4
"""A drawing that gave way to strokes so often is coloured to its end, so that it comes at all."""


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """What became of a task's frames, with the confidence of those that have a picture."""

    outcomes: tuple[Outcome, ...]
    confidences: dict[int, float | None]


class BatchGenerator:
    """The generator that a batch was planned for, whatever the window uses by now.

    Used on the inference thread alone.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._generator: Generator | None = None

    @property
    def generator(self) -> Generator:
        """The one found last."""
        assert self._generator is not None
        return self._generator

    def find(self, plan: BatchPlan, painter: "HasGenerator") -> "HasGenerator":
        """The window's if it is the same, else one of its own. Raises GeneratorError."""
        kept = self._generator
        if kept is not None and generator_digest(kept.spec) == plan.generator_digest:
            return self
        if generator_digest(painter.generator.spec) == plan.generator_digest:
            self._generator = painter.generator
        else:
            self._generator = self._catalog.load(plan.generator, painter.generator.device)
        return self


class BatchRun(QObject):
    """One batch at a time. Its methods belong to the window's thread.

    Signals
    changed   something is to be shown anew.
    outcome   an Outcome, and the frame's confidence or None.
    blocked   no frame can be written, and why: it waits.
    failed    one line: the batch goes on.
    finished  nothing waits any more; whether it was not stopped before.
    """

    changed = Signal()
    outcome = Signal(object, object)
    blocked = Signal(str)
    failed = Signal(str)
    finished = Signal(bool)

    def __init__(
        self, inference: InferenceWorker, catalog: Catalog, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._inference = inference
        self._generator = BatchGenerator(catalog)
        self._runner: BatchRunner | None = None
        self._task: FrameTask | None = None
        self._job_id = 0
        self._yields = 0
        inference.batch_done.connect(self._take_done)
        inference.batch_failed.connect(self._take_failure)

    @property
    def is_active(self) -> bool:
        """Whether a batch is on its way, paused or not."""
        return self._runner is not None

    @property
    def is_paused(self) -> bool:
        """Whether it waits to be told to go on."""
        waits = (RunState.PAUSED, RunState.BLOCKED)
        return self._runner is not None and self._runner.state in waits

    @property
    def left_s(self) -> float | None:
        """Seconds left, None if that is not known."""
        return self._runner.progress.left_s if self._runner else None

    @property
    def rows_in_hand(self) -> tuple[int, ...]:
        """Frames that are being coloured."""
        return self._task.members if self._task else ()

    def begin(self, plan: BatchPlan) -> None:
        """Colour the selected frames of a plan."""
        from app.batch.runner import BatchRunner  # noqa: PLC0415 - loads all that colours

        self._runner = BatchRunner(plan, journal=Journal(ResultFolder(plan.out).journal_path()))
        self._go()

    def pause(self) -> None:
        """Finish the drawing in hand, then wait."""
        if self._runner is not None:
            self._runner.pause()
            self.changed.emit()

    def go_on(self) -> None:
        """After a pause, or once what blocked it is mended."""
        if self._runner is not None:
            self._runner.go_on()
            self._go()

    def replan(self, plan: BatchPlan) -> None:
        """The frames' hints changed: what waits goes by the new ones."""
        if self._runner is not None:
            self._runner.replan(replace(plan, selected=self._runner.plan.selected))

    def cancel(self) -> None:
        """Stop; what is done stays, and the drawing in hand is given up."""
        if self._runner is None:
            return
        self._runner.cancel()
        self._runner, self._task = None, None
        self._inference.cancel_jobs({self._job_id})
        self.finished.emit(False)
        self.changed.emit()

    def _go(self) -> None:
        """Hand the next drawing to the inference thread, if none is there."""
        runner = self._runner
        if runner is None or self._task is not None:
            return
        task = runner.next_task()
        if task is None:
            if runner.state is RunState.FINISHED:
                self._runner = None
                self.finished.emit(True)
        else:
            self._hand_out(runner, task)
        self.changed.emit()

    def _hand_out(self, runner: "BatchRunner", task: "FrameTask") -> None:
        self._task = task
        self._job_id += 1
        job, found = runner.job(task), self._generator
        self._inference.submit_batch(
            self._job_id,
            lambda painter, is_cancelled: _work(task, job, found, painter, is_cancelled),
            gives_way=self._yields < MOST_YIELDS,
        )

    def _take_done(self, job_id: int, answer: object) -> None:
        if not isinstance(answer, JobAnswer):  # of a job that is no frame's
            return
        runner, task = self._runner, self._task
        is_current = job_id == self._job_id and runner is not None and task is not None
        if is_current and runner is not None and task is not None:
            self._task = None
            stopped = [o for o in answer.outcomes if o.status is Status.STOPPED]
            self._yields = self._yields + 1 if stopped else 0
            self._give_back(runner, task, answer.outcomes)
        for outcome in answer.outcomes:
            self.outcome.emit(outcome, answer.confidences.get(outcome.index))
        if runner is not None and runner.state is RunState.BLOCKED:
            self.blocked.emit(next(o.why for o in answer.outcomes if o.blocks))
        if is_current:
            self._go()
        else:
            self.changed.emit()

    def _give_back(
        self, runner: "BatchRunner", task: "FrameTask", outcomes: tuple[Outcome, ...]
    ) -> None:
        try:
            runner.finish(task, outcomes)
        except FileError as error:  # the journal; the frames themselves are written
            self.failed.emit(describe(error))

    def _take_failure(self, job_id: int, why: str) -> None:
        """The generator could not be had, say: every frame of the drawing failed."""
        task, runner = self._task, self._runner
        if job_id != self._job_id or task is None or runner is None:
            return
        outcomes = tuple(
            Outcome(
                index=index,
                label=task.plan.frames[index].label,
                status=Status.FAILED,
                why=why,
                first=task.first,
            )
            for index in task.members
        )
        self._take_done(job_id, JobAnswer(outcomes, {}))


def _work(
    task: "FrameTask",
    job: "Job",
    found: BatchGenerator,
    painter: "HasGenerator",
    is_cancelled: IsCancelled,
) -> JobAnswer:
    """Colour a drawing, and read how sure its frames are. Runs on the inference thread."""
    outcomes = job(found.find(task.plan, painter), is_cancelled)
    folder = ResultFolder(task.plan.out)
    confidences: dict[int, float | None] = {}
    for outcome in outcomes:
        if outcome.status in (Status.DONE, Status.SKIPPED):
            record = folder.read_record(outcome.label)
            confidences[outcome.index] = confidence_of(record.facts) if record else None
    return JobAnswer(outcomes, confidences)
