"""What lies on top of the picture: hints, painted light, the stroke being drawn, the brush."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from app.canvas.overlay.area_image import AreaImages
from app.canvas.overlay.barrier_marks import paint_bounds
from app.canvas.overlay.fill_marks import paint_mark
from app.canvas.overlay.light_marks import LightMarks, paint_light_draft
from app.canvas.overlay.placing_mark import PlacingMark
from app.canvas.overlay.reach_mark import ReachMark
from app.canvas.overlay.selection_mark import SelectionMark
from app.canvas.stroke import DraftStroke
from app.canvas.tools import BARRIER_COLOR, JOIN_COLOR
from app.canvas.viewport import Point, Viewport, distance
from app.document.document import Document
from app.document.layer import LayerKind
from app.document.mark_edits import MarkKind
from models.geometry import NOWHERE, Rect, Size
from models.hints.hints import AreaHint, Hint, HintSet, hint_bounds
from models.hints.tags import Rgb
from models.lighting.strokes import LightStroke
from models.regions.barriers import Barriers
from models.regions.leaks import Leak
from models.regions.wishes import Joins

RIM = 1.2
"""Width of a hint's outline in logical view pixels."""
RIM_REACH = 3
"""View pixels that outlines reach beyond what they outline."""


REGION_OPACITY = 0.6
"""Of the picture of regions."""
LEAK_RADIUS = 9.0
"""Least radius of a ring around a gap, in view pixels."""


@dataclass(frozen=True, slots=True)
class BrushOutline:
    """The circle at the pen: view position and radius in view pixels."""

    position: Point
    radius: float

    def bounds(self) -> QRectF:
        """What it can touch, in view pixels."""
        reach = self.radius + RIM_REACH
        x, y = self.position
        return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)


def view_transform(viewport: Viewport) -> QTransform:
    """Image pixels to view pixels."""
    return QTransform(*viewport.matrix)


def to_view_rect(viewport: Viewport, region: Rect) -> QRectF:
    """The view rectangle around an image region, with room for outlines."""
    height, width = region.shape
    image = QRectF(region.left, region.top, width, height)
    reach = float(RIM_REACH)
    return view_transform(viewport).mapRect(image).adjusted(-reach, -reach, reach, reach)


