"""Workspaces: where the panels lie, under names; and where they lay at first."""

import base64
import binascii

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMenu

from app.dialogs import Dialogs
from app.settings import Settings

MOST = 30
"""Workspaces that are kept."""


class Workspaces(QObject):
    """Keeps, shows and forgets them. Made when the window is built and shows nothing yet.

    Signals
    changed  one was saved, renamed or forgotten.
    """

    changed = Signal()

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._first = window.saveState()

    @property
    def names(self) -> tuple[str, ...]:
        """Those that were saved, the oldest first."""
        return tuple(self._settings.workspaces)

    def keep(self, name: str) -> None:
        """Keep the panels as they lie now, in the place of what has the name."""
        kept = dict(self._settings.workspaces)
        kept[name] = base64.b64encode(self._window.saveState().data()).decode("ascii")
        self._remember(dict(list(kept.items())[-MOST:]))

    def show(self, name: str) -> None:
        """Lay the panels as a workspace has them; what cannot be read changes nothing."""
        try:
            state = base64.b64decode(str(self._settings.workspaces.get(name, "")), validate=True)
        except (binascii.Error, ValueError):
            return
        self._window.restoreState(QByteArray(state))

    def give_name(self, old: str, new: str) -> None:
        """Give one another name; another of that name is gone."""
        kept = self._settings.workspaces
        if old in kept and new and new != old:
            self._remember(
                {new if name == old else name: kept[name] for name in kept if name != new}
            )

    def remove(self, name: str) -> None:
        """Forget one."""
        self._remember(
            {other: kept for other, kept in self._settings.workspaces.items() if other != name}
        )

    def reset(self) -> None:
        """Lay the panels as they lay at first."""
        self._window.restoreState(self._first)

    def _remember(self, kept: dict[str, object]) -> None:
        self._settings.workspaces = kept
        self.changed.emit()


class WorkspaceMenu(QMenu):
    """View > Workspace: a command for each, and those that save one and reset the panels."""

    def __init__(self, workspaces: Workspaces, dialogs: Dialogs, window: QMainWindow) -> None:
        super().__init__(_tr("&Workspace"), window)
        self._workspaces = workspaces
        self._dialogs = dialogs
        workspaces.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for name in self._workspaces.names:
            action = self.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=name: self._workspaces.show(chosen))
        if self._workspaces.names:
            self.addSeparator()
        self.addAction(_tr("&Save the panels as…")).triggered.connect(self.save_as)
        self.addAction(_tr("&Reset the panels")).triggered.connect(self._workspaces.reset)

    def save_as(self) -> None:
        """Ask for a name and keep the panels under it."""
        name = self._dialogs.ask_name(_tr("Workspace"), _tr("Name of the workspace"), "")
        if name:
            self._workspaces.keep(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Workspaces", text)
