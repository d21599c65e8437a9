"""For every test: no display, fresh settings, and nothing left alive or unexpectedly logged."""

import gc
import linecache
import logging
import os
import sys
import threading
import weakref
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
# Tests run side by side. Libraries whose threads wait for each other by spinning would make each
# of them many times as slow.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("MKL_NUM_THREADS", "1")

import cv2
import numpy as np
import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker
from shiboken6 import isValid

OWN_LOGGERS = ("app", "models", "training")
settings.register_profile("tintline", deadline=None)  # a busy machine is no fault
settings.load_profile("tintline")

THREAD_END_MS = 5000
PATIENCE_MS = 60_000
"""For what will come: however busy the machine is, only a test that fails waits as long."""
KEPT_BY_QT = ("QTipLabel",)
"""Top-level widgets that Qt keeps for the life of the application."""
KEPT_BY_LIBRARIES = ("tqdm_monitor", "Dask-Offload_0")
"""Daemon threads that libraries start once for the life of the process."""


GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    """--update-golden writes the golden pictures instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden pictures")


APART = ("test_published.py", "test_trainings.py")
"""Files whose tests share nothing costly but with those of the same parameter."""


def pytest_collection_modifyitems(items):
    """The costliest first: at the end no process is left with a long one."""
    items.sort(key=lambda item: "training" not in item.path.parts)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Of several processes one runs all tests of a file, which share what the file makes."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file, _, test = nodeid.partition("::")
            return file + test[test.find("[") :] if file.endswith(APART) else file

    config.option.loadscopereorder = False  # it would order by the number of tests
    return ByFile(config, log)


@pytest.fixture
def matches_golden(request):
    """Compare a uint8 picture with tests/golden/NAME.png, or write it with --update-golden."""

    def compare(name, picture_u8, *, mean_tolerance, outlier_share, outlier=32):
        path = GOLDEN / f"{name}.png"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(cv2.imencode(".png", picture_u8)[1].tobytes())
        golden = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        assert golden is not None, f"{path} is missing; run pytest --update-golden and look at it"
        assert golden.shape == picture_u8.shape, f"{path}: {golden.shape} != {picture_u8.shape}"
        away = np.abs(golden.astype(int) - picture_u8)
        assert away.mean() <= mean_tolerance, f"{path}: {away.mean():.2f} levels away on average"
        assert (away > outlier).mean() <= outlier_share, (
            f"{path}: {(away > outlier).mean():.2%} off"
        )

    return compare


def _caller() -> str:
    """The line outside this file that called the function which called this one."""
    frame = sys._getframe(2)
    name, number = frame.f_code.co_filename, frame.f_lineno
    return f"{name}:{number}: {linecache.getline(name, number).strip()}"


@pytest.fixture(autouse=True)
def isolated_settings(tmp_path):
    """QSettings() of a test is an empty file of its own."""
    previous = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, str(tmp_path / "settings"))
    yield
    QSettings.setDefaultFormat(previous)


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, with our patience."""
    for name in ("waitSignal", "waitSignals", "waitUntil"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def expected_log():
    """Append a piece of each warning or error that the test means to provoke."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog, expected_log):
    """Warnings and errors of our own loggers fail the test, and so do expected ones that miss."""
    yield
    records = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.split(".")[0] in OWN_LOGGERS
    ]
    messages = [record.getMessage() for record in records]
    surprises = [m for m in messages if not any(piece in m for piece in expected_log)]
    assert not surprises, f"unexpected log lines: {surprises}"
    missing = [piece for piece in expected_log if not any(piece in m for m in messages)]
    assert not missing, f"log lines that never came: {missing}"


@pytest.fixture(autouse=True)
def waits_outlive_their_signals(monkeypatch):
    """What waits for a signal is kept until every queued one is delivered.

    A thread may emit once more before the wait is over. The call is then queued for a method of
    pytest-qt's blocker, of which Qt holds no reference: delivered after the blocker is gone, it
    crashes the process. Delivered to one that is over, it is no error.
    """
    kept = []

    def record(kind):
        original = kind.__init__

        def begin(self, *arguments, **named):
            kept.append(self)
            original(self, *arguments, **named)

        monkeypatch.setattr(kind, "__init__", begin)

    emitted = MultiSignalBlocker._unique_signal_emitted

    def emitted_in_time(self, signal, *arguments):
        if signal in self._signals_map:  # which is emptied when the wait is over
            emitted(self, signal, *arguments)

    record(SignalBlocker)
    record(MultiSignalBlocker)
    monkeypatch.setattr(MultiSignalBlocker, "_unique_signal_emitted", emitted_in_time)
    yield
    _settle()
    kept.clear()


@pytest.fixture(autouse=True)
def no_leaks(monkeypatch):
    """Threads, timers and top-level widgets that outlive the test fail it, with their origin."""
    started: list[tuple[weakref.ref, str]] = []
    threads_before = set(threading.enumerate())
    widgets_before = set(_top_level_widgets())

    def record(kind, method):
        original = getattr(kind, method)

        def start(self, *arguments):
            started.append((weakref.ref(self), _caller()))
            return original(self, *arguments)

        monkeypatch.setattr(kind, method, start)

    record(QThread, "start")
    record(QTimer, "start")
    yield
    monkeypatch.undo()
    _settle()
    leaks = [*_living(started), *_living_python_threads(threads_before)]
    left = [widget for widget in _top_level_widgets() if widget not in widgets_before]
    leaks += [f"widget {widget!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    _settle()
    assert not leaks, "left alive by the test:\n" + "\n".join(leaks)


def _settle() -> None:
    """Let Qt deliver what is queued and delete what is to be deleted."""
    if QCoreApplication.instance() is None:
        return
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _living(started) -> list[str]:
    if any(reference() is not None for reference, _ in started):
        gc.collect(0)
    leaks = []
    for reference, origin in started:
        item = reference()
        if item is None or not isValid(item):
            continue
        if isinstance(item, QThread) and item.isRunning():
            leaks.append(f"thread {item.objectName()!r}, started at {origin}")
            item.quit()
            item.wait(THREAD_END_MS)  # so that the process survives to tell
        elif isinstance(item, QTimer) and item.isActive():
            leaks.append(f"timer of {item.interval()} ms, started at {origin}")
            item.stop()
    return leaks


def _living_python_threads(before) -> list[str]:
    """Those that do not end by themselves: a library may still be clearing up in one."""
    begun = [
        thread
        for thread in set(threading.enumerate()) - before
        # Qt's threads leave a dummy behind once Python code ran in them.
        if not isinstance(thread, threading._DummyThread) and thread.name not in KEPT_BY_LIBRARIES
    ]
    for thread in begun:
        thread.join(THREAD_END_MS / 1000)
    return [f"thread {thread.name!r}" for thread in begun if thread.is_alive()]


def _top_level_widgets():
    if not isinstance(QApplication.instance(), QApplication):
        return []
    widgets = QApplication.topLevelWidgets()
    return [w for w in widgets if w.metaObject().className() not in KEPT_BY_QT]
