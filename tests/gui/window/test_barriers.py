"""A barrier, which no picture shows, closes a gap and cuts a region in two."""

from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings
from app.document.project_file import new_project, read_project
from app.inference.painter import painter_loader
from models.device import CPU
from models.hints.hints import Keep
from models.regions.barriers import Barrier, BarrierError, barriers_from_json, barriers_to_json
from models.runtime.catalog import Catalog
from tests.helpers.idle import settle

RED, BLUE = (200, 40, 40), (40, 60, 200)
LEFT, RIGHT = (60.0, 60.0), (140.0, 60.0)


def one_room():
    """RGBA (120, 200): one closed box."""
    rgba_u8 = np.full((120, 200, 4), 255, dtype=np.uint8)
    rgba_u8[20:100, 20:180, :3] = 0
    rgba_u8[23:97, 23:177, :3] = 255
    return rgba_u8


@pytest.fixture
def room(make_window, qtbot):
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(one_room(), "room"))
    settle(window, qtbot)
    return window


def at(window, image_point):
    return QPointF(*window.canvas.viewport.to_view(*image_point)).toPoint()


def drag(window, *points):
    canvas, button = window.canvas, Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, button, pos=at(window, points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, at(window, point))
    QTest.mouseRelease(canvas, button, pos=at(window, points[-1]))


def flats(window):
    return window.parts.session.pixels.get("flats")[..., :3]


def fill(window, qtbot, point, color):
    window.canvas.set_brush(BrushSettings(color, 4.0))
    window.commands["tool_fill"].trigger()
    drag(window, point)
    qtbot.waitUntil(lambda: (flats(window) == color).all(axis=2).any())
    settle(window, qtbot)


def cut(window, qtbot):
    window.commands["tool_barrier"].trigger()
    drag(window, (100.0, 10.0), (100.0, 60.0), (100.0, 110.0))
    settle(window, qtbot)


def test_region_cut_by_a_barrier_is_filled_by_halves(room, qtbot):
    fill(room, qtbot, LEFT, RED)
    assert (flats(room)[30:90, 110:170] == RED).all()
    room.commands["undo"].trigger()
    cut(room, qtbot)
    fill(room, qtbot, LEFT, RED)
    fill(room, qtbot, RIGHT, BLUE)
    assert (flats(room)[30:90, 30:97] == RED).all()
    assert (flats(room)[30:90, 103:170] == BLUE).all()
    inside = flats(room)[30:90, 97:103].reshape(-1, 3)
    assert {tuple(color) for color in inside.tolist()} <= {RED, BLUE}


def test_press_that_still_waits_fills_the_region_that_a_barrier_left_of_it(room, qtbot):
    known = Event()
    room.parts.background.run("", known.wait, done=print, failed=print)
    room.canvas.set_brush(BrushSettings(RED, 4.0))
    room.commands["tool_fill"].trigger()
    drag(room, LEFT)  # before anybody knows the regions
    room.commands["tool_barrier"].trigger()
    drag(room, (100.0, 10.0), (100.0, 110.0))
    known.set()
    settle(room, qtbot)
    (filled,) = room.parts.session.document.hints
    assert filled.color == RED
    assert (flats(room)[30:90, 30:97] == RED).all()
    assert not (flats(room)[30:90, 103:170] == RED).all(axis=2).any()


