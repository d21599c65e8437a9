"""From a turn of the light's dial to the screen, in the real window: a distribution, and memory.

    python packaging/benchmarks/light_turn.py [PICTURE] [--turns N] [--style cel|two-tone|soft]

A sample with its hints is opened in Qt's offscreen window, and its light turned by events of the
wheel, a notch after another. Each time counts from the event until the canvas has painted the new
picture. Processor time is that of the whole process in between: what a turn would take at most
with a core to itself, however busy the machine is.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from big_picture import peak_mib

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.startup import bootstrap  # noqa: E402, F401 - comes before Qt

# isort: split
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QWheelEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

import resources  # noqa: E402
from app import main as application  # noqa: E402
from app.document.edits import SetHints  # noqa: E402
from app.document.light_edits import SetLight  # noqa: E402
from app.window.window import MainWindow  # noqa: E402
from models.hints.hint_files import read_hints_json  # noqa: E402
from models.lighting.light import PRESETS, ShadeStyle  # noqa: E402

BEAT_MS = 1
STEP_LIMIT_S = 600
NOTCH = 120
FIRST_TURNS = 3
"""Turns before the first that counts: what is kept of the drawing is made by then."""


class _Driver(QObject):
    """Walks through the steps from the window's own timer, and times the turns."""

    def __init__(self, picture: Path, turns: int, style: ShadeStyle) -> None:
        super().__init__()
        self._picture, self._turns, self._style = picture, turns, style
        self._steps = self._walk()
        self._is_done: Callable[[], bool] = lambda: True
        self._began = time.perf_counter()
        self._is_new = self._is_painted = False
        self.size = ""
        self.milliseconds: list[tuple[float, float]] = []

    def beat(self) -> None:
        """Begin the next step once this one is done."""
        if time.perf_counter() - self._began > STEP_LIMIT_S:
            raise SystemExit(f"a step took more than {STEP_LIMIT_S} s")
        if self._is_done():
            self._is_done = next(self._steps, lambda: False)
            self._began = time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Note that the canvas paints what is new."""
        self._is_painted |= self._is_new and event.type() is QEvent.Type.Paint
        return False

    def _walk(self) -> Iterator[Callable[[], bool]]:
        """Do something, then yield how to know that it is done."""
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        session, canvas, parts = window._parts.session, window.canvas, window._parts
        canvas.installEventFilter(self)
        yield lambda: not parts.background.is_busy
        window.files.open_path(self._picture)
        yield lambda: session.document is not None and parts.inference.is_idle
        assert session.document is not None
        self.size = str(session.document.size)
        hints = self._picture.with_suffix(".hints.json")
        if hints.is_file():
            session.apply(SetHints(read_hints_json(hints)))
        session.apply(SetLight(replace(PRESETS["day"], style=self._style)))
        window._docks.docks["light"].raise_()
        session.pixels_changed.connect(self._take_pixels)
        yield self._is_calm(window)
        for number in range(FIRST_TURNS + self._turns):
            self._is_new = self._is_painted = False
            started = np.array([time.perf_counter(), time.process_time()])
            _turn(window)
            yield lambda: self._is_painted and not canvas._more.isActive()
            taken = np.array([time.perf_counter(), time.process_time()]) - started
            if number >= FIRST_TURNS:
                self.milliseconds.append((float(taken[0]) * 1e3, float(taken[1]) * 1e3))
            yield self._is_calm(window)
        window._may_close = True
        window.close()

    def _take_pixels(self, layer_id: str, _region: object) -> None:
        self._is_new |= layer_id == "colour"

    @staticmethod
    def _is_calm(window: MainWindow) -> Callable[[], bool]:
        return lambda: window._parts.is_idle


def _turn(window: MainWindow) -> None:
    """A notch of the wheel over the dial."""
    dial = window.light_panel.dial
    at = QPointF(dial.rect().center())
    event = QWheelEvent(
        at, dial.mapToGlobal(at), QPoint(), QPoint(0, NOTCH), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dial, event)


def _drive(driver: _Driver, folder: Path) -> None:
    """Run the window until the driver has closed it."""
    application.settings_folder = lambda: folder  # type: ignore[assignment]
    application.recovery_folder = lambda: folder / "recovery"  # type: ignore[assignment]
    made = application._application()
    heart = QTimer(made)
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(driver.beat)
    heart.start(BEAT_MS)
    application.run(None)


def main() -> None:
    """Measure and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("picture", type=Path, nargs="?", default=resources.SAMPLES / "hana.png")
    parser.add_argument("--turns", type=int, default=72)
    styles = [style.value for style in ShadeStyle]
    parser.add_argument("--style", choices=styles, default=ShadeStyle.CEL.value)
    arguments = parser.parse_args()
    driver = _Driver(arguments.picture, arguments.turns, ShadeStyle(arguments.style))
    with tempfile.TemporaryDirectory() as folder:
        _drive(driver, Path(folder))
    found = {
        name: {f"p{share}": round(float(np.percentile(times, share))) for share in (10, 50, 90, 99)}
        for name, times in zip(("screen_ms", "processor_ms"), zip(*driver.milliseconds))
    }
    told = {"picture": f"{arguments.picture.name}, {driver.size}", "style": arguments.style}
    peak = round(peak_mib(resource.RUSAGE_SELF))
    print(json.dumps({**told, "turns": arguments.turns, **found, "peak_mib": peak}, indent=1))


if __name__ == "__main__":
    main()