class Overlay:
    """Draws hints in image coordinates; keeps their bounds so that far ones cost nothing.

    Attributes
    draft         the stroke being drawn, None between strokes.
    worked_on     marks that are shown, as while they are painted or erased. Those that bound
                  regions are shown with regions and with leaks, too.
    regions       a picture of the drawing's regions, of any size, to be laid over it.
    leaks         gaps in the lines, to be ringed.
    placing       a picture that is being placed.
    reach, found  what a press would reach; a region that is pointed at.
    """

    def __init__(self) -> None:
        self._hints: tuple[Hint, ...] = ()
        self._bounds: dict[Hint, Rect] = {}
        self._placed: tuple[tuple[Hint, Rect], ...] = ()
        self._areas = AreaImages()
        self._opacity = 1.0
        self._light = LightMarks()
        self._selected = SelectionMark()
        self.placing = PlacingMark()
        self._size = Size(1, 1)
        self.reach, self.found = ReachMark(), ReachMark()
        self.regions: QImage | None = None
        self.leaks: tuple[Leak, ...] = ()
        self.draft: DraftStroke | None = None
        self.worked_on: MarkKind | None = None
        self._barriers: Barriers = ()
        self._joins: Joins = ()

    @property
    def hides_hints(self) -> bool:
        """Whether nobody sees the hints: then none is had by pointing at it."""
        return self._opacity == 0.0

    @property
    def _shows_bounds(self) -> bool:
        """Whether barriers and joins are shown."""
        is_worked_on = self.worked_on in (MarkKind.BARRIER, MarkKind.JOIN)
        return is_worked_on or bool(self.leaks) or self.regions is not None

    def set_document(self, document: Document) -> Rect:
        """Show what the artist made on the picture; the image region whose look changed."""
        self._size = document.size
        layer = document.layer_of(LayerKind.HINTS)
        opacity = layer.opacity if layer is not None and layer.visible else 0.0
        bounds = document.barriers, document.joins
        is_other = (opacity, bounds) != (self._opacity, (self._barriers, self._joins))
        self._barriers, self._joins = bounds
        self._opacity = opacity
        changed = self._set_hints(document.shown_hints)
        changed = changed.united(self._light.set_strokes(document.light_strokes))
        changed = changed.united(self._selected.set_selection(document.selection))
        return Rect.of(document.size).united(changed) if is_other else changed

    def _set_hints(self, hints: HintSet) -> Rect:
        if hints.hints is self._hints:
            return NOWHERE
        changed = set(self._hints).symmetric_difference(hints.hints)
        if not changed and self._hints == hints.hints:
            return NOWHERE
        region = NOWHERE
        for hint in changed or set(hints.hints):
            region = region.united(self._bounds.get(hint) or hint_bounds(hint))
        self._hints = hints.hints
        self._areas.keep(hints)
        self._bounds = {hint: self._bounds.get(hint) or hint_bounds(hint) for hint in hints.hints}
        self._placed = tuple((hint, self._bounds[hint]) for hint in hints.hints)
        return region

    def color_at(self, x: float, y: float) -> Rgb | None:
        """The colour of the topmost hint that covers an image point."""
        index = self.index_at(x, y, reach=0.0)
        return None if index is None else self._hints[index].color

    def index_at(self, x: float, y: float, *, reach: float, with_fills: bool = True) -> int | None:
        """Index of the topmost hint that an image point touches; `reach` image pixels around."""
        if self.hides_hints:
            return None
        for index in reversed(range(len(self._hints))):
            hint = self._hints[index]
            if not with_fills and _look_of(hint) is _Look.DROP:
                continue
            if not HintSet((hint,)).erase(x, y, reach).hints:
                return index
        return None

    def gap_at(self, x: float, y: float, *, pixel_size: float) -> tuple[Point, Point] | None:
        """Both sides of the gap in whose ring an image point lies, the nearest one."""
        near = [
            (distance((x, y), (leak.x, leak.y)), leak)
            for leak in self.leaks
            if distance((x, y), (leak.x, leak.y)) <= _ring_radius(leak, 1 / pixel_size) * pixel_size
        ]
        if not near:
            return None
        leak = min(near, key=lambda each: each[0])[1]
        (x0, y0), (x1, y1) = leak.start, leak.end
        return (x0 + 0.5, y0 + 0.5), (x1 + 0.5, y1 + 0.5)

    def paint(self, painter: QPainter, viewport: Viewport, *, exposed: Rect) -> None:
        """Draw what touches the exposed image region, and the stroke in the making."""
        if self.regions is not None:
            self._paint_regions(painter, viewport, self.regions)
        if not self.hides_hints:
            self._paint_hints(painter, viewport, exposed)
        if self.worked_on is MarkKind.LIGHT:
            self._light.paint(painter, viewport, exposed=exposed)
        if self._shows_bounds:
            paint_bounds(painter, viewport, self._barriers, BARRIER_COLOR)
            paint_bounds(painter, viewport, self._joins, JOIN_COLOR)
        self.found.paint(painter, viewport)
        self.reach.paint(painter, viewport)
        self._selected.paint(painter, viewport)
        if self.draft is not None and self.draft.points:
            points, radius = self.draft.points, self.draft.radius
            if self.draft.light is not None:
                paint_light_draft(painter, viewport, LightStroke(points, radius, self.draft.light))
            elif self.draft.is_tapered:
                _paint_tapered(painter, viewport, self.draft)
            else:
                _paint_strokes(painter, viewport, [(points, radius, self.draft.color)])
        _paint_leaks(painter, viewport, self.leaks)
        self.placing.paint(painter, viewport)

    def _paint_regions(self, painter: QPainter, viewport: Viewport, regions: QImage) -> None:
        painter.save()
        painter.setTransform(view_transform(viewport), True)
        painter.setOpacity(REGION_OPACITY)
        painter.drawImage(QRectF(0, 0, self._size.width, self._size.height), regions)
        painter.restore()

    def _paint_hints(self, painter: QPainter, viewport: Viewport, exposed: Rect) -> None:
        near = [hint for hint, place in self._placed if not place.intersected(exposed).is_empty]
        if near:
            painter.setOpacity(self._opacity)
            for look, group in groupby(near, _look_of):
                if look is _Look.DROP:
                    self._paint_drops(painter, viewport, group)
                elif look is _Look.AREA:
                    self._paint_areas(painter, viewport, group)
                else:
                    _paint_strokes(
                        painter, viewport, [(h.points, h.radius, h.color) for h in group]
                    )
            painter.setOpacity(1.0)

    def _paint_areas(self, painter: QPainter, viewport: Viewport, areas: Iterable[Hint]) -> None:
        """Areas to the pixel, each with a rim like a stroke's."""
        painter.save()
        painter.setTransform(view_transform(viewport), True)
        rim = RIM / viewport.scale
        for area in areas:
            if isinstance(area, AreaHint):
                self._areas.paint(painter, area, rim=rim, rim_color=_rim_color(area.color))
        painter.restore()

    @staticmethod
    def _paint_drops(painter: QPainter, viewport: Viewport, fills: Iterable[Hint]) -> None:
        """A mark in the middle of each filled region: the picture shows its colour already."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for fill in fills:
            at = QPointF(*viewport.to_view(*fill.points[0]))
            rim = QPen(_rim_color(fill.color), RIM)
            paint_mark(painter, at, fill.keep, QColor(*fill.color), rim)
        painter.restore()


class _Look(Enum):
    """How a hint is shown."""

    STROKE = auto()
    AREA = auto()
    DROP = auto()


def _look_of(hint: Hint) -> _Look:
    if not isinstance(hint, AreaHint):
        return _Look.STROKE
    return _Look.DROP if hint.is_local else _Look.AREA


def _ring_radius(leak: Leak, scale: float) -> float:
    """Of the ring around a gap, in view pixels, of which `scale` are an image pixel."""
    return max(LEAK_RADIUS, leak.width / 2 * scale + RIM_REACH)


def _paint_leaks(painter: QPainter, viewport: Viewport, leaks: Iterable[Leak]) -> None:
    """Ring every gap: amber where it is closed for filling, red where colour would run through."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for leak in leaks:
        centre = QPointF(*viewport.to_view(leak.x, leak.y))
        reach = _ring_radius(leak, viewport.scale)
        color = QColor(235, 150, 20) if leak.closed else QColor(225, 30, 60)
        for shade, width in ((QColor(255, 255, 255, 200), 4.0), (color, 2.0)):
            painter.setPen(QPen(shade, width))
            painter.drawEllipse(centre, reach, reach)
            painter.drawLine(
                QPointF(*viewport.to_view(leak.start[0] + 0.5, leak.start[1] + 0.5)),
                QPointF(*viewport.to_view(leak.end[0] + 0.5, leak.end[1] + 0.5)),
            )
    painter.restore()


