"""What the regions of a drawing look like: the facts by which they are found again in another.

A region is described by the generator's own line embeddings and part shares, averaged over its
paper, by its area, place and spread, and by which regions lie beside it.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import scipy
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, IntArray, U8Array
from models.geometry import Frame, Rect
from models.regions.regions import find_regions

SHADOWED_LOGIT = 30.0
"""Part logits beyond this are cut off, so that no exponential overflows."""
SPOT_DEPTH = 0.3
"""How deep a further place of a region must lie beside its deepest one."""
LEAST_CHAMBER, NECK = 3.0, 1.25
"""Depth in pixels from which a part of a region is a chamber; how much narrower its neck is."""


@dataclass(frozen=True, slots=True, eq=False)
class LineReading:
    """A generator's view of a drawing, whatever its size.

    embedding  float32 (C, h, w) what the lines mean around each place; parts float32 (15, h, w)
               share of each part of a figure there. Both cover the whole drawing.
    """

    embedding: FloatArray
    parts: FloatArray


def reading_of(embedding: FloatArray, part_logits: FloatArray) -> LineReading:
    """A reading from line features: float32 (1, C, h, w) and (1, 15, h, w), cropped to content."""
    logits = np.clip(part_logits[0], -SHADOWED_LOGIT, SHADOWED_LOGIT)
    shares = np.exp(logits - logits.max(axis=0))
    return LineReading(
        embedding[0].astype(np.float32),
        (shares / shares.sum(axis=0)).astype(np.float32),
    )


def crop_features(planes: FloatArray, frame: Frame) -> FloatArray:
    """Line features, (1, C, h, w) over a padded frame, without what lies over its padding."""
    height, width = planes.shape[2:]
    bottom = -(-height * frame.content.height // frame.padded.height)
    right = -(-width * frame.content.width // frame.padded.width)
    return planes[:, :, :bottom, :right]


@dataclass(frozen=True, slots=True, eq=False)
class DrawnRegions:
    """Regions of one drawing and what they look like; n of them.

    line_u8    uint8 (H, W), 0 = ink.
    labels     int32 (H, W), 0 to n - 1; ink belongs to the nearest region.
    paper      bool (H, W): neither ink nor what closes its gaps.
    parent     int32 (n,) the closed region that each was cut from.
    area       float32 (n,) pixels of paper.
    centre     float32 (n, 2) x, y; spread float32 (n, 2) standard deviation across and down, both
               as shares of the longer side.
    spot       float32 (n, 2) x, y of the most interior pixel's middle, in pixels; depth float32
               (n,) its distance to the region's edge.
    edge       float32 (n,) share of the region's outline on the picture's edge.
    embedding  float32 (n, C) unit length, or (n, 0); parts float32 (n, 15), or (n, 0).
    beside     sparse (n, n) pixels of common border, without a diagonal.
    """

    line_u8: U8Array
    labels: I32Array
    paper: BoolArray
    parent: I32Array
    area: FloatArray
    centre: FloatArray
    spread: FloatArray
    spot: FloatArray
    depth: FloatArray
    edge: FloatArray
    embedding: FloatArray
    parts: FloatArray
    beside: "scipy.sparse.csr_matrix"

    @property
    def count(self) -> int:
        """Number of regions."""
        return len(self.area)

    def interior_spots(self, region: int, limit: int) -> FloatArray:
        """Places deep in a region and apart from each other, deepest first: float32 (k, 2) x, y.

        Every next one lies beyond twice the depth of those before, and is at least SPOT_DEPTH as
        deep as the first.
        """
        within = self._depths(region)
        if within is None:
            return self.spot[region][None]
        depth, left, top = within
        spots: list[tuple[float, float]] = []
        deepest = float(depth.max())
        while len(spots) < limit:
            row, column = divmod(int(np.argmax(depth)), depth.shape[1])
            own = float(depth[row, column])
            if own < max(1.0, SPOT_DEPTH * deepest):
                break
            spots.append((column + left + 0.5, row + top + 0.5))
            cv2.circle(depth, (column, row), max(1, round(2 * own)), 0.0, thickness=-1)
        return np.array(spots, dtype=np.float32)

    def chambers(self, region: int, limit: int) -> FloatArray:
        """The deepest place of a region, and of what necks part from it: float32 (k, 2) x, y.

        Largest chambers first; a pocket of the ground between an arm and the body is one.
        """
        within = self._depths(region)
        if within is None:
            return self.spot[region][None]
        depth, left, top = within
        spots: list[tuple[int, int]] = []
        reach = float(depth.max())
        while reach >= LEAST_CHAMBER and len(spots) < limit:
            deep = (depth >= reach).view(np.uint8)
            count, labels, boxes, _ = cv2.connectedComponentsWithStats(deep)
            taken = {int(labels[spot]) for spot in spots}
            for number in sorted({*range(1, count)} - taken):
                x, y, width, height, _ = boxes[number].tolist()
                box = slice(y, y + height), slice(x, x + width)
                own = np.where(labels[box] == number, depth[box], 0)
                row, column = divmod(int(own.argmax()), width)
                # A swelling is no chamber: its own depth is well beyond its neck's.
                is_chamber = not spots or own[row, column] >= NECK * reach
                if is_chamber and len(spots) < limit:
                    spots.append((row + y, column + x))
            reach /= NECK
        if not spots:
            return self.spot[region][None]
        return np.array([(x + left + 0.5, y + top + 0.5) for y, x in spots], dtype=np.float32)

    def _depths(self, region: int) -> tuple[FloatArray, int, int] | None:
        """Distance to a region's rim around it, float32 (h, w), from x and y on; None: all ink."""
        mask = (self.labels == region) & self.paper
        place = Rect.around(mask)
        if place.is_empty:
            return None
        inside = np.pad(mask[place.slices].view(np.uint8), 1)
        depth = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_5)
        return np.asarray(depth, dtype=np.float32), *place.grown(1).corner

    @property
    def long_side(self) -> int:
        """The longer side of the drawing in pixels."""
        return max(self.labels.shape)


