"""Linked colours in the real window: swatches, their tones, and colour sets change all that is
painted, and nothing is painted anew."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog

from app.document.edits import AddHint, SetPalette
from app.document.light_edits import SetLight
from app.document.palette import Palette
from app.document.project_file import new_project, read_project
from app.panels.swatches.swatch_list import SWATCH_ROLE, SWATCH_TYPE
from models.hints.hints import PointHint
from models.lighting.light import Light
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.fakes import save_project
from tests.helpers.idle import settle

RED, BLUE, GREEN, NIGHT = (200, 40, 40), (40, 60, 200), (30, 160, 60), (20, 16, 60)
LEFT = Qt.MouseButton.LeftButton
INSIDE, AROUND = (60, 60), (4, 4)


class Counting(WatershedGenerator):
    """The watershed fill, counting its paintings."""

    painted = 0

    def paint(self, *arguments, **options):
        self.painted += 1
        return super().paint(*arguments, **options)


@pytest.fixture
def generator():
    return Counting()


@pytest.fixture
def studio(make_window, generator, qtbot):
    """A blue ball on a red ground, both swatches, the palette in front and all painted."""
    window = make_window(lambda _name: Colorizer(generator), Catalog(()))
    rgba_u8 = np.full((120, 120, 4), 255, dtype=np.uint8)
    cv2.circle(rgba_u8, INSIDE, 45, (0, 0, 0, 255), 3)
    session = window.parts.session
    session.open(new_project(rgba_u8, "ball"))
    session.apply(AddHint(PointHint(*INSIDE, BLUE, 4.0)))
    session.apply(AddHint(PointHint(*AROUND, RED, 2.0)))
    session.apply(SetPalette(Palette((BLUE, RED), titles=("Dress", "Wall"))))
    window._docks.docks["palette"].raise_()
    settle(window, qtbot)
    return window


def seen(window, at=INSIDE, layer="flats"):
    """The colour of a layer at a place."""
    column, row = at
    return tuple(window.parts.session.pixels.get(layer)[row, column, :3].tolist())


def row_of(window, key):
    items = window.palette_panel.list
    return next(r for r in range(items.count()) if items.item(r).data(SWATCH_ROLE).key == key)


def middle_of(window, key):
    items = window.palette_panel.list
    return items.visualItemRect(items.item(row_of(window, key))).center()


def open_dialog(window, key, qtbot):
    """By a double click on the swatch."""
    viewport = window.palette_panel.list.viewport()
    QTest.mouseClick(viewport, LEFT, pos=middle_of(window, key))
    QTest.mouseDClick(viewport, LEFT, pos=middle_of(window, key))
    qtbot.waitUntil(lambda: bool(window.findChildren(QColorDialog)))
    return window.findChildren(QColorDialog)[-1]


def choose(menu, *texts):
    """Trigger an action of a menu by the beginnings of its text and its menus' texts."""
    for text in texts:
        action = next(each for each in menu.actions() if each.text().startswith(text))
        menu = action.menu() or menu
    action.trigger()


def test_swatch_changes_all_that_has_it_while_it_is_chosen_and_nothing_is_painted(
    studio, generator, qtbot
):
    session = studio.parts.session
    steps, painted = len(session.history.titles), generator.painted
    dialog = open_dialog(studio, BLUE, qtbot)
    for color in (GREEN, NIGHT):
        dialog.setCurrentColor(QColor(*color))
        settle(studio, qtbot)
        assert seen(studio) == color
        assert seen(studio, layer="colour") == color
        assert seen(studio, AROUND) == RED
    dialog.accept()
    assert len(session.history.titles) == steps + 1
    assert session.history.undo_title == "Swatch Dress to #14103c"
    assert studio.canvas.overlay.color_at(*INSIDE) == NIGHT
    session.undo()
    settle(studio, qtbot)
    assert seen(studio) == BLUE
    session.redo()
    settle(studio, qtbot)
    assert seen(studio) == NIGHT
    assert generator.painted == painted


