"""The Help menu: the manual, what keys do, what Tintline is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow

import resources
from app.commands.help_texts import about_text, controls_text
from app.commands.shortcuts import Shortcuts
from app.dialogs import Dialogs
from app.theme import Appearance
from app.window.help.manual import Manual
from app.window.tour.control import Tour


class Help:
    """Opens what helps.

    Attributes
    manual     its window, once it was opened.
    shortcuts  whose keys are told; the window gives them once its commands are made.
    tour       what is begun by `start_tour`; so, too.
    """

    shortcuts: Shortcuts
    tour: Tour

    def __init__(self, appearance: Appearance, dialogs: Dialogs, window: QMainWindow) -> None:
        self._appearance, self._dialogs, self._window = appearance, dialogs, window
        self.manual: Manual | None = None

    def show_manual(self) -> None:
        """The manual in a window of its own, where it was left."""
        if self.manual is None:
            self.manual = Manual(resources.MANUAL, self._appearance, self._window)
        self.manual.show()
        self.manual.activateWindow()

    def start_tour(self) -> None:
        """The tour of two minutes, or the keyboard to its card while it is on."""
        self.tour.start()

    def show_controls(self) -> None:
        """What pen, mouse and keys do."""
        title = QCoreApplication.translate("Help", "Pen, mouse and keys")
        self._dialogs.tell(title, controls_text(self.shortcuts.text))

    def show_about(self) -> None:
        """Name, version and licence."""
        title = QCoreApplication.translate("Help", "About Tintline")
        self._dialogs.tell(title, about_text())
