"""The manual's pictures of pen, groups, gaps and dialogs, taken of the real window with a sample.

    python packaging/manual/window_pictures.py OUT [NAME ...]

Each is a function of this file, and written as OUT/NAME.webp.
"""

from dataclasses import replace
from math import cos, pi, sin
from typing import Any

import cv2
import numpy as np
from pictures import (
    BLUSH,
    SHINE,
    Hand,
    blue_over_kit,
    brush_on,
    draw_tiles,
    front,
    main,
    open_close,
    open_sample,
    rest,
    shot,
    show_hints,
    strip,
)

# isort: split
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QInputDevice,
    QKeySequence,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.document.edits import SetHints
from app.document.painting.edits import RenameLayer
from app.document.painting.grouping import MoveLayer
from models.arrays import U8Array
from models.geometry import Rect
from models.hints.hints import HintSet, Point
from models.hints.tags import parse_color

KEYS_PAGE = 4
"""Of the preferences."""
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PEN = QPointingDevice(
    "pen",
    1,
    QInputDevice.DeviceType.Stylus,
    QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
    1,
    3,
)


def pen_event(hand: Hand, kind: QEvent.Type, at: Point, pressure: float) -> None:
    """One event of a pen at an image point."""
    canvas = hand.window.canvas
    view = QPointF(*canvas.viewport.to_view(*at))
    button = NO_BUTTON if kind is QEvent.Type.TabletMove else LEFT
    held = NO_BUTTON if kind is QEvent.Type.TabletRelease else LEFT
    turned = 0.0, 0.0, 0.0, 0.0, 0.0
    modifier = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(
        kind, PEN, view, canvas.mapToGlobal(view), pressure, *turned, modifier, button, held
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def swelling_stroke(hand: Hand, first: Point, bend: Point, last: Point) -> None:
    """A curve between two image points, pressed hardest in its middle."""
    knots, steps = np.array([first, bend, last]), 40
    for step in range(steps + 1):
        t = step / steps
        x, y = np.array([(1 - t) ** 2, 2 * t * (1 - t), t**2]) @ knots
        kind = QEvent.Type.TabletMove if step else QEvent.Type.TabletPress
        pen_event(hand, kind, (float(x), float(y)), 0.05 + 0.95 * sin(pi * t))
    pen_event(hand, QEvent.Type.TabletRelease, last, 0.0)


def pen_taper(hand: Hand) -> Image.Image:
    """Strokes that begin and end thin, on hair, water and tail."""
    open_sample(hand, "pia", (1360, 830))
    hand.window.commands["mini_map"].setChecked(False)
    canvas = hand.window.canvas
    canvas.zoom_by(1.9)
    hand.window.layers_panel.work.choose("line")
    hand.window.layers_panel.work.add()
    hand.window.commands["tool_brush"].trigger()
    for color, radius, *knots in (
        ("#ffd3e2", 22.0, (0.115, 0.24), (0.15, 0.05), (0.27, 0.03)),
        ("#ffd3e2", 14.0, (0.15, 0.27), (0.175, 0.14), (0.24, 0.09)),
        ("#eef7ff", 34.0, (0.55, 0.62), (0.76, 0.55), (0.81, 0.27)),
        ("#eef7ff", 20.0, (0.60, 0.52), (0.72, 0.46), (0.755, 0.31)),
        ("#c4f2de", 26.0, (0.42, 0.84), (0.60, 0.97), (0.76, 0.79)),
    ):
        canvas.set_brush(replace(canvas.brush, color=parse_color(color), radius=radius))
        first, bend, last = (
            canvas.viewport.to_image(x * canvas.width(), y * canvas.height()) for x, y in knots
        )
        swelling_stroke(hand, first, bend, last)
    rest(hand)
    draw_tiles(hand)
    return shot(canvas)


def painting_groups(hand: Hand) -> Image.Image:
    """A group in a group, in the list of layers: dark and light."""
    open_sample(hand, "hana", (1280, 980))
    work, session = hand.window.layers_panel.work, hand.parts.session

    def call(name: str) -> None:
        assert work.own_layer is not None
        session.apply(RenameLayer(work.own_layer.id, name))

    work.choose("line")
    for name, color, radius, strokes in (
        ("Blush", "#f08a90", 90.0, BLUSH),
        ("Strands", "#5c2f1c", 30.0, SHINE[:4]),
        ("Glow", "#e0a070", 40.0, SHINE[4:]),
    ):
        work.add()
        call(name)
        brush_on(hand, color, radius, strokes)
    work.group()
    work.choose(work.layer.group if work.layer is not None else "")
    call("Hair")
    session.apply(MoveLayer("paint-2", hand.document.index_of("paint-3") - 1, "group-1"))
    work.group()
    work.choose("group-2")
    call("Figure")
    session.apply(MoveLayer("paint-1", hand.document.index_of("paint-2") - 1, "group-2"))
    work.choose("group-1")
    shots = []
    for theme in ("dark", "light"):
        hand.parts.appearance.use(theme)
        hand.dress()
        hand.window.layers_panel.list.scrollToTop()
        hand.wait(lambda: not hand.window.layers_panel._thumbnail_timer.isActive())
        shots.append(shot(hand.window.layers_panel))
    return strip(shots)


def flower(size: int = 220) -> U8Array:
    """Five petals around a heart, uint8 RGBA (size, size, 4)."""
    scale = 4
    whole = np.zeros((size * scale, size * scale, 4), np.uint8)
    middle = size * scale / 2
    for color, grown in (((92, 38, 62, 255), 1.0), ((246, 150, 178, 255), 0.93)):
        for petal in range(5):
            turn = 2 * pi * petal / 5 - pi / 2
            at = middle + 0.52 * middle * np.array([cos(turn), sin(turn)])
            axes = 0.42 * middle * grown, 0.33 * middle * (2 * grown - 1)
            cv2.ellipse(
                whole, (tuple(at), (2 * axes[0], 2 * axes[1]), np.degrees(turn)), color, -1,
                cv2.LINE_AA,
            )  # fmt: skip
    for color, radius in (((92, 38, 62, 255), 0.26), ((250, 212, 92, 255), 0.22)):
        cv2.circle(whole, (int(middle), int(middle)), int(radius * middle), color, -1, cv2.LINE_AA)
    premultiplied = whole.astype(np.float32)
    premultiplied[..., :3] *= premultiplied[..., 3:] / 255
    small = cv2.resize(premultiplied, (size, size), interpolation=cv2.INTER_AREA)
    small[..., :3] = small[..., :3] / np.maximum(small[..., 3:] / 255, 1e-6)
    return np.clip(small + 0.5, 0, 255).astype(np.uint8)


def painting_paste(hand: Hand) -> Image.Image:
    """A flower from the clipboard, turned and made smaller over the hair."""
    open_close(hand)
    placer = hand.window.painting.placer
    hand.window.layers_panel.work.choose("line")
    picture = flower()
    height, width = picture.shape[:2]
    image = QImage(picture.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
    QGuiApplication.clipboard().setImage(image.copy())
    hand.window.commands["paste"].trigger()
    hand.settle()
    assert placer.placing is not None
    placer.move_to(replace(placer.placing, x=560.0, y=520.0, scale=0.8, angle=-18.0))
    rest(hand)
    return shot(hand.window)


def regions_reach(hand: Hand) -> Image.Image:
    """The brush over a head of hair, before it is put down: what it will reach, outlined."""
    blue_over_kit(hand, "tool_brush", shows_hints=False)
    rest(hand, (760.0, 500.0))
    return shot(hand.window.canvas.parentWidget())


def regions_gaps(hand: Hand) -> Image.Image:
    """Gaps ringed, regions in colours of their own, a join, and the bar with both sliders."""
    open_sample(hand, "mira", (1280, 860))
    hand.parts.session.apply(SetHints(HintSet()))
    commands = hand.window.commands
    commands["leaks"].setChecked(True)
    commands["regions"].setChecked(True)
    commands["tool_join"].trigger()
    hand.settle()
    hand.drag((511.0, 1308.0), (811.0, 1337.0))
    rest(hand)
    return shot(hand.window.canvas.parentWidget())


def seeing_close(hand: Hand) -> Image.Image:
    """A turned view with the map in its corner, and pixels that are parted by lines."""
    open_sample(hand, "kit", (1366, 860))
    canvas, commands = hand.window.canvas, hand.window.commands
    commands["canvas_only"].setChecked(True)
    hand.window.resize(620, 520)
    hand.settle()
    canvas.fit()
    canvas.zoom_by(2.2)
    canvas.rotate_by(-20)
    canvas.pan(30, 130)
    rest(hand)
    draw_tiles(hand)
    shots = [shot(canvas)]
    x, y = (int(side) for side in canvas.viewport.to_image(258, 300))  # the light in an eye
    canvas.reset_rotation()
    canvas.set_viewport(canvas.viewport.showing(Rect(x - 16, y - 13, x + 16, y + 13), 0.9, 20.0))
    rest(hand)
    draw_tiles(hand)
    shots.append(shot(canvas))
    commands["canvas_only"].setChecked(False)
    return strip(shots)


def window_double(hand: Hand) -> Image.Image:
    """The edge of a drawing, colour wheel and light: sharp with QT_SCALE_FACTOR=2 alone."""
    open_sample(hand, "hana", (1366, 768))
    show_hints(hand, is_shown=True)
    front(hand, "colour", "light")
    draw_tiles(hand)
    seen = shot(hand.window)
    return seen.crop((seen.width - 1320, 60, seen.width, 900))


def start_page(hand: Hand) -> Image.Image:
    """What the window shows before a drawing is open."""
    hand.dress()
    hand.window.resize(1280, 800)
    hand.settle()
    draw_tiles(hand)
    return shot(hand.window)


def preferences_keys(hand: Hand) -> Image.Image:
    """A key that another command has."""
    open_sample(hand, "otto", (1366, 768))
    dialog = hand.window.preferences.show()
    dialog.list.setCurrentRow(KEYS_PAGE)
    page: Any = dialog.pages[KEYS_PAGE]
    page.preset.setCurrentIndex(page.preset.findText("Clip Studio Paint"))
    page.preset.activated.emit(page.preset.currentIndex())
    page.choose("mirror")
    page.list.scrollToItem(page.list.currentItem(), page.list.ScrollHint.PositionAtCenter)
    page.take(QKeySequence("G"))
    hand.settle()
    return over(hand.window, dialog)


def over(window: QWidget, dialog: QWidget) -> Image.Image:
    """A dialog in the middle of its window."""
    whole, above = shot(window), shot(dialog)
    whole.paste(above, ((whole.width - above.width) // 2, (whole.height - above.height) // 2))
    return whole


PICTURES = (
    painting_groups,
    painting_paste,
    pen_taper,
    preferences_keys,
    regions_gaps,
    regions_reach,
    seeing_close,
    start_page,
    window_double,
)

if __name__ == "__main__":
    raise SystemExit(main(PICTURES, __doc__))
