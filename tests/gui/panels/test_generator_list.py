"""The list of generators as a new profile shows it: the best in use, groups, one scroll bar."""

import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel

import resources
from app.document.project_file import new_project
from app.inference.painter import painter_loader
from app.panels.generator_panel import NAME_ROLE
from app.places import generator_folders
from models.device import CPU
from models.runtime.catalog import Catalog
from tests.helpers.fakes import drawing
from tests.helpers.places import OWN_GENERATOR, run_block


@pytest.fixture
def shipped(make_window, qtbot):
    """A window of a new profile with the generators that ship, and a drawing open."""
    catalog = Catalog((resources.GENERATORS,))
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(drawing(64, 64), "girl"))
    window._docks.docks["generator"].raise_()
    qtbot.waitUntil(lambda: window.parts.inference.is_idle)
    QApplication.processEvents()
    return window


def rows(window):
    shown = window.generator_panel.list
    return [shown.item(row) for row in range(shown.count())]


def test_new_profile_colors_with_the_best(shipped):
    names = [item.data(NAME_ROLE) for item in rows(shipped) if item.data(NAME_ROLE)]
    assert names == [entry.name for entry in shipped.parts.catalog.entries()]
    assert names[0] == "tintline"
    assert shipped.generator_panel.list.currentItem().data(NAME_ROLE) == "tintline"
    assert shipped.generator_panel.reason.text().startswith("Tintline runs on the CPU")
    assert shipped.tags_panel.groups[0].header.isEnabled()
    assert shipped.parts.settings.generator == ""


def test_small_ones_stand_below_their_heading_with_what_they_are_good_for(shipped):
    shown = shipped.generator_panel.list
    texts = [
        label.text()
        for item in rows(shipped)
        for label in (
            [shown.itemWidget(item)]
            if isinstance(shown.itemWidget(item), QLabel)
            else shown.itemWidget(item).findChildren(QLabel)
        )
    ]
    assert texts.index("Published methods, small") == texts.index("AlacGAN, small") - 1
    for entry in shipped.parts.catalog.entries():
        assert entry.spec.summary in texts
    headings = [item for item in rows(shipped) if item.data(NAME_ROLE) is None]
    assert len(headings) == 2
    assert not any(item.flags() & Qt.ItemFlag.ItemIsEnabled for item in headings)


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux keeps a user's data")
def test_a_generator_that_was_dropped_into_the_users_folder_paints(
    make_window, tmp_path, monkeypatch, qtbot
):
    """The manual's own, written where the manual says, chosen by a click in a new window."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "Tintline").mkdir()
    monkeypatch.chdir(tmp_path / "Tintline")
    run_block(OWN_GENERATOR)
    catalog = Catalog(generator_folders())
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(drawing(64, 64), "girl"))
    panel = window.generator_panel
    (own,) = [item for item in rows(window) if item.data(NAME_ROLE) == "mine"]
    assert "My generator" in [
        label.text() for label in panel.list.itemWidget(own).findChildren(QLabel)
    ]
    ready = []
    window.parts.inference.generator_ready.connect(lambda spec, _: ready.append(spec.title))
    window._docks.docks["generator"].raise_()
    panel.list.scrollToItem(own)
    middle = panel.list.visualItemRect(own).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: "My generator" in ready and window.parts.inference.is_idle)
    assert window.parts.session.document.generator == "mine"
    assert window.banner_text == ""
    assert "full size" in window.status_line.live_text


@pytest.mark.parametrize("width", [280, 420])
def test_panel_scrolls_and_nothing_within_it(shipped, width, qtbot):
    dock = shipped._docks.docks["generator"]
    shipped.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    panel = shipped.generator_panel
    bars = [area.verticalScrollBar() for area in panel.findChildren(QAbstractScrollArea)]
    assert bars
    assert all(bar.minimum() == bar.maximum() and not bar.isVisible() for bar in bars)
    assert panel.list.visualItemRect(rows(shipped)[-1]).bottom() < panel.list.height()
    assert dock.widget().verticalScrollBar().maximum() > 0


def test_wheel_over_the_device_scrolls_and_chooses_no_other(shipped):
    chosen, box = [], shipped.generator_panel.device
    shipped.generator_panel.device_chosen.connect(chosen.append)
    middle = QPointF(box.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentData() == "auto"
    assert chosen == []
    assert not turn.isAccepted()  # so that it goes on to the panel
