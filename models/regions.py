"""Line art as a map of small cells, and what lies between a hint and every cell.

A cell is a piece of paper that a ball of its own radius cannot leave: lines bound it, and so do
gaps narrower than the piece itself (the idea of trapped-ball filling, Zhang et al. 2009). Cells
are far smaller than the regions an artist sees; a generator decides which belong together. All
functions are deterministic and take the picture at the size at which colour is inferred.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree
from skimage.segmentation import watershed

U8Array = NDArray[np.uint8]
I32Array = NDArray[np.int32]
FloatArray = NDArray[np.float32]

GREY_LEVELS = 16
WALL_INK = 0.35
"""Ink above this counts as a wall when distances to the lines are measured."""
MERGE_SHARE = 0.75
"""Neighbouring cells join where the passage between them is this wide relative to the smaller."""
LINK_LENGTH = 0.02
"""Ink that stepping from one cell to the next costs, so that shorter paths win among open ones."""
MOST_CELLS_BETWEEN = 3000
SMALLEST_PIECE = 12
"""Pixels below which a piece of a cell cut by hint basins joins the cell's largest piece."""


def normalized_ink(line_u8: U8Array) -> FloatArray:
    """Line art as ink: float32 (H, W), 0 = paper, 1 = the drawing's darkest lines.

    Contrast is stretched from the 1.5th percentile to the median, so that faint and grey lines
    count like black ones. A sheet without lines stays empty.
    """
    # A histogram gives both percentiles in one pass.
    counts = np.bincount(line_u8.ravel(), minlength=256)
    cumulative = np.cumsum(counts)
    dark = float(np.searchsorted(cumulative, 0.015 * line_u8.size))
    paper = float(np.searchsorted(cumulative, 0.5 * line_u8.size))
    if paper - dark < 24:
        dark, paper = min(dark, 200.0), max(paper, 255.0)
    levels = (paper - np.arange(256, dtype=np.float32)) / max(paper - dark, 1.0)
    table: FloatArray = np.clip(levels, 0, 1).astype(np.float32)
    return table[line_u8]


