"""The real animation panel in the real window: from choosing a folder to the finished report."""

import json

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.canvas.tools import BrushSettings
from app.document.edits import SetPalette
from app.document.palette import Palette
from app.document.project_file import new_project
from app.panels.batch.frames import FrameState
from models.pictures.files import read_picture
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from tests.helpers.cut_steps import (
    BLUE,
    COUNT,
    GREEN,
    KEY,
    RED,
    HeldGenerator,
    choose,
    color_all,
    draw_frame,
    facts,
    give_hints,
    out_of,
    settle,
    states,
    wait_for_report,
    write_cut,
)
from tests.helpers.fakes import FakeClock, drawing


@pytest.fixture
def generator():
    return HeldGenerator()


@pytest.fixture
def studio(make_window, generator):
    """A window of a machine without any generator but the watershed fill."""
    return make_window(lambda _name: Colorizer(generator), Catalog(()))


@pytest.fixture
def frames(tmp_path):
    """A folder of five drawn frames, one of them held, and one number left out."""
    return write_cut(tmp_path / "walk")


@pytest.fixture
def colored(studio, dialogs, frames, qtbot):
    """The cut, coloured from hints on its first frame."""
    choose(studio, dialogs, frames, qtbot)
    give_hints(studio, *KEY)
    qtbot.waitUntil(lambda: "walk_001" in facts(studio)["Key frames"])
    color_all(studio, qtbot)
    return studio


# From a folder to the report


def test_panel_goes_from_a_folder_to_the_finished_report(studio, dialogs, frames, qtbot):
    panel = studio.batch_panel
    assert not panel.isVisible()
    choose(studio, dialogs, frames, qtbot)
    assert panel.isVisible()
    plan = facts(studio)
    assert plan["Frames"].startswith("5 · 96×72")
    assert "no frame 5" in plan["Gaps"]
    assert plan["Held"].startswith("1 ")
    assert "none yet" in plan["Key frames"]
    assert plan["Results"] == str(out_of(frames))
    assert states(studio) == [FrameState.WAITING] * COUNT
    assert studio.parts.session.document.name == "walk_001"  # ready for hints
    give_hints(studio, *KEY)
    qtbot.waitUntil(lambda: "walk_001 (3 hints)" in facts(studio)["Key frames"])
    color_all(studio, qtbot)
    assert states(studio) == [FrameState.DONE] * COUNT
    assert panel.run_view.done == COUNT
    second = read_picture(out_of(frames) / "walk_002.png").rgba_u8
    assert tuple(second[20, 34, :3]) == RED
    assert tuple(second[35, 34, :3]) == BLUE
    assert (out_of(frames) / "report.html").is_file()
    assert panel.tabs.currentWidget() is panel.report_page
    assert not studio.parts.session.is_dirty  # the hints are kept beside the results


def test_filmstrip_shows_confidence_and_colored_thumbnails(colored, qtbot):
    strip = colored.batch_panel.filmstrip
    assert strip.frames.item(0).is_key
    assert strip.frames.item(3).is_held
    assert strip.frames.item(0).confidence == 1
    assert all(0 <= item.confidence <= 1 for item in strip.frames.items)
    qtbot.waitUntil(lambda: all(strip.frames.has_image(row) for row in strip.visible_rows()))
    settle(colored, qtbot)
    assert "confidence" in strip.frames.describe(strip.frames.item(1))


def test_dropped_folder_shows_its_plan(studio, frames, qtbot):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(frames))])
    rest = content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, *rest)
    QApplication.sendEvent(studio, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(studio, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, *rest))
    qtbot.waitUntil(lambda: len(states(studio)) == COUNT)
    settle(studio, qtbot)


def test_folder_without_drawings_is_told_and_changes_nothing(studio, dialogs, tmp_path, qtbot):
    (tmp_path / "empty").mkdir()
    dialogs.folders.append(tmp_path / "empty")
    studio.commands["open_frames"].trigger()
    qtbot.waitUntil(lambda: "empty" in studio.banner_text)
    assert not studio.batch_panel.shows_frames


