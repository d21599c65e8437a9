"""From a small painting to the colour layer at the picture's own size.

The colour layer is the colour *under* the lines: where there is a line it shows the colour of the
surface beside it, and the artist's drawing is multiplied over it, untouched. So line darkness is
never counted twice, and the generator's own idea of the lines never shows.

Borders between flat colours follow the middle of the native lines (models.coloring.line_guide), or
where no line is, a smooth contour between the small pixels. What the picture holds beyond its
flats, shading and detail, is carried along as a smooth difference that never crosses into another
flat colour. Everything runs in strips, within bounded memory.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.cancel import IsCancelled, check_cancelled
from models.color import pack_colors, unpack_colors
from models.coloring.carrier import Carrier
from models.coloring.corrections.borders import smoothed_borders
from models.coloring.corrections.eyes import color_eyes
from models.coloring.corrections.ground import bare_ground, color_ground, is_no_paper, tidied_paper
from models.coloring.detail import detail_of
from models.coloring.flats import flats_by_cell, obey_hints, snap_hints, snap_to_palette
from models.coloring.line_guide import LineGuide
from models.coloring.painting import Painting
from models.coloring.palette import AS_PAINTED, ColorReport, Recolor
from models.coloring.region_color import RegionColor, RegionGuide, choose_region_colors
from models.coloring.shade import (
    NEUTRAL_HIGHLIGHT,
    NEUTRAL_SHADE,
    composed,
    decompose,
)
from models.coloring.tidied import tidied_flats
from models.coloring.trace import TraceAreas, paint_areas
from models.geometry import Rect, Size
from models.hints.following import scaled_hints
from models.hints.hints import HintSet
from models.hints.owners import owners_in_rows, owners_of
from models.hints.parts import PART_COUNT, Part
from models.hints.tags import Rgb
from models.rows import MakeRows, PackedRows, Rows

BARE_RGBA = (255, 255, 255, 0)
IS_SMALL = np.isin(np.arange(PART_COUNT), (Part.EYES, Part.MOUTH, Part.BROWS, Part.GLASSES))
"""Which parts are as thin as the steps that are smoothed elsewhere: bool (parts,)."""


@dataclass(frozen=True, slots=True, eq=False)
class SmallColor:
    """The colour under the lines at the small size, ready to be shown or carried to full size.

    flat_u8  uint8 (h, w, 3).
    detail   int16 (h, w, 3): the picture is flat + detail; None where it is flat throughout.
    regions  how the drawing's regions were coloured; None where they were not known.
    trace    the drawing's areas of shade and highlight, at native size; None if it has none.
    bare     bool (h, w) where the artist wants no colour; None for nowhere.
    """

    flat_u8: U8Array
    detail: NDArray[np.int16] | None
    regions: RegionColor | None = None
    trace: TraceAreas | None = None
    bare: BoolArray | None = None

    def rgb_u8(self) -> U8Array:
        """uint8 (h, w, 3), flat + detail, or flats in the trace's areas."""
        rgb_u8 = _add_detail(self.flat_u8, self.detail)
        if self.trace is None:
            return rgb_u8
        height, width = self.flat_u8.shape[:2]
        areas_u8 = cv2.resize(self.trace.areas_u8, (width, height), interpolation=cv2.INTER_NEAREST)
        return paint_areas(self.flat_u8, rgb_u8, np.asarray(areas_u8), slice(0, height))


@dataclass(frozen=True, slots=True, eq=False)
class LaidRows:
    """Some rows of a colour layer, uint8 (rows, W, 4), its flats and what lies over them.

    It is transparent where the artist wants no colour.
    flat_u8, shade_u8, highlight_u8  uint8 (rows, W, 3), the flats as they are shown.
    tones_u8  uint8 (rows, W) which tone of a light each pixel has, and levels_u8 how far it is from
              lit to that; None without a light.
    """

    rgba_u8: U8Array
    flat_u8: U8Array
    shade_u8: U8Array
    highlight_u8: U8Array
    tones_u8: U8Array | None = None
    levels_u8: U8Array | None = None


def leave_bare(laid: LaidRows, bare: BoolArray | None) -> LaidRows:
    """The rows, with neither colour nor shade where the artist wants none: bool (rows, W).

    In place. Behind what is transparent lies white, for whoever shows no transparency.
    """
    if bare is not None:
        laid.rgba_u8[bare] = BARE_RGBA
        laid.shade_u8[bare] = NEUTRAL_SHADE
        laid.highlight_u8[bare] = NEUTRAL_HIGHLIGHT
        if laid.tones_u8 is not None:
            laid.tones_u8[bare] = 0
    return laid


LayRows = Callable[[slice, U8Array], LaidRows]
"""Takes native rows and their flats, uint8 (rows, W, 3), and lays something over them."""


