"""Borders without a line are smooth; lines, regions and what is fixed hold colours back."""

import numpy as np
import pytest

from models.cancel import never_cancelled
from models.coloring.carrier import Carrier
from models.coloring.corrections.borders import smoothed_borders
from models.coloring.line_guide import make_guide
from models.geometry import Frame, Rect, Size

RED, BLUE, GREEN = (200, 40, 30), (30, 60, 200), (40, 160, 60)
SIZE = 60


@pytest.fixture
def plain():
    """Red flats of one region without lines, nothing of it fixed."""
    flat = np.full((SIZE, SIZE, 3), RED, np.uint8)
    shape = (SIZE, SIZE)
    return flat, np.zeros(shape, np.int32), np.ones(shape, bool), np.zeros(shape, bool)


def smoothed(plain):
    flat, labels, sure, fixed = plain
    return smoothed_borders(flat, labels, sure, fixed=fixed)


def blue(flat):
    return (flat == BLUE).all(axis=2)


def stairs(step=4):
    """Which pixels lie right of a diagonal that is drawn in steps of so many pixels."""
    rows, columns = np.mgrid[:SIZE, :SIZE]
    return columns // step >= rows // step


def off_diagonal(is_blue):
    """How far a border strays from the diagonal, in pixels: of each row the first blue one."""
    first = is_blue.argmax(axis=1)
    return np.abs(first - np.arange(len(first)))


def test_steps_become_a_slope(plain):
    plain[0][stairs()] = BLUE
    inner = slice(10, -10)
    assert off_diagonal(blue(plain[0]))[inner].max() == 3
    strayed = off_diagonal(blue(smoothed(plain))) - 1.5  # the middle of the steps
    assert np.abs(strayed[inner]).max() <= 1


def test_specks_go_and_what_was_given_stays(plain):
    plain[0][30:32, 30:33] = BLUE
    assert not blue(smoothed(plain)).any()
    plain[3][30:32, 30:33] = True
    assert blue(smoothed(plain)).sum() == 6


def test_colors_do_not_pass_through_lines(plain):
    flat, labels, sure, _ = plain
    flat[:, 30:] = BLUE
    flat[20:40, 26:30] = GREEN  # a narrow place between a line and a border that has none
    sure[:, 30] = False
    found = smoothed(plain)
    assert np.array_equal(blue(found), blue(flat))
    flat[20:40, 26:30] = RED
    assert smoothed(plain) is flat
    labels[:, 31:] = 1
    sure[:] = True
    assert smoothed(plain) is not flat  # the column beside the line is of the first region
    labels[:, 30] = 1
    assert smoothed(plain) is flat


def test_colors_far_away_change_nothing(plain):
    """Each colour is looked for near its borders alone, and weighs there as in a picture of it."""
    flat, labels, sure, fixed = (np.pad(plane, ((0, 60), (0, 60), (0, 0))[: plane.ndim], "edge")
                                 for plane in plain)  # fmt: skip
    flat[:SIZE, :SIZE][stairs()] = BLUE
    flat[20:23, 10:14] = GREEN
    alone = smoothed((flat, labels, sure, fixed))[:40, :40]
    assert not np.array_equal(alone, flat[:40, :40])
    for place, color in (((90, 100), RED), ((100, 20), BLUE), ((20, 100), GREEN)):
        flat[place[0] : place[0] + 9, place[1] : place[1] + 7] = color
    assert np.array_equal(smoothed((flat, labels, sure, fixed))[:40, :40], alone)


def test_each_region_is_smoothed_by_itself(plain):
    flat, labels, _, _ = plain
    flat[stairs()] = BLUE
    labels[:, 40:] = 1
    flat[:, 40:] = BLUE
    flat[0:3, 50:53] = GREEN
    found = smoothed(plain)
    assert blue(found[:, 40:]).all()
    assert np.abs(off_diagonal(blue(found))[10:30] - 1.5).max() <= 1


def test_enlarged_steps_are_a_slope_too():
    """A picture eight times as large: its border strays little from a straight one."""
    flat = np.full((SIZE, SIZE, 3), RED, np.uint8)
    flat[stairs(2)] = BLUE
    scale = 8
    frame = Frame(Size(SIZE * scale, SIZE * scale), Size(SIZE, SIZE), Size(SIZE, SIZE))
    guide = make_guide(np.full((SIZE * scale, SIZE * scale), 255, np.uint8), frame)
    guide.prepare_native(np.full((SIZE * scale, SIZE * scale), 255, np.uint8), never_cancelled)
    carrier = Carrier(flat, None, guide)
    place = Rect.of(Size(SIZE * scale, SIZE * scale))
    packed = carrier.flats(place, guide.offsets).packed
    strayed = off_diagonal(packed == 0x1E3CC8)[80:-80]
    assert np.abs(strayed - np.median(strayed)).max() < 0.3 * scale
