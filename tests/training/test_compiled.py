"""`train.compile = true`: the same training as without it, or a clear word before it starts."""

import dataclasses
import shutil
from pathlib import Path

import pytest
import torch

from tests.training.method_trials import TINY_NETWORKS, draw_pictures, plan_of, tiny_recipe
from training.config import Recipe
from training.loop import fit
from training.methods.line_detection import LineDetectionOptions
from training.methods.views import ViewOptions


@pytest.fixture(autouse=True)
def _drawn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    draw_pictures(monkeypatch)
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", str(tmp_path / "compiled"))
    monkeypatch.setattr("torch._inductor.config.compile_threads", 1)  # no processes that stay


def recipe_of(*, compiled: bool) -> Recipe:
    recipe = tiny_recipe(
        "line_detection",
        form="line-detection-lite",
        options=LineDetectionOptions(views=ViewOptions(lines={"true_ink": 1.0})),
        network=TINY_NETWORKS["line_detection"],
        steps=1,
    )
    train = dataclasses.replace(recipe.train, compile=compiled, samples_every=0)
    return dataclasses.replace(recipe, train=train)


def test_compiled_step_is_the_eager_one_or_the_missing_compiler_is_named(tmp_path: Path) -> None:
    if shutil.which("g++") is None:
        with pytest.raises(ValueError, match=r"needs a C\+\+ compiler .* set compile = false"):
            fit(plan_of(recipe_of(compiled=True), tmp_path / "compiled"))
        return
    eager = fit(plan_of(recipe_of(compiled=False), tmp_path / "eager")).state_dict()
    compiled = fit(plan_of(recipe_of(compiled=True), tmp_path / "compiled")).state_dict()
    assert eager.keys() == compiled.keys()
    for name, weights in eager.items():
        torch.testing.assert_close(compiled[name], weights, atol=1e-4, rtol=1e-3)


def test_compiling_without_a_compiler_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXX", "no-such-compiler")
    with pytest.raises(ValueError, match=r"no 'no-such-compiler'; .* set compile = false"):
        fit(plan_of(recipe_of(compiled=True), tmp_path / "run"))
    assert not (tmp_path / "run").exists()
