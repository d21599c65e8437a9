"""A full picture composed band by band; what cannot differ from the one before is taken over."""

from dataclasses import dataclass, fields

import numpy as np

from models.arrays import U8Array
from models.cancel import IsCancelled, check_cancelled
from models.color import unpack_colors
from models.coloring.carrier import Carrier
from models.coloring.compose import (
    FullColor,
    LaidRows,
    LayRows,
    SmallColor,
    compose_rows,
    lay_detail,
)
from models.coloring.full.changes import Bands, Made
from models.coloring.line_guide import LineGuide
from models.coloring.palette import AS_PAINTED
from models.hints.hints import HintSet
from models.rows import whole_rows


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """A picture from which rows are taken over. made  what it was made of.

    plain_u8  uint8 (H, W, 3) its flats; laid  all of it as the generator shaded it, None with a
    light.
    """

    made: Made
    plain_u8: U8Array
    laid: LaidRows | None = None


def compose_full(
    small: SmallColor,
    guide: LineGuide,
    line_u8: U8Array,
    *,
    hints: HintSet,
    lay: LayRows | None = None,
    before: Before | None = None,
    is_cancelled: IsCancelled,
) -> tuple[FullColor[U8Array], Made | None]:
    """The colour layer at the picture's own size, and what it was made of.

    That is told where regions are known and none is to stay bare.

    line_u8  uint8 (H, W), the drawing at native size; hints  in its pixels.
    lay      takes the place of the generator's own shading and of the trace.
    before   a picture of the same drawing and trace: rows that cannot differ are copied from it.
    The guide keeps its native offsets for the next time. Raises Cancelled between bands of rows.
    """
    guide.prepare_native(line_u8, is_cancelled)
    if small.regions is not None and not hints.bare():
        return _compose_again(small, guide, lay, before, is_cancelled)
    full = compose_rows(
        small, guide, line_u8, whole_rows,
        hints=hints, lay=lay, recolor=AS_PAINTED, is_cancelled=is_cancelled,
    )  # fmt: skip
    return full, None


def _compose_again(
    small: SmallColor,
    guide: LineGuide,
    lay: LayRows | None,
    before: Before | None,
    is_cancelled: IsCancelled,
) -> tuple[FullColor[U8Array], Made]:
    color = small.regions
    assert color is not None
    planes = small.flat_u8, small.detail if lay is None else None
    if before is not None and lay is None and before.laid is None:
        before = None
    if before is None or not before.made.bands.fits(guide, color.guide):
        before, bands = None, Bands.of(guide, color.guide)
        same = np.zeros(len(bands.rows), dtype=bool)
    else:
        bands = before.made.bands
        same = before.made.same_bands(color, planes)
    height, width = guide.frame.picture.shape
    plain_u8 = np.empty((height, width, 3), dtype=np.uint8)
    # Without a light the flats are shown as they were painted.
    laid = LaidRows(
        np.empty((height, width, 4), dtype=np.uint8),
        plain_u8 if lay is None else np.empty_like(plain_u8),
        *(np.empty_like(plain_u8) for _ in range(2)),
        *(None if lay is None else np.empty((height, width), dtype=np.uint8) for _ in range(2)),
    )
    painter, carrier = color.painter(), None
    for strip, bands_of_strip in bands.by_strip():
        if not same[bands_of_strip.start : bands_of_strip.stop].all():
            painter.look(strip)
        for index in bands_of_strip:
            check_cancelled(is_cancelled)
            rows = bands.rows[index]
            if before is not None and same[index]:
                painter.take(before.made.counts[index])
                plain_u8[rows] = before.plain_u8[rows]
                if lay is None and before.laid is not None:
                    _put(laid, rows, before.laid, of=rows)
                continue
            carrier = carrier or Carrier(*planes, guide)
            assert guide.offsets is not None
            packed, shading = carrier.carry(rows, guide.offsets[rows], painter.recolor)
            if shading is not None and painter.hinted is not None:
                shading[painter.hinted] = 0
            plain_u8[rows] = unpack_colors(packed)
            if lay is None:
                _put(laid, rows, lay_detail(plain_u8[rows], shading, small.trace, rows))
        if lay is not None:
            _put(laid, strip, lay(strip, plain_u8[strip]))
    full = FullColor(
        rgba_u8=laid.rgba_u8,
        flat_u8=laid.flat_u8,
        shade_u8=laid.shade_u8,
        highlight_u8=laid.highlight_u8,
        plain_u8=plain_u8,
        report=painter.report(),
        tones_u8=laid.tones_u8,
        levels_u8=laid.levels_u8,
    )
    return full, Made(bands, color, planes, tuple(painter.counts))


def _put(target: LaidRows, rows: slice, laid: LaidRows, *, of: slice = slice(None)) -> None:
    """Lay rows into a whole picture; `of` which of them."""
    for field in fields(LaidRows):
        plane, values = getattr(target, field.name), getattr(laid, field.name)
        if plane is not None and values is not None:
            plane[rows] = values[of]
