"""What stays lit of a form whose whole a network tells as lying in shade."""

from dataclasses import fields

import numpy as np
import pytest

from models.hints.parts import Part
from models.lighting.light import Light
from models.lighting.lit_share import MOST_DEEP, MOST_SHADED, told_maps
from models.lighting.maps import ToneMaps
from models.lighting.prior import prior_maps
from tests.helpers.lit_figures import ball, disc, form_of, head

ABOVE = (0, 40, 315, 285)
"""Lights that stand before the figure."""


def all_dark(noise=0.0):
    """What a network that doubts tells: everything in the second tone of shade."""
    rough = noise * np.random.default_rng(5).standard_normal((96, 96)).astype(np.float32)
    sure = np.full((96, 96), 4, dtype=np.float32) + rough
    return ToneMaps(sure, sure, np.full_like(sure, -8), np.full_like(sure, 0.9))


def hatted(part=Part.SKIN):
    """A head whose face is seen as some part, under a hat with a broad brim."""
    flat, parts = head()
    parts[np.isin(parts, (Part.SKIN, Part.EYES))] = part
    flat[:40], parts[:40] = 255, Part.BACKGROUND
    flat[30:40, 8:88], parts[30:40, 8:88] = (60, 90, 160), Part.HAT
    return flat, parts


def shares(form, maps, body):
    own = (form.bodies.index == body) & form.bodies.open
    return [float((plane[own] > least).mean()) for plane, least in (
        (maps.shade, 0), (maps.deep, 0), (maps.soft, 0.5)
    )]  # fmt: skip


@pytest.mark.parametrize("angle", ABOVE)
@pytest.mark.parametrize("part", [Part.SKIN, Part.HAIR, Part.TOP])
def test_a_face_below_a_hat_keeps_a_lit_majority_whatever_it_is_taken_for(angle, part):
    form = form_of(*hatted(part))
    maps = told_maps(form, Light(angle), all_dark())
    shaded, deep, soft = shares(form, maps, form.bodies.index[70, 48])
    assert 0.1 < shaded <= MOST_SHADED + 0.01
    assert deep <= MOST_DEEP + 0.01
    assert soft <= MOST_SHADED + 0.01


def test_the_brim_still_throws_a_band_on_the_face():
    form = form_of(*hatted())
    maps = told_maps(form, Light(0), all_dark())
    assert (maps.shade[41, 40:56] > 0).all()
    assert (maps.shade[60, 44:52] < 0).all()


@pytest.mark.parametrize("noise", [0.0, 2.0])
@pytest.mark.parametrize(
    ("angle", "far", "near"), [(315, (72, 72), (30, 30)), (40, (72, 24), (30, 66))]
)
def test_a_form_that_a_network_tells_dark_is_lit_on_the_side_of_the_light(noise, angle, far, near):
    maps = told_maps(form_of(*ball()), Light(angle), all_dark(noise))
    assert maps.shade[far] > 0
    assert maps.shade[near] < 0
    assert maps.soft[far] > 0.5 > maps.soft[near]


def test_each_form_is_lit_by_itself():
    """A hand, or a neck, away from the face."""
    flat, parts = head()
    disc(flat, (86, 86), 9, (250, 220, 200))
    disc(parts, (86, 86), 9, Part.SKIN)
    form = form_of(flat, parts)
    maps = told_maps(form, Light(315), all_dark())
    for body in range(form.bodies.count):
        assert shares(form, maps, body)[0] <= MOST_SHADED + 0.01
    assert maps.shade[80, 80] < 0 < maps.shade[92, 90]


def test_the_second_tone_stays_within_the_first():
    maps = told_maps(form_of(*head()), Light(300), all_dark(3.0))
    assert (maps.deep > 0).any()
    assert (maps.shade[maps.deep > 0] > 0).all()


@pytest.mark.parametrize("angle", [120, 180, 240])
def test_from_behind_a_whole_form_may_lie_in_shade(angle):
    form = form_of(*ball())
    maps = told_maps(form, Light(angle), all_dark())
    assert shares(form, maps, 0)[0] > 0.8


def test_as_the_light_sinks_no_shade_jumps():
    form = form_of(*hatted())
    dark = [
        shares(form, told_maps(form, Light(angle), all_dark()), form.bodies.index[70, 48])[0]
        for angle in range(86, 126, 2)
    ]
    assert max(np.diff(dark)) < 0.12


def test_what_is_lit_enough_is_left_as_it_was_told():
    form = form_of(*ball())
    light = Light(315)
    prior = prior_maps(form, light)
    maps = told_maps(form, light, None)
    for field in fields(ToneMaps):
        before, after = getattr(prior, field.name), getattr(maps, field.name)
        assert after == pytest.approx(before, abs=1e-5)
