"""Groups in the layers panel: by button, menu, keys and dragging, with undo."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.document.layer import MOST_NESTED, groups_around
from app.panels.layers.rows import INDENT
from tests.helpers.idle import settle

RED = (200, 40, 40)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def three(studio, pen):
    """Paint layers 1 to 3, a red stroke on the first, the first one chosen."""
    pen.stroke((40, 60), (80, 60))
    for _ in range(2):
        studio.commands["layer_add"].trigger()
    studio.layers_panel.select("paint-1")
    return studio


def own(window):
    """What is the artist's, topmost first, a dot for each group around it."""
    layers = window.parts.session.document.layers
    return [
        each.id + "." * len(groups_around(layers, each)) for each in layers[::-1] if "-" in each.id
    ]


def drop(window, layer_id, target_id, *, share):
    """Let a row go over another, so far down in that."""
    rows = window.layers_panel.list
    names = [each.id for each in window.parts.session.document.layers[::-1]]
    rows.setCurrentRow(names.index(layer_id))
    place = rows.visualItemRect(rows.item(names.index(target_id)))
    at = QPointF(place.center().x(), place.top() + share * place.height())
    rows.dropIndicatorPosition = lambda: (
        rows.DropIndicatorPosition.AboveItem if share < 0.2
        else rows.DropIndicatorPosition.BelowItem if share > 0.8
        else rows.DropIndicatorPosition.OnItem
    )  # fmt: skip
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    rows.dropEvent(QDropEvent(at, move, QMimeData(), left, plain))


def test_button_menu_and_keys_group_and_ungroup(three):
    bar, panel = three.layers_panel.bar, three.layers_panel
    bar.group.click()
    assert own(three) == ["paint-3", "paint-2", "group-1", "paint-1."]
    assert panel.row("paint-1").layout().contentsMargins().left() >= INDENT
    assert bar.group.accessibleName() == "Group the layer"
    panel.select("group-1")
    assert bar.group.accessibleName() == "Ungroup the layers"
    panel.select("paint-1")
    three.commands["undo"].trigger()
    assert own(three) == ["paint-3", "paint-2", "paint-1"]
    three.commands["layer_group"].trigger()
    three.commands["layer_ungroup"].trigger()
    assert own(three) == ["paint-3", "paint-2", "paint-1"]
    three.commands["layer_group"].trigger()
    panel.select("group-1")
    texts = [action.text() for action in panel.make_menu().actions() if action.text()]
    assert {"Rename…", "Ungroup", "Merge group", "Delete group"} <= set(texts)


def test_rows_are_dragged_into_a_group_and_out_again(three):
    three.layers_panel.bar.group.click()
    drop(three, "paint-3", "group-1", share=0.5)
    assert own(three) == ["paint-2", "group-1", "paint-3.", "paint-1."]
    drop(three, "paint-2", "paint-1", share=0.5)
    assert own(three) == ["group-1", "paint-3.", "paint-2.", "paint-1."]
    drop(three, "paint-3", "group-1", share=0.1)
    assert own(three) == ["paint-3", "group-1", "paint-2.", "paint-1."]
    drop(three, "group-1", "paint-3", share=0.1)
    assert own(three) == ["group-1", "paint-2.", "paint-1.", "paint-3"]


def test_groups_are_put_into_groups_by_keys_button_and_dragging(three):
    panel, commands = three.layers_panel, three.commands
    commands["layer_group"].trigger()
    panel.select("group-1")
    commands["layer_group"].trigger()
    assert own(three) == ["paint-3", "paint-2", "group-2", "group-1.", "paint-1.."]
    assert panel.row("paint-1").layout().contentsMargins().left() >= 2 * INDENT
    drop(three, "paint-3", "group-1", share=0.5)
    assert own(three) == ["paint-2", "group-2", "group-1.", "paint-3..", "paint-1.."]
    drop(three, "group-1", "group-2", share=0.1)
    assert own(three) == ["paint-2", "group-1", "paint-3.", "paint-1."]
    panel.select("paint-2")
    panel.bar.group.click()
    drop(three, "group-1", "group-2", share=0.5)
    assert own(three) == ["group-2", "group-1.", "paint-3..", "paint-1..", "paint-2."]
    drop(three, "group-2", "paint-1", share=0.5)
    assert own(three) == ["group-2", "group-1.", "paint-3..", "paint-1..", "paint-2."]
    panel.select("group-1")
    commands["layer_ungroup"].trigger()
    assert own(three) == ["group-2", "paint-3.", "paint-1.", "paint-2."]
    commands["undo"].trigger()
    panel.select("group-1")
    QTest.keyClick(panel.list, Qt.Key.Key_Up, ALT)
    assert own(three) == ["group-1", "paint-3.", "paint-1.", "group-2", "paint-2."]


