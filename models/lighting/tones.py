"""Tones at the picture's own size, row by row: how far each pixel is from lit to its tone."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, U8Array
from models.coloring.trace import TraceArea, TraceAreas, area_share
from models.geometry import Rect, Size
from models.lighting.bodies.surfaces import Bodies
from models.lighting.shapes import Cut, Shape, Shapes
from models.lighting.strokes import LightKind, LightStrokes, draw_strokes

STEPS = 64
"""Levels from one tone to the next."""
LIT, SHADE, DEEP, HIGHLIGHT = 0, STEPS, 2 * STEPS, 3 * STEPS
"""Levels of a picture's tones. From LIT over SHADE to DEEP it gets darker; from just above DEEP to
HIGHLIGHT a lit pixel gets brighter."""
LEVELS = HIGHLIGHT + 1
SOFT_MOST = STEPS + STEPS // 2 - 1
"""The level of soft shade where it is darkest, of the first tone still."""
EDGE = 3
"""Pixels beside the rows within which outlines are drawn too."""
_FRACTION = 4
"""Binary digits of a pixel in which outlines are drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class PictureTones:
    """Everything that decides the tone of a pixel of a picture.

    size     of the picture; shapes  of its tones by form.
    trace    where the artist's trace lines said it, which is what counts there.
    strokes  where the artist painted it, which counts most.
    """

    size: Size
    shapes: Shapes
    bodies: Bodies
    cuts: tuple[Cut, ...]
    trace: TraceAreas | None = None
    strokes: LightStrokes = ()
    _painted: U8Array | None = field(init=False, default=None)
    _fading: tuple[FloatArray, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        if self.shapes.soft is not None:
            fading = tuple(cut.field(self.shapes.soft) for cut in self.cuts)
            object.__setattr__(self, "_fading", fading)
        if self.strokes:
            object.__setattr__(self, "_painted", draw_strokes(self.strokes, self.size))

    def levels(self, rows: slice, surfaces: I32Array) -> U8Array:
        """The levels of some rows, uint8 (rows, W).

        surfaces  int32 (rows, W) surface of each pixel, as `Surfaces.at` tells.
        """
        body = self._bodies(rows, surfaces)
        levels = np.zeros(body.shape, dtype=np.uint8)
        for cut, soft in zip(self.cuts, self._fading):
            self._fade(levels, soft, cut, rows, body)
        for shapes, base in ((self.shapes.shade, LIT), (self.shapes.deep, SHADE)):
            for shape in shapes:
                self._draw(levels, shape, rows, body, base)
        for shape in self.shapes.highlight:
            self._draw(levels, shape, rows, body, DEEP)
        if self.trace is not None:
            _trace(levels, self.trace.areas_u8, rows)
        if self._painted is not None:
            painted = self._painted[rows]
            for number, level in enumerate(_PAINTED, start=1):
                levels[painted == number] = level
        return levels

    def _bodies(self, rows: slice, surfaces: I32Array) -> I32Array:
        """The body of each pixel, int32 (rows, W).

        A pixel of a surface too small to be seen at the small size is of the body around it.
        """
        body = np.take(self.bodies.of, surfaces)
        strange = np.nonzero(surfaces == len(self.bodies.of) - 1)
        if len(strange[0]):
            height, width = self.bodies.index.shape
            down = (strange[0] + rows.start) * height // self.size.height
            body[strange] = self.bodies.index[down, strange[1] * width // self.size.width]
        return body

    def _fade(
        self, levels: U8Array, soft: FloatArray, cut: Cut, rows: slice, body: I32Array
    ) -> None:
        """Shade a body softly in the levels of some rows, in place. soft  (h, w) of the cut."""
        height, width = self.bodies.index.shape
        across, down = self.size.width / width, self.size.height / height
        box = self._box(
            np.array([[cut.left, cut.top], [cut.left + soft.shape[1], cut.top + soft.shape[0]]])
            * (across, down),
            rows,
        )
        if box.is_empty:
            return
        to_cut = np.array(
            [
                [1 / across, 0, (box.left + 0.5) / across - cut.left - 0.5],
                [0, 1 / down, (box.top + 0.5) / down - cut.top - 0.5],
            ]
        )
        drawn = cv2.warpAffine(
            soft,
            to_cut,
            box.shape[::-1],
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        place = box.moved(0, -rows.start).slices
        own = body[place] == cut.body
        levels[place][own] = np.round(SOFT_MOST * drawn[own])

    def _box(self, places: NDArray[np.floating], rows: slice) -> Rect:
        """The pixels of some rows around places, (N, 2) in pixels of the picture."""
        left, top = (int(np.floor(value)) - 1 for value in places.min(axis=0))
        right, bottom = (int(np.ceil(value)) + 2 for value in places.max(axis=0))
        strip = Rect(0, rows.start, self.size.width, rows.stop)
        return Rect(left, top, right, bottom).intersected(strip)

    def _draw(self, levels: U8Array, shape: Shape, rows: slice, body: I32Array, base: int) -> None:
        """Draw a shape into the levels of some rows, in place, where its body is.

        base  the level from which it leads; its edge is as soft as a line's, one pixel.
        """
        curves = [outline * (self.size.width, self.size.height) - 0.5
                  for outline in shape.outlines]  # fmt: skip
        box = self._box(np.concatenate(curves), rows)
        if box.is_empty:
            return
        # A border of its own keeps edges the same wherever the rows are cut.
        outer = box.grown(EDGE)
        wide = np.zeros(outer.shape, dtype=np.uint8)
        factor = 1 << _FRACTION
        points = [np.round((curve - outer.corner) * factor).astype(np.int32) for curve in curves]
        cv2.fillPoly(wide, points, (STEPS,), cv2.LINE_AA, _FRACTION)
        drawn = wide[box.slices_in(outer)]
        place = box.moved(0, -rows.start).slices
        drawn[body[place] != shape.body] = 0
        _raise(levels[place], drawn, base)


def _raise(levels: U8Array, drawn: U8Array, base: int) -> None:
    """Lead levels on by what was drawn, 0 to STEPS, in place.

    Highlights take the place of what is lit alone; the second tone lies within the first.
    """
    if base == DEEP:
        where = (drawn > 0) & (levels < STEPS // 2)
        levels[where] = base + drawn[where]
    elif base == SHADE:
        where = (drawn > 0) & (levels == SHADE)
        levels[where] = base + drawn[where]
    else:
        np.maximum(levels, drawn, out=levels)


_PAINTED = tuple(
    {LightKind.SHADE: SHADE, LightKind.LIGHT: HIGHLIGHT, LightKind.LIT: LIT}[kind]
    for kind in LightKind
)


def _trace(levels: U8Array, areas_u8: U8Array, rows: slice) -> None:
    """Give traced regions the artist's tones, in place."""
    own = areas_u8[rows]
    traced = own != TraceArea.NONE
    if not traced.any():
        return
    drawn = np.zeros_like(levels)
    for area, base in ((TraceArea.SHADE, LIT), (TraceArea.HIGHLIGHT, DEEP)):
        share = np.round(STEPS * area_share(areas_u8, rows, area)).astype(np.uint8)
        _raise(drawn, share, base)
    levels[traced] = drawn[traced]


def tones_of(levels: U8Array) -> U8Array:
    """The tone of each level: 0 lit, 1 shade, 2 its second tone, 3 highlight; as levels."""
    return np.asarray(cv2.LUT(levels, _TONE_OF), dtype=np.uint8)


_TONE_OF = np.zeros(256, dtype=np.uint8)
_TONE_OF[SHADE - STEPS // 2 :] = 1
_TONE_OF[DEEP - STEPS // 2 :] = 2
_TONE_OF[DEEP + 1 :] = 0
_TONE_OF[HIGHLIGHT - STEPS // 2 :] = 3


def shares_of_level() -> tuple[FloatArray, FloatArray, FloatArray]:
    """Of each level, float32 (LEVELS,): how much of shade, of its second tone, of highlight."""
    level = np.arange(LEVELS, dtype=np.float32)
    bright = level > DEEP
    shade = np.where(bright, 0, np.clip(level / STEPS, 0, 1))
    deep = np.where(bright, 0, np.clip(level / STEPS - 1, 0, 1))
    highlight = np.where(bright, (level - DEEP) / STEPS, 0)
    return shade.astype(np.float32), deep.astype(np.float32), highlight.astype(np.float32)
