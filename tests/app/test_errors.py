"""What the user is told of an error, and that a forgotten one is logged."""

import sys

import pytest

from app.errors import TintlineError, describe, install_excepthook
from models.hints.hint_files import HintFileError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (TintlineError("a.png: cannot be\nread"), "a.png: cannot be read"),
        (HintFileError("h.json: not JSON"), "h.json: not JSON"),
        (ValueError("bad size"), "bad size"),
        (OSError(28, "No space left"), "OSError: [Errno 28] No space left"),
        (KeyError("x"), "KeyError: 'x'"),
        (MemoryError(), "MemoryError"),
        (TintlineError(), "TintlineError"),
    ],
)
def test_error_is_told_in_one_line(error, line):
    assert describe(error) == line


def test_uncaught_exception_is_logged_and_told(expected_log):
    expected_log.append("uncaught exception")
    told = []
    restore = install_excepthook(told.append)
    try:
        error = OSError("disk gone")
        sys.excepthook(OSError, error, None)
    finally:
        restore()
    assert told == ["OSError: disk gone"]


def test_interrupt_keeps_its_usual_handling(monkeypatch):
    passed, told = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *arguments: passed.append(arguments[0]))
    restore = install_excepthook(told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    restore()
    assert passed == [KeyboardInterrupt]
    assert told == []


def test_hook_is_put_back():
    before = sys.excepthook
    install_excepthook(lambda line: None)()
    assert sys.excepthook is before