def test_too_many_groups_within_each_other_are_refused_and_said(three):
    for _ in range(MOST_NESTED):
        three.commands["layer_group"].trigger()
    before = three.parts.session.document
    three.commands["layer_group"].trigger()
    assert three.parts.session.document is before
    assert str(MOST_NESTED) in three.banner_text


def test_alt_and_arrows_lead_in_and_out(three):
    panel = three.layers_panel
    panel.bar.group.click()
    panel.select("paint-2")
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    assert own(three) == ["paint-3", "group-1", "paint-2.", "paint-1."]
    for _ in range(2):
        QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    assert own(three) == ["paint-3", "group-1", "paint-1.", "paint-2"]


def test_a_group_fades_hides_and_merges_what_is_in_it(three, pen, qtbot):
    panel, session = three.layers_panel, three.parts.session
    three.canvas.zoom_to(1.0)
    panel.bar.group.click()
    panel.select("group-1")
    panel.opacity.setValue(50)
    spot = QPointF(*three.canvas.viewport.to_view(60.5, 60.5)).toPoint()

    def seen():
        return three.canvas.grab().toImage().pixelColor(spot).getRgb()[:3]

    assert all(abs(a - (b + 255) / 2) <= 1 for a, b in zip(seen(), RED, strict=True))
    QTest.mouseClick(panel.row("group-1").eye, Qt.MouseButton.LeftButton)
    assert seen() == (255, 255, 255)
    panel.select("paint-1")
    before = session.document
    pen.stroke((40, 70), (80, 70))
    assert session.document is before
    assert "hidden" in three.banner_text
    QTest.mouseClick(panel.row("group-1").eye, Qt.MouseButton.LeftButton)
    panel.select("group-1")
    panel.bar.merge.click()
    assert own(three) == ["paint-3", "paint-2", "paint-1"]
    assert session.document.layer("paint-1").opacity == 0.5
    assert session.history.undo_title == "Merge group"
    settle(three, qtbot)


def test_a_stroke_in_a_group_is_seen_while_the_pen_is_down(three, pen):
    three.layers_panel.bar.group.click()
    three.layers_panel.select("paint-1")
    three.canvas.zoom_to(1.0)
    three.canvas.grab()
    pen.press((40, 30))
    pen.move((80, 30))
    spot = QPointF(*three.canvas.viewport.to_view(60.5, 30.5)).toPoint()
    assert three.canvas.grab().toImage().pixelColor(spot).getRgb()[:3] == RED
    pen.release((80, 30))


def test_the_layer_that_a_group_is_merged_into_is_chosen(three):
    work = three.layers_panel.work
    work.group()
    for layer_id in ("paint-2", "paint-3"):
        drop(three, layer_id, "group-1", share=0.5)
    three.layers_panel.select("group-1")
    work.merge_down()
    merged = [layer for layer in own(three) if layer != "hints"]
    assert work.layer.id == merged[0]
    assert len(merged) == 1


def test_the_layer_below_a_deleted_group_is_chosen(three):
    work = three.layers_panel.work
    three.layers_panel.select("paint-2")
    work.group()
    drop(three, "paint-3", "group-1", share=0.5)
    three.layers_panel.select("group-1")
    work.remove()
    assert own(three) == ["paint-1"]
    assert work.layer.id == "paint-1"
