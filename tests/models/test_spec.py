"""A generator's spec survives its file, and unusable ones say why."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from models.geometry import SizeRule
from models.spec import SPEC_FILE, GeneratorSpec, SpecError, read_spec, write_spec

SPEC = GeneratorSpec(
    name="small",
    title="Small",
    method="tintline",
    arguments={"embedding": 8},
    takes_hints=True,
    takes_tags=True,
    size_rule=SizeRule(multiple_of=32),
    tags=("blue_hair",),
    features=("feature_a",),
    inputs=("hints", "tags"),
    outputs=("rgb",),
    parameters=10,
    precision="fp16",
    licence="Apache-2.0",
    training={"samples": 5},
)


def test_spec_survives_its_file(tmp_path: Path) -> None:
    write_spec(SPEC, tmp_path)
    assert read_spec(tmp_path) == SPEC


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format_version": 2}, "update Tintline"),
        ({"format_version": None}, "export the generator again"),
        ({"colour": "red"}, "unknown fields 'colour'"),
        ({"precision": "int8"}, "int8"),
        ({"outputs": ["picture"]}, "lack rgb"),
        ({"rank": "first"}, "rank: expected a whole number, got 'first'"),
        ({"rank": True}, "rank: expected a whole number, got true"),
        ({"rank": 1.5}, "rank: expected a whole number, got 1.5"),
        ({"group": 3}, "group: expected a text, got 3"),
        ({"summary": ["good"]}, "summary: expected a text, got a list of 1"),
        ({"name": ""}, "name: expected a line of text"),
        ({"title": "Ti\ntle"}, "title: expected a line of text"),
        ({"title": "T" * 1000}, "title: expected a line of text"),
        ({"name": None}, "'name' is missing"),
        ({"takes_hints": "yes"}, "takes_hints: expected true or false, got 'yes'"),
        ({"tags": "blue_hair"}, "tags: expected a list, got 'blue_hair'"),
        ({"tags": ["blue_hair", 3]}, r"tags\[1\]: expected a text, got 3"),
        ({"parameters": -1}, "parameters: -1 is out of range"),
        ({"digests": {"line.onnx": 3}}, r"digests\.line\.onnx: expected a text, got 3"),
        ({"size_rule": {"minimum": 100_000}}, "size_rule: a size rule's sides are at most 2048"),
        ({"size_rule": {"fixed": 10**15}}, "size_rule: a size rule's sides are at most 2048"),
        ({"size_rule": {"multiple_of": 0}}, "size_rule: a size rule's numbers must be positive"),
        ({"size_rule": {"multiple_of": "16"}}, r"size_rule\.multiple_of: expected a whole number"),
        ({"size_rule": {"width": 16}}, "size_rule: .*width"),
        ({"size_rule": []}, "size_rule: expected an object, got an empty list"),
    ],
)
def test_unusable_spec_says_why(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    content = {**SPEC.to_json(), **change}
    (tmp_path / SPEC_FILE).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(SpecError, match=reason) as caught:
        read_spec(tmp_path)
    assert "spec.json" in str(caught.value) or "small" in str(caught.value)


def test_tags_without_names_are_refused() -> None:
    with pytest.raises(SpecError, match="lists none"):
        replace(SPEC, tags=())
