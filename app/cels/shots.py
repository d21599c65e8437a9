"""What a finished cut shows from frame to frame, and where a colour pops up in it.

A shot is the drawings that one frame shows, bottom to top: by a timesheet those of every layer,
without one each drawing by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import cv2
import numpy as np

from app.batch.facts import Spot
from app.batch.plan import BatchPlan
from app.batch.records import ResultFolder
from app.batch.reporting.pops import Pop
from app.batch.writing import read_flats
from app.cels.exposure import Exposure
from app.cels.pops import Popped, ShotFlats, find_pops
from models.arrays import BoolArray, I32Array, U8Array
from models.color import pack_colors
from models.geometry import Size
from models.matching.extraction import ground_of
from models.pictures.files import PictureError

POP_SIDE = 640
"""Longer side at which pops are looked for."""
KEPT_DRAWINGS = 12
NO_DRAWING = -1

Shot = tuple[int, ...]
"""Indices of drawings, bottom to top."""


def shots_of(drawings: Iterable[int], exposure: Exposure | None) -> tuple[Shot, ...]:
    """What each frame of a cut shows: by its timesheet, or without one the drawings in order."""
    if exposure is not None:
        return exposure.order()
    return tuple((index,) for index in drawings)


@dataclass(frozen=True, slots=True, eq=False)
class _Drawing:
    """A coloured drawing at a small size, (h, w): flats 0xRRGGBB, lines, and what is ground."""

    packed: I32Array
    line_u8: U8Array
    is_ground: BoolArray


class CutPops:
    """Looks for pops in what a plan has coloured. Holds little more than a few small drawings."""

    def __init__(self, plan: BatchPlan) -> None:
        self._plan = plan
        self._read = lru_cache(maxsize=KEPT_DRAWINGS)(self._read_now)

    def find(self, exposure: Exposure | None) -> list[Pop]:
        """Every pop of the cut."""
        shots = shots_of(self._plan.selected, exposure)
        found: list[Pop] = []
        numbered = enumerate(shots)
        for _, run in groupby(numbered, key=lambda each: self._track(each[1], exposure)):
            found += self._find(list(run))
        return found

    def _track(self, shot: Shot, exposure: Exposure | None) -> tuple[str, Size] | None:
        """Neighbours are compared within one cut and size; a timesheet is one cut."""
        if exposure is not None:
            return None
        frame = self._plan.frames[shot[0]]
        return frame.cut, frame.size

    def _find(self, shots: list[tuple[int, Shot]]) -> Iterator[Pop]:
        sizes = [self._plan.frames[index].size for _, shot in shots for index in shot]
        if not sizes:
            return
        size = max(sizes, key=sizes.count)
        owners: dict[int, I32Array] = {}

        def pictures() -> Iterator[ShotFlats]:
            for _, run in groupby(shots, key=lambda each: self._drawn(each[1])):
                frames = list(run)
                flats, owner = self._laid(frames[0][1], size, frames[0][0], frames[-1][0])
                owners[frames[0][0]] = owner
                yield flats
                for first in list(owners)[:-4]:
                    del owners[first]

        for popped in find_pops(pictures()):
            drawing = int(owners[popped.first][popped.y, popped.x])
            if drawing != NO_DRAWING:
                yield self._told(popped, drawing)

    def _drawn(self, shot: Shot) -> Shot:
        """A shot by its drawings; a held one is the drawing that was coloured."""
        return tuple(self._plan.first_of[index] for index in shot)

    def _laid(self, shot: Shot, size: Size, first: int, last: int) -> tuple[ShotFlats, I32Array]:
        """A shot's drawings of a size over each other, and which of them each pixel shows."""
        small = size.scaled_to(min(size.long_side, POP_SIDE))
        packed = np.full(small.shape, 0xFFFFFF, dtype=np.int32)
        line_u8 = np.full(small.shape, 255, dtype=np.uint8)
        owner = np.full(small.shape, NO_DRAWING, dtype=np.int32)
        for index in shot:
            if self._plan.frames[index].size != size:
                continue
            drawing = self._read(index, small)
            if drawing is not None:
                shown = ~drawing.is_ground
                packed[shown], owner[shown] = drawing.packed[shown], index
                line_u8 = np.minimum(np.where(shown, 255, line_u8), drawing.line_u8)
        return ShotFlats(first, last, packed, line_u8.astype(np.uint8)), owner

    def _read_now(self, index: int, small: Size) -> _Drawing | None:
        """None if it is not coloured, or cannot be read any more."""
        frame = self._plan.frames[index]
        path = ResultFolder(self._plan.out).paint_path(frame.label)
        flat_u8 = read_flats(path, frame.size)
        if flat_u8 is None:
            return None
        try:
            line_u8 = self._plan.read_lines(frame.read()).line_art.pixels
        except PictureError:
            return None
        across = (small.width, small.height)
        flat_u8 = np.asarray(cv2.resize(flat_u8, across, interpolation=cv2.INTER_NEAREST))
        line_u8 = np.asarray(cv2.resize(line_u8, across, interpolation=cv2.INTER_AREA))
        return _Drawing(pack_colors(flat_u8), line_u8, ground_of(flat_u8))

    def _told(self, popped: Popped, drawing: int) -> Pop:
        """In the drawing's own pixels, and in the colours that are shown."""
        size, recolor = self._plan.frames[drawing].size, self._plan.recolor
        scale = size.long_side / min(size.long_side, POP_SIDE)
        return Pop(
            first=popped.first,
            last=popped.last,
            drawing=drawing,
            spot=Spot(popped.x, popped.y, popped.pixels).enlarged(scale),
            color=recolor.color(popped.color),
            expected=recolor.color(popped.expected),
        )
