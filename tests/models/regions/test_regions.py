"""Closed regions of line art: gaps closed, every pixel labelled, colour up to the line's middle."""

import tracemalloc

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.geometry import Size
from models.regions.closures import Closures
from models.regions.ink import find_ink, measure_ink
from models.regions.regions import (
    RegionSettings,
    find_regions,
    join_rooms,
    open_paper,
    part_rooms,
    room_inradii,
)


def rooms(gap: int = 0, width: int = 3) -> np.ndarray:
    """Two rooms side by side, 120 × 200, their wall open by `gap` pixels."""
    line = np.full((120, 200), 255, dtype=np.uint8)
    cv2.rectangle(line, (10, 10), (189, 109), 0, width)
    cv2.line(line, (100, 10), (100, 109), 0, width)
    line[60 - gap // 2 : 60 - gap // 2 + gap, 90:111] = 255
    return line


def scribble(seed: int) -> np.ndarray:
    """Random curves of random darkness: uint8 (90, 110)."""
    random = np.random.default_rng(seed)
    line = np.full((90, 110), 255, dtype=np.uint8)
    for _ in range(7):
        points = random.integers(0, 110, (1, 4, 2)).astype(np.int32)
        darkness = int(random.integers(0, 120))
        cv2.polylines(line, points, False, darkness, int(random.integers(1, 4)), cv2.LINE_AA)
    return line


def sides(line: np.ndarray, gap: float) -> tuple[int, int, int]:
    """Regions of the left room, the right room and the ground."""
    labels = find_regions(line, RegionSettings(gap=gap)).labels
    return int(labels[60, 40]), int(labels[60, 160]), int(labels[2, 2])


def test_closed_rooms_and_the_ground_are_three_regions() -> None:
    found = find_regions(rooms())
    assert found.count == 3
    assert found.areas.sum() == 120 * 200
    assert len(set(sides(rooms(), 0))) == 3


@pytest.mark.parametrize("gap", [1, 2, 3, 5, 8, 12])
@pytest.mark.parametrize("width", [1, 2, 5, 8])
def test_gap_is_closed_within_its_distance_and_open_without(gap: int, width: int) -> None:
    left, right, _ = sides(rooms(gap, width), gap + 1)
    assert left != right
    left, right, _ = sides(rooms(gap, width), 0)
    assert left == right


def test_gap_wider_than_asked_for_stays_open() -> None:
    left, right, _ = sides(rooms(14), 6)
    assert left == right


@pytest.mark.parametrize("gap", [2, 4, 8, 12])
def test_open_circle_holds_its_color(gap: int) -> None:
    line = np.full((160, 160), 255, dtype=np.uint8)
    start = np.degrees(gap / 50) / 2
    cv2.ellipse(line, (80, 80), (50, 50), 30, start, 360 - start, 0, 3, cv2.LINE_AA)
    labels = find_regions(line, RegionSettings(gap=gap + 2)).labels
    assert labels[80, 80] != labels[3, 3]
    inside = np.hypot(*(np.indices(labels.shape) - 80)) < 46
    assert (labels[inside] == labels[80, 80]).mean() > 0.99


@pytest.mark.parametrize("darkness", [25, 60, 140, 255])
def test_faint_lines_part_rooms_like_black_ones(darkness: int) -> None:
    faint = (255 - (255 - rooms().astype(int)) * darkness // 255).astype(np.uint8)
    assert np.array_equal(find_regions(faint).labels, find_regions(rooms()).labels)


def test_soft_lines_and_shaded_paper_make_the_same_rooms() -> None:
    soft = cv2.GaussianBlur(rooms(width=4), (0, 0), 2.0)
    shade = np.linspace(0.75, 1, 200)[None]
    grain = np.random.default_rng(0).normal(0, 3, soft.shape)
    sheet = np.clip(soft * shade + grain, 0, 255).astype(np.uint8)
    labels = find_regions(sheet).labels
    assert len({int(labels[60, 40]), int(labels[60, 160]), int(labels[2, 2])}) == 3
    assert (labels[20:100, 20:90] == labels[60, 40]).all()


def test_textured_line_with_holes_still_parts() -> None:
    line = rooms(width=4)
    holes = np.random.default_rng(3).random(line.shape) < 0.2
    line[holes] = 255
    left, right, ground = sides(line, 4)
    assert len({left, right, ground}) == 3


def test_halo_of_a_black_line_is_not_ink() -> None:
    line = cv2.GaussianBlur(rooms(width=2), (0, 0), 0.8)
    ink = find_ink(line, measure_ink(line))
    assert ink[60, 97:104].sum() <= 5


def test_colors_meet_in_the_middle_of_a_line() -> None:
    line = cv2.GaussianBlur(rooms(width=7), (0, 0), 1.2)
    labels = find_regions(line).labels
    border = np.flatnonzero(np.diff(labels[60, 80:120]))
    assert len(border) == 1
    assert abs(80 + int(border[0]) - 100) <= 1


def test_specks_join_what_surrounds_them() -> None:
    line = rooms()
    cv2.circle(line, (50, 60), 2, 0, 1)
    found = find_regions(line, RegionSettings(smallest=20))
    assert found.count == 3
    assert found.labels[60, 50] == found.labels[60, 30]


def test_two_wide_rooms_stay_apart_where_only_a_ball_is_trapped() -> None:
    line = np.full((120, 240), 255, dtype=np.uint8)
    line[:4], line[-4:], line[:, :4], line[:, -4:] = 0, 0, 0, 0
    rows, columns = np.indices(line.shape)
    for middle in (-26, 145):  # two round walls that nearly meet, and no line's end
        line[np.hypot(rows - middle, columns - 120) < 83] = 0
    trapped = find_regions(line, RegionSettings(gap=0, ball=8)).labels
    spilt = find_regions(line, RegionSettings(gap=0, ball=0)).labels
    assert spilt[60, 20] == spilt[60, 220]
    assert trapped[60, 20] != trapped[60, 220]


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1), (2, 2), (3, 40), (33, 31)])
@pytest.mark.parametrize("level", [0, 128, 255])
def test_blank_and_tiny_pictures_are_one_region(shape: tuple[int, int], level: int) -> None:
    found = find_regions(np.full(shape, level, dtype=np.uint8))
    assert found.count == 1
    assert not found.labels.any()


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0, 3, 9]))
def test_every_pixel_has_a_region_and_measures_agree(seed: int, gap: int) -> None:
    line = scribble(seed)
    found = find_regions(line, RegionSettings(gap=gap))
    again = find_regions(line.copy(), RegionSettings(gap=gap))
    assert np.array_equal(found.labels, again.labels)
    assert np.array_equal(np.unique(found.labels), np.arange(found.count))
    assert np.array_equal(np.bincount(found.labels.ravel()), found.areas)
    for region in range(found.count):
        rows, columns = np.nonzero(found.labels == region)
        rect = found.rect(region)
        assert (rect.left, rect.right) == (columns.min(), columns.max() + 1)
        assert (rect.top, rect.bottom) == (rows.min(), rows.max() + 1)
        assert int(found.mask(region).sum()) == found.areas[region]


