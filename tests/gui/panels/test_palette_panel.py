"""Swatches: added, read from files, dragged to the drawing, and colouring held to them."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.tools import BrushSettings
from app.document.edits import AddHint
from app.document.palette import read_palette
from models.hints.hint_files import write_hints
from models.hints.hints import PointHint
from tests.helpers.idle import is_idle, settle

BLUE, RED, GREEN = (40, 60, 200), (200, 40, 40), (30, 160, 60)


@pytest.fixture
def calm(drawn, qtbot):
    settle(drawn, qtbot)
    return drawn


def colors(window):
    return window.parts.session.document.palette.colors


def drop(widget, content, at, modifier=Qt.KeyboardModifier.NoModifier):
    rest = content, Qt.MouseButton.LeftButton, modifier
    place = QPointF(*at)
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, *rest)
    QApplication.sendEvent(widget, enter)
    dropped = QDropEvent(place, Qt.DropAction.CopyAction, *rest)
    dropped.setAccepted(False)
    QApplication.sendEvent(widget, dropped)
    return dropped.isAccepted()


def test_brush_color_becomes_a_swatch_that_chooses_it_again(calm, qtbot):
    panel = calm.palette_panel
    calm.canvas.set_brush(BrushSettings(BLUE, 3.0))
    panel.add.click()
    calm.canvas.set_brush(BrushSettings(RED, 3.0))
    panel.add.click()
    assert colors(calm) == (BLUE, RED)
    panel.list.itemClicked.emit(panel.list.item(0))
    assert calm.canvas.brush.color == BLUE
    assert panel.list.item(0).isSelected()
    assert not panel.list.item(1).isSelected()


def test_keyboard_goes_along_swatches_chooses_and_removes(calm):
    panel = calm.palette_panel
    calm._docks.docks["palette"].raise_()
    for color in (BLUE, RED, GREEN):
        calm.canvas.set_brush(BrushSettings(color, 3.0))
        panel.add_color()
    panel.list.setCurrentRow(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert calm.canvas.brush.color == BLUE
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert colors(calm) == (RED, GREEN)


def test_lock_waits_for_swatches_and_goes_with_the_last(calm, painter, qtbot):
    panel = calm.palette_panel
    assert not panel.lock.isEnabled()
    assert "first" in panel.lock.toolTip()
    panel.add_color()
    panel.lock.click()
    assert calm.parts.session.document.palette.locked
    qtbot.waitUntil(lambda: is_idle(calm) and bool(painter.requests[-1].palette))
    panel.list.setCurrentRow(0)
    panel.remove_current()
    assert not calm.parts.session.document.palette.locked
    calm.parts.session.undo()
    assert panel.lock.isChecked()
    settle(calm, qtbot)


def test_colors_of_hints_are_collected_once_each(calm, qtbot):
    for x, color in ((5, RED), (15, BLUE), (25, RED)):
        calm.parts.session.apply(AddHint(PointHint(x, 5, color)))
    calm.palette_panel.collect.click()
    assert colors(calm)[:2] == (RED, BLUE)
    settle(calm, qtbot)


def test_dropped_palette_file_fills_the_palette(calm, tmp_path, qtbot):
    path = tmp_path / "girl.gpl"
    path.write_text("GIMP Palette\nName: Girl\n#\n200 40 40 Ribbon\n40 60 200 Dress\n")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    assert drop(calm, content, (200, 200))
    qtbot.waitUntil(lambda: colors(calm) == (RED, BLUE))
    assert "2 swatches" in calm.status_line.task_text


def test_damaged_palette_is_told_with_its_line_and_changes_nothing(calm, tmp_path, qtbot):
    calm.palette_panel.add_color()
    before = colors(calm)
    path = tmp_path / "bad.gpl"
    path.write_text("GIMP Palette\n200 40 red\n")
    calm.color_files.read_palette(path)
    qtbot.waitUntil(lambda: "bad.gpl, line 2" in calm.banner_text)
    assert colors(calm) == before


def test_saved_palette_reads_back(calm, dialogs, tmp_path, qtbot):
    for color in (BLUE, RED):
        calm.canvas.set_brush(BrushSettings(color, 3.0))
        calm.palette_panel.add_color()
    dialogs.saved = tmp_path / "mine"
    calm.palette_panel.save.click()
    qtbot.waitUntil(lambda: (tmp_path / "mine.gpl").is_file() and is_idle(calm))
    assert read_palette(tmp_path / "mine.gpl").colors == (BLUE, RED)


def test_saved_palette_is_of_the_kind_of_its_ending(calm, dialogs, tmp_path, qtbot):
    calm.palette_panel.add_color()
    dialogs.saved = tmp_path / "mine.ase"
    calm.palette_panel.save.click()
    qtbot.waitUntil(lambda: (tmp_path / "mine.ase").is_file() and is_idle(calm))
    assert (tmp_path / "mine.ase").read_bytes().startswith(b"ASEF")
    assert read_palette(tmp_path / "mine.ase").colors == colors(calm)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_dropped_json_is_a_palette_or_hints_as_it_says(calm, tmp_path, qtbot, encoding):
    path = tmp_path / "colours.json"
    path.write_bytes('{"colors": ["#c82828", "#283cc8"]}'.encode(encoding))
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    assert drop(calm, content, (200, 200))
    qtbot.waitUntil(lambda: colors(calm) == (RED, BLUE))
    hint = '{"version": 1, "hints": [{"kind": "point", "x": 9, "y": 9, "color": "#c82828"}]}'
    path.write_bytes(hint.encode(encoding))
    assert drop(calm, content, (200, 200))
    document = calm.parts.session
    qtbot.waitUntil(lambda: len(document.document.hints) == 1)
    assert colors(calm) == (RED, BLUE)


def test_dropped_color_becomes_a_point_where_it_was_let_go(calm, qtbot):
    content = QMimeData()
    content.setColorData(QColor(*GREEN))
    assert drop(calm.canvas, content, calm.canvas.viewport.to_view(30.5, 12.5))
    (hint,) = calm.parts.session.document.hints.hints
    assert (hint.x, hint.y, hint.color) == (pytest.approx(30.5), pytest.approx(12.5), GREEN)
    assert not drop(calm.canvas, content, calm.canvas.viewport.to_view(-5, 12))
    assert len(calm.parts.session.document.hints) == 1
    settle(calm, qtbot)


def test_color_dropped_with_shift_is_for_its_region_alone(calm, qtbot):
    content = QMimeData()
    content.setColorData(QColor(*GREEN))
    place = calm.canvas.viewport.to_view(30.5, 12.5)
    assert drop(calm.canvas, content, place)
    assert drop(calm.canvas, content, place, Qt.KeyboardModifier.ShiftModifier)
    assert [hint.is_local for hint in calm.parts.session.document.hints] == [False, True]
    settle(calm, qtbot)


def test_dropped_hint_file_replaces_the_hints_and_can_be_undone(calm, tmp_path, qtbot):
    path = tmp_path / "cat.hints.json"
    calm.parts.session.apply(AddHint(PointHint(9, 9, RED)))
    before = calm.parts.session.document.hints
    write_hints(before.add(PointHint(3, 3, BLUE)), path)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    assert drop(calm, content, (200, 200))
    qtbot.waitUntil(lambda: len(calm.parts.session.document.hints) == 2)
    calm.parts.session.undo()
    assert calm.parts.session.document.hints == before
    settle(calm, qtbot)


def test_palette_without_a_drawing_says_what_to_do(window, tmp_path, qtbot):
    path = tmp_path / "girl.gpl"
    path.write_text("GIMP Palette\n200 40 40\n")
    window.color_files.read(path)
    assert "open a line drawing first" in window.banner_text
