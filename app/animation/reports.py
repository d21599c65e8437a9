"""The report of a cut: written when all frames are done, and shown in the panel."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.animation.cut import Cut, FinishedReport, make_report
from app.animation.words import findings, report_text
from app.background import BackgroundWorker
from app.batch.plan import BatchPlan
from app.errors import describe
from app.panels.batch.panel import BatchPanel


class CutReports(QObject):
    """Writes reports on the thread that reads frames.

    Signals
    said, failed  one line for the status bar, one for the banner.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, frames: BackgroundWorker, panel: BatchPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = frames
        self._panel = panel
        self._report: FinishedReport | None = None
        panel.report_page.html_asked.connect(self._open_html)

    def forget(self) -> None:
        """Frames of another cut."""
        self._report = None
        text = self.tr("The report follows when all frames are done.")
        self._panel.report_page.show_report(text, (), has_html=False)

    def write(
        self, plan: BatchPlan, cut: Cut, failures: Mapping[int, str], *, in_front: bool
    ) -> None:
        """Write the report of all frames and show it; in_front: before the panel's other pages."""
        self._frames.run(
            self.tr("Writing the report…"),
            lambda: make_report(plan, cut, dict(failures)),
            done=lambda report: self._show(report, in_front=in_front),
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def _show(self, report: FinishedReport, *, in_front: bool) -> None:
        self._report = report
        text = report_text(report)
        page = self._panel.report_page
        page.show_report(text, findings(report.frames, report.pops), has_html=True)
        self._panel.player.set_pops(pop.first for pop in report.pops)
        if in_front:
            self._panel.tabs.setCurrentWidget(page)
            self.said.emit(text)

    def _open_html(self) -> None:
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.files.sheet)))
