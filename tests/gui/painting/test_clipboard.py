"""Copy, cut and paste of pixels and hints, and a pasted picture that is moved, scaled, turned."""

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.canvas.painting.placing import Placing
from app.document.edits import AddHint, SetLayerOpacity, SetLayerVisible
from app.document.project_file import read_project
from app.document.selecting.edits import Select
from app.document.selecting.selection import Selection
from app.qimage import image_from_rgba, rgba_from_image
from app.window.painting.clipboard import HINTS_FORMAT
from models.geometry import Rect, Size
from models.hints.hints import PointHint
from tests.helpers.idle import settle

RED, BLUE = (200, 40, 40), (40, 60, 200)
AREA = Rect(50, 50, 70, 70)


@pytest.fixture
def painted(studio, pen):
    """A stroke of paint across a selected square."""
    pen.stroke((40, 60), (80, 60))
    document = studio.parts.session.document
    square = Selection.of(AREA, np.ones(AREA.shape, dtype=bool))
    studio.parts.session.apply(Select(square))
    assert document.paintings
    return studio


def pixels(window, layer_id):
    document = window.parts.session.document
    return document.painting(layer_id).pixels(Rect.of(document.size))


def drag(window, *points):
    canvas = window.canvas
    spots = [QPointF(*canvas.viewport.to_view(*at)).toPoint() for at in points]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(canvas, spot)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=spots[-1])


def test_what_is_copied_is_a_picture_with_alpha_for_every_program(painted):
    painted.commands["copy"].trigger()
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasImage()
    rgba = rgba_from_image(content.imageData())
    before = pixels(painted, "paint-1")[AREA.slices]
    shown = rgba[..., 3] > 0
    assert (rgba[shown] == (*RED, 255)).all()
    assert shown.sum() == (before[..., 3] > 0).sum()


def test_a_group_is_copied_as_it_shows(painted):
    window, session = painted, painted.parts.session
    window.commands["layer_group"].trigger()
    window.commands["layer_group"].trigger()
    session.apply(SetLayerOpacity("group-2", 0.5))
    window.layers_panel.select("group-1")
    window.commands["copy"].trigger()
    rgba = rgba_from_image(QGuiApplication.clipboard().mimeData().imageData())
    assert set(rgba[..., 3][rgba[..., 3] > 0]) == {128}
    session.apply(SetLayerVisible("group-2", False))
    window.commands["copy"].trigger()
    assert "nothing to copy" in window.banner_text
    window.commands["paste"].trigger()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    placed = pixels(window, "paint-2")
    assert placed[..., 3].max() == 128
    assert (placed[..., 3] > 0).sum() == (rgba[..., 3] > 0).sum()


def test_cut_and_pasted_pixels_come_back_where_they_were_to_the_bit(painted):
    before = pixels(painted, "paint-1")
    painted.commands["cut"].trigger()
    rest = pixels(painted, "paint-1")
    assert not rest[AREA.slices].any()
    painted.commands["paste"].trigger()
    assert painted.painting.place_bar.isVisible()
    QTest.keyClick(painted.canvas, Qt.Key.Key_Return)
    pasted = pixels(painted, "paint-2")
    assert (np.where(pasted[..., 3:] > 0, pasted, rest) == before).all()
    assert not painted.painting.place_bar.isVisible()
    painted.commands["undo"].trigger()
    painted.commands["undo"].trigger()
    assert (pixels(painted, "paint-1") == before).all()


def test_escape_pastes_nothing(painted):
    painted.commands["copy"].trigger()
    before = painted.parts.session.document
    painted.commands["paste"].trigger()
    QTest.keyClick(painted.canvas, Qt.Key.Key_Escape)
    assert painted.parts.session.document is before
    assert painted.painting.placer.placing is None


