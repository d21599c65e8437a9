"""A light over the frames of a batch."""

import json
from dataclasses import replace

import pytest

from app.batch.runner import BatchRunner
from app.cli.command import run_command
from models.lighting.light import Light
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
