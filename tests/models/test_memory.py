"""Promises of models.memory, and of what the colorizer keeps by it."""

import mmap
import platform
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from models.coloring.region_color import RegionGuide
from models.geometry import Size
from models.memory import RecentlyUsed, give_back, held_bytes
from models.regions.sampled import sample_regions


@dataclass(frozen=True, slots=True)
class Holder:
    name: str
    planes: tuple[np.ndarray, ...]
    further: dict[str, np.ndarray]


def test_every_array_counts_once_and_a_view_as_the_whole_that_it_keeps():
    whole = np.zeros((100, 30), np.float32)
    assert held_bytes(whole[:2]) == whole.nbytes
    holder = Holder("a", (whole[0], whole[1].reshape(3, 10)), {"own": np.zeros(7, np.uint8)})
    assert held_bytes(holder) == whole.nbytes + 7
    assert held_bytes(holder, [holder, whole], None, "text") == whole.nbytes + 7


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="others give back by themselves")
def test_freed_memory_is_given_back():
    def resident() -> int:
        pages = Path("/proc/self/statm").read_text().split()[1]
        return int(pages) * mmap.PAGESIZE

    small = [np.ones(64 << 10, np.uint8) for _ in range(1600)]
    last = np.ones(64 << 10, np.uint8)  # the heap cannot shrink below what lies on its top
    held = resident()
    small.clear()
    give_back()
    assert held - resident() > 64 << 20
    assert last.all()


def test_a_sparse_matrix_counts_with_its_indices():
    matrix = csr_matrix(np.eye(50, dtype=np.float32))
    parts = (matrix.data, matrix.indices, matrix.indptr)
    assert held_bytes(matrix) == sum(part.nbytes for part in parts)


def guide_of(labels, long_side):
    small = Size(*labels.shape).scaled_to(long_side)
    return RegionGuide(labels, sample_regions(labels, int(labels.max()) + 1, small))


@pytest.fixture
def labels():
    rows, columns = np.indices((600, 800))
    return (rows // 3 * 300 + columns // 3).astype(np.int32)


def test_a_region_guide_counts_its_labels_and_what_it_missed(labels):
    guide = guide_of(labels, 32)
    sampled = guide.sampled
    assert len(sampled.missed) > 10_000
    expected = (labels, sampled.labels, sampled.missed, sampled.place)
    assert guide.nbytes >= sum(array.nbytes for array in expected)


def test_guides_of_many_drawings_stay_within_their_bound(labels):
    limit = 5 * labels.nbytes
    kept = RecentlyUsed(limit)
    keys = [(drawing, side) for drawing in range(9) for side in (32, 64)]
    drawings = [labels.copy() for _ in range(9)]
    for drawing, side in keys:
        kept.get((drawing, side), lambda d=drawing, s=side: guide_of(drawings[d], s))
    left = [key for key in keys if key in kept]
    assert left == keys[-len(left) :]
    alive = len({drawing for drawing, _ in left}) * labels.nbytes
    assert limit / 2 < alive <= limit
    assert len(left) >= 5  # both guides of a drawing are paid for by its labels once


def test_least_recently_used_goes_first_and_the_newest_stays():
    kept = RecentlyUsed(100)
    for key in "abc":
        kept.get(key, lambda: np.zeros(40, np.uint8))
        kept.get("a", lambda: np.ones(40, np.uint8))
    made = []
    kept.get("a", lambda: made.append("a"))
    assert (len(kept), made) == (2, [])
    kept.get("huge", lambda: np.zeros(400, np.uint8))
    assert len(kept) == 1


def test_what_has_grown_since_it_was_kept_counts_as_it_is():
    kept = RecentlyUsed(100)
    for key in "abc":
        kept.get(key, list)
    for key in "abc":
        kept.get(key, list).append(np.zeros(40, np.uint8))
        kept.trim()
    assert [key in kept for key in "abc"] == [False, True, True]


def test_what_is_not_held_for_a_value_alone_does_not_count():
    kept = RecentlyUsed(100, counted=lambda pair: pair[0])
    for key in "abc":
        kept.get(key, lambda: (np.zeros(30, np.uint8), np.zeros(900, np.uint8)))
    assert len(kept) == 3
    kept.get("d", lambda: (np.zeros(30, np.uint8), None))
    assert [key in kept for key in "abcd"] == [False, True, True, True]
