"""Tag2Pix's training: the changing loss, its course, who learns, a short run, its export."""

import dataclasses
from pathlib import Path

import pytest
import torch

import resources
from models.hints.tags import load_vocabulary
from models.networks.features import MissingWeightsError
from models.networks.tag2pix.network import CitConfig, CitExtractor
from models.networks.weights_file import WeightsNote, write_network
from models.runtime.catalog import Catalog
from models.spec import read_spec
from tests.helpers.training.method_trials import (
    amount,
    batch_of,
    changed,
    draw_pictures,
    plan_of,
    tiny_recipe,
    weights_of,
    with_gradient,
)
from training.methods.tag2pix.errors import (
    both_colorings,
    mean_error,
    pair_error,
    pixel_weights,
)
from training.methods.tag2pix.method import (
    Course,
    Tag2PixMethod,
    Tag2PixOptions,
    tag_total,
)
from training.run.export import export_run
from training.run.loop import fit

CIT = {"width": 8, "depths": [1, 1, 1, 1], "cardinality": 4}
NETWORK = {
    "size": 64,
    "width": 4,
    "depths": [1, 1, 1, 1],
    "cardinality": 2,
    "norm": True,
    "cit_extractor": CIT,
}


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


def extractor_weights(folder: Path) -> str:
    config = CitConfig(width=8, depths=(1, 1, 1, 1), cardinality=4, tag_count=5)
    note = WeightsNote(network="tag2pix/cit-extractor-lite", config=config)
    return str(write_network(folder / "cit", CitExtractor(config).state_dict(), note))


@pytest.fixture
def recipe(tmp_path: Path):
    options = Tag2PixOptions(
        cit_weights=extractor_weights(tmp_path),
        discriminator_width=16,
        tags_from=0.5,
        brightness_from=0.75,
    )
    return tiny_recipe("tag2pix", form="lite", options=options, network=NETWORK, steps=4)


def test_course_changes_at_its_shares():
    options, course, seen = Tag2PixOptions(tags_from=0.5, brightness_from=0.75), Course(), []
    for step in range(4):
        course.follow(step / 4, options)
        seen.append((course.tells_tags, course.brightens))
    assert seen == [(False, False), (False, False), (True, False), (True, True)]
    course.follow(0.99, Tag2PixOptions(tags_from=1.0, brightness_from=1.0))
    assert (course.tells_tags, course.brightens) == (False, False)


def test_classification_counts_forty_times_and_in_step_two_alone():
    losses = {"cit": torch.tensor(0.5), "cvt": torch.tensor(0.25)}
    options = Tag2PixOptions()
    assert amount(tag_total(losses, options, Course(tells_tags=True))) == 30
    assert amount(tag_total(losses, options, Course(tells_tags=False))) == 0


def test_generator_loss_is_a_thousand_times_picture_and_guide(recipe):
    method = Tag2PixMethod(recipe)
    cast = method.cast()
    losses = cast.turns[0].objective(batch_of(method))
    expected = 1000 * (losses["pixel"] + 0.9 * losses["guide"]) + losses["adversarial"]
    assert amount(losses["total"]) == pytest.approx(amount(expected), rel=1e-5)


def test_discriminator_without_adversarial_loss_classifies_alone(recipe):
    options = dict(recipe.options, adversarial=0.0, tags_from=0.0)
    method = Tag2PixMethod(dataclasses.replace(recipe, options=options))
    method.at_step(0, 0.0)
    painter, judge = (turn.objective for turn in method.cast().turns)
    batch = batch_of(method)
    painter(batch)
    losses = judge(batch)
    told = 40 * (losses["cit"] + losses["cvt"])
    assert amount(losses["total"]) == pytest.approx(amount(told), rel=1e-5)


def test_any_number_of_shape_tags_can_be_told(recipe, tmp_path: Path):
    listed = tmp_path / "cits.txt"
    listed.write_text("\n".join(f"shape_{n}" for n in range(370)))
    options = dict(recipe.options, tag_list=str(listed))
    method = Tag2PixMethod(dataclasses.replace(recipe, options=options))
    judge = method.cast().turns[1].objective
    assert len(judge.discriminator.cit_head.weight) == 370


def test_each_turn_leaves_gradients_in_its_own_player_alone(recipe):
    method = Tag2PixMethod(recipe)
    cast = method.cast()
    batch = batch_of(method)
    painter, judge = (turn.objective for turn in cast.turns)
    painter(batch)["total"].backward()
    assert with_gradient(painter)
    assert not with_gradient(judge)
    assert cast.network.cit is not None
    assert not with_gradient(cast.network.cit)
    painter.zero_grad(set_to_none=True)
    judge(batch)["total"].backward()
    assert not with_gradient(painter)
    # Every weight has a gradient, if only 0, before step 2 as well.
    assert all(weight.grad is not None for weight in judge.parameters())


@pytest.mark.usefixtures("quick_exports")
def test_training_leaves_the_extractor_and_exports_a_generator(recipe, tmp_path: Path):
    before = weights_of(Tag2PixMethod(recipe).cast().network)
    trained = fit(plan_of(recipe, tmp_path / "run"))
    moved = changed(before, trained)
    assert not any(name.startswith("cit.") for name in moved)
    assert any(name.startswith("generator.guide.") for name in moved)
    assert not trained.cit.training  # type: ignore[union-attr]
    folder = tmp_path / "generators" / recipe.name
    export_run(recipe, run=tmp_path / "run", folder=folder)
    assert read_spec(folder).tags == load_vocabulary(resources.TAGS).names
    assert recipe.name in [entry.name for entry in Catalog([folder.parent]).usable()]


