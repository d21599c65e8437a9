"""What the pen's pressure counts as: the curve, its drawing, the test field, the strokes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.pen.pressure import FIRM, MOST_POINTS, SOFT, PenSettings, PressureCurve
from app.canvas.stroke import pressed_radius
from app.canvas.tools import BrushSettings
from app.window.preferences.pen_page import PenPage
from tests.helpers.idle import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(drawn, qtbot):
    settle(drawn, qtbot)
    dialog = drawn.preferences.show()
    dialog.show_page(PenPage)
    return dialog.pages[1]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=8))
def test_a_curve_goes_through_its_points_and_never_falls(steps):
    xs = sorted({x for x, _ in steps})
    ys = sorted(y for _, y in steps)[: len(xs)]
    if len(xs) < 2:
        return
    curve = PressureCurve(tuple((x / 50, y / 50) for x, y in zip(xs, ys)))
    values = [curve.at(step / 200) for step in range(201)]
    assert all(0 <= before <= after + 1e-9 <= 1 + 1e-9 for before, after in pairwise(values))
    for x, y in curve.points:
        assert curve.at(x) == pytest.approx(y)


@pytest.mark.parametrize(
    "points",
    [
        ((0.0, 0.0),),
        ((0.0, 0.0), (0.0, 1.0)),
        ((0.0, 0.5), (1.0, 0.4)),
        ((0.0, 0.0), (1.0, 1.2)),
        tuple((n / 10, n / 10) for n in range(MOST_POINTS + 1)),
    ],
)
def test_what_is_no_curve_is_refused(points):
    with pytest.raises(ValueError):
        PressureCurve(points)


def test_softer_counts_more_and_firmer_less():
    straight = PressureCurve().at(0.5)
    assert straight == pytest.approx(0.5)
    assert FIRM.at(0.5) < straight < SOFT.at(0.5)


@pytest.mark.parametrize("curve", [None, 3, [[0, 0]], [["a", 1], [2]]])
def test_damaged_pen_settings_are_as_usual(curve):
    assert PenSettings.read({"curve": curve}) == PenSettings()


def test_pen_settings_are_read_as_they_were_kept():
    pen = PenSettings(curve=SOFT)
    assert PenSettings.read(pen.kept()) == pen


def test_strokes_are_as_wide_as_the_curve_says(drawn, pen_for, page):
    drawn.canvas.set_brush(BrushSettings(radius=4.0))
    page._choose(FIRM)
    pen_for(drawn.canvas).stroke((10.0, 20.0), (40.0, 20.0), pressure=0.6)
    hint = drawn.parts.session.document.hints.hints[0]
    assert hint.radius == pytest.approx(pressed_radius(4.0, 0.25), abs=0.125)
    assert PenSettings.read(drawn.parts.settings.pen).curve == FIRM


def test_curve_is_bent_with_the_mouse(drawn, page):
    edit = page.curve
    start = edit.to_view(0.5, 0.5).toPoint()
    QTest.mousePress(edit, LEFT, pos=start)
    QTest.mouseMove(edit, start + QPoint(0, -40))
    QTest.mouseRelease(edit, LEFT, pos=start + QPoint(0, -40))
    (_, (x, y), _) = drawn.canvas.pen.curve.points
    assert x == pytest.approx(0.5, abs=0.01)
    assert y > 0.65
    QTest.mouseDClick(edit, LEFT, pos=edit.to_view(x, y).toPoint())
    assert len(drawn.canvas.pen.curve.points) == 2


def test_curve_is_bent_with_keys(drawn, page):
    edit = page.curve
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClick(edit, Qt.Key.Key_Right)
    assert drawn.canvas.pen.curve.points[0] == (0.04, 0.0)
    QTest.keyClick(edit, Qt.Key.Key_PageUp)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert drawn.canvas.pen.curve.points[1] == (1.0, 0.98)


def test_field_shows_how_hard_the_pen_is_pressed(page, pen_for):
    class Flat:
        """As a canvas whose picture is its own view."""

        def to_view(self, x, y):
            return x, y

    field, told = page.field, []
    field.viewport = Flat()
    field.pressure_changed.connect(told.append)
    pen = pen_for(field)
    pen.press((40.0, 40.0), 0.25)
    pen.move((90.0, 40.0), 0.75)
    pen.release((90.0, 40.0))
    assert all(pen.events)
    assert told == [0.25, 0.75, 0.75, None]
    assert [at for at, _ in field.points][:2] == [QPointF(40, 40), QPointF(90, 40)]
    QTest.mouseClick(field, LEFT, pos=QPoint(60, 60))
    assert {pressure for _, pressure in field.points} == {1.0}
