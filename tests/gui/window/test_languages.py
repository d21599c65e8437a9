"""The real window in every language: no text is cut off, no mnemonic stands for two commands."""

import re
from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QTabBar

from app.languages.spoken import LANGUAGES, SOURCE, bare, speak
from app.main import TRANSLATIONS
from tests.helpers.idle import settle

COMBO_FRAME = 24
"""Pixels that a combo box takes beside its text."""


@pytest.fixture
def speaking(qapp):
    """Installs a language until the test ends."""
    installed = []

    def begin(language):
        installed.extend(speak(qapp, language, TRANSLATIONS))

    yield begin
    for translator in installed:
        qapp.removeTranslator(translator)


def mnemonics_twice(window):
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]
    groups = {"the menu bar": window.menuBar().actions()}
    groups |= {menu.title(): menu.actions() for menu in menus}
    twice = []
    for title, actions in groups.items():
        found = [re.search(r"&(\w)", action.text().replace("&&", "")) for action in actions]
        count = Counter(each[1].lower() for each in found if each)
        twice += [f"{letter} in {title}" for letter, times in count.items() if times > 1]
    return twice


def cut_off(root):
    """Texts of what is shown that have less room than they need; but such as may break lines."""
    kinds = (QAbstractButton, QLabel, QTabBar)
    chosen = [
        f"QComboBox: {box.currentText()}"
        for box in root.findChildren(QComboBox)
        if box.isVisible()
        and box.width() < box.fontMetrics().horizontalAdvance(box.currentText()) + COMBO_FRAME
    ]
    return chosen + [
        f"{type(widget).__name__}: {getattr(widget, 'text', widget.accessibleName)()}"
        for kind in kinds
        for widget in root.findChildren(kind)
        if widget.isVisible()
        and not (isinstance(widget, QLabel) and (widget.wordWrap() or widget.minimumWidth() > 0))
        and widget.width() < widget.minimumSizeHint().width()
    ]


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != SOURCE])
def test_window_and_preferences_hold_their_texts(language, speaking, make_window, qtbot):
    from tests.helpers.fakes import FakeLoader, FakePainter

    speaking(language)
    window = make_window(FakeLoader({"": FakePainter("fake"), "fake": FakePainter("fake")}))
    window.resize(1280, 760)
    assert window.commands["open"].text() != "&Open…"
    assert not mnemonics_twice(window)
    for name in ("generator", "light"):
        window._docks.docks[name].raise_()
        QApplication.processEvents()
        area = window._docks.docks[name].widget()
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), name
    window.show_preferences()
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    (preferences,) = [w for w in shown if w.windowTitle()]
    assert not cut_off(window)
    for row in range(preferences.list.count()):
        preferences.list.setCurrentRow(row)
        QApplication.processEvents()
        assert not cut_off(preferences)
    preferences.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_over_the_drawing_hold_their_texts_on_a_laptop(language, speaking, make_window, qtbot):
    from app.canvas.painting.placing import Placing
    from app.document.project_file import new_project
    from app.window.regions.foot_bar import FootBar
    from tests.helpers.fakes import FakeLoader, FakePainter

    speaking(language)
    window = make_window(FakeLoader({"": FakePainter("fake"), "fake": FakePainter("fake")}))
    window.resize(1366, 768)
    sheet = np.full((200, 300, 4), 255, dtype=np.uint8)
    window.parts.session.open(new_project(sheet, "blank"))
    settle(window, qtbot)
    seen = set()

    def look():
        settle(window, qtbot)
        assert not cut_off(window)
        shown = [bar for bar in window.findChildren(FootBar) if bar.isVisible()]
        for bar in shown:
            assert bar.parentWidget().rect().contains(bar.geometry()), bar.objectName()
        seen.update(bar.objectName() for bar in shown)

    for command in ("tool_fill", "tool_select"):
        window.commands[command].trigger()
        look()
    window.commands["leaks"].setChecked(True)
    window.commands["regions"].setChecked(True)
    look()
    window.commands["leaks"].setChecked(False)
    window.commands["regions"].setChecked(False)
    window.commands["layer_add"].trigger()
    window.commands["tool_brush"].trigger()
    look()
    window.painting.placer.begin(Placing(sheet[:40, :40], 60.0, 60.0))
    look()
    window.painting.placer.drop()
    assert seen == {bar.objectName() for bar in window.findChildren(FootBar)}


def test_layers_are_named_in_the_language_spoken(speaking, make_window):
    from app.document.project_file import new_project
    from tests.helpers.fakes import FakeLoader, FakePainter

    speaking("de")
    window = make_window(FakeLoader({"": FakePainter("fake"), "fake": FakePainter("fake")}))
    window.parts.session.open(new_project(np.full((40, 60, 4), 255, dtype=np.uint8), "blank"))
    window.layers_panel.select("hints")
    name = QApplication.translate("Layers", "Hints")
    assert name != "Hints"
    row = window.layers_panel.list.currentItem()
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == name
    window.commands["copy"].trigger()
    assert name in window.banner_text


def test_bare_text_has_no_mnemonic():
    assert bare("&Open…") == "Open…"
    assert bare("開く(&O)…") == "開く…"
    assert bare("ブラシ (S)(&B)") == "ブラシ (S)"
