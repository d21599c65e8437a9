"""Painted areas as pictures for the canvas: every pixel where it is, at any zoom and turn."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, qRgba

from models.arrays import U8Array
from models.hints.hints import AreaHint, HintSet
from models.hints.spans import Spans

_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


class AreaImages:
    """Paints areas; keeps the masks of those that are shown, a byte a pixel of their boxes."""

    def __init__(self) -> None:
        self._masks: dict[Spans, U8Array] = {}

    def keep(self, hints: HintSet) -> None:
        """Forget the masks of all areas but these."""
        shown = {hint.spans for hint in hints if isinstance(hint, AreaHint)}
        self._masks = {spans: mask for spans, mask in self._masks.items() if spans in shown}

    def paint(
        self,
        painter: QPainter,
        area: AreaHint,
        *,
        rim: float = 0.0,
        rim_color: QColor | None = None,
    ) -> None:
        """Paint an area in image pixels, and around it a rim so wide, if it has a colour."""
        mask = self._masks.get(area.spans)
        if mask is None:
            mask = self._masks[area.spans] = _mask(area.spans)
        corner = QPointF(*area.corner)
        if rim_color is not None:
            outline = _image(mask, area.spans.width, QColor(rim_color.rgb()))
            for x, y in _AROUND:
                painter.drawImage(corner + QPointF(rim * x, rim * y), outline)
        painter.drawImage(corner, _image(mask, area.spans.width, QColor(*area.color)))


def _mask(spans: Spans) -> U8Array:
    """uint8 (height, width rounded up to whole words) of 0 and 1, as images have their rows."""
    rows: U8Array = np.zeros((spans.height, -(-spans.width // 4) * 4), dtype=np.uint8)
    spans.fill(rows, 0, 0, 1)
    return rows


def _image(mask: U8Array, width: int, color: QColor) -> QImage:
    """The ones of a mask in a colour, sharing its memory: used while the mask lives."""
    height, stride = mask.shape
    image = QImage(mask.data, width, height, stride, QImage.Format.Format_Indexed8)
    image.setColorTable([qRgba(0, 0, 0, 0), color.rgba()])
    return image
