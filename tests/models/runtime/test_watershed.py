"""Promises of the watershed fill, the generator of last resort."""

import numpy as np
import pytest

from models.cancel import Cancelled
from models.geometry import Frame
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.runtime.watershed import WatershedGenerator

RED, BLUE = (200, 30, 30), (20, 40, 220)


def paint(line, hints):
    generator = WatershedGenerator()
    frame = generator.spec.size_rule.frame(line.size)
    features = generator.read_line(line, frame)
    return generator.paint(features, hints, TagSelection())


def test_each_room_takes_its_hint(two_rooms):
    hints = HintSet((PointHint(20, 30, RED, 3), PointHint(130, 60, BLUE, 3)))
    flat = np.round(paint(two_rooms, hints).flat * 255)
    assert (flat[12:84, 12:76] == RED).all()
    assert (flat[12:84, 84:148] == BLUE).all()


def test_lines_are_darkened_and_paper_is_not(two_rooms):
    painting = paint(two_rooms, HintSet((PointHint(20, 30, (200, 200, 200), 3),)))
    assert painting.rgb[40, 80] == pytest.approx(painting.flat[40, 80] / 2)
    assert painting.rgb[30, 40] == pytest.approx(painting.flat[30, 40])


def test_without_hints_the_paper_stays_white(two_rooms):
    assert (paint(two_rooms, HintSet()).flat == 1).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (2, 2), (700, 3)])
def test_any_size_is_painted(shape):
    line = LineArt(np.full(shape, 255, dtype=np.uint8))
    painting = paint(line, HintSet((PointHint(0.5, 0.5, RED, 1),)))
    height, width = painting.rgb.shape[:2]
    assert max(height, width) == min(512, max(shape))
    assert painting.rgb.dtype == np.float32


def test_cancelled_work_is_not_done(two_rooms):
    generator = WatershedGenerator()
    frame = Frame(two_rooms.size, two_rooms.size, two_rooms.size)
    with pytest.raises(Cancelled):
        generator.read_line(two_rooms, frame, is_cancelled=lambda: True)
    features = generator.read_line(two_rooms, frame)
    with pytest.raises(Cancelled):
        generator.paint(features, HintSet(), TagSelection(), is_cancelled=lambda: True)


def test_says_what_it_is():
    generator = WatershedGenerator()
    assert generator.spec.title == "Watershed fill (no generator)"
    assert not generator.spec.takes_tags
    assert generator.device.name == "cpu"
