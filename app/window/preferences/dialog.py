"""The window of the preferences: pages by name, each of which holds at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.window.preferences.form import Page


class PreferencesDialog(QDialog):
    """Lists the pages at the left; what is set on one holds at once."""

    def __init__(self, pages: Sequence[Page], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.pages = tuple(pages)
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(150)
        self.list.addItems([page.title for page in pages])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, 32))
        self._stack = QStackedWidget()
        for page in pages:
            self._stack.addWidget(page)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        inner = QHBoxLayout()
        inner.setSpacing(12)
        inner.addWidget(self.list)
        inner.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addLayout(inner, 1)
        layout.addWidget(buttons)
        self.list.setCurrentRow(0)
        self.resize(800, 580)

    def show_page(self, kind: type[Page]) -> None:
        """Bring a page to the front."""
        rows = [row for row, page in enumerate(self.pages) if isinstance(page, kind)]
        self.list.setCurrentRow(rows[0])
