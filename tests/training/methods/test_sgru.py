"""SGRU's training: its losses by hand, who learns from which turn, short runs."""

import dataclasses
import math
from pathlib import Path

import pytest
import torch

from tests.helpers.training.method_trials import (
    TINY_NETWORKS,
    amount,
    batch_of,
    draw_pictures,
    picture_features_file,
    plan_of,
    tiny_recipe,
    with_gradient,
)
from training.feature_weights import FeatureChoice
from training.methods.sgru.method import (
    SgruMethod,
    SgruOptions,
    best_of,
    huber_loss,
    level_loss,
    paint,
)
from training.run.loop import fit

NETWORK = TINY_NETWORKS["sgru"]


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


@pytest.fixture
def recipe(tmp_path: Path):
    options = SgruOptions(
        perceptual=FeatureChoice(
            network="picture_features", file=str(picture_features_file(tmp_path))
        ),
        discriminator_width=4,
        hint_spread=0.1,
        hinted_share=0.5,
    )
    return tiny_recipe("sgru", form="lite", options=options, network=NETWORK)


def test_level_counts_less_on_ink():
    line = torch.tensor([[[[1.0, 1.0], [0.0, 1.0]]]])
    ours, theirs = torch.full((1, 2, 2, 2), 3.0), torch.ones(1, 2, 2, 2)
    assert level_loss(ours, theirs, line).tolist() == pytest.approx([2 * 3 / 4])
    # A map of one pixel under the same line: the share of paper, 3/4.
    assert level_loss(ours[..., :1, :1], theirs[..., :1, :1], line).tolist() == pytest.approx([1.5])
    # Ye et al. count all places alike.
    assert level_loss(ours, theirs, None).tolist() == pytest.approx([2])


@pytest.mark.parametrize("spares", [False, True])
def test_lines_are_spared_only_where_the_recipe_says_so(recipe, spares):
    method = SgruMethod(
        dataclasses.replace(
            recipe, options=dict(recipe.options, spare_lines=spares, adversarial=0.0)
        )
    )
    objective = method.cast().turns[0].objective
    batch = batch_of(method)
    with torch.no_grad():
        seen = objective(batch)["perceptual"]
        blank = objective({**batch, "line": torch.full_like(batch["line"], 255)})["perceptual"]
    pictures, real = torch.zeros(4, 3, 64, 64), torch.ones(4, 3, 64, 64)
    with torch.no_grad():
        inked = objective._perceptual(torch.zeros(4, 1, 64, 64), pictures=pictures, real=real)
    assert bool(torch.isfinite(seen) and torch.isfinite(blank))
    assert bool((inked == 0).all()) == spares


def test_huber_is_square_within_delta_and_straight_beyond():
    ours = torch.tensor([0.5, 3.0]).view(2, 1, 1, 1)
    theirs = torch.zeros(2, 1, 1, 1)
    assert huber_loss(ours, theirs, delta=1.0).tolist() == pytest.approx([0.125, 2.5])
    assert huber_loss(ours, theirs, delta=0.25).tolist() == pytest.approx(
        [0.25 * (0.5 - 0.125), 0.25 * (3 - 0.125)]
    )


def test_best_picture_counts_most():
    losses = torch.tensor([[4.0, 1.0, 7.0], [2.0, 2.0, 2.0]])
    expected = ((0.999 * 1 + 0.001 * 4) + 2) / 2
    assert float(best_of(losses, best_share=0.999)) == pytest.approx(expected)


def test_one_picture_is_its_own_best():
    assert float(best_of(torch.tensor([[3.0], [5.0]]), best_share=0.999)) == pytest.approx(4.0)


def test_each_turn_trains_its_own_player_and_nobody_else(recipe):
    method = SgruMethod(recipe)
    cast = method.cast()
    painter, judging = (turn.objective for turn in cast.turns)
    batch = batch_of(method)
    assert batch["hints"].shape == (4, 4, 16, 16)
    assert not bool(batch["hints"][2:].any())
    losses = painter(batch)
    losses["total"].backward()
    assert not with_gradient(judging.judge)
    assert not with_gradient(cast.companions["perceptual"])
    assert with_gradient(cast.network) == {n for n, _ in cast.network.named_parameters()}
    cast.network.zero_grad()
    painted = paint(cast.network, batch).detach()
    verdict = judging(batch)
    verdict["total"].backward()
    assert not with_gradient(cast.network)
    assert with_gradient(judging.judge) == {n for n, _ in judging.judge.named_parameters()}
    logits = judging.judge.logits(painted)
    expected = sum(math.log1p(math.exp(each)) for each in logits.flatten().tolist()) / 4
    assert amount(verdict["fake"]) == pytest.approx(expected, rel=1e-4)


def test_short_training_leaves_a_grid_of_samples(recipe, tmp_path):
    fit(plan_of(recipe, tmp_path / "run"))
    assert (tmp_path / "run" / "samples" / "step-00000003.png").is_file()


def test_nine_pictures_are_trained_without_discriminator(recipe, tmp_path):
    with pytest.raises(ValueError, match=r"without a discriminator .* set adversarial = 0"):
        SgruMethod(dataclasses.replace(recipe, form="nine"))
    options = dict(recipe.options, adversarial=0.0)
    nine = dataclasses.replace(recipe, form="nine", options=options)
    method = SgruMethod(nine)
    cast = method.cast()
    assert [turn.name for turn in cast.turns] == ["generator"]
    losses = cast.turns[0].objective(batch_of(method, 2))
    assert bool(torch.isfinite(losses["total"]))
    assert amount(losses["total"]) <= amount(losses["huber"] + losses["perceptual"]) + 1e-5


def test_combinations_that_cannot_run_are_refused_with_the_remedy(recipe):
    with pytest.raises(ValueError, match="needs multiples of 32, at least 64; got 80"):
        SgruMethod(dataclasses.replace(recipe, data=dataclasses.replace(recipe.data, side=80)))
    options = dict(recipe.options, perceptual_levels=(1.0,))
    with pytest.raises(ValueError, match="are 6 levels; perceptual_levels has 1 weights"):
        SgruMethod(dataclasses.replace(recipe, options=options)).cast()
    with pytest.raises(ValueError, match="nothing to paint by"):
        SgruOptions(perceptual_weight=0.0, huber_weight=0.0)
