"""The tag vocabulary."""

import json
from pathlib import Path

import pytest

import resources
from models.parts import Part
from models.tags import format_color, load_vocabulary, parse_color


def test_bundled_vocabulary_covers_the_groups_of_the_panel() -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    assert {"hair", "eyes", "skin", "shirt", "dress", "background"} <= {
        group.id for group in vocabulary.groups
    }
    assert vocabulary.by_name["blue_hair"].part is Part.HAIR
    assert set(vocabulary.defaults) == set(Part)


def test_every_alias_leads_to_a_tag() -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    missing = [name for name in vocabulary.aliases.values() if name not in vocabulary.by_name]
    assert missing == []


def test_each_tags_own_colour_is_nearest_to_itself() -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    for group in vocabulary.groups:
        for tag in group.tags:
            assert vocabulary.nearest(group.id, tag.color) == tag


@pytest.mark.parametrize("text", ["#aabbcc", "aabbcc", "#abc", " #AABBCC "])
def test_colours_are_read_in_every_usual_form(text: str) -> None:
    assert format_color(parse_color(text)) == "#aabbcc"


@pytest.mark.parametrize("text", ["", "#12", "red", "#gggggg", "#1234567"])
def test_other_text_is_no_colour(text: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        parse_color(text)


def test_damaged_vocabulary_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tags\.json"):
        load_vocabulary(path)
    content = json.loads(resources.TAGS.read_text(encoding="utf-8"))
    content["groups"].append(content["groups"][0])
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ValueError, match="listed twice"):
        load_vocabulary(path)
