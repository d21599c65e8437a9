"""What of the tools' edits reaches the session, and what is told where hints are hidden."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.document.color_edits import FillRegion
from app.document.edits import AddHint, Edit, EraseHints
from app.document.light_edits import AddLightStroke
from app.document.mark_edits import EraseMarks, MarkKind
from app.session import Session


class EditGate(QObject):
    """Gives edits to the session.

    A stroke that touches no pixel of the drawing is none, a hint made with Shift held speaks for
    its own region alone, and what is hidden is not erased. While marks are worked on, the
    eraser takes those, and leaves the hints under them.

    Attributes
    narrow  what becomes of a hint that speaks for its own region alone.

    Signals
    unseen_drawn   a hint was drawn while hints are hidden.
    unseen_spared  hints were to be erased that are hidden, and stay.
    """

    unseen_drawn = Signal()
    unseen_spared = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.narrow: Callable[[AddHint], Edit] = lambda edit: edit

    def apply(self, edit: Edit, *, hides_hints: bool, worked_on: MarkKind | None) -> None:
        """Change the document. hides_hints: nobody sees them; worked_on: marks that are shown."""
        document = self._session.document
        if isinstance(edit, EraseHints) and worked_on is not None:
            edit = EraseMarks(worked_on, edit.points, edit.radius)
        if isinstance(edit, EraseHints) and document is not None and hides_hints:
            if edit.apply(document) is not document:
                self.unseen_spared.emit()
            return
        if isinstance(edit, AddHint | AddLightStroke) and document is not None:
            if edit.bounds.clipped(document.size).is_empty:
                return
            is_held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            if isinstance(edit, AddHint) and (is_held or edit.hint.is_local):
                edit = self.narrow(replace(edit, hint=replace(edit.hint, is_local=True)))
        if isinstance(edit, AddHint | FillRegion) and hides_hints:
            self.unseen_drawn.emit()
        self._session.apply(edit)
