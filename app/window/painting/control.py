"""Brings together the chosen layer, the regions and the pen that paints."""

from PySide6.QtCore import QObject

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.painting.easel import UnpaintableError
from app.canvas.viewport import Point
from app.document.layer import Layer
from app.document.selecting.selection import Bounds
from app.panels.layers.work import LayerWork
from app.session import Session
from app.window.central_area import CentralArea
from app.window.painting.clipboard import ClipboardControl
from app.window.painting.placing import PlaceBar, PlaceControl
from app.window.painting.select_bar import SelectBar
from app.window.painting.selecting import SelectionControl
from app.window.regions.places import RegionPlaces
from models.arrays import BoolArray
from models.geometry import Rect
from models.regions.sampled import LabelRows


class PaintControl(QObject):
    """Lets the canvas paint on the layer that is chosen, within what bounds a stroke.

    Attributes
    selecting   makes selections.
    select_bar  of the select tool, at the foot.
    placer      places pasted pictures. clipboard  copies, cuts and pastes.
    """

    def __init__(
        self,
        session: Session,
        places: RegionPlaces,
        canvas: CanvasWidget,
        work: LayerWork,
        central: CentralArea,
    ) -> None:
        super().__init__(central)
        self._banner = central.banner
        self._session, self._places, self._easel = session, places, canvas.easel
        self.selecting = SelectionControl(session, places, canvas, work, self)
        work.chosen.connect(self._easel.choose)
        for refused in (self._easel.refused, self.selecting.refused):
            refused.connect(self._warn)
        self.select_bar = SelectBar(session, canvas, self.selecting, central)
        self.placer = PlaceControl(session, canvas, work)
        session.unfinished = self.placer.as_placed
        self.placer.changed.connect(session.unfinished_changed)
        self.place_bar = PlaceBar(self.placer, session, central)
        self.clipboard = ClipboardControl(session, canvas, work, self.placer, places)
        self.clipboard.warned.connect(self._warn)
        for bar in (self.select_bar, self.place_bar):
            central.add_bar(bar)
        self._easel.bounds_at = self._bounds_at
        self._easel.changed.connect(self._want_regions)

    def _warn(self, text: str) -> None:
        self._banner.say(text, "warning")

    def _want_regions(self) -> None:
        """Have the regions found before the pen comes down that is to stay in one."""
        layer = self._easel.layer
        if layer is not None and layer.keeps_to_region:
            self._places.finder.want()

    def _bounds_at(self, layer: Layer, at: Point) -> Bounds | None:
        """What bounds a stroke that begins at an image point. Raises UnpaintableError.

        Nothing is painted ahead of what was pressed before it, so that no stroke leaves a
        selection that is still to come.
        """
        finder, is_kept = self._places.finder, layer.keeps_to_region
        if is_kept:
            finder.want()
        if finder.is_waiting or (is_kept and finder.regions is None):
            raise UnpaintableError(self.tr("The regions are being found; paint again in a moment."))
        if not is_kept or finder.regions is None:
            return None
        region = self._places.at(at)
        if region is None:
            raise UnpaintableError(self.tr("Begin the stroke in a region of the drawing."))
        return _in_region(finder.regions.labels, region)


def _in_region(labels: LabelRows, region: int) -> Bounds:
    """The pixels of one region of labels (H, W)."""

    def bounds(area: Rect) -> BoolArray:
        return labels[area.slices] == region

    return bounds
