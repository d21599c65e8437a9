"""The status bar: what is being done, where the colour comes from, and where the pointer is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from app.canvas.viewport import Point, Viewport
from app.theme import Appearance
from app.window.conditions import Conditions
from models.coloring.palette import ColorReport
from models.geometry import Size
from models.hints.tags import format_color

MOST_AMBIGUOUS = 12
"""Regions listed in a tool tip, the largest first."""


class StatusLine(QStatusBar):
    """Labels at the bottom of the window; messages on the left never take the focus."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._task = QLabel()
        self._live = QLabel()
        self._live.setAccessibleName(self.tr("Device, stage and time of the colouring"))
        self._report = QLabel()
        self._report.setAccessibleName(self.tr("Hints obeyed, and the palette lock"))
        self._conditions = QLabel()
        self._conditions.setAccessibleName(self.tr("What decides the colours besides the hints"))
        self._position = QLabel()
        self._size = QLabel()
        self.zoom = QToolButton()
        self.zoom.setAutoRaise(True)
        self.zoom.setToolTip(self.tr("Zoom; click to fit the picture"))
        self.zoom.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._device = QLabel()
        self._device.setStyleSheet("padding: 0;")
        appearance.bind_icon(lambda icon: self._device.setPixmap(icon.pixmap(16, 16)), "device")
        self._position.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000, 0000") + 20)
        for yielding in (self._conditions, self._report):
            yielding.setMinimumWidth(1)  # a long text must not keep the window from being narrow
        self.addWidget(self._task, 1)
        for widget in (
            self._conditions,
            self._report,
            self._device,
            self._live,
            self._position,
            self._size,
            self.zoom,
        ):
            self.addPermanentWidget(widget)
        self._device.hide()
        self.zoom.hide()

    @property
    def live_text(self) -> str:
        """Device, stage and milliseconds as shown."""
        return self._live.text()

    @property
    def task_text(self) -> str:
        """What is being done, as shown."""
        return self._task.text()

    def show_task(self, text: str) -> None:
        """What is being done, or was done last."""
        self._task.setText(text)

    def withdraw_task(self, text: str) -> None:
        """Show nothing where this text still stands: it holds no longer."""
        if self.task_text == text:
            self.show_task("")

    def show_live(self, text: str) -> None:
        """Device, stage and milliseconds."""
        self._live.setText(text)
        self._device.setVisible(bool(text))

    @property
    def report_text(self) -> str:
        """Hints obeyed and the palette lock as shown; `report_details` in the tool tip."""
        return self._report.text()

    @property
    def report_details(self) -> str:
        """What the tool tip of the report says."""
        return self._report.toolTip()

    def show_report(self, report: ColorReport | None, *, is_locked: bool) -> None:
        """Hints obeyed n/m; with a locked palette what it moved, and which regions were close."""
        parts, details = [], []
        if report is not None and report.hints_visible:
            text = self.tr("hints obeyed {obeyed}/{visible}")
            parts.append(text.format(obeyed=report.hints_obeyed, visible=report.hints_visible))
        if report is not None and is_locked:
            text = self.tr("off palette {before} → {after} px")
            parts.append(text.format(before=report.off_before, after=report.off_after))
            if report.ambiguous:
                parts.append(self.tr("{count} ambiguous").format(count=len(report.ambiguous)))
                details.append(self.tr("Two swatches were nearly as near:"))
            line = self.tr("{wanted} at {x}, {y} ({pixels} px): {chosen}, or {other}")
            details += [
                line.format(
                    wanted=format_color(region.wanted),
                    x=region.x,
                    y=region.y,
                    pixels=region.pixels,
                    chosen=format_color(region.chosen),
                    other=format_color(region.other),
                )
                for region in report.ambiguous[:MOST_AMBIGUOUS]
            ]
        self._report.setText(" · ".join(parts))
        self._report.setToolTip("\n".join(details))

    @property
    def conditions_text(self) -> str:
        """What decides the colours besides the hints, as shown."""
        return self._conditions.text()

    def show_conditions(self, conditions: Conditions) -> None:
        """Generator, tags, a palette lock and what else decides the colours."""
        self._conditions.setText(conditions.text)
        self._conditions.setToolTip(conditions.details)

    def show_size(self, size: Size) -> None:
        """Size of the picture."""
        self.zoom.show()
        self._size.setText(self.tr("{size} px").format(size=size))

    def show_pointer(self, position: Point | None) -> None:
        """Image pixel under the pointer."""
        text = "" if position is None else f"{position[0]:.0f}, {position[1]:.0f}"
        self._position.setText(text)

    def show_viewport(self, viewport: Viewport) -> None:
        """Zoom and rotation."""
        text = f"{viewport.zoom:.0%}" if viewport.zoom >= 0.1 else f"{viewport.zoom:.1%}"
        if viewport.angle:
            text += f"  {viewport.angle:.0f}°"
        if viewport.is_mirrored:
            text += "  " + self.tr("mirrored")
        self.zoom.setText(text)
