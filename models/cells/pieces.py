"""Cells cut along the basins of hints, and what lies between each piece and each hint.

These measures are what a generator that chooses by cell knows besides the drawing itself; training
and application make them here.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import scipy
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, I64Array
from models.cells.cells import CellMap, watershed_basins
from models.color import pack_colors
from models.cores import meanwhile
from models.geometry import Size
from models.hints.hints import HintSet
from models.hints.meant import is_meant
from models.hints.owners import owners_of

HINT_REACH = 0.016
"""Share of the longer side around a hint that is bound to it in a cell of several hints."""
MOST_SAMPLES = 256
"""Hint samples that a generator sees; what it costs grows with samples times pieces."""
LINES_AT_ONCE = 1 << 13
"""Straight lines that are followed together, in bounded memory."""
SMALLEST_PIECE = 12
"""Pixels below which a piece of a cell cut by hint basins joins the cell's largest piece."""


@dataclass(frozen=True, slots=True, eq=False)
class HintPlacement:
    """Where hint samples lie in a drawing: one sample for each cell that a hint touches.

    positions  float32 (N, 2) x, y in pixels.
    radius     float32 (N,).
    source     int32 (N,) index of the hint in its set.
    cell       int32 (N,) cell of the CellMap.
    """

    positions: FloatArray
    radius: FloatArray
    source: I32Array
    cell: I32Array


