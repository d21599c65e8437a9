"""The animation panel: a folder of frames from choosing it to the finished report."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.panels.batch.filmstrip import Filmstrip
from app.panels.batch.onion_button import OnionButton, OnionChoice
from app.panels.batch.pages import EmptyPage, PlanPage, ReportPage
from app.panels.batch.player import Player
from app.panels.batch.ruler import FrameRuler
from app.theme import Theme

SIDE_WIDTH = 340
STATUS_WIDTH = 90
PLAYER_ICONS = ("play", "pause", "step_back", "step_forward", "pop", "loop", "film")


class Look(Protocol):
    """Icons and colours, and word of their change."""

    theme: Theme

    def icon(self, name: str) -> QIcon:
        """The icon of a name."""

    def bind_icon(self, setter: Callable[[QIcon], object], name: str) -> None:
        """Give an icon now and at every change of theme."""

    @property
    def changed(self) -> SignalInstance:
        """The new Theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """How far a batch is.

    done, total  frames. left  time left, in words. is_running, is_paused  of the batch.
    outdated     frames to be coloured again, failed  those that could not be; unreadable  files.
    can_start    whether there is anything to do.
    """

    done: int = 0
    total: int = 0
    left: str = ""
    is_running: bool = False
    is_paused: bool = False
    outdated: int = 0
    failed: int = 0
    unreadable: int = 0
    can_start: bool = False


def dropped_folder(content: QMimeData) -> Path | None:
    """The first local folder of what is dropped."""
    paths = (Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())
    return next((path for path in paths if path.is_dir()), None)


