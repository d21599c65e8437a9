"""The small-scale studies: every variant is there, and differs in nothing but what it studies."""

from dataclasses import replace

import pytest

from models.networks.registry import NETWORKS
from tests.helpers.places import ROOT
from tests.helpers.training.method_trials import options_of
from training.methods.registry import method_of
from training.recipe import Recipe, read_recipe

STUDIES = ROOT / "training" / "recipes" / "studies"


def family(prefix: str) -> dict[str, Recipe]:
    """The recipes of a study by the last word of their names."""
    return {
        path.stem.removeprefix(prefix): read_recipe(path)
        for path in sorted(STUDIES.glob(f"{prefix}*.toml"))
    }


@pytest.mark.parametrize(
    "prefix",
    ["tag2pix_n", "tag2pix_block_", "tag2pix_loss_", "two_stage_draft_", "alacgan_", "csa_"],
)
def test_variants_share_data_course_and_size(prefix: str) -> None:
    recipes = list(family(prefix).values())
    first = recipes[0]
    for recipe in recipes[1:]:
        assert recipe.data == first.data
        assert recipe.train == first.train
        assert recipe.network == first.network


def test_ladder_and_blocks_are_whole() -> None:
    ladder = family("tag2pix_n")
    assert [recipe.form for recipe in ladder.values()] == [f"n{step}" for step in range(1, 9)]
    # In a single step both tasks are learned from the start, in two from the middle on.
    assert [options_of(recipe).tags_from for recipe in ladder.values()] == [0] * 4 + [0.5] * 4
    told_shapes = [options_of(recipe).cit_weight > 0 for recipe in ladder.values()]
    assert told_shapes == [
        NETWORKS[f"tag2pix/{recipe.form}"].config.cit for recipe in ladder.values()
    ]
    assert len({recipe.form for recipe in family("tag2pix_block_").values()}) == 6


def test_draft_variants_switch_line_loss_and_equalization() -> None:
    variants = family("two_stage_draft_")
    switches = {
        name: (options_of(recipe).line_weight > 0, options_of(recipe).equalize_share > 0)
        for name, recipe in variants.items()
    }
    assert switches == {
        "base": (False, False),
        "line": (True, False),
        "equalized": (False, True),
        "both": (True, True),
    }
    for recipe in variants.values():
        changed = dict(recipe.options, line_weight=0.0, line_detection="", equalize_share=0.0)
        alike = replace(recipe, options=changed)
        assert options_of(alike) == options_of(variants["base"])


def test_losses_are_left_out_one_at_a_time_as_in_the_supplement() -> None:
    """Its table 3: without classification on N4, since two steps need it; the others on N5."""
    left_out = {
        name: (
            recipe.form,
            [
                weight
                for weight in ("pixel_weight", "adversarial", "cit_weight", "cvt_weight")
                if not getattr(options_of(recipe), weight)
            ],
        )
        for name, recipe in family("tag2pix_loss_").items()
    }
    assert left_out == {
        "all": ("n5", []),
        "no_adversarial": ("n5", ["adversarial"]),
        "no_classification": ("n4", ["cit_weight", "cvt_weight"]),
        "no_reconstruction": ("n5", ["pixel_weight"]),
    }


def test_alacgan_and_csa_are_compared_with_what_their_tables_name() -> None:
    alacgan = {
        name: (method_of(recipe).configuration.local, options_of(recipe).adversarial > 0)
        for name, recipe in family("alacgan_").items()
    }
    assert alacgan == {
        "all": (True, True),
        "no_local": (False, True),
        "no_adversarial": (True, False),
    }
    csa = {
        name: (config.attention, config.skips, config.inputs)
        for name, recipe in family("csa_").items()
        if (config := method_of(recipe).configuration)
    }
    assert csa == {
        "ours": (True, True, 5),
        "plain": (False, True, 5),
        "pix2pixhd": (False, False, 4),
    }
