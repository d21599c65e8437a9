"""Promises of steadiness over frames: nothing for a constant sequence, known values for a step."""

import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from models.hints.parts import Part
from models.runtime.watershed import WatershedGenerator
from tests.helpers.training.small_set import two_tone_figure
from training.evaluation.character_sequences import (
    TRUTH,
    draw_sequence,
    measure_sequences,
    region_hints,
    region_identities,
)
from training.metrics.sequences import measure_steadiness

RED, BLUE = (0.8, 0.1, 0.1), (0.1, 0.1, 0.8)


def frame(left, right):
    picture = np.empty((10, 20, 3), dtype=np.float32)
    picture[:, :10], picture[:, 10:] = left, right
    return picture


def halves():
    regions = np.ones((10, 20), dtype=np.int32)
    regions[:, 10:] = 2
    return regions


def difference(one, other):
    return float(deltaE_ciede2000(rgb2lab(np.array(one)), rgb2lab(np.array(other))))


def test_constant_sequence_does_not_flicker():
    found = measure_steadiness([frame(RED, BLUE)] * 4, [halves()] * 4)
    assert (found.flicker, found.consistency, found.worst) == (0, 0, 0)
    assert found.regions == 2


def test_region_that_changes_at_every_frame_flickers_by_its_difference():
    frames = [frame(RED, BLUE), frame(BLUE, BLUE), frame(RED, BLUE)]
    found = measure_steadiness(frames, [halves()] * 3)
    assert found.flicker == pytest.approx(difference(RED, BLUE) / 2)  # half of the pixels
    assert found.worst > found.consistency > 0
    assert found.consistency == pytest.approx(found.worst / 2)


def test_slow_drift_flickers_little_but_is_inconsistent():
    greys = np.linspace(0.3, 0.7, 9)
    found = measure_steadiness([frame((g,) * 3, (g,) * 3) for g in greys], [halves()] * 9)
    assert found.consistency > 2 * found.flicker


def test_regions_move_with_their_numbers():
    moved = halves()[:, ::-1]
    found = measure_steadiness([frame(RED, BLUE), frame(BLUE, RED)], [halves(), moved])
    assert found.flicker == 0


def test_ground_and_specks_are_left_out_and_nothing_is_nan():
    regions = np.zeros((10, 20), dtype=np.int32)
    regions[0, :5] = 3
    found = measure_steadiness([frame(RED, BLUE), frame(BLUE, RED)], [regions] * 2)
    assert found.regions == 0
    assert np.isnan([found.flicker, found.consistency, found.worst]).all()


def test_other_numbers_or_sizes_are_refused():
    with pytest.raises(ValueError, match="2 frames but 1 region maps"):
        measure_steadiness([frame(RED, BLUE)] * 2, [halves()])
    with pytest.raises(ValueError, match="differ in size"):
        measure_steadiness([frame(RED, BLUE)], [halves()[:5]])


def test_characters_keep_their_regions_numbers_from_pose_to_pose():
    samples = draw_sequence(10_000_000, frames=3, side=160)
    regions = region_identities(samples)
    assert not (samples[0].color == samples[1].color).all()
    for number in np.unique(regions[0])[1:]:
        colors = {
            tuple(sample.flat[each == number][0].tolist())
            for sample, each in zip(samples, regions)
            if (each == number).any()
        }
        parts = {
            part
            for sample, each in zip(samples, regions)
            for part in np.unique(sample.labels[each == number]).tolist()
        }
        assert len(colors) == 1
        assert len(parts) == 1
    shared = set(np.unique(regions[0])) & set(np.unique(regions[1])) - {0}
    assert len(shared) >= 3


def test_region_hints_lie_in_their_region_in_its_color():
    [sample] = draw_sequence(10_000_001, frames=1, side=160)
    [regions] = region_identities([sample])
    hints = region_hints(sample, regions)
    assert len(hints) >= 3
    for hint in hints:
        place = int(hint.y), int(hint.x)
        assert regions[place] > 0
        assert tuple(sample.flat[place].tolist()) == hint.color


def test_samples_without_regions_are_refused():
    with pytest.raises(ValueError, match="figure-1: parts, flat colours and lines are needed"):
        region_identities([two_tone_figure(1)])


def test_generator_without_tags_is_measured_by_hints_alone():
    figures = measure_sequences({"fill": WatershedGenerator()}, 1, frames=2, side=128)
    assert [(each.method, each.given) for each in figures] == [(TRUTH, "-"), ("fill", "hints")]
    assert all(each.characters == 1 and each.flicker >= 0 for each in figures)
    assert int(Part.BACKGROUND) == 0  # the number that is left out
