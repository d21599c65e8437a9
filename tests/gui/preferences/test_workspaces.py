"""Workspaces keep where the panels lie."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.window.preferences.workspaces_page import WorkspacesPage
from tests.helpers.fakes import FakeLoader
from tests.helpers.idle import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def calm(drawn, qtbot):
    settle(drawn, qtbot)
    return drawn


@pytest.fixture
def page(calm):
    dialog = calm.preferences.show()
    dialog.show_page(WorkspacesPage)
    return dialog.pages[5]


def hidden(window):
    return {name for name, dock in window._docks.docks.items() if dock.isHidden()}


def test_panels_lie_again_as_a_workspace_has_them(calm, dialogs, page):
    usual = hidden(calm)
    calm._docks.docks["layers"].hide()
    calm._docks.docks["tags"].hide()
    dialogs.named = "Drawing & colour"
    QTest.mouseClick(page.save, LEFT)
    calm.workspaces.reset()
    assert hidden(calm) == usual
    page.list.setCurrentRow(0)
    QTest.mouseClick(page.show_one, LEFT)
    assert hidden(calm) == usual | {"layers", "tags"}
    QTest.mouseClick(page.reset, LEFT)
    assert hidden(calm) == usual


def test_menu_lists_and_switches_them(calm, dialogs):
    menu = calm._workspace_menu
    dialogs.named = "Wide & low"
    menu.save_as()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Wide && low", "&Save the panels as…", "&Reset the panels"]
    calm._docks.docks["batch"].show()
    menu.actions()[0].trigger()
    assert calm._docks.docks["batch"].isHidden()


def test_they_are_renamed_and_forgotten(calm, dialogs, page):
    for name in ("a", "b"):
        calm.workspaces.keep(name)
    page.list.setCurrentRow(0)
    dialogs.named = "c"
    QTest.mouseClick(page.rename, LEFT)
    assert calm.workspaces.names == ("c", "b")
    page.list.setCurrentRow(1)
    QTest.mouseClick(page.remove, LEFT)
    assert calm.workspaces.names == ("c",)


def test_next_window_knows_them_and_damaged_ones_change_nothing(make_window, painter):
    first = make_window(FakeLoader({"": painter}))
    first._docks.docks["tags"].hide()
    first.workspaces.keep("calm")
    first.parts.settings.workspaces = {**first.parts.settings.workspaces, "bad": "?", "worse": 3}
    first.parts.settings.store.sync()
    second = make_window(FakeLoader({"": painter}))
    assert second.workspaces.names == ("calm", "bad", "worse")
    usual = hidden(second)
    second.workspaces.show("bad")
    second.workspaces.show("worse")
    assert hidden(second) == usual
    second.workspaces.show("calm")
    assert "tags" in hidden(second)
