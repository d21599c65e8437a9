"""The pen paints on layers of the artist's own, exactly, and a stroke is one undo step."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.tools import BrushSettings
from app.document.edits import SetLayerVisible
from app.document.layer import BlendMode, LayerKind
from app.document.project_file import read_project
from app.panels.layers.rows import NameEntry
from models.geometry import Rect
from tests.helpers.idle import settle

RED, BLUE = (200, 40, 40), (40, 60, 200)


def painted(window, layer_id="paint-1"):
    """uint8 (H, W, 4) of a layer."""
    document = window.parts.session.document
    return document.painting(layer_id).pixels(Rect.of(document.size))


def seen(window, at):
    """The colour on the screen at an image point."""
    window.canvas.zoom_to(1.0)
    spot = QPointF(*window.canvas.viewport.to_view(at[0] + 0.5, at[1] + 0.5)).toPoint()
    color = window.canvas.grab().toImage().pixelColor(spot)
    return color.red(), color.green(), color.blue()


def test_a_stroke_is_exact_and_one_step_that_undo_takes_back(studio, pen):
    pen.stroke((40, 60), (60, 60), (80, 50))
    rgba = painted(studio)
    shown = rgba[..., 3] > 0
    assert shown[60, 40]
    assert shown[50, 80]
    assert (rgba[shown] == (*RED, 255)).all()
    assert seen(studio, (60, 60)) == RED
    assert not studio.parts.session.document.hints.hints
    studio.commands["undo"].trigger()
    assert not painted(studio).any()
    assert seen(studio, (60, 60)) == (255, 255, 255)
    studio.commands["redo"].trigger()
    assert (painted(studio) == rgba).all()


def test_the_stroke_is_seen_while_the_pen_is_down_and_escape_gives_it_up(studio, pen):
    studio.canvas.zoom_to(1.0)
    studio.canvas.grab()
    pen.press((40, 60))
    pen.move((60, 60))
    assert seen(studio, (50, 60)) == RED
    assert not painted(studio).any()
    QTest.keyClick(studio.canvas, Qt.Key.Key_Escape)
    assert seen(studio, (50, 60)) == (255, 255, 255)
    pen.release((60, 60))
    assert not painted(studio).any()


@pytest.mark.parametrize("command", ["undo", "layer_delete"])
def test_a_stroke_over_what_went_meanwhile_is_given_up(studio, pen, command):
    pen.stroke((40, 30), (60, 30))
    pen.press((40, 60))
    pen.move((60, 60))
    studio.commands[command].trigger()
    after = studio.parts.session.document
    pen.release((60, 60))
    assert studio.parts.session.document is after
    assert studio.canvas.grab().toImage().isNull() is False


def test_a_stroke_lands_on_its_layer_though_another_is_chosen_meanwhile(studio, pen):
    pen.press((40, 60))
    pen.move((60, 60))
    studio.commands["layer_add"].trigger()
    pen.release((60, 60))
    assert tuple(painted(studio)[60, 50]) == (*RED, 255)
    assert not painted(studio, "paint-2").any()


def test_pressure_changes_size_and_opacity_within_one_stroke(studio, pen):
    studio.canvas.set_brush(BrushSettings(RED, 12.0, fades=True))
    pen.press((40, 60), 0.1)
    for step in range(1, 21):
        pen.move((40 + 5 * step, 60), 0.1 + 0.045 * step)
    pen.release((140, 60))
    rgba = painted(studio)
    thick = (rgba[..., 3] > 0).sum(axis=0)
    assert thick[42] < 8
    assert thick[138] > 20
    assert (np.diff(thick[50:130:10].astype(int)) > 0).all()
    assert (np.diff(rgba[60, 50:130:10, 3].astype(int)) > 0).all()
    assert (rgba[rgba[..., 3] > 0][:, :3] == RED).all()


def test_a_soft_brush_falls_off_and_crosses_itself_without_a_seam(studio, pen):
    studio.canvas.set_brush(BrushSettings(RED, 15.0, hardness=0.0, opacity=0.5))
    pen.stroke((40, 60), (80, 60), (40, 60), (80, 60))
    alpha = painted(studio)[..., 3]
    assert alpha.max() == alpha[60, 60] == 128
    assert 0 < alpha[50, 60] < alpha[55, 60] < 128
    assert (alpha[60, 45:75] >= 126).all()


def test_the_eraser_takes_paint_away_and_leaves_hints(studio, pen):
    pen.stroke((40, 60), (80, 60))
    studio.commands["tool_eraser"].trigger()
    pen.stroke((60, 50), (60, 70))
    alpha = painted(studio)[..., 3]
    assert not alpha[60, 56:64].any()
    assert alpha[60, 45] == 255
    assert studio.parts.session.history.undo_title == "Erase paint"


def test_locked_alpha_changes_colors_alone(studio, pen):
    pen.stroke((40, 60), (80, 60))
    before = painted(studio)[..., 3]
    studio.layers_panel.bar.lock.click()
    studio.canvas.set_brush(BrushSettings(BLUE, 6.0))
    pen.stroke((60, 40), (60, 80))
    rgba = painted(studio)
    assert (rgba[..., 3] == before).all()
    assert tuple(rgba[60, 60, :3]) == BLUE
    assert tuple(rgba[60, 44, :3]) == RED
    studio.commands["tool_eraser"].trigger()
    pen.stroke((60, 40), (60, 80))
    assert (painted(studio)[..., 3] == before).all()


def test_clipped_to_regions_a_stroke_stays_where_it_began(studio, pen, qtbot):
    studio.layers_panel.bar.clip.click()
    settle(studio, qtbot)
    pen.stroke((60, 60), (150, 60))
    alpha = painted(studio)[..., 3]
    assert alpha[60, 58:90].all()
    assert not alpha[:, 98:].any()
    pen.stroke((150, 60), (150, 10))
    alpha = painted(studio)[..., 3]
    assert alpha[30:60, 150].all()
    assert not alpha[:19].any()


def test_a_hidden_layer_is_not_painted_and_says_so(studio, pen):
    studio.parts.session.apply(SetLayerVisible("paint-1", False))
    pen.stroke((40, 60), (80, 60))
    assert not painted(studio).any()
    assert "is hidden" in studio.banner_text


def test_another_layer_gives_the_brush_back_to_the_hints(studio, pen):
    studio.layers_panel.select("hints")
    pen.stroke((40, 60), (80, 60))
    assert len(studio.parts.session.document.hints) == 1
    assert not painted(studio).any()


def test_the_mouse_paints_as_well(studio):
    canvas = studio.canvas
    points = [QPointF(*canvas.viewport.to_view(*at)).toPoint() for at in ((40, 60), (80, 60))]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    QTest.mouseMove(canvas, points[1])
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[1])
    assert (painted(studio)[60, 42:78] == (*RED, 255)).all()


def test_layers_are_made_of_the_menu_and_the_panel(studio, pen):
    session, panel = studio.parts.session, studio.layers_panel
    pen.stroke((40, 60), (80, 60))
    panel.bar.add.click()
    assert panel.work.layer.id == "paint-2"
    studio.canvas.set_brush(BrushSettings(BLUE, 6.0))
    pen.stroke((60, 40), (60, 80))
    panel.bar.blend.setCurrentIndex(panel.bar.blend.findData(BlendMode.MULTIPLY))
    panel.bar.blend.activated.emit(panel.bar.blend.currentIndex())
    assert session.document.layer("paint-2").blend is BlendMode.MULTIPLY
    assert panel.row("paint-2").detail.text() == "Multiply"
    panel.bar.merge.click()
    assert panel.work.layer.id == "paint-1"
    assert tuple(painted(studio)[45, 60]) == (*BLUE, 255)
    assert tuple(painted(studio)[60, 45]) == (*RED, 255)
    studio.commands["layer_delete"].trigger()
    assert not any(layer.kind is LayerKind.PAINT for layer in session.document.layers)
    assert panel.work.layer.id == "line"
    assert not studio.commands["layer_delete"].isEnabled()


def test_a_layer_is_named_in_its_row_by_the_keyboard(studio):
    panel, session = studio.layers_panel, studio.parts.session
    for name, key, kept in (
        ("Blush", Qt.Key.Key_Return, "Blush"),
        ("no", Qt.Key.Key_Escape, "Blush"),
    ):
        panel.list.setFocus()
        QTest.keyClick(panel.list, Qt.Key.Key_F2)
        entry = panel.row("paint-1").findChildren(NameEntry)[-1]
        QTest.keyClicks(entry, name)
        QTest.keyClick(entry, key)
        assert session.document.layer("paint-1").name == kept


def test_what_is_painted_is_saved_and_kept_for_recovery(studio, pen, qtbot, tmp_path, dialogs):
    pen.stroke((40, 60), (80, 60))
    studio.recovery.keep()
    settle(studio, qtbot)
    document = studio.parts.session.document
    assert read_project(studio.recovery.copy).document.paintings == document.paintings
    dialogs.saved = tmp_path / "rooms.tintline"
    studio.commands["save"].trigger()
    settle(studio, qtbot)
    back = read_project(dialogs.saved).document
    assert (back.layers, back.paintings) == (document.layers, document.paintings)


@pytest.mark.parametrize("name", ["brush", "eraser"])
def test_the_bar_of_the_brush_is_there_while_it_paints(studio, name):
    bar = studio.central.paint_bar
    studio.commands[f"tool_{name}"].trigger()
    assert bar.isVisible()
    bar.hardness.setValue(40)
    bar.opacity.setValue(70)
    bar.fades.click()
    brush = studio.canvas.brush
    assert (brush.hardness, brush.opacity, brush.fades) == (0.4, 0.7, True)
    studio.layers_panel.select("line")
    assert not bar.isVisible()


def test_fill_paints_regions_on_a_paint_layer_in_one_step(studio, pen, qtbot):
    studio.commands["tool_fill"].trigger()
    settle(studio, qtbot)
    pen.stroke((60, 60), (100, 60), (140, 60))
    rgba = painted(studio)
    for column in (60, 140):
        assert (rgba[26:94, column] == (*RED, 255)).all()
    assert not studio.parts.session.document.hints.hints
    studio.commands["undo"].trigger()
    assert not painted(studio).any()


def test_nothing_outlines_what_a_hint_would_reach_while_the_brush_paints(studio, qtbot):
    settle(studio, qtbot)
    QTest.mouseMove(studio.canvas, QPointF(*studio.canvas.viewport.to_view(60, 60)).toPoint())
    assert studio.canvas.overlay.reach.area is None
