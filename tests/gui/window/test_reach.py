"""What a hint would reach is outlined before the pen is lifted."""

import numpy as np
import pytest
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings
from app.inference.answer import layer_update
from models.geometry import Rect, Size
from models.hints.parts import Part
from models.requests.request import ColorizeResult, Stage
from tests.helpers.idle import settle
from tests.helpers.windows.rooms import LEFT_BUTTON, at, boxes, open_drawing

RED = (200, 40, 40)
LEFT, RIGHT = (60.0, 60.0), (140.0, 60.0)


@pytest.fixture
def dressed(make_window, qtbot):
    """Two boxes and a third: hair, a top, and hair again, as the generator told."""
    drawn = boxes((10, 20, 70, 100), (74, 20, 134, 100), (138, 20, 198, 100))
    window = open_drawing(make_window, qtbot, drawn)
    window.canvas.set_brush(BrushSettings(RED, 4.0))
    parts = np.full((30, 50), Part.HAIR, dtype=np.uint8)
    parts[:, 18:34] = Part.TOP
    parts[:5] = parts[-5:] = Part.BACKGROUND
    session = window.parts.session
    result = ColorizeResult(
        request_id=session.next_request_id(),
        stage=Stage.FINAL,
        rgba_u8=np.full((120, 200, 4), 255, np.uint8),
        region=Rect(0, 0, 200, 120),
        elapsed_ms=1.0,
        parts=parts,
    )
    session.show(layer_update(result, Size(120, 200)))
    window.regions.want()
    settle(window, qtbot)
    return window


def test_part_is_outlined_in_all_its_regions_hovering_and_drawing(dressed, qtbot):
    dressed.commands["tool_brush"].trigger()
    canvas, reach = dressed.canvas, dressed.canvas.overlay.reach
    QTest.mouseMove(canvas, at(dressed, (40.0, 60.0)))
    mask = np.zeros((120, 200), np.uint8)
    reach.area.spans.fill(mask, *reach.area.corner, 1)
    assert mask[30:90, 15:65].all()
    assert mask[30:90, 145:190].all()
    assert not mask[:, 80:130].any()
    QTest.mousePress(canvas, LEFT_BUTTON, pos=at(dressed, (40.0, 60.0)))
    QTest.mouseMove(canvas, at(dressed, (45.0, 62.0)))
    assert reach.area is not None
    tinted = canvas.grab().toImage().pixelColor(at(dressed, (165.0, 85.0)))
    assert tinted.green() < 250
    QTest.mouseMove(canvas, at(dressed, (100.0, 60.0)))
    assert 70 < reach.area.x < 80
    QTest.mouseRelease(canvas, LEFT_BUTTON, pos=at(dressed, (100.0, 60.0)))
    QTest.mouseMove(canvas, at(dressed, (100.0, 5.0)))
    assert reach.area is None
    settle(dressed, qtbot)
