"""What of the drawing is line: shown at the bottom of the window, and chosen from a menu."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.background import BackgroundWorker
from app.document.document import Document
from app.document.edits import SetLines
from app.document.layer import LayerKind
from app.panels.layers.line_color import LineColorMenu
from app.session import Session
from models.regions.drawn_lines import DrawnLines, LineKind, read_lines

FOUND_TEXTS = {
    LineKind.DARK: "dark lines",
    LineKind.LIGHT: "light lines",
    LineKind.ALPHA: "ink on nothing",
}
CHOICES = (
    (None, "&Find out"),
    (LineKind.DARK, "&Dark lines on lighter paper"),
    (LineKind.LIGHT, "&Light lines on darker paper"),
    (LineKind.ALPHA, "&All that is on a transparent sheet"),
)


class LineControl(QObject):
    """A menu for the menu bar, and a button for the status bar that opens it.

    The drawing is read anew in the background; that is an edit, which undo takes back.

    Signals
    failed  why the lines cannot be read so.
    """

    failed = Signal(str)

    def __init__(
        self, session: Session, background: BackgroundWorker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self.menu = QMenu(_tr("&Lines"), parent)
        self.menu.setObjectName("lines")
        group = QActionGroup(self.menu)
        self.choices: dict[LineKind | None, QAction] = {}
        for kind, text in CHOICES:
            action = self.menu.addAction(_tr(text))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, chosen=kind: self.read_as(chosen))
            self.choices[kind] = action
        self.menu.addSeparator()
        self.clean = self.menu.addAction(_tr("&Take the paper off"))
        self.clean.setCheckable(True)
        self.clean.triggered.connect(self.set_clean)
        self.colors = LineColorMenu(session, parent, self.menu)
        self.menu.addMenu(self.colors)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        self.button.hide()
        self.menu.setEnabled(False)
        session.document_changed.connect(self._show)

    def read_as(self, kind: LineKind | None) -> None:
        """Take other pixels of the drawing for its lines; None: those that look like it."""
        session, document = self._session, self._session.document
        layer = document.layer_of(LayerKind.LINE) if document else None
        rgba_u8 = session.pixels.get(layer.id) if session.pixels and layer else None
        if document is None or rgba_u8 is None:
            return
        before = document.lines

        def done(lines: DrawnLines) -> None:
            now = session.document
            if now is not None and now.lines == before:
                session.apply(SetLines(lines, kind is not None))
            if session.document is not None:
                self._show(session.document)

        def fail(error: Exception) -> None:
            self.failed.emit(str(error))
            if session.document is not None:
                self._show(session.document)

        self._background.run(
            _tr("Reading the lines…"),
            lambda: read_lines(rgba_u8, kind, clean_paper=before.clean_paper, color=before.color),
            done=done,
            failed=fail,
        )

    def set_clean(self, is_clean: bool) -> None:
        """Lay the lines over the colours without their paper, or with it."""
        document = self._session.document
        if document is not None:
            lines = replace(document.lines, clean_paper=is_clean)
            self._session.apply(SetLines(lines, document.is_line_kind_set))

    def _show(self, document: Document) -> None:
        lines = document.lines
        chosen = lines.kind if document.is_line_kind_set else None
        self.choices[chosen].setChecked(True)
        self.clean.setChecked(lines.clean_paper)
        self.menu.setEnabled(True)
        text = _tr(FOUND_TEXTS[lines.kind])
        self.button.setText(f"{text} · {_tr('no paper')}" if lines.clean_paper else text)
        how = _tr("as you chose") if document.is_line_kind_set else _tr("as found out")
        self.button.setToolTip(_tr("What of the drawing is line: {how}").format(how=how))
        self.button.setAccessibleName(self.button.toolTip())
        self.button.show()


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineControl", text)
