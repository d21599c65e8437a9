"""How often a batch has the generator read a drawing, once, and how long that is kept."""

import gc
from collections import Counter
from dataclasses import replace
from weakref import ref

import numpy as np
import pytest

import app.batch.plan as plan_module
from app.batch.coloring import FrameColorer, FrameTask
from app.batch.records import Status
from app.batch.runner import BatchRunner
from models.cancel import never_cancelled
from models.hints.parts import PART_COUNT
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import plan_of, write_cut, write_hints


class CountingGenerator(WatershedGenerator):
    """The built-in fill, which says of regions what a network would, and counts what it reads."""

    def __init__(self):
        self.reads = Counter()

    @property
    def spec(self):
        return replace(super().spec, features=("ink", "feature_embedding", "feature_parts"))

    def read_line(self, line, frame, **more):
        self.reads[line.digest] += 1
        read = super().read_line(line, frame, **more)
        ink = read.tensors["ink"][None, None]
        parts = np.repeat(ink, PART_COUNT, axis=1)
        embedding = np.concatenate([ink, 1 - ink], axis=1)
        told = {"feature_embedding": embedding, "feature_parts": parts}
        return replace(read, tensors={**read.tensors, **told})


@pytest.fixture
def generator():
    return CountingGenerator()


@pytest.mark.parametrize("keys", [("a_0001",), ("a_0001", "a_0004"), ("a_0003",)])
def test_each_frame_is_read_once_though_it_is_tracked_and_colored(generator, keys, tmp_path):
    frames = write_cut(tmp_path / "frames", [0, 2, 4, 6, 8])
    for key in keys:
        hints = write_hints(tmp_path / "hints", key)
    plan = plan_of(frames, hints, tmp_path / "out")
    outcomes = list(BatchRunner(plan).run(generator))
    assert {outcome.status for outcome in outcomes} == {Status.DONE}
    assert len(generator.reads) == 5
    assert set(generator.reads.values()) == {1}


def test_a_key_frame_colored_ahead_of_its_turn_is_as_if_it_were_not(generator, tmp_path):
    frames, hints = write_cut(tmp_path / "frames", [0, 2, 4]), write_hints(tmp_path / "hints")
    write_hints(tmp_path / "hints", "a_0003")
    ahead, apart = (plan_of(frames, hints, tmp_path / name) for name in ("ahead", "apart"))
    list(BatchRunner(ahead).run(generator))
    for index in range(3):
        task = FrameTask(apart, index, (index,))
        FrameColorer(generator).color(task, is_cancelled=never_cancelled)
    for path in sorted(ahead.out.glob("*.png")):
        assert path.read_bytes() == (apart.out / path.name).read_bytes()


def test_what_was_kept_of_drawings_goes_with_the_batch(generator, tmp_path):
    """At once, and not when Python next looks for circles: of a large drawing it is much."""
    frames, hints = write_cut(tmp_path / "frames", [0, 2]), write_hints(tmp_path / "hints")
    plan = plan_of(frames, hints, tmp_path / "out")
    colorer = FrameColorer(generator)
    gc.disable()
    try:
        colorer.color(FrameTask(plan, 1, (1,)), is_cancelled=never_cancelled)
        kept = [ref(colorer), ref(colorer._reader)]
        del colorer
        assert [each() for each in kept] == [None, None]
    finally:
        gc.enable()


def test_the_lines_of_a_frame_are_found_once(generator, tmp_path, monkeypatch):
    found = []
    original = plan_module.read_lines
    monkeypatch.setattr(
        plan_module,
        "read_lines",
        lambda *asked, **more: found.append(1) or original(*asked, **more),
    )
    frames, hints = write_cut(tmp_path / "frames", [0, 2, 4]), write_hints(tmp_path / "hints")
    list(BatchRunner(plan_of(frames, hints, tmp_path / "out")).run(generator))
    assert len(found) == 3
