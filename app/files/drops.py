"""Files dropped on the window: drawings, projects, cuts, timesheets, palettes and hints."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.cels.timesheet import folder_of, is_timesheet


@dataclass(frozen=True, slots=True, eq=False)
class DropTargets:
    """Who takes what is dropped.

    open_folder  a folder of frames; of a timesheet, that of its cut.
    open_file    a drawing or a project.
    takes_beside, read_beside  files that belong to the drawing that is open.
    show_dropping              whether files hover over the window.
    say                        one line for the user.
    """

    open_folder: Callable[[Path], object]
    open_file: Callable[[Path], object]
    takes_beside: Callable[[Path], bool]
    read_beside: Callable[[Path], object]
    show_dropping: Callable[[bool], object]
    say: Callable[[str], object]


class FileDrops(QObject):
    """Watches a window's drag and drop events."""

    def __init__(self, window: QWidget, targets: DropTargets) -> None:
        super().__init__(window)
        self._targets = targets
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take local files; leave every other event to the window."""
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._targets.show_dropping(False)
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not _local_files(event):
            return False
        event.acceptProposedAction()
        self._targets.show_dropping(True)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._targets.show_dropping(False)
        files = _local_files(event)
        if not files:
            return False
        event.acceptProposedAction()
        folders = [path for path in files if path.is_dir()]
        folders += [folder_of(path) for path in files if is_timesheet(path)]
        beside = [path for path in files if self._targets.takes_beside(path)]
        others = (path for path in files if not is_timesheet(path))
        pictures = [path for path in others if path not in folders and path not in beside]
        if folders:
            self._targets.open_folder(folders[0])
            return True
        if pictures:
            self._targets.open_file(pictures[0])
            if len(pictures) > 1:
                self._targets.say(
                    self.tr("One drawing at a time: opening {name}.").format(name=pictures[0].name)
                )
            return True
        for path in beside:
            self._targets.read_beside(path)
        return True


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
