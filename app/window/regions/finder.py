"""Knows the closed regions of the open drawing, for whoever fills or shows them."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.background import BackgroundWorker
from app.document.document import Document
from app.session import Session
from models.coloring.region_color import DrawingRegions, find_drawing_regions
from models.hints.hints import LineArt
from models.regions.wishes import RegionWishes


class RegionFinder(QObject):
    """Has regions found on the thread for files, once a drawing, when somebody wants them.

    What needs them waits for them, and what must not overtake that waits behind it: all of it is
    done in the order in which the artist asked. Where other regions of the drawing are wanted
    meanwhile it waits for those; it is forgotten where another drawing is opened, or no regions can
    be found.

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
        self._sought: tuple[LineArt, RegionWishes] | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        session.opened.connect(self._forget_waiting)
        session.document_changed.connect(self._take_document)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for the regions."""
        return bool(self._waiting)

    def when_known(self, work: Callable[[], None]) -> None:
        """Do something once the regions are known, at once if they are."""
        if self.regions is not None and not self._waiting:
            work()
            return
        self._waiting.append(work)
        self.want()

    def in_turn(self, work: Callable[[], None]) -> None:
        """Do something that needs no regions behind whatever waits for them, at once if nothing."""
        if self._waiting:
            self._waiting.append(work)
        else:
            work()

    def want(self) -> None:
        """Have the regions found, if they are not known and not sought."""
        document = self._session.document
        if document is None or document.region_inputs == self._sought:
            return
        asked = line_art, wishes = document.region_inputs
        self._sought = asked
        self._background.run(
            self.tr("Finding the regions…"),
            lambda: find_drawing_regions(line_art.pixels, wishes),
            done=lambda regions: self._take(asked, regions),
            failed=lambda error: self._fail(asked, error),
        )

    def _take(self, asked: tuple[LineArt, RegionWishes], regions: DrawingRegions) -> None:
        if asked == self._sought:
            self.regions = regions
            self.changed.emit()
            while self._waiting and self.regions is not None:
                self._waiting.popleft()()

    def _fail(self, asked: tuple[LineArt, RegionWishes], error: Exception) -> None:
        """Who asks again has them sought again."""
        if asked == self._sought:
            self._sought = None
            self._waiting.clear()
        self.failed.emit(str(error))

    def _forget_waiting(self) -> None:
        self._waiting.clear()

    def _take_document(self, document: Document) -> None:
        """Another drawing is open, its lines were read another way, or others bound it."""
        if self._sought is not None and document.region_inputs != self._sought:
            self.regions, self._sought = None, None
            self.changed.emit()
            if self._waiting:
                self.want()