def test_a_picture_of_another_program_is_dragged_scaled_and_turned(studio):
    rgba = np.zeros((20, 40, 4), dtype=np.uint8)
    rgba[:] = (*BLUE, 255)
    QGuiApplication.clipboard().setImage(image_from_rgba(rgba))
    studio.commands["paste"].trigger()
    placer = studio.painting.placer
    x, y = placer.placing.x, placer.placing.y
    drag(studio, (x, y), (x - 20, y + 10))
    assert placer.placing.x == pytest.approx(x - 20, abs=1)
    corner = placer.placing.corners[2]
    middle = placer.placing.x, placer.placing.y
    far = tuple(m + 2 * (c - m) for m, c in zip(middle, corner, strict=True))
    drag(studio, corner, far)
    assert placer.placing.scale == pytest.approx(2, abs=0.1)
    arm = placer.placing.arm(studio.canvas.pixel_size)
    drag(studio, arm, (middle[0] + 60, middle[1] + 1))
    assert placer.placing.angle == 90
    QTest.keyClick(studio.canvas, Qt.Key.Key_Left)
    studio.painting.place_bar.size_percent.setValue(100)
    studio.painting.place_bar.keep.click()
    shown = pixels(studio, "paint-2")[..., 3] == 255
    box = Rect.around(shown)
    assert box.shape == pytest.approx((40, 20), abs=1)


def test_another_tool_keeps_what_is_placed(painted):
    painted.commands["copy"].trigger()
    painted.commands["paste"].trigger()
    painted.commands["tool_eraser"].trigger()
    assert pixels(painted, "paint-2").any()


@pytest.mark.parametrize("command", ["save_as", "export_psd", "export_png"])
def test_what_is_placed_is_in_what_is_written(painted, command, dialogs, tmp_path, qtbot):
    endings = {"save_as": ".tintline", "export_psd": ".psd", "export_png": ".png"}
    dialogs.saved = tmp_path / f"out{endings[command]}"
    painted.commands["copy"].trigger()
    painted.commands["paste"].trigger()
    painted.commands[command].trigger()
    assert painted.painting.placer.placing is None
    assert pixels(painted, "paint-2").any()
    settle(painted, qtbot)
    assert dialogs.saved.is_file()


def test_a_copy_of_unsaved_work_holds_what_is_placed_and_leaves_it_in_the_hand(painted, qtbot):
    painted.commands["copy"].trigger()
    painted.commands["paste"].trigger()
    painted.recovery.keep()
    settle(painted, qtbot)
    assert painted.painting.placer.placing is not None
    kept = read_project(painted.recovery.copy).document
    assert kept.painting("paint-2").tiles
    assert "paint-2" not in painted.parts.session.document.paintings


def test_what_is_placed_on_a_saved_drawing_is_kept_until_it_is_given_up(painted, qtbot):
    painted.commands["copy"].trigger()
    painted.parts.session.mark_saved()
    painted.recovery.set_keep_after(0)
    painted.commands["paste"].trigger()
    qtbot.waitUntil(lambda: painted.recovery.copy is not None and painted.recovery.copy.is_file())
    settle(painted, qtbot)
    assert read_project(painted.recovery.copy).document.painting("paint-2").tiles
    QTest.keyClick(painted.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: painted.recovery.copy is None)


@pytest.mark.parametrize("command", ["cut", "delete_paint"])
def test_what_cannot_be_taken_away_says_why(painted, command):
    session, before = painted.parts.session, pixels(painted, "paint-1")
    painted.layers_panel.bar.lock.click()
    painted.commands[command].trigger()
    assert "locked" in painted.banner_text
    painted.layers_panel.bar.lock.click()
    session.apply(SetLayerVisible("paint-1", False))
    painted.commands[command].trigger()
    assert "hidden" in painted.banner_text
    assert (pixels(painted, "paint-1") == before).all()
    session.apply(SetLayerVisible("paint-1", True))
    painted.commands[command].trigger()
    assert not (pixels(painted, "paint-1") == before).all()


