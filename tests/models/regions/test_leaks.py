"""Where colour would spill: places, widths, and whether the gap was closed."""

import cv2
import numpy as np
import pytest

from models.regions.leaks import locate_leaks
from models.regions.regions import RegionSettings, find_regions


def open_box(gap: int) -> np.ndarray:
    line = np.full((200, 240), 255, dtype=np.uint8)
    cv2.rectangle(line, (40, 40), (200, 160), 0, 3)
    line[30:50, 120 - gap // 2 : 120 - gap // 2 + gap] = 255
    return line


@pytest.mark.parametrize("gap", [2, 5, 9])
def test_closed_gap_is_shown_with_its_place_and_width(gap: int) -> None:
    regions = find_regions(open_box(gap), RegionSettings(gap=10, ball=0))
    leaks = locate_leaks(regions)
    assert len(leaks) == 1
    leak = leaks[0]
    assert leak.closed
    assert abs(leak.x - 120) <= 2
    assert abs(leak.y - 40) <= 2
    assert abs(leak.width - gap) <= 1.5
    assert set(leak.regions) == {int(regions.labels[100, 100]), int(regions.labels[5, 5])}
    assert abs(leak.area - 160 * 120) < 0.05 * 160 * 120


def test_open_gap_is_shown_and_spills_into_one_region() -> None:
    regions = find_regions(open_box(12), RegionSettings(gap=5, ball=0))
    leak = locate_leaks(regions, widest=16)[0]
    assert not leak.closed
    assert leak.regions[0] == leak.regions[1]
    assert abs(leak.x - 120) <= 2
    assert not locate_leaks(regions, widest=8)


def test_closed_drawing_has_no_leaks() -> None:
    assert locate_leaks(find_regions(open_box(0))) == ()
    assert locate_leaks(find_regions(np.full((50, 60), 255, np.uint8))) == ()
