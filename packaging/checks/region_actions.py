"""Random actions of the region tools in the real window, then save, reopen and replay.

    python packaging/checks/region_actions.py [--actions 2000] [--seed 1] [--minutes 0]

Every action is made by events of mouse and keys, from a seed: fills, pieces, kept and bare regions,
loops, leftovers, hints with Shift, barriers, joins, taps on ringed gaps, sliders, the eraser, undo
and redo. The saved project must read as the same document, and the same actions on the same drawing
must end in it again. Memory is what the process holds after each tenth of the actions. Exit status
1 if documents differ, something failed in the window, or memory grows by more than --growth MiB
over the second half. With --minutes the first play takes at least so long, its actions spread over
it, as an artist's do. `window_actions.py` acts on everything else as well.
"""

import argparse
import gc
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "benchmarks"))

from offscreen import PLAIN, Hand, hand_on_window  # noqa: E402

# isort: split
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from app.document.document import Document  # noqa: E402
from app.document.project_file import new_project, read_project  # noqa: E402
from models.arrays import U8Array  # noqa: E402
from models.device import CPU  # noqa: E402
from models.hints.hints import Point  # noqa: E402
from models.hints.tags import Rgb  # noqa: E402
from models.reading.reader import DrawingReader  # noqa: E402
from models.requests.colorizer import Colorizer  # noqa: E402
from models.runtime.catalog import Catalog  # noqa: E402

SIDE = 240
KEPT_BYTES = 4 << 20
"""What is kept of drawings that were read, of each kind, in place of some hundred MiB: so it is
full soon, and what grows afterwards is lost."""
COLORS: tuple[Rgb, ...] = ((200, 60, 60), (60, 120, 200), (240, 210, 90), (80, 160, 90))
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key
WAYS = (
    ("fill", 6), ("keep", 2), ("bare", 2), ("loop", 2), ("leftovers", 2), ("shift", 3),
    ("brush", 2), ("barrier", 3), ("join", 3), ("tap", 2), ("gap", 2), ("smallest", 2),
    ("erase", 3), ("undo", 6), ("redo", 3), ("next", 2),
)  # fmt: skip
"""What is done, and how often against the others."""


Act = Callable[[Hand, np.random.Generator], None]


def drawing() -> U8Array:
    """Rooms with doors, RGBA (SIDE, SIDE, 4): gaps of one to nine pixels between them."""
    line_u8 = np.full((SIDE, SIDE), 255, np.uint8)
    for row in range(4):
        for column in range(4):
            corner = np.array([12 + 56 * column, 12 + 56 * row])
            cv2.rectangle(line_u8, corner, corner + 46, (0,), 2)
            gap = 1 + 2 * ((row + column) % 5)
            left, top = corner[0] + 20, corner[1] - 3
            line_u8[top : top + 6, left : left + gap] = 255
    return np.asarray(cv2.cvtColor(line_u8, cv2.COLOR_GRAY2RGBA), np.uint8)


def act_on_regions(hand: Hand, random: np.random.Generator) -> None:
    """One random action, to its end."""
    names, shares = zip(*WAYS)
    way = str(random.choice(names, p=np.array(shares) / sum(shares)))
    points = [(float(x), float(y)) for x, y in random.uniform(2, SIDE - 2, (4, 2))]
    hand.window.canvas.fit()
    choose_color(hand, COLORS[int(random.integers(len(COLORS)))])
    if way in ("fill", "keep", "bare", "leftovers"):
        keys = {"fill": KEYS.Key_F, "keep": KEYS.Key_K, "bare": KEYS.Key_U, "leftovers": KEYS.Key_F}
        hand.key(keys[way])
        if way == "leftovers":
            hand.click(hand.window.central.fill_bar.only_left)
        hand.drag(*points[: int(random.integers(1, 4))])
        hand.settle()
        if way == "leftovers":
            hand.click(hand.window.central.fill_bar.only_left)
    elif way == "loop":
        hand.key(KEYS.Key_L)
        hand.drag(*points, points[0])
    elif way in ("shift", "brush"):
        hand.key(KEYS.Key_B)
        hand.drag(
            *points[: int(random.integers(1, 3))], modifier=SHIFT if way == "shift" else PLAIN
        )
    elif way in ("barrier", "join"):
        hand.key(KEYS.Key_W if way == "barrier" else KEYS.Key_J)
        hand.drag(*points[:2])
    elif way == "tap":
        _tap_a_ring(hand, random)
    elif way in ("gap", "smallest"):
        bar = hand.window.central.gap_bar
        hand.window.commands["leaks"].setChecked(True)
        hand.settle()
        chosen = bar.gap if way == "gap" else bar.smallest
        chosen.slider.setValue(int(random.integers(0, 24)))
        hand.wait(lambda: not chosen.is_waiting)
        hand.window.commands["leaks"].setChecked(False)
    elif way == "erase":
        hand.key((KEYS.Key_F, KEYS.Key_W, KEYS.Key_J)[int(random.integers(3))])
        hand.key(KEYS.Key_E)
        hand.drag(*points[:2])
    elif way in ("undo", "redo"):
        hand.key(KEYS.Key_Z if way == "undo" else KEYS.Key_Y, CONTROL)
    else:
        hand.key(KEYS.Key_F)
        hand.key(KEYS.Key_N)
        hand.settle()
        hand.key(KEYS.Key_F, SHIFT)
    hand.settle()


