"""The colour of the lines, chosen from the layer's menu and seen at once."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog

from app.document.edits import AddHint
from app.document.project_file import new_project, read_project
from models.hints.hints import PointHint
from models.line_color import LineColor
from models.pictures.files import read_picture
from tests.helpers.drawn_papers import HINTS, inked
from tests.helpers.fakes import save_project
from tests.helpers.idle import settle

LINE = (111, 190)
"""A pixel of full ink within the left side of the body."""
GREEN, GREEN_ON_RED = (20, 160, 80), (16, 32, 21)


@pytest.fixture
def studio(watershed_window, qtbot):
    """A drawing with a hint in each of its areas."""
    session = watershed_window.parts.session
    session.open(new_project(inked(255, 0), "girl"))
    for hint in HINTS:
        session.apply(AddHint(hint))
    qtbot.waitUntil(lambda: "obeyed 5/5" in watershed_window.status_line.report_text)
    settle(watershed_window, qtbot)
    return watershed_window


def seen(window, x, y):
    """The colour of the picture on screen."""
    canvas = window.canvas
    canvas.zoom_to(1.0)
    at = canvas.viewport.to_view(x + 0.5, y + 0.5)
    pixel = canvas.grab().toImage().pixelColor(int(at[0]), int(at[1]))
    return pixel.red(), pixel.green(), pixel.blue()


def choose(window, text, qtbot):
    """Click through the line layer's menu."""
    panel = window.layers_panel
    panel.select("line")
    at = panel.list.visualItemRect(panel.list.currentItem()).center()
    panel.list.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    click(menu, "&Colour of lines")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not menu)
    click(QApplication.activePopupWidget(), text)
    settle(window, qtbot)


def click(menu, text):
    action = next(each for each in menu.actions() if each.text() == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_lines_take_the_tone_beside_them_and_follow_the_colors(studio, qtbot):
    session = studio.parts.session
    assert seen(studio, *LINE) == (0, 0, 0)
    choose(studio, "A dark tone of the colour &beside each", qtbot)
    assert session.history.undo_title == "Lines by the colours beside"
    red = seen(studio, *LINE)
    assert red[0] > 30 > max(red[1:])
    session.apply(AddHint(PointHint(160, 190, (51, 102, 204), 3.0)))
    settle(studio, qtbot)
    qtbot.waitUntil(lambda: seen(studio, *LINE)[2] > 30)
    assert seen(studio, *LINE)[0] < 30
    session.undo()
    qtbot.waitUntil(lambda: seen(studio, *LINE) == red)
    session.undo()
    assert seen(studio, *LINE) == (0, 0, 0)
    assert np.array_equal(session.pixels.get("line"), inked(255, 0))


def test_a_color_is_tried_on_the_lines_and_given_up_or_kept(studio, qtbot):
    session = studio.parts.session
    before, steps = session.document, len(session.history.titles)
    for finish in (QColorDialog.reject, QColorDialog.accept):
        choose(studio, "&One colour…", qtbot)
        dialog = studio.findChildren(QColorDialog)[-1]
        dialog.setCurrentColor(QColor(*GREEN))
        assert seen(studio, *LINE) == GREEN_ON_RED
        finish(dialog)
        if finish is QColorDialog.reject:
            assert session.document == before
            assert studio.lines.colors.as_drawn.isChecked()
            assert seen(studio, *LINE) == (0, 0, 0)
    assert session.document.line_color == LineColor(GREEN)
    assert len(session.history.titles) == steps + 1
    assert studio.lines.colors.one_color.isChecked()
    choose(studio, "As they are &drawn", qtbot)
    assert session.document.line_color is None
    assert seen(studio, *LINE) == (0, 0, 0)


def test_project_and_picture_keep_the_color(studio, qtbot, tmp_path, dialogs):
    session = studio.parts.session
    choose(studio, "A dark tone of the colour &beside each", qtbot)
    shown = seen(studio, *LINE)
    path = tmp_path / "girl.tintline"
    save_project(session, path)
    session.open(new_project(inked(255, 0), "another"))
    assert studio.lines.colors.as_drawn.isChecked()
    session.open(read_project(path), path)
    settle(studio, qtbot)
    assert studio.lines.colors.by_flats.isChecked()
    assert seen(studio, *LINE) == shown
    dialogs.saved = tmp_path / "girl.png"
    studio.commands["export_png"].trigger()
    qtbot.waitUntil(dialogs.saved.exists)
    settle(studio, qtbot)
    x, y = LINE
    assert tuple(read_picture(dialogs.saved).rgba_u8[y, x, :3]) == shown


def test_a_new_reading_of_the_lines_keeps_their_color(studio, qtbot):
    session = studio.parts.session
    choose(studio, "A dark tone of the colour &beside each", qtbot)
    studio.lines.clean.trigger()
    studio.lines.choices[session.document.line_kind].trigger()
    settle(studio, qtbot)
    assert session.document.is_line_kind_set
    assert session.document.line_color == LineColor()
