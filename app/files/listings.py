"""What is read in the background when the window opens: generators and sample drawings."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.background import BackgroundWorker
from app.errors import describe
from app.files.samples import Sample
from app.panels.widgets.thumbnails import thumbnail_rgba
from models.pictures.files import read_picture
from models.runtime.catalog import Catalog, CatalogEntry


class Listings(QObject):
    """Looks for what is installed and tells of it as it is found.

    Signals
    generators_found  tuple of CatalogEntry, usable or not.
    sample_read       a Sample and its thumbnail, uint8 RGBA (H, W, 4).
    failed, warned    one line for the user.
    """

    generators_found = Signal(object)
    sample_read = Signal(object, object)
    failed = Signal(str)
    warned = Signal(str)

    def __init__(
        self, background: BackgroundWorker, catalog: Catalog, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._catalog = catalog

    def list_generators(self, *, check_digests: bool) -> None:
        """Look for generators; reading every file whole takes long, but finds all damage."""

        def show(entries: Sequence[CatalogEntry]) -> None:
            self.generators_found.emit(tuple(entries))

        looking, checking = self.tr("Looking for generators…"), self.tr("Checking generators…")
        self._background.run(
            checking if check_digests else looking,
            partial(self._catalog.entries, check_digests=check_digests),
            done=show,
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def read_thumbnail(self, sample: Sample, side: int) -> None:
        """Have a sample's thumbnail of `side` pixels read."""
        self._background.run(
            self.tr("Reading samples…"),
            lambda: thumbnail_rgba(read_picture(sample.picture).rgba_u8, width=side, height=side),
            done=lambda rgba_u8: self.sample_read.emit(sample, rgba_u8),
            failed=lambda error: self.warned.emit(describe(error)),
        )
