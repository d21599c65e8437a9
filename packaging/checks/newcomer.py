"""A newcomer's path: from the start page through the tour to a saved PSD of an own drawing.

    python packaging/checks/newcomer.py FOLDER [--theme light]

Every step is made by events of mouse and keys on what is seen, nothing is called behind the window.
A picture of each step is written into FOLDER, beside the drawing that the newcomer brings and the
PSD that they take home. Actions are counted: clicks, strokes and keys. Exit status 1, with the step
that cannot be done, where something is missing, disabled or without effect.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "benchmarks"))

from offscreen import LEFT, Hand, hand_on_window  # noqa: E402

# isort: split
from PIL import Image  # noqa: E402
from psd_tools import PSDImage  # noqa: E402
from PySide6.QtCore import QPoint, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QMenu,
    QTabBar,
    QWidget,
)

import resources  # noqa: E402
from models.arrays import U8Array  # noqa: E402
from models.hints.hints import Point  # noqa: E402
from models.runtime.catalog import Catalog  # noqa: E402

SIZE = 1366, 768
"""Of the window: a laptop's."""
HEIGHT, WIDTH = 1000, 800
FUR, BELLY, CUSHION, WALL = "e8a24c", "fff0d8", "b04a5a", "bcd8e0"
TOUCHES: tuple[tuple[str, tuple[Point, ...]], ...] = (
    (WALL, ((120.0, 80.0), (680.0, 80.0))),
    (FUR, ((330.0, 330.0), (470.0, 330.0))),
    (FUR, ((300.0, 640.0), (290.0, 740.0))),
    (FUR, ((640.0, 620.0), (652.0, 700.0))),
    (BELLY, ((400.0, 600.0), (400.0, 720.0))),
    (CUSHION, ((180.0, 880.0), (620.0, 880.0))),
)
"""Colour by colour, what the newcomer strokes."""


class StepError(Exception):
    """A step of the path cannot be done."""


