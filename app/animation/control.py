"""The animation panel's decisions: what is looked through, coloured, corrected and reported."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.animation.batch_run import BatchRun
from app.animation.canvas_playback import CanvasPlayback
from app.animation.chosen_generator import ChosenGenerator
from app.animation.corrections import Corrections
from app.animation.cut import (
    Cut,
    CutLook,
    default_out,
    keep_marks,
    look_through,
    plan_of,
    prepare,
    write_card,
    write_key,
)
from app.animation.doubts import DoubtWalk
from app.animation.frame_canvas import FrameCanvas
from app.animation.memory import remember
from app.animation.pictures import FramePictures
from app.animation.reports import CutReports
from app.animation.states import FrameStates, run_view
from app.animation.words import corrections_text, plan_facts
from app.background import BackgroundWorker
from app.batch.frames.marks import FrameMarks
from app.batch.plan import BatchPlan
from app.batch.records import Outcome
from app.canvas.canvas_widget import CanvasWidget
from app.cels.shots import shots_of
from app.dialogs import Dialogs
from app.document.document import Document
from app.errors import describe
from app.files.actions import FileActions
from app.inference.worker import InferenceWorker
from app.panels.batch.frames import FrameItem
from app.panels.batch.panel import BatchPanel
from app.session import Session
from app.settings import Settings
from models.device import DeviceChoice
from models.hints.hints import HintSet
from models.hints.tags import Vocabulary
from models.runtime.catalog import Catalog
from models.spec import GeneratorSpec

TELL_EVERY = 10
"""Frames that are looked at between two words of it."""


@dataclass(frozen=True, slots=True, eq=False)
class AnimationParts:
    """What the animation of a window works with. frames: the thread that reads frames."""

    session: Session
    inference: InferenceWorker
    frames: BackgroundWorker
    catalog: Catalog
    settings: Settings
    vocabulary: Vocabulary
    dialogs: Dialogs
    files: FileActions
    canvas: CanvasWidget


class AnimationControl(QObject):
    """Owns the state of one cut and shows it in the panel.

    Signals
    said, failed  one line for the status bar, one for the banner.
    asked_for     the panel should come to the front.
    """

    said = Signal(str)
    failed = Signal(str)
    asked_for = Signal()
    _looked_at = Signal(str, int)

    def __init__(
        self, parts: AnimationParts, panel: BatchPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self.panel = panel
        self._folder: Path | None = None
        self._out: Path | None = None
        self._cut: Cut | None = None
        self._plan: BatchPlan | None = None
        self._look = CutLook()
        self._generator = ChosenGenerator()
        self._states = FrameStates()
        self._corrections = Corrections()
        self._was_corrected = False
        self._opens_first = False
        self._is_recoloring = False
        self.reports = CutReports(parts.frames, panel, self)
        self.run = BatchRun(parts.inference, parts.catalog, self)
        self.pictures = FramePictures(parts.frames, panel.filmstrip, panel.player, self)
        self.frame_canvas = FrameCanvas(
            session=parts.session,
            canvas=parts.canvas,
            files=parts.files,
            background=parts.frames,
            keeper=self,
            parent=self,
        )
        self.film = CanvasPlayback(parts.canvas, panel, parts.frames, self)
        self.doubts = DoubtWalk(parts.canvas, panel, self)
        remember(panel, parts.settings)
        self._connect()

    def _connect(self) -> None:
        panel, run = self.panel, self.run
        panel.folder_asked.connect(self.choose_folder)
        panel.folder_dropped.connect(self.open_folder)
        panel.output_asked.connect(self._choose_output)
        panel.start_asked.connect(self.start)
        panel.retry_asked.connect(self.start)
        panel.pause_asked.connect(run.pause)
        panel.resume_asked.connect(run.go_on)
        panel.cancel_asked.connect(run.cancel)
        panel.frame_opened.connect(self.open_frame)
        self.reports.said.connect(self.said)
        self.reports.failed.connect(self.failed)
        run.changed.connect(self._show_rows)
        run.outcome.connect(self._take_outcome)
        run.blocked.connect(self.failed)
        run.failed.connect(self.failed)
        run.finished.connect(self._take_finish)
        self._looked_at.connect(self._tell_looking)
        self.frame_canvas.failed.connect(self.failed)
        self.doubts.said.connect(self.said)
        self.frame_canvas.corrected.connect(self._take_correction)
        self.frame_canvas.row_changed.connect(lambda _: self._show_rows())
        self._parts.inference.generator_ready.connect(self._take_generator)
        self._parts.session.document_changed.connect(self._take_document)

    # Choosing

    @property
    def plan(self) -> BatchPlan | None:
        """What would be coloured now, None while that is not known."""
        return self._plan

    def choose_folder(self) -> None:
        """Ask for a folder of frames."""
        start = self._folder.parent if self._folder else self._parts.settings.last_folder
        folder = self._parts.dialogs.choose_folder(self.tr("Choose a folder of frames"), start)
        if folder is not None:
            self.open_folder(folder)

    def open_folder(self, folder: Path) -> None:
        """Look through a folder of frames and show the plan."""
        if self.run.is_active:
            self.failed.emit(self.tr("Stop the running batch before opening other frames."))
            return
        self._parts.settings.last_folder = folder.parent
        self.asked_for.emit()
        self._look_through(folder, default_out(folder), then=self._show_new_cut)

    def _choose_output(self) -> None:
        if self._folder is None or self._out is None:
            return
        title = self.tr("Choose where the coloured frames go")
        out = self._parts.dialogs.choose_folder(title, self._out.parent)
        if out is None:
            return
        if out == self._folder:
            self.failed.emit(self.tr("Results cannot lie among the frames: choose another folder."))
            return
        self._look_through(self._folder, out, then=self._show_new_cut)

    def _look_through(self, folder: Path, out: Path, *, then: Callable[[Cut], None]) -> None:
        self.panel.show_looking(self.tr("Looking through {name}…").format(name=folder.name))
        vocabulary = self._parts.vocabulary

        def take(cut: Cut) -> None:
            self.panel.show_looking("")
            if not cut.sequence.frames:
                reasons = [problem.reason for problem in cut.sequence.problems]
                empty = self.tr("{folder}: holds no line drawings").format(folder=folder)
                self.failed.emit("; ".join((*(reasons or [empty]), *cut.notes)))
                return
            self._folder, self._out = folder, out
            then(cut)

        def tell(error: Exception) -> None:
            self.panel.show_looking("")
            self._show_rows()
            self.failed.emit(describe(error))

        def tell_count(count: int, _path: Path) -> None:  # on the thread that reads frames
            if count and count % TELL_EVERY == 0:
                self._looked_at.emit(folder.name, count)

        self._parts.frames.run(
            self.tr("Looking through {name}…").format(name=folder.name),
            lambda: look_through(folder, out, vocabulary, tell=tell_count),
            done=take,
            failed=tell,
        )

    def _tell_looking(self, name: str, count: int) -> None:
        text = self.tr("Looking through {name}… {count} frames")
        self.panel.show_looking(text.format(name=name, count=count))

    def _show_new_cut(self, cut: Cut) -> None:
        """Frames of another folder, or other results."""
        self.frame_canvas.set_plan(None, is_other=True)
        document = self._parts.session.document
        self._look = cut.card or (CutLook.lent_by(document) if document else CutLook())
        self._cut = None
        self._states.forget()
        self._corrections.load(cut.out)
        self.reports.forget()
        self._take_cut(cut)
        if document is None:
            self._open_first(cut)

    def _open_first(self, cut: Cut) -> None:
        """Show a frame to give hints to, once it is known what colours it."""
        if self._plan is None:
            self._opens_first = True
        else:
            self._opens_first = False
            self.open_frame(cut.keys[0].index if cut.keys else 0)

    def _take_cut(self, cut: Cut) -> None:
        """The same frames, or others, as they are now."""
        is_same = self._cut is not None and self._cut.sequence.frames == cut.sequence.frames
        self._cut = cut
        self._states.find(cut.colored)
        assert self._folder is not None
        assert self._out is not None
        self.panel.show_folders(
            self._folder.name, self._out.name, tip=str(self._folder), output_tip=str(self._out)
        )
        if self._generator.planned is None:
            self._parts.inference.set_generator(self._parts.settings.generator)
        if not is_same:
            size = cut.sequence.sizes[0]
            self.panel.filmstrip.set_aspect(size.width / size.height)
            self.panel.filmstrip.frames.set_items(
                [FrameItem(label=f.label, title=f.label) for f in cut.sequence.frames]
            )
        self._replan()
        if not is_same:
            self.pictures.show(self._plan)
            self.panel.filmstrip.choose(0)

    # Planning

    def _take_generator(self, spec: GeneratorSpec, _device: DeviceChoice) -> None:
        self._generator.take_loaded(spec)
        self._show_plan()
        self._adopt_generator()
        self._show_rows()

    def _adopt_generator(self) -> None:
        if self.run.is_active:
            return
        had_plan = self._plan is not None
        if self._generator.adopt():
            self._replan()
        if not had_plan:
            self.pictures.show(self._plan)
        if self._opens_first and self._cut is not None:
            self._open_first(self._cut)

    def _take_document(self, document: Document) -> None:
        """Tags and swatches of the drawing in the window are the cut's until it has its own."""
        if self._generator.take_document(document):
            self._show_rows()
        is_ours = self.frame_canvas.row >= 0
        if self._cut is None or is_ours or self._cut.card is not None or self._states.colored:
            return
        self._look = CutLook.lent_by(document)
        self._replan()

    def _replan(self) -> None:
        spec = self._generator.planned
        if self._cut is None or spec is None:
            return
        before, self._plan = self._plan, plan_of(self._cut, self._look, spec)
        self.frame_canvas.set_plan(self._plan)
        self._show_plan()
        if before is not None and self.run.is_active:
            self.run.replan(self._plan)
        self._show_rows()

    def _show_plan(self) -> None:
        cut, plan, chosen = self._cut, self._plan, self._generator
        if cut is not None and plan is not None and chosen.planned is not None:
            facts = plan_facts(cut, plan, self._look, chosen.planned, following=chosen.following)
            self.panel.plan_page.show_facts(facts)

    # What the artist changes (FrameKeeper)

    def keep_hints(self, row: int, hints: HintSet) -> bool:
        """A frame was corrected: it is a key frame from now on, and what depends on it waits."""
        if self._cut is None or self._plan is None:
            return False
        plan = replace(self._plan, keys=self._cut.keys).with_hints(row, hints)
        self._cut = replace(self._cut, keys=plan.keys)
        self._was_corrected = True
        self._replan()
        write_key(plan, row, hints)
        return True

    def keep_marks(self, row: int, marks: FrameMarks) -> bool:
        """Light, barriers or joins were drawn on a frame, which alone has them."""
        plan, cut = self._plan, self._cut
        if plan is None or cut is None:
            return False
        self._cut = replace(cut, marks={**cut.marks, row: marks})
        self._replan()
        keep_marks(plan, row, marks)
        return True

    def _take_correction(self, row: int, count: int) -> None:
        """Hints of a frame that was coloured already are corrections."""
        if self._plan is not None and row in self._states.colored:
            self._corrections.note(self._plan, row, count)
            self._show_rows()

    def redo_corrected(self) -> None:
        """Let the frames follow what was corrected in others, in the background."""
        self.frame_canvas.flush()
        if self._was_corrected and not self.run.is_active and self._states.stale(self._plan):
            self.start()

    def keep_look(self, look: CutLook) -> bool:
        """Tags, palette or light changed, of all frames; what needs no painting follows at once."""
        if self._cut is None:
            return False
        self._look = look
        if not self.run.is_active or self._is_recoloring:
            self._replan()
            self._recolor()
        write_card(self._cut.out, self._cut.sequence.root.name, look)
        return True

    def _recolor(self) -> None:
        """Show the pictures that are there in other colours."""
        rows = self._states.recolorable(self._plan)
        if rows and self._plan is not None and not self.run.is_active:
            self._is_recoloring = True
            self.run.begin(replace(self._plan, selected=rows))

    def open_frame(self, row: int) -> None:
        """Show a frame in the canvas, to add hints."""
        if self._cut is None or not 0 <= row < len(self._cut.sequence.frames):
            return
        document = self._parts.session.document
        generator = document.generator if document else self._parts.settings.generator
        self.panel.filmstrip.choose(row)
        self.frame_canvas.open(row, self._look, generator)

    # Running

    def start(self) -> None:
        """Colour what is not coloured by the present plan, after another look at the frames."""
        if self._folder is None or self._out is None or self.run.is_active:
            return
        self.frame_canvas.flush()
        self._look_through(self._folder, self._out, then=self._prepare)

    def _prepare(self, cut: Cut) -> None:
        self._take_cut(cut)
        plan, look = self._plan, self._look
        if plan is None:
            return

        def begin(obstacles: list[str]) -> None:
            if obstacles:
                self.failed.emit("; ".join(obstacles))
            elif not self.run.is_active:
                self._begin()

        self._parts.frames.run(
            self.tr("Checking the folder of results…"),
            lambda: prepare(plan, cut, look),
            done=begin,
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def _begin(self) -> None:
        assert self._plan is not None
        self._was_corrected = self._is_recoloring = False
        self._states.failures.clear()
        rows = self._states.stale(self._plan)
        if rows:
            self.run.begin(replace(self._plan, selected=rows))
        else:
            self._write_report()
        self._show_rows()

    def _take_outcome(self, outcome: Outcome, confidence: float | None) -> None:
        if self._states.note(outcome, confidence):
            self.pictures.renew((outcome.index,))

    def _take_finish(self, is_complete: bool) -> None:
        """Go on with what was corrected in the meantime, else report."""
        self._replan()  # the look may have changed, too
        if is_complete and self._states.recolorable(self._plan):
            self._recolor()
        elif is_complete and self._was_corrected and self._states.stale(self._plan):
            self._begin()
        elif is_complete:
            self._write_report()
        self._adopt_generator()
        self._show_rows()

    def stop(self) -> None:
        """Keep what was changed and end the batch; what is done stays. Before the window goes."""
        self.frame_canvas.flush()
        self.run.cancel()
        self.panel.player.playback.stop()

    def _write_report(self) -> None:
        if self._plan is not None and self._cut is not None:
            in_front, failures = not self._is_recoloring, self._states.failures
            self.reports.write(self._plan, self._cut, failures, in_front=in_front)

    # Showing

    def _show_rows(self) -> None:
        """Every frame's state, and how far the batch is."""
        if self._cut is None:
            return
        plan = self._plan
        frames, in_hand = self._cut.sequence.frames, self.run.rows_in_hand
        counts = self._corrections.counts
        items = self._states.items(frames, plan, in_hand, counts)
        self.panel.report_page.show_corrections(corrections_text(counts))
        if in_hand:
            self.panel.filmstrip.follow(in_hand[0])
        self.panel.filmstrip.frames.set_items(items, keeps_images=True)
        colored = tuple(row for row, item in enumerate(items) if item.state.is_colored)
        shots = shots_of(colored or tuple(range(len(items))), self._cut.sheet)
        self.panel.player.set_shots(shots)
        view = run_view(items, self.run, unreadable=len(self._cut.sequence.problems))
        can_start = view.can_start and plan is not None and not self._generator.is_loading
        self.panel.show_run(replace(view, can_start=can_start))
        self.pictures.go_on()
