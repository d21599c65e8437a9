"""The canvas of the real window: tools, keys, wheel, and what is repainted."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.canvas.tools import BrushSettings, ToolName
from app.document.edits import AddHint, SetLayerOpacity, SetLayerVisible
from models.hints.hints import PointHint, StrokeHint

BLUE, RED = (40, 60, 200), (200, 40, 40)


@pytest.fixture
def pen(drawn, pen_for):
    drawn.canvas.set_brush(BrushSettings(BLUE, 3.0))
    return pen_for(drawn.canvas)


def hints(window):
    return window.parts.session.document.hints.hints


def at_image(canvas, x, y):
    return QPointF(*canvas.viewport.to_view(x, y)).toPoint()


def test_brush_stroke_becomes_one_hint_where_it_was_drawn(drawn, pen):
    pen.stroke((10.0, 20.0), (20.0, 30.0), (40.0, 20.0))
    (hint,) = hints(drawn)
    assert isinstance(hint, StrokeHint)
    assert hint.color == BLUE
    assert hint.points[0] == pytest.approx((10.0, 20.0))
    assert hint.points[-1] == pytest.approx((40.0, 20.0))


def test_rotated_and_mirrored_view_changes_nothing_about_a_hint(drawn, pen):
    drawn.canvas.rotate_by(33.0)
    drawn.canvas.mirror()
    pen.stroke((10.0, 20.0), (30.0, 20.0))
    (hint,) = hints(drawn)
    assert hint.points[-1] == pytest.approx((30.0, 20.0))


def test_tablet_events_are_accepted_so_that_no_mouse_event_follows(pen):
    pen.stroke((10.0, 20.0), (30.0, 20.0))
    assert pen.events == [True, True, True]


def test_light_pressure_makes_a_thin_hint(drawn, pen):
    pen.stroke((10.0, 20.0), (40.0, 20.0), pressure=0.05)
    pen.stroke((10.0, 30.0), (40.0, 30.0), pressure=1.0)
    thin, thick = hints(drawn)
    assert thin.radius < 0.5 * thick.radius


def test_pressure_can_be_switched_off(drawn, pen):
    drawn.commands["pressure"].setChecked(False)
    pen.stroke((10.0, 20.0), (40.0, 20.0), pressure=0.05)
    assert hints(drawn)[0].radius == 3.0


def test_mouse_draws_at_full_radius(drawn, qtbot):
    canvas = drawn.canvas
    canvas.set_brush(BrushSettings(RED, 4.0))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at_image(canvas, 10, 20))
    qtbot.mouseMove(canvas, at_image(canvas, 30, 20))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at_image(canvas, 30, 20))
    assert hints(drawn)[0].radius == 4.0


def test_point_tool_sets_the_point_where_it_is_let_go(drawn, pen):
    drawn.commands["tool_point"].trigger()
    pen.stroke((10.0, 20.0), (12.0, 22.0))
    (hint,) = hints(drawn)
    assert isinstance(hint, PointHint)
    assert (hint.x, hint.y) == pytest.approx((12.0, 22.0))


def test_eraser_drag_is_one_undo_step(drawn, pen):
    session = drawn.parts.session
    for x in (10.0, 30.0, 50.0):
        session.apply(AddHint(PointHint(x, 20.0, RED, 1.0)))
    drawn.commands["tool_eraser"].trigger()
    pen.stroke((10.0, 20.0), (50.0, 20.0))
    assert hints(drawn) == ()
    session.undo()
    assert len(hints(drawn)) == 3


def test_escape_gives_the_stroke_up(drawn, pen, qtbot):
    pen.press((10.0, 20.0))
    pen.move((20.0, 20.0))
    qtbot.keyClick(drawn.canvas, Qt.Key.Key_Escape)
    pen.release((30.0, 20.0))
    assert hints(drawn) == ()


def test_picker_takes_the_color_of_a_hint(drawn, pen):
    drawn.parts.session.apply(AddHint(PointHint(30.0, 30.0, RED, 3.0)))
    drawn.commands["tool_picker"].trigger()
    pen.stroke((30.0, 30.0))
    assert drawn.canvas.brush.color == RED
    assert drawn.color_panel.color == RED


@pytest.mark.parametrize("key", [Qt.Key.Key_Alt, Qt.Key.Key_Control])
def test_held_key_borrows_the_picker(drawn, pen, qtbot, key):
    drawn.parts.session.apply(AddHint(PointHint(30.0, 30.0, RED, 3.0)))
    qtbot.keyPress(drawn.canvas, key)
    pen.stroke((30.0, 30.0))
    qtbot.keyRelease(drawn.canvas, key)
    assert drawn.canvas.brush.color == RED
    assert len(hints(drawn)) == 1
    assert drawn.canvas.tool_name is ToolName.BRUSH


def test_held_space_moves_the_picture(drawn, pen, qtbot):
    canvas = drawn.canvas
    start = canvas.viewport.to_view(30.0, 20.0)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    middle = QPointF(*start).toPoint()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(canvas, middle + QPoint(40, 25))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 25))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.viewport.to_view(30.0, 20.0) == pytest.approx((start[0] + 40, start[1] + 25))
    assert hints(drawn) == ()


def wheel(canvas, at, notches, modifiers=Qt.KeyboardModifier.NoModifier):
    position = QPointF(*at)
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize(
    "modifiers",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    ],
)
def test_wheel_keeps_the_point_under_the_pointer(drawn, modifiers):
    canvas, at = drawn.canvas, (420.0, 300.0)
    before, point = canvas.viewport, canvas.viewport.to_image(420.0, 300.0)
    wheel(canvas, at, 2, modifiers)
    assert canvas.viewport != before
    assert canvas.viewport.to_image(*at) == pytest.approx(point)


class PaintLog(QObject):
    """Records what is repainted of a widget."""

    def __init__(self):
        super().__init__()
        self.rects = []

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.rects.append(event.rect())
        return False


def test_draft_repaints_only_its_own_rectangle(drawn, pen, qtbot):
    canvas, inference = drawn.canvas, drawn.parts.inference
    drawn.commands["actual_size"].trigger()
    pen.press((10.0, 10.0))
    qtbot.waitUntil(lambda: inference.is_idle)
    QApplication.processEvents()
    log = PaintLog()
    canvas.installEventFilter(log)
    pen.move((14.0, 12.0))
    qtbot.waitUntil(lambda: bool(log.rects))
    canvas.removeEventFilter(log)
    pen.release((14.0, 12.0))
    assert all(rect.width() < 60 and rect.height() < 60 for rect in log.rects)


def test_brush_keys_change_its_size(drawn):
    before = drawn.canvas.brush.radius
    drawn.commands["brush_larger"].trigger()
    assert drawn.canvas.brush.radius > before
    drawn.commands["brush_smaller"].trigger()
    assert drawn.canvas.brush.radius == pytest.approx(before)
    assert drawn.options_bar.diameter.value() == pytest.approx(2 * before, abs=0.06)


def test_pointer_that_leaves_takes_the_outline_and_position_away(drawn, qtbot):
    qtbot.mouseMove(drawn.canvas, at_image(drawn.canvas, 5, 5))
    QApplication.sendEvent(drawn.canvas, QEvent(QEvent.Type.Leave))
    assert drawn.status_line._position.text() == ""


def test_fit_follows_the_window_until_the_view_is_changed(drawn):
    drawn.canvas.fit()
    drawn.resize(1200, 820)
    fitted = drawn.canvas.viewport.fitted(drawn.parts.session.document.size)
    assert drawn.canvas.viewport == fitted


def test_stroke_beside_the_drawing_makes_no_hint(drawn, pen):
    pen.stroke((-30.0, 10.0), (-20.0, 30.0))
    assert hints(drawn) == ()
    assert not drawn.parts.session.is_dirty
    pen.stroke((-10.0, 20.0), (10.0, 20.0))
    assert len(hints(drawn)) == 1


def test_drawing_on_hidden_hints_says_so(drawn, pen):
    drawn.layers_panel.toggle_visible("hints")
    pen.stroke((10.0, 20.0), (20.0, 20.0))
    assert "Hints are hidden" in drawn.banner_text
    assert len(hints(drawn)) == 1


def test_pen_takes_the_keyboard_from_an_entry(drawn, pen, qtbot):
    drawn.color_panel.hex_entry.setFocus()
    pen.stroke((10.0, 20.0), (20.0, 20.0))
    assert drawn.focusWidget() is drawn.canvas


def test_return_in_an_entry_gives_the_keys_back_to_the_tools(drawn, qtbot):
    entry = drawn.options_bar.diameter.lineEdit()
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, "24")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert drawn.canvas.brush.radius == pytest.approx(12.0)
    assert drawn.focusWidget() is drawn.canvas


@pytest.mark.parametrize("hide", [SetLayerVisible("hints", False), SetLayerOpacity("hints", 0)])
def test_eraser_spares_hidden_hints_and_says_so(drawn, pen, hide):
    drawn.parts.session.apply(AddHint(PointHint(20, 20, (200, 40, 40), 3.0)))
    before = hints(drawn)
    drawn.parts.session.apply(hide)
    drawn.canvas.set_tool(ToolName.ERASER)
    pen.stroke((5, 30), (8, 30))
    assert drawn.banner_text == ""  # nothing lies there
    pen.stroke((16, 20), (24, 20))
    assert hints(drawn) == before
    assert "Hints are hidden" in drawn.banner_text
    drawn.parts.session.undo()
    pen.stroke((16, 20), (24, 20))
    assert hints(drawn) == ()
