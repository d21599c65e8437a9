"""The open document with its history and pixels; the only place where any of them changes."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.document import Document
from app.document.edits import AddHint, Edit
from app.document.history import DEFAULT_LIMIT, History
from app.document.layer import COLOR_KINDS, LayerKind
from app.document.pixels import LayerPixels, LayerUpdate
from app.document.project_file import Project
from app.errors import TintlineError
from models.arrays import U8Array
from models.files.names import printable
from models.geometry import NOWHERE, Rect
from models.hints.parts import Part
from models.requests.request import Stage

log = logging.getLogger(__name__)

NO_DOCUMENT = "no drawing is open; open a line drawing first"
_STAGES = tuple(Stage)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Snapshot:
    """The session at one moment, for saving on another thread.

    pixels    read-only uint8 RGBA by layer id; layers without pixels are absent.
    revision  what `Session.mark_saved` wants once the project is on disk.
    """

    document: Document
    pixels: Mapping[str, U8Array]
    revision: int


class Session(QObject):
    """One document at a time: edits, undo, pixels, results, the dirty state.

    Signals
    opened           another document took the place of the last; before `document_changed`.
    document_changed the current Document.
    renamed          the document bears another name, as after it was saved under one.
    pixels_changed   layer id and the Rect of its pixels that changed.
    dirty_changed    whether there is something unsaved.
    unfinished_changed  what is in the making is another.
    failed           one line for the user; the last good state is kept.

    Attributes
    read_files  what the document was made of: files that are never overwritten.
    unfinished  a document with what is in the making and no edit yet, for copies of unsaved work.
    """

    opened = Signal()
    unfinished_changed = Signal()
    document_changed = Signal(object)
    renamed = Signal()
    pixels_changed = Signal(str, object)
    dirty_changed = Signal(bool)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._pixels: LayerPixels | None = None
        self._last_request_id = 0
        self._first_valid_id = 1
        self._shown = (0, -1)
        self._coarse = NOWHERE
        self._parts: U8Array | None = None
        self._was_dirty = False
        self._project_path: Path | None = None
        self.read_files: set[Path] = set()
        self.unfinished: Callable[[Document], Document] = lambda document: document
        self._undo_steps = DEFAULT_LIMIT

    @property
    def undo_steps(self) -> int:
        """How many steps can be taken back."""
        return self._undo_steps

    @undo_steps.setter
    def undo_steps(self, steps: int) -> None:
        self._undo_steps = steps
        if self._history is not None:
            self._history.limit = steps  # the oldest go with the next step

    @property
    def project_path(self) -> Path | None:
        """The file that holds the document; None if it was never saved."""
        return self._project_path

    @project_path.setter
    def project_path(self, path: Path | None) -> None:
        self._project_path = path
        self.renamed.emit()

    @property
    def name(self) -> str:
        """What the document is called: as its project's file, else as its drawing's."""
        if self._project_path is not None:
            return printable(self._project_path.stem)
        return self.document.name if self.document is not None else ""

    @property
    def document(self) -> Document | None:
        """The current document, None until one was opened."""
        return self._history.document if self._history else None

    @property
    def history(self) -> History | None:
        """Undo steps, to be read only; None until a document was opened."""
        return self._history

    @property
    def pixels(self) -> LayerPixels | None:
        """Layer pixels, to be read only (`get`); None until a document was opened."""
        return self._pixels

    @property
    def parts(self) -> U8Array | None:
        """uint8 (h, w) the figure's part at each place, as the last picture knows; else None."""
        return self._parts

    @property
    def is_coarse(self) -> bool:
        """Whether what is shown was enlarged, and a picture of full size is on its way."""
        return not self._coarse.is_empty

    @property
    def is_dirty(self) -> bool:
        """Whether the document differs from what was saved or opened."""
        return self._history is not None and self._history.is_dirty

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history is not None and self._history.undo_title is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._history is not None and self._history.redo_title is not None

    def open(
        self,
        project: Project,
        path: Path | None = None,
        *,
        is_saved: bool = True,
        drawing: Path | None = None,
    ) -> None:
        """Make a project the current one.

        path      its file, if it has one.
        drawing   the picture that it was begun with just now: `read_files` begins with it, to
                  which pictures of hints are added, and none of which is ever overwritten.
        is_saved  whether that file holds it as it is; not so after a recovery.
        """
        self._history = History(project.document, limit=self._undo_steps, saved=is_saved)
        self._pixels = LayerPixels(project.document.size, project.pixels)
        self._first_valid_id = self._last_request_id + 1
        self._shown = (0, -1)
        self._coarse = NOWHERE
        self._parts = None
        self.project_path = path
        self.read_files = {drawing} if drawing is not None else set()
        self.opened.emit()
        self._document_is_new()

    def snapshot(self) -> Snapshot:
        """The present state for another thread, without copying pixels. Raises TintlineError."""
        if self._history is None or self._pixels is None:
            raise TintlineError(NO_DOCUMENT)
        return Snapshot(
            document=self._history.document,
            pixels=self._pixels.snapshot(),
            revision=self._history.revision,
        )

    def mark_saved(self, revision: int | None = None) -> None:
        """Remember a revision (the current one by default) as saved; undo and redo return to it."""
        if self._history is not None:
            self._history.mark_saved(self._history.revision if revision is None else revision)
            self._tell_dirty()

    def pixels_of(self, kind: LayerKind) -> U8Array | None:
        """Read-only uint8 RGBA (H, W, 4) of the topmost layer of a kind; None without any."""
        layer = self.document.layer_of(kind) if self.document is not None else None
        return None if layer is None or self._pixels is None else self._pixels.get(layer.id)

    def apply(self, edit: Edit) -> None:
        """Change the document by an edit; one that changes nothing leaves no undo step."""
        if self._history is None:
            self.report(NO_DOCUMENT)
            return
        before = self._history.document
        after = edit.apply(before)
        if after is before:
            return
        self._history.push(after, edit, self._part_under(edit))
        self._document_is_new()

    def seal(self) -> None:
        """End a run of merging edits: call it when a slider is released or an eraser lifted."""
        if self._history is not None:
            self._history.seal()

    def undo(self) -> None:
        """Take the last edit back, if there is one."""
        if self._history is not None and self._history.undo():
            self._document_is_new()

    def redo(self) -> None:
        """Do the next edit again, if there is one."""
        if self._history is not None and self._history.redo():
            self._document_is_new()

    def next_request_id(self) -> int:
        """The number of a new request; results of the current document bear no smaller one."""
        self._last_request_id += 1
        return self._last_request_id

    def show(self, update: LayerUpdate) -> bool:
        """Bring a prepared result into the layers of colour, flats, shade and highlight.

        Returns False, changing nothing, if it is older than the one shown or belongs to a document
        that is no longer open.
        """
        order = (update.request_id, _STAGES.index(update.stage))
        if self._pixels is None or update.request_id < self._first_valid_id or order < self._shown:
            return False
        self._shown = order
        self._parts = update.parts
        changed = update.changed.united(self._coarse)
        self._coarse = NOWHERE if update.stage is Stage.FULL else changed
        for kind in COLOR_KINDS:
            self._show_plane(kind, update, changed)
        return True

    def report(self, message: str) -> None:
        """Tell the user of a failure."""
        log.info("told the user: %s", message)
        self.failed.emit(message)

    def _part_under(self, edit: Edit) -> Part | None:
        """The part of the figure that a new hint's middle lies on, as the last picture knows."""
        if not isinstance(edit, AddHint) or self._parts is None or self._history is None:
            return None
        x, y = edit.hint.points[len(edit.hint.points) // 2]
        size, (rows, columns) = self._history.document.size, self._parts.shape
        row, column = int(y * rows / size.height), int(x * columns / size.width)
        is_inside = 0 <= row < rows and 0 <= column < columns
        return Part(int(self._parts[row, column])) if is_inside else None

    def _show_plane(self, kind: LayerKind, update: LayerUpdate, changed: Rect) -> None:
        document, pixels = self.document, self._pixels
        layer = document.layer_of(kind) if document else None
        if layer is None or pixels is None:
            return
        plane = update.planes.get(kind)
        whole = Rect.of(pixels.size)
        if plane is None:
            if update.stage is Stage.FULL and layer.id in pixels:
                pixels.discard(layer.id)
                self.pixels_changed.emit(layer.id, whole)
            return
        if update.region == whole:
            changed = changed if layer.id in pixels else whole
            pixels.replace(layer.id, plane)
        else:
            changed = update.changed
            pixels.set_region(layer.id, plane, update.region)
        self.pixels_changed.emit(layer.id, changed)

    def _document_is_new(self) -> None:
        self.document_changed.emit(self.document)
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        if self.is_dirty != self._was_dirty:
            self._was_dirty = self.is_dirty
            self.dirty_changed.emit(self._was_dirty)
