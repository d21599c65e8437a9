"""Pairs of a region and a number, such as a colour: many at once, sorted, counted and looked up.

numpy sorts and bisects numbers, not pairs. So a pair is kept as one integer, the region above the
other's 32 bits: ascending integers are then pairs ascending by region and, within a region, by
number, and equal integers are equal pairs. That trick stays in this file.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, I32Array, I64Array, IntArray

_BITS = 32


@dataclass(frozen=True, slots=True, eq=False)
class RegionPairs:
    """N pairs in any order: `packed` int64 (N,), made and read here alone."""

    packed: I64Array

    @classmethod
    def of(
        cls, region: NDArray[np.signedinteger], number: NDArray[np.signedinteger]
    ) -> "RegionPairs":
        """Pairs of regions, (N,), and numbers of the same shape, both from 0 below 2³¹."""
        return cls(region.astype(np.int64) << _BITS | number)

    @classmethod
    def none(cls) -> "RegionPairs":
        """No pairs."""
        return cls(np.zeros(0, dtype=np.int64))

    def __len__(self) -> int:
        return len(self.packed)

    def __getitem__(self, chosen: NDArray[np.generic] | slice) -> "RegionPairs":
        return RegionPairs(self.packed[chosen])

    @property
    def region(self) -> I32Array:
        """int32 (N,)."""
        return (self.packed >> _BITS).astype(np.int32)

    @property
    def number(self) -> I32Array:
        """int32 (N,)."""
        return (self.packed & ((1 << _BITS) - 1)).astype(np.int32)

    def and_then(self, *others: "RegionPairs") -> "RegionPairs":
        """These and others, one after the other."""
        return RegionPairs(np.concatenate([self.packed, *(other.packed for other in others)]))

    def distinct(self) -> tuple["RegionPairs", IntArray]:
        """Each pair once, ascending, and the place where it first occurs here: int (distinct,)."""
        packed, firsts = np.unique(self.packed, return_index=True)
        return RegionPairs(packed), firsts

    def counted(self) -> tuple["RegionPairs", IntArray]:
        """Each pair once, ascending, and how often it occurs: int (distinct,)."""
        begins, lengths = self.runs()
        packed, which = np.unique(self.packed[begins], return_inverse=True)
        counts = np.bincount(which, lengths, len(packed)).astype(np.intp)
        return RegionPairs(packed), counts

    def runs(self) -> tuple[IntArray, IntArray]:
        """Where a pair differs from the one before it, and how many like it follow: int (runs,).

        Pixels in reading order have few runs, so that whatever is asked of each is asked of these.
        """
        begins = np.flatnonzero(np.diff(self.packed, prepend=-1))
        return begins, np.diff(begins, append=len(self.packed))

    def numbered(self) -> tuple["RegionPairs", IntArray]:
        """Each pair once, ascending, and which of them each pair here is: int (N,)."""
        packed, which = np.unique(self.packed, return_inverse=True)
        return RegionPairs(packed), which


@dataclass(frozen=True, slots=True, eq=False)
class PairTable:
    """A value for each of some pairs.

    pairs  N, ascending and distinct; values  int32 (N,).
    """

    pairs: RegionPairs
    values: I32Array

    def at(self, asked: RegionPairs) -> tuple[I32Array, BoolArray]:
        """Values of pairs, int32 (M,), and which of them are here, bool (M,); others have any."""
        known = self.pairs.packed
        if len(known) == 0:
            return np.zeros(len(asked), dtype=np.int32), np.zeros(len(asked), dtype=bool)
        place = np.minimum(np.searchsorted(known, asked.packed), len(known) - 1)
        return self.values[place], known[place] == asked.packed
