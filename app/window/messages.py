"""What the rooms of the window say: in the status bar, or in the banner over the picture."""

from PySide6.QtCore import QObject, SignalInstance

from app.background import BackgroundWorker
from app.canvas.edit_gate import EditGate
from app.window.banner import Banner
from app.window.status_line import StatusLine


class Messages(QObject):
    """Shows what signals of one line of text tell."""

    def __init__(self, banner: Banner, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._status = status

    def take(self, said: SignalInstance) -> None:
        """Something that went well."""
        said.connect(self._status.show_task)

    def take_warnings(self, warned: SignalInstance) -> None:
        """Something to be known."""
        warned.connect(self._warn)

    def take_errors(self, failed: SignalInstance) -> None:
        """Something that could not be done."""
        failed.connect(self._fail)

    def watch(self, background: BackgroundWorker) -> None:
        """What is being read or written."""
        background.busy_changed.connect(self._show_busy)

    def watch_gate(self, gate: EditGate) -> None:
        """What was done to hints that nobody sees."""
        drawn = self.tr("Hints are hidden: show their layer to see what you draw.")
        spared = self.tr("Hints are hidden: show their layer to erase them.")
        gate.unseen_drawn.connect(lambda: self._banner.say(drawn))
        gate.unseen_spared.connect(lambda: self._banner.say(spared))

    def _warn(self, text: str) -> None:
        self._banner.say(text, "warning")

    def _fail(self, text: str) -> None:
        self._banner.say(text, "error")

    def _show_busy(self, name: str) -> None:
        if name:
            self._status.show_task(name)
        elif self._status.task_text.endswith("…"):
            self._status.show_task("")