@dataclass(frozen=True, slots=True, eq=False)
class FullColor(Generic[Rows]):
    """The colour layer at native size, uint8 (H, W, 4), and what it is made of, (H, W, 3) each.

    plain_u8  the flats as they were painted, before they were shown as other colours.
    report    None where regions were not known.
    tones_u8  (H, W) which tone of a light each pixel has, and levels_u8 how far it is from lit to
              that; None without a light.
    """

    rgba_u8: Rows
    flat_u8: Rows
    shade_u8: Rows
    highlight_u8: Rows
    plain_u8: Rows
    report: ColorReport | None
    tones_u8: Rows | None = None
    levels_u8: Rows | None = None


def prepare_color(
    painting: Painting,
    guide: LineGuide,
    *,
    hints: HintSet,
    palette: tuple[Rgb, ...] = (),
    regions: RegionGuide | None = None,
    trace: TraceAreas | None = None,
    tidy: float = 0.0,
    keeps_ground: bool = False,
    told_hints: int = 0,
) -> SmallColor:
    """Take the lines out of a painting, lock its flats to the palette, and obey the hints.

    hints    in picture pixels.
    regions  the drawing's, each of which then has one flat colour (models.coloring.contract).
    trace    where the artist said where shade and highlights are.
    tidy     0: the painting as it is; 1: one colour a region (models.coloring.shade).
    keeps_ground  the paper around the figure has a colour that was asked for.
    told_hints  how many of the first hints references told: nobody counts them as obeyed.
    Under a hint the colour is exactly the hint's; around it, within flats of that colour, shading
    returns softly. A generator without flats gets its cells' mean colours.
    """
    scaled = scaled_hints(hints, guide.frame.scale_x, guide.frame.scale_y)
    flat, soft = painting.flat, None
    if flat is None and tidy and regions is not None:
        soft = tidied_flats(painting.rgb, guide, snap_hints(scaled.told(), palette), tidy=tidy)
        flat = soft.own
    elif flat is None:
        flat = flats_by_cell(painting.rgb, guide.cells.labels, guide.ink)
    flat_u8 = guide.under_lines(_to_u8(flat))
    color, around = None, None
    if regions is None:
        obeyed = obey_hints(snap_to_palette(flat_u8, palette), snap_hints(scaled, palette))
        owner = owners_of(scaled, Size(*obeyed.shape[:2]))
        hinted, bare = owner > 0, _bare_of(hints, owner)
    else:
        told, kept = flat_u8 if soft is None else guide.under_lines(_to_u8(soft.told)), None
        if painting.parts is not None:
            owner = owners_of(scaled, Size(*flat_u8.shape[:2]))
            asked = [(0, 0, 0), *(hint.color for hint in snap_hints(hints, palette))]
            told = smoothed_borders(
                flat_u8,
                regions.sampled.labels,
                guide.sure,
                fixed=(owner > 0) | IS_SMALL[painting.parts],
            )
            told = color_ground(
                told,
                painting.parts == Part.BACKGROUND,
                regions.sampled.labels,
                owner=owner,
                colors=np.array(asked, dtype=np.uint8),
            )
            eyes = color_eyes(
                told,
                painting.parts == Part.EYES,
                regions.labels,
                regions.sampled,
                ink=guide.ink,
                hinted=owner > 0,
            )
            told, kept = guide.under_lines(eyes.flat_u8), eyes.kept
            if not keeps_ground:
                is_ground = painting.parts == Part.BACKGROUND
                labels = regions.sampled.labels
                told = bare_ground(told, is_ground, labels, guide.ink, hinted=owner > 0)
        if tidy:
            is_colored = np.array([keeps_ground, *(is_no_paper(hint.color) for hint in hints)])
            claimed = is_colored[owners_of(scaled, Size(*flat_u8.shape[:2]))]
            labels = regions.sampled.labels
            white, around = tidied_paper(told, labels, guide.ink, hinted=claimed, tidy=tidy)
            if soft is not None:
                white[soft.spoken] = told[soft.spoken]
                around &= ~soft.spoken
            told = white
        color = choose_region_colors(
            told,
            regions,
            guide.sure,
            hints=hints,
            palette=palette,
            ink=guide.ink,
            is_exact=painting.flat is not None,
            names_parts=painting.parts is not None,
            kept=kept,
        )
        color = replace(color, told=told_hints)
        obeyed, hinted = color.small_flats(told, scaled)
        bare = color.small_bare(told, scaled)
    detail = detail_of(
        (painting.rgb - flat) * np.float32(255),
        guide,
        painted_u8=flat_u8,
        flat_u8=obeyed,
        hinted=hinted,
        tidy=tidy,
        around=around,
    )
    return SmallColor(obeyed, detail, color, trace, bare)


def _bare_of(hints: HintSet, owner: I32Array) -> BoolArray | None:
    """Where hints want no colour, of the owner of each pixel; None for nowhere."""
    bare = hints.bare()
    return np.isin(owner, np.array(bare) + 1) if bare else None


