"""Lights and painted light as values, and as what project files keep of them."""

import numpy as np
import pytest

from models.geometry import Size
from models.hints.marks import erase_marks
from models.lighting.light import (
    PRESETS,
    Follows,
    Light,
    LightError,
    ShadeStyle,
    light_from_json,
    light_to_json,
    parse_angle,
)
from models.lighting.strokes import (
    LightKind,
    LightStroke,
    draw_strokes,
    strokes_from_json,
    strokes_to_json,
)

STROKES = (
    LightStroke(((2.0, 2.0), (7.5, 2.0)), 1.5, LightKind.SHADE),
    LightStroke(((4.0, 2.0),), 1.0, LightKind.LIGHT),
    LightStroke(((2.0, 8.0), (8.0, 8.0)), 1.0, LightKind.LIT),
)


@pytest.mark.parametrize(
    ("angle", "toward"), [(0, (0, -1)), (90, (1, 0)), (180, (0, 1)), (-90, (-1, 0))]
)
def test_angles_run_clockwise_from_above(angle, toward):
    assert Light(angle).toward == pytest.approx(toward, abs=1e-9)


def test_an_angle_is_kept_within_one_turn():
    assert Light(-90.0) == Light(270.0) == Light(630.0)
    assert 0 <= Light(-1e-20).angle_deg < 360


@pytest.mark.parametrize(
    "wrong",
    [
        {"angle_deg": float("nan")},
        {"strength": 1.1},
        {"highlights": -0.1},
        {"tint": (0, 0)},
        {"glow": (0, 0, 256)},
    ],
)
def test_a_light_out_of_bounds_is_refused(wrong):
    with pytest.raises(ValueError, match="a light's"):
        Light(**wrong)


LIGHTS = (
    *PRESETS.values(),
    Light(12.5, ShadeStyle.SOFT, 0.0, 1.0),
    Light(follows=Follows.FIGURE),
)


@pytest.mark.parametrize("light", LIGHTS)
def test_a_light_is_read_back_as_it_was(light):
    assert light_from_json(light_to_json(light), "here") == light


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"angle": None}, "angle"),
        ({"style": "watercolour"}, "style"),
        ({"strength": 2}, "strength"),
        ({"tint": "mauve"}, "tint"),
        ({"follows": "sun"}, "follows"),
    ],
)
def test_a_wrong_light_is_told_with_its_place(change, place):
    with pytest.raises(LightError, match=rf"here: .*{place}"):
        light_from_json(light_to_json(Light()) | change, "here")


def test_angles_are_read_from_the_command_line():
    assert parse_angle("none") is None
    assert parse_angle(" 315 ") == 315
    for text in ("left", "nan", "inf", ""):
        with pytest.raises(ValueError, match="degrees clockwise"):
            parse_angle(text)


def test_strokes_are_read_back_as_they_were():
    assert strokes_from_json(strokes_to_json(STROKES), "here") == STROKES


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "glow"}, r"\[0\].kind.*'lit'"),
        ({"points": []}, "at least one point"),
        ({"points": [[1]]}, "2 numbers"),
        ({"radius": 0}, "radius"),
    ],
)
def test_a_wrong_stroke_is_told_with_its_place(change, message):
    content = strokes_to_json(STROKES[:1])
    with pytest.raises(LightError, match=message):
        strokes_from_json([content[0] | change], "here")


def test_a_stroke_without_points_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        LightStroke((), 1.0, LightKind.SHADE)


def test_later_strokes_cover_earlier_ones():
    plane = draw_strokes(STROKES, Size(10, 10))
    assert plane[2, 2] == 1
    assert plane[2, 4] == 2
    assert plane[8, 5] == 3
    assert plane[5].max() == 0
    assert plane.dtype == np.uint8


def test_the_eraser_takes_what_it_touches():
    assert erase_marks(STROKES, [(5.0, 8.0)], 0.5) == STROKES[:2]
    assert erase_marks(STROKES, [(20.0, 20.0)], 2.0) == STROKES


def test_a_light_that_stays_with_the_camera_says_what_it_said_before_there_was_a_choice():
    assert "follows" not in light_to_json(Light())
    assert light_to_json(Light(follows=Follows.FIGURE))["follows"] == "figure"
