"""The inference thread: what it answers, what it survives, and that it ends."""

from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QThread

from app.document.layer import LayerKind
from app.document.pixels import LayerUpdate
from app.inference.worker import InferenceWorker
from models.cancel import Cancelled
from models.device import CPU
from models.hints.hints import HintSet, LineArt, PointHint
from models.requests.request import ColorizeRequest, Stage
from models.runtime.generator import GeneratorError
from tests.helpers.fakes import TIMEOUT_S, FakeLoader, FakePainter, drawing

LINE = LineArt.from_rgba(drawing())
OTHER_LINE = LineArt.from_rgba(drawing(ink_row=20))
RED = (255, 0, 0)


def request(number, line=LINE, color=RED):
    hints = HintSet((PointHint(5, 5, color),))
    return ColorizeRequest(request_id=number, line_art=line, hints=hints)


@pytest.fixture
def shown(worker):
    updates: list[LayerUpdate] = []
    worker.result_ready.connect(updates.append)
    return updates


def shown_ids(updates):
    return [(update.request_id, update.stage) for update in updates]


def test_answer_arrives_in_stages_fitted_to_the_picture(qtbot, worker, shown):
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(1))
    assert shown_ids(shown) == [(1, Stage.PREVIEW), (1, Stage.FINAL), (1, Stage.FULL)]
    assert set(shown[0].planes) == {LayerKind.COLOR}
    for update in shown[1:]:
        assert set(update.planes) == {LayerKind.COLOR, LayerKind.FLATS, LayerKind.SHADE}
    for update in shown:
        for plane in update.planes.values():
            assert plane.shape == (40, 60, 4)
        assert (update.planes[LayerKind.COLOR] == (*RED, 255)).all()


def test_no_thread_before_the_first_request(worker):
    assert not worker.is_running


def test_thread_has_a_name_and_an_owner(qtbot, worker):
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(1))
    (thread,) = worker.findChildren(QThread)
    assert thread.objectName() == "inference"


def test_signals_arrive_on_the_owner_s_thread(qtbot, worker):
    threads = []
    worker.result_ready.connect(lambda update: threads.append(current_thread()))
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(1))
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert set(threads) == {main_thread()}


def test_newer_request_replaces_waiting_request(qtbot, worker, painter, shown):
    painter.hold()
    worker.submit_live(request(1))
    assert painter.started.wait(TIMEOUT_S)
    worker.submit_live(request(2))
    worker.submit_live(request(3))
    with qtbot.waitSignal(worker.idle):
        painter.release()
    assert [asked.request_id for asked in painter.requests] == [1, 3]
    assert shown_ids(shown)[-1] == (3, Stage.FULL)


def test_running_request_shows_its_final_picture_but_leaves_the_full_one(
    qtbot, worker, painter, shown
):
    painter.hold()
    worker.submit_live(request(1))
    assert painter.started.wait(TIMEOUT_S)
    worker.submit_live(request(2))
    with qtbot.waitSignal(worker.idle):
        painter.release()
    assert shown_ids(shown) == [
        (1, Stage.PREVIEW),
        (1, Stage.FINAL),
        (2, Stage.PREVIEW),
        (2, Stage.FINAL),
        (2, Stage.FULL),
    ]


def test_other_line_art_ends_the_running_request(qtbot, worker, painter, shown):
    painter.hold(Stage.FINAL)
    with qtbot.waitSignal(worker.result_ready):
        worker.submit_live(request(1))
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(2, OTHER_LINE))
        qtbot.waitUntil(lambda: painter.cancelled == [1])
        painter.release()
    assert shown_ids(shown)[0] == (1, Stage.PREVIEW)
    assert {number for number, _ in shown_ids(shown)[1:]} == {2}


def test_generator_loads_on_the_worker_s_thread_and_tells_itself(qtbot, worker, loader):
    threads = []
    load = loader.__call__
    worker._load = lambda name: threads.append(QThread.currentThread()) or load(name)
    with qtbot.waitSignal(worker.generator_ready) as ready:
        worker.set_generator("fake")
    spec, device = ready.args
    assert (spec.name, device) == ("fake", CPU)
    assert threads == worker.findChildren(QThread)


def test_request_without_a_chosen_generator_takes_the_best_one(qtbot, worker, loader):
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(1))
    assert loader.names == [""]


def test_another_generator_ends_the_running_request(qtbot, worker, loader, painter, shown):
    other = FakePainter("other")
    loader.painters["other"] = other
    painter.hold()
    worker.submit_live(request(1))
    assert painter.started.wait(TIMEOUT_S)
    with qtbot.waitSignal(worker.result_ready):
        worker.set_generator("other")
        worker.submit_live(request(2))
    assert painter.cancelled == [1]
    assert [asked.request_id for asked in other.requests] == [2]


