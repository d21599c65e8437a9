"""How the regions of a drawing look to who compares them with those of any other drawing.

Two drawings of one character share neither place nor size. So places and sizes are told in two
frames of the drawing's own: that of the face, from where eyes, brows and mouth are, and that of the
whole figure. What a reading is worth is left to the network that learned from it.
"""

from dataclasses import dataclass

import numpy as np
import scipy

from models.arrays import FloatArray, IntArray
from models.hints.parts import PART_COUNT, Part
from models.tracking.described import DrawnRegions

FACE_PARTS = (Part.EYES, Part.BROWS, Part.MOUTH)
LEAST_FACE = 2e-5
"""Area of a face's parts, as a share of the squared longer side, below which there is no face."""
LEAST_SIZE = 0.02
"""Size below which nothing is measured by a face or a figure, as a share of the longer side."""
FARTHEST = 8.0
SPECK = 1e-6
"""Added to areas before their logarithm is taken."""
GEOMETRY = 21
"""Numbers in `RegionLooks.geometry`."""


@dataclass(frozen=True, slots=True, eq=False)
class RegionLooks:
    """The regions of one drawing, n of them.

    embedding, parts  float32 (n, C), (n, 15) what a generator reads there, as of DrawnRegions.
    geometry          float32 (n, GEOMETRY) places and sizes, in both frames and in the picture.
    beside            sparse float32 (n, n): share of a region's border along each other.
    """

    embedding: FloatArray
    parts: FloatArray
    geometry: FloatArray
    beside: "scipy.sparse.csr_matrix"

    @classmethod
    def of(cls, regions: DrawnRegions) -> "RegionLooks":
        """Look at a drawing's regions. Raises ValueError if no generator read the drawing."""
        if regions.parts.shape[1] != PART_COUNT:
            raise ValueError("regions are matched by what a generator reads; give it the drawing")
        border = np.asarray(regions.beside.sum(axis=1), dtype=np.float32).ravel()
        inverse = scipy.sparse.diags((1 / np.maximum(border, 1)).astype(np.float32))
        return cls(
            regions.embedding, regions.parts, _geometry(regions, border), inverse @ regions.beside
        )

    @property
    def count(self) -> int:
        """Number of regions."""
        return len(self.parts)

    def tokens(self) -> FloatArray:
        """What the network sees of each region and its neighbours: float32 (n, F)."""
        around = [self.beside @ plane for plane in (self.embedding, self.parts)]
        own = [self.embedding, self.parts, self.geometry]
        return np.concatenate([*own, *around], axis=1).astype(np.float32)

    def chosen(self, index: IntArray) -> "RegionLooks":
        """Some of the regions, in the order asked for; borders with the others are forgotten."""
        beside = self.beside[index][:, index]
        return RegionLooks(self.embedding[index], self.parts[index], self.geometry[index], beside)


def _geometry(regions: DrawnRegions, border: FloatArray) -> FloatArray:
    scale = float(regions.long_side)
    area = regions.area / scale**2
    features = regions.parts[:, list(FACE_PARTS)].sum(axis=1)
    figure = 1 - regions.parts[:, int(Part.BACKGROUND)]
    face_place, face_size = _frame(regions, area * features)
    place, size = _frame(regions, area * figure)
    if float((area * features).sum()) < LEAST_FACE:
        face_place, face_size = place, size
    depth = regions.depth / np.sqrt(regions.area)
    outline = border / np.sqrt(regions.area)
    columns = [
        *_within(regions.centre, face_place, face_size),
        *_within(regions.centre, place, size),
        *(np.log(regions.spread.T / face_size + 0.01) / 2),
        *(np.log(regions.spread.T / size + 0.01) / 2),
        np.log(area / face_size**2 + SPECK) / 4,
        np.log(area / size**2 + SPECK) / 4,
        np.log(area + SPECK) / 4,
        np.log(regions.spread[:, 0] + 0.003) - np.log(regions.spread[:, 1] + 0.003),
        np.minimum(depth, 1),
        np.log1p(outline) / 2,
        regions.edge / 2,
        np.log1p(np.asarray((regions.beside > 0).sum(axis=1)).ravel()) / 2,
        *(regions.centre.T - 0.5),
        np.full(regions.count, np.log(size) / 2),
        np.full(regions.count, np.log(face_size) / 2),
        np.full(regions.count, float((area * features).sum()) >= LEAST_FACE),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _frame(regions: DrawnRegions, weight: FloatArray) -> tuple[FloatArray, float]:
    """Middle, (2,), and size of what has weight, (n,), both as shares of the longer side."""
    share = (weight / max(float(weight.sum()), 1e-12))[:, None]
    middle = (share * regions.centre).sum(axis=0)
    square = share * ((regions.centre - middle) ** 2 + regions.spread**2)
    return middle.astype(np.float32), max(float(np.sqrt(square.sum())), LEAST_SIZE)


def _within(centre: FloatArray, place: FloatArray, size: float) -> FloatArray:
    """Places, (2, n), in a frame."""
    return np.clip((centre - place) / size, -FARTHEST, FARTHEST).T / 2


def pair_features(now: RegionLooks, known: RegionLooks) -> FloatArray:
    """What the network sees of every pair beyond both by themselves: float32 (n, m, 17).

    Likeness of embeddings and parts, of the regions and of what lies around them, and differences
    of places, mirrored places, sizes and shapes.
    """
    near = [(each.beside @ each.embedding, each.beside @ each.parts) for each in (now, known)]
    cosine = now.embedding @ known.embedding.T
    around = _unit(near[0][0]) @ _unit(near[1][0]).T
    apart = now.geometry[:, None] - known.geometry[None]
    across = np.abs(now.geometry[:, :1]) - np.abs(known.geometry[:, 0])[None]
    planes = [
        cosine,
        -np.log(1.02 - np.clip(cosine, 0, 1)) / 2,
        _centred(now.embedding) @ _centred(known.embedding).T,
        around,
        np.sqrt(now.parts) @ np.sqrt(known.parts).T,
        np.sqrt(near[0][1]) @ np.sqrt(near[1][1]).T,
        np.hypot(apart[..., 0], apart[..., 1]),
        np.hypot(across, apart[..., 1]),
        np.hypot(apart[..., 2], apart[..., 3]),
        np.abs(apart[..., 4]),
        np.abs(apart[..., 5]),
        np.abs(apart[..., 8]),
        np.abs(apart[..., 9]),
        apart[..., 11],
        apart[..., 12],
        apart[..., 1],
        apart[..., 14],
    ]
    return np.stack(np.broadcast_arrays(*planes), axis=2).astype(np.float32)


def _unit(rows: FloatArray) -> FloatArray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


def _centred(rows: FloatArray) -> FloatArray:
    return _unit(rows - rows.mean(axis=0))
