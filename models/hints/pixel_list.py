"""The marked pixels of a picture as a list, and which touch: large empty sheets cost nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import scipy

from models.arrays import BoolArray, I32Array, I64Array


@dataclass(frozen=True, slots=True, eq=False)
class PixelList:
    """N pixels in the order of reading; pixels touch by sides and corners.

    stride  width of the picture and one more, so that rows never run into each other.
    places  int64 (N,) row * stride + column.
    below   int32 (N,) where in the list the pixel to the lower left is, or would be.
    """

    stride: int
    places: I64Array
    below: I32Array

    @classmethod
    def of_mask(cls, mask: BoolArray) -> "PixelList":
        """The true pixels of a mask (H, W)."""
        stride = mask.shape[1] + 1
        rows, columns = np.nonzero(mask)
        places = rows * stride + columns
        below = np.searchsorted(places, places + (stride - 1)).astype(np.int32)
        return cls(stride, places, below)

    def links(self, *, both: bool = False) -> Iterator[tuple[I32Array, I32Array]]:
        """Pairs of touching pixels as indices, one direction after the other.

        In each, an index stands at most once on either side. both  each pair the other way too.
        """
        for one, other in self._forward():
            yield one, other
            if both:
                yield other, one

    def _forward(self) -> Iterator[tuple[I32Array, I32Array]]:
        right = np.flatnonzero(np.diff(self.places) == 1).astype(np.int32)
        yield right, right + 1
        at = self.below.copy()
        for across in (-1, 0, 1):
            found = self.places[np.minimum(at, len(at) - 1)] == self.places + self.stride + across
            one = np.flatnonzero(found).astype(np.int32)
            yield one, at[one]
            at += found

    def _under(self) -> tuple[I32Array, I32Array]:
        """Pixels with one straight below, and those."""
        last = len(self.places) - 1
        is_left = self.places[np.minimum(self.below, last)] == self.places + (self.stride - 1)
        at = self.below + is_left
        one = np.flatnonzero(self.places[np.minimum(at, last)] == self.places + self.stride)
        return one.astype(np.int32), at[one]

    def connected(self, values: I32Array) -> I32Array:
        """Number the groups of touching pixels of equal value: int32 (N,) from 0."""
        run = self._run_of(values)
        pairs = []
        for one, other in self._forward():
            same = values[one] == values[other]
            here, there = run[one[same]], run[other[same]]
            new = (np.diff(here, prepend=-1) != 0) | (np.diff(there, prepend=-1) != 0)
            pairs.append((here[new], there[new]))
        one, other = (np.concatenate(side) for side in zip(*pairs, strict=True))
        return connected_nodes(one, other, int(run[-1]) + 1)[run]

    def interior(self, labels: I32Array) -> BoolArray:
        """Pixels whose eight neighbours have their label: bool (N,)."""
        flat = np.zeros(len(labels), dtype=bool)
        same = (np.diff(self.places) == 1) & (np.diff(labels) == 0)
        flat[1:-1] = same[:-1] & same[1:]
        below, above = np.zeros_like(flat), np.zeros_like(flat)
        one, other = self._under()
        alike = flat[one] & flat[other] & (labels[one] == labels[other])
        below[one], above[other] = alike, alike
        return below & above

    def touching(self, labels: I32Array) -> tuple[I32Array, I32Array]:
        """Labels that touch another one: pairs (P,), (P,), some of them several times."""
        pairs = []
        for one, other in self._forward():
            here, there = labels[one], labels[other]
            pairs.append((here[here != there], there[here != there]))
        first, second = (np.concatenate(side) for side in zip(*pairs, strict=True))
        return first, second

    def spread(self, labels: I32Array) -> I32Array:
        """Labels with every -1 replaced by that of the nearest labelled pixel, along the pixels."""
        labels = labels.copy()
        open_links = []
        for one, other in self.links(both=True):
            waiting = labels[one] < 0
            open_links.append((one[waiting], other[waiting]))
        one, other = (np.concatenate(side) for side in zip(*open_links, strict=True))
        while len(one):
            found = labels[other]
            known = found >= 0
            if not known.any():
                break
            labels[one[known]] = found[known]
            left = labels[one] < 0
            one, other = one[left], other[left]
        return labels

    def runs(self, values: I32Array) -> tuple[I64Array, I64Array, I64Array, I32Array]:
        """Stretches of one row and value: row, first column, column behind the last, value."""
        firsts = np.flatnonzero(np.diff(self._run_of(values), prepend=-1))
        lasts = np.append(firsts[1:], len(values)) - 1
        rows, starts = np.divmod(self.places[firsts], self.stride)
        return rows, starts, starts + 1 + lasts - firsts, values[firsts]

    def _run_of(self, values: I32Array) -> I32Array:
        begins = (np.diff(self.places) != 1) | (np.diff(values) != 0)
        return np.concatenate([[0], np.cumsum(begins, dtype=np.int32)]).astype(np.int32)


def connected_nodes(one: I32Array, other: I32Array, count: int) -> I32Array:
    """A number from 0 for each of `count` nodes, the same where links lead from one to another."""
    links = scipy.sparse.csr_matrix(
        (np.ones(len(one), dtype=np.int8), (one, other)), (count, count)
    )
    return np.asarray(
        scipy.sparse.csgraph.connected_components(links, directed=False)[1], dtype=np.int32
    )
