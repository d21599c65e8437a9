"""From a drawing to planes: supersampled fills, tones, tapered ink, all occluded as painted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.parts import PART_COUNT, Part
from models.tags import Rgb
from training.data.characters.composition import compose, form_shade, inked, shadow_colors
from training.data.characters.drawing import Blush, Cast, Drawing, Pen, Shape
from training.data.characters.geometry import Points, lengths
from training.data.characters.marks import Stroke
from training.data.characters.regions import RegionBook
from training.data.characters.shading import Light

U8Array = NDArray[Any]
"""uint8 plane; cv2's annotations do not tell the dtype."""
SHIFT = 4
"""Fractional bits of cv2's polygon coordinates."""
Box = tuple[slice, slice]
Areas = dict[tuple[Part, Rgb], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a drawing is turned into pixels.

    line_px     width of a stroke of width 1, in pixels of the result.
    tones       shade levels of depth 1 and 2 (255 = lit).
    tint        shadow's colour: factor of each channel, at full shadow.
    ink         colour of the lines, and the share of the surface's colour mixed in.
    softness    blur of tone edges, in pixels of the result.
    contour_px  extra width of the figure's outer contour.
    form        how dark the rounded side of hair and body grows, 0 to about 0.3.
    """

    line_px: float
    tones: tuple[int, int]
    tint: tuple[float, float, float]
    ink: Rgb
    ink_share: float
    softness: float
    contour_px: float
    background: Rgb
    form: float = 0.0

    def scaled(self, factor: float) -> "Look":
        """The same look in a picture that is larger by ``factor``."""
        return replace(
            self,
            line_px=self.line_px * factor,
            softness=self.softness * factor,
            contour_px=self.contour_px * factor,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Planes:
    """Result of rasterizing, rows from the top; see training.data.sample for their meaning.

    areas counts the pixels of each part in each flat colour, owned those of each drawing by its
    scope (the empty ground's is "").
    """

    colour: U8Array
    figure: U8Array
    line: U8Array
    flat: U8Array
    shade: U8Array
    labels: U8Array
    regions: NDArray[np.int32]
    areas: Areas
    owned: dict[str, Areas]

    def areas_of(self, scope: str) -> Areas:
        """Areas of the regions of one drawing and of the empty ground."""
        return self.owned.get("", {}) | self.owned.get(scope, {})


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a drawing lies in the picture: pixels a unit, and the pixel of its origin."""

    scale: float
    shift: tuple[float, float]


class Rasterizer:
    """Paints drawings in order onto supersampled planes; one for each picture.

    ``book`` numbers the regions; the frames of a sequence share one.
    """

    def __init__(
        self,
        *,
        width: int,
        height: int,
        look: Look,
        book: RegionBook | None = None,
        factor: int = 2,
    ) -> None:
        self._look, self._factor = look, factor
        self._size = (width, height)
        self._scale, self._shift = 1.0, np.zeros(2)
        shape = (height * factor, width * factor)
        self._owner = np.zeros(shape, np.int16)
        self._shade = np.full(shape, 255, np.uint8)
        self._ink = np.full(shape, 255, np.uint8)
        self._glow = np.zeros(shape, np.uint8)
        self._blush = np.zeros(shape, np.uint8)
        self._book = book or RegionBook(look.background)
        self._own: set[int] = set()
        self._light = Light(0.0, -1.0)
        self._figures: set[int] = set()

    def paint(self, drawing: Drawing, placement: Placement, *, scenery: bool = False) -> None:
        """Paint every item of the drawing over what is there.

        Casts and blush fall on the drawing's own regions only. ``scenery`` gets no contour.
        """
        self._scale = placement.scale * self._factor
        self._shift = np.array(placement.shift) * self._factor
        self._own = set()
        self._light = drawing.light
        for item in drawing.items:
            if isinstance(item, Shape):
                self._paint_shape(item)
            elif isinstance(item, Cast):
                self._paint_cast(item)
            elif isinstance(item, Blush):
                self._paint_blush(item)
            elif isinstance(item, Pen):
                for solid in item.solids:
                    self._fill(self._ink, self._pixels(solid), 0, smooth=True)
                self._draw_strokes(self._ink, item.strokes)
        if not scenery:
            self._figures |= self._own

    def planes(self) -> Planes:
        """Bring the planes down to the result's size and compose the colour."""
        factor, look = self._factor, self._look
        if look.contour_px > 0:
            self._draw_contour(look.contour_px * factor)
        colors = np.array(self._book.colors, np.uint8)
        near = (slice(factor // 2, None, factor), slice(factor // 2, None, factor))
        owner = np.ascontiguousarray(self._owner[near])
        flat = _painted(colors, owner)
        line, shade = self._down(self._ink), self._down(self._shade)
        if look.softness > 0.3:
            shade = cv2.GaussianBlur(shade, (0, 0), look.softness)
        labels = np.take(np.array(self._book.parts, np.uint8), owner, mode="clip")
        if look.form > 0:
            shade = self._rounded(shade, owner, labels)
        colour = compose(
            self._down(_painted(colors, self._owner)),
            shadow=_painted(shadow_colors(colors, look.tint), owner),
            shade=shade,
            blush=self._down(self._blush),
            glow=self._down(self._glow),
        )
        colour = inked(colour, flat, line, look.ink, look.ink_share)
        areas, owned = self._areas(owner)
        return Planes(
            colour=colour,
            figure=(owner > 0).view(np.uint8) * np.uint8(255),
            line=line,
            flat=flat,
            shade=shade,
            labels=labels,
            regions=owner.astype(np.int32),
            areas=areas,
            owned=owned,
        )

    def _areas(self, owner: NDArray[np.int16]) -> tuple[Areas, dict[str, Areas]]:
        book = self._book
        counts = np.bincount(owner.ravel(), minlength=len(book.parts))
        areas: Areas = {}
        owned: dict[str, Areas] = {}
        for number in np.flatnonzero(counts):
            look = book.parts[number], book.colors[number]
            own = owned.setdefault(book.scopes[number].partition("/")[0], {})
            for each in (areas, own):
                each[look] = each.get(look, 0) + int(counts[number])
        return areas, owned

    def _rounded(self, shade: U8Array, owner: NDArray[np.int16], labels: U8Array) -> U8Array:
        """Darken hair and body softly towards the side that is turned from the light."""
        table = np.zeros(len(self._book.parts), np.uint8)
        table[list(self._figures)] = 255
        figure = np.take(table, owner, mode="clip")
        hair = figure * (labels == Part.HAIR)
        round_by = {"radius": self._scale / self._factor * 0.17, "strength": self._look.form}
        body = form_shade(cv2.subtract(figure, hair), self._light, **round_by)
        locks = form_shade(hair, self._light, **round_by)
        shade = cv2.multiply(shade, cv2.max(body, cv2.bitwise_not(figure)), scale=1 / 255)
        return cv2.multiply(shade, cv2.max(locks, cv2.bitwise_not(hair)), scale=1 / 255)

    def _down(self, plane: U8Array) -> U8Array:
        return cv2.resize(plane, self._size, interpolation=cv2.INTER_AREA)

    def _pixels(self, points: Points) -> Points:
        return points * self._scale + self._shift

    def _fill(self, plane: NDArray, pixels: Points, value: int, *, smooth: bool = False) -> None:
        polygon = np.rint(pixels * (1 << SHIFT)).astype(np.int32)
        kind = cv2.LINE_AA if smooth else cv2.LINE_8
        cv2.fillPoly(plane, [polygon], (value,), kind, SHIFT)

    def _box(self, pixels: Points, margin: int = 2) -> Box | None:
        height, width = self._owner.shape
        left, top = np.floor(pixels.min(axis=0)).astype(int) - margin
        right, bottom = np.ceil(pixels.max(axis=0)).astype(int) + margin + 1
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, width), min(bottom, height)
        if right <= left or bottom <= top:
            return None
        return slice(top, bottom), slice(left, right)

    def _mask(self, box: Box, points: Points) -> U8Array:
        mask = np.zeros((box[0].stop - box[0].start, box[1].stop - box[1].start), np.uint8)
        corner = np.array([box[1].start, box[0].start])
        self._fill(mask, self._pixels(points) - corner, 255)
        return mask

    def _paint_shape(self, shape: Shape) -> None:
        box = self._box(self._pixels(shape.path))
        if box is None:
            return
        region = self._book.number(shape.key)
        self._own.add(region)
        mask = self._mask(box, shape.path)
        if shape.clip is not None:
            cv2.bitwise_and(mask, self._mask(box, shape.clip), dst=mask)
        cv2.copyTo(np.full(mask.shape, region, np.int16), mask, self._owner[box])
        clear = cv2.bitwise_not(mask)
        for lit in (self._shade, self._ink):
            cv2.bitwise_or(lit[box], mask, dst=lit[box])
        for dark in (self._glow, self._blush):
            cv2.bitwise_and(dark[box], clear, dst=dark[box])
        self._decorate(shape, box, mask)
        self._draw_strokes(self._ink, shape.strokes)

    def _decorate(self, shape: Shape, box: Box, mask: U8Array) -> None:
        for tone in shape.tones:
            area = self._mask(box, tone.path)
            if tone.outside:
                cv2.bitwise_not(area, dst=area)
            self._darken(box, cv2.bitwise_and(area, mask), tone.depth)
        for glow in shape.glows:
            self._lighten(box, cv2.bitwise_and(self._mask(box, glow.path), mask), glow.strength)
        if shape.inside:
            ink = np.full(mask.shape, 255, np.uint8)
            self._draw_strokes(ink, shape.inside, (box[1].start, box[0].start))
            cv2.bitwise_or(ink, cv2.bitwise_not(mask), dst=ink)
            cv2.min(self._ink[box], ink, dst=self._ink[box])

    def _darken(self, box: Box, area: U8Array, depth: int) -> None:
        level = np.uint8(self._look.tones[depth - 1])
        dark = np.bitwise_or(cv2.bitwise_not(area), level)
        cv2.min(self._shade[box], dark, dst=self._shade[box])

    def _lighten(self, box: Box, area: U8Array, strength: float) -> None:
        cv2.max(self._glow[box], area & np.uint8(round(strength * 255)), dst=self._glow[box])

    def _paint_cast(self, cast: Cast) -> None:
        box = self._box(self._pixels(cast.path))
        if box is None:
            return
        table = self._table(cast.parts)
        area = cv2.bitwise_and(self._mask(box, cast.path), table[self._owner[box]])
        if cast.glow > 0:
            self._lighten(box, area, cast.glow)
        else:
            self._darken(box, area, cast.depth)

    def _paint_blush(self, blush: Blush) -> None:
        pixels = self._pixels(blush.path)
        reach = float(np.ptp(pixels[:, 1])) / 3
        box = self._box(pixels, int(reach * 2) + 2)
        if box is None:
            return
        table = self._table((Part.SKIN,))
        soft = cv2.GaussianBlur(self._mask(box, blush.path), (0, 0), max(reach, 0.5))
        soft = cv2.convertScaleAbs(soft, alpha=blush.strength)
        area = cv2.bitwise_and(soft, table[self._owner[box]])
        cv2.max(self._blush[box], area, dst=self._blush[box])

    def _table(self, parts: tuple[Part, ...]) -> U8Array:
        """255 for the numbers of the current drawing's regions of some parts."""
        table = np.zeros(len(self._book.parts), np.uint8)
        own = [number for number in self._own if self._book.parts[number] in parts]
        table[own] = 255
        return table

    def _draw_strokes(
        self, plane: U8Array, strokes: Iterable[Stroke], corner: tuple[int, int] = (0, 0)
    ) -> None:
        width_px = self._look.line_px * self._factor
        shift = self._shift - np.array(corner)
        for stroke in strokes:
            pixels = stroke.points * self._scale + shift
            self._fill(plane, pen_outline(pixels, stroke, width_px), 0, smooth=True)

    def _draw_contour(self, width: float) -> None:
        table = np.zeros(len(self._book.parts), np.uint8)
        table[list(self._figures)] = 1
        figure: U8Array = table[self._owner]
        margin = 16  # so that no contour runs along the picture's edge
        figure = cv2.copyMakeBorder(figure, margin, margin, margin, margin, cv2.BORDER_REPLICATE)
        found, _ = cv2.findContours(figure, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        cv2.drawContours(
            self._ink, found, -1, (0,), max(1, round(width)), cv2.LINE_AA, offset=(-margin, -margin)
        )


def _painted(colors: U8Array, owner: NDArray[np.int16]) -> U8Array:
    """The colour (N, 3) of the region at each pixel, (H, W, 3)."""
    packed = np.zeros((len(colors), 4), np.uint8)
    packed[:, :3] = colors
    seen = np.take(packed.view(np.uint32)[:, 0], owner, mode="clip")
    return cv2.cvtColor(seen.view(np.uint8).reshape(*owner.shape, 4), cv2.COLOR_BGRA2BGR)


def pen_outline(pixels: Points, stroke: Stroke, width_px: float) -> Points:
    """Closed outline of a stroke whose width follows the pen's pressure."""
    at = lengths(pixels)
    share = at / max(float(at[-1]), 1e-9)
    rise = np.minimum(share / 0.45, 1)
    fall = np.minimum((1 - share) / 0.45, 1)
    rise *= 2 - rise
    fall *= 2 - fall
    pressure = np.minimum(
        stroke.start + (1 - stroke.start) * rise, stroke.end + (1 - stroke.end) * fall
    )
    half = (0.5 * width_px * stroke.width) * pressure
    way = np.empty_like(pixels)
    way[1:-1] = pixels[2:] - pixels[:-2]
    way[0], way[-1] = pixels[1] - pixels[0], pixels[-1] - pixels[-2]
    size = half / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    side = np.empty_like(pixels)
    side[:, 0], side[:, 1] = way[:, 1] * size, -way[:, 0] * size
    count = len(pixels)
    outline = np.empty((2 * count, 2))
    outline[:count] = pixels + side
    outline[count:] = (pixels - side)[::-1]
    return outline


assert PART_COUNT < 255