def watershed_basins(ink: FloatArray, owner: I32Array) -> I32Array:
    """Spread marked pixels over the drawing, flooding paper before ink.

    ink    float32 (H, W) in [0, 1].
    owner  int32 (H, W), 0 = free, k > 0 = marked by k.
    Returns int32 (H, W) with the k that reaches each pixel first; all 0 without marks.
    Sixteen grey levels and no blur measured best (Vincent and Soille 1991, as in scikit-image).
    """
    if not owner.any():
        return np.zeros_like(owner)
    levels = np.round(ink * (GREY_LEVELS - 1)).astype(np.uint8)
    return np.asarray(watershed(levels, owner), dtype=np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class SpanningTree:
    """The links of a minimum spanning tree, lightest first: two cells (E, 2) and the ink (E,)."""

    cells: I32Array
    ink: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class CellMap:
    """Cells of one drawing and their neighbourhood.

    labels    int32 (H, W), 0 to count - 1; every pixel belongs to a cell, line pixels too.
    ink       float32 (H, W) the normalized ink it was made from.
    radius    float32 (count,) inradius in pixels.
    links     sparse (count, count) ink to cross between touching cells, plus LINK_LENGTH.
    tree      the links that open paths go by.
    between   float32 (count, count) the least ink that some path must cross, in [0, 1]; None for
              drawings of very many cells, where it is worked out for the hinted ones alone.
    """

    labels: I32Array
    ink: FloatArray
    radius: FloatArray
    links: csr_matrix
    tree: SpanningTree
    between: FloatArray | None

    @property
    def count(self) -> int:
        """Number of cells."""
        return len(self.radius)

    @property
    def nbytes(self) -> int:
        """Memory held, in bytes."""
        between = 0 if self.between is None else self.between.nbytes
        return self.labels.nbytes + self.ink.nbytes + between

    def barrier(self, sources: I32Array) -> FloatArray:
        """The least ink that a path from each source cell must cross: float32 (S, count)."""
        if self.between is not None:
            return self.between[sources]
        return _bottlenecks(self.tree, self.count, sources)


def map_cells(ink: FloatArray) -> CellMap:
    """Over-segment line art into cells that close gaps narrower than themselves.

    ink  float32 (H, W) in [0, 1]. Peaks of the distance to the lines seed a watershed on that
    distance; pieces joined by a passage about as wide as themselves merge again.
    """
    height, width = ink.shape
    paper = (ink <= WALL_INK).astype(np.uint8)
    if min(height, width) < 3 or not paper.any():
        return _single_cell(ink)
    padded = np.pad(paper, 1, mode="edge")
    depth = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
    depth = np.minimum(depth, 0.25 * max(height, width)).astype(np.float32)
    smooth = cv2.GaussianBlur(depth, (3, 3), 0.7)
    peaks = (smooth >= cv2.dilate(smooth, np.ones((5, 5), np.uint8)) - 1e-4) & (depth >= 0.95)
    _, seeds = cv2.connectedComponents(peaks.astype(np.uint8), connectivity=8)
    if seeds.max() == 0:
        return _single_cell(ink)
    levels = np.round((smooth.max() - smooth) * 8 + ink * 8).astype(np.int32)
    pieces = np.asarray(watershed(levels, seeds), dtype=np.int32) - 1
    count = int(pieces.max()) + 1
    radius = _maximum_by_label(depth, pieces, count)
    merged = _merge_open_pieces(pieces, depth, radius)
    radius = _maximum_by_label(depth, merged, int(merged.max()) + 1)
    return _connect(merged, ink, radius)


def _single_cell(ink: FloatArray) -> CellMap:
    return CellMap(
        labels=np.zeros(ink.shape, dtype=np.int32),
        ink=ink,
        radius=np.full(1, min(ink.shape) / 2, dtype=np.float32),
        links=csr_matrix((1, 1), dtype=np.float32),
        tree=SpanningTree(np.zeros((0, 2), np.int32), np.zeros(0, np.float32)),
        between=np.zeros((1, 1), dtype=np.float32),
    )


def _maximum_by_label(values: FloatArray, labels: I32Array, count: int) -> FloatArray:
    order = np.argsort(labels, axis=None, kind="stable")
    bounds = np.searchsorted(labels.ravel()[order], np.arange(count))
    return np.maximum.reduceat(values.ravel()[order], bounds).astype(np.float32)


def _touching(labels: I32Array) -> tuple[I32Array, NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of 4-neighbour pixels in different cells.

    Returns int32 (P, 2) cell pairs in ascending order and the two flat pixel indices, each (P,).
    """
    width = labels.shape[1]
    flat = np.arange(labels.size).reshape(labels.shape)
    sides = []
    for here, there, step in (
        (labels[:, :-1], labels[:, 1:], 1),
        (labels[:-1], labels[1:], width),
    ):
        differs = here != there
        start = flat[: here.shape[0], : here.shape[1]][differs]
        sides.append((here[differs], there[differs], start, start + step))
    first = np.concatenate([side[0] for side in sides])
    second = np.concatenate([side[1] for side in sides])
    pixels = np.concatenate([side[2] for side in sides])
    others = np.concatenate([side[3] for side in sides])
    pairs = np.stack([np.minimum(first, second), np.maximum(first, second)], axis=1)
    return pairs.astype(np.int32), pixels, others


def _merge_open_pieces(pieces: I32Array, depth: FloatArray, radius: FloatArray) -> I32Array:
    pairs, pixels, others = _touching(pieces)
    if len(pairs) == 0:
        return pieces
    flat = depth.ravel()
    passage = np.minimum(flat[pixels], flat[others])
    key = pairs[:, 0].astype(np.int64) * len(radius) + pairs[:, 1]
    order = np.lexsort((-passage, key))
    keys, firsts = np.unique(key[order], return_index=True)
    widest = passage[order][firsts]
    parent = list(range(len(radius)))
    reach = radius.tolist()

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for index in np.argsort(-widest, kind="stable").tolist():
        a, b = root(int(keys[index] // len(radius))), root(int(keys[index] % len(radius)))
        if a != b and widest[index] >= MERGE_SHARE * min(reach[a], reach[b]):
            keep, drop = (a, b) if reach[a] >= reach[b] else (b, a)
            parent[drop] = keep
    roots = np.array([root(node) for node in range(len(radius))])
    _, renumbered = np.unique(roots, return_inverse=True)
    return renumbered.astype(np.int32)[pieces]


def _connect(labels: I32Array, ink: FloatArray, radius: FloatArray) -> CellMap:
    """Measure how much ink lies between touching cells, and between any two along paths."""
    count = len(radius)
    pairs, pixels, others = _touching(labels)
    if count == 1 or len(pairs) == 0:
        return _single_cell(ink)
    # Ink a little to either side belongs to the same line: look at the darker of a 3x3 window.
    dark = cv2.dilate(ink, np.ones((3, 3), np.uint8)).ravel()
    crossing = np.maximum(dark[pixels], dark[others])
    key = pairs[:, 0].astype(np.int64) * count + pairs[:, 1]
    order = np.lexsort((crossing, key))
    keys, firsts, lengths = np.unique(key[order], return_index=True, return_counts=True)
    # The passage is as open as the least inked fifth of the shared border.
    opening = crossing[order][firsts + (lengths - 1) // 5]
    rows, columns = keys // count, keys % count
    weights = (opening + LINK_LENGTH).astype(np.float64)
    links = csr_matrix((weights, (rows, columns)), shape=(count, count))
    links = csr_matrix(links + links.T)
    tree = _spanning_tree(links)
    few = count <= MOST_CELLS_BETWEEN
    between = _bottlenecks(tree, count, np.arange(count, dtype=np.int32)) if few else None
    return CellMap(labels, ink, radius, links, tree, between)


def _spanning_tree(links: csr_matrix) -> SpanningTree:
    tree = minimum_spanning_tree(links).tocoo()
    order = np.argsort(tree.data, kind="stable")
    ends = np.stack([tree.row[order], tree.col[order]], axis=1).astype(np.int32)
    ink = np.maximum(tree.data[order] - LINK_LENGTH, 0).astype(np.float32)
    return SpanningTree(ends, ink)


def _bottlenecks(tree: SpanningTree, count: int, sources: I32Array) -> FloatArray:
    """Minimax path weight from each source cell to every cell: float32 (S, count).

    The heaviest link on the path of a minimum spanning tree (Hu 1961): when two groups of cells
    join over a link, that link is the bottleneck between all of the one and all of the other.
    """
    result: FloatArray = np.ones((len(sources), count), dtype=np.float32)
    result[np.arange(len(sources)), sources] = 0
    group = np.arange(count)
    members: list[NDArray[np.intp]] = [np.array([cell]) for cell in range(count)]
    inside: list[NDArray[np.intp]] = [np.zeros(0, dtype=np.intp)] * count
    for index, cell in enumerate(sources.tolist()):
        inside[cell] = np.append(inside[cell], index)
    for (first, second), ink in zip(tree.cells.tolist(), tree.ink.tolist(), strict=True):
        a, b = int(group[first]), int(group[second])
        if len(members[a]) < len(members[b]):
            a, b = b, a
        for near, far in ((a, b), (b, a)):
            if len(inside[near]):
                result[np.ix_(inside[near], members[far])] = ink
        group[members[b]] = a
        members[a] = np.concatenate([members[a], members[b]])
        inside[a] = np.concatenate([inside[a], inside[b]])
    return result


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


def cut_by_hints(cells: CellMap, owner: I32Array, placement: HintPlacement) -> Pieces:
    """Cut cells along watershed basins and measure every piece against every hint sample.

    owner  int32 (H, W): 0 = free, else 1 + index of the hint (models.conditioning.hint_owners).
    """
    basins = watershed_basins(cells.ink, owner)
    labels, parent = _intersect(cells.labels, basins, owner, cells.count)
    count = len(parent)
    area = np.bincount(labels.ravel(), minlength=count).astype(np.float32)
    height, width = labels.shape
    scale = float(max(height, width))
    ys, xs = np.divmod(np.arange(labels.size, dtype=np.int32), width)
    centre_x = np.bincount(labels.ravel(), xs, count) / area + 0.5
    centre_y = np.bincount(labels.ravel(), ys, count) / area + 0.5
    mean_ink = np.bincount(labels.ravel(), cells.ink.ravel(), count) / area
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    border = np.bincount(edge, minlength=count) / np.sqrt(area)
    whole = np.bincount(cells.labels.ravel(), minlength=cells.count)[parent]
    facts = np.stack(
        [
            centre_x / scale,
            centre_y / scale,
            np.sqrt(area) / scale * 4,
            cells.radius[parent] / scale * 8,
            mean_ink,
            np.minimum(border, 2),
            area / whole,
        ],
        axis=1,
    ).astype(np.float32)
    piece_basin = _basin_of_pieces(labels, basins, count)
    centres = np.stack([centre_x, centre_y], axis=1).astype(np.float32)
    relations = _relations(cells, parent, centres, piece_basin, placement)
    columns, rows = placement.positions.astype(np.int32).T
    relations[labels[rows, columns], np.arange(len(rows)), 10] = 1
    return Pieces(labels, parent, facts, relations)


def _intersect(
    cells: I32Array, basins: I32Array, owner: I32Array, cell_count: int
) -> tuple[I32Array, I32Array]:
    """Pieces = cell and basin; slivers without a hint join their cell's largest piece."""
    basin_count = int(basins.max()) + 1
    key = cells.astype(np.int64) * basin_count + basins
    keys, labels, areas = np.unique(key, return_inverse=True, return_counts=True)
    labels = labels.reshape(cells.shape).astype(np.int32)
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
) -> FloatArray:
    """Measures between each piece and each hint sample, float32 (P, N, RELATION_COUNT).

    0 the piece lies in the hint's watershed basin; 1 distance from centre to sample, 2 the same
    beyond the nearest sample's; 3 ink along the cheapest path of cells, 4 beyond the least; 5 the
    least ink that any path must cross, 6 beyond the least; 7 the sample lies in the piece's cell;
    8 ink on the straight line between them, 9 beyond the least; 10 the sample lies in this very
    piece. Distances are shares of the longer side; path and line ink are squashed by x / (1 + x).
    """
    pieces, samples = len(parent), len(placement.source)
    result = np.zeros((pieces, samples, RELATION_COUNT), dtype=np.float32)
    if samples == 0:
        return result
    scale = float(max(cells.labels.shape))
    result[..., 0] = piece_basin[:, None] == placement.source[None] + 1
    offset = centres[:, None] - placement.positions[None]
    distance = np.sqrt((offset**2).sum(axis=2)) / scale
    hint_cells, column = np.unique(placement.cell, return_inverse=True)
    if cells.count > 1:
        path = np.minimum(dijkstra(cells.links, indices=hint_cells), 50.0)[column][:, parent].T
    else:
        path = np.zeros((pieces, samples))
    barrier = cells.barrier(placement.cell)[:, parent].T
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


def _ink_on_lines(ink: FloatArray, centres: FloatArray, positions: FloatArray) -> FloatArray:
    """Ink met on straight lines between points, in line crossings: float32 (P, N)."""
    height, width = ink.shape
    # Half size and dark-preserving, so that 24 samples do not step over thin lines.
    coarse = max(1, round(max(height, width) / 64))
    small_h, small_w = -(-height // coarse), -(-width // coarse)
    padded = np.pad(ink, ((0, small_h * coarse - height), (0, small_w * coarse - width)))
    small = padded.reshape(small_h, coarse, small_w, coarse).max(axis=(1, 3))
    steps = np.linspace(0, 1, 24, dtype=np.float32)
    start, end = centres / coarse, positions / coarse
    total: FloatArray = np.zeros((len(centres), len(positions)), dtype=np.float32)
    for step in steps:
        x = (start[:, None, 0] * (1 - step) + end[None, :, 0] * step).astype(np.int32)
        y = (start[:, None, 1] * (1 - step) + end[None, :, 1] * step).astype(np.int32)
        np.clip(x, 0, small_w - 1, out=x)
        np.clip(y, 0, small_h - 1, out=y)
        total += small[y, x]
    return (total / 4).astype(np.float32)


def place_hints(
    cells: CellMap, owner: I32Array, radii: FloatArray, *, limit: int = 256
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
    total = np.bincount(keys // cells.count, counts, len(radii)) if len(keys) else np.zeros(0)
    share = counts / total[keys // cells.count] if len(keys) else np.zeros(0)
    gap = (xs - mean_x[inverse]) ** 2 + (ys - mean_y[inverse]) ** 2
    order = np.lexsort((gap, inverse))
    firsts = np.searchsorted(inverse[order], np.arange(len(keys)))
    chosen = order[firsts] if len(keys) else np.zeros(0, dtype=np.intp)
    kept = np.flatnonzero(share >= 0.1)
    if len(kept) > limit:
        kept = np.sort(kept[np.argsort(-counts[kept], kind="stable")[:limit]])
    positions = np.stack([xs[chosen[kept]], ys[chosen[kept]]], axis=1).astype(np.float32) + 0.5
    source = (keys[kept] // cells.count).astype(np.int32)
    return HintPlacement(
        positions=positions,
        radius=radii[source].astype(np.float32),
        source=source,
        cell=(keys[kept] % cells.count).astype(np.int32),
    )
