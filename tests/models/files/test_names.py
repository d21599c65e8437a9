"""Names of files in any script, of any bytes, and no longer than a disk takes."""

import os

import pytest

from models.files.names import MOST_BYTES, exists, fitting, labelled, printable, proposed

LEGACY = os.fsdecode(b"\x90\xfc\x89\xe6")
LONG = "線" * 90


def test_text_is_shown_as_it_is_and_other_bytes_in_its_place():
    assert printable("線画 дракон ñ") == "線画 дракон ñ"
    assert printable(f"{LEGACY}_1") == "\ufffd" * 4 + "_1"
    printable("\ud800 a").encode()


@pytest.mark.parametrize("stem", ["a" * 300, LONG, "e\u0301" * 120, "😀" * 80, LEGACY * 90])
def test_long_names_are_cut_at_a_character_and_stay_apart(stem):
    name = fitting(stem, ".hints.json")
    assert len(os.fsencode(name)) <= MOST_BYTES
    assert len(os.fsencode(name)) > MOST_BYTES - 8
    assert name.endswith(".hints.json")
    assert name.startswith(stem[:40])
    assert name == fitting(stem, ".hints.json") != fitting(f"{stem}2", ".hints.json")


def test_names_that_fit_are_left_alone():
    assert fitting("線" * 83, ".png") == "線" * 83 + ".png"
    assert fitting("girl.v2", ".png") == "girl.v2.png"


def test_label_keeps_its_folders(tmp_path):
    assert labelled(tmp_path, "cut/a_1", ".png") == tmp_path / "cut" / "a_1.png"
    assert labelled(tmp_path, "a_1", ".png") == tmp_path / "a_1.png"


def test_proposed_name_can_be_typed_and_saved(tmp_path):
    for stem in (LONG, LEGACY, "a/b\0c", "girl"):
        path = tmp_path / proposed(stem, "_colour12.png")
        path.write_bytes(b"")
        assert path.parent == tmp_path
        path.name.encode()
    assert proposed("girl", ".png") == "girl.png"


def test_no_file_has_a_name_that_none_can_have(tmp_path):
    assert exists(tmp_path)
    assert not exists(tmp_path / ("a" * 300))
    assert not exists(tmp_path / "a\0b")
