"""The history panel: every step that undo and redo can go to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.document.step_titles import StepTitle
from app.languages.spoken import step_text
from app.session import Session
from models.hints.tags import Rgb

SWATCH_SIDE = 12


class HistoryPanel(QWidget):
    """Lists the session's steps, oldest first; a click goes there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._steps: tuple[StepTitle, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("History"))
        self.list.setMinimumHeight(60)
        self.list.itemClicked.connect(lambda item: self.go_to(self.list.row(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(self.list)
        session.document_changed.connect(self._show)

    def go_to(self, position: int) -> None:
        """Undo or redo up to a step."""
        history = self._session.history
        if history is None:
            return
        while history.position > position and self._session.can_undo:
            self._session.undo()
        while history.position < position and self._session.can_redo:
            self._session.redo()

    def _show(self, _document: object = None) -> None:
        history = self._session.history
        if history is None:
            return
        if history.steps != self._steps:
            self._steps = history.steps
            self.list.clear()
            for step in self._steps:
                item = QListWidgetItem(step_text(step.text))
                if step.color is not None:
                    item.setIcon(_swatch(step.color))
                self.list.addItem(item)
        for row in range(self.list.count()):
            role = Qt.ItemDataRole.ForegroundRole
            is_ahead = row > history.position
            muted = self.palette().placeholderText() if is_ahead else None
            self.list.item(row).setData(role, muted)
        self.list.setCurrentRow(history.position)
        self.list.scrollToItem(self.list.item(history.position))


def _swatch(color: Rgb) -> QIcon:
    square = QPixmap(SWATCH_SIDE, SWATCH_SIDE)
    square.fill(QColor(*color))
    return QIcon(square)
