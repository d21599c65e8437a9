"""A tool's tip shows what it does, and says why where it cannot be used."""

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from app.canvas.tools import ToolName
from app.commands.tool_tips import PICTURE, tool_lines

TOOLS = tuple(name for name in ToolName if name is not ToolName.ROTATE)


def rest_on(window, name):
    """Let the pointer rest on a tool's button; its button and the card."""
    button = window.tool_column.widgetForAction(window.commands[f"tool_{name}"])
    at = button.rect().center()
    tip = QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(at))
    QApplication.sendEvent(button, tip)
    return button, window.tool_column.tips.card


def test_every_tool_has_a_picture_of_its_own_and_a_line():
    assert set(tool_lines()) == set(TOOLS)
    pictures = [Image.open(resources.TIPS / f"{name}.webp") for name in TOOLS]
    assert {picture.size for picture in pictures} == {(2 * PICTURE).toTuple()}
    assert len({picture.tobytes() for picture in pictures}) == len(TOOLS)


@pytest.mark.parametrize("name", TOOLS)
def test_a_tip_shows_picture_name_keys_and_a_line(window, name):
    button, card = rest_on(window, name)
    assert card.isVisible()
    assert not card.picture.pixmap().isNull()
    assert card.title.text() == window.commands[f"tool_{name}"].toolTip()
    assert button.accessibleDescription() == card.line.text() == tool_lines()[name]
    assert card.pos().x() > button.mapToGlobal(QPoint(0, 0)).x()


def test_a_tip_goes_with_the_pointer_and_with_a_press(window):
    button, card = rest_on(window, ToolName.BRUSH)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert not card.isVisible()
    rest_on(window, ToolName.BRUSH)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_a_tip_goes_with_a_key_and_with_the_window(window):
    button, card = rest_on(window, ToolName.BRUSH)
    QTest.keyClick(window.canvas, Qt.Key.Key_F)
    assert not card.isVisible()
    rest_on(window, ToolName.BRUSH)
    QApplication.sendEvent(button.window(), QEvent(QEvent.Type.WindowDeactivate))
    assert not card.isVisible()


def test_a_tool_that_is_of_no_use_says_why(window):
    action = window.commands["tool_fill"]
    action.setEnabled(False)
    action.setToolTip("Fill region (F): hints are of no use")
    _, card = rest_on(window, ToolName.FILL)
    assert "no use" in card.line.text()
