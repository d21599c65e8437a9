"""From a stroke to a changed colour layer, with a painter that follows a script."""

import re
import time

import pytest
from PySide6.QtCore import QTranslator

from app.document.edits import (
    AddHint,
    SetGenerator,
    SetLayerOpacity,
    SetLayerVisible,
    SetPalette,
)
from app.document.light_edits import AddLightStroke, SetLight
from app.document.mark_edits import ClearMarks, MarkKind
from app.document.palette import Palette
from app.document.project_file import new_project
from app.inference.live import LiveColorizer
from app.inference.scheduler import LiveScheduler
from models.device import DeviceChoice
from models.hints.hints import PointHint
from models.lighting.light import PRESETS, Light
from models.lighting.strokes import LightKind, LightStroke
from models.requests.request import Quality, Stage
from tests.helpers.fakes import TIMEOUT_S, FakePainter, drawing

RED, BLUE, GREEN = (255, 0, 0), (0, 0, 255), (0, 128, 0)


@pytest.fixture
def slow_painter(painter):
    """The painter, before anything is painted, where every stage is worth showing."""
    painter.elapsed_ms = 200.0
    return painter


@pytest.fixture
def live(session, worker, clock):
    colorizer = LiveColorizer(
        session, worker, LiveScheduler(grace_s=0.25, max_wait_s=2.0, slow_s=0.4), clock=clock
    )
    session.open(new_project(drawing(), "girl.png"))
    yield colorizer
    colorizer.stop()


@pytest.fixture
def settled(qtbot, live, session, painter):
    """Live colouring that has shown the new drawing."""
    qtbot.waitUntil(lambda: "full size" in live.status)
    return live


def is_color(session, color):
    pixels = session.pixels.get("colour")
    return pixels is not None and bool((pixels[..., :3] == color).all())


def hint(color):
    return AddHint(PointHint(5, 5, color))


def test_new_drawing_is_colored_by_itself(settled, painter, session):
    (request,) = painter.requests
    assert request.line_art is session.document.line_art
    assert request.quality is Quality.FULL
    assert request.hints.hints == ()


def test_stroke_ends_as_a_changed_color_layer_and_undo_takes_it_back(qtbot, settled, session):
    session.apply(hint(RED))
    qtbot.waitUntil(lambda: is_color(session, RED))
    session.undo()
    qtbot.waitUntil(lambda: is_color(session, (255, 255, 255)))


def test_request_numbers_increase(qtbot, settled, session, painter):
    for color in (RED, BLUE):
        session.apply(hint(color))
        qtbot.waitUntil(lambda color=color: is_color(session, color))
    numbers = [request.request_id for request in painter.requests]
    assert numbers == sorted(set(numbers))


def test_request_holds_everything_that_affects_pixels(qtbot, settled, session, painter):
    session.apply(SetPalette(Palette((RED, BLUE))))
    session.apply(SetPalette(Palette((RED, BLUE), locked=True)))
    qtbot.waitUntil(lambda: len(painter.requests) == 2)
    assert painter.requests[-1].palette == (RED, BLUE)
    assert painter.requests[-1].tags == session.document.tags


def test_newer_stroke_replaces_waiting_request(qtbot, settled, session, painter):
    painter.hold()
    painter.started.clear()
    session.apply(hint(RED))
    assert painter.started.wait(TIMEOUT_S)
    session.apply(hint(BLUE))
    session.apply(hint(GREEN))
    painter.release()
    qtbot.waitUntil(lambda: is_color(session, GREEN))
    asked = [request.hints.colors() for request in painter.requests]
    assert asked == [(), (RED,), (RED, BLUE, GREEN)]


@pytest.mark.parametrize("edit", [SetLayerOpacity("line", 0.5), SetLayerVisible("flats", True)])
def test_change_of_layers_asks_for_nothing(settled, session, painter, worker, edit):
    session.apply(edit)
    assert worker.is_idle
    assert len(painter.requests) == 1


SHADOW = LightStroke(((5.0, 5.0), (9.0, 5.0)), 2.0, LightKind.SHADE)


def test_light_and_what_is_painted_of_it_are_asked_for(qtbot, settled, session, painter):
    session.apply(SetLight(PRESETS["lamp"]))
    qtbot.waitUntil(lambda: painter.requests[-1].light == PRESETS["lamp"])
    session.apply(AddLightStroke(SHADOW))
    qtbot.waitUntil(lambda: painter.requests[-1].light_strokes == (SHADOW,))
    session.apply(SetLight(None))
    qtbot.waitUntil(lambda: painter.requests[-1].light is None)
    assert painter.requests[-1].light_strokes == ()


