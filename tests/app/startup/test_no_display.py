"""Without a display the window says so in a line and ends with status 2."""

import builtins
import os
import subprocess
import sys

import pytest

from app.cli.command import run_command
from app.startup.qt import _reason
from tests.helpers.places import ROOT

NO_PLUGIN = {"QT_QPA_PLATFORM": "nonsense"}
NO_DISPLAY: dict[str, str] = {}


def start(settings, *arguments):
    """`tintline` in a process of its own, which knows no display but that of the settings."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env={**inherited, **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("settings", "reason", "has_file"),
    [
        (NO_PLUGIN, '"nonsense"', False),
        pytest.param(
            NO_DISPLAY,
            "there is no display, neither DISPLAY nor WAYLAND_DISPLAY is set",
            True,
            marks=pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux"),
        ),
    ],
    ids=["no plugin", "no display"],
)
def test_window_that_cannot_open_is_told_in_a_line(settings, reason, has_file, tmp_path):
    file = tmp_path / "cat.png"
    file.write_bytes(b"")
    ran = start(settings, *([str(file)] if has_file else []))
    assert ran.returncode == 2, ran.stderr
    said = [line for line in ran.stderr.splitlines() if line.startswith("tintline: ")]
    assert len(said) == 1
    assert said[0].startswith("tintline: the window cannot be opened: ")
    assert reason in said[0]
    assert "the command line works without: tintline --help" in said[0]
    assert "Traceback" not in ran.stderr
    assert ran.stdout == ""


def test_missing_library_is_told_in_a_line(monkeypatch, capsys):
    found = builtins.__import__

    def without_egl(name, *rest, **more):
        if name == "app" and rest[2:3] == (("main",),):
            raise ImportError("libEGL.so.1: cannot open shared object file")
        return found(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_egl)
    assert run_command([]) == 2
    said = capsys.readouterr().err
    assert said.startswith("tintline: the window cannot be opened: libEGL.so.1: cannot open")
    assert said.count("\n") == 1


def test_reason_names_the_display_and_what_qt_said():
    told = ["could not connect to display :9"]
    both = {"DISPLAY": ":9", "WAYLAND_DISPLAY": "wayland-9"}
    if sys.platform == "linux":
        assert "DISPLAY=:9 or WAYLAND_DISPLAY=wayland-9" in _reason(told, both)
    assert told[0] in _reason(told, {"QT_QPA_PLATFORM": "xcb"})
    assert _reason([], {"QT_QPA_PLATFORM": "xcb"})
