"""The cut on the canvas: played, stepped through by keys, with its neighbours shining through."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.animation import canvas_playback
from app.animation.memory import remember
from app.panels.batch.onion_button import OnionChoice
from app.panels.batch.panel import BatchPanel
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cut_steps import (
    COUNT,
    KEY,
    RED,
    choose,
    color_all,
    facts,
    give_hints,
    press,
    settle,
    write_cut,
)
from tests.helpers.fakes import FakeClock

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def colored(make_window, dialogs, tmp_path, qtbot):
    """The cut, coloured, its first frame open, the clock of its player held."""
    folder = write_cut(tmp_path / "walk")
    window = make_window(lambda _name: Colorizer(WatershedGenerator()), Catalog(()))
    choose(window, dialogs, folder, qtbot)
    give_hints(window, *KEY)
    qtbot.waitUntil(lambda: "walk_001" in facts(window)["Key frames"])
    color_all(window, qtbot)
    window.clock = FakeClock()
    window.batch_panel.player.playback._clock = window.clock
    window.batch_panel.player.playback.seek(0)
    return window


def go_on(window, frames):
    """Let so many frames pass."""
    playback = window.batch_panel.player.playback
    window.clock.advance(frames / playback.fps + 1e-4)
    playback.tick()


def film(window):
    return window.animation.film


def screen_color(window):
    """What the film shows inside the box of its frame, left of the middle."""
    screen = film(window).screen
    x, y = window.canvas.viewport.to_view(36, 20)
    color = screen.grab().toImage().pixelColor(QPoint(round(x), round(y)))
    return color.red(), color.green(), color.blue()


def test_key_plays_the_cut_on_the_canvas_and_stands_where_it_was_stopped(colored, qtbot):
    screen, session = film(colored).screen, colored.parts.session
    press(colored, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: screen.isVisible() and len(film(colored)._kept) == COUNT)
    assert screen_color(colored) == RED
    go_on(colored, 2)
    assert screen.picture is film(colored)._kept[2,]
    QTest.mouseClick(screen, LEFT, pos=QPoint(40, 40))  # who wants to paint stops it
    qtbot.waitUntil(lambda: session.document.name == "walk_003" and not screen.isVisible())
    assert len(session.document.hints) > 0  # and painted nothing by that click
    settle(colored, qtbot)


def test_keys_step_through_the_frames_on_the_canvas(colored, qtbot):
    session = colored.parts.session
    press(colored, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: session.document.name == "walk_002")
    press(colored, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: session.document.name == "walk_001")
    press(colored, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: session.document.name == "walk_006")
    assert colored.batch_panel.filmstrip.current == COUNT - 1
    settle(colored, qtbot)


def test_playback_goes_on_while_another_page_is_in_front_and_stops_without_repeat(colored, qtbot):
    panel = colored.batch_panel
    film(colored).toggle()
    qtbot.waitUntil(lambda: len(film(colored)._kept) == COUNT)
    panel.tabs.setCurrentWidget(panel.plan_page)
    assert panel.player.playback.is_playing
    panel.player.loop_button.setChecked(False)
    go_on(colored, 2 * COUNT)
    assert not panel.player.playback.is_playing
    qtbot.waitUntil(lambda: colored.parts.session.document.name == "walk_006")
    settle(colored, qtbot)


def test_neighbours_before_and_after_are_counted_and_faint_by_distance(colored, qtbot):
    button, canvas = colored.batch_panel.onion_button, colored.canvas
    colored.animation.open_frame(2)
    qtbot.waitUntil(lambda: colored.parts.session.document.name == "walk_003")
    button.before.setValue(2)
    button.after.setValue(1)
    button.opacity.setValue(50)
    button.setChecked(True)
    qtbot.waitUntil(lambda: len(canvas.onion) == 3)
    assert sorted(round(skin.opacity, 3) for skin in canvas.onion) == [0.3, 0.5, 0.5]
    film(colored).toggle()
    qtbot.waitUntil(lambda: (2,) in film(colored)._kept)
    assert len(film(colored)._kept[2,].skins) == 3
    button.setChecked(False)
    qtbot.waitUntil(lambda: canvas.onion == ())
    qtbot.waitUntil(lambda: (2,) in film(colored)._kept and not film(colored)._kept[2,].skins)
    colored.batch_panel.player.playback.stop()
    settle(colored, qtbot)


def test_memory_of_decoded_frames_is_bounded(colored, qtbot, monkeypatch):
    one = 96 * 72 * 4
    monkeypatch.setattr(canvas_playback, "KEPT_BYTES", 2 * one)
    film(colored).toggle()
    qtbot.waitUntil(lambda: len(film(colored)._kept) == 2)
    for _ in range(2 * COUNT):
        go_on(colored, 1)
        qtbot.wait(5)
        assert film(colored).kept_bytes <= 2 * one
    colored.batch_panel.player.playback.stop()
    settle(colored, qtbot)


def test_panel_comes_back_as_it_was_left(colored, appearance, qtbot):
    panel, settings = colored.batch_panel, colored.parts.settings
    panel.player.fps.setValue(8)
    panel.player.loop_button.setChecked(False)
    panel.onion_button.before.setValue(3)
    panel.onion_button.setChecked(True)
    panel.tabs.setCurrentWidget(panel.player)
    other = BatchPanel(appearance)
    qtbot.addWidget(other)
    remember(other, settings)
    assert other.player.playback.fps == 8
    assert not other.player.playback.loops
    assert other.onion == OnionChoice(before=3)
    assert other.tabs.currentWidget() is other.player
    settle(colored, qtbot)


def test_memory_that_was_damaged_is_forgotten(colored, qtbot):
    settings = colored.parts.settings
    for damaged in ('{"fps": "fast", "page": 99, "onion_before": null}', "[1]", "{"):
        settings.store.setValue("animation/panel", damaged)
        remember(colored.batch_panel, settings)
    assert colored.batch_panel.player.playback.fps >= 1


def test_film_goes_where_the_frame_it_stands_on_cannot_be_opened(colored, qtbot):
    screen, playback = film(colored).screen, colored.batch_panel.player.playback
    film(colored).toggle()
    qtbot.waitUntil(lambda: screen.isVisible() and len(film(colored)._kept) == COUNT)
    go_on(colored, 1)
    colored.animation.plan.frames[1].source.write_bytes(b"torn")
    QTest.mouseClick(screen, LEFT, pos=QPoint(40, 40))
    assert not playback.is_playing
    qtbot.waitUntil(lambda: not screen.isVisible())
    assert colored.parts.session.document.name == "walk_001"
    settle(colored, qtbot)