def test_chosen_output_folder_is_the_one_that_is_written(studio, dialogs, frames, tmp_path, qtbot):
    choose(studio, dialogs, frames, qtbot)
    dialogs.folders.append(tmp_path / "elsewhere")
    qtbot.mouseClick(studio.batch_panel.output_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: facts(studio)["Results"] == str(tmp_path / "elsewhere"))
    settle(studio, qtbot)
    color_all(studio, qtbot)
    assert (tmp_path / "elsewhere" / "walk_001.png").is_file()
    assert not out_of(frames).exists()


def test_folder_that_was_colored_before_is_found_done(colored, dialogs, frames, qtbot):
    dialogs.folders.append(frames)
    colored.commands["open_frames"].trigger()
    qtbot.waitUntil(lambda: states(colored) == [FrameState.SKIPPED] * COUNT)
    settle(colored, qtbot)
    assert "walk_001 (3 hints)" in facts(colored)["Key frames"]
    assert not colored.batch_panel.start_button.isEnabled()


# Pause, stop, retry


@pytest.fixture
def held(studio, dialogs, frames, generator, qtbot):
    """A batch without hints whose first frame is held while it is painted."""
    studio.parts.session.open(new_project(drawing(), "girl"))
    settle(studio, qtbot)
    choose(studio, dialogs, frames, qtbot)
    generator.hold()
    qtbot.mouseClick(studio.batch_panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(generator.started.is_set)
    return studio


def test_pause_waits_after_the_frame_in_hand_and_goes_on(held, generator, qtbot):
    panel = held.batch_panel
    assert states(held)[0] is FrameState.RUNNING
    qtbot.mouseClick(panel.pause_button, Qt.MouseButton.LeftButton)
    generator.release()
    qtbot.waitUntil(lambda: states(held)[0] is FrameState.DONE)
    settle(held, qtbot)
    assert states(held)[1:] == [FrameState.WAITING] * (COUNT - 1)
    assert panel.run_view.is_paused
    qtbot.mouseClick(panel.pause_button, Qt.MouseButton.LeftButton)
    wait_for_report(held, qtbot)
    assert states(held) == [FrameState.DONE] * COUNT


def test_stopped_batch_writes_nothing_more_and_can_begin_again(held, frames, generator, qtbot):
    panel = held.batch_panel
    qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)
    settle(held, qtbot)
    assert not held.animation.run.is_active
    assert states(held) == [FrameState.WAITING] * COUNT
    assert not list(out_of(frames).glob("*.png"))
    color_all(held, qtbot)
    assert states(held) == [FrameState.DONE] * COUNT


def test_damaged_frame_is_told_and_succeeds_when_mended(held, frames, generator, qtbot):
    panel = held.batch_panel
    broken = frames / "walk_002.png"
    whole = broken.read_bytes()
    broken.write_bytes(whole[:60])
    generator.release()
    wait_for_report(held, qtbot)
    assert states(held)[1] is FrameState.FAILED
    assert states(held).count(FrameState.DONE) == COUNT - 1
    item = panel.filmstrip.frames.item(1)
    assert "walk_002.png" in item.why
    kinds = {(finding.frame, finding.kind) for finding in panel.report_page.findings}
    assert ("walk_002", "Failed") in kinds
    broken.write_bytes(whole)
    assert panel.retry_button.isVisible()
    qtbot.mouseClick(panel.retry_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.run_view.done == COUNT)
    wait_for_report(held, qtbot)


def test_what_is_left_out_and_hints_of_no_frame_are_in_the_plan(studio, dialogs, frames, qtbot):
    Image.fromarray(draw_frame(0)).save(frames / "walk_001.flats.png")
    hints = out_of(frames) / "hints"
    hints.mkdir(parents=True)
    (hints / "wlak_001.hints.json").write_text('{"version": 1, "hints": []}')
    choose(studio, dialogs, frames, qtbot)
    notes = facts(studio)["Notes"]
    assert "walk_001.flats.png: results of an earlier run, left out" in notes
    assert (
        "\nhints: holds no hints of these frames; those of the first are called walk_001.json"
        in notes
    )
    assert "there is wlak_001.hints.json" in notes


