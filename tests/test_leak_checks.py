"""The checks that every test runs under do catch what they are for."""

import os
import subprocess
import sys
import weakref

import pytest
from PySide6.QtCore import QTimer

from tests.helpers.places import ROOT

LEAKING = """
import logging
import threading
from PySide6.QtCore import QSettings, QThread, QTimer
from PySide6.QtWidgets import QWidget

KEPT = []
GATE = threading.Event()

def test_thread(qapp):
    KEPT.append(QThread())
    KEPT[-1].setObjectName("forgotten")
    KEPT[-1].start()

def test_timer(qapp):
    KEPT.append(QTimer())
    KEPT[-1].start(100000)

def test_widget(qapp):
    KEPT.append(QWidget())

def test_python_thread():
    KEPT.append(threading.Thread(target=GATE.wait, name="forgotten"))
    KEPT[-1].start()

def test_open_the_gate():
    GATE.set()
    KEPT[-1].join()

def test_log_line():
    logging.getLogger("app.session").warning("odd")

def test_missing_log_line(expected_log):
    expected_log.append("never said")

def test_tidy(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer()
    timer.start(100000)
    timer.stop()

def test_settings_are_written(qapp):
    QSettings("Tintline", "Tintline").setValue("a", 1)

def test_settings_are_fresh(qapp):
    assert QSettings("Tintline", "Tintline").value("a") is None
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The output of a run of leaking tests, in a process of its own."""
    folder = tmp_path_factory.mktemp("leaking")
    (folder / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    (folder / "test_leaking.py").write_text(LEAKING)
    (folder / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\nfilterwarnings = error\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "-rA", str(folder)]
    done = subprocess.run(
        command, cwd=folder, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.parametrize(
    ("test", "piece"),
    [
        ("test_thread", "thread 'forgotten', started at"),
        ("test_timer", "timer of 100000 ms, started at"),
        ("test_widget", "widget <PySide6.QtWidgets.QWidget"),
        ("test_python_thread", "thread 'forgotten'"),
        ("test_log_line", "unexpected log lines: ['odd']"),
        ("test_missing_log_line", "log lines that never came: ['never said']"),
    ],
)
def test_leak_fails_its_test_and_is_named(report, test, piece):
    assert f"ERROR test_leaking.py::{test} " in report
    assert piece in report


@pytest.mark.parametrize("test", ["test_tidy", "test_settings_are_fresh"])
def test_tidy_test_passes(report, test):
    assert f"ERROR test_leaking.py::{test} " not in report
    assert f"PASSED test_leaking.py::{test}" in report


def test_what_waits_for_a_signal_lives_until_the_test_is_over(qtbot):
    timer = QTimer()
    timer.setSingleShot(True)
    with qtbot.waitSignal(timer.timeout) as waiting:
        timer.start(0)
    kept = weakref.ref(waiting)
    del waiting
    assert kept() is not None


def test_signal_that_comes_after_the_wait_is_no_error(qtbot):
    timer = QTimer()
    timer.setSingleShot(True)
    signal = timer.timeout
    with qtbot.waitSignals([signal]) as waiting:
        timer.start(0)
    waiting._unique_signal_emitted(signal)
    assert waiting.signal_triggered
