"""Where each frame of a cut stands: what lies on the disk, compared with what is planned."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from app.animation.batch_run import BatchRun
from app.animation.cut import Colored
from app.animation.words import left_text
from app.batch.frames.frames import Frame
from app.batch.plan import BatchPlan
from app.batch.records import Outcome, Status
from app.panels.batch.frames import FrameItem, FrameState
from app.panels.batch.panel import RunView


class FrameStates:
    """What is known of the frames of a cut, by their index.

    Attributes
    coloured  pictures that exist. failures  reasons of the frames that could not be coloured.
    """

    def __init__(self) -> None:
        self.colored: dict[int, Colored] = {}
        self.failures: dict[int, str] = {}
        self._fresh: set[int] = set()

    def forget(self) -> None:
        """Frames of another cut."""
        self.colored.clear()
        self.failures.clear()
        self._fresh.clear()

    def find(self, colored: Mapping[int, Colored]) -> None:
        """These pictures were found on the disk, and no others."""
        self.colored = dict(colored)
        self.failures.clear()

    def note(self, outcome: Outcome, confidence: float | None) -> bool:
        """Keep what became of a frame; whether it has a new picture."""
        row = outcome.index
        if outcome.status is Status.FAILED:
            self.failures[row] = outcome.why
        elif outcome.status is not Status.STOPPED:
            self.failures.pop(row, None)
            self.colored[row] = Colored(outcome.fingerprint, confidence, outcome.painted)
            self._fresh.add(row)
            return True
        return False

    def stale(self, plan: BatchPlan | None) -> tuple[int, ...]:
        """Frames that are wanted and whose present picture is missing or out of date."""
        if plan is None:
            return ()
        known = self.colored
        return tuple(
            row
            for row in plan.selected
            if row not in known or known[row].fingerprint != plan.fingerprint(row)
        )

    def recolorable(self, plan: BatchPlan | None) -> tuple[int, ...]:
        """Frames that are out of date by nothing but what their colours are shown as.

        Those that failed wait until they are asked for again.
        """
        return tuple(
            row
            for row in self.stale(plan)
            if plan is not None
            and row in self.colored
            and row not in self.failures
            and self.colored[row].painted == plan.painted(row)
        )

    def items(
        self,
        frames: Sequence[Frame],
        plan: BatchPlan | None,
        in_hand: Collection[int],
        corrections: Mapping[str, int],
    ) -> list[FrameItem]:
        """The frames as the filmstrip shows them.

        in_hand  those that are being coloured; corrections  places by the frame's label.
        """
        items = (
            self._item(row, frame, plan, is_running=row in in_hand)
            for row, frame in enumerate(frames)
        )
        return [replace(item, corrections=corrections.get(item.label, 0)) for item in items]

    def _item(
        self, row: int, frame: Frame, plan: BatchPlan | None, *, is_running: bool
    ) -> FrameItem:
        known = self.colored.get(row)
        return FrameItem(
            label=frame.label,
            title=frame.label,
            state=FrameState.RUNNING if is_running else self._state(row, plan),
            confidence=known.confidence if known else None,
            why=self.failures.get(row, ""),
            is_key=plan is not None and plan.key_at(row) is not None,
            is_held=plan is not None and plan.first_of[row] != row,
        )

    def _state(self, row: int, plan: BatchPlan | None) -> FrameState:
        known = self.colored.get(row)
        if row in self.failures:
            return FrameState.FAILED
        if known is None:
            return FrameState.WAITING
        if plan is not None and known.fingerprint != plan.fingerprint(row):
            return FrameState.OUTDATED
        return FrameState.DONE if row in self._fresh else FrameState.SKIPPED


def run_view(items: Sequence[FrameItem], run: BatchRun, *, unreadable: int) -> RunView:
    """How far a batch is. unreadable: files among the frames that are none."""
    states = [item.state for item in items]
    done = states.count(FrameState.DONE) + states.count(FrameState.SKIPPED)
    failed = states.count(FrameState.FAILED)
    return RunView(
        done=done,
        total=len(items),
        left=left_text(run.left_s),
        is_running=run.is_active,
        is_paused=run.is_paused,
        outdated=states.count(FrameState.OUTDATED),
        failed=failed,
        unreadable=unreadable,
        can_start=done + failed < len(items),
    )
