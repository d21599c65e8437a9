"""What an artist gives besides the drawing: hints and tags, as values, and how hints are drawn.

Training and application use these same types and functions, so that a hint means one thing.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from math import ceil, floor, hypot, isfinite

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.geometry import NOWHERE, Rect, Size
from models.hints.spans import Spans, innermost
from models.hints.tags import Rgb, Vocabulary
from models.rows import row_bands

Point = tuple[float, float]

MAX_RADIUS = 4096.0
LARGEST_STAMP, STAMPS_AT_ONCE = 16.0, 1024
"""Radius of points that are drawn many at once, and how many."""
FARTHEST = 1e6
"""Image pixels from the corner within which an area begins."""


class Keep(StrEnum):
    """What a hint keeps its place from: another colour than it has, or any colour at all."""

    AS_IT_IS = "as it is"
    UNCOLORED = "uncoloured"


def _check_local(must_be: bool, is_local: bool) -> None:
    if must_be and not is_local:
        raise ValueError("a hint that keeps its place, or is exact, speaks for its region alone")


def _check_color(color: Rgb) -> None:
    if len(color) != 3 or any(not 0 <= channel <= 255 for channel in color):
        raise ValueError(f"a hint's colour is three bytes 0 to 255; got {color}")


def _check_radius(radius: float) -> None:
    if not isfinite(radius) or not 0 < radius <= MAX_RADIUS:
        raise ValueError(f"a hint's radius is above 0 and at most {MAX_RADIUS:g}; got {radius}")


def _check_point(point: Point) -> None:
    if not all(isfinite(value) for value in point):
        raise ValueError(f"a hint's position must be finite numbers; got {point}")


@dataclass(frozen=True, slots=True)
class PointHint:
    """A dab of colour: centre (x, y) in image pixels from the top left corner, sRGB, radius.

    is_local  it speaks for the regions that it lies in and for nothing else: no generator is told.
    keep      what it keeps its place from, if it keeps it; then it is local. What stays uncoloured
              has a colour only where something must be shown.
    """

    x: float
    y: float
    color: Rgb
    radius: float = 2.0
    is_local: bool = False
    keep: Keep | None = None

    def __post_init__(self) -> None:
        _check_local(self.keep is not None, self.is_local)
        _check_point((self.x, self.y))
        _check_color(self.color)
        _check_radius(self.radius)

    @property
    def points(self) -> tuple[Point, ...]:
        """The dab as a path of one point, so that points and strokes are handled alike."""
        return ((self.x, self.y),)


@dataclass(frozen=True, slots=True)
class StrokeHint:
    """A stroke of colour along a polyline of image-pixel points. is_local, keep: see PointHint."""

    points: tuple[Point, ...]
    color: Rgb
    radius: float = 3.0
    is_local: bool = False
    keep: Keep | None = None

    def __post_init__(self) -> None:
        _check_local(self.keep is not None, self.is_local)
        if not self.points:
            raise ValueError("a stroke hint needs at least one point")
        for point in self.points:
            _check_point(point)
        _check_color(self.color)
        _check_radius(self.radius)


@dataclass(frozen=True, slots=True)
class AreaHint:
    """Painted pixels of one colour, which stay what they are: no path has them as its shape.

    x, y   top left corner of the box around them, in image pixels; pixels begin at whole numbers,
           so it is drawn at the nearest ones.
    is_local, keep  see PointHint: so a region is filled or kept, and nothing besides.
    is_exact  it is local and speaks for its own pixels, not for the rest of their region.
    """

    x: float
    y: float
    spans: Spans
    color: Rgb
    is_local: bool = False
    keep: Keep | None = None
    is_exact: bool = False

    def __post_init__(self) -> None:
        _check_local(self.keep is not None or self.is_exact, self.is_local)
        _check_point((self.x, self.y))
        if max(abs(self.x), abs(self.y)) > FARTHEST:
            raise ValueError(f"a hint's area lies within {FARTHEST}; got {self.x:g}, {self.y:g}")
        _check_color(self.color)

    @property
    def corner(self) -> tuple[int, int]:
        """Column and row of the box's first pixel in the image."""
        return floor(self.x + 0.5), floor(self.y + 0.5)

    @property
    def points(self) -> tuple[Point, ...]:
        """The middle of its innermost pixel, for whoever asks where a hint is."""
        left, top = self.corner
        x, y, _ = innermost(self.spans)
        return ((left + x, top + y),)

    @property
    def radius(self) -> float:
        """How far the innermost pixel is from the rim, in image pixels."""
        return min(MAX_RADIUS, innermost(self.spans)[2])

    def scaled(self, scale_x: float, scale_y: float) -> "AreaHint":
        """The area of a picture resized by these factors. See `Spans.scaled`."""
        left, top, spans = self.spans.scaled(*self.corner, scale_x, scale_y)
        return replace(self, x=left, y=top, spans=spans)


