"""Regions after an edit: only what the edit can reach is parted anew, all else keeps its label."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from models.fills import (
    I32Array,
    RegionMap,
    U8Array,
    all_closures,
    check_line,
    closure_sides,
    join_rooms,
    measure_labels,
    nearest_regions,
    open_paper,
    part_rooms,
    rooms_beside,
)
from models.gaps import Closures, reach_of
from models.geometry import Rect, Size
from models.ink import INK_REACH, find_ink, measure_ink

DEEPEST_INK = 64
"""Where ink lies farther than this from any region, an edit may reach it from afar."""
MOST_PAIRS = 20_000_000


@dataclass(frozen=True, slots=True, eq=False)
class _Domain:
    """The regions parted anew.

    box     where they lie, with a pixel around where the picture has one.
    inside  bool (h, w) their pixels in that box.
    rooms   int32 (h, w) rooms within, 0 elsewhere; groups int32 (rooms + 1,) their regions from 1.
    """

    box: Rect
    inside: NDArray[np.bool_]
    rooms: I32Array
    groups: I32Array


def update_regions(regions: RegionMap, line_u8: U8Array, changed: Rect) -> RegionMap:
    """Regions of an edited drawing, found again only around the edit.

    regions  as found before the edit, left as it is.
    line_u8  uint8 (H, W), 0 = ink, the drawing after it.
    changed  holds every pixel that differs.
    The same parts of the picture as `find_regions` finds on the whole; a region keeps its label
    where most of it remains, new ones get labels from `regions.count` on.
    Raises ValueError if the sizes differ.
    """
    check_line(line_u8)
    size = Size(*line_u8.shape)
    if size != regions.size:
        raise ValueError(
            f"the edited drawing is {size} but its regions are {regions.size}: find them anew"
        )
    changed = changed.clipped(size)
    if changed.is_empty:
        return regions
    scale = measure_ink(line_u8)
    everything = Rect(0, 0, size.width, size.height)
    if not scale.equals(regions.scale):
        changed = everything
    ink = regions.ink.copy()
    rim = _grown(changed, INK_REACH, size)
    part = _grown(rim, INK_REACH, size)
    found = find_ink(line_u8[_slices(part)], scale, top=part.top, left=part.left)
    inner = Rect(
        rim.left - part.left, rim.top - part.top, rim.right - part.left, rim.bottom - part.top
    )
    ink[_slices(rim)] = found[_slices(inner)]
    assert regions.settings.gap is not None
    reach = reach_of(regions.settings.gap)
    window = _grown(changed, reach, size)
    closures = _closures_after(regions, ink, window, reach)
    affected = np.zeros(regions.count, dtype=bool)
    affected[np.unique(regions.labels[_slices(window)])] = True
    domain = _part_domain(regions, ink, closures, affected, window)
    if domain is None:
        affected[:] = True
        domain = _part_domain(regions, ink, closures, affected, everything)
        assert domain is not None
    updated = _relabelled(regions, domain)
    labels, areas, bounds, walls = updated
    return RegionMap(
        labels=labels,
        areas=areas,
        bounds=bounds,
        ink=ink,
        walls=walls,
        closures=closures,
        sides=closure_sides(labels, closures),
        scale=scale,
        settings=regions.settings,
    )


def _grown(rect: Rect, margin: int, size: Size) -> Rect:
    return Rect(
        rect.left - margin, rect.top - margin, rect.right + margin, rect.bottom + margin
    ).clipped(size)


def _slices(rect: Rect) -> tuple[slice, slice]:
    return slice(rect.top, rect.bottom), slice(rect.left, rect.right)


def _closures_after(regions: RegionMap, ink: U8Array, window: Rect, reach: int) -> Closures:
    """The closures far from the edit, and those found anew within the window."""
    around = _grown(window, reach, regions.size)
    around = Rect(around.left & ~1, around.top & ~1, around.right, around.bottom)
    piece = np.ascontiguousarray(ink[_slices(around)])
    found = all_closures(piece, regions.settings, picture=regions.size)
    found = found.moved(around.left, around.top)
    old = regions.closures
    return old.chosen(~_lies_in(old, window)).joined(found.chosen(_lies_in(found, window)))


def _lies_in(closures: Closures, window: Rect) -> NDArray[np.bool_]:
    x, y = ((closures.starts + closures.ends) // 2).T
    inside = (x >= window.left) & (x < window.right) & (y >= window.top) & (y < window.bottom)
    return np.asarray(inside)


def _part_domain(
    regions: RegionMap, ink: U8Array, closures: Closures, affected: NDArray[np.bool_], window: Rect
) -> _Domain | None:
    """Part the affected regions, and all that hang together with them, anew.

    None if that cannot be told without looking at the whole.
    """
    assert regions.settings.smallest is not None
    everything = bool(affected.all())
    closure, label = rooms_beside(regions.labels, closures, first=1)
    while True:
        _spread_by_closures(affected, closure, label - 1)
        box = _box_of(regions, affected, window)
        labels = regions.labels[_slices(box)]
        inside = affected[labels]
        free, strokes = open_paper(ink[_slices(box)], closures.moved(-box.left, -box.top))
        touched = _beyond(free, inside, labels)
        if len(touched):
            affected[touched] = True
            continue
        rooms = part_rooms(free, strokes, inside)
        groups = join_rooms(rooms, closures, regions.settings.smallest)
        if everything:
            if not groups.any():
                groups[1:] = np.arange(1, len(groups))
            return _Domain(box, inside, rooms.labels, groups)
        # A speck that became a region, or the reverse, changes the owner of the ink around it.
        sources = groups[rooms.labels] > 0
        turned = inside & (sources != (regions.walls[_slices(box)] == 0))
        depth = cv2.distanceTransform(
            (~sources & inside).view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_3
        )
        if not sources.any() or float(depth.max()) > DEEPEST_INK:
            return None
        near = cv2.dilate(turned.view(np.uint8), np.ones((2 * 24 + 1, 2 * 24 + 1), np.uint8)) > 0
        touched = np.unique(labels[near & ~inside])
        if len(touched) == 0:
            return _Domain(box, inside, rooms.labels, groups)
        affected[touched] = True


def _spread_by_closures(
    affected: NDArray[np.bool_], closure: NDArray[np.intp], label: NDArray[np.intp]
) -> None:
    """Whether a closure parts regions depends on all beside it: mark those that share one."""
    if len(closure) == 0:
        return
    count, gaps = len(affected), int(closure.max()) + 1
    graph = coo_matrix(
        (np.ones(len(label)), (label, count + closure)), shape=(count + gaps, count + gaps)
    )
    _, group = connected_components(graph, directed=False)
    marked = np.zeros(int(group.max()) + 1, dtype=bool)
    marked[group[:count][affected]] = True
    affected |= marked[group[:count]]


def _box_of(regions: RegionMap, affected: NDArray[np.bool_], window: Rect) -> Rect:
    bounds = regions.bounds[affected & (regions.areas > 0)]
    box = window
    if len(bounds):
        left, top = bounds[:, :2].min(axis=0).tolist()
        right, bottom = bounds[:, 2:].max(axis=0).tolist()
        box = window.united(Rect(left, top, right, bottom))
    return _grown(box, DEEPEST_INK, regions.size)


def _beyond(free: U8Array, inside: NDArray[np.bool_], labels: I32Array) -> I32Array:
    """Labels outside the domain that open paper joins to it."""
    found = []
    for here, there in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        open_paper = (free[here] & free[there]) > 0
        for near, far in ((here, there), (there, here)):
            found.append(labels[far][open_paper & inside[near] & ~inside[far]])
    return np.unique(np.concatenate(found))


def _relabelled(
    regions: RegionMap, domain: _Domain
) -> tuple[I32Array, NDArray[np.int64], I32Array, U8Array]:
    """Labels, areas, bounds and walls with the domain's groups in place of its old regions."""
    box = _slices(domain.box)
    before = regions.labels[box]
    found = domain.groups[domain.rooms]
    numbers = _kept_numbers(found, before, domain, regions.count)
    part = np.where(domain.inside, numbers[found], before + 1)
    sources = np.where(domain.inside, found > 0, regions.walls[box] == 0)
    part[~sources] = 0
    filled = nearest_regions(part)
    labels = regions.labels.copy()
    labels[box] = np.where(domain.inside, filled, before)
    walls = regions.walls.copy()
    walls[box] = np.where(sources, 0, 1)
    count = max(regions.count, int(numbers.max()))
    areas = np.zeros(count, dtype=np.int64)
    bounds = np.zeros((count, 4), dtype=np.int32)
    areas[: regions.count], bounds[: regions.count] = regions.areas, regions.bounds
    renewed = np.unique(np.concatenate([np.unique(before[domain.inside]), numbers[1:] - 1]))
    new_areas, new_bounds = measure_labels(np.where(domain.inside, labels[box], count), count + 1)
    shift = np.array([domain.box.left, domain.box.top] * 2, dtype=np.int32)
    areas[renewed] = new_areas[renewed]
    bounds[renewed] = np.where(new_areas[renewed, None] > 0, new_bounds[renewed] + shift, 0)
    return labels, areas, bounds, walls


