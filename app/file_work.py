"""What reading and writing files from the window has in common: whom to ask, where to tell."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background import BackgroundWorker
from app.dialogs import Dialogs
from app.session import Session
from app.settings import Settings
from models.file_names import exists


class FileWork(QObject):
    """Reads and writes on the background thread; nothing is replaced on failure.

    Signals
    said    something that went well, for the status bar.
    warned  something that needs attention, for the banner.
    failed  one line that names file, value and remedy.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        *,
        session: Session,
        background: BackgroundWorker,
        settings: Settings,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._settings = settings
        self._dialogs = dialogs

    def _ask_where(self, proposal: Path, kind: str, suffixes: Sequence[str]) -> Path | None:
        """Where to save; a name without one of the endings gets the first. None: nowhere."""
        endings = " ".join(f"*{suffix}" for suffix in suffixes)
        path = self._dialogs.choose_save(proposal, f"{kind} ({endings})")
        if path is None or path.suffix.lower() in suffixes:
            return path
        whole = path.with_name(path.name + suffixes[0])
        # The dialog asked about the name that was typed, not about the one with its ending.
        return whole if not exists(whole) or self._dialogs.ask_replace(whole) else None

    def _tell_written(self, path: Path) -> None:
        self.said.emit(self.tr("Saved {path}").format(path=path))
        self._settings.last_folder = path.parent
