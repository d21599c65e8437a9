"""Panels change the document through the session, and show what it says."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.canvas.tools import BrushSettings
from app.document.edits import AddHint, SetLayerOpacity
from app.document.project_file import new_project
from app.panels.widgets.flow_layout import FlowLayout
from app.panels.widgets.swatch import TagChip
from models.device import CPU
from models.hints.hints import HintSet, PointHint
from models.runtime.catalog import CatalogEntry
from tests.helpers.fakes import drawing, fake_spec

RED = (200, 40, 40)


@pytest.fixture
def calm(drawn, qtbot):
    """A window with a drawing whose colouring is done."""
    qtbot.waitUntil(lambda: drawn.parts.inference.is_idle)
    return drawn


def tags_of(window):
    return window.parts.session.document.tags.names


# Tags


def test_tag_is_chosen_and_dropped_by_its_chip(calm):
    panel = calm.tags_panel
    panel.set_unavailable("")
    chip = panel.groups[0].chips["blue_hair"]
    chip.click()
    assert tags_of(calm) == ("blue_hair",)
    assert chip.isChecked()
    chip.click()
    assert tags_of(calm) == ()
    assert not chip.isChecked()


def test_tag_takes_the_place_of_its_groups_other(calm):
    calm.tags_panel.toggle("blue_hair")
    calm.tags_panel.toggle("red_hair")
    calm.tags_panel.toggle("red_eyes")
    assert tags_of(calm) == ("red_eyes", "red_hair")
    assert not calm.tags_panel.groups[0].chips["blue_hair"].isChecked()


def test_undo_unchecks_the_chip(calm):
    calm.tags_panel.toggle("blue_hair")
    calm.parts.session.undo()
    assert not calm.tags_panel.groups[0].chips["blue_hair"].isChecked()


def test_search_shows_matching_tags_of_folded_groups(calm):
    panel = calm.tags_panel
    panel.search.setText("green ha")
    hair = panel.groups[0].chips
    assert not hair["green_hair"].isHidden()
    assert hair["blue_hair"].isHidden()
    panel.search.setText("nothing like this")
    assert all(box.isHidden() for box in panel.groups)
    assert not panel._nothing.isHidden()
    panel.search.clear()
    assert not hair["blue_hair"].isHidden()


@pytest.mark.parametrize(
    ("asked", "group"), [("necktie", "neckwear"), ("trousers", "pants"), ("jumper", "shirt")]
)
def test_search_knows_other_words_for_a_group(calm, asked, group):
    panel = calm.tags_panel
    panel.search.setText(asked)
    (box,) = [box for box in panel.groups if not box.isHidden()]
    assert box.group.id == group
    assert all(chip.isVisibleTo(panel) for chip in box.chips.values())
    assert panel._nothing.isHidden()


def test_generator_without_tags_greys_them_and_says_why(calm):
    calm.parts.inference.generator_ready.emit(fake_spec("fake"), CPU)
    assert not calm.tags_panel.groups[0].header.isEnabled()
    assert "takes no tags" in calm.tags_panel._notice.text()


def test_chips_wrap_like_words(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box, spacing=4)
    chips = [TagChip("light brown", RED) for _ in range(4)]
    for chip in chips:
        layout.addWidget(chip)
    box.show()
    width, height = chips[0].sizeHint().width(), chips[0].sizeHint().height()
    assert layout.heightForWidth(4 * width + 12) == height
    assert layout.heightForWidth(2 * width + 4) == 2 * height + 4


# Layers


def test_eye_hides_a_layer_and_undo_shows_it(calm):
    calm.layers_panel.row("line").eye.click()
    assert not calm.parts.session.document.layer("line").visible
    calm.parts.session.undo()
    assert calm.parts.session.document.layer("line").visible


def test_hidden_layer_is_gone_from_the_canvas(calm, qtbot):
    canvas = calm.canvas

    def pixel():
        x, y = canvas.viewport.to_view(30.5, 10.5)
        return canvas.grab().toImage().pixelColor(round(x), round(y)).lightness()

    assert pixel() < 40
    calm.layers_panel.toggle_visible("line")
    assert pixel() > 200


def test_opacity_slider_is_one_undo_step(calm):
    panel, session = calm.layers_panel, calm.parts.session
    panel.select("colour")
    for percent in (80, 60, 40):
        panel.opacity.setValue(percent)
    assert session.document.layer("colour").opacity == pytest.approx(0.4)
    session.undo()
    assert session.document.layer("colour").opacity == 1.0
    assert panel.opacity.value() == 100


def test_slider_shows_the_opacity_of_the_chosen_layer(calm):
    calm.parts.session.apply(SetLayerOpacity("line", 0.3))
    calm.layers_panel.select("line")
    assert calm.layers_panel.opacity.value() == 30


def test_dragged_row_moves_its_layer(calm):
    def order():
        return [layer.id for layer in reversed(calm.parts.session.document.layers)]

    assert order()[0] == "hints"
    calm.layers_panel._drop_row(0, 3, False)
    assert order().index("hints") == 2
    listed = calm.layers_panel.list
    shown = [listed.item(row).data(Qt.ItemDataRole.UserRole) for row in range(listed.count())]
    assert shown == order()


# Colour


def test_typed_color_is_taken_and_wrong_text_marked(calm):
    panel = calm.color_panel
    panel.hex_entry.clear()
    QTest.keyClicks(panel.hex_entry, "#12ab")
    assert panel.hex_entry.property("invalid")
    QTest.keyClicks(panel.hex_entry, "ef")
    assert not panel.hex_entry.property("invalid")
    assert calm.canvas.brush.color == (0x12, 0xAB, 0xEF)
    panel.hex_entry.setText("#zzz")
    panel.hex_entry.editingFinished.emit()
    assert panel.hex_entry.text() == "#12abef"


def test_wheel_keeps_the_hue_of_greys(calm):
    wheel = calm.color_panel.wheel
    wheel.set_color((40, 60, 200))
    hue = wheel._hue
    wheel.set_color((128, 128, 128))
    assert wheel._hue == hue
    assert wheel.color == (128, 128, 128)


def test_color_painted_with_becomes_recent(calm):
    calm.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    assert calm.color_panel._recent[0].color == RED
    assert calm.parts.settings.recent_colors[0] == RED


def test_colors_of_an_opened_drawing_are_not_those_painted_with(calm):
    session = calm.parts.session
    before = calm.parts.settings.recent_colors
    project = new_project(drawing(), "other")
    hints = HintSet((PointHint(5, 5, (1, 2, 3)),))
    session.open(replace(project, document=replace(project.document, hints=hints)))
    assert calm.parts.settings.recent_colors == before
    session.apply(AddHint(PointHint(9, 9, RED)))
    session.undo()
    assert calm.parts.settings.recent_colors[0] == RED


def test_brush_keeps_its_size_from_frame_to_frame_of_one_size(calm):
    session = calm.parts.session
    calm.canvas.set_brush(BrushSettings(RED, 7.0))
    session.open(new_project(drawing(), "next frame"))
    assert calm.canvas.brush.radius == 7.0
    large = np.full((900, 1200, 4), 255, np.uint8)
    session.open(new_project(large, "a page"))
    assert calm.canvas.brush.radius == pytest.approx(8.0)


# Generator and history


def test_unusable_generator_is_greyed_with_its_reason(calm):
    panel = calm.generator_panel
    panel.set_entries(
        [
            CatalogEntry("fake", "Fake", None, fake_spec("fake")),
            CatalogEntry("bad", "Bad", None, None, "bad: paint.onnx is missing; install it again"),
        ]
    )
    bad = panel.list.item(1)
    assert not bad.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "paint.onnx is missing" in bad.toolTip()


def test_clicked_generator_is_the_documents(calm, qtbot):
    panel = calm.generator_panel
    panel.set_entries([CatalogEntry("fake", "Fake", None, fake_spec("fake"))])
    panel.list.itemClicked.emit(panel.list.item(0))
    assert calm.parts.session.document.generator == "fake"
    qtbot.waitUntil(lambda: calm.parts.inference.is_idle)


def test_history_lists_steps_and_goes_to_them(calm):
    session, panel = calm.parts.session, calm.history_panel
    for x in (5, 15, 25):
        session.apply(AddHint(PointHint(x, 5, RED)))
    assert panel.list.count() == 4
    panel.go_to(1)
    assert len(session.document.hints) == 1
    panel.go_to(3)
    assert len(session.document.hints) == 3
    assert panel.list.currentRow() == 3
