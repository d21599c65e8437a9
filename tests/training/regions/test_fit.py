"""The network that tells gaps from what is open on purpose is fitted on drawings of ours."""

import numpy as np

from models.regions.evidence import NAMES
from models.regions.judged import score
from training.regions.fit import example_of, fit
from training.regions.openings import circles, erase, find_openings, flooded_regions


def test_fit_learns_a_balance_that_no_single_feature_tells(monkeypatch):
    monkeypatch.setattr("training.regions.fit.STEPS", 400)
    random = np.random.default_rng(2)
    looks = random.normal(size=(400, len(NAMES))).astype(np.float32)
    parts = looks[:, 3] * looks[:, 5] > 0
    weights = fit(looks, parts)
    assert ((score(looks, weights) > 0) == parts).mean() > 0.95


def test_gaps_that_are_opened_part_true_regions():
    whole = circles(np.random.default_rng(5))
    true = flooded_regions(whole)
    (opening, *_) = find_openings(whole, true, 6, np.random.default_rng(8))
    broken = whole.copy()
    erase(broken, opening, 6)
    assert broken[opening.y, opening.x] == 255
    assert whole[opening.y, opening.x] < 128
    looks, parts = example_of(whole, true, 6, seed=2)
    assert looks.shape == (len(parts), len(NAMES))
    assert 0 < parts.mean() <= 1
