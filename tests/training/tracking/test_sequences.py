"""What is learnt from a drawn sequence: the tracker's comparisons beside what is truly drawn."""

import numpy as np
import pytest

from models.tracking.reasoning import NAMES
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.seeds import VAL_SEEDS
from training.tracking.calibrate import ORDER, Observations, fit, observe_sequence, print_tables
from training.tracking.examples import sequence_examples
from training.tracking.sequences import Painter, planes

SEED = VAL_SEEDS + 950


@pytest.fixture(scope="module")
def painter():
    return Painter("tintline")


@pytest.fixture(scope="module")
def samples():
    return list(draw_sequence(SequenceKind.TURN, SEED, frames=2, size=160))


def test_key_frame_is_corrected_until_its_picture_is_right(painter, samples):
    key = painter.key_drawing(samples[0], 3)
    assert key.index == 3
    assert len(key.frame.hints) >= len(np.unique(planes(samples[0])[1]))
    told = key.colors[key.regions.labels]
    flat = planes(samples[0])[2].astype(np.int32) @ (65536, 256, 1)
    assert (told == flat)[key.regions.paper].mean() > 0.95


def test_each_comparison_is_an_example_with_an_answer(painter, samples):
    (found,) = sequence_examples(painter, samples)
    seen, known, count = found.features.shape
    assert count == len(NAMES)
    assert found.color.shape == found.own.shape == (seen, known + 1)
    assert found.color.any(axis=1).all()
    assert (found.own <= found.color).all()
    # In the next frame of a head that turns, nearly all is what it was.
    assert found.weight[found.color[:, :-1].any(axis=1)].sum() > 0.9 * found.weight.sum()


def test_what_is_told_of_a_frame_is_observed_beside_its_truth(painter, samples):
    rng = np.random.default_rng(0)
    (found,) = observe_sequence(painter, samples, ORDER.index("ink"), (0,), rng)
    assert len(found.evidence) == len(found.right) > 5
    assert found.right.mean() > 0.8


def test_curve_says_how_often_evidence_was_right(capsys):
    rng = np.random.default_rng(0)
    evidence = rng.uniform(0.5, 0.999, 4000)
    right = (rng.random(4000) < evidence**2).astype(np.float64)
    observed = Observations(evidence, np.full(4000, 500.0), right, np.zeros(4000))
    curve = fit(observed)
    print_tables(observed, curve)
    lines = capsys.readouterr().out.splitlines()
    for cell in (lines[2][28:][place : place + 22].split() for place in range(22, 132, 22)):
        shown, were_right, _ = map(float, cell)
        assert shown == pytest.approx(were_right, abs=0.06)
