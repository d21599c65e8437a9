"""What lines close is never joined, whatever is open beside it."""

import cv2
import numpy as np
import pytest

import resources
from models.pictures.files import read_picture
from models.regions.closures import Closures
from models.regions.drawn_lines import read_lines
from models.regions.regions import RegionSettings, find_regions, open_paper, part_rooms


def joined_across_lines(line_u8: np.ndarray, settings: RegionSettings) -> int:
    """Regions that reach over several rooms which lines without any gap keep apart."""
    found = find_regions(line_u8, settings)
    paper = np.subtract(1, found.ink, dtype=np.uint8)
    _, rooms, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    smallest = found.limits.smallest
    seen = (paper > 0) & (stats[rooms, cv2.CC_STAT_AREA] >= 4 * smallest)
    pairs, pixels = np.unique(
        np.stack([found.labels[seen], rooms[seen]]), axis=1, return_counts=True
    )
    return int((np.bincount(pairs[0][pixels >= smallest]) > 1).sum())


@pytest.mark.parametrize("width", [1, 2])
@pytest.mark.parametrize("distance", [2, 4, 7])
def test_closed_pupil_stays_apart_from_an_iris_in_which_lines_end(width, distance) -> None:
    line_u8 = np.full((160, 160), 255, np.uint8)
    cv2.circle(line_u8, (80, 80), 50, 0, 2)
    cv2.circle(line_u8, (80, 80), 14, 0, width)
    for degrees in range(15, 360, 60):  # as rays in an iris are drawn, from its rim to the pupil
        across, down = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
        start, end = (
            (round(80 + across * far), round(80 + down * far)) for far in (50, 14 + distance)
        )
        cv2.line(line_u8, start, end, 0, 2)
    for gap in (4.0, 8.0, 14.0):
        found = find_regions(line_u8, RegionSettings(gap=gap, smallest=6))
        pupil = found.labels[80, 80]
        assert (found.labels == pupil).sum() < 16 * 16 * np.pi
        assert not joined_across_lines(line_u8, RegionSettings(gap=gap, smallest=6))


@pytest.mark.parametrize("seed", range(4))
def test_rooms_that_lines_close_are_never_joined(seed) -> None:
    random = np.random.default_rng(seed)
    line_u8 = np.full((240, 240), 255, np.uint8)
    for _ in range(30):
        width = int(random.integers(1, 4))
        start, end = random.integers(10, 230, (2, 2)).tolist()
        reach, turn, ends = random.integers(5, 60, 2).tolist(), *random.integers(180, 361, 2)
        cv2.line(line_u8, start, end, 0, width)
        cv2.ellipse(line_u8, start, reach, int(turn), 0, int(ends), 0, width)
    for gap in (4.0, 9.0, 16.0):
        assert not joined_across_lines(line_u8, RegionSettings(gap=gap, smallest=6))


@pytest.mark.parametrize(
    "path", sorted(resources.SAMPLES.glob("*.png")), ids=lambda path: path.stem
)
def test_rooms_that_samples_close_are_never_joined(path) -> None:
    line_u8 = read_lines(read_picture(path).rgba_u8).line_art.pixels
    assert not joined_across_lines(line_u8, RegionSettings())


def test_closure_that_reaches_into_a_thin_line_covers_and_joins_nothing_beyond_it() -> None:
    ink = np.zeros((5, 12), dtype=np.uint8)
    ink[:, [0, 7]] = 1
    across = np.array([[0, 2]], np.int32), np.array([[9, 2]], np.int32)
    closures = Closures(
        *across, np.array([6], np.float32), np.zeros(1, dtype=bool), np.zeros((1, 4), np.float32)
    )
    free, strokes = open_paper(ink, closures)
    assert free[2].tolist() == [0] * 8 + [1] * 4
    rooms = part_rooms(free, strokes)
    assert rooms.labels[0, 3] != rooms.labels[4, 3]
    assert rooms.labels[2, 9] not in rooms.room
