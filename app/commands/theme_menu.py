"""View > Theme: dark, light, or as the system is."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.settings import Settings
from app.theme import Appearance

CHOICES = (("", "As the &system"), ("dark", "&Dark"), ("light", "&Light"))


class ThemeMenu(QMenu):
    """Chooses the theme and remembers it.

    Signals
    chosen  the theme's name; empty: as the system.
    """

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, settings: Settings, parent: QWidget) -> None:
        super().__init__(_tr("T&heme"), parent)
        self._appearance = appearance
        self._settings = settings
        group = QActionGroup(self)
        self._choices: dict[str, QAction] = {}
        for name, text in CHOICES:
            action = self.addAction(_tr(text))
            action.setCheckable(True)
            action.setChecked(settings.theme == name)
            group.addAction(action)
            self._choices[name] = action
            action.triggered.connect(lambda _=False, chosen=name: self.choose(chosen))

    def choose(self, name: str) -> None:
        """Change to a theme, and begin with it the next time; empty: as the system."""
        self._settings.theme = name
        self._choices[name].setChecked(True)
        self._appearance.choose(name)
        self.chosen.emit(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThemeMenu", text)
