"""Layers into one picture, tile by tile and only as fine as the view can show.

The composite exists at several levels, level n being the picture at 1/2ⁿ of its size. Only tiles
that are in view and out of date are composed, for as long as the caller allows: a picture of
4000×6000 pixels never holds up the window.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import floor, log2

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from app.canvas.painting.draft import PaintDraft
from app.canvas.painting.tile_blend import blended, resized, straight
from app.document.document import Document
from app.document.layer import Layer, LayerKind, groups_around, members_of
from app.document.painting.blending import faded, laid_over
from app.document.painting.painting import Painting
from app.document.pixels import LayerPixels
from models.arrays import U8Array
from models.geometry import Rect, Size
from models.hints.tags import Rgb

TILE = 512
"""Side of a tile in picture pixels, at every level."""
MAX_LEVEL = 6
PAPER = 255


def level_for(zoom: float) -> int:
    """The coarsest level that still has a pixel for every device pixel. zoom: 1.0 is 100 %."""
    if zoom >= 1.0:
        return 0
    return min(MAX_LEVEL, max(0, floor(-log2(zoom) + 1e-6)))


@dataclass(slots=True, eq=False)
class LevelImage:
    """The composite at one level.

    image    RGB32, owns the pixels; `bgrx_u8` is a view of them, uint8 (h, w, 4).
    known    bool (rows, columns): tiles that were composed at least once.
    fresh    bool (rows, columns): tiles that are up to date.
    """

    level: int
    image: QImage
    bgrx_u8: U8Array
    known: NDArray[np.bool_]
    fresh: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        self.fresh = self.known.copy()

    @classmethod
    def blank(cls, level: int, size: Size) -> "LevelImage":
        """A level of a picture of this size without a composed tile; its pixels are arbitrary."""
        step = 1 << level
        width, height = -(-size.width // step), -(-size.height // step)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        view: U8Array = np.ndarray(
            (height, image.bytesPerLine() // 4, 4), dtype=np.uint8, buffer=image.bits()
        )
        tiles = np.zeros((-(-size.height // TILE), -(-size.width // TILE)), dtype=np.bool_)
        return cls(level, image, view[:, :width], tiles)


class Compositor:
    """Composes a document's layers for display. The hints layer is drawn by the overlay.

    Attributes
    draft  a stroke in the making, in the place of what is painted on its layer.
    """

    def __init__(self) -> None:
        self.draft: PaintDraft | None = None
        self._landed: Painting | None = None
        self._document: Document | None = None
        self._pixels: LayerPixels | None = None
        self._levels: dict[int, LevelImage] = {}

    def set_source(self, document: Document, pixels: LayerPixels) -> bool:
        """Show this document; True if what was composed had to be given up or redone."""
        before, same_pixels = self._document, pixels is self._pixels
        self._document, self._pixels = document, pixels
        if before is None or not same_pixels or before.size != document.size:
            self._levels.clear()
            return True
        if before.lines != document.lines or _shown(before) != _shown(document):
            self.invalidate(Rect.of(document.size))
            return True
        if before.paintings is document.paintings:
            return False
        for layer_id in {*before.paintings, *document.paintings}:
            painting = document.painting(layer_id)
            if painting is not self._landed:
                for area in painting.changes(before.painting(layer_id)):
                    self.invalidate(area)
        return True

    @property
    def size(self) -> Size | None:
        """Size of the picture, None before the first document."""
        return None if self._document is None else self._document.size

    def invalidate(self, region: Rect) -> None:
        """Pixels of a picture region changed."""
        if self._document is None:
            return
        region = region.clipped(self._document.size)
        if region.is_empty:
            return
        rows, columns = tiles_of(region)
        for level in self._levels.values():
            level.fresh[rows, columns] = False

    def land(self, painting: Painting | None) -> None:
        """The draft is over, and a painting is going to be in the document that looks like it."""
        self.draft, self._landed = None, painting

    def patch(self, level: int, region: Rect) -> None:
        """Compose what changed of fresh tiles at once; elsewhere as `invalidate`.

        It costs what the region's pixels do, and not whole tiles: for a stroke in the making.
        """
        if self._document is None or region.clipped(self._document.size).is_empty:
            return
        region = region.clipped(self._document.size)
        for known in self._levels.values():
            rows, columns = tiles_of(region)
            if known.level == level and known.fresh[rows, columns].all():
                self._compose(known, region.divided(1 << level))
            else:
                known.fresh[rows, columns] = False

    def prepare(self, level: int, area: Rect, *, may_go_on: Callable[[], bool]) -> bool:
        """Compose tiles of a level that show `area` (picture pixels), the middle ones first.

        Stops once `may_go_on` says no, after one tile at least. True once all are fresh.
        """
        if self._document is None:
            return True
        level_image = self._level(level)
        area = area.clipped(self._document.size)
        if area.is_empty:
            return True
        stale = list(_stale_tiles(level_image, area))
        for count, (row, column) in enumerate(stale):
            if count > 0 and not may_go_on():
                return False
            self._compose_tile(level_image, row, column)
        return True

    def _level(self, level: int) -> LevelImage:
        assert self._document is not None
        if level not in self._levels:
            self._levels[level] = LevelImage.blank(level, self._document.size)
        return self._levels[level]

    def images(self, level: int, area: Rect) -> Iterator[LevelImage]:
        """What to draw for an area, from bottom to top; the last is the wanted level.

        Where the wanted level lacks tiles, the level that has most of them lies below it.
        """
        wanted = self._level(level)
        rows, columns = tiles_of(area)
        if not wanted.known[rows, columns].all():
            others = [other for other in self._levels.values() if other is not wanted]
            best = max(others, key=lambda other: other.known[rows, columns].sum(), default=None)
            if best is not None:
                yield best
        yield wanted

    def color_at(self, x: float, y: float) -> Rgb | None:
        """The colour shown at an image point, None outside the picture.

        Lines are left out where there is colour, so that picking near a line gives the colour.
        """
        if self._document is None:
            return None
        column, row = floor(x), floor(y)
        spot = Rect(column, row, column + 1, row + 1)
        if spot.clipped(self._document.size) != spot:
            return None
        layers = self._document.layers
        colored = [layer for layer in layers if self._has_color(layer)]
        groups = {group for layer in colored for group in groups_around(layers, layer)}
        kept = [layer for layer in layers if layer in colored or layer in groups]
        pixel = self._blend(spot, (1, 1), kept if colored else list(layers))[0, 0]
        return int(pixel[0]), int(pixel[1]), int(pixel[2])

    def _has_color(self, layer: Layer) -> bool:
        assert self._pixels is not None
        assert self._document is not None
        has_pixels = layer.id in self._pixels or layer.id in self._document.paintings
        is_shown = layer.visible and layer.opacity > 0
        return is_shown and layer.kind is not LayerKind.LINE and has_pixels

    def _compose_tile(self, level_image: LevelImage, row: int, column: int) -> None:
        area = Rect(column * TILE, row * TILE, (column + 1) * TILE, (row + 1) * TILE)
        self._compose(level_image, area.divided(1 << level_image.level))
        level_image.known[row, column] = level_image.fresh[row, column] = True

    def _compose(self, level_image: LevelImage, spot: Rect) -> None:
        """Compose some pixels of a level."""
        assert self._document is not None
        step = 1 << level_image.level
        area = Rect(*(side * step for side in (spot.left, spot.top, spot.right, spot.bottom)))
        area = area.clipped(self._document.size)
        spot = area.divided(step)
        rgb_u8 = self._blend(area, spot.shape, list(self._document.layers))
        level_image.bgrx_u8[spot.slices] = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2BGRA)

    def _blend(self, area: Rect, shape: tuple[int, int], layers: list[Layer]) -> U8Array:
        """uint8 (h, w, 3) of a picture area at another size, bottom layer first, on paper."""
        base: U8Array = np.full((*shape, 3), PAPER, dtype=np.uint8)
        for layer in layers:
            if not layer.visible or layer.opacity <= 0 or layer.kind is LayerKind.HINTS:
                continue
            if layer.group:
                continue  # it comes with its group
            if layer.kind is LayerKind.GROUP:
                source = self._group_block(layers, layer, area, shape)
            else:
                source = self._layer_block(layer, area)
            if source is not None:
                base = blended(base, resized(source, shape), layer)
        return base

    def _group_block(
        self, layers: list[Layer], group: Layer, area: Rect, shape: tuple[int, int]
    ) -> U8Array | None:
        """What a group's layers make by themselves, RGBA (h, w, 4); None where nothing is."""
        whole: U8Array | None = None
        for layer in members_of(layers, group.id):
            if not layer.visible:
                continue
            if layer.kind is LayerKind.GROUP:
                source = self._group_block(layers, layer, area, shape)
            else:
                source = self._layer_block(layer, area)
            if source is None:
                continue
            above = faded(straight(source, shape), layer.opacity)
            whole = above if whole is None else laid_over(whole, above, layer.blend)
        return whole

    def _layer_block(self, layer: Layer, area: Rect) -> U8Array | None:
        """RGBA (or grey, for lines without pixels of their own) of a picture area."""
        assert self._document is not None
        assert self._pixels is not None
        if layer.kind is LayerKind.PAINT:
            is_drafted = self.draft is not None and self.draft.layer_id == layer.id
            painting = self.draft if is_drafted else self._document.painting(layer.id)
            return None if painting is None else painting.read(area)
        source = self._pixels.get(layer.id)
        rows, columns = area.slices
        if layer.kind is LayerKind.LINE:
            lines = self._document.lines
            if source is None:
                return lines.line_art.pixels[rows, columns]
            flats = self._document.layer_of(LayerKind.FLATS)
            return lines.laid(
                source, rows, columns, None if flats is None else self._pixels.get(flats.id)
            )
        return None if source is None else source[rows, columns]


def _shown(document: Document) -> tuple[Layer, ...]:
    return tuple(layer for layer in document.layers if layer.kind is not LayerKind.HINTS)


def tiles_of(area: Rect) -> tuple[slice, slice]:
    """Rows and columns of the tiles that an area of the picture touches."""
    return area.divided(TILE).slices


def _stale_tiles(level_image: LevelImage, area: Rect) -> Iterator[tuple[int, int]]:
    """(row, column) of tiles of the area that are not fresh, nearest to its middle first."""
    rows, columns = tiles_of(area)
    stale = np.argwhere(~level_image.fresh[rows, columns])
    middle = np.array([rows.stop - rows.start - 1, columns.stop - columns.start - 1]) / 2
    order = np.argsort(((stale - middle) ** 2).sum(axis=1), kind="stable")
    for row, column in stale[order]:
        yield rows.start + int(row), columns.start + int(column)
