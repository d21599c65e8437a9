"""The paper recipes hold the papers' own numbers: course, optimizer, losses, data."""

import argparse
import dataclasses

import pytest

from tests.helpers.training.method_trials import options_of
from training.bundled import RECIPES, find_recipe
from training.data.prepare.command import add_arguments
from training.methods.registry import method_of
from training.recipe import read_recipe
from training.run.loop import schedule

COURSES = {
    # batch, steps, rate, betas, steps from which on the rate is a tenth of what it was
    "tag2pix": (32, 51_800, 2e-4, (0.5, 0.999), ()),
    "alacgan": (4, 250_000, 1e-4, (0.5, 0.9), (125_000,)),
    "line_detection": (16, 256_000, 1e-4, (0.5, 0.9), (110_000, 183_000)),
    "two_stage_draft": (64, 175_000, 1e-4, (0.5, 0.9), (48_000,)),
    "two_stage": (4, 1_173_000, 1e-4, (0.5, 0.9), (733_000,)),
    "csa": (4, 400_000, 2e-4, (0.5, 0.999), ()),
    "sgru": (1, 627_500, 1e-4, (0.9, 0.99), ()),
    "sgru_nine": (1, 600_000, 1e-4, (0.9, 0.999), ()),
}
"""CSA's batch of 32 is eight processes of 4; the lengths of csa and sgru_nine are ours."""

OPTIONS = {
    "tag2pix": {
        "pixel_weight": 1000,
        "guide_share": 0.9,
        "adversarial": 1,
        "cit_weight": 40,
        "cvt_weight": 40,
        "jitter": 0.2,
    },
    "alacgan": {
        "content_weight": 1,
        "pixel_weight": 0,
        "adversarial": 1e-4,
        "gradient_penalty": 10,
        "penalty_norm": "sample",
        "drift": 1e-3,
        "hinted_share": 0.5,
        "hint_spread": 0.005,
        "critic_width": 64,
    },
    "two_stage_draft": {
        "pixel_weight": 1,
        "adversarial": 0.05,
        "content_weight": 0.1,
        "line_weight": 1,
        "equalize_share": 0.5,
        "hint_rule": "paper",
        "lighten": True,
        "discriminator_blocks": False,
    },
    "csa": {
        "gan": "log",
        "adversarial": 1,
        "feature_matching": 10,
        "perceptual_weight": 10,
        "perceptual_levels": (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1),
        "pixel_weight": 0,
        "discriminator_width": 64,
        "discriminator_scales": 3,
    },
    "sgru": {
        "perceptual_weight": 1,
        "huber_weight": 1,
        "adversarial": 0.01,
        "perceptual_levels": (0.0, 0.79, 0.63, 0.51, 0.39, 1.07),
        "spare_lines": False,
    },
    "sgru_nine": {
        "best_share": 0.999,
        "huber_weight": 0,
        "adversarial": 0,
        "perceptual_levels": (0.88, 0.79, 0.63, 0.51, 0.39, 1.07),
        "spare_lines": True,
    },
}
SIDES = {"sgru": 256, "sgru_nine": 256}
"""All others train on 512 pixels."""


@pytest.mark.parametrize(("name", "course"), COURSES.items(), ids=COURSES)
def test_course_and_optimizer_are_the_papers(name, course):
    steps, falls = course[1], course[-1]
    recipe = read_recipe(find_recipe(name))
    train = recipe.train
    assert (train.batch, train.steps, train.learning_rate, train.betas) == course[:4]
    # Adam as it is: no decay, no clipping, no warm-up, no average, full precision.
    assert (train.weight_decay, train.clip, train.warmup, train.ema) == (0, 0, 0, 0)
    assert train.precision == "32-true"
    assert recipe.data.side == SIDES.get(name, 512)
    expected = 1.0
    for step in sorted({0, steps - 1, *(at + around for at in falls for around in (-1, 0))}):
        expected = 0.1 ** sum(step >= at for at in falls)
        assert schedule(step, step / steps, train) == pytest.approx(expected), step


@pytest.mark.parametrize(("name", "options"), OPTIONS.items(), ids=OPTIONS)
def test_losses_are_the_papers(name, options):
    given = options_of(read_recipe(find_recipe(name)))
    assert {key: getattr(given, key) for key in options} == options


def test_tag2pix_changes_its_loss_after_four_epochs_and_brightens_from_the_24th():
    recipe = read_recipe(find_recipe("tag2pix"))
    epoch = recipe.train.steps / 30
    options = options_of(recipe)
    assert options.tags_from * recipe.train.steps == pytest.approx(4 * epoch, abs=1)
    assert options.brightness_from * recipe.train.steps == pytest.approx(23 * epoch, abs=1)
    views = options.views
    assert (views.crop, views.turn_share, views.turn_degrees) == ("resized", 0.5, 10)


