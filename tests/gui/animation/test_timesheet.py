"""A cut of three cels in the window: from dropping its sheet to the finished folder."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.animation.cut import HINTS, CutLook, default_out
from app.document.references.edits import RemoveReference
from models.matching.references import References
from models.matching.sheets import Reference
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cut_steps import facts
from tests.helpers.figures.cel_cut import BLUE, GREEN, RED, write_cel_cut


@pytest.fixture
def dropped(make_window, tmp_path, qtbot):
    """A window on which the sheet was dropped, and the folder of results."""
    frames = tmp_path / "cut012"
    out = default_out(frames)
    sheet = write_cel_cut(frames, out / HINTS)
    window = make_window(lambda _name: Colorizer(WatershedGenerator()), Catalog(()))
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(sheet))])
    action, button, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    entered = QDragEnterEvent(QPoint(40, 40), action, content, button, none)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(40, 40), action, content, button, none))
    qtbot.waitUntil(lambda: window.animation.plan is not None)
    return window, out


def at(path, x, y):
    with Image.open(path) as picture:
        return picture.convert("RGB").getpixel((x, y))


def test_a_dropped_sheet_opens_its_cut_and_the_cut_is_finished_by_it(dropped, qtbot):
    window, out = dropped
    plan = window.animation.plan
    shown = {plan.frames[index].label for index in plan.selected}
    assert shown == {"A/0001", "A.R1/0002", "B/0001", "C/0001"}
    assert "C 7, which nobody drew" in " ".join(facts(window).values())
    qtbot.waitUntil(window.batch_panel.start_button.isEnabled)
    qtbot.mouseClick(window.batch_panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((out / "cut" / "0006.png").exists)
    qtbot.waitUntil(lambda: not window.parts.frames.is_busy)
    assert at(out / "cut" / "0001.png", 20, 20) == RED
    assert at(out / "cut" / "0002.png", 40, 40) == BLUE
    assert at(out / "cut" / "0003.png", 28, 20) == GREEN
    assert not (out / "A" / "0002.png").exists()
    assert (out / "colour" / "B" / "0001.png").exists()
    assert (out / "line" / "A.R1" / "0002.png").exists()
    assert not window.banner_text


def test_a_frame_takes_colors_from_its_own_layer_and_the_cut_keeps_all(dropped, qtbot):
    window, _ = dropped
    pictures = [
        Reference(np.full((8, 8, 3), number, dtype=np.uint8), name, layer=layer)
        for number, (name, layer) in enumerate({"all": "", "hana": "A", "ren": "B"}.items())
    ]
    window.parts.live.set_live(False)  # the watershed cannot compare
    animation, session = window.animation, window.parts.session
    animation.keep_look(CutLook(references=References(tuple(pictures))))
    row = [frame.label for frame in animation.plan.frames].index("B/0001")
    animation.open_frame(row)
    qtbot.waitUntil(lambda: animation.frame_canvas.row == row)
    told = session.document.references
    assert [picture.name for _, picture in told.telling] == ["all", "ren"]
    session.apply(RemoveReference(0))
    assert [picture.name for _, picture in session.document.references.telling] == ["ren"]
    animation.frame_canvas.flush()
    assert animation.plan.references.pictures == tuple(pictures[1:])
    assert animation.plan.references.layers is None


def test_playback_follows_the_sheet_with_every_layer(dropped, qtbot):
    window, out = dropped
    player = window.batch_panel.player
    order = window.animation._cut.sheet.order()
    assert player.playback.count == len(order) == 6
    assert player.shot == order[0]
    assert len(order[1]) == 3
    qtbot.waitUntil(window.batch_panel.start_button.isEnabled)
    qtbot.mouseClick(window.batch_panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((out / "cut" / "0006.png").exists)
    qtbot.waitUntil(lambda: not window.parts.frames.is_busy)
    window.batch_panel.tabs.setCurrentWidget(player)
    for position, places in ((1, {(20, 20): RED, (40, 40): BLUE}), (5, {(40, 40): (255,) * 3})):
        player.playback.seek(position)
        qtbot.waitUntil(lambda: player.shot in player._images)
        image = player._images[player.shot]
        for place, color in places.items():
            shown = image.pixelColor(*(round(each * image.width() / 64) for each in place))
            assert (shown.red(), shown.green(), shown.blue()) == color
