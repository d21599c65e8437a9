"""A full picture composed tile by tile; what cannot differ from the one before is taken over."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from models.arrays import I32Array, U8Array
from models.cancel import IsCancelled, check_cancelled
from models.color import unpack_colors
from models.coloring.carrier import Carrier
from models.coloring.compose import LaidRows, LayRows, SmallColor, compose_rows, shaded
from models.coloring.full.changes import Made, Tiles
from models.coloring.full.painted import (
    PaintedPicture,
    PaintedTile,
    TiledPicture,
    WholePicture,
    empty_rows,
    lay_whole,
)
from models.coloring.line_guide import LineGuide
from models.coloring.palette import AS_PAINTED, ColorReport
from models.cores import on_every_core
from models.hints.hints import HintSet
from models.rows import whole_rows


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """The colour layer at the picture's own size, uint8 (H, W, ...), for whoever takes it to own.

    report   None where regions were not known.
    painted  the picture as it was painted, to be kept.
    made     what it was made of: None where regions are not known, or one is to stay bare.
    """

    laid: LaidRows
    report: ColorReport | None
    painted: PaintedPicture
    made: Made | None


def compose_full(
    small: SmallColor,
    guide: LineGuide,
    line_u8: U8Array,
    *,
    hints: HintSet,
    lay: LayRows | None = None,
    before: Made | None = None,
    is_cancelled: IsCancelled,
) -> Composed:
    """The colour layer at the picture's own size.

    line_u8  uint8 (H, W), the drawing at native size; hints  in its pixels.
    lay      takes the place of the generator's own shading and of the trace.
    before   what a picture of the same trace was made of: tiles that cannot differ are taken over.
    The guide keeps its native offsets for the next time. Raises Cancelled between
    tiles.
    """
    guide.prepare_native(line_u8, is_cancelled)
    if small.regions is not None and not hints.bare():
        return _compose_again(small, guide, lay=lay, before=before, is_cancelled=is_cancelled)
    full = compose_rows(
        small, guide, line_u8, whole_rows,
        hints=hints, lay=lay, recolor=AS_PAINTED, is_cancelled=is_cancelled,
    )  # fmt: skip
    planes = (full.flat_u8, full.shade_u8, full.highlight_u8, full.tones_u8, full.levels_u8)
    picture = WholePicture(full.plain_u8, full.rgba_u8.copy() if lay is None else None)
    return Composed(LaidRows(full.rgba_u8, *planes), full.report, picture, None)


def _compose_again(
    small: SmallColor,
    guide: LineGuide,
    *,
    lay: LayRows | None,
    before: Made | None,
    is_cancelled: IsCancelled,
) -> Composed:
    color = small.regions
    assert color is not None
    planes = small.flat_u8, small.detail if lay is None else None
    if before is not None and (
        (before.is_lit and lay is None) or not before.tiles.fits(guide, color.guide)
    ):
        before = None
    tiles = Tiles.of(guide, color.guide) if before is None else before.tiles
    same = np.zeros(len(tiles.places), dtype=bool)
    if before is not None:
        same = before.same_tiles(color, planes)
    unlit = empty_rows(*guide.frame.picture.shape, lit=False) if lay is None else None
    painter = color.painter()
    carrier = None if same.all() else Carrier(*planes, guide)

    def paint(index: int, strip: slice, owner: I32Array | None) -> PaintedTile:
        """Paint one tile, or take it over; owner  of the rows of its strip."""
        check_cancelled(is_cancelled)
        place = tiles.places[index]
        if before is not None and same[index]:
            tile = before.painted[index]
        else:
            assert carrier is not None
            assert guide.offsets is not None
            carried = carrier.flats(place, guide.offsets[place.slices])
            own = None if owner is None else owner[place.moved(0, -strip.start).slices]
            painted = painter.paint(place, carried.packed, own)
            detail = carrier.detail(carried, painted.packed)
            if detail is not None and painted.hinted is not None:
                detail[painted.hinted] = 0
            flat_u8 = unpack_colors(painted.packed)
            shown_u8 = flat_u8 if unlit is None else shaded(flat_u8, detail, small.trace, place)
            tile = PaintedTile.of(flat_u8, shown_u8, painted.counts)
        if unlit is not None:
            tile.lay(unlit, place)
        return tile

    painted: list[PaintedTile] = []
    for strip, numbers in tiles.by_strip():
        owner = None if same[numbers].all() else painter.owners(strip)
        painted += on_every_core(partial(paint, strip=strip, owner=owner), numbers)
    picture = TiledPicture(tiles.places, tuple(painted))
    laid = unlit or lay_whole(
        lambda strip: _light_up(strip, picture, lay, is_cancelled),
        picture.shape, guide.strips(), lit=True,
    )  # fmt: skip
    for tile in painted:
        painter.take(tile.counts)
    made = Made(tiles, color, planes, picture.painted, lay is not None)
    return Composed(laid, painter.report(), picture, made)


def _light_up(
    strip: slice, picture: TiledPicture, lay: LayRows | None, is_cancelled: IsCancelled
) -> LaidRows:
    assert lay is not None
    check_cancelled(is_cancelled)
    return lay(strip, picture.flats(strip))
