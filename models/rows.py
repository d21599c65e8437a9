"""Pictures as rows that are asked for band by band, so that large ones need little memory.

A numpy array answers a slice of rows with a view of them. So do the sources of this module, which
make those rows when they are asked for, or keep them compressed. Whoever reads by slices of rows
and nothing else, as everything that writes files does, takes either.
"""

import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from models.arrays import U8Array
from models.geometry import Size

BAND_BYTES = 8 << 20
"""About how much of a picture is held at once."""
_LEVEL = 1


class RowSource(ABC):
    """uint8 pixels (H, W) or (H, W, C) that answer slices of rows."""

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """(H, W) or (H, W, C)."""

    @property
    def dtype(self) -> np.dtype[np.uint8]:
        """Always uint8."""
        return np.dtype(np.uint8)

    @abstractmethod
    def __getitem__(self, rows: slice) -> U8Array:
        """The rows from `start` to `stop`, without steps, as uint8 (rows, W, ...)."""


PixelRows = U8Array | RowSource
"""Pixels to be read by slices of rows."""


def whole_rows(shape: tuple[int, ...]) -> U8Array:
    """An array of this shape, its content arbitrary."""
    return np.empty(shape, dtype=np.uint8)


class PackedRows(RowSource):
    """Rows kept compressed in memory: the colours of a drawing shrink to a few hundredths.

    Filled once, from top to bottom, by assigning slices of rows; then read as often as wanted,
    best from top to bottom. For one thread.
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._shape = shape
        self._tops: list[int] = [0]
        self._bands: list[bytes] = []
        self._latest: tuple[int, U8Array] | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """(H, W) or (H, W, C)."""
        return self._shape

    @property
    def nbytes(self) -> int:
        """Memory held by the compressed rows."""
        return sum(len(band) for band in self._bands)

    def __setitem__(self, rows: slice, band_u8: U8Array) -> None:
        """Add the next rows. Raises ValueError if they are not the next ones, or do not fit."""
        expected = (rows.stop - rows.start, *self._shape[1:])
        if rows.start != self._tops[-1] or rows.stop > self._shape[0] or band_u8.shape != expected:
            raise ValueError(
                f"rows {rows.start} to {rows.stop} of {band_u8.shape} are not the next ones after "
                f"{self._tops[-1]} of {self._shape}"
            )
        # What a row adds to the one above is mostly nothing.
        steps = band_u8.copy()
        steps[1:] -= band_u8[:-1]
        self._bands.append(zlib.compress(steps.data, _LEVEL))
        self._tops.append(rows.stop)

    def __getitem__(self, rows: slice) -> U8Array:
        """The rows, unpacked. Raises ValueError if they were never filled."""
        start, stop, _ = rows.indices(self._shape[0])
        if stop > self._tops[-1]:
            raise ValueError(f"rows up to {stop} were asked for; {self._tops[-1]} are filled")
        first = int(np.searchsorted(self._tops, start, side="right")) - 1
        parts: list[U8Array] = []
        for index in range(first, len(self._bands)):
            top = self._tops[index]
            if top >= stop:
                break
            parts.append(self._unpacked(index)[max(0, start - top) : stop - top])
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else np.empty((0, *self._shape[1:]), np.uint8)

    def _unpacked(self, index: int) -> U8Array:
        if self._latest is None or self._latest[0] != index:
            count = self._tops[index + 1] - self._tops[index]
            steps = np.frombuffer(zlib.decompress(self._bands[index]), dtype=np.uint8)
            steps = steps.reshape(count, *self._shape[1:])
            band_u8 = np.empty_like(steps)
            above = np.zeros(self._shape[1:], dtype=np.uint8)
            for row in range(count):
                above = np.add(above, steps[row], out=band_u8[row])
            band_u8.flags.writeable = False
            self._latest = index, band_u8
        return self._latest[1]


Rows = TypeVar("Rows", U8Array, PackedRows)
"""Pixels to be filled by slices of rows, from top to bottom."""

MakeRows = Callable[[tuple[int, ...]], Rows]
"""Makes empty rows of a shape and thereby decides how pixels are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class MadeRows(RowSource):
    """Rows that a function makes whenever they are asked for.

    make  takes (start, stop) and returns uint8 (stop - start, W, ...), always the same.
    """

    full_shape: tuple[int, ...]
    make: Callable[[int, int], U8Array] = field(repr=False)

    @property
    def shape(self) -> tuple[int, ...]:
        """(H, W) or (H, W, C)."""
        return self.full_shape

    def __getitem__(self, rows: slice) -> U8Array:
        """The rows, made now."""
        start, stop, _ = rows.indices(self.full_shape[0])
        return self.make(start, stop)


def with_alpha(color: PixelRows, alpha: PixelRows | None) -> RowSource:
    """RGBA rows from the first three channels of `color` and a plane (H, W) of alpha, None: 255."""
    height, width = color.shape[:2]

    def make(start: int, stop: int) -> U8Array:
        rgba_u8 = np.empty((stop - start, width, 4), dtype=np.uint8)
        rgba_u8[..., :3] = color[start:stop][..., :3]
        rgba_u8[..., 3] = 255 if alpha is None else alpha[start:stop]
        return rgba_u8

    return MadeRows((height, width, 4), make)


def row_bands(shape: tuple[int, ...], *, multiple_of: int = 1) -> Iterator[slice]:
    """Slices of rows from top to bottom, of about BAND_BYTES each.

    multiple_of  every band but the last holds a multiple of so many rows.
    """
    row_bytes = max(1, int(np.prod(shape[1:])))
    step = max(1, BAND_BYTES // row_bytes // multiple_of) * multiple_of
    for top in range(0, shape[0], step):
        yield slice(top, min(shape[0], top + step))


def sampled(rows: PixelRows, size: Size) -> U8Array:
    """Pixels of a picture at another size, each the nearest one: uint8 (h, w, ...)."""
    height, width = rows.shape[:2]
    if size.shape == (height, width):
        return np.concatenate([rows[band] for band in row_bands(rows.shape)])
    down = ((np.arange(size.height) + 0.5) * height / size.height).astype(np.intp)
    across = ((np.arange(size.width) + 0.5) * width / size.width).astype(np.intp)
    bands = []
    for band in row_bands(rows.shape):
        inside = down[(down >= band.start) & (down < band.stop)]
        if len(inside):
            bands.append(rows[band][inside - band.start][:, across])
    return np.concatenate(bands)
