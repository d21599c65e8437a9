"""Soft paintings as flat colours: of lit halves, of hints, and at the size at which lines speak."""

import numpy as np
import pytest

from models.coloring.line_guide import make_guide
from models.coloring.tidied import TIDY_SIDE, lit_tones, tidied_flats, tidy_frame
from models.geometry import Frame, Size, SizeRule
from models.hints.hints import HintSet, PointHint

RED, BLUE = (220, 30, 30), (30, 60, 220)
MIDDLE = 60
"""Row through the middle of the three rooms below."""


def rooms():
    """Three closed rooms side by side, 120 x 180, and a column in the middle of each."""
    line = np.full((120, 180), 255, np.uint8)
    line[[20, 21, 99, 100], 10:170] = 0
    for wall in (10, 63, 116, 168):
        line[20:101, wall : wall + 2] = 0
    return line, (36, 89, 142)


def guide_of(line):
    return make_guide(line, SizeRule().frame(Size(*line.shape), long_side=max(line.shape)))


def hint(x, color):
    return PointHint(x, MIDDLE, color, 3)


def painting(*colors):
    """Rooms in colours of [0, 255], as a soft network would paint them."""
    rgb = np.full((120, 180, 3), 255, np.float32)
    for start, color in zip((10, 63, 116), colors, strict=True):
        rgb[20:101, start : start + 54] = color
    return rgb / 255


def test_a_piece_has_the_colour_of_its_lighter_half():
    labels = np.repeat(np.arange(2, dtype=np.int32), 4)[None]
    grey = np.array([[0.2, 0.8, 0.3, 0.6, 0.5, 0.5, 0.5, 0.5]], dtype=np.float32)
    tones = lit_tones(np.repeat(grey[..., None], 3, axis=2), labels, np.ones(labels.shape), 2)
    assert tones[:, 0] == pytest.approx([0.7, 0.5])
    alone = lit_tones(
        np.full((1, 1, 3), 0.4, np.float32), np.zeros((1, 1), int), np.ones((1, 1)), 1
    )
    assert alone[0, 0] == pytest.approx(0.4)


@pytest.mark.parametrize(("painted", "expected"), [((200, 80, 80), RED), ((50, 75, 205), BLUE)])
def test_a_piece_takes_the_hint_that_the_painting_is_nearest_to(painted, expected):
    """Where the lines say the same of two hints, in the room between theirs."""
    line, (left, middle, right) = rooms()
    hints = HintSet((hint(left, RED), hint(right, BLUE)))
    rgb = painting(RED, painted, BLUE)
    flats = tidied_flats(rgb, guide_of(line), hints, tidy=0.5)
    shown = np.round(flats.told[MIDDLE, [left, middle, right]] * 255)
    assert shown.tolist() == [list(RED), list(expected), list(BLUE)]


def test_tidying_goes_there_by_degrees_and_light_lies_over_the_pieces_own_colour():
    line, (left, _middle, right) = rooms()
    rgb = painting((200, 60, 60), (190, 70, 70), (60, 80, 200))
    hints = HintSet((hint(left, RED), hint(right, BLUE)))
    none, half, whole = (
        tidied_flats(rgb, guide_of(line), hints, tidy=tidy) for tidy in (0, 0.25, 0.5)
    )
    assert none.told[MIDDLE, left] == pytest.approx(none.own[MIDDLE, left], abs=1e-6)
    between = (none.told[MIDDLE, left] + whole.told[MIDDLE, left]) / 2
    assert half.told[MIDDLE, left] == pytest.approx(between, abs=1e-6)
    assert whole.own[MIDDLE, right] * 255 == pytest.approx([60, 80, 200], abs=1)


def test_a_room_of_which_no_hint_speaks_keeps_its_own_colour():
    line, (left, middle, right) = rooms()
    green = (40, 180, 70)
    flats = tidied_flats(
        painting(RED, RED, green), guide_of(line), HintSet((hint(left, RED),)), tidy=0.5
    )
    assert np.round(flats.told[MIDDLE, middle] * 255).tolist() == list(RED)
    assert flats.told[MIDDLE, right] * 255 == pytest.approx(green, abs=1)


def test_cells_under_hints_of_a_colour_are_spoken_of():
    line, (left, middle, right) = rooms()
    hints = HintSet((hint(left, RED), hint(right, (255, 255, 255))))
    flats = tidied_flats(painting(RED, RED, RED), guide_of(line), hints, tidy=0.5)
    assert flats.spoken[MIDDLE, [left, middle, right]].tolist() == [True, False, False]


def test_without_hints_a_piece_keeps_its_own_colour():
    line, (left, _, _) = rooms()
    flats = tidied_flats(painting(RED, RED, RED), guide_of(line), HintSet(()), tidy=1.0)
    assert np.array_equal(flats.own, flats.told)
    assert flats.told[MIDDLE, left] * 255 == pytest.approx(RED, abs=1)
    assert not flats.spoken.any()


def test_paintings_are_tidied_at_a_size_at_which_lines_speak():
    small = SizeRule(largest=128).frame(Size(600, 900))
    assert tidy_frame(small).content == Size(213, TIDY_SIDE)
    assert tidy_frame(small).padded == tidy_frame(small).content
    tiny = SizeRule(largest=128).frame(Size(200, 100))
    assert tidy_frame(tiny).content == tiny.picture
    large = SizeRule().frame(Size(600, 900))
    assert tidy_frame(large) is large
    assert isinstance(tidy_frame(small), Frame)
