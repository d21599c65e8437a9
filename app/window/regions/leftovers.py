"""Goes from one region without a colour to the next, and points at each."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal

from app.canvas.canvas_widget import CanvasWidget
from app.session import Session
from app.window.regions.filler import RegionFiller

SHARE = 0.35
"""Of the view that a region fills that is gone to."""
MOST_ZOOM = 6.0
"""View pixels for one of the picture at most, so that a speck is seen where it lies."""


class LeftoverFinder(QObject):
    """Knows where it is on its way through the regions, in the order of reading.

    Signals
    said  how many there are, for the status bar.
    """

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        filler: RegionFiller,
        canvas: CanvasWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._filler = filler
        self._canvas = canvas
        self._region = -1
        self._steps = 0
        filler.places.finder.changed.connect(self._forget)
        session.document_changed.connect(self._point_at_nothing)

    def go_on(self) -> None:
        """To the next region without a colour."""
        self._go(1)

    def go_back(self) -> None:
        """To the one before."""
        self._go(-1)

    def fill(self) -> None:
        """Fill the region that is pointed at, and go on."""
        if self._canvas.overlay.found.area is not None:
            self._filler.fill_region(self._region)
            self._go(1)

    def _point_at_nothing(self) -> None:
        self._show(None)

    def _forget(self) -> None:
        self._region = -1
        self._show(None)
        if self._steps and self._filler.places.regions is not None:
            steps, self._steps = self._steps, 0
            self._go(steps)

    def _go(self, steps: int) -> None:
        document, places = self._session.document, self._filler.places
        if document is None:
            return
        if places.regions is None:
            self._steps = steps
            places.finder.want()
            return
        left = places.left(document)
        if not left:
            self._show(None)
            self.said.emit(self.tr("Every region has a colour"))
            return
        if steps > 0:
            place = bisect_right(left, self._region) % len(left)
        else:
            place = (bisect_left(left, self._region) - 1) % len(left)
        self._region = left[place]
        self._show(self._region)
        text = self.tr("Region {number} of {count} without a colour")
        self.said.emit(text.format(number=place + 1, count=len(left)))

    def _show(self, region: int | None) -> None:
        canvas, found = self._canvas, self._canvas.overlay.found
        if region is None:
            canvas.update_region(found.show(None))
            return
        shape = self._filler.places.shape(region)
        found.show(shape.filled(canvas.brush.color))
        canvas.set_viewport(canvas.viewport.showing(shape.bounds, SHARE, MOST_ZOOM))
        canvas.update()