def test_generator_that_fails_to_load_is_named_and_replaced_by_the_fallback(
    qtbot, worker, loader, expected_log
):
    expected_log.append("generator 'broken' cannot be loaded")
    loader.painters["broken"] = GeneratorError("broken: line.onnx is damaged; install it again")
    failures = []
    worker.failed.connect(lambda *arguments: failures.append(arguments))
    with qtbot.waitSignal(worker.generator_ready) as ready:
        worker.set_generator("broken")
    assert failures == [(0, "broken: line.onnx is damaged; install it again")]
    assert ready.args[0].name == "watershed"


def test_fallback_that_fails_is_reported_and_the_thread_lives_on(
    qtbot, worker, loader, painter, expected_log
):
    expected_log.append("inference failed")
    loader.painters["watershed"] = MemoryError("no memory")
    with qtbot.waitSignal(worker.failed) as failed:
        worker.set_generator("watershed")
    assert failed.args == [0, "MemoryError: no memory"]
    with qtbot.waitSignal(worker.result_ready):
        worker.submit_live(request(2))


def test_failed_request_is_reported_and_the_next_one_answered(
    qtbot, worker, painter, shown, expected_log
):
    expected_log.append("inference failed")
    painter.error = ValueError("the paint graph gave NaN")
    with qtbot.waitSignal(worker.failed) as failed:
        worker.submit_live(request(7))
    assert failed.args == [7, "the paint graph gave NaN"]
    painter.error = None
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(8))
    assert shown_ids(shown)[-1] == (8, Stage.FULL)


def test_full_picture_is_given_up_for_a_newer_stroke(qtbot, worker, painter, shown):
    painter.hold(Stage.FULL)
    with qtbot.waitSignal(
        worker.result_ready, check_params_cb=lambda update: update.stage is Stage.FINAL
    ):
        worker.submit_live(request(1))
    worker.submit_live(request(2))
    # Held before its full picture, the first can only have been given up.
    qtbot.waitUntil(lambda: [each.request_id for each in painter.requests] == [1, 2])
    with qtbot.waitSignal(worker.idle):
        painter.release()
    assert (1, Stage.FULL) not in shown_ids(shown)
    assert shown_ids(shown)[-1] == (2, Stage.FULL)


def test_batch_jobs_go_when_nothing_live_waits(qtbot, worker, painter):
    order = []
    worker.batch_done.connect(lambda number, outcome: order.append(("job", number, outcome)))
    worker.result_ready.connect(
        lambda update: order.append(("live", update.request_id, update.stage))
    )
    painter.hold()
    worker.submit_live(request(1))
    assert painter.started.wait(TIMEOUT_S)
    for number in (1, 2):
        worker.submit_batch(
            number, lambda using, is_cancelled: (using.generator.spec.name, is_cancelled())
        )
    worker.submit_live(request(2))
    with qtbot.waitSignal(worker.idle):
        painter.release()
    assert order[-3:] == [
        ("live", 2, Stage.FULL),
        ("job", 1, ("fake", False)),
        ("job", 2, ("fake", False)),
    ]


def test_failed_batch_job_does_not_stop_the_rest(qtbot, worker, expected_log):
    expected_log.append("inference failed")

    def fail(painter, is_cancelled):
        raise OSError("frame 1 is gone")

    failures = []
    worker.batch_failed.connect(lambda *arguments: failures.append(arguments))
    with qtbot.waitSignal(worker.batch_done) as done:
        worker.submit_batch(1, fail)
        worker.submit_batch(2, lambda painter, is_cancelled: "done")
    assert failures == [(1, "OSError: frame 1 is gone")]
    assert done.args == [2, "done"]


def test_cancelled_batch_stops_its_running_job(qtbot, worker, painter):
    def wait_for_cancellation(using, is_cancelled):
        painter.started.set()
        while not is_cancelled():
            pass
        raise Cancelled

    outcomes = []
    worker.batch_done.connect(lambda *arguments: outcomes.append(arguments))
    worker.batch_failed.connect(lambda *arguments: outcomes.append(arguments))
    with qtbot.waitSignal(worker.idle):
        worker.submit_batch(1, wait_for_cancellation)
        worker.submit_batch(2, lambda using, is_cancelled: None)
        assert painter.started.wait(TIMEOUT_S)
        worker.cancel_jobs({1, 2})
    assert outcomes == []


def test_stop_ends_the_idle_thread(qtbot, worker):
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(1))
    assert worker.is_running
    worker.stop()
    assert not worker.is_running


def test_stop_ends_the_thread_during_inference(worker, painter):
    painter.hold()
    worker.submit_live(request(1))
    assert painter.started.wait(TIMEOUT_S)
    worker.submit_live(request(2))
    worker.stop()
    assert not worker.is_running
    assert painter.cancelled == [1]
    assert len(painter.requests) == 1


def test_stopped_worker_begins_nothing(qapp):
    owner = InferenceWorker(FakeLoader({}))
    owner.stop()
    owner.submit_live(request(1))
    owner.set_generator("fake")
    assert not owner.is_running


def test_busy_is_told_around_work(qtbot, worker):
    told = []
    worker.busy_changed.connect(told.append)
    with qtbot.waitSignal(worker.idle):
        worker.submit_live(request(1))
    assert told[0] is True
    assert told[-1] is False
    assert worker.is_idle
