"""The light through the real window: turned by hand, painted, kept, and seen in the layers."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.edits import AddHint
from app.document.light_edits import AddLightStroke, SetLight
from app.document.project_file import new_project, read_project
from app.panels.widgets.thumbnails import THUMBNAIL_WIDTH, thumbnail_rgba
from models.hints import owners
from models.hints.hints import PointHint
from models.lighting.light import PRESETS, Follows, Light, ShadeStyle
from models.lighting.strokes import LightKind, LightStroke
from models.tracking.turns import Turn
from tests.helpers.fakes import save_project
from tests.helpers.idle import settle

TAN, RED = (220, 170, 120), (200, 40, 40)
LEFT = Qt.MouseButton.LeftButton
MIDDLE = (60.0, 60.0)


def ball():
    """A circle's outline on white paper, 120×120 RGBA."""
    rgba_u8 = np.full((120, 120, 4), 255, dtype=np.uint8)
    cv2.circle(rgba_u8, (60, 60), 45, (0, 0, 0, 255), 3)
    return rgba_u8


@pytest.fixture
def lit(watershed_window, qtbot):
    """A tan ball under a light from the left, its panel in front, its picture painted."""
    window = watershed_window
    window.parts.session.open(new_project(ball(), "ball"))
    window.parts.session.apply(AddHint(PointHint(*MIDDLE, TAN, 4.0)))
    window.parts.session.apply(SetLight(Light(270.0)))
    window._docks.docks["light"].raise_()
    settle(window, qtbot)
    return window


def light(window):
    return window.parts.session.document.light


def dark_halves(window):
    """How dark the Shade layer is at the left and at the right of the ball."""
    dark = 255 - window.parts.session.pixels.get("shade")[..., :3].mean(axis=2)
    return dark[:, :60].mean(), dark[:, 60:].mean()


def steps(window):
    return window.parts.session.history.titles


# Turning it


