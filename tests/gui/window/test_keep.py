"""Regions are kept as they are or left uncoloured, piece by piece where they are narrow."""

import json

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings
from app.document.project_file import read_project
from app.export.document_layers import DocumentLayers
from models.geometry import NOWHERE
from models.hints.hint_files import HintFileError, hints_from_json, hints_to_json
from models.hints.hints import Keep, PointHint
from tests.helpers.idle import settle
from tests.helpers.windows.rooms import SHIFT, at, boxes, click, drag, flats, open_drawing, wait_for

RED, BLUE, GREEN = (200, 40, 40), (40, 60, 200), (40, 160, 60)
LEFT, RIGHT = (60.0, 60.0), (140.0, 60.0)
TWO = ((20, 20, 96, 100), (104, 20, 180, 100))


@pytest.fixture
def rooms(make_window, qtbot):
    window = open_drawing(make_window, qtbot, boxes(*TWO))
    window.canvas.set_brush(BrushSettings(RED, 4.0))
    return window


@pytest.fixture
def dumbbell(make_window, qtbot):
    """One closed region: two wide rooms and a narrow passage between them."""
    rgba_u8 = boxes(*TWO)
    rgba_u8[54:66, 90:110, :3] = 255
    rgba_u8[52:55, 93:107, :3] = 0
    rgba_u8[65:68, 93:107, :3] = 0
    window = open_drawing(make_window, qtbot, rgba_u8)
    window.canvas.set_brush(BrushSettings(RED, 4.0))
    return window


def shows(window, color, rows=slice(26, 94), columns=slice(26, 90)):
    return (flats(window)[rows, columns, :3] == color).all()


def test_kept_region_stays_as_it_is_whatever_is_replaced_or_said_of_others(rooms, qtbot):
    rooms.commands["tool_point"].trigger()
    click(rooms, LEFT)  # an ordinary hint: without a generator it spreads to all
    wait_for(rooms, qtbot, RED)
    rooms.commands["keep"].trigger()
    click(rooms, LEFT)
    settle(rooms, qtbot)
    rooms.commands["clear_hints"].trigger()
    rooms.commands["undo"].trigger()
    session = rooms.parts.session
    (kept,) = [hint for hint in session.document.hints if hint.keep is Keep.AS_IT_IS]
    assert kept.color == RED
    assert session.history.undo_title == "Keep region as it is"
    rooms.canvas.set_brush(BrushSettings(BLUE, 4.0))
    rooms.commands["tool_point"].trigger()
    click(rooms, RIGHT)
    wait_for(rooms, qtbot, BLUE)
    assert shows(rooms, RED)
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    wait_for(rooms, qtbot, BLUE)
    assert not [hint for hint in session.document.hints if hint.keep]
    assert shows(rooms, BLUE)


def test_region_left_uncolored_is_transparent_in_every_layer_and_file(
    rooms, qtbot, tmp_path, dialogs
):
    rooms.commands["tool_point"].trigger()
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    rooms.commands["leave_bare"].trigger()
    assert rooms.commands["tool_fill"].isChecked()
    click(rooms, RIGHT)
    qtbot.waitUntil(lambda: flats(rooms)[60, 140, 3] == 0)
    settle(rooms, qtbot)
    assert (flats(rooms)[26:94, 110:174, 3] == 0).all()
    assert (flats(rooms)[26:94, 26:90, 3] == 255).all()
    seen = rooms.canvas.grab().toImage().pixelColor(at(rooms, (160.0, 85.0)))
    assert seen.getRgb() == (255, 255, 255, 255)
    session = rooms.parts.session
    layers = DocumentLayers.of(session.document, session.snapshot().pixels)
    (group,) = [node for node in layers.grouped(is_by_color=True) if hasattr(node, "children")]
    for node in group.children[0].children:
        rows = node.rgba_u8[60 - node.top : 61 - node.top]
        assert (
            node.left > 140 or node.left + rows.shape[1] <= 140 or not rows[0, 140 - node.left, 3]
        )
    dialogs.saved = tmp_path / "rooms.png"
    rooms.commands["export_png"].trigger()
    settle(rooms, qtbot)
    written = np.asarray(Image.open(tmp_path / "rooms.png").convert("RGBA"))
    assert written[60, 140].tolist() == [255, 255, 255, 255]  # the drawing's own paper
    assert written[60, 60, :3].tolist() == list(RED)
    dialogs.saved = tmp_path / "rooms.tintline"
    rooms.commands["save"].trigger()
    settle(rooms, qtbot)
    assert read_project(dialogs.saved).document.hints == session.document.hints
    rooms.commands["undo"].trigger()
    qtbot.waitUntil(lambda: flats(rooms)[60, 140, 3] == 255)


