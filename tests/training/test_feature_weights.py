"""Promises of training.feature_weights: a file, or torchvision, or a clear error."""

from urllib.error import URLError

import numpy as np
import pytest
import torch
from torchvision.models import VGG16_Weights

from models.networks.alacgan.network import AlacGan, AlacGanConfig
from models.networks.features import MissingWeightsError, vgg16_relu2_2
from models.networks.picture_features import PictureFeatures
from training.feature_weights import (
    FEATURE_NETWORKS,
    FeatureChoice,
    build_feature_network,
    give_weights,
)


@pytest.fixture
def vgg_arrays():
    source = vgg16_relu2_2()
    source.randomize(seed=1)
    return {f"features.{i}": weight.detach() for i, weight in enumerate(source.parameters())}


def test_named_file_is_used_and_the_network_is_frozen(vgg_arrays, tmp_path):
    path = tmp_path / "vgg16.npz"
    np.savez(path, **{name: value.numpy() for name, value in vgg_arrays.items()})
    network = build_feature_network("vgg16_relu2_2", file=path)
    assert network.origin == str(path)
    assert not any(weight.requires_grad for weight in network.parameters())
    assert not network.training


def test_torchvision_weights_are_used_without_a_file(vgg_arrays, monkeypatch):
    monkeypatch.setattr(VGG16_Weights, "get_state_dict", lambda *_args, **_options: vgg_arrays)
    network = build_feature_network("vgg16_relu2_2")
    assert network.origin == "torchvision vgg16"
    assert torch.equal(network.convolutions["conv1_1"].weight, vgg_arrays["features.0"])


@pytest.mark.parametrize(
    "error", [URLError("no route to host"), RuntimeError("invalid hash value")]
)
def test_unreachable_weights_say_what_to_do(error, monkeypatch):
    def fail(*_args, **_options):
        raise error

    monkeypatch.setattr(VGG16_Weights, "get_state_dict", fail)
    with pytest.raises(MissingWeightsError, match=r"cannot be had .* Name a file .* squeezenet"):
        build_feature_network("vgg16_relu2_2")


def test_networks_that_torchvision_lacks_ask_for_a_file():
    generator = AlacGan(AlacGanConfig(width=8, local_width=8, cardinality=(4, 4, 4, 2)))
    with pytest.raises(MissingWeightsError, match="local features network"):
        give_weights(generator)


def test_weights_already_there_are_kept():
    generator = AlacGan(AlacGanConfig(width=8, local_width=8, cardinality=(4, 4, 4, 2)))
    generator.local_features.randomize(seed=3)
    give_weights(generator)
    assert generator.local_features.origin == "random numbers, seed 3"


def test_unknown_name_lists_those_there_are():
    with pytest.raises(ValueError, match="no feature network 'resnet'; the recipe may name vgg16"):
        build_feature_network("resnet")


def test_every_network_but_our_own_has_torchvision_weights():
    assert {name for name, build in FEATURE_NETWORKS.items() if not build().torchvision_name} == {
        "picture_features"
    }


def test_our_own_features_are_built_as_wide_as_their_file_and_scaled_by_it(tmp_path):
    trained = PictureFeatures(width=4)
    trained.randomize(seed=2)
    trained.scales.copy_(torch.arange(1.0, 6.0))
    path = tmp_path / "weights.pt"
    torch.save(trained.state_dict(), path)
    network = FeatureChoice(network="picture_features", file=str(path)).build()
    picture = torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(0)) * 2 - 1
    maps, plain = network(picture), trained.unscaled(picture)
    assert [tuple(each.shape[1:]) for each in maps] == [
        (4, 32, 32),
        (8, 16, 16),
        (16, 8, 8),
        (32, 4, 4),
        (32, 2, 2),
    ]
    for level, (ours, raw) in enumerate(zip(maps, plain), start=1):
        assert torch.allclose(ours * level, raw)


def test_our_own_features_ask_for_the_file_that_makes_them():
    with pytest.raises(ValueError, match=r"train and export the recipe picture_features"):
        FeatureChoice(network="picture_features")


def test_file_without_convolutions_in_front_is_refused_by_name(tmp_path):
    path = tmp_path / "other.npz"
    np.savez(path, bias=np.zeros(3, np.float32))
    with pytest.raises(MissingWeightsError, match=r"other\.npz: starts with no convolution"):
        FeatureChoice(network="picture_features", file=str(path)).build()


def test_missing_file_of_our_own_features_says_which_recipe_makes_it(tmp_path):
    choice = FeatureChoice(network="picture_features", file=str(tmp_path / "none.pt"))
    with pytest.raises(MissingWeightsError, match=r"none\.pt: no such file .* recipe picture_feat"):
        choice.build()