def _kept_numbers(
    found: I32Array, before: I32Array, domain: _Domain, count: int
) -> NDArray[np.int32]:
    """One more than the label of each group: that of the old region it shares most with."""
    groups = int(domain.groups.max())
    numbers = np.zeros(groups + 1, dtype=np.int32)
    old = np.zeros(count, dtype=bool)
    old[np.unique(before[domain.inside])] = True
    listed = np.flatnonzero(old)
    position = np.zeros(count, dtype=np.int64)
    position[listed] = np.arange(len(listed))
    marked = found > 0
    code = found[marked].astype(np.int64) * len(listed) + position[before[marked]]
    if (groups + 1) * len(listed) <= MOST_PAIRS:
        shared = np.bincount(code, minlength=(groups + 1) * len(listed))
        pairs = np.flatnonzero(shared)
        weight = shared[pairs]
    else:
        pairs, weight = np.unique(code, return_counts=True)
    taken = np.zeros(len(listed), dtype=bool)
    for index in np.lexsort((pairs, -weight)).tolist():
        group, place = divmod(int(pairs[index]), len(listed))
        if numbers[group] == 0 and not taken[place]:
            numbers[group] = listed[place] + 1
            taken[place] = True
    fresh = np.flatnonzero(numbers[1:] == 0) + 1
    numbers[fresh] = count + 1 + np.arange(len(fresh), dtype=np.int32)
    return numbers
