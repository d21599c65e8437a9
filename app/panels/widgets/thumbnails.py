"""Small pictures of layers for the layers panel."""

import cv2
import numpy as np
from PySide6.QtGui import QPixmap

from app.document.document import Document
from app.document.layer import Layer, LayerKind
from app.document.pixels import LayerPixels
from app.qimage import image_from_rgba
from models.arrays import U8Array
from models.geometry import Size
from models.hints.hints import hint_owners

THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 36, 26
STRIDE_BUDGET = 4
"""Pixels looked at per thumbnail pixel and axis: large pictures are sampled, not averaged."""


def layer_thumbnail(document: Document, pixels: LayerPixels, layer: Layer) -> QPixmap | None:
    """A layer on white paper, None if it has no pixels. Costs the same for every picture size."""
    rgba_u8 = _hints_picture(document) if layer.kind is LayerKind.HINTS else pixels.get(layer.id)
    if rgba_u8 is None:
        return None
    return QPixmap.fromImage(image_from_rgba(thumbnail_rgba(rgba_u8)))


def thumbnail_rgba(
    rgba_u8: U8Array, *, width: int = THUMBNAIL_WIDTH, height: int = THUMBNAIL_HEIGHT
) -> U8Array:
    """uint8 RGBA within width × height, opaque, on white paper."""
    rows, columns = rgba_u8.shape[:2]
    scale = min(width / columns, height / rows)
    target = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    step = max(1, int(1 / (scale * STRIDE_BUDGET)))
    sampled = np.ascontiguousarray(rgba_u8[::step, ::step])
    small = cv2.resize(sampled, target, interpolation=cv2.INTER_AREA).astype(np.float32)
    alpha = small[..., 3:] / 255
    small[..., :3] = small[..., :3] * alpha + 255 * (1 - alpha)
    small[..., 3] = 255
    return np.clip(small + 0.5, 0, 255).astype(np.uint8)


def _hints_picture(document: Document) -> U8Array | None:
    """The hints at thumbnail size, thick enough to be seen."""
    if not document.hints.hints:
        return None
    size = document.size
    scale = min(THUMBNAIL_WIDTH / size.width, THUMBNAIL_HEIGHT / size.height)
    small = Size(max(1, round(size.height * scale)), max(1, round(size.width * scale)))
    owner = hint_owners(document.hints.scaled(scale, scale), small)
    colors = [(0, 0, 0, 0), *((*hint.color, 255) for hint in document.hints)]
    return np.array(colors, dtype=np.uint8)[owner]
