"""One frame from its drawing to its files, and what is kept of it."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from errno import EDQUOT, ENOSPC, EROFS
from functools import partial
from weakref import proxy

from app import places
from app.batch.carrying import HintCarrier
from app.batch.facts import turn_json
from app.batch.measure import measure_frame
from app.batch.plan import BatchPlan, generator_digest
from app.batch.records import Found, Outcome, ResultFolder, Status
from app.batch.writing import FrameFiles, read_paint
from app.errors import TintlineError, describe
from app.references.files import tagged_parts
from models.arrays import U8Array
from models.cancel import Cancelled, IsCancelled
from models.coloring.compose import FullColor
from models.geometry import Size
from models.hints.hint_files import hints_from_json
from models.hints.hints import HintSet, LineArt
from models.reading.reader import DrawingReader
from models.regions.wishes import RegionWishes
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from models.rows import PackedRows
from models.runtime.generator import Generator, GeneratorError
from models.runtime.light_graph import find_light, light_digest
from models.tracking.turns import AS_IN_KEY, Turn

log = logging.getLogger(__name__)

KEPT_BYTES = 1
"""Bound of what is kept of guides and regions: the newest drawing's alone, since a frame is
coloured once and not seen again."""
LINE_BYTES = 32 << 20
"""Bound of what is kept as the generator read it: a few drawings, since frames are tracked before
they are coloured, and on a cluster some frames ahead."""
MOST_KEYS = 2
"""Key frames that are coloured ahead of their turn at one time: those on both sides of a frame."""
_BLOCKING = (ENOSPC, EDQUOT, EROFS)


@dataclass(frozen=True, slots=True)
class FrameTask:
    """Frames of one drawing to be coloured together: `first` is drawn, `members` are written."""

    plan: BatchPlan = field(repr=False)
    first: int
    members: tuple[int, ...]
    overwrites: bool = False


class FrameColorer:
    """Colours the frames of a plan with one generator. Used by one thread at a time."""

    def __init__(
        self,
        generator: Generator,
        *,
        clock: Callable[[], float] = time.perf_counter,
        worker: str = "",
    ) -> None:
        self.generator = generator
        self._digest = generator_digest(generator.spec)
        self._reader = DrawingReader(
            generator, feature_bytes=LINE_BYTES, guide_bytes=KEPT_BYTES, region_bytes=KEPT_BYTES
        )
        self._light = find_light(places.light_folders(), generator.device)
        self._colorizer = Colorizer(generator, reader=self._reader, light=self._light)
        self._clock = clock
        self._worker = worker
        self._plan: BatchPlan | None = None
        self._carrier: HintCarrier | None = None
        self._keys: OrderedDict[int, FullColor[PackedRows]] = OrderedDict()

    def carrier(self, plan: BatchPlan) -> HintCarrier:
        """What finds the hints of the plan's frames."""
        if self._carrier is None or self._plan is not plan:
            self._plan = plan
            self._keys.clear()
            # Weakly, or all that was kept of drawings would outlive the batch in a circle.
            paint_flats = partial(FrameColorer._paint_flats, proxy(self), plan)
            self._carrier = HintCarrier(plan, self._reader, paint_flats)
        return self._carrier

    def color(self, task: FrameTask, *, is_cancelled: IsCancelled) -> tuple[Outcome, ...]:
        """Colour and write what is not done yet. Never raises what concerns these frames only.

        Frames are stopped, not failed, where the answer is no longer wanted.
        """
        plan, folder = task.plan, ResultFolder(task.plan.out)
        done: list[Outcome] = []
        waiting: list[int] = []
        for index in task.members:
            outcome = self._look(task, folder, index)
            if outcome is None:
                waiting.append(index)
            else:
                done.append(outcome)
        if waiting:
            try:
                done += self._write_frames(task, folder, waiting, is_cancelled)
            except Cancelled:
                done += [self._outcome(plan, index, Status.STOPPED) for index in waiting]
            except Exception as error:
                done += self._failures(plan, waiting, error)
        return tuple(sorted(done, key=lambda outcome: outcome.index))

    def _look(self, task: FrameTask, folder: ResultFolder, index: int) -> Outcome | None:
        """What is to be said of a frame that need not or may not be coloured."""
        plan = task.plan
        if task.overwrites:
            return None
        frame, targets = plan.frames[index], plan.targets(index)
        found = folder.look(frame.label, targets, plan.fingerprint(index))
        if found is Found.DONE:
            return self._outcome(plan, index, Status.SKIPPED, why="is done already")
        if found is Found.FOREIGN:
            why = (
                f"{targets[-1]} was not written by this batch, or was changed since; move it away "
                "or add --overwrite"
            )
            return self._outcome(plan, index, Status.FAILED, why=why)
        return None

    def _outcome(self, plan: BatchPlan, index: int, status: Status, *, why: str = "") -> Outcome:
        return Outcome(
            index=index,
            label=plan.frames[index].label,
            status=status,
            fingerprint=plan.fingerprint(index),
            painted=plan.painted(index),
            why=why,
            first=plan.first_of[index],
            worker=self._worker,
        )

    def _failures(self, plan: BatchPlan, indices: Iterable[int], error: Exception) -> list[Outcome]:
        expected = (TintlineError, GeneratorError, ValueError, MemoryError, OSError)
        if not isinstance(error, expected):
            log.exception("a frame cannot be coloured")
        cause = error if isinstance(error, OSError) else error.__cause__
        blocks = isinstance(cause, OSError) and cause.errno in _BLOCKING
        outcomes = []
        for index in indices:
            source = str(plan.frames[index].source)
            why = (
                "not enough memory; close other programs" if isinstance(error, MemoryError) else ""
            )
            why = why or describe(error)
            why = why if source in why or str(plan.out) in why else f"{source}: {why}"
            outcome = self._outcome(plan, index, Status.FAILED, why=why)
            outcomes.append(replace(outcome, blocks=blocks))
        return outcomes

    def _write_frames(
        self, task: FrameTask, folder: ResultFolder, waiting: list[int], is_cancelled: IsCancelled
    ) -> list[Outcome]:
        plan = task.plan
        if plan.generator_digest != self._digest:
            raise GeneratorError(
                f"the batch was planned for another generator than {self.generator.spec.title}; "
                "plan it again"
            )
        if plan.settings.light is not None and plan.light_digest != light_digest(self._light):
            raise GeneratorError("the batch was planned for another light; plan it again")
        started = self._clock()
        picture = plan.frames[task.first].read()
        lines = plan.read_lines(picture)
        line_art = plan.bounded(task.first, lines.line_art)
        kept = None if task.overwrites else self._kept(plan, folder, waiting, line_art.size)
        if kept is None:
            carried = self.carrier(plan).hints_of(task.first, line_art, is_cancelled=is_cancelled)
            hints, turn = carried.hints, carried.turn or AS_IN_KEY
            ready = self._keys.pop(task.first, None)  # under a light that is not turned
            painted = (not turn and ready) or self._paint(
                plan, task.first, line_art, hints, is_cancelled, turn=turn
            )
            request = self._request(plan, task.first, line_art, hints, turn=turn)
            facts: Mapping[str, object] = measure_frame(
                line_art, painted, hints, is_key=plan.key_at(task.first) is not None,
                tracked=carried.tracked,
                told=self._colorizer.told(request, is_cancelled=is_cancelled),
            )  # fmt: skip
            facts = {**facts, **turn_json(carried.turn)} if plan.turns_light else facts
        else:
            painted, facts = kept
            hints = hints_from_json(facts["carried"], plan.frames[task.first].label)
        made = FrameFiles.of(
            plan, folder, picture, painted, lines=lines, hints=hints, is_kept=kept is not None
        )
        with made as files:
            for index in waiting:
                files.put(index, {**facts, "held": index != task.first})
        elapsed_s = self._clock() - started
        outcomes = [self._outcome(plan, index, Status.DONE) for index in waiting]
        outcomes[0] = replace(outcomes[0], elapsed_s=elapsed_s)
        return outcomes

    @staticmethod
    def _kept(
        plan: BatchPlan, folder: ResultFolder, waiting: list[int], size: Size
    ) -> tuple[FullColor[PackedRows], Mapping[str, object]] | None:
        """What the frames were painted as, and what was measured of it, if that is still right.

        So nothing is painted where nothing but what colours are shown as has changed.
        """
        labels = [plan.frames[index].label for index in waiting]
        records = [folder.read_record(label) for label in labels]
        first = records[0]
        painted = {record.painted if record else "" for record in records}
        if first is None or painted != {plan.painted(waiting[0])} or "carried" not in first.facts:
            return None
        found = read_paint(folder.paint_path(labels[0]), size, plan.settings.light)
        return None if found is None else (found, first.facts)

    def _paint(
        self,
        plan: BatchPlan,
        index: int,
        line_art: LineArt,
        hints: HintSet,
        is_cancelled: IsCancelled,
        *,
        turn: Turn = AS_IN_KEY,
    ) -> FullColor[PackedRows]:
        request = self._request(plan, index, line_art, hints, turn=turn)
        return self._colorizer.full_rows(request, is_cancelled=is_cancelled)

    @staticmethod
    def _request(
        plan: BatchPlan, index: int, line_art: LineArt, hints: HintSet, *, turn: Turn
    ) -> ColorizeRequest:
        return ColorizeRequest(
            request_id=1,
            line_art=line_art,
            hints=hints,
            tags=plan.tags,
            palette=plan.palette,
            long_side=plan.settings.long_side,
            regions=RegionWishes(
                plan.settings.gap, plan.settings.smallest, plan.marks_at(index).joins
            ),
            light=plan.settings.light and replace(plan.settings.light, own=(), turn=turn),
            light_strokes=plan.strokes_at(index),
            tidy=plan.settings.tidy,
            variant=plan.settings.variant,
            references=plan.references_of(index),
            tagged=tagged_parts(plan.tags),
        )

    def _paint_flats(
        self, plan: BatchPlan, index: int, line_art: LineArt, is_cancelled: IsCancelled
    ) -> U8Array:
        """The flat colours of a key frame, uint8 (H, W, 3); kept until its own turn comes."""
        key = plan.key_at(index)
        hints = key.hints if key else HintSet()
        found = self._paint(plan, index, line_art, hints, is_cancelled)
        self._keys[index] = found
        while len(self._keys) > MOST_KEYS:
            self._keys.popitem(last=False)
        return found.flat_u8[0 : found.flat_u8.shape[0]]
