"""Preferences of performance: where colours are computed, and what they may take."""

from PySide6.QtWidgets import QComboBox

from app.settings import Settings
from app.window.preferences.form import Page, muted, number_box
from app.window.preferences.targets import PreferenceTargets, PreferenceValues
from models.cores import given_core_count


class PerformancePage(Page):
    """Device, cores and memory."""

    def __init__(self, to: PreferenceTargets, values: PreferenceValues) -> None:
        super().__init__(self.tr("Performance"))
        self._values = values
        settings = values.settings
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Device"))
        for text, wish in (
            (self.tr("Automatic"), "auto"),
            ("CPU", "cpu"),
            (self.tr("GPU (CUDA)"), "cuda"),
        ):
            self.device.addItem(text, wish)
        self.device.activated.connect(lambda _: values.set_device(self.device.currentData()))
        most = given_core_count()
        self.threads = number_box(min(settings.threads, most), 0, most, unit="")
        self.threads.setSpecialValueText(self.tr("all {count}").format(count=most))
        self.threads.setAccessibleName(self.tr("Processor cores"))
        self.threads.valueChanged.connect(values.set_threads)
        bounds = Settings.memory_mb
        self.memory = number_box(
            settings.memory_mb, bounds.least, bounds.most, unit=self.tr(" MB"), step=128
        )
        self.memory.setAccessibleName(self.tr("Memory for drawings that were read"))
        self.memory.valueChanged.connect(values.set_memory)
        self.rows(
            (self.tr("Compute on"), self.device),
            (self.tr("Processor cores"), self.threads),
            (self.tr("Memory for drawings"), self.memory),
        )
        self._running = muted("")
        self.add(self._running)
        self.note(
            self.tr(
                "What was read of a drawing is kept in memory, so that a stroke need not wait for "
                "it. Fewer cores leave more to other programs."
            )
        )
        self.end()
        values.performance_changed.connect(self._show_wish)
        values.parts.inference.generator_ready.connect(self._show_running)
        self._panel = to.generator_panel
        self._show_wish()
        self._show_running()

    def _show_wish(self) -> None:
        self.device.setCurrentIndex(self.device.findData(self._values.settings.device))

    def _show_running(self, *_: object) -> None:
        self._running.setText(self._panel.reason.text())