def draw_regions(line_u8: U8Array, reading: LineReading | None = None) -> DrawnRegions:
    """Find and describe a drawing's closed regions; uint8 (H, W), 0 = ink."""
    found = find_regions(line_u8)
    paper = found.walls == 0
    parent = np.arange(found.count, dtype=np.int32)
    return describe(line_u8, found.labels, paper, parent=parent, reading=reading)


def recut(
    regions: DrawnRegions, labels: I32Array, reading: LineReading | None = None
) -> DrawnRegions:
    """The same drawing with its regions cut finer.

    labels  int32 (H, W), 0 to m - 1, each label within one region of `regions`.
    """
    parent = np.zeros(int(labels.max()) + 1, dtype=np.int32)
    parent[labels.ravel()] = regions.parent[regions.labels.ravel()]
    return describe(regions.line_u8, labels, regions.paper, parent=parent, reading=reading)


def describe(
    line_u8: U8Array,
    labels: I32Array,
    paper: BoolArray,
    *,
    parent: I32Array,
    reading: LineReading | None,
) -> DrawnRegions:
    """Measure labelled regions, int32 (H, W) without gaps in their numbers."""
    count = len(parent)
    seen = paper & (labels >= 0)
    # A region of ink alone is described by its ink.
    missed = np.bincount(labels[seen], minlength=count) == 0
    if missed.any():
        seen |= missed[labels]
    index = labels[seen]
    # Pixels in the order of their regions, so that each region's lie one after the other.
    order = np.argsort(index, kind="stable")
    places, index = np.flatnonzero(seen)[order], index[order]
    rows, columns = np.divmod(places, labels.shape[1])
    area = np.maximum(np.bincount(index, minlength=count), 1).astype(np.float32)
    scale = float(max(labels.shape))
    place = np.stack([columns + 0.5, rows + 0.5], axis=1) / scale
    centre = _mean_by(index, place, area)
    square = _mean_by(index, place**2, area)
    spread = np.sqrt(np.maximum(square - centre**2, 0)).astype(np.float32)
    spot, depth = _deepest(_depths(labels, seen)[rows, columns], index, count)
    embedding = np.zeros((count, 0), dtype=np.float32)
    parts = np.zeros((count, 0), dtype=np.float32)
    if reading is not None:
        starts = np.concatenate([[0], np.cumsum(np.bincount(index, minlength=count))])
        shape = labels.shape
        embedding, parts = (
            _pooled(planes, rows * planes.shape[1] // shape[0],
                    columns * planes.shape[2] // shape[1], starts)
            for planes in (reading.embedding, reading.parts)
        )  # fmt: skip
        embedding /= np.maximum(np.linalg.norm(embedding, axis=1, keepdims=True), 1e-6)
    return DrawnRegions(
        line_u8=line_u8,
        labels=labels,
        paper=paper,
        parent=parent,
        area=area,
        centre=centre,
        spread=spread,
        spot=np.stack([columns[spot] + 0.5, rows[spot] + 0.5], axis=1).astype(np.float32),
        depth=depth,
        edge=_edge_shares(labels, area),
        embedding=embedding,
        parts=parts,
        beside=_borders(labels, count),
    )


def _mean_by(
    index: NDArray[np.signedinteger], values: NDArray[np.float64], area: FloatArray
) -> FloatArray:
    sums = [np.bincount(index, column, len(area)) for column in values.T]
    return (np.stack(sums, axis=1) / area[:, None]).astype(np.float32)


def _pooled(
    planes: FloatArray, rows: IntArray, columns: IntArray, starts: NDArray[np.int64]
) -> FloatArray:
    """Mean over each region of planes, float32 (C, h, w): (n, C).

    rows, columns  of the planes at each pixel, region by region; starts int64 (n + 1,) where each
    region's pixels begin, and where the last one's end.
    """
    channels, height, width = planes.shape
    ones = np.ones(len(rows))  # of float64: a wide region's sum has to keep its last digits
    weights = scipy.sparse.csr_matrix(
        (ones, rows * width + columns, starts), shape=(len(starts) - 1, height * width)
    )
    means = weights @ planes.reshape(channels, -1).T / np.maximum(np.diff(starts), 1)[:, None]
    return np.asarray(means, dtype=np.float32)


def _depths(labels: I32Array, seen: BoolArray) -> FloatArray:
    """Distance of each pixel to the edge of its region, float32 (H, W)."""
    inner = seen.copy()
    inner[:, 1:] &= labels[:, 1:] == labels[:, :-1]
    inner[1:] &= labels[1:] == labels[:-1]
    padded = np.pad(inner.view(np.uint8), 1)
    depth = cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
    return np.asarray(depth, dtype=np.float32)


def _deepest(
    depth: FloatArray, index: NDArray[np.signedinteger], count: int
) -> tuple[IntArray, FloatArray]:
    """The first of each region's deepest pixels, (count,), and its depth, float32 (count,).

    depth of pixels, region by region, whose regions are `index`, ascending.
    """
    starts = np.searchsorted(index, np.arange(count))
    deepest = np.maximum.reduceat(depth, starts)
    at = np.flatnonzero(depth == deepest[index])
    return at[np.searchsorted(index[at], np.arange(count))], deepest


def _edge_shares(labels: I32Array, area: FloatArray) -> FloatArray:
    rim = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    length = np.bincount(rim, minlength=len(area))
    return np.minimum(length / np.sqrt(area), 4).astype(np.float32)


def _borders(labels: I32Array, count: int) -> "scipy.sparse.csr_matrix":
    pairs = []
    for one, other in ((labels[:, 1:], labels[:, :-1]), (labels[1:], labels[:-1])):
        differ = one != other
        pairs.append((one[differ], other[differ]))
    rows = np.concatenate([pairs[0][0], pairs[0][1], pairs[1][0], pairs[1][1]])
    columns = np.concatenate([pairs[0][1], pairs[0][0], pairs[1][1], pairs[1][0]])
    ones = np.ones(len(rows), dtype=np.float32)
    return scipy.sparse.csr_matrix((ones, (rows, columns)), shape=(count, count))
