"""Preferences of workspaces: those that were saved, shown, renamed and forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.dialogs import Dialogs
from app.window.preferences.form import Page, push_button
from app.window.preferences.workspaces import Workspaces


class WorkspacesPage(Page):
    """A list of them, and what can be done with each."""

    def __init__(self, workspaces: Workspaces, dialogs: Dialogs) -> None:
        super().__init__(self.tr("Workspaces"))
        self._workspaces = workspaces
        self._dialogs = dialogs
        self.note(self.tr("A workspace is where the panels lie. Switch in the menu View."))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Workspaces"))
        self.list.itemActivated.connect(lambda _: self._show())
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.save = push_button(self.tr("Save the panels as…"), self._save)
        self.show_one = push_button(self.tr("Switch to it"), self._show)
        self.rename = push_button(self.tr("Rename…"), self._rename)
        self.remove = push_button(self.tr("Forget"), self._remove)
        self.reset = push_button(self.tr("Reset the panels"), workspaces.reset)
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        column = QVBoxLayout()
        for button in (self.save, self.show_one, self.rename, self.remove):
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.reset)
        layout.addLayout(column)
        self.add(body, 1)
        workspaces.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        chosen = self._chosen
        self.list.clear()
        self.list.addItems(list(self._workspaces.names))
        found = self.list.findItems(chosen, Qt.MatchFlag.MatchExactly)
        if found:
            self.list.setCurrentItem(found[0])
        self._enable()

    @property
    def _chosen(self) -> str:
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def _enable(self) -> None:
        for button in (self.show_one, self.rename, self.remove):
            button.setEnabled(bool(self._chosen))

    def _save(self) -> None:
        label = self.tr("Name of the workspace")
        name = self._dialogs.ask_name(self.tr("Workspace"), label, self._chosen)
        if name:
            self._workspaces.keep(name)

    def _show(self) -> None:
        self._workspaces.show(self._chosen)

    def _rename(self) -> None:
        label = self.tr("Name of the workspace")
        name = self._dialogs.ask_name(self.tr("Workspace"), label, self._chosen)
        self._workspaces.give_name(self._chosen, name)

    def _remove(self) -> None:
        self._workspaces.remove(self._chosen)
