"""The preferences as the window has them; their dialog is made once it is asked for."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.window.parts import WindowParts
from app.window.preferences.color_page import ColorPage
from app.window.preferences.dialog import PreferencesDialog
from app.window.preferences.general_page import GeneralPage
from app.window.preferences.pen_page import PenPage
from app.window.preferences.performance_page import PerformancePage
from app.window.preferences.shortcuts_page import ShortcutsPage
from app.window.preferences.targets import PreferenceTargets, PreferenceValues
from app.window.preferences.workspaces_page import WorkspacesPage


class Preferences(QObject):
    """Lets what was remembered take hold, and shows the dialog.

    Attributes
    values  what is set, and the signals that tell of it.
    dialog  None until it is asked for.
    """

    def __init__(self, parts: WindowParts, to: PreferenceTargets, window: QWidget) -> None:
        super().__init__(window)
        self._to = to
        self._window = window
        self.values = PreferenceValues(parts, to, self)
        self.dialog: PreferencesDialog | None = None

    def show(self) -> PreferencesDialog:
        """Bring the dialog to the front; it does not keep the window from being used."""
        if self.dialog is None:
            to, values = self._to, self.values
            pages = (
                GeneralPage(to, values),
                PenPage(to, values),
                ColorPage(values),
                PerformancePage(to, values),
                ShortcutsPage(to.shortcuts),
                WorkspacesPage(to.workspaces, to.dialogs),
            )
            self.dialog = PreferencesDialog(pages, self._window)
        self.dialog.show()
        self.dialog.activateWindow()
        return self.dialog
