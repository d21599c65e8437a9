"""Strokes as the pen draws them: width by pressure, a steady hand, the eraser's end, fingers."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.pen.pressure import PenSettings
from app.canvas.pen.stabilizer import Stabilizer
from app.canvas.pen.taper import tapered_area
from app.canvas.pen_input import PenSample
from app.canvas.tools import BrushSettings, ToolName
from app.document.edits import AddHint
from app.window.preferences.pen_page import PenPage
from models.geometry import Size
from models.hints.hints import AreaHint, HintSet, PointHint, StrokeHint, draw_hint
from tests.helpers.fakes import save_project
from tests.helpers.idle import settle

RED = (200, 40, 40)


@pytest.fixture
def calm(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.canvas.set_brush(BrushSettings(RED, 4.0))
    return drawn


@pytest.fixture
def pen(calm, pen_for):
    return pen_for(calm.canvas)


def hints(window):
    return window.parts.session.document.hints.hints


def taper(pen, y=25.0):
    """A stroke to the right that grows from the lightest touch to full pressure."""
    pen.press((8.0, y), 0.01)
    for step in range(1, 45):
        pen.move((8.0 + step, y), step / 44)
    pen.release((52.0, y))


# Width by pressure


def heights(hint):
    plane = np.zeros((40, 60), dtype=np.uint8)
    draw_hint(plane, hint, 1)
    return plane.sum(axis=0)


def test_stroke_is_as_wide_at_each_place_as_the_pen_was_pressed(calm, pen, qtbot):
    taper(pen)
    (hint,) = hints(calm)
    assert isinstance(hint, AreaHint)
    assert not hint.is_local
    wide = heights(hint)
    assert wide[10] <= 4
    assert wide[50] == pytest.approx(8, abs=1)
    assert np.all(np.diff(wide[12:50].astype(int)) >= 0)
    assert calm.parts.session.history.steps[-1].text.startswith("Brush")
    settle(calm, qtbot)


def test_stroke_that_tapers_is_one_step_and_is_moved_and_erased_whole(calm, pen, qtbot):
    taper(pen)
    calm.canvas.set_tool(ToolName.MOVE)
    pen.stroke((45.0, 25.0), (45.0, 30.0))
    assert heights(hints(calm)[0])[45] > 0
    assert hints(calm)[0].points[0][1] == pytest.approx(30.0, abs=1.5)
    calm.canvas.set_tool(ToolName.ERASER)
    pen.stroke((12.0, 30.0), (12.0, 30.0))
    assert hints(calm) == ()
    calm.parts.session.undo()
    calm.parts.session.undo()
    calm.parts.session.undo()
    assert hints(calm) == ()
    settle(calm, qtbot)


def test_even_pressure_and_shift_leave_a_plain_stroke(calm, pen, monkeypatch, qtbot):
    pen.stroke((10.0, 20.0), (40.0, 20.0), pressure=0.5)
    shift = Qt.KeyboardModifier.ShiftModifier
    monkeypatch.setattr(QApplication, "keyboardModifiers", staticmethod(lambda: shift))
    taper(pen, 32.0)
    assert [type(hint) for hint in hints(calm)] == [StrokeHint, StrokeHint]
    assert [hint.is_local for hint in hints(calm)] == [False, True]
    settle(calm, qtbot)


def test_what_is_seen_while_drawing_is_what_is_kept(calm, pen, qtbot):
    canvas = calm.canvas
    canvas.zoom_to(11.0)
    pen.press((8.0, 25.0), 0.01)
    for step in range(1, 45):
        pen.move((8.0 + step, 25.0), step / 44)

    def widths():
        image = canvas.grab().toImage()
        found = []
        for x in (15, 30, 45):
            column = int(canvas.viewport.to_view(x, 0)[0])
            reds = [image.pixelColor(column, y).red() for y in range(image.height())]
            greens = [image.pixelColor(column, y).green() for y in range(image.height())]
            found.append(sum(r > 150 and g < 90 for r, g in zip(reds, greens)))
        return np.array(found)

    before = widths()
    calm.parts.live.set_live(False)
    pen.release((52.0, 25.0))
    after = widths()
    assert np.all(np.abs(before - after) <= 14)  # the area keeps whole pixels, eleven here
    assert before[0] < before[1] < before[2]
    settle(calm, qtbot)


def test_stroke_that_tapers_is_read_back_from_its_project(calm, pen, tmp_path, qtbot):
    taper(pen)
    before = hints(calm)
    save_project(calm.parts.session, tmp_path / "girl.tintline")
    calm.files.open_path(tmp_path / "girl.tintline")
    settle(calm, qtbot)
    assert hints(calm) == before


def test_area_of_one_width_is_what_a_stroke_covers():
    points, radius = ((5.3, 6.2), (30.0, 20.5), (44.0, 8.0)), 3.5
    area = tapered_area(points, (radius,) * 3, RED)
    ours, theirs = (np.zeros(Size(40, 60).shape, dtype=np.uint8) for _ in range(2))
    draw_hint(ours, area, 1)
    draw_hint(theirs, StrokeHint(points, RED, radius), 1)
    assert np.count_nonzero(ours != theirs) <= 6
    assert HintSet((area,)).erase(30.0, 20.0, 1.0).hints == ()


# A steady hand


def test_string_takes_the_tremble_out_whatever_the_rate():
    ends = []
    for count in (40, 400):
        steady = Stabilizer()
        steady.length = 10.0
        path = [steady.begin(PenSample(0.0, 0.0, 0.0))]
        for step in range(1, count + 1):
            along = 200.0 * step / count
            tremble = 4.0 * np.sin(along)
            drawn = steady.pull(PenSample(float(step), along, tremble))
            path += [drawn] if drawn is not None else []
        assert max(abs(sample.y) for sample in path) < 3.0
        ends.append(path[-1].x)
    assert ends[0] == pytest.approx(190.0, abs=3)
    assert ends[1] == pytest.approx(ends[0], abs=3)


def test_steady_stroke_ends_where_the_pen_is_lifted(calm, pen, qtbot):
    dialog = calm.preferences.show()
    dialog.show_page(PenPage)
    dialog.pages[1].steadiness.setValue(40)
    assert PenSettings.read(calm.parts.settings.pen).steadiness == 40
    pen.press((10.0, 20.0), 1.0)
    for step in range(1, 31):
        pen.move((10.0 + step, 20.0 + (-1) ** step), 1.0)
    pen.release((40.0, 20.0))
    (hint,) = hints(calm)
    assert hint.points[0] == pytest.approx((10.0, 20.0), abs=0.1)
    assert hint.points[-1] == pytest.approx((40.0, 20.0), abs=0.1)
    assert max(abs(y - 20.0) for _, y in hint.points) < 0.75
    settle(calm, qtbot)


# The eraser's end


def test_eraser_s_end_erases_and_the_tip_draws_again(calm, pen_for, qtbot):
    calm.parts.session.apply(AddHint(PointHint(30.0, 20.0, RED, 3.0)))
    tip = pen_for(calm.canvas)
    end = pen_for(calm.canvas)
    end.device = QPointingDevice(
        "eraser", 78, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Eraser,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 3,
    )  # fmt: skip
    end.stroke((30.0, 20.0), (31.0, 20.0))
    assert hints(calm) == ()
    tip.stroke((10.0, 30.0), (20.0, 30.0))
    assert len(hints(calm)) == 1
    assert calm.canvas.tool_name is ToolName.BRUSH
    settle(calm, qtbot)


# Fingers


class Fingers:
    """Touches the screen over a widget with fingers by name, through its window."""

    def __init__(self, widget):
        self.widget = widget
        self.device = QTest.createTouchDevice()

    def _each(self, verb, points):
        sequence = QTest.touchEvent(self.widget.window().windowHandle(), self.device)
        for name, at in points.items():
            place = self.widget.mapTo(self.widget.window(), QPointF(*at).toPoint())
            getattr(sequence, verb)(ord(name) - ord("a"), place)
        sequence.commit()

    def down(self, **points):
        self._each("press", points)

    def move(self, **points):
        self._each("move", points)

    def up(self, **points):
        self._each("release", points)


@pytest.fixture
def fingers(calm):
    return Fingers(calm.canvas)


def test_two_fingers_move_the_picture(calm, fingers):
    before = calm.canvas.viewport
    fingers.down(a=(200, 200), b=(300, 200))
    fingers.move(a=(230, 240), b=(330, 240))
    fingers.up(a=(230, 240), b=(330, 240))
    after = calm.canvas.viewport
    x, y = before.to_image(250, 220)
    assert after.to_view(x, y) == pytest.approx((280, 260), abs=3)
    assert (after.scale, after.angle) == (before.scale, 0.0)
    assert hints(calm) == ()


def test_two_fingers_pinch_and_keep_what_lies_between_them(calm, fingers):
    place = calm.canvas.viewport.to_image(300, 300)
    before = calm.canvas.viewport.scale
    fingers.down(a=(250, 300), b=(350, 300))
    fingers.move(a=(200, 300), b=(400, 300))
    fingers.up(a=(200, 300), b=(400, 300))
    assert calm.canvas.viewport.scale == pytest.approx(2 * before)
    assert calm.canvas.viewport.to_view(*place) == pytest.approx((300, 300), abs=3)


def test_two_fingers_turn_the_picture_and_a_tremble_does_not(calm, fingers):
    fingers.down(a=(200, 300), b=(400, 300))
    fingers.move(a=(200, 297), b=(400, 303))
    assert calm.canvas.viewport.angle == 0.0
    for step in range(1, 10):
        angle = np.radians(10.0 * step)
        x, y = 100 * np.cos(angle), 100 * np.sin(angle)
        fingers.move(a=(300 - x, 300 - y), b=(300 + x, 300 + y))
    assert calm.canvas.viewport.angle == pytest.approx(80.0, abs=9)


def test_one_finger_moves_the_picture_or_draws(calm, fingers, qtbot):
    before = calm.canvas.viewport.centre
    fingers.down(a=(200, 300))
    fingers.move(a=(260, 300))
    fingers.up(a=(260, 300))
    assert calm.canvas.viewport.centre[0] < before[0]
    assert hints(calm) == ()
    calm.preferences.values.set_pen(PenSettings(finger_draws=True))
    fingers.down(a=(200, 300))
    fingers.move(a=(260, 320))
    fingers.up(a=(260, 320))
    assert len(hints(calm)) == 1
    settle(calm, qtbot)


def test_second_finger_gives_the_first_one_s_stroke_up(calm, fingers):
    calm.preferences.values.set_pen(PenSettings(finger_draws=True))
    before = calm.canvas.viewport.centre
    fingers.down(a=(200, 300))
    fingers.move(a=(240, 300))
    assert calm.canvas.overlay.draft is not None
    fingers.down(b=(350, 300))
    fingers.move(a=(250, 300), b=(350, 300))
    fingers.move(a=(250, 330), b=(350, 330))
    fingers.up(b=(350, 330))
    fingers.move(a=(300, 340))
    fingers.up(a=(300, 340))
    assert hints(calm) == ()
    assert calm.canvas.overlay.draft is None
    assert calm.canvas.viewport.centre[1] < before[1]


def test_palm_beside_the_pen_does_nothing(calm, pen, fingers, qtbot):
    before = calm.canvas.viewport.centre, calm.canvas.viewport.angle
    pen.press((10.0, 20.0))
    fingers.down(a=(200, 300), b=(300, 300))
    fingers.move(a=(260, 360), b=(300, 300))
    pen.move((30.0, 20.0))
    pen.release((30.0, 20.0))
    assert (calm.canvas.viewport.centre, calm.canvas.viewport.angle) == before
    assert len(hints(calm)) == 1
    settle(calm, qtbot)


def test_pen_settings_are_read_as_they_were_kept_and_damage_is_usual():
    pen = PenSettings(steadiness=12, finger_draws=True)
    assert PenSettings.read(pen.kept()) == pen
    for damaged in ({"steadiness": 900}, {"steadiness": "x", "finger_draws": 1}):
        assert PenSettings.read(damaged) == PenSettings()
