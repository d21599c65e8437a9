"""The network that judges regions, as it is fitted: its slopes, its steps, and who uses it."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from models.tracking.reasoning import NAMES, Rivals, reason
from training.tracking.examples import Example
from training.tracking.fit import fit
from training.tracking.reasoner import Descent, fresh_weights, loss_and_slopes, scores

SEEN, KNOWN = 6, 5
GROUP = np.array([0, 1, 1, 2, 0])


def example(seed=0, kind=np.float32, *, tells=0.0):
    """A comparison at random; `tells` is how much the first feature tells the right answer."""
    rng = np.random.default_rng(seed)
    own = np.eye(SEEN, KNOWN + 1, dtype=bool)
    own[-1, -1] = True
    color = np.concatenate([own[:, :-1] @ (GROUP[:, None] == GROUP), own[:, -1:]], axis=1)
    features = rng.normal(size=(SEEN, KNOWN, len(NAMES)))
    features[..., 0] += tells * own[:, :-1]
    beside = rng.random((SEEN, SEEN)) * ~np.eye(SEEN, dtype=bool)
    touching = rng.random((KNOWN, KNOWN)) < 0.5
    return Example(
        features=features.astype(kind),
        color=color,
        own=own,
        weight=rng.random(SEEN).astype(kind),
        beside=(beside / beside.sum(axis=1, keepdims=True)).astype(kind),
        touching=(touching | touching.T).astype(kind),
        group=GROUP,
    )


def weights_for(given, kind=np.float32, *, scale=1.0):
    fresh = fresh_weights(given.features.reshape(-1, len(NAMES)), np.random.default_rng(1))
    return {name: (scale * value).astype(kind) for name, value in fresh.items()}


def test_slopes_are_those_of_the_loss():
    given = example(kind=np.float64)
    weights = weights_for(given, np.float64, scale=1.5)
    _, slopes = loss_and_slopes(weights, given)
    assert slopes.keys() == weights.keys() - {"mean", "deviation"}
    rng, step = np.random.default_rng(2), 1e-6
    for name, slope in slopes.items():
        way = rng.normal(size=slope.shape)
        ahead, behind = (
            loss_and_slopes({**weights, name: weights[name] + sign * step * way}, given)[0]
            for sign in (1, -1)
        )
        assert (ahead - behind) / (2 * step) == pytest.approx((slope * way).sum(), rel=1e-4)


def test_what_is_fitted_is_what_the_tracker_uses():
    given = example()
    weights = weights_for(given)
    beside = csr_matrix(given.beside * 1000)
    rivals = Rivals(given.group, beside, csr_matrix(given.touching))
    found = scores(weights, given)
    used = reason(given.features, rivals, weights)
    np.testing.assert_allclose(used, found[:, :-1] - found[:, -1:], atol=1e-3)


def test_fitting_finds_what_tells_the_right_region(capsys):
    examples = [example(seed, tells=6.0) for seed in range(32)]
    weights = fit(examples, epochs=25)
    told = [float(line.split()[-1]) for line in capsys.readouterr().out.splitlines()]
    assert len(told) == 25
    assert told[-1] < 0.5 * told[0]
    unseen = [example(seed, tells=6.0) for seed in range(100, 110)]
    right = [scores(weights, each).argmax(axis=1) == each.own.argmax(axis=1) for each in unseen]
    assert np.mean(right) > 0.8  # by chance one in six


def test_steps_grow_and_end_at_almost_nothing():
    descent = Descent({"bias": np.zeros(2)}, steps=10, fastest=0.1)
    lengths = []
    for _ in range(10):
        before = descent.weights["bias"].copy()
        descent.step([{"bias": np.array([1.0, -1.0])}])
        lengths.append(float(np.abs(descent.weights["bias"] - before).max()))
    assert 2 <= lengths.index(max(lengths)) <= 4
    assert lengths[-1] < 1e-3 * max(lengths)
    assert (np.sign(descent.weights["bias"]) == (-1, 1)).all()
