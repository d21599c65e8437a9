"""What tests wait for before they look."""

import time

from app.document.edits import AddHint
from models.hints.hints import PointHint
from tests.helpers.idle import settle

RED, BLUE = (200, 40, 40), (40, 60, 200)


def shown(window):
    return tuple(window.parts.session.pixels.get("flats")[20, 30, :3].tolist())


def test_settled_window_shows_what_its_thread_made(drawn, qtbot):
    settle(drawn, qtbot)
    parts = drawn.parts
    parts.session.apply(AddHint(PointHint(30.0, 20.0, RED)))
    until = time.monotonic() + 10
    while not parts.is_idle and time.monotonic() < until:  # and no event reaches the window
        time.sleep(0.001)
    assert parts.is_idle
    assert shown(drawn) != RED
    settle(drawn, qtbot)
    assert shown(drawn) == RED


def test_window_is_not_settled_while_a_change_waits_to_be_asked_about(drawn, qtbot):
    settle(drawn, qtbot)
    parts = drawn.parts
    parts.live._scheduler.note_elapsed(9.0)  # as of a slow generator: it waits for a pause
    parts.session.apply(AddHint(PointHint(30.0, 20.0, BLUE)))
    assert parts.inference.is_idle
    settle(drawn, qtbot)
    assert shown(drawn) == BLUE
