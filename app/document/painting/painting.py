"""Pixels that the artist painted: a frozen picture in tiles, most of which two steps share."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from models.arrays import U8Array
from models.geometry import NOWHERE, Rect, Size

TILE = 128
"""Side of a tile in pixels: small, since a stroke copies each that it touches."""

Place = tuple[int, int]
"""Row and column of a tile."""


@dataclass(frozen=True, slots=True)
class Painting:
    """A picture of straight alpha, transparent but for its tiles.

    tiles  read-only uint8 RGBA (TILE, TILE, 4) by row and column of the tile. Where alpha is 0 all
           channels are; a tile that is transparent all over is left out.
    """

    size: Size
    tiles: Mapping[Place, U8Array] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for (row, column), tile in self.tiles.items():
            if tile.dtype != np.uint8 or tile.shape != (TILE, TILE, 4) or tile.flags.writeable:
                raise ValueError(
                    f"a tile is read-only uint8 {(TILE, TILE, 4)}; got {tile.dtype} {tile.shape}"
                )
            if row < 0 or column < 0 or not self.size.holds(column * TILE, row * TILE):
                raise ValueError(f"tile {row}, {column} does not lie in a picture of {self.size}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Painting):
            return NotImplemented
        return self.size == other.size and not any(self._differing(other))

    def __hash__(self) -> int:
        return hash((self.size, frozenset(self.tiles)))

    @property
    def box(self) -> Rect:
        """The smallest rectangle that holds every pixel that shows; empty if none does."""
        box = NOWHERE
        for place, tile in self.tiles.items():
            corner = _area(place)
            inside = Rect.around(tile[..., 3] > 0).moved(corner.left, corner.top)
            box = box.united(inside)
        return box.clipped(self.size)

    def read(self, area: Rect) -> U8Array | None:
        """uint8 RGBA (h, w, 4) of an area within the picture; None where nothing is painted."""
        found: U8Array | None = None
        for place in _places(area):
            tile = self.tiles.get(place)
            if tile is None:
                continue
            if found is None:
                found = np.zeros((*area.shape, 4), dtype=np.uint8)
            common = _area(place).intersected(area)
            found[common.slices_in(area)] = tile[common.slices_in(_area(place))]
        return found

    def pixels(self, area: Rect) -> U8Array:
        """The same, zeros where nothing is painted."""
        found = self.read(area)
        return np.zeros((*area.shape, 4), dtype=np.uint8) if found is None else found

    def written(self, area: Rect, rgba_u8: U8Array) -> "Painting":
        """The painting with other pixels, uint8 (h, w, 4), in an area; what lies outside is cut.

        Raises ValueError if they do not fit the area.
        """
        if rgba_u8.dtype != np.uint8 or rgba_u8.shape != (*area.shape, 4):
            raise ValueError(
                f"{area} takes uint8 {(*area.shape, 4)}; got {rgba_u8.dtype} {rgba_u8.shape}"
            )
        inside, tiles = area.clipped(self.size), dict(self.tiles)
        for place in _places(inside):
            common = _area(place).intersected(inside)
            _put(tiles, place, common, rgba_u8[common.slices_in(area)])
        return Painting(self.size, MappingProxyType(tiles))

    def with_tiles(self, area: Rect, make: Callable[[Rect, U8Array], U8Array | None]) -> "Painting":
        """The painting with pixels that are made anew for each tile that an area touches.

        make  takes the tile's part of the picture and its pixels, uint8 (h, w, 4), and gives others
              as large, or None where nothing changes.
        """
        tiles = dict(self.tiles)
        for place in _places(area.clipped(self.size)):
            part = _area(place).clipped(self.size)
            made = make(part, self.pixels(part))
            if made is not None:
                _put(tiles, place, part, made)
        return Painting(self.size, MappingProxyType(tiles))

    def changes(self, other: "Painting") -> Iterator[Rect]:
        """Areas outside of which another painting of the same size is the same."""
        return (_area(place).clipped(self.size) for place in self._differing(other))

    def new_bytes(self, before: "Painting") -> int:
        """Memory that it holds and the painting before it does not."""
        return sum(
            tile.nbytes for place, tile in self.tiles.items() if before.tiles.get(place) is not tile
        )

    def _differing(self, other: "Painting") -> Iterator[Place]:
        for place in {*self.tiles, *other.tiles}:
            own, theirs = self.tiles.get(place), other.tiles.get(place)
            if own is theirs:
                continue
            if own is None or theirs is None or not np.array_equal(own, theirs):
                yield place


def _put(tiles: dict[Place, U8Array], place: Place, part: Rect, rgba_u8: U8Array) -> None:
    """Put pixels into a part of a tile, which is copied, and left out if nothing of it shows."""
    old = tiles.get(place)
    new = np.zeros((TILE, TILE, 4), dtype=np.uint8) if old is None else old.copy()
    new[part.slices_in(_area(place))] = np.where(rgba_u8[..., 3:] > 0, rgba_u8, 0)
    if old is not None and np.array_equal(old, new):
        return
    if new[..., 3].any():
        new.flags.writeable = False
        tiles[place] = new
    else:
        tiles.pop(place, None)


def _area(place: Place) -> Rect:
    row, column = place
    return Rect(column * TILE, row * TILE, (column + 1) * TILE, (row + 1) * TILE)


def _places(area: Rect) -> Iterator[Place]:
    if not area.is_empty:
        tiles = area.divided(TILE)
        for row in range(tiles.top, tiles.bottom):
            for column in range(tiles.left, tiles.right):
                yield row, column