def paint_outline(painter: QPainter, outline: BrushOutline) -> None:
    """Draw the brush's circle, visible on dark and light."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    centre = QPointF(*outline.position)
    reach = max(1.5, outline.radius)
    for color, width in ((QColor(255, 255, 255, 190), 3.0), (QColor(20, 20, 20, 235), 1.2)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(centre, reach, reach)


def _paint_strokes(
    painter: QPainter,
    viewport: Viewport,
    strokes: Iterable[tuple[tuple[Point, ...], float, Rgb]],
) -> None:
    """Round strokes of (points, radius, colour) in image pixels, each with a rim."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(view_transform(viewport), True)
    rim = RIM / viewport.scale
    for points, radius, color in strokes:
        line = QPolygonF([QPointF(x, y) for x, y in points])
        for width, shade in ((2 * (radius + rim), _rim_color(color)), (2 * radius, QColor(*color))):
            pen = QPen(
                shade,
                width,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
            painter.setPen(pen)
            if len(points) == 1:
                painter.drawPoint(line.at(0))
            else:
                painter.drawPolyline(line)
    painter.restore()


def _paint_tapered(painter: QPainter, viewport: Viewport, draft: DraftStroke) -> None:
    """A stroke in the making whose width follows the pen, with a rim."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(view_transform(viewport), True)
    rim = RIM / viewport.scale
    points = [QPointF(x, y) for x, y in draft.points]
    ends = list(zip(points, draft.radii))
    for beyond, shade in ((rim, _rim_color(draft.color)), (0.0, QColor(*draft.color))):
        pen = QPen(shade, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        for (start, r0), (end, r1) in pairwise(ends):
            pen.setWidthF(r0 + r1 + 2 * beyond)
            painter.setPen(pen)
            painter.drawLine(start, end)
    painter.restore()


def _rim_color(color: Rgb) -> QColor:
    luma = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
    return QColor(20, 20, 24, 215) if luma > 96 else QColor(245, 245, 248, 225)
