"""Invisible lines that an artist draws to close a gap or to cut a region in two."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.files.documents import DocumentError, Value
from models.geometry import Rect, Size
from models.hints.hints import HintSet, LineArt, Point, StrokeHint, draw_hint, hint_bounds

MAX_POSITION = 1e6
"""Pixels from the corner; no picture is a tenth as large."""
WIDTH_SHARE = 0.003
"""Width of a barrier as a share of the drawing's longer side, and"""
LEAST_WIDTH = 3.0
"""in pixels at least: what is as wide is no scratch, at whatever size regions are found."""


class BarrierError(ValueError):
    """Barriers of a file that cannot be used; the message names the file and the value."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """A path of (x, y) in image pixels that colour does not cross."""

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        _path(self, 1.0)

    def bounds(self, size: Size) -> Rect:
        """The pixel rectangle that it can touch in a drawing."""
        return hint_bounds(_path(self, _radius(size)))


Barriers = tuple[Barrier, ...]


def _path(barrier: Barrier, radius: float) -> StrokeHint:
    """The barrier as a hint without a colour. Raises ValueError if it can be none."""
    return StrokeHint(barrier.points, (0, 0, 0), radius)


def _radius(size: Size) -> float:
    return max(LEAST_WIDTH, WIDTH_SHARE * size.long_side) / 2


def with_barriers(line_art: LineArt, barriers: Barriers) -> LineArt:
    """The drawing with its barriers as ink, for whoever asks where colour may go; not to be shown.

    The same object for the same barriers, as long as few drawings are asked for; without any, the
    drawing itself.
    """
    return _barred(line_art, barriers) if barriers else line_art


@lru_cache(maxsize=4)
def _barred(line_art: LineArt, barriers: Barriers) -> LineArt:
    pixels = line_art.pixels.copy()
    for barrier in barriers:
        draw_hint(pixels, _path(barrier, _radius(line_art.size)), 0)
    pixels.flags.writeable = False
    return LineArt(pixels)


def erase_barriers(barriers: Barriers, x: float, y: float, radius: float) -> Barriers:
    """The barriers that a round eraser at (x, y) does not touch."""
    return tuple(
        barrier
        for barrier in barriers
        if len(HintSet((_path(barrier, LEAST_WIDTH / 2),)).erase(x, y, radius))
    )


def barriers_to_json(barriers: Sequence[Barrier]) -> list[object]:
    """Barriers as a JSON list of paths, positions in image pixels."""
    return [[[x, y] for x, y in barrier.points] for barrier in barriers]


def barriers_from_json(content: object, origin: str) -> Barriers:
    """Barriers from a JSON list of paths; `origin` names it in errors (BarrierError)."""
    try:
        return tuple(_read(path) for path in Value(content, origin).items())
    except DocumentError as error:
        raise BarrierError(str(error)) from error


def _read(path: Value) -> Barrier:
    places = [point.numbers(2, -MAX_POSITION, MAX_POSITION) for point in path.items()]
    if not places:
        raise path.error("a barrier needs at least one point")
    return Barrier(tuple((x, y) for x, y in places))
