"""Lines that an artist draws to say where regions end: barriers cut them, joins make them one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.files.documents import DocumentError, Value
from models.geometry import Rect, Size
from models.hints.hints import LineArt, Point, draw_hint, hint_bounds
from models.hints.marks import points_from_json, points_to_json, stroke_of

WIDTH_SHARE = 0.003
"""Width of a barrier as a share of the drawing's longer side, and"""
LEAST_WIDTH = 3.0
"""in pixels at least: what is as wide is no scratch, at whatever size regions are found."""


class BarrierError(ValueError):
    """Barriers of a file that cannot be used; the message names the file and the value."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """A path of (x, y) in image pixels that colour does not cross, invisible; it closes a gap or
    cuts a region in two."""

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        stroke_of(self)

    @property
    def radius(self) -> float:
        """Within which it is met, in image pixels."""
        return LEAST_WIDTH / 2

    def bounds(self, size: Size) -> Rect:
        """The pixel rectangle that it can touch in a drawing."""
        return hint_bounds(stroke_of(self, _radius(size)))


Barriers = tuple[Barrier, ...]


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
        draw_hint(pixels, stroke_of(barrier, _radius(line_art.size)), 0)
    pixels.flags.writeable = False
    return LineArt(pixels)


def barriers_to_json(barriers: Sequence[Barrier]) -> list[object]:
    """Barriers as a JSON list of paths, positions in image pixels."""
    return [points_to_json(barrier) for barrier in barriers]


def barriers_from_json(content: object, origin: str) -> Barriers:
    """Barriers from a JSON list of paths; `origin` names it in errors (BarrierError)."""
    try:
        paths = Value(content, origin).items()
        return tuple(Barrier(points_from_json(path, "a barrier")) for path in paths)
    except DocumentError as error:
        raise BarrierError(str(error)) from error
