"""A 4000×6000 drawing through the command line and the window: memory, times, longest freeze.

    python packaging/benchmarks/big_picture.py [--width N] [--height N] [--device cpu]

Each way runs in a process of its own. The window is Qt's offscreen one; a timer in its thread
beats every few milliseconds while a file is opened, coloured, hinted, zoomed and saved, and the
longest time between two beats is how long the window did not answer. Ends with status 1 if a
limit is passed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from app.background import BackgroundWorker

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.files.whole import write_json  # noqa: E402
from models.pictures.files import write_png  # noqa: E402

MEMORY_LIMIT_MIB = 2048
FREEZE_LIMIT_MS = 100
BEAT_MS = 5
STEP_LIMIT_S = 1800
SEED = 11


def draw_page(width: int, height: int) -> NDArray[np.uint8]:
    """A page of closed, crossing curves: uint8 (height, width), 0 = ink."""
    random = np.random.default_rng(SEED)
    line_u8 = np.full((height, width), 255, dtype=np.uint8)
    turns = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    for _ in range(160):
        centre = random.uniform((0, 0), (width, height))
        radius = random.uniform(0.02, 0.16) * height
        wobble = 1 + 0.12 * np.sin(turns * random.integers(2, 7) + random.uniform(0, 6))
        path = centre + (radius * wobble)[:, None] * np.stack([np.cos(turns), np.sin(turns)], 1)
        points = [np.round(path * 16).astype(np.int32)]
        thickness = int(random.integers(3, 9))
        cv2.polylines(line_u8, points, True, 0, thickness, cv2.LINE_AA, 4)
    return line_u8


def make_hints(width: int, height: int, count: int) -> dict[str, object]:
    """Points and strokes all over the page, as a hint file holds them."""
    random = np.random.default_rng(SEED + 1)
    hints = []
    for index in range(count):
        x, y = (float(value) for value in random.uniform((0, 0), (width, height)))
        red, green, blue = (int(level) for level in random.integers(40, 250, 3))
        common = {"color": f"#{red:02x}{green:02x}{blue:02x}", "radius": 12.0}
        if index % 3:
            hints.append({"kind": "point", "x": x, "y": y, **common})
        else:
            hints.append({"kind": "stroke", "points": [[x, y], [x + 80, y + 40]], **common})
    return {"version": 1, "hints": hints}


def peak_mib(who: int) -> float:
    """Peak resident memory; Linux counts kibibytes, macOS bytes."""
    peak = resource.getrusage(who).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


@dataclass(frozen=True, slots=True)
class Phase:
    """One thing done in the window: how long until it was done, and the longest freeze in it.

    longest_gap_ms   between two beats; on a busy machine other programs' turns are in it.
    longest_own_ms   the part of a gap in which this process was at work in any thread: what the
                     gap could have been at most with the machine to itself.
    longest_work_ms  processor time of the window's own thread between two beats.
    """

    name: str
    seconds: float
    longest_gap_ms: float
    longest_own_ms: float
    longest_work_ms: float


def measure_command_line(folder: Path, arguments: argparse.Namespace) -> dict[str, object]:
    """Colour the page with layers, in a process of its own."""
    command = [
        sys.executable, "-m", "app", "colorize", str(folder / "page.png"), "-o",
        str(folder / "cli.png"), "--hints", str(folder), "--layers", "ora", "--device",
        arguments.device, "--json",
    ]  # fmt: skip
    started = time.perf_counter()
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    seconds = time.perf_counter() - started
    answer = json.loads(ran.stdout)
    return {
        "generator": answer["generator"],
        "device": answer["device"]["name"],
        "seconds": round(seconds, 2),
        "colour_ms": answer["pictures"][0]["milliseconds"],
        "hints": answer["pictures"][0]["hints"],
        "peak_mib": round(peak_mib(resource.RUSAGE_CHILDREN)),
    }


def measure_window(folder: Path, arguments: argparse.Namespace) -> dict[str, object]:
    """Drive the window in a process of its own."""
    command = [
        sys.executable, __file__, "--in-window", str(folder), "--device", arguments.device,
    ]  # fmt: skip
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, env=environment
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def drive_window(folder: Path, device: str) -> dict[str, object]:
    """Open, colour, hint, zoom and save in the real window, with a heart beating in its thread."""
    from app import main  # noqa: PLC0415 - bootstrap comes before Qt
    from app.startup import bootstrap  # noqa: F401, PLC0415 - bootstrap comes before Qt

    # isort: split
    from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    main.settings_folder = lambda: folder  # type: ignore[assignment]
    application = QApplication([])
    driver = _Driver(folder, device)
    heart = QTimer(application)
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(driver.beat)
    heart.start(BEAT_MS)
    status = main.run(None)
    return {
        "status": status,
        "phases": [
            {
                "name": phase.name,
                "seconds": round(phase.seconds, 2),
                "gap_ms": round(phase.longest_gap_ms),
                "own_ms": round(phase.longest_own_ms),
                "work_ms": round(phase.longest_work_ms),
            }
            for phase in driver.phases
        ],
        "peak_mib": round(peak_mib(resource.RUSAGE_SELF)),
    }


class _Driver:
    """Walks through the steps, one after another, from the window's own timer."""

    def __init__(self, folder: Path, device: str) -> None:
        self._folder = folder
        self._device = device
        self._steps = self._walk()
        self._is_done: Callable[[], bool] = lambda: True
        self._name = ""
        self._longest = np.zeros(3)
        self._began = time.perf_counter()
        self._last = self._clocks()
        self._full_results = 0
        self.phases: list[Phase] = []

    def beat(self) -> None:
        """Note the gap since the last beat; begin the next step once this one is done."""
        clocks = self._clocks()
        gap, own, work = (clocks - self._last) * 1e3
        self._longest = np.maximum(self._longest, (gap, min(gap, own), work))
        self._last = clocks
        now = float(clocks[0])
        if now - self._began > STEP_LIMIT_S:
            raise SystemExit(f"{self._name} took more than {STEP_LIMIT_S} s")
        if not self._is_done():
            return
        if self._name:
            self.phases.append(Phase(self._name, now - self._began, *self._longest.tolist()))
        self._began, self._longest = now, np.zeros(3)
        self._name, self._is_done = next(self._steps, ("", lambda: False))

    @staticmethod
    def _clocks() -> NDArray[np.float64]:
        """Seconds passed, and seconds of processor time of the process and of this thread."""
        return np.array([time.perf_counter(), time.process_time(), time.thread_time()])

    def _walk(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        """Do something, then yield its name and how to know that it is done."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from app.document.edits import AddHint  # noqa: PLC0415
        from app.window.window import MainWindow  # noqa: PLC0415
        from models.hints.hints import StrokeHint  # noqa: PLC0415
        from models.requests.request import Stage  # noqa: PLC0415

        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        parts = window._parts
        parts.inference.result_ready.connect(
            lambda update: self._count() if update.stage is Stage.FULL else None
        )
        background = parts.background
        yield "start", lambda: not background.is_busy
        yield "idle", partial(_is_past, time.perf_counter() + 2)
        window.files.open_path(self._folder / "page.png")
        yield "open and first colour", partial(self._has_full_results, 1)
        for number in range(3):
            wanted = self._full_results + 1
            x, y = 500.0 + 900 * number, 700.0 + 1500 * number
            stroke = StrokeHint(((x, y), (x + 90, y + 50)), (200, 90 + 40 * number, 70), 14.0)
            parts.session.apply(AddHint(stroke))
            yield f"hint {number + 1}", partial(self._has_full_results, wanted)
        canvas = window.canvas
        for name, move in (
            ("zoom in", lambda: canvas.zoom_by(8.0)),
            ("pan", lambda: canvas.pan(300.0, 200.0)),
            ("rotate", lambda: canvas.rotate_by(30.0)),
            ("fit", canvas.fit),
            ("undo", parts.session.undo),
        ):
            move()
            yield name, partial(_is_past, time.perf_counter() + 0.5)
        for suffix, save in (
            (".png", window.files.export_png),
            (".ora", window.files.export_ora),
            (".psd", window.files.export_psd),
            (".tintline", window.files.save),
        ):
            path = self._folder / f"window{suffix}"
            setattr(window.dialogs, "choose_save", _answer(path))  # noqa: B010 - no dialog opens
            save()
            yield f"save {suffix}", partial(self._is_saved, background, path)
        window.close()

    def _count(self) -> None:
        self._full_results += 1

    def _has_full_results(self, count: int) -> bool:
        return self._full_results >= count

    @staticmethod
    def _is_saved(background: "BackgroundWorker", path: Path) -> bool:
        return not background.is_busy and path.exists()


def _is_past(moment: float) -> bool:
    return time.perf_counter() > moment


def _answer(path: Path) -> Callable[[Path, str], Path]:
    """A dialog that is answered before it is asked."""
    return lambda _proposal, _filters: path


def main() -> int:
    """Measure both ways and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--width", type=int, default=4000)
    parser.add_argument("--height", type=int, default=6000)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="cpu")
    parser.add_argument("--in-window", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.in_window is not None:
        print(json.dumps(drive_window(arguments.in_window, arguments.device)))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page_u8 = draw_page(arguments.width, arguments.height)
        write_png(folder / "page.png", page_u8)
        hints = make_hints(arguments.width, arguments.height, 40)
        write_json(folder / "page.hints.json", hints)
        found = {
            "page": f"{arguments.width}×{arguments.height}",
            "command line": measure_command_line(folder, arguments),
            "window": measure_window(folder, arguments),
        }
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return _verdict(found["command line"], found["window"])  # type: ignore[arg-type]


def _verdict(command_line: dict[str, int], window: dict[str, object]) -> int:
    memory = max(command_line["peak_mib"], int(str(window["peak_mib"])))
    phases = window["phases"]
    assert isinstance(phases, list)
    gap, own, work = (max(p[key] for p in phases) for key in ("gap_ms", "own_ms", "work_ms"))
    print(f"peak memory {memory} MiB (limit {MEMORY_LIMIT_MIB})")
    print(f"longest freeze {gap} ms, at most {own} ms of it ours (limit {FREEZE_LIMIT_MS})")
    print(f"longest work of the window's thread {work} ms")
    return int(memory > MEMORY_LIMIT_MIB or own > FREEZE_LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
