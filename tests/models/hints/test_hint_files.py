"""Hint files are read as they were written, and bad ones are named."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings

from models.arrays import U8Array
from models.geometry import Size
from models.hints.hint_files import (
    HintFileError,
    hints_from_json,
    hints_from_rgba,
    hints_to_json,
    read_hints_json,
    write_hints,
)
from models.hints.hints import AreaHint, HintSet, PointHint, StrokeHint, hint_owners
from models.hints.spans import spans_of_mask
from tests.helpers.blobs import painted, seen_through

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
        (
            json.dumps(
                {
                    "version": 1,
                    "hints": [
                        {"kind": "area", "x": 0, "y": 0, "width": 2, "height": 2}
                        | {"runs": ["9 9"], "color": "#fff"}
                    ],
                }
            ),
            r"hints\[0\]\.runs: .*longer than its box",
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


@settings(max_examples=30)
@given(painted(most=3))
def test_painted_pixels_are_the_hinted_ones_also_after_saving(rgba_u8: U8Array) -> None:
    size = Size(*rgba_u8.shape[:2])
    hints = hints_from_rgba(rgba_u8, size, "hints.png")
    again = hints_from_json(json.loads(json.dumps(hints_to_json(hints))), "hints.json")
    assert again == hints
    owner = hint_owners(again, size)
    assert np.array_equal(seen_through(owner, [hint.color for hint in again]), rgba_u8)


@pytest.mark.parametrize("shape", ["U", "V", "ring", "fork", "T"])
def test_arms_of_a_painted_shape_do_not_reach_across(shape: str) -> None:
    paths = {
        "U": [[(10, 10), (10, 90), (90, 90), (90, 10)]],
        "V": [[(10, 10), (50, 90), (90, 10)]],
        "ring": [[(10, 10), (10, 90), (90, 90), (90, 10), (10, 10)]],
        "fork": [[(50, 95), (50, 50), (10, 10)], [(50, 50), (50, 10)], [(50, 50), (90, 10)]],
        "T": [[(10, 10), (90, 10)], [(50, 10), (50, 90)]],
    }
    rgba = np.zeros((100, 100, 4), dtype=np.uint8)
    for path in paths[shape]:
        cv2.polylines(rgba, [np.array(path)], False, (200, 40, 40, 255), 5)
    (hint,) = hints_from_rgba(rgba, Size(100, 100), "hints.png")
    covered = hint_owners(HintSet((hint,)), Size(100, 100)) > 0
    assert np.array_equal(covered, rgba[..., 3] > 0)


def test_area_in_a_file_is_its_box_and_the_lengths_of_its_runs(tmp_path: Path) -> None:
    path = tmp_path / "hints.json"
    entry = {"kind": "area", "x": 2, "y": 1, "width": 4, "height": 3, "color": "#aabbcc"}
    content = {"version": 1, "hints": [{**entry, "runs": ["1 2 1", "4 4"]}]}
    path.write_text(json.dumps(content), encoding="utf-8")
    owner = hint_owners(read_hints_json(path), Size(5, 8))
    assert owner.tolist() == [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 1, 1, 0, 0, 0],
        [0, 0, 1, 1, 1, 1, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
    ]


def test_hardly_visible_paint_is_said() -> None:
    rgba = np.zeros((10, 10, 4), dtype=np.uint8)
    rgba[2:5, 2:5] = (200, 40, 40, 10)
    with pytest.raises(HintFileError, match=r"hints\.png.*4 % opaque"):
        hints_from_rgba(rgba, Size(10, 10), "hints.png")


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


def test_local_hints_stay_local_in_a_file(tmp_path):
    hints = HintSet(
        (
            PointHint(3, 4, (1, 2, 3), 2.0, is_local=True),
            StrokeHint(((1, 1), (5, 5)), (4, 5, 6), 1.0),
            AreaHint(2, 1, spans_of_mask(np.ones((3, 4), bool))[2], (7, 8, 9), is_local=True),
        )
    )
    write_hints(hints, tmp_path / "a.json")
    assert read_hints_json(tmp_path / "a.json") == hints
    assert hints.scaled(2, 2).hints[2].is_local
    assert len(hints.told()) == 1
