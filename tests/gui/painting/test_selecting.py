"""Selections by region, colour and lasso bound brush, fill and delete, and are kept."""

from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings
from app.document.project_file import new_project, read_project
from app.document.selecting.selection import Joining
from app.window.regions import finder
from models.geometry import Rect
from tests.gui.painting.conftest import two_rooms
from tests.helpers.idle import settle

RED, BLUE = (200, 40, 40), (40, 60, 200)
LEFT, RIGHT = (60, 60), (140, 60)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def selecting(studio, qtbot):
    """The same with the select tool and known regions."""
    studio.commands["tool_select"].trigger()
    settle(studio, qtbot)
    return studio


def selected(window):
    """bool (H, W)."""
    document = window.parts.session.document
    whole = Rect.of(document.size)
    found = document.selection
    return np.zeros(whole.shape, dtype=bool) if found is None else found.within(whole)


def painted(window):
    document = window.parts.session.document
    return document.painting("paint-1").pixels(Rect.of(document.size))


def click(window, at, modifier=Qt.KeyboardModifier.NoModifier):
    spot = QPointF(*window.canvas.viewport.to_view(*at)).toPoint()
    QTest.mouseMove(window.canvas, spot)
    if modifier:
        QTest.keyPress(window.canvas, Qt.Key.Key_Shift, modifier)
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, modifier, spot)
    if modifier:
        QTest.keyRelease(window.canvas, Qt.Key.Key_Shift)


def test_a_press_selects_a_region_and_shift_adds_and_takes_away(selecting):
    click(selecting, LEFT)
    assert selected(selecting)[60, 60]
    assert not selected(selecting)[60, 140]
    click(selecting, RIGHT, SHIFT)
    assert selected(selecting)[60, 60]
    assert selected(selecting)[60, 140]
    click(selecting, LEFT, SHIFT)
    assert not selected(selecting)[60, 60]
    assert selected(selecting)[60, 140]
    selecting.commands["undo"].trigger()
    assert selected(selecting)[60, 60]


def test_a_loop_selects_what_it_holds_by_pen(selecting, pen):
    pen.stroke((40, 40), (80, 40), (80, 80), (40, 80), (40, 40))
    mask = selected(selecting)
    assert mask[42:78, 42:78].all()
    assert not mask[:38].any()
    selecting.painting.selecting.set_joining(Joining.SUBTRACT)
    pen.stroke((60, 30), (90, 30), (90, 90), (60, 90), (60, 30))
    assert selected(selecting)[60, 50]
    assert not selected(selecting)[60, 70]


def test_a_press_by_color_takes_all_that_is_painted_so(selecting, pen, qtbot):
    selecting.commands["tool_brush"].trigger()
    pen.stroke((40, 40), (80, 40))
    pen.stroke((40, 80), (80, 80))
    selecting.commands["tool_select"].trigger()
    selecting.painting.selecting.set_by_color(True)
    click(selecting, (60, 40))
    assert (selected(selecting) == (painted(selecting)[..., 3] > 0)).all()


def test_all_nothing_and_the_rest_by_keyboard(selecting):
    canvas, control = selecting.canvas, Qt.KeyboardModifier.ControlModifier
    selecting.activateWindow()
    QTest.keyClick(canvas, Qt.Key.Key_A, control)
    assert selected(selecting).all()
    QTest.keyClick(canvas, Qt.Key.Key_A, control | SHIFT)
    assert selecting.parts.session.document.selection is None
    click(selecting, LEFT)
    before = selected(selecting)
    QTest.keyClick(canvas, Qt.Key.Key_I, control | SHIFT)
    assert (selected(selecting) == ~before).all()


def test_the_selection_bounds_brush_eraser_fill_and_delete(selecting, pen):
    click(selecting, LEFT)
    inside = selected(selecting)
    selecting.commands["tool_brush"].trigger()
    selecting.canvas.set_brush(BrushSettings(RED, 30.0))
    pen.stroke((60, 60), (150, 60))
    shown = painted(selecting)[..., 3] > 0
    assert shown.any()
    assert not (shown & ~inside).any()
    selecting.commands["select_rest"].trigger()
    selecting.commands["tool_eraser"].trigger()
    pen.stroke((60, 60), (150, 60))
    assert ((painted(selecting)[..., 3] > 0) == shown).all()
    selecting.commands["tool_fill"].trigger()
    click(selecting, LEFT)
    assert ((painted(selecting)[..., 3] > 0) == shown).all()
    selecting.commands["delete_paint"].trigger()
    assert painted(selecting).any()
    selecting.commands["select_none"].trigger()
    QTest.keyClick(selecting.canvas, Qt.Key.Key_Delete)
    assert not painted(selecting).any()
    selecting.commands["undo"].trigger()
    assert painted(selecting).any()


def test_delete_in_the_list_of_layers_deletes_the_layer(selecting):
    panel = selecting.layers_panel
    selecting.activateWindow()
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert not selecting.parts.session.document.paintings
    assert "paint-1" not in [layer.id for layer in selecting.parts.session.document.layers]


