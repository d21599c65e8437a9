"""The CIT extractor's training: known tags alone count, a list of tags can be named."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from models.hints.parts import PART_COUNT
from models.networks.tag2pix.network import CitExtractor
from models.networks.weights_file import load_network
from tests.helpers.training.method_trials import (
    TINY_NETWORKS,
    amount,
    batch_of,
    draw_pictures,
    plan_of,
    tiny_recipe,
)
from tests.helpers.training.small_set import two_tone_figure
from training.data.items.shape_facts import shape_facts
from training.methods.losses import known_cross_entropy, share_right
from training.methods.tag2pix.cit_extractor import (
    CitExtractorMethod,
    CitOptions,
    parts_cross_entropy,
    shapes_of,
)
from training.methods.tag2pix.tones import tones_changed
from training.run.export import export_run
from training.run.loop import fit

NETWORK = TINY_NETWORKS["cit_extractor"]


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


def recipe_of(**options):
    return tiny_recipe(
        "cit_extractor",
        form="cit-extractor-lite",
        options=CitOptions(**options),
        network=NETWORK,
    )


def test_cross_entropy_is_the_mean_over_known_tags():
    logits = torch.tensor([[0.0, math.log(3.0), 9.0]])
    true, known = torch.tensor([[1.0, 0.0, 0.0]]), torch.tensor([[1.0, 1.0, 0.0]])
    # -log ½ and -log(1 - ¾); the third is not known.
    expected = (math.log(2) + math.log(4)) / 2
    assert amount(known_cross_entropy(logits, true, known)) == pytest.approx(expected)
    assert amount(known_cross_entropy(logits, true, known * 0)) == 0
    assert amount(share_right(logits, true, known)) == 0


def test_brightened_lines_only_lose_ink():
    torch.manual_seed(0)
    line = torch.full((8, 1, 4, 4), 1.0)
    line[..., :2] = 0.3
    bright = tones_changed(line, jitter=0.0, brighten=True)
    assert bool((bright >= line - 1e-6).all())
    assert bright[:, 0, 0, 0].unique().numel() > 1
    assert bool(tones_changed(line, jitter=0.0).sub(line).abs().max() < 1e-6)


def test_training_runs_and_its_weights_tell_the_tags_of_their_note(tmp_path: Path):
    recipe = recipe_of()
    fit(plan_of(recipe, tmp_path))
    export_run(recipe, run=tmp_path, folder=tmp_path / "out")
    network, note = load_network(tmp_path / "out" / "weights.pt", network="tag2pix/cit-extractor")
    assert isinstance(network, CitExtractor)
    assert network(torch.ones(1, 1, 64, 64)).shape == (1, len(note.tags))
    assert "long_hair" in note.tags


def test_a_named_list_takes_the_place_of_our_tags(tmp_path: Path):
    path = tmp_path / "shapes.json"
    path.write_text(json.dumps(["wings", None, "short_hair"]), encoding="utf-8")
    recipe = recipe_of(tag_list=str(path))
    method = CitExtractorMethod(recipe)
    assert batch_of(method)["shapes_true"].shape == (4, 3)
    sample = replace(two_tone_figure(0), shapes=("short_hair",))
    true, known = shape_facts(sample, shapes_of(str(path)))
    assert (true.tolist(), known.tolist()) == ([0, 0, 1], [0, 0, 1])
    # A collection's tags name all that there is.
    true, known = shape_facts(replace(sample, source="illustrations"), shapes_of(str(path)))
    assert (true.tolist(), known.tolist()) == ([0, 0, 1], [1, 0, 1])


def test_missing_list_is_named():
    with pytest.raises(ValueError, match=r"nowhere\.txt"):
        CitExtractorMethod(recipe_of(tag_list="nowhere.txt"))


def test_parts_are_asked_of_the_features_by_their_share_of_each_cell():
    parts = torch.full((1, 4, 4), 255, dtype=torch.uint8)
    parts[0, :2, :2] = 1
    logits = torch.zeros(1, PART_COUNT, 2, 2)
    assert amount(parts_cross_entropy(logits, parts)) == pytest.approx(math.log(PART_COUNT))
    logits[0, 1, 0, 0] = 50.0
    logits[0, 2, 1, 1] = 50.0  # nothing is known of that cell
    assert amount(parts_cross_entropy(logits, parts)) == pytest.approx(0, abs=1e-5)
    parts[:] = 255
    assert amount(parts_cross_entropy(logits, parts)) == 0


def test_reader_of_parts_trains_the_features_and_is_not_exported(tmp_path: Path):
    recipe = recipe_of(parts_weight=1.0)
    method = CitExtractorMethod(recipe)
    cast = method.cast()
    losses = cast.turns[0].objective(batch_of(method))
    assert amount(losses["total"]) == pytest.approx(amount(losses["tags"] + losses["parts"]))
    fit(plan_of(recipe, tmp_path / "run"))
    folder = tmp_path / "out"
    export_run(recipe, run=tmp_path / "run", folder=folder)
    network, _ = load_network(folder / "weights.pt", network="tag2pix/cit-extractor-lite")
    assert not any("part_reader" in name for name in network.state_dict())
    with pytest.raises(ValueError, match="parts_weight is 0 or more"):
        CitOptions(parts_weight=-1.0)
