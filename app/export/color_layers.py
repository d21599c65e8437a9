"""Flats as one layer a colour, each only as large as the place where its colour is."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from app.export.layers import ExportLayer
from models.arrays import U8Array
from models.color import pack_colors, unpack_colors
from models.geometry import NOWHERE, Rect
from models.hints.tags import Rgb, format_color
from models.rows import MadeRows, PixelRows, RowSource, row_bands

MOST_LAYERS = 128
"""Colours with a layer of their own; rarer ones share the last, so that a file stays usable."""
OTHERS_NAME = "Other colours"
_ALL_COLORS = 1 << 24


def colors_by_area(flat: PixelRows, alpha: PixelRows | None = None) -> list[tuple[Rgb, int]]:
    """The distinct colours of flats with the pixels each covers, the largest first.

    flat   uint8 (H, W, 3); alpha  uint8 (H, W): only pixels above 0 are counted.
    """
    counts = np.zeros(_ALL_COLORS, dtype=np.int64)
    for rows in row_bands(flat.shape):
        packed = pack_colors(flat[rows]).ravel()
        if alpha is not None:
            packed = packed[alpha[rows].ravel() > 0]
        _count(counts, packed)
    found = np.flatnonzero(counts)
    order = np.argsort(-counts[found], kind="stable")
    colors = unpack_colors(found[order].astype(np.int32))
    return [
        ((int(color[0]), int(color[1]), int(color[2])), int(counts[place]))
        for color, place in zip(colors, found[order], strict=True)
    ]


def _count(counts: NDArray[np.int64], packed: NDArray[np.int32]) -> None:
    """Add each value's number of appearances, by runs, of which flats have few."""
    if not packed.size:
        return
    starts = np.concatenate([[0], np.flatnonzero(packed[1:] != packed[:-1]) + 1])
    lengths = np.diff(np.append(starts, packed.size))
    np.add.at(counts, packed[starts], lengths)


def layers_by_color(
    flat: PixelRows, *, alpha: PixelRows | None, names: Mapping[Rgb, str]
) -> tuple[ExportLayer, ...]:
    """One layer a colour, the largest at the bottom; together they are the flats.

    flat   uint8 (H, W, 3 or more); alpha  uint8 (H, W) that the layers take, None: opaque.
    names  of colours; one without a name is named by its value, as "#aabbcc".
    """
    listed = [color for color, _ in colors_by_area(flat, alpha)]
    own = listed if len(listed) <= MOST_LAYERS else listed[: MOST_LAYERS - 1]
    table = np.full(_ALL_COLORS, len(own), dtype=np.uint8)
    packed = [red << 16 | green << 8 | blue for red, green, blue in own]
    table[packed] = np.arange(len(own), dtype=np.uint8)
    places = _places(flat, table, len(own) + 1, alpha)
    titles = [names.get(color, format_color(color)) for color in own]
    return tuple(
        ExportLayer(
            name=title,
            rgba_u8=_only(flat, table, number, place, alpha),
            left=place.left,
            top=place.top,
        )
        for number, (title, place) in enumerate(zip([*titles, OTHERS_NAME], places, strict=True))
        if not place.is_empty
    )


def _places(flat: PixelRows, table: U8Array, count: int, alpha: PixelRows | None) -> list[Rect]:
    """The rectangle that holds each number's pixels, empty where it has none."""
    boxes = [NOWHERE] * count
    for rows in row_bands(flat.shape):
        numbers = table[pack_colors(flat[rows])]
        if alpha is not None:
            numbers[alpha[rows] == 0] = 255
        for number in np.unique(numbers).tolist():
            if number >= count:
                continue
            box = Rect.around(numbers == number).moved(0, rows.start)
            boxes[number] = boxes[number].united(box)
    return boxes


def _only(
    flat: PixelRows, table: U8Array, number: int, place: Rect, alpha: PixelRows | None
) -> RowSource:
    """The pixels of one number within its rectangle, transparent elsewhere."""
    height, width = place.shape
    columns = place.slices[1]

    def make(start: int, stop: int) -> U8Array:
        rows = slice(place.top + start, place.top + stop)
        rgb_u8 = flat[rows][:, columns, :3]
        rgba_u8 = np.zeros((stop - start, width, 4), dtype=np.uint8)
        mask = table[pack_colors(rgb_u8)] == number
        rgba_u8[mask, :3] = rgb_u8[mask]
        solid = np.uint8(255) if alpha is None else alpha[rows][:, columns][mask]
        rgba_u8[mask, 3] = solid
        return rgba_u8

    return MadeRows((height, width, 4), make)
