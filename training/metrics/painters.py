"""What is measured: a generator, or a colouring that needs no training, as one function."""

from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from models.conditioning import HintSet, LineArt, TagSelection
from models.runtime.generator import Generator
from training.metrics.baselines import (
    best_hint_per_cell,
    darkened_watershed,
    nearest_hint,
    watershed_fill,
)
from training.validation import Case

FloatArray = NDArray[np.float32]
Painter = Callable[[Case, HintSet], FloatArray]
"""Colours a case: float32 (H, W, 3) sRGB in [0, 1] at the case's size."""

REFERENCE, ORACLE = "watershed", "best hint per cell"
BASELINES: Mapping[str, Painter] = {
    "nearest hint": lambda case, hints: nearest_hint(case.line_u8, hints),
    REFERENCE: lambda case, hints: watershed_fill(case.line_u8, hints),
    "watershed, lines darkened": lambda case, hints: darkened_watershed(case.line_u8, hints),
    ORACLE: lambda case, hints: best_hint_per_cell(case.line_u8, hints, case.sample.colour),
}


def generator_painter(generator: Generator, long_side: int, *, with_tags: bool = False) -> Painter:
    """Paint with a generator at a long side, as the application's final stage does.

    with_tags  give the generator the picture's own colour tags. One that takes tags but no hints
               always gets them: it has nothing else to go by.
    """
    spec = generator.spec
    with_tags = spec.takes_tags and (with_tags or not spec.takes_hints)

    def paint(case: Case, hints: HintSet) -> FloatArray:
        line = LineArt(case.line_u8)
        frame = spec.size_rule.frame(line.size, long_side=long_side)
        features = generator.read_line(line, frame)
        scaled = hints.scaled(frame.scale_x, frame.scale_y)
        tags = TagSelection(case.sample.tags if with_tags else ())
        painting = generator.paint(features, scaled, tags)
        return to_size(painting.rgb, case.line_u8.shape)

    return paint


def to_floats(picture_u8: NDArray[np.uint8]) -> FloatArray:
    """A picture of bytes as float32 in [0, 1]."""
    return np.asarray(picture_u8, dtype=np.float32) / np.float32(255)


def to_size(rgb: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """A picture (h, w, 3) at the shape (H, W), linear interpolation."""
    if rgb.shape[:2] == shape[:2]:
        return rgb
    height, width = shape[:2]
    return np.asarray(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_LINEAR))
