"""Colour pops of a cut: listed, gone to by a key, and playback halts there if it is asked to."""

import json

import pytest
from PySide6.QtCore import Qt

from app.animation.cut import HINTS
from models.hints.hint_files import write_hints
from models.hints.hints import HintSet, PointHint
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cut_steps import (
    BLUE,
    GREEN,
    RED,
    choose,
    color_all,
    out_of,
    press,
    settle,
    write_cut,
)
from tests.helpers.fakes import FakeClock


@pytest.fixture
def colored(make_window, dialogs, tmp_path, qtbot):
    """A cut whose disc is green in its second frame and blue around it, coloured and reported."""
    folder = write_cut(tmp_path / "walk")
    (out_of(folder) / HINTS).mkdir(parents=True)
    for number, disc in ((1, BLUE), (2, GREEN), (3, BLUE)):
        across = 2.0 * (number - 1)
        hints = (PointHint(32 + across, 20, RED), PointHint(32 + across, 35, disc))
        path = out_of(folder) / HINTS / f"walk_{number:03d}.hints.json"
        write_hints(HintSet((*hints, PointHint(4, 4, (250, 250, 250)))), path)
    window = make_window(lambda _name: Colorizer(WatershedGenerator()), Catalog(()))
    choose(window, dialogs, folder, qtbot)
    color_all(window, qtbot)
    window.clock = FakeClock()
    window.batch_panel.player.playback._clock = window.clock
    window.batch_panel.player.playback.seek(0)
    window.folder = folder
    return window


def go_on(window, frames):
    """Let so many frames pass."""
    playback = window.batch_panel.player.playback
    window.clock.advance(frames / playback.fps + 1e-4)
    playback.tick()


def test_a_pop_is_listed_and_a_key_goes_to_it(colored, qtbot):
    report = json.loads((out_of(colored.folder) / "report.json").read_text())
    (pop,) = report["pops"]
    assert (pop["frame"], pop["frames"]) == ("walk_002", [2, 2])
    assert (pop["colour"], pop["expected"]) == ("#28a03c", "#283cc8")
    page = colored.batch_panel.report_page
    assert [finding.frame for finding in page.findings if finding.kind == "Colour pop"] == [
        "walk_002"
    ]
    press(colored, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: colored.animation.frame_canvas.row == 1)
    settle(colored, qtbot)
    viewport = colored.canvas.viewport
    x, y = viewport.to_image(viewport.width / 2, viewport.height / 2)
    assert abs(x - 34) < 4
    assert abs(y - 35) < 4
    settle(colored, qtbot)


def test_playback_halts_at_a_pop_and_goes_on_from_there(colored, qtbot):
    player, page = colored.batch_panel.player, colored.batch_panel.report_page
    assert player.halt_button.isEnabled()
    assert not player.halt_button.isChecked()
    player.plays_elsewhere = True
    player.toggle()
    go_on(colored, 3)
    assert player.playback.is_playing  # nobody asked it to halt
    player.halt_button.setChecked(True)
    go_on(colored, 5)  # past the end, and past the pop
    assert not player.playback.is_playing
    assert player.playback.position == 1
    assert page.findings[page.list.currentRow()].kind == "Colour pop"
    player.toggle()
    go_on(colored, 2)
    assert player.playback.is_playing
    assert player.playback.position == 3
    player.playback.stop()
    settle(colored, qtbot)


def test_halting_on_the_canvas_opens_the_frame_of_the_pop(colored, qtbot):
    player, film = colored.batch_panel.player, colored.animation.film
    player.halt_button.setChecked(True)
    film.toggle()
    qtbot.waitUntil(film.screen.isVisible)
    go_on(colored, 3)
    assert not player.playback.is_playing
    qtbot.waitUntil(lambda: colored.animation.frame_canvas.row == 1)
    settle(colored, qtbot)
