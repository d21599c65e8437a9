"""Renamed tags find their way, groups exclude each other, and lists keep their order."""

import json

import numpy as np
import pytest

from tests.helpers.places import ROOT
from training.data.tagging import (
    TAG_LISTS,
    load_tag_reader,
    read_tag_list,
    resolve_aliases,
)

TAG2PIX = TAG_LISTS / "tag2pix_colors.json"


@pytest.fixture(scope="module")
def reader():
    return load_tag_reader()


def test_renamed_and_implied_tags_are_resolved(reader):
    known = reader.canonical(["English Text", "gray_hair", "white_background", "smile"])
    assert known == {"english", "grey_hair", "white_background", "simple_background", "smile"}


def test_own_aliases_lead_to_tags_that_are_used(reader):
    used = {
        *reader.vocabulary.names,
        *reader.vocabulary.shape_tags,
        *["english", "photo", "comic", "greyscale", "monochrome", "lineart", "simple_background"],
    }
    assert {target for target in reader.aliases.values() if target not in used} == set()


def test_colors_of_one_hair_exclude_the_others(reader):
    tags = reader.color_tags(["blue_hair", "lavender_hair", "red_eyes", "white_shirt"])
    assert set(tags.present) == {"blue_hair", "purple_hair", "red_eyes", "white_shirt"}
    eyes = {tag for tag in reader.vocabulary.names if tag.endswith("_eyes")}
    assert set(tags.absent) == eyes - {"red_eyes"}


def test_a_broad_color_beside_its_narrow_one_is_no_second_color(reader):
    assert reader.group_tags("hair", ["light_brown_hair", "brown_hair"]) == ("light_brown_hair",)
    assert reader.group_tags("hair", ["brown_hair"]) == ("brown_hair",)


def test_a_table_of_the_users_goes_first(tmp_path):
    path = tmp_path / "renamed.json"
    path.write_text(json.dumps({"aliases": {"gray_hair": "ash_hair", "ash_hair": "white_hair"}}))
    reader = load_tag_reader(path)
    assert reader.canonical(["gray_hair", "blond_hair"]) == {"white_hair", "blonde_hair"}


def test_circles_of_aliases_are_refused():
    assert resolve_aliases({"a": "b", "b": "c"}) == {"a": "c", "b": "c"}
    with pytest.raises(ValueError, match="in a circle: a -> b -> a"):
        resolve_aliases({"a": "b", "b": "a"})


def test_damaged_table_is_named(tmp_path):
    path = tmp_path / "renamed.json"
    path.write_text("[1]")
    with pytest.raises(ValueError, match=r"renamed\.json: not a usable table"):
        load_tag_reader(path)


def test_tag2pix_list_has_the_published_places():
    listed = read_tag_list(TAG2PIX)
    places = {0: "black_legwear", 24: "denim", 38: "black_jacket", 63: "blush"}
    places |= {64: "blue_eyes", 75: "silver_eyes", 78: "blonde_hair", 92: "light_brown_hair"}
    places |= {95: "red_bow", 102: "white_background", 114: "beige_background"}
    assert len(listed.tags) == 115
    assert {index: listed.tags[index] for index in places} == places
    left_out = {13, 14, 39, 40, 41, 60, 61, 62}
    assert {index for index, tag in enumerate(listed.tags) if tag is None} == left_out


def test_lists_encode_their_tags_and_aliases():
    listed = read_tag_list(TAG2PIX)
    hot = listed.encode(["black_thighhighs", "blue_eyes", "unheard_of"])
    assert hot.dtype == np.float32
    assert np.flatnonzero(hot).tolist() == [0, 64]


def test_any_other_list_can_be_given(tmp_path, reader):
    text = tmp_path / "shapes.txt"
    text.write_text("long_hair\nshort hair\nhat\n")
    assert read_tag_list(text).tags == ("long_hair", "short_hair", "hat")
    places = tmp_path / "places.json"
    places.write_text('["long_hair", null, "hat"]')
    assert read_tag_list(places).encode(["hat"]).tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "at least one"),
        ('["a", "a"]', "listed twice: a"),
        ("[1]", "neither a tag nor null"),
        ('{"size": 2, "groups": [{"id": "g", "first": 1, "tags": ["a", "b"]}]}', "place 2"),
        ('{"size": 2}', "groups"),
        ("{", "not JSON"),
        ("[" * 100_000, "nested deeper"),
        ('{"size": 100000000000, "groups": []}', "out of range"),
    ],
)
def test_unusable_lists_are_named(tmp_path, text, said):
    path = tmp_path / "list.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=rf"list\.json: .*{said}"):
        read_tag_list(path)


def test_bundled_lists_are_installed():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"data/tag_lists/*.json"' in text
