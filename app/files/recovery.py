"""Unsaved work is copied now and then to where the next start finds it if this one ends badly."""

import logging
import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QLockFile, QObject, QTimer, Signal

from app.background import BackgroundWorker
from app.dialogs import Dialogs, RecoveryAnswer
from app.document.document import Document
from app.document.layer import LayerKind
from app.document.project_file import SUFFIX, Project, write_project
from app.errors import describe
from app.session import Session
from models.files.documents import DocumentError, read_json
from models.files.partial import clear_parts
from models.files.whole import ASIDE, set_aside, write_json

log = logging.getLogger(__name__)

KEEP_AFTER_MS = 45_000
"""Most work that can be lost; drawings of 24 million pixels take about a second to copy."""
FOLDER_MODE = 0o700
"""Nobody but its owner may look into the folder."""
MOST_NOTE_BYTES = 1 << 16
_FACTS = ".json"
_DAMAGED = f"{_FACTS}{ASIDE}"
_LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Leftover:
    """What a run that ended badly left behind.

    copy     the project file in the recovery folder.
    name     of the document.
    project  the file that it was saved in before, None if in none.
    time_s   when the copy was made, in seconds of the Unix epoch.
    """

    copy: Path
    name: str
    project: Path | None
    time_s: float

    def remove(self) -> None:
        """Delete it with what belongs to it."""
        for suffix in (SUFFIX, _FACTS, _DAMAGED, _LOCK):
            with suppress(OSError):
                self.copy.with_suffix(suffix).unlink(missing_ok=True)


def find_leftovers(folder: Path) -> tuple[Leftover, ...]:
    """What runs that no longer live left in a folder, the newest first.

    Whatever lies there and is no copy of anybody's work is deleted or passed over.
    """
    clear_parts(folder)
    notes = {each.with_suffix(SUFFIX) for each in folder.glob(f"*{_LOCK}")}
    found = []
    for copy in sorted({*folder.glob(f"*{SUFFIX}"), *notes}):
        if not _is_orphan(copy) or (copy.exists() and not copy.is_file()):
            continue
        try:
            found.append(_leftover(copy))
        except FileNotFoundError:  # died before its first copy was whole
            Leftover(copy, "", None, 0).remove()
        except OSError as error:
            log.info("%s: passed over: %s", copy, error)
    return tuple(sorted(found, key=lambda leftover: leftover.time_s, reverse=True))


def offer_leftovers(folder: Path, dialogs: Dialogs, restore: Callable[[Leftover], object]) -> None:
    """Ask about each, the newest first, until one is restored or the user wants to think."""
    for leftover in find_leftovers(folder):
        when = QDateTime.fromSecsSinceEpoch(int(leftover.time_s))
        told = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        answer = dialogs.ask_recovery(leftover.name, told)
        if answer is RecoveryAnswer.RESTORE:
            restore(leftover)
        if answer is not RecoveryAnswer.DISCARD:
            return
        leftover.remove()


def _is_orphan(copy: Path) -> bool:
    lock = _lock_of(copy)
    is_free = lock.tryLock(0)
    if is_free:
        lock.unlock()
    return is_free


def _lock_of(copy: Path) -> QLockFile:
    lock = QLockFile(str(copy.with_suffix(_LOCK)))
    lock.setStaleLockTime(0)  # held for as long as its process lives, be it for weeks
    return lock


def _leftover(copy: Path) -> Leftover:
    """With what is known of it. Raises OSError if there is no such file."""
    name, project = _read_note(copy.with_suffix(_FACTS)) or (copy.stem, None)
    return Leftover(copy, name, project, copy.stat().st_mtime)


def _read_note(path: Path) -> tuple[str, Path | None] | None:
    """Name and project of a copy; a note that cannot be read is set aside, None told instead."""
    if not path.exists():
        return None
    try:
        facts = read_json(path, max_bytes=MOST_NOTE_BYTES)
        name, project = facts.field("name").text(), facts.field("project").file_name()
        return name, Path(project) if project else None
    except DocumentError as error:
        log.info("%s; the note is set aside, the copy is offered", error)
        set_aside(path)
        return None