def test_marks_tell_filled_kept_and_bare_regions_apart(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    looks = []
    for command in ("tool_fill", "keep", "leave_bare"):
        rooms.commands[command].trigger()
        click(rooms, LEFT)
        settle(rooms, qtbot)
        QTest.mouseMove(rooms.canvas, at(rooms, (5.0, 5.0)))
        rooms.commands["tool_pan"].trigger()
        middle = at(rooms, LEFT)
        looks.append(rooms.canvas.grab().toImage().copy(middle.x() - 8, middle.y() - 14, 16, 24))
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_second_click_takes_the_piece_alone_and_what_was_there_comes_back(dumbbell, qtbot):
    dumbbell.commands["tool_fill"].trigger()
    click(dumbbell, LEFT)
    wait_for(dumbbell, qtbot, RED)
    assert shows(dumbbell, RED)
    assert shows(dumbbell, RED, columns=slice(112, 174))
    dumbbell.canvas.set_brush(BrushSettings(BLUE, 4.0))
    click(dumbbell, RIGHT)
    wait_for(dumbbell, qtbot, BLUE)
    assert shows(dumbbell, BLUE)
    (whole,) = dumbbell.parts.session.document.hints
    QTest.mouseMove(dumbbell.canvas, at(dumbbell, (142.0, 62.0)))
    tinted = dumbbell.canvas.overlay.reach.area  # what the second click would take
    assert 0 < tinted.spans.count < 0.7 * whole.spans.count
    click(dumbbell, RIGHT)
    wait_for(dumbbell, qtbot, RED)
    assert shows(dumbbell, BLUE, columns=slice(112, 174))
    assert shows(dumbbell, RED)
    dumbbell.commands["undo"].trigger()
    qtbot.waitUntil(lambda: shows(dumbbell, BLUE))
    settle(dumbbell, qtbot)


def test_second_tap_with_shift_keeps_to_the_piece(dumbbell, qtbot):
    dumbbell.regions.want()
    settle(dumbbell, qtbot)
    dumbbell.commands["tool_point"].trigger()
    click(dumbbell, LEFT, SHIFT)
    wait_for(dumbbell, qtbot, RED)
    assert shows(dumbbell, RED, columns=slice(112, 174))
    click(dumbbell, (62.0, 62.0), SHIFT)
    settle(dumbbell, qtbot)
    assert shows(dumbbell, RED)
    assert not (flats(dumbbell)[26:94, 112:174, :3] == RED).all(axis=2).any()


def test_shift_recolors_a_region_that_was_filled(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    rooms.canvas.set_brush(BrushSettings(GREEN, 4.0))
    rooms.commands["tool_point"].trigger()
    click(rooms, LEFT, SHIFT)
    wait_for(rooms, qtbot, GREEN)
    assert shows(rooms, GREEN)


def test_leftovers_alone_are_filled_by_a_drag_and_by_a_loop(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    bar = rooms.central.fill_bar
    QTest.mouseClick(bar.only_left, Qt.MouseButton.LeftButton)
    assert rooms.canvas.brush.only_left
    rooms.canvas.set_brush(BrushSettings(BLUE, 4.0, only_left=True))
    QTest.mouseMove(rooms.canvas, at(rooms, LEFT))
    assert rooms.canvas.overlay.reach.area is None
    drag(rooms, LEFT, (80.0, 60.0), (120.0, 60.0), RIGHT)
    wait_for(rooms, qtbot, BLUE)
    assert shows(rooms, RED)
    assert shows(rooms, BLUE, columns=slice(110, 174))
    rooms.commands["undo"].trigger()
    settle(rooms, qtbot)
    rooms.commands["tool_lasso"].trigger()
    drag(rooms, (5.0, 5.0), (195.0, 5.0), (195.0, 115.0), (5.0, 115.0), (5.0, 9.0))
    wait_for(rooms, qtbot, BLUE)
    assert shows(rooms, RED)
    assert shows(rooms, BLUE, columns=slice(110, 174))


def test_keys_go_from_one_region_without_a_color_to_the_next(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    click(rooms, (5.0, 5.0))  # the paper
    wait_for(rooms, qtbot, RED)
    QTest.keyClick(rooms, Qt.Key.Key_N)
    found = rooms.canvas.overlay.found
    first = found.area
    assert (20 <= first.x <= 24, first.y > 17) == (True, True)
    assert rooms.status_line.task_text == "Region 1 of 2 without a colour"
    left, top = at(rooms, (20.0, 20.0)).toTuple()
    assert left > 0
    assert top > 0
    QTest.keyClick(rooms, Qt.Key.Key_N)
    assert found.area.x > 100
    QTest.keyClick(rooms, Qt.Key.Key_N, SHIFT)
    assert found.area == first
    rooms.canvas.set_brush(BrushSettings(BLUE, 4.0))
    QTest.keyClick(rooms, Qt.Key.Key_F, SHIFT)
    qtbot.waitUntil(lambda: shows(rooms, BLUE))
    QTest.keyClick(rooms, Qt.Key.Key_N)
    QTest.keyClick(rooms, Qt.Key.Key_F, SHIFT)
    settle(rooms, qtbot)
    QTest.keyClick(rooms, Qt.Key.Key_N)
    assert rooms.status_line.task_text == "Every region has a colour"
    assert found.area is None


def test_leftover_is_kept_by_its_key_once_the_full_picture_is_there(rooms, qtbot, monkeypatch):
    rooms.commands["keep"].trigger()
    settle(rooms, qtbot)
    QTest.keyClick(rooms, Qt.Key.Key_N)
    session = rooms.parts.session
    with monkeypatch.context() as coarse:
        coarse.setattr(type(session), "is_coarse", True)
        QTest.keyClick(rooms, Qt.Key.Key_F, SHIFT)
        assert not len(session.document.hints)
    session.pixels_changed.emit("flats", NOWHERE)
    assert [hint.keep for hint in session.document.hints] == [Keep.AS_IT_IS]
    settle(rooms, qtbot)


def test_bar_of_the_fill_tools_says_with_what(rooms):
    bar = rooms.central.fill_bar
    assert not bar.isVisible()
    rooms.commands["tool_lasso"].trigger()
    assert bar.isVisible()
    rooms.commands["leaks"].trigger()
    assert not bar.geometry().intersects(rooms.central.gap_bar.geometry())
    QTest.mouseClick(bar.buttons[Keep.UNCOLORED], Qt.MouseButton.LeftButton)
    assert rooms.canvas.brush.keep is Keep.UNCOLORED
    rooms.commands["tool_fill"].trigger()
    assert rooms.canvas.brush.keep is None
    assert bar.buttons[None].isChecked()
    rooms.commands["tool_brush"].trigger()
    assert not bar.isVisible()


def test_hint_files_tell_what_is_kept():
    hints = hints_from_json(
        {
            "version": 1,
            "hints": [
                {"kind": "point", "x": 3, "y": 4, "keep": "uncoloured"},
                {"kind": "point", "x": 3, "y": 4, "color": "#c82828", "keep": "as it is"},
            ],
        },
        "a.json",
    )
    assert [hint.keep for hint in hints] == [Keep.UNCOLORED, Keep.AS_IT_IS]
    assert all(hint.is_local for hint in hints)
    assert hints_from_json(json.loads(json.dumps(hints_to_json(hints))), "a.json") == hints
    for entry, place in (
        ({"kind": "point", "x": 3, "y": 4, "keep": "as it is"}, "color"),
        ({"kind": "point", "x": 3, "y": 4, "color": "#c82828", "keep": "me"}, "keep"),
    ):
        with pytest.raises(HintFileError, match=place):
            hints_from_json({"version": 1, "hints": [entry]}, "a.json")
    with pytest.raises(ValueError, match="alone"):
        PointHint(3, 4, RED, keep=Keep.AS_IT_IS)
