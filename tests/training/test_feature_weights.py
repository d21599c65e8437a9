"""Promises of training.feature_weights: a file, or torchvision, or a clear error."""

from urllib.error import URLError

import numpy as np
import pytest
import torch
from torchvision.models import VGG16_Weights

from models.networks.alacgan import AlacGan, AlacGanConfig
from models.networks.features import MissingWeightsError, vgg16_relu2_2
from training.feature_weights import FEATURE_NETWORKS, build_feature_network, give_weights


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


def test_every_network_but_local_features_has_torchvision_weights():
    assert {build().torchvision_name for build in FEATURE_NETWORKS.values()} == {
        "vgg16",
        "vgg19",
        "squeezenet1_1",
    }
