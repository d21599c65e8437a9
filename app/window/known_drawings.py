"""Drawings that are opened without being looked for: recent files and the bundled samples."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.files.actions import FileActions
from app.files.listings import Listings
from app.files.samples import Sample, find_samples
from app.settings import Settings
from app.startup.first_picture import FirstPicture
from app.window.start_page import THUMBNAIL_SIDE, StartPage
from models.arrays import U8Array

MAX_SAMPLES = 8
"""Samples that the start page shows; the menu has all of them."""


class KnownDrawings(QObject):
    """Lists them on the start page and in two menus, which go into the file menu."""

    def __init__(
        self,
        start_page: StartPage,
        files: FileActions,
        listings: Listings,
        settings: Settings,
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._start_page = start_page
        self._files = files
        self._listings = listings
        self._settings = settings
        self._recent_menu = QMenu(self.tr("Open &recent"), parent)
        self._sample_menu = QMenu(self.tr("Open sa&mple"), parent)
        start_page.open_asked.connect(files.open_dialog)
        start_page.file_chosen.connect(files.open_path)
        start_page.sample_chosen.connect(files.open_sample)
        files.recent_changed.connect(self._show_recent)
        listings.sample_read.connect(self._show_sample)
        self._show_recent()

    def insert_menus(self, menu: QMenu, before: QAction) -> None:
        """Put the menus into another one."""
        for own in (self._recent_menu, self._sample_menu):
            own.setToolTipsVisible(True)
            menu.insertMenu(before, own)

    def list_samples(self, folder: Path, *, pixel_ratio: float) -> None:
        """List the samples of a folder; thumbnails are read once the start page shows."""
        side = round(THUMBNAIL_SIDE * pixel_ratio)
        samples = find_samples(folder)
        for sample in samples:
            action = self._sample_menu.addAction(sample.title)
            action.triggered.connect(lambda _=False, chosen=sample: self._files.open_sample(chosen))
        self._sample_menu.setEnabled(not self._sample_menu.isEmpty())

        def read() -> None:
            for sample in samples[:MAX_SAMPLES]:
                self._listings.read_thumbnail(sample, side)

        FirstPicture(self._start_page, read)

    def _show_sample(self, sample: Sample, rgba_u8: U8Array) -> None:
        self._start_page.add_sample(sample, rgba_u8)

    def _show_recent(self) -> None:
        files = self._settings.recent_files
        self._start_page.set_recent(files)
        self._recent_menu.clear()
        for path in files:
            action = self._recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, chosen=path: self._files.open_path(chosen))
        self._recent_menu.setEnabled(bool(files))