Hint = PointHint | StrokeHint | AreaHint


def is_dab(hint: Hint) -> bool:
    """Whether a hint is a dab: a point, or an area that fills two thirds of a square."""
    if isinstance(hint, AreaHint):
        return 3 * hint.spans.count > 2 * max(hint.spans.width, hint.spans.height) ** 2
    return isinstance(hint, PointHint)


def hint_bounds(hint: Hint) -> Rect:
    """The pixel rectangle that a hint can touch."""
    if isinstance(hint, AreaHint):
        return Rect(0, 0, hint.spans.width, hint.spans.height).moved(*hint.corner)
    return _bounds(hint.points, hint.radius + 1)


def _bounds(points: Sequence[Point], reach: float) -> Rect:
    xs, ys = zip(*points)
    return Rect(
        int(min(xs) - reach),
        int(min(ys) - reach),
        int(max(xs) + reach) + 1,
        int(max(ys) + reach) + 1,
    )


def _distance(hint: Hint, x: float, y: float) -> float:
    """How far a point is from what a hint covers, in image pixels; at most 0 within."""
    if isinstance(hint, AreaHint):
        left, top = hint.corner
        return hint.spans.distance(x - left, y - top)
    return distance_to_path(hint.points, x, y) - hint.radius


def distance_to_path(points: tuple[Point, ...], x: float, y: float) -> float:
    """How far a point is from a polyline, in image pixels."""
    if len(points) == 1:
        return hypot(points[0][0] - x, points[0][1] - y)
    best: float = float("inf")
    for (x0, y0), (x1, y1) in pairwise(points):
        dx, dy = x1 - x0, y1 - y0
        length_squared = dx * dx + dy * dy
        share = 0.0 if length_squared == 0 else ((x - x0) * dx + (y - y0) * dy) / length_squared
        share = min(1.0, max(0.0, share))
        best = min(best, hypot(x0 + share * dx - x, y0 + share * dy - y))
    return best


def scale_hint(hint: Hint, scale_x: float, scale_y: float) -> Hint:
    """A hint for a picture resized by these factors."""
    if isinstance(hint, AreaHint):
        return hint.scaled(scale_x, scale_y)
    radius = min(MAX_RADIUS, max(1e-3, hint.radius * (scale_x * scale_y) ** 0.5))
    if isinstance(hint, PointHint):
        return replace(hint, x=hint.x * scale_x, y=hint.y * scale_y, radius=radius)
    points = tuple((x * scale_x, y * scale_y) for x, y in hint.points)
    return replace(hint, points=points, radius=radius)


@dataclass(frozen=True, slots=True)
class HintSet:
    """Hints in the order they were given; later ones cover earlier ones."""

    hints: tuple[Hint, ...] = ()

    def __len__(self) -> int:
        return len(self.hints)

    def __iter__(self) -> Iterator[Hint]:
        return iter(self.hints)

    def add(self, hint: Hint) -> "HintSet":
        """The set with one more hint on top."""
        return HintSet((*self.hints, hint))

    def erase(self, x: float, y: float, radius: float) -> "HintSet":
        """The set without the hints that a round eraser at (x, y) touches."""
        kept = tuple(hint for hint in self.hints if _distance(hint, x, y) > radius)
        return self if len(kept) == len(self.hints) else HintSet(kept)

    def scaled(self, scale_x: float, scale_y: float) -> "HintSet":
        """Positions and radii multiplied, for a picture resized by these factors."""
        return HintSet(tuple(scale_hint(hint, scale_x, scale_y) for hint in self.hints))

    def moved(self, across: float, down: float) -> "HintSet":
        """The hints at positions so much further to the right and down."""

        def move(hint: Hint) -> Hint:
            if not isinstance(hint, StrokeHint):
                return replace(hint, x=hint.x + across, y=hint.y + down)
            return replace(hint, points=tuple((x + across, y + down) for x, y in hint.points))

        return self if across == down == 0 else HintSet(tuple(move(hint) for hint in self.hints))

    def bounds(self) -> Rect:
        """The smallest rectangle that holds every hint; empty if there is none."""
        bounds = NOWHERE
        for hint in self.hints:
            bounds = bounds.united(hint_bounds(hint))
        return bounds

    def told(self) -> "HintSet":
        """Those that a generator is told of: a local one would spread to what is like its region.

        What a local hint covers of others is theirs no longer, but they speak as they are.
        """
        kept = tuple(hint for hint in self.hints if not hint.is_local)
        return self if len(kept) == len(self.hints) else HintSet(kept)

    def bare(self) -> tuple[int, ...]:
        """Indices of those whose regions stay uncoloured."""
        return tuple(i for i, hint in enumerate(self.hints) if hint.keep is Keep.UNCOLORED)

    def colors(self) -> tuple[Rgb, ...]:
        """The distinct colours in order of first use."""
        return tuple(dict.fromkeys(hint.color for hint in self.hints))


