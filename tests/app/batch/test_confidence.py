"""What the tracker shows as 95 % sure is right that often, and the report goes by it."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

import resources
from app.batch.measure import measure_frame
from app.batch.reporting.judging import CONFIDENCE_LIMIT, frame_reports
from app.batch.runner import BatchRunner
from models.cancel import never_cancelled
from models.color import pack_colors
from models.device import CPU
from models.hints.hints import LineArt
from models.matching.matcher import likeness
from models.reading.reader import DrawingReader
from models.runtime.onnx_generator import load_generator
from models.runtime.watershed import WatershedGenerator
from models.tracking.confidence import SPECK, confidence_of
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.tracker import Tracker
from tests.helpers.cuts import plan_of, write_cut, write_hints
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.lines.lineart import lighten

SEED = 10_000_900
FRAMES, SIDE = 5, 224


def test_more_evidence_and_more_pixels_never_mean_less_confidence():
    evidence = np.array([0, 0.01, 0.3, 0.5, 0.9, 0.98, 0.999, 1 - 1e-7, 1], np.float32)
    for area in (1, 10, 64, 5000):
        shown = confidence_of(evidence, np.full(len(evidence), area, np.float32))
        assert (np.diff(shown) >= 0).all()
        assert 0 < shown[0] < 0.05
        assert shown[-1] < 1
    areas = np.array([1, 8, 20, SPECK, 1000], np.float32)
    shown = confidence_of(np.full(len(areas), 0.99, np.float32), areas)
    assert (np.diff(shown) >= 0).all()


def test_what_was_shown_as_nearly_sure_is_shown_as_doubtful():
    shown = confidence_of(np.array([0.97, 0.9999], np.float32), np.full(2, 500, np.float32))
    assert shown[0] < 0.85
    assert shown[1] > 0.97


def _followed(kind, seed, soften):
    """Evidence, confidence and truth of the told regions of a sequence: three arrays (n,)."""
    samples = list(draw_sequence(kind, seed, frames=FRAMES, size=SIDE))
    lines = [sample.line for sample in samples]
    if soften:
        lines = [lighten(cv2.GaussianBlur(line, (0, 0), 1.0), 0.65) for line in lines]
    reader = DrawingReader(load_generator(resources.GENERATORS / "tintline", CPU))
    first = LineArt(lines[0])
    reading = reader.reading(first, never_cancelled)
    key = KeyDrawing.of(KeyFrame(index=0), first, flat_u8=samples[0].flat, reading=reading)
    tracker = Tracker([key], reader.reading, likeness)
    before, found = None, []
    for index, (sample, line) in enumerate(zip(samples, lines, strict=True)):
        before = tracker.carry(LineArt(line), index=index, previous=before)
        regions = before.sighting.regions
        told = np.array([(-1, -1, -1) if r.color is None else r.color for r in before.regions])
        seen = regions.paper & (sample.line > 191)
        number = np.bincount(regions.labels[seen], minlength=regions.count)
        same = (pack_colors(sample.flat) == (told @ (65536, 256, 1))[regions.labels])[seen]
        good = np.bincount(regions.labels[seen], same, regions.count)
        known = (told[:, 0] >= 0) & (number >= 4) & (index > 0)
        confidence = np.array([region.confidence for region in before.regions])
        found.append(
            np.stack([before.sighting.confidence, confidence, good > number / 2])[:, known]
        )
    return np.concatenate(found, axis=1)


def test_of_regions_shown_as_95_percent_sure_95_percent_are_right():
    evidence, shown, right = np.concatenate(
        [
            _followed(SequenceKind.OCCLUSION, SEED, soften=False),
            _followed(SequenceKind.WALK, SEED + 1, soften=True),
            _followed(SequenceKind.WALK, SEED + 2, soften=False),
        ],
        axis=1,
    )
    sure = shown >= 0.95
    assert sure.sum() > 100
    assert right[sure].mean() >= 0.95
    doubtful = (shown > 0.5) & (shown < 0.9)
    assert doubtful.sum() > 30
    assert right[doubtful].mean() < 0.8
    assert evidence[doubtful].mean() > 0.9  # what would be shown without the curve
    assert ((shown - right) ** 2).mean() < 0.85 * ((evidence - right) ** 2).mean()


@pytest.fixture
def tracked():
    """A frame of a square within the ground."""
    picture = np.full((160, 160), 255, np.uint8)
    cv2.rectangle(picture, (60, 60), (100, 100), 0, 2)
    line = LineArt(picture)
    flat_u8 = np.full((160, 160, 3), 255, np.uint8)
    flat_u8[60:101, 60:101] = (200, 30, 40)
    tracker = Tracker([KeyDrawing.of(KeyFrame(index=0), line, flat_u8=flat_u8)])
    return tracker.carry(line, index=1)


def _doubted(tracked, confidence):
    """The frame with its smallest region as sure as this, and the others sure."""
    least = min(tracked.regions, key=lambda region: region.pixels)
    regions = [
        replace(region, confidence=confidence if region is least else 0.999)
        for region in tracked.regions
    ]
    return replace(tracked, regions=tuple(regions))


def test_the_ground_does_not_hide_a_figure_that_is_doubtful(tracked):
    assert len(tracked.regions) == 2
    assert _doubted(tracked, 0.999).confidence > 0.99
    assert _doubted(tracked, 0.6).confidence < 0.85


@pytest.mark.parametrize(
    ("confidence", "is_listed"), [(0.999, False), (0.9, False), (0.65, True), (0.3, True)]
)
def test_the_report_lists_frames_that_may_be_wrong(confidence, is_listed, tmp_path, monkeypatch):
    def measure(picture, result, hints, *, is_key, tracked=None, told=None):
        tracked = tracked and _doubted(tracked, confidence)
        return measure_frame(picture, result, hints, is_key=is_key, tracked=tracked)

    monkeypatch.setattr("app.batch.coloring.measure_frame", measure)
    frames, hints = write_cut(tmp_path / "frames", [0, 2]), write_hints(tmp_path / "hints")
    plan = plan_of(frames, hints, tmp_path / "out")
    list(BatchRunner(plan).run(WatershedGenerator()))
    report = list(frame_reports(plan))[-1]
    assert ("low_confidence" in {fault.kind for fault in report.faults}) == is_listed
    assert (report.confidence < CONFIDENCE_LIMIT) == is_listed
