"""A colour dialog whose colour is tried at once, and taken back if it is given up."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget

from app.session import Session
from models.hints.tags import Rgb


class LiveColorDialog(QColorDialog):
    """Asks for a colour while its effect is seen; the window behind it waits.

    Signals
    tried     sRGB bytes that were chosen for now.
    settled   the last one is meant.
    given_up  none is.
    """

    tried = Signal(object)
    settled = Signal()
    given_up = Signal()

    def __init__(self, title: str, color: Rgb, parent: QWidget) -> None:
        super().__init__(QColor(*color), parent)
        self.setWindowTitle(title)
        self.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        self._last = color
        self.currentColorChanged.connect(self._try)
        self.accepted.connect(self.settled)
        self.rejected.connect(self.given_up)
        self.finished.connect(lambda _: self.deleteLater())

    def _try(self, color: QColor) -> None:
        chosen = color.red(), color.green(), color.blue()
        if chosen != self._last:
            self._last = chosen
            self.tried.emit(chosen)


def ask_live(
    session: Session, title: str, color: Rgb, give: Callable[[Rgb], object], parent: QWidget
) -> LiveColorDialog:
    """Open the dialog; what is tried is given at once, as one step that giving up takes back.

    give  applies an edit to the session; those of one choice merge.
    """
    history = session.history
    session.seal()
    before = history.revision if history is not None else 0

    def take_back() -> None:
        # Several steps where the document was saved in between, as frames of a cut are.
        while history and history is session.history and history.revision > before:
            session.undo()

    dialog = LiveColorDialog(title, color, parent)
    dialog.tried.connect(give)
    dialog.settled.connect(session.seal)
    dialog.given_up.connect(take_back)
    dialog.open()
    return dialog
