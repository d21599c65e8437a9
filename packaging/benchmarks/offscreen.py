"""The real window on Qt's offscreen screen, worked by events of mouse and keys."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.startup import bootstrap  # noqa: E402, F401 - comes before Qt

# isort: split
from PySide6.QtCore import (  # noqa: E402
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QSettings,
    Qt,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

import resources  # noqa: E402
from app.dialogs import Answer, RecoveryAnswer  # noqa: E402
from app.document.document import Document  # noqa: E402
from app.inference.painter import PainterLoader, painter_loader  # noqa: E402
from app.inference.scheduler import LiveScheduler  # noqa: E402
from app.settings import Settings  # noqa: E402
from app.theme import Appearance  # noqa: E402
from app.window.parts import WindowParts  # noqa: E402
from app.window.window import MainWindow  # noqa: E402
from models.device import CPU  # noqa: E402
from models.hints.hints import Point  # noqa: E402
from models.hints.tags import load_vocabulary  # noqa: E402
from models.runtime.catalog import Catalog  # noqa: E402

LIMIT_S = 300
"""How long anything may take."""
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Answers:
    """What the dialogs answer: a file to open or to write."""

    path: Path | None = None
    told: list[str] = field(default_factory=list)

    def ask_unsaved(self, name: str) -> Answer:
        """Throw it away."""
        del name
        return Answer.DISCARD

    def ask_recovery(self, name: str, when: str) -> RecoveryAnswer:
        """Not now."""
        del name, when
        return RecoveryAnswer.LATER

    def choose_open(self, folder: Path, filters: str) -> Path | None:
        """The file."""
        del folder, filters
        return self.path

    def choose_save(self, proposal: Path, filters: str) -> Path | None:
        """The file."""
        del proposal, filters
        return self.path

    def ask_replace(self, path: Path) -> bool:
        """Yes."""
        del path
        return True

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        """None."""
        del title, folder
        return None

    def ask_name(self, title: str, label: str, proposal: str) -> str:
        """As proposed."""
        del title, label
        return proposal

    def tell(self, title: str, text: str) -> None:
        """Keep it."""
        self.told.append(f"{title}: {text}")


@dataclass
class Hand:
    """A hand on mouse and keyboard of one window. Image points are in pixels of the drawing."""

    window: MainWindow
    parts: WindowParts
    answers: Answers

    @property
    def document(self) -> Document:
        """The open one."""
        document = self.parts.session.document
        assert document is not None
        return document

    def wait(self, is_done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        until = time.monotonic() + LIMIT_S
        while not is_done():
            if time.monotonic() > until:
                raise SystemExit(f"waited more than {LIMIT_S} s")
            QApplication.processEvents()
            time.sleep(0.0005)

    def open_cut(self, folder: Path, size: tuple[int, int]) -> None:
        """Open a folder of frames in a window of this size."""
        self.dress()
        self.window.resize(*size)
        self.window.animation.open_folder(folder)
        self.wait(lambda: self.window.animation.plan is not None)

    def settle(self) -> None:
        """Wait until nothing is inferred, read or written, and nothing is going to be."""
        for _ in range(2):  # what is shown may ask for more
            QApplication.processEvents()
            self.wait(lambda: self.parts.is_idle)
        QApplication.processEvents()
        # Without a running loop of events Qt keeps whatever was to be deleted later.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def dress(self) -> None:
        """Show the window in its theme, as the program does, whatever was worn before."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.parts.appearance.apply(application)
        self.settle()

    def at(self, point: Point) -> QPoint:
        """Where an image point lies on the canvas."""
        return QPointF(*self.window.canvas.viewport.to_view(*point)).toPoint()

    def drag(self, *points: Point, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press at the first point, go on to the others, let go at the last; or one click."""
        canvas = self.window.canvas
        QTest.mouseMove(canvas, self.at(points[0]))
        QTest.mousePress(canvas, LEFT, modifier, self.at(points[0]))
        for point in points[1:]:
            QTest.mouseMove(canvas, self.at(point))
        QTest.mouseRelease(canvas, LEFT, modifier, self.at(points[-1]))

    def drop(self, content: QMimeData, point: Point, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Let go of what is dragged, over an image point."""
        canvas, at = self.window.canvas, QPointF(self.at(point))
        rest = Qt.DropAction.CopyAction, content, LEFT, modifier
        QApplication.sendEvent(canvas, QDragEnterEvent(at.toPoint(), *rest))
        QApplication.sendEvent(canvas, QDropEvent(at, *rest))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """A key on the canvas, as shortcuts are pressed."""
        self.window.canvas.setFocus()
        QTest.keyClick(self.window.canvas, key, modifier)

    def click(self, widget: QWidget) -> None:
        """A click in the middle of a widget."""
        QTest.mouseClick(widget, LEFT)


@contextmanager
def hand_on_window(
    folder: Path,
    catalog: Catalog,
    load: PainterLoader | None = None,
    *,
    samples: Path | None = None,
) -> Iterator[Hand]:
    """A window of its own, whose files lie in a folder.

    load     makes what paints; None: as the application does.
    samples  folder of what the start page offers; None: nothing.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    appearance = Appearance(themes=resources.ROOT / "themes", icons=resources.ICONS, name="dark")
    if samples is None:
        samples = folder / "samples"
        samples.mkdir(exist_ok=True)
    parts = WindowParts.around(
        load or painter_loader(catalog, lambda: CPU),
        scheduler=LiveScheduler(grace_s=0.01, max_wait_s=0.05),
        catalog=catalog,
        settings=Settings(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)),
        appearance=appearance,
        vocabulary=load_vocabulary(resources.TAGS),
        samples=samples,
        recovery=folder / "recovery",
    )
    answers = Answers()
    window = MainWindow(parts, answers)
    window.resize(1280, 860)
    window.show()
    hand = Hand(window, parts, answers)
    hand.settle()
    try:
        yield hand
    finally:
        parts.stop()
        window.recovery.stop()
        appearance.stop()
        window.deleteLater()
        QApplication.processEvents()
