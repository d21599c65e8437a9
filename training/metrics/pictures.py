"""Pictures as figures want them: as floats, at a size, as the application shows them."""

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray
from models.cancel import never_cancelled
from models.coloring.compose import prepare_color
from models.coloring.full.picture import compose_full
from models.coloring.line_guide import make_guide
from models.coloring.painting import Painting
from models.coloring.region_color import find_drawing_regions, make_region_guide
from models.coloring.tidied import tidy_frame
from models.geometry import Frame
from models.hints.hints import HintSet


def shown_color(
    painting: Painting, line_u8: NDArray[np.uint8], frame: Frame, *, tidy: float
) -> FloatArray:
    """The colour layer, float32 (H, W, 3), that the application makes of a painting without hints.

    line_u8  uint8 (H, W) at native size; tidy  how far it is tidied, as its generator says.
    """
    if tidy and painting.flat is None:
        frame = tidy_frame(frame)
        painting = painting.resized(frame.content)
    guide = make_guide(line_u8, frame)
    regions = make_region_guide(find_drawing_regions(line_u8), frame)
    small = prepare_color(painting, guide, hints=HintSet(), regions=regions, tidy=tidy)
    full = compose_full(small, guide, line_u8, hints=HintSet(), is_cancelled=never_cancelled)
    return to_floats(full.laid.rgba_u8[..., :3])


def to_floats(picture_u8: NDArray[np.uint8]) -> FloatArray:
    """A picture of bytes as float32 in [0, 1]."""
    return np.asarray(picture_u8, dtype=np.float32) / np.float32(255)


def to_size(rgb: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """A picture (h, w, 3) at the shape (H, W), linear interpolation."""
    if rgb.shape[:2] == shape[:2]:
        return rgb
    height, width = shape[:2]
    return np.asarray(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_LINEAR))
