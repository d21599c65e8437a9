"""What is painted of the light, lying on the picture while it is worked on."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QTransform,
)

from app.canvas.viewport import Viewport
from models.geometry import NOWHERE, Rect
from models.hints.tags import Rgb
from models.lighting.strokes import LightKind, LightStroke

COLORS: dict[LightKind, Rgb] = {
    LightKind.SHADE: (52, 56, 150),
    LightKind.LIGHT: (255, 200, 60),
    LightKind.LIT: (255, 255, 255),
}
"""What strokes of a kind are drawn in, whatever they make of the picture."""
FILL_ALPHA = 70
RIM = 1.4
"""Width of a stroke's outline in view pixels: solid, or dashed where shade is taken away."""
MOST_POINTS = 200
"""Of a stroke that is outlined as one shape; those of more points show where they cross."""


class LightMarks:
    """Strokes of shade and light, translucent: what they do to the picture is seen through them."""

    def __init__(self) -> None:
        self._strokes: tuple[LightStroke, ...] = ()
        self._shapes: dict[LightStroke, QPainterPath] = {}

    def set_strokes(self, strokes: tuple[LightStroke, ...]) -> Rect:
        """Show these strokes; returns the image region whose look changed."""
        region = NOWHERE
        for stroke in set(self._strokes).symmetric_difference(strokes):
            region = region.united(stroke.bounds)
        self._strokes = strokes
        self._shapes = {stroke: self._shapes.get(stroke) or _shape(stroke) for stroke in strokes}
        return region

    def paint(self, painter: QPainter, viewport: Viewport, *, exposed: Rect) -> None:
        """Draw the strokes that touch the exposed image region."""
        near = [each for each in self._strokes if not each.bounds.intersected(exposed).is_empty]
        if not near:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(QTransform(*viewport.matrix), True)
        for stroke in near:
            rim = QPen(_rim_color(stroke.kind), RIM)
            rim.setCosmetic(True)
            if stroke.kind is LightKind.LIT:
                rim.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(rim)
            painter.setBrush(QColor(*COLORS[stroke.kind], FILL_ALPHA))
            painter.drawPath(self._shapes[stroke])
        painter.restore()


def _rim_color(kind: LightKind) -> QColor:
    color = QColor(*COLORS[kind])
    return color.darker(130) if kind is LightKind.SHADE else color.darker(210)


def paint_light_draft(painter: QPainter, viewport: Viewport, stroke: LightStroke) -> None:
    """Draw a stroke in the making: without an outline, which takes long where it crosses itself."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(*viewport.matrix), True)
    painter.fillPath(_covered(stroke), QColor(*COLORS[stroke.kind], FILL_ALPHA))
    painter.restore()


def _shape(stroke: LightStroke) -> QPainterPath:
    shape = _covered(stroke)
    return shape.simplified() if len(stroke.points) <= MOST_POINTS else shape


def _covered(stroke: LightStroke) -> QPainterPath:
    """All that a stroke covers, in image pixels."""
    path = QPainterPath()
    if len(stroke.points) == 1:
        path.addEllipse(QPointF(*stroke.points[0]), stroke.radius, stroke.radius)
        return path
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in stroke.points]))
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * stroke.radius)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    shape = stroker.createStroke(path)
    shape.setFillRule(Qt.FillRule.WindingFill)
    return shape
