"""The tag vocabulary."""

import json
from pathlib import Path

import pytest

import resources
from models.hints.parts import Part
from models.hints.tags import UnknownTagError, format_color, load_vocabulary, parse_color


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


def test_each_tags_own_color_is_nearest_to_itself() -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    for group in vocabulary.groups:
        for tag in group.tags:
            assert vocabulary.nearest(group.id, tag.color) == tag


@pytest.mark.parametrize("text", ["#aabbcc", "aabbcc", "#abc", " #AABBCC "])
def test_colors_are_read_in_every_usual_form(text: str) -> None:
    assert format_color(parse_color(text)) == "#aabbcc"


@pytest.mark.parametrize("text", ["", "#12", "red", "#gggggg", "#1234567"])
def test_other_text_is_no_color(text: str) -> None:
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


@pytest.mark.parametrize(
    ("asked", "groups"),
    [
        ("necktie", {"neckwear"}),
        ("bow tie", {"neckwear"}),
        ("scarves", {"neckwear"}),
        ("trousers", {"pants"}),
        ("jeans", {"pants"}),
        ("jumper", {"shirt"}),
        ("Sweaters", {"shirt"}),
        ("t-shirt", {"shirt"}),
        ("blouse", {"shirt"}),
        ("blazer", {"jacket"}),
        ("coat", {"jacket"}),
        ("frock", {"dress"}),
        ("kilt", {"skirt"}),
        ("tights", {"legwear"}),
        ("stockings", {"legwear"}),
        ("trainers", {"footwear"}),
        ("sneakers", {"footwear"}),
        ("high heels", {"footwear"}),
        ("shoe", {"footwear"}),
        ("cap", {"hat"}),
        ("beanie", {"hat"}),
        ("spectacles", {"eyewear"}),
        ("sunglasses", {"eyewear"}),
        ("hairband", {"ribbon"}),
        ("mittens", {"gloves"}),
        ("lipstick", {"mouth"}),
        ("backdrop", {"background"}),
        ("complexion", {"skin"}),
        ("irises", {"eyes"}),
        ("plait", {"hair"}),
        ("hair", {"hair"}),
    ],
)
def test_everyday_words_find_their_groups(asked: str, groups: set[str]) -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    found = [vocabulary.by_name[name] for name in vocabulary.words.search(asked)]
    assert {tag.group for tag in found} == groups
    whole = {tag for group in vocabulary.groups if group.id in groups for tag in group.tags}
    assert set(found) == whole


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("grey trousers", ["grey_pants"]),
        ("gray slacks", ["grey_pants"]),
        ("navy jumper", ["blue_shirt"]),
        ("burgundy tie", ["red_neckwear"]),
        ("redhead", ["red_hair", "orange_hair"]),
        ("ginger hair", ["red_hair", "orange_hair"]),
        ("auburn", ["brown_hair", "red_hair"]),
        ("brunette", ["brown_hair", "black_hair", "light_brown_hair"]),
        ("hazel eyes", ["brown_eyes"]),
        ("turquoise dress", ["aqua_dress"]),
        ("lilac hair", ["purple_hair"]),
        ("blond hair", ["blonde_hair"]),
        ("spacesuit", []),
        ("green necktie red", []),
    ],
)
def test_colors_have_other_names_too(asked: str, names: list[str]) -> None:
    assert list(load_vocabulary(resources.TAGS).words.search(asked)) == names


def test_unfinished_words_find_what_they_begin() -> None:
    words = load_vocabulary(resources.TAGS).words
    assert set(words.search("neckt")) == set(words.search("necktie")) != set()
    assert set(words.search("green ha")) >= {"green_hair", "green_hat"}
    assert words.search("") == tuple(words.own)


def test_unknown_tag_in_other_words_is_answered_with_ours() -> None:
    with pytest.raises(UnknownTagError, match=r"'red trousers'; did you mean red_pants\?"):
        load_vocabulary(resources.TAGS).canonical("red trousers")


def test_synonyms_stand_for_groups_words_and_tags_that_exist() -> None:
    synonyms = json.loads(resources.TAGS.read_text(encoding="utf-8"))["synonyms"]
    vocabulary = load_vocabulary(resources.TAGS)
    assert set(synonyms["groups"]) == {group.id for group in vocabulary.groups}
    assert set(synonyms["words"]) <= {word for name in vocabulary.names for word in name.split("_")}
    assert set(synonyms["tags"]) <= set(vocabulary.names)
