"""The real window: from a stroke to colour, and what must never be lost."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.canvas.tools import BrushSettings
from app.commands.theme_menu import ThemeMenu
from app.dialogs import Answer
from app.document.edits import AddHint, SetGenerator, SetTags
from app.export.document_layers import DocumentLayers
from models.hints.hints import PointHint, TagSelection
from models.requests.request import Stage
from models.runtime.catalog import CatalogEntry
from tests.helpers.fakes import fake_spec, save_project
from tests.helpers.idle import is_idle, settle

BLUE, RED = (40, 60, 200), (200, 40, 40)


def shown(window):
    rgba = window.parts.session.pixels.get("colour")
    return None if rgba is None else rgba.copy()


def drop(window, *paths):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, *rest)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, *rest))


# From a stroke to colour


def test_tablet_stroke_ends_as_a_changed_color_layer(watershed_window, pen_for, qtbot):
    window = watershed_window
    qtbot.waitUntil(lambda: shown(window) is not None)
    settle(window, qtbot)
    before = shown(window)
    window.canvas.set_brush(BrushSettings(BLUE, 2.0))
    pen_for(window.canvas).stroke((15.0, 25.0), (25.0, 30.0), (40.0, 25.0))

    def is_blue():
        return tuple(shown(window)[30, 30, :3]) == BLUE

    qtbot.waitUntil(is_blue)
    assert not np.array_equal(shown(window), before)
    settle(window, qtbot)


def test_undo_takes_stroke_and_color_back(watershed_window, pen_for, qtbot):
    window = watershed_window
    qtbot.waitUntil(lambda: shown(window) is not None)
    settle(window, qtbot)
    before = shown(window)
    window.canvas.set_brush(BrushSettings(BLUE, 2.0))
    pen_for(window.canvas).stroke((15.0, 25.0), (40.0, 25.0))
    qtbot.waitUntil(lambda: not np.array_equal(shown(window), before))
    window.commands["undo"].trigger()
    assert window.parts.session.document.hints.hints == ()
    qtbot.waitUntil(lambda: np.array_equal(shown(window), before))
    settle(window, qtbot)


def test_newer_stroke_replaces_a_waiting_request(drawn, painter, pen_for, qtbot):
    qtbot.waitUntil(lambda: is_idle(drawn) and len(painter.requests) > 0)
    first = len(painter.requests)
    painter.hold()
    pen = pen_for(drawn.canvas)
    for y, ink in ((15.0, RED), (25.0, RED), (35.0, BLUE)):
        drawn.canvas.set_brush(BrushSettings(ink, 2.0))
        pen.stroke((10.0, y), (40.0, y))
        qtbot.waitUntil(lambda: not drawn.parts.live._scheduler.is_waiting)
        qtbot.waitUntil(lambda: len(painter.requests) > first)
    painter.release()
    settle(drawn, qtbot)
    assert len(painter.requests) == first + 2  # the running one and the newest
    assert tuple(shown(drawn)[5, 5, :3]) == BLUE


def test_status_bar_tells_device_stage_and_milliseconds(drawn, qtbot):
    qtbot.waitUntil(lambda: "full size" in drawn.status_line.live_text)
    assert drawn.status_line.live_text.startswith("CPU")
    assert drawn.status_line.live_text.endswith("ms")
    settle(drawn, qtbot)


def test_coloring_that_fails_is_told_and_keeps_the_picture(drawn, painter, qtbot, expected_log):
    settle(drawn, qtbot)
    before = shown(drawn)
    expected_log.append("inference failed")
    painter.error = ValueError("alacgan needs sizes divisible by 16; got 60×40")
    drawn.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    qtbot.waitUntil(lambda: "divisible by 16" in drawn.banner_text)
    assert np.array_equal(shown(drawn), before)
    settle(drawn, qtbot)


# Closing


def test_closing_during_inference_leaves_no_thread(drawn, painter, qtbot):
    settle(drawn, qtbot)
    painter.started.clear()
    painter.hold(Stage.FINAL)
    drawn.parts.live.request_now()
    qtbot.waitUntil(painter.started.is_set)
    assert drawn.close()
    drawn.parts.live.stop()
    drawn.parts.inference.stop()
    drawn.parts.background.stop()
    assert not drawn.parts.inference.is_running
    assert not drawn.parts.background.is_running


@pytest.fixture
def dirty(drawn, qtbot):
    drawn.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    settle(drawn, qtbot)
    return drawn


def test_clean_document_closes_without_a_question(drawn, dialogs, qtbot):
    settle(drawn, qtbot)
    assert drawn.close()
    assert dialogs.asked == []


def test_cancelled_question_keeps_the_window_open(dirty, dialogs):
    dialogs.answer = Answer.CANCEL
    assert not dirty.close()
    assert dirty.isVisible()
    assert dialogs.asked == ["girl"]


def test_discarded_changes_let_the_window_close(dirty, dialogs):
    dialogs.answer = Answer.DISCARD
    dirty.close()
    assert not dirty.isVisible()


def test_saved_changes_are_on_disk_before_the_window_closes(dirty, dialogs, tmp_path, qtbot):
    dialogs.answer, dialogs.saved = Answer.SAVE, tmp_path / "girl.tintline"
    dirty.close()
    qtbot.waitUntil(lambda: not dirty.isVisible())
    assert dialogs.saved.is_file()


def test_save_that_fails_keeps_the_window_open(dirty, dialogs, tmp_path, qtbot):
    dialogs.answer, dialogs.saved = Answer.SAVE, tmp_path / "missing" / "girl.tintline"
    dirty.close()
    qtbot.waitUntil(lambda: "girl.tintline" in dirty.banner_text)
    assert dirty.isVisible()
    assert dirty.parts.session.is_dirty


# Opening


def test_project_that_cannot_be_read_is_named_and_nothing_is_lost(dirty, dialogs, tmp_path, qtbot):
    before = dirty.parts.session.document
    (tmp_path / "bad.tintline").write_bytes(b"bad")
    dialogs.answer = Answer.DISCARD
    dirty.files.open_path(tmp_path / "bad.tintline")
    qtbot.waitUntil(lambda: "bad.tintline" in dirty.banner_text)
    assert dirty.parts.session.document is before
    assert dirty.parts.session.can_undo
    assert dirty.parts.session.is_dirty


def test_dropped_drawing_opens(window, picture_file, qtbot):
    assert not window.central.shows_canvas
    drop(window, picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    assert window.central.shows_canvas
    assert window.parts.session.document.name == "cat"
    assert "cat" in window.windowTitle()
    settle(window, qtbot)


def test_dropped_bad_file_is_told_and_keeps_the_document(dirty, dialogs, tmp_path, qtbot):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n but nothing else")
    before = dirty.parts.session.document
    drop(dirty, bad)
    qtbot.waitUntil(lambda: "bad.png" in dirty.banner_text)
    assert dirty.parts.session.document is before
    assert dialogs.asked == []


def test_opening_another_drawing_asks_about_changes(dirty, dialogs, picture_file, qtbot):
    dialogs.answer = Answer.CANCEL
    dirty.files.open_path(picture_file)
    qtbot.waitUntil(lambda: dialogs.asked == ["girl"])
    assert dirty.parts.session.document.name == "girl"
    dialogs.answer = Answer.DISCARD
    dirty.files.open_path(picture_file)
    qtbot.waitUntil(lambda: dirty.parts.session.document.name == "cat")
    settle(dirty, qtbot)


def test_saved_project_opens_again_with_its_hints(dirty, dialogs, tmp_path, qtbot):
    dialogs.saved = tmp_path / "girl"
    dirty.commands["save"].trigger()
    qtbot.waitUntil(lambda: not dirty.parts.session.is_dirty)
    hints = dirty.parts.session.document.hints
    dirty.parts.session.apply(AddHint(PointHint(9, 9, BLUE)))
    dialogs.answer = Answer.DISCARD
    dirty.files.open_path(tmp_path / "girl.tintline")
    qtbot.waitUntil(lambda: dirty.parts.session.document.hints == hints)
    settle(dirty, qtbot)


@pytest.mark.parametrize("command", ["export_png", "export_ora", "export_psd", "export_paint"])
def test_export_writes_a_file_with_its_ending(dirty, dialogs, tmp_path, qtbot, command):
    dialogs.saved = tmp_path / "out"
    dirty.commands[command].trigger()
    suffix = {"export_paint": "png"}.get(command, command.removeprefix("export_"))
    written = tmp_path / f"out.{suffix}"
    qtbot.waitUntil(lambda: written.is_file() and is_idle(dirty))
    assert dirty.banner_text == ""
    assert written.name in dirty.status_line.task_text


def test_openraster_holds_the_hints_as_a_hidden_layer(dirty):
    snapshot = dirty.parts.session.snapshot()
    nodes = DocumentLayers.of(snapshot.document, snapshot.pixels).grouped(is_by_color=False)
    layers = {node.name: node for node in nodes}
    assert list(layers) == ["Colour", "Line art", "Hints"]
    assert not layers["Hints"].visible
    rgba_u8 = layers["Hints"].rgba_u8[:]
    assert tuple(rgba_u8[5, 5]) == (*RED, 255)
    assert rgba_u8[30, 30, 3] == 0


def test_missing_recent_file_is_told_and_forgotten(window, tmp_path, qtbot):
    gone = tmp_path / "gone.png"
    window.parts.settings.add_recent_file(gone)
    window.files.open_path(gone)
    qtbot.waitUntil(lambda: "gone.png" in window.banner_text)
    assert gone not in window.parts.settings.recent_files


def test_commands_that_need_a_drawing_wait_for_one(window, qtbot):
    assert window.commands["open"].isEnabled()
    assert not window.commands["export_png"].isEnabled()
    assert not window.commands["undo"].isEnabled()


def test_every_shortcut_is_used_once(window):
    shortcuts = [action.shortcut().toString() for action in window.commands.values()]
    used = [shortcut for shortcut in shortcuts if shortcut]
    assert len(set(used)) == len(used)


def test_theme_follows_a_change_between_dark_and_light(drawn, appearance, qapp, qtbot):
    settle(drawn, qtbot)
    appearance.use("light")
    light = qapp.palette().window().color().lightness()
    appearance.use("dark")
    dark = qapp.palette().window().color().lightness()
    assert (light > 200, dark < 100) == (True, True)


def test_chosen_theme_is_kept_whatever_the_system_does(drawn, appearance, qtbot):
    settle(drawn, qtbot)
    menu = drawn.findChild(ThemeMenu)
    menu.choose("light")
    assert drawn.parts.settings.theme == "light"
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme.name == "light"
    menu.choose("dark")
    assert appearance.theme.name == "dark"


def test_escape_closes_the_message_over_the_picture(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.files.failed.emit("cat.png: no such file; check the name and the folder")
    assert drawn.banner_text
    qtbot.keyClick(drawn.canvas, Qt.Key.Key_Escape)
    assert drawn.banner_text == ""


@pytest.mark.parametrize("height", [720, 900])
def test_layers_have_room_beside_the_other_panels(drawn, height, qtbot):
    settle(drawn, qtbot)
    drawn.resize(1280, height)
    QApplication.processEvents()
    rows = drawn.layers_panel.list.viewport().height() // drawn.layers_panel.list.sizeHintForRow(0)
    assert rows >= (6 if height == 900 else 3)


def test_tags_that_are_unknown_here_are_named_when_a_project_opens(dirty, tmp_path, qtbot):
    session = dirty.parts.session
    session.apply(SetTags(TagSelection(("plaid_hair", "red_eyes"))))
    save_project(session, tmp_path / "girl.tintline")
    dirty.files.open_path(tmp_path / "girl.tintline")
    qtbot.waitUntil(lambda: "plaid_hair" in dirty.banner_text)
    assert "red_eyes" not in dirty.banner_text
    settle(dirty, qtbot)


def test_generator_that_is_gone_says_what_happens_instead(watershed_window, qtbot, expected_log):
    expected_log.append("cannot be loaded")
    window = watershed_window
    window.parts.session.apply(SetGenerator("gone"))
    qtbot.waitUntil(lambda: "'gone'" in window.banner_text)
    assert "until you choose another generator" in window.banner_text
    settle(window, qtbot)


def test_checked_commands_show_their_tick_in_the_menu(window):
    live = window.commands["live"]
    assert live.isChecked()
    assert not live.isIconVisibleInMenu()


def test_key_hides_the_hints_and_shows_them_again(drawn, qtbot):
    settle(drawn, qtbot)
    action = drawn.commands["show_hints"]
    action.trigger()
    assert not drawn.parts.session.document.layer("hints").visible
    drawn.layers_panel.toggle_visible("hints")
    assert action.isChecked()
    drawn.parts.session.undo()
    assert not action.isChecked()
    assert not drawn.parts.session.document.layer("hints").visible


def test_without_live_color_the_status_says_what_is_not_up_to_date(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.commands["live"].setChecked(False)
    assert "full size" in drawn.status_line.live_text
    drawn.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    assert "not up to date" in drawn.status_line.live_text
    drawn.commands["colour_now"].trigger()
    qtbot.waitUntil(lambda: "full size" in drawn.status_line.live_text)
    settle(drawn, qtbot)


def test_damaged_generator_is_told_where_no_other_is_left(drawn, qtbot):
    settle(drawn, qtbot)
    damaged = CatalogEntry("a", "A", Path("a"), None, "a/paint.onnx: damaged; install it again")
    fill = CatalogEntry("watershed", "Watershed fill", None, None)
    drawn.listings.generators_found.emit((damaged, fill))
    assert "a/paint.onnx: damaged" in drawn.banner_text
    drawn.central.banner.dismiss()
    other = CatalogEntry("b", "B", Path("b"), fake_spec("b"))
    drawn.listings.generators_found.emit((damaged, other, fill))
    assert drawn.banner_text == ""


def test_window_fits_a_laptop_with_its_task_bar(drawn, qtbot):
    settle(drawn, qtbot)
    least = drawn.minimumSizeHint()
    assert least.height() <= 620
    assert least.width() <= 1000


def test_every_tool_is_seen_on_a_laptops_screen(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.resize(1366, 720)
    QApplication.processEvents()
    column = drawn.tool_column
    tools = [column.widgetForAction(action) for action in column.actions()]
    assert all(tool.isVisible() for tool in tools)