def _write_note(path: Path, name: str, project: Path | None) -> None:
    """Raises FileError."""
    write_json(path, {"name": name, "project": str(project or "")}, is_private=True)


class RecoveryKeeper(QObject):
    """Keeps one copy of the session's unsaved work, and none of what is saved.

    The copy holds the lines and all that was decided; colours are found again from it.

    Signals
    failed  why no copy can be kept; said once.
    """

    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        background: BackgroundWorker,
        folder: Path,
        *,
        keep_after_ms: int = KEEP_AFTER_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._folder = folder
        self._copy: Path | None = None
        self._lock: QLockFile | None = None
        self._run = f"{os.getpid()}-{secrets.token_hex(3)}"
        self._count = 0
        self._is_over = False
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(keep_after_ms)
        self._timer.timeout.connect(self.keep)
        session.opened.connect(self.forget)
        session.document_changed.connect(self._take_document)
        session.dirty_changed.connect(self._take_dirty)
        session.unfinished_changed.connect(self._begin)

    def set_keep_after(self, keep_after_ms: int) -> None:
        """How long unsaved work may be without a copy, from the next change on."""
        self._timer.setInterval(keep_after_ms)

    @property
    def copy(self) -> Path | None:
        """The file of the copy, None while there is none."""
        return self._copy

    def keep(self) -> None:
        """Copy the unsaved work now, in the background."""
        self._timer.stop()
        if self._is_over or self._session.document is None:
            return
        snapshot = self._session.snapshot()
        document = self._session.unfinished(snapshot.document)
        if document is snapshot.document and not self._session.is_dirty:
            self.forget()  # what was in the making was given up
            return
        line = document.layer_of(LayerKind.LINE)
        kept = {line.id: snapshot.pixels[line.id]} if line and line.id in snapshot.pixels else {}
        name, project = self._session.name, self._session.project_path
        try:
            copy = self._own_copy()
        except OSError as error:
            self._tell(error)
            return

        def write() -> None:
            _write_note(copy.with_suffix(_FACTS), name, project)
            write_project(copy, Project(document=document, pixels=kept), is_private=True)

        def done(_: object) -> None:
            if self._copy != copy:  # saved or given up while it was written
                Leftover(copy, "", None, time.time()).remove()

        self._background.run(self.tr("Keeping unsaved work…"), write, done=done, failed=self._tell)

    def forget(self) -> None:
        """There is nothing unsaved any more: delete the copy."""
        self._timer.stop()
        copy, self._copy = self._copy, None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        if copy is not None:
            Leftover(copy, "", None, time.time()).remove()

    def adopt(self, leftover: Leftover) -> None:
        """What was restored is kept on in the same file, so that it is never without a copy."""
        self.forget()
        lock = _lock_of(leftover.copy)
        if lock.tryLock(0):
            self._copy, self._lock = leftover.copy, lock

    def end(self) -> None:
        """The window closes as it should: its work is saved or given up."""
        self._is_over = True
        self.forget()

    def stop(self) -> None:
        """After the background thread: delete what it still wrote, unless the end was a bad one."""
        self._timer.stop()
        if self._is_over:
            for part in self._folder.glob(f"{self._run}-*"):
                part.unlink(missing_ok=True)

    def _own_copy(self) -> Path:
        if self._copy is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._folder.chmod(FOLDER_MODE)
            self._count += 1
            self._copy = self._folder / f"{self._run}-{self._count}{SUFFIX}"
            self._lock = _lock_of(self._copy)
            self._lock.tryLock(0)
        return self._copy

    def _take_document(self, _document: Document) -> None:
        if self._session.is_dirty:
            self._begin()

    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _take_dirty(self, is_dirty: bool) -> None:
        if not is_dirty:
            self.forget()

    def _tell(self, error: Exception) -> None:
        log.info("no copy for recovery: %s", error)
        if not self._has_failed:
            self._has_failed = True
            text = self.tr("Unsaved work is not kept for recovery: {reason}")
            self.failed.emit(text.format(reason=describe(error)))
