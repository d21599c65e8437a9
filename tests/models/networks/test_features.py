"""Promises of models.networks.features: shapes, weights from files, never silently random."""

import numpy as np
import pytest
import torch

from models.networks.alacgan.local_features import LocalFeatures
from models.networks.features import (
    MissingWeightsError,
    SqueezeNetFeatures,
    VggFeatures,
    vgg16_relu2_2,
    vgg19_conv4_4,
    vgg19_perceptual,
    vgg19_sgru,
)
from models.networks.generator import count_parameters


def shapes_on_meta(network, side=512):
    network = network.to("meta")
    network.randomize(seed=0)
    return [tuple(map_.shape[1:]) for map_ in network(torch.zeros(1, 3, side, side, device="meta"))]


def test_slices_have_published_shapes_and_counts():
    assert shapes_on_meta(vgg16_relu2_2()) == [(128, 256, 256)]
    assert count_parameters(vgg16_relu2_2()) == 260_160
    assert shapes_on_meta(vgg19_conv4_4()) == [(512, 64, 64)]
    levels = [(64, 512, 512), (128, 256, 256), (256, 128, 128), (512, 64, 64), (512, 32, 32)]
    assert shapes_on_meta(vgg19_perceptual()) == levels
    assert shapes_on_meta(vgg19_sgru()) == levels


def test_squeezenet_has_the_count_of_its_release_and_falling_sizes():
    assert count_parameters(SqueezeNetFeatures()) == 722_496
    assert shapes_on_meta(SqueezeNetFeatures()) == [(128, 127, 127), (256, 63, 63), (512, 31, 31)]


@pytest.mark.parametrize("network", [vgg16_relu2_2(), SqueezeNetFeatures()])
def test_network_without_weights_refuses_to_run(network):
    with pytest.raises(MissingWeightsError, match=r"has no weights\. Name a file that holds them"):
        network(torch.zeros(1, 3, 32, 32))


@pytest.mark.parametrize("suffix", [".npz", ".pt"])
def test_weights_load_by_order_from_either_file_form(tmp_path, suffix):
    source = vgg16_relu2_2()
    source.randomize(seed=4)
    named = {f"features.{i}": weight.detach() for i, weight in enumerate(source.parameters())}
    named["features.99"] = torch.zeros(3)
    path = tmp_path / f"weights{suffix}"
    if suffix == ".npz":
        np.savez(path, **{name: value.numpy() for name, value in named.items()})
    else:
        torch.save(named, path)
    loaded = vgg16_relu2_2()
    loaded.load_file(path)
    picture = torch.rand(1, 3, 16, 16) * 2 - 1
    torch.testing.assert_close(loaded(picture)[0], source(picture)[0])
    assert loaded.origin == str(path)


def test_misfit_is_named_and_leaves_the_network_without_weights(tmp_path):
    path = tmp_path / "other.npz"
    np.savez(path, **{f"w{i}": np.zeros((2, 2), np.float32) for i in range(8)})
    network = vgg16_relu2_2()
    with pytest.raises(MissingWeightsError, match=r"w0 is \(2, 2\), VGG to conv2_2 needs"):
        network.load_file(path)
    assert network.origin == ""


@pytest.mark.parametrize("name", ["weights.npz", "weights.pt"])
@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut", b"nothing of the kind"])
def test_missing_or_damaged_file_gives_one_clear_error(tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MissingWeightsError, match=name):
        vgg16_relu2_2().load_file(path)


def test_pickled_code_is_refused(tmp_path):
    path = tmp_path / "weights.pt"
    torch.save({"x": pytest.raises}, path)
    with pytest.raises(MissingWeightsError, match=r"weights\.pt"):
        vgg16_relu2_2().load_file(path)


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(MissingWeightsError, match=r"weights are \.npz, \.pt or \.pth files"):
        vgg16_relu2_2().load_file(tmp_path / "weights.h5")


def test_vgg_sees_imagenet_statistics():
    network = VggFeatures(depths=(1,), taps=("conv1_1",))
    network.randomize(seed=0)
    with torch.no_grad():
        weight = network.convolutions["conv1_1"].weight
        weight.zero_()
        weight[:3, :, 1, 1] = torch.eye(3)
        (seen,) = network(torch.full((1, 3, 4, 4), 0.5))
    expected = (0.75 - np.array([0.485, 0.456, 0.406])) / np.array([0.229, 0.224, 0.225])
    np.testing.assert_allclose(seen[0, :3, 2, 2].numpy(), expected, rtol=1e-5)


def test_squeezenet_scale_follows_the_origin_of_its_weights():
    network = SqueezeNetFeatures(taps=("fire2",))
    weights = [weight.detach().clone() for weight in network.parameters()]
    network.load_weights({f"conv.{i}": w for i, w in enumerate(weights)}, origin="caffe port")
    assert network.preprocessing == "caffe"
    network.load_weights({f"features.{i}": w for i, w in enumerate(weights)}, origin="torchvision")
    assert network.preprocessing == "imagenet"


def test_local_features_see_bytes_minus_the_mean_in_bgr_order():
    network = LocalFeatures(width=8)
    network.randomize(seed=0)
    with torch.no_grad():
        first = network.convolutions[0]
        first.weight.zero_()
        first.weight[:3, :, 1, 1] = torch.eye(3)
        seen = []
        first.register_forward_hook(lambda _module, _inputs, output: seen.append(output))
        network(torch.ones(1, 1, 32, 32))
    expected = 255 - np.array([164.76139251, 167.47864617, 181.13838569])
    np.testing.assert_allclose(seen[0][0, :3, 4, 4].numpy(), expected, rtol=1e-5)


def test_same_seed_gives_the_same_random_weights():
    first, second = LocalFeatures(width=8), LocalFeatures(width=8)
    first.randomize(seed=7)
    second.randomize(seed=7)
    assert torch.equal(first.convolutions[3].weight, second.convolutions[3].weight)
    assert first.origin == "random numbers, seed 7"
