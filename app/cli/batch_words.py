"""What ``tintline batch`` says: of what it found, as frames come, and at its end."""

from dataclasses import dataclass, field
from pathlib import Path

from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import borrowed_hints
from app.batch.frames.selected import problems_among
from app.batch.plan import BatchPlan, held_frames
from app.batch.records import Outcome, ReportFiles, Status
from app.batch.reporting.judging import ReportSummary
from app.batch.runner import BatchRunner
from app.cels.finishing import Finishing
from app.cli.console import Console
from app.inputs import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A planned batch, with what was found on the way to it.

    read  files of the artist's that went into it, and places where hints of it may lie.
    finishing  what is written besides, once the frames are coloured.
    """

    plan: BatchPlan
    sequence: FrameSequence
    read: tuple[Path, ...] = ()
    numbers: str = ""
    finishing: Finishing = field(default_factory=Finishing)

    @property
    def part(self) -> str:
        """What the frames' range adds to names of files."""
        return self.numbers.replace(",", "+")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Files of this part of the sequence that cannot be read."""
        return problems_among(self.sequence, self.numbers)


def tell_findings(batch: Batch, console: Console) -> None:
    """What was found before the start: unreadable files, gaps, sizes, holds."""
    plan, sequence = batch.plan, batch.sequence
    for problem in batch.problems:
        console.error(problem.reason)
    for note in (*map(str, sequence.gaps), *sequence.notes, *borrowed_hints(sequence, plan.keys)):
        console.note(note)
    if len(sequence.sizes) > 1:
        console.note(
            f"frames of {len(sequence.sizes)} sizes: {', '.join(map(str, sequence.sizes))}"
        )
    if plan.keys:
        for cut, size, count in plan.unhinted:
            frames = "1 frame gets" if count == 1 else f"{count} frames get"
            console.note(
                f"{cut + ': ' if cut else ''}{frames} no hints, as no key frame of this cut has "
                f"{size}; give one of them hints, or its colours are the generator's own"
            )
    if not plan.frames:
        return
    held = len(list(held_frames(plan)))
    parts = [f"{len(plan.selected)} of {len(plan.frames)} frames"]
    parts.append(f"{len(sequence.cuts)} {'cuts' if len(sequence.cuts) > 1 else 'cut'}")
    parts.append(f"{len(plan.keys)} key {'frame' if len(plan.keys) == 1 else 'frames'}")
    if held:
        parts.append(f"{held} held and coloured once")
    console.note(", ".join(parts))


def tell_rest(runner: BatchRunner, console: Console) -> None:
    """How far a batch came that ends before its time, and how it goes on."""
    progress = runner.progress
    done = progress.done + progress.skipped
    console.error(
        f"stopped with {done} of {progress.total} frames done; the same command goes on from there"
    )


def tell_outcome(
    outcome: Outcome, runner: BatchRunner, console: Console, *, is_quiet: bool
) -> None:
    progress = runner.progress
    if outcome.status is Status.FAILED:
        console.error(outcome.why)
    elif outcome.status is Status.DONE and not is_quiet:
        seconds = f"  {outcome.elapsed_s * 1e3:.0f} ms" if outcome.elapsed_s else "  held"
        console.result(f"{outcome.label} -> {runner.plan.target(outcome.index)}{seconds}")
    count = progress.total - progress.waiting
    left = "" if progress.left_s is None else f", {_duration(progress.left_s)} left"
    console.progress(f"[{count}/{progress.total}]{left}")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def answer_json(
    batch: Batch, runner: BatchRunner, files: ReportFiles, summary: ReportSummary, elapsed_s: float
) -> dict[str, object]:
    progress = runner.progress
    failed = [o for o in runner.outcomes.values() if o.status is Status.FAILED]
    return {
        "version": 1,
        "generator": batch.plan.generator,
        "frames": progress.total,
        "done": progress.done,
        "skipped": progress.skipped,
        "failed": [{"frame": o.label, "reason": o.why} for o in failed],
        "unreadable": [
            {"input": str(problem.source), "reason": problem.reason} for problem in batch.problems
        ],
        "gaps": [str(gap) for gap in batch.sequence.gaps],
        "notes": [*batch.sequence.notes, *borrowed_hints(batch.sequence, batch.plan.keys)],
        "seconds": round(elapsed_s, 2),
        "report": str(files.json),
        "sheet": str(files.sheet),
        "summary": summary.to_json(),
    }


def closing_line(
    batch: Batch, runner: BatchRunner, files: ReportFiles, summary: ReportSummary
) -> str:
    progress = runner.progress
    parts = [f"{progress.done} coloured"]
    if progress.skipped:
        parts.append(f"{progress.skipped} done before")
    if progress.failed:
        parts.append(f"{progress.failed} failed")
    if batch.problems:
        parts.append(f"{len(batch.problems)} could not be read")
    if summary.flicker is not None:
        parts.append(f"flicker {summary.flicker:.2f}")
    return f"{', '.join(parts)}; look at {files.sheet}"
