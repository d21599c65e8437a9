"""What reading and writing files from the window has in common: whom to ask, where to tell."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import artist_files
from app.background import BackgroundWorker
from app.dialogs import Dialogs
from app.session import Session
from app.settings import Settings
from models.files.names import exists


class FileWork(QObject):
    """Reads and writes on the background thread; nothing is replaced on failure.

    Signals
    said    something that went well, for the status bar.
    warned  something that needs attention, for the banner.
    failed  one line that names file, value and remedy.
    written the Path of what was saved or exported.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(str)
    written = Signal(object)

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

    def _ask_where(
        self,
        proposal: Path,
        kind: str,
        suffixes: Sequence[str],
        *,
        beside: str = "",
        again: Path | None = None,
    ) -> Path | None:
        """Where to save; a name without one of the endings gets the first. None: nowhere.

        beside  the ending of what is written besides, "" for nothing; again  where both of this
                document are already.
        """
        endings = " ".join(f"*{suffix}" for suffix in suffixes)
        path = self._dialogs.choose_save(proposal, f"{kind} ({endings})")
        if path is None:
            return None
        unasked = []  # the dialog asked about the name that was typed, and about no other
        if path.suffix.lower() not in suffixes:
            path = path.with_name(path.name + suffixes[0])
            unasked.append(path)
        if beside and path != again:
            unasked.append(path.with_suffix(beside))
        written = (path, path.with_suffix(beside)) if beside else (path,)
        for own in artist_files.among(written, self._session.read_files):
            text = self.tr("{path}: was read for this document; choose another name")
            self.failed.emit(text.format(path=own))
            return None
        is_free = all(not exists(each) or self._dialogs.ask_replace(each) for each in unasked)
        return path if is_free else None

    def _tell_written(self, path: Path) -> None:
        self.said.emit(self.tr("Saved {path}").format(path=path))
        self.written.emit(path)
        self._settings.last_folder = path.parent
