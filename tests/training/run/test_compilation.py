"""`train.compile = true` where nothing can compile: a clear word before the training starts."""

import dataclasses
from pathlib import Path

import pytest

from tests.helpers.training.method_trials import TINY_NETWORKS, draw_pictures, plan_of, tiny_recipe
from training.methods.two_stage.line_detection import LineDetectionOptions
from training.methods.views import ViewOptions
from training.recipe import Recipe
from training.run.loop import fit


@pytest.fixture(autouse=True)
def _drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_pictures(monkeypatch)


def compiled_recipe() -> Recipe:
    recipe = tiny_recipe(
        "line_detection",
        form="line-detection-lite",
        options=LineDetectionOptions(views=ViewOptions(lines={"true_ink": 1.0})),
        network=TINY_NETWORKS["line_detection"],
        steps=1,
    )
    train = dataclasses.replace(recipe.train, compile=True, samples_every=0)
    return dataclasses.replace(recipe, train=train)


def test_compiling_without_a_compiler_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXX", "no-such-compiler")
    with pytest.raises(ValueError, match=r"no 'no-such-compiler'; .* set compile = false"):
        fit(plan_of(compiled_recipe(), tmp_path / "run"))
    assert not (tmp_path / "run").exists()
