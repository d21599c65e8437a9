"""Keys of the user's own, and those of other programs; no key means two things."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.tools import ToolName
from app.commands.key_presets import PRESETS
from app.window.preferences.shortcuts_page import ShortcutsPage
from tests.helpers.fakes import FakeLoader
from tests.helpers.idle import settle

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(drawn, qtbot):
    settle(drawn, qtbot)
    dialog = drawn.preferences.show()
    dialog.show_page(ShortcutsPage)
    return dialog.pages[4]


def keys_of(window, name):
    return [key.toString() for key in window.commands[name].shortcuts()]


def press(page, key, modifiers=PLAIN):
    page.field.setFocus()
    QTest.keyClick(page.field, key, modifiers)


def all_keys(shortcuts):
    return [key.toString() for use in shortcuts.uses for key in shortcuts.keys(use.id)]


def test_a_key_that_is_pressed_becomes_the_command_s(drawn, page, qtbot):
    page.choose("mirror")
    press(page, Qt.Key.Key_F8)
    assert keys_of(drawn, "mirror") == ["F8"]
    page.window().hide()
    drawn.activateWindow()
    qtbot.waitUntil(drawn.isActiveWindow)
    QTest.keyClick(drawn.canvas, Qt.Key.Key_F8)
    assert drawn.canvas.viewport.is_mirrored
    QTest.keyClick(drawn.canvas, Qt.Key.Key_M)
    assert drawn.canvas.viewport.is_mirrored


def test_tab_and_signs_can_be_set_and_escape_leaves(page):
    page.choose("mirror")
    press(page, Qt.Key.Key_Tab)
    assert page.field.text() == "Tab"
    press(page, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert page.field.text() == "Tab"


def test_a_key_that_is_taken_is_told_and_taken_over_on_demand(drawn, page):
    page.choose("mirror")
    press(page, Qt.Key.Key_B)
    assert keys_of(drawn, "mirror") == ["M"]
    assert "“Brush”" in page.message.text()
    assert page.take_over.isVisible()
    QTest.mouseClick(page.take_over, LEFT)
    assert keys_of(drawn, "mirror") == ["B"]
    assert keys_of(drawn, "tool_brush") == []
    assert not page.take_over.isVisible()


def test_keys_are_cleared_and_reset(drawn, page):
    page.choose("redo")
    usual = keys_of(drawn, "redo")
    QTest.mouseClick(page.clear, LEFT)
    assert keys_of(drawn, "redo") == []
    QTest.mouseClick(page.reset, LEFT)
    assert keys_of(drawn, "redo") == usual
    page.choose("mirror")
    press(page, Qt.Key.Key_F8)
    QTest.mouseClick(page.reset_all, LEFT)
    assert keys_of(drawn, "mirror") == ["M"]
    assert not page.reset_all.isEnabled()


def test_search_finds_commands_by_words_and_by_keys(page):
    QTest.keyClicks(page.search, "fit")
    shown = [name for name, item in page._items.items() if not item.isHidden()]
    assert shown == ["fit"]
    page.search.clear()
    QTest.keyClicks(page.search, "ctrl+e")
    shown = [name for name, item in page._items.items() if not item.isHidden()]
    assert shown == ["export_png"]


def test_tool_tips_name_the_keys_that_hold(drawn, page):
    page.choose("mirror")
    press(page, Qt.Key.Key_F8)
    assert drawn.commands["mirror"].toolTip().endswith("(F8)")


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_means_two_things_in_any_preset(window, preset):
    window.shortcuts.choose_preset(preset)
    keys = all_keys(window.shortcuts)
    assert len(set(keys)) == len(keys)
    _, table = PRESETS[preset]
    assert set(table) <= {use.id for use in window.shortcuts.uses}
    for name, wanted in table.items():
        has = [key.toString() for key in window.shortcuts.keys(name)]
        assert has == [QKeySequence(key).toString() for key in wanted]


@pytest.mark.parametrize(
    ("preset", "command", "keys"),
    [
        ("krita", "tool_picker", ["P"]),
        ("clip_studio", "tool_fill", ["G"]),
        ("opentoonz", "play", ["P"]),
    ],
)
def test_preset_gives_another_program_s_keys(drawn, page, preset, command, keys):
    index = page.preset.findData(preset)
    page.preset.setCurrentIndex(index)
    page.preset.activated.emit(index)
    assert keys_of(drawn, command) == keys


def test_keys_of_the_user_s_own_outlive_preset_and_window(make_window, painter):
    first = make_window(FakeLoader({"": painter}))
    first.shortcuts.set_keys("mirror", (QKeySequence("P"),))
    first.shortcuts.choose_preset("opentoonz")
    first.parts.settings.store.sync()
    second = make_window(FakeLoader({"": painter}))
    assert second.shortcuts.preset == "opentoonz"
    assert keys_of(second, "mirror") == ["P"]
    assert keys_of(second, "play") == []
    assert keys_of(second, "tool_picker") == ["K", "R"]


@pytest.mark.parametrize(
    "kept",
    [
        {"preset": "gone", "own": {"mirror": "M", "undo": [3], "nothing": ["Q"]}},
        {"preset": 3, "own": [1]},
        {"own": {"mirror": ["B"], "fit": ["B"]}},
    ],
)
def test_damaged_keys_are_read_as_far_as_they_go(make_window, painter, kept):
    first = make_window(FakeLoader({"": painter}))
    first.parts.settings.shortcuts = kept
    first.parts.settings.store.sync()
    second = make_window(FakeLoader({"": painter}))
    keys = all_keys(second.shortcuts)
    assert len(set(keys)) == len(keys)
    assert second.shortcuts.preset == ""


def drag(canvas, *points):
    kinds = (
        QEvent.Type.MouseButtonPress,
        *[QEvent.Type.MouseMove] * (len(points) - 2),
        QEvent.Type.MouseButtonRelease,
    )
    for kind, point in zip(kinds, points):
        at = QPointF(*point)
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, LEFT, PLAIN)
        QApplication.sendEvent(canvas, event)


def test_held_key_turns_the_picture_with_a_drag(drawn, qtbot):
    settle(drawn, qtbot)
    canvas = drawn.canvas
    middle = canvas.width() / 2, canvas.height() / 2
    right, below = (middle[0] + 100, middle[1]), (middle[0], middle[1] + 100)
    diagonal = middle[0] + 80, middle[1] + 80
    QTest.keyPress(canvas, Qt.Key.Key_R)
    assert canvas._pointer.effective_tool is ToolName.ROTATE
    drag(canvas, right, diagonal, below)
    QTest.keyRelease(canvas, Qt.Key.Key_R)
    assert canvas.viewport.angle == pytest.approx(90.0)
    assert canvas._pointer.effective_tool is ToolName.BRUSH
    assert drawn.parts.session.document.hints.hints == ()


def test_held_keys_are_those_of_the_preset(drawn, qtbot):
    settle(drawn, qtbot)
    canvas = drawn.canvas
    drawn.shortcuts.choose_preset("krita")
    QTest.keyPress(canvas, Qt.Key.Key_R)
    assert canvas._pointer.effective_tool is ToolName.BRUSH
    QTest.keyPress(canvas, Qt.Key.Key_Space, SHIFT)
    assert canvas._pointer.effective_tool is ToolName.ROTATE
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas._pointer.effective_tool is ToolName.BRUSH
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas._pointer.effective_tool is ToolName.PAN
    QTest.keyRelease(canvas, Qt.Key.Key_Space)


def test_help_names_the_keys_that_hold(drawn, dialogs, qtbot):
    settle(drawn, qtbot)
    drawn.commands["controls"].trigger()
    assert "<b>[  ]</b>" in dialogs.told[-1]
    drawn.shortcuts.choose_preset("opentoonz")
    drawn.commands["controls"].trigger()
    assert "<b>U  I</b>" in dialogs.told[-1]
    assert "Hold Ctrl+Space and drag" in dialogs.told[-1]
