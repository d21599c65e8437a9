"""A light over the frames of a batch."""

import json
from dataclasses import replace

import pytest

from app.batch.frames.marks import FrameMarks, write_marks
from app.batch.runner import BatchRunner
from app.cli.command import run_command
from models.lighting.light import Light
from models.lighting.strokes import LightKind, LightStroke
from models.pictures.files import read_picture
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import plan_of, write_cut, write_hints

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def cut(tmp_path):
    """Three frames, with hints of the first in ../hints."""
    write_hints(tmp_path / "hints")
    return write_cut(tmp_path / "frames", [0, 2, 4])


def _batch(cut, out, *more):
    options = ["--hints", str(cut.parent / "hints"), "--generator", "watershed", *more]
    return run_command(["batch", str(cut), "-o", str(out), *options])


def _pictures(out):
    return [read_picture(path).rgba_u8 for path in sorted(out.glob("*.png"))]


def test_a_light_shades_every_frame_once_and_another_one_again(cut, tmp_path):
    out = tmp_path / "out"
    assert _batch(cut, out) == 0
    plain = _pictures(out)
    assert _batch(cut, out, "--light", "300") == 0
    lit = _pictures(out)
    assert len(plain) == len(lit) == 3
    for before, after in zip(plain, lit, strict=True):
        assert (after < before.astype(int) - 20).any()
    assert _batch(cut, out, "--light", "300") == 0
    text = (out / "batch.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["status"] for line in text.splitlines()][-3:] == ["skipped"] * 3


def test_a_frame_planned_for_another_light_is_not_coloured(cut, tmp_path):
    plan = plan_of(cut, tmp_path / "hints", tmp_path / "out")
    lit = replace(plan, settings=replace(plan.settings, light=Light(300)), light_digest="other")
    runner = BatchRunner(lit)
    list(runner.run(WatershedGenerator()))
    for outcome in runner.outcomes.values():
        assert outcome.status.value == "failed"
        assert "another light; plan it again" in outcome.why


def test_light_painted_on_a_frame_is_obeyed_there_alone(cut, tmp_path):
    out, painted = tmp_path / "out", tmp_path / "light"
    assert _batch(cut, out, "--light", "300") == 0
    before = _pictures(out)
    frames = sorted(cut.glob("*.png"))
    stroke = LightStroke(((5.5, 5.5),), 4.0, LightKind.SHADE)
    write_marks(painted, painted, frames[1].stem, FrameMarks((stroke,)))
    assert _batch(cut, out, "--light", "300", "--painted-light", str(painted)) == 0
    after = _pictures(out)
    changed = [(old != new).any() for old, new in zip(before, after, strict=True)]
    assert changed == [False, True, False]
    assert (after[1][3:8, 3:8, :3] < 255).any(axis=2).all()


def test_equal_drawings_with_light_painted_on_one_are_two(tmp_path):
    cut = write_cut(tmp_path / "frames", [0, 0, 0])
    write_hints(tmp_path / "hints")
    plan = plan_of(cut, tmp_path / "hints", tmp_path / "out")
    stroke = LightStroke(((5.5, 5.5),), 4.0, LightKind.SHADE)
    lit = replace(plan, settings=replace(plan.settings, light=Light(300)))
    assert len(set(lit.first_of)) == 1
    painted = replace(lit, marks={1: FrameMarks((stroke,))})
    assert painted.first_of[1] == 1
    assert painted.first_of[2] == painted.first_of[0]
    unlit = replace(plan, marks={1: FrameMarks((stroke,))})
    assert unlit.first_of == plan.first_of
    assert unlit.fingerprint(1) == plan.fingerprint(1)


@pytest.mark.parametrize("text", ["{", '[{"kind": "mud", "radius": 2, "points": [[1, 1]]}]'])
def test_painted_light_that_cannot_be_read_is_refused_by_name(cut, tmp_path, capsys, text):
    painted = tmp_path / "light"
    painted.mkdir()
    frame = sorted(cut.glob("*.png"))[0]
    (painted / f"{frame.stem}.light.json").write_text(text)
    options = ("--light", "300", "--painted-light", str(painted))
    assert _batch(cut, tmp_path / "out", *options) == 2
    assert f"{frame.stem}.light.json" in capsys.readouterr().err
    assert _batch(cut, tmp_path / "out", "--painted-light", str(tmp_path / "nowhere")) == 2
