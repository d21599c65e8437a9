"""Hints that lie wrong are dragged where they belong."""

import pytest
from PySide6.QtCore import Qt

from app.document.edits import AddHint
from models.hints.hints import PointHint, StrokeHint

RED, BLUE = (200, 40, 40), (40, 60, 200)


@pytest.fixture
def moving(drawn, pen_for):
    drawn.parts.session.apply(AddHint(PointHint(20.0, 20.0, RED, 3.0)))
    drawn.parts.session.apply(AddHint(StrokeHint(((40.0, 30.0), (50.0, 30.0)), BLUE, 2.0)))
    drawn.commands["tool_move"].trigger()
    drawn.pen = pen_for(drawn.canvas)
    return drawn


def hints(window):
    return window.parts.session.document.hints.hints


def test_dragged_hint_goes_along_and_comes_back_in_one_step(moving):
    moving.pen.stroke((20.0, 20.0), (25.0, 22.0), (30.0, 26.0))
    point, stroke = hints(moving)
    assert (point.x, point.y) == pytest.approx((30.0, 26.0))
    assert point.color == RED
    assert stroke.points[0] == pytest.approx((40.0, 30.0))
    moving.parts.session.undo()
    assert (hints(moving)[0].x, hints(moving)[0].y) == pytest.approx((20.0, 20.0))


def test_stroke_keeps_its_shape_and_its_place_in_the_order(moving):
    moving.pen.stroke((45.0, 30.0), (43.0, 35.0))
    stroke = hints(moving)[1]
    assert stroke.points[0] == pytest.approx((38.0, 35.0))
    assert stroke.points[1] == pytest.approx((48.0, 35.0))


def test_press_on_bare_paper_moves_nothing(moving):
    before = hints(moving)
    moving.pen.stroke((5.0, 35.0), (20.0, 20.0))
    assert hints(moving) == before


def test_escape_puts_the_hint_back(moving, qtbot):
    moving.pen.press((20.0, 20.0))
    moving.pen.move((30.0, 30.0))
    qtbot.keyClick(moving.canvas, Qt.Key.Key_Escape)
    moving.pen.release((35.0, 35.0))
    assert (hints(moving)[0].x, hints(moving)[0].y) == pytest.approx((20.0, 20.0))


def test_cursor_tells_what_a_press_would_do(moving, qtbot):
    canvas = moving.canvas

    def at(x, y):
        moving.pen.move((x, y))
        return canvas.cursor().shape()

    assert at(20.0, 20.0) is Qt.CursorShape.SizeAllCursor
    assert at(5.0, 35.0) is Qt.CursorShape.ArrowCursor
    moving.commands["tool_pan"].trigger()
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    moving.pen.press((20.0, 20.0))
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    moving.pen.release((20.0, 20.0))
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    moving.commands["tool_picker"].trigger()
    assert canvas.cursor().shape() is Qt.CursorShape.BitmapCursor
