"""Strokes that close the gaps between lines."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I32Array

LOOKS = 4
"""Numbers that say how lines end at a closure."""


@dataclass(frozen=True, slots=True, eq=False)
class Closures:
    """Straight strokes that close gaps.

    starts, ends  int32 (N, 2) pixels x, y of ink at either side of the gap.
    widths        float32 (N,) pixels of paper between them.
    is_neck       bool (N,) no line ends there: the paper is merely narrow.
    looks         float32 (N, 4) how lines end there, 0 at a neck: the share of both sides that are
                  ends, how far they turn and kink (1: as far as is allowed), how blunt they are.
    """

    starts: I32Array
    ends: I32Array
    widths: FloatArray
    is_neck: NDArray[np.bool_]
    looks: FloatArray

    @property
    def count(self) -> int:
        """Number of closures."""
        return len(self.widths)

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Closures":
        """Some of them, in the order given."""
        return Closures(
            self.starts[which],
            self.ends[which],
            self.widths[which],
            self.is_neck[which],
            self.looks[which],
        )

    def joined(self, other: "Closures") -> "Closures":
        """These and those, each gap once, in a fixed order: by width, then by place."""
        starts = np.concatenate([self.starts, other.starts])
        ends = np.concatenate([self.ends, other.ends])
        widths = np.concatenate([self.widths, other.widths])
        is_neck = np.concatenate([self.is_neck, other.is_neck])
        looks = np.concatenate([self.looks, other.looks])
        swap = (starts[:, 1] > ends[:, 1]) | (
            (starts[:, 1] == ends[:, 1]) & (starts[:, 0] > ends[:, 0])
        )
        low = np.where(swap[:, None], ends, starts)
        high = np.where(swap[:, None], starts, ends)
        key = np.concatenate([low, high], axis=1)
        by_kind = np.argsort(is_neck, kind="stable")
        _, first = np.unique(key[by_kind], axis=0, return_index=True)
        first = by_kind[first]
        order = first[np.lexsort((*key[first].T, widths[first]))]
        return Closures(low[order], high[order], widths[order], is_neck[order], looks[order])

    def moved(self, x: int, y: int) -> "Closures":
        """The same closures in coordinates whose origin lies at (-x, -y)."""
        shift = np.array([x, y], dtype=np.int32)
        return replace(self, starts=self.starts + shift, ends=self.ends + shift)

    def enlarged(self, factor: int) -> "Closures":
        """The same closures in a picture that is larger by a whole factor.

        They reach a little into the ink on both sides, so that they still meet it.
        """
        way = self.ends - self.starts
        step = np.sign(way) * factor
        return replace(
            self,
            starts=self.starts * factor - step,
            ends=self.ends * factor + factor - 1 + step,
            widths=self.widths * factor,
        )


NO_CLOSURES = Closures(
    np.zeros((0, 2), np.int32),
    np.zeros((0, 2), np.int32),
    np.zeros(0, np.float32),
    np.zeros(0, dtype=bool),
    np.zeros((0, LOOKS), np.float32),
)
