"""AlacGAN's training: its losses by hand, who learns from which turn, a short run."""

import dataclasses
from pathlib import Path

import pytest
import torch
from torch import nn

from models.networks.alacgan.critic import AlacGanCritic, AlacGanCriticConfig
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.features import MissingWeightsError
from models.spec import read_spec
from tests.helpers.training.method_trials import (
    TINY_NETWORKS,
    amount,
    batch_of,
    changed,
    draw_pictures,
    options_of,
    picture_features_file,
    plan_of,
    tiny_recipe,
    weights_of,
    with_gradient,
)
from training.feature_weights import FeatureChoice
from training.methods.alacgan.method import (
    AlacGanMethod,
    AlacGanOptions,
    drift_loss,
    gradient_penalty,
)
from training.methods.losses import content_loss
from training.run.checkpoint import load_newest
from training.run.export import export_run
from training.run.loop import fit

NETWORK = TINY_NETWORKS["alacgan"]


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


@pytest.fixture
def recipe(tmp_path: Path):
    local = LocalFeatures(width=4)
    local.randomize(seed=1)
    torch.save(local.state_dict(), tmp_path / "local.pt")
    options = AlacGanOptions(
        local_features=str(tmp_path / "local.pt"),
        content=FeatureChoice(
            network="picture_features", file=str(picture_features_file(tmp_path))
        ),
        critic_width=16,
        hint_spread=0.1,
        redraw_share=0.5,
    )
    return tiny_recipe("alacgan", form="lite", options=options, network=NETWORK)


