"""The fill tool gives the region under the pen exactly its colour, and touches nothing else."""

from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings, ToolName
from app.document.project_file import new_project, read_project
from app.inference.painter import painter_loader
from models.device import CPU
from models.hints.hints import AreaHint
from models.runtime.catalog import Catalog
from tests.helpers.idle import settle

RED, BLUE, GREEN = (200, 40, 40), (40, 60, 200), (40, 160, 60)
LEFT, RIGHT = (60.0, 60.0), (140.0, 60.0)


def two_rooms():
    """RGBA (120, 200): two closed boxes side by side, apart from each other."""
    rgba_u8 = np.full((120, 200, 4), 255, dtype=np.uint8)
    for left in (20, 104):
        rgba_u8[20:100, left : left + 76, :3] = 0
        rgba_u8[23:97, left + 3 : left + 73, :3] = 255
    return rgba_u8


@pytest.fixture
def rooms(make_window, qtbot):
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(two_rooms(), "rooms"))
    window.canvas.set_brush(BrushSettings(RED, 4.0))
    settle(window, qtbot)
    return window


def at(window, image_point):
    return QPointF(*window.canvas.viewport.to_view(*image_point)).toPoint()


def click(window, image_point, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseMove(window.canvas, at(window, image_point))
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, modifier, at(window, image_point))


def flats(window):
    return window.parts.session.pixels.get("flats")[..., :3]


def wait_for(window, qtbot, color):
    """Until the flats show a colour."""
    qtbot.waitUntil(lambda: (flats(window) == color).all(axis=2).any())
    settle(window, qtbot)


def test_click_fills_the_region_to_the_line_and_nothing_else(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    wait_for(rooms, qtbot, RED)
    filled = (flats(rooms) == RED).all(axis=2)
    assert filled[24:96, 24:92].all()
    assert not filled[:, 102:].any()
    (hint,) = rooms.parts.session.document.hints
    assert isinstance(hint, AreaHint)
    assert hint.is_local
    rooms.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not (flats(rooms) == RED).all(axis=2).any())


