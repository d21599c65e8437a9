"""Doubtful regions of a cut: gone through by a key, corrected once, counted."""

import pytest
from PySide6.QtCore import Qt

from app.document.edits import AddHint
from app.panels.batch.frames import FrameState
from models.hints.hints import PointHint
from models.pictures.files import read_picture
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cut_steps import (
    BLUE,
    COUNT,
    GREEN,
    RED,
    choose,
    color_all,
    facts,
    give_hints,
    out_of,
    press,
    settle,
    states,
    write_cut,
)

BOX_AND_GROUND = ((32.0, 20.0, RED), (4.0, 4.0, GREEN))


@pytest.fixture
def studio(make_window, dialogs, tmp_path, qtbot):
    """A cut without any hint, its first frame open."""
    folder = write_cut(tmp_path / "walk")
    window = make_window(lambda _name: Colorizer(WatershedGenerator()), Catalog(()))
    choose(window, dialogs, folder, qtbot)
    window.folder = folder
    return window


@pytest.fixture
def colored(studio, qtbot):
    """The cut, whose disc was left white in the first frame, coloured and reported."""
    give_hints(studio, *BOX_AND_GROUND, (32.0, 35.0, (255, 255, 255)))
    qtbot.waitUntil(lambda: "walk_001" in facts(studio)["Key frames"])
    color_all(studio, qtbot)
    return studio


def test_key_opens_each_place_of_the_report_in_turn_and_zooms_to_it(studio, qtbot):
    colored, page, canvas = studio, studio.batch_panel.report_page, studio.canvas
    color_all(colored, qtbot)  # everything is left white
    places = [finding for finding in page.findings if finding.spot is not None]
    assert places, "the report lists no place"
    seen = []
    for finding in page.findings:
        press(colored, Qt.Key.Key_D)
        qtbot.waitUntil(lambda row=finding.row: colored.animation.frame_canvas.row == row)
        settle(colored, qtbot)
        assert page.findings[page.list.currentRow()] == finding
        if finding.spot is not None:
            x, y = canvas.viewport.to_view(*finding.spot)
            middle = canvas.viewport.width / 2, canvas.viewport.height / 2
            assert abs(x - middle[0]) < 0.2 * canvas.width()
            assert abs(y - middle[1]) < 0.2 * canvas.height()
        seen.append(finding)
    press(colored, Qt.Key.Key_D)  # around at the end
    assert page.list.currentRow() == 0
    press(colored, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.currentRow() == len(page.findings) - 1
    settle(colored, qtbot)


def test_region_corrected_once_is_right_in_every_frame_and_counted(colored, qtbot):
    panel, session = colored.batch_panel, colored.parts.session
    colored.animation.open_frame(1)
    qtbot.waitUntil(lambda: session.document.name == "walk_002")
    settle(colored, qtbot)
    session.apply(AddHint(PointHint(34.0, 35.0, BLUE, 2.0)))
    qtbot.waitUntil(lambda: FrameState.OUTDATED in states(colored))
    item = panel.filmstrip.frames.item(1)
    assert item.corrections == 1
    assert "1 place corrected by hand" in panel.filmstrip.frames.describe(item)
    assert "1 place in 1 frame" in panel.report_page.corrections.text()
    press(colored, Qt.Key.Key_D)  # goes on, and lets the others follow
    qtbot.waitUntil(lambda: states(colored) == [FrameState.DONE] * COUNT)
    settle(colored, qtbot)
    for number, step in ((3, 2), (4, 2), (6, 3)):
        rgba_u8 = read_picture(out_of(colored.folder) / f"walk_{number:03d}.png").rgba_u8
        assert tuple(rgba_u8[35, 32 + 2 * step, :3]) == BLUE
    assert colored.animation._corrections.counts == {"walk_002": 1}
    colored.animation._corrections.load(out_of(colored.folder))
    assert colored.animation._corrections.counts == {"walk_002": 1}


def test_correction_taken_back_counts_no_more(colored, qtbot):
    session = colored.parts.session
    colored.animation.open_frame(1)
    qtbot.waitUntil(lambda: session.document.name == "walk_002")
    settle(colored, qtbot)
    session.apply(AddHint(PointHint(34.0, 35.0, BLUE, 2.0)))
    qtbot.waitUntil(lambda: colored.animation._corrections.counts == {"walk_002": 1})
    session.undo()
    qtbot.waitUntil(lambda: colored.animation._corrections.counts == {})
    assert not colored.batch_panel.report_page.corrections.isVisible()
    settle(colored, qtbot)
