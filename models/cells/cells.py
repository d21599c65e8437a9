"""Line art as a map of small cells, and what lies between a hint and every cell.

A cell is a piece of paper that a ball of its own radius cannot leave: lines bound it, and so do
gaps narrower than the piece itself (the idea of trapped-ball filling, Zhang et al. 2009). Cells
are far smaller than the regions an artist sees; a generator decides which belong together. All
functions are deterministic and take the picture at the size at which colour is inferred.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import scipy
import skimage
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array, I64Array, U8Array
from models.cells.cut_edges import close_cut_edges

GREY_LEVELS = 16
WALL_INK = 0.35
"""Ink above this counts as a wall when distances to the lines are measured."""
MERGE_SHARE = 0.75
"""Neighbouring cells join where the passage between them is this wide relative to the smaller."""
LINK_LENGTH = 0.02
"""Ink that stepping from one cell to the next costs, so that shorter paths win among open ones."""
MOST_CELLS_BETWEEN = 3000


def ink_by_level(line_u8: U8Array) -> NDArray[np.float64]:
    """How much ink each grey level of a drawing is: float64 (256,), 0 = paper, 1 = darkest lines.

    Contrast is stretched from the 1.5th percentile to the median, so that faint and grey lines
    count like black ones. A sheet without lines stays empty.
    """
    # A histogram gives both percentiles in one pass.
    counts = np.asarray(cv2.calcHist([line_u8], [0], None, [256], [0, 256])).ravel()
    cumulative = np.cumsum(counts, dtype=np.int64)
    dark = float(np.searchsorted(cumulative, 0.015 * line_u8.size))
    paper = float(np.searchsorted(cumulative, 0.5 * line_u8.size))
    if paper - dark < 24:
        dark, paper = min(dark, 200.0), max(paper, 255.0)
    return np.clip((paper - np.arange(256)) / max(paper - dark, 1.0), 0, 1)


def ink_levels(line_u8: U8Array) -> U8Array:
    """`ink_by_level` in bytes, uint8 (256,): a table for strips of the drawing."""
    return np.round(ink_by_level(line_u8) * 255).astype(np.uint8)


def normalized_ink(line_u8: U8Array) -> FloatArray:
    """Line art as ink, float32 (H, W), by `ink_by_level`."""
    return ink_by_level(line_u8).astype(np.float32)[line_u8]


def flood_levels(ink: NDArray[np.floating]) -> U8Array:
    """Ink, 0 to 1, as the GREY_LEVELS by which floods prefer paper: uint8 of its shape.

    Sixteen levels and no blur measured best.
    """
    return np.round(ink * (GREY_LEVELS - 1)).astype(np.uint8)


def watershed_basins(ink: FloatArray, owner: I32Array) -> I32Array:
    """Spread marked pixels over the drawing, flooding paper before ink.

    ink    float32 (H, W) in [0, 1].
    owner  int32 (H, W), 0 = free, k > 0 = marked by k.
    Returns int32 (H, W) with the k that reaches each pixel first; all 0 without marks.
    After Vincent and Soille 1991, as in scikit-image.
    """
    if not owner.any():
        return np.zeros_like(owner)
    return np.asarray(skimage.segmentation.watershed(flood_levels(ink), owner), dtype=np.int32)


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
    areas     int64 (count,) pixels; radius  float32 (count,) inradius in pixels.
    links     sparse (count, count) ink to cross between touching cells, plus LINK_LENGTH.
    tree      the links that open paths go by.
    between   float32 (count, count) the least ink that some path must cross, in [0, 1]; None for
              drawings of very many cells, where it is worked out for the hinted ones alone.
    """

    labels: I32Array
    ink: FloatArray
    areas: I64Array
    radius: FloatArray
    links: "scipy.sparse.csr_matrix"
    tree: SpanningTree
    between: FloatArray | None

    @property
    def count(self) -> int:
        """Number of cells."""
        return len(self.radius)

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
    pieces = np.asarray(skimage.segmentation.watershed(levels, seeds), dtype=np.int32) - 1
    count = int(pieces.max()) + 1
    radius = _maximum_by_label(depth, pieces, count)
    merged = _merge_open_pieces(pieces, depth, radius)
    radius = _maximum_by_label(depth, merged, int(merged.max()) + 1)
    return _connect(merged, ink, radius)


def map_drawing(line_u8: U8Array) -> CellMap:
    """The cells by which a generator chooses, the sides where a drawing is cut off closed."""
    return map_cells(close_cut_edges(normalized_ink(line_u8)))


def _single_cell(ink: FloatArray) -> CellMap:
    return CellMap(
        labels=np.zeros(ink.shape, dtype=np.int32),
        ink=ink,
        areas=np.full(1, ink.size, dtype=np.int64),
        radius=np.full(1, min(ink.shape) / 2, dtype=np.float32),
        links=scipy.sparse.csr_matrix((1, 1), dtype=np.float32),
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
    links = scipy.sparse.csr_matrix((weights, (rows, columns)), shape=(count, count))
    links = scipy.sparse.csr_matrix(links + links.T)
    tree = _spanning_tree(links)
    few = count <= MOST_CELLS_BETWEEN
    between = _bottlenecks(tree, count, np.arange(count, dtype=np.int32)) if few else None
    areas = np.bincount(labels.ravel(), minlength=count)
    return CellMap(labels, ink, areas, radius, links, tree, between)


def _spanning_tree(links: "scipy.sparse.csr_matrix") -> SpanningTree:
    tree = scipy.sparse.csgraph.minimum_spanning_tree(links).tocoo()
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