def test_region_that_is_to_be_kept_is_the_one_that_a_barrier_left_of_it(room, qtbot, monkeypatch):
    room.commands["keep"].trigger()
    settle(room, qtbot)
    QTest.keyClick(room, Qt.Key.Key_N)
    session = room.parts.session
    with monkeypatch.context() as coarse:
        coarse.setattr(type(session), "is_coarse", True)
        QTest.keyClick(room, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
        room.commands["tool_barrier"].trigger()
        drag(room, (100.0, 10.0), (100.0, 110.0))
        assert not len(session.document.hints)
    settle(room, qtbot)
    kept = [hint for hint in session.document.hints if hint.keep is Keep.AS_IT_IS]
    assert kept
    regions = room.regions.regions
    assert regions is not None
    owners = {int(regions.labels[int(y)][int(x)]) for hint in kept for x, y in hint.points}
    assert len(owners) == 1


def test_barrier_is_seen_while_drawn_saved_and_erased(room, qtbot, tmp_path, dialogs):
    line_before = room.parts.session.pixels.get("line").copy()
    cut(room, qtbot)
    seen = room.canvas.grab().toImage()
    room.commands["tool_brush"].trigger()
    assert room.canvas.grab().toImage() != seen
    assert np.array_equal(room.parts.session.pixels.get("line"), line_before)
    dialogs.saved = tmp_path / "room.tintline"
    room.commands["save"].trigger()
    settle(room, qtbot)
    barriers = room.parts.session.document.barriers
    assert len(barriers) == 1
    assert read_project(dialogs.saved).document.barriers == barriers
    room.commands["tool_barrier"].trigger()
    room.commands["tool_eraser"].trigger()
    drag(room, (98.0, 50.0), (102.0, 50.0))
    assert room.parts.session.document.barriers == ()
    room.commands["undo"].trigger()
    assert room.parts.session.document.barriers == barriers


def test_bad_barriers_name_the_place():
    path = Barrier(((1.0, 2.0), (3.5, 4.0)))
    assert barriers_from_json(barriers_to_json([path]), "a.json") == (path,)
    for content, place in (([[]], "0"), ([[["x", 1]]], "0"), ({}, "a.json"), ([[[1e9, 0]]], "0")):
        with pytest.raises(BarrierError, match=place):
            barriers_from_json(content, "a.json")


def test_tap_on_a_ringed_gap_closes_it(make_window, qtbot):
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    rgba_u8 = one_room()
    rgba_u8[57:62, 176:181, :3] = 255  # wider than what is closed by itself
    window.parts.session.open(new_project(rgba_u8, "room"))
    window.commands["leaks"].trigger()
    window.commands["tool_barrier"].trigger()
    qtbot.waitUntil(lambda: len(window.canvas.overlay.leaks) > 0)
    (leak,) = [leak for leak in window.canvas.overlay.leaks if not leak.closed]
    drag(window, (leak.x, leak.y))
    (barrier,) = window.parts.session.document.barriers
    assert len(barrier.points) == 2
    settle(window, qtbot)
    assert not any(not each.closed for each in window.canvas.overlay.leaks)
    fill(window, qtbot, LEFT, RED)
    assert (flats(window)[30:90, 30:170] == RED).all()
    assert not (flats(window)[:, 190:] == RED).all(axis=2).any()


def test_slider_says_which_gaps_are_closed(make_window, qtbot, tmp_path, dialogs):
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    rgba_u8 = one_room()
    rgba_u8[57:62, 176:181, :3] = 255
    window.parts.session.open(new_project(rgba_u8, "room"))
    assert not window.central.gap_bar.isVisible()
    window.commands["leaks"].trigger()
    assert window.central.gap_bar.isVisible()
    bar = window.central.gap_bar.gap
    qtbot.waitUntil(lambda: any(not leak.closed for leak in window.canvas.overlay.leaks))
    bar.slider.setFocus()
    for _ in range(8):
        QTest.keyClick(bar.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.parts.session.document.gap == 6.0)
    qtbot.waitUntil(lambda: any(leak.closed for leak in window.canvas.overlay.leaks))
    assert all(leak.closed for leak in window.canvas.overlay.leaks)
    fill(window, qtbot, LEFT, RED)
    assert not (flats(window)[:, 190:] == RED).all(axis=2).any()
    dialogs.saved = tmp_path / "room.tintline"
    window.commands["save"].trigger()
    settle(window, qtbot)
    assert read_project(dialogs.saved).document.gap == 6.0
    bar.usual.click()
    assert window.parts.session.document.gap is None
    settle(window, qtbot)