class BatchPanel(QWidget):
    """Shows a batch and asks for what is done with it; decides nothing.

    Signals
    folder_asked, output_asked   the dialogs. folder_dropped  Path of a folder.
    start_asked, pause_asked, resume_asked, cancel_asked, retry_asked  of the batch.
    frame_opened                 a row: open it in the canvas.
    onion_chosen                 the OnionChoice of what shines through the canvas, None: nothing.
    """

    folder_asked = Signal()
    folder_dropped = Signal(object)
    output_asked = Signal()
    start_asked = Signal()
    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()
    retry_asked = Signal()
    frame_opened = Signal(int)
    onion_chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._look = look
        self.run_view = RunView()
        self.empty = EmptyPage()
        self.filmstrip = Filmstrip(lambda: look.theme)
        self.ruler = FrameRuler(self.filmstrip, lambda: look.theme)
        self.plan_page = PlanPage()
        self.report_page = ReportPage()
        self.player = Player(clock=clock)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.plan_page, self.tr("Plan"))
        self.tabs.addTab(self.player, self.tr("Playback"))
        self.tabs.addTab(self.report_page, self.tr("Report"))
        self._make_controls()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._make_work_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.addWidget(self._stack)
        self._connect()
        self._dress(look.theme)
        self.show_run(RunView())

    # Building

    def _make_controls(self) -> None:
        self.folder_button = _flat_button(self.tr("Choose another folder of frames"))
        self.output_button = _flat_button(self.tr("Choose where the coloured frames go"))
        self.start_button = QPushButton(self.tr("Colour all"))
        self.start_button.setObjectName("primary")
        self.pause_button = _tool_button(self.tr("Pause after this frame"))
        self.cancel_button = _tool_button(self.tr("Stop; what is done stays"))
        self.retry_button = QPushButton()
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setToolTip(
            self.tr("Open in the canvas to add hints (double-click or Enter)")
        )
        self.open_button.setEnabled(False)
        self.onion_button = OnionButton()
        self.onion_button.setIconSize(QSize(20, 20))
        self.status = QLabel()
        self.status.setObjectName("muted")
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.status.setMinimumWidth(STATUS_WIDTH)
        bound = (
            (self.folder_button, "open"),
            (self.output_button, "export"),
            (self.cancel_button, "stop"),
            (self.onion_button, "onion"),
            (self.retry_button, "retry"),
        )
        for button, name in bound:
            self._look.bind_icon(button.setIcon, name)
        self._look.bind_icon(self.empty.set_icon, "frames")

    def _make_work_page(self) -> QWidget:
        folders = QHBoxLayout()
        folders.setSpacing(2)
        folders.addWidget(self.folder_button)
        arrow = QLabel("→")
        arrow.setObjectName("muted")
        folders.addWidget(arrow)
        folders.addWidget(self.output_button)
        folders.addStretch(1)
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTH - 40)
        side.setMaximumWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(folders)
        column.addWidget(self.tabs, 1)
        controls = QHBoxLayout()
        controls.setSpacing(6)
        for widget in (self.start_button, self.pause_button, self.cancel_button, self.retry_button):
            controls.addWidget(widget)
        controls.addSpacing(6)
        controls.addWidget(self.status, 1)
        controls.addWidget(self.onion_button)
        controls.addWidget(self.open_button)
        main = QVBoxLayout()
        main.setSpacing(6)
        main.addLayout(controls)
        main.addWidget(self.ruler)
        main.addWidget(self.filmstrip, 1)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(side, 3)
        across.addLayout(main, 5)
        return page

    def _connect(self) -> None:
        self.empty.asked.connect(self.folder_asked)
        self.folder_button.clicked.connect(self.folder_asked)
        self.output_button.clicked.connect(self.output_asked)
        self.start_button.clicked.connect(self.start_asked)
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.retry_button.clicked.connect(self.retry_asked)
        self.pause_button.clicked.connect(self._pause_or_resume)
        for changed in (self.onion_button.toggled, self.onion_button.choice_changed):
            changed.connect(lambda _: self.onion_chosen.emit(self.onion))
        self.filmstrip.frame_opened.connect(self.frame_opened)
        self.filmstrip.frame_chosen.connect(self._choose_row)
        self.player.row_chosen.connect(self.filmstrip.choose)
        self.open_button.clicked.connect(lambda: self.frame_opened.emit(self.filmstrip.current))
        self.report_page.finding_chosen.connect(lambda finding: self.filmstrip.choose(finding.row))
        self._look.changed.connect(self._dress)

    # What is shown

    @property
    def onion(self) -> OnionChoice | None:
        """What shines through the canvas; None: nothing."""
        return self.onion_button.choice if self.onion_button.isChecked() else None

    @property
    def shows_frames(self) -> bool:
        """Whether a folder was chosen."""
        return self._stack.currentIndex() == 1

    def show_looking(self, text: str) -> None:
        """Frames are being looked through; empty when that is over."""
        self.empty.looking.setText(text)
        self.empty.button.setEnabled(not text)
        if text:
            self.status.setText(text)

    def show_folders(self, frames: str, output: str, *, tip: str, output_tip: str) -> None:
        """Names of the folder of frames and of that of results."""
        self._stack.setCurrentIndex(1)
        _set_elided(self.folder_button, frames)
        _set_elided(self.output_button, output)
        self.folder_button.setToolTip(tip)
        self.output_button.setToolTip(output_tip)

    def show_run(self, view: RunView) -> None:
        """How far the batch is, and what can be done about it."""
        self.run_view = view
        is_active = view.is_running
        self.start_button.setText(self._start_text(view))
        self.start_button.setEnabled(view.can_start and not is_active)
        self.start_button.setVisible(not is_active)
        self.pause_button.setVisible(is_active)
        self.cancel_button.setVisible(is_active)
        self.pause_button.setIcon(self._look.icon("play" if view.is_paused else "pause"))
        self.pause_button.setToolTip(
            self.tr("Go on") if view.is_paused else self.tr("Pause after this frame")
        )
        wrong = view.failed + view.unreadable
        self.retry_button.setVisible(wrong > 0 and not is_active)
        self.retry_button.setText(self.tr("Retry {count}").format(count=wrong))
        self.retry_button.setToolTip(
            self.tr("Read files that could not be read again, and colour what failed")
        )
        for button in (self.folder_button, self.output_button):
            button.setEnabled(not is_active)
        text = self._describe(view)
        self.status.setText(text)
        self.ruler.setAccessibleDescription(text)

    def _start_text(self, view: RunView) -> str:
        waiting = view.total - view.done - view.outdated - view.failed
        if view.outdated and not waiting:
            text = self.tr("Redo {count} frames") if view.outdated > 1 else self.tr("Redo 1 frame")
            return text.format(count=view.outdated)
        has_begun = waiting and (view.done or view.outdated)
        return self.tr("Go on") if has_begun else self.tr("Colour all")

    def _describe(self, view: RunView) -> str:
        if not view.total:
            return ""
        count = self.tr("{done} of {total}").format(done=view.done, total=view.total)
        if view.is_paused:
            return f"{count} · " + self.tr("paused")
        if view.is_running:
            return f"{count} · {view.left}" if view.left else count
        if view.failed:
            return f"{count} · " + self.tr("{count} failed").format(count=view.failed)
        return (
            count
            if view.done < view.total
            else self.tr("{total} frames done").format(total=view.total)
        )

    def _choose_row(self, row: int) -> None:
        self.open_button.setEnabled(row >= 0)
        self.player.go_to_row(row)

    def _pause_or_resume(self) -> None:
        (self.resume_asked if self.run_view.is_paused else self.pause_asked).emit()

    def _dress(self, theme: Theme) -> None:
        self.player.screen_view.surround = QColor(theme.surround)
        self.player.set_icons({name: self._look.icon(name) for name in PLAYER_ICONS})
        self.show_run(self.run_view)
        self.filmstrip.viewport().update()
        self.ruler.renew()

    # Dropped folders

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder."""
        if dropped_folder(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went away again."""
        self.set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the folder."""
        self.set_dropping(False)
        folder = dropped_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.folder_dropped.emit(folder)

    def set_dropping(self, is_dropping: bool) -> None:
        """Highlight the panel while a folder hovers over it."""
        self.setProperty("dropping", is_dropping)
        self.style().unpolish(self)
        self.style().polish(self)


def _set_elided(button: QToolButton, text: str) -> None:
    width = SIDE_WIDTH // 2 - 64
    metrics = button.fontMetrics()
    button.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width))
    button.setAccessibleName(text)


def _flat_button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(18, 18))
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return button


def _tool_button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(20, 20))
    button.setAutoRaise(True)
    button.setToolTip(tip)
    return button