def test_unreadable_file_is_in_the_plan_before_the_start(studio, dialogs, frames, qtbot):
    (frames / "walk_005.png").write_bytes(b"\x89PNG\r\n\x1a\n but nothing else")
    choose(studio, dialogs, frames, qtbot)
    assert "walk_005.png" in facts(studio)["Unreadable"]
    assert studio.batch_panel.retry_button.isVisible()
    Image.fromarray(draw_frame(3)).save(frames / "walk_005.png")
    qtbot.mouseClick(studio.batch_panel.retry_button, Qt.MouseButton.LeftButton)
    wait_for_report(studio, qtbot)
    assert states(studio) == [FrameState.DONE] * (COUNT + 1)


def test_frames_that_no_hint_reaches_are_in_the_plan(studio, dialogs, frames, qtbot):
    Image.fromarray(draw_frame(0)).resize((120, 90)).save(frames / "walk_007.png")
    choose(studio, dialogs, frames, qtbot)
    assert "No hints" not in facts(studio)
    give_hints(studio, *KEY)
    qtbot.waitUntil(lambda: "No hints" in facts(studio))
    assert facts(studio)["No hints"] == "1 of walk (120×90): give one of them hints"
    settle(studio, qtbot)


def test_results_that_cannot_be_written_are_told_before_the_start(
    studio, dialogs, frames, tmp_path, qtbot
):
    choose(studio, dialogs, frames, qtbot)
    out_of(frames).write_text("a file where the folder should be")
    qtbot.mouseClick(studio.batch_panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "walk_coloured" in studio.banner_text)
    settle(studio, qtbot)
    assert not studio.animation.run.is_active


# Correcting


def written_at(folder):
    return {path.stem: path.stat().st_mtime_ns for path in folder.glob("*.png")}


def test_corrected_frame_becomes_a_key_and_only_dependents_are_redone(colored, frames, qtbot):
    window, panel = colored, colored.batch_panel
    before = written_at(out_of(frames))
    panel.filmstrip.choose(1)
    qtbot.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    session = window.parts.session
    qtbot.waitUntil(lambda: session.document.name == "walk_002")
    settle(window, qtbot)
    carried = session.document.hints
    assert {hint.color for hint in carried} == {RED, BLUE, GREEN}
    give_hints(window, (34.0, 35.0, GREEN))
    qtbot.waitUntil(lambda: states(window)[1] is FrameState.OUTDATED)
    assert states(window)[0] is FrameState.DONE
    assert panel.start_button.text() == "Redo 4 frames"
    stored = json.loads((out_of(frames) / "hints" / "walk_002.hints.json").read_text())
    assert len(stored["hints"]) == len(carried) + 1
    settle(window, qtbot)
    color_all(window, qtbot)
    after = written_at(out_of(frames))
    redone = {name for name, at in after.items() if at != before[name]}
    assert redone == {"walk_002", "walk_003", "walk_004", "walk_006"}
    third = read_picture(out_of(frames) / "walk_003.png").rgba_u8
    assert tuple(third[35, 36, :3]) == GREEN
    assert states(window) == [FrameState.DONE] * COUNT


def test_taking_a_correction_back_leaves_nothing_to_redo(colored, frames, qtbot):
    colored.animation.open_frame(2)
    session = colored.parts.session
    qtbot.waitUntil(lambda: session.document.name == "walk_003")
    give_hints(colored, (42.0, 35.0, GREEN))
    qtbot.waitUntil(lambda: FrameState.OUTDATED in states(colored))
    session.undo()
    qtbot.waitUntil(lambda: states(colored) == [FrameState.DONE] * COUNT)
    assert not (out_of(frames) / "hints" / "walk_003.hints.json").exists()
    settle(colored, qtbot)


def test_palette_of_the_window_holds_for_the_whole_cut(colored, frames, qtbot):
    colored.parts.session.apply(SetPalette(Palette((RED, BLUE), locked=True)))
    qtbot.waitUntil(lambda: states(colored) == [FrameState.OUTDATED] * COUNT)
    assert facts(colored)["Palette"].startswith("2 ")
    assert json.loads((out_of(frames) / "card.json").read_text())["palette"] == [
        "#c82828",
        "#283cc8",
    ]
    settle(colored, qtbot)


