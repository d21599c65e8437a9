"""Recipes: every bundled one is read; what does not fit is refused by line."""

from pathlib import Path

import pytest

from training.config import RecipeError, read_recipe
from training.methods.registry import find_method

RECIPES = sorted((Path(__file__).parents[2] / "training" / "recipes").rglob("*.toml"))

GOOD = """
name = "try"
method = "tintline"
title = "Try"
licence = "Apache-2.0"

[data]
side = 64

[[data.sources]]
kind = "characters"
count = 2

[train]
steps = 5
"""


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_bundled_recipe_is_read_with_its_methods_options(path: Path) -> None:
    recipe = read_recipe(path)
    assert recipe.name
    assert recipe.data.sources
    assert isinstance(recipe.options, find_method(recipe.method).Options)


def test_there_are_bundled_recipes() -> None:
    assert RECIPES


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("steps = 5", "stepz = 5", r"try\.toml:15: train\.stepz: unknown key.*steps"),
        ("steps = 5", 'steps = "many"', r"try\.toml:15: train\.steps: expected int"),
        ("steps = 5", "steps = 0", r"steps.*at least 1"),
        ("side = 64", "side = 70", r"multiple of 16.*70"),
        ('kind = "characters"', 'kind = "dreams"', r"'dreams' is none of"),
        ("count = 2", "weight = 1.0", r"say how many"),
        ('method = "tintline"', 'method = "magic"', r"'magic' cannot be trained"),
        ("[data]", "[data", r"try\.toml"),
        (
            "steps = 5",
            "steps = 5\n[options]\nchoices = 1.0",
            r"try\.toml:17: options\.choices: unk",
        ),
        ("steps = 5", "steps = 5\nbetas = [0.5]", r"betas must be two numbers"),
        ("steps = 5", "steps = 5\ndrops = [0.5]", r"belong together"),
        ("steps = 5", 'steps = 5\nschedule = "drops"\ndrops = [0.9, 0.5]', r"must rise"),
        ("steps = 5", 'steps = 5\nschedule = "steps"', r"'steps' is none of"),
        ('title = "Try"', 'title = "Try"\nform = "grand"', r"form standard only; got 'grand'"),
        ("steps = 5", "steps = 5\n[network]\nwidthz = [1]", r"widthz"),
    ],
)
def test_bad_recipe_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    path = tmp_path / "try.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(RecipeError, match=reason):
        read_recipe(path)


def test_missing_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"none\.toml"):
        read_recipe(tmp_path / "none.toml")
