"""The file thread: tells on the window's thread, ends when told."""

from threading import Event, current_thread

import pytest

from app.background import BackgroundWorker


@pytest.fixture
def background(qapp):
    worker = BackgroundWorker()
    yield worker
    worker.stop()


def test_answer_comes_back_on_the_calling_thread(background, qtbot):
    seen = []
    background.run(
        "work",
        lambda: current_thread().ident,
        done=lambda ident: seen.append((ident, current_thread().ident)),
        failed=seen.append,
    )
    qtbot.waitUntil(lambda: bool(seen))
    worked_on, told_on = seen[0]
    assert worked_on != told_on == current_thread().ident


def test_error_is_given_to_the_caller_and_work_goes_on(background, qtbot):
    seen = []

    def fail():
        raise ValueError("cat.png is damaged")

    background.run("bad", fail, done=seen.append, failed=lambda error: seen.append(str(error)))
    background.run("good", lambda: 7, done=seen.append, failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["cat.png is damaged", 7]


def test_busy_names_what_is_done(background, qtbot):
    names, gate = [], Event()
    background.busy_changed.connect(names.append)
    background.run("first", gate.wait, done=lambda _: None, failed=names.append)
    background.run("second", lambda: None, done=lambda _: None, failed=names.append)
    assert background.is_busy
    gate.set()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert names == ["first", "first", "second", ""]


def test_stop_forgets_what_waits_and_tells_nobody(background, qtbot):
    seen, gate, begun = [], Event(), Event()

    def hold():
        begun.set()
        gate.wait()

    background.run("running", hold, done=seen.append, failed=seen.append)
    background.run("waiting", lambda: seen.append("ran"), done=seen.append, failed=seen.append)
    begun.wait()
    background._is_stopped = True
    gate.set()
    background.stop()
    assert not background.is_running
    assert seen == []
