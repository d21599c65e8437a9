"""What geometry adds to what a network tells."""

import numpy as np
import pytest

from models.lighting.light import Light
from models.lighting.maps import ToneMaps, steadied
from models.lighting.prior import prior_maps
from tests.helpers.lit_figures import ball, form_of


def told_of(shade, highlight):
    """Maps of the ball's size with one certainty of shade and one of highlights."""
    planes = [np.full((96, 96), value, dtype=np.float32) for value in (shade, -8, highlight, 0.5)]
    return ToneMaps(*planes)


def test_before_the_figure_a_network_that_is_sure_is_believed():
    prior = prior_maps(form_of(*ball()), Light(315))
    maps = steadied(told_of(6, 3), prior, 0.0)
    assert (maps.shade > 0).all()
    assert (maps.highlight == 3).all()


@pytest.mark.parametrize("told", [-6, 0, 6])
def test_straight_behind_it_all_is_dark_but_the_rim_whatever_a_network_tells(told):
    form = form_of(*ball())
    prior = prior_maps(form, Light(180))
    maps = steadied(told_of(told, 6), prior, 1.0)
    own, rim = form.bodies.index >= 0, prior.highlight > 0
    assert (maps.shade[own & ~rim] > 0).all()
    assert (maps.highlight[own & ~rim] < 0).all()
    assert (maps.highlight[rim] > 0).all()
