"""Another colour for a part of the figure, from the tags panel: exact, and nothing is painted."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog

from app.document.color_edits import recolor_part
from app.document.edits import AddHint
from app.document.project_file import new_project
from app.document.swatch_edits import SetColorSets
from models.hints.hints import PointHint
from models.hints.parts import Part
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.idle import settle

RED, BLUE, GREEN = (200, 40, 40), (40, 60, 200), (30, 160, 60)
LEFT, RIGHT = (40, 60), (120, 60)


class Figure(WatershedGenerator):
    """The watershed fill, which takes the left half for hair and the right half for a top."""

    painted = 0

    def paint(self, *arguments, **options):
        self.painted += 1
        painting = super().paint(*arguments, **options)
        parts = np.full(painting.rgb.shape[:2], Part.TOP, dtype=np.uint8)
        parts[:, : parts.shape[1] // 2] = Part.HAIR
        return replace(painting, parts=parts)


@pytest.fixture
def generator():
    return Figure()


def paint(window, qtbot, *hints):
    for at, color in hints:
        window.parts.session.apply(AddHint(PointHint(*at, color, 3.0)))
    settle(window, qtbot)


def seen(window, at):
    column, row = at
    return tuple(window.parts.session.pixels.get("flats")[row, column, :3].tolist())


def box_of(window, part):
    return next(box for box in window.tags_panel.groups if box.group.part is part)


def ask(window, part, qtbot):
    swatch = box_of(window, part).seen
    qtbot.waitUntil(swatch.isVisible)
    window.tags_panel._scroll.ensureWidgetVisible(swatch)
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(QColorDialog)))
    return window.findChildren(QColorDialog)[-1]


@pytest.fixture
def figure(make_window, generator, qtbot):
    """A face that fills the left half, and a body that fills the right one, in one colour."""
    window = make_window(lambda _name: Colorizer(generator), Catalog(()))
    rgba_u8 = np.full((120, 160, 4), 255, dtype=np.uint8)
    cv2.rectangle(rgba_u8, (1, 1), (78, 118), (0, 0, 0, 255), 2)
    cv2.rectangle(rgba_u8, (81, 1), (158, 118), (0, 0, 0, 255), 2)
    window.parts.session.open(new_project(rgba_u8, "pair"))
    window._docks.docks["tags"].raise_()
    paint(window, qtbot, (LEFT, RED), (RIGHT, RED))
    return window


def test_part_shows_its_color_and_takes_another_one(figure, generator, qtbot):
    paint(figure, qtbot, (RIGHT, BLUE))
    session, painted = figure.parts.session, generator.painted
    steps = len(session.history.titles)
    qtbot.waitUntil(lambda: box_of(figure, Part.HAIR).seen.color == RED)
    dialog = ask(figure, Part.HAIR, qtbot)
    for color in (GREEN, (9, 8, 7)):
        dialog.setCurrentColor(QColor(*color))
        settle(figure, qtbot)
        assert (seen(figure, LEFT), seen(figure, RIGHT)) == (color, BLUE)
    dialog.accept()
    assert len(session.history.titles) == steps + 1
    assert session.history.undo_title == "Recolour hair"
    qtbot.waitUntil(lambda: box_of(figure, Part.HAIR).seen.color == (9, 8, 7))
    session.undo()
    settle(figure, qtbot)
    qtbot.waitUntil(lambda: box_of(figure, Part.HAIR).seen.color == RED)
    assert generator.painted == painted


def test_part_is_parted_from_others_that_have_its_color(figure, generator, qtbot):
    session, painted = figure.parts.session, generator.painted
    dialog = ask(figure, Part.TOP, qtbot)
    for color in (BLUE, GREEN):
        dialog.setCurrentColor(QColor(*color))
        settle(figure, qtbot)
        assert (seen(figure, LEFT), seen(figure, RIGHT)) == (RED, color)
    dialog.accept()
    assert generator.painted == painted
    assert len(session.document.hints) == 3  # one more, at the places of the part
    session.undo()
    settle(figure, qtbot)
    assert (seen(figure, LEFT), seen(figure, RIGHT)) == (RED, RED)


def test_picture_without_parts_offers_none(watershed_window, qtbot):
    settle(watershed_window, qtbot)
    assert not any(box.seen.isVisible() for box in watershed_window.tags_panel.groups)
    assert watershed_window.tags_panel.recolor(Part.HAIR) is None


def test_part_stays_as_it_is_in_colour_sets_that_are_not_shown(figure, qtbot):
    session = figure.parts.session
    session.apply(SetColorSets(session.document.color_sets.added("night"), "Add"))
    dialog = ask(figure, Part.TOP, qtbot)
    for color in (BLUE, GREEN):
        dialog.setCurrentColor(QColor(*color))
    dialog.accept()
    settle(figure, qtbot)
    assert (seen(figure, LEFT), seen(figure, RIGHT)) == (RED, GREEN)
    figure.palette_panel.show_set("usual")
    settle(figure, qtbot)
    assert (seen(figure, LEFT), seen(figure, RIGHT)) == (RED, RED)


def test_part_is_recoloured_where_no_line_parts_it_from_others():
    """Most of the one area is the top's: what lies on the hair follows, and the rest stays."""
    white = np.full((120, 160, 4), 255, dtype=np.uint8)
    flats_u8 = white.copy()
    flats_u8[10:110, 60:150, :3] = RED
    parts_u8 = np.full((120, 160), Part.TOP, dtype=np.uint8)
    parts_u8[:, :80] = Part.HAIR
    document = new_project(white, "open").document
    edit = recolor_part(document, flats_u8, parts_u8, Part.HAIR, RED)(GREEN)
    places = edit.places.spans.places() + edit.places.corner
    assert (places.min(axis=0).tolist(), places.max(axis=0).tolist()) == ([60, 10], [79, 109])
