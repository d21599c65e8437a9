"""Regions are joined by a stroke, gaps left open by a tap, and small regions join the next."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings
from app.document.project_file import read_project
from models.regions.wishes import Join, JoinError, RegionWishes, joins_from_json, joins_to_json
from tests.helpers.idle import settle
from tests.helpers.windows.rooms import at, boxes, click, drag, flats, open_drawing, wait_for

RED, BLUE = (200, 40, 40), (40, 60, 200)
LEFT, RIGHT = (60.0, 60.0), (140.0, 60.0)
TWO = ((20, 20, 96, 100), (104, 20, 180, 100))


@pytest.fixture
def rooms(make_window, qtbot):
    window = open_drawing(make_window, qtbot, boxes(*TWO))
    window.canvas.set_brush(BrushSettings(RED, 4.0))
    return window


def is_red(window, left, right):
    return (flats(window)[26:94, left:right, :3] == RED).all()


def test_stroke_makes_regions_one_and_its_erasing_parts_them(rooms, qtbot, tmp_path, dialogs):
    QTest.keyClick(rooms, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: rooms.canvas.overlay.regions is not None)
    apart = rooms.canvas.grab().toImage()
    assert apart.pixelColor(at(rooms, LEFT)) != apart.pixelColor(at(rooms, RIGHT))
    drag(rooms, LEFT, (92.0, 60.0), (98.0, 62.0), (102.0, 61.0), RIGHT)
    settle(rooms, qtbot)
    joined = rooms.canvas.grab().toImage()
    assert joined.pixelColor(at(rooms, (60.0, 80.0))) == joined.pixelColor(at(rooms, (140.0, 80.0)))
    session = rooms.parts.session
    assert session.history.undo_title == "Join regions"
    dialogs.saved = tmp_path / "rooms.tintline"
    rooms.commands["save"].trigger()
    settle(rooms, qtbot)
    assert read_project(dialogs.saved).document.joins == session.document.joins
    rooms.commands["tool_fill"].trigger()
    assert rooms.canvas.overlay.regions is None
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    assert is_red(rooms, 26, 90)
    assert is_red(rooms, 110, 174)
    rooms.commands["undo"].trigger()
    rooms.commands["tool_join"].trigger()
    rooms.commands["tool_eraser"].trigger()
    drag(rooms, (80.0, 50.0), (80.0, 70.0))
    assert session.document.joins == ()
    assert session.history.undo_title == "Clear 1 join"
    rooms.commands["tool_fill"].trigger()
    settle(rooms, qtbot)
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    assert is_red(rooms, 26, 90)
    assert not (flats(rooms)[26:94, 110:174, :3] == RED).all(axis=2).any()


def test_tap_on_a_ring_leaves_a_closed_gap_open_and_another_closes_it(make_window, qtbot):
    rgba_u8 = boxes((20, 20, 180, 100))
    rgba_u8[60:62, 176:181, :3] = 255
    window = open_drawing(make_window, qtbot, rgba_u8)
    window.commands["leaks"].trigger()
    qtbot.waitUntil(lambda: len(window.canvas.overlay.leaks) > 0)
    (leak,) = window.canvas.overlay.leaks
    assert leak.closed
    window.commands["tool_join"].trigger()
    settle(window, qtbot)
    click(window, (leak.x, leak.y))
    qtbot.waitUntil(lambda: [each.closed for each in window.canvas.overlay.leaks] == [False])
    assert window.parts.session.history.undo_title == "Leave gap open"
    assert window.regions.regions is None or window.regions.regions.count == 1
    window.commands["tool_barrier"].trigger()
    click(window, (leak.x, leak.y))
    qtbot.waitUntil(lambda: [each.closed for each in window.canvas.overlay.leaks] == [True])
    assert window.parts.session.document.joins == ()
    assert window.parts.session.document.barriers == ()
    settle(window, qtbot)


def test_smallest_region_is_set_beside_the_gap(make_window, qtbot, tmp_path, dialogs):
    window = open_drawing(make_window, qtbot, boxes((20, 20, 180, 100), (80, 50, 95, 65)))
    window.regions.want()
    settle(window, qtbot)
    assert window.regions.regions.count == 3
    window.commands["regions"].trigger()
    bar = window.central.gap_bar.smallest
    bar.slider.setFocus()
    bar.slider.setValue(2 * 16)
    qtbot.waitUntil(lambda: window.parts.session.document.smallest == 16.0)
    settle(window, qtbot)
    assert window.regions.regions.count == 2
    dialogs.saved = tmp_path / "rooms.tintline"
    window.commands["save"].trigger()
    settle(window, qtbot)
    assert read_project(dialogs.saved).document.smallest == 16.0
    bar.usual.click()
    assert window.parts.session.document.smallest is None
    settle(window, qtbot)


def test_join_takes_what_it_leads_through_and_numbers_by_the_first_pixel():
    labels = np.repeat(np.arange(5, dtype=np.int32), 10)[None].repeat(30, axis=0)
    across = Join(((12.0, 5.0), (38.0, 5.0), (40.5, 5.0)))  # grazes the last one
    joined = RegionWishes(joins=(across,)).joined(labels)
    assert joined[0, ::10].tolist() == [0, 1, 1, 1, 2]
    small = RegionWishes(joins=(Join(((24.0, 10.0), (76.0, 10.0))),)).joined(labels, 2.0)
    assert small[0, ::10].tolist() == [0, 1, 1, 1, 2]
    outside = RegionWishes(joins=(Join(((-40.0, 5.0), (-20.0, 5.0))),)).joined(labels)
    assert outside is labels


def test_bad_joins_name_the_place():
    path = Join(((1.0, 2.0), (3.5, 4.0)))
    assert joins_from_json(joins_to_json([path]), "a.json") == (path,)
    for content, place in (([[]], "0"), ([[["x", 1]]], "0"), ({}, "a.json")):
        with pytest.raises(JoinError, match=place):
            joins_from_json(content, "a.json")
    with pytest.raises(ValueError, match="smallest region"):
        RegionWishes(smallest=-1.0)
