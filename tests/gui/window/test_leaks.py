"""The window points at gaps in the lines through which colour would run."""

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.document.project_file import new_project
from app.inference.painter import painter_loader
from app.window.regions import leak_finder
from models.device import CPU
from models.runtime.catalog import Catalog


def room_with_a_door(gap=6):
    """RGBA (160, 200): a box whose right wall has a gap of so many pixels."""
    rgba_u8 = np.full((160, 200, 4), 255, dtype=np.uint8)
    rgba_u8[30:33, 40:160, :3] = 0
    rgba_u8[127:130, 40:160, :3] = 0
    rgba_u8[30:130, 40:43, :3] = 0
    rgba_u8[30:130, 157:160, :3] = 0
    rgba_u8[78 : 78 + gap, 157:160, :3] = 255
    return rgba_u8


def opened(make_window):
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(room_with_a_door(), "room"))
    return window


def ring_pixels(window):
    """Pixels of the canvas in the red or amber of rings."""
    QApplication.processEvents()
    image = window.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    red, green, blue = np.moveaxis(rows[:, : 3 * image.width()].reshape(len(rows), -1, 3), 2, 0)
    return int(((red > 200) & (green < 170) & (blue < 90)).sum())


def test_gap_is_ringed_while_switched_on_and_told_in_the_status_bar(make_window, qtbot):
    window = opened(make_window)
    assert ring_pixels(window) == 0
    told = []
    window.leaks.said.connect(told.append)
    window.commands["leaks"].setChecked(True)
    qtbot.waitUntil(lambda: bool(told))
    assert sum(map(int, [word for word in told[0].split() if word.isdigit()])) >= 1
    (leak, *_) = window.canvas.overlay.leaks
    assert abs(leak.x - 158) < 4
    assert abs(leak.y - 81) < 4
    assert ring_pixels(window) > 20
    window.commands["leaks"].setChecked(False)
    assert window.canvas.overlay.leaks == ()
    assert ring_pixels(window) == 0


def test_count_of_gaps_goes_with_the_rings(make_window, qtbot):
    window = opened(make_window)
    window.commands["leaks"].setChecked(True)
    qtbot.waitUntil(lambda: "gaps closed" in window.status_line.task_text)
    window.commands["leaks"].setChecked(False)
    assert window.status_line.task_text == ""
    window.commands["leaks"].setChecked(True)
    qtbot.waitUntil(lambda: "gaps closed" in window.status_line.task_text)
    window.status_line.show_task("Saved room.png")
    window.commands["leaks"].setChecked(False)
    assert window.status_line.task_text == "Saved room.png"  # which still holds


def test_count_of_another_drawings_gaps_goes_when_one_is_opened(make_window, qtbot):
    window = opened(make_window)
    window.commands["leaks"].setChecked(True)
    qtbot.waitUntil(lambda: "gaps closed" in window.status_line.task_text)
    window.parts.session.open(new_project(np.full((60, 80, 4), 255, np.uint8), "blank"))
    assert "gaps closed" not in window.status_line.task_text
    qtbot.waitUntil(lambda: not window.parts.background.is_busy)


def test_too_large_a_drawing_is_refused_with_the_limit(make_window, monkeypatch):
    window = opened(make_window)
    monkeypatch.setattr(leak_finder, "LARGEST_PIXELS", 1000)
    window.commands["leaks"].setChecked(True)
    assert "more than 0 million pixels" in window.banner_text
    assert window.canvas.overlay.leaks == ()
