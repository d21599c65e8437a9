"""Both stages of the two-stage generator: losses by hand, frozen networks, short runs, export."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from models.networks.features import MissingWeightsError
from models.networks.two_stage.network import LineDetectionConfig, LineDetectionModel
from models.networks.weights_file import WeightsNote, write_network
from models.runtime.catalog import Catalog
from models.spec import read_spec
from tests.helpers.training.method_trials import (
    amount,
    batch_of,
    changed,
    draw_pictures,
    picture_features_file,
    plan_of,
    tiny_recipe,
    weights_of,
    with_gradient,
)
from tests.helpers.training.small_set import two_tone_figure
from training.data.hints.recipe_hints import StageHints
from training.data.lines.degrade import equalize
from training.data.lines.recipe_lines import FaintLines
from training.feature_weights import FeatureChoice
from training.methods.losses import opinion_loss
from training.methods.two_stage import draft_artifacts
from training.methods.two_stage.draft import DraftMethod, DraftOptions, line_loss
from training.methods.two_stage.draft_artifacts import (
    ArtifactOptions,
    distort,
    dominant_colors,
    smear,
    spoil_drafts,
    spray,
)
from training.methods.two_stage.method import TwoStageMethod, TwoStageOptions
from training.run.export import export_run
from training.run.loop import fit

STAGE = {"width": 4, "levels": 2, "blocks": 1, "cardinality": 2}


@pytest.fixture(autouse=True)
def _drawn(monkeypatch):
    draw_pictures(monkeypatch)


@pytest.fixture
def draft_recipe(tmp_path: Path):
    config = LineDetectionConfig(width=4, levels=1)
    note = WeightsNote(network="two_stage/line-detection-lite", config=config)
    lines = write_network(tmp_path / "lines", LineDetectionModel(config).state_dict(), note)
    options = DraftOptions(
        line_detection=str(lines),
        content=FeatureChoice(
            network="picture_features", file=str(picture_features_file(tmp_path))
        ),
        discriminator_width=4,
    )
    return tiny_recipe("two_stage_draft", form="draft-lite", options=options, network=STAGE)


class Doubling(nn.Module):
    """Twice its input."""

    def forward(self, x):
        return 2 * x


def test_line_loss_passes_gradients_to_the_draft_alone():
    draft = torch.full((1, 3, 2, 2), 0.25, requires_grad=True)
    real = torch.zeros(1, 3, 2, 2, requires_grad=True)
    loss = line_loss(Doubling(), draft, real)
    assert amount(loss) == pytest.approx(0.5)
    loss.backward()
    assert draft.grad is not None
    assert float(draft.grad.sum()) == pytest.approx(2.0)
    assert real.grad is None


def test_opinion_loss_is_the_cross_entropy():
    assert amount(opinion_loss(torch.zeros(2, 1), real=True)) == pytest.approx(np.log(2))
    assert amount(opinion_loss(torch.full((2, 1), 20.0), real=False)) == pytest.approx(20, rel=1e-4)


def test_draft_loss_is_the_weighted_sum_and_teaches_the_draft_alone(draft_recipe):
    method = DraftMethod(draft_recipe)
    cast = method.cast()
    batch = batch_of(method)
    assert batch["hints"].shape == (4, 4, 16, 16)
    painter, judge = (turn.objective for turn in cast.turns)
    losses = painter(batch)
    expected = (
        losses["pixel"] + 0.1 * losses["content"] + losses["line"] + 0.05 * losses["adversarial"]
    )
    assert amount(losses["total"]) == pytest.approx(amount(expected), rel=1e-5)
    losses["total"].backward()
    assert with_gradient(painter)
    assert not with_gradient(judge)
    for network in cast.companions.values():
        assert not network.training
        assert not with_gradient(network)
    painter.zero_grad(set_to_none=True)
    judge(batch)["total"].backward()
    assert with_gradient(judge)
    assert not with_gradient(painter)


def test_variants_leave_out_what_they_lack(draft_recipe):
    bare = dict(
        draft_recipe.options,
        line_weight=0.0,
        content_weight=0.0,
        adversarial=0.0,
        equalize_share=0.0,
    )
    method = DraftMethod(dataclasses.replace(draft_recipe, options=bare))
    cast = method.cast()
    assert not cast.companions
    losses = cast.turns[0].objective(batch_of(method))
    assert set(losses) == {"pixel", "total"}


def test_lines_are_equalized_and_lightened_as_asked():
    grey = np.full((40, 40), 200, dtype=np.uint8)
    grey[:, :10] = 150
    rng, sample = np.random.default_rng(0), two_tone_figure(0)

    def lines(*, equalize_share: float, lighten: bool):
        draw = FaintLines(draw=lambda *_: grey, equalize_share=equalize_share, lighten=lighten)
        return draw(sample, rng)

    assert np.array_equal(lines(equalize_share=0.0, lighten=False), grey)
    assert lines(equalize_share=1.0, lighten=False).min() == 0
    assert (lines(equalize_share=0.0, lighten=True) >= grey).all()


def test_equalized_ink_spreads_over_the_whole_range():
    """Paper is left out of the count; counted, all ink lay within a few levels of black."""
    line = np.full((400, 40), 255, dtype=np.uint8)
    line[:50] = np.arange(100, 180, 2)
    line[50:100] = np.arange(120, 200, 2)
    ink = equalize(line)[line < 255]
    assert ink.min() < 20
    assert 100 < np.median(ink) < 160
    assert ink.max() > 230


def test_spray_lies_on_a_grid_of_thirty_pixels_of_the_draft(monkeypatch):
    grids = []
    monkeypatch.setattr(
        draft_artifacts, "spray", lambda drafts, *, cells: grids.append(cells) or drafts
    )
    options = ArtifactOptions(share=1.0, smear=0.0, distortion=0.0)
    for side in (128, 32):
        spoil_drafts(torch.zeros(1, 3, side, side), options)
    assert grids == [4, 2]


def test_color_stage_hints_are_as_many_as_the_paper_says():
    sample = two_tone_figure(2)
    for seed in range(5):
        hints = StageHints(rule="colour", cell=4)(
            sample, np.zeros((96, 96), np.uint8), np.random.default_rng(seed)
        )
        assert 28 <= len(hints.hints) <= 128


def test_artifacts_stay_in_range_and_are_left_out_as_asked():
    torch.manual_seed(1)
    drafts = torch.rand(2, 3, 16, 16) * 2 - 1
    for spoilt in (spray(drafts, cells=4), smear(drafts, reach=0.1), distort(drafts, reach=0.05)):
        assert spoilt.shape == drafts.shape
        assert float(spoilt.abs().max()) <= 1
        assert not torch.equal(spoilt, drafts)
    assert spoil_drafts(drafts, ArtifactOptions(share=0.0)) is drafts


def test_dominant_color_is_the_commonest_that_is_no_paper():
    picture = torch.ones(1, 3, 4, 4)
    picture[:, :, 0] = torch.tensor([0.9, -0.9, -0.9])[:, None]
    picture[:, :, 1, :2] = -0.9
    assert dominant_colors(picture).flatten().tolist() == pytest.approx([0.9, -0.9, -0.9])


@pytest.mark.usefixtures("quick_exports")
def test_stages_train_one_after_the_other_and_export_as_one(draft_recipe, tmp_path: Path):
    fit(plan_of(draft_recipe, tmp_path / "draft"))
    export_run(draft_recipe, run=tmp_path / "draft", folder=tmp_path / "stage")
    options = TwoStageOptions(draft_weights=str(tmp_path / "stage" / "weights.pt"))
    network = {"size": 64, "draft": STAGE, "colour": STAGE}
    recipe = tiny_recipe("two_stage", form="lite", options=options, network=network)
    cast = TwoStageMethod(recipe).cast()
    assert not cast.network.draft.training
    before = weights_of(cast.network)
    trained = fit(plan_of(recipe, tmp_path / "run"))
    moved = changed(before, trained)
    assert moved
    assert all(name.startswith("colour.") for name in moved)
    folder = tmp_path / "generators" / recipe.name
    export_run(recipe, run=tmp_path / "run", folder=folder)
    assert read_spec(folder).outputs == ("rgb", "draft")
    assert recipe.name in [entry.name for entry in Catalog([folder.parent]).usable()]
    with pytest.raises(MissingWeightsError, match="set draft in"):
        TwoStageMethod(
            dataclasses.replace(recipe, network={**network, "draft": {**STAGE, "width": 8}})
        ).cast()


def test_recipes_that_cannot_run_are_refused_with_the_remedy(draft_recipe):
    options = {"content_weight": 0.0}
    with pytest.raises(ValueError, match=r"line_detection_lite.*line_weight = 0"):
        DraftMethod(dataclasses.replace(draft_recipe, options=options))
    data = dataclasses.replace(draft_recipe.data, side=96)
    with pytest.raises(ValueError, match=r"multiple of 64.*96"):
        DraftMethod(dataclasses.replace(draft_recipe, data=data))
    recipe = tiny_recipe("two_stage", form="lite", options=TwoStageOptions())
    with pytest.raises(ValueError, match=r"side is 64.*size is 512"):
        TwoStageMethod(recipe)
    sized = dataclasses.replace(recipe, network={"size": 64})
    with pytest.raises(ValueError, match="two_stage_draft_lite"):
        TwoStageMethod(sized)
