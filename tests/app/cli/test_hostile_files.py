"""Side files made to do harm: the job that reads one says which, where and why, and goes on."""

import json

import numpy as np
import pytest

from app.cli.command import run_command
from models.pictures.files import write_png

LONG = "1" + "0" * 400
HINT = {"kind": "point", "x": 9, "y": 9, "color": "#f0c8a0"}

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def folder(tmp_path):
    """Two drawings in it; the second one's side files are the hostile ones."""
    line_u8 = np.full((30, 24), 255, np.uint8)
    line_u8[10:20, 8] = 0
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        write_png(tmp_path / "in" / f"{name}.png", line_u8)
    return tmp_path / "in"


def _run(capsys, *arguments) -> tuple[int, str]:
    status = run_command([str(argument) for argument in arguments])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    errors = [line for line in said.splitlines() if "note:" not in line]
    assert len(errors) == 1, said
    assert len(errors[0]) < 400
    return status, errors[0]


def _hints(**changes: object) -> str:
    return json.dumps({"version": 1, "hints": [HINT, HINT | changes]})


STROKE = {"kind": "stroke", "points": [[1, 2], [3, 4]]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 100_000, "nested deeper"),
        (_hints(x=5).replace("5", LONG), "hints[1].x: a number of more than 18 digits"),
        (_hints(x=5).replace("5", "1e999"), "hints[1].x: a number that is not finite"),
        (_hints(y=5).replace("5", "NaN"), "hints[1].y: a number that is not finite"),
        (_hints(x=1e9), "hints[1].x: 1e+09 is out of range; from -1e+06"),
        (_hints(radius=1e9), "hints[1].radius: 1e+09 is out of range; from 0.001 to 4096"),
        (_hints(radius=0), "hints[1].radius: 0 is out of range"),
        (_hints(radius="2"), "hints[1].radius: expected a number, got '2'"),
        (_hints(x=True), "hints[1].x: expected a number, got true"),
        (_hints(x=None), "hints[1]: 'x' is missing"),
        (_hints(color=7), "hints[1].color: expected a text, got 7"),
        (_hints(color="#ggg"), "hints[1].color: '#ggg' is not a colour"),
        (_hints(color="f" * 90_000), "hints[1].color: 'fffff"),
        (_hints(kind=[]), "hints[1].kind: an empty list is none of 'point'"),
        (_hints(**STROKE | {"points": []}), "hints[1]: a stroke needs at least one point"),
        (_hints(**STROKE | {"points": 3}), "hints[1].points: expected a list, got 3"),
        (_hints(**STROKE | {"points": [[1, 2], [3]]}), "hints[1].points[1]: expected a list of 2"),
        (_hints(**STROKE | {"points": [[1, {}]]}), "hints[1].points[0]: expected a number, got"),
        ('{"version": 1, "hints": [3]}', "hints[0]: expected an object, got 3"),
        ('{"version": 1, "version": 1, "hints": []}', "'version' stands twice"),
        ('{"version": {}, "hints": []}', "version an empty object is unknown"),
        ('{"version": 1, "hints": {}}', "hints: expected a list, got an empty object"),
    ],
)
def test_hints_that_lie_are_refused_and_the_other_picture_is_written(folder, capsys, text, said):
    (folder / "b.hints.json").write_text(text)
    (folder / "a.hints.json").write_text(_hints(x=-500_000))  # outside, which hurts nobody
    out = folder.parent / "out"
    status, error = _run(capsys, "colorize", folder, "--hints", folder, "-o", out)
    assert status == 1
    assert "b.hints.json: " in error
    assert said in error
    assert [path.name for path in out.iterdir()] == ["a.png"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 100_000, "nested deeper"),
        ('{"a": 1}', "expected a list"),
        ('["blue_hair", 3]', "[1]: expected a text, got 3"),
        (f'["{"x" * 90_000}"]', "unknown tag 'xxx"),
    ],
)
def test_tags_that_are_none_are_refused_and_the_other_picture_is_written(
    folder, capsys, text, said
):
    (folder / "b.tags.json").write_text(text)
    out = folder.parent / "out"
    status, error = _run(capsys, "colorize", folder, "--hints", folder, "-o", out)
    assert status == 1
    assert "b.tags.json: " in error
    assert said in error
    assert [path.name for path in out.iterdir()] == ["a.png"]


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--palette", "[" * 100_000, "nested deeper"),
        ("--palette", f"[{LONG}]", "[0]: a number of more than 18 digits"),
        ("--palette", '["#fff", 7]', "[1]: expected a text, got 7"),
        ("--palette", "{}", "expected a list, got an empty object"),
        ("--palette", "[]", "holds no colour"),
        ("--card", "[" * 100_000, "nested deeper"),
        ("--card", '{"name": 3}', "name: expected a text, got 3"),
        ("--card", '{"name": "\\ud800"}', "name: no text"),
        ("--card", '{"tags": "blue_hair"}', "tags: expected a list, got 'blue_hair'"),
        ("--card", '{"tags": [["blue_hair"]]}', "tags[0]: expected a text, got a list of 1"),
        ("--card", '{"palette": [[1]]}', "palette[0]: expected a text, got a list of 1"),
        ("--card", '{"palette": {"skin": 1e999}}', "palette.skin: a number that is not finite"),
        ("--card", '{"palette": {"skin": "red"}}', "palette.skin: 'red' is not a colour"),
        ("--card", '{"hair": 1}', "unknown 'hair'; a card has name, tags, palette"),
    ],
)
def test_palettes_and_cards_that_lie_are_refused(folder, capsys, option, text, said):
    path = folder.parent / "side.json"
    path.write_text(text)
    command = "colorize" if option == "--palette" else "batch"
    status, error = _run(capsys, command, folder, option, path, "-o", folder.parent / "out")
    assert status == 2
    assert "side.json: " in error
    assert said in error
