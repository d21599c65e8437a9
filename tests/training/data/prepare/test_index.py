"""Pictures with tags are read from every form of metadata that collections come with."""

import json

import pytest

from training.data.prepare.index import IndexProblemError, read_index
from training.data.tagging import clean_tag, split_tags


@pytest.fixture
def folder(tmp_path):
    """A folder with two (empty) pictures."""
    (tmp_path / "art").mkdir()
    for name in ("1001.png", "art/b.jpg"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def entry_of(folder, path="1001.png", **options):
    return next(e for e in read_index(folder, **options).entries if e.path == path)


def test_pictures_without_metadata_are_listed_in_order(folder):
    (folder / ".hidden.png").write_bytes(b"")
    (folder / "notes.md").write_text("no picture")
    index = read_index(folder)
    assert [entry.path for entry in index.entries] == ["1001.png", "art/b.jpg"]
    assert not any(entry.tags for entry in index.entries)
    assert index.problems == ()


def test_danbooru_interface_posts_are_read_by_id(folder):
    record = {
        "id": 1001,
        "tag_string": "1girl blue_hair someone somebody original",
        "tag_string_general": "1girl blue_hair",
        "tag_string_meta": "highres",
        "tag_string_artist": "someone",
        "tag_string_character": "somebody",
        "tag_string_copyright": "original",
        "rating": "g",
        "image_width": 800,
        "image_height": 1000,
        "source": "picture book",
    }
    (folder / "posts.jsonl").write_text(json.dumps(record) + "\n")
    entry = entry_of(folder)
    assert entry.tags == ("1girl", "blue_hair", "highres")
    assert (entry.artists, entry.characters) == (("someone",), ("somebody",))
    assert (entry.series, entry.rating) == (("original",), "g")
    assert (entry.true_size, entry.source) == ((800, 1000), "picture book")


def test_danbooru_dump_posts_name_the_category_of_each_tag(folder):
    tags = [
        {"id": "1", "name": "1girl", "category": "0"},
        {"id": "2", "name": "someone", "category": "1"},
        {"id": "3", "name": "original", "category": "3"},
        {"id": "4", "name": "somebody", "category": "4"},
        {"id": "5", "name": "highres", "category": "5"},
    ]
    (folder / "metadata").mkdir()
    record = {"id": "1001", "image_width": "512", "image_height": "700", "tags": tags}
    (folder / "metadata" / "posts0.json").write_text(f"{json.dumps(record)}\n{{}}\n")
    entry = entry_of(folder)
    assert entry.tags == ("1girl", "highres")
    assert entry.artists == ("someone",)
    assert entry.characters == ("somebody",)
    assert entry.true_size == (512, 700)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("all.csv", 'file,tags,artist\n1001.png,"1girl, blue hair",jane doe\n'),
        ("all.tsv", "path\ttags\tartist\n./1001.png\t1girl blue_hair\tjane doe\n"),
        (
            "all.json",
            '[{"file": "1001.png", "tags": ["1girl", "blue hair"], "artist": "Jane Doe"}]',
        ),
        (
            "all.json",
            '{"1001": {"tags": {"general": ["1girl", "blue_hair"], "artist": ["jane doe"]}}}',
        ),
        ("all.jsonl", '{"filename": "1001.png", "tags": "1girl, blue hair, artist:jane doe"}'),
        ("1001.txt", "1girl, blue hair, artist:jane doe"),
        ("1001.png.txt", "1girl\nblue hair\nartist:jane doe\n"),
        ("1001.png.json", '{"tags": "1girl blue_hair", "artist": "jane doe"}'),
        ("1001.json", '["1girl", "blue_hair", "artist:jane doe"]'),
    ],
)
def test_every_form_of_metadata_says_the_same(folder, name, text):
    (folder / name).write_text(text)
    entry = entry_of(folder)
    assert entry.tags == ("1girl", "blue_hair")
    assert entry.artists == ("jane_doe",)


def test_metadata_and_sidecars_are_united(folder):
    (folder / "all.csv").write_text("file,tags,rating\n1001.png,1girl,g\n")
    (folder / "1001.txt").write_text("blue_hair, rating:s, character:ann")
    entry = entry_of(folder)
    assert entry.tags == ("1girl", "blue_hair")
    assert entry.characters == ("ann",)
    assert entry.rating == "g"


def test_records_of_other_pictures_are_counted(folder):
    (folder / "all.csv").write_text("id,tags\n1,1girl\n2,1boy\n1001,1girl\n")
    assert read_index(folder).unmatched == 2


def test_a_name_that_several_pictures_bear_is_not_guessed(folder):
    (folder / "art" / "1001.png").write_bytes(b"")
    (folder / "all.csv").write_text("file,tags\nelsewhere/1001.png,1girl\nart/b.jpg,1boy\n")
    index = read_index(folder)
    assert [entry.tags for entry in index.entries] == [(), (), ("1boy",)]
    assert index.unmatched == 1


def test_damaged_metadata_are_named_with_their_line(folder):
    (folder / "all.jsonl").write_text('{"id": 1001, "tags": "1girl"}\nnot json\n3\n')
    (folder / "1001.json").write_text("{")
    (folder / "art" / "b.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "table.csv").write_text("a,b\n1,2\n")
    index = read_index(folder)
    reasons = {problem.path.rsplit("/", 1)[-1]: problem.reason for problem in index.problems}
    assert index.entries[0].tags == ("1girl",)
    assert "line 3" in reasons["all.jsonl"]
    assert "names no column" in reasons["table.csv"]
    assert set(reasons) == {"all.jsonl", "table.csv", "1001.json", "b.txt"}


def test_named_metadata_take_the_place_of_those_in_the_folder(folder, tmp_path_factory):
    (folder / "all.csv").write_text("file,tags\n1001.png,1boy\n")
    other = tmp_path_factory.mktemp("dump") / "2018000000000000"
    other.write_text('{"id": 1001, "tags": "1girl"}\n')
    assert entry_of(folder, metadata=[other]).tags == ("1girl",)
    assert entry_of(folder, metadata=[other.parent]).tags == ("1girl",)


def test_missing_folder_and_metadata_are_named(folder):
    with pytest.raises(ValueError, match="nowhere: no such folder"):
        read_index(folder / "nowhere")
    with pytest.raises(IndexProblemError, match=r"none\.csv: no such file"):
        read_index(folder, metadata=[folder / "none.csv"])


def test_tags_are_cut_at_commas_then_lines_then_spaces():
    assert split_tags("Blue Hair, 1girl,\nsmile") == ["blue_hair", "1girl", "smile"]
    assert split_tags("blue hair\n1girl\n") == ["blue_hair", "1girl"]
    assert split_tags("blue_hair 1girl") == ["blue_hair", "1girl"]
    assert clean_tag(r" Ann \(painter\) ") == "ann_(painter)"
