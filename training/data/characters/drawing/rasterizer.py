"""From a drawing to planes: supersampled fills, tones, tapered ink, all occluded as painted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.geometry import Rect, Size
from models.hints.parts import PART_COUNT, Part
from models.hints.tags import Rgb
from training.data.characters.drawing.composition import compose, form_shade, inked, shadow_colors
from training.data.characters.drawing.drawing import Blush, Cast, Drawing, Pen, Shape
from training.data.characters.drawing.lookup import count_values, look_up, smooth_flat
from training.data.characters.drawing.marks import Stroke
from training.data.characters.drawing.regions import RegionBook
from training.data.characters.drawing.relief import ROUNDING, rim, soft_form
from training.data.characters.drawing.shading import Light
from training.data.characters.drawing.tracing import SHIFT, Bounds, Polygon, Traced
from training.data.tones import UNSHADED, Tones

U8Array = NDArray[Any]
"""uint8 plane; cv2's annotations do not tell the dtype."""
Areas = dict[tuple[Part, Rgb], int]
LIT = 255
"""In the plane of tones, what no shadow falls on."""
DROP = 0.045
"""How far from a shape its shadow on what lies beneath reaches, in units."""
LEAST_GLOW = 24
"""From how strong a glow on, of 255, a place is a highlight."""
RIM_GLOW = 0.45
"""How bright the rim is that a light from behind leaves."""


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

    color: U8Array
    figure: U8Array
    line: U8Array
    flat: U8Array
    shade: U8Array
    tones: Tones
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
        self._scale = 1.0
        shape = (height * factor, width * factor)
        self._owner = np.zeros(shape, np.int16)
        self._shade = np.full(shape, LIT, np.uint8)  # less by the depth of a tone
        self._ink = np.full(shape, 255, np.uint8)
        self._glow = np.zeros(shape, np.uint8)
        self._blush = np.zeros(shape, np.uint8)
        self._has_glow = self._has_blush = False
        self._book = book or RegionBook(look.background)
        self._own: set[int] = set()
        self._light = Light(0.0, -1.0)
        self._figures: set[int] = set()
        self._whites: set[tuple[Part, Rgb]] = set()

    def paint(self, drawing: Drawing, placement: Placement, *, scenery: bool = False) -> None:
        """Paint every item of the drawing over what is there.

        Casts and blush fall on the drawing's own regions only. ``scenery`` gets no contour.
        """
        self._scale = placement.scale * self._factor
        self._traced = Traced(
            drawing,
            scale=self._scale,
            shift=np.array(placement.shift) * self._factor,
            width_px=self._look.line_px * self._factor,
        )
        self._own = set()
        self._light = drawing.light
        self._whites.add((Part.OTHER, drawing.palette.sclera))
        for item in drawing.items:
            if isinstance(item, Shape):
                self._paint_shape(item)
            elif isinstance(item, Cast):
                self._paint_cast(item)
            elif isinstance(item, Blush):
                self._paint_blush(item)
            elif isinstance(item, Pen):
                for solid in item.solids:
                    self._fill(self._ink, self._traced.path(solid), 0, smooth=True)
                self._draw_strokes(item.strokes)
        if not scenery:
            self._figures |= self._own

    def planes(self) -> Planes:
        """Bring the planes down to the result's size and compose the colour."""
        factor, look = self._factor, self._look
        if look.contour_px > 0:
            self._draw_contour(look.contour_px * factor)
        colors = np.array(self._book.colors, np.uint8)
        owner = np.ascontiguousarray(self._owner[factor // 2 :: factor, factor // 2 :: factor])
        flat = look_up(colors, owner)
        line = self._down(self._ink)
        labels = look_up(np.array(self._book.parts, np.uint8), owner)
        table = np.zeros(len(self._book.parts), np.uint8)
        table[list(self._figures)] = 255
        figure = look_up(table, owner)
        glow = self._down(self._glow)
        if self._light.behind:
            lit = rim(figure, labels, self._light, unit=self._scale / factor)
            glow = cv2.max(glow, cv2.convertScaleAbs(lit, alpha=RIM_GLOW))
            self._shade_behind(lit, figure)
        shade = self._down(cv2.LUT(self._shade, _levels(look.tones)))
        if look.softness > 0.3:
            shade = cv2.GaussianBlur(shade, (0, 0), look.softness)
        if look.form > 0:
            shade = self._rounded(shade, figure, labels)
        color = compose(
            smooth_flat(colors, self._owner, factor=factor, flat=flat),
            shadow=look_up(shadow_colors(colors, look.tint), owner),
            shade=shade,
            blush=self._down(self._blush),
            glow=glow,
        )
        color = inked(color, flat, line, look.ink, look.ink_share)
        areas, owned = self._areas(owner)
        return Planes(
            color=color,
            figure=(owner > 0).view(np.uint8) * np.uint8(255),
            line=line,
            flat=flat,
            shade=shade,
            tones=self._tones(owner, figure, labels, glow),
            labels=labels,
            regions=owner.astype(np.int32),
            areas=areas,
            owned=owned,
        )

    def _areas(self, owner: NDArray[np.int16]) -> tuple[Areas, dict[str, Areas]]:
        book = self._book
        counts = count_values(owner, len(book.parts))
        areas: Areas = {}
        owned: dict[str, Areas] = {}
        for number in np.flatnonzero(counts):
            look = book.parts[number], book.colors[number]
            own = owned.setdefault(book.scopes[number].partition("/")[0], {})
            for each in (areas, own):
                each[look] = each.get(look, 0) + int(counts[number])
        return areas, owned

    def _shade_behind(self, lit: U8Array, figure: U8Array) -> None:
        """One tone darker on figures, but for the rim that the light from behind meets."""
        size = self._shade.shape[::-1]
        dark = cv2.resize(cv2.subtract(figure, lit), size, interpolation=cv2.INTER_LINEAR) > 127
        bright = cv2.resize(lit, size, interpolation=cv2.INTER_LINEAR) > 127
        self._shade[dark] = np.maximum(self._shade[dark] - 1, LIT - 2)
        self._shade[bright] = LIT

    def _tones(
        self, owner: NDArray[np.int16], figure: U8Array, labels: U8Array, glow: U8Array
    ) -> Tones:
        """What the light does to what can be shaded: not to eyes, teeth and mouths."""
        book = self._book
        fixed = [key.part in UNSHADED or (key.part, key.color) in self._whites for key in book.keys]
        table = np.array(fixed, np.uint8) * np.uint8(255)
        free = cv2.bitwise_and(cv2.bitwise_not(look_up(table, owner)), figure)
        dark = (self._down(_mask_of(self._shade <= LIT - depth)) for depth in (1, 2))
        soft = soft_form(figure, labels, self._light, unit=self._scale / self._factor)
        planes = (*dark, _mask_of(glow >= LEAST_GLOW), soft)
        first, second, highlight, soft = (
            np.asarray(cv2.bitwise_and(plane, free), np.uint8) for plane in planes
        )
        return Tones(
            first=first,
            second=second,
            highlight=highlight,
            soft=soft,
        )

    def _rounded(self, shade: U8Array, figure: U8Array, labels: U8Array) -> U8Array:
        """Darken hair and body softly towards the side that is turned from the light."""
        hair = figure * (labels == Part.HAIR)
        round_by = {"radius": self._scale / self._factor * ROUNDING, "strength": self._look.form}
        body = form_shade(cv2.subtract(figure, hair), self._light, **round_by)
        locks = form_shade(hair, self._light, **round_by)
        shade = cv2.multiply(shade, cv2.max(body, cv2.bitwise_not(figure)), scale=1 / 255)
        return cv2.multiply(shade, cv2.max(locks, cv2.bitwise_not(hair)), scale=1 / 255)

    def _down(self, plane: U8Array) -> U8Array:
        return cv2.resize(plane, self._size, interpolation=cv2.INTER_AREA)

    def _fill(
        self,
        plane: U8Array,
        polygon: Polygon,
        value: int,
        *,
        corner: tuple[int, int] = (0, 0),
        smooth: bool = False,
    ) -> None:
        """Fill a polygon in a plane whose upper left pixel is ``corner`` of the picture."""
        kind = cv2.LINE_AA if smooth else cv2.LINE_8
        offset = (-corner[0] << SHIFT, -corner[1] << SHIFT)
        cv2.fillPoly(plane, [polygon.points], (value,), kind, SHIFT, offset)

    def _box(self, bounds: Bounds, margin: int = 2) -> Rect:
        """The part of the picture around bounds; it may be empty."""
        return Rect(*bounds).grown(margin).clipped(Size(*self._owner.shape))

    def _mask(self, box: Rect, polygon: Polygon) -> U8Array:
        mask = np.zeros(box.shape, np.uint8)
        self._fill(mask, polygon, 255, corner=box.corner)
        return mask

    def _paint_shape(self, shape: Shape) -> None:
        path = self._traced.path(shape.path)
        box = self._box(path.bounds)
        if box.is_empty:
            return
        if shape.casts:
            self._drop_shadow(shape, path)
        region = self._book.number(shape.key)
        self._own.add(region)
        mask = self._mask(box, path)
        if shape.clip is not None:
            clip = self._traced.path(shape.clip)
            cv2.bitwise_and(mask, self._mask(box, clip), dst=mask)
        cv2.copyTo(np.full(mask.shape, region, np.int16), mask, self._owner[box.slices])
        clear = cv2.bitwise_not(mask)
        for lit in (self._shade, self._ink):
            cv2.bitwise_or(lit[box.slices], mask, dst=lit[box.slices])
        if self._has_glow:
            cv2.bitwise_and(self._glow[box.slices], clear, dst=self._glow[box.slices])
        if self._has_blush:
            cv2.bitwise_and(self._blush[box.slices], clear, dst=self._blush[box.slices])
        self._decorate(shape, box, clear)
        self._draw_strokes(shape.strokes)

    def _drop_shadow(self, shape: Shape, path: Polygon) -> None:
        """Darken what lies beneath a shape on the side that is turned from the light."""
        left, top, right, bottom = path.bounds
        reach = min(DROP * self._scale, 0.2 * min(right - left, bottom - top))
        x, y = np.rint(self._light.away * reach * (1 << SHIFT)).astype(int).tolist()
        points = path.points + np.array([x, y], np.int32)
        bounds = (left + (x >> SHIFT), top + (y >> SHIFT), right + (x >> SHIFT) + 1, 0)
        box = self._box((*bounds[:3], bottom + (y >> SHIFT) + 1))
        if box.is_empty:
            return
        own = np.take(self._table(shape.casts), self._owner[box.slices], mode="clip")
        area = cv2.bitwise_and(self._mask(box, Polygon(points, path.bounds)), own)
        self._deepen(box, area)

    def _decorate(self, shape: Shape, box: Rect, clear: U8Array) -> None:
        """Tones, highlights and inner strokes of a shape; clear is 0 in it, 255 around it."""
        for tone in shape.tones:
            path = self._traced.path(tone.path)
            area = box if tone.outside else box.intersected(self._box(path.bounds))
            if area.is_empty:
                continue
            level = LIT - tone.depth
            around, inside = (level, 255) if tone.outside else (255, level)
            dark = np.full(area.shape, around, np.uint8)
            self._fill(dark, path, inside, corner=area.corner)
            self._darken(area, cv2.bitwise_or(dark, clear[area.slices_in(box)]))
        for glow in shape.glows:
            path = self._traced.path(glow.path)
            area = box.intersected(self._box(path.bounds))
            if not area.is_empty:
                lit = cv2.subtract(self._mask(area, path), clear[area.slices_in(box)])
                self._lighten(area, lit, glow.strength)
        if shape.inside:
            self._ink_inside(shape, box, clear)

    def _ink_inside(self, shape: Shape, box: Rect, clear: U8Array) -> None:
        outlines = [self._traced.stroke(stroke) for stroke in shape.inside]
        lefts, tops, rights, bottoms = zip(*(outline.bounds for outline in outlines))
        around = self._box((min(lefts), min(tops), max(rights), max(bottoms)))
        area = box.intersected(around)
        if area.is_empty:
            return
        ink = np.full(area.shape, 255, np.uint8)
        for outline in outlines:
            self._fill(ink, outline, 0, corner=area.corner, smooth=True)
        cv2.bitwise_or(ink, clear[area.slices_in(box)], dst=ink)
        cv2.min(self._ink[area.slices], ink, dst=self._ink[area.slices])

    def _darken(self, box: Rect, dark: U8Array) -> None:
        cv2.min(self._shade[box.slices], dark, dst=self._shade[box.slices])

    def _deepen(self, box: Rect, area: U8Array) -> None:
        """One tone darker where area is 255, down to the second: two shadows lie there."""
        deeper = np.maximum(self._shade[box.slices] - 1, LIT - 2)
        cv2.copyTo(deeper, area, self._shade[box.slices])

    def _lighten(self, box: Rect, area: U8Array, strength: float) -> None:
        self._has_glow = True
        lit = area & np.uint8(round(strength * 255))
        cv2.max(self._glow[box.slices], lit, dst=self._glow[box.slices])

    def _paint_cast(self, cast: Cast) -> None:
        path = self._traced.path(cast.path)
        box = self._box(path.bounds)
        if box.is_empty:
            return
        own = np.take(self._table(cast.parts), self._owner[box.slices], mode="clip")
        area = cv2.bitwise_and(self._mask(box, path), own)
        if cast.glow > 0:
            self._lighten(box, area, cast.glow)
        else:
            level = np.uint8(LIT - cast.depth)
            self._darken(box, np.bitwise_or(cv2.bitwise_not(area), level))

    def _paint_blush(self, blush: Blush) -> None:
        path = self._traced.path(blush.path)
        reach = float(np.ptp(path.points[:, 1])) / (1 << SHIFT) / 3
        box = self._box(path.bounds, int(reach * 2) + 2)
        if box.is_empty:
            return
        self._has_blush = True
        own = np.take(self._table((Part.SKIN,)), self._owner[box.slices], mode="clip")
        soft = cv2.GaussianBlur(self._mask(box, path), (0, 0), max(reach, 0.5))
        soft = cv2.convertScaleAbs(soft, alpha=blush.strength)
        area = cv2.bitwise_and(soft, own)
        cv2.max(self._blush[box.slices], area, dst=self._blush[box.slices])

    def _table(self, parts: tuple[Part, ...]) -> U8Array:
        """255 for the numbers of the current drawing's regions of some parts."""
        table = np.zeros(len(self._book.parts), np.uint8)
        own = [number for number in self._own if self._book.parts[number] in parts]
        table[own] = 255
        return table

    def _draw_strokes(self, strokes: Iterable[Stroke]) -> None:
        for stroke in strokes:
            self._fill(self._ink, self._traced.stroke(stroke), 0, smooth=True)

    def _draw_contour(self, width: float) -> None:
        table = np.zeros(len(self._book.parts), np.uint8)
        table[list(self._figures)] = 1
        figure = look_up(table, self._owner)
        margin = 16  # so that no contour runs along the picture's edge
        figure = cv2.copyMakeBorder(figure, margin, margin, margin, margin, cv2.BORDER_REPLICATE)
        found, _ = cv2.findContours(figure, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        cv2.drawContours(
            self._ink, found, -1, (0,), max(1, round(width)), cv2.LINE_AA, offset=(-margin, -margin)
        )


def _mask_of(where: NDArray[np.bool_]) -> U8Array:
    """255 where it holds."""
    return where.view(np.uint8) * np.uint8(255)


def _levels(tones: tuple[int, int]) -> U8Array:
    """The shade level of every value of the plane of tones, uint8 (256,)."""
    table = np.arange(256, dtype=np.uint8)
    table[LIT - 1], table[LIT - 2] = tones
    return table


assert PART_COUNT < 255