def test_region_filled_again_has_the_new_colour_alone(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    qtbot.waitUntil(lambda: len(rooms.parts.session.document.hints) == 1)
    rooms.canvas.set_brush(BrushSettings(BLUE, 4.0))
    click(rooms, (70.0, 80.0))
    wait_for(rooms, qtbot, BLUE)
    assert [hint.color for hint in rooms.parts.session.document.hints] == [BLUE]
    assert (flats(rooms)[24:96, 24:92] == BLUE).all()


def test_drag_over_regions_fills_each_in_one_step(rooms, qtbot):
    rooms.canvas.set_tool(ToolName.FILL)
    rooms.regions.want()
    settle(rooms, qtbot)
    steps = rooms.parts.session.history.position
    QTest.mousePress(rooms.canvas, Qt.MouseButton.LeftButton, pos=at(rooms, LEFT))
    for x in (80.0, 110.0, 140.0):
        QTest.mouseMove(rooms.canvas, at(rooms, (x, 60.0)))
    QTest.mouseRelease(rooms.canvas, Qt.MouseButton.LeftButton, pos=at(rooms, RIGHT))
    wait_for(rooms, qtbot, RED)
    assert (flats(rooms)[24:96, 24:92] == RED).all()
    assert (flats(rooms)[24:96, 108:176] == RED).all()
    assert rooms.parts.session.history.position == steps + 1
    assert rooms.parts.session.history.undo_title == "Fill 2 regions"


def test_what_would_be_filled_is_tinted_under_the_pen(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    settle(rooms, qtbot)
    before = rooms.canvas.grab().toImage()
    QTest.mouseMove(rooms.canvas, at(rooms, RIGHT))
    qtbot.waitUntil(lambda: rooms.canvas.overlay.reach.area is not None)
    after = rooms.canvas.grab().toImage()
    place = at(rooms, (160.0, 85.0))
    assert after.pixelColor(place).green() < before.pixelColor(place).green() - 40
    rooms.commands["tool_brush"].trigger()
    assert rooms.canvas.overlay.reach.area is None


def test_shift_keeps_a_point_to_its_own_region(rooms, qtbot):
    rooms.commands["tool_point"].trigger()
    click(rooms, RIGHT, Qt.KeyboardModifier.ShiftModifier)
    wait_for(rooms, qtbot, RED)
    (hint,) = rooms.parts.session.document.hints
    assert hint.is_local
    assert (flats(rooms)[24:96, 108:176] == RED).all()
    assert not (flats(rooms)[:, :100] == RED).all(axis=2).any()


def test_fills_are_saved_erased_and_not_dragged(rooms, qtbot, tmp_path, dialogs):
    rooms.commands["tool_fill"].trigger()
    click(rooms, LEFT)
    qtbot.waitUntil(lambda: len(rooms.parts.session.document.hints) == 1)
    settle(rooms, qtbot)
    dialogs.saved = tmp_path / "rooms.tintline"
    rooms.commands["save"].trigger()
    settle(rooms, qtbot)
    hints = rooms.parts.session.document.hints
    assert read_project(dialogs.saved).document.hints == hints
    assert rooms.canvas.hint_at(LEFT) is None
    rooms.commands["tool_eraser"].trigger()
    click(rooms, LEFT)
    settle(rooms, qtbot)
    assert len(rooms.parts.session.document.hints) == 0


def test_shift_replaces_a_color_everywhere(rooms, qtbot):
    rooms.commands["tool_fill"].trigger()
    for place in (LEFT, RIGHT):
        click(rooms, place)
    qtbot.waitUntil(lambda: len(rooms.parts.session.document.hints) == 2)
    wait_for(rooms, qtbot, RED)
    rooms.palette_panel.add_color()
    rooms.canvas.set_brush(BrushSettings(GREEN, 4.0))
    click(rooms, LEFT, Qt.KeyboardModifier.ShiftModifier)
    wait_for(rooms, qtbot, GREEN)
    assert not (flats(rooms) == RED).all(axis=2).any()
    assert (flats(rooms)[24:96, 108:176] == GREEN).all()
    assert rooms.parts.session.document.palette.colors == (GREEN,)
    rooms.commands["undo"].trigger()
    wait_for(rooms, qtbot, RED)
    assert rooms.parts.session.document.palette.colors == (RED,)


def test_swatch_replaced_takes_what_no_hint_colored_along(rooms, qtbot):
    paper = tuple(flats(rooms)[10, 10].tolist())
    rooms.canvas.set_brush(BrushSettings(paper, 4.0))
    rooms.palette_panel.add_color()
    rooms.canvas.set_brush(BrushSettings(BLUE, 4.0))
    rooms.palette_panel.list.setCurrentRow(0)
    menu = rooms.palette_panel.make_menu(rooms.palette_panel.list.item(0))
    next(each for each in menu.actions() if "#283cc8" in each.text()).trigger()
    wait_for(rooms, qtbot, BLUE)
    assert not (flats(rooms) == paper).all(axis=2).any()
    assert rooms.parts.session.document.shown_palette.colors == (BLUE,)


def test_each_region_is_shown_in_a_color_of_its_own(rooms, qtbot):
    rooms.regions.want()
    settle(rooms, qtbot)
    before = rooms.canvas.grab().toImage()
    rooms.commands["regions"].trigger()
    qtbot.waitUntil(lambda: rooms.canvas.overlay.regions is not None)
    shown = rooms.canvas.grab().toImage()
    left, right = (shown.pixelColor(at(rooms, place)).getRgb() for place in (LEFT, RIGHT))
    assert left != right
    assert before.pixelColor(at(rooms, LEFT)).getRgb() not in (left, right)
    rooms.commands["regions"].trigger()
    assert rooms.canvas.grab().toImage() == before


def test_loop_fills_the_regions_that_it_holds(rooms, qtbot):
    rooms.commands["tool_lasso"].trigger()
    settle(rooms, qtbot)
    loop = [(10.0, 10.0), (99.0, 10.0), (99.0, 112.0), (10.0, 112.0), (10.0, 14.0)]
    steps = rooms.parts.session.history.position
    QTest.mousePress(rooms.canvas, Qt.MouseButton.LeftButton, pos=at(rooms, loop[0]))
    for point in loop[1:]:
        QTest.mouseMove(rooms.canvas, at(rooms, point))
    QTest.mouseRelease(rooms.canvas, Qt.MouseButton.LeftButton, pos=at(rooms, loop[-1]))
    wait_for(rooms, qtbot, RED)
    assert (flats(rooms)[24:96, 24:92] == RED).all()
    assert not (flats(rooms)[:, 102:] == RED).all(axis=2).any()
    assert not (flats(rooms)[:15] == RED).all(axis=2).any()
    assert rooms.parts.session.history.position == steps + 1


def test_fill_that_still_waits_is_of_its_own_drawing_alone(rooms, qtbot):
    known = Event()
    rooms.parts.background.run("", known.wait, done=print, failed=print)
    rooms.canvas.set_tool(ToolName.FILL)
    click(rooms, LEFT)  # before anybody knows the regions
    rooms.canvas.set_tool(ToolName.BRUSH)
    other = np.ascontiguousarray(two_rooms()[::-1])
    other[40:60, 60:64, :3] = 0
    rooms.parts.session.open(new_project(other, "other"))
    known.set()
    rooms.canvas.set_tool(ToolName.FILL)
    settle(rooms, qtbot)
    assert rooms.regions.regions is not None
    assert not rooms.parts.session.document.hints


def test_fill_that_still_waits_has_the_colour_of_its_press(rooms, qtbot):
    known = Event()
    rooms.parts.background.run("", known.wait, done=print, failed=print)
    rooms.canvas.set_tool(ToolName.FILL)
    click(rooms, LEFT)
    rooms.canvas.set_brush(BrushSettings(BLUE, 4.0))
    click(rooms, RIGHT)
    known.set()
    settle(rooms, qtbot)
    assert [hint.color for hint in rooms.parts.session.document.hints] == [RED, BLUE]
