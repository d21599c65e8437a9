"""The network of light: shapes, what steers it, its loss, a short training, its graph."""

import dataclasses
import json

import numpy as np
import pytest
import torch

from models.networks.light.network import LightConfig, LightGraph, LightNetwork
from models.networks.registry import GENERATORS, find_form
from tests.helpers.training.method_trials import (
    TINY_NETWORKS,
    amount,
    draw_pictures,
    plan_of,
    tiny_recipe,
)
from tests.helpers.training.small_set import lit_figure
from training.bundled import find_recipe
from training.data.tones import TONE_NAMES
from training.export.graphs import load_session
from training.methods.light.method import LightMethod, LightOptions, losses
from training.methods.registry import method_of
from training.methods.views import ViewOptions
from training.recipe import RecipeError, read_recipe
from training.run.export import export_run
from training.run.loop import fit

NETWORK = TINY_NETWORKS["light"]


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


def recipe_of(steps=5, *, lit=True):
    options = LightOptions(views=ViewOptions(lines={"true_ink": 1.0}))
    recipe = tiny_recipe("light", form="standard", options=options, network=NETWORK, steps=steps)
    return dataclasses.replace(recipe, data=dataclasses.replace(recipe.data, lit=lit))


def batch_of(method, count=4):
    return method.collate(
        [method.build_item(lit_figure(n), np.random.default_rng(n), 0) for n in range(count)]
    )


def test_the_bundled_recipe_is_light_enough_for_a_dial():
    method = method_of(read_recipe(find_recipe("light")))
    assert isinstance(method, LightMethod)
    assert find_form("light/standard").count_parameters() <= 4_000_000
    assert LightConfig().multiple_of == 16
    assert "light" not in GENERATORS


@pytest.mark.parametrize("size", [(32, 48), (64, 16)])
def test_logits_are_of_the_drawings_size_and_follow_the_light(size):
    torch.manual_seed(1)
    network = LightNetwork(LightConfig(**NETWORK)).eval()
    line, flats = torch.rand(1, 1, *size), torch.rand(1, 3, *size)
    with torch.no_grad():
        right, left = (
            network(line, flats, torch.tensor([[x, 0.0, 1.0, 0.3]])) for x in (1.0, -1.0)
        )
    assert right.shape == (1, 4, *size)
    assert not torch.allclose(right, left, atol=1e-4)


def test_loss_is_cross_entropy_of_what_is_known_and_overlap():
    options = LightOptions(rare=1.0, overlap=1.0)
    tones = torch.zeros(1, 4, 2, 2, dtype=torch.uint8)
    tones[:, 0, 0] = 255
    batch = {
        "tones": tones,
        "known": torch.tensor([[1.0, 0.0, 1.0, 0.0]]),
        "figure": torch.full((1, 2, 2), 255, dtype=torch.uint8),
    }
    result = losses(torch.zeros(1, 4, 2, 2), batch, options)
    assert amount(result["first"]) == pytest.approx(np.log(2))
    assert amount(result["highlight"]) == pytest.approx(np.log(2))
    assert amount(result["second"]) == amount(result["soft"]) == 0
    assert amount(result["overlap"]) == pytest.approx(1 - (1 + 1) / (3 + 1))
    sure = torch.where(tones > 0, 20.0, -20.0)
    best = losses(sure, batch, options)
    assert amount(best["total"]) == pytest.approx(0, abs=1e-3)
    assert amount(best["iou"]) == 1


def test_five_steps_train_and_the_graph_computes_what_torch_does(tmp_path):
    recipe = recipe_of()
    trained = fit(plan_of(recipe, tmp_path))
    folder = tmp_path / "light"
    export_run(recipe, run=tmp_path, folder=folder, precision="fp32")
    assert sorted(path.name for path in folder.iterdir()) == ["light.onnx", "spec.json"]
    spec = json.loads((folder / "spec.json").read_text())
    assert spec["inputs"] == ["line", "flats", "light"]
    assert spec["tones"] == list(TONE_NAMES)
    assert (spec["output"], spec["multiple_of"], spec["long_side"]) == ("tones", 16, 64)
    assert spec["training"] == {"steps": 5, "samples": 20}
    feeds = {
        "line": torch.rand(1, 1, 48, 80),
        "flats": torch.rand(1, 3, 48, 80),
        "light": torch.tensor([[0.0, 1.0, 1.0, 0.2]]),
    }
    session = load_session(folder / "light.onnx")
    told = session.run(["tones"], {name: tensor.numpy() for name, tensor in feeds.items()})[0]
    with torch.no_grad():
        expected = LightGraph(trained).eval()(*feeds.values())
    assert told.shape == (1, 4, 48, 80)
    assert np.allclose(told, expected.numpy(), atol=1e-4)


def test_pictures_for_the_log_show_lines_what_is_told_and_the_truth():
    method = LightMethod(recipe_of())
    pictures = method.show(method.cast().network, batch_of(method))
    assert list(pictures) == ["line", "painted", "truth"]
    assert all(picture.shape == (4, 3, 64, 64) for picture in pictures.values())


def test_a_recipe_without_lit_pictures_is_refused():
    with pytest.raises(RecipeError, match=r"data\.lit: set it to true"):
        method_of(recipe_of(lit=False))
