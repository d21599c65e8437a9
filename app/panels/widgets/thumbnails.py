"""Small pictures of layers for the layers panel."""

import cv2
import numpy as np
from PySide6.QtGui import QPixmap

from app.document.document import Document
from app.document.layer import Layer, LayerKind
from app.document.painting.painting import TILE
from app.document.pixels import LayerPixels
from app.qimage import image_from_rgba
from models.arrays import U8Array
from models.geometry import Size
from models.hints.following import scaled_hints
from models.hints.owners import owners_of

THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 36, 26
STRIDE_BUDGET = 4
"""Pixels looked at per thumbnail pixel and axis: large pictures are sampled, not averaged."""
LIGHT_KINDS = {LayerKind.SHADE: 255, LayerKind.HIGHLIGHT: 0}
"""The layers that a light fills, and their level where it does nothing."""
SEEN_LEVELS = 40
"""Levels from there that are seen in a thumbnail."""


def has_light(document: Document) -> bool:
    """Whether anybody said where shade and highlights lie: by a light, or by trace lines."""
    return document.light is not None or document.trace is not None


def layer_thumbnail(document: Document, pixels: LayerPixels, layer: Layer) -> QPixmap | None:
    """A layer on white paper, None if nothing is seen of it.

    Costs the same for every picture size.
    """
    if layer.kind is LayerKind.PAINT:
        rgba_u8 = _painted_picture(document, layer)
    else:
        is_hints = layer.kind is LayerKind.HINTS
        rgba_u8 = _hints_picture(document) if is_hints else pixels.get(layer.id)
    if rgba_u8 is None:
        return None
    small = thumbnail_rgba(rgba_u8, grows_light=layer.kind is LayerKind.HIGHLIGHT)
    level = LIGHT_KINDS.get(layer.kind)
    is_dark = level is not None and not has_light(document) and _differs_little(small, level)
    return None if is_dark else QPixmap.fromImage(image_from_rgba(small))


def _hints_picture(document: Document) -> U8Array | None:
    """The hints at thumbnail size, thick enough to be seen."""
    hints, size = document.hints, document.size
    if not hints.hints:
        return None
    scale = min(THUMBNAIL_WIDTH / size.width, THUMBNAIL_HEIGHT / size.height)
    small = Size(max(1, round(size.height * scale)), max(1, round(size.width * scale)))
    colors = [(0, 0, 0, 0), *((*hint.color, 255) for hint in document.shown_hints)]
    owners = owners_of(scaled_hints(hints, scale, scale), small)
    return np.array(colors, dtype=np.uint8)[owners]


def _differs_little(rgba_u8: U8Array, level: int) -> bool:
    return bool(np.abs(rgba_u8[..., :3].astype(np.int16) - level).max() < SEEN_LEVELS)


def thumbnail_rgba(
    rgba_u8: U8Array,
    *,
    width: int = THUMBNAIL_WIDTH,
    height: int = THUMBNAIL_HEIGHT,
    grows_light: bool = False,
) -> U8Array:
    """uint8 RGBA within width × height, opaque, on white paper.

    grows_light  small lights take a pixel: highlights are narrow, and would go under in the dark.
    """
    rows, columns = rgba_u8.shape[:2]
    scale = min(width / columns, height / rows)
    target = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    step = max(1, int(1 / (scale * STRIDE_BUDGET)))
    sampled = np.ascontiguousarray(rgba_u8[::step, ::step])
    if grows_light:
        reach = np.ones((STRIDE_BUDGET, STRIDE_BUDGET), dtype=np.uint8)
        sampled = np.asarray(cv2.dilate(sampled, reach), dtype=np.uint8)
    small = cv2.resize(sampled, target, interpolation=cv2.INTER_AREA).astype(np.float32)
    alpha = small[..., 3:] / 255
    small[..., :3] = small[..., :3] * alpha + 255 * (1 - alpha)
    small[..., 3] = 255
    return np.clip(small + 0.5, 0, 255).astype(np.uint8)


def _painted_picture(document: Document, layer: Layer) -> U8Array | None:
    """What is painted, sampled to a few pixels for each of a thumbnail; None if nothing is."""
    painting, size = document.painting(layer.id), document.size
    if not painting.tiles:
        return None
    scale = min(THUMBNAIL_WIDTH / size.width, THUMBNAIL_HEIGHT / size.height)
    step = max(1, int(1 / (scale * STRIDE_BUDGET)))
    down, across = range(0, size.height, step), range(0, size.width, step)
    small = np.zeros((len(down), len(across), 4), dtype=np.uint8)
    for (row, column), tile in painting.tiles.items():
        first_y, first_x = -(-row * TILE // step), -(-column * TILE // step)
        part = tile[first_y * step - row * TILE :: step, first_x * step - column * TILE :: step]
        rows, columns = small[first_y:, first_x:].shape[:2]
        part = part[:rows, :columns]
        small[first_y : first_y + part.shape[0], first_x : first_x + part.shape[1]] = part
    return small
