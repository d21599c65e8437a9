"""References in the window: files that are dropped, places that are paired, the palette."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTabletEvent
from PySide6.QtWidgets import QDockWidget

from app.canvas.canvas_widget import CanvasWidget
from app.dialogs import Dialogs
from app.document.edits import SetPalette
from app.document.palette import Palette
from app.document.references.edits import AddPair, AddReferences
from app.errors import describe
from app.panels.references.panel import ReferencePanel
from app.references.files import read_references, reference_files
from app.window.parts import WindowParts
from models.hints.hints import Point
from models.matching.references import PointPair, References, UnusableReferenceError
from models.pictures.kinds import SUPPORTED_SUFFIXES
from models.requests.references import ReferenceReport

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress)
RELEASES = (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease)


class ReferenceControl(QObject):
    """Holds the panel, the files and the canvas together.

    Signals
    said    one line for the user. failed  why something could not be done.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        parts: WindowParts,
        canvas: CanvasWidget,
        panel: ReferencePanel,
        dock: QDockWidget,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(canvas)
        self._parts = parts
        self._canvas = canvas
        self._panel = panel
        self._dock = dock
        self._dialogs = dialogs
        self._report: ReferenceReport | None = None
        self._waiting: tuple[int, Point] | None = None
        self._takes_release = False
        canvas.installEventFilter(self)
        panel.open_asked.connect(self.open_dialog)
        panel.dropped.connect(self.read)
        panel.pairing.connect(self._wait_for_place)
        panel.palette_asked.connect(self.make_palette)
        panel.region_chosen.connect(self._look_at)
        parts.live.told_changed.connect(self._take_report)
        parts.session.opened.connect(panel.end_pairing)

    # Files

    def open_dialog(self) -> None:
        """Ask for a coloured drawing and add it."""
        endings = " ".join(f"*{suffix}" for suffix in SUPPORTED_SUFFIXES)
        filters = self.tr("Pictures ({endings});;All files (*)").format(endings=endings)
        path = self._dialogs.choose_open(self._parts.settings.last_folder, filters)
        if path is not None:
            self.read([path])

    def read(self, paths: Sequence[Path]) -> None:
        """Add coloured drawings, and those of folders."""
        session = self._parts.session
        document = session.document
        if document is None:
            self.failed.emit(
                self.tr("{name}: open a line drawing first").format(name=paths[0].name)
            )
            return

        def work() -> tuple[References, list[Path]]:
            found, files = References(), []
            for path in paths:
                found = found.with_pictures(read_references(path).pictures)
                files += reference_files(path)
            return found, files

        def done(read: tuple[References, list[Path]]) -> None:
            found, files = read
            now = session.document
            if now is None or now.line_art != document.line_art:
                return
            self._parts.settings.last_folder = paths[0].parent
            session.read_files.update(files)
            try:
                session.apply(AddReferences(found.pictures))
            except UnusableReferenceError as error:
                self.failed.emit(str(error))
                return
            self._dock.show()
            self._dock.raise_()
            self.said.emit(
                self.tr("Colours come from {count} drawings").format(count=len(found.pictures))
                if len(found.pictures) > 1
                else self.tr("Colours come from {name}").format(name=found.pictures[0].name)
            )

        self._parts.background.run(
            self.tr("Reading {name}…").format(name=paths[0].name),
            work,
            done=done,
            failed=lambda error: self.failed.emit(describe(error)),
        )

    # Pairs

    def _wait_for_place(self, picked: tuple[int, Point] | None) -> None:
        self._waiting = picked
        if picked is not None:
            self.said.emit(self.tr("Now click the same place in the drawing; Escape gives up"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The next press on the canvas is the pair's other place."""
        if self._takes_release and event.type() in RELEASES:
            self._takes_release = False
            return True
        if self._waiting is None:
            return False
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self._panel.end_pairing()
            return True
        if event.type() in PRESSES and isinstance(event, QMouseEvent | QTabletEvent):
            if event.button() != Qt.MouseButton.LeftButton:
                return False
            self._pair(event.position())
            self._takes_release = True
            event.accept()
            return True
        return False

    def _pair(self, at: QPointF) -> None:
        document, waiting = self._parts.session.document, self._waiting
        x, y = self._canvas.viewport.to_image(at.x(), at.y())
        self._panel.end_pairing()
        if document is None or waiting is None or not document.size.holds(x, y):
            return
        picture, there = waiting
        self._parts.session.apply(AddPair(PointPair((x, y), there, picture)))

    # What was told

    def _take_report(self, report: ReferenceReport | None) -> None:
        self._report = report
        self._panel.show_report(report)

    def make_palette(self) -> None:
        """Make the document's palette of what the references show, named by part, and lock it."""
        report, document = self._report, self._parts.session.document
        if report is None or document is None or not report.palette:
            return
        palette = Palette(
            tuple(named.color for named in report.palette),
            locked=True,
            name=document.references.pictures[0].name,
            titles=tuple(named.name.capitalize() for named in report.palette),
        )
        self._parts.session.apply(SetPalette(palette))
        self.said.emit(
            self.tr("Palette of the references: {count} swatches").format(count=len(palette.colors))
        )

    def _look_at(self, x: float, y: float) -> None:
        """Bring a place of the drawing into the middle."""
        viewport = self._canvas.viewport
        there = viewport.to_view(x, y)
        middle = (viewport.width / 2, viewport.height / 2)
        self._canvas.set_viewport(viewport.panned(middle[0] - there[0], middle[1] - there[1]))
        self._canvas.show_pointer(middle)
