"""The window's layers: what hints, palette and trace lines made of a drawing is shown."""

import cv2
import numpy as np
from PIL import Image

from app.document.edits import AddHint, SetLayerVisible, SetPalette
from app.document.palette import Palette
from app.document.project_file import new_project
from models.hints.hints import PointHint
from tests.helpers.fakes import drawing
from tests.helpers.idle import settle

RED, BLUE, SKIN = (200, 30, 30), (48, 96, 192), (240, 200, 160)


def report(window, qtbot, text):
    qtbot.waitUntil(lambda: text in window.status_line.report_text)
    settle(window, qtbot)


def rooms() -> np.ndarray:
    """A black frame with a wall in the middle, and a red trace line in its right room."""
    rgb = np.full((120, 160, 3), 255, np.uint8)
    cv2.rectangle(rgb, (8, 8), (151, 111), (0, 0, 0), 2)
    cv2.line(rgb, (80, 8), (80, 111), (0, 0, 0), 2)
    cv2.line(rgb, (130, 9), (130, 110), (220, 40, 40), 2, cv2.LINE_AA)
    return rgb


def test_status_bar_counts_obeyed_hints(watershed_window, qtbot):
    window = watershed_window
    session = window.parts.session
    settle(window, qtbot)
    assert "hints" not in window.status_line.report_text
    session.apply(AddHint(PointHint(30, 20, RED, 2)))
    report(window, qtbot, "hints obeyed 1/1")
    session.open(new_project(drawing(), "another"))
    assert "hints" not in window.status_line.report_text
    settle(window, qtbot)


def test_locked_palette_tells_what_it_moved_and_what_was_close(watershed_window, qtbot):
    window = watershed_window
    session = window.parts.session
    swatches = ((44, 88, 180), (52, 104, 204))
    session.apply(SetPalette(Palette(swatches, locked=True)))
    session.apply(AddHint(PointHint(30, 20, BLUE, 2)))
    report(window, qtbot, "hints obeyed 1/1")
    assert "off palette" in window.status_line.report_text
    assert "→ 0 px" in window.status_line.report_text
    assert "1 ambiguous" in window.status_line.report_text
    assert "#3060c0 at" in window.status_line.report_details
    assert "#2c58b4" in window.status_line.report_details
    assert "#3468cc" in window.status_line.report_details


def test_flats_shade_and_highlight_in_place_of_the_color_are_the_color(
    watershed_window, qtbot, dialogs, tmp_path
):
    window = watershed_window
    session = window.parts.session
    path = tmp_path / "traced.png"
    Image.fromarray(rooms()).save(path)
    dialogs.opened = path
    window.commands["open_traced"].trigger()
    qtbot.waitUntil(lambda: session.document.name == "traced")
    session.apply(AddHint(PointHint(40, 60, SKIN, 3)))
    session.apply(AddHint(PointHint(100, 60, BLUE, 3)))
    report(window, qtbot, "hints obeyed 2/2")
    color = session.pixels.get("colour")[..., :3]
    assert tuple(color[60, 110]) == BLUE
    assert (color[60, 142] < BLUE).all()
    line = session.pixels.get("line")[..., :3]
    assert (line[20:100, 120:140] >= 245).all()
    layers = {
        name: session.pixels.get(name)[..., :3] / 255 for name in ("flats", "shade", "highlight")
    }
    made = 1 - (1 - layers["flats"] * layers["shade"]) * (1 - layers["highlight"])
    assert np.abs(made * 255 - color).max() <= 2
    session.apply(SetLayerVisible("highlight", True))
    assert window.layers_panel.row("highlight").eye.toolTip() == "Hide Highlight"
    settle(window, qtbot)


def test_picture_without_trace_lines_is_opened_with_a_word(window, dialogs, picture_file, qtbot):
    dialogs.opened = picture_file
    window.commands["open_traced"].trigger()
    qtbot.waitUntil(lambda: "trace lines were found" in window.banner_text)
    settle(window, qtbot)
    assert window.parts.session.document.trace is None
