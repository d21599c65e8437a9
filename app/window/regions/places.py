"""Where each region of the open drawing lies, and which of them have a colour already."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from app.document.document import Document
from app.document.layer import LayerKind
from app.session import Session
from app.window.regions.finder import RegionFinder
from models.arrays import BoolArray, U8Array
from models.cells.shapes import piece_around
from models.coloring.region_color import DrawingRegions
from models.geometry import Rect, Size
from models.hints.hints import AreaHint, Hint, HintSet, Keep, Point
from models.hints.spans import Spans, spans_of_mask, spans_of_rows
from models.hints.tags import Rgb
from models.regions.sampled import label_strips

WHITE = 250
"""Every channel from this on: nobody gave it a colour."""
LOOKED_AT = 4_000_000
"""Pixels of a picture that are looked at to find what has no colour."""
MOST_KEPT = 8
"""Colours of a region that are kept however few their pixels are; of more, those with"""
KEPT_SHARE = 0.01
"""of its pixels."""
MOSTLY = 0.75
"""Share of a region that a part of the figure has, from which all of it counts as that part."""
BARE: Rgb = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Shape:
    """Pixels of the drawing: the corner of the box around them, and the pixels from there.

    is_piece  of a region, whose rest they say nothing of.
    """

    left: int
    top: int
    spans: Spans
    is_piece: bool = False

    @property
    def bounds(self) -> Rect:
        """The box around them."""
        return Rect(0, 0, self.spans.width, self.spans.height).moved(self.left, self.top)

    @property
    def within(self) -> Point:
        """The middle of one of them, as an image point."""
        row, column, _ = self.spans.table[0].tolist()
        return self.left + column + 0.5, self.top + row + 0.5

    def filled(self, color: Rgb, keep: Keep | None = None) -> AreaHint:
        """All of it in a colour, and nothing besides."""
        return AreaHint(
            *(self.left, self.top, self.spans, color),
            is_local=True,
            keep=keep,
            is_exact=self.is_piece,
        )

    def kept(self, flats_u8: U8Array) -> tuple[AreaHint, ...]:
        """Each of its colours in flats, uint8 (H, W, 3 or more), where that is."""
        bounds = self.bounds
        near = flats_u8[bounds.slices][..., :3].astype(np.int32)
        packed = near[..., 0] << 16 | near[..., 1] << 8 | near[..., 2]
        inside = self.spans.mask()
        colors, which, counts = np.unique(packed[inside], return_inverse=True, return_counts=True)
        rgb = np.stack([colors >> 16, colors >> 8 & 255, colors & 255], axis=1)
        if len(colors) > MOST_KEPT:
            common = counts >= max(KEPT_SHARE * counts.sum(), 1)
            common[np.argmax(counts)] = True
            apart = np.abs(rgb[:, None] - rgb[common][None]).sum(axis=2)
            which = np.flatnonzero(common)[apart.argmin(axis=1)][which]
        owner = np.full(inside.shape, -1, dtype=np.int64)
        owner[inside] = which
        found = []
        for number in np.unique(which).tolist():
            left, top, spans = spans_of_mask(owner == number, self.left, self.top)
            red, green, blue = rgb[number].tolist()
            area = Shape(left, top, spans, is_piece=True)
            found.append(area.filled((red, green, blue), Keep.AS_IT_IS))
        return tuple(found)


class RegionPlaces(QObject):
    """Answers for the regions that the finder knows; what was asked is kept until they change.

    Attributes
    finder  of the regions.
    """

    def __init__(self, session: Session, finder: RegionFinder, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.finder = finder
        self._left: tuple[HintSet, tuple[int, ...]] | None = None
        self._shapes: dict[int, Shape] = {}
        self._pieces: dict[int, list[Shape | None]] = {}
        self._hinted: dict[Hint, frozenset[int]] = {}
        finder.changed.connect(self._forget)
        session.pixels_changed.connect(self._forget_left)

    def _forget(self) -> None:
        self._shapes.clear()
        self._pieces.clear()
        self._hinted.clear()
        self._left = None

    def _forget_left(self) -> None:
        self._left = None

    @property
    def regions(self) -> DrawingRegions | None:
        """All of them; None while they are not known."""
        return self.finder.regions

    def at(self, at: Point) -> int | None:
        """The region at an image point; None outside, or while regions are not known."""
        if self.regions is None or not Size(*self.regions.labels.shape).holds(*at):
            return None
        return int(self.regions.labels[floor(at[1]) : floor(at[1]) + 1][0, floor(at[0])])

    def shape(self, region: int) -> Shape:
        """Where a region lies."""
        assert self.regions is not None
        labels = self.regions.labels
        if region not in self._shapes:
            area = Rect(*self.regions.bounds[region].tolist())
            columns = area.slices[1]
            self._shapes[region] = _shape_of(area, lambda rows: labels[rows, columns] == region)
        return self._shapes[region]

    def of_part(self, parts: U8Array, part: int) -> Shape | None:
        """Where a part of the figure lies, uint8 (h, w) of which each place is: regions that are
        mostly of it, and of those that are of several parts its own share. None where nothing is.
        """
        assert self.regions is not None
        labels = self.regions.labels
        height, width = labels.shape
        down = np.arange(height) * parts.shape[0] // height
        across = np.arange(width) * parts.shape[1] // width
        own, whole = (np.zeros(self.regions.count, dtype=np.int64) for _ in range(2))
        step = max(1, ceil(sqrt(height * width / LOOKED_AT)))
        for rows in label_strips(labels.shape):
            seen = labels[rows][::step, ::step]
            is_own = (parts[down[rows]] == part)[::step, across[::step]]
            whole += np.bincount(seen.ravel(), minlength=self.regions.count)
            own += np.bincount(seen[is_own], minlength=self.regions.count)
        is_all, is_none = own > MOSTLY * whole, own < (1 - MOSTLY) * whole

        def is_in(rows: slice) -> BoolArray:
            beside = (parts[down[rows]] == part)[:, across] & ~is_none[labels[rows]]
            return np.asarray(beside | is_all[labels[rows]])

        if is_none.all() and not is_all.any():
            return None
        return _shape_of(Rect.of(Size(height, width)), is_in)

    def piece(self, region: int, at: Point) -> Shape | None:
        """The piece of a region around an image point in it; None if it is all of one piece."""
        column, row = floor(at[0]), floor(at[1])
        for known in self._pieces.get(region, []):
            if known is not None and known.spans.distance(at[0] - known.left, at[1] - known.top):
                continue
            return known
        shape = self.shape(region)
        mask = shape.spans.mask()
        found = piece_around(mask, column - shape.left, row - shape.top)
        piece = None
        if found is not None:
            piece = Shape(*spans_of_mask(found, shape.left, shape.top), is_piece=True)
        self._pieces.setdefault(region, []).append(piece)
        return piece

    def _hinted_by(self, hint: Hint) -> frozenset[int]:
        """The regions that a hint's points lie in."""
        if hint not in self._hinted:
            found = (self.at(point) for point in hint.points)
            self._hinted[hint] = frozenset(region for region in found if region is not None)
        return self._hinted[hint]

    def is_for(self, hint: Hint, region: int) -> bool:
        """Whether a hint gives a colour to all of a region, and to nothing else."""
        if not hint.is_local or hint.keep is not None or self._hinted_by(hint) != {region}:
            return False
        return not isinstance(hint, AreaHint) or self.shape(region).filled(hint.color) == hint

    def left(self, document: Document) -> tuple[int, ...]:
        """The regions that have no colour, from top to bottom: no hint, and white flats."""
        if self.regions is None:
            return ()
        if self._left is None or self._left[0] is not document.hints:
            left = self._white(self.regions)
            for hint in document.hints:
                left[list(self._hinted_by(hint))] = False
            self._left = document.hints, tuple(np.flatnonzero(left).tolist())
        return self._left[1]

    def _white(self, regions: DrawingRegions) -> BoolArray:
        """Regions whose flats are mostly white or bare; all, while there are no flats."""
        flats_u8 = self._session.pixels_of(LayerKind.FLATS)
        if flats_u8 is None:
            return np.ones(regions.count, dtype=bool)
        height, width = regions.labels.shape
        step = max(1, ceil(sqrt(height * width / LOOKED_AT)))
        white, whole = (np.zeros(regions.count, dtype=np.int64) for _ in range(2))
        for rows in label_strips((height, width)):
            first = -rows.start % step
            labels = regions.labels[rows][first::step, ::step]
            seen = flats_u8[rows][first::step, ::step]
            is_white = (seen[..., :3] >= WHITE).all(axis=2) | (seen[..., 3] == 0)
            whole += np.bincount(labels.ravel(), minlength=regions.count)
            white += np.bincount(labels[is_white], minlength=regions.count)
        return np.asarray((whole > 0) & (2 * white > whole))


def _shape_of(area: Rect, is_in: Callable[[slice], BoolArray]) -> Shape:
    """What lies in an area of the drawing: is_in  tells it for rows of the drawing, bool (rows, w),
    as wide as the area."""
    found: list[tuple[NDArray[np.signedinteger], ...]] = []
    for strip in label_strips(area.shape):
        rows = slice(strip.start + area.top, strip.stop + area.top)
        mask = is_in(rows)
        inside = np.flatnonzero(mask.any(axis=1))
        if len(inside):
            steps = np.diff(mask[inside].astype(np.int8), axis=1, prepend=0, append=0)
            line, start = np.nonzero(steps > 0)
            stop = np.nonzero(steps < 0)[1]
            found.append((inside[line] + rows.start, start + area.left, stop + area.left))
    return Shape(*spans_of_rows(*(np.concatenate(column) for column in zip(*found))))