def test_dialog_that_is_given_up_leaves_everything_as_it_was(studio, qtbot):
    before = studio.parts.session.document
    dialog = open_dialog(studio, BLUE, qtbot)
    dialog.setCurrentColor(QColor(*GREEN))
    settle(studio, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(studio, qtbot)
    assert studio.parts.session.document == before
    assert seen(studio) == BLUE


def test_lit_picture_follows_a_swatch_with_its_shade_and_nothing_is_painted(
    studio, generator, qtbot
):
    session = studio.parts.session
    session.apply(SetLight(Light(270.0)))
    settle(studio, qtbot)
    painted = generator.painted
    shaded = session.pixels.get("shade")[..., :3].min(axis=2) < 250
    dialog = open_dialog(studio, BLUE, qtbot)
    dialog.setCurrentColor(QColor(*GREEN))
    settle(studio, qtbot)
    dialog.accept()
    flats = session.pixels.get("flats")[..., :3]
    assert {tuple(c) for c in flats.reshape(-1, 3).tolist()} == {GREEN, RED}
    now = session.pixels.get("shade")[..., :3].min(axis=2) < 250
    assert (now & shaded).sum() > 0.97 * (now | shaded).sum()  # but for levels of soft edges
    assert generator.painted == painted


def test_swatch_painted_with_in_another_set_stays_its_swatch(studio, qtbot):
    panel, session = studio.palette_panel, studio.parts.session
    panel.add_set()
    session.apply(SetPalette(session.document.palette))
    dialog = open_dialog(studio, BLUE, qtbot)
    dialog.setCurrentColor(QColor(*NIGHT))
    dialog.accept()
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=middle_of(studio, BLUE))
    assert studio.canvas.brush.color == NIGHT
    session.apply(AddHint(PointHint(70, 70, studio.canvas.brush.color, 3.0)))
    settle(studio, qtbot)
    assert session.document.hints.hints[-1].color == BLUE
    panel.show_set("usual")
    settle(studio, qtbot)
    assert seen(studio, (70, 70)) == BLUE


def test_color_that_stands_for_another_one_can_still_be_painted(studio, qtbot):
    """Blue is shown as green; whoever paints blue then gets blue."""
    session = studio.parts.session
    dialog = open_dialog(studio, BLUE, qtbot)
    dialog.setCurrentColor(QColor(*GREEN))
    dialog.accept()
    session.apply(AddHint(PointHint(*AROUND, BLUE, 2.0)))
    settle(studio, qtbot)
    assert seen(studio, AROUND) == BLUE
    assert seen(studio) == GREEN


def test_sets_switch_all_colors_at_once_are_named_undone_and_saved(
    studio, generator, tmp_path, qtbot
):
    panel, session = studio.palette_panel, studio.parts.session
    painted = generator.painted
    QTest.mouseClick(panel.sets.add, LEFT)
    QTest.keyClicks(panel.sets.names.lineEdit(), "night")
    QTest.keyClick(panel.sets.names.lineEdit(), Qt.Key.Key_Return)
    assert session.document.color_sets.names == ("usual", "night")
    for key in (BLUE, RED):  # both become one colour, and part again by day
        dialog = open_dialog(studio, key, qtbot)
        dialog.setCurrentColor(QColor(*NIGHT))
        dialog.accept()
    settle(studio, qtbot)
    assert (seen(studio), seen(studio, AROUND)) == (NIGHT, NIGHT)
    panel.sets.names.setFocus()
    QTest.keyClick(panel.sets.names, Qt.Key.Key_Up)
    settle(studio, qtbot)
    assert session.document.color_sets.active == "usual"
    assert (seen(studio), seen(studio, AROUND)) == (BLUE, RED)
    assert session.history.undo_title == "Colour set usual"
    session.undo()
    settle(studio, qtbot)
    assert (seen(studio), seen(studio, AROUND)) == (NIGHT, NIGHT)
    assert generator.painted == painted
    save_project(session, tmp_path / "ball.tintline")
    again = read_project(tmp_path / "ball.tintline").document
    assert again == session.document
    assert again.color_sets.active == "night"
    QTest.mouseClick(panel.sets.remove, LEFT)
    assert session.document.color_sets.names == ("usual",)
    settle(studio, qtbot)


def test_set_cannot_have_no_name_and_takes_none_that_is_taken(studio, qtbot):
    panel, session = studio.palette_panel, studio.parts.session
    QTest.mouseClick(panel.sets.add, LEFT)
    entry = panel.sets.names.lineEdit()
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert panel.sets.names.currentText() == "set 2"
    entry.selectAll()
    QTest.keyClicks(entry, "usual")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert session.document.color_sets.active == "usual"
    settle(studio, qtbot)


