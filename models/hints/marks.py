"""Marks: painted paths that are no hints, as of light, barriers and joins. One way to erase and
keep them."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from models.files.documents import Value
from models.hints.hints import Point, StrokeHint, distance_to_path

MAX_POSITION = 1e6
"""Pixels from the corner; no picture is a tenth as large."""


class Mark(Protocol):
    """A path of (x, y) in image pixels, to be met within `radius` of it."""

    @property
    def points(self) -> tuple[Point, ...]:
        """One at least."""

    @property
    def radius(self) -> float:
        """In image pixels."""


AnyMark = TypeVar("AnyMark", bound=Mark)


def stroke_of(mark: Mark, radius: float | None = None) -> StrokeHint:
    """The mark as a hint without a colour, to be drawn and measured; radius  in place of its own.

    Raises ValueError if it can be none: a mark is checked so when it is made.
    """
    return StrokeHint(mark.points, (0, 0, 0), mark.radius if radius is None else radius)


def erase_marks(
    marks: tuple[AnyMark, ...], path: Iterable[Point], radius: float
) -> tuple[AnyMark, ...]:
    """Those that a round eraser does not touch on its way through a path's points."""
    places = tuple(path)
    return tuple(
        mark
        for mark in marks
        if all(distance_to_path(mark.points, *at) > radius + mark.radius for at in places)
    )


def points_to_json(mark: Mark) -> list[object]:
    """A mark's path as a JSON list of positions in image pixels."""
    return [[x, y] for x, y in mark.points]


def points_from_json(path: Value, name: str) -> tuple[Point, ...]:
    """A path of at least one point; `name` is what needs it. Raises DocumentError."""
    places = [point.numbers(2, -MAX_POSITION, MAX_POSITION) for point in path.items()]
    if not places:
        raise path.error(f"{name} needs at least one point")
    return tuple((x, y) for x, y in places)
