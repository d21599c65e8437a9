"""The hints of a tracked frame: one in every region that is told a colour, and the artist's own.

The artist's are carried along with regions whose shape has not changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray
from models.hints.hints import AreaHint, Hint, HintSet, PointHint
from models.hints.spans import spans_of_rows
from models.hints.tags import Rgb
from models.tracking.described import DrawnRegions
from models.tracking.tracked import TrackedRegion

HINT_RADIUS = 2.0
"""Radius of a carried hint in picture pixels, where its region has room for it."""
MIN_RADIUS = 0.5
MOST_HINTS = 12
"""Hints in a region that shares a closed region with one of another colour."""
STILL_SHARE = 0.85
"""How far a region lies in its place in the key frame if it has not moved."""
PART_SHARE, LEFT_SHARE = 0.1, 0.5
"""Share of a painted area that says something of a region; what must be left of it there."""
SAME_AREA, SAME_SPREAD = 0.12, 0.08
"""Differences of logarithms up to which a region that has moved has kept its shape."""


def told_hints(regions: Iterable[TrackedRegion], drawn: DrawnRegions, *, scale: float) -> HintSet:
    """A hint in every region that is told a colour, small ones last; several where colours part.

    drawn  the same regions as they were drawn, `scale` times as large as in the picture.
    """
    beside: dict[int, set[Rgb | None]] = {}
    told = []
    for region in sorted(regions, key=lambda region: (-region.pixels, region.region)):
        beside.setdefault(int(drawn.parent[region.region]), set()).add(region.color)
        if region.color is not None:
            told.append((region.region, region.color))
    hints = []
    for number, color in told:
        limit = MOST_HINTS if len(beside[int(drawn.parent[number])]) > 1 else 1
        room = float(drawn.depth[number]) / scale - 1
        radius = min(HINT_RADIUS, max(MIN_RADIUS, room))
        for x, y in drawn.interior_spots(number, limit) / scale:
            hints.append(PointHint(float(x), float(y), color, radius))
    return HintSet(tuple(hints))


def kept_hints(
    hints: Iterable[Hint],
    *,
    key: DrawnRegions,
    now: DrawnRegions,
    taken_for: Mapping[int, int],
    still: FloatArray,
    scale: float,
) -> HintSet:
    """Hints of a key drawing as they lie in another one, in their order.

    A hint set in a region that is found again goes along with it, if the region has stayed where
    it was or kept its shape, and if all of the hint comes to lie in it. So a hint on a detail too
    small to be a region of its own is not lost. Of a painted area each region takes its own part
    along, as far as that comes to lie in it.

    hints      in picture pixels, `scale` times as large as the drawings'.
    taken_for  the key's region that each region of `now` is. still  float32 (n, m) as of
               models.tracking.sightings.Matches.
    """
    area = np.log(now.area)[:, None] - np.log(key.area)[None]
    spread = np.log(now.spread + 1e-3)[:, None] - np.log(key.spread + 1e-3)[None]
    same = (np.abs(area) < SAME_AREA) & (np.abs(spread) < SAME_SPREAD).all(axis=2)
    moves: dict[int, list[tuple[int, FloatArray]]] = {}
    for region, known in taken_for.items():
        step: FloatArray = np.zeros(2, dtype=np.float32)
        if still[region, known] < STILL_SHARE:
            if not same[region, known]:
                continue
            step = (now.centre[region] - key.centre[known]) * now.long_side
        moves.setdefault(known, []).append((region, step))
    kept: list[Hint] = []
    for hint in hints:
        if isinstance(hint, AreaHint):
            kept += _kept_parts(hint, key=key, now=now, moves=moves, scale=scale)
            continue
        places = np.array(hint.points, dtype=np.float32) * scale
        owners = _labels_at(key, places)
        if owners is None or len(set(owners.tolist())) > 1:
            continue
        for region, step in moves.get(int(owners[0]), []):
            found = _labels_at(now, places + step)
            if found is not None and (found == region).all():
                across, down = (float(each) / scale for each in step)
                kept += HintSet((hint,)).moved(across, down)
                break
    return HintSet(tuple(kept))


def _kept_parts(
    area: AreaHint,
    *,
    key: DrawnRegions,
    now: DrawnRegions,
    moves: Mapping[int, list[tuple[int, FloatArray]]],
    scale: float,
) -> list[Hint]:
    """The parts of a painted area that go along with their regions; moves as in `kept_hints`."""
    pixels = area.spans.places() + np.array(area.corner, dtype=np.int32)
    owners = _labels_within(key, (pixels + 0.5) * scale)
    kept: list[Hint] = []
    for known in np.unique(owners[owners >= 0]).tolist():
        part = pixels[owners == known]
        if len(part) < PART_SHARE * len(pixels):
            continue
        for region, step in moves.get(known, []):
            moved = part + np.round(step / scale).astype(np.int32)
            inside = moved[_labels_within(now, (moved + 0.5) * scale) == region]
            if len(inside) >= LEFT_SHARE * len(part):
                columns, rows = inside.T
                left, top, spans = spans_of_rows(rows, columns, columns + 1)
                kept.append(replace(area, x=left, y=top, spans=spans))
                break
    return kept


def _labels_within(regions: DrawnRegions, places: NDArray[np.floating]) -> NDArray[np.int32]:
    """Regions at x, y, (k, 2); -1 where one lies outside of the drawing."""
    height, width = regions.labels.shape
    columns, rows = np.floor(places).astype(np.int32).T
    inside = (columns >= 0) & (rows >= 0) & (columns < width) & (rows < height)
    labels = regions.labels[np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)]
    return np.where(inside, labels, -1).astype(np.int32)


def _labels_at(regions: DrawnRegions, places: FloatArray) -> NDArray[np.int32] | None:
    """Regions at x, y, (k, 2); None where one lies outside of the drawing."""
    labels = _labels_within(regions, places)
    return None if (labels < 0).any() else labels