@settings(max_examples=25)
@given(
    st.integers(0, 10),
    st.floats(0, 12),
    st.floats(0, 12),
    st.integers(1, 6),
)
def test_rooms_kept_apart_stay_apart_when_wider_gaps_close(
    opened: int, first: float, second: float, width: int
) -> None:
    narrow, wide = sorted((first, second))
    left, right, _ = sides(rooms(opened, width), narrow)
    if left != right:
        left, right, _ = sides(rooms(opened, width), wide)
        assert left != right


def test_regions_are_numbered_by_their_first_pixel() -> None:
    labels = find_regions(rooms(4)).labels
    firsts = np.unique(labels, return_index=True)[1]
    assert (np.diff(firsts) > 0).all()


@pytest.mark.parametrize(
    ("asked", "part"),
    [({"gap": -1}, "gap"), ({"gap": 999}, "999"), ({"smallest": -2}, "-2"), ({"ball": -3}, "-3")],
)
def test_impossible_settings_are_refused(asked: dict, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        RegionSettings(**asked)


def test_picture_that_is_no_line_art_is_refused() -> None:
    with pytest.raises(ValueError, match=r"LineArt\.from_rgba"):
        find_regions(np.zeros((4, 4, 3), dtype=np.uint8))


def test_settings_follow_the_pictures_size() -> None:
    small, large = (RegionSettings().for_size(Size(side, side)) for side in (512, 4096))
    assert small.gap is not None
    assert large.gap is not None
    assert large.gap > 4 * small.gap


def test_regions_are_found_in_bounded_memory() -> None:
    line = cv2.resize(rooms(gap=4), (1500, 900), interpolation=cv2.INTER_LINEAR)
    tracemalloc.start()
    find_regions(line)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * line.size


def test_rooms_that_join_count_their_pixels_once() -> None:
    ink = np.zeros((5, 5), dtype=np.uint8)
    ink[4] = 1
    across = np.array([[0, 1]], np.int32), np.array([[4, 1]], np.int32)
    closures = Closures(
        *across, np.array([12], np.float32), np.zeros(1, dtype=bool), np.zeros((1, 4), np.float32)
    )
    rooms = part_rooms(*open_paper(ink, closures))
    assert rooms.areas[1:].tolist() == [5, 10]
    inradii = room_inradii(rooms, closures)
    assert join_rooms(rooms, closures, 15, inradii).tolist() == [0, 1, 1]
    assert not join_rooms(rooms, closures, 16, inradii).any()
