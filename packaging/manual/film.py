"""The README's moving picture: the real window, worked by a hand, as an animated WebP.

    python packaging/manual/film.py OUT.webp [--width 840]

A sample is opened, its hints are painted colour by colour, the light is turned, a swatch gets
another colour. Nothing is drawn afterwards but the pointer.
"""

import argparse
import sys
import tempfile
from math import cos, radians, sin
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from offscreen import Hand, hand_on_window

# isort: split
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from app.document.swatch_edits import AddSwatches, ChangeColor
from models.hints.hint_files import read_hints_json
from models.hints.hints import Hint, StrokeHint
from models.hints.tags import Rgb, parse_color
from models.runtime.catalog import Catalog

SIZE = 1100, 700
SAMPLE, GROUND, COAT, HINTS = "kaito", "#dcecf2", "#f2c23e", 84
BRIEF_MS, LOOK_MS, LAST_MS = 90, 420, 2600
STEPS_OF_STROKE = 1
TURN = tuple(range(315, 405, 15)), tuple(range(390, 285, -15))
SWATCHES = ("#5b9a6f", "#7a5aa8", "#d2604f")
ARROW = [(0, 0), (0, 15), (3.6, 11.8), (6, 17), (8.3, 16), (5.9, 11), (10.6, 11)]


class Film:
    """Takes pictures of a window, and knows where its pointer is."""

    def __init__(self, hand: Hand, width: int) -> None:
        self._hand, self._width = hand, width
        self._pointer = QPoint(SIZE[0] // 2, SIZE[1] // 2)
        self.frames: list[Image.Image] = []
        self.durations: list[int] = []

    def point(self, spot: QPoint) -> None:
        """Move the pointer to a place on the canvas."""
        self._pointer = self._hand.window.canvas.mapTo(self._hand.window, spot)

    def take(self, milliseconds: int) -> None:
        """One picture, shown for so long."""
        QApplication.processEvents()
        shot = self._hand.window.grab().toImage()
        painter = QPainter(shot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._pointer)
        painter.setPen(QPen(QColor(20, 20, 24), 1.2))
        painter.setBrush(QColor("white"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ARROW]))
        painter.end()
        shot = shot.convertToFormat(QImage.Format.Format_RGB888)
        rows = bytes(shot.constBits())
        picture = Image.frombytes(
            "RGB", (shot.width(), shot.height()), rows, "raw", "RGB", shot.bytesPerLine()
        )
        height = round(picture.height * self._width / picture.width)
        self.frames.append(picture.resize((self._width, height), Image.Resampling.LANCZOS))
        self.durations.append(milliseconds)

    def write(self, path: Path) -> None:
        """All pictures, again and again."""
        self.durations[-1] = LAST_MS
        first, *others = self.frames
        first.save(
            path, save_all=True, append_images=others, duration=self.durations, loop=0,
            quality=50, method=6,
        )  # fmt: skip


def main() -> int:
    """Play, and write the film."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=840)
    arguments = parser.parse_args()
    drawing = resources.SAMPLES / f"{SAMPLE}.png"
    catalog = Catalog((resources.GENERATORS,))
    with (
        tempfile.TemporaryDirectory(prefix="tintline-film-") as folder,
        hand_on_window(Path(folder), catalog) as hand,
    ):
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        hand.parts.appearance.apply(application)
        hand.window.resize(*SIZE)
        film = Film(hand, arguments.width)
        hand.window.files.open_path(drawing)
        hand.settle()
        hand.window.commands["light"].setChecked(False)
        hand.settle()
        film.take(900)
        paint(hand, film, drawing)
        turn_light(hand, film)
        change_swatch(hand, film)
        film.write(arguments.out)
    print(f"{len(film.frames)} pictures, {arguments.out.stat().st_size / 1e3:.0f} KB")
    return 0


def paint(hand: Hand, film: Film, drawing: Path) -> None:
    """The hints that matter most, colour by colour: the ground first, then those of most hints."""
    by_color: dict[Rgb, list[Hint]] = {}
    for hint in list(read_hints_json(drawing.with_suffix(".hints.json")))[:HINTS]:
        by_color.setdefault(hint.color, []).append(hint)
    ground = parse_color(GROUND)
    for color, hints in sorted(
        by_color.items(), key=lambda each: (each[0] != ground, -len(each[1]))
    ):
        hand.window._brush.choose_color(color)
        for hint in sorted(hints, key=lambda each: not isinstance(each, StrokeHint)):
            touch(hand, film, hint)
        rest(hand, film)
        hand.settle()
        film.take(LOOK_MS)


def rest(hand: Hand, film: Film) -> None:
    """The pointer beside the drawing, where it outlines nothing."""
    spot = QPoint(hand.window.canvas.width() - 60, hand.window.canvas.height() - 150)
    QTest.mouseMove(hand.window.canvas, spot)
    film.point(spot)


def touch(hand: Hand, film: Film, hint: Hint) -> None:
    """One stroke or touch of the brush; a stroke is seen while it grows."""
    canvas, button, plain = (
        hand.window.canvas,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    is_stroke = isinstance(hint, StrokeHint)
    hand.window.commands[f"tool_{'brush' if is_stroke else 'point'}"].trigger()
    spots = [hand.at(point) for point in hint.points]
    film.point(spots[0])
    QTest.mouseMove(canvas, spots[0])
    QTest.mousePress(canvas, button, plain, spots[0])
    if isinstance(hint, StrokeHint):
        step = max(1, len(spots) // STEPS_OF_STROKE)
        for number, spot in enumerate(spots[1:], start=1):
            QTest.mouseMove(canvas, spot)
            if number % step == 0:
                film.point(spot)
                film.take(BRIEF_MS)
    QTest.mouseRelease(canvas, button, plain, spots[-1])
    film.point(spots[-1])


def turn_light(hand: Hand, film: Film) -> None:
    """On, to the right and back to the left, by the sun on its ring."""
    hand.window._docks.docks["light"].raise_()
    hand.window.commands["light"].setChecked(True)
    middle = hand.window.canvas.rect().center()
    for angle in (*TURN[0], *TURN[1]):
        hand.window.light_panel.turn_to(angle % 360)
        hand.settle()
        across, down = 172 * sin(radians(angle)), -172 * cos(radians(angle))
        film.point(QPoint(middle.x() + round(across) + 3, middle.y() + round(down) + 3))
        film.take(160)
    film.take(LOOK_MS)


def change_swatch(hand: Hand, film: Film) -> None:
    """The coat's colour turns to others, and all that has it with it."""
    hand.window._docks.docks["palette"].raise_()
    session = hand.parts.session
    hints = hand.document.hints
    colors = [hint.color for hint in hints]
    session.apply(AddSwatches(tuple(dict.fromkeys(colors))))
    rest(hand, film)
    key = parse_color(COAT)
    for name in SWATCHES:
        session.apply(ChangeColor(key, parse_color(name)))
        hand.settle()
        film.take(700)


if __name__ == "__main__":
    raise SystemExit(main())
