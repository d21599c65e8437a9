"""What a mouse can do, keys can do too, and assistive programs hear its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QSlider,
    QTabBar,
)

from app.document.edits import AddHint
from models.hints.hints import PointHint
from models.runtime.catalog import CatalogEntry
from tests.helpers.fakes import fake_spec

RED = (200, 40, 40)
SPEAKING = (QAbstractButton, QLineEdit, QAbstractSpinBox, QSlider, QListWidget, QComboBox)


@pytest.fixture
def calm(drawn, qtbot):
    qtbot.waitUntil(lambda: drawn.parts.inference.is_idle)
    return drawn


def test_return_chooses_a_generator_which_the_next_drawing_takes_too(calm, qtbot):
    panel = calm.generator_panel
    calm._docks.docks["generator"].raise_()
    panel.set_entries(
        [
            CatalogEntry("", "Best", None, fake_spec("")),
            CatalogEntry("fake", "Fake", None, fake_spec("fake")),
        ]
    )
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert calm.parts.session.document.generator == "fake"
    assert calm.parts.settings.generator == "fake"
    qtbot.waitUntil(lambda: calm.parts.inference.is_idle)


@pytest.mark.parametrize(
    ("command", "keys"),
    [("redo", "Ctrl+Shift+Z"), ("redo", "Ctrl+Y"), ("zoom_in", "Ctrl+="), ("quit", "Ctrl+Q")],
)
def test_hands_find_the_keys_of_other_programs(window, command, keys):
    assert QKeySequence(keys) in window.commands[command].shortcuts()


def test_no_key_means_two_things(window):
    keys = [key.toString() for action in window.commands.values() for key in action.shortcuts()]
    assert len(set(keys)) == len(keys)


def test_everything_that_can_be_operated_has_a_name(calm):
    for dock in calm._docks.docks.values():
        dock.raise_()
    silent = []
    for widget in (found for kind in SPEAKING for found in calm.findChildren(kind)):
        inside = widget.parent()
        is_part = isinstance(inside, QAbstractSpinBox | QComboBox | QTabBar)
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if widget.isVisible() and not is_part and not name:
            silent.append(f"{type(widget).__name__} of {type(inside).__name__}")
    assert silent == []


def test_tab_reaches_recent_colors_wheel_and_panel_tabs(calm):
    reached, widget = [], calm
    while (widget := widget.nextInFocusChain()) is not calm:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.append(type(widget).__name__)
    assert {"ColorWheel", "Swatch", "QTabBar", "TagChip", "LayerList"} <= set(reached)


def test_space_hides_a_layer_and_alt_arrows_move_it(calm):
    panel, session = calm.layers_panel, calm.parts.session
    panel.select("line")
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert not session.document.layer("line").visible
    before = session.document.index_of("line")
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.document.index_of("line") == before - 1
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.document.index_of("line") == before
    assert panel.list.currentItem().data(Qt.ItemDataRole.UserRole) == "line"


def test_layer_menu_names_what_it_does(calm):
    calm.layers_panel.select("line")
    menu = calm.layers_panel.make_menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [
        "Hide layer",
        "Move up",
        "Move down",
        "Full opacity",
        "Add a paint layer above",
        "&Colour of lines",
    ]
    assert [action.isEnabled() for action in menu.actions() if action.text()][3] is False
    menu.deleteLater()


def test_greyed_commands_say_why(window, drawn, qtbot):
    assert "nothing to take back" in window.commands["undo"].toolTip()
    assert "no hints" in window.commands["clear_hints"].toolTip()
    window.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    assert window.commands["undo"].toolTip() == "Undo point #c82828 (Ctrl+Z)"
    assert window.commands["clear_hints"].isEnabled()
    qtbot.waitUntil(lambda: window.parts.inference.is_idle)


def test_panel_tabs_stand_over_their_panels_alone(calm, qtbot):
    direct = Qt.FindChildOption.FindDirectChildrenOnly

    def shown():
        bars = [bar for bar in calm.findChildren(QTabBar, options=direct) if bar.isVisible()]
        return sorted(tuple(bar.tabText(n) for n in range(bar.count())) for bar in bars)

    expected = [
        ("Colour", "Palette"),
        ("Layers", "History", "Reference"),
        ("Tags", "Generator", "Light"),
    ]
    qtbot.waitUntil(lambda: shown() == expected)