def test_tag2pix_takes_the_115_tags_of_the_official_models():
    method = method_of(read_recipe(find_recipe("tag2pix")))
    assert method.configuration.cvt_count == len(method.tag_names) == 115
    assert method.tag_names[63] == "blush"
    assert len(set(method.tag_names)) == 115


@pytest.mark.parametrize("name", ["tag2pix", "cit_extractor"])
def test_headers_of_tag2pix_ask_for_squares_and_faces(name):
    """By a command that the program takes."""
    text = find_recipe(name).read_text(encoding="utf-8")
    [line] = [line for line in text.splitlines() if "tintline-train prepare" in line]
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    options = parser.parse_args(line.split("prepare ")[1].split())
    assert options.square
    assert options.faces.endswith(".xml")


def test_drafts_are_spoilt_in_six_of_ten_batches():
    artifacts = options_of(read_recipe(find_recipe("two_stage"))).artifacts
    assert artifacts.share == 0.6
    assert min(artifacts.spray, artifacts.smear, artifacts.distortion) > 0


def test_crops_flips_and_lines_of_the_two_stage_recipes_are_alike():
    for name in ("line_detection", "two_stage_draft", "two_stage"):
        views = options_of(read_recipe(find_recipe(name))).views
        assert (views.crop, views.upend_share, views.jitter) == ("native", 0.5, (0.1, 0.1, 0.03))
    assert options_of(read_recipe(find_recipe("line_detection"))).shrink == 4
    assert options_of(read_recipe(find_recipe("csa"))).views.lines == {
        "xdog_alacgan_04": 0.1,
        "sketchkeras_enhanced": 0.5,
        "simplified": 0.4,
    }


def test_recipes_are_found_under_their_folders_name_too():
    for name in ("alacgan", "alacgan.toml", "recipes/alacgan.toml"):
        assert find_recipe(name) == RECIPES / "alacgan.toml"


def test_published_losses_are_the_options_defaults_too():
    """Who leaves a weight out of a recipe gets the paper's."""
    for name, options in OPTIONS.items():
        if name != "sgru_nine":
            kind = type(options_of(read_recipe(find_recipe(name))))
            defaults = {each.name: each.default for each in dataclasses.fields(kind)}
            assert {key: defaults[key] for key in options} == options


@pytest.mark.parametrize(
    "name", ["tag2pix", "alacgan", "two_stage_draft", "two_stage", "csa", "sgru", "sgru_nine"]
)
def test_first_weights_are_drawn_as_published(name):
    assert options_of(read_recipe(find_recipe(name))).start == "drawn"
    lite = find_recipe(f"{name.removesuffix('_nine')}_lite")
    assert options_of(read_recipe(lite)).start == "carried"


@pytest.mark.parametrize("name", ["alacgan", "two_stage_draft", "two_stage", "csa", "sgru"])
def test_methods_without_tags_take_pictures_without_tags(name):
    sources = read_recipe(find_recipe(name)).data.sources
    assert not any(source.tagged for source in sources)
    assert all(source.tagged for source in read_recipe(find_recipe("tag2pix")).data.sources)


LAST_LEGS = {
    "alacgan_lite_perceptual": ("content_weight", "adversarial", "gradient_penalty", "drift"),
    "csa_lite_perceptual": ("adversarial", "feature_matching", "perceptual_weight"),
    "sgru_lite_perceptual": ("perceptual_weight", "huber_weight", "adversarial"),
    "two_stage_draft_lite_perceptual": (
        "pixel_weight",
        "content_weight",
        "line_weight",
        "adversarial",
        "equalize_share",
    ),
    "tag2pix_lite_perceptual": (
        "pixel_weight",
        "guide_share",
        "adversarial",
        "cit_weight",
        "cvt_weight",
        "tags_from",
        "maps_weight",
        "even_share",
        "pair_weight",
        "mean_weight",
    ),
}


@pytest.mark.parametrize(("name", "weights"), LAST_LEGS.items(), ids=LAST_LEGS)
def test_last_legs_weigh_their_losses_as_the_papers_do(name, weights):
    paper = name.removesuffix("_lite_perceptual")
    published, ours = (options_of(read_recipe(find_recipe(each))) for each in (paper, name))
    for weight in (*weights, "pixel_weight" if hasattr(ours, "pixel_weight") else weights[0]):
        assert getattr(ours, weight) == getattr(published, weight), weight
