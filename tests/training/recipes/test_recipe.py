"""Recipes: every bundled one is read; what does not fit is refused by line."""

from pathlib import Path

import pytest

from tests.helpers.places import ROOT
from training.methods.registry import method_of
from training.recipe import RecipeError, read_recipe

RECIPES = sorted((ROOT / "training" / "recipes").rglob("*.toml"))

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
    method_of(recipe)


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
        (
            'title = "Try"',
            'title = "Try"\nform = "grand"',
            r"form 'grand' is no generator; choose standard",
        ),
        ("steps = 5", "steps = 5\n[network]\nwidthz = [1]", r"try\.toml:17: network\.widthz: "),
        ("steps = 5", "steps = 5\nema = 1.5", r"try\.toml:16: train\.ema: ema must"),
        ("steps = 5", "steps = 5\nlearning_rate = -1.0", r":16: train\.learning_rate: .*got -1"),
        ("steps = 5", "steps = 5\nlearning_rate = nan", r"train\.learning_rate: .*not finite"),
        ("steps = 5", "steps = 5\nclip = -1", r":16: train\.clip: clip must be at least 0"),
        ("side = 64", "side = 64\nwhole_share = 2.0", r":9: data\.whole_share: .*0 to 1; got 2"),
        ("steps = 5", "steps = 1" + "0" * 400, r"train\.steps: a number of more than 18 digits"),
        ("steps = 5", "steps = 1" + "0" * 5000, r"more than 4,000 digits"),
        ("steps = 5", "steps = " + "[" * 50_000, r"try\.toml: nested deeper than 64"),
        ("steps = 5", "[" + ".".join("a" * 50_000) + "]", r"try\.toml: more than 256 dots"),
        ("steps = 5", f"steps = {{a = '{'x' * 9999}'}}", r":15: .*int, got an object of 1$"),
        ("steps = 5", "#" * 300_000, r"try\.toml: larger than"),
        (
            "steps = 5",
            'steps = 5\n[options]\nx = """\n[a' + " " * 200_000 + '\n"""',  # n² in a line finder
            r"options\.x: unknown key",
        ),
        ('name = "try"', 'name = "../../try"', r"try\.toml:2: name: .*got '\.\./\.\./try'"),
        ('name = "try"', 'name = "/tmp/try"', r"name has up to 100 letters"),
        ('name = "try"', "name = 'a\\b'", r"name has up to 100 letters"),
        ('name = "try"', 'name = ".."', r"name has up to 100 letters"),
        ('name = "try"', 'name = ""', r"name has up to 100 letters"),
        ('name = "try"', "", r"try\.toml:1: recipe: name must be given"),
        ('kind = "characters"', "", r"try\.toml:10: data\.sources: kind must be given"),
        (
            "count = 2",
            'count = 2\n[[data.sources]]\nkind = "characters"\ncount = 1\nweight = "x"',
            r"try\.toml:16: data\.sources\.weight: expected float",
        ),
        (
            "count = 2",
            'count = 2\n[[data.sources]]\nkind = "dreams"',
            r"try\.toml:14: data\.sources\.kind: kind 'dreams'",
        ),
        (
            "steps = 5",
            "steps = 5\n[options]\nsmooth = { by = 1 }\nlines = '''\n[data]\n'''",
            r"try\.toml:17: options\.smooth: unknown key",
        ),
        ("side = 64", "side = 64\ntrain.steps = 1", r"try\.toml:9: data\.train: unknown key"),
        (
            '[[data.sources]]\nkind = "characters"\ncount = 2',
            'sources = [\n  { kind = "characters", count = 2 },\n  { kind = "dreams" },\n]',
            r"try\.toml:10: data\.sources\.kind: kind 'dreams'",
        ),
        (
            "[train]\nsteps = 5",
            "[options]\nlines = '''\n[train]\nsteps = 1\n'''\n[train]\nsteps = true",
            r":20: train\.steps: expected int",
        ),
        ("steps = 5", 'origin = "x"', r"try\.toml:15: train\.origin: unknown key"),
        ('title = "Try"', 'title = "Try"\norigin = "x"', r"try\.toml:5: origin: unknown key"),
    ],
)
def test_bad_recipe_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    path = tmp_path / "try.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(RecipeError, match=reason):
        method_of(read_recipe(path))


def test_missing_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"none\.toml"):
        read_recipe(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("side = 64", "side = 48", r":21: data\.side: data\.side must be a multiple of 32.*got 48"),
        ("levels = 5", 'levels = "5"', r":12: network\.levels: levels of .* must be int; got '5'"),
        ("= 1.0", '= "much"', r":9: options\.views\.lines\.true_ink: expected float"),
        (
            "true_ink",
            "true_inc",
            r":8: options\.views\.lines.*: lines: unknown extractor 'true_inc'",
        ),
    ],
)
def test_what_cannot_go_together_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    good = """
name = "try"
method = "line_detection"
form = "line-detection"
title = "Try"
licence = "Apache-2.0"

[options.views.lines]
true_ink = 1.0

[network]
levels = 5

[[data.sources]]
kind = "characters"
count = 2

[data]
side = 64
"""
    path = tmp_path / "try.toml"
    # TOML wants the table before the tables of the array in it.
    table, array = good.split("[[data.sources]]")
    array, data = array.split("[data]")
    good = f"{table}\n\n\n\n\n\n[data]{data}[[data.sources]]{array}"
    path.write_text(good, encoding="utf-8")
    method_of(read_recipe(path))
    path.write_text(good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RecipeError, match=reason):
        method_of(read_recipe(path))