RELATION_COUNT = 11
FACT_COUNT = 7


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Cells cut along the basins of the hints, and what lies between each piece and each sample.

    labels     int32 (H, W), 0 to P - 1.
    parent     int32 (P,) cell of each piece.
    facts      float32 (P, FACT_COUNT): centre x and y (0 to 1 along the longer side), root of area,
               inradius, mean ink, share of pixels on the picture's border, share of its cell.
    relations  float32 (P, N, RELATION_COUNT), see `_relations`.
    """

    labels: I32Array
    parent: I32Array
    facts: FloatArray
    relations: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class HintedPieces:
    """A drawing's cells cut by a set of hints.

    seen  int32 (S,) ascending: which hints of the set are seen; the placement's sources are places
          in it.
    """

    pieces: Pieces
    placement: HintPlacement
    seen: I32Array


def cut_by_hint_set(cells: CellMap, hints: HintSet) -> HintedPieces:
    """Cut the cells by hints in their pixels; of very many some are seen (`leading_hints`)."""
    owner = owners_of(hints, Size(*cells.labels.shape))
    table = np.array([hint.color for hint in hints], dtype=np.uint8).reshape(-1, 3)
    owner = leading_hints(cells, owner, pack_colors(table))
    seen = np.unique(owner[owner > 0])
    numbers = np.zeros(len(hints) + 1, dtype=np.int32)
    numbers[seen] = np.arange(1, len(seen) + 1)
    owner = numbers[owner]
    radii = np.array([hints.hints[number - 1].radius for number in seen], dtype=np.float32)
    placement = place_hints(cells, owner, radii)
    return HintedPieces(cut_by_hints(cells, owner, placement), placement, seen - 1)


def cut_by_hints(cells: CellMap, owner: I32Array, placement: HintPlacement) -> Pieces:
    """Cut cells along watershed basins and measure every piece against every hint sample.

    owner  int32 (H, W): 0 = free, else 1 + index of the hint (models.hints.hints.hint_owners).
    """
    with meanwhile(lambda: watershed_basins(cells.ink, owner)) as flooded:
        # Meanwhile what asks for cells alone.
        near = _contested(cells.labels, owner, cells.count)
        near &= _distance_to_hints(owner) <= _reach(owner)
        path, barrier = _between_cells(cells, placement)
        basins = flooded()
    labels, parent = _intersect(cells.labels, basins, owner, near, cells.count)
    count = len(parent)
    piece = labels.ravel().astype(np.intp)
    area = np.bincount(piece, minlength=count).astype(np.float32)
    height, width = labels.shape
    scale = float(max(height, width))
    centre_x = np.bincount(piece, np.tile(np.arange(width), height), count) / area + 0.5
    centre_y = np.bincount(piece, np.repeat(np.arange(height), width), count) / area + 0.5
    mean_ink = np.bincount(piece, cells.ink.ravel(), count) / area
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    border = np.bincount(edge, minlength=count) / np.sqrt(area)
    facts = np.stack(
        [
            centre_x / scale,
            centre_y / scale,
            np.sqrt(area) / scale * 4,
            cells.radius[parent] / scale * 8,
            mean_ink,
            np.minimum(border, 2),
            area / cells.areas[parent],
        ],
        axis=1,
    ).astype(np.float32)
    piece_basin = _basin_of_pieces(labels, basins, count)
    centres = np.stack([centre_x, centre_y], axis=1).astype(np.float32)
    between = path[:, parent].T, barrier[:, parent].T
    relations = _relations(cells, parent, centres, piece_basin, placement, between=between)
    columns, rows = placement.positions.astype(np.int32).T
    relations[labels[rows, columns], np.arange(len(rows)), 10] = 1
    return Pieces(labels, parent, facts, relations)


def _intersect(
    cells: I32Array, basins: I32Array, owner: I32Array, near: BoolArray, cell_count: int
) -> tuple[I32Array, I32Array]:
    """Pieces = cell and basin; slivers without a hint join their cell's largest piece.

    Where a cell holds several hints, only the surroundings of each, `near`, are bound to it: a dab
    in the white of an eye must not claim half of the face that it opens into.
    """
    basin_count = 2 * (int(basins.max()) + 1)
    key = cells.astype(np.int64) * basin_count + 2 * basins + near
    keys, labels, areas = _numbered(key, cell_count * basin_count)
    parent = (keys // basin_count).astype(np.int32)
    hinted = np.zeros(len(keys), dtype=bool)
    hinted[labels[owner > 0]] = True
    order = np.lexsort((areas, parent))
    last = np.append(np.flatnonzero(np.diff(parent[order])), len(order) - 1)
    largest = np.zeros(cell_count, dtype=np.int32)
    largest[parent[order[last]]] = order[last]
    target = np.arange(len(keys), dtype=np.int32)
    sliver = (areas < SMALLEST_PIECE) & ~hinted
    target[sliver] = largest[parent[sliver]]
    kept, renumbered = np.unique(target, return_inverse=True)
    return renumbered.astype(np.int32)[labels], parent[kept]


def _numbered(
    key: NDArray[np.int64], bound: int
) -> tuple[NDArray[np.int64], I32Array, NDArray[np.intp]]:
    """Values from 0 below `bound`, each once and ascending; which each one is; and how many are.

    As numpy.unique, in time that grows with them and with the bound in place of sorting.
    """
    if bound > 4 * key.size:
        keys, which, counts = np.unique(key, return_inverse=True, return_counts=True)
        return keys, which.reshape(key.shape).astype(np.int32), counts
    counts = np.bincount(key.ravel(), minlength=bound)
    keys = np.flatnonzero(counts)
    number = np.zeros(bound, dtype=np.int32)
    number[keys] = np.arange(len(keys), dtype=np.int32)
    return keys, number[key], counts[keys]


def _contested(cells: I32Array, owner: I32Array, cell_count: int) -> NDArray[np.bool_]:
    """Pixels of cells that hold more than one hint."""
    marked = owner > 0
    pairs = np.unique(cells[marked].astype(np.int64) * (int(owner.max()) + 1) + owner[marked])
    hints = np.bincount(pairs // (int(owner.max()) + 1), minlength=cell_count)
    return np.asarray((hints > 1)[cells])


def _distance_to_hints(owner: I32Array) -> FloatArray:
    free = (owner == 0).astype(np.uint8)
    return np.asarray(cv2.distanceTransform(free, cv2.DIST_L2, cv2.DIST_MASK_5), np.float32)


def _reach(owner: I32Array) -> float:
    return max(2.0, HINT_REACH * max(owner.shape))


def _basin_of_pieces(labels: I32Array, basins: I32Array, count: int) -> I32Array:
    """The basin that holds most of each piece."""
    width = int(basins.max()) + 1
    votes = np.bincount(labels.ravel().astype(np.int64) * width + basins.ravel())
    votes = np.pad(votes, (0, count * width - len(votes)))
    return np.argmax(votes.reshape(count, width), axis=1).astype(np.int32)


def _relations(
    cells: CellMap,
    parent: I32Array,
    centres: FloatArray,
    piece_basin: I32Array,
    placement: HintPlacement,
    *,
    between: tuple[FloatArray, FloatArray],
) -> FloatArray:
    """Measures between each piece and each hint sample, float32 (P, N, RELATION_COUNT).

    0 the piece lies in the hint's watershed basin; 1 distance from centre to sample, 2 the same
    beyond the nearest sample's; 3 ink along the cheapest path of cells, 4 beyond the least; 5 the
    least ink that any path must cross, 6 beyond the least; 7 the sample lies in the piece's cell;
    8 ink on the straight line between them, 9 beyond the least; 10 the sample lies in this very
    piece. Distances are shares of the longer side; path and line ink are squashed by x / (1 + x).

    between  3 and 5, (P, N) each, before that.
    """
    pieces, samples = len(parent), len(placement.source)
    result = np.zeros((pieces, samples, RELATION_COUNT), dtype=np.float32)
    if samples == 0:
        return result
    scale = float(max(cells.labels.shape))
    result[..., 0] = piece_basin[:, None] == placement.source[None] + 1
    offset = centres[:, None] - placement.positions[None]
    distance = np.sqrt((offset**2).sum(axis=2)) / scale
    path, barrier = between
    straight = _ink_on_lines(cells.ink, centres, placement.positions)
    for slot, measure in (
        (1, distance),
        (3, path / (1 + path)),
        (5, barrier),
        (8, straight / (1 + straight)),
    ):
        result[..., slot] = measure
        result[..., slot + 1] = measure - measure.min(axis=1, keepdims=True)
    result[..., 7] = parent[:, None] == placement.cell[None]
    return result


def _between_cells(cells: CellMap, placement: HintPlacement) -> tuple[FloatArray, FloatArray]:
    """Ink along the cheapest path from each sample to each cell, and the least that any path must
    cross: (N, cells) each."""
    samples = len(placement.source)
    if samples == 0 or cells.count == 1:
        path = np.zeros((samples, cells.count))
    else:
        sources, column = np.unique(placement.cell, return_inverse=True)
        path = scipy.sparse.csgraph.dijkstra(cells.links, indices=sources)[column]
    return np.minimum(path, 50.0), cells.barrier(placement.cell)


def _ink_on_lines(ink: FloatArray, centres: FloatArray, positions: FloatArray) -> FloatArray:
    """Ink met on straight lines between points, in line crossings: float32 (P, N)."""
    height, width = ink.shape
    # Half size and dark-preserving, so that 24 samples do not step over thin lines.
    coarse = max(1, round(max(height, width) / 64))
    small_h, small_w = -(-height // coarse), -(-width // coarse)
    padded = np.pad(ink, ((0, small_h * coarse - height), (0, small_w * coarse - width)))
    small = padded.reshape(small_h, coarse, small_w, coarse).max(axis=(1, 3))
    start, end = centres / coarse, positions / coarse
    total: FloatArray = np.zeros((len(centres), len(positions)), dtype=np.float32)
    rows = max(1, LINES_AT_ONCE // max(1, len(positions)))
    for first in range(0, len(centres), rows):
        some = slice(first, first + rows)
        place = _along(start[some, 1], end[:, 1], small_h) * small_w
        place += _along(start[some, 0], end[:, 0], small_w)
        for step in place:
            total[some] += np.take(small, step)
    return (total / 4).astype(np.float32)


def _along(start: FloatArray, end: FloatArray, side: int) -> I32Array:
    """Coordinates along lines from each of some to each of others: int32 (24, P, N) below side."""
    steps = np.linspace(0, 1, 24, dtype=np.float32)[:, None, None]
    place = (start[:, None] * (1 - steps) + end[None] * steps).astype(np.int32)
    return np.clip(place, 0, side - 1, out=place)


def mean_by_piece(rows: FloatArray, labels: I64Array, count: int) -> FloatArray:
    """The mean of some rows over each piece: float32 (count, C), 0 where a piece has none.

    rows  float32 (N, C); labels  int64 (K, N) or of more axes, K pieces that each row belongs to.
    """
    planes = labels.reshape(-1, len(rows))
    # numpy sorts small numbers by their digits.
    kind = np.uint16 if count <= np.iinfo(np.uint16).max else np.int64
    piece = planes.T.astype(kind).ravel()
    order = np.argsort(piece, kind="stable")
    piece, row = piece[order], (order // len(planes)).astype(np.int32)
    begins = np.flatnonzero(np.diff(piece, prepend=piece[:1]) | np.diff(row, prepend=-1))
    weights = np.diff(begins, append=len(row)).astype(np.float32)
    pointers = np.searchsorted(piece[begins], np.arange(count + 1)).astype(np.int32)
    shape = (count, len(rows))
    members = scipy.sparse.csr_matrix((weights, row[begins], pointers), shape=shape)
    total = np.asarray(members @ rows, dtype=np.float32)
    sizes = np.bincount(labels.ravel(), minlength=count).astype(np.float32)
    return np.asarray(total / np.maximum(sizes, 1)[:, None], dtype=np.float32)


def leading_hints(
    cells: CellMap, owner: I32Array, colors: I32Array, *, most: int = MOST_SAMPLES
) -> I32Array:
    """The hints that a generator sees where there are very many: `owner` without the others.

    owner   int32 (H, W): 0 = free, else 1 + index of the hint.
    colors  int32 (hints,) 0xRRGGBB.
    Kept are `most` pairs of a hint and a cell: one of every colour in a cell before a second one,
    the leading colour of every cell before others; in each of these the hints that cover most.
    """
    marked = np.flatnonzero(owner)
    number = owner.ravel()[marked]
    stride = len(colors) + 1
    key = cells.labels.ravel()[marked].astype(np.int64) * stride + number
    keys, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    cell, hint = np.divmod(keys, stride)
    meant = is_meant(hint, counts, cells.areas[cell])
    if meant.sum() <= most:
        return owner
    # Ranks within a cell and colour, and of the first of each colour within its cell.
    mate = _ranks(cell << 24 | colors[hint - 1], -counts, meant)
    turn = _ranks(cell, -counts, meant & (mate == 0))
    chosen = np.lexsort((-counts, turn, mate, ~meant))[:most]
    kept = np.zeros(len(keys), dtype=bool)
    kept[chosen] = True
    fewer = np.zeros_like(owner)
    fewer.ravel()[marked] = np.where(kept[inverse], number, 0)
    return fewer


def _ranks(
    group: NDArray[np.int64], value: NDArray[np.int64], asked: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The place from 0 of each item asked for in its group, by ascending value; others have 0."""
    items = np.flatnonzero(asked)
    order = items[np.lexsort((value[items], group[items]))]
    firsts = np.flatnonzero(np.diff(group[order], prepend=-1))
    ranks = np.zeros(len(group), dtype=np.intp)
    sizes = np.diff(np.append(firsts, len(order)))
    ranks[order] = np.arange(len(order)) - np.repeat(firsts, sizes)
    return ranks


