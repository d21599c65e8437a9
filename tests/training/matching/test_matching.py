"""What references are matched by: torch and the application agree, and it learns to copy."""

import numpy as np
import pytest
import torch

import resources
from models.device import CPU
from models.matching.network import scores
from models.reading.reader import DrawingReader
from models.runtime.onnx_generator import load_generator
from training.matching.examples import choose_example, example_of
from training.matching.fit import fit
from training.matching.measure import Picture, by_matching, make_task, score
from training.matching.network import MatchingNetwork, Tensors
from training.matching.views import draw_view, read_views

SEED = 10_009_000


@pytest.fixture(scope="module")
def reader():
    return DrawingReader(load_generator(resources.GENERATORS / "tintline", CPU))


@pytest.fixture(scope="module")
def views(reader, tmp_path_factory):
    return read_views(reader, SEED, 2, tmp_path_factory.mktemp("views"))


def test_views_are_drawn_once_and_kept_as_they_were(reader, tmp_path):
    (first,) = read_views(reader, SEED + 1, 1, tmp_path)
    (again,) = read_views(None, SEED + 1, 1, tmp_path)
    for side in ("asked", "known"):
        one, other = getattr(first, side), getattr(again, side)
        assert np.array_equal(one.color, other.color)
        assert np.allclose(one.looks.tokens(), other.looks.tokens(), atol=2e-3)


def test_the_application_computes_what_torch_computes(views):
    example = example_of(views[1], views[:1])
    comparison = example.comparison
    torch.manual_seed(1)
    network = MatchingNetwork(comparison.now, comparison.pairs.reshape(-1, 17)).eval()
    for weight in network.parameters():
        weight.data += 0.05 * torch.randn_like(weight)
    weights = {name: value.astype(np.float32) for name, value in network.weights().items()}
    network.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})
    with torch.no_grad():
        expected = network(Tensors.of(comparison)).numpy()
    assert expected.std() > 0.05
    assert np.allclose(scores(comparison, weights), expected, atol=1e-4)


def test_every_region_has_an_answer_and_colors_are_told_apart_by_group_alone(views):
    example = choose_example(views, np.random.default_rng(0))
    assert example.right.any(axis=1).all()
    assert len(np.unique(example.group)) == len(np.unique(example.color))
    same = example.comparison.same
    assert np.array_equal(same > 0, example.color[:, None] == example.color[None])
    assert not any(np.array_equal(example.color, plane) for plane in example.comparison.known.T)


def test_it_learns_to_copy_the_colors_of_one_pair_of_views(views):
    network = fit([views], steps=25)
    weights = {name: value.astype(np.float32) for name, value in network.weights().items()}
    example = example_of(views[1], views[:1])
    found = scores(example.comparison, weights)
    best = np.where(found.max(axis=1) > 0, found.argmax(axis=1), found.shape[1])
    right = example.right[np.arange(len(best)), best]
    counted = example.weight > 0.3
    assert right[counted].mean() > 0.6


def test_a_picture_is_told_its_own_colors_and_measured_so(reader):
    picture = Picture.of(draw_view(SEED, 0, size=256, is_plain=True))
    task = make_task(reader, picture, [picture])
    found = score(task, by_matching(task))
    assert found.acc_thresh > 0.85
    assert found.pix_f_acc > 0.9
    nothing = score(task, np.full(task.regions.count, -1, dtype=np.int32))
    assert nothing.acc == 0
    assert nothing.open == 1
