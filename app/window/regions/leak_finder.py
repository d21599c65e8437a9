"""Finds where colour would run out of a drawing's regions, and has the canvas point at it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.background import BackgroundWorker
from app.canvas.canvas_widget import CanvasWidget
from app.document.document import Document
from app.session import Session
from models.hints.hints import LineArt
from models.regions.leaks import Leak, locate_leaks
from models.regions.regions import find_regions
from models.regions.wishes import RegionWishes

LARGEST_PIXELS = 60_000_000
"""Finding the regions of a larger drawing takes more than 2 GiB."""
MOST_SHOWN = 400
"""Widest gaps that are pointed at; more would cover the drawing."""


def find_leaks(line_art: LineArt, wishes: RegionWishes) -> tuple[Leak, ...]:
    """The gaps in a drawing's lines, widest first, and whether they are closed in its regions."""
    found = find_regions(line_art.pixels, wishes.settings())
    found = replace(found, labels=wishes.joined(found.labels))
    return locate_leaks(found)[:MOST_SHOWN]


class LeakFinder(QObject):
    """Keeps the canvas's rings around gaps up to date while it is switched on.

    Signals
    said       what was found, for the status bar.
    withdrawn  what was said holds no longer.
    failed     why nothing can be found.
    """

    said = Signal(str)
    withdrawn = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        background: BackgroundWorker,
        canvas: CanvasWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._canvas = canvas
        self._is_on = False
        self._told = ""
        self._seen: tuple[LineArt, RegionWishes] | None = None
        session.document_changed.connect(self._take_document)

    def set_on(self, is_on: bool) -> None:
        """Show the gaps of this drawing and of those that are opened later, or none."""
        self._is_on = is_on
        self._look()

    def _take_document(self, document: Document) -> None:
        """Another drawing is open, or its lines were read another way."""
        if document.region_inputs != self._seen:
            self._look()

    def _look(self) -> None:
        self._canvas.overlay.leaks = ()
        self._canvas.update()
        self.withdrawn.emit(self._told)
        self._told = ""
        document = self._session.document
        self._seen = document.region_inputs if document else None
        if document is None or not self._is_on:
            return
        seen = line_art, wishes = document.region_inputs
        size = line_art.size
        if size.height * size.width > LARGEST_PIXELS:
            self.failed.emit(
                self.tr(
                    "Gaps are not sought in drawings of more than {limit} million pixels; this "
                    "one has {count} million. Open a smaller copy to look for them."
                ).format(
                    limit=LARGEST_PIXELS // 1_000_000,
                    count=round(size.height * size.width / 1e6),
                )
            )
            return
        self._background.run(
            self.tr("Looking for gaps in the lines"),
            lambda: find_leaks(line_art, wishes),
            done=lambda leaks: self._show(seen, leaks),
            failed=lambda error: self.failed.emit(str(error)),
        )

    def _show(self, seen: tuple[LineArt, RegionWishes], leaks: tuple[Leak, ...]) -> None:
        document = self._session.document
        if not self._is_on or document is None or document.region_inputs != seen:
            return
        self._canvas.overlay.leaks = leaks
        self._canvas.update()
        open_ones = sum(not leak.closed for leak in leaks)
        self._told = self.tr("{closed} gaps closed for filling, {open} left open").format(
            closed=len(leaks) - open_ones, open=open_ones
        )
        self.said.emit(self._told)
