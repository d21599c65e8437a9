"""Questions to the user, behind one interface, so that a test can answer them."""

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class RecoveryAnswer(Enum):
    """What to do with work that an earlier run left unsaved."""

    RESTORE = "restore"
    DISCARD = "discard"
    LATER = "later"


class Dialogs(Protocol):
    """What the file actions ask."""

    def ask_unsaved(self, name: str) -> Answer:
        """What to do with the changes of a document."""

    def ask_recovery(self, name: str, when: str) -> RecoveryAnswer:
        """What to do with unsaved work of an earlier run."""

    def choose_open(self, folder: Path, filters: str) -> Path | None:
        """A file to open, None if cancelled."""

    def choose_save(self, proposal: Path, filters: str) -> Path | None:
        """A file to write, None if cancelled."""

    def ask_replace(self, path: Path) -> bool:
        """Whether a file that exists may be replaced."""

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        """A folder, None if cancelled."""

    def ask_name(self, title: str, label: str, proposal: str) -> str:
        """A name, empty if cancelled."""

    def tell(self, title: str, text: str) -> None:
        """Something longer, with a button to close it."""


class WindowDialogs:
    """The real dialogs, modal to a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def ask_unsaved(self, name: str) -> Answer:
        """Save, discard or cancel."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_tr("Unsaved changes"))
        box.setText(_tr("Save the changes to {name}?").format(name=name))
        box.setInformativeText(_tr("Hints, tags and layers are lost if they are not saved."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {int(buttons.Save): Answer.SAVE, int(buttons.Discard): Answer.DISCARD}
        answer = answers.get(box.exec(), Answer.CANCEL)
        box.deleteLater()
        return answer

    def ask_recovery(self, name: str, when: str) -> RecoveryAnswer:
        """Restore, discard or ask again; closing the question decides nothing."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_tr("Unsaved work"))
        box.setText(_tr("Restore the unsaved work on {name}?").format(name=name))
        box.setInformativeText(
            _tr("Tintline did not end properly; this was kept on {when}.").format(when=when)
        )
        restore = box.addButton(_tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(_tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(_tr("Decide later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(restore)
        box.setEscapeButton(later)
        box.exec()
        answers = {restore: RecoveryAnswer.RESTORE, discard: RecoveryAnswer.DISCARD}
        answer = answers.get(box.clickedButton(), RecoveryAnswer.LATER)  # type: ignore[call-overload]
        box.deleteLater()
        return answer

    def choose_open(self, folder: Path, filters: str) -> Path | None:
        """The system's dialog for opening."""
        name, _ = QFileDialog.getOpenFileName(self._window, _tr("Open"), str(folder), filters)
        return Path(name) if name else None

    def choose_save(self, proposal: Path, filters: str) -> Path | None:
        """The system's dialog for saving; it asks before replacing a file."""
        name, _ = QFileDialog.getSaveFileName(self._window, _tr("Save"), str(proposal), filters)
        return Path(name) if name else None

    def ask_replace(self, path: Path) -> bool:
        """Replace or cancel; cancelling is what Return does."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_tr("Replace file"))
        box.setText(_tr("{name} exists already. Replace it?").format(name=path.name))
        box.setInformativeText(str(path.parent))
        replace = box.addButton(_tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        is_to_be_replaced = box.clickedButton() is replace
        box.deleteLater()
        return is_to_be_replaced

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        """The system's dialog for folders."""
        name = QFileDialog.getExistingDirectory(self._window, title, str(folder))
        return Path(name) if name else None

    def ask_name(self, title: str, label: str, proposal: str) -> str:
        """A line to type it in."""
        name, is_accepted = QInputDialog.getText(
            self._window, title, label, QLineEdit.EchoMode.Normal, proposal
        )
        return name.strip() if is_accepted else ""

    def tell(self, title: str, text: str) -> None:
        """A box with the program's icon."""
        QMessageBox.about(self._window, title, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)