def draw_cat() -> U8Array:
    """A cat on a cushion in grey ink, uint8 (HEIGHT, WIDTH)."""
    line_u8 = np.full((HEIGHT, WIDTH), 255, np.uint8)

    def curve(points: list[Point], width: int = 5, *, hides: bool = False) -> None:
        """Past all points, smoothly; closed where the last is the first.

        hides  what lies behind it.
        """
        knots = np.array(points)
        steps = np.arange(len(knots))
        fine = np.linspace(0, len(knots) - 1, 24 * len(knots))
        smooth = np.stack([np.interp(fine, steps, column) for column in knots.T], axis=1)
        kernel = np.hanning(27)[:, None] / np.hanning(27).sum()
        is_closed = points[0] == points[-1]
        ring = smooth[:-1] if is_closed else smooth
        padded = np.concatenate(
            (ring[-13:], ring, ring[:13])
            if is_closed
            else (ring[:1].repeat(13, 0), ring, ring[-1:].repeat(13, 0))
        )
        smooth = cv2.filter2D(padded, -1, kernel)[13:-13]
        path = np.round(smooth * 16).astype(np.int32)
        if hides:
            cv2.fillPoly(line_u8, [path], (255,), cv2.LINE_AA, shift=4)
        cv2.polylines(line_u8, [path], is_closed, (30,), width, cv2.LINE_AA, shift=4)

    def oval(center: tuple[int, int], axes: tuple[int, int], width: int = cv2.FILLED) -> None:
        cv2.ellipse(line_u8, center, axes, 0, 0, 360, (30,), width, cv2.LINE_AA)

    oval((400, 880), (300, 74), 5)
    body: list[Point] = [
        (330, 440), (262, 600), (238, 730), (246, 840), (330, 870), (400, 874), (470, 870),
        (554, 840), (562, 730), (538, 600), (470, 440), (400, 430), (330, 440),
    ]  # fmt: skip
    tail: list[Point] = [
        (500, 800), (640, 800), (690, 720), (680, 620), (640, 560), (604, 590), (622, 640),
        (634, 700), (604, 744), (500, 742),
    ]  # fmt: skip
    curve(tail)
    curve(body, hides=True)
    head: list[Point] = [
        (400, 250), (476, 262), (520, 190), (566, 140), (578, 230), (580, 320), (596, 400),
        (530, 478), (400, 506), (270, 478), (204, 400), (220, 320), (222, 230), (234, 140),
        (280, 190), (324, 262), (400, 250),
    ]  # fmt: skip
    curve(head, hides=True)
    curve([(330, 560), (352, 690), (400, 740), (448, 690), (470, 560), (400, 536), (330, 560)], 4)
    for x in (330, 470):
        oval((x, 372), (26, 32))
        cv2.circle(line_u8, (x - 8, 360), 8, (255,), -1, cv2.LINE_AA)
    oval((400, 420), (13, 9))
    curve([(400, 430), (392, 452), (366, 452)], 4)
    curve([(400, 430), (408, 452), (434, 452)], 4)
    for side in (-1, 1):
        for rise in (-14, 12):
            curve([(400 + side * 96, 424 + rise // 2), (400 + side * 150, 422 + rise)], 3)
        curve([(400 + side * 46, 780), (400 + side * 50, 862)], 4)
    return line_u8


class Newcomer:
    """Takes one step after the other, and a picture of each."""

    def __init__(self, hand: Hand, folder: Path) -> None:
        self._hand, self._folder = hand, folder
        self._window = hand.window
        self._number = 0
        self.actions = 0

    def see(self, name: str) -> None:
        """A picture of the window, the pointer beside the drawing."""
        self._number += 1
        canvas = self._window.canvas
        QTest.mouseMove(canvas, QPoint(canvas.width() - 30, canvas.height() - 30))
        self._hand.settle()
        shot = self._window.grab()
        path = self._folder / f"{self._number:02d}_{name}.png"
        if not shot.save(str(path)):
            raise StepError(f"{path}: cannot be written")
        print(f"{path.name}: {self.actions} actions so far", flush=True)

    def expect(self, is_so: bool, what: str) -> None:
        """Raises StepError where something has no effect."""
        if not is_so:
            raise StepError(what)

    def find(self, kind: type[QWidget], text: str) -> QWidget:
        """What is seen under a text or, for whoever cannot see it, named so."""
        for widget in self._window.findChildren(kind):
            said = widget.text() if isinstance(widget, QAbstractButton) else ""
            if text in (said.replace("&", ""), widget.accessibleName()) and widget.isVisible():
                self.expect(widget.isEnabled(), f"{text!r} is grey")
                return widget
        raise StepError(f"nothing named {text!r} is to be seen")

    def press(self, widget: QWidget, at: QPoint | None = None) -> None:
        """A click."""
        self.actions += 1
        QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())
        self._hand.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A key on the canvas."""
        self.actions += 1
        self._hand.key(key, modifier)
        self._hand.settle()

    def tab(self, text: str) -> None:
        """Bring a panel to the front by its tab."""
        for bar in self._window.findChildren(QTabBar):
            for index in range(bar.count()):
                if bar.tabText(index) == text and bar.isVisible():
                    self.press(bar, bar.tabRect(index).center())
                    return
        raise StepError(f"there is no tab {text!r}")

    def menu(self, title: str, text: str) -> None:
        """Open a menu of the menu bar and choose from it."""
        bar = self._window.menuBar()
        for action in bar.actions():
            if action.text().replace("&", "") == title:
                self.press(bar, bar.actionGeometry(action).center())
                menu = action.menu()
                self._choose(menu, text)
                return
        raise StepError(f"there is no menu {title!r}")

    def _choose(self, menu: object, text: str) -> None:
        self.expect(isinstance(menu, QMenu) and menu.isVisible(), "the menu does not open")
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            if action.text().replace("&", "") == text:
                self.expect(action.isEnabled(), f"{text!r} is grey")
                self.press(menu, menu.actionGeometry(action).center())
                return
        raise StepError(f"there is no {text!r} in the menu")

    def type_color(self, digits: str) -> None:
        """A colour by its digits, as it was written down."""
        entry = self.find(QWidget, "Colour as hexadecimal digits")
        self.actions += 1
        entry.setFocus()
        QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(entry, f"#{digits}")
        QTest.keyClick(entry, Qt.Key.Key_Return)

    def stroke(self, points: tuple[Point, ...]) -> None:
        """One stroke of the chosen tool."""
        self.actions += 1
        self._hand.drag(*points)
        self._hand.settle()


def take_tour(one: Newcomer, hand: Hand, folder: Path) -> None:
    """Do what each step of the tour asks for. Raises StepError."""
    window, tour = hand.window, hand.window.help.tour
    size = hand.document.size
    hand.answers.path = folder / "tour.png"
    across = size.width / 40

    def stroke(x: float, y: float) -> None:
        middle = size.width * x, size.height * y
        one.stroke(((middle[0] - across, middle[1]), (middle[0] + across, middle[1])))

    deeds: tuple[Callable[[], None], ...] = (
        lambda: stroke(0.5, 0.2),
        lambda: one.type_color(CUSHION),
        lambda: stroke(0.5, 0.7),
        lambda: one.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        lambda: one.press(next(iter(window.tags_panel.groups[0].chips.values()))),
        lambda: one.press(one.find(QAbstractButton, "Lamp: from the upper right, strong and warm")),
        lambda: one.press(one.find(QAbstractButton, "Hide Line art")),
        lambda: one.press(one.find(QAbstractButton, "Export PNG")),
    )
    for number, deed in enumerate(deeds, start=1):
        step = tour.step
        one.expect(step is not None, f"the tour ends before step {number}")
        one.see(f"tour_{number}")
        deed()
        hand.wait(lambda before=step: tour.step is not before)
    one.expect(not tour.is_on, "the tour does not end")
    one.expect(hand.answers.path.is_file(), "the tour's picture is not written")


def walk(hand: Hand, folder: Path) -> int:
    """The whole path; the actions that it took. Raises StepError."""
    one = Newcomer(hand, folder)
    drawing, saved = folder / "my_cat.png", folder / "my_cat.psd"
    Image.fromarray(draw_cat()).save(drawing)
    shown: Callable[[], U8Array] = lambda: hand.parts.session.pixels.get("flats").copy()  # noqa: E731
    one.see("start_page")
    one.press(one.find(QAbstractButton, "Tour of two minutes"))
    one.expect(hand.window.help.tour.is_on, "the tour does not begin")
    take_tour(one, hand, folder)
    hand.answers.path = drawing
    one.menu("File", "Open…")
    one.expect(hand.parts.session.name == "my_cat", "the drawing does not open")
    one.see("own_drawing")
    one.press(one.find(QAbstractButton, "Brush"))
    last = ""
    for digits, points in TOUCHES:
        if digits != last:
            one.type_color(digits)
        last = digits
        one.stroke(points)
        x, y = (int(each) for each in points[0])
        color = tuple(bytes.fromhex(digits))
        one.expect(
            tuple(shown()[y, x, :3]) == color, f"where a stroke of {digits} lies is another colour"
        )
    one.see("colours")
    count = len(hand.document.hints)
    one.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    one.expect(len(hand.document.hints) == count - 1, "the last stroke cannot be taken back")
    one.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    one.expect(len(hand.document.hints) == count, "what was taken back cannot be done again")
    one.tab("Light")
    one.press(one.find(QAbstractButton, "Lamp: from the upper right, strong and warm"))
    one.expect(hand.document.light is not None, "the lamp gives no light")
    one.see("light")
    hand.answers.path = saved
    one.menu("File", "Export PSD…")
    one.expect(saved.is_file(), "no PSD is written")
    names = [layer.name for layer in PSDImage.open(saved).descendants()]
    one.expect(len(names) > 2, f"the PSD holds {names} alone")
    one.see("saved")
    print(f"{saved.name}: {', '.join(names)}")
    return one.actions


def main() -> int:
    """Walk, and tell how far."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="dark")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    catalog = Catalog((resources.GENERATORS,))
    with (
        tempfile.TemporaryDirectory() as place,
        hand_on_window(Path(place), catalog, samples=resources.SAMPLES) as hand,
    ):
        hand.parts.appearance.use(arguments.theme)
        hand.dress()
        hand.window.resize(*SIZE)
        QApplication.processEvents()
        try:
            actions = walk(hand, arguments.folder)
        except StepError as error:
            print(f"cannot go on: {error}")
            return 1
    print(f"from the start page to a PSD in {actions} actions")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