def test_delete_in_the_palette_takes_the_swatch_and_no_paint(selecting, pen):
    selecting.commands["tool_brush"].trigger()
    pen.stroke((40, 60), (80, 60))
    selecting.commands["palette_add"].trigger()
    swatches = selecting.palette_panel.list
    selecting._docks.docks["palette"].raise_()
    swatches.setCurrentRow(0)
    swatches.setFocus()
    QTest.keyClick(swatches, Qt.Key.Key_Delete)
    assert not selecting.parts.session.document.palette.colors
    assert painted(selecting).any()


def test_the_selection_is_outlined_and_saved(selecting, qtbot, dialogs, tmp_path):
    canvas = selecting.canvas
    canvas.zoom_to(1.0)
    before = canvas.grab().toImage()
    click(selecting, LEFT)
    assert canvas.grab().toImage() != before
    dialogs.saved = tmp_path / "rooms.tintline"
    selecting.commands["save"].trigger()
    settle(selecting, qtbot)
    selection = selecting.parts.session.document.selection
    assert read_project(dialogs.saved).document.selection == selection


def test_the_bar_says_how_it_selects(selecting):
    bar = selecting.painting.select_bar
    assert bar.isVisible()
    assert not bar.rest.isEnabled()
    bar.all.click()
    assert selected(selecting).all()
    bar.none.click()
    assert selecting.parts.session.document.selection is None
    bar.kinds[True].click()
    assert selecting.painting.selecting.by_color
    bar.joinings[Joining.ADD].click()
    assert selecting.painting.selecting.joining is Joining.ADD
    selecting.commands["tool_brush"].trigger()
    assert not bar.isVisible()


@pytest.fixture
def gate(monkeypatch):
    """Regions are found once it is set."""
    gate, find = Event(), finder.find_drawing_regions

    def held(*given):
        gate.wait(60)
        return find(*given)

    monkeypatch.setattr(finder, "find_drawing_regions", held)
    return gate


@pytest.fixture
def hasty(studio, gate):
    """With the select tool, while regions are being found."""
    studio.commands["tool_select"].trigger()
    yield studio
    gate.set()


def find_regions(window, gate, qtbot):
    """Let those be found that somebody waits for."""
    assert window.filler.places.finder.is_waiting
    gate.set()
    settle(window, qtbot)


def test_nothing_is_painted_beside_a_selection_that_is_still_to_come(hasty, gate, pen, qtbot):
    click(hasty, LEFT)
    hasty.commands["tool_brush"].trigger()
    pen.stroke((60, 60), (150, 60))
    assert not painted(hasty).any()
    assert "moment" in hasty.central.banner.text
    find_regions(hasty, gate, qtbot)
    pen.stroke((60, 60), (150, 60))
    assert painted(hasty).any()
    assert not painted(hasty)[~selected(hasty)].any()


def test_presses_that_wait_select_in_their_order_as_they_were_made(hasty, gate, qtbot):
    click(hasty, LEFT)
    click(hasty, RIGHT, SHIFT)
    hasty.painting.selecting.set_joining(Joining.SUBTRACT)
    find_regions(hasty, gate, qtbot)
    assert selected(hasty)[60, 60]
    assert selected(hasty)[60, 140]
    hasty.commands["undo"].trigger()
    assert not selected(hasty)[60, 140]


def test_what_is_asked_behind_a_press_that_waits_comes_behind_it(hasty, gate, pen, qtbot):
    hasty.commands["tool_brush"].trigger()
    pen.stroke((40, 60), (160, 60))
    before = painted(hasty)[..., 3] > 0
    hasty.commands["select_all"].trigger()
    hasty.commands["tool_select"].trigger()
    click(hasty, LEFT)
    hasty.commands["select_rest"].trigger()
    hasty.commands["delete_paint"].trigger()
    hasty.commands["select_all"].trigger()
    hasty.commands["tool_fill"].trigger()
    click(hasty, RIGHT)
    find_regions(hasty, gate, qtbot)
    now = painted(hasty)[..., 3] > 0
    assert before[60, 60]
    assert now[60, 60]
    assert not now[60, 99]
    assert now[90, 140]


def test_a_cut_behind_a_press_that_waits_takes_what_is_selected(hasty, gate, pen, qtbot):
    hasty.commands["tool_brush"].trigger()
    pen.stroke((40, 60), (160, 60))
    hasty.commands["tool_select"].trigger()
    click(hasty, LEFT)
    hasty.commands["cut"].trigger()
    find_regions(hasty, gate, qtbot)
    assert not painted(hasty)[60, 60, 3]
    assert painted(hasty)[60, 140, 3]


def test_a_failed_search_for_regions_holds_no_stroke_back(hasty, gate, pen, qtbot, monkeypatch):
    def fail(*_):
        raise MemoryError("no memory is left")

    gate.set()
    settle(hasty, qtbot)
    monkeypatch.setattr(finder, "find_drawing_regions", fail)
    hasty.parts.session.open(new_project(two_rooms()[:110], "lower"))
    hasty.layers_panel.select("line")
    hasty.commands["layer_add"].trigger()
    hasty.commands["tool_select"].trigger()
    click(hasty, LEFT)
    settle(hasty, qtbot)
    hasty.commands["tool_brush"].trigger()
    pen.stroke((60, 60), (150, 60))
    document = hasty.parts.session.document
    assert document.paintings
    monkeypatch.undo()
    hasty.commands["tool_select"].trigger()
    click(hasty, LEFT)
    settle(hasty, qtbot)
    assert selected(hasty)[60, 60]