class LinearCritic(nn.Module):
    """Sum of the picture times a weight: its gradient is the weight everywhere."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight)

    def forward(self, picture, _local):
        return (picture * self.weight).sum(dim=(1, 2, 3))[:, None]


def test_penalty_of_a_linear_critic_is_that_of_its_slope():
    # Three channels of two pixels, all 0.5: norm sqrt(6)/2 a sample, sqrt(3)/2 a pixel.
    critic = LinearCritic(torch.full((1, 3, 1, 2), 0.5))
    real, fake, local = torch.zeros(2, 3, 1, 2), torch.ones(2, 3, 1, 2), torch.zeros(2, 1, 1, 1)
    by_sample = gradient_penalty(critic, real, fake, local, norm="sample")
    by_channel = gradient_penalty(critic, real, fake, local, norm="channel")
    assert amount(by_sample) == pytest.approx((1.5**0.5 - 1) ** 2, rel=1e-5)
    assert amount(by_channel) == pytest.approx((0.75**0.5 - 1) ** 2, rel=1e-5)
    by_sample.backward()
    # d/dw (|w| - 1)² = 2 (|w| - 1) w / |w|
    expected = 2 * (1.5**0.5 - 1) * 0.5 / 1.5**0.5
    assert torch.allclose(critic.weight.grad, torch.full((1, 3, 1, 2), expected), rtol=1e-4)


def test_flat_critic_has_a_finite_gradient():
    critic = LinearCritic(torch.zeros(1, 3, 1, 2))
    loss = gradient_penalty(
        critic,
        torch.zeros(1, 3, 1, 2),
        torch.ones(1, 3, 1, 2),
        torch.zeros(1, 1, 1, 1),
        norm="sample",
    )
    assert amount(loss) == pytest.approx(1, abs=1e-5)
    loss.backward()
    assert bool(torch.isfinite(critic.weight.grad).all())


def test_drift_squares_the_mean_of_the_batch():
    assert float(drift_loss(torch.tensor([[3.0], [-1.0]]))) == pytest.approx(1.0)


def test_content_is_the_mean_square_of_each_map_and_their_mean():
    ours = (torch.tensor([[1.0, 3.0]]), torch.tensor([[2.0]]))
    theirs = (torch.tensor([[0.0, 0.0]]), torch.tensor([[0.0]]))
    assert float(content_loss(ours, theirs)) == pytest.approx((5 + 4) / 2)


def test_second_half_of_a_batch_has_no_hints_and_new_colors_come_first(recipe):
    method = AlacGanMethod(recipe)
    batch = batch_of(method, 8)
    assert batch["hints"].shape == (8, 4, 16, 16)
    assert not bool(batch["hints"][4:].any())
    assert int((batch["hints"][:4, 3].sum(dim=(1, 2)) > 0).sum()) >= 3
    order = batch["redrawn"].tolist()
    assert order == sorted(order, reverse=True)
    assert 0 < sum(order) < 8


def test_each_turn_trains_its_own_player_and_nobody_else(recipe):
    method = AlacGanMethod(recipe)
    cast = method.cast()
    for name, weight in cast.network.named_parameters():
        if name.endswith("expand.weight"):  # 0 at first, which holds the gradients of others back
            torch.nn.init.normal_(weight, std=0.01)
    critic_turn, painter_turn = cast.turns
    assert (critic_turn.name, painter_turn.name) == ("critic", "generator")
    assert painter_turn.own_batch
    batch = batch_of(method)
    critic_turn.objective(batch)["total"].backward()
    critic = critic_turn.objective.critic
    assert with_gradient(critic) == {name for name, _ in critic.named_parameters()}
    assert not with_gradient(cast.network)
    critic.zero_grad()
    losses = painter_turn.objective(batch)
    losses["total"].backward()
    assert not with_gradient(critic)
    assert not with_gradient(cast.companions["content"])
    assert with_gradient(cast.network) == {
        name for name, _ in cast.network.named_parameters() if name.startswith("generator.")
    }
    names = {name for name, _ in painter_turn.objective.named_parameters()}
    assert not any("critic" in name or "content" in name for name in names)
    options = options_of(recipe)
    assert amount(losses["total"]) == pytest.approx(
        amount(losses["content"] - options.adversarial * losses["score"]), rel=1e-5
    )


def test_short_training_leaves_the_features_alone(recipe, tmp_path):
    cast = AlacGanMethod(recipe).cast()
    before = weights_of(cast.network)
    fit(plan_of(recipe, tmp_path / "run"))
    state = load_newest(tmp_path / "run" / "checkpoints")
    assert state is not None
    after = state["players"]["generator"]
    frozen = [name for name in before if name.startswith("local_features.")]
    assert frozen
    for name in frozen:
        assert after[f"network.{name}"].equal(before[name])
    assert (tmp_path / "run" / "samples" / "step-00000003.png").is_file()


def test_fitting_moves_generator_and_critic(recipe, tmp_path):
    method = AlacGanMethod(recipe)
    cast = method.cast()
    before = weights_of(cast.turns[0].objective.critic)
    loss = cast.turns[0].objective(batch_of(method))["total"]
    optimizer = torch.optim.SGD(cast.turns[0].objective.parameters(), lr=1e-3)
    loss.backward()
    optimizer.step()
    assert changed(before, cast.turns[0].objective.critic) == set(before)


@pytest.mark.usefixtures("quick_exports")
def test_form_without_local_features_trains_and_exports(recipe, tmp_path):
    options = dict(recipe.options, local_features="")
    bare = dataclasses.replace(recipe, form="no-local", options=options)
    method = AlacGanMethod(bare)
    critic = next(turn.objective.critic for turn in method.cast().turns if turn.name == "critic")
    assert critic.join[0].in_channels == 4 * 16
    trained = fit(plan_of(bare, tmp_path / "run"))
    assert not any(name.startswith("local_features") for name in trained.state_dict())
    export_run(bare, run=tmp_path / "run", folder=tmp_path / "out")
    assert "feature_local" not in read_spec(tmp_path / "out").features


def test_recipe_without_local_features_names_the_one_that_makes_them(recipe):
    options = dict(recipe.options, local_features="")
    with pytest.raises(ValueError, match="train and export the recipe local_features_lite"):
        AlacGanMethod(dataclasses.replace(recipe, options=options))


def test_side_that_the_critic_cannot_take_is_refused_with_the_remedy(recipe):
    data = dataclasses.replace(recipe.data, side=160)
    with pytest.raises(ValueError, match=r"128, 256, 512\); got 160; or set adversarial = 0"):
        AlacGanMethod(dataclasses.replace(recipe, data=data))
    free = dict(recipe.options, adversarial=0.0)
    AlacGanMethod(dataclasses.replace(recipe, data=data, options=free))


def test_missing_weights_are_named_before_anything_is_trained(recipe):
    options = dict(recipe.options, local_features="nowhere/weights.pt")
    with pytest.raises(MissingWeightsError, match=r"nowhere/weights\.pt.*local_features_lite"):
        AlacGanMethod(dataclasses.replace(recipe, options=options)).cast()


@pytest.mark.parametrize(("halvings", "side"), [(0, 64), (1, 128), (3, 512)])
def test_critic_takes_the_side_that_its_halvings_say(halvings, side):
    config = AlacGanCriticConfig(width=16, local_channels=8, joint_halvings=halvings)
    assert config.side == side
    with torch.device("meta"):
        critic = AlacGanCritic(config)
        score = critic(torch.zeros(2, 3, side, side), torch.zeros(2, 8, side // 16, side // 16))
    assert score.shape == (2, 1)
