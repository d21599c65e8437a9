"""The tour of two minutes: a bundled drawing, and what an artist does with it, step by step."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.commands.shortcuts import Shortcuts
from app.commands.tool_bars import OptionsBar
from app.files.actions import FileActions
from app.files.samples import find_samples
from app.session import Session
from app.theme import Appearance
from app.window.tour.card import Card, Ring
from app.window.tour.steps import CANVAS, Moment, Step, all_steps

PAUSE_MS = 1400
"""From what the artist did to the next step: long enough to see what came of it."""
MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TourPlaces:
    """What the tour goes by and points at."""

    session: Session
    files: FileActions
    canvas: CanvasWidget
    options: OptionsBar
    samples: Path
    shortcuts: Shortcuts


class Tour(QObject):
    """Leads through a drawing of ours, for as long as the artist wants.

    A step ends once it is done, or by the card. Another drawing, or the end of the one it began
    with, ends the tour; the artist's own files it never opens.

    Signals
    failed  it cannot begin.
    """

    failed = Signal(str)

    def __init__(self, places: TourPlaces, appearance: Appearance, window: QMainWindow) -> None:
        super().__init__(window)
        self._places, self._appearance, self._window = places, appearance, window
        self._steps: tuple[Step, ...] = ()
        self._number = 0
        self._exports = 0
        self._begun: Moment | None = None
        self._place: QWidget | None = None
        self.card: Card | None = None
        self._ring = Ring(window)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.go_on)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._arrange)
        places.session.opened.connect(self.leave)
        places.session.document_changed.connect(self._look)
        places.canvas.brush_changed.connect(self._look)
        places.files.written.connect(self._count_export)
        places.shortcuts.changed.connect(self._tell)

    @property
    def is_on(self) -> bool:
        """Whether it is being taken."""
        return self.card is not None

    @property
    def step(self) -> Step | None:
        """The present step."""
        return self._steps[self._number] if self.is_on else None

    def start(self) -> None:
        """Open one of our drawings uncoloured and begin; bring the keyboard to the card if on."""
        if self.card is not None:
            self.card.next.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        samples = find_samples(self._places.samples)
        if not samples:
            self.failed.emit(self.tr("The sample drawings are missing; reinstall Tintline."))
            return
        plain = replace(samples[0], hints=None, tags=None)
        self._places.files.open_sample(plain, then=self._begin)

    def leave(self) -> None:
        """End it; what was drawn stays."""
        self.pause.stop()
        self._ring.hide()
        self._watch(None)
        if self.card is not None:
            had_keyboard = self.card.isAncestorOf(self._window.focusWidget() or self._window)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
            if had_keyboard:
                self._places.canvas.setFocus()

    def go_on(self) -> None:
        """To the next step; from the last one to the end."""
        if self._number + 1 == len(self._steps):
            self.leave()
        else:
            self._show(self._number + 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Card and ring stay beside what they point at."""
        if event.type() in MOVED:
            self._settling.start()
        return super().eventFilter(watched, event)

    # Steps

    def _begin(self) -> None:
        self._steps = all_steps()
        self._exports = 0
        self.card = Card(self._appearance, len(self._steps), self._window)
        self.card.left.connect(self.leave)
        self.card.passed.connect(self.go_on)
        self._places.canvas.set_tool(ToolName.BRUSH)
        self._show(0)
        self.card.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, number: int) -> None:
        if self.card is None:
            return
        self.pause.stop()
        self._number = number
        step = self._steps[number]
        self._begun = self._now()
        self._watch(self._find(step.place))
        self._tell()

    def _tell(self) -> None:
        """The words of the present step, with the keys that hold now."""
        if self.card is not None and (step := self.step) is not None:
            keys = self._places.shortcuts.text(step.command).partition(", ")[0]
            self.card.show_step(self._number, step, keys)
            self._arrange()

    def _now(self) -> Moment | None:
        document = self._places.session.document
        if document is None:
            return None
        color = self._places.canvas.brush.color
        return Moment(document=document, color=color, exports=self._exports)

    def _look(self, *_: object) -> None:
        """Whether the step is done now."""
        step, now = self.step, self._now()
        if step is None or self.card is None or self._begun is None or now is None:
            return
        if step.is_done(self._begun, now):
            self.card.show_done()
            self.pause.start()

    def _count_export(self, _: object) -> None:
        self._exports += 1
        self._look()

    # Places

    def _find(self, place: str) -> QWidget | None:
        """What a step points at, brought to the front."""
        if place == CANVAS:
            return self._places.canvas
        dock = self._window.findChild(QDockWidget, place)
        if dock is not None:
            dock.show()
            dock.raise_()
            return dock
        for action in self._places.options.actions():
            if action.objectName() == place:
                return self._places.options.widgetForAction(action)
        return None

    def _watch(self, place: QWidget | None) -> None:
        for watched in (self._place, self._window):
            if watched is not None:
                watched.removeEventFilter(self)
        self._place = place
        if place is not None:
            place.installEventFilter(self)
            self._window.installEventFilter(self)

    def _arrange(self) -> None:
        if self.card is None:
            return
        canvas, place = self._places.canvas, self._place
        within = self._in_window(canvas)
        is_seen = place is not None and place.isVisible() and place.window() is self._window
        if place is None or not is_seen:
            self._ring.hide()
            self.card.place(within, within, is_inside=True)
        else:
            around = self._in_window(place)
            self._ring.surround(around)
            self.card.place(around, within, is_inside=place is canvas)
        self.card.raise_()

    def _in_window(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
