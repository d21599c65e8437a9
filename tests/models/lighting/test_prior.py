"""Tones by geometry: on the side that turns from the light, and under what hangs over."""

import numpy as np
import pytest

from models.hints.parts import Part
from models.lighting.light import Light
from models.lighting.prior import prior_maps
from models.tracking.turns import Turn
from tests.helpers.lit_figures import SKIN, ball, disc, form_of, head


@pytest.mark.parametrize(
    ("angle", "shaded", "lit"),
    [
        (315, (72, 72), (30, 30)),
        (45, (72, 24), (30, 66)),
        (90, (48, 16), (48, 80)),
        (270, (48, 80), (48, 16)),
    ],
)
def test_shade_lies_on_the_side_away_from_the_light(angle, shaded, lit):
    maps = prior_maps(form_of(*ball()), Light(angle))
    assert maps.shade[shaded] > 0
    assert maps.shade[lit] < 0
    assert maps.soft[shaded] > 0.7
    assert maps.soft[lit] < 0.3


def test_turning_the_light_around_mirrors_the_shade():
    form = form_of(*ball())
    left, right = (prior_maps(form, Light(angle)).shade > 0 for angle in (290, 70))
    assert left[:, 49:].sum() > 5 * left[:, :48].sum()
    assert right[:, :48].sum() > 5 * right[:, 49:].sum()


def test_the_ground_has_no_tones():
    form = form_of(*head())
    outside = form.bodies.index < 0
    for angle in (0, 120, 180):
        maps = prior_maps(form, Light(angle))
        for odds in (maps.shade, maps.deep, maps.highlight):
            assert (odds[outside] < 0).all()
        assert not maps.soft[outside].any()


def test_hair_throws_shade_on_the_face():
    flat, parts = head()
    brow = (32, 48)  # just under the hair
    assert parts[brow] == Part.SKIN
    assert prior_maps(form_of(flat, parts), Light(0)).shade[brow] > 0
    parts[parts == Part.HAIR] = Part.OTHER
    assert prior_maps(form_of(flat, parts), Light(0)).shade[brow] < 0


def test_a_face_stays_clean_in_its_middle():
    form = form_of(*head())
    for angle in (300, 0, 60):
        assert prior_maps(form, Light(angle)).shade[66, 48] < 0


def test_hair_has_a_highlight_on_the_side_of_the_light():
    flat, parts = ball()
    parts[parts == Part.TOP] = Part.HAIR
    bright = prior_maps(form_of(flat, parts), Light(315)).highlight > 0
    assert bright.any()
    rows, columns = np.nonzero(bright)
    assert rows.mean() < 44
    assert columns.mean() < 44


def test_a_light_from_behind_leaves_the_figure_in_shade_but_for_its_rim():
    form = form_of(*ball())
    maps = prior_maps(form, Light(180))
    assert maps.shade[48, 48] > 0
    assert maps.highlight[80:, 48].max() > 0
    assert maps.highlight[20:70, 48].max() < 0
    assert ((maps.highlight > 0) & (maps.shade > 0)).sum() == 0


def test_where_a_frame_cuts_a_figure_off_there_is_no_rim():
    flat, parts = ball()
    flat[60:], parts[60:] = 255, Part.BACKGROUND
    rim = prior_maps(form_of(flat, parts), Light(180)).highlight > 0
    assert not rim[:, 30:66].any()
    flat, parts = ball()
    flat[:, 60:], parts[:, 60:] = 255, Part.BACKGROUND
    rim = prior_maps(form_of(flat, parts), Light(160)).highlight > 0
    assert not rim[30:66, 50:].any()
    assert rim[66:, :48].any()


def test_specks_beside_the_figure_have_no_rim():
    flat, parts = ball()
    disc(flat, (90, 90), 4, SKIN)
    disc(parts, (90, 90), 4, Part.TOP)
    rim = prior_maps(form_of(flat, parts), Light(180)).highlight > 0
    assert rim[80:, 40:56].any()
    assert not rim[84:, 84:].any()


def test_the_second_tone_lies_in_the_first():
    flat, parts = head()
    disc(parts, (48, 90), 5, Part.TOP)
    maps = prior_maps(form_of(flat, parts), Light(300))
    assert (maps.deep > 0).any()
    assert (maps.shade[maps.deep > 0] > 0).all()


@pytest.mark.parametrize("turn", [Turn(90), Turn(-30), Turn(0, mirrored=True), Turn(120, True)])
def test_a_turned_figure_has_its_tones_turned(turn):
    """Whatever the light: one from above that comes to lie below does not stand behind."""
    form = form_of(*ball())
    told = prior_maps(form, Light(330, turn=turn))
    plain = prior_maps(form, Light(330))
    assert (told.highlight <= 0).all()

    def lit_from(maps):
        body = form.bodies.index >= 0
        dark = np.argwhere(body & (maps.shade > 0)).mean(axis=0)
        down, across = np.argwhere(body & (maps.shade <= 0)).mean(axis=0) - dark
        return np.degrees(np.arctan2(across, -down)) % 360

    gap = lit_from(told) - turn.of_angle(lit_from(plain))
    assert (gap + 180) % 360 - 180 == pytest.approx(0, abs=3)
    assert (told.shade > 0).sum() == pytest.approx((plain.shade > 0).sum(), rel=0.05)
