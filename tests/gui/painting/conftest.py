"""A window with two closed rooms and a layer to paint on."""

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from app.canvas.tools import BrushSettings
from app.document.project_file import new_project
from app.inference.painter import painter_loader
from models.device import CPU
from models.runtime.catalog import Catalog
from tests.helpers.idle import settle

RED = (200, 40, 40)


def two_rooms():
    """RGBA (120, 200): two closed boxes side by side, apart from each other."""
    rgba_u8 = np.full((120, 200, 4), 255, dtype=np.uint8)
    for left in (20, 104):
        rgba_u8[20:100, left : left + 76, :3] = 0
        rgba_u8[23:97, left + 3 : left + 73, :3] = 255
    return rgba_u8


@pytest.fixture
def studio(make_window, qtbot):
    """Without a generator, a paint layer above the lines chosen, a hard red brush of 6 pixels."""
    catalog = Catalog([])
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.parts.session.open(new_project(two_rooms(), "rooms"))
    window.canvas.set_brush(BrushSettings(RED, 6.0))
    settle(window, qtbot)
    window.layers_panel.select("line")
    window.commands["layer_add"].trigger()
    return window


@pytest.fixture
def pen(studio, pen_for):
    """A pen on the window's canvas."""
    return pen_for(studio.canvas)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()
