"""The line detection model's training, its weights file, and its use as an extractor."""

import dataclasses
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from models.networks.features import MissingWeightsError
from models.networks.two_stage.line_detector import detect_lines, load_line_detector
from models.networks.weights_file import load_network, note_path, read_note
from tests.helpers.training.method_trials import (
    SIDE,
    TINY_NETWORKS,
    amount,
    batch_of,
    changed,
    draw_pictures,
    plan_of,
    tiny_recipe,
    weights_of,
)
from tests.helpers.training.small_set import two_tone_figure
from training.data.lines.recipe_lines import recipe_lines
from training.methods.batches import signed
from training.methods.two_stage.line_detection import (
    LineDetectionMethod,
    LineDetectionOptions,
    shrunk,
)
from training.methods.views import ViewOptions
from training.recipe import Recipe
from training.run.export import export_run
from training.run.loop import fit

NETWORK = TINY_NETWORKS["line_detection"]


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


def recipe_of(**changes) -> Recipe:
    options = LineDetectionOptions(views=ViewOptions(lines={"true_ink": 1.0}))
    recipe = tiny_recipe(
        "line_detection", form="line-detection-lite", options=options, network=NETWORK
    )
    return dataclasses.replace(recipe, **changes)


def test_loss_is_the_mean_difference_of_the_lines():
    recipe = recipe_of()
    method = LineDetectionMethod(recipe)
    cast = method.cast()
    torch.nn.init.zeros_(cast.network.out.weight)  # finds mid-grey everywhere
    batch = {**batch_of(method)}
    batch["line"] = torch.full_like(batch["line"], 255)
    assert amount(cast.turns[0].objective(batch)["total"]) == pytest.approx(1.0)


def test_lines_of_the_full_size_are_shrunk_to_what_the_model_sees():
    views = ViewOptions(lines={"true_ink": 1.0})
    method = LineDetectionMethod(
        recipe_of(options=asdict(LineDetectionOptions(shrink=4, views=views)))
    )
    batch = batch_of(method)
    picture, line = shrunk(batch, 4)
    assert picture.shape == (4, 3, SIDE // 4, SIDE // 4)
    assert line.shape == (4, 1, SIDE // 4, SIDE // 4)
    assert amount(line.mean()) == pytest.approx(amount(signed(batch["line"]).mean()), abs=0.02)
    shown = method.show(method.cast().network, batch)
    assert shown["painted"].shape[-1] == SIDE // 4
    assert bool(torch.isfinite(method.cast().turns[0].objective(batch)["total"]))


def test_training_moves_the_model_and_its_weights_file_extracts_lines(tmp_path: Path):
    recipe = recipe_of()
    before = weights_of(LineDetectionMethod(recipe).cast().network)
    trained = fit(plan_of(recipe, tmp_path))
    assert changed(before, trained) == set(before)
    export_run(recipe, run=tmp_path, folder=tmp_path / "out")
    weights = tmp_path / "out" / "weights.pt"
    assert read_note(weights).network == "two_stage/line-detection-lite"
    network = load_line_detector(weights)
    assert not network.training
    assert not any(weight.requires_grad for weight in network.parameters())
    picture = np.random.default_rng(0).integers(0, 256, (37, 51, 3)).astype(np.uint8)
    lines = detect_lines(network, picture)
    assert (lines.shape, lines.dtype) == ((37, 51), np.uint8)
    draw = recipe_lines({"learned": 1.0}, learned=str(weights))
    sample = two_tone_figure(3)
    drawn = draw(sample, np.random.default_rng(0))
    assert np.array_equal(drawn, detect_lines(network, sample.color))


def test_foreign_and_noteless_weights_are_refused_by_name(tmp_path: Path):
    method = LineDetectionMethod(recipe_of())
    weights = method.cast().network.state_dict()
    method.export(weights, folder=tmp_path, precision="fp16", training={})
    weights = tmp_path / "weights.pt"
    with pytest.raises(MissingWeightsError, match=r"holds two_stage/line-detection-lite"):
        load_network(weights, network="tag2pix/cit-extractor")
    note_path(weights).unlink()
    with pytest.raises(MissingWeightsError, match=r"weights\.json: no usable note"):
        load_line_detector(weights)


def test_recipes_that_cannot_run_are_refused_with_the_remedy():
    with pytest.raises(ValueError, match="choose line-detection"):
        LineDetectionMethod(recipe_of(form="draft", network={}))
    data = dataclasses.replace(recipe_of().data, side=48)
    with pytest.raises(ValueError, match=r"multiple of 32.*48"):
        LineDetectionMethod(recipe_of(data=data, network={"width": 4, "levels": 5}))
    options = LineDetectionOptions(views=ViewOptions(lines={"sketchkeras_plain": 1.0}))
    with pytest.raises(ValueError, match="sketchkeras_weights"):
        LineDetectionMethod(recipe_of(options=options))