def test_painted_light_without_a_light_asks_for_nothing(settled, session, painter, worker):
    session.apply(AddLightStroke(SHADOW))
    session.apply(ClearMarks(MarkKind.LIGHT))
    assert worker.is_idle
    assert len(painter.requests) == 1


def test_turned_light_waits_for_no_pause_of_a_slow_generator(qtbot, settled, session, painter):
    worker = settled._worker
    painter.elapsed_ms = 900.0
    session.apply(hint(RED))
    qtbot.waitUntil(lambda: is_color(session, RED) and worker.is_idle)
    painter.elapsed_ms = 5.0
    session.apply(SetLight(Light(90.0)))
    qtbot.waitUntil(lambda: painter.requests[-1].light == Light(90.0) and worker.is_idle)
    session.apply(hint(BLUE))  # it is no faster at painting for that
    assert worker.is_idle
    assert settled._timer.isActive()


def test_stroke_while_the_pen_is_down_waits_for_the_grace(qtbot, settled, session, worker, clock):
    settled.set_drawing(True)
    session.apply(hint(RED))
    assert worker.is_idle
    assert settled._timer.isActive()
    assert settled._timer.interval() == 250
    clock.advance(0.25)
    settled._timer.timeout.emit()
    qtbot.waitUntil(lambda: bool(settled._held))
    assert not is_color(session, RED)  # until the pen is lifted
    settled.set_drawing(False)
    qtbot.waitUntil(lambda: is_color(session, RED))


def test_lifted_pen_ends_the_wait(qtbot, settled, session):
    settled.set_drawing(True)
    session.apply(hint(RED))
    settled.set_drawing(False)
    qtbot.waitUntil(lambda: is_color(session, RED))


def test_slow_generator_is_asked_after_a_pause(qtbot, settled, session, painter, clock):
    worker = settled._worker
    painter.elapsed_ms = 900.0
    session.apply(hint(RED))
    qtbot.waitUntil(lambda: is_color(session, RED) and worker.is_idle)
    session.apply(hint(BLUE))
    assert worker.is_idle
    clock.advance(0.3)
    settled._timer.timeout.emit()
    qtbot.waitUntil(lambda: is_color(session, BLUE))


def test_undo_before_the_request_left_asks_for_nothing(qtbot, settled, session, painter, worker):
    settled.set_drawing(True)
    session.apply(hint(RED))
    session.undo()
    settled.set_drawing(False)
    assert worker.is_idle
    assert not settled._timer.isActive()
    assert len(painter.requests) == 1


def test_generator_is_loaded_and_colors_the_document_again(qtbot, settled, session, loader):
    other = FakePainter("other")
    loader.painters["other"] = other
    session.apply(hint(RED))
    session.apply(SetGenerator("other"))
    qtbot.waitUntil(lambda: bool(other.requests) and is_color(session, RED))
    assert other.requests[-1].hints.colors() == (RED,)
    session.undo()
    qtbot.waitUntil(lambda: loader.names[-1] == "")


def test_new_drawing_drops_the_answer_for_the_last_one(qtbot, settled, session, painter):
    painter.hold(Stage.FULL)
    session.apply(hint(RED))
    qtbot.waitUntil(lambda: is_color(session, RED))
    number = painter.requests[-1].request_id
    session.open(new_project(drawing(30, 30), "other.png"))
    qtbot.waitUntil(lambda: number in painter.cancelled)
    painter.release()
    qtbot.waitUntil(lambda: is_color(session, (255, 255, 255)))
    assert session.pixels.get("colour").shape == (30, 30, 4)


@pytest.mark.usefixtures("slow_painter")
def test_status_tells_device_stage_and_milliseconds(qtbot, session, live):
    told = []
    live.status_changed.connect(told.append)
    session.apply(SetGenerator("fake"))
    qtbot.waitUntil(lambda: "CPU · preview · 200 ms" in told)
    qtbot.waitUntil(lambda: live.status == "CPU · full size · 200 ms")
    assert any("the CPU was asked for" in text and "The fake generator" in text for text in told)
    assert "CPU · preview · 200 ms" in told