def compose_packed(
    small: SmallColor,
    guide: LineGuide,
    line_u8: U8Array,
    *,
    hints: HintSet,
    lay: LayRows | None = None,
    recolor: Recolor = AS_PAINTED,
    is_cancelled: IsCancelled,
) -> FullColor[PackedRows]:
    """The colour layer at the picture's own size, kept compressed; nothing of native size stays.

    line_u8  uint8 (H, W), the drawing at native size; hints  in its pixels.
    lay      takes the place of the generator's own shading and of the trace.
    recolor  what the flats are shown as; `lay` sees to that itself.
    Raises Cancelled between strips.
    """
    return compose_rows(
        small, guide, line_u8, PackedRows,
        hints=hints, lay=lay, recolor=recolor, is_cancelled=is_cancelled,
    )  # fmt: skip


def compose_rows(
    small: SmallColor,
    guide: LineGuide,
    line_u8: U8Array,
    make_rows: MakeRows[Rows],
    *,
    hints: HintSet,
    lay: LayRows | None,
    recolor: Recolor,
    is_cancelled: IsCancelled,
) -> FullColor[Rows]:
    """The same in rows of any kind, from top to bottom. Raises Cancelled between strips."""
    height, width = line_u8.shape
    carrier = Carrier(small.flat_u8, small.detail if lay is None else None, guide)
    rgba = make_rows((height, width, 4))
    flat, shade, highlight, plain = (make_rows((height, width, 3)) for _ in range(4))
    tones, levels = (None if lay is None else make_rows((height, width)) for _ in range(2))
    painter = None if small.regions is None else small.regions.painter()
    colors = pack_colors(np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.uint8))
    for rows in guide.strips():
        check_cancelled(is_cancelled)
        place = Rect(0, rows.start, width, rows.stop)
        carried = carrier.flats(place, guide.native_rows(line_u8, rows))
        if painter is None:
            owner = owners_in_rows(hints, rows, width)
            hinted, bare = (None, None) if owner is None else (owner > 0, _bare_of(hints, owner))
            packed, detail = carried.packed, carrier.detail(carried, carried.packed)
            if owner is not None and hinted is not None:
                packed[hinted] = colors[owner[hinted]]
        else:
            painted = painter.paint(place, carried.packed, painter.owners(rows))
            painter.take(painted.counts)
            packed, hinted, bare = painted.packed, painted.hinted, painted.bare
            detail = carrier.detail(carried, packed)
        if detail is not None and hinted is not None:
            detail[hinted] = 0
        flat_strip = unpack_colors(packed)
        if lay is None:
            laid = lay_detail(flat_strip, detail, small.trace, place)
            laid = laid_on(recolor, laid)
        else:
            laid = lay(rows, flat_strip)
        laid = leave_bare(laid, bare)
        plain[rows], flat[rows], rgba[rows] = flat_strip, laid.flat_u8, laid.rgba_u8
        shade[rows], highlight[rows] = laid.shade_u8, laid.highlight_u8
        if tones is not None and laid.tones_u8 is not None:
            tones[rows] = laid.tones_u8
        if levels is not None and laid.levels_u8 is not None:
            levels[rows] = laid.levels_u8
    report = None if painter is None else painter.report()
    return FullColor(rgba, flat, shade, highlight, plain, report, tones, levels)


def laid_on(recolor: Recolor, laid: LaidRows) -> LaidRows:
    """The same shade and highlight on flats that are shown as others."""
    if not recolor:
        return laid
    flat_u8 = recolor.pixels(laid.flat_u8)
    rgb_u8 = composed(flat_u8, laid.shade_u8, laid.highlight_u8)
    rgba_u8 = np.asarray(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
    return replace(laid, rgba_u8=rgba_u8, flat_u8=flat_u8)


def shaded(
    flat_u8: U8Array, detail: FloatArray | None, trace: TraceAreas | None, place: Rect
) -> U8Array:
    """What `lay_detail` shows, uint8 (rows, columns, 3); the flats themselves if it is flat."""
    rgb_u8 = _add_detail(flat_u8, detail)
    if trace is None:
        return rgb_u8
    return paint_areas(flat_u8, rgb_u8, trace.areas_u8, *place.slices)


def lay_detail(
    flat_u8: U8Array, detail: FloatArray | None, trace: TraceAreas | None, place: Rect
) -> LaidRows:
    """The generator's own shading over a rectangle of flats, and the trace's in its place."""
    rgb_u8 = shaded(flat_u8, detail, trace, place)
    rgba_u8 = np.asarray(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
    if rgb_u8 is flat_u8:
        neutral = NEUTRAL_SHADE, NEUTRAL_HIGHLIGHT
        return LaidRows(rgba_u8, flat_u8, *(np.full_like(flat_u8, level) for level in neutral))
    return LaidRows(rgba_u8, flat_u8, *decompose(rgb_u8, flat_u8))


def _to_u8(unit: FloatArray) -> U8Array:
    """[0, 1] to bytes."""
    return np.round(np.clip(unit, 0, 1) * 255).astype(np.uint8)


def _add_detail(flat_u8: U8Array, detail: NDArray[np.int16] | FloatArray | None) -> U8Array:
    if detail is None:
        return flat_u8
    return np.clip(flat_u8 + detail, 0, 255).astype(np.uint8)
