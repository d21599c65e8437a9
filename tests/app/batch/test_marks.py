"""Barriers and joins of single frames, and how a cut's regions are found."""

import json
from dataclasses import replace

import pytest

from app.batch.frames.marks import FrameMarks, read_marks, write_marks
from app.cli.command import run_command
from models.pictures.files import read_picture, write_png
from models.regions.barriers import Barrier
from models.regions.wishes import Join
from tests.helpers.cuts import BALL, plan_of, write_cut

pytestmark = pytest.mark.usefixtures("no_generators")

BARRIER = Barrier(((28.5, 18.5), (28.5, 54.5)))
JOIN = Join(((28.5, 36.5), (55.5, 36.5)))


@pytest.fixture
def cut(tmp_path):
    """Three equal frames, and in ../hints of each that the ball's region alone is coloured."""
    folder = tmp_path / "hints"
    folder.mkdir()
    point = {"kind": "point", "x": 20, "y": 36, "color": "#c82828", "local": True}
    for number in (1, 2, 3):
        hints = {"version": 1, "hints": [point]}
        (folder / f"a_{number:04d}.json").write_text(json.dumps(hints))
    return write_cut(tmp_path / "frames", [0, 0, 0])


def _batch(cut, out, *more):
    options = ["--hints", str(cut.parent / "hints"), "--generator", "watershed", *more]
    return run_command(["batch", str(cut), "-o", str(out), *options])


def _pictures(out):
    return [read_picture(path).rgba_u8[..., :3] for path in sorted(out.glob("*.png"))]


def _is_ball(picture):
    """In the ball to the left and to the right, and in the box around it."""
    return [tuple(picture[36, x].tolist()) == BALL for x in (20, 36, 60)]


def test_what_bounds_a_frames_regions_is_obeyed_there_alone(cut, tmp_path):
    out, bounds = tmp_path / "out", tmp_path / "regions"
    write_marks(bounds, bounds, "a_0002", FrameMarks(barriers=(BARRIER,)))
    write_marks(bounds, bounds, "a_0003", FrameMarks(joins=(JOIN,)))
    assert _batch(cut, out, "--bounds", str(bounds)) == 0
    found = [_is_ball(picture) for picture in _pictures(out)]
    assert found == [[True, True, False], [True, False, False], [True, True, True]]
    write_marks(bounds, bounds, "a_0003", FrameMarks())
    assert [path.name for path in bounds.iterdir()] == ["a_0002.regions.json"]
    assert _batch(cut, out, "--bounds", str(bounds)) == 0
    found = [_is_ball(picture) for picture in _pictures(out)]
    assert found == [[True, True, False], [True, False, False], [True, True, False]]


def test_equal_drawings_with_a_barrier_in_one_are_two(cut, tmp_path):
    plan = plan_of(cut, None, tmp_path / "out")
    barred = replace(plan, marks={1: FrameMarks(barriers=(BARRIER,))})
    assert plan.first_of == (0, 0, 0)
    assert barred.first_of == (0, 1, 0)
    assert barred.fingerprint(1) != plan.fingerprint(1)
    assert barred.fingerprint(0) == plan.fingerprint(0)


def test_marks_are_read_as_they_were_written(cut, tmp_path):
    frames = plan_of(cut, None, tmp_path / "out").frames
    marks = FrameMarks(barriers=(BARRIER,), joins=(JOIN,))
    write_marks(tmp_path / "light", tmp_path / "regions", frames[1].label, marks)
    assert dict(read_marks(frames, regions=tmp_path / "regions")) == {1: marks}
    assert not (tmp_path / "light").exists()


@pytest.mark.parametrize("text", ["{", '{"barriers": [[[1]]]}', '{"joins": 3}'])
def test_bounds_that_cannot_be_read_are_refused_by_name(cut, tmp_path, capsys, text):
    bounds = tmp_path / "regions"
    bounds.mkdir()
    (bounds / "a_0001.regions.json").write_text(text)
    assert _batch(cut, tmp_path / "out", "--bounds", str(bounds)) == 2
    assert "a_0001.regions.json" in capsys.readouterr().err
    assert _batch(cut, tmp_path / "out", "--bounds", str(tmp_path / "nowhere")) == 2


def test_card_says_how_regions_are_found(cut, tmp_path, capsys):
    for path in cut.glob("*.png"):
        line_u8 = read_picture(path).rgba_u8[..., 0].copy()
        line_u8[33:40, 40:45] = 255
        write_png(path, line_u8)
    card = tmp_path / "card.json"
    for gap, is_open in ((0, True), (8, False)):
        card.write_text(json.dumps({"gap": gap, "smallest": 3, "variant": 0}))
        assert _batch(cut, tmp_path / "out", "--card", str(card)) == 0
        assert "names neither" not in capsys.readouterr().err
        assert [_is_ball(each)[2] for each in _pictures(tmp_path / "out")] == [is_open] * 3
    card.write_text(json.dumps({"gap": -1}))
    assert _batch(cut, tmp_path / "out", "--card", str(card)) == 2
    assert "gap" in capsys.readouterr().err
