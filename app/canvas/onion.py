"""Onion skin: the lines of neighbouring frames, tinted, over the picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.canvas.overlay.overlay import view_transform
from app.canvas.viewport import Viewport
from app.qimage import image_from_rgba
from models.geometry import Size
from models.hints.tags import Rgb

BEFORE, AFTER = (214, 62, 70), (44, 110, 224)
"""Tints of the frames before and after, as animators know them."""
OPACITY = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class OnionSkin:
    """One neighbour's lines, the size that they have in the picture, and how strong they are."""

    image: QImage
    size: Size
    opacity: float = OPACITY


def tinted_lines(line_u8: NDArray[np.uint8], tint: Rgb) -> QImage:
    """Ink of a drawing, uint8 (H, W) with 0 as ink, in one colour on nothing."""
    rgba_u8 = np.empty((*line_u8.shape, 4), dtype=np.uint8)
    rgba_u8[..., :3] = tint
    rgba_u8[..., 3] = 255 - line_u8
    return image_from_rgba(rgba_u8)


def paint_onion(painter: QPainter, viewport: Viewport, skins: tuple[OnionSkin, ...]) -> None:
    """Draw neighbours faintly through a viewport."""
    painter.save()
    painter.setTransform(view_transform(viewport))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for skin in skins:
        painter.setOpacity(skin.opacity)
        painter.drawImage(QRectF(0, 0, skin.size.width, skin.size.height), skin.image)
    painter.restore()
