"""What simplified lines are judged by: how wide they are, and where their middle runs."""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import BoolArray, U8Array
from training.data.lines.simplification import centre_line


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMeasures:
    """Mean line width along the centre line, in pixels, and its deviation over that mean."""

    width: float
    width_deviation: float


def measure_widths(line_u8: U8Array, *, enlargement: int = 4) -> LineMeasures:
    """Line width at every centre line pixel: twice the distance to paper, cut at half ink."""
    height, width = line_u8.shape
    size = (width * enlargement, height * enlargement)
    ink = cv2.resize(line_u8, size, interpolation=cv2.INTER_CUBIC) < 128
    depth = _distance_to(~ink) - 0.5
    widths = 2 * depth[centre_line(ink)] / enlargement
    return LineMeasures(
        width=float(widths.mean()), width_deviation=float(widths.std() / widths.mean())
    )


def score_centre_lines(found: BoolArray, true: BoolArray, *, tolerance: float) -> float:
    """F-score of a centre line: a pixel counts if the other line passes within the tolerance."""
    precision = float((_distance_to(true)[found] <= tolerance).mean())
    recall = float((_distance_to(found)[true] <= tolerance).mean())
    return 2 * precision * recall / (precision + recall)


def _distance_to(line: BoolArray) -> np.ndarray:
    return cv2.distanceTransform((~line).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
