"""References of a request: what they tell of the drawing's regions, as hints in these alone.

Hints of the artist outrank them in their regions, and so do tags in the parts that they colour. A
region that no reference explains stays open: it is left white, and listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.arrays import BoolArray
from models.cancel import IsCancelled, check_cancelled
from models.geometry import Size
from models.hints.hints import HintSet, LineArt, Point, PointHint, hint_owners
from models.hints.meant import is_meant
from models.hints.parts import Part
from models.hints.tags import Rgb
from models.matching.matcher import KnownFigure, RegionMatches, match_regions, region_at
from models.matching.naming import NamedColor, name_colors
from models.matching.references import References
from models.matching.sheets import Reference, figures_of
from models.memory import RecentlyUsed
from models.reading.reader import DrawingReader
from models.regions.regions import find_regions
from models.regions.wishes import RegionWishes
from models.requests.references import ReferenceReport, ToldRegion
from models.requests.request import ColorizeRequest
from models.runtime.generator import GeneratorError
from models.tracking.described import DrawnRegions, LineReading, describe
from models.tracking.keys import scale_of, shrunk

OPEN_COLOR: Rgb = (255, 255, 255)
RADIUS, LEAST_RADIUS = 2.0, 0.5
FIGURE_BYTES = 256 << 20
DRAWING_BYTES = 128 << 20
GROUND_SHARE = 0.5
"""Share of the ground in a region that nothing explains, above which it is ground."""
SURE_GROUND = 0.8
"""The same below which ground is not the ground alone: hair that runs out into it is in it, too."""
LEAST_LISTED = 12.0
"""Pixels of a region, at the size of matching, below which nobody is told of it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """A drawing's regions beside what references tell; scale as of models.tracking.keys."""

    regions: DrawnRegions
    matches: RegionMatches
    is_ground: BoolArray
    known: tuple[KnownFigure, ...]
    scale: float
    palette: tuple[NamedColor, ...]


