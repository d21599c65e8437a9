"""Pictures between numpy and Qt. A QImage borrows numpy's buffer; only here, and always copied."""

import numpy as np
from PySide6.QtGui import QImage

from models.arrays import U8Array


def image_from_rgba(rgba_u8: U8Array) -> QImage:
    """A QImage of its own memory, straight alpha, from uint8 RGBA (H, W, 4), views included."""
    if rgba_u8.ndim != 3 or rgba_u8.shape[2] != 4 or rgba_u8.dtype != np.uint8 or not rgba_u8.size:
        raise ValueError(f"expected uint8 (H, W, 4); got {rgba_u8.dtype} {rgba_u8.shape}")
    height, width = rgba_u8.shape[:2]
    image = QImage(width, height, QImage.Format.Format_RGBA8888)
    if image.isNull():
        raise MemoryError(f"Qt cannot hold a picture of {width}×{height}")
    _pixels_of(image).reshape(height, width, 4)[:] = rgba_u8
    return image


def rgba_from_image(image: QImage) -> U8Array:
    """uint8 RGBA (H, W, 4) of its own memory, straight alpha. Raises ValueError for no picture."""
    if image.isNull():
        raise ValueError("there is no picture")
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    height, width = straight.height(), straight.width()
    rgba_u8 = _pixels_of(straight)[:, : 4 * width].reshape(height, width, 4).copy()
    rgba_u8[rgba_u8[..., 3] == 0] = 0
    return rgba_u8


def _pixels_of(image: QImage) -> U8Array:
    """The image's own memory, (H, bytes a line); valid only while the image lives."""
    buffer = np.frombuffer(image.bits(), dtype=np.uint8)
    return buffer.reshape(image.height(), image.bytesPerLine())