def test_recipes_that_cannot_run_are_refused_with_the_remedy(recipe):
    data = dataclasses.replace(recipe.data, side=128)
    with pytest.raises(ValueError, match=r"side is 128.*size is 64"):
        Tag2PixMethod(dataclasses.replace(recipe, data=data))
    bare = dataclasses.replace(recipe, options={})
    with pytest.raises(ValueError, match=r"cit_weights.*cit_extractor_lite"):
        Tag2PixMethod(bare)
    Tag2PixMethod(dataclasses.replace(bare, network={**NETWORK, "cit": False}))
    other = {**NETWORK, "cit_extractor": {**CIT, "width": 16}}
    with pytest.raises(MissingWeightsError, match="set cit_extractor"):
        Tag2PixMethod(dataclasses.replace(recipe, network=other)).cast()
    lost = dict(recipe.options, cit_weights="nowhere/weights.pt")
    with pytest.raises(MissingWeightsError, match="nowhere"):
        Tag2PixMethod(dataclasses.replace(recipe, options=lost)).cast()


def test_parts_can_count_alike_whatever_their_size():
    parts = torch.zeros(2, 8, 8, dtype=torch.uint8)
    parts[0, 0, 0] = 2
    parts[1] = 255
    even = pixel_weights(parts, even_share=1.0)
    assert even.mean(dim=(1, 2, 3)).tolist() == pytest.approx([1.0, 1.0])
    assert amount(even[0, 0, 0, 0]) == pytest.approx(32)
    assert amount(even[0, 0, 1:].sum() + even[0, 0, 0, 1:].sum()) == pytest.approx(32)
    assert pixel_weights(parts, even_share=0.0).unique().tolist() == [1.0]


def test_pairs_are_compared_by_what_differs_between_them():
    real = torch.rand(4, 3, 8, 8)
    weights = torch.ones(4, 1, 8, 8)
    off_alike = real + torch.tensor([0.2, -0.1]).repeat(2)[:, None, None, None]
    assert amount(pair_error(off_alike, real, weights)) == pytest.approx(0, abs=1e-6)
    off_alike[0, :, :4] += 0.5
    assert amount(pair_error(off_alike, real, weights)) == pytest.approx(0.125, rel=1e-4)


def test_means_are_of_parts_and_blind_to_lines_and_what_evens_out():
    parts = torch.full((1, 4, 4), 255)
    parts[0, 0, :2] = 4
    parts[0, 1, :2] = 5
    line = torch.ones(1, 1, 4, 4)
    line[0, :, 1, :2] = 0
    real = torch.zeros(1, 3, 4, 4)
    picture = real.clone()
    picture[0, :, 0, 0], picture[0, :, 0, 1] = 0.5, -0.5
    picture[0, :, 1, :2] = 1
    assert amount(mean_error(picture, real, parts, line)) == pytest.approx(0, abs=1e-6)
    picture[0, :, 0, 1] = 0.5
    assert amount(mean_error(picture, real, parts, line)) == pytest.approx(0.25)
    assert amount(mean_error(picture, real, parts, 0 * line)) == 0


def test_both_colorings_of_a_view_are_painted(recipe, tmp_path: Path):
    options = dict(recipe.options, tag_redraw_share=0.9, pair_weight=2.0, mean_weight=3.0)
    paired = dataclasses.replace(recipe, options=options)
    method = Tag2PixMethod(paired)
    cast = method.cast()
    batch = batch_of(method)
    doubled = both_colorings(batch)
    assert len(doubled["rgb"]) == 2 * len(batch["rgb"])
    assert torch.equal(doubled["parts"][:4], doubled["parts"][4:])
    assert torch.equal(doubled["rgb"][4:], batch["rgb_other"])
    losses = cast.turns[0].objective(batch)
    pixels = losses["pixel"] + 0.9 * losses["guide"]
    pixels = pixels + 2 * losses["pair"] + 3 * losses["mean"]
    expected = 1000 * pixels + losses["adversarial"]
    assert amount(losses["total"]) == pytest.approx(amount(expected), rel=1e-5)
    assert min(amount(losses["pair"]), amount(losses["mean"])) > 0
    before = weights_of(cast.network)
    assert changed(before, fit(plan_of(paired, tmp_path / "run")))
    with pytest.raises(ValueError, match="set tag_redraw_share"):
        Tag2PixOptions(pair_weight=1.0)


def test_without_opinion_and_classification_the_generator_trains_alone(recipe, tmp_path: Path):
    options = dict(
        recipe.options, adversarial=0.0, cit_weight=0.0, cvt_weight=0.0, tag_redraw_share=0.9
    )
    alone = dataclasses.replace(recipe, options=options)
    method = Tag2PixMethod(alone)
    cast = method.cast()
    assert [turn.name for turn in cast.turns] == ["generator"]
    before = weights_of(cast.network)
    losses = cast.turns[0].objective(batch_of(method))
    assert set(losses) == {"pixel", "guide", "total"}
    assert changed(before, fit(plan_of(alone, tmp_path / "run")))