def stages_of_a_stroke(qtbot, live, session, color):
    told = []
    live.status_changed.connect(told.append)
    session.apply(hint(color))
    qtbot.waitUntil(lambda: is_color(session, color) and "full size" in live.status)
    live.status_changed.disconnect(told.append)
    return [text.split(" · ")[1] for text in told]


def test_preview_is_left_out_where_the_final_picture_comes_at_once(qtbot, settled, session):
    assert stages_of_a_stroke(qtbot, settled, session, RED) == ["final", "full size"]


def test_preview_is_shown_where_the_final_picture_takes_its_time(qtbot, settled, session, painter):
    painter.elapsed_ms = 200.0
    stages_of_a_stroke(qtbot, settled, session, RED)
    shown = stages_of_a_stroke(qtbot, settled, session, BLUE)
    assert shown == ["colouring…", "preview", "final", "full size"]


def test_status_tells_that_the_device_changed(qtbot, settled, painter):
    painter.hold()
    painter.started.clear()
    settled.request_now()
    assert painter.started.wait(TIMEOUT_S)
    painter.generator.device = DeviceChoice("cuda", ("CUDAExecutionProvider",), "found a GPU")
    painter.release()
    qtbot.waitUntil(lambda: settled.status == "GPU · full size · 5 ms · found a GPU")


def test_failure_is_told_and_the_next_stroke_answered(
    qtbot, settled, session, painter, expected_log
):
    expected_log.append("inference failed")
    painter.error = ValueError("the paint graph gave NaN")
    with qtbot.waitSignal(session.failed) as failed:
        session.apply(hint(RED))
    assert failed.args == ["the paint graph gave NaN"]
    assert settled.status == "colouring failed"
    painter.error = None
    session.apply(hint(BLUE))
    qtbot.waitUntil(lambda: is_color(session, BLUE))


def test_failure_of_a_request_that_has_passed_is_not_told(settled, session):
    failures = []
    session.failed.connect(failures.append)
    settled._latest_id = 9
    settled._tell_failure(8, "old")
    assert failures == []


def test_live_coloring_can_be_switched_off_and_asked_by_hand(
    qtbot, settled, session, painter, worker
):
    settled.set_live(False)
    session.apply(hint(RED))
    assert worker.is_idle
    settled.request_now()
    qtbot.waitUntil(lambda: is_color(session, RED))
    session.apply(hint(BLUE))
    settled.set_live(True)
    qtbot.waitUntil(lambda: is_color(session, BLUE))


def test_stopped_live_coloring_shows_nothing_that_is_on_its_way(qtbot, settled, session, worker):
    session.apply(hint(BLUE))
    for _ in range(2000):  # its answers wait for this thread, which takes none meanwhile
        if worker.is_idle:
            break
        time.sleep(0.005)
    settled.stop()
    told = []
    session.pixels_changed.connect(lambda *_: told.append(1))
    qtbot.wait(20)
    assert not told


def test_stopped_live_coloring_asks_for_nothing(qtbot, settled, session, painter, worker):
    settled.stop()
    session.apply(hint(RED))
    assert worker.is_idle
    assert len(painter.requests) == 1
    assert not settled._timer.isActive()


class _Marked(QTranslator):
    """Translates every text of the application by putting it into guillemets."""

    def translate(self, context, text, _comment=None, _n=-1):
        return f"«{text}»"


@pytest.fixture
def marked(qapp):
    translator = _Marked()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("marked")
def test_every_status_is_translated(qtbot, slow_painter, live, session, expected_log):
    told = []
    live.status_changed.connect(told.append)
    qtbot.waitUntil(lambda: "full size" in live.status)
    session.apply(SetGenerator("fake"))
    session.apply(hint(RED))
    qtbot.waitUntil(lambda: is_color(session, RED))
    live.set_live(False)
    session.apply(hint(GREEN))
    slow_painter.error = ValueError("no")
    expected_log.append("inference failed")
    live.request_now()
    qtbot.waitUntil(lambda: "failed" in live.status)
    words = (
        "loading", "(«", "preview", "final", "full size", "colouring…", "not up to date", "failed",
    )  # fmt: skip
    assert [word for word in words if not any(word in text for text in told)] == []
    bare = "\n".join(told)
    for _ in range(3):  # a text within a text
        bare = re.sub(r"«[^«»]*»", "", bare)
    assert not re.search(r"[A-Za-z]", bare)
