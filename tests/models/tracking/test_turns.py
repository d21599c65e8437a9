"""How a figure is turned against its key frame, told from its regions."""

import json

import numpy as np
import pytest

from models.hints.hint_files import hints_from_json
from models.hints.hints import LineArt
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.tracker import Tracker
from models.tracking.turns import Turn, fit_turn
from tests.helpers.figures.turned_figure import drawn, hint_file, matrix_of, places

HINTS = hints_from_json(json.loads(hint_file()), "here")


@pytest.fixture
def tracker():
    return Tracker([KeyDrawing.of(KeyFrame(index=0, hints=HINTS), LineArt(drawn()[0]))])


def away(one, other):
    return abs((one - other + 180) % 360 - 180)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("degrees", [0, 35, 170, -90])
def test_places_tell_their_turn_whatever_shift_and_size(degrees, mirrored):
    before = places()
    after = 0.7 * before @ matrix_of(degrees, mirrored=mirrored).T + (40, -10)
    found = fit_turn(before, after, np.ones(len(before), np.float32))
    assert found is not None
    assert found.mirrored == mirrored
    assert away(found.degrees, degrees) < 0.1


def test_a_limb_that_moves_by_itself_turns_nothing():
    before = places()
    after = before @ matrix_of(20).T
    after[4] += (30, 12)
    found = fit_turn(before, after, np.ones(len(before), np.float32))
    assert found is not None
    assert away(found.degrees, 20) < 3


def test_places_thrown_about_tell_nothing_and_so_do_three():
    before = places()
    thrown = before[[3, 6, 0, 7, 1, 4, 2, 5]]
    assert fit_turn(before, thrown, np.ones(8, np.float32)) is None
    assert fit_turn(before[:3], before[:3], np.ones(3, np.float32)) is None
    assert fit_turn(before, before, np.zeros(8, np.float32)) is None


def test_turns_follow_one_another():
    for first in (Turn(30), Turn(30, True)):
        for second in (Turn(-50), Turn(80, True)):
            both = first.then(second)
            made = matrix_of(second.degrees, mirrored=second.mirrored) @ matrix_of(
                first.degrees, mirrored=first.mirrored
            )
            assert np.allclose(matrix_of(both.degrees, mirrored=both.mirrored), made)
            assert away(second.of_angle(first.of_angle(70)), both.of_angle(70)) < 1e-9
            assert away(both.to_angle(both.of_angle(70)), 70) < 1e-9


def test_a_turn_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        Turn(float("nan"))


def test_a_figure_that_turns_steadily_is_followed(tracker):
    before = None
    for index in range(1, 9):
        frame = LineArt(drawn(12 * index, bend=4 * (index % 2))[0])
        before = tracker.carry(frame, index=index, previous=before)
        assert before.turn is not None
        assert not before.turn.mirrored
        assert away(before.turn.degrees, 12 * index) < 3


def test_a_figure_that_turns_round_is_mirrored(tracker):
    found = tracker.carry(LineArt(drawn(mirrored=True)[0]), index=1)
    assert found.turn is not None
    assert found.turn.mirrored
    assert away(found.turn.degrees, 0) < 3


def test_the_key_frame_and_an_empty_page(tracker):
    assert tracker.carry(LineArt(drawn()[0]), index=0).turn == Turn()
    blank = LineArt(np.full_like(drawn()[0], 255))
    assert tracker.carry(blank, index=1).turn is None
