"""The hints of a tracked frame: one in every region that is told a colour, and the artist's own.

The artist's are carried along with regions whose shape has not changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import cv2
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
"""Hints in one region."""
PAINTED_CONFIDENCE = 0.95
"""Confidence from which a part of what is open to the ground is painted whole. What is doubtful is
told in places, so that one stroke mends it."""
STILL_SHARE = 0.85
"""How far a region lies in its place in the key frame if it has not moved."""
PART_SHARE, LEFT_SHARE = 0.1, 0.5
"""Share of a painted area that says something of a region; what must be left of it there."""
SAME_AREA, SAME_SPREAD = 0.12, 0.08
"""Differences of logarithms up to which a region that has moved has kept its shape."""
AROUND = 0.016
"""How far around a hint lines must be the same, as a share of the longer side."""
SAME_LINES, NEARER = 0.9, 0.1
"""Correlation from which lines are the same; what it counts to be that far from where it should."""


def told_hints(regions: Iterable[TrackedRegion], drawn: DrawnRegions, *, scale: float) -> HintSet:
    """A hint in every region that is told a colour, small ones last; one more behind each neck.

    Where lines part a region incompletely from another colour, there are hints all over it, or it
    is painted whole.

    drawn  the same regions as they were drawn, `scale` times as large as in the picture.
    """
    beside: dict[int, set[Rgb | None]] = {}
    ordered = sorted(regions, key=lambda region: (-region.pixels, region.region))
    for region in ordered:
        beside.setdefault(int(drawn.parent[region.region]), set()).add(region.color)
    open_parents = set(drawn.parent[drawn.edge > 0].tolist())
    hints: list[Hint] = []
    for region in ordered:
        number, color, parent = region.region, region.color, int(drawn.parent[region.region])
        if color is None:
            continue
        is_shared = len(beside[parent]) > 1
        if is_shared and parent in open_parents and region.confidence >= PAINTED_CONFIDENCE:
            hints += _painted(drawn, number, color, scale=scale)
            continue
        spots = drawn.interior_spots if is_shared else drawn.chambers
        room = float(drawn.depth[number]) / scale - 1
        radius = min(HINT_RADIUS, max(MIN_RADIUS, room))
        for x, y in spots(number, MOST_HINTS) / scale:
            hints.append(PointHint(float(x), float(y), color, radius))
    return HintSet(tuple(hints))


def _painted(drawn: DrawnRegions, region: int, color: Rgb, *, scale: float) -> list[Hint]:
    """All of a region that lines part incompletely from another colour, but for its rim."""
    mask = (drawn.labels == region) & drawn.paper
    inner = cv2.erode(np.pad(mask, 1, mode="edge").view(np.uint8), np.ones((3, 3), np.uint8))
    inner = inner[1:-1, 1:-1]
    if scale != 1:
        shape = tuple(round(side / scale) for side in inner.shape[::-1])
        inner = np.asarray(cv2.resize(inner, shape, interpolation=cv2.INTER_NEAREST))
    rows, columns = np.nonzero(inner)
    if len(rows) == 0:
        x, y = drawn.spot[region] / scale
        return [PointHint(float(x), float(y), color, MIN_RADIUS)]
    left, top, spans = spans_of_rows(rows, columns, columns + 1)
    return [AreaHint(left, top, spans, color)]


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
            own = _with_lines(key, now, places, step)
            if own is None:
                continue
            found = _labels_at(now, places + own)
            if found is not None and (found == region).all():
                across, down = (float(each) / scale for each in own)
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


def _with_lines(
    key: DrawnRegions, now: DrawnRegions, places: FloatArray, step: FloatArray
) -> FloatArray | None:
    """The step, (2,), from x, y of the key drawing, (k, 2), to the same lines around them.

    It is looked for around `step`; None where the lines there are others, as those of the ground
    are behind a figure that has moved.
    """
    reach = max(2, round(AROUND * now.long_side))
    found: FloatArray | None = None
    for place in places:
        shift: FloatArray = np.zeros(2, dtype=np.float32)
        before = _ink_around(key, place, reach)
        after = _ink_around(now, place + step, 2 * reach)
        if not before.any():
            alike = not after[reach : 3 * reach + 1, reach : 3 * reach + 1].any()
        else:
            match = cv2.matchTemplate(after, before, cv2.TM_CCORR_NORMED)
            match -= NEARER * np.hypot(*np.mgrid[-reach : reach + 1, -reach : reach + 1]) / reach
            row, column = np.unravel_index(int(match.argmax()), match.shape)
            alike = match[row, column] >= SAME_LINES
            shift = np.array([column - reach, row - reach], dtype=np.float32)
        if not alike:
            return None
        found = shift if found is None else found
    return None if found is None else step + found


def _ink_around(regions: DrawnRegions, place: FloatArray, reach: int) -> FloatArray:
    """Lines around x, y, a little blurred: float32 (2 reach + 1, 2 reach + 1)."""
    around = np.floor(place).astype(np.intp)[:, None] + np.arange(-reach, reach + 1)
    height, width = regions.paper.shape
    rows, columns = np.clip(around[1], 0, height - 1), np.clip(around[0], 0, width - 1)
    ink = ~regions.paper[np.ix_(rows, columns)]
    return np.asarray(cv2.GaussianBlur(ink.astype(np.float32), (0, 0), 1.0), dtype=np.float32)


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
