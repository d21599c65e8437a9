"""Builds every object of the window once, runs it, and stops its threads."""

# isort: off
from app.startup.bootstrap import WARM_UP, WARM_UP_MS  # before anything of Qt
# isort: on

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

import resources
from app.errors import install_excepthook
from app.inference.painter import painter_loader
from app.inference.scheduler import LiveScheduler
from app.languages.spoken import speak, spoken
from app.places import APPLICATION, generator_folders, recovery_folder, settings_folder
from app.settings import Settings
from app.startup.first_picture import FirstPicture
from app.startup.late import WarmUp
from app.startup.qt import start_application
from app.theme import Appearance
from app.window.painting.clipboard import leave_picture
from app.window.parts import WindowParts
from app.window.window import MainWindow
from models.cores import limit_cores
from models.device import DeviceChoice, DeviceWish
from models.hints.tags import load_vocabulary
from models.runtime.catalog import Catalog

TRANSLATIONS = resources.ROOT / "translations"
THEMES = resources.ROOT / "themes"
DESKTOP_FILE = "org.tintline.Tintline"
"""Name of the desktop entry, by which a desktop finds the window's icon."""


class PerformanceWishes:
    """Device and memory asked for, read by the inference thread and written by the window's."""

    def __init__(self, settings: Settings) -> None:
        self.read(settings)

    def read(self, settings: Settings) -> None:
        """Go by the settings as they are now; whatever is loaded from now on does."""
        self.wish: DeviceWish = settings.device
        self.memory_bytes = settings.memory_mb << 20
        limit_cores(settings.threads)

    def choose(self) -> DeviceChoice:
        """Look for the device that is asked for now."""
        from models.runtime.engine import choose_device  # noqa: PLC0415 - loads onnxruntime

        return choose_device(self.wish)


def run(file: Path | None) -> int:
    """Show the window, with a file if one is given, until it is closed. Returns the exit status."""
    application = _application()
    settings = Settings.kept_in(settings_folder() / "window.ini")
    speak(application, spoken(settings.language, QLocale.system().uiLanguages()), TRANSLATIONS)
    appearance = Appearance(themes=THEMES, icons=resources.ICONS, name=settings.theme)
    appearance.apply(application)
    catalog = Catalog(generator_folders())
    wishes = PerformanceWishes(settings)
    parts = WindowParts.around(
        painter_loader(catalog, wishes.choose, lambda: wishes.memory_bytes),
        scheduler=LiveScheduler(),
        catalog=catalog,
        settings=settings,
        appearance=appearance,
        vocabulary=load_vocabulary(resources.TAGS),
        samples=resources.SAMPLES,
        recovery=recovery_folder(),
    )
    parts.live.set_live(settings.is_live)
    window = MainWindow(parts)

    def change_performance() -> None:
        wishes.read(settings)
        document = parts.session.document
        parts.inference.set_generator(document.generator if document is not None else "")
        parts.live.request_now()

    window.preferences.values.performance_changed.connect(change_performance)
    restore_excepthook = install_excepthook(parts.session.report)
    warm_up = WarmUp(WARM_UP)
    FirstPicture(window, warm_up.start, delay_ms=WARM_UP_MS)
    window.show()
    window.offer_recovery()
    if file is not None:
        window.files.open_path(file)
    try:
        return application.exec()
    finally:
        leave_picture()
        parts.stop()
        warm_up.stop()
        window.recovery.stop()
        restore_excepthook()
        appearance.stop()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _application() -> QApplication:
    application = start_application(sys.argv[:1])
    application.setApplicationName(APPLICATION)
    application.setDesktopFileName(DESKTOP_FILE)
    return application