@dataclass(frozen=True, slots=True)
class TagSelection:
    """Chosen tag names, sorted and distinct."""

    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(sorted(set(self.names))))

    @classmethod
    def parse(cls, names: Iterable[str], vocabulary: Vocabulary) -> "TagSelection":
        """Resolve aliases and spelling. Raises UnknownTagError."""
        return cls(tuple(vocabulary.canonical(name) for name in names if name.strip()))

    def toggled(self, name: str, vocabulary: Vocabulary) -> "TagSelection":
        """Select a tag in place of its group's others, or drop it if it was selected."""
        if name in self.names:
            return TagSelection(tuple(kept for kept in self.names if kept != name))
        group = vocabulary.by_name[name].group
        kept = tuple(kept for kept in self.names if vocabulary.by_name[kept].group != group)
        return TagSelection((*kept, name))


@dataclass(frozen=True, slots=True, eq=False)
class LineArt:
    """A drawing as uint8 (H, W), 0 = ink, 255 = paper; compared by its content."""

    pixels: U8Array
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        if self.pixels.ndim != 2 or self.pixels.dtype != np.uint8 or self.pixels.size == 0:
            raise ValueError(
                f"line art is uint8 (H, W); got {self.pixels.dtype} {self.pixels.shape}"
            )
        pixels = np.ascontiguousarray(self.pixels)
        if pixels.flags.writeable or not pixels.flags.owndata:
            pixels = pixels.copy()
            pixels.flags.writeable = False
        object.__setattr__(self, "pixels", pixels)
        shape = f"{pixels.shape[0]}x{pixels.shape[1]}:".encode()
        digest = hashlib.blake2b(shape, digest_size=16)
        digest.update(pixels.data)
        object.__setattr__(self, "digest", digest.hexdigest())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LineArt) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def size(self) -> Size:
        """Height and width."""
        return Size(*self.pixels.shape)

    @classmethod
    def from_rgba(cls, rgba_u8: U8Array) -> "LineArt":
        """Flatten RGBA (H, W, 4) onto white paper and take its luma (Rec. 601)."""
        grey: U8Array = np.asarray(cv2.cvtColor(rgba_u8, cv2.COLOR_RGBA2GRAY), dtype=np.uint8)
        if int(rgba_u8[..., 3].min()) < 255:
            for rows in row_bands(rgba_u8.shape):
                share = rgba_u8[rows, :, 3].astype(np.uint16)
                band = grey[rows].astype(np.uint16)
                grey[rows] = (band * share + 255 * (255 - share) + 127) // 255
        grey.flags.writeable = False
        return cls(grey)


def draw_hint(plane: U8Array | NDArray[np.int32], hint: Hint, value: int) -> None:
    """Draw a hint's covered pixels into an (H, W) plane, in place.

    Covered are an area's own pixels; of others those whose centre lies within the radius of the
    path, and those that the path's points lie in.
    """
    if isinstance(hint, AreaHint):
        hint.spans.fill(plane, *hint.corner, value)
        return
    height, width = plane.shape[:2]
    points = _thinned(hint.points, hint.radius / 4)
    for start, end in pairwise(points) if len(points) > 1 else ((points[0], points[0]),):
        _draw_segment(plane, start, end, radius=hint.radius, value=value)
    for x, y in points:
        if 0 <= x < width and 0 <= y < height:
            plane[int(y), int(x)] = value


