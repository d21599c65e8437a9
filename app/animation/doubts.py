"""Doubtful regions of a cut, one after the other, each shown in its frame and near enough."""

from PySide6.QtCore import QObject, Signal

from app.animation.canvas_playback import OpenCut
from app.canvas.canvas_widget import CanvasWidget
from app.panels.batch.pages import Finding
from app.panels.batch.panel import BatchPanel

SEEN_SHARE = 0.25
"""Of the canvas's shorter side that a doubtful region takes up, at least."""
LEAST_SIDE = 24.0
MOST_ZOOM = 8.0


class DoubtWalk(QObject):
    """Goes through the places that the report names.

    Signals
    said  one line: which place of how many it is.
    """

    said = Signal(str)

    def __init__(self, canvas: CanvasWidget, panel: BatchPanel, cut: OpenCut) -> None:
        super().__init__(panel)
        self._canvas = canvas
        self._panel = panel
        self._cut = cut
        self._waiting: Finding | None = None
        page = panel.report_page
        page.next_asked.connect(lambda: self.go(1))
        page.finding_opened.connect(self._open)
        panel.player.playback.halted.connect(self._take_halt)
        cut.frame_canvas.row_changed.connect(self._take_row)

    def go(self, by: int) -> None:
        """Open the next doubtful place, or the one before; around at the ends."""
        at = self._panel.report_page.step(by)
        if at is None:
            self.said.emit(self.tr("Nothing doubtful: the report lists no place."))
        else:
            self._go_to(at)

    def go_to_pop(self) -> None:
        """Open the next colour pop of the cut; around at the end."""
        at = self._panel.report_page.step(1, pops_only=True)
        if at is None:
            self.said.emit(self.tr("No colour pops: the report of the finished cut lists none."))
        else:
            self._go_to(at)

    def _go_to(self, at: int) -> None:
        page = self._panel.report_page
        finding = page.findings[at]
        self._say(finding, at)
        self._cut.redo_corrected()
        self._open(finding)

    def _say(self, finding: Finding, at: int) -> None:
        text = self.tr("{number} of {count} · {frame} · {kind}")
        count = len(self._panel.report_page.findings)
        self.said.emit(
            text.format(number=at + 1, count=count, frame=finding.frame, kind=finding.kind)
        )

    def _take_halt(self, position: int) -> None:
        """Playback came to a colour pop: name it, and open it if the cut plays on the canvas."""
        page, player = self._panel.report_page, self._panel.player
        finding = page.choose_pop(position)
        if finding is None:
            return
        self._say(finding, page.list.currentRow())
        if player.canvas_button.isChecked():
            self._open(finding)

    def _open(self, finding: Finding) -> None:
        self._waiting = finding
        if self._cut.frame_canvas.row == finding.row:
            self._take_row(finding.row)
        else:
            self._cut.open_frame(finding.row)

    def _take_row(self, row: int) -> None:
        """The frame is open: zoom to the place in it."""
        finding, self._waiting = self._waiting, None
        if finding is None or finding.row != row or finding.spot is None:
            return
        canvas = self._canvas
        side = max(LEAST_SIDE, finding.side)
        shorter = min(canvas.viewport.width, canvas.viewport.height)
        zoom = min(MOST_ZOOM, SEEN_SHARE * shorter / side)
        canvas.fit()
        if zoom > canvas.viewport.scale:
            canvas.zoom_to(zoom)
        x, y = canvas.viewport.to_view(*finding.spot)
        canvas.pan(canvas.viewport.width / 2 - x, canvas.viewport.height / 2 - y)
