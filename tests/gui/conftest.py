"""The real window with real threads, its dialogs answered by the test."""

import gc
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication

import resources
from app.dialogs import Answer, RecoveryAnswer
from app.document.project_file import new_project
from app.inference.painter import painter_loader
from app.inference.scheduler import LiveScheduler
from app.settings import Settings
from app.theme import Appearance
from app.window.parts import WindowParts
from app.window.window import MainWindow
from models.device import CPU
from models.hints.tags import load_vocabulary
from models.runtime.catalog import Catalog
from tests.helpers.fakes import FakeLoader, FakePainter, drawing

HERE = Path(__file__).parent
OFFSCREEN_NOISE = r"This plugin does not support (propagateSizeHints|raise|grabbing)"
"""Said by Qt's offscreen platform of windows that have a smallest size, and of open menus."""


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE))


@dataclass
class FakeDialogs:
    """Answers as told and records what was asked."""

    answer: Answer = Answer.CANCEL
    opened: Path | None = None
    saved: Path | None = None
    replaces: bool = False
    recovers: RecoveryAnswer = RecoveryAnswer.LATER
    folders: list[Path] = field(default_factory=list)
    named: str = ""
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def ask_unsaved(self, name):
        self.asked.append(name)
        return self.answer

    def ask_recovery(self, name, when):
        self.asked.append(f"recover {name}")
        return self.recovers

    def choose_open(self, folder, filters):
        return self.opened

    def choose_save(self, proposal, filters):
        self.asked.append(proposal.name)
        return self.saved

    def ask_replace(self, path):
        self.asked.append(f"replace {path.name}")
        return self.replaces

    def choose_folder(self, title, folder):
        self.asked.append(title)
        return self.folders.pop(0) if self.folders else None

    def ask_name(self, title, label, proposal):
        self.asked.append(title)
        return self.named

    def tell(self, title, text):
        self.told.append(text)


@pytest.fixture
def vocabulary():
    return load_vocabulary(resources.TAGS)


@pytest.fixture
def appearance(qapp):
    made = Appearance(themes=resources.ROOT / "themes", icons=resources.ICONS, name="dark")
    yield made
    made.stop()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def picture_file(tmp_path):
    """A line drawing of 60×40 pixels in a file."""
    path = tmp_path / "cat.png"
    Image.fromarray(drawing()).save(path)
    return path


def present_test():
    """The test that runs."""
    return os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]


@pytest.fixture(scope="module", autouse=True)
def windows_are_forgotten(request):
    """No window of a file's tests is kept after it was closed.

    A signal keeps the functions that it calls for as long as its sender lives. If that sender is no
    child of the window, and a function knows the window, both are kept for ever; methods are not.
    """
    failed = request.session.testsfailed
    yield
    gc.collect()
    kept = {each.test for each in gc.get_objects() if type(each) is MainWindow}
    kept.discard(present_test())  # whose windows are still pytest's
    if request.session.testsfailed == failed:  # what a failure tells holds on to its window
        assert not kept, "windows are kept of " + ", ".join(sorted(kept))


@pytest.fixture
def make_window(qtbot, tmp_path, appearance, vocabulary, dialogs):
    """Builds windows around a painter loader, and ends their threads."""
    made = []

    def make(load, catalog=None):
        samples = tmp_path / "samples"
        samples.mkdir(exist_ok=True)
        parts = WindowParts.around(
            load,
            scheduler=LiveScheduler(grace_s=0.01, max_wait_s=0.05),
            catalog=catalog or Catalog(()),
            settings=Settings(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)),
            appearance=appearance,
            vocabulary=vocabulary,
            samples=samples,
            recovery=tmp_path / "recovery",
        )
        window = MainWindow(parts, dialogs)
        window.parts, window.test = parts, present_test()
        window.resize(1000, 760)
        window.show()
        qtbot.waitUntil(lambda: not parts.background.is_busy)
        made.append(window)
        return window

    yield make
    for window in made:
        window.parts.stop()
        window._may_close = True
        window.close()
        window.deleteLater()


@pytest.fixture
def painter():
    """Paints everything in the last hint's colour, and can be held."""
    return FakePainter("fake")


@pytest.fixture
def window(make_window, painter):
    """A window with the scripted painter and nothing open."""
    return make_window(FakeLoader({"": painter, "fake": painter}))


@pytest.fixture
def drawn(window):
    """The same window with a drawing of 60×40 pixels open."""
    window.parts.session.open(new_project(drawing(), "girl"))
    return window


@pytest.fixture
def watershed_window(make_window):
    """A window with the catalogue of a machine without any generator, and a drawing open."""
    catalog = Catalog(())
    made = make_window(painter_loader(catalog, lambda: CPU), catalog)
    made.parts.session.open(new_project(drawing(), "girl"))
    return made


class Pen:
    """Sends tablet events to a canvas at image positions."""

    def __init__(self, canvas):
        self.canvas = canvas
        capabilities = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
        self.device = QPointingDevice(
            "pen",
            77,
            QInputDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            capabilities,
            1,
            3,
        )
        self.events = []

    def _send(self, kind, at, pressure, button, buttons):
        position = QPointF(*self.canvas.viewport.to_view(*at))
        event = QTabletEvent(
            kind,
            self.device,
            position,
            self.canvas.mapToGlobal(position),
            pressure,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            button,
            buttons,
        )
        event.setAccepted(False)
        QApplication.sendEvent(self.canvas, event)
        self.events.append(event.isAccepted())

    def press(self, at, pressure=1.0):
        left = Qt.MouseButton.LeftButton
        self._send(QEvent.Type.TabletPress, at, pressure, left, left)

    def move(self, at, pressure=1.0):
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        self._send(QEvent.Type.TabletMove, at, pressure, none, left)

    def release(self, at, pressure=0.0):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._send(QEvent.Type.TabletRelease, at, pressure, left, none)

    def stroke(self, *points, pressure=1.0):
        self.press(points[0], pressure)
        for point in points[1:]:
            self.move(point, pressure)
        self.release(points[-1])


@pytest.fixture
def pen_for():
    return Pen
