"""Knows the closed regions of the open drawing, for whoever fills or shows them."""

from PySide6.QtCore import QObject, Signal

from app.background import BackgroundWorker
from app.document.document import Document
from app.session import Session
from models.coloring.region_color import DrawingRegions, find_drawing_regions
from models.hints.hints import LineArt


class RegionFinder(QObject):
    """Has regions found on the thread for files, once a drawing, when somebody wants them.

    Attributes
    regions  of the open drawing; None while they are not known.

    Signals
    changed  regions are known, or no longer.
    failed   why they cannot be found.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, background: BackgroundWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.regions: DrawingRegions | None = None
        self._session = session
        self._background = background
        self._drawing: LineArt | None = None
        session.document_changed.connect(self._take_document)

    def want(self) -> None:
        """Have the regions found, if they are not known and not sought."""
        document = self._session.document
        if document is None or document.bounded is self._drawing:
            return
        line_art = document.bounded
        self._drawing = line_art
        self._background.run(
            self.tr("Finding the regions…"),
            lambda: find_drawing_regions(line_art.pixels),
            done=lambda regions: self._take(line_art, regions),
            failed=lambda error: self.failed.emit(str(error)),
        )

    def _take(self, line_art: LineArt, regions: DrawingRegions) -> None:
        if line_art is self._drawing:
            self.regions = regions
            self.changed.emit()

    def _take_document(self, document: Document) -> None:
        """Another drawing is open, or its lines were read another way."""
        if document.bounded is not self._drawing and self._drawing is not None:
            self.regions, self._drawing = None, None
            self.changed.emit()
