"""One frame of a cut in the canvas: its hints become those of a key frame, and nothing is asked."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.animation.cut import CutLook, carried_hints, light_of
from app.animation.pictures import read_onion
from app.background import BackgroundWorker
from app.batch.frames.marks import NO_MARKS, FrameMarks
from app.batch.plan import BatchPlan
from app.canvas.canvas_widget import CanvasWidget
from app.canvas.onion import OnionSkin
from app.document.document import Document
from app.document.project_file import Project, new_project
from app.errors import describe
from app.files.actions import FileActions
from app.panels.batch.onion_button import OnionChoice
from app.session import Session
from models.files.whole import FileError
from models.hints.hints import HintSet

CALM_MS = 150
"""Corrections are told once the artist rests this long."""


class FrameKeeper(Protocol):
    """Who keeps what the artist changes; each returns whether it is on disk.

    They raise FileError or OSError where it cannot be written.
    """

    def keep_hints(self, row: int, hints: HintSet) -> bool:
        """The frame's hints are the artist's own now; without hints it is no key frame."""

    def keep_marks(self, row: int, marks: FrameMarks) -> bool:
        """Light, barriers or joins were drawn on the frame."""

    def keep_look(self, look: CutLook) -> bool:
        """Tags, palette or light of the cut changed."""


class FrameCanvas(QObject):
    """Opens frames in the canvas and tells what the artist changes there.

    Signals
    failed        one line.
    corrected     a row, and by how many hints it differs from how it was first opened.
    row_changed   the row whose frame is open, -1 if the document is none of the cut's frames.
    """

    failed = Signal(str)
    corrected = Signal(int, int)
    row_changed = Signal(int)

    def __init__(
        self,
        *,
        session: Session,
        canvas: CanvasWidget,
        files: FileActions,
        background: BackgroundWorker,
        keeper: FrameKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._files = files
        self._background = background
        self._keeper = keeper
        self._plan: BatchPlan | None = None
        self.row = -1
        self._is_opening = False
        self._asked = 0
        self._opened_hints = HintSet()
        self._found: dict[int, HintSet] = {}
        self._was_key = False
        self._told: HintSet | None = HintSet()  # None, as below: it did not reach the disk
        self._look: CutLook | None = CutLook()
        self._marks: FrameMarks | None = NO_MARKS
        self._onion: OnionChoice | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.flush)
        session.opened.connect(self._take_opened)
        session.document_changed.connect(self._take_document)

    def set_plan(self, plan: BatchPlan | None, *, is_other: bool = False) -> None:
        """The plan whose frames are opened; `is_other`: of another folder."""
        self._plan = plan
        if is_other:
            self._found.clear()
        if is_other and self.row >= 0:
            self.flush()
            self._set_row(-1)

    def open(self, row: int, look: CutLook, generator: str) -> None:
        """Read a frame and show it with its hints, after asking about another unsaved document."""
        plan = self._plan
        if plan is None:
            return
        self.flush()
        self._asked += 1
        number = self._asked
        frame, marks = plan.frames[row], plan.marks_at(row)

        def read() -> Project:
            picture = frame.read()
            project = new_project(
                picture.rgba_u8,
                frame.name,
                dpi=picture.dpi,
                icc_profile=picture.icc_profile,
                generator=generator,
            )
            document = replace(
                project.document,
                hints=carried_hints(plan, row),
                tags=look.tags,
                palette=look.palette,
                light=light_of(plan, row, look),
                light_strokes=marks.strokes,
                barriers=marks.barriers,
                joins=marks.joins,
                gap=look.gap,
                smallest=look.smallest,
                variant=look.variant,
                line_color=look.line_color,
                color_sets=look.color_sets,
                tidy=look.tidy,
                references=look.references.for_layers(frame.layers),
            )
            return replace(project, document=document)

        def show(project: Project) -> None:
            if number == self._asked and self._plan is not None:
                self._files.confirm(lambda: self._show(project, row, look))

        name = self.tr("Opening {name}…").format(name=frame.name)
        failed = self.failed
        self._background.run(
            name, read, done=show, failed=lambda error: failed.emit(describe(error))
        )

    def _show(self, project: Project, row: int, look: CutLook) -> None:
        assert self._plan is not None
        key = self._plan.key_at(row)
        self._opened_hints = self._told = project.document.hints
        self._was_key = key is not None and len(key.hints) > 0
        self._marks = FrameMarks.of(project.document)
        self._look = look
        viewport, had_row = self._canvas.viewport, self.row >= 0
        before = self._session.document
        keeps_view = had_row and before is not None and before.size == project.document.size
        self._is_opening = True
        try:
            self._session.open(project, drawing=self._plan.frames[row].source)
        finally:
            self._is_opening = False
        if keeps_view:
            self._canvas.set_viewport(viewport)
        self._set_row(row)

    def _take_opened(self) -> None:
        """Another document is none of the cut's frames."""
        if not self._is_opening:
            self._set_row(-1)

    def _set_row(self, row: int) -> None:
        self.row = row
        self._calm.stop()
        self._canvas.set_onion(())
        self.row_changed.emit(row)
        self._refresh_onion()

    def _take_document(self, _document: Document) -> None:
        if self.row >= 0 and not self._is_opening:
            self._calm.start()

    def flush(self) -> None:
        """Tell at once what was changed in the open frame, and again what could not be kept."""
        self._calm.stop()
        document, row, keeper = self._session.document, self.row, self._keeper
        if row < 0 or document is None:
            return
        look, hints = CutLook.of(document), document.hints
        if look != self._look:
            self._look = look if self._is_kept(lambda: keeper.keep_look(look)) else None
        if hints != self._told:
            is_as_it_was = not self._was_key and hints == self._opened_hints
            own = HintSet() if is_as_it_was else hints
            self._told = hints if self._is_kept(lambda: keeper.keep_hints(row, own)) else None
            found = self._found.setdefault(self.row, self._opened_hints)
            self.corrected.emit(self.row, len(set(found).symmetric_difference(hints)))
        if (marks := FrameMarks.of(document)) != self._marks:
            is_kept = self._is_kept(lambda: keeper.keep_marks(row, marks))
            self._marks = marks if is_kept else None
        is_all = self._look is not None and self._told is not None and self._marks is not None
        if is_all and not document.paintings:  # a cut keeps no paint: it is the project's alone
            self._session.mark_saved()

    def _is_kept(self, keep: Callable[[], bool]) -> bool:
        try:
            return keep()
        except (FileError, OSError) as error:
            self.failed.emit(describe(error))
            return False

    # Onion skin

    def show_onion(self, onion: OnionChoice | None) -> None:
        """Let neighbouring drawings shine through, or none."""
        self._onion = onion
        self._refresh_onion()

    def _refresh_onion(self) -> None:
        plan, row, onion = self._plan, self.row, self._onion
        if plan is None or row < 0 or onion is None:
            self._canvas.set_onion(())
            return

        def show(skins: tuple[OnionSkin, ...]) -> None:
            if self.row == row and self._onion == onion:
                self._canvas.set_onion(skins)

        self._background.run(
            self.tr("Reading frames…"),
            lambda: read_onion(plan, row, onion),
            done=show,
            failed=lambda error: self.failed.emit(describe(error)),
        )
