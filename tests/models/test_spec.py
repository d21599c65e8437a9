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
        ({"colour": "red"}, "unknown fields colour"),
        ({"precision": "int8"}, "int8"),
        ({"outputs": ["picture"]}, "lack rgb"),
        ({"rank": "first"}, "rank 'first' is not a whole number"),
        ({"rank": True}, "rank True is not a whole number"),
        ({"rank": 1.5}, "rank 1.5 is not a whole number"),
        ({"group": 3}, "group 3 is not a text"),
        ({"summary": ["good"]}, "summary .* is not a text"),
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