def test_swatch_dropped_on_another_becomes_one_with_it(studio, generator, qtbot):
    items, session = studio.palette_panel.list, studio.parts.session
    painted = generator.painted
    items.setCurrentRow(row_of(studio, BLUE))
    content = items.mimeData([items.currentItem()])
    rest = content, LEFT, Qt.KeyboardModifier.NoModifier
    place = QPointF(middle_of(studio, RED))
    action = Qt.DropAction.CopyAction
    kinds = (QDragEnterEvent, QDragMoveEvent, QDropEvent)
    for kind, at in zip(kinds, (place.toPoint(), place.toPoint(), place), strict=True):
        event = kind(at, action, *rest)
        QApplication.sendEvent(items.viewport(), event)
        assert event.isAccepted()
    settle(studio, qtbot)
    assert session.document.palette.colors == (RED,)
    assert (seen(studio), seen(studio, AROUND)) == (RED, RED)
    assert session.history.undo_title == "Merge swatches"
    dialog = open_dialog(studio, RED, qtbot)
    dialog.setCurrentColor(QColor(*GREEN))
    dialog.accept()
    settle(studio, qtbot)
    assert (seen(studio), seen(studio, AROUND)) == (GREEN, GREEN)
    assert generator.painted == painted
    session.undo()
    session.undo()
    settle(studio, qtbot)
    assert session.document.palette.colors == (BLUE, RED)
    assert (seen(studio), seen(studio, AROUND)) == (BLUE, RED)


def test_menu_merges_replaces_and_gives_tones(studio, qtbot):
    panel, session = studio.palette_panel, studio.parts.session
    session.apply(SetLight(Light(270.0)))
    panel.set_brush_color(NIGHT)
    menu = panel.make_menu(panel.list.item(row_of(studio, BLUE)))
    choose(menu, "Tones", "Shade 1", "The brush")
    settle(studio, qtbot)
    colors = {tuple(c) for c in session.pixels.get("colour")[..., :3].reshape(-1, 3).tolist()}
    assert NIGHT in colors  # exactly what was chosen, in the shade of the ball
    assert session.history.undo_title == "Tones of a swatch"
    menu = panel.make_menu(panel.list.item(row_of(studio, BLUE)))
    choose(menu, "Tones", "Shade 1", "Derived")
    settle(studio, qtbot)
    colors = {tuple(c) for c in session.pixels.get("colour")[..., :3].reshape(-1, 3).tolist()}
    assert NIGHT not in colors
    panel.set_brush_color(GREEN)
    choose(panel.make_menu(panel.list.item(row_of(studio, BLUE))), "Replace by #1ea03c")
    settle(studio, qtbot)
    assert seen(studio) == GREEN
    choose(panel.make_menu(panel.list.item(row_of(studio, RED))), "Merge into", "Dress")
    settle(studio, qtbot)
    assert (seen(studio), seen(studio, AROUND)) == (GREEN, GREEN)


def test_every_flat_of_the_picture_becomes_a_swatch(studio, qtbot):
    panel, session = studio.palette_panel, studio.parts.session
    session.apply(SetPalette(Palette()))
    settle(studio, qtbot)
    QTest.mouseClick(panel.collect, LEFT)
    flats = session.pixels.get("flats")[..., :3].reshape(-1, 3)
    assert {tuple(color) for color in flats.tolist()} <= set(session.document.palette.colors)


def test_keyboard_opens_the_dialog_of_a_swatch(studio, qtbot):
    items = studio.palette_panel.list
    items.setCurrentRow(0)
    QTest.keyClick(items, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(studio.findChildren(QColorDialog)))
    dialog = studio.findChildren(QColorDialog)[-1]
    assert dialog.currentColor() == QColor(*BLUE)
    dialog.reject()


def test_given_up_colour_is_taken_back_though_the_document_was_saved_meanwhile(studio, qtbot):
    """As frames of a cut are, which are kept while the artist tries colours."""
    session = studio.parts.session
    before = session.document
    dialog = open_dialog(studio, BLUE, qtbot)
    for color in (GREEN, NIGHT):
        dialog.setCurrentColor(QColor(*color))
        session.mark_saved()
    dialog.reject()
    settle(studio, qtbot)
    assert session.document is before


def test_merged_colour_is_painted_as_the_other_under_a_palette_lock(studio, qtbot):
    session = studio.parts.session
    session.apply(SetPalette(Palette((BLUE, RED, (45, 55, 190)), locked=True)))
    studio.palette_panel.merge(BLUE, RED)
    settle(studio, qtbot)
    assert seen(studio) == RED


def test_swatch_of_another_window_is_merged_into_none(studio):
    items, content = studio.palette_panel.list, QMimeData()
    content.setData(SWATCH_TYPE, b"#123456")
    rest = content, LEFT, Qt.KeyboardModifier.NoModifier
    place, action = QPointF(middle_of(studio, RED)), Qt.DropAction.CopyAction
    QApplication.sendEvent(items.viewport(), QDragEnterEvent(place.toPoint(), action, *rest))
    move = QDragMoveEvent(place.toPoint(), action, *rest)
    QApplication.sendEvent(items.viewport(), move)
    assert not move.isAccepted()
