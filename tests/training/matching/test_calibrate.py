"""How sure a colour of references is: fitted on what was right, sure where hardly ever wrong."""

import numpy as np
import pytest

from models.matching.confidence import SIGNS, sure_from, weigh
from training.matching import calibrate
from training.matching.calibrate import TARGET, Observations, cross_fitted, fit


@pytest.fixture(scope="module")
def observed():
    """Colours that are right the more often, the more the first sign says so."""
    rng = np.random.default_rng(0)
    signs = rng.normal(0, 2, (6000, len(SIGNS))).astype(np.float32)
    right = rng.random(6000) < 1 / (1 + np.exp(-1 - 2 * signs[:, 0]))
    seed = np.arange(6000) // 200
    return Observations(signs, signs[:, 0], right, np.full(6000, 20, dtype=np.float32), seed)


def test_what_is_told_is_how_often_it_was_right(observed):
    share = weigh(observed.signs, fit(observed))
    for low, high in ((0.2, 0.5), (0.5, 0.8), (0.8, 0.95)):
        band = (share >= low) & (share < high)
        assert observed.right[band].mean() == pytest.approx(share[band].mean(), abs=0.05)


def test_what_is_sure_is_hardly_ever_wrong(observed):
    share = cross_fitted(observed)
    least = calibrate.sure_from(share, observed.right)
    sure = share >= least
    assert sure.mean() > 0.2
    assert (~observed.right[sure]).mean() <= TARGET
    assert (~observed.right[share >= least - 0.05]).mean() > TARGET
    assert calibrate.sure_from(share, np.zeros_like(observed.right)) == 1.0


def test_the_weights_that_ship_ask_for_more_than_the_network_says():
    assert 0.9 < sure_from() < 1
