"""What references told of a drawing's regions, as it is shown to the artist."""

from dataclasses import dataclass

from models.hints.hints import Point
from models.hints.tags import Rgb
from models.matching.confidence import sure_from
from models.matching.naming import NamedColor


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRegion:
    """A region of the drawing and what references tell of it.

    x, y        its most interior place, in picture pixels; pixels  its area there.
    color       None: it stays open.
    confidence  0 to 1 that this is right.
    picture     number of the reference that shows it, and `there` where, in its pixels; None both
                where it stays open.
    """

    x: float
    y: float
    pixels: int
    color: Rgb | None
    confidence: float
    picture: int | None = None
    there: Point | None = None

    @property
    def is_unsure(self) -> bool:
        """Whether it wants a look."""
        return self.color is not None and self.confidence < sure_from()


@dataclass(frozen=True, slots=True)
class ReferenceReport:
    """What references told of a drawing, its largest regions first.

    palette  the colours that they show, named by part.
    """

    regions: tuple[ToldRegion, ...] = ()
    palette: tuple[NamedColor, ...] = ()

    @property
    def open_regions(self) -> tuple[ToldRegion, ...]:
        """Those that nothing explains."""
        return tuple(region for region in self.regions if region.color is None)

    @property
    def unsure_regions(self) -> tuple[ToldRegion, ...]:
        """Those whose colour wants a look, the least sure first."""
        unsure = [region for region in self.regions if region.is_unsure]
        return tuple(sorted(unsure, key=lambda region: region.confidence))
