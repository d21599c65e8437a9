"""CSA's training: its losses by hand, who learns from which turn, short runs."""

import dataclasses
import math
from pathlib import Path

import pytest
import torch

from models.networks.features import MissingWeightsError
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
from training.methods.csa.method import (
    CsaMethod,
    CsaOptions,
    feature_matching_loss,
    gan_loss,
    perceptual_loss,
)
from training.run.loop import fit

NETWORK = TINY_NETWORKS["csa"]


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


@pytest.fixture
def recipe(tmp_path: Path):
    features = str(picture_features_file(tmp_path))
    options = CsaOptions(
        perceptual=FeatureChoice(network="picture_features", file=features),
        hint_weights=features,
        discriminator_width=4,
        discriminator_scales=2,
        artist_share=0.5,
    )
    return tiny_recipe("csa", form="lite", options=options, network=NETWORK)


def test_log_and_least_squares_verdicts_by_hand():
    zero, three = torch.zeros(1, 1, 2, 2), torch.full((1, 1, 1, 1), 3.0)
    maps = ((torch.ones(1), zero), (torch.ones(1), three))
    log = gan_loss(maps, real=True, form="log")
    assert float(log) == pytest.approx(math.log(2) + math.log1p(math.exp(-3)), rel=1e-5)
    log = gan_loss(maps, real=False, form="log")
    assert float(log) == pytest.approx(math.log(2) + math.log1p(math.exp(3)), rel=1e-5)
    assert float(gan_loss(maps, real=True, form="lsgan")) == pytest.approx(1 + 4)
    assert float(gan_loss(maps, real=False, form="lsgan")) == pytest.approx(0 + 9)


def test_features_match_over_all_maps_but_the_logits():
    def scale(*levels: float):
        return tuple(torch.full((1, 1, 2, 2), level) for level in levels)

    # Two maps before the logits and two scales: 4 / 2 / 2 = 1 for each difference.
    fake = (scale(1, 2, 99), scale(5, 5, -99))
    real = (scale(0, 0, 0), scale(4, 3, 0))
    assert float(feature_matching_loss(fake, real)) == pytest.approx(1 + 2 + 1 + 2)
    # pix2pixHD has four maps before the logits and three scales: a third for each.
    fake = (scale(1, 1, 1, 1, 9),) * 3
    real = (scale(0, 0, 0, 0, 0),) * 3
    assert float(feature_matching_loss(fake, real)) == pytest.approx(12 / 3)


def test_perceptual_levels_are_weighted_and_must_be_as_many_as_the_maps():
    ours, theirs = (
        (torch.ones(1, 2), torch.full((1, 1), 4.0)),
        (torch.zeros(1, 2), torch.ones(1, 1)),
    )
    assert float(perceptual_loss(ours, theirs, (0.5, 2.0))) == pytest.approx(0.5 + 6)
    with pytest.raises(ValueError, match="zip"):
        perceptual_loss(ours, theirs, (1.0,))


def test_each_turn_trains_its_own_player_and_nobody_else(recipe):
    method = CsaMethod(recipe)
    cast = method.cast()
    painter, judging = (turn.objective for turn in cast.turns)
    batch = batch_of(method)
    losses = painter(batch)
    losses["total"].backward()
    assert not with_gradient(judging.judges)
    assert not with_gradient(cast.companions["perceptual"])
    touched = with_gradient(cast.network)
    assert touched
    assert all(name.startswith("generator.") for name in touched)
    assert not any(w.requires_grad for w in cast.network.hint_network.parameters())
    cast.network.zero_grad()
    verdict = judging(batch)
    verdict["total"].backward()
    assert not with_gradient(cast.network)
    assert with_gradient(judging.judges)
    assert amount(verdict["total"]) == pytest.approx(
        amount(verdict["real"] + verdict["fake"]) / 2, rel=1e-5
    )
    with pytest.raises(RuntimeError, match="generator has its turn before"):
        judging(batch)


@pytest.mark.parametrize("form", ["log", "lsgan"])
def test_short_training_runs_in_both_forms(recipe, tmp_path, form):
    options = dict(recipe.options, gan=form)
    fit(plan_of(dataclasses.replace(recipe, options=options), tmp_path / "run"))
    assert (tmp_path / "run" / "samples" / "step-00000003.png").is_file()


@pytest.mark.parametrize("form", ["plain", "pix2pixhd"])
def test_compared_forms_are_trained_and_never_see_what_they_lack(recipe, tmp_path, form):
    compared = dataclasses.replace(recipe, form=form, options=dict(recipe.options, hint_weights=""))
    network = fit(plan_of(compared, tmp_path / "run"))
    line, hints = torch.zeros(1, 1, 64, 64), torch.zeros(1, 4, 64, 64)
    marked = hints.clone()
    marked[:, 3, 20:30, 20:30] = 1
    with torch.no_grad():
        same = torch.equal(network(line, hints), network(line, marked))
    assert same == (form == "pix2pixhd")


def test_without_discriminators_the_generator_plays_alone(recipe):
    options = dict(recipe.options, adversarial=0.0, feature_matching=0.0)
    cast = CsaMethod(dataclasses.replace(recipe, options=options)).cast()
    assert [turn.name for turn in cast.turns] == ["generator"]


def test_combinations_that_cannot_run_are_refused_with_the_remedy(recipe):
    with pytest.raises(ValueError, match="needs multiples of 16, at least 64; got 48"):
        CsaMethod(dataclasses.replace(recipe, data=dataclasses.replace(recipe.data, side=48)))
    options = dict(recipe.options, hint_weights="")
    with pytest.raises(ValueError, match="train and export the recipe picture_features"):
        CsaMethod(dataclasses.replace(recipe, options=options))
    with pytest.raises(ValueError, match="inputs must be 5, or 4"):
        CsaMethod(dataclasses.replace(recipe, network={**NETWORK, "inputs": 3}))
    with pytest.raises(ValueError, match="feature_matching needs discriminators"):
        CsaOptions(adversarial=0.0)
    options = dict(recipe.options, perceptual_levels=(1.0, 1.0))
    with pytest.raises(ValueError, match=r"has 5 maps; perceptual_levels has 2 weights"):
        CsaMethod(dataclasses.replace(recipe, options=options)).cast()


def test_missing_weights_of_the_hint_network_are_named_with_the_remedy(recipe):
    options = dict(recipe.options, hint_weights="nowhere/weights.pt")
    with pytest.raises(MissingWeightsError, match=r"nowhere/weights\.pt: no such file; export"):
        CsaMethod(dataclasses.replace(recipe, options=options)).cast()
