"""The list of generators as a new profile shows it: the best in use, groups, one scroll bar."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel

import resources
from app.document.project_file import new_project
from app.inference.painter import painter_loader
from app.panels.generator_panel import NAME_ROLE
from models.device import CPU
from models.runtime.catalog import Catalog
from tests.helpers.fakes import drawing


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
