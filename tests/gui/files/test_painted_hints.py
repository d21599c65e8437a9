"""A hint picture in the window: its areas stay what they are through every file and every drag."""

import cv2
import numpy as np
import pytest
from PIL import Image

from app.document.project_file import read_project
from models.hints.hints import AreaHint, hint_owners
from tests.helpers.blobs import seen_through
from tests.helpers.fakes import save_project

RED, BLUE = (200, 40, 40), (40, 60, 200)


@pytest.fixture
def rgba_u8():
    """A loop and a dab inside it, for a drawing of 60×40 pixels."""
    painted = np.zeros((40, 60, 4), np.uint8)
    loop = np.array([(8, 8), (8, 34), (50, 34), (50, 8)])
    cv2.polylines(painted, [loop], False, (*BLUE, 255), 3)
    painted[18:22, 26:30] = (*RED, 255)
    return painted


@pytest.fixture
def hinted(drawn, rgba_u8, dialogs, tmp_path, qtbot):
    """The window with a hint picture read through its command."""
    dialogs.opened = tmp_path / "cat.hints.png"
    Image.fromarray(rgba_u8).save(dialogs.opened)
    drawn.commands["import_hints"].trigger()
    qtbot.waitUntil(lambda: len(document(drawn).hints) > 0)
    return drawn


def document(window):
    return window.parts.session.document


def shown(window):
    hints = document(window).hints
    owner = hint_owners(hints, document(window).size)
    return seen_through(owner, [hint.color for hint in hints])


def test_painted_pixels_are_the_hints_and_again_after_saving_them(
    hinted, rgba_u8, dialogs, tmp_path, qtbot
):
    assert np.array_equal(shown(hinted), rgba_u8)
    dialogs.saved = tmp_path / "saved.hints.json"
    hinted.commands["export_hints"].trigger()
    qtbot.waitUntil(dialogs.saved.exists)
    qtbot.waitUntil(lambda: not hinted.parts.background.is_busy)
    hinted.commands["clear_hints"].trigger()
    assert not len(document(hinted).hints)
    dialogs.opened = dialogs.saved
    hinted.commands["import_hints"].trigger()
    qtbot.waitUntil(lambda: len(document(hinted).hints) == 2)
    assert np.array_equal(shown(hinted), rgba_u8)


def test_project_keeps_the_areas(hinted, rgba_u8, tmp_path):
    path = tmp_path / "cat.tintline"
    save_project(hinted.parts.session, path)
    hinted.commands["clear_hints"].trigger()
    hinted.parts.session.open(read_project(path), path)
    assert np.array_equal(shown(hinted), rgba_u8)


def test_area_is_dragged_and_comes_back_in_one_step(hinted, rgba_u8, pen_for):
    hinted.commands["tool_move"].trigger()
    pen_for(hinted.canvas).stroke((28.0, 20.0), (30.0, 21.0), (33.0, 22.0))
    wanted = rgba_u8.copy()
    wanted[18:22, 26:30] = 0
    wanted[20:24, 31:35] = (*RED, 255)
    assert np.array_equal(shown(hinted), wanted)
    hinted.commands["undo"].trigger()
    assert np.array_equal(shown(hinted), rgba_u8)


def test_press_within_a_loop_takes_nothing_and_on_it_takes_the_loop(hinted, rgba_u8, pen_for):
    hinted.commands["tool_move"].trigger()
    pen = pen_for(hinted.canvas)
    pen.stroke((40.0, 16.0), (44.0, 16.0))
    assert np.array_equal(shown(hinted), rgba_u8)
    pen.stroke((8.5, 20.0), (6.5, 20.0))
    is_loop = (rgba_u8[..., :3] == BLUE).all(axis=2)
    assert np.array_equal((shown(hinted)[..., :3] == BLUE).all(axis=2), np.roll(is_loop, -2, 1))


def test_eraser_takes_the_area_that_it_touches(hinted, pen_for):
    hinted.commands["tool_eraser"].trigger()
    pen_for(hinted.canvas).stroke((28.0, 20.0))
    (left,) = document(hinted).hints
    assert isinstance(left, AreaHint)
    assert left.color == BLUE


def test_areas_are_shown_where_they_are(hinted, qtbot):
    hinted.commands["actual_size"].trigger()
    canvas = hinted.canvas
    qtbot.waitUntil(lambda: not hinted.parts.background.is_busy)
    picture = canvas.grab().toImage()

    def color_at(x, y):
        column, row = canvas.viewport.to_view(x, y)
        found = picture.pixelColor(round(column - 0.5), round(row - 0.5))
        return found.red(), found.green(), found.blue()

    assert color_at(28.5, 20.5) == RED
    assert color_at(8.5, 20.5) == BLUE
    assert color_at(30.5, 34.5) == BLUE
    assert color_at(40.5, 15.5) != BLUE