class ReferenceTeller:
    """Tells what references say of drawings. Used by one thread at a time.

    What was read of references, and of the latest drawings, is kept within bounds on its bytes.
    """

    def __init__(self, reader: DrawingReader) -> None:
        self._reader = reader
        self._figures: RecentlyUsed[tuple[KnownFigure, ...]] = RecentlyUsed(FIGURE_BYTES)
        self._drawings: RecentlyUsed[DrawnRegions] = RecentlyUsed(DRAWING_BYTES)
        self._compared: RecentlyUsed[_Compared] = RecentlyUsed(DRAWING_BYTES)

    def answer(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> tuple[ColorizeRequest, ReferenceReport | None]:
        """The request with hints where references explain a region, the artist's on top.

        Beside it the list of regions; None without references.
        Raises Cancelled, and GeneratorError where the generator tells nothing of regions.
        """
        if not request.references.telling:
            return request, None
        found = self._compared.get(
            (request.line_art.digest, request.regions, request.references),
            lambda: self._compare(request, is_cancelled),
        )
        hinted = _hinted(found, request.hints)
        told, listed, is_open = [], [], False
        regions, matches = found.regions, found.matches
        silent = hinted | found.is_ground | _tagged(regions, request.tagged)
        for region in np.argsort(-regions.area, kind="stable").tolist():
            if silent[region]:
                continue
            color = matches.rgb(region)
            is_open |= color is None
            x, y = (float(value) / found.scale for value in regions.spot[region])
            room = float(regions.depth[region]) / found.scale - 1
            radius = min(RADIUS, max(LEAST_RADIUS, room))
            told.append(PointHint(x, y, color or OPEN_COLOR, radius, is_local=True))
            if regions.area[region] >= LEAST_LISTED:
                listed.append(_listed(found, region, (x, y)))
        # Open regions are white under a palette lock, too; where none is, the lock holds as it is.
        palette = request.palette
        if palette and is_open:
            palette = tuple(dict.fromkeys((*palette, OPEN_COLOR)))
        hints = HintSet((*told, *request.hints))
        answered = replace(
            request, hints=hints, palette=palette, references=References(), told=len(told)
        )
        return answered, ReferenceReport(tuple(listed), found.palette)

    def _compare(self, request: ColorizeRequest, is_cancelled: IsCancelled) -> _Compared:
        line, references, wishes = request.line_art, request.references, request.regions
        known = [
            figure
            for number, picture in references.telling
            for figure in self._known(picture, number, is_cancelled)
        ]
        regions = self._drawings.get(
            (line.digest, wishes), lambda: self._look_at(line, wishes, is_cancelled)
        )
        scale = scale_of(line.size)
        pairs = []
        for pair in references.pairs:
            here = region_at(regions, pair.here, scale)
            there = _place_of(known, pair.there, pair.picture)
            if here is not None and there is not None:
                pairs.append((here, *there))
        matches = match_regions(regions, known, pairs=pairs, is_cancelled=is_cancelled)
        # What lies behind the figure is no part of it: it stays as the generator has it.
        behind = (matches.color < 0) & (regions.parts[:, int(Part.BACKGROUND)] > GROUND_SHARE)
        shown = [
            figure >= 0 and bool(known[figure].figure.is_ground[region])
            for figure, region in zip(matches.figure, matches.region)
        ]
        is_ground = behind | np.array(shown, dtype=bool)
        # Left to the generator, a part of the figure in it would get a colour that nobody showed.
        mixed = is_ground & (regions.parts[:, int(Part.BACKGROUND)] < SURE_GROUND)
        mixed[[here for here, *_ in pairs]] = False
        return _Compared(
            regions,
            matches.without(mixed),
            is_ground & ~mixed,
            tuple(known),
            scale,
            name_colors(known),
        )

    def _known(
        self, picture: Reference, number: int, is_cancelled: IsCancelled
    ) -> tuple[KnownFigure, ...]:
        return self._figures.get(
            (picture.digest, number),
            lambda: tuple(
                KnownFigure.of(figure, self._read(figure.line, is_cancelled), number)
                for figure in figures_of(picture)
            ),
        )

    def _look_at(
        self, line: LineArt, wishes: RegionWishes, is_cancelled: IsCancelled
    ) -> DrawnRegions:
        small = shrunk(line)
        factor = 1 / scale_of(line.size)
        found = find_regions(small, wishes.settings(factor))
        labels = wishes.joined(found.labels, factor)
        check_cancelled(is_cancelled)
        parent = np.arange(int(labels.max()) + 1, dtype=np.int32)
        reading = self._read(line, is_cancelled)
        return describe(small, labels, found.walls == 0, parent=parent, reading=reading)

    def _read(self, line: LineArt, is_cancelled: IsCancelled) -> LineReading:
        reading = self._reader.reading(line, is_cancelled)
        if reading is None:
            title = self._reader.generator.spec.title
            raise GeneratorError(
                f"{title} cannot compare a drawing with references; choose Tintline"
            )
        return reading


def _hinted(found: _Compared, hints: HintSet) -> BoolArray:
    """Which regions the artist's hints lie in, bool (n,)."""
    regions = found.regions
    if not len(hints):
        return np.zeros(regions.count, dtype=bool)
    size = Size(*regions.labels.shape)
    owner = hint_owners(hints.scaled(found.scale, found.scale), size)
    covered = (owner > 0) & regions.paper
    keys, counts = np.unique(
        owner[covered].astype(np.int64) * regions.count + regions.labels[covered],
        return_counts=True,
    )
    hint, region = np.divmod(keys, regions.count)
    meant = is_meant(hint, counts, regions.area[region])
    result = np.zeros(regions.count, dtype=bool)
    result[region[meant]] = True
    return result


def _tagged(regions: DrawnRegions, tagged: frozenset[Part]) -> BoolArray:
    """Which regions are mostly a part that a tag colours, bool (n,)."""
    return np.isin(np.argmax(regions.parts, axis=1), [int(part) for part in tagged])


def _listed(found: _Compared, region: int, place: Point) -> ToldRegion:
    matches = found.matches
    figure = int(matches.figure[region])
    picture, there = None, None
    if figure >= 0:
        known = found.known[figure]
        picture = known.reference
        x, y = known.regions.spot[matches.region[region]] / known.figure.scale
        there = (float(x) + known.figure.place.left, float(y) + known.figure.place.top)
    return ToldRegion(
        x=place[0],
        y=place[1],
        pixels=max(1, round(float(found.regions.area[region]) / found.scale**2)),
        color=matches.rgb(region),
        confidence=float(matches.confidence[region]),
        picture=picture,
        there=there,
    )


def _place_of(known: Sequence[KnownFigure], place: Point, picture: int) -> tuple[int, int] | None:
    """Figure and region at x, y of a reference; None where it shows no colour."""
    for number, each in enumerate(known):
        rect, scale = each.figure.place, each.figure.scale
        if each.reference != picture:
            continue
        region = region_at(each.regions, (place[0] - rect.left, place[1] - rect.top), scale)
        if region is not None and each.figure.tones.color[region] >= 0:
            return number, region
    return None
