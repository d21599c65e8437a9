"""The tour of two minutes: what it points at, when a step is done, and that it can be left."""

import pytest
from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest

from app.dialogs import Answer
from app.document.edits import AddHint, SetTags
from app.document.project_file import new_project
from app.window.tour.steps import CANVAS
from models.hints.hints import PointHint, TagSelection
from tests.helpers.fakes import drawing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def touring(window, tmp_path, qtbot):
    """The window with the tour begun from the start page; steps follow at once."""
    Image.fromarray(drawing()).save(tmp_path / "samples" / "hana.png")
    tour = window.help.tour
    tour.pause.setInterval(0)
    QTest.mouseClick(window.start_page.tour_button, LEFT)
    qtbot.waitUntil(lambda: tour.is_on)
    qtbot.waitUntil(lambda: window.parts.is_idle)
    return window


def reach(window, place):
    """Pass steps until one points at a place."""
    tour = window.help.tour
    while tour.step.place != place:
        QTest.mouseClick(tour.card.next, LEFT)


def test_it_begins_on_an_uncoloured_sample_that_is_nobodys_file(touring):
    session = touring.parts.session
    assert (session.name, session.project_path) == ("hana", None)
    assert not session.document.hints.hints
    assert not session.document.tags.names
    assert touring.parts.settings.recent_files == ()
    assert touring.help.tour.step.place == CANVAS


def test_each_step_ends_once_it_is_done(touring, qtbot, tmp_path):
    tour, session, canvas = touring.help.tour, touring.parts.session, touring.canvas
    touring.dialogs.saved = tmp_path / "home.png"

    def stroke():
        spot = canvas.rect().center()
        QTest.mouseClick(canvas, LEFT, pos=spot)

    def choose_color():
        wheel = touring.color_panel.wheel
        QTest.mouseClick(wheel, LEFT, pos=wheel.rect().center())

    deeds = (
        stroke,
        choose_color,
        stroke,
        touring.commands["undo"].trigger,
        lambda: session.apply(SetTags(TagSelection(("blue_hair",)))),
        lambda: touring.light_panel.dial.setValue(120),
        lambda: QTest.mouseClick(touring.layers_panel.row("line").eye, LEFT),
        touring.commands["export_png"].trigger,
    )
    seen = []
    for deed in deeds:
        before = tour.step
        seen.append(before.title)
        deed()
        qtbot.waitUntil(lambda step=before: tour.step is not step, timeout=5000)
    assert not tour.is_on
    assert len(set(seen)) == len(deeds)
    assert (tmp_path / "home.png").is_file()
    assert len(session.document.hints) == 1


def test_what_is_no_part_of_a_step_does_not_end_it(touring):
    tour = touring.help.tour
    reach(touring, "undo")
    touring.parts.session.apply(AddHint(PointHint(9, 9, (1, 2, 3))))
    assert not tour.pause.isActive()


def test_the_card_stands_beside_its_place_and_follows_it(touring, qtbot):
    tour = touring.help.tour
    for place in ("colour", "undo", "tags", "light", "layers", "export_png"):
        reach(touring, place)
        pointed = tour._place
        assert pointed.isVisible()
        at = QRect(pointed.mapTo(touring, pointed.rect().topLeft()), pointed.size())
        card = tour.card.geometry()
        assert touring.rect().contains(card)
        assert not card.intersects(at)
        assert tour._ring.geometry().contains(at.center())
    reach(touring, "export_png")
    tour._show(0)
    before = tour.card.geometry()
    touring.resize(1200, 900)
    qtbot.waitUntil(lambda: tour.card.geometry() != before)
    assert touring.rect().contains(tour.card.geometry())


def test_the_card_works_by_keys_alone_and_says_its_words(touring):
    tour = touring.help.tour
    card = tour.card
    assert card.next.hasFocus()
    said = QAccessible.queryAccessibleInterface(card)
    assert said.text(QAccessible.Text.Name) == "Tour, step 1 of 8"
    assert card.text.text() in said.text(QAccessible.Text.Description)
    QTest.keyClick(card.next, Qt.Key.Key_Return)
    assert said.text(QAccessible.Text.Name) == "Tour, step 2 of 8"
    touring.canvas.setFocus()
    touring.commands["tour"].trigger()
    assert card.next.hasFocus()
    QTest.keyClick(card.next, Qt.Key.Key_Escape)
    assert not tour.is_on
    assert touring.canvas.hasFocus()
    assert touring.parts.session.name == "hana"


def test_the_step_back_names_the_keys_that_hold(touring):
    tour, shortcuts = touring.help.tour, touring.shortcuts
    reach(touring, "undo")
    assert tour.card.text.text().startswith("Ctrl+Z takes")
    shortcuts.set_keys("undo", [QKeySequence("Alt+,"), QKeySequence("F9")])
    assert tour.card.text.text().startswith("Alt+, takes")
    shortcuts.set_keys("undo", [])
    assert tour.card.text.text().startswith("This button takes")


def test_another_drawing_ends_it(touring):
    touring.parts.session.open(new_project(drawing(), "mine"))
    assert not touring.help.tour.is_on


def test_unsaved_work_stays_unless_it_is_given_up(drawn, tmp_path, dialogs, qtbot):
    Image.fromarray(drawing()).save(tmp_path / "samples" / "hana.png")
    drawn.parts.session.apply(AddHint(PointHint(9, 9, (1, 2, 3))))
    dialogs.answer = Answer.CANCEL
    drawn.commands["tour"].trigger()
    qtbot.waitUntil(lambda: "girl" in dialogs.asked)
    assert drawn.parts.session.name == "girl"
    assert not drawn.help.tour.is_on


def test_without_samples_it_says_so(window):
    window.commands["tour"].trigger()
    assert "sample" in window.banner_text
