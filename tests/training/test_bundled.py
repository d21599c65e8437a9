"""Weights and recipes that come with the package stand in for what was not trained here."""

from pathlib import Path

import pytest

import resources
from models.networks.weights_file import load_network
from models.spec import read_spec
from training.bundled import RECIPES, find_recipe, find_weights
from training.recipe import read_recipe

BUNDLED = {
    "local_features_lite": "alacgan/local-features",
    "picture_features": "alacgan/picture-features",
    "cit_extractor_lite": "tag2pix/cit-extractor",
    "line_detection_lite": "two_stage/line-detection",
}


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_weights_are_found_where_the_recipe_would_leave_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wanted = f"runs/{name}/export/{name}/weights.pt"
    found = find_weights(wanted)
    assert resources.ROOT in found.parents
    network, note = load_network(found, network=BUNDLED[name])
    assert note.training["samples"]
    assert any(weight.abs().max() > 0 for weight in network.parameters())
    own = tmp_path / wanted
    own.parent.mkdir(parents=True)
    own.write_bytes(b"trained here")
    assert find_weights(wanted) == Path(wanted)


def test_other_files_are_left_to_their_reader() -> None:
    for name in ("none/picture_features/weights.pt", "runs/unknown/export/unknown/weights.pt"):
        assert find_weights(name) == Path(name)


def test_recipes_are_found_by_file_and_by_name(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text("", encoding="utf-8")
    assert find_recipe(str(own)) == own
    assert find_recipe("tintline") == RECIPES / "tintline.toml"
    assert find_recipe("studies/tag2pix_n1") == RECIPES / "studies" / "tag2pix_n1.toml"
    with pytest.raises(ValueError, match=r"no_such_recipe: no such file, .*there are alacgan, "):
        find_recipe("no_such_recipe")


def test_generators_rank_as_their_recipes_say() -> None:
    folders = [path.parent for path in resources.GENERATORS.glob("*/spec.json")]
    assert len(folders) == 6
    for folder in folders:
        spec, recipe = read_spec(folder), read_recipe(find_recipe(folder.name))
        assert (spec.rank, spec.group) == (recipe.rank, recipe.group), folder.name
        assert spec.summary == recipe.summary != "", folder.name
