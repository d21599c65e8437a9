"""Drawings of closed boxes, and what a pen does to them in the real window."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.document.project_file import new_project
from app.inference.painter import painter_loader
from models.device import CPU
from models.runtime.catalog import Catalog
from tests.helpers.idle import settle

LEFT_BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def boxes(*corners, size=(120, 200)):
    """RGBA (H, W): a closed box of lines 3 pixels wide for each (left, top, right, bottom)."""
    rgba_u8 = np.full((*size, 4), 255, dtype=np.uint8)
    for left, top, right, bottom in corners:
        rgba_u8[top:bottom, left:right, :3] = 0
        rgba_u8[top + 3 : bottom - 3, left + 3 : right - 3, :3] = 255
    return rgba_u8


def open_drawing(make_window, qtbot, rgba_u8):
    """A window with this drawing, which hints alone colour."""
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(rgba_u8, "rooms"))
    settle(window, qtbot)
    return window


def at(window, point):
    """Where an image point lies on the canvas."""
    return QPointF(*window.canvas.viewport.to_view(*point)).toPoint()


def click(window, point, modifier=PLAIN):
    """Go there and press once."""
    QTest.mouseMove(window.canvas, at(window, point))
    QTest.mouseClick(window.canvas, LEFT_BUTTON, modifier, at(window, point))


def drag(window, *points, modifier=PLAIN):
    """Press at the first point, go on to the others, and let go at the last."""
    canvas = window.canvas
    QTest.mousePress(canvas, LEFT_BUTTON, modifier, at(window, points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, at(window, point))
    QTest.mouseRelease(canvas, LEFT_BUTTON, modifier, at(window, points[-1]))


def flats(window):
    """uint8 (H, W, 4) the flats that the session shows."""
    return window.parts.session.pixels.get("flats")


def wait_for(window, qtbot, color):
    """Until the flats show a colour somewhere, and nothing is under way any more."""
    qtbot.waitUntil(lambda: (flats(window)[..., :3] == color).all(axis=2).any())
    settle(window, qtbot)
