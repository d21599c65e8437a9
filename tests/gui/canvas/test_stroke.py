"""Strokes in the making."""

import pytest

from app.canvas.pen_input import PenSample
from app.canvas.stroke import PRESSURE_FLOOR, DraftStroke, simplified
from models.hints.hints import PointHint, StrokeHint

RED = (255, 0, 0)


def draw(points, *, pressure=1.0, radius=8.0, spacing=1.0):
    draft = DraftStroke(color=RED, radius=radius, spacing=spacing)
    for index, (x, y) in enumerate(points):
        is_last = index == len(points) - 1
        draft.add(PenSample(float(index), x, y, pressure), is_last=is_last)
    return draft


def test_tap_becomes_a_point():
    hint = draw([(5.0, 6.0), (5.0, 6.0)]).to_hint()
    assert hint == PointHint(5.0, 6.0, RED, 8.0)


def test_line_keeps_its_ends_and_loses_what_is_straight():
    hint = draw([(float(x), 2.0) for x in range(20)]).to_hint()
    assert isinstance(hint, StrokeHint)
    assert hint.points == ((0.0, 2.0), (19.0, 2.0))


def test_light_pressure_draws_thin():
    full, light = draw([(0, 0), (50, 0)]), draw([(0, 0), (50, 0)], pressure=0.0)
    assert full.radius == 8.0
    assert light.radius == pytest.approx(8.0 * PRESSURE_FLOOR, abs=0.13)


def test_radius_is_the_mean_over_the_length():
    draft = DraftStroke(color=RED, radius=10.0)
    draft.add(PenSample(0, 0, 0, 1.0))
    draft.add(PenSample(1, 100, 0, 1.0))
    draft.add(PenSample(2, 200, 0, 0.0))
    assert draft.radius == pytest.approx((10.0 + 3.0) / 2, abs=0.13)


def test_near_samples_are_not_kept_but_the_last_one_is():
    draft = draw([(0, 0), (0.5, 0), (1.0, 0), (9.0, 0), (9.5, 0)], spacing=4.0)
    assert draft.points == ((0, 0), (9.0, 0), (9.5, 0))


def test_changed_region_holds_the_new_piece_only():
    draft = draw([(0, 0), (100, 0)])
    changed = draft.add(PenSample(9, 200, 0, 1.0))
    assert changed.left > 50
    assert changed.right >= 208


def test_simplified_line_stays_within_its_tolerance():
    points = [(float(x), 0.2 * (x % 2)) for x in range(50)]
    assert simplified(points, 0.25) == [points[0], points[-1]]
    assert len(simplified(points, 0.05)) > 20
