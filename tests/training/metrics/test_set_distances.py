"""Promises of the set distances: known values, named networks, the papers' protocols."""

import dataclasses

import numpy as np
import pytest
import torch
from torch import nn
from torchmetrics.image.fid import FrechetInceptionDistance

from models.networks.features import MissingWeightsError, SqueezeNetFeatures
from tests.helpers.training.small_set import two_tone_figure
from training.evaluation.painters import BASELINES
from training.evaluation.set_protocol import CROPS, measure_sets, random_crops
from training.metrics import frechet
from training.metrics.case import Case
from training.metrics.frechet import (
    SetFeatures,
    bias_warning,
    choose_set_features,
    frechet_distance,
    kernel_distance,
    pooled_features,
)


def gaussian(seed, count, dims, *, mean=0.0, scale=1.0):
    return np.random.default_rng(seed).normal(mean, scale, (count, dims))


def case_of(seed):
    sample = two_tone_figure(seed)
    return Case(source="drawn", sample=sample, line_u8=sample.line)


class MeanColors(nn.Module):
    """Three features: the mean of each channel."""

    def forward(self, pictures):
        return pictures.mean(dim=(2, 3))


class Rows(nn.Module):
    """Features that were computed before."""

    num_features = 6

    def forward(self, features):
        return features


def test_a_set_has_no_distance_to_itself_whether_pictures_or_features_are_fewer():
    for count, dims in ((40, 6), (6, 40)):
        features = gaussian(1, count, dims)
        assert frechet_distance(features, features) == pytest.approx(0, abs=1e-9)


def test_shifted_set_lies_its_shift_squared_away():
    features = gaussian(2, 50, 4)
    shift = np.array([1.0, -2.0, 0.5, 0.0])
    assert frechet_distance(features, features + shift) == pytest.approx(5.25)


def test_scaled_set_lies_as_far_as_its_gaussians():
    features = gaussian(3, 60, 5)
    centred = features - features.mean(axis=0)
    variance = centred.var(axis=0, ddof=1).sum()
    # N(0, S) and N(0, 9 S): tr(S + 9 S - 2 (9 S S)^1/2) = 4 tr S
    assert frechet_distance(centred, 3 * centred) == pytest.approx(4 * variance)


def test_large_sets_approach_the_distance_of_their_gaussians():
    away = frechet_distance(gaussian(4, 20_000, 3), gaussian(5, 20_000, 3, mean=1.0, scale=2.0))
    assert away == pytest.approx(3 + 3, rel=0.05)  # 3 · 1² + 3 · (1 + 4 - 2 · 2)


def test_torchmetrics_finds_the_same_where_its_matrices_are_regular():
    first = gaussian(6, 80, 6)
    second = gaussian(7, 90, 6, mean=0.3) @ np.random.default_rng(8).normal(size=(6, 6))
    metric = FrechetInceptionDistance(feature=Rows(), normalize=True)
    metric.update(torch.from_numpy(first), real=True)
    metric.update(torch.from_numpy(second), real=False)
    assert frechet_distance(first, second) == pytest.approx(float(metric.compute()), rel=1e-6)


def test_kernel_distance_is_unbiased_and_grows():
    near = [kernel_distance(gaussian(s, 30, 4), gaussian(s + 100, 30, 4)) for s in range(40)]
    assert abs(np.mean(near)) < 3 * np.std(near) / np.sqrt(len(near))
    assert kernel_distance(gaussian(1, 30, 4), gaussian(2, 30, 4, mean=1.0)) > max(near)


def test_one_picture_or_other_features_are_refused():
    with pytest.raises(ValueError, match=r"two pictures or more.*\(1, 4\)"):
        frechet_distance(gaussian(1, 1, 4), gaussian(2, 9, 4))
    with pytest.raises(ValueError, match="same features"):
        kernel_distance(gaussian(1, 9, 4), gaussian(2, 9, 5))


def test_few_pictures_are_warned_of_with_their_number():
    assert "178 pictures" in bias_warning(178)
    assert bias_warning(10_000) == ""


def test_fallback_is_the_trained_network_of_the_data_and_is_named(tmp_path, monkeypatch):
    def refuse():
        raise MissingWeightsError("no way out")

    monkeypatch.setattr(frechet, "fetch_fid_inception", refuse)
    monkeypatch.setattr(frechet, "torchvision_inception", refuse)
    with pytest.raises(MissingWeightsError, match=r"no way out.*--fid-features inception=FILE"):
        choose_set_features("auto", tmp_path)
    network = SqueezeNetFeatures()
    network.randomize(seed=1)
    (tmp_path / "weights").mkdir()
    arrays = {name: value.numpy() for name, value in network.state_dict().items()}
    np.savez(tmp_path / "weights" / "squeezenet1_1_features.npz", **arrays)
    chosen = choose_set_features("auto", tmp_path)
    assert chosen.name == "SqueezeNet 1.1 (squeezenet1_1_features.npz), pooled"
    assert not chosen.published
    picture = np.random.default_rng(1).random((40, 50, 3), dtype=np.float32)
    assert chosen.extract(picture).shape == (512,)


def test_networks_without_weights_and_wrong_files_are_refused(tmp_path):
    with pytest.raises(MissingWeightsError, match="has no weights"):
        pooled_features(SqueezeNetFeatures())
    file = tmp_path / "inception.pt"
    torch.save({"first": torch.zeros(3)}, file)
    with pytest.raises(MissingWeightsError, match=r"inception\.pt: not the weights of FID's"):
        choose_set_features(f"inception={file}", tmp_path)
    with pytest.raises(ValueError, match="no feature network 'resnet'"):
        choose_set_features("resnet=x.npz", tmp_path)


def test_crops_are_squares_of_the_short_side_and_the_same_for_the_same_run():
    upright = case_of(1)
    wide = dataclasses.replace(
        upright,
        sample=dataclasses.replace(
            upright.sample,
            **{
                name: np.concatenate([getattr(upright.sample, name)] * 3, axis=1)
                for name in ("color", "figure", "line", "labels")
            },
        ),
        line_u8=np.tile(np.arange(288, dtype=np.uint8), (96, 1)),
    )
    first, again, other = (random_crops(wide, run) for run in (0, 0, 1))
    assert [each.line_u8.shape for each in first] == [(96, 96)] * CROPS
    lefts, lefts_again, others = (
        [int(each.line_u8[0, 0]) for each in crops] for crops in (first, again, other)
    )
    assert lefts == lefts_again
    assert lefts != others
    for left, crop in zip(lefts, first):
        assert (crop.sample.color == wide.sample.color[:, left : left + 96]).all()


def test_protocols_rank_the_truth_first_and_hint_only_c_fid():
    cases = [case_of(seed) for seed in range(4)]
    given = []

    def cheat(case, hints):
        given.append(len(hints))
        return case.sample.color.astype(np.float32) / 255

    figures = measure_sets(
        cases,
        generators={"cheat": cheat},
        baselines=BASELINES,
        features=SetFeatures("mean colours", MeanColors(), False),
        runs=2,
    )
    found = {(each.protocol, each.method): each for each in figures}
    assert found["FID", "cheat"].distance == pytest.approx(0, abs=1e-9)
    assert found["C-FID", "cheat"].distance == pytest.approx(0, abs=1e-9)
    assert found["FID", "line art as it is"].distance > 0.01
    assert found["C-FID", "nearest hint"].distance > 0.001
    assert found["FID", "cheat"].pictures == 8
    assert found["C-FID", "cheat"].pictures == 4
    assert ("FID", "nearest hint") not in found
    assert set(given) == {0, 28}
