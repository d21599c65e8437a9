"""Regions after an edit equal those of the whole drawing, and all else keeps its label."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.fills import RegionMap, RegionSettings, find_regions
from models.geometry import Rect
from models.region_updates import update_regions


def page(seed: int) -> np.ndarray:
    """A page of open and closed bows: uint8 (420, 520)."""
    random = np.random.default_rng(seed)
    line = np.full((420, 520), 255, dtype=np.uint8)
    for _ in range(14):
        centre = tuple(random.integers(0, 500, 2).tolist())
        axes = tuple(random.integers(12, 90, 2).tolist())
        end = int(random.integers(340, 362))
        width = int(random.integers(1, 5))
        cv2.ellipse(line, centre, axes, int(random.integers(360)), 0, end, 0, width, cv2.LINE_AA)
    return line


def edited(line: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, Rect]:
    """The page with a stroke more, or a piece erased; and where."""
    after = line.copy()
    start = random.integers(0, 420, 2)
    end = start + random.integers(-60, 60, 2)
    level, width = int(random.choice([0, 255])), int(random.integers(1, 9))
    cv2.line(after, tuple(start.tolist()), tuple(end.tolist()), level, width, cv2.LINE_AA)
    rows, columns = np.nonzero(after != line)
    if len(rows) == 0:
        return after, Rect(0, 0, 0, 0)
    box = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    return after, Rect(*(int(edge) for edge in box))


def parts(labels: np.ndarray) -> np.ndarray:
    """The same regions numbered by their first pixel."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].reshape(labels.shape)


def assert_equal_parts(updated: RegionMap, line: np.ndarray) -> None:
    whole = find_regions(line, updated.settings)
    assert np.array_equal(parts(updated.labels), parts(whole.labels))
    assert np.array_equal(np.bincount(updated.labels.ravel(), minlength=updated.count),
                          updated.areas)  # fmt: skip
    for region in np.flatnonzero(updated.areas).tolist():
        rows, columns = np.nonzero(updated.labels == region)
        bounds = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
        assert tuple(updated.bounds[region]) == bounds


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0, 4, 10]))
def test_updates_equal_a_full_run(seed: int, gap: int) -> None:
    random = np.random.default_rng(seed)
    line = page(seed)
    regions = find_regions(line, RegionSettings(gap=gap))
    for _ in range(3):
        line, changed = edited(line, random)
        regions = update_regions(regions, line, changed)
        assert_equal_parts(regions, line)


def boxes() -> np.ndarray:
    line = np.full((500, 600), 255, dtype=np.uint8)
    for left in (20, 220, 420):
        for top in (20, 260):
            cv2.rectangle(line, (left, top), (left + 150, top + 200), 0, 3)
    return line


def test_only_the_split_region_changes() -> None:
    line = boxes()
    regions = find_regions(line)
    after = line.copy()
    after[120:123, 20:170] = 0
    updated = update_regions(regions, after, Rect(20, 120, 170, 123))
    assert_equal_parts(updated, after)
    assert updated.count == regions.count + 1
    outside = np.ones(line.shape, dtype=bool)
    outside[18:224, 18:174] = False
    assert np.array_equal(updated.labels[outside], regions.labels[outside])
    assert updated.labels[60, 90] == regions.labels[60, 90]


def test_erased_wall_joins_and_leaves_an_empty_label() -> None:
    line = boxes()
    regions = find_regions(line)
    after = line.copy()
    after[60:120, 15:26] = 255
    updated = update_regions(regions, after, Rect(15, 60, 26, 120))
    assert_equal_parts(updated, after)
    assert updated.labels[100, 90] == regions.labels[5, 5]
    assert int((updated.areas == 0).sum()) == 1


def test_edit_of_nothing_returns_the_same_regions() -> None:
    regions = find_regions(boxes())
    assert update_regions(regions, boxes(), Rect(30, 30, 30, 30)) is regions
    assert update_regions(regions, boxes(), Rect(-20, -20, -5, -5)) is regions


def test_the_given_regions_stay_as_they_are() -> None:
    line = boxes()
    regions = find_regions(line)
    before = regions.labels.copy(), regions.ink.copy(), regions.areas.copy()
    after = line.copy()
    after[100:104] = 0
    update_regions(regions, after, Rect(0, 100, 600, 104))
    assert all(map(np.array_equal, before, (regions.labels, regions.ink, regions.areas)))


def test_other_size_is_refused() -> None:
    regions = find_regions(boxes())
    with pytest.raises(ValueError, match="600×500"):
        update_regions(regions, np.zeros((10, 10), np.uint8), Rect(0, 0, 5, 5))
