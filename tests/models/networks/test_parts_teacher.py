"""The parts teacher: its backbone is the published network, its head keeps the picture's size."""

import math

import numpy as np
import pytest
import torch
from scipy.special import erf

from models.hints.parts import PART_COUNT
from models.networks.features import MissingWeightsError
from models.networks.parts_teacher import backbone
from models.networks.parts_teacher.network import PartsTeacherConfig, PartsTeacherHead
from tests.helpers.training.method_trials import tiny_backbone

LAYERS = 2


@pytest.fixture
def weights(tmp_path, monkeypatch):
    monkeypatch.setattr(backbone, "DEPTH", LAYERS)
    return tiny_backbone(tmp_path / "backbone.npz")


def norm(x, weight, bias):
    spread = np.sqrt(x.var(-1, keepdims=True) + 1e-6)
    return (x - x.mean(-1, keepdims=True)) / spread * weight + bias


def by_definition(w, rgb, places):
    """The features of a picture (3, H, W), step by step as the paper has them: (N, 384)."""
    mean, std = (
        np.array(v)[:, None, None] for v in (backbone.IMAGENET_MEAN, backbone.IMAGENET_STD)
    )
    rows, columns = rgb.shape[1] // 14, rgb.shape[2] // 14
    cut = ((rgb - mean) / std).reshape(3, rows, 14, columns, 14).transpose(1, 3, 0, 2, 4)
    x = cut.reshape(rows * columns, -1) @ w["patch.weight"].reshape(384, -1).T + w["patch.bias"]
    x = np.concatenate([(w["cls_token"] + w["pos_cls"])[None], x + places])
    for layer in range(LAYERS):
        own = {name[2:]: array for name, array in w.items() if name.startswith(f"{layer}.")}
        seen = norm(x, own["ln1.weight"], own["ln1.bias"])
        q, k, v = (
            (seen @ own[f"{n}.weight"] + own[f"{n}.bias"]).reshape(-1, 6, 64).transpose(1, 0, 2)
            for n in "qkv"
        )
        scores = np.exp(q @ k.transpose(0, 2, 1) / 8)
        mixed = (scores / scores.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(-1, 384)
        x = x + (mixed @ own["o.weight"] + own["o.bias"]) * own["ls1"]
        seen = norm(x, own["ln2.weight"], own["ln2.bias"]) @ own["fc1.weight"] + own["fc1.bias"]
        seen = seen * 0.5 * (1 + erf(seen / math.sqrt(2)))
        x = x + (seen @ own["fc2.weight"] + own["fc2.bias"]) * own["ls2"]
    return norm(x, w["ln.weight"], w["ln.bias"])[1:]


def test_backbone_computes_what_the_paper_says(weights):
    rgb = np.random.default_rng(3).random((3, 14 * backbone.GRID, 14 * backbone.GRID))
    w = {name: array.astype(np.float64) for name, array in np.load(weights).items()}
    expected = by_definition(w, rgb, w["pos_patch"])
    with torch.no_grad():
        found = backbone.load_dinov2(weights)(torch.from_numpy(rgb[None]).float())
    assert np.abs(found[0].flatten(1).T.numpy() - expected).max() < 1e-3


def test_places_follow_the_pictures_size(weights):
    network = backbone.load_dinov2(weights)
    assert network(torch.rand(1, 3, 28, 42)).shape == (1, backbone.WIDTH, 2, 3)
    assert not any(each.requires_grad for each in network.parameters())


def test_a_file_that_is_none_is_named(tmp_path, weights):
    other = tmp_path / "other.npz"
    np.savez(other, patch=np.zeros(3))
    for path in (other, tmp_path / "missing.npz"):
        with pytest.raises(MissingWeightsError, match=path.name):
            backbone.load_dinov2(path)


def test_head_tells_parts_at_half_the_pictures_size():
    head = PartsTeacherHead(PartsTeacherConfig())
    logits = head(torch.rand(2, backbone.WIDTH, 4, 3), torch.rand(2, 3, 28, 21))
    assert logits.shape == (2, PART_COUNT, 28, 21)
    assert sum(each.numel() for each in head.parameters()) == 153_207
