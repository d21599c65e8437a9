"""How an artist wants a drawing's regions, beyond what its lines say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array
from models.files.documents import DocumentError, Value
from models.hints.hints import Point
from models.hints.marks import points_from_json, points_to_json, stroke_of
from models.regions.regions import WIDEST_GAP, RegionSettings

WIDEST_SMALLEST = 256.0
"""Side, in pixels, that anybody may ask the smallest region to have."""
LEAST_PIXELS = 3
"""Of a join's path that lie in a region that it takes in: it may graze another one."""
REACH = 1.5
"""Pixels from its path within which a join is met."""


class JoinError(ValueError):
    """Joins of a file that cannot be used; the message names the file and the value."""


@dataclass(frozen=True, slots=True)
class Join:
    """A path of (x, y) in image pixels: the regions that it leads through are one."""

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        stroke_of(self)

    @property
    def radius(self) -> float:
        """Within which it is met, in image pixels."""
        return REACH


Joins = tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class RegionWishes:
    """What is wanted of a drawing's regions, in its pixels.

    gap       widest gap in the lines that is closed; None: by the drawing's size.
    smallest  side of the smallest region: a smaller one joins its neighbour; None: so, too.
    joins     which regions are one, whatever lines say.
    """

    gap: float | None = None
    smallest: float | None = None
    joins: Joins = ()

    def __post_init__(self) -> None:
        for name, value, most in (
            ("gap to close", self.gap, WIDEST_GAP),
            ("side of the smallest region", self.smallest, WIDEST_SMALLEST),
        ):
            if value is not None and not 0 <= value <= most:
                raise ValueError(f"the {name} lies between 0 and {most:g} pixels; got {value}")

    def settings(self, factor: float = 1.0) -> RegionSettings:
        """How regions are found in a picture that is smaller by a factor."""
        return RegionSettings(
            gap=None if self.gap is None else self.gap / factor,
            smallest=None if self.smallest is None else round((self.smallest / factor) ** 2),
        )

    def joined(self, labels: I32Array, factor: float = 1.0) -> I32Array:
        """Labels, int32 (H, W), of a picture smaller by a factor, with what is joined as one.

        They are numbered by their first pixel still. Without joins these labels themselves.
        """
        parent = np.arange(int(labels.max()) + 1, dtype=np.int32)
        for join in self.joins:
            beside = _met(labels, join, factor)
            roots = parent[beside]
            if len(roots):
                parent[np.isin(parent, roots)] = roots.min()
        if not self.joins or (parent == np.arange(len(parent))).all():
            return labels
        _, numbers = np.unique(parent, return_inverse=True)
        return numbers.astype(np.int32)[labels]


def _met(labels: I32Array, join: Join, factor: float) -> NDArray[np.int32]:
    """The regions that a join leads through, each pixel of its path counted once."""
    height, width = labels.shape
    steps = [np.array([join.points[0]]) / factor]
    for start, end in pairwise(np.array(join.points) / factor):
        count = int(np.abs(end - start).max()) + 1
        steps.append(start + (end - start) * np.linspace(0, 1, count + 1)[1:, None])
    places = np.unique(np.floor(np.concatenate(steps)).astype(np.int64), axis=0)
    columns, rows = places.T
    inside = (columns >= 0) & (rows >= 0) & (columns < width) & (rows < height)
    regions, counts = np.unique(labels[rows[inside], columns[inside]], return_counts=True)
    least = min(LEAST_PIXELS, max(1, len(places) // 4))
    return np.asarray(regions[counts >= least], dtype=np.int32)


def joins_to_json(joins: Sequence[Join]) -> list[object]:
    """Joins as a JSON list of paths, positions in image pixels."""
    return [points_to_json(join) for join in joins]


def joins_from_json(content: object, origin: str) -> Joins:
    """Joins from a JSON list of paths; `origin` names it in errors (JoinError)."""
    try:
        paths = Value(content, origin).items()
        return tuple(Join(points_from_json(path, "a join")) for path in paths)
    except DocumentError as error:
        raise JoinError(str(error)) from error
