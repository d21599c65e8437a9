"""Feature networks as taggers: targets from views, losses by hand, a short run, its weights."""

import dataclasses

import numpy as np
import pytest
import torch

import resources
from models.hints.parts import PART_COUNT, UNLABELLED, Part
from models.hints.tags import load_vocabulary
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.weights_file import load_network, read_note
from tests.helpers.training.method_trials import (
    amount,
    batch_of,
    draw_pictures,
    plan_of,
    tiny_recipe,
)
from tests.helpers.training.small_set import two_tone_figure
from training.data.items.shape_facts import shape_facts, shape_names
from training.feature_weights import FeatureChoice
from training.methods.alacgan.local_features import (
    LocalFeaturesMethod,
    LocalFeaturesOptions,
    part_loss,
    tag_names,
)
from training.run.export import export_run
from training.run.loop import fit


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


def recipe_of(form: str):
    return tiny_recipe("local_features", form=form, options=LocalFeaturesOptions(parts=1.0))


def facts_of(sample):
    vocabulary = load_vocabulary(resources.TAGS)
    true, known = shape_facts(sample, vocabulary)
    names = shape_names(vocabulary)
    return {name: bool(t) for name, t, k in zip(names, true, known) if k}


def test_view_says_which_parts_it_shows_and_where():
    facts = facts_of(two_tone_figure(3))
    assert facts["hair_seen"]
    assert facts["top_seen"]
    assert not facts["hat_seen"]
    assert facts["hair_high"]
    assert not facts["top_high"]
    assert facts["hair_worn"]
    assert "shirt_worn" not in facts


def test_unlabelled_picture_leaves_parts_open():
    sample = dataclasses.replace(two_tone_figure(1), labels=None)
    assert "hair_seen" not in facts_of(sample)


def test_garment_outside_the_view_is_not_known():
    sample = two_tone_figure(1)
    assert sample.labels is not None
    cropped = dataclasses.replace(
        sample, labels=np.where(sample.labels == int(Part.HAIR), 0, sample.labels).astype(np.uint8)
    )
    assert "hair_worn" not in facts_of(cropped)


def test_part_of_the_middle_of_each_place_is_asked_for():
    labels = torch.full((1, 32, 32), UNLABELLED, dtype=torch.uint8)
    labels[0, 8, 8] = int(Part.HAIR)
    logits = torch.zeros(1, PART_COUNT, 2, 2)
    assert float(part_loss(logits, labels)) == pytest.approx(np.log(PART_COUNT), rel=1e-5)
    logits[0, int(Part.HAIR), 0, 0] = 50
    assert float(part_loss(logits, labels)) == pytest.approx(0, abs=1e-5)
    assert float(part_loss(logits, torch.full_like(labels, UNLABELLED))) == 0


def test_line_tagger_learns_no_color_and_the_other_does():
    line, picture = tag_names("local-features-lite"), tag_names("picture-features")
    assert "blue_hair" not in line
    assert "blue_hair" in picture
    assert picture[: len(line)] == line


def test_tagger_of_line_art_learns_and_its_weights_load(tmp_path):
    recipe = recipe_of("local-features-lite")
    recipe = dataclasses.replace(recipe, train=dataclasses.replace(recipe.train, steps=2))
    method = LocalFeaturesMethod(recipe)
    cast = method.cast()
    batch = batch_of(method)
    objective = cast.turns[0].objective
    optimizer = torch.optim.Adam(objective.parameters(), lr=1e-3)
    totals = []
    for _ in range(6):
        losses = objective(batch)
        losses["total"].backward()
        optimizer.step()
        optimizer.zero_grad()
        totals.append(amount(losses["total"]))
    assert totals[-1] < totals[0]
    fit(plan_of(recipe, tmp_path / "run"))
    folder = tmp_path / "weights"
    export_run(recipe, run=tmp_path / "run", folder=folder)
    features = LocalFeatures(width=32)
    features.load_file(folder / "weights.pt")
    network, note = load_network(folder / "weights.pt", network="alacgan/local-features")
    assert note.tags == tag_names("local-features-lite")
    assert note.training["recipe"] == recipe.name
    line = torch.ones(1, 1, 64, 64)
    assert torch.equal(network(line), features(line))


def test_tagger_of_pictures_measures_its_maps_and_serves_as_content_network(tmp_path):
    recipe = recipe_of("picture-features")
    recipe = dataclasses.replace(recipe, train=dataclasses.replace(recipe.train, steps=2))
    fit(plan_of(recipe, tmp_path / "run"))
    export_run(recipe, run=tmp_path / "run", folder=tmp_path / "weights")
    path = tmp_path / "weights" / "weights.pt"
    assert read_note(path).network == "alacgan/picture-features"
    network = FeatureChoice(network="picture_features", file=str(path)).build()
    assert not bool((network.scales == 1).any())
    assert len(network(torch.zeros(1, 3, 64, 64))) == 5


def test_other_forms_are_refused_with_those_there_are():
    with pytest.raises(ValueError, match="choose local-features, local-features-lite, picture"):
        LocalFeaturesMethod(recipe_of("paper"))
