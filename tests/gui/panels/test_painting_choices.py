"""What is chosen of a painting in the real window: how tidy it is, and which of several."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from app.document.project_file import new_project
from app.inference.painter import painter_loader
from models.device import CPU
from models.runtime.catalog import Catalog
from tests.gui.panels.test_generator_choice import click, color, face, settle
from tests.helpers.tiny_generators import write_generator


@pytest.fixture
def window(tmp_path, make_window, qtbot):
    """A window over generators that paint grey paper; one is tidied by itself, one makes nine."""
    folder = tmp_path / "generators"
    write_generator(folder / "plain", paper=0.5, title="Plain")
    write_generator(folder / "neat", paper=0.5, title="Neat", tidy=0.6)
    write_generator(
        folder / "nine",
        paper=1.0,
        title="Nine",
        takes_hints=False,
        inputs=(),
        outputs=("rgb", "variants"),
        arguments={"images": 9},
    )
    catalog = Catalog([folder])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(face(), "face", generator="plain"))
    settle(window, qtbot)
    window._docks.docks["generator"].raise_()
    return window


def drag(slider, share):
    """Drag the slider's handle with the mouse."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    handle = (
        slider.style()
        .subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
        )
        .center()
    )
    end = QPoint(round(share * (slider.width() - 1)), handle.y())
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=handle)
    for step in range(1, 5):
        QTest.mouseMove(slider, handle + (end - handle) * (step / 4))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)


def paper(window):
    return int(color(window)[2, 2, :3].mean())


def test_slider_whitens_the_paper_in_one_undo_step(window, qtbot):
    session, panel = window.parts.session, window.generator_panel
    assert paper(window) == pytest.approx(191, abs=2)
    assert panel.tidy.value() == 0
    assert panel.usual_tidy.isChecked()
    drag(panel.tidy, 1.0)
    qtbot.waitUntil(lambda: paper(window) == 255)
    settle(window, qtbot)
    assert session.document.tidy == 1.0
    assert panel.tidy.percent.text() == "100 %"
    assert not panel.usual_tidy.isChecked()
    session.undo()
    assert session.document.tidy is None
    qtbot.waitUntil(lambda: paper(window) == pytest.approx(191, abs=2))
    assert panel.tidy.value() == 0


def test_each_generator_has_its_own_until_the_artist_says(window, qtbot):
    panel = window.generator_panel
    click(window, "neat")
    qtbot.waitUntil(lambda: paper(window) == 255)
    assert panel.tidy.value() == 60
    settle(window, qtbot)
    panel.tidy.setFocus()
    for _ in range(6):
        QTest.keyClick(panel.tidy, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: paper(window) == pytest.approx(191, abs=2))
    assert window.parts.session.document.tidy == 0.0
    QTest.mouseClick(panel.usual_tidy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paper(window) == 255)
    assert window.parts.session.document.tidy is None
    assert np.array_equal(panel.tidy.value(), 60)


def test_one_of_nine_pictures_is_chosen(window, qtbot):
    panel, session = window.generator_panel, window.parts.session
    assert not panel.variants.isVisible()
    click(window, "nine")
    qtbot.waitUntil(lambda: paper(window) == 255)
    settle(window, qtbot)
    buttons = panel.variants.buttons
    assert [button.isVisible() for button in buttons.values()] == [True] * 9
    assert [number for number, button in buttons.items() if button.isChecked()] == [0]
    QTest.mouseClick(buttons[4], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paper(window) == pytest.approx(155, abs=2))
    assert session.document.variant == 4
    session.undo()
    qtbot.waitUntil(lambda: paper(window) == 255)
    assert [number for number, button in buttons.items() if button.isChecked()] == [0]
