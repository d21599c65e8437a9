"""Steps through the animation panel as an artist takes them, and a cut to take them with."""

from threading import Event

import cv2
import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.edits import AddHint
from models.cancel import Cancelled
from models.hints.hints import PointHint
from models.runtime.watershed import WatershedGenerator
from tests.helpers.idle import is_idle

RED, BLUE, GREEN = (200, 40, 40), (40, 60, 200), (40, 160, 60)
POLL_S = 0.002
COUNT = 5
"""Frames of the cut; the fourth holds the third."""
KEY = ((32.0, 20.0, RED), (32.0, 35.0, BLUE), (4.0, 4.0, GREEN))
"""Hints of the first frame: box, disc, ground."""


class HeldGenerator(WatershedGenerator):
    """The watershed fill, which can be held before it paints.

    Attributes
    started  set whenever painting begins; the test clears it.
    """

    def __init__(self):
        super().__init__()
        self.started = Event()
        self._released = Event()
        self._released.set()

    def hold(self):
        self.started.clear()
        self._released.clear()

    def release(self):
        self._released.set()

    def paint(self, *args, is_cancelled, **options):
        self.started.set()
        while not self._released.wait(POLL_S):
            if is_cancelled():
                self._released.set()  # what held it is over: the stroke goes through
                raise Cancelled
        return super().paint(*args, is_cancelled=is_cancelled, **options)


def draw_frame(step):
    """A box that moves over a ground, with a disc in it."""
    line_u8 = np.full((72, 96), 255, dtype=np.uint8)
    left = 10 + 2 * step
    cv2.rectangle(line_u8, (left, 12), (left + 44, 58), 0, 2)
    cv2.circle(line_u8, (left + 22, 35), 11, 0, 2)
    return line_u8


def write_cut(folder):
    """The frames of a cut in a new folder, which is returned; 5 is missing, 4 holds 3."""
    folder.mkdir()
    for number, step in zip((1, 2, 3, 4, 6), (0, 1, 2, 2, 3), strict=True):
        Image.fromarray(draw_frame(step)).save(folder / f"walk_{number:03d}.png")
    return folder


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key on the canvas, as shortcuts are pressed."""
    window.canvas.setFocus()
    QTest.keyClick(window, key, modifier)


def settle(window, qtbot):
    qtbot.waitUntil(lambda: is_idle(window) and not window.parts.frames.is_busy)


def states(window):
    return [item.state for item in window.batch_panel.filmstrip.frames.items]


def facts(window):
    return {fact.name: fact.text for fact in window.batch_panel.plan_page.facts}


def choose(window, dialogs, folder, qtbot):
    """By the dialog, until the plan is there."""
    dialogs.folders.append(folder)
    window.commands["open_frames"].trigger()
    qtbot.waitUntil(lambda: window.batch_panel.run_view.can_start)
    settle(window, qtbot)


def give_hints(window, *hints):
    for x, y, color in hints:
        window.parts.session.apply(AddHint(PointHint(x, y, color, 2.0)))


def color_all(window, qtbot):
    panel = window.batch_panel
    qtbot.mouseClick(panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.animation.run.is_active)
    wait_for_report(window, qtbot)


def wait_for_report(window, qtbot):
    run, page = window.animation.run, window.batch_panel.report_page
    qtbot.waitUntil(lambda: not run.is_active and page.html_button.isEnabled())
    settle(window, qtbot)


def out_of(frames):
    return frames.with_name("walk_coloured")
