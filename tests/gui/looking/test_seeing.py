"""Room for the picture, before and after, mini map, pixel grid."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.edits import AddHint
from models.hints.hints import PointHint
from tests.helpers.idle import settle

LEFT = Qt.MouseButton.LeftButton
RED = (200, 40, 40)


@pytest.fixture
def calm(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.activateWindow()
    drawn.canvas.setFocus()
    qtbot.waitUntil(drawn.isActiveWindow)
    return drawn


@pytest.fixture
def red(calm, qtbot):
    """The whole drawing coloured red."""
    calm.parts.session.apply(AddHint(PointHint(58, 38, RED)))
    settle(calm, qtbot)
    calm.commands["show_hints"].setChecked(False)
    return calm


def color_at(window, x, y):
    at = window.canvas.viewport.to_view(x, y)
    return window.canvas.grab().toImage().pixelColor(int(at[0]), int(at[1]))


def around(window):
    docks = [dock for dock in window._docks.docks.values() if not dock.isHidden()]
    bars = (window.menuBar(), window.statusBar(), window.tool_column, window.options_bar)
    return {*docks, *(bar for bar in bars if not bar.isHidden())}


def test_tab_leaves_the_canvas_alone_and_brings_all_back(calm):
    before = around(calm)
    QTest.keyClick(calm.canvas, Qt.Key.Key_Tab)
    assert around(calm) == set()
    assert "Tab brings the panels back" in calm.banner_text
    QTest.keyClick(calm.canvas, Qt.Key.Key_M)
    assert calm.canvas.viewport.is_mirrored
    QTest.keyClick(calm.canvas, Qt.Key.Key_Tab)
    assert around(calm) == before
    assert not calm.commands["canvas_only"].isChecked()


def test_tab_goes_on_to_the_next_widget_elsewhere(calm):
    calm.color_panel.hex_entry.setFocus()
    QTest.keyClick(calm.color_panel.hex_entry, Qt.Key.Key_Tab)
    assert not calm.color_panel.hex_entry.hasFocus()
    assert around(calm) != set()


def test_panels_are_remembered_though_the_canvas_is_alone(calm):
    shown = around(calm)
    calm.commands["canvas_only"].setChecked(True)
    assert calm.close()
    assert around(calm) == shown


def test_f11_fills_the_screen_and_goes_back(calm, qtbot):
    QTest.keyClick(calm.canvas, Qt.Key.Key_F11)
    assert calm.isFullScreen()
    assert calm.commands["full_screen"].isChecked()
    calm.showNormal()
    qtbot.waitUntil(lambda: not calm.commands["full_screen"].isChecked())


def test_held_key_shows_the_drawing_without_colours(red):
    assert color_at(red, 30, 30) == QColor(*RED)
    QTest.keyPress(red.canvas, Qt.Key.Key_Q)
    assert color_at(red, 30, 30) == QColor("white")
    QTest.keyRelease(red.canvas, Qt.Key.Key_Q)
    assert color_at(red, 30, 30) == QColor(*RED)


def test_divider_is_dragged_between_before_and_after(red):
    red.commands["compare"].setChecked(True)
    divider = red.seeing.divider
    assert divider.isVisible()
    assert (color_at(red, 10, 30), color_at(red, 50, 30)) == (QColor("white"), QColor(*RED))
    grip = divider.rect().center()
    QTest.mousePress(divider, LEFT, pos=grip)
    QTest.mouseMove(divider, grip - QPoint(round(red.canvas.width() * 0.4), 0))
    QTest.mouseRelease(divider, LEFT, pos=grip)
    assert color_at(red, 10, 30) == QColor(*RED)
    before = red.canvas.comparison.share
    QTest.keyClick(divider, Qt.Key.Key_Right)
    assert red.canvas.comparison.share == pytest.approx(before + 0.02)
    red.resize(900, 700)
    QApplication.processEvents()
    middle = divider.x() + divider.width() / 2
    assert middle == pytest.approx(red.canvas.comparison.share * red.canvas.width(), abs=1)
    red.commands["compare"].setChecked(False)
    assert not divider.isVisible()


def test_mini_map_is_there_while_part_is_out_of_view(calm):
    small = calm.seeing.map
    assert not small.isVisible()
    calm.canvas.zoom_by(4.0)
    assert small.isVisible()
    QTest.mouseClick(small, LEFT, pos=QPoint(2, 2))
    x, y = calm.canvas.viewport.centre
    assert x < 5
    assert y < 5
    QTest.keyClick(small, Qt.Key.Key_Right)
    assert calm.canvas.viewport.centre[0] > x + 1
    calm.canvas.fit()
    assert not small.isVisible()
    calm.canvas.zoom_by(4.0)
    calm.commands["mini_map"].setChecked(False)
    assert not small.isVisible()
    assert not calm.parts.settings.shows_map


def test_mini_map_frames_what_is_seen_of_a_turned_picture(calm):
    calm.canvas.zoom_by(4.0)
    calm.canvas.rotate_by(90.0)
    small = calm.seeing.map
    seen = small.frame().boundingRect()
    x, y = calm.canvas.viewport.centre
    assert seen.center().x() / small.width() == pytest.approx(x / 60, abs=0.02)
    assert seen.center().y() / small.height() == pytest.approx(y / 40, abs=0.02)
    assert seen.height() > seen.width() * 0.5


def test_pixels_are_parted_by_lines_when_they_are_large(calm):
    calm.canvas.zoom_to(24.0)
    calm.seeing.map.set_on(False)

    def shades():
        image = calm.canvas.grab().toImage()
        row = int(calm.canvas.viewport.to_view(30, 30.5)[1])
        return {image.pixelColor(x, row).name() for x in range(200, 400)}

    assert len(shades()) > 1
    calm.commands["pixel_grid"].setChecked(False)
    assert shades() == {"#ffffff"}
    assert not calm.parts.settings.shows_pixel_grid
    calm.commands["pixel_grid"].setChecked(True)
    calm.canvas.zoom_to(9.0)
    assert shades() == {"#ffffff"}