def place_hints(
    cells: CellMap, owner: I32Array, radii: FloatArray, *, limit: int = MOST_SAMPLES
) -> HintPlacement:
    """One sample for each cell that a hint covers: the covered pixel nearest to their middle.

    owner  int32 (H, W): 0 = free, else 1 + index of the hint.
    radii  float32 (hints,) radius of each hint in pixels.
    limit  the samples kept, those that cover most first.
    """
    marked = np.flatnonzero(owner)
    key = (owner.ravel()[marked].astype(np.int64) - 1) * cells.count + cells.labels.ravel()[marked]
    keys, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    width = owner.shape[1]
    ys, xs = np.divmod(marked, width)
    mean_x = np.bincount(inverse, xs, len(keys)) / np.maximum(counts, 1)
    mean_y = np.bincount(inverse, ys, len(keys)) / np.maximum(counts, 1)
    # A thin sliver of a hint over a line into the next cell is not a statement about that cell.
    hint, cell = np.divmod(keys, cells.count)
    kept = np.flatnonzero(is_meant(hint, counts, cells.areas[cell]))
    gap = (xs - mean_x[inverse]) ** 2 + (ys - mean_y[inverse]) ** 2
    order = np.lexsort((gap, inverse))
    firsts = np.searchsorted(inverse[order], np.arange(len(keys)))
    chosen = order[firsts] if len(keys) else np.zeros(0, dtype=np.intp)
    if len(kept) > limit:
        kept = np.sort(kept[np.argsort(-counts[kept], kind="stable")[:limit]])
    positions = np.stack([xs[chosen[kept]], ys[chosen[kept]]], axis=1).astype(np.float32) + 0.5
    source = hint[kept].astype(np.int32)
    return HintPlacement(
        positions=positions,
        radius=radii[source].astype(np.float32),
        source=source,
        cell=cell[kept].astype(np.int32),
    )
