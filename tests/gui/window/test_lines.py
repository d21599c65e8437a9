"""What of the drawing is line, as the window finds it out, shows it and is told."""

import numpy as np
import pytest

from app.document.edits import AddHint
from app.document.project_file import new_project, read_project
from models.hints.hints import PointHint
from models.regions.drawn_lines import LineKind
from tests.helpers.drawn_papers import dark_sheets, inked, on_nothing, opaque, plain
from tests.helpers.fakes import save_project
from tests.helpers.idle import settle

BLUE = (51, 102, 204)


def colored(window, qtbot, rgba_u8):
    """Open a drawing and put a hint into its hair."""
    session = window.parts.session
    session.open(new_project(rgba_u8, "girl"))
    session.apply(AddHint(PointHint(160, 50, BLUE, 3)))
    qtbot.waitUntil(lambda: "obeyed 1/1" in window.status_line.report_text)
    settle(window, qtbot)
    return session


def shown_at(window, x, y):
    """The colour of the picture on screen."""
    canvas = window.canvas
    canvas.zoom_to(1.0)
    view = canvas.viewport.to_view(x + 0.5, y + 0.5)
    image = canvas.grab().toImage()
    pixel = image.pixelColor(int(view[0]), int(view[1]))
    return pixel.red(), pixel.green(), pixel.blue()


def choose(window, qtbot, kind):
    window.lines.choices[kind].trigger()
    settle(window, qtbot)


@pytest.mark.parametrize(
    ("sheet", "kind", "text"),
    [
        (opaque(plain()[..., None]), LineKind.DARK, "dark lines"),
        (inked((32, 64, 160), (255, 255, 255)), LineKind.LIGHT, "light lines"),
        (on_nothing((110, 190, 255)), LineKind.ALPHA, "ink on nothing"),
    ],
)
def test_kind_is_found_out_and_shown_and_fills_are_visible(
    watershed_window, qtbot, sheet, kind, text
):
    window = watershed_window
    session = colored(window, qtbot, sheet)
    assert session.document.line_kind is kind
    assert window.lines.button.isVisible()
    assert window.lines.button.text() == text
    assert window.lines.choices[None].isChecked()
    assert shown_at(window, 160, 40) == BLUE
    assert len(session.history.titles) == 2  # opened, and a hint set


def test_kind_is_chosen_and_undone(watershed_window, qtbot):
    window = watershed_window
    sheet = inked(0, 255)
    session = colored(window, qtbot, sheet)
    read = session.document.lines
    choose(window, qtbot, LineKind.DARK)
    assert window.lines.button.text() == "dark lines"
    assert "you chose" in window.lines.button.toolTip()
    assert np.array_equal(session.document.line_art.pixels, sheet[..., 0])
    assert session.history.undo_title == "Lines: dark"
    assert shown_at(window, 160, 40) == (0, 0, 0)
    session.undo()
    settle(window, qtbot)
    assert session.document.lines == read
    assert window.lines.choices[None].isChecked()
    assert shown_at(window, 160, 40) == BLUE
    assert np.array_equal(session.pixels.get("line"), sheet)


def test_what_cannot_be_line_is_refused(watershed_window, qtbot):
    window = watershed_window
    session = colored(window, qtbot, inked(0, 255))
    before = session.document
    choose(window, qtbot, LineKind.ALPHA)
    assert "choose dark or light" in window.banner_text
    assert session.document is before
    assert window.lines.choices[None].isChecked()


def test_paper_is_taken_off_and_kept_in_the_project(watershed_window, qtbot, tmp_path):
    window = watershed_window
    sheet = dark_sheets()["hard shadow"]
    session = colored(window, qtbot, sheet)
    dark = shown_at(window, 175, 45)
    assert max(dark) < 190
    window.lines.clean.trigger()
    assert session.history.undo_title == "Lines: find out, paper off"
    assert window.lines.button.text() == "dark lines · no paper"
    assert shown_at(window, 175, 45) == BLUE
    path = tmp_path / "girl.tintline"
    save_project(session, path)
    session.open(new_project(sheet, "another"))
    assert not window.lines.clean.isChecked()
    session.open(read_project(path), path)
    settle(window, qtbot)
    assert window.lines.clean.isChecked()
    assert shown_at(window, 175, 45) == BLUE
    assert np.array_equal(session.pixels.get("line"), sheet)
    window.lines.clean.trigger()
    assert shown_at(window, 175, 45) == dark


def test_chosen_kind_is_kept_in_the_project(watershed_window, qtbot, tmp_path):
    window = watershed_window
    session = colored(window, qtbot, on_nothing((0, 0, 0)))
    choose(window, qtbot, LineKind.DARK)
    lines = session.document.lines
    path = tmp_path / "girl.tintline"
    save_project(session, path)
    session.open(new_project(inked(0, 255), "another"))
    session.open(read_project(path), path)
    assert session.document.lines == lines
    assert session.document.is_line_kind_set
    assert session.document.layer("line").blend.value == "multiply"


def test_gaps_are_looked_for_in_the_lines_as_they_are_read(watershed_window, qtbot):
    window = watershed_window
    sheet = inked(0, 255)
    sheet[185:191, 205:215, :3] = 0
    session = colored(window, qtbot, sheet)
    window.commands["leaks"].trigger()
    settle(window, qtbot)
    found = window.status_line.task_text
    assert "1 left open" in found
    choose(window, qtbot, LineKind.DARK)
    assert window.status_line.task_text != found
    session.undo()
    settle(window, qtbot)
    assert window.status_line.task_text == found
