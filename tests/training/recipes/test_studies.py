"""The small-scale studies: every variant is there, and differs in nothing but what it studies."""

from dataclasses import replace

import pytest

from tests.helpers.places import ROOT
from tests.helpers.training.method_trials import options_of
from training.recipe import Recipe, read_recipe

STUDIES = ROOT / "training" / "recipes" / "studies"


def family(prefix: str) -> dict[str, Recipe]:
    """The recipes of a study by the last word of their names."""
    return {
        path.stem.removeprefix(prefix): read_recipe(path)
        for path in sorted(STUDIES.glob(f"{prefix}*.toml"))
    }


@pytest.mark.parametrize("prefix", ["tag2pix_n", "tag2pix_block_", "two_stage_draft_"])
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
    two_step = [options_of(recipe).tags_from < 1 for recipe in ladder.values()]
    assert two_step == [False] * 4 + [True] * 4
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
