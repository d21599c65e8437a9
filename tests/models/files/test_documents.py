"""Documents: whatever is wrong in one is said with its place, in bounded time."""

import re

import pytest

from models.files.documents import (
    MAX_BYTES,
    MAX_DEPTH,
    DocumentError,
    parse_json,
    parse_toml,
    read_json,
)

LONG = "9" * 400
HUGE = "9" * 5000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "h.json: not JSON, line 1, column 1"),
        ('{"a": 1,\n]', "not JSON, line 2"),
        ("[" * 100_000, "nested deeper than 64 levels"),
        ("[" * 65 + "]" * 65, "nested deeper than 64 levels"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "nested deeper than 64 levels"),
        (f'{{"hints": [1, {{"x": {LONG}}}]}}', "hints[1].x: a number of more than 18 digits"),
        (f"[{HUGE}]", "a number of more than 4,000 digits"),
        ('{"x": 1e999}', "h.json: x: a number that is not finite"),
        ("[[1], [0, NaN]]", "h.json: [1][1]: a number that is not finite"),
        ("-Infinity", "h.json: a number that is not finite"),
        ('{"a": {"color": 1, "color": 2}}', "the name 'color' stands twice"),
        ("[" + "0," * 3_000_000 + "0]", "more than 3000000 values"),
    ],
)
def test_json_out_of_bounds_is_refused_with_its_place(text, said):
    with pytest.raises(DocumentError, match=re.escape(said)) as caught:
        parse_json(text, "h.json")
    assert len(str(caught.value)) < 200


def test_as_deep_as_allowed_is_read():
    text = "[" * MAX_DEPTH + "7" + "]" * MAX_DEPTH
    assert str(parse_json(text, "h.json").content) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = ", "r.toml: not TOML"),
        ("a = 1\na = 2", "not TOML"),
        ("a = " + "[" * 50_000, "nested deeper than 64 levels"),
        ("a = " + "{a = " * 20_000, "nested deeper than 64 levels"),
        (".".join("a" * 200) + " = 1", "nested deeper than 64 levels"),
        (".".join("a" * 60_000) + " = 1", "more than 256 dots in a line"),
        (f"[train]\nrate = {LONG}", "train.rate: a number of more than 18 digits"),
        (f"a = {HUGE}", "a number of more than 4,000 digits"),
        ("[train]\nrate = 1e999", "train.rate: a number that is not finite"),
        ("[train]\nrate = nan", "train.rate: a number that is not finite"),
    ],
)
def test_toml_out_of_bounds_is_refused_with_its_place(text, said):
    with pytest.raises(DocumentError, match=re.escape(said)):
        parse_toml(text, "r.toml")


def test_files_are_read_no_further_than_their_bound(tmp_path):
    path = tmp_path / "a.json"
    with path.open("wb") as stream:
        stream.truncate(1 << 40)  # a terabyte of nothing
    with pytest.raises(DocumentError, match=f"larger than {MAX_BYTES:,} bytes"):
        read_json(path)


def test_files_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "b.json").write_bytes(b'{"a": "\xff"}')
    for name, said in {"gone": "no such file", "": "cannot be read", "b.json": "UTF-8"}.items():
        with pytest.raises(DocumentError, match=said) as caught:
            read_json(tmp_path / name)
        assert str(tmp_path / name) in str(caught.value)


DOCUMENT = parse_json(
    """{"n": 1.5, "i": 3, "t": "blue", "l": [1, "two", [3]], "b": true, "o": {"x": null},
    "half": "\\ud800", "nul": "a\\u0000"}""",
    "d.json",
)


def test_values_are_read_by_their_kind():
    assert DOCUMENT.field("n").number() == 1.5
    assert DOCUMENT.field("i").number(3, 3) == 3.0
    assert DOCUMENT.field("i").whole() == 3
    assert DOCUMENT.field("t").text() == "blue"
    assert DOCUMENT.field("b").flag() is True
    assert [item.content for item in DOCUMENT.field("l").items()] == [1, "two", [3]]
    assert DOCUMENT.get("gone") is None
    assert DOCUMENT.field("o").names == ("x",)
    assert DOCUMENT.field("o").fields() == {}


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda d: d.field("gone"), "d.json: 'gone' is missing"),
        (lambda d: d.field("o").field("x"), "d.json: o: 'x' is missing"),
        (lambda d: d.field("n").field("x"), "d.json: n: expected an object, got 1.5"),
        (lambda d: d.items(), "d.json: expected a list, got an object of 8"),
        (lambda d: d.field("l").items()[1].number(), "l[1]: expected a number, got 'two'"),
        (lambda d: d.field("l").numbers(3), "l: expected a number, got 'two'"),
        (lambda d: d.field("l").numbers(2), "l: expected a list of 2 numbers, got a list of 3"),
        (lambda d: d.field("l").items(2), "l: expected a list of 2, got a list of 3"),
        (lambda d: d.field("l").texts(), "l[0]: expected a text, got 1"),
        (lambda d: d.field("b").number(), "b: expected a number, got true"),
        (lambda d: d.field("b").whole(), "b: expected a whole number, got true"),
        (lambda d: d.field("n").whole(), "n: expected a whole number, got 1.5"),
        (lambda d: d.field("i").number(4, 5), "i: 3 is out of range; from 4 to 5"),
        (lambda d: d.field("i").whole(4), "i: 3 is out of range; from 4"),
        (lambda d: d.field("i").flag(), "i: expected true or false, got 3"),
        (lambda d: d.field("half").text(), "half: no text: '\\ud800'"),
        (lambda d: d.field("nul").text(), "nul: no text"),
        (lambda d: d.field("t").parsed(int), "t: invalid literal"),
    ],
)
def test_values_of_another_kind_are_refused_with_their_place(read, said):
    with pytest.raises(DocumentError, match=re.escape(said)):
        read(DOCUMENT)
