"""Room for the picture: the canvas alone, and the whole screen."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QWidget


class Room(QObject):
    """Hides what lies around the canvas, and lets the window fill the screen.

    Signals
    canvas_only_changed  whether the canvas is alone.
    full_screen_changed  whether the window fills the screen, by whatever means.
    """

    canvas_only_changed = Signal(bool)
    full_screen_changed = Signal(bool)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._was_maximized = False
        window.installEventFilter(self)

    @property
    def is_canvas_only(self) -> bool:
        """Whether the canvas is alone."""
        return bool(self._hidden)

    def set_canvas_only(self, is_alone: bool) -> None:
        """Hide menus, bars and panels, or show those that were there."""
        if is_alone == self.is_canvas_only:
            return
        if is_alone:
            window = self._window
            around = (
                window.menuBar(),
                window.statusBar(),
                *window.findChildren(QToolBar),
                *window.findChildren(QDockWidget),
            )
            self._hidden = [widget for widget in around if not widget.isHidden()]
        shown, self._hidden = self._hidden, self._hidden if is_alone else []
        for widget in shown:
            widget.setVisible(not is_alone)
        self.canvas_only_changed.emit(is_alone)

    def set_full_screen(self, is_full: bool) -> None:
        """Fill the screen, or be as large as before."""
        if is_full == self._window.isFullScreen():
            return
        if is_full:
            self._was_maximized = self._window.isMaximized()
            self._window.showFullScreen()
        elif self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The desktop may end the full screen too."""
        if event.type() == QEvent.Type.WindowStateChange:
            self.full_screen_changed.emit(self._window.isFullScreen())
        return False