def test_hidden_hints_are_not_cut(studio):
    studio.parts.session.apply(AddHint(PointHint(40, 60, RED)))
    studio.layers_panel.select("hints")
    studio.parts.session.apply(SetLayerVisible("hints", False))
    studio.commands["cut"].trigger()
    assert "hidden" in studio.banner_text
    assert len(studio.parts.session.document.hints) == 1


def test_hints_are_copied_cut_and_pasted_in_their_colors(studio, qtbot):
    session = studio.parts.session
    session.apply(AddHint(PointHint(60, 60, RED, 3)))
    session.apply(AddHint(PointHint(140, 60, BLUE, 3)))
    square = Selection.of(AREA, np.ones(AREA.shape, dtype=bool))
    session.apply(Select(square))
    studio.layers_panel.select("hints")
    studio.commands["cut"].trigger()
    assert [hint.color for hint in session.document.shown_hints] == [BLUE]
    studio.commands["paste"].trigger()
    assert [hint.color for hint in session.document.shown_hints] == [BLUE, RED]
    assert session.history.undo_title == "Paste hints"
    settle(studio, qtbot)


@pytest.mark.parametrize("encoded", [b"", b"{}", b"\xff\xfe", b'{"version": 1, "hints": [3]}'])
def test_what_are_no_hints_is_told(studio, encoded):
    content = QMimeData()
    content.setData(HINTS_FORMAT, QByteArray(encoded))
    QGuiApplication.clipboard().setMimeData(content)
    before = studio.parts.session.document
    studio.commands["paste"].trigger()
    assert studio.parts.session.document is before
    assert studio.banner_text


def test_an_empty_clipboard_and_an_empty_layer_are_told(studio):
    studio.commands["paste"].trigger()
    assert "no picture" in studio.banner_text
    studio.commands["copy"].trigger()
    assert "nothing to copy" in studio.banner_text


def test_the_lines_can_be_copied_and_stay(studio):
    studio.layers_panel.select("line")
    studio.commands["cut"].trigger()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    assert "Only paint" in studio.banner_text


@pytest.mark.parametrize(("shape", "scale"), [((1000, 3), 0.5), ((3, 1000), 0.5), ((900, 15), 0.1)])
def test_a_narrow_picture_keeps_its_length(shape, scale):
    """However its width is rounded when it is made smaller."""
    rgba = np.full((*shape, 4), 255, dtype=np.uint8)
    _, made = Placing(rgba, 300, 300, scale=scale).rendered(Size(600, 600))
    shown = Rect.around(made[..., 3] > 127).shape
    assert shown == pytest.approx([side * scale for side in shape], abs=1)


@pytest.mark.parametrize("angle", [0, 90, 180, -90])
def test_a_quarter_turn_loses_no_color(angle):
    rgba = np.zeros((8, 8, 4), dtype=np.uint8)
    rgba[:4] = (*RED, 255)
    area, made = Placing(rgba, 20, 20, angle=angle).rendered(Size(40, 40))
    whole = np.zeros((40, 40, 4), dtype=np.uint8)
    whole[area.slices] = made
    assert (whole[16:24, 16:24] == np.rot90(rgba, -angle // 90)).all()
    assert whole[..., 3].sum() == 255 * 32


COPY_AND_END = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from app.window.painting.clipboard import PLACE_FORMAT, leave_picture
application = QGuiApplication([])
image = QImage(5, 7, QImage.Format.Format_RGBA8888)
image.fill(9)
content = QMimeData()
content.setImageData(image)
content.setData(PLACE_FORMAT, b"0 0")
QGuiApplication.clipboard().setMimeData(content)
leave_picture()
print(QGuiApplication.clipboard().image() == image)
"""


def test_the_program_ends_well_with_a_picture_on_the_clipboard():
    """Without handing it over it crashed once Python had ended."""
    told = subprocess.run(
        [sys.executable, "-c", COPY_AND_END], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "True\n"), told.stderr
