"""How well parts are told: against the truth where it is known, else against a teacher."""

import argparse
import dataclasses
import json
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from models.geometry import SizeRule
from models.hints.parts import PART_COUNT, UNLABELLED, Part
from tests.helpers.training.small_set import two_tone_figure
from training.command_line import UsageError
from training.evaluation.parts import told
from training.evaluation.parts.told import Tally, told_parts
from training.metrics.case import Case


class KnowsByHeart:
    """A generator that tells one kind of parts as a figure has them, and all hair by the other."""

    spec = SimpleNamespace(size_rule=SizeRule(multiple_of=16, minimum=64, preferred=96))

    def __init__(self, labels):
        self.labels = labels

    def read_line(self, line, frame, *, is_cancelled):
        height, width = frame.content.shape
        small = cv2.resize(self.labels, (width, height), interpolation=cv2.INTER_NEAREST)[::2, ::2]
        right = np.moveaxis(np.eye(PART_COUNT, dtype=np.float32)[small], 2, 0)
        hair = np.zeros_like(right)
        hair[Part.HAIR] = 1
        tensors = {"feature_names": right[None], "feature_parts": hair[None]}
        return SimpleNamespace(tensors=tensors, nbytes=1)


def case_of(sample):
    return Case(source="drawn", sample=sample, line_u8=sample.line)


def test_tally_tells_the_figures_share_and_each_parts_overlap():
    true = np.array([[Part.HAIR, Part.HAIR, Part.SKIN, Part.BACKGROUND]], np.uint8)
    said = np.array([[Part.HAIR, Part.SKIN, Part.SKIN, Part.SKIN]], np.uint8)
    tally = Tally.empty()
    tally.add(said, true, np.ones(true.shape, bool))
    figures = tally.figures()
    assert figures["figure"] == pytest.approx(2 / 3)
    assert figures["hair"] == pytest.approx(1 / 2)
    assert figures["skin"] == pytest.approx(1 / 3)
    assert figures["background"] == 0
    assert "eyes" not in figures


def test_parts_are_read_at_the_generators_own_size():
    sample = two_tone_figure(4, side=120)
    found = told_parts(KnowsByHeart(sample.labels), sample.line)
    assert found["names"].shape == sample.line.shape
    assert (found["names"] == sample.labels).mean() > 0.95
    assert (found["parts"] == Part.HAIR).all()


def options_of(tmp_path, **others):
    usual = {
        "data": tmp_path,
        "generator": ["known"],
        "lines": "clean",
        "limit": 0,
        "half": "",
        "teacher": None,
        "backbone": None,
        "sheet": tmp_path / "sheet.png",
        "json": tmp_path / "figures.json",
    }
    return argparse.Namespace(**{**usual, **others})


def test_what_nobody_labelled_is_compared_with_the_teacher(monkeypatch, tmp_path, capsys):
    known = two_tone_figure(5)
    unknown = dataclasses.replace(
        known, labels=np.where(known.figure > 0, UNLABELLED, 0).astype(np.uint8), name="unknown"
    )

    class Teacher:
        def __init__(self, *_files):
            pass

        def __call__(self, sample):
            return dataclasses.replace(
                sample, labels=known.labels, trust=np.full(known.labels.shape, 255, np.uint8)
            )

        def tell(self, _color):
            return known.labels, None

    cases = iter([[case_of(known), case_of(unknown)]])
    monkeypatch.setattr(told, "PartsTeacher", Teacher)
    monkeypatch.setattr(told, "native_cases", lambda *_args, **_named: next(cases, []))
    monkeypatch.setattr(told, "load_named", lambda _names: {"known": KnowsByHeart(known.labels)})
    files = {"teacher": Path("head.pt"), "backbone": Path("eyes.npz")}
    assert told.run(options_of(tmp_path, **files)) == 0
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["known names/truth/drawn"]["figure"] > 0.95
    assert figures["known names/teacher/all"]["figure"] > 0.95
    assert figures["known parts/truth/all"]["figure"] < 0.8
    assert figures["teacher, in colour/truth/all"]["figure"] == 1
    assert "known names/truth/drawn" in capsys.readouterr().out
    assert cv2.imread(str(tmp_path / "sheet.png")).shape[0] > 500


def test_options_that_do_not_fit_are_refused(tmp_path):
    with pytest.raises(UsageError, match="inked"):
        told.run(options_of(tmp_path, lines="crayon"))
    with pytest.raises(UsageError, match="belong together"):
        told.run(options_of(tmp_path, teacher=Path("head.pt")))
