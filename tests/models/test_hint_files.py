"""Hint files are read as they were written, and bad ones are named."""

import json
from pathlib import Path

import numpy as np
import pytest

from models.conditioning import HintSet, PointHint, StrokeHint, hint_owners
from models.geometry import Size
from models.hint_files import HintFileError, hints_from_rgba, read_hints_json, write_hints

HINTS = HintSet(
    (
        PointHint(12.5, 40.0, (170, 187, 204), 2.0),
        StrokeHint(((1.0, 2.0), (8.0, 9.5)), (10, 20, 30), 3.0),
    )
)


def test_written_hints_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "hints.json"
    write_hints(HINTS, path)
    assert read_hints_json(path) == HINTS


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "expected"),
        (json.dumps({"version": 7, "hints": []}), "version 7"),
        (
            json.dumps({"version": 1, "hints": [{"kind": "blob", "color": "#fff"}]}),
            r"hints\[0\]\.kind: .blob",
        ),
        (json.dumps({"version": 1, "hints": [{"kind": "point", "y": 1, "color": "#fff"}]}), "x"),
        (
            json.dumps({"version": 1, "hints": [{"kind": "point", "x": 1, "y": 1, "color": "no"}]}),
            "#rrggbb",
        ),
    ],
)
def test_bad_hint_file_is_named_with_the_reason(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(HintFileError, match=reason) as caught:
        read_hints_json(path)
    assert "bad.json" in str(caught.value)


def test_missing_hint_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(HintFileError, match=r"nowhere\.json"):
        read_hints_json(tmp_path / "nowhere.json")


def test_drawn_hints_keep_colour_and_place() -> None:
    rgba = np.zeros((40, 60, 4), dtype=np.uint8)
    rgba[10:14, 8:12] = (200, 10, 10, 255)
    rgba[20:23, 20:50] = (10, 10, 200, 128)
    hints = hints_from_rgba(rgba, Size(40, 60), "hints.png")
    owner = hint_owners(hints, Size(40, 60))
    assert set(hints.colors()) == {(200, 10, 10), (10, 10, 200)}
    for hint_number, hint in enumerate(hints, start=1):
        drawn = (rgba[..., :3] == hint.color).all(axis=2) & (rgba[..., 3] > 0)
        covered = owner == hint_number
        assert (drawn & covered).sum() / (drawn | covered).sum() > 0.6


def test_hint_picture_of_another_size_is_refused() -> None:
    rgba = np.zeros((10, 10, 4), dtype=np.uint8)
    with pytest.raises(HintFileError, match=r"10×10.*20×30"):
        hints_from_rgba(rgba, Size(30, 20), "hints.png")


def test_opaque_hint_picture_is_refused() -> None:
    rgba = np.full((10, 10, 4), 255, dtype=np.uint8)
    with pytest.raises(HintFileError, match="transparent"):
        hints_from_rgba(rgba, Size(10, 10), "hints.png")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_hints_are_read_in_any_encoding_of_unicode(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "hints.json"
    write_hints(HINTS, path)
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert read_hints_json(path) == HINTS
