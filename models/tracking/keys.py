"""Key frames: what the artist gave, what is compared with it, and which frames each reaches."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from models.arrays import I32Array, U8Array
from models.color import pack_colors
from models.geometry import Size
from models.hints.hints import HintSet, LineArt
from models.tracking.cuts import colors_of_hints, cut_by_color
from models.tracking.described import DrawnRegions, LineReading, draw_regions, recut

TRACKING_SIDE = 1024
"""Longer side at which the regions of larger drawings are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFrame:
    """A frame whose hints the artist gave.

    index   its place in the sequence.
    hints   in its drawing's pixels.
    source  the file of its hints; None if they were given otherwise.
    """

    index: int
    hints: HintSet = field(default_factory=HintSet)
    source: Path | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class KeyDrawing:
    """A key frame as others are compared with it.

    regions  m of them at the size of tracking, parted where colours meet; colors  int32 (m,)
             0xRRGGBB, -1 unknown.
    """

    frame: KeyFrame
    line_art: LineArt
    regions: DrawnRegions
    colors: I32Array

    @classmethod
    def of(
        cls,
        frame: KeyFrame,
        line_art: LineArt,
        *,
        flat_u8: U8Array | None = None,
        reading: LineReading | None = None,
    ) -> "KeyDrawing":
        """Look at a key frame.

        flat_u8  uint8 (H, W, 3) the flat colours it was painted in, which count in regions without
                 a hint; None: hints alone count.
        reading  what a generator reads in it; None: nothing.
        Raises ValueError if the flats are not of the drawing's size.
        """
        size = line_art.size
        if flat_u8 is not None and flat_u8.shape != (*size.shape, 3):
            raise ValueError(
                f"a key frame of {size} needs flats of its size; got {flat_u8.shape}: paint the "
                "frame again"
            )
        small = shrunk(line_art)
        closed = draw_regions(small, reading)
        painted = None
        if flat_u8 is not None:
            painted = pack_colors(_resized(flat_u8, small.shape, cv2.INTER_NEAREST))
        scale = scale_of(size)
        hints = frame.hints.scaled(scale, scale)
        labels, colors = cut_by_color(closed, colors_of_hints(closed, hints, painted))
        regions = recut(closed, labels, reading) if len(colors) > closed.count else closed
        return cls(frame, line_art, regions, colors)

    @property
    def index(self) -> int:
        """Its place in the sequence."""
        return self.frame.index


def scale_of(size: Size) -> float:
    """By which drawings of a size are tracked smaller; 1 for those that are small already."""
    return min(1.0, TRACKING_SIDE / size.long_side)


def shrunk(line_art: LineArt) -> U8Array:
    """A drawing at the size of tracking, uint8 (h, w), 0 = ink."""
    scale = scale_of(line_art.size)
    height, width = (max(1, round(side * scale)) for side in line_art.size.shape)
    return _resized(line_art.pixels, (height, width), cv2.INTER_AREA)


def _resized(plane: U8Array, shape: tuple[int, ...], interpolation: int) -> U8Array:
    if plane.shape[:2] == shape:
        return plane
    return np.asarray(cv2.resize(plane, shape[::-1], interpolation=interpolation), dtype=np.uint8)


def keys_of(index: int, keys: Iterable[int]) -> tuple[int, ...]:
    """The key frames that a frame depends on, the one that it follows first.

    A key frame depends on itself alone; others on the last key frame before and the next after.
    """
    ordered = sorted(keys)
    if index in ordered:
        return (index,)
    before = [key for key in ordered if key < index][-1:]
    return (*before, *[key for key in ordered if key > index][:1])
