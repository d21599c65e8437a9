"""A set of pixels, row by row: the shape of a painted area, kept to the pixel in little memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array

MOST_PIXELS = 1 << 28
"""Pixels of the box around an area at most: no drawing is as large."""
RUNS_IN_TEXT = 100


@dataclass(frozen=True, slots=True)
class Spans:
    """Pixels within a box, at least one in its every outer row and column.

    width, height  of the box. data  int32 (N, 3) as bytes: row, first column, and the column behind
                   the last, from the box's corner, in the order of reading; spans never touch.
    """

    width: int
    height: int
    data: bytes

    @property
    def table(self) -> I32Array:
        """The spans: int32 (N, 3), read-only."""
        return np.frombuffer(self.data, dtype=np.int32).reshape(-1, 3)

    @property
    def count(self) -> int:
        """Number of pixels."""
        table = self.table
        return int((table[:, 2] - table[:, 1]).sum())

    def mask(self) -> BoolArray:
        """The box: bool (height, width)."""
        mask = np.zeros((self.height, self.width), dtype=bool)
        self.fill(mask, 0, 0, 1)
        return mask

    def fill(self, plane: NDArray[np.generic], left: int, top: int, value: int) -> None:
        """Set the pixels in a plane (H, W), in place, the box's corner lying at (left, top)."""
        height, width = plane.shape[:2]
        spans = self.table
        first, last = np.searchsorted(spans[:, 0], (-top, height - top))
        spans = spans[first:last]
        starts = np.clip(spans[:, 1] + left, 0, width)
        lengths = np.clip(spans[:, 2] + left, 0, width) - starts
        rows = np.repeat(spans[:, 0] + top, lengths)
        plane[rows, _ranges(starts, lengths)] = value

    def places(self) -> I32Array:
        """Every pixel as column and row in the box: int32 (count, 2)."""
        spans = self.table
        lengths = spans[:, 2] - spans[:, 1]
        columns = _ranges(spans[:, 1], lengths)
        return np.stack([columns, np.repeat(spans[:, 0], lengths)], axis=1).astype(np.int32)

    def distance(self, x: float, y: float) -> float:
        """How far a point, from the box's corner, lies from the nearest of the pixels."""
        row, start, stop = self.table.T
        across = np.maximum(np.maximum(start - x, x - stop), 0)
        down = np.maximum(np.maximum(row - y, y - row - 1), 0)
        return float(np.sqrt((across**2 + down**2).min()))

    def scaled(
        self, left: int, top: int, scale_x: float, scale_y: float
    ) -> tuple[int, int, "Spans"]:
        """The pixels of a resized picture that are these: its corner (left, top) and the spans.

        The box's corner lies at (left, top) before. Pixels are kept that are covered by half, and
        where that leaves a thin place bare, those in which the middle of an old pixel lies.
        """
        if scale_x == scale_y == 1:
            return left, top, self
        row, start, stop = self.table.T
        x0, y0 = floor(left * scale_x), floor(top * scale_y)
        begins, ends = (start + left) * scale_x - x0, (stop + left) * scale_x - x0
        upper = (row + top) * scale_y - y0
        shape = (ceil(float(upper[-1] + scale_y)), ceil(float(ends.max())) + 1)
        cover = np.zeros(shape, dtype=np.float32)
        for step in range(ceil(scale_y) + 1):
            line = np.floor(upper).astype(np.int32) + step
            share = np.minimum(upper + scale_y, line + 1) - np.maximum(upper, line)
            inside = (share > 0) & (line < shape[0])
            for ramp, sign in ((begins[inside], 1.0), (ends[inside], -1.0)):
                _add_ramps(cover, line[inside], ramp, sign * share[inside])
        covered = np.cumsum(cover, axis=1) >= 0.5 - 1e-4
        touched = np.zeros(shape, dtype=bool)
        # The last and first middles of old pixels; between them lies none that is farther apart.
        first = np.floor(begins + scale_x / 2).astype(np.int32)
        last = np.maximum(np.floor(ends - scale_x / 2).astype(np.int32), first)
        middle = np.minimum(np.floor(upper + scale_y / 2).astype(np.int32), shape[0] - 1)
        lengths = last + 1 - first
        touched[np.repeat(middle, lengths), _ranges(first, lengths)] = True
        near = cv2.dilate(covered.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        return spans_of_mask(covered | (touched & ~near), x0, y0)

    def to_runs(self) -> list[str]:
        """The box row by row as lengths of runs, bare and painted by turns, from a bare one on.

        The numbers stand with spaces between, so many in a text.
        """
        spans = self.table.astype(np.int64)
        edges = (spans[:, :1] * self.width + spans[:, 1:]).ravel()
        # Spans that go on in the next row are one run.
        joined = np.flatnonzero(edges[1:-1:2] == edges[2::2])
        edges = np.delete(edges, np.concatenate([2 * joined + 1, 2 * joined + 2]))
        runs = [str(length) for length in np.diff(edges, prepend=0).tolist()]
        return [
            " ".join(runs[start : start + RUNS_IN_TEXT])
            for start in range(0, len(runs), RUNS_IN_TEXT)
        ]


def spans_of_runs(width: int, height: int, runs: Iterable[str]) -> tuple[int, int, Spans]:
    """What `Spans.to_runs` says of a box: the painted pixels' own corner in it, and the spans.

    Raises ValueError where that is no area.
    """
    if width < 1 or height < 1 or width * height > MOST_PIXELS:
        raise ValueError(f"an area's box has 1 to {MOST_PIXELS} pixels; got {width} times {height}")
    words = [word for text in runs for word in text.split()]
    for word in words:
        if not (word.isascii() and word.isdigit() and len(word) < 10):
            raise ValueError(f"an area's runs are whole numbers; got {word[:40]!r}")
    edges = np.cumsum(np.array(words, dtype=np.int64))
    starts, stops = edges[: len(edges) // 2 * 2].reshape(-1, 2).T
    starts, stops = starts[stops > starts], stops[stops > starts]
    if len(starts) == 0:
        raise ValueError("an area needs at least one painted pixel")
    if edges[-1] > width * height:
        raise ValueError(f"an area's runs are longer than its box of {width} times {height}")
    first, last = starts // width, (stops - 1) // width
    lines = last - first + 1
    row = _ranges(first, lines)
    begin = np.maximum(np.repeat(starts, lines) - row * width, 0)
    end = np.minimum(np.repeat(stops, lines) - row * width, width)
    return spans_of_rows(row, begin, end)


def spans_of_mask(mask: BoolArray, left: int = 0, top: int = 0) -> tuple[int, int, Spans]:
    """A mask's pixels, its corner lying at (left, top): their own corner, and the spans.

    Raises ValueError for an empty mask.
    """
    steps = np.diff(mask.astype(np.int8), axis=1, prepend=0, append=0)
    rows, starts = np.nonzero(steps > 0)
    stops = np.nonzero(steps < 0)[1]
    return spans_of_rows(rows + top, starts + left, stops + left)


def spans_of_rows(
    rows: NDArray[np.signedinteger],
    starts: NDArray[np.signedinteger],
    stops: NDArray[np.signedinteger],
) -> tuple[int, int, Spans]:
    """Spans in the order of reading, (N,) each: their corner (left, top), and the spans from there.

    Spans that touch are joined. Raises ValueError where there are none.
    """
    if len(rows) == 0:
        raise ValueError("an area needs at least one pixel")
    apart = np.append((rows[1:] != rows[:-1]) | (starts[1:] != stops[:-1]), True)
    rows, stops = rows[apart], stops[apart]
    starts = starts[np.append(True, apart[:-1])]
    left, top = int(starts.min()), int(rows[0])
    table = np.stack([rows - top, starts - left, stops - left], axis=1).astype(np.int32)
    box = Spans(int(stops.max()) - left, int(rows[-1]) - top + 1, table.tobytes())
    return left, top, box


@lru_cache(maxsize=256)
def innermost(spans: Spans) -> tuple[float, float, float]:
    """x and y, from the box's corner, of the pixel farthest from the rim, and how far that is."""
    padded = np.pad(spans.mask().astype(np.uint8), 1)
    depth = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    row, column = np.unravel_index(int(np.argmax(depth)), depth.shape)
    return float(column) - 0.5, float(row) - 0.5, max(0.5, float(depth.max()) - 0.5)


def _ranges(
    starts: NDArray[np.signedinteger], lengths: NDArray[np.signedinteger]
) -> NDArray[np.int64]:
    """start, start + 1, ... for each start, as many as its length says, one after the other."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - (ends - lengths), lengths)


def _add_ramps(
    steps: FloatArray, rows: I32Array, x: NDArray[np.float64], weight: NDArray[np.float64]
) -> None:
    """Add, in place, what makes each row's running sum grow by a weight from x on."""
    column = np.floor(x).astype(np.int32)
    beyond = x - column
    width = steps.shape[1]
    flat = steps.reshape(-1)
    for place, part in ((column, 1 - beyond), (column + 1, beyond)):
        inside = place < width
        index = rows[inside] * np.int64(width) + place[inside]
        flat += np.bincount(index, (weight * part)[inside], len(flat)).astype(np.float32)