def _thinned(points: tuple[Point, ...], step: float) -> list[Point]:
    """The path without points that lie closer than `step` to the one before; ends are kept."""
    kept = [points[0]]
    for point in points[1:-1]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= step:
            kept.append(point)
    return kept if len(points) == 1 else [*kept, points[-1]]


def _draw_segment(
    plane: U8Array | NDArray[np.int32], start: Point, end: Point, *, radius: float, value: int
) -> None:
    near = _bounds((start, end), radius).clipped(Size(*plane.shape[:2]))
    if near.is_empty:
        return
    x = np.arange(near.left, near.right, dtype=np.float32)[None] + (0.5 - start[0])
    y = np.arange(near.top, near.bottom, dtype=np.float32)[:, None] + (0.5 - start[1])
    dx, dy = end[0] - start[0], end[1] - start[1]
    length_squared = dx * dx + dy * dy
    if length_squared > 0:
        share = np.clip((x * dx + y * dy) / length_squared, 0, 1)
        x, y = x - share * dx, y - share * dy
    plane[near.slices][x * x + y * y <= radius * radius] = value


def rasterize_hints(hints: HintSet, size: Size) -> FloatArray:
    """Draw hints into colour and mask channels.

    Returns float32 (4, H, W): sRGB in [-1, 1], exactly 0 where unhinted; then mask in {0, 1}.
    Later hints cover earlier ones; pixel centres lie at +0.5. Hints outside the picture add
    nothing. After the local-hint encoding of Zhang et al., SIGGRAPH 2017.
    """
    owner = hint_owners(hints, size)
    table = np.zeros((len(hints) + 1, 4), dtype=np.float32)
    for index, hint in enumerate(hints, start=1):
        table[index] = (*(np.array(hint.color) / 127.5 - 1), 1)
    return np.ascontiguousarray(table[owner].transpose(2, 0, 1))


def hint_owners(
    hints: HintSet, size: Size, *, before: NDArray[np.int32] | None = None, known: int = 0
) -> NDArray[np.int32]:
    """Which hint covers each pixel: int32 (H, W), 0 for none, else 1 + its index.

    before  the same of the first `known` of these hints, so that the others alone are drawn.
    """
    owner = np.zeros(size.shape, dtype=np.int32) if before is None else before.copy()
    dabs: dict[int, list[tuple[float, float, float, int]]] = {}
    for index, hint in enumerate(hints.hints[known:], start=known + 1):
        if isinstance(hint, PointHint) and hint.radius <= LARGEST_STAMP:
            dab = hint.x, hint.y, hint.radius, index
            dabs.setdefault(ceil(hint.radius), []).append(dab)
        else:
            draw_hint(owner, hint, index)
    for reach, alike in dabs.items():
        for start in range(0, len(alike), STAMPS_AT_ONCE):
            _stamp(owner, np.array(alike[start : start + STAMPS_AT_ONCE]), reach)
    return owner


def _stamp(owner: NDArray[np.int32], dabs: NDArray[np.float64], reach: int) -> None:
    """Draw many small points at once, in place, as `draw_hint` draws each; higher numbers cover.

    dabs  (N, 4): x, y, radius of at most `reach`, number.
    """
    height, width = owner.shape
    near = (dabs[:, :2] >= -reach - 1).all(axis=1) & (
        dabs[:, :2] <= (width + reach, height + reach)
    ).all(axis=1)
    dabs = dabs[near]
    home = np.floor(dabs[:, :2]).astype(np.int32)
    around = np.arange(-reach, reach + 1, dtype=np.int32)
    columns, rows = (home[:, axis, None] + around for axis in (0, 1))
    x, y = ((plane.astype(np.float32) + (0.5 - dabs[:, axis, None]).astype(np.float32)) ** 2
            for axis, plane in enumerate((columns, rows)))  # fmt: skip
    covered = x[:, None, :] + y[:, :, None] <= (dabs[:, 2] ** 2).astype(np.float32)[:, None, None]
    covered[:, reach, reach] = True
    covered &= ((rows >= 0) & (rows < height))[:, :, None]
    covered &= ((columns >= 0) & (columns < width))[:, None, :]
    dab, row, column = np.nonzero(covered)
    places = rows[dab, row], columns[dab, column]
    np.maximum.at(owner, places, dabs[dab, 3].astype(np.int32))
