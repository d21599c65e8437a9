"""Both colours, the wheel, and a colour as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.tools import BrushSettings
from app.panels.widgets.color_numbers import SPACES, color_of, numbers_of
from tests.helpers.fakes import FakeLoader
from tests.helpers.idle import settle

LEFT = Qt.MouseButton.LeftButton
RED, BLUE = (200, 40, 40), (40, 60, 200)
BYTE = st.integers(0, 255)


@pytest.fixture
def calm(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.activateWindow()
    drawn.canvas.setFocus()
    qtbot.waitUntil(drawn.isActiveWindow)
    return drawn


@given(st.tuples(BYTE, BYTE, BYTE), st.sampled_from(sorted(SPACES)))
def test_numbers_name_their_colour(color, space):
    assert color_of(numbers_of(color, space), space) == pytest.approx(color, abs=1)


def test_oklch_is_what_its_paper_says():
    light, chroma, hue = numbers_of((255, 0, 0), "oklch")
    assert (light, chroma, hue) == pytest.approx((62.8, 0.2577, 29.2), abs=0.1)


def test_more_chroma_than_a_screen_has_keeps_lightness_and_hue():
    wanted = (70.0, 0.4, 145.0)
    light, chroma, hue = numbers_of(color_of(wanted, "oklch"), "oklch")
    assert light == pytest.approx(70.0, abs=1)
    assert hue == pytest.approx(145.0, abs=2)
    assert 0.1 < chroma < 0.4


def test_typed_numbers_change_the_brush(calm):
    panel = calm.color_panel
    panel.numbers.boxes[0].setFocus()
    calm.canvas.set_brush(BrushSettings(RED))
    panel.set_space("rgb")
    panel.numbers.boxes[2].setValue(250)
    assert calm.canvas.brush.color == (200, 40, 250)
    assert panel.hex_entry.text() == "#c828fa"
    calm.canvas.set_brush(BrushSettings(BLUE))
    assert [box.value() for box in panel.numbers.boxes] == [40, 60, 200]


def test_kind_of_numbers_is_remembered(make_window, painter):
    first = make_window(FakeLoader({"": painter}))
    space = first.color_panel.space
    index = space.findData("oklch")
    space.setCurrentIndex(index)
    space.activated.emit(index)
    first.parts.settings.store.sync()
    assert make_window(FakeLoader({"": painter})).color_panel.numbers.space == "oklch"


def test_x_and_a_click_swap_both_colours(calm):
    calm.canvas.set_brush(BrushSettings(RED))
    QTest.keyClick(calm.canvas, Qt.Key.Key_X)
    assert calm.canvas.brush.color == (255, 255, 255)
    assert calm.color_panel.pair.second.color == RED
    calm.canvas.set_brush(BrushSettings(BLUE))
    QTest.mouseClick(calm.color_panel.pair.second, LEFT)
    assert calm.canvas.brush.color == RED
    assert calm.parts.settings.second_color == BLUE


@pytest.mark.parametrize("height", [720, 768])
def test_wheel_is_large_enough_on_a_laptop(calm, height):
    calm.resize(1366, height)
    QApplication.processEvents()
    wheel = calm.color_panel.wheel
    assert min(wheel.width(), wheel.height()) >= 144
