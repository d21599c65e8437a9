"""Nothing leaves the machine, and nothing of ours is left in a home but the application's own."""

import sys

import pytest

import resources
from models.pictures.files import write_png
from tests.helpers.cuts import frame_u8, write_cut, write_hints
from tests.helpers.watched_run import native_watch, run_watched

WINDOW = """
import sys
import app.startup.bootstrap
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import main
from app.window.window import MainWindow

def look():
    for window in QApplication.topLevelWidgets():
        pixels = window.canvas._session.pixels if isinstance(window, MainWindow) else None
        if pixels is not None and "colour" in pixels:
            timer.stop()
            print("coloured")
            window.close()

application = QApplication([])
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
raise SystemExit(main.run(Path(sys.argv[1])))
"""


@pytest.fixture
def drawing(tmp_path):
    path = tmp_path / "drawing.png"
    write_png(path, frame_u8(0))
    return path


def python(*arguments):
    return [sys.executable, *map(str, arguments)]


def test_colorize_sends_and_leaves_nothing(drawing, tmp_path):
    out = tmp_path / "out.png"
    seen = run_watched(
        python("-m", "app", "colorize", drawing, "-o", out, "--generator", "tintline"),
        tmp_path / "watched",
    )
    assert out.exists()
    assert seen.sent == ()
    assert seen.files == ()


def test_batch_sends_and_leaves_nothing(tmp_path):
    frames, out = write_cut(tmp_path / "frames", [0, 3]), tmp_path / "out"
    seen = run_watched(
        python("-m", "app", "batch", frames, "-o", out, "--hints", write_hints(tmp_path / "hints"),
               "--generator", "tintline"),
        tmp_path / "watched",
    )  # fmt: skip
    assert (out / "a_0002.png").exists()
    assert seen.sent == ()
    assert seen.files == ()


def test_window_sends_nothing_and_leaves_its_settings_alone(drawing, tmp_path):
    seen = run_watched(python("-c", WINDOW, drawing), tmp_path / "watched")
    assert seen.output.splitlines() == ["coloured"]
    assert seen.sent == ()
    assert [path for path in seen.files if "Tintline" not in path.split("/")] == []


def test_the_library_is_quiet_for_whoever_else_uses_the_models(tmp_path):
    line = resources.GENERATORS / "tintline" / "line.onnx"
    asked = "import os; os.environ['ORT_DISABLE_TELEMETRY'] = '0'"
    run = f"onnxruntime.InferenceSession({str(line)!r}, providers=['CPUExecutionProvider'])"
    code = f"{asked}\nfrom models.runtime.library import onnxruntime\n{run}"
    seen = run_watched(python("-c", code), tmp_path / "watched")
    assert (seen.sent, seen.files) == ((), ())


def test_what_is_sent_by_python_is_seen(tmp_path):
    code = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect_ex(('192.0.2.1', 9))"
    assert run_watched(python("-c", code), tmp_path / "watched").sent


@pytest.mark.skipif(not native_watch(), reason="neither strace nor a network namespace works here")
def test_what_is_sent_by_native_code_is_seen(tmp_path):
    code = """
import ctypes, socket, struct, sys
libc = ctypes.CDLL(None)
address = struct.pack("=HH4s8x", socket.AF_INET, 9, bytes((192, 0, 2, 1)))
number = libc.socket(socket.AF_INET, socket.SOCK_DGRAM, 0)
libc.connect(number, address, len(address))
"""
    assert run_watched(python("-c", code), tmp_path / "watched").sent
