"""Promises of the whole-picture figures: as torchmetrics finds them, and as they are defined."""

import cv2
import numpy as np
import pytest
import torch
from torchmetrics.functional.image import (
    peak_signal_noise_ratio,
    structural_similarity_index_measure,
)

from models.networks.features import MissingWeightsError, SqueezeNetFeatures
from tests.helpers.training.small_set import two_tone_figure
from training.metrics.perceptual import choose_distance, feature_distance
from training.metrics.quality import MOST_PSNR, measure_quality, psnr, sharpness, ssim

SAMPLE = two_tone_figure(3)
TRUTH = SAMPLE.color.astype(np.float32) / 255
FIGURE = SAMPLE.figure > 127


def noisy(amount, seed=1):
    noise = np.random.default_rng(seed).normal(0, amount, TRUTH.shape)
    return np.clip(TRUTH + noise, 0, 1).astype(np.float32)


def blurred(sigma):
    return cv2.GaussianBlur(TRUTH, (0, 0), sigma)


@pytest.fixture(scope="module")
def distance():
    network = SqueezeNetFeatures()
    network.randomize(seed=2)
    return feature_distance(network)


def test_psnr_and_ssim_are_those_of_torchmetrics_inside_the_border():
    for ours in (noisy(0.05), blurred(1.5)):
        one, other = (torch.from_numpy(each.transpose(2, 0, 1)[None]) for each in (ours, TRUTH))
        wanted = peak_signal_noise_ratio(one, other, data_range=1.0)
        assert psnr(ours, TRUTH) == pytest.approx(float(wanted), rel=1e-5)
        _, places = structural_similarity_index_measure(
            one.double(), other.double(), data_range=1.0, return_full_image=True
        )
        assert ssim(ours, TRUTH) == pytest.approx(float(places[..., 5:-5, 5:-5].mean()), abs=1e-6)


def test_the_truth_is_perfect(distance):
    found = measure_quality(TRUTH, SAMPLE.color, figure=SAMPLE.figure, distance=distance)
    assert found.psnr == MOST_PSNR
    assert found.ssim == pytest.approx(1)
    assert found.sharpness == pytest.approx(1)
    assert found.feature_distance == pytest.approx(0, abs=1e-6)


def test_sharpness_falls_with_blur_and_rises_with_noise():
    values = [sharpness(blurred(sigma), TRUTH, FIGURE) for sigma in (0.5, 1.0, 2.0)]
    assert 1 > values[0] > values[1] > values[2] > 0
    assert sharpness(noisy(0.1), TRUTH, FIGURE) > 1


def test_flat_picture_has_no_sharpness_and_a_flat_truth_no_scale():
    ramp = np.linspace(0, 1, 64, dtype=np.float32)
    truth = np.repeat(np.tile(ramp, (64, 1))[..., None], 3, axis=2)
    inside = np.zeros((64, 64), dtype=bool)
    inside[:, 20:44] = True
    half = np.full_like(truth, 0.5)
    assert sharpness(half, truth, inside) == pytest.approx(0, abs=1e-9)
    assert np.isnan(sharpness(truth, half, inside))
    assert np.isnan(sharpness(truth, truth, np.zeros_like(inside)))


def test_feature_distance_grows_with_blur_and_names_its_network(distance):
    values = [distance(blurred(sigma), TRUTH) for sigma in (0.5, 1.0, 3.0)]
    assert 0 < values[0] < values[1] < values[2]
    assert distance.name == "unweighted features of SqueezeNet 1.1 (random numbers, seed 2)"


def test_small_pictures_have_a_feature_distance_and_no_ssim(distance):
    small = np.zeros((9, 30, 3), dtype=np.float32)
    assert distance(small, small + 0.5) > 0
    assert np.isnan(ssim(small, small))


def test_feature_distance_takes_the_network_of_the_data_before_any_download(tmp_path):
    network = SqueezeNetFeatures()
    network.randomize(seed=2)
    (tmp_path / "weights").mkdir()
    arrays = {name: value.numpy() for name, value in network.state_dict().items()}
    np.savez(tmp_path / "weights" / "squeezenet1_1_features.npz", **arrays)
    chosen = choose_distance("auto", tmp_path)
    assert chosen.name == "unweighted features of SqueezeNet 1.1 (squeezenet1_1_features.npz)"


def test_network_without_weights_measures_nothing(tmp_path):
    with pytest.raises(MissingWeightsError, match="has no weights"):
        feature_distance(SqueezeNetFeatures())
    with pytest.raises(ValueError, match="no feature network 'vgg'"):
        choose_distance("vgg=file.npz", tmp_path)
