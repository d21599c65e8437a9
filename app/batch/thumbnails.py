"""Small pictures of frames."""

import io

import cv2
import numpy as np
from PIL import Image

from models.arrays import U8Array
from models.geometry import Size

THUMBNAIL_SIDE = 256


def encode_thumbnail(pixels_u8: U8Array) -> bytes:
    """A picture, uint8 (H, W, 3 or 4), as a small WebP."""
    size = Size(*pixels_u8.shape[:2])
    small = size.scaled_to(min(size.long_side, THUMBNAIL_SIDE))
    small_u8 = cv2.resize(pixels_u8, (small.width, small.height), interpolation=cv2.INTER_AREA)
    stream = io.BytesIO()
    Image.fromarray(np.asarray(small_u8, dtype=np.uint8)).save(stream, "WEBP", quality=80)
    return stream.getvalue()
