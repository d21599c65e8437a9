"""Drawings that are cut off in the middle of the paper: their sides are closed, others stay."""

import cv2
import numpy as np
import pytest

from models.cells.cells import map_drawing, normalized_ink
from models.cells.cut_edges import close_cut_edges


def bust(*, cut: bool = True) -> np.ndarray:
    """A head on shoulders, 160 × 128, whose lines end at row 140; or go on to the last row."""
    line = np.full((160, 128), 255, dtype=np.uint8)
    cv2.ellipse(line, (64, 50), (28, 36), 0, 0, 360, 0, 2)
    for side in (-1, 1):
        shoulder = np.array([(64 + side * 12, 84), (64 + side * 40, 100), (64 + side * 44, 159)])
        cv2.polylines(line, [shoulder], False, 0, 2)
    if cut:
        line[140:] = 255
    return line


def closed(line: np.ndarray) -> np.ndarray:
    ink = normalized_ink(line)
    return close_cut_edges(ink) != ink


def test_cut_is_closed_from_the_first_to_the_last_line() -> None:
    wall = closed(bust())
    rows, columns = np.nonzero(wall)
    assert set(rows) == {140}
    assert columns.min() <= 26
    assert columns.max() >= 102
    assert columns.max() - columns.min() < 90  # the paper beside the figure stays open


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_every_side_is_looked_at_alike(turns: int) -> None:
    expected = np.rot90(closed(bust()), turns)
    found = closed(np.ascontiguousarray(np.rot90(bust(), turns)))
    assert np.count_nonzero(found) == np.count_nonzero(expected)
    assert np.array_equal(found, expected)


def test_figure_and_paper_beyond_its_cut_are_different_cells() -> None:
    labels = map_drawing(bust()).labels
    inside = set(np.unique(labels[110:136, 40:88]))
    assert not inside & set(np.unique(labels[144:, :]))


def test_drawing_that_reaches_the_picture_border_stays_as_it_is() -> None:
    assert not closed(bust(cut=False)).any()


def test_closed_shapes_stay_as_they_are() -> None:
    line = np.full((96, 96), 255, dtype=np.uint8)
    cv2.circle(line, (48, 48), 30, 0, 2)
    cv2.ellipse(line, (48, 86), (12, 4), 0, 0, 360, 0, 2)
    assert not closed(line).any()


def test_scene_without_frame_is_closed_at_its_corners() -> None:
    line = np.full((120, 160), 255, dtype=np.uint8)
    for x in (40, 80, 120):
        cv2.line(line, (x, 20), (x + 8, 99), 0, 2)
    for y in (45, 75):
        cv2.line(line, (20, y), (139, y + 4), 0, 2)
    line[:20], line[100:], line[:, :20], line[:, 140:] = 255, 255, 255, 255
    wall = closed(line)
    ringed = np.pad((~wall & (line > 128)).astype(np.uint8), 1, constant_values=1)
    _, labels = cv2.connectedComponents(ringed, connectivity=4)
    assert (labels[1:-1, 1:-1][25:95, 25:135] != labels[0, 0]).all()


@pytest.mark.parametrize("value", [0, 255])
def test_empty_and_solid_sheets_stay_as_they_are(value: int) -> None:
    assert not closed(np.full((20, 30), value, dtype=np.uint8)).any()
