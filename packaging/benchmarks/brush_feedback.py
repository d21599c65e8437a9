"""From pen event to painted screen on a large picture, while a generator colours it.

    python packaging/benchmarks/brush_feedback.py [--width 4000] [--height 6000] [--events 600]

A pen paints curves on a paint layer of the real window, on Qt's offscreen screen: seen as a whole
and at 100 %, with a hard and with a soft brush. All the while hints are set beneath it, so that
inference runs and its answers arrive. A time begins where the event is sent and ends when the
window has painted all that is due; `own` is the processor time of the window's thread in it, what
it would be on a machine with nothing else to do. Exit status 1 if a 99th percentile is above
--limit.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from math import cos, sin, tau
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "benchmarks"))

from offscreen import PLAIN, Hand, hand_on_window  # noqa: E402

# isort: split
from big_picture import draw_page  # noqa: E402
from PySide6.QtCore import QEvent, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

import resources  # noqa: E402
from app.document.edits import AddHint  # noqa: E402
from app.document.project_file import new_project  # noqa: E402
from models.hints.hints import PointHint  # noqa: E402
from models.runtime.catalog import Catalog  # noqa: E402

LIMIT_MS = 16.0
PEN_S = 0.005
"""From one event of a pen to the next."""
HINT_EVERY = 40
"""Events after which another hint is set."""
TURN = 60
"""Events of one stroke."""
PERCENTILES = (50, 90, 99, 100)


def pen_device() -> QPointingDevice:
    """A pen with pressure."""
    can = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    stylus, pen = QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen
    return QPointingDevice("pen", 77, stylus, pen, can, 1, 3)


class Pen:
    """Sends a pen's events to the canvas and measures until they are painted."""

    def __init__(self, hand: Hand) -> None:
        self._canvas, self._device = hand.window.canvas, pen_device()

    def send(self, kind: QEvent.Type, at: QPointF, pressure: float) -> tuple[float, float]:
        """Milliseconds until the window has painted what an event at a view point changed, and
        of the window's thread in them."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        is_move, is_up = kind is QEvent.Type.TabletMove, kind is QEvent.Type.TabletRelease
        plain, button, held = PLAIN, none if is_move else left, none if is_up else left
        glob = self._canvas.mapToGlobal(at)
        event = QTabletEvent(
            kind, self._device, at, glob, pressure, 0, 0, 0, 0, 0, plain, button, held
        )
        begun, worked = time.perf_counter(), time.thread_time()
        QApplication.sendEvent(self._canvas, event)
        QApplication.processEvents()
        return 1000 * (time.perf_counter() - begun), 1000 * (time.thread_time() - worked)


def curve(hand: Hand, count: int) -> Iterator[tuple[QPointF, float]]:
    """Points of a pen that wanders over the view, with its pressure."""
    canvas = hand.window.canvas
    middle, reach = (canvas.width() / 2, canvas.height() / 2), 0.36 * canvas.height()
    for number in range(count):
        turn = tau * number / 97
        across = middle[0] + reach * sin(turn) * cos(turn / 5)
        yield QPointF(across, middle[1] + reach * sin(1.7 * turn)), 0.55 + 0.45 * sin(turn / 2)


def measure(hand: Hand, pen: Pen, events: int, seed: int) -> list[tuple[float, float]]:
    """Milliseconds of each move of the pen, and its own."""
    random, size = np.random.default_rng(seed), hand.document.size
    times = []
    for number, (at, pressure) in enumerate(curve(hand, events)):
        step = number % TURN
        first, last = QEvent.Type.TabletPress, QEvent.Type.TabletRelease
        kind = {0: first, TURN - 1: last}.get(step, QEvent.Type.TabletMove)
        took = pen.send(kind, at, pressure)
        if kind is QEvent.Type.TabletMove:
            times.append(took)
        if number % HINT_EVERY == HINT_EVERY - 1:
            x, y = (float(place) for place in random.uniform((0, 0), (size.width, size.height)))
            red, green, blue = (int(level) for level in random.integers(40, 250, 3))
            hand.parts.session.apply(AddHint(PointHint(x, y, (red, green, blue), 12.0)))
            QApplication.processEvents()
        time.sleep(max(0.0, PEN_S - took[0] / 1000))
    pen.send(QEvent.Type.TabletRelease, at, pressure)
    return times


def run(arguments: argparse.Namespace) -> list[dict[str, object]]:
    """A row of percentiles for each way of looking and painting."""
    line_u8 = draw_page(arguments.width, arguments.height)
    rgba_u8 = np.dstack([*[line_u8] * 3, np.full_like(line_u8, 255)])
    rows: list[dict[str, object]] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        hand_on_window(Path(folder), Catalog((resources.GENERATORS,))) as hand,
    ):
        hand.parts.session.open(new_project(rgba_u8, "page"))
        hand.settle()
        canvas, pen = hand.window.canvas, Pen(hand)
        hand.window.layers_panel.select("line")
        hand.window.layers_panel.work.add()
        for view, zoom in (("whole", 0.0), ("100 %", 1.0)):
            canvas.fit() if not zoom else canvas.zoom_to(zoom)
            for brush, hardness in (("hard", 1.0), ("soft", 0.0)):
                canvas.set_brush(
                    replace(canvas.brush, radius=arguments.radius, hardness=hardness, fades=True)
                )
                times, own = np.array(measure(hand, pen, arguments.events, len(rows))).T
                over = int((times > arguments.limit).sum())
                found = {
                    f"{name}{share}": float(np.percentile(listed, share))
                    for name, listed in (("p", times), ("own_p", own))
                    for share in PERCENTILES
                }
                rows.append({"view": view, "brush": brush, "events": len(times), "over": over}
                            | {name: round(value, 2) for name, value in found.items()})  # fmt: skip
                print(json.dumps(rows[-1]), flush=True)
        hand.settle()
    return rows


def main() -> int:
    """Print a line for each way; 1 if the 99th percentile of one is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--width", type=int, default=4000)
    parser.add_argument("--height", type=int, default=6000)
    parser.add_argument("--events", type=int, default=600)
    parser.add_argument("--radius", type=float, default=40.0, help="of the brush, in pixels")
    parser.add_argument("--limit", type=float, default=LIMIT_MS, help="milliseconds")
    rows = run(parser.parse_args())
    limit = parser.parse_args().limit
    return int(any(float(str(row["p99"])) > limit for row in rows))


if __name__ == "__main__":
    sys.exit(main())