def test_keys_turn_the_dial_and_the_shade_moves(lit, qtbot):
    left, right = dark_halves(lit)
    assert right > left + 1
    dial = lit.light_panel.dial
    for _ in range(4):
        QTest.keyClick(dial, Qt.Key.Key_PageUp)
    assert light(lit).angle_deg == 90.0
    settle(lit, qtbot)
    left, right = dark_halves(lit)
    assert left > right + 1
    QTest.keyClick(dial, Qt.Key.Key_Right)
    QTest.keyClick(dial, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert light(lit).angle_deg == 94.0
    said = QAccessible.queryAccessibleInterface(dial)
    assert said.text(QAccessible.Text.Name) == "Direction of the light"
    assert said.valueInterface().currentValue() == 94


def test_drag_of_the_dial_is_one_step_that_undo_takes_back(lit, qtbot):
    dial, before = lit.light_panel.dial, steps(lit)
    shade = lit.parts.session.pixels.get("shade").copy()
    middle = QPoint(dial.width() // 2, dial.height() // 2)
    QTest.mousePress(dial, LEFT, pos=middle + QPoint(0, -30))
    for at in (QPoint(20, -20), QPoint(30, 0)):
        QTest.mouseMove(dial, middle + at)
    QTest.mouseRelease(dial, LEFT, pos=middle + QPoint(30, 0))
    assert light(lit).angle_deg == 90.0
    assert steps(lit) == (*before, "Light from 90°")
    settle(lit, qtbot)
    assert not np.array_equal(lit.parts.session.pixels.get("shade"), shade)
    lit.commands["undo"].trigger()
    assert light(lit) == Light(270.0)
    assert dial.value() == 270
    settle(lit, qtbot)
    assert np.array_equal(lit.parts.session.pixels.get("shade"), shade)


def test_wheel_turns_the_dial(lit, qtbot):
    dial = lit.light_panel.dial
    at, none = QPointF(dial.rect().center()), QPoint()
    for notch in (120, 60, 60):
        event = QWheelEvent(
            at, dial.mapToGlobal(at), none, QPoint(0, notch), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(dial, event)
    assert light(lit).angle_deg == 280.0
    settle(lit, qtbot)


def test_what_the_light_follows_is_chosen_and_kept_by_scenes(lit, tmp_path):
    follows = lit.light_panel.follows
    assert not follows.isChecked()
    QTest.mouseClick(follows, LEFT)
    assert light(lit).follows is Follows.FIGURE
    assert steps(lit)[-1] == "Light follows the figure"
    QTest.mouseClick(lit.light_panel.presets["dusk"], LEFT)
    assert light(lit) == replace(PRESETS["dusk"], follows=Follows.FIGURE)
    assert steps(lit)[-1] == "Light of dusk"
    path = tmp_path / "ball.tintline"
    save_project(lit.parts.session, path)
    assert read_project(path).document.light == light(lit)


def test_the_sun_stands_where_the_light_of_a_turned_figure_comes_from(lit):
    lit.parts.session.apply(SetLight(Light(270.0, turn=Turn(60.0, mirrored=True))))
    handle = lit.light.handle
    middle = QPointF(*handle._place.middle)
    seen = QPointF(handle.geometry().center()) - middle
    assert np.degrees(np.arctan2(seen.x(), -seen.y())) == pytest.approx(150, abs=2)
    for _ in drag_handle(lit, 60):
        pass
    assert light(lit).angle_deg == pytest.approx(0, abs=1)
    assert light(lit).turn == Turn(60.0, mirrored=True)


def drag_handle(window, *angles, modifier=Qt.KeyboardModifier.NoModifier):
    """Drag the sun to angles of the screen, by events that the window's own handle is sent."""
    handle = window.light.handle
    screen, (x, y) = window.windowHandle(), handle._place.middle

    def at(angle):
        turn, radius = np.radians(angle), handle._place.radius
        spot = QPointF(x + radius * np.sin(turn), y - radius * np.cos(turn)).toPoint()
        return window.canvas.mapTo(window, spot)

    start = handle.mapTo(window, handle.rect().center())
    QTest.mousePress(screen, LEFT, modifier, start)
    for angle in angles:
        QTest.mouseMove(screen, at(angle))
        yield
    QTest.mouseRelease(screen, LEFT, modifier, at(angles[-1]))


def test_sun_on_the_canvas_turns_the_light_while_it_is_dragged(lit, qtbot):
    before = steps(lit)
    for expected, _ in zip((350.0, 90.0), drag_handle(lit, 350, 90), strict=False):
        assert light(lit).angle_deg == pytest.approx(expected, abs=2)
        settle(lit, qtbot)
    left, right = dark_halves(lit)
    assert left > right + 1
    assert len(lit.parts.session.document.hints) == 1  # the canvas under it drew nothing
    assert len(steps(lit)) == len(before) + 1
    lit.commands["undo"].trigger()
    assert light(lit) == Light(270.0)
    settle(lit, qtbot)


def test_sun_stands_where_the_light_comes_from_in_any_view(lit, qtbot):
    handle, canvas = lit.light.handle, lit.canvas

    def away():
        middle = QPointF(*handle._place.middle)
        return QPointF(handle.geometry().center()) - middle

    assert away().x() < -20
    canvas.mirror()
    assert away().x() > 20
    for _ in drag_handle(lit, 0):
        pass
    assert light(lit).angle_deg == pytest.approx(0, abs=2) or light(lit).angle_deg > 358
    canvas.rotate_by(90)
    assert away().x() > 20
    canvas.zoom_to(8.0)
    assert canvas.rect().contains(handle.geometry())
    settle(lit, qtbot)


def test_sun_is_there_while_the_light_is_worked_on(lit, qtbot):
    handle, docks = lit.light.handle, lit._docks.docks
    assert handle.isVisible()
    docks["tags"].raise_()
    qtbot.waitUntil(lambda: not handle.isVisible())
    lit.commands["tool_shadow"].trigger()
    qtbot.waitUntil(handle.isVisible)  # and the panel is in front again
    assert lit.light_panel.isVisible()
    QTest.keyClick(lit.light_panel.switch, Qt.Key.Key_Space)
    assert light(lit) is None
    assert not handle.isVisible()
    lit.commands["light"].trigger()
    assert light(lit) == Light(270.0)  # as it was
    assert lit.light_panel.switch.isChecked()
    settle(lit, qtbot)


# The rest of the panel


def test_panel_sets_style_strengths_tints_and_presets(lit, qtbot):
    panel, session = lit.light_panel, lit.parts.session
    QTest.mouseClick(panel.style_row.buttons[ShadeStyle.SOFT], LEFT)
    QTest.keyClick(panel.strength, Qt.Key.Key_PageUp)
    QTest.keyClick(panel.highlights, Qt.Key.Key_Home)
    lit.canvas.set_brush(replace(lit.canvas.brush, color=RED))
    panel.tint.make_menu().actions()[1].trigger()
    assert light(lit) == Light(270.0, ShadeStyle.SOFT, 0.7, 0.0, tint=RED)
    assert panel.tint.tint == RED
    panel.tint.make_menu().actions()[0].trigger()
    assert light(lit).tint is None
    QTest.mouseClick(panel.presets["dusk"], LEFT)
    assert light(lit) == PRESETS["dusk"]
    assert panel.style_row.buttons[PRESETS["dusk"].style].isChecked()
    assert panel.glow.tint == PRESETS["dusk"].glow
    session.undo()
    assert panel.highlights.value() == 0
    assert steps(lit)[-6:] == (
        "Soft shade", "Shade 70%", "Highlights 0%", "Tint of shade #c82828",
        "Tint of shade derived", "Light of dusk",
    )  # fmt: skip
    settle(lit, qtbot)


def test_color_dropped_on_a_tint_is_the_tint(lit, qtbot):
    content = QMimeData()
    content.setColorData(QColor(*RED))
    copy, held = Qt.DropAction.CopyAction, (content, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(lit.light_panel.glow, QDragEnterEvent(QPoint(5, 5), copy, *held))
    QApplication.sendEvent(lit.light_panel.glow, QDropEvent(QPointF(5, 5), copy, *held))
    assert light(lit).glow == RED
    assert "#c82828" in lit.light_panel.glow.toolTip()
    settle(lit, qtbot)


def test_narrow_highlight_is_seen_in_a_thumbnail():
    black = np.zeros((1000, 800, 4), dtype=np.uint8)
    black[..., 3] = 255
    cv2.line(black, (200, 300), (600, 420), (255, 255, 255, 255), 5)
    assert thumbnail_rgba(black)[..., 0].max() < 80
    assert thumbnail_rgba(black, grows_light=True)[..., 0].max() > 200


def test_a_turn_of_the_light_draws_no_hints_anew_for_their_thumbnail(lit, qtbot, monkeypatch):
    drawn = []
    original = owners.hint_owners

    def watched(hints, size, **known):
        if size.width <= THUMBNAIL_WIDTH:
            drawn.append((len(hints), known["known"]))
        return original(hints, size, **known)

    monkeypatch.setattr(owners, "hint_owners", watched)
    panel = lit.layers_panel
    panel._refresh_thumbnails()
    drawn.clear()
    lit.parts.session.apply(SetLight(Light(90.0)))
    panel._refresh_thumbnails()
    assert not drawn
    lit.parts.session.apply(AddHint(PointHint(50.0, 70.0, RED, 4.0)))
    panel._refresh_thumbnails()
    assert drawn == [(2, 1)]  # two hints, of which one was known
    settle(lit, qtbot)


def test_layers_say_that_there_is_no_light(lit, qtbot):
    panel = lit.layers_panel
    texts = {"shade": "Multiply", "highlight": "Screen"}
    for layer, text in texts.items():
        assert panel.row(layer).detail.text() == text
    lit.parts.session.apply(SetLight(None))
    for layer in texts:
        assert panel.row(layer).detail.text() == "Light off"
        assert "while the light is off" in panel.row(layer).toolTip()
    assert panel.row("line").detail.text() == "Multiply"
    settle(lit, qtbot)


# The shadow brush


def shade_at(window, x, y):
    return window.parts.session.pixels.get("shade")[y, x, :3].mean()


def test_shadow_brush_is_obeyed_erased_and_comes_back(lit, pen_for, qtbot):
    session, pen = lit.parts.session, pen_for(lit.canvas)
    assert shade_at(lit, 30, 60) == 255
    QTest.keyClick(lit.canvas, Qt.Key.Key_S)
    lit.canvas.set_brush(replace(lit.canvas.brush, radius=5.0))
    pen.stroke((30.0, 50.0), (30.0, 60.0), (30.0, 70.0))
    (stroke,) = session.document.light_strokes
    assert (stroke.kind, stroke.radius) == (LightKind.SHADE, 5.0)
    assert steps(lit)[-1] == "Paint shade"
    settle(lit, qtbot)
    assert shade_at(lit, 30, 60) < 240
    assert shade_at(lit, 42, 60) == 255
    QTest.mouseClick(lit.light_panel.brush_row.buttons[LightKind.LIT], LEFT)
    pen.stroke((30.0, 60.0), (31.0, 60.0))
    assert session.document.light_strokes[1].kind is LightKind.LIT
    settle(lit, qtbot)
    assert shade_at(lit, 30, 60) == 255
    lit.commands["tool_eraser"].trigger()
    pen.stroke((30.0, 50.0), (30.0, 61.0))
    assert session.document.light_strokes == ()
    assert len(session.document.hints) == 1
    settle(lit, qtbot)
    assert shade_at(lit, 30, 52) == 255
    session.undo()
    assert len(session.document.light_strokes) == 2
    settle(lit, qtbot)
    assert shade_at(lit, 30, 52) < 240


def test_eraser_of_hints_leaves_painted_light(lit, pen_for, qtbot):
    session, pen = lit.parts.session, pen_for(lit.canvas)
    session.apply(AddLightStroke(LightStroke((MIDDLE,), 6.0, LightKind.SHADE)))
    lit.commands["tool_brush"].trigger()
    lit.commands["tool_eraser"].trigger()
    pen.stroke(MIDDLE, (61.0, 60.0))
    assert session.document.hints.hints == ()
    assert len(session.document.light_strokes) == 1
    lit.commands["clear_light"].trigger()
    assert session.document.light_strokes == ()
    assert not lit.commands["clear_light"].isEnabled()
    settle(lit, qtbot)


def test_painted_light_is_seen_while_it_is_worked_on(lit, qtbot):
    session, canvas = lit.parts.session, lit.canvas
    spot = QPointF(*canvas.viewport.to_view(80.0, 60.0)).toPoint()

    def seen():
        return canvas.grab().toImage().pixelColor(spot).getRgb()[:3]

    session.apply(AddLightStroke(LightStroke(((80.0, 60.0),), 6.0, LightKind.LIT)))
    settle(lit, qtbot)
    assert seen() == pytest.approx(TAN, abs=3)
    lit.commands["tool_shadow"].trigger()
    assert min(seen()) > TAN[2] + 20  # whitened
    lit.commands["tool_eraser"].trigger()
    assert min(seen()) > TAN[2] + 20
    lit.commands["tool_point"].trigger()
    assert seen() == pytest.approx(TAN, abs=3)


def test_who_paints_without_a_light_is_told(lit, pen_for, qtbot):
    lit.parts.session.apply(SetLight(None))
    lit.commands["tool_shadow"].trigger()
    pen_for(lit.canvas).stroke((30.0, 50.0), (30.0, 60.0))
    assert "The light is off" in lit.banner_text
    assert len(lit.parts.session.document.light_strokes) == 1
    settle(lit, qtbot)


# Kept


def test_light_is_saved_and_comes_back(lit, dialogs, tmp_path, qtbot):
    session = lit.parts.session
    chosen = replace(PRESETS["lamp"], style=ShadeStyle.TWO_TONE)
    session.apply(SetLight(chosen))
    session.apply(AddLightStroke(LightStroke(((30.0, 60.0),), 4.0, LightKind.SHADE)))
    settle(lit, qtbot)
    shade = session.pixels.get("shade").copy()
    strokes = session.document.light_strokes
    save_project(session, tmp_path / "ball.tintline")
    session.open(new_project(ball(), "other"))
    assert lit.light_panel.switch.isChecked() is False
    lit.files.open_path(tmp_path / "ball.tintline")
    qtbot.waitUntil(lambda: session.name == "ball")
    settle(lit, qtbot)
    assert light(lit) == chosen
    assert lit.light_panel.switch.isChecked()
    assert session.document.light_strokes == strokes
    assert lit.banner_text == ""
    assert np.array_equal(session.pixels.get("shade"), shade)


def test_copy_for_recovery_holds_the_light(lit, qtbot):
    lit.parts.session.apply(AddLightStroke(LightStroke((MIDDLE,), 4.0, LightKind.LIGHT)))
    lit.recovery.keep()
    qtbot.waitUntil(lambda: not lit.parts.background.is_busy)
    kept = read_project(lit.recovery.copy).document
    assert kept.light == Light(270.0)
    assert kept.light_strokes == lit.parts.session.document.light_strokes
    settle(lit, qtbot)


def test_a_drawing_that_is_opened_is_lit(window, picture_file, qtbot):
    window.files.open_path(picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    assert window.parts.session.document.light == Light()
    settle(window, qtbot)