def test_finding_leads_to_its_frame(studio, dialogs, frames, qtbot):
    choose(studio, dialogs, frames, qtbot)
    color_all(studio, qtbot)  # without any hint: everything is left white
    page = studio.batch_panel.report_page
    row = next(i for i, finding in enumerate(page.findings) if finding.row == 4)
    page.list.setCurrentRow(row)
    assert studio.batch_panel.filmstrip.current == 4
    page.list.itemActivated.emit(page.list.item(row))
    qtbot.waitUntil(lambda: studio.parts.session.document.name == "walk_006")
    settle(studio, qtbot)


def test_onion_skin_shows_the_neighbours_and_goes_with_another_drawing(colored, qtbot):
    panel, canvas = colored.batch_panel, colored.canvas
    colored.animation.open_frame(1)
    qtbot.waitUntil(lambda: colored.parts.session.document.name == "walk_002")
    panel.onion_button.setChecked(True)
    qtbot.waitUntil(lambda: len(canvas.onion) == 2)
    settle(colored, qtbot)
    colored.parts.session.open(new_project(drawing(), "girl"))
    assert canvas.onion == ()
    settle(colored, qtbot)


# Playback


def test_playback_follows_the_clock_at_the_chosen_speed(colored, qtbot):
    panel = colored.batch_panel
    panel.tabs.setCurrentWidget(panel.player)
    player, playback = panel.player, panel.player.playback
    clock = FakeClock()
    playback._clock = clock
    settle(colored, qtbot)
    player.fps.setValue(10)
    playback.seek(0)
    qtbot.mouseClick(player.play_button, Qt.MouseButton.LeftButton)
    assert playback.is_playing
    for seconds, position in ((0.05, 0), (0.06, 1), (0.2, 3), (0.2, 0)):
        clock.advance(seconds)
        playback.tick()
        assert playback.position == position
    player.loop_button.setChecked(False)
    clock.advance(5)
    playback.tick()
    assert playback.position == COUNT - 1
    assert not playback.is_playing
    qtbot.waitUntil(lambda: player.screen_view.image is not None)
    settle(colored, qtbot)


def test_steps_stop_the_playback_and_go_round(colored, qtbot):
    panel = colored.batch_panel
    panel.tabs.setCurrentWidget(panel.player)
    player = panel.player
    player.playback.seek(0)
    player.playback.play()
    qtbot.mouseClick(player.back_button, Qt.MouseButton.LeftButton)
    assert not player.playback.is_playing
    assert player.row == COUNT - 1
    qtbot.mouseClick(player.forward_button, Qt.MouseButton.LeftButton)
    assert player.row == 0
    settle(colored, qtbot)


# Living beside live painting


def test_stroke_is_answered_before_the_frame_in_hand_is_done(held, pen_for, qtbot):
    held.canvas.set_brush(BrushSettings(BLUE, 3.0))
    pen_for(held.canvas).stroke((15.0, 25.0), (40.0, 25.0))

    def is_blue():
        rgba = held.parts.session.pixels.get("colour")
        return rgba is not None and tuple(rgba[25, 30, :3]) == BLUE

    seen = []

    def look():
        if is_blue() and not seen:
            seen.append(states(held))

    held.parts.session.pixels_changed.connect(look)
    qtbot.waitUntil(lambda: bool(seen))
    held.parts.session.pixels_changed.disconnect(look)
    assert FrameState.DONE not in seen[0]
    wait_for_report(held, qtbot)
    assert states(held) == [FrameState.DONE] * COUNT


def test_closing_the_window_in_mid_batch_leaves_no_thread(held, frames):
    assert held.close()
    parts = held.parts
    parts.live.stop()
    parts.inference.stop()
    parts.background.stop()
    parts.frames.stop()
    for worker in (parts.inference, parts.background, parts.frames):
        assert not worker.is_running
    assert not list(out_of(frames).glob("*.png"))


def test_panel_follows_the_theme(colored, appearance, qtbot):
    appearance.use("light")
    try:
        assert not colored.grab().isNull()
    finally:
        appearance.use("dark")
    settle(colored, qtbot)
