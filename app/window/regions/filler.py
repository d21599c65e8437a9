"""Fills closed regions exactly, where the pen says, or keeps them from other colours."""

from collections.abc import Callable, Sequence
from functools import partial

import cv2
import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import BrushSettings, ToolName
from app.canvas.viewport import Point
from app.document.color_edits import FillRegion, replace_color, without_fills
from app.document.document import Document
from app.document.edits import AddHint, Edit
from app.document.layer import LayerKind
from app.session import Session
from app.window.regions.places import BARE, RegionPlaces, Shape
from models.coloring.region_color import DrawingRegions
from models.hints.hints import AreaHint, HintSet, Keep
from models.regions.sampled import label_strips

FILLERS = (ToolName.FILL, ToolName.LASSO)
ENCLOSED_SHARE = 0.8
"""Of a region that must lie in a loop: a hand does not follow lines to the pixel."""


class RegionFiller(QObject):
    """Fills regions as the fill tool asks; what is asked before they are known is done then,
    with the brush that it was asked with.

    Attributes
    places  where regions are.
    """

    def __init__(
        self,
        session: Session,
        places: RegionPlaces,
        canvas: CanvasWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.places = places
        self._canvas = canvas
        self._waiting: list[Callable[[], None]] = []
        self._asked_with: BrushSettings | None = None
        self._done: set[int] = set()
        self._left: frozenset[int] = frozenset()
        self._latest: tuple[Shape, HintSet, HintSet] | None = None
        canvas.fill_asked.connect(self._fill)
        canvas.loop_closed.connect(self._enclose)
        canvas.tool_changed.connect(self._take_tool)
        canvas.gate.narrow = self.narrowed
        places.finder.changed.connect(self._take_regions)
        session.opened.connect(self._forget_waiting)
        session.pixels_changed.connect(self._take_pixels)

    @property
    def _brush(self) -> BrushSettings:
        """What is filled with now."""
        return self._asked_with or self._canvas.brush

    def pour(self, shape: Shape) -> tuple[AreaHint, ...]:
        """What would be laid into a shape as the brush is set; nothing while nobody knows."""
        brush = self._brush
        if brush.keep is None:
            return (shape.filled(brush.color),)
        if brush.keep is Keep.UNCOLORED:
            return (shape.filled(BARE, brush.keep),)
        flats_u8 = self._session.pixels_of(LayerKind.FLATS)
        return () if flats_u8 is None else shape.kept(flats_u8)

    def aim(self, at: Point) -> Shape | None:
        """What a press at an image point would fill: a region, or of one that is filled so already
        the piece there. None outside, while regions are not known, and where nothing is to do."""
        document, region = self._session.document, self.places.at(at)
        if document is None or region is None:
            return None
        if self._brush.only_left and region not in self.places.left(document):
            return None
        shape = self.places.shape(region)
        if self._brush.keep is Keep.AS_IT_IS:
            return shape
        is_done = set(self.pour(shape)) <= set(document.hints)
        return self.places.piece(region, at) if is_done else shape

    def narrowed(self, edit: AddHint) -> Edit:
        """A dab that speaks for its region alone, where the region has a colour of its own: in a
        region of its colour it takes the piece there alone, else it colours the region anew."""
        document, hint = self._session.document, edit.hint
        region = self.places.at(hint.points[0]) if len(hint.points) == 1 else None
        if document is None or region is None or not hint.is_local:
            return edit
        own = [each for each in document.hints if self.places.is_for(each, region)]
        if any(each.color == hint.color for each in own):
            piece = self.places.piece(region, hint.points[0])
            base = HintSet(tuple(each for each in document.hints if each not in own))
            return edit if piece is None else FillRegion((piece.filled(hint.color),), base)
        is_filled = any(isinstance(each, AreaHint) for each in own)
        return FillRegion((self.places.shape(region).filled(hint.color),)) if is_filled else edit

    def fill_region(self, region: int) -> None:
        """Fill a region as the brush is set, in a step of its own."""
        self._fill_around(self.places.shape(region).within)

    def _fill_around(self, at: Point) -> None:
        if self._must_wait(partial(self._fill_around, at)):
            return
        region = self.places.at(at)
        assert region is not None
        shape = self.places.shape(region)
        self._canvas.seal()
        self._pour_into(shape, self.pour(shape))
        self._canvas.seal()

    def _take_tool(self, name: ToolName) -> None:
        if name in FILLERS:
            self.places.finder.want()

    def _take_regions(self) -> None:
        self._latest = None
        if self.places.regions is None:
            self._take_tool(self._canvas.tool_name)

    def _forget_waiting(self) -> None:
        self._waiting = []

    def _take_pixels(self) -> None:
        if self._waiting and not self._session.is_coarse:
            waiting, self._waiting = self._waiting, []
            for work in waiting:
                work()

    def _as_asked(self, brush: BrushSettings, work: Callable[[], None]) -> None:
        """Do something with the brush that it was asked with."""
        self._asked_with = brush
        work()
        self._asked_with = None

    def _must_wait(self, work: Callable[[], None]) -> bool:
        """Whether something is not known that the work needs; it is done then."""
        later = partial(self._as_asked, self._brush, work)
        if self.places.regions is None:
            self.places.finder.when_known(later)
        elif self._brush.keep is Keep.AS_IT_IS and self._session.is_coarse:
            self._waiting.append(later)
        else:
            return False
        return True

    def _fill(self, at: Point, is_press: bool) -> None:
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._replace(at)
        else:
            self._fill_at(at, is_press)

    def _fill_at(self, at: Point, is_press: bool) -> None:
        document = self._session.document
        if document is None or self._must_wait(partial(self._fill_at, at, is_press)):
            return
        region = self.places.at(at)
        if is_press:
            self._done.clear()
            only_left = self._brush.only_left
            self._left = frozenset(self.places.left(document)) if only_left else frozenset()
        if region is None or region in self._done:
            return
        self._done.add(region)
        if self._brush.only_left and region not in self._left:
            return
        shape = self.places.shape(region)
        hints = self.pour(shape)
        is_hint = self._canvas.easel.layer is None
        if is_hint and is_press and hints and set(hints) <= set(document.hints):
            self._narrow(document, shape, self.places.piece(region, at))
            return
        self._pour_into(shape, hints)

    def _pour_into(self, shape: Shape, hints: tuple[AreaHint, ...]) -> None:
        before = self._session.document
        if self._canvas.easel.layer is not None and self._brush.keep is None:
            self._canvas.easel.fill(shape.bounds, shape.spans.mask())
        elif hints and before is not None:
            self._canvas.apply(FillRegion(hints))
            after = self._session.document
            if after is not None:
                self._latest = shape, before.hints, after.hints

    def _narrow(self, document: Document, shape: Shape, piece: Shape | None) -> None:
        """Fill a piece alone; what the region had before, if it was filled just now, comes back."""
        if piece is None or self._brush.keep is Keep.AS_IT_IS:
            return
        base = HintSet(without_fills(document.hints, self.pour(shape)))
        if self._latest is not None and self._latest[0] == shape:
            _, before, after = self._latest
            base = before if document.hints == after else base
        self._canvas.apply(FillRegion(self.pour(piece), base))

    def _enclose(self, path: tuple[Point, ...]) -> None:
        """Fill every region that a loop holds."""
        document = self._session.document
        if document is None or self._must_wait(partial(self._enclose, path)):
            return
        assert self.places.regions is not None
        only_left = self._brush.only_left
        left = self.places.left(document) if only_left else range(self.places.regions.count)
        for region in enclosed_regions(self.places.regions, path):
            if region in left:
                shape = self.places.shape(region)
                self._pour_into(shape, self.pour(shape))

    def _replace(self, at: Point) -> None:
        """Give everything that has the colour at a point the brush's."""
        document, flats_u8 = self._session.document, self._session.pixels_of(LayerKind.FLATS)
        if document is None or flats_u8 is None or not document.size.holds(*at):
            return
        red, green, blue, _ = flats_u8[int(at[1]), int(at[0])].tolist()
        edit = replace_color(document, flats_u8, (red, green, blue), self._brush.color)
        self._canvas.apply(edit)


def enclosed_regions(regions: DrawingRegions, path: Sequence[Point]) -> tuple[int, ...]:
    """The regions of which a closed path of image points holds ENCLOSED_SHARE or more."""
    height, width = regions.labels.shape
    corners = np.round(np.array([path])).astype(np.int32)
    inside, whole = (np.zeros(regions.count, dtype=np.int64) for _ in range(2))
    for rows in label_strips((height, width)):
        mask = np.zeros((rows.stop - rows.start, width), dtype=np.uint8)
        cv2.fillPoly(mask, [*(corners - (0, rows.start))], (1,))
        labels = regions.labels[rows]
        whole += np.bincount(labels.ravel(), minlength=regions.count)
        inside += np.bincount(labels[mask > 0], minlength=regions.count)
    held = (inside > 0) & (inside >= ENCLOSED_SHARE * whole)
    return tuple(np.flatnonzero(held).tolist())
