"""What colour the lines take, as a menu: their own, one for all, or tones of the colours beside."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.document.document import Document
from app.document.edits import SetLineColor
from app.panels.swatches.live_color import LiveColorDialog, ask_live
from app.session import Session
from models.hints.tags import Rgb
from models.line_color import LineColor

FIRST_COLOR: Rgb = (92, 52, 44)
"""A warm brown, where the lines have no colour to begin with."""


class LineColorMenu(QMenu):
    """Shows and changes the colour of the document's lines; each choice is an edit.

    asker  over which a colour is asked for: it outlives the menu.
    """

    def __init__(self, session: Session, asker: QWidget | None, parent: QWidget | None) -> None:
        super().__init__(_tr("&Colour of lines"), parent)
        self._session, self._asker = session, asker
        self._group = QActionGroup(self)
        self.as_drawn = self._choice(_tr("As they are &drawn"))
        self.by_flats = self._choice(_tr("A dark tone of the colour &beside each"))
        self.one_color = self._choice(_tr("&One colour…"))
        self.as_drawn.triggered.connect(lambda: self._give(None))
        self.by_flats.triggered.connect(lambda: self._give(LineColor()))
        self.one_color.triggered.connect(self.ask)
        session.document_changed.connect(self._show)
        if session.document is not None:
            self._show(session.document)

    def _choice(self, text: str) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        return self._group.addAction(action)

    def ask(self) -> LiveColorDialog | None:
        """Let the artist try colours on the lines; None without a drawing."""
        session, document = self._session, self._session.document
        if document is None or self._asker is None:
            return None
        known = document.line_color
        color = known.color if known is not None and known.color is not None else FIRST_COLOR

        def give(tried: Rgb) -> None:
            session.apply(SetLineColor(LineColor(tried)))

        dialog = ask_live(session, _tr("Colour of the lines"), color, give, self._asker)
        give(color)
        return dialog

    def _give(self, color: LineColor | None) -> None:
        self._session.seal()
        self._session.apply(SetLineColor(color))
        self._session.seal()

    def _show(self, document: Document) -> None:
        color = document.line_color
        if color is None:
            chosen = self.as_drawn
        else:
            chosen = self.by_flats if color.color is None else self.one_color
        chosen.setChecked(True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineColorMenu", text)
