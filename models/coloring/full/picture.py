"""A full picture composed tile by tile; what cannot differ from the one before is taken over."""

from dataclasses import dataclass, fields
from functools import partial

import numpy as np

from models.arrays import I32Array, U8Array
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
from models.coloring.full.changes import Made, Tiles
from models.coloring.line_guide import LineGuide
from models.coloring.palette import AS_PAINTED
from models.coloring.region_color import Counts
from models.cores import on_every_core
from models.geometry import Rect
from models.hints.hints import HintSet
from models.rows import whole_rows


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """A picture from which tiles are taken over. made  what it was made of.

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
    recolors: bool = False,
    before: Before | None = None,
    is_cancelled: IsCancelled,
) -> tuple[FullColor[U8Array], Made | None]:
    """The colour layer at the picture's own size, and what it was made of.

    That is told where regions are known and none is to stay bare.

    line_u8  uint8 (H, W), the drawing at native size; hints  in its pixels.
    lay      takes the place of the generator's own shading and of the trace.
    recolors it shows flats in other colours than they were painted in.
    before   a picture of the same drawing and trace: tiles that cannot differ are copied from it.
    The guide keeps its native offsets for the next time. Raises Cancelled between
    tiles.
    """
    guide.prepare_native(line_u8, is_cancelled)
    if small.regions is not None and not hints.bare():
        return _compose_again(
            small, guide, lay=lay, recolors=recolors, before=before, is_cancelled=is_cancelled
        )
    full = compose_rows(
        small, guide, line_u8, whole_rows,
        hints=hints, lay=lay, recolor=AS_PAINTED, is_cancelled=is_cancelled,
    )  # fmt: skip
    return full, None


def _compose_again(
    small: SmallColor,
    guide: LineGuide,
    *,
    lay: LayRows | None,
    recolors: bool,
    before: Before | None,
    is_cancelled: IsCancelled,
) -> tuple[FullColor[U8Array], Made]:
    color = small.regions
    assert color is not None
    planes = small.flat_u8, small.detail if lay is None else None
    if before is not None and lay is None and before.laid is None:
        before = None
    if before is None or not before.made.tiles.fits(guide, color.guide):
        before, tiles = None, Tiles.of(guide, color.guide)
        same = np.zeros(len(tiles.places), dtype=bool)
    else:
        tiles = before.made.tiles
        same = before.made.same_tiles(color, planes)
    height, width = guide.frame.picture.shape
    plain_u8 = np.empty((height, width, 3), dtype=np.uint8)
    laid = LaidRows(
        np.empty((height, width, 4), dtype=np.uint8),
        np.empty_like(plain_u8) if recolors else plain_u8,
        *(np.empty_like(plain_u8) for _ in range(2)),
        *(None if lay is None else np.empty((height, width), dtype=np.uint8) for _ in range(2)),
    )
    painter = color.painter()
    carrier = None if same.all() else Carrier(*planes, guide)

    def fill(index: int, strip: slice, owner: I32Array | None) -> Counts:
        """Fill one tile; owner  of the rows of its strip."""
        check_cancelled(is_cancelled)
        place = tiles.places[index]
        if before is not None and same[index]:
            plain_u8[place.slices] = before.plain_u8[place.slices]
            if lay is None and before.laid is not None:
                _put(laid, place, before.laid, of=place.slices)
            return before.made.counts[index]
        assert carrier is not None
        assert guide.offsets is not None
        carried = carrier.flats(place, guide.offsets[place.slices])
        own = None if owner is None else owner[place.moved(0, -strip.start).slices]
        painted = painter.paint(place, carried.packed, own)
        detail = carrier.detail(carried, painted.packed)
        if detail is not None and painted.hinted is not None:
            detail[painted.hinted] = 0
        flat_u8 = plain_u8[place.slices]
        flat_u8[:] = unpack_colors(painted.packed)
        if lay is None:
            _put(laid, place, lay_detail(flat_u8, detail, small.trace, place))
        return painted.counts

    def light_up(strip: slice) -> None:
        """Lay the light over a strip that is filled."""
        check_cancelled(is_cancelled)
        if lay is not None:
            _put(laid, Rect(0, strip.start, width, strip.stop), lay(strip, plain_u8[strip]))

    counts: list[Counts] = []
    for strip, numbers in tiles.by_strip():
        owner = None if same[numbers].all() else painter.owners(strip)
        counts += on_every_core(partial(fill, strip=strip, owner=owner), numbers)
    on_every_core(light_up, () if lay is None else guide.strips())
    for found in counts:
        painter.take(found)
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
    return full, Made(tiles, color, planes, tuple(counts))


def _put(
    target: LaidRows, place: Rect, laid: LaidRows, *, of: tuple[slice, ...] = (slice(None),)
) -> None:
    """Lay a rectangle into a whole picture; `of` which part of what is laid."""
    for field in fields(LaidRows):
        plane, values = getattr(target, field.name), getattr(laid, field.name)
        if plane is not None and values is not None and not np.may_share_memory(plane, values):
            plane[place.slices] = values[of]
