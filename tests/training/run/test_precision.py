"""Half precision is asked of processors that have it, and of no others."""

import dataclasses

import pytest
import torch

from training.bundled import find_recipe
from training.recipe import Recipe, read_recipe
from training.run import precision


@pytest.fixture
def recipe() -> Recipe:
    known = read_recipe(find_recipe("tintline"))
    half = dataclasses.replace(known.train, precision="bf16-mixed")
    return dataclasses.replace(known, train=half)


@pytest.mark.parametrize(
    ("device", "has_it", "expected"),
    [("cpu", False, "32-true"), ("cpu", True, "bf16-mixed"), ("cuda", False, "bf16-mixed")],
)
def test_a_processor_without_bfloat16_trains_in_single_precision(
    recipe: Recipe,
    monkeypatch: pytest.MonkeyPatch,
    device: str,
    has_it: bool,
    expected: str,
) -> None:
    monkeypatch.setattr(precision, "cpu_has_bfloat16", lambda: has_it)
    assert precision.usable(recipe, torch.device(device)).train.precision == expected


def test_what_the_processor_has_is_known() -> None:
    assert isinstance(precision.cpu_has_bfloat16(), bool)
