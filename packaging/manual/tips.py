"""The pictures of the tools' tips: what each does, in the real window, as WebP.

    python packaging/manual/tips.py [FOLDER]

A cat of ours is opened and coloured, each tool is used on it by events of the mouse, and what lies
around the pointer is kept at twice the size that tips show. Nothing is drawn afterwards but the
pointer. Look at each before you commit it.
"""

# ruff: noqa: E402 - Qt is told its scale before it is imported
import os
import sys
import tempfile
from dataclasses import dataclass, replace
from math import cos, sin
from pathlib import Path

os.environ["QT_SCALE_FACTOR"] = "2"
for room in ("benchmarks", "checks"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / room))

from newcomer import BELLY, CUSHION, FUR, TOUCHES, draw_cat
from offscreen import LEFT, PLAIN, Hand, hand_on_window

# isort: split
import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from app.canvas.cursors import outlined
from app.canvas.tools import ToolName
from app.commands.tool_tips import PICTURE
from app.document.edits import SetHints
from app.document.light_edits import SetLight
from app.document.project_file import new_project
from models.files.whole import write_bytes
from models.hints.hints import Hint, HintSet, Point, PointHint, StrokeHint
from models.hints.tags import parse_color
from models.lighting.light import Light
from models.runtime.catalog import Catalog

SCALE = 0.72
"""Device pixels of a picture pixel."""
BLUSH = "e87a6a"
Way = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a tool does on the cat.

    way       of the pointer, in picture pixels.
    hints     that lie there before, as colour and way; one place is a point.
    is_held   the button stays down: the picture is of the making.
    """

    tool: ToolName
    middle: Point
    way: Way
    color: str = FUR
    hints: tuple[tuple[str, Way], ...] = TOUCHES
    is_held: bool = False
    is_lit: bool = False
    radius: float = 9.0


def smooth(*knots: Point) -> Way:
    """A way through knots without corners (Catmull and Rom's spline)."""
    path = np.array((knots[0], *knots, knots[-1]))
    way: list[Point] = []
    for p, q, r, s in zip(path, path[1:], path[2:], path[3:], strict=False):
        for t in np.linspace(0, 1, 8, endpoint=False):
            bend = 2 * p - 5 * q + 4 * r - s, 3 * q - p - 3 * r + s
            x, y = (2 * q + t * (r - p) + t**2 * bend[0] + t**3 * bend[1]) / 2
            way.append((float(x), float(y)))
    return (*way, knots[-1])


FACELESS = tuple(touch for touch in TOUCHES if touch is not TOUCHES[1])
PLAIN_BELLY = tuple(touch for touch in TOUCHES if touch[0] != BELLY)
FACE = (400.0, 350.0)
EYE = tuple((330 + 48 * cos(turn), 372 + 56 * sin(turn)) for turn in np.linspace(-2, 3.6, 16))
SCENES = (
    Scene(ToolName.POINT, FACE, ((400.0, 316.0),), hints=FACELESS),
    Scene(ToolName.BRUSH, FACE, smooth((320.0, 330.0), (400.0, 304.0), (480.0, 330.0)),
          hints=FACELESS),
    Scene(ToolName.FILL, (400.0, 620.0), ((400.0, 640.0),), color=BLUSH, hints=PLAIN_BELLY),
    Scene(ToolName.LASSO, FACE, EYE, color=BELLY, is_held=True),
    Scene(ToolName.BARRIER, (400.0, 760.0),
          smooth((250.0, 770.0), (330.0, 748.0), (470.0, 748.0), (552.0, 770.0)), is_held=True),
    Scene(ToolName.JOIN, (540.0, 690.0),
          smooth((490.0, 690.0), (560.0, 720.0), (640.0, 690.0)), is_held=True),
    Scene(ToolName.SHADOW, FACE,
          smooth((540.0, 220.0), (560.0, 300.0), (570.0, 390.0), (510.0, 452.0)),
          is_lit=True, radius=22.0),
    Scene(ToolName.ERASER, FACE, ((464.0, 330.0),), is_held=True, radius=26.0),
    Scene(ToolName.SELECT, FACE, ((400.0, 316.0),)),
    Scene(ToolName.MOVE, FACE, ((330.0, 320.0), (440.0, 316.0)), is_held=True,
          hints=(*FACELESS, (FUR, ((330.0, 320.0),)))),
    Scene(ToolName.PICKER, (400.0, 850.0), ((470.0, 896.0),), color=CUSHION, is_held=True),
    Scene(ToolName.PAN, FACE, ((470.0, 330.0), (440.0, 346.0)), is_held=True),
)  # fmt: skip


def _hints(touches: tuple[tuple[str, Way], ...]) -> HintSet:
    def hint(digits: str, way: Way) -> Hint:
        color = parse_color(f"#{digits}")
        return PointHint(*way[0], color, 9.0) if len(way) == 1 else StrokeHint(way, color, 9.0)

    return HintSet(tuple(hint(*touch) for touch in touches))


def draw(hand: Hand, scene: Scene) -> QImage:
    """The picture of a scene, PICTURE at twice its size."""
    line_u8 = draw_cat()
    rgba_u8 = np.dstack([line_u8] * 3 + [np.full_like(line_u8, 255)])
    session, canvas = hand.parts.session, hand.window.canvas
    session.open(new_project(rgba_u8, "cat"))
    session.apply(SetHints(_hints(scene.hints)))
    session.apply(SetLight(Light() if scene.is_lit else None))
    session.mark_saved()
    canvas.zoom_to(SCALE)
    view = canvas.rect().center()
    across, down = canvas.viewport.to_view(*scene.middle)
    canvas.set_viewport(canvas.viewport.panned(view.x() - across, view.y() - down))
    canvas.set_brush(
        replace(canvas.brush, radius=scene.radius, color=parse_color(f"#{scene.color}"))
    )
    hand.settle()
    hand.window.commands[f"tool_{scene.tool}"].trigger()
    spots = [hand.at(point) for point in scene.way]
    QTest.mouseMove(canvas, spots[0])
    QTest.mousePress(canvas, LEFT, PLAIN, spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(canvas, spot)
    if not scene.is_held:
        QTest.mouseRelease(canvas, LEFT, PLAIN, spots[-1])
        hand.settle()
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))  # so that no reach is marked
    hand.settle()
    shot = canvas.grab().toImage()
    pointer = outlined(hand.parts.appearance.icon(str(scene.tool)), 2)
    painter = QPainter(shot)
    painter.drawPixmap(spots[-1] + QPoint(2, 2), pointer)
    painter.end()
    if scene.is_held:
        QTest.mouseRelease(canvas, LEFT, PLAIN, spots[-1])
    hand.settle()
    size = PICTURE * 2
    corner = view * 2 - QPoint(size.width() // 2, size.height() // 2)
    return shot.copy(QRect(corner, size))


def _encoded(image: QImage) -> bytes:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    shape = rgb.width(), rgb.height()
    picture = Image.frombytes(
        "RGB", shape, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine()
    )
    with tempfile.SpooledTemporaryFile() as stream:
        picture.save(stream, "WEBP", quality=88, method=6)
        stream.seek(0)
        return stream.read()


def main() -> int:
    """Draw every tip."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resources.TIPS
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as place,
        hand_on_window(Path(place), Catalog((resources.GENERATORS,))) as hand,
    ):
        hand.dress()
        hand.window.resize(QSize(1280, 800))
        QApplication.processEvents()
        for scene in SCENES:
            write_bytes(folder / f"{scene.tool}.webp", _encoded(draw(hand, scene)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
