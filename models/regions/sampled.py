"""Regions of a drawing as seen at the small size at which colour is inferred."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.arrays import I32Array
from models.geometry import Size

STRIP_PIXELS = 1 << 20
"""Native pixels looked at at once."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptLabels:
    """Labels in as few bytes as hold them, answering slices as int32 labels of `shape` would.

    small  uint8, uint16 or int32 (h, w), which is `shape` or less: then they are enlarged.
    """

    small: NDArray[np.integer[Any]]
    shape: tuple[int, int]

    @classmethod
    def of(cls, labels: I32Array, count: int, shape: tuple[int, int]) -> "KeptLabels":
        """Keep labels, int32 (h, w) of 0 to count - 1."""
        kinds = (np.uint8, np.uint16, np.int32)
        fitting = next(kind for kind in kinds if count - 1 <= np.iinfo(kind).max)
        return cls(labels.astype(fitting), shape)

    def __getitem__(self, place: slice | tuple[slice, slice]) -> I32Array:
        """The rows from `start` to `stop`, int32 (rows, W), or some columns of them."""
        rows, columns = place if isinstance(place, tuple) else (place, slice(None))
        if self.small.shape == self.shape:
            return self.small[rows, columns].astype(np.int32)
        sides = zip((rows, columns), self.shape, self.small.shape, strict=True)
        down, across = (np.arange(*chosen.indices(n)) * small // n for chosen, n, small in sides)
        return self.small[down[:, None], across[None]].astype(np.int32)


LabelRows = I32Array | KeptLabels
"""Regions of a picture, int32 (H, W), read by slices of rows, or of rows and columns."""


@dataclass(frozen=True, slots=True, eq=False)
class SampledRegions:
    """Regions of a drawing as seen at the small size.

    labels  int32 (h, w) region of each small pixel's centre.
    count   regions of the drawing.
    missed  int32 (M,) regions that no small pixel shows, and `place` int32 (M,), the flat index of
            the small pixel that a pixel of each lies in.
    shape   (H, W) of the drawing.
    """

    labels: I32Array
    count: int
    missed: I32Array
    place: I32Array
    shape: tuple[int, int]


def sample_regions(labels: LabelRows, count: int, small: Size) -> SampledRegions:
    """Look at regions, int32 (H, W) of 0 to count - 1, at a smaller size."""
    height, width = labels.shape
    rows, columns = _centres(height, small.height), _centres(width, small.width)
    sampled = np.stack([labels[row : row + 1][0, columns] for row in rows.tolist()])
    absent = np.ones(count, dtype=bool)
    absent[sampled] = False
    found: dict[int, int] = {}
    for strip in label_strips(labels.shape):
        if not absent.any():
            break
        part = labels[strip].ravel()
        pixels = np.flatnonzero(absent[part])
        regions, firsts = np.unique(part[pixels], return_index=True)
        for region, pixel in zip(regions.tolist(), pixels[firsts].tolist(), strict=True):
            row, column = divmod(pixel, width)
            row = (row + strip.start) * small.height // height
            found[region] = row * small.width + column * small.width // width
        absent[regions] = False
    missed = np.array(list(found), dtype=np.int32)
    place = np.array(list(found.values()), dtype=np.int32)
    return SampledRegions(sampled, count, missed, place, (height, width))


def _centres(native: int, small: int) -> NDArray[np.intp]:
    return np.minimum(((np.arange(small) + 0.5) * native / small).astype(np.intp), native - 1)


def label_strips(shape: tuple[int, ...]) -> list[slice]:
    """Slices of rows of a picture (H, W), from top to bottom."""
    step = max(1, STRIP_PIXELS // shape[1])
    return [slice(top, min(shape[0], top + step)) for top in range(0, shape[0], step)]