def choose_color(hand: Hand, color: Rgb) -> None:
    """Take a colour for the brush, by its digits."""
    entry = hand.window.color_panel.hex_entry
    entry.setText("#{:02x}{:02x}{:02x}".format(*color))
    entry.returnPressed.emit()
    entry.editingFinished.emit()


def _tap_a_ring(hand: Hand, random: np.random.Generator) -> None:
    hand.window.commands["leaks"].setChecked(True)
    hand.settle()
    hand.key(KEYS.Key_W if random.random() < 0.5 else KEYS.Key_J)
    hand.settle()
    leaks = hand.window.canvas.overlay.leaks
    if leaks:
        leak = leaks[int(random.integers(len(leaks)))]
        at: Point = leak.x, leak.y
        hand.drag(at)
        hand.settle()
    hand.window.commands["leaks"].setChecked(False)


def resident_mib() -> float:
    """What the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def painter_of(catalog: Catalog, name: str) -> Colorizer:
    """What colours, and keeps little of the drawings that it read."""
    generator = catalog.load(name or catalog.usable()[0].name, CPU)
    reader = DrawingReader(
        generator,
        feature_bytes=KEPT_BYTES,
        guide_bytes=KEPT_BYTES,
        region_bytes=KEPT_BYTES,
    )
    return Colorizer(generator, reader=reader)


def difference(first: Document, second: Document) -> str:
    """In words: the same, or what is not."""
    names = [each.name for each in fields(Document)]
    other = [name for name in names if getattr(first, name) != getattr(second, name)]
    return f"OTHER: {', '.join(other)}" if other else "the same"


def play(
    folder: Path, actions: int, seed: int, act: Act, minutes: float
) -> tuple[Document, Document, list[float], list[str]]:
    """The document after so many actions in at least so many minutes, the same as read from its
    project, the memory, and what failed."""
    failures: list[str] = []
    sys.excepthook = lambda *error: failures.append("".join(traceback.format_exception(*error)))
    random = np.random.default_rng(seed)
    memory = []
    catalog = Catalog([])
    with hand_on_window(folder, catalog, lambda name: painter_of(catalog, name)) as hand:
        hand.dress()
        QGuiApplication.clipboard().clear()
        hand.parts.session.failed.connect(failures.append)
        hand.parts.session.open(new_project(drawing(), "rooms"))
        hand.settle()
        begun = time.monotonic()
        for number in range(1, actions + 1):
            act(hand, random)
            rest_s = 60 * minutes * number / actions - (time.monotonic() - begun)
            QTest.qWait(max(0, round(1000 * rest_s)))
            if number % max(1, actions // 10) == 0:
                memory.append(resident_mib())
                passed = (time.monotonic() - begun) / 60
                print(f"{number} actions, {passed:.0f} min: {memory[-1]:.0f} MiB", flush=True)
        hand.answers.path = folder / "rooms.tintline"
        hand.window.commands["save_as"].trigger()
        hand.settle()
        QGuiApplication.clipboard().clear()  # while there is an application that owns it
        document = hand.document
        return document, read_project(hand.answers.path).document, memory, failures


def main(act: Act, description: str) -> int:
    """Play twice and compare."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--actions", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--growth", type=float, default=32.0, help="MiB over the second half")
    parser.add_argument("--minutes", type=float, default=0.0, help="that the first play takes")
    arguments = parser.parse_args()
    ends = []
    memory: list[float] = []
    for name, minutes in (("first", arguments.minutes), ("again", 0.0)):
        with tempfile.TemporaryDirectory() as place:
            ends.append(play(Path(place), arguments.actions, arguments.seed, act, minutes))
            memory = memory or ends[-1][2]
        document, reopened, _, failures = ends[-1]
        print(
            f"{name}: {len(document.hints)} hints, {len(document.barriers)} barriers, "
            f"{len(document.joins)} joins, {len(document.paintings)} paint layers; "
            f"reopened {difference(document, reopened)}"
        )
        print("\n".join(f"failed: {failure}" for failure in failures), end="")
    told = difference(ends[0][0], ends[-1][0])
    is_same = all(document == ends[0][0] == reopened for document, reopened, *_ in ends)
    growth = memory[-1] - memory[len(memory) // 2] if memory else 0.0
    print(f"replayed {told}; memory grew by {growth:.1f} MiB")
    has_failed = any(failures for *_, failures in ends)
    return 0 if is_same and not has_failed and growth <= arguments.growth else 1


if __name__ == "__main__":
    raise SystemExit(main(act_on_regions, __doc__))
