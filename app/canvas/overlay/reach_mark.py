"""What a press would reach, over the picture: tinted, with an outline."""

import cv2
import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from app.canvas.overlay.area_image import AreaImages
from app.canvas.viewport import Viewport
from models.geometry import NOWHERE, Rect
from models.hints.hints import AreaHint, HintSet, Keep, hint_bounds
from models.hints.spans import Spans

OPACITY, FAINT = 0.45, 0.25
"""Of the tint: of a region, and of a part of the figure."""
TRACED_PIXELS = 1_000_000
"""Of the box around an area, up to which its outline is exact."""


class ReachMark:
    """Shows one area at a time, whose picture and outline are made when it is set."""

    def __init__(self) -> None:
        self.area: AreaHint | None = None
        self._is_faint = False
        self._images = AreaImages()
        self._outline = QPainterPath()

    def show(self, area: AreaHint | None, *, is_faint: bool = False) -> Rect:
        """Show an area in its colour, or none; returns the image region whose look changed."""
        if (area, is_faint) == (self.area, self._is_faint):
            return NOWHERE
        before = NOWHERE if self.area is None else hint_bounds(self.area)
        if area is not None and (self.area is None or area.spans != self.area.spans):
            self._outline = outline_of(area.spans)
        self.area, self._is_faint = area, is_faint
        self._images.keep(HintSet(() if area is None else (area,)))
        return before if area is None else before.united(hint_bounds(area))

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Paint it in the view."""
        if self.area is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(QTransform(*viewport.matrix), True)
        if self.area.keep is not Keep.AS_IT_IS:
            painter.setOpacity(FAINT if self._is_faint else OPACITY)
            self._images.paint(painter, self.area)
            painter.setOpacity(1.0)
        painter.translate(QPointF(*self.area.corner))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor(255, 255, 255, 210), 3.4), (QColor(*self.area.color), 1.8)):
            pen = QPen(color if self.area.keep is None or width > 2 else QColor(20, 20, 24), width)
            pen.setCosmetic(True)
            if self.area.keep is not None and width < 2:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPath(self._outline)
        painter.restore()


def outline_of(spans: Spans) -> QPainterPath:
    """The border of pixels, from the corner of their box; of a large one, to a few pixels."""
    step = max(1, round((spans.width * spans.height / TRACED_PIXELS) ** 0.5))
    mask = np.pad(spans.mask()[::step, ::step].astype(np.uint8), 1)
    found, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    path = QPainterPath()
    for contour in found:
        corners = (contour[:, 0] - 0.5) * step
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners.tolist()]))
        path.closeSubpath()
    return path
